"""A text and its queries, made ready once and kept in the work folder for later runs."""
import hashlib
import json
import os
import subprocess

from . import analysis, articles, generated, queries, scan
from .engines import BINARY


class Text:
    """Files that engines read, queries for them and what each query must find.

    What is kept is found again by a digest of where the text comes from and of the code that cuts it.
    """

    def __init__(self, corpus, work):
        self.corpus = corpus
        digest = hashlib.sha256()
        for module in (analysis, articles, generated, queries, scan):
            digest.update(_bytes(module.__file__))
        if corpus:
            digest.update(_bytes(os.path.join(corpus, "manifest.jsonl")))
        self.folder = os.path.join(work, "text-" + digest.hexdigest()[:12])
        self.articles_path = os.path.join(self.folder, "articles.tsv")
        self.bigrams_path = os.path.join(self.folder, "bigrams.tsv")
        self._articles = self._draw = self._scan = None
        self.figures = self._kept("figures.json", self._write)

    @property
    def articles(self):
        if self._articles is None:
            self._articles = articles.read(self.corpus) if self.corpus else generated.articles()
        return self._articles

    def drawn(self, seed):
        """Queries drawn with a seed: [(class, query)]."""
        def draw():
            self._draw = self._draw or queries.Draw(self.articles, self._alike())
            return self._draw.queries(seed)
        return [tuple(pair) for pair in self._kept(f"queries-{seed}.json", draw)]

    def counts(self, asked):
        """How many articles match each query, by scanning the text."""
        def count():
            self._scan = self._scan or scan.Scan(self.articles)
            return [self._scan.count(name, query) for name, query in asked]
        digest = hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:12]
        return self._kept(f"counts-{digest}.json", count)

    def query_file(self, asked, name):
        path = os.path.join(self.folder, name + ".tsv")
        queries.write(asked, path)
        return path

    def first_query_file(self, asked):
        """One query to ask of an index just opened: words that are all wanted, where the text has such."""
        return self.query_file([next((pair for pair in asked if pair[0] == "and"), asked[0])], "first")

    def _alike(self):
        """Characters that Lexigram, and no other engine, takes for one with another character of the text."""
        out = os.path.join(self.folder, "alike.json")
        subprocess.run([BINARY, "alike", "--articles", self.articles_path, "--out", out], check=True)
        return frozenset(json.loads(_bytes(out)))

    def _write(self):
        articles.write(self.articles, self.folder)
        return articles.figures(self.articles)

    def _kept(self, name, make):
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            made = make()
            with open(path + ".new", "w", encoding="utf-8") as file:
                json.dump(made, file, ensure_ascii=False)
            os.rename(path + ".new", path)
        with open(path, encoding="utf-8") as file:
            return json.load(file)


def _bytes(path):
    with open(path, "rb") as file:
        return file.read()
