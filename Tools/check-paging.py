#!/usr/bin/env python3
"""Pages through the first hits of a query, 10,000 deep, in every way there is, and holds the pages against one list.

    Tools/check-paging.py --lexigram BINARY --index FOLDER [--depth 10000] [QUERY…]

For each query, order, grouping and choice of versions: the command line by --offset in pages of 1,000, the service by following
`Link: rel="next"` in pages of 100, and the service's one list of JSON lines. All three must be the same, hold nothing twice, and where
there are fewer hits than the depth, as many as `total` says. Ends with 1 where anything differs.
"""
import argparse
import itertools
import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

PORT = 8699
QUERIES = ["管理", "应当 处罚", "公司拖欠工资可以要求赔偿吗？"]


def name(hit):
    return hit["document"]["id"], (hit["provision"] or {}).get("id")


def by_offset(options, query, settings, page=1000):
    """The command line, page by page."""
    found, total, exact = [], None, None
    for offset in range(0, options.depth, page):
        command = [options.lexigram, "search", query, "--json", "--index", options.index, "--limit", str(page), "--offset", str(offset)]
        command += ["--" + key.replace("_", "-") + ("" if value == "1" else "=" + value) for key, value in settings.items()]
        answer = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout)
        found += [name(hit) for hit in answer["hits"]]
        total, exact = answer["total"], answer["total_is_exact"]
        if len(answer["hits"]) < page:
            break
    return found, total, exact


def get(target):
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{target}") as answer:
        return answer.read(), answer.headers


def by_link(query, settings, depth):
    """The service, from one page to the next. Returns the time of the slowest page too, in milliseconds."""
    target = "/api/search?" + urllib.parse.urlencode({"q": query, "limit": 100, **settings})
    found, slowest = [], 0.0
    while target and len(found) < depth:
        start = time.monotonic()
        body, headers = get(target)
        slowest = max(slowest, 1000 * (time.monotonic() - start))
        found += [name(hit) for hit in json.loads(body)["hits"]]
        match = re.search(r'<([^>]*)>; rel="next"', headers.get("Link") or "")
        target = match and match[1]
    return found, slowest


def as_lines(query, settings, depth):
    """The service's list in one piece."""
    body, _ = get("/api/search?" + urllib.parse.urlencode({"q": query, "limit": depth, "format": "ndjson", **settings}))
    return [name(json.loads(line)) for line in body.splitlines()]


def beyond(options):
    """What is said of an offset beyond the limits."""
    command = [options.lexigram, "search", "管理", "--offset", "100001", "--index", options.index]
    print("command line, --offset 100001:", subprocess.run(command, stderr=subprocess.PIPE, check=False).stderr.decode().splitlines()[0])
    try:
        get("/api/search?q=a&offset=10001")
    except urllib.error.HTTPError as error:
        print(f"service, offset=10001: {error.code}", json.load(error)["detail"])


def check(options, query):
    wrong = 0
    for sort, group, versions in itertools.product(["relevance", "newest", "oldest"], ["", "document"], ["", "1"]):
        settings = {"sort": sort} | ({"group": group} if group else {}) | ({"all_versions": versions} if versions else {})
        listed, total, exact = by_offset(options, query, settings)
        linked, slowest = by_link(query, settings, options.depth)
        lines = as_lines(query, settings, options.depth)
        faults = [fault for fault, isThere in [
            ("links differ", linked[:options.depth] != listed[:options.depth]), ("lines differ", lines != listed[:options.depth]),
            ("something twice", len(set(listed)) != len(listed)),
            ("not as many as the total", exact and total < options.depth and total != len(listed))] if isThere]
        wrong += len(faults)
        print(f"{query} {' '.join(settings.values())}: {len(listed)} of {total}, slowest page {slowest:.1f} ms;", ", ".join(faults) or "the same", flush=True)
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lexigram", required=True)
    parser.add_argument("--index", required=True)
    parser.add_argument("--depth", type=int, default=10_000)
    parser.add_argument("queries", nargs="*", default=QUERIES)
    options = parser.parse_args()
    service = subprocess.Popen([options.lexigram, "serve", "--index", options.index, "--port", str(PORT)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                get("/healthz")
                break
            except OSError:
                time.sleep(0.1)
        wrong = sum(check(options, query) for query in options.queries)
        beyond(options)
    finally:
        service.terminate()
        service.wait()
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
