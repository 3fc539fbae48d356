#!/usr/bin/env python3
"""Every section of the documents that councils publish today has its place in ours.

    sections.py HEARTH        (uses sections.tsv: document, section, our heading)

Ends with "N passed, N failed".
"""
import html
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def headings(hearth, document):
    page = subprocess.run([hearth, "render", f"{document}.html", "2024-25"], cwd=ROOT, check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()
    found = set()
    for heading in re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", page, re.S):
        text = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", heading)).split())
        found.add(re.sub(r"^[0-9.]+ ", "", text))
    return found


def main():
    hearth = Path(sys.argv[1]).resolve()
    rows = [line.split("\t") for line in
            (ROOT / "tests/documents/sections.tsv").read_text().splitlines()[1:]]
    known = {document: headings(hearth, document) for document in {row[0] for row in rows}}
    failed = 0
    for document, section, heading in rows:
        if heading not in known[document]:
            print(f"{document}: \"{section}\" should stand under \"{heading}\", which is not there")
            failed += 1
    print(f"{len(rows) - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
