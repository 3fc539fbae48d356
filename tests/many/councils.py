"""Councils side by side, invented, with so little to say that a pack is built in a moment."""
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "safety"))
import council  # noqa: E402

YEAR = "2024-25"
FIRST = 2022


def rewrite(path, old, new):
    path.write_text(path.read_text().replace(old, new))


def years(count):
    return [f"{first}-{(first + 1) % 100:02}" for first in range(FIRST + 3 - count, FIRST + 3)]


def code(number):
    return f"E0600{number:04}"


def name(number):
    return f"Invented {number:03} Council"


def extract(number, first):
    """A year's enquiries, of which each council has its own number."""
    records = "".join(f'  <enquiry id="E{i}" received="{first}-05-0{1 + i % 9}" source="internet"/>\n'
                      for i in range(10 + (number * 7 + first) % 50))
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<extract xmlns="urn:hearth:extract:1" '
            f'authority="{code(number)}" source="Invented" generated="{first + 1}-04-07T08:00:00Z">\n'
            f'{records}</extract>\n')


def make(folder, count, year_count):
    """Writes FOLDER/councils/CODE/ and FOLDER/templates."""
    folder = Path(folder)
    one = folder / "one"
    council.make(one)
    shutil.move(one / "templates", folder / "templates")
    for number in range(1, count + 1):
        place = folder / "councils" / code(number)
        place.mkdir(parents=True)
        text = (one / "input" / "authority.xml").read_text()
        text = re.sub(r'(<authority\b[^>]*?\bcode=")[^"]*', lambda m: m.group(1) + code(number), text, flags=re.S)
        text = re.sub(r'(<authority\b[^>]*?\bname=")[^"]*', lambda m: m.group(1) + name(number), text, flags=re.S)
        (place / "authority.xml").write_text(text)
        for year in years(year_count):
            first = int(year[:4])
            shutil.copytree(one / "input" / YEAR, place / year, ignore=shutil.ignore_patterns("extracts"))
            front = place / year / "report.xml"
            text = re.sub(r' code="E\d{8}"', f' code="{code(number)}"', front.read_text())
            for ahead in (1, 0):
                text = text.replace(f"{2024 + ahead}-{25 + ahead}", f"@{ahead}@")
            text = re.sub(r"20(2\d)-(\d\d)-(\d\d)", lambda m: f"20{int(m[1]) - 2024 + first}-{m[2]}-{m[3]}", text)
            for ahead in (1, 0):
                text = text.replace(f"@{ahead}@", f"{first + ahead}-{(first + ahead + 1) % 100:02}")
            front.write_text(text)
            (place / year / "extracts").mkdir()
            (place / year / "extracts" / "cases.xml").write_text(extract(number, first))
    shutil.rmtree(one)
    return folder


def spoil(folder, number, year):
    """A word that no source is: an error at line 3."""
    path = Path(folder) / "councils" / code(number) / year / "extracts" / "cases.xml"
    rewrite(path, 'source="internet"/>\n  <enquiry id="E1"', 'source="internt"/>\n  <enquiry id="E1"')
    return path
