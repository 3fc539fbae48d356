#!/usr/bin/env python3
"""Nothing in the output folder is lost: what is refused, what is kept, and what a run that died leaves.

    packs.py HEARTH            every kind, and a death at some turns
    packs.py HEARTH --all      a death or a fault at many turns, and 200 deaths at moments taken at random

Each function named test_… is one test; it gets a council, and an output folder, of its own.
"""
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import council

YEAR, BEFORE = "2024-25", "2023-24"
DAY = "2025-06-15"  # of the seal: 1750000000
CHANGING = ("renameat2", "fsync", "mkdir", "unlink", "remove", "write", "open")
FAILING = CHANGING + ("openat", "opendir", "close", "flock")


class Place:
    """A council of two years, and its output."""
    hearth = Path(sys.argv[1] if len(sys.argv) > 1 else "build/hearth").resolve()
    library = None

    def __init__(self, folder):
        self.folder = Path(folder)
        council.make(self.folder)
        year = self.folder / "input" / BEFORE
        shutil.copytree(self.folder / "input" / YEAR, year)
        front = year / "report.xml"
        front.write_text(front.read_text().replace(YEAR, BEFORE).replace("2025-26", YEAR))
        self.output = self.folder / "output"
        self.pack = self.output / YEAR

    def run(self, *words, stdout=subprocess.PIPE, **fault):
        environment = dict(os.environ, SOURCE_DATE_EPOCH="1750000000", **fault)
        if fault:
            environment["LD_PRELOAD"] = str(self.library)
        return subprocess.run([str(self.hearth), *map(str, words)], stdout=stdout, stderr=subprocess.PIPE, text=True,
                              errors="replace", env=environment, timeout=60, cwd=self.folder, check=False)

    def command(self, *more, output=None):
        return council.build(self.hearth, self.folder, output or self.output, *more)[1:]

    def build(self, *more, output=None, **fault):
        return self.run(*self.command(*more, output=output), **fault)

    def seal(self, pack=None):
        expect(self.run("seal", pack or self.pack), 0)
        return state(pack or self.pack)

    def stopped(self, words, function, turn):
        """The command, standing still at that turn of a function."""
        environment = dict(os.environ, SOURCE_DATE_EPOCH="1750000000", LD_PRELOAD=str(self.library),
                           FAULT_FN=function, FAULT_N=str(turn), FAULT_STOP="1")
        # pylint: disable-next=consider-using-with
        run = subprocess.Popen([str(self.hearth), *map(str, words)], env=environment, cwd=self.folder, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        _, status = os.waitpid(run.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status), f"{function} has no turn {turn}"
        return run

    def words(self, text):
        """Other words of the year, so that the next pack differs."""
        (self.folder / "input" / YEAR / "narrative" / "words.md").write_text(text + "\n")


def go_on(run):
    os.kill(run.pid, signal.SIGCONT)
    out, said = run.communicate(timeout=60)
    return subprocess.CompletedProcess(run.args, run.returncode, out, said)


def expect(run, status, *said):
    assert run.returncode == status, f"status {run.returncode}, not {status}: {run.stderr}"
    for word in said:
        assert word in run.stderr, f"{word!r} is not said: {run.stderr}"
    return run


def state(folder):
    """All that a folder holds, empty folders too; None when there is none."""
    if not folder.is_dir():
        return None
    return {**council.content(folder), **{f"{path.relative_to(folder)}/": None for path in folder.rglob("*")
                                          if path.is_dir() and not path.is_symlink()}}


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def unchanged(folder, act):
    before = state(folder)
    act()
    assert state(folder) == before, f"{folder} was changed"


# -- what stands in the way ----------------------------------------------------------------------

def test_the_output_is_apart_from_what_is_read(place):
    (place.folder / "link").symlink_to("input")
    (place.folder / "elsewhere").mkdir()
    shutil.move(place.folder / "input" / YEAR / "extracts", place.folder / "elsewhere" / "extracts")
    (place.folder / "input" / YEAR / "extracts").symlink_to("../../elsewhere/extracts")
    for output in ("input", "link", "link/new", "input/2024-25/deep/er", ".", "templates", "templates/x",
                   "elsewhere", "elsewhere/extracts/y", "nothing/../input"):
        unchanged(place.folder, lambda output=output: expect(place.build(output=place.folder / output), 2, "--output"))
    expect(place.build("--replace", output=place.folder / "input"), 2, "--output")
    fonts = place.folder / "fonts"
    shutil.copytree(council.ROOT / "fonts", fonts)
    command = council.build(place.hearth, place.folder, fonts / "out", fonts=fonts)[1:]
    unchanged(place.folder, lambda: expect(place.run(*command), 2, "fonts"))


def test_what_is_no_folder_is_left_alone(place):
    place.output.mkdir()
    for make in (lambda: place.pack.write_text("precious"), lambda: place.pack.symlink_to("elsewhere"),
                 lambda: os.mkfifo(place.pack)):
        make()
        for more in ([], ["--replace"]):
            expect(place.build(*more), 1, f"output/{YEAR}", "move it elsewhere")
            assert names(place.output) == [YEAR] and not place.pack.is_dir()
        place.pack.unlink()


def test_a_folder_that_is_no_draft_is_left_alone_or_kept(place):
    place.pack.mkdir(parents=True)
    (place.pack / "thesis.doc").write_text("precious")
    unchanged(place.output, lambda: expect(place.build(), 1, f"output/{YEAR}", "--replace"))
    kept = state(place.pack)
    expect(place.build("--replace"), 0)
    assert state(place.output / f"{YEAR}.former") == kept
    expect(place.run("verify", place.pack), 0)


def test_what_was_added_to_a_draft_is_named_and_left(place):
    expect(place.build(), 0)
    additions = {"notes.txt": lambda path: path.write_text("by hand"), "empty": Path.mkdir,
                 "link": lambda path: path.symlink_to(".."), "index.html": lambda path: path.write_text("by hand")}
    for name, add in additions.items():
        add(place.pack / name)
        unchanged(place.output, lambda name=name: expect(place.build(), 1, f"{YEAR}/{name}: error", "--replace"))
    kept = state(place.pack)
    expect(place.build("--replace"), 0)
    assert state(place.output / f"{YEAR}.former") == kept


def test_a_damaged_manifest_counts_as_sealed(place):
    expect(place.build(), 0)
    sealed = place.seal()
    manifest = place.pack / "manifest.json"
    text = manifest.read_text()
    damages = {"cut": text[:300], "empty": "", "other": "[]", "changed": text.replace('"built": "2', '"built": "x'),
               "unsealed": text.replace(f'"sealed": "{DAY}T15:06:40Z"', '"sealed": null'), "gone": None}
    assert text not in damages.values()
    for how, damaged in damages.items():
        manifest.unlink()
        if damaged is not None:
            manifest.write_text(damaged)
        unchanged(place.output, lambda: expect(place.build(), 1, f"output/{YEAR}"))
        kept = state(place.pack)
        expect(place.build("--replace"), 0)
        assert kept in [state(entry) for entry in place.output.iterdir()], f"{how}: was lost"
        shutil.rmtree(place.output)
        place.output.mkdir()
        expect(place.build(), 0)
        assert place.seal() == sealed


def test_the_former_gets_a_name_that_is_free(place):
    expect(place.build(), 0)
    sealed = place.seal()
    (place.output / f"{YEAR}.{DAY}").write_text("a note")
    (place.output / f"{YEAR}.{DAY}.2").symlink_to("nowhere")
    place.words("Other words.")
    expect(place.build("--replace"), 0)
    assert state(place.output / f"{YEAR}.{DAY}.3") == sealed
    assert (place.output / f"{YEAR}.{DAY}").read_text() == "a note"
    assert names(place.output) == [YEAR] + [f"{YEAR}.{DAY}{end}" for end in ("", ".2", ".3")]


def test_modes_are_the_same_whatever_the_umask(place):
    former = os.umask(0)
    for mask in (0o077, 0):
        os.umask(mask)
        expect(place.build(), 0)
        os.umask(former)
        modes = {path.stat().st_mode & 0o777 for path in place.output.rglob("*") if path.is_file()}
        folders = {path.stat().st_mode & 0o777 for path in [place.output, *place.output.rglob("*")] if path.is_dir()}
        assert (modes, folders) == ({0o644}, {0o755}), f"{mask:o}: {modes} {folders}"
        shutil.rmtree(place.output)
    expect(place.build(), 0)
    place.pack.chmod(0o2750)
    expect(place.build(), 0)
    assert place.pack.stat().st_mode & 0o7777 == 0o2750
    place.seal()
    assert (place.pack / "manifest.json").stat().st_mode & 0o777 == 0o644


# -- verify --------------------------------------------------------------------------------------

def test_verify_finds_whatever_is_not_as_it_was(place):
    expect(place.build(), 0)
    place.seal()
    pack, elsewhere = place.pack, place.folder / "elsewhere"
    shutil.copytree(pack, elsewhere)

    def link(name):
        (shutil.rmtree if (pack / name).is_dir() else os.unlink)(pack / name)
        (pack / name).symlink_to(elsewhere / name)

    def pipe():
        (pack / "index.html").unlink()
        os.mkfifo(pack / "index.html")

    def emptied():
        text = json.loads((pack / "manifest.json").read_text())
        text["files"] = []
        del text["checksum"]
        text["checksum"] = hashlib.sha256((json.dumps(text, indent=1) + "\n").encode()).hexdigest()
        (pack / "manifest.json").write_text(json.dumps(text, indent=1) + "\n")

    changes = {"index.html": lambda: link("index.html"), "data": lambda: link("data"), "empty": (pack / "empty").mkdir,
               "pipe": lambda: os.mkfifo(pack / "pipe"), "index.html ": pipe, "manifest.json": emptied,
               "manifest.json ": lambda: link("manifest.json"), "loop": lambda: (pack / "loop").symlink_to("."),
               "data/added.csv": lambda: (pack / "data" / "added.csv").write_text("x"),
               "index.html  ": (pack / "index.html").unlink}
    for name, change in changes.items():
        expect(place.run("verify", pack), 0)
        change()
        run = expect(place.run("verify", pack), 1, f"{YEAR}/{name.strip()}: error")
        assert not run.stdout
        if name == "manifest.json":
            assert "checksum is not" not in run.stderr, "the test's own checksum is wrong"
        shutil.rmtree(pack)
        shutil.copytree(elsewhere, pack, symlinks=True)


def minisign(*words, keys="", cwd=None):
    return subprocess.run(["minisign", *map(str, words)], input=keys, capture_output=True, text=True, timeout=60,
                          cwd=cwd, check=False)


def test_signatures_are_those_of_minisign(place):
    public, secret, other = (place.folder / name for name in ("k.pub", "k.sec", "other.pub"))
    minisign("-G", "-W", "-p", public, "-s", secret).check_returncode()
    minisign("-G", "-W", "-p", other, "-s", place.folder / "other.sec").check_returncode()
    manifest, signature = place.pack / "manifest.json", place.pack / "manifest.json.minisig"
    expect(place.build(), 0)
    for wrong in ("nothing", public, place.pack):
        unchanged(place.output, lambda wrong=wrong: expect(place.run("seal", "--key", wrong, place.pack), 2, "hearth:"))
    expect(place.run("seal", "--key", secret, place.pack), 0)
    run = minisign("-V", "-p", public, "-m", manifest)
    assert run.returncode == 0 and f"{YEAR}, sealed {DAY}" in run.stdout, run.stderr + run.stdout
    assert "signed" in expect(place.run("verify", "--key", public, place.pack), 0).stdout
    expect(place.run("verify", place.pack), 0)
    expect(place.run("verify", "--key", other, place.pack), 1, "minisig: error", "another key")
    expect(place.run("verify", "--key", secret, place.pack), 2, ".pub")
    unchanged(place.output, lambda: expect(place.run("seal", "--key", secret, place.pack), 0))
    expect(place.build(), 1, "sealed")
    text = signature.read_text()
    for old, new in (("sealed 2025", "sealed 2024"), ("trusted", "thrusted"), (text, ""), (text[60:70], text[61:71])):
        signature.write_text(text.replace(old, new))
        expect(place.run("verify", "--key", public, place.pack), 1, "minisig: error")
    signature.unlink()
    expect(place.run("verify", "--key", public, place.pack), 1, "can't be read")
    expect(place.run("seal", "--key", secret, place.pack), 0)
    assert signature.read_text() == text
    minisign("-S", "-W", "-s", secret, "-m", manifest).check_returncode()
    expect(place.run("verify", "--key", public, place.pack), 0)


def test_keys_with_a_password(place):
    public, secret = place.folder / "k.pub", place.folder / "k.sec"
    minisign("-G", "-p", public, "-s", secret, keys="pass word\npass word\n").check_returncode()
    expect(place.build(), 0)
    unchanged(place.output, lambda: expect(place.run("seal", "--key", secret, place.pack), 2, "HEARTH_KEY_PASSWORD"))
    run = place.run("seal", "--key", secret, place.pack, HEARTH_KEY_PASSWORD="other")
    expect(run, 2, "is not its password")
    expect(place.run("seal", "--key", secret, place.pack, HEARTH_KEY_PASSWORD="pass word"), 0)
    assert minisign("-V", "-p", public, "-m", place.pack / "manifest.json").returncode == 0


# -- at once -------------------------------------------------------------------------------------

def test_build_and_build_and_seal_at_once(place):
    expect(place.build(), 0)
    place.words("Other words.")
    for turn in range(1, 4):
        run = place.stopped(place.command(), "renameat2", turn)
        expect(place.build(), 3, "try again later")
        expect(place.run("seal", place.pack), 3, "try again later")
        expect(place.run("verify", place.pack), 0)
        expect(go_on(run), 0)
        assert names(place.output) == [YEAR]
    run = place.stopped(["seal", place.pack], "renameat2", 1)
    expect(place.build(), 3, "try again later")
    expect(place.run("verify", place.pack), 0)
    expect(go_on(run), 0)
    expect(place.build(), 1, "sealed")


def test_verify_while_a_build_replaces(place):
    expect(place.build(), 0)
    for turn in (1, 3, 5, 9):
        place.words(f"Words {turn}.")
        run = place.stopped(["verify", place.pack], "open", turn)
        expect(place.build(), 0)
        expect(go_on(run), 0)


# -- standard output -----------------------------------------------------------------------------

def test_results_that_cannot_be_written(place):
    expect(place.build(), 0)
    read = ["--input", "input"]
    made = [*read, "--templates", "templates", "--fonts", council.ROOT / "fonts", "--output", "output"]
    commands = [["measures", *read], ["check", *made[:4]], ["check", "--format", "json", *made[:4]],
                ["explain", "enquiries.total", *made[:4]], ["render", "annual-report.html", *made],
                ["render", "hearth.css", *made[:2], "--templates", council.ROOT / "templates", *made[4:]], ["verify", place.pack], ["schema"], ["--help"], ["--version"], ["manual"],
                ["build", "--help"], place.command(), ["seal", place.pack]]
    for words in commands:
        for kind in ("full", "pipe", "closed"):
            with open("/dev/full", "w", encoding="utf-8") as full:
                reading, writing = os.pipe()
                os.close(reading)
                if kind == "closed":
                    run = subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh", place.hearth, *words], cwd=place.folder,
                                         stderr=subprocess.PIPE, text=True, check=False)
                else:
                    run = place.run(*words, stdout=full if kind == "full" else writing)
                os.close(writing)
            assert run.returncode == 3 and "standard output" in run.stderr, f"{words} {kind}: {run.returncode}"


# -- faults and deaths ---------------------------------------------------------------------------

class Scene:
    """An output as it is before a run, and what may be there after it."""

    def __init__(self, place, name):
        self.place, self.name = place, name
        self.years = [BEFORE, YEAR] if "both" in name else [YEAR]
        self.more = ["--replace"] if "draft" not in name else []
        place.words("Former words.")
        expect(self.build(place.output), 0)
        if "sealed" in name:
            for year in self.years:
                place.seal(place.output / year)
        if "unknown" in name:
            (place.pack / "manifest.json").unlink()
        self.former = {year: state(place.output / year) for year in self.years}
        place.words("New words.")
        self.new = self.made(place.folder / "new")
        self.counts = self.count(place.folder / "counted")

    def build(self, output, *more, **fault):
        words = self.place.command(*more, output=output)[:-1]
        return self.place.run(*words, *self.years, **fault)

    def made(self, output):
        """The packs of a run without a fault, and those of one more, when the years before are drafts."""
        shutil.copytree(self.place.output, output, symlinks=True)
        expect(self.build(output, *self.more), 0)
        packs = [state(output / year) for year in self.years]
        expect(self.build(output), 0)
        return [packs, [state(output / year) for year in self.years]]

    def count(self, output):
        counts = self.place.folder / "counts"
        shutil.copytree(self.place.output, output, symlinks=True)
        expect(self.build(output, *self.more, FAULT_COUNT=str(counts)), 0)
        return {name: int(count) for name, count in map(str.split, counts.read_text().splitlines())}

    def try_one(self, fault):
        """What is wrong after a run with that fault, and for a death after one run more."""
        output = Path(tempfile.mkdtemp(dir=self.place.folder))
        try:
            shutil.copytree(self.place.output, output, dirs_exist_ok=True, symlinks=True)
            run = self.build(output, *self.more, **fault)
            found = self.judge(output) if "FAULT_KILL" not in fault else None
            if run.returncode not in ((0, 3) if "FAULT_KILL" not in fault else (0, 3, -signal.SIGKILL)):
                found = f"status {run.returncode}: {run.stderr[-300:]}"
            if "FAULT_KILL" in fault:
                found = found or self.judge_death(output)
            return found and f"{self.name} {fault}: {found}"
        finally:
            shutil.rmtree(output)

    def judge_death(self, output):
        left = set(names(output)) - set(self.years)
        after = self.build(output)
        if after.returncode not in ((0,) if "draft" in self.name else (0, 1)):
            return f"the next run has status {after.returncode}: {after.stderr[-300:]}"
        if any(name.endswith((".building", ".swapping", ".discarded")) for name in left) and \
                "broken off" not in after.stderr:
            return f"the next run does not say what it found: {left}"
        return self.judge(output)

    def judge(self, output):
        """Each year has its former or its new pack, all the same; nothing is lost, nothing left."""
        there = {name: state(output / name) for name in names(output)}
        packs = [there.get(year) for year in self.years]
        if packs not in (list(self.former.values()), *self.new):
            return f"neither the former packs nor the new ones: {sorted(there)}"
        for year, former in self.former.items():
            if "draft" not in self.name and former not in there.values():
                return f"the former {year} is lost: {sorted(there)}"
        kept = 0 if "draft" in self.name or packs == list(self.former.values()) else len(self.years)
        return None if len(there) == len(self.years) + kept else f"left behind: {sorted(there)}"


SCENES = ("draft", "sealed", "unknown", "draft both", "sealed both")


def try_all(place, faults):
    """What is wrong in each scene, of those faults that its counts give."""
    for name in SCENES:
        with tempfile.TemporaryDirectory(dir=place.folder) as folder, ThreadPoolExecutor(2) as pool:
            scene = Scene(Place(Path(folder) / "place"), name)
            wrong = list(filter(None, pool.map(scene.try_one, faults(scene.counts))))
        assert not wrong, "\n".join(wrong)


def turns(count):
    """Some of a function's turns, the last among them, since a pack is written at the end."""
    if not count:
        return []
    some = 16 if "--all" in sys.argv else 3
    return sorted({*range(1, count + 1, -(-count // some)), *range(max(1, count - some), count + 1)})


def test_deaths_at_each_step(place):
    def deaths(counts):
        for function in CHANGING:
            every = range(1, counts[function] + 1) if function == "renameat2" else turns(counts[function])
            yield from ({"FAULT_FN": function, "FAULT_N": str(turn), "FAULT_KILL": "1"} for turn in every)
    try_all(place, deaths)


def test_faults_at_each_step(place):
    def faults(counts):
        for function in FAILING if "--all" in sys.argv else ("renameat2", "fsync"):
            yield from ({"FAULT_FN": function, "FAULT_N": str(turn)} for turn in turns(counts[function]))
    try_all(place, faults)


def test_deaths_at_random(place):
    chance = random.Random(1)

    def deaths(counts):
        functions = [function for function in counts if counts[function]]
        for _ in range(200 // len(SCENES) if "--all" in sys.argv else 2):
            function = chance.choice(functions)
            yield {"FAULT_FN": function, "FAULT_N": str(chance.randint(1, counts[function])), "FAULT_KILL": "1"}
    try_all(place, deaths)


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    failed = 0
    with tempfile.TemporaryDirectory(prefix="hearth-packs-") as folder:
        Place.library = council.library(folder)
        for name, test in tests:
            try:
                test(Place(Path(folder) / name))
            except Exception:  # pylint: disable=broad-except # the next test goes on
                failed += 1
                print(f"{name}:\n{traceback.format_exc(limit=-2)}")
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
