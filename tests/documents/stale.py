#!/usr/bin/env python3
"""Words that were another year's are listed: each case below is one paragraph of a narrative.

    stale.py HEARTH

The sample itself has none. Ends with "N passed, N failed".
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEARTH = Path(sys.argv[1]).resolve()
KEPT = "We ask each family what would help them, and we act on what they say to us."
# Words, and what is said of them: a part of the warning's text, or None.
CASES = (
    # Years and dates. The period is 2024-25.
    ("We began in September 2023.", "September 2023 is typed"),
    ("We began on 3 March 2024.", "3 March 2024 is typed"),
    ("This was our plan for 2023-24.", "write {{LAST_YEAR}}"),
    ("This is our plan for 2025/26.", "write {{NEXT_YEAR}}"),
    ("We have done so since 2019.", "2019 is typed"),
    ("We began on 1 April 2024, in July 2024, in 2025 and in 2024-25.", None),
    ("The Care Standards Act 2000 and the regulations of 2011, as amended in 2013.", None),
    ("Since <as-written>2019</as-written> we have done so.", None),
    # Enquiries rose from 52 to 57, approvals fell from 19 to 16.
    ("We had {{ENQUIRIES_TOTAL}} enquiries, fewer than the year before.",
     "{{ENQUIRIES_TOTAL:x-change:"),
    ("We had {{ENQUIRIES_TOTAL}} enquiries, more than last year.", None),
    ("We had {{ENQUIRIES_TOTAL}} enquiries. That is lower than in {{LAST_YEAR}}.",
     "not what the figures say"),
    ("Compared with last year, approvals ({{APPROVALS_TOTAL}}) rose.", "not what the figures say"),
    ("We approved {{APPROVALS_TOTAL}} households, the same as last year.",
     "not what the figures say"),
    ("We approved {{APPROVALS_TOTAL}} households, no more than last year.", None),
    ("Fewer families came to us than in the year before.", "no figure beside it"),
    ("{{ENQUIRIES_TOTAL:x-change:More|Fewer|As many}} came to us than in the year before.", None),
    # 5% beside England's 10%.
    ("{{CHILDREN_THREE_OR_MORE_PLACEMENTS_RATE}} moved often, more than in England.",
     ":x-england:"),
    ("{{CHILDREN_THREE_OR_MORE_PLACEMENTS_RATE}} moved often, fewer than in England.", None),
    # Not every review was in time.
    ("{{REVIEWS_ON_TIME_RATE}} were in time, but too many were late.", None),
)
# The same of a year whose reviews were all held when they were due.
ALL_IN_TIME = (
    ("{{REVIEWS_ON_TIME_RATE}} were held in time, but too many were late.",
     "{{REVIEWS_ON_TIME_RATE:at least"),
    ("Sadly, too many of our reviews were late.", "{{REVIEWS_ON_TIME_RATE:at least"),
    ("{{REVIEWS_ON_TIME_RATE:at least 95%:All is well|Too many were late}}.", None),
)


def check(folder):
    run = subprocess.run([HEARTH, "check", "--all", "2024-25"], cwd=folder, capture_output=True,
                         text=True, check=False, env={**os.environ, "SOURCE_DATE_EPOCH": "1770000000"})
    assert run.returncode == 0, run.stderr[-900:]
    return [line for line in run.stderr.splitlines() if "/narrative/" in line]


def judge(folder, cases):
    """The cases as one narrative, a paragraph each; gives what is not as it should be."""
    (folder / "input/2024-25/narrative/ar-approvals.md").write_text(
        "\n\n".join(words for words, _ in cases) + "\n")
    said = check(folder)
    faults = []
    for at, (words, expected) in enumerate(cases):
        found = [line for line in said if f"ar-approvals.md:{2 * at + 1}:" in line]
        if (len(found) != 1 or expected not in found[0]) if expected else found:
            faults.append(f"{words!r}: {found}")
    return faults


def hold_all_in_time(folder):
    for path in (folder / "input/2024-25/extracts").glob("*.xml"):
        text = re.sub(r'(<review [^>]*due="([^"]*)")(?: completed="[^"]*")?', r'\1 completed="\2"',
                      path.read_text())
        path.write_text(text)


def repeated(folder):
    """What stands as it did the year before, but for what says that it does so still."""
    year, last = (folder / "input" / label / "narrative" for label in ("2024-25", "2023-24"))
    last.mkdir(parents=True)
    words = f"### A heading of several words, which may well stay\n\n{KEPT}\n\nToo short.\n\n- {KEPT}\n"
    (last / "ar-approvals.md").write_text(words)
    path, faults = year / "ar-approvals.md", []
    for text, lines in ((words, [3, 7]),
                        (words.replace(" what would", "\nwhat  would"), [3, 8]),
                        (words.replace("each family", "every family"), []),
                        ("{{! still so in 2024-25 }}\n\n" + words, []),
                        ("{{! still so in 2023-24 }}\n\n" + words, [5, 9]),
                        (words.replace(f"\n\n{KEPT}", f"\n\n{{{{! still so in 2024-25 }}}}\n{KEPT}"),
                         [8])):
        path.write_text(text)
        found = [int(line.split(":")[1]) for line in check(folder) if "word for word" in line]
        if found != lines:
            faults.append(f"repeated at {found}, not {lines}, in {text!r}")
    return faults, 6


def main():
    faults = []
    with tempfile.TemporaryDirectory(prefix="hearth-stale-") as folder:
        folder = Path(folder)
        shutil.copytree(ROOT / "input", folder / "input")
        for shared in ("templates", "fonts"):
            (folder / shared).symlink_to(ROOT / shared)
        own = check(folder)
        if own:
            faults.append(f"the sample's own words: {own}")
        faults += judge(folder, CASES)
        more, count = repeated(folder)
        faults += more
        hold_all_in_time(folder)
        faults += judge(folder, ALL_IN_TIME)
    for fault in faults:
        print(fault)
    count += 1 + len(CASES) + len(ALL_IN_TIME)
    print(f"{count - len(faults)} passed, {len(faults)} failed")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
