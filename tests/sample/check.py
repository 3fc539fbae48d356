#!/usr/bin/env python3
"""Checks that the sample's records fit together, in what the contract warns of and what it cannot say,
that earlier years come out as published, and that the extracts are what generate.py writes.

    check.py

Prints each misfit; exit status 1 if there is any.
"""
import filecmp
import os
import sys
import tempfile
from datetime import date

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "contract"))

import generate
import oracle
import recruitment

KINDS = ("enquiry household child staying-put viability-assessment kinship-assessment "
         "independent-assessment panel-case allegation review complaint recruitment-event "
         "training-event post").split()
LAST = date.max


def span(element, first="from", last="to"):
    return oracle.day(element, first), oracle.day(element, last) or LAST


def overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


class Sample:
    def __init__(self, folder):
        self.extract = oracle.Extract(folder, "2024-25")
        self.households = {h.get("id"): h for h in self.extract.all("household")}

    def misfits(self):
        for kind in KINDS:
            if not self.extract.all(kind):
                yield f"no {kind}"
        for check in (self.references, self.children, self.homes, self.approvals, self.dates,
                      self.young_people):
            yield from check()

    def references(self):
        for kind in ("panel-case", "allegation", "review", "staying-put"):
            for record in self.extract.all(kind):
                named = record.get("household")
                if named is not None and named not in self.households:
                    yield f"{record.get('id')}: no household {named}"

    def children(self):
        for record in self.extract.all("child"):
            episodes = oracle.children(record, "episode")
            for number, one in enumerate(episodes):
                for other in episodes[number + 1:]:
                    if overlap(span(one), span(other)):
                        yield f"{record.get('id')}: in two placements"
            if any(begin > end for begin, end in map(span, episodes)):
                yield f"{record.get('id')}: a placement ended before it began"
            if any(begin < oracle.day(record, "dob") for begin, _ in map(span, episodes)):
                yield f"{record.get('id')}: placed before birth"
            for ceased in oracle.children(record, "ceased"):
                day = oracle.day(ceased, "date")
                if any(begin < day < end for begin, end in map(span, episodes)):
                    yield f"{record.get('id')}: ceased within a placement"

    def stays(self):
        """The time of each child in a household of the council's own."""
        stays = {}
        for record in self.extract.all("child"):
            for episode in oracle.children(record, "episode"):
                if oracle.is_own_fostering(episode):
                    if episode.get("household") not in self.households:
                        yield None, f"{record.get('id')}: own placement without a household"
                        continue
                    stays.setdefault(episode.get("household"), []).append((span(episode), episode))
        yield stays, None

    def homes(self):
        stays = {}
        for found, misfit in self.stays():
            stays = found or stays
            if misfit:
                yield misfit
        for name, held in stays.items():
            yield from self.home(self.households[name], held)

    def home(self, household, held):
        name, end = household.get("id"), oracle.day(household, "ended") or LAST
        approved = oracle.approved_day(household)
        places = min(int(a.get("places")) for a in oracle.children(household, "approval"))
        holds = [span(h) for h in oracle.children(household, "hold")]
        for time, episode in held:
            if approved is None or time[0] < approved or time[1] > end:
                yield f"{name}: a child outside its approval"
            if any(overlap(time, hold) for hold in holds):
                yield f"{name}: a child while on hold"
            if sum(1 for other, _ in held if other[0] <= time[0] < other[1]) > places:
                yield f"{name}: more children than places"
            kinship = episode.get("placement") == "kinship-foster"
            if kinship != (household.get("type") == "kinship"):
                yield f"{name}: a {episode.get('placement')} placement"

    def approvals(self):
        named = {oracle.child(e, "approval").get("household"): e
                 for e in self.extract.all("enquiry") if oracle.child(e, "approval") is not None}
        heard = {c.get("household") for c in self.extract.all("panel-case")
                 if c.get("type").endswith("-approval")}
        for name, household in self.households.items():
            approved = oracle.approved_day(household)
            if approved is None or approved < date(2021, 4, 1):
                continue
            if household.get("type") != "kinship" and name not in named:
                yield f"{name}: approved without an enquiry"
            if name not in heard:
                yield f"{name}: approved without a panel"
        for name, enquiry in named.items():
            if oracle.day(oracle.child(enquiry, "assessment"), "completed") is None:
                yield f"{enquiry.get('id')}: approved without an assessment"

    def dates(self):
        for case in self.extract.all("panel-case"):
            decision = oracle.day(oracle.child(case, "decision"), "date")
            first = oracle.day(oracle.earliest(oracle.children(case, "hearing"), "date"), "date")
            if decision is not None and first > decision:
                yield f"{case.get('id')}: decided before it was heard"
        for kind, first, last in (("allegation", "referred", "closed"),
                                  ("complaint", "received", "closed"), ("post", "from", "to"),
                                  ("viability-assessment", "requested", "completed"),
                                  ("kinship-assessment", "started", "completed"),
                                  ("staying-put", "started", "ended")):
            for record in self.extract.all(kind):
                begun, ended = span(record, first, last)
                if begun > ended:
                    yield f"{record.get('id')}: ended before it began"
        yield from self.steps()

    def steps(self):
        for enquiry in self.extract.all("enquiry"):
            days = [oracle.day(enquiry, "received"),
                    oracle.day(oracle.child(enquiry, "application"), "received"),
                    oracle.day(oracle.child(enquiry, "initial-visit"), "date"),
                    oracle.day(oracle.child(enquiry, "assessment"), "started"),
                    oracle.day(oracle.child(enquiry, "assessment"), "completed")]
            days = [d for d in days if d is not None]
            if days != sorted(days):
                yield f"{enquiry.get('id')}: its steps are out of order"

    def young_people(self):
        for record in self.extract.all("staying-put"):
            begun, ended = span(record, "started", "ended")
            if oracle.age(oracle.day(record, "dob"), begun) < 18:
                yield f"{record.get('id')}: staying put too young"
            if begun <= self.extract.end < ended:
                if not 18 <= oracle.age(oracle.day(record, "dob"), self.extract.end) <= 20:
                    yield f"{record.get('id')}: staying put at another age"


def earlier_years():
    """The years before, as published; by the oracle, from the same extracts."""
    steps = (oracle.measure_enquiries, oracle.measure_applications, oracle.measure_assessments,
             oracle.measure_approvals)
    names = ("enquiries.total", "applications.total", "assessments.started", "approvals.total")
    for year, published in recruitment.PUBLISHED.items():
        label = f"{year}-{(year + 1) % 100:02}"
        measures = {}
        for step in steps:
            step(oracle.Extract(generate.FOLDER, label), measures)
        for name, figure in zip(names, published):
            if measures[name] != figure:
                yield f"{label}: {name} is {measures[name]}, published {figure}"


def written_anew():
    with tempfile.TemporaryDirectory(prefix="hearth-sample-") as folder:
        generate.write_all(folder)
        names = sorted(set(os.listdir(folder)) | set(os.listdir(generate.FOLDER)))
        same, _, _ = filecmp.cmpfiles(folder, generate.FOLDER, names, shallow=False)
        yield from (f"{name}: not what generate.py writes" for name in names if name not in same)


def main():
    found = list(Sample(generate.FOLDER).misfits()) + list(earlier_years()) + list(written_anew())
    print("".join(f"{line}\n" for line in found), end="")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
