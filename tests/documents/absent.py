#!/usr/bin/env python3
"""What no record tells of is said to be not recorded, and never printed as 0.

    absent.py HEARTH

The sample without each kind of record in turn, and with nothing but each: no sentence of the
templates prints a figure that there is not. Of a council with nothing but enquiries the pack is
built and read. Ends with "N passed, N failed".
"""
import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
YEAR = "2024-25"
KINDS = ("enquiry household child staying-put viability-assessment kinship-assessment "
         "independent-assessment panel-case allegation review complaint recruitment-event "
         "training-event post").split()
SAYS = {  # of the council that has nothing but enquiries
    "annual-report": ["People made 57 enquiries about fostering",
                      "Allegations against foster carers were not recorded for this report.",
                      "The service’s staff were not recorded for this report.",
                      "Households: not recorded", "applications 35"],
    "statement-of-purpose": ["We enter your enquiry in our database.",
                             "How many households fostered with us on 31 March 2025 was not "
                             "recorded"],
    "scrutiny-report": ["Newly approved households were not recorded for this report."]}
SAYS_NOT = re.compile(r"\b(no|0|zero) (allegation|complaint|household|staff|panel|review)s?\b",
                      re.I)


def sample_texts():
    for path in sorted((ROOT / "input" / YEAR / "extracts").iterdir()):
        content = path.read_bytes()
        yield path.name.removesuffix(".gz"), (gzip.decompress(content) if path.suffix == ".gz"
                                              else content).decode()


def without(text, kind):
    text = re.sub(rf"<(\w+:)?{kind}\b[^>]*/>", "", text)
    return re.sub(rf"<(\w+:)?{kind}\b[^>]*[^/]>.*?</(\w+:)?{kind}>", "", text, flags=re.S)


def make_input(folder, texts, kept):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "input", folder, ignore=shutil.ignore_patterns("extracts"))
    extracts = folder / YEAR / "extracts"
    extracts.mkdir()
    for name, text in texts:
        for kind in KINDS:
            if kind not in kept:
                text = without(text, kind)
        (extracts / name).write_text(text)


def run(hearth, command, folder, *more):
    return subprocess.run([hearth, command, "--input", folder, *more, YEAR], cwd=ROOT,
                          capture_output=True, text=True, check=False)


def judge_check(hearth, folder):
    result = run(hearth, "check", folder)
    if result.returncode:
        yield f"exit status {result.returncode}"
    for line in result.stderr.splitlines():
        if line.startswith("templates/") and "is not recorded this year" in line:
            yield line


def prose(hearth, folder, document):
    """Paragraph by paragraph, as it would be read, tables and charts left out."""
    tree = run(hearth, "render", folder, f"{document}.tree").stdout
    block = []
    for line in tree.splitlines():
        words = re.match(r' *(?:text|figure[^"]*(?:"[^"]*"[^"]*)*?) ?"(.*)"$', line)
        kind = line.split()[0] if line.split() else ""
        if kind in ("text", "figure") and words:
            block.append(re.search(r'"([^"]*)"$', line).group(1))
        elif kind in ("paragraph", "heading", "item", "table", "chart", "headline"):
            yield "".join(block)
            block = []
    yield "".join(block)


def judge_words(hearth, folder):
    for document, sentences in SAYS.items():
        blocks = list(prose(hearth, folder, document))
        text = "\n".join(blocks).replace("\xa0", " ")
        for sentence in sentences:
            if sentence not in text:
                yield f"{document} does not say: {sentence}"
        for mark in ("[x]", " – of", "none%"):
            if mark in text:
                yield f"{document} says {mark}"
        for found in SAYS_NOT.finditer(text):
            yield f"{document} says: {text[found.start() - 40:found.end() + 20]!r}"


def judge_pack(hearth, folder, output):
    result = run(hearth, "build", folder, "--output", output)
    if result.returncode:
        yield f"build: exit status {result.returncode}: {result.stderr[-300:]}"
        return
    pack = output / YEAR
    charts = {path.stem for path in (pack / "charts").iterdir()}
    for name, there in (("enquiries-by-source", True), ("allegations-by-outcome", False),
                        ("staff-by-team", False), ("where-children-live", False)):
        if (name in charts) != there:
            yield f"the chart {name} is {'not ' if there else ''}in the pack"
    figures = json.loads((pack / "figures.json").read_text())["measures"]
    if figures["allegations.total"] != {"value": None, "unit": "count", "reason": "no-records"}:
        yield f"figures.json: allegations.total is {figures['allegations.total']}"
    page = (pack / "annual-report.html").read_text()
    if "[x]" not in page or "[x] means that the figure is not available" not in page:
        yield "no table has [x] with its note"


def main():
    hearth = Path(sys.argv[1]).resolve()
    texts = list(sample_texts())
    rounds = [(f"without {kind}", [k for k in KINDS if k != kind]) for kind in KINDS]
    rounds += [(f"only {kind}", [kind]) for kind in KINDS]
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="hearth-absent-") as work:
        folder = Path(work) / "input"
        for name, kept in rounds:
            make_input(folder, texts, kept)
            found = list(judge_check(hearth, folder))
            if kept == ["enquiry"]:
                found += judge_words(hearth, folder)
                found += judge_pack(hearth, folder, Path(work) / "output")
            passed, failed = passed + (not found), failed + bool(found)
            for line in found:
                print(f"{name}: {line}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
