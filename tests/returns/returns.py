#!/usr/bin/env python3
"""Holds the program's reading of SSDA903 returns against oracle.py's.

    returns.py HEARTH [--rounds N] [--seed N]

The sample return, as XML and as CSV in each encoding; then returns made at random, with faults,
of one to five years, each as XML and as CSV: every figure that a return decides must be the same.
"""
import argparse
import csv
import io
import json
import os
import random
import subprocess
import sys
import tempfile
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import oracle

HERE = os.path.dirname(os.path.abspath(__file__))
DECIDED = ("children.", "placements.", "sgo.", "staying_put.")
NOT_AVAILABLE = {"children.in_mainstream_or_kinship", "children.within_20_miles",
                 "children.within_20_miles.rate", "staying_put.ended", "places.approved",
                 "enquiries.total"}
AUTHORITY = ('<authority xmlns="urn:hearth:authority:1" code="E06000016" name="Weir Council"'
             ' short-name="Weir" place="Weir" website="https://weir.example" language="en-GB"/>\n')
COLUMNS = {
    "header": ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"],
    "episodes": ["CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
                 "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"],
    "oc3": ["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"],
    "uasc": ["CHILD", "SEX", "DOB", "DUC"]}
NAMES = {"PLACE": "PL"}
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252"]
MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def sample():
    tables = {"header": [], "episodes": [], "oc3": []}
    for child in ElementTree.parse(os.path.join(HERE, "sample-2017-18.xml")).getroot():
        header = child.find("HEADER")
        row = {e.tag: e.text or "" for e in header if not len(e)}
        row["CHILD"] = row.pop("CHILDID")
        tables["header"].append(row)
        for oc3 in child.iter("OC3"):
            tables["oc3"].append({"CHILD": row["CHILD"], "DOB": row["DOB"],
                                  **{e.tag: e.text or "" for e in oc3}})
        for episode in child.findall("EPISODE"):
            tables["episodes"].append({"CHILD": row["CHILD"],
                                       **{e.tag: e.text or "" for e in episode}})
    return tables


def as_csv(table, rows, encoding, rng):
    columns = list(COLUMNS[table])
    rng.shuffle(columns)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=rng.choice(["\n", "\r\n"]),
                        quoting=rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    tail = [""] * rng.choice([0, 0, 2])
    writer.writerow(columns + tail)
    for row in rows:
        if rng.random() < .1:
            writer.writerow([""] * rng.choice([1, 3, len(columns)]))
        writer.writerow([rng.choice(["", " "]) + row.get(NAMES.get(c, c), "") for c in columns] + tail)
    return MARKS.get(encoding, b"") + out.getvalue().encode(encoding)


def element(name, value):
    return f"<{name}>{escape(value)}</{name}>" if value else f"<{name}/>"


def as_xml(tables, encoding):
    children = {}
    for table, rows in tables.items():
        for row in rows:
            children.setdefault(row["CHILD"], {}).setdefault(table, []).append(row)
    out = [f'<?xml version="1.0" encoding="{encoding if encoding == "cp1252" else "utf-8"}"?>'
           .replace("cp1252", "windows-1252"), "<EXPSSDA903>"]
    for child, own in children.items():
        headers = own.get("header") or [{}]
        for number, header in enumerate(headers):
            out.append("<CHILD><HEADER>" + element("CHILDID", child))
            out += [element(n, header.get(n, "")) for n in ("SEX", "DOB", "ETHNIC")]
            if number == len(headers) - 1:
                for row in own.get("oc3", ()):
                    out.append("<OC3>" + element("ACCOM", row["ACCOM"]) + "</OC3>")
            out.append("</HEADER>")
            if number == len(headers) - 1:
                for row in own.get("episodes", ()):
                    out.append("<EPISODE>" + "".join(
                        element(NAMES.get(c, c), row.get(NAMES.get(c, c), ""))
                        for c in COLUMNS["episodes"][1:]) + "</EPISODE>")
            out.append("</CHILD>")
    out.append("</EXPSSDA903>")
    return MARKS.get(encoding, b"") + "\n".join(out).encode(encoding)


def random_day(rng, low, high):
    return low + oracle.datetime.timedelta(days=rng.randrange((high - low).days))


def written(rng, when):
    return when.strftime(rng.choice(["%d/%m/%Y", "%Y-%m-%d"]))


def make(rng, year):
    """A return of one year, whose children are few, so that several returns speak of the same."""
    date = oracle.datetime.date
    tables = {"header": [], "episodes": [], "oc3": []}
    for number in range(rng.randrange(3, 25)):
        child = f"{number}é"
        born = date(2001 + number % 6, 2, 28) + oracle.datetime.timedelta(days=number % 3)
        tables["header"].append({"CHILD": child, "SEX": rng.choice("12MFU"),
                                 "DOB": written(rng, born),
                                 "ETHNIC": rng.choice([*oracle.ETHNICITY, ""])})
        if rng.random() < .3:
            tables["oc3"].append({"CHILD": child, "DOB": written(rng, born),
                                  "ACCOM": rng.choice(["Z1", "Z2", "U", "", "B1"])})
        start = random_day(rng, date(2015 + rng.randrange(8), 1, 1), date(2023, 12, 1))
        for _ in range(rng.choice([0, 1, 1, 2, 3, 5, 8])):
            end = start + oracle.datetime.timedelta(days=rng.choice([-3, 0, 1, 10, 60, 200]))
            opened = rng.random() < .2
            tables["episodes"].append({
                "CHILD": child, "DECOM": written(rng, start), "RNE": rng.choice("SPPPBLTU"),
                "LS": rng.choice(["C2", "C2", "E1", "V2", "V3", "V4"]),
                "PL": rng.choice([*oracle.PLACEMENT] + ["U1", "U4", "U5", "T1"] * 5),
                "PLACE_PROVIDER": rng.choice(["PR1", "PR1", "PR1", *oracle.PROVIDER, ""]),
                "DEC": "" if opened else written(rng, end),
                "REC": rng.choice(["", "X1", "X1", "X1", "E43", "E44", "E45", "E46", "E47", "E48",
                                   "E4A", "E11", "E17", "E8"]),
                "REASON_PLACE_CHANGE": rng.choice(["", "CARPL", "ALLEG", "PLACE", "CREQB", "CHILD",
                                                   "CREQO", "OTHER"]),
                "PL_POST": rng.choice(["", "B15 8PZ", "G22 6JX"])})
            start = end + oracle.datetime.timedelta(days=rng.choice([0, 0, 0, 5]))
    del year
    return tables


def measure(hearth, files, year):
    label = f"{year}-{(year + 1) % 100:02}"
    with tempfile.TemporaryDirectory() as root:
        folder = os.path.join(root, label, "extracts")
        os.makedirs(folder)
        with open(os.path.join(root, "authority.xml"), "w", encoding="utf-8") as file:
            file.write(AUTHORITY)
        for name, data in files.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        done = subprocess.run([hearth, "measures", "--input", root, "--format", "json", label],
                              capture_output=True, check=False)
    if done.returncode:
        return {}, done.stderr.decode(errors="replace")
    return json.loads(done.stdout)["measures"], ""


def faults(hearth, files, returns, year):
    got, said = measure(hearth, files, year)
    if said:
        yield "failed: " + said[:1500]
        return
    wanted = oracle.figures(returns, year)
    for name, figure in got.items():
        if name in NOT_AVAILABLE:
            if figure.get("reason") != "no-records":
                yield f"{name} is {figure}, but no return gives it"
        elif name.startswith(DECIDED) and figure["unit"] == "count":
            if figure["value"] != wanted.get(name, 0):
                yield f"{name} is {figure['value']}, not {wanted.get(name, 0)}"
    for name in wanted:
        if name not in got:
            yield f"{name} is no measure"


def csv_files(tables, prefix, rng):
    return {f"{prefix}-{table}.csv": as_csv(table, rows, rng.choice(ENCODINGS), rng)
            for table, rows in tables.items()}


def runs(rounds, seed):
    """(what, files, returns, year)"""
    tables, rng = sample(), random.Random(seed)
    for year in (2016, 2017, 2018):
        for encoding in ENCODINGS:
            xml = {"sample.xml": as_xml(tables, encoding)}
            yield f"sample, {encoding}", xml, [("sample.xml", tables)], year
        files = csv_files(tables, "s", rng)
        yield "sample, CSV", files, [(f"s-{t}.csv", {t: rows}) for t, rows in tables.items()], year
        with open(os.path.join(HERE, "sample-2017-18.xml"), "rb") as file:
            yield "sample", {"a.xml": file.read()}, [("a.xml", tables)], year
    for number in range(rounds):
        rng = random.Random(seed + number)
        year = rng.randrange(2017, 2024)
        made = [make(rng, year) for _ in range(rng.choice([1, 1, 2, 3, 5]))]
        names = rng.sample("abcdef", len(made))
        yield f"seed {seed + number}, XML", \
            {f"{n}.xml": as_xml(t, rng.choice(ENCODINGS)) for n, t in zip(names, made)}, \
            [(f"{n}.xml", t) for n, t in zip(names, made)], year
        files, parts = {}, []
        for name, tables in zip(names, made):
            files.update(csv_files(tables, name, rng))
            parts += [(f"{name}-{t}.csv", {t: rows}) for t, rows in tables.items()]
        yield f"seed {seed + number}, CSV", files, parts, year


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("hearth")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    good = bad = 0
    for what, files, returns, year in runs(options.rounds, options.seed):
        found = list(faults(options.hearth, files, returns, year))
        for fault in found[:5]:
            print(f"{what}, {year}: {fault}")
        good, bad = good + (not found), bad + bool(found)
    print(f"{good} passed, {bad} failed")
    return 1 if bad or not good else 0


if __name__ == "__main__":
    sys.exit(main())
