"""The engines, each behind the same three steps: build, open, query."""
import os
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
BENCHMARKS = os.path.dirname(HERE)
BINARY = os.path.join(BENCHMARKS, ".build", "release", "index-benchmark")


class Lexigram:
    name = "lexigram"
    #: Texts are always stored: phrases are checked in them.
    texts = (True,)

    def __init__(self, text, work, steps, label="lexigram"):
        self.text, self.steps, self.label = text, steps, label
        self.folder = os.path.join(work, label)

    def version(self):
        found = subprocess.run(["git", "-C", BENCHMARKS, "describe", "--always", "--dirty"], capture_output=True, text=True, check=False)
        return found.stdout.strip() or "unknown"

    def index(self, stored=True):
        return self.folder

    def build(self, stored=True, *options):
        shutil.rmtree(self.folder, ignore_errors=True)
        return self.steps.run(f"{self.label} build", [
            BINARY, "build", "--articles", self.text.articles_path, "--index", self.folder, "--out", "OUT", *options])

    def open(self, queries):
        return self.steps.run(f"{self.label} open", [
            BINARY, "open", "--index", self.folder, "--queries", queries, "--out", "OUT"])

    def query(self, queries, *options):
        return self.steps.run(f"{self.label} query", [
            BINARY, "query", "--index", self.folder, "--queries", queries, "--out", "OUT", *options])
