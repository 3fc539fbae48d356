"""The cases of bad_input.py: for each kind of error and warning of the contract, what is said where."""
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


def attribute_cases(name, template, values, *says):
    """One case for each value that takes VALUE's place."""
    for number, value in enumerate(values, 1):
        case(f"{name}-{number}", template.replace("VALUE", value), *says or (error(),))


# --- well-formed -----------------------------------------------------------------------------

BROKEN = {
    "mismatched-tag": enquiry("\n<application received='2024-05-02'>¦</enquiry>"),
    "unclosed-attribute": '<enquiry id="E1" received=¦2024-05-01 source="internet"/>',
    "twice-an-attribute": '<enquiry id="E1" ¦id="E2" received="2024-05-01" source="internet"/>',
    "less-in-attribute": '<enquiry id="¦<" received="2024-05-01" source="internet"/>',
    "bare-ampersand": '<enquiry id="a ¦& b" received="2024-05-01" source="internet"/>',
    "dashes-in-comment": "<!-- a ¦-- b -->",
    "cdata-end-in-text": "¦]]>",
    "prefix-undeclared": '¦<q:enquiry id="E1" received="2024-05-01" source="internet"/>',
    "attribute-prefix-undeclared":
        '<enquiry ¦q:note="1" id="E1" received="2024-05-01" source="internet"/>',
    "prefix-to-nothing": '¦<o:x xmlns:o=""/>',
    "one-name-by-two-prefixes":
        '¦<enquiry xmlns:p="urn:z" xmlns:q="urn:z" p:a="1" q:a="2" id="E1" received="2024-05-01"'
        ' source="internet"/>',
    "two-colons": '¦<o:x:y xmlns:o="urn:o"/>',
    "prefix-xml-rebound": '¦<o:x xmlns:o="urn:o" xmlns:xml="urn:o"/>',
    "prefix-xmlns-bound": '¦<o:x xmlns:o="urn:o" xmlns:xmlns="urn:o"/>',
    "reference-to-no-character": "¦&#0;",
    "declaration-inside": '¦<?xml version="1.0"?>',
}
for broken, body in BROKEN.items():
    case("not-well-formed-" + broken, body, error(place="line"))

case("stops-where-it-is-broken",
     enquiry("<application ¦received='x'/>") + '\n¦</wrong>\n<enquiry/>', error(), error(place="line"))
case("file-empty", {"a.xml": "¦"}, error(place="line"))
case("file-cut", {"a.xml": f"{HEAD}\n{enquiry()}\n<enq¦"}, error(place="line"))
case("file-cut-in-a-tag", {"a.xml": f'{HEAD}\n<enquiry id="E1" received="x"\n¦'}, error(place="line"))
case("file-cut-in-a-value", {"a.xml": f'{HEAD}\n<enquiry id="E1¦'}, error(place="line"))
case("file-cut-before-its-end", {"a.xml": f"{HEAD}\n{enquiry()}\n¦"}, error(place="line"))
case("file-cut-in-a-comment", {"a.xml": f"{HEAD}\n<!-- ¦"}, error(place="line"))
case("content-after-root", {"a.xml": f"{HEAD}</extract>\n\n¦<more/>"}, error(place="line"))
case("space-before-declaration", {"a.xml": '¦ <?xml version="1.0"?>\n' + HEAD + "</extract>"},
     error(place="line"))

# --- UTF-8 -----------------------------------------------------------------------------------

MIDDLE = "¦".encode()
for name, data in {"latin": b"caf\xe9", "cut": b"\xc3", "overlong": b"\xc0\xaf",
                   "surrogate": b"\xed\xa0\x80", "beyond": b"\xf4\x90\x80\x80"}.items():
    for where, text in {"attribute": '<enquiry id="%" received="2024-05-01" source="internet"/>',
                        "comment": "<!-- % -->"}.items():
        body = (HEAD + "\n" + text + "\n</extract>").encode().replace(b"%", MIDDLE + data)
        case(f"not-utf-8-{name}-in-{where}", {"a.xml": body}, error(place="line"))
case("latin-1-declared", {"a.xml": b'<?xml version="1.0" encoding="ISO-8859-1"?>\n' + (
    HEAD + "\n<!-- ").encode() + MIDDLE + b"\xe9 --></extract>"},
    error(place=""))
case("utf-16", {"a.xml": '<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16")},
     error(place=""))

# --- DOCTYPE, entities -----------------------------------------------------------------------

case("doctype", {"a.xml": f'<?xml version="1.0"?>\n  ¦<!DOCTYPE extract>\n{HEAD}<enquiry/></extract>'},
     error())
case("doctype-with-entities",
     {"a.xml": '¦<!DOCTYPE extract [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n' + HEAD + "&b;</extract>"},
     error())
case("doctype-outside",
     {"a.xml": '<!-- é -->¦<!DOCTYPE extract SYSTEM "file:///etc/passwd">\n' + HEAD + "</extract>"},
     error())
case("entity-in-text", "<!-- é --> ¦&nbsp; \n<enquiry/>", error())
case("entity-in-attribute",
     '<enquiry id="&amp;é¦&eacute;" received="2024-05-01" source="internet"/>\n<enquiry/>', error())
case("entity-in-other-namespace", '<o:x xmlns:o="urn:o">¦&eacute;</o:x>\n<enquiry/>', error())
case("entity-after-error", '<enquiry id="E1" ¦received="x" source="internet"/>\n ¦&a; <enquiry/>',
     error(), error())
case("five-entities", '<enquiry id="&lt;&gt;&amp;&quot;&apos;&#65;&#x42;" received="2024-05-01"'
     ' source="internet"/>&#32;', figures={"enquiries.total": 1})

# --- gzip ------------------------------------------------------------------------------------

PACKED = gzip.compress(extract(enquiry()).encode(), mtime=0)
case("gzip-cut", {"a.xml.gz": PACKED[:len(PACKED) // 2]}, error(place="a.xml.gz"), raw=["a.xml.gz"])
case("gzip-cut-in-checksum", {"a.xml.gz": PACKED[:-3]}, error(place="a.xml.gz"), raw=["a.xml.gz"])
case("gzip-false-checksum", {"a.xml.gz": PACKED[:-8] + b"\0\0\0\0" + PACKED[-4:]},
     error(place="a.xml.gz"), raw=["a.xml.gz"])
case("gzip-not-packed", {"a.xml.gz": extract(enquiry())}, error(place="a.xml.gz"),
     raw=["a.xml.gz"])
case("gzip-empty", {"a.xml.gz": b""}, error(place="a.xml.gz"), raw=["a.xml.gz"])
case("gzip-two-members", {"a.xml.gz": gzip.compress(HEAD.encode()) + gzip.compress(
    (enquiry() + "</extract>").encode())}, raw=["a.xml.gz"], figures={"enquiries.total": 1})
case("gzip-places", {"a.xml.gz": extract('\n<enquiry id="E1" ¦received="x" source="internet"/>')},
     error())

# --- roots and elements ----------------------------------------------------------------------

case("root-other", {"a.xml": f'<?xml version="1.0"?>\n ¦<extracts xmlns="{NAMESPACE}"><enquiry/></extracts>'},
     error())
case("root-in-no-namespace", {"a.xml": "¦<extract><enquiry/></extract>"}, error())
case("root-of-other-namespace", {"a.xml": '¦<extract xmlns="urn:hearth:extract:2"><enquiry/></extract>'},
     error())
case("root-a-record", {"a.xml": f'¦<enquiry xmlns="{NAMESPACE}" id="1"/>'}, error())
case("element-unknown", f'¦<enquiries a="1">text<enquiry/></enquiries>{enquiry()}', error())
case("element-unknown-in-record", enquiry('¦<telephone received="x">1<approval/></telephone>'
                                          '<application received="2024-05-02"/>'), error())
case("element-misplaced", enquiry('¦<hearing date="x" outcome="?"/>'), error())
case("record-in-record", enquiry("¦" + enquiry(name="E2", received="x")), error())
case("child-at-the-root", '¦<application received="x"/>', error())
case("extract-in-extract", f"¦<extract authority='x'>{enquiry(received='x')}</extract>", error())
case("child-of-other-parent-name", '<household id="H9" type="mainstream"><approval date="2024-05-01"'
     ' category="enhanced" places="1" age-from="0" age-to="1"/>¦<decision/></household>', error())
case("child-repeated", enquiry('<application received="2024-05-02"/>\n'
                               '¦<application received="x"><y/>text</application>'), error())
case("child-repeated-twice", enquiry('<initial-visit date="2024-05-02"/>¦<initial-visit/>'
                                     '¦<initial-visit/>'), error(), error())
case("child-in-child", enquiry('<application received="2024-05-02">¦<initial-visit/></application>'),
     error())
case("element-in-no-namespace", '¦<enquiry xmlns="" id=""><b/>text</enquiry>', error())
case("child-in-no-namespace", enquiry('¦<application xmlns="" received="x"/>'), error())

# --- text ------------------------------------------------------------------------------------

case("text-in-extract", "\n  ¦text\nmore", error())
case("text-in-record", enquiry("\n\t¦some"), error())
case("text-in-child", enquiry('<application received="2024-05-02"> ¦é</application>'), error())
case("text-in-cdata", enquiry("<![CDATA[ \n ¦x ]]>"), error())
case("text-in-cdata-of-space", enquiry("<![CDATA[ \n\t ]]>"), figures={"enquiries.total": 1})
case("text-no-break-space", enquiry(" ¦\u00a0"), error())
case("text-by-reference", enquiry(" \n ¦&#65;"), error(place="line"))
case("text-after-multibyte", enquiry("<!-- 日本é -->¦x"), error())
case("text-twice", enquiry('¦a<application received="2024-05-02"/> ¦b'), error(), error())

# --- attributes ------------------------------------------------------------------------------

case("attribute-missing", '¦<enquiry id="E1" source="internet"/>', error())
case("attributes-missing", "¦¦¦<enquiry/>", error(), error(), error())
case("attribute-missing-in-child", enquiry("\n  ¦<application/>"), error())
case("attribute-missing-in-extract",
     {"a.xml": f'¦¦¦<extract xmlns="{NAMESPACE}"/>'}, error(), error(), error())
case("attribute-in-this-namespace", f'<enquiry xmlns:h="{NAMESPACE}" id="E1" received="2024-05-01"'
     ' ¦h:received="2024-05-01" source="internet"/>', error())
case("attribute-in-this-namespace-only", f'¦<enquiry xmlns:h="{NAMESPACE}" id="E1"'
     ' ¦h:received="2024-05-01" source="internet"/>', error(), error())
case("word-unknown", '<enquiry id="E1" received="2024-05-01" ¦source="facebok"/>',
     error("internet", "previous-enquiry", "facebook", "carer-recommendation", "recruitment-event",
           "word-of-mouth", "advertising", "not-given", "other", nearest="facebook"))
case("word-of-other-vocabulary", '<household id="H9" ¦type="kinship-foster"/>',
     error("mainstream", "kinship", "respite", "short-breaks", "fostering-for-adoption"))
attribute_cases("word", '<enquiry id="E1" received="2024-05-01" ¦source="VALUE"/>',
                ["Internet", " internet", "internet ", "internet&#10;", "", "internet,other"])
attribute_cases("flag", '<post id="P" team="panel" role="other" fte="1" headcount="1"'
                ' from="2020-01-01" ¦vacant="VALUE"/>', ["True", "1", "yes", ""],
                error("true", "false"))
CASES[-1]["says"] = (error(),)  # an empty value need not list what is allowed
case("empty-id", '<enquiry ¦id="" received="2024-05-01" source="internet"/>', error())
case("empty-text", '<child id="C" dob="2015-01-01"><episode from="2020-01-01" placement="secure"'
     ' provider="other" ¦legal-status=""/></child>', error())
case("empty-source", {"a.xml": f'<extract xmlns="{NAMESPACE}" authority="E06000016" ¦source=""'
                      ' generated="2025-04-30T00:00:00Z"/>'}, error())
case("space-is-a-value", '<enquiry id=" " received="2024-05-01" source="internet"/>'
     '<enquiry id="  " received="2024-05-01" source="internet"/>', figures={"enquiries.total": 2})

# --- dates and numbers -----------------------------------------------------------------------

attribute_cases("date", '<enquiry id="E1" ¦received="VALUE" source="internet"/>',
                ["2024-02-30", "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10",
                 "2024-04-00", "1899-12-31", "2200-01-01", "24-04-03", "2024-4-3", "2024/04/03",
                 "20240403", "2024-04-03 ", " 2024-04-03", "2024-04-03T00:00:00", "2024-04-3x",
                 "٢٠٢٤-04-03", "-024-04-03", "+024-04-03", "2024-04-+3", "0000-00-00", "x", ""])
for day in ("1900-01-01", "2199-12-31", "2000-02-29", "2024-02-29"):
    case("date-right-" + day, enquiry(received=day))
for number, moment in enumerate([
        "2025-04-30", "2025-04-30T24:00:00Z", "2025-04-30T09:60:00Z", "2025-04-30T09:14:60Z",
        "2025-02-30T09:14:00Z", "2025-04-30T09:14:00", "2025-04-30T09:14:00z",
        "2025-04-30 09:14:00Z", "2025-04-30T9:14:00Z", "2025-04-30T09:14:00+00:00",
        "2025-04-30T09:14:00.5Z", "2025-04-30T09:14Z", ""], 1):
    case(f"generated-{number}", {"a.xml": HEAD.replace(
        'generated="2025-04-30T00:00:00Z"', f'¦generated="{moment}"') + "</extract>"}, error())

PLACES = ('<household id="H9" type="mainstream"><approval date="2024-05-01" category="enhanced"'
          ' ¦places="VALUE" age-from="0" age-to="18"/></household>')
attribute_cases("whole", PLACES, ["-1", "+1", "1.0", "1234567", " 1", "1 ", "1e3", "0x1", "1,000",
                                  "", "one", "１", "0000001"])
for number in ("0", "007", "999999", "000000"):
    case("whole-right-" + number, PLACES.replace("¦", "").replace("VALUE", number),
         figures={"approvals.enhanced.places": int(number)})
POST = ('<post id="P" team="panel" role="other" ¦fte="VALUE" headcount="1" from="2020-01-01"/>')
attribute_cases("decimal", POST, [".5", "5.", "1.2345", "1,5", "1234567", "1234567.0", "-0.5",
                                  "+1", "1e2", " 1", "1.", ".", "", "1.5.5", "NaN"])
for number, value in (("007", 7), ("0.500", 0.5), ("999999.999", 999999.999), ("0", 0)):
    case("decimal-right-" + number, POST.replace("¦", "").replace("VALUE", number),
         figures={"staff.fte": value})

# --- what belongs together -------------------------------------------------------------------

case("end-reason-alone", '<household id="H9" type="mainstream" ¦end-reason="other"/>', error())
for kind, start, outcome in (("viability-assessment", 'context="proceedings" requested', "not-engaged"),
                             ("kinship-assessment", "started", "withdrew")):
    case(f"{kind}-without-outcome",
         f'<{kind} id="V" {start}="2024-05-01" ¦completed="2024-06-01"/>', error())
    case(f"{kind}-without-completed",
         f'<{kind} id="V" ¦outcome="{outcome}" {start}="2024-05-01"/>', error())
    case(f"{kind}-completed-first",
         f'<{kind} id="V" outcome="{outcome}" ¦completed="2024-04-30" {start}="2024-05-01"/>',
         error())
    case(f"{kind}-same-day",
         f'<{kind} id="V" outcome="{outcome}" completed="2024-05-01" {start}="2024-05-01"/>')
case("authority-other", {"a.xml": HEAD.replace("authority", "¦authority").replace(
    "E06000016", "E06000015") + "</extract>"}, error())
case("authority-other-twice", {name: HEAD.replace("authority", "¦authority").replace(
    "E06000016", "e06000016") + "</extract>" for name in ("a.xml", "b.xml")}, error(), error())

# --- dates out of order ----------------------------------------------------------------------

STEPS = {
    "application": '<application ¦received="DAY"/>',
    "visit": '<initial-visit ¦date="DAY"/>',
    "assessment": '<assessment ¦started="DAY"/>',
    "closed": '<closed outcome="withdrawn" ¦date="DAY"/>',
}
ORDERS = {
    "assessment-completed":
        enquiry('<assessment ¦completed="DAY" started="2024-05-01"/>', received="2024-01-01"),
    "household-ended": '<household id="H9" type="mainstream" ¦ended="DAY" approved="2024-05-01"/>',
    "household-ended-after-approval":
        '<household id="H9" type="mainstream" ¦ended="DAY" approved="2024-06-01"><approval'
        ' date="2024-05-01" category="enhanced" places="1" age-from="0" age-to="1"/></household>',
    "hold": '<household id="H9" type="mainstream"><hold ¦to="DAY" from="2024-05-01"/></household>',
    "episode": '<child id="C" dob="2015-01-01"><episode ¦to="DAY" from="2024-05-01"'
               ' placement="secure" provider="other"/></child>',
    "post": '<post id="P" team="panel" role="other" fte="1" headcount="1" ¦to="DAY"'
            ' from="2024-05-01"/>',
    "episode-before-birth": '<child id="C" dob="2024-05-01"><episode ¦from="DAY"'
                            ' placement="secure" provider="other"/></child>',
    "ceased-before-birth":
        '<child id="C" dob="2024-05-01"><ceased ¦date="DAY" reason="other"/></child>',
    "staying-put-before-birth":
        '<staying-put id="S" ¦started="DAY" dob="2024-05-01" ended="2024-05-01"/>',
    "staying-put-ended":
        '<staying-put id="S" dob="2005-05-01" ¦ended="DAY" started="2024-05-01"/>',
    "decision": '<panel-case id="P" type="regulation-25"><decision ¦date="DAY" outcome="positive"/>'
                '<hearing date="2024-06-01" outcome="positive"/>'
                '<hearing date="2024-05-01" outcome="deferred"/></panel-case>',
    "allegation": '<allegation id="A" household="H1" ¦closed="DAY" referred="2024-05-01"'
                  ' threshold="met"/>',
    "complaint": '<complaint id="Q" ¦closed="DAY" received="2024-05-01" from="carer"/>',
}
ORDERS |= {f"enquiry-{name}": enquiry(step) for name, step in STEPS.items()}
for name, body in ORDERS.items():
    case(f"order-{name}", body.replace("DAY", "2024-04-30"), error())
    case(f"order-{name}-equal", body.replace("DAY", "2024-05-01").replace("¦", ""))
case("order-ages", PLACES.replace("VALUE", "1").replace("¦", "").replace(
    'age-from="0" age-to="18"', '¦age-to="9" age-from="10"'), error())
case("order-ages-equal", PLACES.replace("VALUE", "1").replace("¦", "").replace(
    'age-from="0" age-to="18"', 'age-to="10" age-from="10"'))
case("order-ended-before-a-later-approval-only",
     '<household id="H9" type="mainstream" ended="2024-05-15" approved="2024-05-01"><approval'
     ' date="2024-06-01" category="enhanced" places="1" age-from="0" age-to="1"/></household>')
case("order-of-others-is-free",
     enquiry('<application received="2024-08-01"/><initial-visit date="2024-07-01"/><assessment'
             ' started="2024-06-01"/><closed date="2024-05-01" outcome="declined"/>')
     + '<child id="C" dob="2024-05-01"><permanence date="2020-01-01"/></child>'
     '<review id="R" household="H1" due="2024-05-01" completed="2023-01-01"/>'
     '<household id="H9" type="respite" ended="2020-01-01"><hold from="2024-01-01"/><carer id="1"'
     ' dob="2199-01-01"/></household>'
     '<panel-case id="P" type="regulation-25"><decision date="2024-05-01" outcome="positive"/>'
     '</panel-case>')
case("order-not-judged-of-a-bad-date",
     enquiry('<application ¦received="2024-02-30"/>'), error())

# --- records twice ---------------------------------------------------------------------------

TWICE = '<post id="P" team="panel" role="other" fte="1" headcount="1" from="2020-01-01"{}/>'
SAME = '<post from="2020-01-01" headcount="1" fte="1" role="other" team="panel" id="P"/>'
case("twice-the-same", TWICE.format("") + "\n ¦" + SAME,
     warning("FOLDER/a.xml:3:1"), figures={"staff.headcount": 1})
case("twice-the-same-in-two-files", {"b.xml": extract("¦" + SAME),
                                     "B.xml": extract("  " + TWICE.format(""))},
     warning("FOLDER/B.xml:3:3"), figures={"staff.headcount": 1})
case("thrice-the-same", TWICE.format("") + "\n¦" + SAME + "\n¦" + SAME,
     warning("FOLDER/a.xml:3:1"), warning("FOLDER/a.xml:3:1"), figures={"staff.headcount": 1})
case("twice-but-number-written-otherwise",
     TWICE.format("") + "\n¦" + SAME.replace('fte="1"', 'fte="1.0"'), error("FOLDER/a.xml:3:1"))
case("twice-but-false-written", TWICE.format("") + "\n¦" + TWICE.format(' vacant="false"'),
     error("FOLDER/a.xml:3:1"))
case("twice-but-other", TWICE.format("") + "\n¦" + TWICE.format(' vacant="true"') + "\n¦"
     + TWICE.format(' to="2021-01-01"') + "\n ¦" + SAME,
     error("FOLDER/a.xml:3:1"), error("FOLDER/a.xml:3:1"), warning("FOLDER/a.xml:3:1"))
case("twice-across-files", {"a.xml": extract(enquiry()), "b.xml.gz": extract(
    "\n¦" + enquiry(received="2024-05-02")), "é.xml": extract("¦" + enquiry(received="2024-05-03"))},
    error("FOLDER/a.xml:3:1"), error("FOLDER/a.xml:3:1"))
case("one-id-two-elements", enquiry(name="X") + '<child id="X" dob="2015-01-01"/>')
CASE = '<panel-case id="P" type="regulation-25">{}</panel-case>'
HEARINGS = ('<hearing date="2024-05-01" outcome="deferred"/>',
            '<hearing date="2024-05-15" outcome="positive"/>')
case("twice-children-in-other-order", CASE.format("".join(HEARINGS)) + "\n¦"
     + CASE.format("".join(reversed(HEARINGS))), error("FOLDER/a.xml:3:1"))
case("twice-children-the-same", CASE.format("".join(HEARINGS)) + "\n¦"
     + CASE.format("\n<!-- x -->".join(HEARINGS)), warning("FOLDER/a.xml:3:1"),
     figures={"panel.regulation-25.heard": 1, "panel.total.deferred": 1})
case("twice-one-child-less", CASE.format("".join(HEARINGS)) + "\n¦" + CASE.format(HEARINGS[0]),
     error("FOLDER/a.xml:3:1"))
case("twice-with-unknown-attribute", TWICE.format("") + "\n¦" + TWICE.format(' ¦note="1"'),
     warning("FOLDER/a.xml:3:1"), warning(), figures={"staff.headcount": 1})
case("twice-with-foreign-attribute", TWICE.format("") + "\n¦"
     + TWICE.format(' o:note="1" xmlns:o="urn:o"'), warning("FOLDER/a.xml:3:1"))

# --- warnings --------------------------------------------------------------------------------

case("attribute-unknown", '<enquiry id="E1" received="2024-05-01" source="internet" ¦colour="red"/>'
     '\n<enquiry id="E2" received="2024-05-01" colour="blue" source="internet"/>', warning(),
     figures={"enquiries.total": 2})
case("attribute-unknown-empty", '<enquiry ¦x="" id="E1" received="2024-05-01" source="internet"/>',
     warning())
case("attribute-known-elsewhere", '<enquiry id="E1" received="2024-05-01" source="internet"'
     ' ¦dob="x"/>', warning())
case("attribute-unknown-in-two-files",
     {name: extract(enquiry(f'<application received="2024-05-02" {mark}x="1"/>', name=name))
      for name, mark in (("a.xml", "¦"), ("b.xml", ""))}, warning())
case("attribute-unknown-of-extract",
     {"a.xml": HEAD.replace(" source", ' ¦version="1" source') + "</extract>"}, warning())
HOLDERS = {
    "approval": enquiry('<approval ¦household="H9"/>'),
    "panel-case": '<panel-case id="P" type="regulation-25" ¦household="H9"/>',
    "allegation": '<allegation id="A" ¦household="H9" referred="2024-05-01" threshold="met"/>',
    "review": '<review id="R" ¦household="H9" due="2024-05-01"/>',
    "staying-put": '<staying-put id="S" dob="2000-01-01" started="2018-01-01" ended="2019-01-01"'
                   ' ¦household="H9"/>',
    "episode": '<child id="C" dob="2015-01-01"><episode from="2020-01-01" to="2020-02-01"'
               ' ¦household="H9" placement="foster" provider="own"/></child>',
}
for name, body in HOLDERS.items():
    case("household-unknown-" + name, body, warning("H9"))
case("household-unknown-of-others",
     HOLDERS["episode"].replace("¦", "").replace('"own"', '"private"'))
case("household-unknown-once", "\n".join(
    [HOLDERS["review"], HOLDERS["allegation"].replace("¦", ""),
     HOLDERS["panel-case"].replace("H9", "H8")]), warning("H9"), warning("H8"))
case("household-unknown-first-of-files",
     {"a.xml": extract(HOLDERS["review"]), "b.xml": extract(HOLDERS["panel-case"].replace("¦", ""))},
     warning("H9"))
case("household-in-a-later-file",
     {"a.xml": extract(HOLDERS["review"].replace("¦", "")),
      "b.xml": extract('<household id="H9" type="kinship"/>')})
case("household-faulty-holds-its-id",
     '<household id="H9" ¦type="x"/>' + HOLDERS["review"].replace("¦", ""), error())
case("household-not-said-of-a-broken-file",
     {"a.xml": extract(HOLDERS["review"].replace("¦", "")), "b.xml": HEAD + "\n¦</wrong>"},
     error(place="line"))
case("household-not-said-of-a-doctype",
     {"a.xml": extract(HOLDERS["review"].replace("¦", "")), "b.xml": "¦<!DOCTYPE extract>" + HEAD},
     error())
case("household-not-said-of-a-broken-gzip",
     {"a.xml": extract(HOLDERS["review"].replace("¦", "")), "b.xml.gz": PACKED[:40]},
     error(place="b.xml.gz"), raw=["b.xml.gz"])
for moment, says in (("2025-03-31T23:59:59Z", [warning()]), ("2025-04-01T00:00:00Z", []),
                     ("2020-01-01T00:00:00Z", [warning()])):
    case("generated-on-" + moment[:10], {"a.xml": HEAD.replace(
        "2025-04-30T00:00:00Z", moment).replace("generated", "¦" * len(says) + "generated")
        + "</extract>"}, *says)
case("kinds-missing", {"a.xml": extract(enquiry())}, rest=False, figures={"enquiries.total": 1}, *[
    warning(kind, place="") for kind in (
        "household child staying-put viability-assessment kinship-assessment independent-assessment"
        " panel-case allegation review complaint recruitment-event training-event post").split()])
case("kinds-missing-but-covered", {"a.xml": HEAD.replace(
    "source=", "covers=\"household child staying-put viability-assessment kinship-assessment"
    " independent-assessment panel-case allegation review complaint recruitment-event"
    " training-event\" source=") + enquiry() + "</extract>"}, warning("post", place=""), rest=False,
     figures={"enquiries.total": 1, "allegations.total": 0, "staff.fte": None})
case("covers-what-is-no-record", {"a.xml": HEAD.replace("source=", '¦covers="post alegation" source=')
                                  + "</extract>"}, error("covers", "alegation"))
case("covers-nothing", {"a.xml": HEAD.replace("source=", '¦covers="" source=') + "</extract>"},
     error("covers"))
STAYING = '{}<staying-put id="S" dob="{}" started="2024-05-01"{}/>'
for born, mark in (("2006-03-31", 0), ("2007-03-31", 0), ("2007-04-01", 1), ("2004-04-01", 0),
                   ("2004-03-31", 1), ("1990-01-01", 1)):
    case("staying-put-born-" + born, STAYING.format("¦" * mark, born, ""),
         *[warning(place="line")] * mark)
case("staying-put-over", STAYING.format("", "1990-01-01", ' ended="2025-03-31"'))
case("staying-put-not-yet", STAYING.format("", "1990-01-01", "").replace("2024-05-01", "2025-04-01"))
case("return", {"a.xml": '<?xml version="1.0"?>\n ¦<EXPSSDA903><CHILD>&x;<broken</EXPSSDA903>'},
     warning())
case("return-packed", {"a.xml.gz": "¦<EXPSSDA903><CHILD/></EXPSSDA903>"}, warning())
for name in ("notes.txt", "A.XML", "a.xml.bak", "a.gz", "axml", "a.xml.GZ", "a.xml~"):
    case("file-named-" + name, {"a.xml": extract(enquiry()), name: "not <read &"},
         warning(place=name), figures={"enquiries.total": 1})

# --- silence ---------------------------------------------------------------------------------

INNER = f'<enquiry xmlns="{NAMESPACE}" id=""/>text<b xmlns="">c</b>'
case("foreign-elements", f'<o:x xmlns:o="urn:o" id="">{INNER}</o:x>' + enquiry(
    f'<x xmlns="urn:o">{INNER}<application/></x><application received="2024-05-02"/>'),
    figures={"enquiries.total": 1, "applications.total": 1})
case("foreign-attributes", '<enquiry id="E1" received="2024-05-01" source="internet" xml:lang="cy"'
     ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="" xmlns:o="urn:o"'
     ' o:received="x"/>', figures={"enquiries.total": 1})
case("foreign-and-deep", '<o:x xmlns:o="urn:o">' * 200 + "</o:x>" * 200)
case("comments-and-instructions", "<?a <enquiry/>?><!-- &x; <b> --><?b?>" + enquiry("<!-- x -->"),
     figures={"enquiries.total": 1})

# --- places ----------------------------------------------------------------------------------

BAD = '<enquiry id="{}" {}¦received="x" source="internet"/>'
case("place-after-multibyte", "<!-- é --> " + BAD.format("日本😀", ""), error())
case("place-name-in-value", BAD.format("received=' received=", "  "), error())
case("place-greater-in-value", BAD.format("/>&lt;> &#62;", "\t"), error())
case("place-on-later-line", BAD.format("E1", "\n\n   "), error())
case("place-spaced-equals", "<enquiry id = '1'\n ¦received\n = \n'x' source='internet' />", error())
case("place-value-over-lines", BAD.format("a\n\nb é", ""), error())
case("place-crlf", {"a.xml": extract("\n" + BAD.format("E1", "\n") + "\n ¦text").replace("\n", "\r\n")},
     error(), error())
case("place-cr-is-no-line", {"a.xml": HEAD + "\r\r" + BAD.format("E1", "\r") + "</extract>"}, error())
case("place-after-mark", {"a.xml": "\ufeff" + HEAD + BAD.format("E1", "") + "</extract>"}, error())
case("place-after-foreign", '<o:x xmlns:o="urn:o" id=">">\n é<received/></o:x>' + BAD.format("E1", ""),
     error())
case("place-after-cdata", "<![CDATA[ \n ]]>" + BAD.format("E1", ""), error())
case("place-after-comment", "<!-- <enquiry received='\n-->" + BAD.format("E1", ""), error())
case("place-with-prefix", {"a.xml": HEAD.replace("<extract xmlns", "<h:extract xmlns:h")
                           + '\n<h:enquiry id="1"  ¦received="x" source="internet"/></h:extract>'},
     error())
case("place-two-in-one-tag", '<enquiry ¦id="" xml:lang="en" ¦source="?" ¦received="x"/>',
     error(), error(), error())
case("place-two-in-either-order", '<enquiry ¦received="x" ¦source="?" ¦id=""/>',
     error(), error(), error())
for size in (65536, 131072):
    for back in (0, 1, 7, 20, 40, 60):
        lead = len(extract("").split("\n</extract>")[0])
        fill = "<!--" + "é" * 20 + "\n" + "x" * (size - lead - back - 52) + "-->"
        case(f"place-at-{size}-less-{back}", fill + BAD.format("日本", ""), error())
case("place-of-a-long-value", BAD.format("é" * 100000, ""), error())
case("place-many-lines", "\n" * 70000 + " " + BAD.format("E1", ""), error())

# --- the order of what is said ---------------------------------------------------------------

case("order-of-files", {name: extract(BAD.format(name, "")) for name in
                        ("é.xml", "b.xml.gz", "B.xml", "a.xml", "Z.xml", "a.xml.gz")}, *[error()] * 6)
case("errors-and-warnings-by-place", '<enquiry ¦colour="1" id="E1" ¦received="x" ¦shape="2"'
     ' source="internet"/>\n¦<o/>' + HOLDERS["review"],
     warning(), error(), warning(), error(), warning())
case("late-findings-in-order", "\n".join([
    HOLDERS["review"], BAD.format("E1", ""), TWICE.format(""), "¦" + SAME,
    '<enquiry id="E2" ¦received="y" source="internet"/>']), warning(), error(), warning(), error())
