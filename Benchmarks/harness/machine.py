"""The machine: what it is, whether it is busy with other things, and running one step on it."""
import json
import os
import platform
import subprocess
import sys
import tempfile
import time

TICKS = os.sysconf("SC_CLK_TCK")
QUIET = 0.15  # share of one core that others may use before a step begins


def description():
    """Processor, cores, memory, system."""
    def first(path, name, separator):
        with open(path, encoding="utf-8") as file:
            for line in file:
                if line.startswith(name):
                    return line.partition(separator)[2].strip().strip('"')
        return "unknown"
    return {"cpu": first("/proc/cpuinfo", "model name", ":"), "cores": os.cpu_count(),
            "memory_mb": int(first("/proc/meminfo", "MemTotal", ":").split()[0]) // 1024,
            "system": first("/etc/os-release", "PRETTY_NAME", "="), "kernel": platform.release()}


def _busy_seconds():
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, _, _, *interrupts = map(int, file.readline().split()[1:9])
    return (user + nice + system + sum(interrupts)) / TICKS


def _own_seconds():
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Steps:
    """Runs steps, each a process of its own, and keeps what else the machine did meanwhile.

    Before a step it waits for the machine to be quiet, `patience` seconds for all steps together: on a machine that is
    never quiet a run still ends.
    """

    def __init__(self, patience):
        self.patience = patience
        self.log = []

    def run(self, name, command, environment=None):
        """The JSON that a command writes to the file that takes the place of its argument OUT."""
        self._wait()
        busy, own, start = _busy_seconds(), _own_seconds(), time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            out = os.path.join(folder, "out.json")
            done = subprocess.run([out if word == "OUT" else str(word) for word in command],
                                  env={**os.environ, **(environment or {})}, stderr=subprocess.PIPE, check=False)
            if done.returncode != 0:
                sys.exit(f"{name}: exit status {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
            result = self.load(out)
        wall = time.monotonic() - start
        others = max(0.0, _busy_seconds() - busy - (_own_seconds() - own)) / wall
        self.log.append({"step": name, "seconds": round(wall, 2), "others_cpu": round(others, 2)})
        print(f"  {name}: {wall:.1f} s" + (f", others used {others:.2f} of a core" if others > QUIET else ""), file=sys.stderr, flush=True)
        return result

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    def _wait(self):
        while self.patience > 0:
            busy = _busy_seconds()
            time.sleep(0.5)
            self.patience -= 0.5
            if (_busy_seconds() - busy) / 0.5 < QUIET:
                return


def forget(folder):
    """Drops a folder's files from the page cache; they are written out first, since only clean pages go."""
    for parent, _, names in os.walk(folder):
        for name in names:
            descriptor = os.open(os.path.join(parent, name), os.O_RDONLY)
            os.fsync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(descriptor)


def size(folder):
    return sum(os.path.getsize(os.path.join(parent, name)) for parent, _, names in os.walk(folder) for name in names)
