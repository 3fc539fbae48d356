#!/usr/bin/env python3
"""Every CSV file of a pack beside its metadata, before the validator of CSV on the Web (PyPI: csvw).

    described.py ROOM PACK…

The validator, pinned, is fetched once into the folder ROOM. It does not look at heads, so that these
are the titles is asked here. Both are judged first: a head that the file has not, and a text in a
column of numbers, must be found.
"""
import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

VALIDATOR = "csvw==4.1.1"


def validator(room):
    if not (room / "fetched").exists():
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--target", room, "--upgrade",
                        "--disable-pip-version-check", "--root-user-action=ignore", VALIDATOR],
                       check=True, stderr=subprocess.PIPE)
        (room / "fetched").touch()
    sys.path.insert(0, str(room))
    from csvw import CSVW  # pylint: disable=import-outside-toplevel,import-error

    def faults(path):
        columns = json.loads(path.read_text())["tableSchema"]["columns"]
        with open(str(path).removesuffix("-metadata.json"), encoding="utf-8-sig", newline="") as file:
            heads = next(csv.reader(file))
        if heads != [column["titles"] for column in columns]:
            return [f"the heads are {heads}"]
        os.chdir(path.parent)
        try:
            table = CSVW(path.name, validate=True)
            return None if table.is_valid else [str(warning.message) for warning in table.warnings]
        except ValueError as error:
            return [str(error)]
    return faults


def judge_the_judge(faults):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv-metadata.json"
        about = {"@context": "http://www.w3.org/ns/csvw", "url": "t.csv", "tableSchema": {"columns": [
            {"name": "a", "titles": "A", "datatype": "string"},
            {"name": "b", "titles": "B", "datatype": "decimal"}]}}
        path.write_text(json.dumps(about))
        results = []
        for text in ("A,B\r\nx,1.5\r\n", "A,C\r\nx,1.5\r\n", "A,B\r\nx,y\r\n"):
            (Path(folder) / "t.csv").write_text(text, newline="")
            results.append(faults(path) is None)
        os.chdir("/")
    return results == [True, False, False]


def main():
    room = Path(sys.argv[1]).resolve()
    packs = [Path(pack).resolve() for pack in sys.argv[2:]]
    faults = validator(room)
    results = {"the validator finds faults": None if judge_the_judge(faults) else ["it does not"]}
    for pack in packs:
        for path in sorted((pack / "data").glob("*.csv")):
            about = Path(f"{path}-metadata.json")
            results[str(path)] = faults(about) if about.exists() else ["nothing describes it"]
    for name, found in results.items():
        if found is not None:
            print(f"{name}: {found}")
    bad = sum(found is not None for found in results.values())
    print(f"{len(results) - bad} passed, {bad} failed")
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
