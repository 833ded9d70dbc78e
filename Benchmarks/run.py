#!/usr/bin/env python3
"""Measures the inverted index, beside Lucene and Tantivy where they are installed.

    run.py                                  Lexigram alone, on a generated text
    run.py --corpus DIR --peers DIR         on a collection of laws, beside the peers
    run.py --corpus DIR --quick             two minutes: Lexigram's build, size and queries, nothing written

Benchmarks/README.md says what is measured and on which terms.
"""
import argparse
import os
import subprocess
import sys

sys.dont_write_bytecode = True

from harness import engines, queries, quick, text
from harness.machine import Steps

HERE = os.path.dirname(os.path.abspath(__file__))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", help="folder with manifest.jsonl and the laws in Markdown; a generated text without it")
    parser.add_argument("--queries", help="a file of classes and queries; drawn from the text without it")
    parser.add_argument("--work", default=os.path.join(HERE, ".build", "work"), help="scratch folder, 4 GB")
    parser.add_argument("--patience", type=float, default=60, help="seconds to wait, in all, for a quiet machine")
    parser.add_argument("--quick", action="store_true", help="Lexigram alone: build, size, queries")
    return parser.parse_args()


def main():
    given = arguments()
    os.makedirs(given.work, exist_ok=True)
    subprocess.run(["swift", "build", "-c", "release", "-j", "2", "--package-path", HERE, "--quiet"], check=True)
    source = text.Text(given.corpus, given.work)
    asked = queries.read(given.queries) if given.queries else source.drawn(queries.DEFAULT_SEED)
    steps = Steps(given.patience)
    if given.quick:
        quick.run(engines.Lexigram(source, given.work, steps), source, asked)


if __name__ == "__main__":
    main()
