#!/usr/bin/env python3
"""What a pack is made of: the manifest lists the files that were read, as they were read, and no others.

    inputs.py HEARTH

What is no file, or none that may be read now, is refused at once, by its name and with what is wrong.
"""
import hashlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import council

FONTS = ["AtkinsonHyperlegibleNext-Bold.ttf", "AtkinsonHyperlegibleNext-BoldItalic.ttf",
         "AtkinsonHyperlegibleNext-Italic.ttf", "AtkinsonHyperlegibleNext-Regular.ttf", "sRGB.icc"]
TEMPLATES = ["about.html", "accessibility-statement.md", "annual-report.md", "data.xml", "epub.css",
             "how-figures-were-made.md", "members-briefing.md", "scrutiny-report.md", "statement-of-purpose.md", "style.css"]
INPUTS = ["2024-25/extracts/cases.xml", "2024-25/narrative/words.md", "2024-25/report.xml", "authority.xml"]
READ = [f"fonts/{name}" for name in FONTS] + [f"input/{name}" for name in INPUTS] + \
       [f"templates/{name}" for name in TEMPLATES]


class Workplace:
    def __init__(self, hearth, folder):
        self.hearth, self.folder = hearth, Path(folder)
        self.library = council.library(folder)
        council.make(folder)
        shutil.copytree(council.ROOT / "fonts", self.folder / "fonts")
        self.output = self.folder / "output"
        self.pack = self.output / "2024-25"
        self.failures, self.tried = [], 0

    def build(self, **environment):
        self.output.mkdir(exist_ok=True)
        environment = dict(os.environ, SOURCE_DATE_EPOCH="1750000000", **environment)
        return subprocess.run(council.build(self.hearth, self.folder, self.output, fonts=self.folder / "fonts"),
                              env=environment, timeout=20, capture_output=True, text=True, check=False)

    def build_with_a_change(self, turn, change):
        """A build that stands still at that turn of read() until `change` has been made."""
        environment = dict(os.environ, SOURCE_DATE_EPOCH="1750000000", LD_PRELOAD=str(self.library),
                           FAULT_FN="read", FAULT_N=str(turn), FAULT_STOP="1")
        command = council.build(self.hearth, self.folder, self.output, fonts=self.folder / "fonts")
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True) as run:
            os.waitpid(run.pid, os.WUNTRACED)
            change()
            os.kill(run.pid, signal.SIGCONT)
            said = run.communicate(timeout=20)
            return subprocess.CompletedProcess(command, run.returncode, *said)

    def expect(self, good, what):
        self.tried += 1
        if not good:
            self.failures.append(what)

    def refused(self, what, path, *said, run=None):
        """A build fails, says that of the file, and leaves the former pack."""
        before = council.content(self.pack)
        run = (run or self.build)()
        lines = [line for line in run.stderr.splitlines() if path in line and ("error" in line or "hearth:" in line)]
        self.expect(run.returncode == 1 and any(all(word in line for word in said) for line in lines)
                    and council.content(self.output) == {f"2024-25/{name}": text for name, text in before.items()},
                    f"{what}: status {run.returncode}: {run.stderr[-400:]}")

    def built(self, what, **environment):
        run = self.build(**environment)
        self.expect(run.returncode == 0, f"{what}: status {run.returncode}: {run.stderr[-400:]}")

    def replaced(self, name):
        """The file's path, the file itself being put aside; to be put back by `restore`."""
        path = self.folder / name
        path.rename(self.folder / "aside")
        return path

    def restore(self, path):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()
        (self.folder / "aside").rename(path)


def manifest_lists_what_was_read(place):
    for name in ("input/2024-25/notes.txt", "input/2024-25/narrative/unused.md", "input/2024-25/narrative/.x.swp",
                 "templates/unused.md", "fonts/unused.ttf", "input/2023-24.bak"):
        (place.folder / name).write_text("nobody reads this")
    place.built("the council's pack")
    inputs = {entry["name"]: entry for entry in json.loads((place.pack / "manifest.json").read_text())["inputs"]}
    place.expect(sorted(inputs) == READ, f"the manifest lists {sorted(set(inputs) ^ set(READ))} or lacks it")
    for name, entry in inputs.items():
        content = (place.folder / name).read_bytes()
        place.expect(entry["sha256"] == hashlib.sha256(content).hexdigest() and entry["size"] == len(content),
                     f"{name} is listed otherwise than it is")


def every_file_is_opened_once(place):
    counts = place.folder / "counts"
    place.built("a count", LD_PRELOAD=str(place.library), FAULT_COUNT=str(counts))
    opened = int(dict(line.split() for line in counts.read_text().splitlines())["open"])
    # Each file of the pack is written once; those of the former are looked at before it goes.
    needed = len(READ) + 2 * len(council.content(place.pack))
    # Beside them folders to lock and to flush, and those that the kernel is told of.
    place.expect(opened <= needed + 24, f"{opened} openings of {needed} files")


def what_is_no_file_is_refused(place):
    def make_socket(path):
        with socket.socket(socket.AF_UNIX) as listener:
            cwd = os.getcwd()
            os.chdir(path.parent)  # the name of a socket is short
            listener.bind(path.name)
            os.chdir(cwd)
    kinds = {
        "pipe": (os.mkfifo, "it is a pipe"),
        "folder": (os.mkdir, "it is a folder"),
        "socket": (make_socket, "it is a socket"),
        "loop": (lambda path: path.symlink_to(path.name), "round in a circle"),
        "dangling link": (lambda path: path.symlink_to("nothing"), "no such file"),
    }
    for name in READ:
        for kind, (make, said) in kinds.items():
            path = place.replaced(name)
            make(path)
            place.refused(f"{name}, a {kind}", name, said)
            place.restore(path)
    fallback = place.folder / "fonts/NotoSansArabic-Regular.ttf"
    (place.folder / "input/2024-25/narrative/words.md").write_text("We said \u0633\u0644\u0627\u0645.\n")
    fallback.unlink()
    os.mkfifo(fallback)
    place.refused("a font that stands in, a pipe", "NotoSansArabic-Regular.ttf", "it is a pipe")
    (place.folder / "input/2024-25/narrative/words.md").write_text("We said hello.\n")


def links_stay_inside(place):
    outside = place.folder / "outside"
    outside.write_text("Nobody's business.\n")
    for name in ("input/2024-25/narrative/words.md", "templates/style.css", "templates/annual-report.md",
                 "fonts/sRGB.icc"):
        path = place.replaced(name)
        path.symlink_to(os.path.relpath(outside, path.parent))
        place.refused(f"{name}, a link out", name, "leads out of its folder")
        path.unlink()
        inside = path.with_name("the-same" + path.suffix)
        shutil.copy(place.folder / "aside", inside)
        path.symlink_to(inside.name)
        place.built(f"{name}, a link to a file beside it")
        place.restore(path)
    for name in ("input/2024-25/a", "input/2024-25/narrative/b", "templates/c", "templates/d"):
        (place.folder / name).symlink_to(".")
    place.built("folders that hold themselves")


def permissions_are_asked_for(place):
    """As root every file may be read; so the system says otherwise, call by call."""
    missing = set(READ)
    for turn in range(1, len(READ) + 25):
        run = place.build(LD_PRELOAD=str(place.library), FAULT_FN="open", FAULT_N=str(turn), FAULT_ERR="13")
        missing -= {name for name in missing for line in run.stderr.splitlines()
                    if name in line and "no permission" in line and run.returncode == 1}
    place.expect(not missing, f"a missing permission is not told of {sorted(missing)}")


def what_changes_is_refused(place):
    cases = place.folder / "input/2024-25/extracts/cases.xml"
    text = cases.read_bytes()
    # Before it is read the extract may still grow; from its first byte on to the build's end it may not.
    seen = []
    for turn in range(2, 26, 2):
        run = place.build_with_a_change(turn, lambda: cases.write_bytes(text + b"<!-- more -->\n"))
        cases.write_bytes(text)
        said = [words for words in ("while it was read", "changed after it was read")
                if run.returncode == 1 and words in run.stderr]
        place.expect(said or (run.returncode == 0 and not seen),
                     f"an extract that grows at reading {turn}: status {run.returncode}: {run.stderr[-300:]}")
        seen += said
    place.expect(len(set(seen)) == 2, f"of an extract that grows nothing but this is said: {set(seen)}")
    for name in ("input/2024-25/extracts/cases.xml", "input/authority.xml", "templates/style.css"):
        with (place.folder / name).open("ab"):
            place.refused(f"{name}, open for writing", name, "still has it open for writing")
    place.built("all that is complete")


def empty_files_are_told(place):
    for name in ("input/2024-25/extracts/cases.xml", "input/authority.xml", "templates/data.xml"):
        path = place.replaced(name)
        path.touch()
        place.refused(f"{name}, empty", name, "the file is empty")
        place.restore(path)


def main():
    with tempfile.TemporaryDirectory(prefix="hearth-inputs-") as folder:
        place = Workplace(Path(sys.argv[1]).resolve(), folder)
        for test in (manifest_lists_what_was_read, every_file_is_opened_once, links_stay_inside,
                     permissions_are_asked_for, what_changes_is_refused, empty_files_are_told,
                     what_is_no_file_is_refused):
            test(place)
    for what in place.failures:
        print(what)
    print(f"{place.tried - len(place.failures)} passed, {len(place.failures)} failed")
    return 1 if place.failures else 0


if __name__ == "__main__":
    sys.exit(main())
