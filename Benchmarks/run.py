#!/usr/bin/env python3
"""Measures the inverted index, beside Lucene and Tantivy where they are installed.

    run.py                                  Lexigram alone, on a generated text
    run.py --corpus DIR --peers DIR         on a collection of laws, beside the peers
    run.py --corpus DIR --quick             two minutes: Lexigram's build, size and queries, nothing written
    run.py --kernels                        instructions of the main loops, on the generated text

Benchmarks/README.md says what is measured and on which terms.
"""
import argparse
import os
import subprocess
import sys
import time

sys.dont_write_bytecode = True

from harness import engines, filters, growth, kernels, living, machine, queries, quick, report, rounds, text

HERE = os.path.dirname(os.path.abspath(__file__))
RESULTS = os.path.join(HERE, "results")
COMMITS = 10_000
FEWER_POSTINGS = 4_000_000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", help="folder with manifest.jsonl and the laws in Markdown; a generated text without it")
    parser.add_argument("--peers", help="folder where Lucene and Tantivy are installed; Lexigram alone without it")
    parser.add_argument("--rounds", type=int, default=3, help="rounds in which the engines take turns")
    parser.add_argument("--queries", help="a file of classes and queries; drawn from the text without it")
    parser.add_argument("--draw", type=int, default=int(time.time()), help="seed of the other queries; the time without it")
    parser.add_argument("--commits", type=int, default=COMMITS, help="commits of one document each")
    parser.add_argument("--work", default=os.path.join(HERE, ".build", "work"), help="scratch folder, 4 GB")
    parser.add_argument("--results", default=RESULTS, help="folder for latest.json, latest.md, growth.svg, kernels.json")
    parser.add_argument("--patience", type=float, default=60, help="seconds to wait, in all, for a quiet machine")
    parser.add_argument("--quick", action="store_true", help="Lexigram alone: build, size, queries")
    parser.add_argument("--kernels", action="store_true", help="count instructions with callgrind")
    return parser.parse_args()


def full(given, source, asked, steps):
    """Everything, printed and written."""
    own = engines.Lexigram(source, given.work, steps)
    taking_turns = [own]
    if given.peers:
        taking_turns += [engines.Lucene(source, given.work, steps, given.peers), engines.Tantivy(source, given.work, steps, given.peers)]
    absolute = rounds.run(taking_turns, source, {"query": asked, "drawn_query": source.drawn(given.draw)}, given.rounds)
    ratios = report.ratios(absolute)
    path = source.query_file(asked, "query")
    filtered = filters.run(own, path)
    bounded = own.build(options=("--postings", FEWER_POSTINGS))
    both = own.build(options=("--threads", 2))
    changing = living.run(own, source, asked, steps, given.work, given.commits)
    points = growth.run(source, path, steps, given.work)
    tables = "\n\n".join(filter(None, [
        report.engines(absolute, given.draw), report.bounded(bounded, FEWER_POSTINGS), report.two_threads(both), report.compared(ratios),
        report.filtered(filtered), report.living(changing), report.grown(points)]))
    print(tables)
    result = {"ratios": ratios, "absolute": {**absolute, "bounded_build": bounded, "two_thread_build": both, "filtered": filtered, "living": changing, "growth": points},
              "machine": machine.description(), "versions": versions(own, absolute),
              "text": {**source.figures, "generated": not given.corpus}, "rounds": given.rounds, "seed": given.draw,
              "date": time.strftime("%Y-%m-%d"), "steps": steps.log}
    report.write(result, tables, given.results)


def versions(own, absolute):
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    peers = {name: next(iter(figures["build"].values()))["version"] for name, figures in absolute.items() if name != own.name}
    return {own.name: own.version(), "swift": swift, **peers}


def main():
    given = arguments()
    os.makedirs(given.work, exist_ok=True)
    subprocess.run(["swift", "build", "-c", "release", "-j", "2", "--package-path", HERE, "--quiet"], check=True)
    source = text.Text(given.corpus, given.work)
    asked = queries.read(given.queries) if given.queries else source.drawn(queries.DEFAULT_SEED)
    steps = machine.Steps(given.patience)
    if given.quick:
        quick.run(engines.Lexigram(source, given.work, steps), source, asked)
    elif given.kernels:
        counted = kernels.run(source, source.query_file(asked, "asked"), given.work, steps)
        kernels.write(counted, os.path.join(given.results, "kernels.json"))
        print(report.table(["instructions", "a query", "a posting"], [
            [name, f"{one['per_query']:,}", one["per_posting"]] for name, one in counted.items()]))
    else:
        full(given, source, asked, steps)


if __name__ == "__main__":
    main()
