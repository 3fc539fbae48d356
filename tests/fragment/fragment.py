#!/usr/bin/env python3
"""Fragments in a page of somebody else's site: valid, accessible, and neither side's style reaches
the other.

    fragment.py HEARTH

Puts two documents' fragments into a page and hands it to all judges; and into a page whose own style
is as bad as can be, to see whether either side's style reaches the other. Ends with "N passed, N failed".
"""
import base64
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEARTH = Path(sys.argv[1]).resolve()
FOLDER = ROOT / os.environ.get("BUILD", "build") / "test/fragment"
JUDGES = ROOT / "tests/judges/html/run"
YEAR = "2024-25"
THEIR_STYLE = """html{background:#fff}
body{margin:1rem}
a.front{display:inline-block;padding:.5rem;color:#00e}
a.front:focus-visible{outline:3px solid #000}
@media(forced-colors:active){a.front{color:LinkText}a.front:focus-visible{outline-color:Highlight}}"""

passed = failed = 0


def check(good, message):
    global passed, failed
    passed += bool(good)
    failed += not good
    if not good:
        print(message)


def judge(*arguments):
    global passed, failed
    run = subprocess.run([JUDGES, *arguments], cwd=ROOT, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, encoding="utf-8", check=False)
    count = re.findall(r"^(\d+) passed, (\d+) failed", run.stdout, re.M)
    if not count:
        check(False, run.stdout)
        return
    passed += int(count[-1][0])
    failed += int(count[-1][1])
    if run.returncode:
        print(run.stdout)


def render(*arguments):
    run = subprocess.run([HEARTH, "render", *arguments], cwd=ROOT, stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, encoding="utf-8", check=False)
    check(run.returncode == 0, f"render {' '.join(arguments)}: {run.stderr}")
    return run.stdout


def headings(fragment):
    return [int(level) for level in re.findall(r"<h([1-6])", fragment)]


def check_fragment(fragment, level, year):
    """One element without page, style or script; ids of its own; headings that skip no level."""
    wrong = re.search(r"<(?:!doctype|html|head|body|main|header|footer|style|script|link|meta|h1)\b",
                      fragment, re.I)
    check(not wrong, f"a fragment has {wrong and wrong.group()}")
    check(not re.search(r"\sstyle=", fragment), "a fragment has an inline style")
    check(fragment.startswith('<div class="hearth" lang="en-GB">'), fragment[:80])
    check(fragment.endswith("</div></div></div>\n") or fragment.rstrip().endswith("</div>"),
          fragment[-80:])
    ids = re.findall(r'\sid="([^"]*)"', fragment)
    check(len(ids) > 20 and all(year in name for name in ids), f"ids without the year: {ids[:5]}")
    targets = set(re.findall(r'href="#([^"]*)"', fragment))
    check(targets and targets <= set(ids), f"links to nowhere: {sorted(targets - set(ids))[:5]}")
    levels = headings(fragment)
    check(levels[0] == level and min(levels[1:]) == level + 1, f"headings begin {levels[:3]}")
    check(all(b <= a + 1 for a, b in zip(levels, levels[1:])), f"headings skip: {levels}")


def page(style, own_style, fragments):
    link = "data:text/css;base64," + base64.b64encode(style.encode()).decode()
    parts = "\n".join(f'<div class="text">{fragment}</div>' for fragment in fragments)
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fostering, on somebody's site</title>
<link id="ours" rel="stylesheet" href="{link}">
<style id="theirs">
{own_style}</style>
</head>
<body>
<div><a class="front" href="#content">Skip to what we say</a></div>
<header class="title"><p class="label">A site of its own <span class="n">1</span></p></header>
<main id="content">
<h1 class="heading">Fostering</h1>
<p class="source" id="contents">Their words, with <strong class="b">theirs</strong> in bold.</p>
{parts}
<table class="table"><caption class="note">Their table</caption>
<thead><tr><th scope="col">Their head</th></tr></thead>
<tbody><tr><th scope="row" class="total">Their row</th></tr></tbody></table>
<h2 class="panel">What they say at the end</h2>
</main>
<footer class="front"><p class="number">Their foot</p></footer>
</body>
</html>
"""


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    style = render("hearth.css")
    report = render("--fragment", "annual-report.html", YEAR)
    purpose = render("--fragment", "--heading-level", "4", "statement-of-purpose.html", YEAR)
    purpose_below = render("--fragment", "--heading-level", "2", "statement-of-purpose.html", YEAR)
    check_fragment(report, 2, YEAR)
    check_fragment(purpose_below, 2, YEAR)
    deep = headings(purpose)
    check(deep[0] == 4 and max(deep) == 6, f"headings from level 4: {sorted(set(deep))}")
    check('aria-level="7"' in purpose, "what is deeper than h6 does not say so")
    check('href="data/' not in report, "a fragment links to files beside a page it is not beside")
    address = "https://www.example.gov.uk/fostering"
    linked = render("--fragment", "--pack", address, "annual-report.html", YEAR)
    check(f'href="{address}/data/' in linked and f'href="{address}/index.html"' in linked,
          "a fragment does not link to the pack at its address")

    path = FOLDER / "page.html"
    hostile = (ROOT / "tests/fragment/hostile.css").read_text(encoding="utf-8")
    # The judges see the page with a style that can be read, as they judge the page around, too.
    path.write_text(page(style, THEIR_STYLE, [report, purpose_below]),
                    encoding="utf-8")
    judge("check", path)
    path = FOLDER / "hostile.html"
    path.write_text(page(style, hostile, [report, purpose]), encoding="utf-8")
    judge("apart", path)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
