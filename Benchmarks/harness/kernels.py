"""Instructions that the engine's main loops take, counted by callgrind: figures that a busy machine does not move."""
import json
import os
import re
import subprocess
import tempfile

from .engines import BINARY, Lexigram

KERNELS = ["decode-and-score-every-posting", "score-the-best-ten", "score-the-best-ten-of-any", "intersect", "check-phrases",
           "look-up-rare-terms"]
LINE = re.compile(r"\s*([\d,]+) \([^)]*\)\s+[^ :]*:(.+?)(?: \[[^\]]*\])?$")
PASSES = (1, 3)


def run(text, path, work, steps):
    """{kernel: instructions a pass, a query and a posting, and the functions that take the most}"""
    engine = Lexigram(text, work, steps)
    engine.build()
    return {kernel: _count(kernel, engine.folder, path) for kernel in KERNELS}


def _count(kernel, index, queries):
    with tempfile.TemporaryDirectory() as folder:
        profiles = [os.path.join(folder, f"passes-{passes}") for passes in PASSES]
        out = os.path.join(folder, "out.json")
        for profile, passes in zip(profiles, PASSES):
            subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", BINARY, "kernel", "--index", index,
                            "--queries", queries, "--kernel", kernel, "--repeats", str(passes), "--out", out],
                           check=True, stderr=subprocess.DEVNULL)
        with open(out, encoding="utf-8") as file:
            work = json.load(file)
        fewer, more = (_functions(profile) for profile in profiles)
    # What is in both runs alike, starting, opening and counting the work, falls out.
    cost = {name: (count - fewer.get(name, 0)) // (PASSES[1] - PASSES[0]) for name, count in more.items()}
    whole = sum(cost.values())
    most = sorted(cost, key=cost.get, reverse=True)[:6]
    return {**work, "instructions": whole, "per_query": whole // max(1, work["queries"]), "per_posting": round(whole / max(1, work["postings"]), 2),
            "functions": [{"name": name, "share": round(cost[name] / max(1, whole), 3)} for name in most]}


def _functions(profile):
    """{function: instructions of its own}"""
    shown = subprocess.run(["callgrind_annotate", "--threshold=100", "--auto=no", profile], check=True, capture_output=True, text=True).stdout
    plain = subprocess.run(["swift", "demangle", "--simplified", "--compact"], input=shown, check=True, capture_output=True, text=True).stdout
    counts = {}
    for line in plain.splitlines():
        found = LINE.match(line)
        if found:
            counts[found[2]] = counts.get(found[2], 0) + int(found[1].replace(",", ""))
    return counts


def write(result, path):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(result, file, ensure_ascii=False, indent=1)
        file.write("\n")
