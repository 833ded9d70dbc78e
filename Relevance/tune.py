#!/usr/bin/env python3
"""Measures and tunes the ranking settings (Sources/LegalSearch/Searching/RankingSettings.swift) on questions with known answers.

    tune.py ablate --lexigram BIN --index DIR --questions FILE      what each part is worth, by switching it off
    tune.py search --lexigram BIN --index DIR --questions FILE      one pass of coordinate ascent, cross-validated
    tune.py local  --lexigram BIN --index DIR                       our own local look-ups (local-lookups.jsonl)

FILE has one JSON object a line: {"id", "question", "relevant": [{"title", "article", "version_date", "any_version", "answer"}]}.
Entries with the same "answer" stand for each other. Nothing is written: better settings are printed, and a person puts them in.
"""
import argparse
import json
import math
import pathlib
import random
import re
import subprocess
import sys
import zlib

HERE = pathlib.Path(__file__).resolve().parent
FOLDS = 5
# Each part, and the setting that switches it off.
PARTS = {
    "synonyms": ["synonyms=0"],
    "what answered questions taught": ["learned=0"],
    "single characters": ["characters=0"],
    "support within a law": ["lawShare=0"],
    "laws that others name": ["named=0"],
    "priors by kind": ["law=1", "regulation=1", "interpretation=1", "localRule=1", "normative=1", "notLaw=1"],
    "function words": ["functionWords=1"],
    "titles": ["questionTitle=0"],
    "headings": ["questionHeading=0"],
}
# What coordinate ascent tries for each setting.
GRID = {
    "synonyms": [0.2, 0.35, 0.5, 0.7], "characters": [0.8, 1.15, 1.5], "lawShare": [0.2, 0.3, 0.5], "lawDepth": [3, 5],
    "named": [0.03, 0.06, 0.09], "interpretation": [1, 1.1, 1.2], "localRule": [0.5, 0.6, 0.7], "law": [1.1, 1.2, 1.3],
    "functionWords": [0.15, 0.3, 0.5], "questionSaturation": [0.8, 1, 1.3], "questionLength": [0.65, 0.75, 0.85],
    "questionTitle": [0.1, 0.2, 0.35], "questionHeading": [0.2, 0.3, 0.5], "closeDepth": [300, 500, 1000],
}


def key(title):
    return re.sub(r"[\s《》（）()〈〉·]", "", title.replace("中华人民共和国", ""))


def label(article):
    return re.sub(r"\s", "", article or "")


def ask(options, questions, settings, extra=()):
    """The hits of every question: [(title, article, version)]."""
    command = [options.lexigram, "search", "--batch", "-", "--json", "--limit", "100", "--index", options.index, *extra]
    for setting in settings:
        command += ["--ranking", setting]
    lines = "".join(q["question"].replace("\n", " ") + "\n" for q in questions)
    run = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE)
    if run.returncode not in (0, 2):
        sys.exit(f"tune.py: {' '.join(command)} ended with {run.returncode}")
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    return [[(key(h["document"]["title"]), label((h["provision"] or {}).get("label")), h["document"]["version"])
             for h in answer.get("hits", [])] for answer in answers]


def measure(question, hits):
    """(nDCG@10, Recall@100, 1 if the first hit answers)."""
    accepted = {}
    for n, entry in enumerate(question["relevant"]):
        day = None if entry.get("any_version") else entry.get("version_date")
        accepted.setdefault((key(entry["title"]), label(entry["article"])), []).append((day, entry.get("answer", n)))
    answers = {a for entries in accepted.values() for _, a in entries}
    found, seen, rank, ranks = set(), set(), 0, []
    for title, article, version in hits:
        entries = accepted.get((title, article), accepted.get((title, ""), []))
        answer = next((a for d, a in entries if d is None or version is None or d == version), None)
        if answer in found or (answer is None and (title, article) in seen):
            continue
        rank += 1
        seen.add((title, article))
        if answer is not None:
            found.add(answer)
            ranks.append(rank)
    ideal = sum(1 / math.log2(i + 1) for i in range(1, min(len(answers), 10) + 1))
    gain = sum(1 / math.log2(r + 1) for r in ranks if r <= 10) / ideal
    return gain, sum(r <= 100 for r in ranks) / len(answers), float(1 in ranks)


def scores(options, questions, settings=(), extra=()):
    return [measure(q, h) for q, h in zip(questions, ask(options, questions, settings, extra))]


def mean(rows, column=0):
    return sum(row[column] for row in rows) / max(1, len(rows))


def interval(differences, samples=1000):
    draw = random.Random(1)
    means = sorted(sum(draw.choices(differences, k=len(differences))) / len(differences) for _ in range(samples))
    return means[int(0.025 * samples)], means[int(0.975 * samples)]


def ablate(options, questions):
    whole = scores(options, questions)
    civil = [any("民法典" == key(r["title"]) for r in q["relevant"]) for q in questions]
    print(f"| all of it | {mean(whole):.3f} | {mean(whole, 1):.3f} | |")
    for name, wanted in (("answers in the Civil Code", True), ("the others", False)):
        rows = [row for row, c in zip(whole, civil) if c == wanted]
        print(f"| … {name} ({len(rows)}) | {mean(rows):.3f} | {mean(rows, 1):.3f} | |")
    for part, settings in PARTS.items():
        rows = scores(options, questions, settings)
        low, high = interval([a[0] - b[0] for a, b in zip(whole, rows)])
        print(f"| without {part} | {mean(rows):.3f} | {mean(rows, 1):.3f} | {mean(whole) - mean(rows):+.3f} [{low:+.3f}, {high:+.3f}] |", flush=True)


def search(options, questions):
    """For each setting: the value that is best on four folds is judged on the fifth; it is proposed where the folds agree."""
    folds = [zlib.crc32(str(q["id"]).encode()) % FOLDS for q in questions]
    chosen = []
    base = scores(options, questions)
    for name, values in GRID.items():
        rows = {value: scores(options, questions, chosen + [f"{name}={value}"]) for value in values}
        picks, held = [], []
        for fold in range(FOLDS):
            train = {v: mean([s for s, f in zip(r, folds) if f != fold]) for v, r in rows.items()}
            best = max(train, key=train.get)
            picks.append(best)
            held += [r[0] - b[0] for r, b, f in zip(rows[best], base, folds) if f == fold]
        gain = sum(held) / len(held)
        value = max(set(picks), key=picks.count)
        verdict = "take" if gain > 0 and picks.count(value) >= 4 else "keep"
        print(f"{name}: {picks} held-out gain {gain:+.4f} → {verdict} {value}", flush=True)
        if verdict == "take":
            chosen.append(f"{name}={value}")
            base = rows[value]
    print("settings:", " ".join(chosen) or "as they are")


def local(options):
    questions = [json.loads(line) for line in open(HERE / "local-lookups.jsonl", encoding="utf-8")]
    found = sum(scores(options, [q], extra=["--region", q["region"]] if q.get("region") else [])[0][2] for q in questions)
    print(f"local look-ups, Hit@1: {found:.0f} of {len(questions)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["ablate", "search", "local"])
    parser.add_argument("--lexigram", required=True)
    parser.add_argument("--index", required=True)
    parser.add_argument("--questions")
    options = parser.parse_args()
    if options.task == "local":
        return local(options)
    if not options.questions:
        parser.error("--questions is needed")
    questions = [json.loads(line) for line in open(options.questions, encoding="utf-8") if line.strip()]
    (ablate if options.task == "ablate" else search)(options, questions)


if __name__ == "__main__":
    main()
