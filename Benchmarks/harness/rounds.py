"""Engines taking turns: builds, openings and queries, and the medians of all rounds."""
from . import agreement
from .figures import median
from .machine import forget

OPENINGS = 3


def run(engines, text, query_sets, rounds):
    """{engine: {"build": {...}, "open": {...}, query set: {...}}}

    `query_sets` is {name: queries}. Before anything is timed all engines must find for all queries what the scan finds.
    """
    paths = {name: text.query_file(asked, name) for name, asked in query_sets.items()}
    agreed = {}
    for engine in engines:
        engine.build()
        agreed[engine.name] = {name: agreement.check(engine, text, asked, paths[name]) for name, asked in query_sets.items()}
    runs = {engine.name: [] for engine in engines}
    for _ in range(rounds):
        for engine, figures in _round(engines, paths):
            runs[engine.name].append(figures)
    return {name: {**median(figures), "agreement": agreed[name]} for name, figures in runs.items()}


def _round(engines, paths):
    figures = {engine.name: {"build": {}} for engine in engines}
    for stored in (False, True):
        for engine in engines:
            if stored in engine.texts:
                figures[engine.name]["build"]["with_text" if stored else "without_text"] = engine.build(stored)
    some_path = next(iter(paths.values()))
    for engine in engines:
        figures[engine.name]["open"] = {"warm": [], "cold": []}
    for _ in range(OPENINGS):
        for engine in engines:
            forget(engine.index())
            figures[engine.name]["open"]["cold"].append(engine.open(some_path))
            figures[engine.name]["open"]["warm"].append(engine.open(some_path))
    for engine in engines:
        opened = figures[engine.name]["open"]
        figures[engine.name]["open"] = {state: median(times) for state, times in opened.items()}
    for name, path in paths.items():
        for engine in engines:
            answers = engine.query(path)
            figures[engine.name][name] = {key: value for key, value in answers.items() if key not in ("counts", "top")}
    return [(engine, figures[engine.name]) for engine in engines]
