#!/usr/bin/env python3
"""An ugly council's pack must be as good as any: nothing clipped, left out, turned round or broken.

    ugly.py HEARTH

Builds what make.py makes and hands it to all judges. Ends with "N passed, N failed".
"""
import csv
import html
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import make

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / os.environ.get("BUILD", "build")
FOLDER = BUILD / "test/ugly"
MARGIN = 22  # points: what printers leave white

passed = failed = 0


def check(good, message):
    global passed, failed
    passed += bool(good)
    failed += not good
    if not good:
        print(message)


def judge(*command):
    """A judge that prints its findings and the count of its tests."""
    global passed, failed
    run = subprocess.run([str(part) for part in command], cwd=ROOT, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, encoding="utf-8", check=False)
    count = re.findall(r"^(\d+) passed, (\d+) failed", run.stdout, re.M)
    if not count:
        check(run.returncode == 0, run.stdout)
        return
    passed += int(count[-1][0])
    failed += int(count[-1][1])
    if run.returncode:
        print(run.stdout)


def hearth(program, variant, *arguments):
    return subprocess.run([program, arguments[0], "--input", FOLDER / variant, "--templates",
                           FOLDER / "templates", *arguments[1:]], cwd=ROOT, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def pdf_pages(path):
    """Each page's width, height and words, as (left, top, right, bottom, word)."""
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, encoding="utf-8",
                           stdout=subprocess.PIPE).stdout
    for page in boxes.split("<page ")[1:]:
        width, height = re.match(r'width="(.*?)" height="(.*?)"', page).groups()
        words = [(*map(float, box), html.unescape(word)) for *box, word in re.findall(
            r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)]
        yield float(width), float(height), words


def check_pdf(path):
    """Every word lies on its page, off the margins that printers leave white."""
    everything = []
    for number, (width, height, words) in enumerate(pdf_pages(path), 1):
        outside = [word for left, top, right, bottom, word in words
                   if min(left, top, width - right, height - bottom) < MARGIN]
        check(not outside, f"{path.name}, page {number}: beyond the margin: {outside[:5]}")
        everything += [word for *_, word in words]
    check_text(path, " ".join(everything))


def text_of(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix not in (".html", ".svg"):
        return text
    return html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.S))


def plain(text):
    return " ".join(text.translate(str.maketrans("’‘“”", "''\"\"")).split())


def check_text(path, text):
    wrong = re.search(r"\{\{|[A-Z]\}\}|\b-?(?:nan|inf)\b%?|[\ue000-\uf8ff\ufffd]", text)
    check(not wrong, f"{path.name}: has {wrong and text[max(0, wrong.start() - 30):wrong.end() + 30]!r}")
    check("&#" not in text and "&amp;" not in text, f"{path.name}: an escape shows")
    if path.suffix in (".html", ".pdf"):
        check(plain(make.NAME) in plain(text), f"{path.name}: does not name the council as it is written")


def check_data(path):
    """CSV that a spreadsheet opens: as many cells in each row; a picture that is XML."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as lines:
            widths = {len(row) for row in csv.reader(lines)}
        check(len(widths) == 1, f"{path.name}: rows of {sorted(widths)} cells")
    if path.suffix == ".svg":
        try:
            ElementTree.parse(path)
            check(True, "")
        except ElementTree.ParseError as error:
            check(False, f"{path.name}: {error}")


def check_empty(pack):
    """No record, no figure but none: counts are 0, rates are not known."""
    measures = json.loads((pack / "figures.json").read_text(encoding="utf-8"))["measures"]
    wrong = [name for name, figure in measures.items()
             if figure["value"] != (None if figure["unit"] == "percent" else 0)]
    check(not wrong, f"without records these are not 0: {wrong[:5]}")


def check_unknown(program):
    """A letter that no font has stops the build, by its name and place, with nothing written."""
    out = FOLDER / "out-unknown"
    run = hearth(program, "unknown", "build", "--output", out, make.YEAR)
    check(run.returncode == 1 and not run.stdout, f"a letter in no font: status {run.returncode}")
    check(re.search(r"ar-local-offer\.md:3:\d+: error: .*U\+10380", run.stderr),
          f"a letter in no font is not named at its place:\n{run.stderr[-600:]}")
    check(not (out / make.YEAR).exists(), "a letter in no font: something was written")


def build(program, variant):
    out = FOLDER / f"out-{variant}"
    run = hearth(program, variant, "build", "--output", out, make.YEAR)
    check(run.returncode == 0, f"{variant} was not built:\n{run.stderr[-2000:]}")
    if run.returncode:
        return None
    for path in sorted((out / make.YEAR).rglob("*")):
        if path.suffix in (".html", ".svg", ".csv", ".json"):
            check_text(path, text_of(path))
            check_data(path)
        if path.suffix == ".pdf":
            check_pdf(path)
    tree = hearth(program, variant, "render", "annual-report.tree", make.YEAR).stdout
    (FOLDER / f"{variant}.tree").write_text(tree, encoding="utf-8")
    return out / make.YEAR


def main():
    program = Path(sys.argv[1]).resolve()
    make.make(FOLDER)
    packs = {variant: build(program, variant) for variant in ("full", "empty")}
    check_unknown(program)
    if all(packs.values()):
        check_empty(packs["empty"])
        reports = [pack / "annual-report.pdf" for pack in packs.values()]
        judge("tests/judges/pdf/verapdf.sh", *reports)
        judge("tests/judges/pdf/census", reports[0], FOLDER / "full.tree",
              reports[1], FOLDER / "empty.tree")
        judge("tests/judges/html/run", packs["full"] / "annual-report.html")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
