#!/usr/bin/env python3
"""Makes the input of an ugly council: all that is allowed, and hard on whoever sets it in type.

    make.py FOLDER

writes FOLDER/full, a council with everything; FOLDER/empty, the same with no record of the year;
FOLDER/unknown, with a character that no font has; and FOLDER/templates with charts to match.
"""
import re
import shutil
import sys
from pathlib import Path
from xml.sax.saxutils import quoteattr

ROOT = Path(__file__).resolve().parents[2]
YEAR = "2024-25"
NAME = "“A” & <Ŵ> {B} *C* [D](e) O'F_g_ \"H\" Council"

WELSH = ("Mae’r ŵydd a’r gŵr yn llŷn y dŵr; tŷ, ŷd, Ŵyl, Ŷ: "
         "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch.")
LANGUAGES = [
    ("cy", WELSH),
    ("pl", "Zażółć gęślą jaźń: dzieci, które źle śpią, przyjmują troskliwi opiekunowie."),
    ("gu", "દરેક બાળકને પ્રેમાળ ઘર મળવું જોઈએ, જ્યાં તે સુરક્ષિત રહી શકે અને શ્રેષ્ઠ રીતે ઉછરે."),
    ("bn", "প্রত্যেক শিশুর একটি নিরাপদ ও স্নেহময় ঘর প্রয়োজন, যেখানে সে বড় হতে পারে।"),
    ("pa", "ਹਰ ਬੱਚੇ ਨੂੰ ਪਿਆਰ ਭਰਿਆ ਘਰ ਚਾਹੀਦਾ ਹੈ, ਜਿੱਥੇ ਉਹ ਸੁਰੱਖਿਅਤ ਰਹਿ ਸਕੇ।"),
    ("hi", "हर बच्चे को एक स्नेही घर चाहिए, जहाँ वह सुरक्षित रह सके और अच्छी शिक्षा पाए।"),
    ("ar", "كل طفل يحتاج إلى بيت آمن ومحب، حيث يمكنه أن ينمو ويتعلم بسلام مع أسرة ترعاه."),
]
LONG = "Antidisestablishmentarianism" + "pneumonoultramicroscopicsilicovolcanoconiosis" * 2
ADDRESS = "https://www.aber.example/children-and-families/fostering/" + "a-very-long-path/" * 12 + \
    "?question=what&answer=" + "x" * 70
SENTENCE = ("The child, whose home this is, knows whom to ask when something worries her, and those "
            "whom she asks know what to do, to whom to turn, and how soon an answer must come. ")


def languages():
    lines = [f'A passage in another language: <span lang="{code}">{text}</span> And back again.'
             for code, text in LANGUAGES]
    lines += [f'<span lang="ar">{LANGUAGES[-1][1]} {LANGUAGES[-1][1]}</span>',
              'Mixed: <span lang="ar">اتصل بالفريق (Fostering 24) قبل المساء</span>, then English.',
              "Marks that combine: e\u0301 a\u0308 o\u0302 n\u0303 w\u0302 y\u0302 c\u0327; "
              "office, affluent, baffling, fjord, the first \u201cffi\u201d, soft\u00adhy\u00adphens, "
              "5 × 4 ÷ 2 ≠ 9, 20 °C, £5 – €6, ½, ①, → and ✓."]
    return lines


def words():
    return [f"One word of a hundred letters and more, {LONG}, in the middle of a sentence.",
            f"An address <{ADDRESS}> of two lines, and [the same as a link]({ADDRESS}) with words.",
            "Figures: {{ENQUIRIES_TOTAL}}, **{{ENQUIRIES_TOTAL}}**, *{{ENQUIRIES_TOTAL}}*, and the "
            "[link {{ENQUIRIES_TOTAL}}](https://www.aber.example/).",
            "Hard\\\nline\\\nbreaks, <https://aber.example/?a=1&b=2>, 3 < 4 & 5 > 4, \\*, \\_.",
            (SENTENCE * 59).strip(),
            f"> {SENTENCE * 9}\n>\n> A second paragraph of the same quotation.\n>\n"
            f"> *A carer with a {LONG[:40]} name*"]


def tables():
    heads = ["Household", "Considerably-longer-than-the-column", "Ethnicity as recorded at approval",
             "Interdepartmentalisation", "Number of children placed", "Occupancy", "Unaccompanied",
             "Whatever-else-was-noted"]
    eight = ["| " + " | ".join(heads) + " |", "|" + "---|" * 8]
    eight += ["| " + " | ".join(f"{head.split('-')[0]} {'abcdefg'[row]}" for head in heads) + " |"
              for row in range(6)]
    sixty = ["| Standard | What it asks | Met |", "|---|---|---|"]
    sixty += [f"| Standard {'ABCDEFGHIJ'[row // 6]}{'uvwxyz'[row % 6]} | "
              f"{SENTENCE * (1 + row % 3)} | {'yes' if row % 7 else '–'} |" for row in range(60)]
    single = ["| Alone |", "|---|", f"| {LONG} |"]
    return ["Table: Eight columns &amp; long &lt;heads&gt;", "\n".join(eight), "Between two tables.",
            "Table: Sixty rows of " + SENTENCE.strip(), "\n".join(sixty),
            "Table: One cell", "\n".join(single)]


def lists():
    deep = "\n".join("  " * depth + f"- Level {'abcdefghij'[depth]}: {SENTENCE.strip()}"
                     for depth in range(10))
    ordered = "\n".join(f"{number}. Item that is short" for number in range(97, 104))
    loose = f"- First.\n\n  {SENTENCE}\n\n  > Quoted in an item.\n\n- Second.\n\n  1. Inner.\n  2. More."
    heading = ("A heading that goes on for three lines, because whoever wrote it could not stop and "
               "nobody asked whether it might be shorter, or whether anybody would read it to the "
               "end, where it says nothing at all")
    letters = "We must:\n(a) ask;\n(i) within;\n(ii) within, too;\n(b) look.[^1]"
    note = f"Words that are explained.[^1] And others.[^long]\n\n[^1]: Here.\n[^long]: {SENTENCE * 9}"
    return [deep, ordered, loose, letters, note, f"## {heading}", f"### {heading}", "Words under it.",
            f"## {LONG} in a heading", "Words.", "### A level below", "Words."]


def panels():
    return [f"- {LONG}", f"- {SENTENCE * 4}", f"- <{ADDRESS}>"]


def chart(kind, name, series, categories, **more):
    fields = {"name": name, "kind": kind, "head": "What “it” & <that> is",
              "title": "Largest: {{LARGEST_LABEL}}" if kind == "bars" else "Ugly & <long> title",
              "plain-title": "Nothing is the largest & <so> it goes", "subtitle": "Counted & <told>"}
    if kind != "bars":
        del fields["plain-title"]
    fields.update(more)
    lines = ["  <chart " + " ".join(f"{key}={quoteattr(value)}" for key, value in fields.items()) + ">"]
    lines += [f"    <series {item}/>" for item in series]
    lines += [f"    <category label={quoteattr(label)} measures={quoteattr(measures)}/>"
              for label, measures in categories]
    return "\n".join(lines + ["  </chart>"])


def charts(measures):
    long = "A label of very many words that has to be set on several lines beside its bar, & <more>"
    counts = [name for name, unit, value in measures if unit == "count" and value.strip("0")]
    zeros = [name for name, unit, value in measures if unit == "count" and value == "0"]
    rates = [name for name, unit, _ in measures if unit == "percent"]
    one = ['label="Number"']
    four = [f'label={quoteattr(label)}' for label in ("One", "Two", "A third & longer", "Four")]
    some = counts[:48]
    return {
        "ugly-many": chart("bars", "ugly-many", one, [(f"{name} {long[:i * 2]}", name)
                                                       for i, name in enumerate(counts[:40])]),
        "ugly-zero": chart("bars", "ugly-zero", one, [(name, name) for name in zeros[:4]]),
        "ugly-one": chart("bars", "ugly-one", one, [(LONG, "enquiries.total")]),
        "ugly-ties": chart("bars", "ugly-ties", one, [("Left", "enquiries.total"),
                                                      ("Right", "enquiries.total"), (long, some[3])]),
        "ugly-stacked": chart("stacked", "ugly-stacked", four, [
            (long[:40 + i], " ".join(some[i * 4:i * 4 + 4])) for i in range(6)]),
        "ugly-columns": chart("columns", "ugly-columns", four[:2], [
            (f"{long[:12]} {i}", " ".join(some[i * 2:i * 2 + 2])) for i in range(12)]),
        "ugly-steps": chart("bars", "ugly-steps", one, [
            (long, name) for name in ("enquiries.total", "applications.total", "approvals.total")]),
        "ugly-dots": chart("dots", "ugly-dots", ['label="Ours"', 'label="England" area="England"'],
                           [(long[:60], name) for name in rates[:9]]),
    }


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_templates(folder):
    rows = [line.split("\t") for line in
            (ROOT / "tests/contract/measures.tsv").read_text().splitlines()]
    made = charts([row[:3] for row in rows if len(row) > 2 and re.fullmatch(r"[a-z_.0-9-]+", row[0])])
    shutil.copytree(ROOT / "templates", folder)
    data = (folder / "data.xml").read_text()
    write(folder / "data.xml", data.replace("</data>", "\n".join(made.values()) + "\n</data>"))
    report = (folder / "annual-report.md").read_text()
    places = "\n\n".join(f"## Ugly {name[5:]}\n\n![](chart:{name})" for name in made)
    write(folder / "annual-report.md", f"{report}\n\n# Ugly charts\n\n{places}\n")


def make_council(folder, extracts):
    second = ROOT / "tests/second-council"
    shutil.copytree(second, folder)
    authority = (second / "authority.xml").read_text().replace("E10000099", "E06000016")
    write(folder / "authority.xml",
          authority.replace('"Westmarch County Council"', quoteattr(NAME)))
    shutil.rmtree(folder / YEAR / "extracts")
    for name in ("history.xml", "benchmarks.xml"):
        shutil.copy(ROOT / "input" / name, folder / name)
    if extracts:
        shutil.copytree(ROOT / "input" / YEAR / "extracts", folder / YEAR / "extracts")
    else:
        write(folder / YEAR / "extracts/none.xml",
              '<extract xmlns="urn:hearth:extract:1" authority="E06000016" source="None" '
              'generated="2025-04-30T08:00:00Z"/>\n')
    for name, blocks in {"ar-service": languages(), "ar-successes": words(), "ar-training": tables(),
                         "ar-local-offer": lists(), "ar-kinship-successes": panels()}.items():
        write(folder / YEAR / f"narrative/{name}.md", "\n\n".join(blocks) + "\n")


def make(folder):
    shutil.rmtree(folder, ignore_errors=True)
    make_templates(folder / "templates")
    make_council(folder / "full", True)
    make_council(folder / "empty", False)
    make_council(folder / "unknown", False)
    write(folder / "unknown" / YEAR / "narrative/ar-local-offer.md",
          "All well on the first line.\n\nA letter of \U00010380 Ugarit.\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
