#!/usr/bin/env python3
"""Learns how a question's best candidates are put in order (Sources/LegalSearch/Searching/LearnedOrder.swift) from questions with known answers.

    learn.py check --lexigram BIN --index DIR --questions FILE      what it gains on questions it has not seen (five folds)
    learn.py write --lexigram BIN --index DIR --questions FILE      learns from all of them and writes the table of trees

Boosted trees with LambdaMART's gradients (Burges, "From RankNet to LambdaRank to LambdaMART", 2010), each tree of depth three with one
question on each level. FILE is as tune.py reads it. Needs NumPy.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import zlib

import numpy as np

sys.dont_write_bytecode = True
import tune

TABLE = tune.HERE.parent / "Sources/LegalSearch/Searching/Tables/RankingTrees+Learned.swift"
# As in RankingFeatures.Name, in this order.
FEATURES = ["score", "own", "text", "pairs", "characters", "coverage", "authority", "length", "ordinal", "law", "neighbour"]
DEPTH = 300
SHARPNESS = 6
TREES, RATE, RIDGE, BINS = 100, 0.07, 10, 32
# Share of the features that a tree may choose from, and of the questions that it learns from.
CHOICE, SAMPLE = 0.6, 0.7
# Only what stands above this rank, or would, is worth a gradient.
HORIZON = 30


def ask(options, questions):
    """For every question the hits and the features of its candidates, without what was learned before."""
    command = [options.lexigram, "search", "--batch", "-", "--json", "--explain", "--limit", str(DEPTH), "--index", options.index,
               "--ranking", "learned=0"]
    lines = "".join(q["question"].replace("\n", " ") + "\n" for q in questions)
    run = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE)
    if run.returncode not in (0, 2):
        sys.exit(f"learn.py: {' '.join(command)} ended with {run.returncode}")
    hits, rows = [], []
    for line in run.stdout.splitlines():
        found = json.loads(line).get("hits", [])
        hits.append([(tune.key(h["document"]["title"]), tune.label((h["provision"] or {}).get("label")), h["document"]["version"])
                     for h in found])
        rows.append(features(found))
    return hits, rows


def features(hits):
    """A row for each hit; rows of hits that were not looked at closely are left as zeros."""
    table = np.zeros((len(hits), len(FEATURES)))
    seen = {}
    for row, hit in zip(table, hits):
        part = hit["explanation"]
        if "coverage" not in part:
            continue
        text = part["text"] + part.get("characters", 0)
        law = part.get("law", 0)
        document = hit["document"]["id"]
        row[:] = [hit["score"], text * part["prior"], text, part["text"], part.get("characters", 0), part["coverage"], part["authority"],
                  np.log1p(part["length"]), seen.get(document, 0), law, part["neighbour"]]
        seen[document] = seen.get(document, 0) + 1
    best = np.maximum(table.max(axis=0, initial=0), 1e-30)
    table[:, :5] /= best[:5]
    table[:, 9] /= best[1]
    return table


def relevance(question, hits):
    """1 for a hit that answers."""
    accepted = {}
    for entry in question["relevant"]:
        day = None if entry.get("any_version") else entry.get("version_date")
        accepted.setdefault((tune.key(entry["title"]), tune.label(entry["article"])), []).append(day)
    def answers(title, article, version):
        days = accepted.get((title, article), accepted.get((title, ""), []))
        return any(day is None or version is None or day == version for day in days)
    return np.array([float(answers(*hit)) for hit in hits])


def gradients(scores, relevant):
    """First and second derivatives of the pairwise loss, each pair weighted by what exchanging it would change in nDCG."""
    gradient, curvature = np.zeros(len(scores)), np.zeros(len(scores))
    good, bad = np.nonzero(relevant > 0)[0], np.nonzero(relevant == 0)[0]
    if not len(good):
        return gradient, curvature
    rank = np.empty(len(scores), int)
    rank[np.argsort(-scores, kind="stable")] = np.arange(len(scores))
    discount = 1 / np.log2(rank + 2.0)
    ideal = (1 / np.log2(np.arange(min(len(good), 10)) + 2.0)).sum()
    for one in good:
        others = bad if rank[one] < HORIZON else bad[rank[bad] < HORIZON]
        wrong = 1 / (1 + np.exp(np.clip(scores[one] - scores[others], -30, 30)))
        weight = np.abs(discount[one] - discount[others]) / ideal
        gradient[one] += (wrong * weight).sum()
        gradient[others] -= wrong * weight
        curvature[one] += (wrong * (1 - wrong) * weight).sum()
        curvature[others] += wrong * (1 - wrong) * weight
    return gradient, curvature


def split(codes, borders, leaf, leaves, gradient, curvature):
    """The feature's best border for all leaves at once, and its gain."""
    bins = len(borders) + 1
    place = leaf * bins + codes
    def sums(values):
        return np.bincount(place, values, leaves * bins).reshape(leaves, bins)
    slope, bend = sums(gradient), sums(curvature)
    left, bent = slope.cumsum(1)[:, :-1], bend.cumsum(1)[:, :-1]
    right, other = slope.sum(1, keepdims=True) - left, bend.sum(1, keepdims=True) - bent
    gain = (left ** 2 / (bent + RIDGE) + right ** 2 / (other + RIDGE)).sum(0)
    border = int(gain.argmax())
    return gain[border], border


def learn(rows, relevants):
    """The trees: [(features, thresholds, values)]."""
    draw = np.random.default_rng(0)
    flat, ends = np.concatenate(rows), np.cumsum([len(row) for row in rows])
    starts = ends - [len(row) for row in rows]
    borders = [np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1])) for column in flat.T]
    codes = np.stack([np.searchsorted(b, column, side="left") for b, column in zip(borders, flat.T)], 1)
    scores = start(flat)
    trees = []
    for _ in range(TREES):
        gradient, curvature = np.zeros(len(flat)), np.zeros(len(flat))
        kept = np.zeros(len(flat), bool)
        for first, last, relevant in zip(starts, ends, relevants):
            gradient[first:last], curvature[first:last] = gradients(scores[first:last], relevant)
            kept[first:last] = draw.random() < SAMPLE
        choice = draw.permutation(flat.shape[1])[:round(CHOICE * flat.shape[1])]
        leaf, chosen = np.zeros(kept.sum(), int), []
        for level in range(3):
            found = [split(codes[kept, f], borders[f], leaf, 1 << level, gradient[kept], curvature[kept]) + (f,) for f in choice
                     if len(borders[f])]
            _, border, feature = max(found)
            chosen.append((feature, float(np.float32(borders[feature][border]))))
            leaf = leaf * 2 + (codes[kept, feature] > border)
        values = RATE * np.bincount(leaf, gradient[kept], 8) / (np.bincount(leaf, curvature[kept], 8) + RIDGE)
        trees.append(([f for f, _ in chosen], [t for _, t in chosen], values.round(5)))
        scores += apply(flat, trees[-1:])
    return trees


def start(rows):
    return SHARPNESS * np.log(np.maximum(rows[:, 0], 1e-3))


def apply(rows, trees):
    total = np.zeros(len(rows))
    for chosen, thresholds, values in trees:
        leaf = np.zeros(len(rows), int)
        for feature, threshold in zip(chosen, thresholds):
            leaf = leaf * 2 + (rows[:, feature] > threshold)
        total += values[leaf]
    return total


def check(questions, hits, rows, relevants):
    folds = np.array([zlib.crc32(str(q["id"]).encode()) % tune.FOLDS for q in questions])
    before = [tune.measure(q, h[:100]) for q, h in zip(questions, hits)]
    after = list(before)
    for fold in range(tune.FOLDS):
        seen = [i for i in range(len(questions)) if folds[i] != fold and relevants[i].any()]
        trees = learn([rows[i] for i in seen], [relevants[i] for i in seen])
        for i in np.nonzero(folds == fold)[0]:
            order = np.argsort(-(start(rows[i]) + apply(rows[i], trees)), kind="stable")[:100]
            after[i] = tune.measure(questions[i], [hits[i][k] for k in order])
    civil = [any("民法典" == tune.key(r["title"]) for r in q["relevant"]) for q in questions]
    groups = [("all", [True] * len(civil)), ("answers in the Civil Code", civil), ("the others", [not c for c in civil])]
    for name, group in groups:
        old, new = ([row for row, g in zip(rows_, group) if g] for rows_ in (before, after))
        low, high = tune.interval([a[0] - b[0] for a, b in zip(new, old)])
        print(f"{name} ({len(old)}): nDCG@10 {tune.mean(old):.4f} → {tune.mean(new):.4f} [{low:+.3f}, {high:+.3f}], "
              f"Recall@100 {tune.mean(old, 1):.4f} → {tune.mean(new, 1):.4f}", flush=True)
    for fold in range(tune.FOLDS):
        old, new = ([row for row, f in zip(rows_, folds) if f == fold] for rows_ in (before, after))
        print(f"fold {fold} ({len(old)}): {tune.mean(old):.4f} → {tune.mean(new):.4f}")


def write(trees):
    def number(value):
        return f"{value:.7g}"
    lines = [" ".join(f"{f} {number(t)}" for f, t in zip(chosen, thresholds)) + " " + " ".join(map(number, values))
             for chosen, thresholds, values in trees]
    TABLE.write_text("extension RankingTrees {\n    /// Written by `Relevance/learn.py`; see Relevance/README.md.\n"
                     '    package static let learnedText = """\n' + "".join(f"        {line}\n" for line in lines)
                     + '        """\n}\n', encoding="utf-8")
    print(f"{len(trees)} trees in {TABLE.name}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["check", "write"])
    for name in ("lexigram", "index", "questions"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    questions = [json.loads(line) for line in pathlib.Path(options.questions).read_text(encoding="utf-8").splitlines() if line.strip()]
    hits, rows = ask(options, questions)
    relevants = [relevance(q, h) for q, h in zip(questions, hits)]
    if options.task == "check":
        return check(questions, hits, rows, relevants)
    useful = [i for i in range(len(questions)) if relevants[i].any()]
    write(learn([rows[i] for i in useful], [relevants[i] for i in useful]))


if __name__ == "__main__":
    main()
