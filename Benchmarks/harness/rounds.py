"""Engines taking turns: builds, openings and queries, and the medians of all rounds."""
from . import agreement
from .figures import median
from .machine import forget

OPENINGS = 3


def run(engines, text, query_sets, rounds):
    """{engine: {"build": {...}, "open": {...}, query set: {...}}}

    `query_sets` is {name: queries}. Once the first indexes are built, and before anything is asked for time, all
    engines must find for all queries what the scan finds.
    """
    paths = {name: text.query_file(asked, name) for name, asked in query_sets.items()}
    first = text.first_query_file(next(iter(query_sets.values())))
    agreed = {}

    def check():
        for engine in engines:
            agreed[engine.name] = {name: agreement.check(engine, text, asked, paths[name]) for name, asked in query_sets.items()}

    runs = {engine.name: [] for engine in engines}
    for number in range(rounds):
        for engine, figures in _round(engines, paths, first, check if number == 0 else None):
            runs[engine.name].append(figures)
    return {name: {**median(figures), "agreement": agreed[name]} for name, figures in runs.items()}


def _round(engines, paths, first, check):
    figures = {engine.name: {"build": {}} for engine in engines}
    for stored in (False, True):
        for engine in engines:
            if stored in engine.texts:
                figures[engine.name]["build"]["with_text" if stored else "without_text"] = engine.build(stored)
    if check:
        check()
    for engine in engines:
        figures[engine.name]["open"] = {"warm": [], "cold": []}
    for _ in range(OPENINGS):
        for engine in engines:
            forget(engine.index())
            figures[engine.name]["open"]["cold"].append(engine.open(first))
            figures[engine.name]["open"]["warm"].append(engine.open(first))
    for engine in engines:
        opened = figures[engine.name]["open"]
        figures[engine.name]["open"] = {state: median(times) for state, times in opened.items()}
    for name, path in paths.items():
        for engine in engines:
            answers = engine.query(path)
            figures[engine.name][name] = {key: value for key, value in answers.items() if key not in ("counts", "top")}
    return [(engine, figures[engine.name]) for engine in engines]
