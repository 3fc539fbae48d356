#!/usr/bin/env python3
"""Hands the program hand-made bad input, and looks at what it says, where, and how it ends.

    bad_input.py HEARTH [CASE...]

A case is a few files and the diagnostics they must get. The mark ¦ in a file (taken out before it is
written) is where the next diagnostic belongs: files by name, then line, then column, as the contract
orders them. The cases themselves are in bad_cases.py. Exit status 1 if any case fails.
"""
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import bad_cases
from differential import SETTINGS

LABEL = "2024-25"
MARK = "¦".encode()
LINE = re.compile(r"(?P<file>.*?)(?::(?P<line>\d+):(?P<column>\d+))?: (?P<level>error|warning): "
                  r"(?P<text>.*)", re.DOTALL)


def unmark(data):
    """The bytes without marks, and the (line, column) of each mark."""
    pieces = data.split(MARK)
    before, places = b"", []
    for piece in pieces[:-1]:
        before += piece
        places.append((before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1))
    return b"".join(pieces), places


def write_case(case, root):
    """Writes the folder of a run; gives the places marked, files in byte order."""
    folder = os.path.join(root, LABEL, "extracts")
    os.makedirs(folder)
    with open(os.path.join(root, "authority.xml"), "w", encoding="utf-8") as file:
        file.write(SETTINGS)
    marked = []
    for name in sorted(case["files"], key=os.fsencode):
        data = case["files"][name]
        data, places = unmark(data.encode() if isinstance(data, str) else data)
        marked += [(os.path.join(folder, name), *place) for place in places]
        if name.endswith(".gz") and name not in case["raw"]:
            data = gzip.compress(data, mtime=0)
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    return folder, marked


def said_by(stderr):
    """The diagnostics among what was said."""
    lines = stderr.decode(errors="replace").splitlines()
    return [found for found in map(LINE.fullmatch, lines) if found]


def expected_place(want, folder, marked):
    if want.place in ("here", "line"):
        return marked.pop(0)
    return (os.path.join(folder, want.place), None, None) if want.place else (None, None, None)


def misses(want, place, got, folder):
    """What is wrong with one diagnostic."""
    file, line, column = place
    if got["level"] != want.level:
        yield f"a {got['level']}, not {want.level}"
    if file and got["file"] != file:
        yield f"in {got['file']}, not {file}"
    if line and got["line"] != str(line):
        yield f"on line {got['line']}, not {line}"
    if want.place == "here" and got["column"] != str(column):
        yield f"at column {got['column']}, not {column}"
    if want.place and not line and got["line"]:
        yield f"on line {got['line']}, where there is none"
    for words in want.words:
        words = words.replace("FOLDER", folder)
        if words not in got["text"]:
            yield f"does not say {words!r}"
    if want.nearest and got["text"].count(want.nearest) < 2:
        yield f"does not name {want.nearest!r} beside the list"


def judge(case, result, folder, marked):
    """Every fault of one run."""
    got = said_by(result.stderr)
    wanted = [(want, expected_place(want, folder, marked)) for want in case["says"]]
    if len(got) != len(wanted):
        yield f"{len(got)} diagnostics, not {len(wanted)}"
    for (want, place), line in zip(wanted, got):
        for miss in misses(want, place, line, folder):
            yield f"{miss}: {line.group(0)}"
    status = int(any(want.level == "error" for want in case["says"]))
    if result.returncode != status:
        yield f"exit status {result.returncode}, not {status}"
    if status:
        if result.stdout:
            yield "something on stdout"
    else:
        yield from judge_figures(case, result)


def judge_figures(case, result):
    try:
        measures = json.loads(result.stdout)["measures"]
    except ValueError:
        yield "no JSON"
        return
    for measure, value in case["figures"].items():
        if measures[measure]["value"] != value:
            yield f"{measure} is {measures[measure]['value']}, not {value}"


def run_case(hearth, case):
    with tempfile.TemporaryDirectory(prefix="hearth-bad-") as root:
        folder, marked = write_case(case, root)
        result = subprocess.run(
            [hearth, "measures", "--input", root, "--format", "json", LABEL],
            capture_output=True, timeout=120, check=False)
        faults = list(judge(case, result, folder, marked))
        if faults:
            print(f"{case['name']}:")
            print("".join(f"  {fault}\n" for fault in faults), end="")
            if "diagnostics, not" in faults[0]:
                print("".join(f"    > {line}\n" for line in
                              result.stderr.decode(errors="replace").splitlines()[:20]), end="")
        return not faults


def main():
    names = sys.argv[2:]
    cases = [c for c in bad_cases.CASES if not names or c["name"] in names]
    failed = sum(not run_case(sys.argv[1], case) for case in cases)
    print(f"{len(cases) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
