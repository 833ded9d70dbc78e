"""Whether engines find the same: no query is timed before this holds."""
import sys

from .queries import CLASSES


def check(engine, text, asked, path):
    """Stops the run where an engine finds another number of articles for a query than a scan of the text does."""
    expected = text.counts(asked)
    found = engine.query(path, warm=1, passes=1)["counts"]
    wrong = [(name, query, right, other) for (name, query), right, other in zip(asked, expected, found) if right != other]
    if wrong or len(found) != len(asked):
        lines = "\n".join(f"  {name} {query}: {right} by the scan, {other} found" for name, query, right, other in wrong[:20])
        sys.exit(f"{engine.name} finds another number for {len(wrong)} of {len(asked)} queries:\n{lines}")
    counts = {name: sum(one == name for one, _ in asked) for name in CLASSES}
    return {"queries": counts, "as_the_scan": len(asked)}
