#!/usr/bin/env python3
"""Words made to be slow: each is set, or refused with a message at its place; none takes the machine.

    words.py HEARTH
"""
import os
import shutil
import subprocess
import sys
import tempfile

HEAD = "---\ntitle: T\nsubtitle: S\nrunning: R\nsummary: Y\nauthor: A\n---\n\n# A\n\n"
FIRST = HEAD.count("\n") + 1

# What is written, in which format it is asked for, and what is said; None: it is set.
CASES = {
    "equal headings": ("## H same\n\nx\n\n" * 10000, "html", None),
    "braces never closed": ("{{" * 4000 + "\n", "html", f":{FIRST}:1: error: this {{{{ is never closed"),
    "braces never closed, line by line": ("{{\n" * 20000, "html", f":{FIRST}:1: error: this {{{{ is"),
    "comments never closed": ("{{!\n\n" * 20000, "html", f":{FIRST}:1: error: this {{{{ is never"),
    "a word of combining marks": ("a" + "\u0301" * 4900 + "\n", "pdf", None),
    "a line too long": ("a" + "\u0301" * 5000 + "\n", "pdf", f":{FIRST}:1: error: a line of 10001"),
    "a paragraph too long": ("<? words\n" * 7000, "html", ":1: error: a paragraph of more than 50000"),
    "quotations in quotations": (">" * 33 + " x\n", "html", f":{FIRST}:1: error: lists and quotations"),
    "lists in lists": ("- " * 33 + "x\n", "html", f":{FIRST}:1: error: lists and quotations"),
    "a long rule": ("- " * 100 + "\n", "html", None),
    "openings of images": ("![[]()" * 1500 + "\n", "html", f":{FIRST}:1: error: \"\" is no address of a link"),
}


def run(hearth, root, words, form):
    with open(f"{root}/templates/annual-report.md", "w", encoding="utf-8") as file:
        file.write(HEAD + words)
    return subprocess.run([hearth, "render", f"annual-report.{form}", "2024-25"], cwd=root,
                          capture_output=True, timeout=300, check=False)


def fault(done, wanted):
    said = done.stderr.decode(errors="replace")
    if wanted is None:
        return "" if done.returncode == 0 else f"status {done.returncode}: {said[-300:]}"
    if done.returncode != 1 or wanted not in said:
        return f"status {done.returncode}, and not said: {wanted}\n{said[-300:]}"
    return ""


def main():
    hearth = os.path.abspath(sys.argv[1])
    bad = 0
    with tempfile.TemporaryDirectory() as root:
        for folder in ("input", "templates", "fonts"):
            shutil.copytree(folder, f"{root}/{folder}")
        for name, (words, form, wanted) in CASES.items():
            wrong = fault(run(hearth, root, words, form), wanted)
            bad += bool(wrong)
            if wrong:
                print(f"{name}: {wrong}")
    print(f"{len(CASES) - bad} passed, {bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
