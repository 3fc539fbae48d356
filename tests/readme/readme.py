#!/usr/bin/env python3
"""What README.md says is so: its commands run, its verbs, files, pictures and links are there.

    readme.py BUILD

The commands that follow "$ " are run in a copy of the input; the year that they begin is filled in
with the sample's extracts. Ends with "N passed, N failed".
"""
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "sheets"))
import xlsx

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()
BUILD = Path(sys.argv[1]).resolve()
TOUR, SAMPLE = "2025-26", "2024-25"


def commands():
    for line in README.splitlines():
        if match := re.match(r"    \$ (build/hearth .*?)(?:\s{2,}#.*)?$", line):
            yield match.group(1)


def copy_for_tour(folder):
    for name in ("input", "templates", "fonts"):
        shutil.copytree(ROOT / name, folder / name)
    os.symlink(BUILD, folder / "build")
    put_spreadsheets(folder)
    subprocess.run(["build/hearth", "build", SAMPLE], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.copytree(ROOT / "input", folder / "councils" / "E06000016")


def put_spreadsheets(folder):
    """A council's own, as its case system and its staff have them."""
    xlsx.write(folder / "enquiries.xlsx", {"Enquiries": [
        ["id", "received", "source"], ["S-1", datetime.date(2024, 4, 3), "Internet"]]})


def fill_in(folder):
    """What the officer does once `hearth new` has made the year."""
    report = folder / "input" / TOUR / "report.xml"
    text = re.sub(r'(<meeting [^>]*date=)""', r'\1"2026-07-01"', report.read_text())
    text = text.replace('date=""', 'date="2026-05-20"').replace('review=""', 'review="April 2027"')
    report.write_text(text.replace('=""', '="two"'))
    shutil.copytree(folder / "input" / SAMPLE / "extracts", folder / "input" / TOUR / "extracts",
                    dirs_exist_ok=True)


def run_first_year(command, folder):
    """A council that starts has no input yet."""
    start = folder / "start"
    start.mkdir()
    for name in ("build", "templates", "fonts"):
        (start / name).symlink_to(folder / name)
    return subprocess.run(command, shell=True, cwd=start, capture_output=True, text=True)


def run_commands(problems):
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        copy_for_tour(Path(folder))
        for command in commands():
            if "--council " in command:
                run = run_first_year(command, Path(folder))
            else:
                run = subprocess.run(command, shell=True, cwd=folder, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE, text=True)
            if command == f"build/hearth new {TOUR}":
                fill_in(Path(folder))
            count += 1
            if run.returncode:
                problems.append(f"$ {command}\n{run.stderr}")
    return count


def check_verbs(problems):
    makefile = (ROOT / "Makefile").read_text()
    verbs = set(re.findall(r"(?<=\bmake )([a-z]+)(?=  )", README))
    for verb in sorted(verbs):
        if not re.search(rf"^{verb}:", makefile, re.M):
            problems.append(f"make {verb}: the Makefile has no such verb")
    return len(verbs)


def check_paths(problems):
    named = set(re.findall(r"`((?:src|templates|fonts|input|tests)[A-Za-z0-9_./-]*)`", README))
    named |= set(re.findall(r"\]\(([^)#]+)\)", README))
    for path in sorted(named):
        if "YEAR" in path or TOUR in path or "*" in path or path.startswith("chart:"):
            continue
        if not (ROOT / path).exists():
            problems.append(f"{path}: is not there")
    return len(named)


def main():
    problems = []
    total = run_commands(problems) + check_verbs(problems) + check_paths(problems)
    print("\n".join(problems))
    print(f"{total - len(problems)} passed, {len(problems)} failed")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
