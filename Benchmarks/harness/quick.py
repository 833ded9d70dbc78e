"""A short look at Lexigram alone, for whoever is changing the engine."""
from . import agreement, report
from .figures import median


def run(engine, text, asked, rounds=3):
    """Prints build, size and latencies: medians of some rounds. Stops where a count is wrong."""
    path = text.query_file(asked, "asked")
    builds = [engine.build()]
    agreement.check(engine, text, asked, path)
    answers = []
    for _ in range(rounds):
        builds.append(engine.build())
        answers.append(engine.query(path))
    build, answer = median(builds[1:]), median(answers)
    parts = ", ".join(f"{name} {count / 1e6:.1f}" for name, count in build["bytes"].items())
    print(f"build  {build['wall_s']:.2f} s wall, {build['cpu_s']:.2f} s CPU, peak {build['peak_mb']:.0f} MB "
          f"({build['before_mb']:.0f} MB of it the text), {text.figures['articles']} articles")
    print(f"size   MB: {parts}; {build['segments']} segments")
    print(f"memory {answer['rss_anon_mb']:.1f} MB anonymous while querying; counts as the scan's")
    print(report.table(["µs", "p50", "p99", "mean", "search p50", "search p99"], [
        [name, *(f"{whole[key]:.1f}" for key in ("p50_us", "p99_us", "mean_us")), *(f"{answer['search'][name][key]:.1f}" for key in ("p50_us", "p99_us"))]
        for name, whole in answer["latency"].items()]))
