"""Each printed table of parts adds up to its total, or says beside it what it leaves out.

Usage: sums.py PACK…"""
import csv
import html
import pathlib
import re
import sys

# The last row of a table that is a total begins with this word.
TOTAL = "All"


def number(text):
    """A count, or None for a rate, a dash or a mark."""
    return int(text.replace(",", "")) if re.fullmatch(r"[0-9,]+", text) else None


def words_about(pack, name):
    """What the documents say in and around the table, its own rows left out."""
    said = []
    for page in pack.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        for found in re.finditer(rf'<table[^>]*id="table-{name}".*?</table>|'
                                 rf'<figure[^>]*id="table-{name}".*?</figure>|'
                                 rf'id="table-{name}".{{0,3000}}', text, re.S):
            shown = re.sub(r"<t[dh].*?</t[dh]>", " ", found.group(), flags=re.S)
            said.append(html.unescape(re.sub(r"<[^>]*>", " ", shown)))
    return " ".join(said)


def faults_of(pack, path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    if not rows or not rows[-1][0].startswith(TOTAL):
        return []
    faults = []
    for column in range(1, len(head)):
        cells = [number(row[column]) for row in rows]
        if None in cells or "Share" in head[column]:
            continue
        *parts, whole = cells
        missing = whole - sum(parts)
        if missing and not re.search(rf"\b{abs(missing)}\b", words_about(pack, path.stem)):
            faults.append(f"{path}: {head[column]}: the rows make {sum(parts)}, the total is "
                          f"{whole}, and no note says of {abs(missing)} why")
    return faults


def main():
    passed, faults = 0, []
    for pack in map(pathlib.Path, sys.argv[1:]):
        for path in sorted(pack.glob("data/*.csv")):
            found = faults_of(pack, path)
            faults += found
            passed += not found
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{passed} passed, {len(faults)} failed")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
