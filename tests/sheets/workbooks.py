#!/usr/bin/env python3
"""The workbook of a pack, held against its CSV files: the same tables, each on a sheet, marked as one.

    workbooks.py PACK…
"""
import csv
import re
import sys
import xml.etree.ElementTree as tree
import zipfile
from pathlib import Path

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SYMBOLS = {"[x]", "[c]", "[z]"}
good = bad = 0


def check(name, right, detail=""):
    global good, bad
    good, bad = good + bool(right), bad + (not right)
    if not right:
        print(f"{name}: {detail}")


class Book:
    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.texts = ["".join(t.text or "" for t in item.iter(MAIN + "t"))
                      for item in self.read("xl/sharedStrings.xml")]
        self.names = [sheet.get("name") for sheet in self.read("xl/workbook.xml").iter(MAIN + "sheet")]

    def read(self, part):
        return tree.fromstring(self.archive.read(part))

    def rows(self, number):
        sheet = self.read(f"xl/worksheets/sheet{number}.xml")
        check(f"sheet {number} has no merged cells", sheet.find(MAIN + "mergeCells") is None)
        return [[self.value(cell) for cell in row] for row in sheet.iter(MAIN + "row")]

    def value(self, cell):
        value = cell.find(MAIN + "v")
        if value is None:
            return ""
        return self.texts[int(value.text)] if cell.get("t") == "s" else float(value.text)

    def table(self, number):
        """The area of the one table that a sheet has: its first row, its columns and rows, its heads."""
        names = [name for name in self.archive.namelist()
                 if name == f"xl/worksheets/_rels/sheet{number}.xml.rels"]
        targets = [r.get("Target") for r in self.read(names[0]) if "/table" in r.get("Type")] if names else []
        if len(targets) != 1:
            return None
        table = self.read("xl/" + targets[0].removeprefix("../"))
        first, right, last = re.fullmatch(r"A(\d+):([A-Z]+)(\d+)", table.get("ref")).groups()
        heads = [column.get("name") for column in table.iter(MAIN + "tableColumn")]
        check(f"sheet {number}: its heads differ", len({head.casefold() for head in heads}) == len(heads), heads)
        return int(first), ord(right) - 64, int(last) - int(first), heads


def same(cell, written):
    if written == "":
        return cell in SYMBOLS
    try:
        return isinstance(cell, float) and abs(cell - float(written)) < 1e-9 or cell == written
    except ValueError:
        return cell == written.removeprefix("'") or cell == written


def judge(pack):
    book = Book(pack / "data" / "figures.xlsx")
    check("cover, contents and notes come first", book.names[:3] == ["Cover", "Contents", "Notes"], book.names)
    tables = {}
    for number, name in enumerate(book.names, 1):
        rows, area = book.rows(number), book.table(number)
        check(f"{name} is titled", rows and rows[0][0], rows[:1])
        if name == "Cover":
            continue
        check(f"{name} says that it has one table, and has",
              area and rows[1][0].startswith("This worksheet contains one table."), rows[:2])
        body = rows[area[0]:]
        check(f"{name} has no empty cell", all(cell != "" for row in body for cell in row) and
              len(body) == area[2] and all(len(row) == area[1] for row in body), name)
        tables[name] = body
    listed = [row[0] for row in tables.pop("Contents")]
    check("the contents list every table", listed == list(tables)[1:], listed)
    check("the symbols are explained", {row[0] for row in tables.pop("Notes")} == SYMBOLS)
    tables.pop(listed[-1])  # every measure
    files = list((pack / "data").glob("*.csv"))
    check("as many tables as files", len(files) == len(tables), f"{len(files)} {len(tables)}")
    for path in files:
        with open(path, encoding="utf-8-sig", newline="") as file:
            wanted = list(csv.reader(file))[1:]
        check(f"{path.name} is a sheet", any(
            len(rows) == len(wanted) and all(len(a) == len(b) and all(map(same, a, b))
                                             for a, b in zip(rows, wanted)) for rows in tables.values()))


for folder in sys.argv[1:]:
    judge(Path(folder))
print(f"{good} passed, {bad} failed")
sys.exit(bad > 0)
