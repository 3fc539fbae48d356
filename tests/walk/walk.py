#!/usr/bin/env python3
"""The README's year, step by step: two councils, from `hearth new` to `seal` and `verify`, two years.

    walk.py HEARTH

Each step of each council and year is one test. Ends with "N passed, N failed".
"""
import gzip
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEARTH = Path(sys.argv[1]).resolve()
COUNCILS = (("E08000025", "Birmingham City Council", "Birmingham", "0121 496 0123"),
            ("E06000023", "Bristol City Council", "Bristol", "0117 496 0123"))
YEARS = ("2023-24", "2024-25")


def hearth(folder, *words):
    return subprocess.run([HEARTH, *words], cwd=folder, capture_output=True, text=True, check=False,
                          env={**os.environ, "SOURCE_DATE_EPOCH": "1770000000"})


def expect(run, status, says=""):
    assert run.returncode == status, f"status {run.returncode}, not {status}: {run.stderr[-900:]}"
    assert re.search(says, run.stdout + run.stderr), f"{says!r} is not said: {run.stderr[-900:]}"
    return run


def fill_in(path, words):
    """Each empty attribute gets its words, by its name; the rest one sentence."""
    text = re.sub(r'([a-z-]+)=""', lambda m: f'{m[1]}="{words.get(m[1], "as agreed")}"',
                  path.read_text())
    path.write_text(text)


def bring_extracts(folder, code, year):
    for path in (ROOT / "input" / "2024-25" / "extracts").iterdir():
        content = path.read_bytes()
        text = gzip.decompress(content) if path.suffix == ".gz" else content
        (folder / "input" / year / "extracts" / path.name.removesuffix(".gz")).write_bytes(
            text.replace(b"E06000016", code.encode()))


def write_words(folder, year, place):
    for path in sorted((folder / "input" / year / "narrative").iterdir()):
        lines = path.read_text().splitlines(keepends=True)
        assert lines[0].startswith("{{! not looked at yet: "), path
        rest = "".join(lines[1:])
        path.write_text(rest or f"What we do in {place} is told here.\n")


def whole_input(folder):
    return {path: path.read_bytes() for path in sorted((folder / "input").rglob("*"))
            if path.is_file()}


class Walk:
    """One council's steps, in order: each is a test."""

    def __init__(self, folder, council):
        self.folder = folder
        self.code, self.name, self.place, self.telephone = council

    def steps(self):
        yield "new council", self.begin_council
        for year in YEARS:
            if year != YEARS[0]:
                yield f"new {year}", lambda year=year: self.begin_year(year)
            for step in (self.empty_is_an_error, self.fill, self.write, self.check, self.build,
                         self.seal):
                yield f"{step.__name__} {year}", lambda step=step, year=year: step(year)
        yield "last year's column", self.compare
        yield "verify both", self.verify

    def begin_council(self):
        expect(hearth(self.folder, "new", "--council", self.code, self.name, YEARS[0]), 0,
               "authority.xml")
        text = "".join(content.decode() for content in whole_input(self.folder).values())
        assert self.name in text and "Leicester" not in text, "another council's words"
        before = whole_input(self.folder)
        expect(hearth(self.folder, "new", "--council", self.code, self.name, YEARS[0]), 1,
               "there already")
        assert whole_input(self.folder) == before
        authority = self.folder / "input" / "authority.xml"
        fill_in(authority, {"short-name": self.place, "place": self.place, "name": "the team",
                            "telephone": self.telephone, "web": "www.council.example",
                            "website": "https://www.council.example/fostering",
                            "value": "28 days"})

    def begin_year(self, year):
        expect(hearth(self.folder, "new", year), 0, "history.xml")
        before = whole_input(self.folder)
        expect(hearth(self.folder, "new", year), 0, "left as it is")
        assert whole_input(self.folder) == before, "something was written over"
        narrative = self.folder / "input" / year / "narrative" / "ar-overview.md"
        assert "carried over from 2023-24" in narrative.read_text()

    def empty_is_an_error(self, year):
        bring_extracts(self.folder, self.code, year)
        run = expect(hearth(self.folder, "check", year), 1, r"report.xml:\d+:\d+: error: date is empty")
        assert "next-review is empty" in run.stderr
        expect(hearth(self.folder, "build", year), 1)

    def fill(self, year):
        ends = int(year[:4]) + 1
        report = self.folder / "input" / year / "report.xml"
        report.write_text(re.sub(r'(<meeting [^>]*date=)""', rf'\1"{ends}-07-01"',
                                 report.read_text()))
        fill_in(report, {"date": f"{ends}-05-20", "statement-date": f"{ends}-05-20",
                         "next-review": f"April {ends + 1}", "text": "To note the report."})

    def write(self, year):
        expect(hearth(self.folder, "check", year), 0, "not looked at yet")
        write_words(self.folder, year, self.place)
        assert "not looked at yet" not in hearth(self.folder, "check", year).stderr

    def check(self, year):
        expect(hearth(self.folder, "check", year), 0)
        expect(hearth(self.folder, "measures", year), 0, "Enquiries")

    def build(self, year):
        expect(hearth(self.folder, "build", year), 0)
        page = (self.folder / "output" / year / "annual-report.html").read_text()
        assert self.name in page and "Leicester" not in page

    def seal(self, year):
        expect(hearth(self.folder, "seal", f"output/{year}"), 0, "sealed")

    def compare(self):
        table = (self.folder / "output" / YEARS[1] / "data" / "outcomes.csv").read_text()
        assert "2023-24" in table.splitlines()[0], table
        assert "2023-24" in (self.folder / "input" / "history.xml").read_text()

    def verify(self):
        expect(hearth(self.folder, "verify", *(f"output/{year}" for year in YEARS)), 0)


def main():
    passed = failed = 0
    for council in COUNCILS:
        with tempfile.TemporaryDirectory(prefix="hearth-walk-") as folder:
            folder = Path(folder)
            for shared in ("templates", "fonts"):
                (folder / shared).symlink_to(ROOT / shared)
            for name, step in Walk(folder, council).steps():
                try:
                    step()
                    passed += 1
                except AssertionError as fault:
                    failed += 1
                    print(f"{council[1]}, {name}: {fault}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
