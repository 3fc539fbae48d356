"""The cases of bad_input.py: what is packed wrongly, deep or large. tests/cases has all others."""
import gzip
from collections import namedtuple

NAMESPACE = "urn:hearth:extract:1"
HEAD = (f'<extract xmlns="{NAMESPACE}" authority="E06000016" source="test"'
        ' generated="2025-04-30T00:00:00Z">')

# One record of each kind, so that no kind is missing; households H1 and H2.
REST = HEAD + """
<enquiry id="rest" received="2020-04-03" source="internet"/>
<household id="H1" type="mainstream"/><household id="H2" type="kinship"/>
<child id="rest" dob="2015-01-01"/>
<staying-put id="rest" dob="2000-01-01" started="2018-01-01" ended="2019-01-01"/>
<viability-assessment id="rest" requested="2020-01-01" context="proceedings"/>
<kinship-assessment id="rest" started="2020-01-01"/>
<independent-assessment id="rest" completed="2020-01-01" outcome="positive"/>
<panel-case id="rest" type="regulation-25"/>
<allegation id="rest" household="H1" referred="2020-01-01" threshold="met"/>
<review id="rest" household="H1" due="2020-01-01"/>
<complaint id="rest" received="2020-01-01" from="carer"/>
<recruitment-event id="rest" date="2020-01-01" type="local-event"/>
<training-event id="rest" date="2020-01-01" topic="health"/>
<post id="rest" team="panel" role="other" fte="1" headcount="1" from="2020-01-01" to="2020-02-01"/>
</extract>
"""

# place: "here", at the mark; "line", on its line; a file's name, in that file without a line; "",
# anywhere. nearest: the word of a vocabulary that is named beside the list.
Says = namedtuple("Says", "level place words nearest")
CASES = []


def error(*words, place="here", nearest=None):
    return Says("error", place, words, nearest)


def warning(*words, place="here"):
    return Says("warning", place, words, None)


def extract(body):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{HEAD}\n{body}\n</extract>\n'


def case(name, files, *says, rest=True, raw=(), figures=None):
    """files: the body of an extract, or {name: the whole file}."""
    if isinstance(files, str):
        files = {"a.xml": extract(files)}
    if rest:
        files = files | {"~rest.xml": REST}
    CASES.append({"name": name, "files": files, "says": says, "raw": raw,
                  "figures": figures or {}})


def enquiry(more="", received="2024-05-01", name="E1"):
    return f'<enquiry id="{name}" received="{received}" source="internet">{more}</enquiry>'


# --- gzip ------------------------------------------------------------------------------------

PACKED = gzip.compress(extract(enquiry()).encode(), mtime=0)
case("gzip-cut", {"a.xml.gz": PACKED[:len(PACKED) // 2]}, error(place="a.xml.gz"), raw=["a.xml.gz"])
case("gzip-cut-in-checksum", {"a.xml.gz": PACKED[:-3]}, error(place="a.xml.gz"), raw=["a.xml.gz"])
case("gzip-false-checksum", {"a.xml.gz": PACKED[:-8] + b"\0\0\0\0" + PACKED[-4:]},
     error(place="a.xml.gz"), raw=["a.xml.gz"])
case("gzip-not-packed", {"a.xml.gz": extract(enquiry())}, raw=["a.xml.gz"], figures={"enquiries.total": 1})
case("gzip-by-its-content", {"a.xml": PACKED}, raw=["a.xml"], figures={"enquiries.total": 1})
for name in ("A.XML", "b.Xml", "a.xml.GZ", "A.XML.gZ"):
    content = PACKED if name.lower().endswith(".gz") else extract(enquiry())
    case("file-named-" + name, {name: content}, raw=[name], figures={"enquiries.total": 1})
case("gzip-empty", {"a.xml.gz": b""}, error(place="a.xml.gz"), raw=["a.xml.gz"])
case("gzip-two-members", {"a.xml.gz": gzip.compress(HEAD.encode()) + gzip.compress(
    (enquiry() + "</extract>").encode())}, raw=["a.xml.gz"], figures={"enquiries.total": 1})
case("household-not-said-of-a-broken-gzip",
     {"a.xml": extract('<review id="R" household="H9" due="2024-05-01"/>'), "b.xml.gz": PACKED[:40]},
     error(place="b.xml.gz"), raw=["b.xml.gz"])

# --- size and depth ---------------------------------------------------------------------------

case("foreign-and-deep", '<o:x xmlns:o="urn:o">' * 200 + "</o:x>" * 200)
BAD = '<enquiry id="{}" {}¦received="x" source="internet"/>'
for size in (65536, 131072):
    for back in (0, 1, 7, 20, 40, 60):
        lead = len(extract("").split("\n</extract>")[0])
        fill = "<!--" + "é" * 20 + "\n" + "x" * (size - lead - back - 52) + "-->"
        case(f"place-at-{size}-less-{back}", fill + BAD.format("日本", ""), error())
case("place-of-a-long-value", BAD.format("é" * 100000, ""), error())
case("place-many-lines", "\n" * 70000 + " " + BAD.format("E1", ""), error())
