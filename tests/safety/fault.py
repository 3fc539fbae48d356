#!/usr/bin/env python3
"""One call of the system fails, at each of its turns: the pack is then the old one or the new one, whole.

    fault.py HEARTH          some turns of each function
    fault.py HEARTH --all    every turn; of allocations, which are many and all end alike, one in twenty

The status is 0 only when the new pack is there to the byte as in a run without a fault, else 3 with a
message; nothing half-made is left behind.
"""
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import council

MEMORY = ("malloc", "calloc", "realloc")
REMOVING = ("unlink", "unlinkat", "rmdir", "remove")
FUNCTIONS = MEMORY + ("mmap", "read", "write", "open", "openat", "opendir", "close", "fsync", "rename", "renameat",
                      "renameat2", "mkdir", "mkdirat", "flock") + REMOVING
LAST = 200  # allocations, nearly all made while the pack is written: every turn


class Workplace:
    """What all runs share: the program, the council, its former and its new pack, the library that fails."""

    def __init__(self, hearth, folder):
        self.hearth, self.folder = hearth, Path(folder)
        self.library = council.library(folder)
        council.make(self.folder)
        report = self.folder / "templates" / "annual-report.md"
        words = report.read_text()
        report.write_text(words + "\nAs it was before.\n")
        self.build(self.folder / "former", {}).check_returncode()
        report.write_text(words)
        self.counts = self.folder / "counts"
        shutil.copytree(self.folder / "former", self.folder / "new")
        self.build(self.folder / "new", {"FAULT_COUNT": str(self.counts)}).check_returncode()
        self.former, self.new = council.content(self.folder / "former"), council.content(self.folder / "new")
        assert self.former != self.new

    def build(self, output, fault):
        environment = dict(os.environ, SOURCE_DATE_EPOCH="1750000000", LD_PRELOAD=str(self.library), **fault)
        return subprocess.run(council.build(self.hearth, self.folder, output), env=environment, timeout=60,
                              capture_output=True, text=True, errors="replace", check=False)

    def calls(self):
        return {name: int(count) for name, count in map(str.split, self.counts.read_text().splitlines())}

    def try_one(self, fault):
        """What is wrong with a run in which that call failed; None: nothing."""
        output = Path(tempfile.mkdtemp(dir=self.folder))
        try:
            shutil.copytree(self.folder / "former" / "2024-25", output / "2024-25")
            run = self.build(output, fault)
            # What can't be removed, or only with memory that can't be had, goes with the next run.
            if (("FAULT_STICKY" in fault or fault["FAULT_FN"] in REMOVING) and run.returncode >= 0
                    and len(list(output.iterdir())) > 1):
                self.build(output, {}).check_returncode()
            return self.judge(run, council.content(output), [entry.name for entry in output.iterdir()])
        finally:
            shutil.rmtree(output)

    def judge(self, run, found, entries):
        if run.returncode < 0:
            return f"ended by signal {-run.returncode}"
        if entries != ["2024-25"]:
            return f"left behind: {entries}"
        if found not in (self.former, self.new):
            return f"status {run.returncode}, and the pack is neither the former nor the new one"
        if run.returncode == 0 and found != self.new:
            return "status 0, and the pack is the former one"
        if run.returncode not in (0, 3):
            return f"status {run.returncode}: {run.stderr[-300:]}"
        if run.returncode == 3 and not any("hearth: " in line or "error: " in line
                                           for line in run.stderr.splitlines()):
            return "status 3 without a message"
        return None


def turns(function, count, everything):
    if not everything:
        return sorted({1, 2, count} | set(range(3, count + 1, max(1, count // 5))))
    if function not in MEMORY:
        return range(1, count + 1)
    return sorted(set(range(1, count + 1, 20)) | set(range(max(1, count - LAST), count + 1)))


def faults(calls, everything):
    for function in FUNCTIONS:
        for turn in turns(function, calls[function], everything) if calls[function] else ():
            fault = {"FAULT_FN": function, "FAULT_N": str(turn)}
            yield fault
            if function in MEMORY and (everything or turn == 1):
                yield {**fault, "FAULT_STICKY": "1"}


def main():
    everything = "--all" in sys.argv[2:]
    with tempfile.TemporaryDirectory(prefix="hearth-fault-") as folder:
        workplace = Workplace(Path(sys.argv[1]).resolve(), folder)
        tried = list(faults(workplace.calls(), everything))
        with ThreadPoolExecutor(2) as pool:
            found = list(pool.map(workplace.try_one, tried))
    wrong = [(fault, what) for fault, what in zip(tried, found) if what]
    for fault, what in wrong:
        print(" ".join(f"{key}={value}" for key, value in fault.items()) + ": " + what)
    print(f"{len(tried) - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
