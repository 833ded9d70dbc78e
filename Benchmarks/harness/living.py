"""An index that changes: documents added one by one, readers going on meanwhile."""
import os
import shutil
import subprocess
import tempfile
import time

from .engines import BINARY, Lexigram

MEMORY = "/dev/shm"
IDLE_SECONDS = 6


def run(engine, text, asked, steps, work, commits):
    """Adding to an index, a long row of commits, and opening an index of many segments."""
    engine.build()
    figures = {"add": {"durable": _add(engine, text, steps, os.path.join(work, "adding"))}}
    if os.path.isdir(MEMORY) and os.access(MEMORY, os.W_OK):
        # Where a file is in memory fsync has nothing to wait for: what is left is the engine's own time.
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            figures["add"]["without_fsync"] = _add(engine, text, steps, os.path.join(folder, "adding"))
    figures["commits"] = _commits(engine, text, text.query_file(asked, "query"), steps, os.path.join(work, "committing"), commits)
    grown = Lexigram(text, work, steps, label="lexigram-many-segments")
    grown.build(options=("--share", "27"))
    figures["open_many_segments"] = grown.open(text.first_query_file(asked))
    shutil.rmtree(grown.folder)
    return figures


def _copy(engine, folder):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(engine.folder, folder)


def _add(engine, text, steps, folder):
    _copy(engine, folder)
    added = steps.run("lexigram add", [
        BINARY, "add", "--index", folder, "--articles", text.articles_path, "--times", 50, "--out", "OUT"])
    shutil.rmtree(folder)
    return added


def _commits(engine, text, path, steps, folder, commits):
    """A reader in a process of its own, first with nothing going on, then beside the commits."""
    _copy(engine, folder)
    with tempfile.TemporaryDirectory() as signals:
        ready, stop = os.path.join(signals, "ready"), os.path.join(signals, "stop")
        with tempfile.NamedTemporaryFile("w+b", suffix=".json") as out:
            reader = subprocess.Popen([BINARY, "follow", "--index", folder, "--queries", path, "--ready", ready,
                                       "--stop", stop, "--out", out.name])
            try:
                while not os.path.exists(ready) and reader.poll() is None:
                    time.sleep(0.1)
                time.sleep(IDLE_SECONDS)
                written = steps.run("lexigram commits", [
                    BINARY, "commits", "--index", folder, "--articles", text.articles_path,
                    "--times", commits, "--out", "OUT"])
            finally:
                with open(stop, "wb"):
                    pass
                status = reader.wait()
            if status != 0:
                raise SystemExit(f"lexigram follow: exit status {status}")
            read = steps.load(out.name)
    shutil.rmtree(folder)
    return {**written, "reader": read}
