"""Queries of which only some documents are wanted: what a filter costs, by how much it leaves."""
from .queries import CLASSES

#: One document in so many is left; 1 is no filter.
SHARES = (1, 3, 10, 30, 100, 1000)


def run(engine, path):
    """[{"one_in", "query": {CLASS: {...}}}]; the class count asks without a filter and is left out."""
    points = []
    for share in SHARES:
        asked = engine.query(path, options=("--keep-one-in", share))
        points.append({"one_in": share, "query": {name: asked["latency"][name] for name in CLASSES
                                                  if name != "count" and name in asked["latency"]}})
    return points
