#!/usr/bin/env python3
"""Councils side by side: what is planned, what is built, and what one council's errors leave alone.

    many.py HEARTH

Each function named test_… is one test; it gets four councils of two years. Ends with "N passed, N failed".
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

import councils

ROOT = Path(__file__).resolve().parents[2]
HEARTH = Path(sys.argv[1] if len(sys.argv) > 1 else "build/hearth").resolve()
BEFORE, YEAR = "2023-24", "2024-25"


class Region:
    def __init__(self, folder):
        self.folder = councils.make(folder, 4, 2)
        self.packs = self.folder / "packs"

    def run(self, command, *more):
        return subprocess.run([HEARTH, command, "--councils", "councils", "--output", "packs", "--templates", "templates",
                               "--fonts", ROOT / "fonts", *more], cwd=self.folder, capture_output=True, text=True,
                              env=dict(os.environ, SOURCE_DATE_EPOCH="1750000000"), check=False)

    def plan(self, *more):
        """(council, year) of each line."""
        run = expect(self.run("plan", *more), 0)
        return [tuple(line.split("\t")[:2]) for line in run.stdout.splitlines()]

    def every(self):
        return [(councils.code(number), year) for number in range(1, 5) for year in (BEFORE, YEAR)]

    def content(self):
        return councils.council.content(self.packs)


def expect(run, status, text=""):
    assert run.returncode == status, f"status {run.returncode}, not {status}: {run.stderr}"
    assert text in run.stderr, f"{text!r} is not in: {run.stderr}"
    return run


def test_a_plan_has_a_line_of_each_pack_that_a_shell_can_run(region):
    lines = expect(region.run("plan"), 0).stdout.splitlines()
    assert [tuple(line.split("\t")[:2]) for line in lines] == region.every(), lines
    assert region.plan(BEFORE) == [pack for pack in region.every() if pack[1] == BEFORE]
    assert not region.packs.exists(), "a plan wrote something"
    subprocess.run(lines[2].split("\t")[2], shell=True, cwd=region.folder, check=True, capture_output=True)
    assert (region.packs / councils.code(2) / BEFORE / "manifest.json").exists()
    assert region.plan() == region.every()[:2] + region.every()[3:]


def test_a_folder_with_a_name_for_quotes_is_one_word(region):
    old = region.folder / "councils" / councils.code(4)
    old.rename(old.with_name("O'Neill & sons"))
    line = [line for line in expect(region.run("plan"), 0).stdout.splitlines() if "Neill" in line][0]
    subprocess.run(line.split("\t")[2], shell=True, cwd=region.folder, check=True, capture_output=True)
    assert (region.packs / "O'Neill & sons" / BEFORE / "manifest.json").exists()


def test_one_councils_errors_stop_no_other(region):
    councils.spoil(region.folder, 3, BEFORE)
    run = expect(region.run("build", "--jobs", "3"), 1, "7 built, 1 failed")
    assert run.stdout == ""
    bad = region.packs / councils.code(3) / f"{BEFORE}.messages.txt"
    assert "cases.xml:3:" in bad.read_text() and "internt" in bad.read_text()
    assert f"{councils.code(3)}     {BEFORE}  its input is wrong: packs/{councils.code(3)}/{bad.name}" in run.stderr
    assert region.plan() == [(councils.code(3), BEFORE)], "the good ones are built, and only they"


def test_a_second_run_builds_what_is_left_and_nothing_twice(region):
    path = councils.spoil(region.folder, 3, BEFORE)
    expect(region.run("build"), 1)
    numbers = {path: path.stat().st_ino for path in region.packs.glob("*/*/manifest.json")}
    councils.rewrite(path, "internt", "internet")
    run = expect(region.run("build"), 0)
    assert "1 built, 0 failed, 7 as they were" in run.stdout, run.stdout
    assert all(path.stat().st_ino == number for path, number in numbers.items()), "a pack was built twice"
    assert region.plan() == []


def test_the_packs_are_the_same_with_one_process_or_many(region):
    expect(region.run("build", "--jobs", "1"), 0)
    alone = region.content()
    shutil.rmtree(region.packs)
    expect(region.run("build", "--jobs", "8"), 0)
    assert region.content() == alone


def test_what_changed_is_planned_again(region):
    expect(region.run("build"), 0)
    one = region.folder / "councils" / councils.code(1)
    changes = {
        one / YEAR / "report.xml": [(councils.code(1), YEAR)],
        one / "authority.xml": region.every()[:2],
        region.folder / "templates" / "style.css": region.every(),
    }
    for path, planned in changes.items():
        kept = path.read_text()
        path.write_text(kept + "\n")
        assert region.plan() == planned, path
        path.write_text(kept)
    for name in (f"{YEAR}/extracts/more.xml", f"{YEAR}/narrative/more.md"):
        shutil.copy(one / YEAR / "extracts" / "cases.xml", one / name)
        assert region.plan() == [(councils.code(1), YEAR)], name
        (one / name).unlink()
    (one / "history.xml").write_text("<history/>")
    assert region.plan() == region.every()[:2]


def test_another_programs_pack_is_planned_again(region):
    expect(region.run("build"), 0)
    path = region.packs / councils.code(1) / YEAR / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["program"] = "hearth 0.1"
    path.write_text(json.dumps(manifest))
    assert region.plan() == [(councils.code(1), YEAR)]


def test_a_sealed_pack_stays_and_the_year_after_is_made_of_it(region):
    expect(region.run("build"), 0)
    sealed = region.packs / councils.code(1) / BEFORE
    subprocess.run([HEARTH, "seal", sealed], check=True, capture_output=True)
    assert region.plan() == [(councils.code(1), YEAR)]
    style = region.folder / "templates" / "style.css"
    style.write_text(style.read_text() + "\n")
    assert (councils.code(1), BEFORE) not in region.plan()


def test_a_pack_that_is_up_to_date_is_left_by_its_line(region):
    line = expect(region.run("plan"), 0).stdout.splitlines()[0].split("\t")[2]
    say = []
    for _ in range(2):
        say.append(subprocess.run(line, shell=True, cwd=region.folder, check=True, capture_output=True, text=True).stdout)
    assert "files" in say[0] and "as it was" in say[1], say


def test_what_can_not_be_planned_is_said(region):
    (region.folder / "councils" / "empty").mkdir()
    expect(region.run("plan"), 0, "councils/empty has no year with extracts: passed over")
    expect(region.run("plan", "2011-12"), 2, "has no year 2011-12")
    expect(region.run("plan", "--councils", "nowhere"), 2, "nowhere")
    expect(region.run("build", "--input", "councils"), 2, "give one of them")
    expect(region.run("build", "--jobs", "0"), 2, "--jobs takes a number")


def main():
    passed = failed = 0
    for name, test in list(globals().items()):
        if not name.startswith("test_"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Region(folder))
                passed += 1
            except Exception:  # noqa: BLE001 whatever it is, the test failed
                failed += 1
                print(f"FAILED {name}")
                traceback.print_exc(file=sys.stdout)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
