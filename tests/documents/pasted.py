#!/usr/bin/env python3
"""Words as people paste them: what each becomes, or what is said of it and where.

    pasted.py HEARTH

Each words/NAME.md is put where a narrative stands. Beside it lies NAME.html, the page's part that it
becomes, or NAME.err, what is told. HEARTH_ACCEPT=1 writes them anew, to be looked at.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS = Path(__file__).with_name("words")
HEAD = "---\ntitle: T\nsubtitle: S\nrunning: R\nsummary: Y\nauthor: A\n---\n\n# Words\n\n"


def render(hearth, root, name):
    """The narrative's part of the page, and what was said."""
    shutil.copy(WORDS / f"{name}.md", root / "input/2024-25/narrative/words.md")
    done = subprocess.run([hearth, "render", "--fragment", "annual-report.html", "2024-25"], cwd=root,
                          capture_output=True, encoding="utf-8", check=False)
    said = "".join(line for line in done.stderr.splitlines(keepends=True)
                   if re.match(r"input/2024-25/(narrative|report)", line))
    said += done.stderr if done.returncode not in (0, 1) else ""
    body = re.search(r'class="permalink".*?</a></div>\s*(.*?)(?:\s*</div>){3}\s*$', done.stdout, re.S)
    return body[1] if body else done.stdout, said


def main():
    hearth, bad, count = os.path.abspath(sys.argv[1]), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for part in ("input", "templates", "fonts"):
            shutil.copytree(ROOT / part, root / part)
        shutil.rmtree(root / "input/2024-25/narrative")
        (root / "input/2024-25/narrative").mkdir()
        (root / "templates/annual-report.md").write_text(HEAD + "{{>NARRATIVE_WORDS}}\n")
        for source in sorted(WORDS.glob("*.md")):
            page, said = render(hearth, root, source.stem)
            for found, ending in ((page, "html"), (said, "err")):
                golden = source.with_suffix(f".{ending}")
                if os.environ.get("HEARTH_ACCEPT"):
                    golden.write_text(found) if found.strip() else golden.unlink(missing_ok=True)
                wanted = golden.read_text() if golden.exists() else ""
                count += 1
                if wanted.strip() != found.strip():
                    bad += 1
                    print(f"{golden.relative_to(ROOT)} is no longer so:\n{found}")
    print(f"{count - bad} passed, {bad} failed")
    return 1 if bad else 0


sys.exit(main())
