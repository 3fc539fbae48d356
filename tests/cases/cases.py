#!/usr/bin/env python3
"""Runs the cases of tests/cases/*.txt: records in, figures and messages out.

    cases.py HEARTH [FILE.txt…]

A case is a heading, records or whole files, and what they must give:

    ## Enquiries count by the day they came
    <enquiry id="1" received="2024-03-31" source="internet"/>
    <enquiry id="2" received="2024-04-01" ¦source="internt"/>
    => error: source "internt" is not one of internet, …: did you mean internet?
    => enquiries.total 1

Lines before the first file name are the records of one extract, a.xml, which covers all types. A
line `--- NAME` begins a file of that name, as it stands; of a name that ends in .gz, packed; with
`, without its last line end` behind the name, so; `../../NAME` is a file of
the input's, not of the year's extracts. `\\xNN` is a byte. The mark ¦, taken out before the file
is written, is where a message belongs: files by name, then line and column; a message with
round brackets before its level, `(a.xml)`, is of that file as a whole, one with `(folder)` of the
folder, and with `(line)` only the mark's line is binding, as for what is not well-formed. In a
message … stands for any words. Errors must be all there are, in this order; warnings, too, where a
case tells of one or says `no warning`; those of the folder, that no file holds a record type, only
where it tells of one. A figure is as `hearth measures` prints it: its value, a rate with what it
was worked out from, `150 (3/2)`, and `none` where it is not known. Lines that begin with # are for
the reader.
"""
import concurrent.futures
import glob
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile

LABEL = "2024-25"
CUT = ", without its last line end"
MARK = "¦".encode()
HEAD = ('<extract xmlns="urn:hearth:extract:1" authority="E06000016" source="test"'
        ' generated="2025-04-30T00:00:00Z" covers="enquiry household child staying-put'
        ' viability-assessment kinship-assessment independent-assessment panel-case allegation review'
        ' complaint recruitment-event training-event post">\n')
AUTHORITY = ('<authority xmlns="urn:hearth:authority:1" code="E06000016" name="Weir Council"'
             ' short-name="Weir" place="Weir" website="https://weir.example" language="en-GB"/>\n')
MESSAGE = re.compile(r"(?P<place>.*?(?::\d+:\d+)?): (?P<level>error|warning): (?P<text>.*)")


def parse(path):
    """[(title, line number, {file: text}, [expected])] of one file of cases."""
    cases, title = [], None
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith("## "):
                title, files, expected, name = line[3:].strip(), {}, [], None
                cases.append((title, number, files, expected))
            elif title is None or (line.startswith("#") and name is None):
                continue
            elif line.startswith("=> "):
                expected.append(line[3:].rstrip("\n"))
            elif line.startswith("--- "):
                name = line[4:].strip()
                files[name] = ""
            elif (line.strip() or name) and not expected:
                files[name or ""] = files.get(name or "", "") + line
    return cases


def unmarked(data):
    """The bytes without marks, and the line and column of each mark."""
    pieces, before, places = data.split(MARK), b"", []
    for piece in pieces[:-1]:
        before += piece
        places.append((before.count(b"\n") + 1, len(before) - before.rfind(b"\n")))
    return b"".join(pieces), places


def as_bytes(text):
    return re.sub(rb"\\x([0-9a-f]{2})", lambda m: bytes([int(m.group(1), 16)]), text.encode())


def write(files, root):
    """Writes a case's folder; the places of its marks, as messages write them."""
    folder = os.path.join(root, LABEL, "extracts")
    os.makedirs(folder)
    with open(os.path.join(root, "authority.xml"), "w", encoding="utf-8") as file:
        file.write(AUTHORITY)
    marks = []
    whole = {name or "a.xml": text if name else HEAD + text + "</extract>\n"
             for name, text in files.items()}
    for name in sorted(whole, key=os.fsencode):
        data, places = unmarked(as_bytes(whole[name]))
        if name.endswith(CUT):
            name, data = name.removesuffix(CUT), data.removesuffix(b"\n")
        marks += [f"{folder}/{name}:{line}:{column}" for line, column in places]
        with open(os.path.join(folder, name), "wb") as file:
            file.write(gzip.compress(data, mtime=0) if name.lower().endswith(".gz") else data)
    return folder, marks


def figure(measure):
    if measure["value"] is None:
        return measure.get("reason", "none")
    value = f"{measure['value']:g}"
    if "denominator" in measure:
        value += f" ({measure['numerator']}/{measure['denominator']})"
    return value


def messages(stderr, folder, marks, levels, of_folder):
    """The messages as cases write them: the place is a mark, or stands before them in brackets."""
    left = list(marks)
    for line in stderr.splitlines():
        found = MESSAGE.fullmatch(line)
        if not found or found["level"] not in levels:
            continue
        place, text = found["place"], found["text"].replace(folder + "/", "")
        said = f"{found['level']}: {text}"
        if place == folder and said.startswith("warning") and not of_folder:
            continue
        if left and place == left[0]:
            left.pop(0)
            yield said
        elif left and place.rpartition(":")[0] == left[0].rpartition(":")[0]:
            left.pop(0)
            yield "(line) " + said
        else:
            place = place.replace(folder + "/", "")
            yield f"({'folder' if place == folder else place}) {said}"
    for mark in left:
        yield f"nothing at {mark.replace(folder + '/', '')}"


def run(hearth, files, expected):
    with tempfile.TemporaryDirectory() as root:
        folder, marks = write(files, root)
        done = subprocess.run([hearth, "measures", "--input", root, "--format", "json", LABEL],
                              capture_output=True, check=False)
        warnings = any(re.match(r"(\(.*?\) )?warning: |no warning$", line) for line in expected)
        said = list(messages(done.stderr.decode(errors="replace"), folder, marks,
                             ("error", "warning") if warnings else ("error",),
                             any(line.startswith("(folder) warning") for line in expected)))
        figures = json.loads(done.stdout)["measures"] if done.stdout else {}
    failed = any(re.match(r"(\(.*?\) )?error: ", line) for line in said)
    if done.returncode != (1 if failed else 0):
        said.append(f"exit status {done.returncode}")
    return said, figures


def is_message(line):
    return re.match(r"(\(.*?\) )?(error|warning): ", line) is not None


def is_as(said, wanted):
    """A message is as wanted, where … stands for any words, and (line) asks for no column."""
    words = ".*".join(re.escape(part) for part in wanted.removeprefix("(line) ").split("…"))
    if wanted.startswith("(line) "):
        said = said.removeprefix("(line) ")
    return re.fullmatch(words, said) is not None


def faults(said, figures, expected):
    wanted = [line for line in expected if is_message(line)]
    if len(said) != len(wanted) or not all(map(is_as, said, wanted)):
        yield "said:\n      " + "\n      ".join(said or ["nothing"]) + \
            "\n    not:\n      " + "\n      ".join(wanted or ["nothing"])
    for line in expected:
        if is_message(line) or line == "no warning":
            continue
        name, _, value = line.partition(" ")
        got = figure(figures[name]) if name in figures else "missing"
        if got != value and got.split(" ")[0] != value:
            yield f"{name} is {got}, not {value}"


def main():
    hearth, *rest = sys.argv[1:]
    paths = rest or sorted(
        glob.glob(os.path.join(os.path.dirname(__file__), "*.txt")))
    cases = [(path, *case) for path in paths for case in parse(path)]

    def judge(case):
        path, title, number, files, expected = case
        return [f"{path}:{number}: {title}\n    {fault}"
                for fault in faults(*run(hearth, files, expected), expected)]

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        wrong = list(pool.map(judge, cases))
    bad = sum(map(bool, wrong))
    good = len(cases) - bad
    for fault in (fault for found in wrong for fault in found):
        print(fault)
    print(f"{good} passed, {bad} failed")
    return 1 if bad or not good else 0


if __name__ == "__main__":
    sys.exit(main())
