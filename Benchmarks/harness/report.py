"""Figures to read: tables, and the file that is kept."""
import json
import os

from . import drawing, growth
from .figures import ratio
from .queries import CLASSES

QUERY_SETS = {"query": "queries", "drawn_query": "other queries, drawn with seed {seed}"}


def table(heads, rows):
    """A table in Markdown, its columns aligned for a terminal too; Han characters take two columns."""
    cells = [[str(cell) for cell in row] for row in [heads, *rows]]
    widths = [max(_columns(row[at]) for row in cells) for at in range(len(heads))]
    def line(row):
        padded = (cell + " " * (width - _columns(cell)) if at == 0 else " " * (width - _columns(cell)) + cell
                  for at, (cell, width) in enumerate(zip(row, widths)))
        return "| " + " | ".join(padded) + " |"
    rule = "|" + "|".join("-" * (width + 1) + ("-" if at == 0 else ":") for at, width in enumerate(widths)) + "|"
    return "\n".join([line(cells[0]), rule, *(line(row) for row in cells[1:])])


def _columns(text):
    return sum(2 if ord(character) >= 0x2E80 else 1 for character in text)


def ratios(absolute):
    """Peer ÷ Lexigram, above 1 where Lexigram is better. Lexigram stores the text in every figure of its own."""
    own = absolute["lexigram"]
    peers = {name: figures for name, figures in absolute.items() if name != "lexigram"}
    def against(value, own_value=None):
        return {name: ratio(value(figures), (own_value or value)(own)) for name, figures in peers.items()}
    def built(key, text):
        return against(lambda figures: figures["build"][text][key], lambda figures: figures["build"]["with_text"][key])
    result = {"build": built("wall_s", "without_text"), "cpu": built("cpu_s", "without_text"),
              "build_with_text": built("wall_s", "with_text"), "cpu_with_text": built("cpu_s", "with_text"),
              "size": against(lambda figures: figures["build"]["with_text"]["bytes"]["total"]),
              "open": against(lambda figures: figures["open"]["warm"]["open_ms"]),
              "reopen": against(lambda figures: figures["open"]["warm"]["reopen_ms"]),
              "open_cold": against(lambda figures: figures["open"]["cold"]["open_ms"])}
    for asked in QUERY_SETS:
        result[asked] = {
            name: {part: against(lambda figures: figures[asked]["latency"][name][part + "_us"]) for part in ("p50", "p99", "mean")}
            for name in CLASSES if name in own[asked]["latency"]}
    return result


def engines(absolute, seed):
    """Builds, openings and queries of all engines, as Markdown."""
    parts = ["## Build, one thread, from text in memory to a commit on the disk", table(
        ["", "wall s", "CPU s", "peak MB", "MB on disk"],
        [[name + ("" if text == "without_text" else ", text stored"), f"{build['wall_s']:.2f}", f"{build['cpu_s']:.2f}",
          f"{build['peak_mb']:.0f}", f"{build['bytes']['total'] / 1e6:.1f}"]
         for name, figures in absolute.items() for text, build in figures["build"].items()])]
    own = absolute["lexigram"]["build"]["with_text"]
    parts.append("lexigram's bytes, MB: " + ", ".join(f"{name} {count / 1e6:.2f}" for name, count in own["bytes"].items())
                 + f"; {own['terms']} terms, {own['segments']} segments. Anonymous memory while querying: "
                 + f"{absolute['lexigram']['query']['rss_anon_mb']:.1f} MB.")
    parts += ["## Open, ms", table(
        ["", "first in a process", "again", "first, cold files", "first answer", "first answer, cold"],
        [[name, *(f"{value:.2f}" for value in (
            figures["open"]["warm"]["open_ms"], figures["open"]["warm"]["reopen_ms"], figures["open"]["cold"]["open_ms"],
            figures["open"]["warm"]["first_query_ms"], figures["open"]["cold"]["first_query_ms"]))]
         for name, figures in absolute.items()])]
    for asked, title in QUERY_SETS.items():
        parts += [f"## Latency of {title.format(seed=seed)}, µs: p50 / p99 / mean", _latencies(absolute, asked)]
    return "\n\n".join(parts)


def bounded(build, postings):
    """A build in less memory, as Markdown."""
    return (f"With at most {postings:,} postings in memory: {build['wall_s']:.2f} s wall, {build['cpu_s']:.2f} s CPU, peak {build['peak_mb']:.0f} MB, "
            f"{build['before_mb']:.0f} MB of it the text; {build['segments']} segments of {build['bytes']['total'] / 1e6:.1f} MB.")


def two_threads(build):
    """A build by two threads, as Markdown."""
    return f"By two threads: {build['wall_s']:.2f} s wall, {build['cpu_s']:.2f} s CPU, peak {build['peak_mb']:.0f} MB."


def _latencies(absolute, asked):
    names = [name for name in CLASSES if name in absolute["lexigram"][asked]["latency"]]
    return table(["", *names], [
        [engine, *(" / ".join(_short(figures[asked]["latency"][name][key]) for key in ("p50_us", "p99_us", "mean_us")) for name in names)]
        for engine, figures in absolute.items()])


def _short(number):
    return f"{number:.1f}" if number < 100 else f"{number:,.0f}"


def compared(found):
    """The ratios, as Markdown."""
    peers = list(found["build"])
    if not peers:
        return ""
    rows = [[name.replace("_", " "), *(found[name][peer] for peer in peers)]
            for name in ("build", "build_with_text", "cpu", "cpu_with_text", "size", "open", "reopen", "open_cold")]
    for asked in QUERY_SETS:
        for name, parts in found[asked].items():
            for part, values in parts.items():
                rows.append([f"{'drawn: ' if asked == 'drawn_query' else ''}{name} {part}", *(values[peer] for peer in peers)])
    return "## Peer ÷ Lexigram (above 1: Lexigram is better)\n\n" + table(["", *peers], rows)


def living(figures):
    """Adding, committing, reading meanwhile, as Markdown."""
    rows = [[name.replace("_", " "), _short(added["commit"]["p50_us"] / 1e3), _short(added["commit"]["p99_us"] / 1e3),
             _short(added["visible"]["p50_us"] / 1e3), _short(added["writer_ms"])] for name, added in figures["add"].items()]
    parts = ["## One document more, ms", table(["", "commit p50", "commit p99", "until a reader has it", "open the writer"], rows)]
    commits, reader = figures["commits"], figures["commits"]["reader"]
    parts.append(f"{commits['commit']['n']} commits of a document each: {commits['seconds']:.1f} s, p50 {commits['commit']['p50_us'] / 1e3:.2f} ms, "
                 f"p99 {commits['commit']['p99_us'] / 1e3:.2f} ms; at most {commits['most_segments']} segments; {commits['written_bytes'] / 1e6:.0f} MB "
                 f"written for {(commits['end_bytes'] - commits['start_bytes']) / 1e6:.1f} MB more of index, write amplification "
                 f"{commits['write_amplification']:.2f}; compacted in {commits['compact_seconds']:.2f} s to {commits['compact_segments']} segment "
                 f"of {commits['compact_bytes'] / 1e6:.1f} MB. A reader took up {reader['refreshes']} commits, in {reader['refresh']['p50_us'] / 1e3:.2f} ms "
                 f"(p99 {reader['refresh']['p99_us'] / 1e3:.2f}).")
    names = [name for name in ["all", *CLASSES] if name in reader["during"]]
    states = ("idle", "during", "after")
    parts += ["## Queries before, beside and after the commits, µs", table(
        ["", "p50 before", "beside", "after", "p99 before", "beside", "after", "p99 beside ÷ before", "÷ after"], [
            [name, *(_short(reader[state][name][key]) for key in ("p50_us", "p99_us") for state in states),
             *(ratio(reader["during"][name]["p99_us"], reader[state][name]["p99_us"]) for state in ("idle", "after"))]
            for name in names]), "After them all is one segment again, and larger by what was added."]
    many = figures["open_many_segments"]
    parts.append(f"An index of {many['segments']} segments opens in {many['open_ms']:.2f} ms, again in {many['reopen_ms']:.2f} ms.")
    return "\n\n".join(parts)


def filtered(points):
    """Latencies under filters, as Markdown."""
    names = list(points[0]["query"])
    return "## Documents that a filter leaves, one in so many: µs, p50 / p99\n\n" + table(
        ["one in", *names],
        [[point["one_in"], *(f"{_short(one['p50_us'])} / {_short(one['p99_us'])}" for one in point["query"].values())]
         for point in points])


def grown(points):
    """Growth, as Markdown."""
    copies = [point["copies"] for point in points[1:]]
    return f"## Growth: times the figures of {points[0]['units']} articles, and times its articles or postings\n\n" + table(
        ["", *(f"{times}×" for times in copies), *(f"work {times}×" for times in copies)],
        [[name, *values[1:], *work[1:]] for name, (values, work) in growth.series(points).items()])


def write(result, tables, folder):
    """latest.json, latest.md and growth.svg."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "latest.json"), "w", encoding="utf-8") as file:
        json.dump(result, file, ensure_ascii=False, indent=1)
        file.write("\n")
    with open(os.path.join(folder, "latest.md"), "w", encoding="utf-8") as file:
        file.write(tables + "\n")
    if result["absolute"].get("growth"):
        points = result["absolute"]["growth"]
        drawn = {"in proportion": [point["copies"] for point in points],
                 **{name: values for name, (values, _) in growth.series(points).items() if not name.endswith("p99")}}
        with open(os.path.join(folder, "growth.svg"), "w", encoding="utf-8") as file:
            file.write(drawing.lines("Growth of the index and its queries", "times the text", "times the figure at 1×",
                                     [point["copies"] for point in points], drawn))
