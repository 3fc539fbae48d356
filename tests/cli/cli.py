#!/usr/bin/env python3
"""The program as its user meets it: every command, its exit status, what it leaves behind.

    cli.py HEARTH

Each function named test_… is one test; it gets a folder of its own. Ends with "N passed, N failed".
"""
import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEARTH = Path(sys.argv[1] if len(sys.argv) > 1 else "build/hearth").resolve()
YEAR = "2024-25"
COMMANDS = ["build", "plan", "check", "measures", "explain", "render", "seal", "verify", "audit", "new", "schema"]


def hearth(*words, cwd=ROOT, stdout=subprocess.PIPE, **environment):
    return subprocess.run([HEARTH, *map(str, words)], cwd=cwd, stdout=stdout,
                          stderr=subprocess.PIPE,
                          env={"SOURCE_DATE_EPOCH": "1750000000", **os.environ, **environment})


def expect(run, status, stderr="", stdout=None):
    error = run.stderr.decode()
    assert run.returncode == status, f"status {run.returncode}, not {status}: {error}"
    assert re.search(stderr, error), f"{stderr!r} is not in: {error}"
    if status == 1:
        assert run.stdout == b"", f"status 1, but standard output has {run.stdout[:80]!r}"
    if stdout is not None:
        assert re.search(stdout, run.stdout.decode()), f"{stdout!r} is not in the output"
    return run


def sample(folder):
    """A copy of the sample's input that a test may change."""
    shutil.copytree(ROOT / "input", folder / "input")
    return folder / "input"


def year_before(data):
    """The year's input once more, as that of the year before."""
    shutil.copytree(data / YEAR, data / "2023-24")
    report = data / "2023-24" / "report.xml"
    rewrite(report, ' year="2024-25"', ' year="2023-24"')
    rewrite(report, 'statement-year="2025-26"', 'statement-year="2024-25"')


def build(folder, *words, **environment):
    return hearth("build", "--output", folder / "output", *words, YEAR, **environment)


def pack(folder):
    expect(build(folder), 0)
    return folder / "output" / YEAR


def tree(folder):
    """Every file below, with its checksum: two trees are the same when these are."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def rewrite(path, old, new):
    text = path.read_text()
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1))


# -- help and the command line -------------------------------------------------------------------

def test_every_command_has_help(folder):
    expect(hearth("--help"), 0, stdout="hearth build")
    for command in COMMANDS:
        expect(hearth(command, "--help"), 0, stdout=f"hearth {command}")


def test_version(folder):
    expect(hearth("--version"), 0, stdout=r"^hearth \d+\.\d+\.\d+")


def test_wrong_command_lines_say_what_to_do(folder):
    expect(hearth(), 2, "hearth build")
    expect(hearth("biuld"), 2, "did you mean build")
    expect(hearth("build", "--fast"), 2, "not an option here")
    expect(hearth("check", "--max-errors"), 2, "needs a value")
    expect(hearth("check", "--max-errors", "none"), 2, "takes a number")
    expect(hearth("measures", "--format", "xml"), 2, "text, csv or json")
    expect(hearth("measures", "2024-26"), 2, "not a financial year")
    expect(hearth("measures", "1999-00"), 2, "no folder")
    expect(hearth("measures", YEAR, YEAR), 2, "too many")
    expect(hearth("explain"), 2, "missing")
    expect(hearth("explain", "enquiries.totl"), 2, "enquiries.total")
    expect(hearth("render", "annual-report.docx"), 2, "annual-report.pdf")
    expect(hearth("render", "annual.pdf"), 2, "annual-report.pdf")
    expect(hearth("render", "--fragment", "annual-report.pdf"), 2, "--fragment annual-report.html")
    expect(hearth("render", "--fragment", "hearth.css"), 2, "--fragment annual-report.html")
    expect(hearth("render", "--heading-level", "3", "annual-report.html"), 2, "with --fragment")
    expect(hearth("render", "--pack", "https://a.example", "annual-report.html"), 2,
           "with --fragment")
    expect(hearth("render", "--fragment", "--heading-level", "5", "annual-report.html"), 2,
           "from 1 to 4")
    expect(hearth("render", "--fragment", "--pack", "javascript:x", "annual-report.html"), 2,
           "--pack takes a web address")
    expect(hearth("render", "hearth.css", YEAR), 2, "no year")
    expect(hearth("verify", folder / "nothing"), 2, "no folder")
    expect(hearth("audit", folder / "nothing"), 2, "no folder")
    expect(hearth("audit"), 2, "missing")
    expect(hearth("audit", "--threshold", "0", folder), 2, "from 1 to 999999")
    expect(hearth("build", SOURCE_DATE_EPOCH="yesterday"), 2, "SOURCE_DATE_EPOCH")


# -- the input -----------------------------------------------------------------------------------

def test_missing_settings_say_what_to_write(folder):
    for name in ("authority.xml", f"{YEAR}/report.xml"):
        data = sample(folder)
        (data / name).unlink()
        expect(hearth("build", "--input", data, "--output", folder / "output"), 1,
               f"{name}: error: .*missing")
        assert not (folder / "output").exists()
        shutil.rmtree(data)


def test_history_and_benchmarks_may_be_missing(folder):
    data = sample(folder)
    (data / "history.xml").unlink()
    (data / "benchmarks.xml").unlink()
    expect(hearth("build", "--input", data, "--output", folder / "output"), 0)


def test_year_without_extracts_is_an_error(folder):
    data = sample(folder)
    shutil.rmtree(data / YEAR / "extracts")
    (data / YEAR / "extracts").mkdir()
    expect(hearth("measures", "--input", data, YEAR), 1, "no case extract")
    expect(hearth("measures", "--input", data), 1, "no year with extracts")


def test_newest_year_is_meant(folder):
    data = sample(folder)
    shutil.copytree(data / YEAR, data / "2023-24")
    (data / "2025-26").mkdir()
    run = expect(hearth("measures", "--input", data, "--format", "json"), 0)
    assert json.loads(run.stdout)["period"]["label"] == YEAR


def test_error_leaves_output_as_it_was(folder):
    before = tree(pack(folder))
    data = sample(folder)
    (data / YEAR / "extracts" / "bad.xml").write_text("<extract")
    expect(hearth("build", "--input", data, "--output", folder / "output"), 1, "bad.xml:1:")
    assert tree(folder / "output" / YEAR) == before


def test_unknown_marker_names_its_place(folder):
    data = sample(folder)
    narrative = sorted((data / YEAR / "narrative").glob("*.md"))[0]
    lines = narrative.read_text().split("\n")
    narrative.write_text("\n".join(lines + ["", "Some {{ENQUIRIES_TOTLA}}.", ""]))
    expect(hearth("check", "--input", data), 1,
           rf"{narrative.name}:{len(lines) + 2}:\d+: error: .*ENQUIRIES_TOTAL")


def test_max_errors_tells_how_many_more(folder):
    data = sample(folder)
    body = "".join(f'<enquiry id="Z-{i}" received="2024-04-0{i}"/>' for i in range(1, 6))
    (data / YEAR / "extracts" / "zz.xml").write_text(
        '<extract xmlns="urn:hearth:extract:1" authority="E06000016" source="x" '
        f'generated="2025-04-22T09:14:00Z">{body}</extract>')
    run = expect(hearth("check", "--input", data, "--max-errors", 2), 1)
    assert run.stderr.decode().count(": error: ") == 2
    assert re.search(r"\b3 more", run.stderr.decode())


# -- measures and explain ------------------------------------------------------------------------

def test_measures_agree_over_formats(folder):
    values = json.loads(expect(hearth("measures", YEAR, "--format", "json"), 0).stdout)["measures"]
    rows = expect(hearth("measures", YEAR, "--format", "csv"), 0).stdout.decode().splitlines()
    assert rows[0] == "measure,value,unit,numerator,denominator,reason"
    assert len(rows) == len(values) + 1 == 253
    for row in rows[1:]:
        name, value, unit, *_ = row.split(",")
        assert values[name]["unit"] == unit
        assert value == ("" if values[name]["value"] is None else str(values[name]["value"])), row
    expect(hearth("measures", YEAR), 0, stdout="57")


def test_explain_shows_records_on_request(folder):
    run = expect(hearth("explain", "allegations.outcome.substantiated", YEAR, "--records"), 0)
    assert len(re.findall(r"\.xml(?:\.gz)?:\d+", run.stdout.decode())) == 3
    plain = expect(hearth("explain", "allegations.outcome.substantiated", YEAR), 0)
    assert not re.search(r"\.xml(?:\.gz)?:\d+", plain.stdout.decode())


def test_figures_need_no_front_page(folder):
    data = sample(folder)
    (data / YEAR / "report.xml").unlink()
    (data / "history.xml").unlink()
    (data / "benchmarks.xml").unlink()
    expect(hearth("measures", "--input", data), 0, stdout="57")
    expect(hearth("explain", "--input", data, "enquiries.total"), 0, stdout="57")


def test_full_disk_is_a_system_failure(folder):
    if not os.path.exists("/dev/full"):
        return
    with open("/dev/full", "wb") as full:
        run = hearth("measures", YEAR, stdout=full)
    assert run.returncode == 3, run.returncode
    assert b"can't be written" in run.stderr


# -- build, seal, verify -------------------------------------------------------------------------

def test_pack_holds_what_the_manual_says(folder):
    files = tree(pack(folder))
    for document in ("annual-report", "statement-of-purpose", "scrutiny-report",
                     "members-briefing", "how-figures-were-made"):
        for ending in ("pdf", "large-print.pdf", "plain.pdf", "epub", "html"):
            assert f"{document}.{ending}" in files
    assert "accessibility-statement.pdf" not in files
    for name in ("index.html", "accessibility-statement.html", "figures.json", "manifest.json"):
        assert name in files
    charts = {name[7:-4] for name in files if name.startswith("charts/")}
    for chart in charts:
        assert {f"charts/{chart}.svg", f"charts/{chart}.png", f"data/{chart}.csv"} <= set(files)
    assert len(charts) >= 12


def test_figures_are_those_of_the_command(folder):
    run = expect(hearth("measures", YEAR, "--format", "json"), 0)
    assert (pack(folder) / "figures.json").read_bytes() == run.stdout


def test_build_is_the_same_to_the_byte(folder):
    first = tree(pack(folder / "a"))
    elsewhere = folder / "b"
    data = sample(elsewhere)
    for name in ("templates", "fonts"):
        shutil.copytree(ROOT / name, elsewhere / name)
    expect(hearth("build", cwd=elsewhere, TZ="Asia/Tokyo", LC_ALL="C"), 0)
    again = tree(elsewhere / "output" / YEAR)
    assert again == first, [name for name in first if again.get(name) != first[name]]


def test_no_record_reaches_the_output(folder):
    made = pack(folder)
    ids = set()
    for path in (ROOT / "input" / YEAR / "extracts").iterdir():
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rb") as file:
            ids.update(re.findall(rb'\bid="([^"]{4,})"', file.read()))
    assert len(ids) > 500
    pattern = re.compile(rb"[A-Za-z]+-[A-Za-z0-9-]*[0-9]+")
    for path in made.rglob("*"):
        if path.suffix == ".pdf":
            text = subprocess.run(["pdftotext", path, "-"], stdout=subprocess.PIPE).stdout
        elif path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                text = b"\n".join(book.read(name) for name in book.namelist()
                                  if not name.endswith(".ttf"))
        elif path.is_file() and path.suffix != ".png":
            text = re.sub(rb"base64,[A-Za-z0-9+/=]+", b"", path.read_bytes())
        else:
            continue
        found = ids & set(pattern.findall(text))
        assert not found, f"{path.name}: {sorted(found)[:3]}"


def test_seal_and_verify(folder):
    made = pack(folder)
    expect(hearth("verify", made), 0, stdout="draft")
    sealed = expect(hearth("seal", made), 0, stdout="checksum").stdout
    expect(hearth("verify", made), 0, stdout="sealed")
    assert hearth("seal", made).stdout == sealed
    with open(made / "data" / "outcomes.csv", "a") as file:
        file.write("x")
    expect(hearth("verify", made), 1, "outcomes.csv: error: changed")
    expect(hearth("seal", made), 1, "changed")


def test_sealed_pack_is_kept(folder):
    made = pack(folder)
    expect(hearth("seal", made, SOURCE_DATE_EPOCH="1750161600"), 0)
    before = tree(made)
    expect(build(folder), 1, "sealed")
    assert tree(made) == before
    expect(build(folder, "--replace"), 0)
    assert tree(folder / "output" / f"{YEAR}.2025-06-17") == before
    expect(hearth("verify", folder / "output" / f"{YEAR}.2025-06-17"), 0)
    expect(hearth("verify", made), 0, stdout="draft")


def test_several_years_build_oldest_first(folder):
    data = sample(folder)
    year_before(data)
    run = expect(hearth("build", "--input", data, "--output", folder / "output", YEAR, "2023-24"), 0)
    assert run.stdout.decode().index("2023-24") < run.stdout.decode().index(YEAR)


def test_one_bad_year_stops_all(folder):
    data = sample(folder)
    shutil.copytree(data / YEAR, data / "2023-24")
    (data / YEAR / "extracts" / "bad.xml").write_text("<extract")
    expect(hearth("build", "--input", data, "--output", folder / "output", YEAR, "2023-24"), 1)
    assert not (folder / "output").exists()


def test_render_writes_what_build_writes(folder):
    made = pack(folder)
    run = expect(hearth("render", "annual-report.pdf", YEAR), 0)
    assert run.stdout == (made / "annual-report.pdf").read_bytes()


# -- check ---------------------------------------------------------------------------------------

def test_check_as_json(folder):
    found = json.loads(expect(hearth("check", "--format", "json", YEAR), 0).stdout)["years"][0]
    assert found["year"] == YEAR and found["errors"] == 0
    assert found["warnings"] == len(found["diagnostics"])
    assert all(item["level"] == "warning" for item in found["diagnostics"])


def test_check_counts_doubtful_records(folder):
    """An incentive paid before approval is a warning, and counted in both tables."""
    data = sample(folder)
    (data / YEAR / "extracts" / "zz.xml").write_text(
        '<extract xmlns="urn:hearth:extract:1" authority="E06000016" source="x" '
        'generated="2025-04-22T09:14:00Z"><household id="H-doubtful" type="mainstream" '
        'approved="2025-01-10"><incentive date="2024-12-01" type="golden-hello"/></household>'
        "</extract>")
    text = expect(hearth("check", "--input", data, YEAR), 0, r"zz.xml:1:\d+: warning: ").stdout
    assert re.search(r" 1 +an incentive before", text.decode()), text.decode()
    found = json.loads(expect(hearth("check", "--input", data, "--format", "json", YEAR), 0).stdout)
    quality = {row["check"]: row["found"] for row in found["years"][0]["quality"]}
    assert quality["incentive-before-approval"] == 1
    expect(hearth("check", "--input", data, "--strict", YEAR), 1, r"zz.xml:1:\d+: error: ")


def test_check_names_narratives_that_nobody_reads(folder):
    data = sample(folder)
    (data / YEAR / "narrative" / "ar-oveview.md").write_text("Words in no document.\n")
    expect(hearth("check", "--input", data, YEAR), 0,
           "narrative/ar-oveview.md: warning: no template names this file")


def test_check_points_at_figures_published_wrong(folder):
    run = expect(hearth("check", YEAR), 0)
    warnings = [line for line in run.stderr.decode().splitlines() if ": warning: " in line]
    assert len(warnings) == 2, warnings
    assert re.search(r"history.xml:\d+:\d+: .*2021-22 as 55%.*17 of 29 is 58.6%", warnings[0])
    assert re.search(r"history.xml:\d+:\d+: .*2023-24 as 82%.*43 of 52 is 82.7%", warnings[1])


def test_sealed_year_comes_before_history(folder):
    data = sample(folder)
    year_before(data)
    where = ("--input", data, "--output", folder / "output")
    expect(hearth("build", *where, "2023-24"), 0)
    expect(hearth("explain", *where, "enquiries.total", YEAR), 0, stdout=r"2023-24 +52 +\(Foster")
    expect(hearth("seal", folder / "output" / "2023-24"), 0)
    expect(hearth("explain", *where, "enquiries.total", YEAR), 0,
           stdout=r"2023-24 +52 +\(the sealed pack of 2023-24\)")
    expect(hearth("build", *where, YEAR), 0)
    assert "../2023-24/index.html" in (folder / "output" / YEAR / "index.html").read_text()


def test_front_page_of_another_year_is_an_error(folder):
    data = sample(folder)
    for left, right, says in (
            (' year="2024-25"', ' year="2023-24"', "front page is of 2023-24"),
            ('statement-year="2025-26"', 'statement-year="2024-25"', "does not follow 2024-25"),
            ('next-review="April 2026"', 'next-review="April 2025"', "next-review April 2025"),
            (' date="2025-05-27"\n', ' date="2025-03-30"\n', "date 2025-03-30 is before"),
            ('role="Head of Law" date="2025-05-21"', 'role="Head of Law" date="2024-05-21"',
             "sign-off of 2024-05-21 is before"),
            ('date="2026-01-20"', 'date="2025-05-20"', "meeting on 2025-05-20 is before"),
            ('date="2026-01-20"', 'date="2199-01-20"', "2199-01-20 and has not been")):
        report = data / YEAR / "report.xml"
        written = report.read_text()
        assert left in written, left
        report.write_text(written.replace(left, right, 1))
        expect(hearth("check", "--input", data, YEAR), 1, rf"report.xml:\d+:\d+: error: .*{says}")
        report.write_text(written)
    expect(hearth("check", "--input", data, YEAR), 0)


def test_last_year_s_front_page_is_not_published(folder):
    data = sample(folder)
    shutil.copytree(data / YEAR, data / "2025-26")
    run = expect(hearth("build", "--input", data, "--output", folder / "output", "2025-26"), 1)
    assert len(re.findall(r"report.xml:\d+:\d+: error: ", run.stderr.decode())) > 4
    assert not (folder / "output").exists()


def test_seal_refuses_what_check_would(folder):
    data = sample(folder)
    where = ("--input", data, "--output", folder / "output")
    expect(hearth("build", *where, YEAR), 0)
    made = folder / "output" / YEAR
    report = (data / YEAR / "report.xml").read_text()
    (data / YEAR / "report.xml").write_text(report.replace("2026-01-20", "2199-01-20"))
    before = tree(made)
    expect(hearth("seal", "--input", data, made), 1, "has not been")
    assert tree(made) == before
    (data / YEAR / "report.xml").write_text(report)
    words = data / YEAR / "narrative" / "ar-approvals.md"
    text = words.read_text()
    words.write_text("{{NO_SUCH_MEASURE}}\n")
    expect(hearth("seal", "--input", data, made), 1, r"ar-approvals.md:1:\d+: error: there is no")
    records = data / YEAR / "extracts" / "complaints.xml"
    was = records.read_text()
    words.write_text(text)
    records.write_text(was.replace("<complaint ", "<compliant ", 1))
    expect(hearth("seal", "--input", data, made), 1, r"complaints.xml:\d+:\d+: error: ")
    assert tree(made) == before
    records.write_text(was)
    expect(hearth("seal", "--input", data, made), 0)


def test_last_year_without_figures_is_a_gap(folder):
    data = sample(folder)
    history = (data / "history.xml").read_text()
    cut = re.sub(r'  <year label="2023-24".*?</year>\n', "", history, flags=re.S)
    assert cut != history
    (data / "history.xml").write_text(cut)
    where = ("--input", data, "--output", folder / "output")
    expect(hearth("check", *where, YEAR), 0, r"history.xml: warning: .*no figures of 2023-24.*"
           rf"hearth seal \S*2023-24.*hearth new {YEAR}")
    expect(hearth("build", *where, YEAR), 0)
    rows = (folder / "output" / YEAR / "data" / "outcomes.csv").read_text().splitlines()
    assert rows[0].endswith("2022-23,2023-24,2024-25"), rows[0]
    assert rows[1].split(",")[-2] == "", rows[1]
    (data / "history.xml").write_text(history)
    assert "no figures of" not in hearth("check", *where, YEAR).stderr.decode()


def test_another_council_s_words_are_said(folder):
    data = sample(folder)
    words = data / YEAR / "narrative" / "ar-service.md"
    words.write_text("Carers of Bristol and Leicester, and those in North Somerset.\n\n"
                     "Call 0117 496 0123 or 0116 454 4500, or 0300 123 1231.\n")
    rewrite(data / "authority.xml", 'value="Safeguarding Unit"', 'value="Leeds Safeguarding Unit"')
    rewrite(data / "authority.xml", 'web="www.gov.uk/ofsted"', 'web="www.northnorthamptonshire.gov.uk"')
    run = expect(hearth("check", "--all", "--input", data, YEAR), 0)
    said = re.findall(r'([a-z-]+\.\w+):(\d+:\d+): warning: "([^"]+)" is another', run.stderr.decode())
    assert [(file, name) for file, _, name in said] == [
        ("ar-service.md", "Bristol"), ("ar-service.md", "North Somerset"),
        ("ar-service.md", "0117 496 0123"), ("authority.xml", "northnorthamptonshire.gov.uk"),
        ("authority.xml", "Leeds")], said
    assert said[0][1] == "1:11" and said[2][1] == "3:6", said


def test_another_council_s_figures_are_an_error(folder):
    for name in ("history.xml", "benchmarks.xml"):
        data = sample(folder / name)
        rewrite(data / name, 'authority="E06000016"', 'authority="E06000023"')
        expect(hearth("check", "--input", data, YEAR), 1,
               rf"{name}:\d+:\d+: error: .*E06000023.* is not E06000016")


def test_a_sample_says_that_it_is_one(folder):
    made = pack(folder)
    rows = [line.split("\t") for line in
            (ROOT / "tests/contract/measures.tsv").read_text().splitlines()[1:]]
    real = [row[0] for row in rows if row[2]]
    notice = "the case records behind it are invented"
    numbers = f"{len(rows)} figures, {len(real)} are those that Leicester City Council published"
    told = json.loads((made / "figures.json").read_text())["sample"]
    assert notice in told["notice"] and numbers in told["notice"] and told["published"] == real
    for page in made.glob("*.html"):
        words = " ".join(re.sub("<[^>]*>", " ", page.read_text()).replace("\xa0", " ").split())
        assert notice in words and numbers in words, page
    for document in made.glob("*.pdf"):
        told = subprocess.run(["pdfinfo", document], capture_output=True, text=True, check=True)
        assert notice in told.stdout, document
    definitions = (made / "how-figures-were-made.html").read_text()
    assert "The figure is invented for this sample." in definitions
    data = sample(folder)
    rewrite(data / "authority.xml", 'sample="yes"', 'sample="no"')
    page = hearth("render", "--input", data, "annual-report.html", YEAR).stdout.decode()
    assert "invented" not in page and "sample" not in json.loads(
        hearth("measures", "--input", data, "--format", "json", YEAR).stdout)


def test_missing_files_are_told_in_one_list(folder):
    data = sample(folder)
    (data / "authority.xml").unlink()
    (data / YEAR / "report.xml").unlink()
    (data / YEAR / "narrative" / "ar-overview.md").unlink()
    (data / YEAR / "narrative" / "sop-aim.md").unlink()
    run = expect(hearth("check", "--input", data, YEAR), 1, "2 narratives are missing")
    for needed in ("authority.xml: error: the file is missing", "report.xml: error: the file is",
                   "ar-overview.md", "sop-aim.md"):
        assert needed in run.stderr.decode(), needed


def test_explain_tells_all_of_a_measure(folder):
    text = expect(hearth("explain", "children.fostered", YEAR), 0).stdout.decode()
    for needed in ("377", "Identities", "England", "Where it is printed",
                   "Fostering annual report, "):
        assert needed in text, f"{needed!r} is not in: {text}"


def test_strict_makes_warnings_errors(folder):
    data = sample(folder)
    (data / YEAR / "extracts" / "readme.txt").write_text("notes")
    expect(hearth("check", "--input", data, YEAR), 0, "readme.txt: warning: ")
    expect(hearth("check", "--input", data, "--strict", YEAR), 1, "readme.txt: error: ")


def main():
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    wanted = sys.argv[2:]
    passed = failed = 0
    for name, test in tests:
        if wanted and name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Path(folder))
                passed += 1
            except Exception:
                failed += 1
                print(f"FAILED {name}")
                traceback.print_exc(limit=-2, file=sys.stdout)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
