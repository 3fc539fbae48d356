"""A council with so little to say that its pack is built in a moment: for tests that build a thousand."""
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

HEAD = ("---\ntitle: {title}\nsubtitle: {{{{YEAR}}}}\nrunning: {title}\nsummary: What {{{{AUTHORITY_NAME}}}} did."
        "\nauthor: {{{{AUTHOR_ROLE}}}}\n{more}---\n\n# {title}\n\n")

DATA = """<data xmlns="urn:hearth:data:1">
  <chart name="enquiries-by-source" kind="bars" head="Source" of="enquiries.total" title="Where enquiries came from"
         subtitle="Enquiries by source"><series label="Enquiries"/><family measures="enquiries.source"/></chart>
</data>
"""


def make(folder):
    """Writes FOLDER/input and FOLDER/templates; the fonts are the project's own."""
    folder = Path(folder)
    year = folder / "input" / "2024-25"
    source = ROOT / "tests" / "second-council"
    shutil.copytree(source, folder / "input", ignore=shutil.ignore_patterns("narrative"))
    (year / "narrative").mkdir()
    (year / "narrative" / "words.md").write_text("We had {{ENQUIRIES_TOTAL:x-words}} enquiries.\n")
    templates = folder / "templates"
    templates.mkdir()
    for name in ("style.css", "epub.css", "about.html"):
        shutil.copy(ROOT / "templates" / name, templates)
    (templates / "data.xml").write_text(DATA)
    words = {"annual-report": "{{>NARRATIVE_WORDS}}\n\n![](chart:enquiries-by-source)\n"}
    for name in ("annual-report", "statement-of-purpose", "scrutiny-report", "members-briefing", "how-figures-were-made",
                 "accessibility-statement"):
        more = "" if name in words else "published: web\n"
        head = HEAD.format(title=name.replace("-", " ").capitalize(), more=more)
        (templates / f"{name}.md").write_text(head + words.get(name, "Nothing more.\n"))


def build(hearth, folder, output, *more, fonts=ROOT / "fonts"):
    """The command that builds the council's pack."""
    folder = Path(folder)
    return [str(hearth), "build", "--input", str(folder / "input"), "--templates", str(folder / "templates"),
            "--fonts", str(fonts), "--output", str(output), *more, "2024-25"]


def library(folder):
    """fault.c, made into a library to preload."""
    path = Path(folder) / "fault.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-o", path,
                    Path(__file__).with_name("fault.c")], check=True)
    return path


def content(folder):
    """Every file of a folder, by name, with its bytes; links as what they lead to."""
    folder = Path(folder)
    return {str(path.relative_to(folder)): path.is_symlink() and f"-> {path.readlink()}" or path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_symlink() or path.is_file()}
