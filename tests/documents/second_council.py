#!/usr/bin/env python3
"""Another council's input makes another council's documents with the same templates.

    second_council.py HEARTH

Nothing that only the sample's council would say may be left in them. Ends with "N passed, N failed".
"""
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COUNCIL = ROOT / "tests" / "second-council"
YEAR = "2024-25"

# What the sample's own input says and the second council's does not.
FOREIGN = re.compile(r"Leicester|E06000016|Foster Talk|FosterTalk|Linkmaker|Guildhall|Bullfrog|CFST|"
                     r"Halford|0116|LE1 1HA|Tri-x|Liquid ?[Ll]ogic|East Midlands|Coram", re.I)


def text_of(path):
    if path.suffix == ".pdf":
        return subprocess.run(["pdftotext", path, "-"], check=True,
                              stdout=subprocess.PIPE).stdout.decode()
    if path.suffix in (".epub", ".xlsx"):
        with zipfile.ZipFile(path) as book:
            return "\n".join(book.read(name).decode() for name in book.namelist()
                             if name.endswith((".xhtml", ".opf", ".css", ".xml")))
    return re.sub(r"base64,[A-Za-z0-9+/=]+", "", path.read_text())


def main():
    hearth = Path(sys.argv[1]).resolve()
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([hearth, "build", "--input", COUNCIL, "--output", folder, YEAR],
                             cwd=ROOT, stderr=subprocess.PIPE)
        if run.returncode:
            print(run.stderr.decode())
            print("0 passed, 1 failed")
            return 1
        files = sorted(path for path in (Path(folder) / YEAR).rglob("*")
                       if path.is_file() and path.suffix not in (".png", ".json"))
        for path in files:
            text = text_of(path)
            if foreign := FOREIGN.search(text):
                failures.append(f"{path.name}: has {foreign.group()!r}")
            if re.search(r"\{\{[A-Z#/>!]|[\ue000-\uf8ff]", text):
                failures.append(f"{path.name}: a marker was left in it")
        name = re.search(r'name="([^"]+)"', (COUNCIL / "authority.xml").read_text()).group(1)
        for path in files:
            if path.suffix in (".html", ".epub") and name not in text_of(path):
                failures.append(f"{path.name}: does not name {name}")
        figures = json.loads((Path(folder) / YEAR / "figures.json").read_text())
        if figures["authority"]["name"] != name:
            failures.append("figures.json: names another authority")
    print("\n".join(failures))
    print(f"{2 * len(files) + 1 - len(failures)} passed, {len(failures)} failed")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
