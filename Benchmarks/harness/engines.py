"""The engines, each behind the same three steps: build, open, query."""
import glob
import os
import shutil
import subprocess

BENCHMARKS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.path.join(BENCHMARKS, ".build", "release", "index-benchmark")
WARM, PASSES = 5, 10


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

    def build(self, stored=True, options=()):
        shutil.rmtree(self.folder, ignore_errors=True)
        return self.steps.run(f"{self.label} build", [
            BINARY, "build", "--articles", self.text.articles_path, "--index", self.folder, "--out", "OUT", *options])

    def open(self, queries):
        return self.steps.run(f"{self.label} open", [
            BINARY, "open", "--index", self.folder, "--queries", queries, "--out", "OUT"])

    def query(self, queries, warm=WARM, passes=PASSES, options=()):
        return self.steps.run(" ".join(map(str, [self.label, "query", *options])), [
            BINARY, "query", "--index", self.folder, "--queries", queries,
            "--warm", warm, "--passes", passes, "--out", "OUT", *options])


class Lucene:
    name = "lucene"
    texts = (False, True)
    #: The just-in-time compiler is not done after a handful of passes.
    warm = 100

    def __init__(self, text, work, steps, peers):
        self.text, self.steps = text, steps
        self.folder = os.path.join(work, "lucene")
        classes = os.path.join(work, "classes")
        jars = sorted(glob.glob(os.path.join(peers, "lucene", "jars", "*.jar")))
        os.makedirs(classes, exist_ok=True)
        # Not javac: that of Debian 12 does not read the classes of Lucene 10.
        subprocess.run(["ecj", "-17", "-nowarn", "-proc:none", "-cp", ":".join(jars), "-d", classes,
                        os.path.join(BENCHMARKS, "Peers", "LuceneRunner.java")], check=True)
        self.command = [os.path.join(peers, "lucene", "jre", "bin", "java"), "-Xms2g", "-Xmx2g",
                        "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                        "-cp", ":".join([classes, *jars]), "LuceneRunner"]

    def index(self, stored=False):
        return self.folder + ("-stored" if stored else "")

    def build(self, stored=False):
        """The third build in one process is the figure; the first, in a cold machine, stands beside it."""
        shutil.rmtree(self.index(stored), ignore_errors=True)
        built = self.steps.run("lucene build" + (" with text" if stored else ""), self.command + [
            "build", self.text.articles_path, self.index(stored), "stored" if stored else "unstored", "OUT"])
        first, warm = built["builds"][0], built["builds"][-1]
        return {**warm, "cold_wall_s": first["wall_s"], "cold_cpu_s": first["cpu_s"], "peak_mb": built["peak_mb"],
                "bytes": {"total": built["bytes"]}, "version": built["version"]}

    def open(self, queries):
        return self.steps.run("lucene open", self.command + ["open", self.index(), queries, "OUT"])

    def query(self, queries, warm=warm, passes=PASSES):
        return self.steps.run("lucene query", self.command + ["query", self.index(), queries, warm, passes, "OUT"])


class Tantivy:
    name = "tantivy"
    texts = (False, True)

    def __init__(self, text, work, steps, peers):
        self.text, self.steps = text, steps
        self.folder = os.path.join(work, "tantivy")
        self.environment = {"PYTHONPATH": os.path.join(peers, "py"), "PYTHONDONTWRITEBYTECODE": "1"}
        self.command = ["/usr/bin/python3", os.path.join(BENCHMARKS, "Peers", "tantivy_runner.py")]

    def index(self, stored=False):
        return self.folder + ("-stored" if stored else "")

    def build(self, stored=False):
        shutil.rmtree(self.index(stored), ignore_errors=True)
        built = self.steps.run("tantivy build" + (" with text" if stored else ""), self.command + [
            "build", self.text.bigrams_path, self.text.articles_path if stored else "-", self.index(stored), "OUT"],
            self.environment)
        return {**built, "bytes": {"total": built["bytes"]}}

    def open(self, queries):
        return self.steps.run("tantivy open", self.command + ["open", self.index(), queries, "OUT"], self.environment)

    def query(self, queries, warm=WARM, passes=PASSES):
        return self.steps.run("tantivy query", self.command + ["query", self.index(), queries, warm, passes, "OUT"], self.environment)
