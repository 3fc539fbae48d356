#!/usr/bin/env python3
"""Spreadsheets to extracts and back: what is imported, what is refused, and at which cell.

    sheets.py HEARTH

The sample's own records, put into a workbook and into CSV files as the empty workbook has them, come
back with its figures; cells as Excel writes them are understood; bad ones are told by their names.
"""
import csv
import datetime
import glob
import gzip
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(__file__))

import xlsx
from xlsx import Raw

YEAR = "2024-25"
NAMESPACE = "{urn:hearth:extract:1}"
DAY = datetime.date(2024, 4, 3)
REPEATED = {("household", "carer"), ("household", "approval"), ("household", "incentive"),
            ("household", "hold"), ("child", "episode"), ("child", "permanence"),
            ("child", "ceased"), ("panel-case", "hearing")}


class Test:
    def __init__(self, hearth, root):
        self.hearth, self.root, self.good, self.bad = hearth, root, 0, 0

    def check(self, name, right, detail=""):
        self.good, self.bad = self.good + bool(right), self.bad + (not right)
        if not right:
            print(f"{name}: {detail}")

    def run(self, *arguments, cwd=None):
        return subprocess.run([self.hearth, *arguments], capture_output=True, cwd=cwd or self.root,
                              check=False, env=os.environ | {"SOURCE_DATE_EPOCH": "1745280000"})

    def path(self, name):
        return os.path.join(self.root, name)


# -- the sample's records, as sheets --------------------------------------------------------------

def records():
    for path in sorted(glob.glob(f"input/{YEAR}/extracts/*")):
        opened = gzip.open(path) if path.endswith(".gz") else open(path, "rb")
        with opened:
            yield from tree.parse(opened).getroot()


def flattened():
    """{sheet: [{head: value}]}"""
    sheets = {}
    for record in records():
        name = record.tag.removeprefix(NAMESPACE)
        row = dict(record.attrib)
        for child in record:
            kind = child.tag.removeprefix(NAMESPACE)
            if (name, kind) in REPEATED:
                sheets.setdefault(f"{name} {kind}", []).append({name: record.get("id")} | child.attrib)
            else:
                row |= {f"{kind} {key}": value for key, value in child.attrib.items()}
        sheets.setdefault(name, []).append(row)
    return sheets


def as_cell(value):
    """A date as a date, a number as a number, as a person would have them in Excel."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return datetime.date.fromisoformat(value)
    if re.fullmatch(r"[1-9]\d{0,5}|0", value):
        return int(value)
    return value


def table(rows, convert):
    heads = list(dict.fromkeys(head for row in rows for head in row))
    return [heads] + [[convert(row[head]) if head in row else None for head in heads] for row in rows]


def measures(done):
    return json.loads(done.stdout)["measures"] if done.stdout else None


def figures(test, extract):
    folder = test.path("input")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(f"{folder}/{YEAR}/extracts")
    for name in ("authority.xml", "history.xml"):  # which figures of the sample are real
        shutil.copy(f"input/{name}", folder)
    with open(f"{folder}/{YEAR}/extracts/a.xml", "wb") as file:
        file.write(extract)
    return measures(test.run("measures", "--input", folder, "--format", "json", YEAR))


def test_the_sample_comes_back(test):
    wanted = measures(test.run("measures", "--format", "json", YEAR, cwd=os.getcwd()))
    sheets = flattened()
    about = {"Read me": [["", ""], ["Authority", "E06000016"], ["Source", "a workbook"]]}
    for name, options in {"shared": {}, "since 1904": {"since_1904": True},
                          "inline": {"share": False}}.items():
        xlsx.write(test.path("sample.xlsx"),
                   about | {kind: table(rows, as_cell) for kind, rows in sheets.items()}, **options)
        done = test.run("import", "sample.xlsx")
        test.check(f"the sample as a workbook, {name}", done.returncode == 0 and
                   figures(test, done.stdout) == wanted, done.stderr.decode()[:600])
    os.makedirs(test.path("csv"))
    for kind, rows in sheets.items():
        with open(test.path(f"csv/{kind}.csv"), "w", newline="", encoding="utf-8-sig") as file:
            csv.writer(file).writerows(table(rows, lambda value: "/".join(
                reversed(value.split("-"))) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else value))
    os.makedirs(test.path("input"), exist_ok=True)
    shutil.copy("input/authority.xml", test.path("input"))
    done = test.run("import", *[f"csv/{kind}.csv" for kind in sheets])
    test.check("the sample as CSV files", done.returncode == 0 and figures(test, done.stdout) == wanted,
               done.stderr.decode()[:600])


# -- cells as they are -----------------------------------------------------------------------------

def imported(test, rows, sheet="enquiry", **options):
    xlsx.write(test.path("t.xlsx"), {
        "Read me": [[], ["Authority", "E06000016"], ["Source", "test"]], sheet: rows}, **options)
    return test.run("import", "t.xlsx")


HEADS = ["id", "received", "source"]

# What stands in a row of enquiries, and the record that it is.
UNDERSTOOD = {
    "a date": (["1", DAY, "internet"], 'id="1" received="2024-04-03" source="internet"'),
    "a serial without a form": (["1", 45385, "internet"], 'received="2024-04-03"'),
    "a time of day": (["1", Raw('<c r="{r}" s="1"><v>45385.4375</v></c>'), "other"],
                      'received="2024-04-03"'),
    "a text": (["1", "03/04/2024", "other"], 'received="2024-04-03"'),
    "a text with a month": (["1", "3 Apr 2024", "other"], 'received="2024-04-03"'),
    "a text as XML has it": (["1", "2024-04-03", "other"], 'received="2024-04-03"'),
    "a day before the leap day that never was": (["1", Raw('<c r="{r}" s="1"><v>59</v></c>'), "other"],
                                                  'received="1900-02-28"'),
    "a day behind it": (["1", Raw('<c r="{r}" s="1"><v>61</v></c>'), "other"], 'received="1900-03-01"'),
    "a number as an id": ([1024, DAY, "other"], 'id="1024"'),
    "a long number": ([Raw('<c r="{r}"><v>1.2E3</v></c>'), DAY, "other"], 'id="1200"'),
    "a word as printed": (["1", DAY, "Word of mouth"], 'source="word-of-mouth"'),
    "no-break spaces": (["\u00a01 ", DAY, "other\u00a0"], 'id="1" received="2024-04-03" source="other"'),
    "a cached result": (["1", DAY, Raw('<c r="{r}" t="str"><f>A9</f><v>other</v></c>')], 'source="other"'),
    "a strict date": (["1", Raw('<c r="{r}" t="d"><v>2024-04-03T10:30:00</v></c>'), "other"],
                      'received="2024-04-03"'),
    "signs of XML": (['<&">', DAY, "other"], 'id="&lt;&amp;&quot;&gt;"'),
}

# What stands in the second row, the cell, and what is said of it.
REFUSED = {
    "a word": (["1", DAY, "facebok"], "C2", 'error: source "facebok" is not one of'),
    "a date": (["1", "31/02/2024", "other"], "B2", 'error: received "2024-02-31" is no date'),
    "the leap day that never was": (["1", Raw('<c r="{r}" s="1"><v>60</v></c>'), "other"], "B2",
                                    'no day of the calendar'),
    "an error cell": (["1", Raw('<c r="{r}" t="e"><v>#N/A</v></c>'), "other"], "B2",
                      'error: "#N/A": the formula here has no result'),
    "an empty cell that is needed": ([None, DAY, "other"], "A2", "error: enquiry has no id"),
}


def test_cells(test):
    for name, (row, wanted) in UNDERSTOOD.items():
        done = imported(test, [HEADS, row])
        test.check(f"understood: {name}", done.returncode == 0 and wanted in done.stdout.decode(),
                   (done.stdout + done.stderr).decode()[:500])
    for name, (row, cell, wanted) in REFUSED.items():
        done = imported(test, [HEADS, row])
        lines = [line for line in done.stderr.decode().splitlines() if wanted in line]
        test.check(f"refused: {name}", done.returncode == 1 and not done.stdout and lines and
                   lines[0].startswith(f"t.xlsx:enquiry!{cell}: error: "), done.stderr.decode()[:500])


def test_sheets(test):
    done = imported(test, [HEADS + ["source"], ["1", DAY, "other", "other"]])
    test.check("a head twice", b't.xlsx:enquiry!D1: error: there are two columns "source"' in done.stderr,
               done.stderr.decode())
    done = imported(test, [["id", "recieved", "source"], ["1", DAY, "other"]])
    test.check("a head misspelt", b"enquiry!B1: warning: no attribute of enquiry is called" in done.stderr
               and b"did you mean received?" in done.stderr
               and b'enquiry!A1: error: there is no column "received"' in done.stderr,
               done.stderr.decode())
    done = imported(test, [HEADS, ["1", DAY, "other"]], sheet="enqiry")
    test.check("a sheet misspelt", b"t.xlsx:enqiry!A1: warning: no record type is called enqiry"
               in done.stderr and b"did you mean enquiry?" in done.stderr, done.stderr.decode())
    done = imported(test, [HEADS, ["1", DAY, "other"]], sheet="Enquiries")
    test.check("a sheet in the plural", b"<enquiry" in done.stdout, done.stderr.decode())
    done = imported(test, [HEADS, ["1", DAY, "other"]], hidden=("enquiry",))
    test.check("a hidden sheet", b"it is hidden" in done.stderr and b"<enquiry" not in done.stdout,
               done.stderr.decode())
    done = imported(test, [[], ["household", "date", "category", "places", "age-from", "age-to"],
                           ["H9", DAY, "enhanced", 1, 0, 18]], sheet="household approval")
    test.check("a child of no record", done.returncode == 1 and
               b'approval!A3: error: no household "H9" is on any sheet' in done.stderr,
               done.stderr.decode())
    done = imported(test, [HEADS, ["1", DAY, "other"], [], ["1", DAY, "internet"]])
    test.check("records that clash", done.returncode == 1 and b"t.xlsx:enquiry!A4: error:" in done.stderr,
               done.stderr.decode())


def test_files(test):
    with open(test.path("old.xls"), "wb") as file:
        file.write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    done = test.run("import", "old.xls")
    test.check("an old or locked workbook", done.returncode == 1 and
               b"save it as Excel Workbook (.xlsx) without a password" in done.stderr, done.stderr.decode())
    with zipfile.ZipFile(test.path("no.xlsx"), "w") as archive:
        archive.writestr("hello.txt", "x")
    done = test.run("import", "no.xlsx")
    test.check("a file that is no workbook", done.returncode == 1 and b"no workbook" in done.stderr,
               done.stderr.decode())
    done = test.run("import", "missing.xlsx")
    test.check("a file that is not there", done.returncode == 1 and b"missing.xlsx" in done.stderr,
               done.stderr.decode())
    done = test.run("import")
    test.check("no file at all", done.returncode == 2, done.stderr.decode())


def test_encodings(test):
    text = "id;received;source;note\r\nÉ1;03/04/2024;other;\r\n;;;\r\n"
    for name, encoding in {"UTF-8 with a mark": "utf-8-sig", "UTF-16": "utf-16",
                           "Windows-1252": "cp1252"}.items():
        with open(test.path("enquiry.csv"), "w", encoding=encoding, newline="") as file:
            file.write(text)
        done = test.run("import", "enquiry.csv")
        test.check(f"CSV in {name}", done.returncode == 0 and
                   '<enquiry id="É1" received="2024-04-03" source="other"/>' in done.stdout.decode(),
                   (done.stdout + done.stderr).decode()[:500])


MAPPING = """<mapping xmlns="urn:hearth:mapping:1" authority="E06000016" source="Case system">
  <sheet name="Enquiries 24-25" record="enquiry" head-row="3">
    <column head="Ref" is="id"/>
    <column head="Date in" is="received" dates="m/d/y"/>
    <column head="Heard by" is="source"><word written="Web" means="internet"/></column>
    <column head="Visited" is="initial-visit date"/>
  </sheet>
</mapping>
"""


def test_mapping(test):
    rows = [["Enquiries of the year"], [], ["Ref", "Date in", "Heard by", "Visited", "Who"],
            ["1", "04/23/2024", "Web", DAY.replace(month=6), "x"]]
    with open(test.path("m.xml"), "w", encoding="utf-8") as file:
        file.write(MAPPING)
    xlsx.write(test.path("own.xlsx"), {"Enquiries 24-25": rows})
    done = test.run("import", "--mapping", "m.xml", "own.xlsx")
    test.check("a mapping", done.returncode == 0 and
               b'<enquiry id="1" received="2024-04-23" source="internet">\n'
               b'    <initial-visit date="2024-06-03"/>' in done.stdout and b"called \"Who\"" in done.stderr,
               (done.stdout + done.stderr).decode()[:600])
    with open(test.path("m.xml"), "w", encoding="utf-8") as file:
        file.write(MAPPING.replace('is="source"', 'is="sourse"'))
    done = test.run("import", "--mapping", "m.xml", "own.xlsx")
    test.check("a mapping that names no attribute", done.returncode == 1 and
               b'C3: error: the mapping\'s "sourse" is no attribute of the record: source' in done.stderr,
               done.stderr.decode())
    done = test.run("import", "--suggest", "own.xlsx")
    said = done.stdout.decode()
    test.check("a mapping's draft", done.returncode == 0 and 'record="enquiry"' in said and
               'head-row="3"' in said and '<column head="Ref" is="id"/>' in said and
               "not understood" in said and tree.fromstring(said) is not None, said)


def test_a_draft_of_odd_heads(test):
    xlsx.write(test.path("odd.xlsx"), {"a--b": [["--x--y-->", "<zz>---", "id"], ["1", "2", "3"]],
                                       "--": [["q--", "-w"], ["1", "2"]]})
    done = test.run("import", "--suggest", "odd.xlsx")
    try:
        good = tree.fromstring(done.stdout) is not None
    except tree.ParseError:
        good = False
    test.check("a draft of heads with hyphens", done.returncode == 0 and good, done.stdout.decode())


def test_template(test):
    done = test.run("template")
    test.check("an empty workbook", done.returncode == 0 and done.stdout[:2] == b"PK")
    test.check("the same each time", test.run("template").stdout == done.stdout)
    with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
        book = archive.read("xl/workbook.xml").decode()
        sheet = archive.read("xl/worksheets/sheet3.xml").decode()
    test.check("a sheet for each record type", all(f'name="{name}"' in book for name in (
        "enquiry", "household", "household approval", "child episode", "post")), book)
    test.check("lists of words, and dates", "dataValidation type=\"list\"" in sheet and
               'type="date"' in sheet, sheet[:500])
    with open(test.path("empty.xlsx"), "wb") as file:
        file.write(done.stdout)
    done = test.run("import", "empty.xlsx")
    test.check("the empty workbook, imported", done.returncode == 1 or b"<enquiry" not in done.stdout,
               done.stderr.decode())


def main():
    hearth = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as root:
        test = Test(hearth, root)
        for part in (test_the_sample_comes_back, test_cells, test_sheets, test_files, test_encodings,
                     test_mapping, test_a_draft_of_odd_heads, test_template):
            part(test)
    print(f"{test.good} passed, {test.bad} failed")
    return 1 if test.bad else 0


if __name__ == "__main__":
    sys.exit(main())
