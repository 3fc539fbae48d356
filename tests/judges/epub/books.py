#!/usr/bin/env python3
"""What a book says of its own accessibility (EPUB Accessibility 1.1), and its chapters laid out to be
judged as pages.

    books.py FOLDER FILE…

Unpacks each book into FOLDER. Ends with "N passed, N failed".
"""
import shutil
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"

# What each must say, whichever else.
REQUIRED = {
    "schema:accessMode": {"textual"},
    "schema:accessModeSufficient": {"textual"},
    "schema:accessibilityFeature": {"tableOfContents", "readingOrder", "structuralNavigation",
                                    "displayTransformability"},
    "schema:accessibilityHazard": {"none"},
}


def metadata(package):
    found = {}
    for meta in package.iter(f"{OPF}meta"):
        found.setdefault(meta.get("property"), set()).add((meta.text or "").strip())
    return found


def promises(package, chapters):
    """What the book says that it does not hold, or holds and does not say."""
    found = metadata(package)
    for name, values in REQUIRED.items():
        for value in sorted(values - found.get(name, set())):
            yield f"{name} lacks {value}"
    if not any(len(text) > 40 for text in found.get("schema:accessibilitySummary", ())):
        yield "no schema:accessibilitySummary"
    if not any("WCAG 2.2 Level AA" in text for text in found.get("dcterms:conformsTo", ())):
        yield "dcterms:conformsTo does not name WCAG 2.2 Level AA"
    if not found.get("a11y:certifiedBy"):
        yield "no a11y:certifiedBy"
    if not (package.findtext(f".//{DC}language") or "").startswith("en"):
        yield "no language"
    pictures = any(chapter.find(f".//{SVG}svg") is not None for chapter in chapters.values())
    said = "visual" in found.get("schema:accessMode", ())
    if pictures != said:
        yield f"it has {'' if pictures else 'no '}pictures and says otherwise in schema:accessMode"
    described = {"alternativeText", "longDescription"} & found.get("schema:accessibilityFeature", set())
    if pictures and len(described) < 2:
        yield "it has pictures and does not say that they are described"


def chapter_faults(name, chapter):
    if not chapter.get("lang") and not chapter.get("{http://www.w3.org/XML/1998/namespace}lang"):
        yield f"{name} says no language"
    if not (chapter.findtext(f"{XHTML}head/{XHTML}title") or "").strip():
        yield f"{name} has no title"


def faults(path, folder):
    with zipfile.ZipFile(path) as book:
        book.extractall(folder)
    package_file = next(folder.rglob("*.opf"))
    package = ElementTree.parse(package_file).getroot()
    chapters = {item.get("href"): ElementTree.parse(package_file.parent / item.get("href")).getroot()
                for item in package.iter(f"{OPF}item")
                if item.get("media-type") == "application/xhtml+xml"}
    yield from promises(package, chapters)
    for name, chapter in chapters.items():
        yield from chapter_faults(name, chapter)


def main():
    root, *paths = map(Path, sys.argv[1:])
    shutil.rmtree(root, ignore_errors=True)
    passed = failed = 0
    for index, path in enumerate(paths):
        found = list(faults(path, root / f"{index:02}-{path.stem}"))
        for fault in found:
            print(f"{path}: {fault}")
        passed += not found
        failed += bool(found)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
