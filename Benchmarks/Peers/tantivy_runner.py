#!/usr/bin/env python3
"""Tantivy as a peer. Each call is one step and writes one JSON object to OUT.

    tantivy_runner.py build BIGRAMS ARTICLES|- FOLDER OUT    with ARTICLES the text is stored too
    tantivy_runner.py open FOLDER QUERIES OUT
    tantivy_runner.py query FOLDER QUERIES WARM PASSES OUT

Tantivy's own n-grams all stand at one position and know no phrases, so it is given text that is cut already and cuts it
at the blanks. Cutting is not in its figures.
"""
import gc
import json
import os
import resource
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import tantivy

from harness import queries
from harness.analysis import tokens

WEIGHTS = {"title": 2.0, "text": 1.0}
LIMIT = 10


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def with_tokenizer(index):
    index.register_tokenizer("cut", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def rows(path):
    """[(number, title, text)]"""
    with open(path, encoding="utf-8") as file:
        fields = (line.rstrip("\n").replace("\\n", "\n").split("\t", 3) for line in file)
        return [(int(number), title, text) for number, _, title, text in fields]


def build(cut_path, text_path, folder):
    cut = rows(cut_path)
    stored = [(title.encode() + b"\n" + text.encode()) for _, title, text in rows(text_path)] if text_path != "-" else None
    os.makedirs(folder)
    cpu, start = cpu_seconds(), time.perf_counter()
    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("number", stored=False, indexed=False, fast=True)
    for field in WEIGHTS:
        schema.add_text_field(field, stored=False, tokenizer_name="cut", index_option="position")
    if stored:
        schema.add_bytes_field("stored", stored=True, indexed=False)
    index = with_tokenizer(tantivy.Index(schema.build(), path=folder))
    writer = index.writer(heap_size=512_000_000, num_threads=1)
    for place, (number, title, text) in enumerate(cut):
        document = tantivy.Document()
        document.add_unsigned("number", number)
        document.add_text("title", title)
        document.add_text("text", text)
        if stored:
            document.add_bytes("stored", stored[place])
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    wall, cpu = time.perf_counter() - start, cpu_seconds() - cpu
    index.reload()
    searcher = index.searcher()
    if searcher.num_docs != len(cut):
        sys.exit(f"{searcher.num_docs} documents of {len(cut)} are in Tantivy's index")
    size = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))
    return {"wall_s": wall, "cpu_s": cpu, "peak_mb": peak_megabytes(), "bytes": size, "segments": searcher.num_segments,
            "version": f"tantivy {tantivy.__version__}"}


class Searcher:
    def __init__(self, folder):
        index = with_tokenizer(tantivy.Index.open(folder))
        self.schema, self.searcher = index.schema, index.searcher()

    def prepare(self, name, text):
        """A query for the best ten, and one that only counts."""
        query = tantivy.Query
        if name == "or":
            parts = [(tantivy.Occur.Should, self._weighted(query.term_query(self.schema, field, bigram, "freq"), field))
                     for bigram in dict.fromkeys(tokens(text)) for field in WEIGHTS]
            best = query.boolean_query(parts)
        else:
            words = [self._word(word) for word in text.split(" ")]
            best = words[0] if len(words) == 1 else query.boolean_query([(tantivy.Occur.Must, word) for word in words])
        return best, query.const_score_query(best, 1.0)

    def _word(self, word):
        """A word in the title or in the text; one longer than a bigram is a phrase of its bigrams."""
        bigrams, query = tokens(word), tantivy.Query
        return query.boolean_query([
            (tantivy.Occur.Should, self._weighted(
                query.term_query(self.schema, field, bigrams[0], "freq") if len(bigrams) == 1
                else query.phrase_query(self.schema, field, bigrams), field))
            for field in WEIGHTS])

    @staticmethod
    def _weighted(query, field):
        return query if WEIGHTS[field] == 1 else tantivy.Query.boost_query(query, WEIGHTS[field])

    def best(self, query):
        """The articles' numbers of the best ten; only without a count may Tantivy skip what cannot be among them."""
        hits = self.searcher.search(query, LIMIT, count=False).hits
        return self.searcher.fast_field_values("number", [address for _, address in hits])

    def count(self, query):
        """The binding has no search that only counts: one hit, unscored, and a count are the least it can do."""
        return self.searcher.search(query, 1, count=True).count


def open_index(folder, query_path):
    start = time.perf_counter()
    searcher = Searcher(folder)
    opened = time.perf_counter()
    best, _ = searcher.prepare(*queries.read(query_path)[0])
    asked = time.perf_counter()
    searcher.best(best)
    answered = time.perf_counter()
    again = []
    for _ in range(5):
        began = time.perf_counter()
        Searcher(folder)
        again.append(time.perf_counter() - began)
    return {"open_ms": (opened - start) * 1e3, "first_query_ms": (answered - asked) * 1e3, "reopen_ms": statistics.median(again) * 1e3}


def summary(nanoseconds):
    """Percentiles by nearest rank, in microseconds."""
    ordered = sorted(nanoseconds)
    def percentile(percent):
        return ordered[(len(ordered) * percent + 99) // 100 - 1] / 1e3
    return {"n": len(ordered), "p50_us": percentile(50), "p99_us": percentile(99), "mean_us": statistics.fmean(ordered) / 1e3}


def query_index(folder, query_path, warm, passes):
    searcher = Searcher(folder)
    prepared = [(name, *searcher.prepare(name, text)) for name, text in queries.read(query_path)]
    times = {name: [] for name, _, _ in prepared}
    clock = time.perf_counter_ns
    gc.collect()
    gc.disable()
    for done in range(warm + passes):
        for name, best, counting in prepared:
            start = clock()
            if name == "count":
                searcher.count(counting)
            else:
                searcher.best(best)
            taken = clock() - start
            if done >= warm:
                times[name].append(taken)
    return {"latency": {name: summary(values) for name, values in times.items()},
            "counts": [searcher.count(counting) for _, _, counting in prepared], "peak_mb": peak_megabytes()}


def main(step, *words):
    *words, out = words
    result = {"build": build, "open": open_index, "query": lambda folder, path, warm, passes: query_index(folder, path, int(warm), int(passes))}[step](*words)
    with open(out, "w", encoding="utf-8") as file:
        json.dump(result, file)


main(*sys.argv[1:])
