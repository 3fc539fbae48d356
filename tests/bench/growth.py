"""How cost grows: inputs made small and large, and the exponent that comes out between them.

An exponent of 1 is cost in proportion; one below 1 says that what each run needs first still weighs.
"""
import math
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
YEAR = "2024-25"
WORDS = ("Carers and children told us what had helped them, and the service wrote down what it would "
         "do next, so that all who look after a child know whom to ask and when to expect an answer. ")


def exponent(small, large, times):
    return math.log(large / small) / math.log(times)


def write_enquiries(path, enough):
    """An extract of enquiries in many years; `enough` is told how many there are, and the bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write('<extract xmlns="urn:hearth:extract:1" authority="E06000016" '
                   'source="Enquiries database" generated="2025-04-22T09:14:00Z">\n')
        number = 0
        while not enough(number, file.tell()):
            for _ in range(1000):
                year, month, day = 2000 + number % 25, number % 12 + 1, number % 27 + 1
                file.write(f' <enquiry id="E-{number:08}" received="{year}-{month:02}-{day:02}" '
                           f'source="internet">\n  <application received="{year}-{month:02}-28"/>\n'
                           f'  <closed date="{year}-{month:02}-28" outcome="withdrawn" '
                           'reason="personal-reasons"/>\n </enquiry>\n')
                number += 1
        file.write("</extract>\n")


def with_records(folder, count):
    extract = folder / YEAR / "extracts" / "enquiries.xml"
    if not extract.exists():
        write_enquiries(extract, lambda number, _: number >= count)
        shutil.copy(ROOT / "input" / "authority.xml", folder)
    return folder


def with_pages(folder, pages):
    """The sample with a narrative that takes about so many pages more."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "input", folder)
    with open(folder / YEAR / "narrative" / "ar-overview.md", "a", encoding="utf-8") as file:
        file.write(("\n" + WORDS * 4 + "\n") * (4 * pages))
    return folder


def with_years(folder, count):
    """As many years, the last of them the sample's, each with the same records."""
    years = [f"{first}-{(first + 1) % 100:02}" for first in range(2025 - count, 2025)]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "input" / "authority.xml", folder)
    for year in years:
        write_enquiries(folder / year / "extracts" / "enquiries.xml", lambda number, _: number >= 5000)
    return folder, years
