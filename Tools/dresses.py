#!/usr/bin/env python3
"""Laws in the dress of portals that nobody listed, and how well they were read.

Usage: dresses.py render SHARED OUT [--only NAME,…] [--each N]
       dresses.py score OUT EXPORT.jsonl

SHARED/corpus holds build.py and the laws, which serve as the text at run time only. Every law is rendered in one dress;
its number and its dates (written, published, in some dresses effective) are made up, differ from each other, and stand
where such portals print them. OUT/manifest.jsonl fits corpus/score.py too, which scores titles, labels and texts;
`score` adds numbers and dates.
"""
import argparse, hashlib, json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "Dresses"))
import later, latest, portals
from law import Law

DRESSES = portals.DRESSES | later.DRESSES | latest.DRESSES


def render(shared, out, only, each):
    sys.path.insert(0, os.path.join(shared, "corpus"))
    import build, score
    names = only or list(DRESSES)
    left = {name: each for name in names}
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "manifest.jsonl"), "w", encoding="utf-8") as manifest:
        for path, law in score.laws():
            name = names[int(hashlib.sha1(path.encode()).hexdigest()[:6], 16) % len(names)]
            if not left[name] or not any(k == "article" for k, _, _ in law["blocks"]):
                continue
            left[name] -= 1
            w = Law(law, build.ARTICLE)
            place = os.path.join(out, name, path + ".html")
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "wb") as file:
                file.write(DRESSES[name](w))
            manifest.write(json.dumps({"path": f"{name}/{path}.html", "style": name, "title": w.title, "number": w.number, "written": w.written,
                                       "published": w.published, "effective": getattr(w, "effective", None)}, ensure_ascii=False) + "\n")


def score_facts(out, export):
    rows = {r["path"]: r for r in map(json.loads, open(os.path.join(out, "manifest.jsonl"), encoding="utf-8"))}
    tally = {}
    for line in open(export, encoding="utf-8"):
        d = json.loads(line)
        row = next((rows[p] for p in ("/".join(d["source"].split("/")[i:]) for i in range(len(d["source"].split("/")))) if p in rows), None)
        if not row:
            continue
        t = tally.setdefault(row["style"], dict(documents=0, number=0, written=0, published=0, effective=0, shown=0, mixed=0))
        t["documents"] += 1
        for key in ("number", "written", "published"):
            t[key] += d.get(key) == row[key]
        t["effective"] += row["effective"] is not None and d.get("effective") == row["effective"]
        t["shown"] += row["effective"] is not None
        t["mixed"] += d.get("written") == row["published"] or d.get("published") == row["written"]
    for name, t in sorted(tally.items()):
        print(f"{name:14}", "  ".join(f"{k} {v}" for k, v in t.items()))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(dest="what", required=True)
    r = sub.add_parser("render"); r.add_argument("shared"); r.add_argument("out"); r.add_argument("--only", default=""); r.add_argument("--each", type=int, default=60)
    s = sub.add_parser("score"); s.add_argument("out"); s.add_argument("export")
    a = ap.parse_args()
    if a.what == "render":
        render(a.shared, a.out, [n for n in a.only.split(",") if n], a.each)
    else:
        score_facts(a.out, a.export)


main()
