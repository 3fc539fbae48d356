#!/usr/bin/env python3
"""A council that has its SSDA903 return and nothing else: what only a case system knows is said to
be not recorded, and is printed as 0 nowhere.

    alone.py HEARTH

The sample return's year with the front page of input/, once with the narratives and history that
`hearth new` writes, once with input/'s; figures, documents, pages and tables are read. Ends with
"N passed, N failed".
"""
import csv
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
YEAR, CODE, NAME = "2017-18", "E06000016", "Leicester City Council"
CASE_SYSTEM = ("enquiries applications visits assessments approvals incentives events households "
               "places carers kinship panel allegations reviews complaints training staff").split()
DOCUMENTS = ("annual-report", "statement-of-purpose", "scrutiny-report", "members-briefing",
             "how-figures-were-made")
TABLES = ("complaints-by-outcome conversions household-changes kinship-orders kinship-outcomes "
          "outcomes outcomes-over-years panel-activity places staff-by-role training").split()
SAYS = {
    "annual-report": ["Enquiries about fostering were not recorded for this report.",
                      "The cases that panel heard were not recorded for this report.",
                      "Reviews of foster carers were not recorded for this report.",
                      "Allegations against foster carers were not recorded for this report.",
                      "Complaints about fostering were not recorded for this report.",
                      "The service’s staff were not recorded for this report.",
                      "How far from home children lived was not recorded for this report."],
    "scrutiny-report": ["Enquiries and applications were not recorded for this report.",
                        "The cases that panel heard were not recorded for this report."],
    "statement-of-purpose": ["was not recorded for this statement. Our carers looked after",
                             "how far from home they lived was not recorded"]}
NOUNS = ("allegation|complaint|household|staff|panel|review|enquir|application|approval|assessment|"
         "carers?’ review|social worker")
SAYS_NOT = re.compile(rf"(?<![\d.,-])\b(?:no|none|zero|0) (?:\w+ )?(?:{NOUNS})(?:s|y|ies)?\b"
                      r"[^.]{0,40}\b(?:record|made|receiv|held|heard|was|were|upheld|fell due)", re.I)


def run(hearth, *arguments):
    return subprocess.run([hearth, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True,
                          check=False)


def front_page(text):
    for old, new in (("2025-26", "2018-19"), ("2024-25", YEAR), ('"2026-', '"2019-'),
                     ("2025", "2018")):
        text = text.replace(old, new)
    return text


def make_input(hearth, folder, new):
    made = run(hearth, "new", "--council", CODE, NAME, YEAR, "--input", folder)
    if made.returncode:
        raise SystemExit(made.stderr)
    shutil.copy(ROOT / "input/authority.xml", folder)
    report = (ROOT / "input/2024-25/report.xml").read_text()
    (folder / YEAR / "report.xml").write_text(front_page(report))
    if not new:
        shutil.copy(ROOT / "input/history.xml", folder)
        shutil.rmtree(folder / YEAR / "narrative")
        shutil.copytree(ROOT / "input/2024-25/narrative", folder / YEAR / "narrative")
    extracts = folder / YEAR / "extracts"
    extracts.mkdir(exist_ok=True)
    shutil.copy(Path(__file__).parent / "sample-2017-18.xml", extracts)


def judge_check(result):
    if result.returncode:
        yield f"build: exit status {result.returncode}: {result.stderr[-500:]}"
    for line in result.stderr.splitlines():
        if line.startswith("templates/"):
            yield line


def judge_figures(pack):
    for name, figure in json.loads((pack / "figures.json").read_text())["measures"].items():
        if name.split(".")[0] in CASE_SYSTEM:
            if figure["value"] is not None or figure.get("reason") != "no-records":
                yield f"figures.json: {name} is {figure}"
    for table in TABLES:
        with open(pack / "data" / f"{table}.csv", encoding="utf-8-sig", newline="") as file:
            for row in list(csv.reader(file))[1:]:
                if "0" in row[1:]:
                    yield f"{table}.csv has a 0: {row}"


def judge_tree(hearth, folder, document):
    result = run(hearth, "render", f"{document}.tree", "--input", folder, YEAR)
    if result.returncode:
        yield f"{document}: exit status {result.returncode}"
    for measure, shown in re.findall(r'figure measure="([^"]*)"[^"]*(?:value="[^"]*" )?"([^"]*)"',
                                     result.stdout):
        if measure.split(".")[0] in CASE_SYSTEM and re.search(r"\d", shown):
            yield f"{document} prints {measure} as {shown}"


def judge_page(pack, document):
    page = (pack / f"{document}.html").read_text()
    page = re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.S)
    page = re.sub(r"</?(p|li|h\d|t[dhr]|div|section|ul|ol|table|caption|dt|dd)\b[^>]*>", "\n", page)
    text = html.unescape(re.sub(r"<[^>]*>", "", page)).replace("\xa0", " ").replace("\u2060", "")
    for sentence in SAYS.get(document, ()):
        if sentence not in " ".join(text.split()):
            yield f"{document} does not say: {sentence}"
    for found in SAYS_NOT.finditer(text):
        yield f"{document} says: {text[max(found.start() - 40, 0):found.end() + 20]!r}"


def judge(hearth, work, new):
    folder, output = work / "input", work / "output"
    make_input(hearth, folder, new)
    yield "build", judge_check(run(hearth, "build", "--input", folder, "--output", output, YEAR))
    pack = output / YEAR
    yield "figures", judge_figures(pack)
    for document in DOCUMENTS:
        yield document, judge_tree(hearth, folder, document)
        yield document + ".html", judge_page(pack, document)


def main():
    hearth = os.path.abspath(sys.argv[1])
    passed = failed = 0
    for new in (True, False):
        with tempfile.TemporaryDirectory(prefix="hearth-alone-") as work:
            for what, faults in judge(hearth, Path(work), new):
                found = list(faults)
                passed, failed = passed + (not found), failed + bool(found)
                for fault in found:
                    print(f"{'as hearth new makes it' if new else 'as input/'}, {what}: {fault}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
