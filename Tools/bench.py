#!/usr/bin/env python3
"""Times a built lexigram as a user meets it.

    bench.py --lexigram BINARY SOURCE…                 index the sources into a fresh folder, then query it
    bench.py --lexigram BINARY --index DIR --skip-build [--queries FILE]  query an index that is there

Prints the time to index (wall, CPU, peak memory), the size on disk, the time of a whole process that opens the index
and answers one query, and for each class of query the median and the 99th percentile of the engine's own time
(`took_us` of a batch in which every query is asked several times), without facets and with them; likewise for the queries of
a file, one a line, each asked once after a first round.
"""
import argparse
import json
import os
import resource
import subprocess
import tempfile
import time

CLASSES = {
    "two words": ["行政复议 期限", "土地 征收", "劳动 合同", "环境 保护", "食品 安全", "城市 规划", "道路 交通", "行政 处罚",
                  "水资源 管理", "消防 设施", "民事 诉讼", "公司 股东"],
    "one word": ["行政复议", "营商环境", "养犬", "合同", "管理", "人民政府", "罚款", "听证"],
    "phrase": ["“人民政府应当”", "“有下列情形之一的”", "“由公安机关”", "“依法追究刑事责任”", "“本条例自”"],
    "single character": ["府", "犬", "水", "罚"],
    "article": ["行政复议法第二十三条", "刑法第二百六十四条", "公司法第20条", "劳动合同法38条"],
    "question": ["房东不退押金怎么办？", "公司拖欠工资可以要求赔偿吗？", "离婚时房子怎么分割？", "邻居养狗扰民应该找哪个部门？"],
}


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def build(lexigram, index, sources):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run([lexigram, "index", *sources, "--index", index, "--json"], stdout=subprocess.PIPE, check=False)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    report = json.loads(done.stdout)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"index          {wall:8.2f} s wall, {cpu:.2f} s CPU, {after.ru_maxrss // 1024} MB peak; "
          f"{report['documents']} documents, {report['provisions']} provisions, {len(report['skipped'])} skipped")
    print("               processor seconds: " + ", ".join(f"{name} {time:.2f}" for name, time in report["stages"].items()))
    size = sum(os.path.getsize(os.path.join(at, name)) for source in sources for at, _, names in os.walk(source) for name in names)
    print(f"               {size / 1e6:.1f} MB of files, {size / 1e6 / wall:.1f} MB/s")


def batch(lexigram, index, queries, rounds, *options):
    lines = "".join(query + "\n" for _ in range(rounds) for query in queries)
    done = subprocess.run([lexigram, "search", "--batch", "-", "--json", "--index", index, *options], input=lines.encode(),
                          stdout=subprocess.PIPE, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    # The first round warms the page cache and the tables that are made on first use.
    return [answer.get("took_us", 0) for answer in answers[len(queries):]]


def report(lexigram, index, name, queries, rounds):
    """One line: without facets, and with them."""
    line = f"{name:17}"
    for options, said in [((), ""), (("--facets",), "; with facets")]:
        took = batch(lexigram, index, queries, rounds, *options)
        line += f"{said} {percentile(took, 0.5):6} µs median, {percentile(took, 0.99):6} µs 99th percentile"
    print(line, flush=True)


def opening(lexigram, index, runs=11):
    times = []
    for _ in range(runs):
        start = time.monotonic()
        subprocess.run([lexigram, "stats", "--index", index, "--json"], stdout=subprocess.DEVNULL, check=True)
        times.append(1000 * (time.monotonic() - start))
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lexigram", required=True)
    parser.add_argument("--index", help="folder of the index; a temporary one by default")
    parser.add_argument("--skip-build", action="store_true")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--queries", help="a file of more queries, one a line")
    parser.add_argument("sources", nargs="*", default=["Corpus"])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        index = arguments.index or os.path.join(temporary, "index")
        if not arguments.skip_build:
            build(arguments.lexigram, index, arguments.sources)
        stats = json.loads(subprocess.run([arguments.lexigram, "stats", "--index", index, "--json"],
                                          stdout=subprocess.PIPE, check=True).stdout)
        print(f"size           {stats['bytes']['total'] / 1e6:8.1f} MB " + json.dumps(stats["bytes"]))
        times = opening(arguments.lexigram, index)
        print(f"whole process  {percentile(times, 0.5):8.1f} ms median: start, open, count, print")
        for name, queries in CLASSES.items():
            report(arguments.lexigram, index, name, queries, arguments.rounds)
        if arguments.queries:
            with open(arguments.queries, encoding="utf-8") as file:
                report(arguments.lexigram, index, os.path.basename(arguments.queries), file.read().splitlines(), 2)


if __name__ == "__main__":
    main()
