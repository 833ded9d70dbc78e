"""A short look at Lexigram alone, for whoever is changing the engine."""
import sys

from . import scan
from .figures import median
from .queries import CLASSES


def run(engine, text, asked, rounds=3):
    """Prints build, size and latencies: medians of some rounds. Stops where a count is wrong."""
    path = text.query_file(asked, "asked")
    expected = text.counts(asked)
    builds, answers = [], []
    for _ in range(rounds):
        builds.append(engine.build())
        answers.append(engine.query(path))
        wrong = scan.differences(asked, expected, answers[-1]["counts"])
        if wrong:
            sys.exit("counts differ from the scan (class, query, scan, found):\n" + "\n".join(map(str, wrong[:20])))
    build, answer = median(builds), median(answers)
    parts = ", ".join(f"{name} {count / 1e6:.1f}" for name, count in build["bytes"].items())
    print(f"build  {build['wall_s']:.2f} s wall, {build['cpu_s']:.2f} s CPU, peak {build['peak_mb']:.0f} MB "
          f"({build['before_mb']:.0f} MB of it the text), {text.figures['articles']} articles")
    print(f"size   MB: {parts}; {build['segments']} segments")
    print(f"memory {answer['rss_anon_mb']:.1f} MB anonymous while querying; counts as the scan's")
    print(f"{'µs':12} {'p50':>9} {'p99':>9} {'mean':>9}   best ten without reading their numbers: p50, p99")
    for name in (name for name in CLASSES if name in answer["latency"]):
        whole, search = answer["latency"][name], answer["search"][name]
        print(f"{name:12} {whole['p50_us']:9.1f} {whole['p99_us']:9.1f} {whole['mean_us']:9.1f}   "
              f"{search['p50_us']:9.1f} {search['p99_us']:9.1f}")
