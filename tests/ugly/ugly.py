#!/usr/bin/env python3
"""An ugly council's pack must be as good as any: nothing left out, turned round or broken.

    ugly.py HEARTH FOLDER FULL EMPTY

Takes the packs FULL and EMPTY that were built from what make.py made in FOLDER; what the judges of
pages say of them is asked elsewhere. Ends with "N passed, N failed".
"""
import csv
import html
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import make

ROOT = Path(__file__).resolve().parents[2]

passed = failed = 0


def check(good, message):
    global passed, failed
    passed += bool(good)
    failed += not good
    if not good:
        print(message)


def check_pdf(path):
    run = subprocess.run(["pdftotext", path, "-"], check=True, encoding="utf-8",
                         stdout=subprocess.PIPE)
    check_text(path, run.stdout.replace("\f", " "))


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
    """No record, no figure: none is 0, since no file says that there were none."""
    measures = json.loads((pack / "figures.json").read_text(encoding="utf-8"))["measures"]
    wrong = [name for name, figure in measures.items()
             if figure["value"] is not None or figure["reason"] != "no-records"]
    check(not wrong, f"without records these are figures: {wrong[:5]}")


def check_unknown(program, folder):
    """A letter that no font has stops the build, by its name and place, with nothing written."""
    out = folder / "out-unknown"
    run = subprocess.run([program, "build", "--input", folder / "unknown", "--templates",
                          folder / "templates", "--output", out, make.YEAR], cwd=ROOT, check=False,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    check(run.returncode == 1 and not run.stdout, f"a letter in no font: status {run.returncode}")
    check(re.search(r"ar-local-offer\.md:3:\d+: error: .*U\+10380", run.stderr),
          f"a letter in no font is not named at its place:\n{run.stderr[-600:]}")
    check(not (out / make.YEAR).exists(), "a letter in no font: something was written")


def check_pack(pack):
    for path in sorted(pack.rglob("*")):
        if path.suffix in (".html", ".svg", ".csv", ".json"):
            check_text(path, text_of(path))
            check_data(path)
        if path.suffix == ".pdf" and path.stem.count(".") == 0:  # other editions say the same
            check_pdf(path)


def main():
    program, folder, full, empty = (Path(argument).resolve() for argument in sys.argv[1:])
    check_pack(full)
    check_pack(empty)
    check_empty(empty)
    check_unknown(program, folder)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
