#!/usr/bin/env python3
"""Writes random case extracts that the contract calls valid: no error, but perhaps warnings.

    fuzz.py --seed N --out DIR [--year 2024-25]

They crowd where mistakes live: the period's edges, equal dates, absent attributes, the same record
twice, leap days, and every way XML has to say the same thing. The same seed gives the same bytes.
"""
import argparse
import calendar
import gzip
import os
import random
from datetime import date, timedelta
from xml.sax.saxutils import escape

import oracle

NAMESPACE = "urn:hearth:extract:1"
AUTHORITY = "E06000016"
HOUSEHOLD_TYPES = "mainstream kinship respite short-breaks fostering-for-adoption".split()
APPROVAL_CATEGORIES = oracle.CATEGORIES + ["kinship"]
ALL_PLACEMENTS = oracle.PLACEMENTS + ["short-break-series"]
PROVIDERS = "own own own other-authority private voluntary parents other".split()
EPISODE_REASONS = oracle.UNPLANNED + ("planned authority-request provider-request closure custody "
                                      "other").split()
CEASED = ("special-guardianship special-guardianship adoption returned-home "
          "child-arrangements-order turned-18 independent-living other-authority died "
          "other").split()
CARERS = "kinship-foster mainstream-foster relative other".split()
CONTEXTS = "pre-proceedings proceedings fostering-only private-order".split()
TOPICS = ("skills-to-foster safeguarding allegations first-aid therapeutic-parenting health "
          "education equality other").split()
RECORD_NAMES = ("enquiry household child staying-put viability-assessment kinship-assessment "
                "independent-assessment panel-case allegation review complaint recruitment-event "
                "training-event post").split()
STRANGE = ["", " ", "  x", "é", "日本", "a&b", "<", '"', "'", "\t", "😀"]


class Record:
    """Attributes that are None are absent; `facts` are the known ones."""

    def __init__(self, name, *children, **facts):
        self.name = name
        self.children = [c for c in children if c is not None]
        self.facts = {k.rstrip("_").replace("_", "-"): str(v)
                      for k, v in facts.items() if v is not None}


class Chooser:
    """Random facts round one reporting period."""

    def __init__(self, seed, label):
        self.random = random.Random(seed)
        year = int(label[:4])
        self.start, self.end = date(year, 4, 1), date(year + 1, 3, 31)
        self.ids = [f"{letter}{number}{self.one(STRANGE)}" for letter in "HK" for number in range(9)]
        self.approved = {}  # the first approval of each household
        self.pool = self.edges(year) + [self.far() for _ in range(12)]

    def edges(self, year):
        near = [self.start, self.end]
        days = [day + timedelta(n) for day in near for n in (-1, 0, 0, 0, 1)]
        days += [date(year, 7, 31), date(year, 6, 30), date(year, 8, 29), date(year + 1, 1, 31),
                 date(year, 4, 30), date(year + 1, 2, 28), date(year + 1, 2, 28)]
        leap = year + 1 if calendar.isleap(year + 1) else year - year % 4
        if calendar.isleap(leap):
            days += [date(leap, 2, 29), date(leap, 2, 28)]
        return days

    def far(self):
        first = max(date(1900, 1, 1), self.start - timedelta(900))
        return first + timedelta(self.random.randrange((self.end - first).days + 300))

    def one(self, items):
        return self.random.choice(items)

    def likely(self, share):
        return self.random.random() < share

    def maybe(self, share, value):
        return value if self.likely(share) else None

    def day(self, first=None):
        """A day, not before the first; often that very day."""
        day = self.one(self.pool)
        if first is None or day >= first:
            return day
        return first if self.likely(0.6) else first + timedelta(self.random.randrange(500))

    def later(self, first, share=0.6):
        return self.day(first) if self.likely(share) else None

    def born(self, youngest, oldest):
        """A birthday of that age, often on the last day itself or a leap day."""
        year = self.end.year - self.random.randint(youngest, oldest)
        days = [date(year, 3, 31), date(year, 4, 1), date(year, 3, 30), date(year, 12, 25)]
        if calendar.isleap(year):
            days += [date(year, 2, 29)] * 3
        return max(date(1900, 1, 1), self.one(days))

    def whole(self, largest=4):
        number = str(self.random.randint(0, largest))
        return number.zfill(self.one([1, 1, 1, 2, 6])) if len(number) < 3 else number

    def decimal(self):
        return self.one(["0", "1", "0.5", "0.333", "007", "20", "20.000", "20.001", "19.999", "5.25",
                         "999999.999", "0.100", "12", "000020", "36.9"])

    def household(self):
        return self.one(self.ids) if self.likely(0.9) else "unknown " + self.one("ab")


# --- records ---------------------------------------------------------------------------------

def applied_for(c, approved):
    """About eight months before an approval, where the last days of months lie closest."""
    months = approved.year * 12 + approved.month - 1 - 8
    last = calendar.monthrange(months // 12, months % 12 + 1)[1]
    day = c.one([min(approved.day, last), last, last - 1, last - 2])
    return date(months // 12, months % 12 + 1, day) + timedelta(c.one([-1, 0, 0, 0, 1]))


def approved_enquiry(c, name):
    """The enquiry of a household that was approved, applied for about as long ago as allowed."""
    home, approved = c.one(sorted(c.approved.items()))
    applied = max(date(1900, 1, 1), applied_for(c, approved))
    return Record("enquiry", Record("approval", household=home),
                  Record("application", received=applied),
                  id=name, received=max(date(1900, 1, 1), applied - timedelta(c.one([0, 0, 9]))),
                  source=c.one(oracle.SOURCES))


def enquiry(c, name):
    if c.approved and c.likely(0.3):
        return approved_enquiry(c, name)
    received = c.day()
    started = c.day(received)
    closed = Record("closed", date=c.day(received), outcome=c.one(["withdrawn", "declined"]),
                    reason=c.maybe(0.8, c.one(oracle.CLOSED_REASONS)))
    return Record("enquiry",
                  c.maybe(0.7, Record("application", received=c.day(received))),
                  c.maybe(0.6, Record("initial-visit", date=c.day(received))),
                  c.maybe(0.4, Record("assessment", started=started, completed=c.later(started))),
                  c.maybe(0.5, closed),
                  c.maybe(0.5, Record("approval", household=c.household())),
                  id=name, received=received, source=c.one(oracle.SOURCES))


def approval(c, day):
    ages = sorted([c.random.randint(0, 18), c.random.choice([8, 9, 10, 11, 18, 10])])
    return Record("approval", date=day, category=c.one(APPROVAL_CATEGORIES),
                  places=c.whole(), siblings=c.maybe(0.5, c.whole()), age_from=ages[0],
                  age_to=ages[1])


def carer(c):
    return Record("carer", id=c.one("abc"), dob=c.maybe(0.9, c.born(18, 80)),
                  ethnicity=c.maybe(0.8, c.one(oracle.ETHNICITIES)),
                  sex=c.maybe(0.8, c.one(["female", "male", "other", "not-known"])))


def hold(c):
    begun = c.day()
    return Record("hold", from_=begun, to=c.later(begun))


def household(c, name):
    approvals = [approval(c, c.day()) for _ in range(c.one([0, 1, 1, 2, 2, 3]))]
    approved = c.maybe(0.4, c.day())
    days = [date.fromisoformat(a.facts["date"]) for a in approvals]
    days += [approved] if approved else []
    ended = c.later(min(days, default=None), 0.4)
    children = [carer(c) for _ in range(c.one([0, 1, 2, 2]))] + approvals
    children += [hold(c) for _ in range(c.one([0, 0, 0, 1, 2]))]
    children += [Record("incentive", date=c.day(), type=c.one(["golden-hello", "referral-reward"]))
                 for _ in range(c.one([0, 0, 1, 2]))]
    c.random.shuffle(children)
    if approvals:
        c.approved[name] = min(date.fromisoformat(a.facts["date"]) for a in approvals)
    return Record("household", *children, id=name, type=c.one(HOUSEHOLD_TYPES), approved=approved,
                  ended=ended, end_reason=ended and c.maybe(0.7, c.one(oracle.END_REASONS)))


def episode(c, born, days):
    """From one day to another of a few, so that many are equal."""
    begun = max(born, c.one(days))
    ended = c.one([None, None, begun] + [d for d in days if d >= begun] * 3)
    return Record("episode", from_=begun, to=ended,
                  placement=c.one(ALL_PLACEMENTS + ["foster"] * 12 + ["kinship-foster"] * 5),
                  provider=c.one(PROVIDERS), household=c.maybe(0.5, c.household()),
                  legal_status=c.maybe(0.3, c.one(["C2", "V2", "?"])),
                  distance_miles=c.maybe(0.6, c.decimal()),
                  reason=c.maybe(0.5, c.one(EPISODE_REASONS)))


def child(c, name):
    born = min(c.born(0, 17), c.start - timedelta(2))
    days = [c.day() for _ in range(3)] + [c.start - timedelta(1), c.start, c.end]
    children = [episode(c, born, days) for _ in range(c.one([0, 1, 2, 3, 4, 5, 6]))]
    children += [Record("permanence", date=c.day()) for _ in range(c.one([0, 0, 1, 2]))]
    children += [Record("ceased", date=c.day(born), reason=c.one(CEASED),
                        carer=c.maybe(0.6, c.one(CARERS))) for _ in range(c.one([0, 0, 1, 2, 3]))]
    c.random.shuffle(children)
    return Record("child", *children, id=name, dob=born,
                  sex=c.maybe(0.5, c.one(["female", "male"])),
                  ethnicity=c.maybe(0.8, c.one(oracle.ETHNICITIES)),
                  uasc=c.maybe(0.4, c.one(["true", "false"])))


def staying_put(c, name):
    born = c.born(17, 22)
    started = c.day(born)
    return Record("staying-put", id=name, dob=born, started=started, ended=c.later(started),
                  household=c.maybe(0.5, c.household()))


def viability(c, name):
    requested = c.day()
    completed = c.later(requested, 0.8)
    return Record("viability-assessment", id=name, requested=requested, completed=completed,
                  context=c.one(CONTEXTS), outcome=completed and c.one(
                      "positive negative not-needed not-engaged withdrew".split()))


def kinship(c, name):
    started = c.day()
    completed = c.later(started, 0.8)
    return Record("kinship-assessment", id=name, started=started, completed=completed,
                  outcome=completed and c.one("positive positive negative withdrew not-needed".split()),
                  order=c.maybe(0.6, c.one(oracle.ORDERS)))


def independent(c, name):
    return Record("independent-assessment", id=name, completed=c.day(),
                  outcome=c.one("positive positive negative withdrew".split()),
                  order=c.maybe(0.6, c.one(oracle.ORDERS)))


def panel_case(c, name):
    hearings = [Record("hearing", date=c.day(), outcome=c.one(["positive", "negative", "deferred"]))
                for _ in range(c.one([0, 1, 1, 2, 3]))]
    first = min((date.fromisoformat(h.facts["date"]) for h in hearings), default=None)
    decision = Record("decision", date=c.day(first), outcome=c.one(["positive", "negative"]))
    children = hearings + ([decision] if c.likely(0.6) else [])
    c.random.shuffle(children)
    return Record("panel-case", *children, id=name, type=c.one(oracle.CASE_TYPES),
                  conflictual=c.maybe(0.4, c.one(["true", "false"])),
                  household=c.maybe(0.5, c.household()))


def allegation(c, name):
    referred = c.day()
    return Record("allegation", id=name, household=c.household(), referred=referred,
                  threshold=c.one(["met", "met", "not-met"]),
                  outcome=c.maybe(0.7, c.one(
                      "unfounded unsubstantiated substantiated malicious".split())),
                  closed=c.later(referred))


def review(c, name):
    feedback = Record("feedback", supported=c.maybe(0.8, c.one(["yes", "no"])),
                      extra_support=c.maybe(0.8, c.one(["met", "unmet", "not-needed"])))
    return Record("review", c.maybe(0.7, feedback), id=name, household=c.household(), due=c.day(),
                  completed=c.maybe(0.7, c.day()))


def complaint(c, name):
    received = c.day()
    return Record("complaint", id=name, received=received,
                  from_=c.one(["carer", "child", "parent", "other"]), closed=c.later(received),
                  outcome=c.maybe(0.7, c.one("upheld partly-upheld not-upheld withdrawn".split())))


def recruitment_event(c, name):
    return Record("recruitment-event", id=name, date=c.day(), type=c.one(
        "information-event supermarket-stall community-stall local-event".split()))


def training_event(c, name):
    return Record("training-event", id=name, date=c.day(), topic=c.one(TOPICS),
                  places=c.maybe(0.5, c.whole(20)), attended=c.maybe(0.7, c.whole(999999)))


def post(c, name):
    begun = c.day()
    return Record("post", id=name, team=c.one(oracle.TEAMS), role=c.one(oracle.ROLES),
                  fte=c.decimal(), headcount=c.whole(), from_=begun, to=c.later(begun, 0.4),
                  vacant=c.maybe(0.4, c.one(["true", "false"])))


KINDS = [household, enquiry, child, staying_put, viability, kinship, independent, panel_case,
         allegation, review, complaint, recruitment_event, training_event, post]


def make_records(c):
    """Some records of most kinds, a few of them twice, in any order."""
    records = []
    absent = c.one([0, 0, 0.3, 0.8])
    for kind in KINDS:
        if c.likely(absent):
            continue
        count = c.one([0, 3, 15, 40] if kind in (enquiry, child) else [0, 1, 3, 8, 20])
        if kind is household:
            records += [household(c, name) for name in c.ids if c.likely(0.8)]
        else:
            records += [kind(c, f"{number}{c.one(STRANGE)}") for number in range(count)]
    records += [c.one(records) for _ in range(c.one([0, 1, 5])) if records]
    c.random.shuffle(records)
    return records


# --- writing ---------------------------------------------------------------------------------

class Writer:
    """One file, in one of the many ways to write the same extract."""

    def __init__(self, c):
        self.c = c
        self.prefix = c.one(["", "", "h:", "x-1.é:"])
        self.break_ = c.one(["\n", "\n", "\r\n", "", " "])
        self.odd = c.one([0, 0.02, 0.3])

    def text(self, records):
        c = self.c
        head = c.one(['', '<?xml version="1.0"?>', '\ufeff<?xml version="1.0" encoding="UTF-8"?>',
                      "<?xml version='1.0' encoding='utf-8' standalone='yes'?>"])
        inside = self.break_.join(self.noise() + self.element(r) for r in records)
        declared = f'xmlns:{self.prefix[:-1]}' if self.prefix else 'xmlns'
        name = self.prefix + "extract"
        tail = c.one(["", "\n", "<!-- the end -->\n\n", "<?end?>"])
        return (f'{head}{self.comment()}<{name} {declared}="{NAMESPACE}" '
                f'{self.attributes(self.root_facts())}>{inside}{self.noise()}</{name}>{tail}')

    def root_facts(self):
        early = f"{self.c.end}T23:59:59Z"  # a warning only
        facts = {"authority": AUTHORITY, "source": "system " + self.c.one(STRANGE),
                 "generated": self.c.one([early, f"{self.c.end.year}-04-30T00:00:00Z"])}
        if self.c.likely(0.4):
            names = [name for name in RECORD_NAMES if self.c.likely(self.c.one([0.1, 0.4]))]
            facts["covers"] = self.c.one([" ", "  "]).join(names) or "post"
        return facts

    def element(self, record):
        facts = dict(record.facts)
        if self.c.likely(self.odd):
            facts[self.c.one(["note", "colour", "idea", "xmlish"])] = self.c.one(STRANGE)
        name, redeclared = self.prefix + record.name, ""
        if not self.prefix and self.c.likely(self.odd):
            name, redeclared = "own:" + record.name, f' xmlns:own="{NAMESPACE}"'
        head = f"<{name}{redeclared} {self.attributes(facts)}"
        if not record.children and self.c.likely(0.6):
            return head + self.c.one(["/>", " />", f"></{name}>", f">{self.noise()}</{name}\n>"])
        inside = "".join(self.noise() + self.element(r) for r in record.children)
        return f"{head}>{inside}{self.noise()}</{name}>"

    def attributes(self, facts):
        items = list(facts.items())
        self.c.random.shuffle(items)
        written = [self.attribute(key, value) for key, value in items]
        if self.c.likely(self.odd):
            written.append(self.c.one(['xml:lang="cy"', 'f:id="1" xmlns:f="urn:f"',
                                       'xmlns:unused="urn:u"', "xml:space='preserve'"]))
        return self.c.one([" ", "  ", "\n\t"]).join(written)

    def attribute(self, key, value):
        quote = self.c.one("\"'")
        value = escape(value, {quote: "&quot;" if quote == '"' else "&apos;", "\t": "&#9;"})
        if value and value[0].isalnum() and self.c.likely(self.odd):
            value = f"&#x{ord(value[0]):x};" + value[1:]
        return f"{key}{self.c.one(['=', ' = '])}{quote}{value}{quote}"

    def comment(self):
        return self.c.one(["", "\n", "<!-- <enquiry/> & -->", "<?a b?>\n"])

    def noise(self):
        """What says nothing: space, comments, other people's elements with all they hold."""
        if not self.c.likely(self.odd):
            return self.break_
        inner = f'<x xmlns="{NAMESPACE}" id="1"/>text &amp; more<post xmlns="{NAMESPACE}"/>'
        return self.c.one([
            "<!-- a comment -->", "<![CDATA[ \n]]>", "<?pi <post/>?>", " \t\r\n", "&#32;&#10;",
            f'<f:thing xmlns:f="urn:foreign" a="1">{inner}</f:thing>',
            f'<thing xmlns="urn:foreign">{inner}<y/></thing>', '<o:e xmlns:o="urn:o"/>'])


def write_file(path, text):
    data = text.encode()
    if path.endswith(".gz"):
        data = gzip.compress(data, mtime=0)
    with open(path, "wb") as file:
        file.write(data)


def write_folder(seed, label, folder):
    """Extracts of one to four files, and at times what else a folder may hold."""
    c = Chooser(seed, label)
    os.makedirs(folder, exist_ok=True)
    records = make_records(c)
    names = c.random.sample(["a.xml", "B.xml", "b.xml.gz", "z-9.xml", "é.xml", "a.xml.gz", "0.xml",
                             "two words.xml"], c.one([1, 1, 2, 3, 4]))
    shares = [[] for _ in names]
    for record in records:
        c.one(shares).append(record)
    for name, share in zip(names, shares):
        write_file(os.path.join(folder, name), Writer(c).text(share))
    if c.likely(0.1):
        write_file(os.path.join(folder, "notes.txt"), "not <read")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--year", default="2024-25")
    options = parser.parse_args()
    write_folder(options.seed, options.year, options.out)


if __name__ == "__main__":
    main()
