"""The same text perturbed to several times its size: what grows, and how fast."""
import shutil

from .engines import Lexigram
from .figures import ratio
from .queries import CLASSES

COPIES = (1, 3, 10)
# More than the largest text has: it is built in one go. With the usual limit runs are written and merged.
ALL_POSTINGS = 1_000_000_000


def run(text, path, steps, work):
    """[{"copies", "build_s", "build_in_runs_s", "cpu_s", "bytes", "postings", "peak_mb", "query": {CLASS: {...}}}]"""
    points = []
    for copies in COPIES:
        usual = Lexigram(text, work, steps, label=f"lexigram-{copies}-times-in-runs")
        merged = usual.build(options=("--copies", str(copies)))
        shutil.rmtree(usual.folder)
        engine = Lexigram(text, work, steps, label=f"lexigram-{copies}-times")
        built = engine.build(options=("--copies", str(copies), "--postings", str(ALL_POSTINGS)))
        asked = engine.query(path, warm=1, passes=3)
        points.append({"copies": copies, "units": built["units"], "build_s": built["wall_s"], "cpu_s": built["cpu_s"],
                       "peak_mb": built["peak_mb"], "build_in_runs_s": merged["wall_s"],
                       "peak_in_runs_mb": merged["peak_mb"], "segments": built["segments"], "bytes": built["bytes"]["total"],
                       "postings": asked["postings"], "query": asked["latency"]})
        shutil.rmtree(engine.folder)
    return points


def series(points):
    """{what: ([times the first point's], [what it has to do, times the first point's])}: a class of queries has its
    postings to do, building and storing have the articles."""
    def grown(value):
        return [ratio(value(point), value(points[0])) for point in points]
    articles = grown(lambda point: point["units"])
    lines = {"build": (grown(lambda point: point["build_s"]), articles),
             "build in runs": (grown(lambda point: point["build_in_runs_s"]), articles), "bytes": (grown(lambda point: point["bytes"]), articles)}
    for name in (name for name in CLASSES if name in points[0]["query"]):
        postings = grown(lambda point: point["postings"][name])
        for part in ("p50", "p99"):
            lines[f"{name} {part}"] = (grown(lambda point: point["query"][name][part + "_us"]), postings)
    return lines
