#!/usr/bin/env python3
"""A second reading of the contract: the 252 measures of a folder of extracts, computed plainly.

    oracle.py FOLDER YEAR [--authority CODE] [--name NAME]

Prints what `hearth measures --format json` must print. It takes valid input for granted and is
written to be compared with the contract line by line: no sharing with the program, no cleverness.
"""
import argparse
import calendar
import gzip
import json
import os
from datetime import date
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree

NAMESPACE = "{urn:hearth:extract:1}"
ROWS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "measures.tsv")

SOURCES = ("internet previous-enquiry facebook carer-recommendation recruitment-event "
           "word-of-mouth advertising not-given other").split()
CLOSED_REASONS = ("personal-reasons language-barrier space-or-housing availability "
                  "not-meeting-service-needs known-information financial other").split()
CATEGORIES = ("enhanced short-term permanence respite short-breaks emergency "
              "fostering-for-adoption").split()
END_REASONS = ("retirement resignation moved-agency de-registered special-guardianship adoption "
               "staying-put other").split()
ETHNICITIES = "white mixed asian black other not-known".split()
PLACEMENTS = ("foster kinship-foster placed-for-adoption with-parents childrens-home residential "
              "semi-independent supported-accommodation secure temporary other").split()
UNPLANNED = "carer-request child-request allegation standards-of-care approval-removed".split()
ORDERS = ("special-guardianship long-term-fostering placement-with-parents "
          "child-arrangements").split()
CASE_TYPES = ("mainstream-approval kinship-approval first-annual-review "
              "review-following-concerns de-registration regulation-25").split()
TEAMS = ("management recruitment kinship-assessment supervision-support reviewing panel "
         "family-support").split()
ROLES = ("service-manager team-manager social-worker viability-worker child-care-support-worker "
         "marketing-officer enquiries-officer reviewing-officer panel-adviser therapist "
         "administrator other").split()


# --- reading ---------------------------------------------------------------------------------

def read_root(path):
    opened = gzip.open(path) if path.endswith(".gz") else open(path, "rb")
    with opened as file:
        return ElementTree.parse(file).getroot()


def read_records(folder):
    """The records by element name, files in byte order of their names, one for each id; and the
    element names of which an extract says that it hands over all there were."""
    records, covered = {}, set()
    for name in sorted(os.listdir(os.fsencode(folder))):
        if not name.endswith((b".xml", b".xml.gz")):
            continue
        root = read_root(os.path.join(folder, os.fsdecode(name)))
        covered.update(root.get("covers", "").split())
        for record in root:
            if isinstance(record.tag, str) and record.tag.startswith(NAMESPACE):
                kind = records.setdefault(record.tag[len(NAMESPACE):], {})
                kind.setdefault(record.get("id"), record)
    return records, covered


class Extract:
    def __init__(self, folder, label):
        start_year = int(label[:4])
        self.start = date(start_year, 4, 1)
        self.end = date(start_year + 1, 3, 31)
        self.records, self.covered = read_records(folder)

    def all(self, kind):
        return list(self.records.get(kind, {}).values())

    def tells_of(self, kind):
        """Whether there are records of the kind, or it is said that there were none."""
        return kind in self.records or kind in self.covered

    def within(self, day):
        """In the period: from its first day to its last, both included."""
        return day is not None and self.start <= day <= self.end

    def by_end(self, day):
        return day is not None and day <= self.end

    def open(self, begun, ended):
        """Open on the last day of the period: what ends on that day is not."""
        return begun is not None and begun <= self.end and (ended is None or ended > self.end)


def children(record, name):
    return record.findall(NAMESPACE + name)


def child(record, name):
    return record.find(NAMESPACE + name)


def day(element, attribute):
    """The date of an attribute; None when the attribute, or the whole element, is absent."""
    text = None if element is None else element.get(attribute)
    return None if text is None else date.fromisoformat(text)


def earliest(elements, attribute):
    """Of equal dates the first as written is the earliest."""
    found = None
    for element in elements:
        if found is None or day(element, attribute) < day(found, attribute):
            found = element
    return found


def latest(elements, attribute):
    """Of equal dates the last as written is the latest."""
    found = None
    for element in elements:
        if found is None or day(element, attribute) >= day(found, attribute):
            found = element
    return found


def age(born, on):
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def count_each(measures, prefix, words, values):
    for word in words:
        measures[prefix + word] = sum(1 for value in values if value == word)


# --- recruitment -----------------------------------------------------------------------------

def measure_enquiries(extract, m):
    received = [e for e in extract.all("enquiry") if extract.within(day(e, "received"))]
    m["enquiries.total"] = len(received)
    count_each(m, "enquiries.source.", SOURCES, [e.get("source") for e in received])
    m["enquiries.not_applied"] = sum(
        1 for e in received if not extract.by_end(day(child(e, "application"), "received")))


def measure_applications(extract, m):
    applied = [e for e in extract.all("enquiry")
               if extract.within(day(child(e, "application"), "received"))]
    m["applications.total"] = len(applied)
    m["applications.per_enquiry"] = (len(applied), m["enquiries.total"])
    m["applications.closed_before_visit"] = sum(
        1 for e in applied
        if not extract.by_end(day(child(e, "initial-visit"), "date"))
        and extract.by_end(day(child(e, "closed"), "date")))


def measure_visits(extract, m):
    visited = [e for e in extract.all("enquiry")
               if extract.within(day(child(e, "initial-visit"), "date"))]
    progressed = [e for e in visited if extract.by_end(day(child(e, "assessment"), "started"))]
    rest = [e for e in visited if e not in progressed]
    closed = [e for e in rest if extract.by_end(day(child(e, "closed"), "date"))]
    m["visits.total"] = len(visited)
    m["visits.progressed"] = len(progressed)
    m["visits.closed"] = len(closed)
    m["visits.open"] = len(rest) - len(closed)
    count_each(m, "visits.closed.reason.", CLOSED_REASONS,
               [child(e, "closed").get("reason", "other") for e in closed])


def measure_assessments(extract, m):
    assessments = [child(e, "assessment") for e in extract.all("enquiry")]
    started = sum(1 for a in assessments if extract.within(day(a, "started")))
    m["assessments.started"] = started
    m["assessments.completed"] = sum(1 for a in assessments if extract.within(day(a, "completed")))
    m["assessments.per_application"] = (started, m["applications.total"])


def first_approval(household):
    return earliest(children(household, "approval"), "date")


def measure_approvals(extract, m):
    households = [h for h in extract.all("household") if h.get("type") != "kinship"
                  and extract.within(day(first_approval(h), "date"))]
    firsts = [first_approval(h) for h in households]
    enhanced = [a for a in firsts if a.get("category") == "enhanced"]
    mainstream = [a for a in firsts if a.get("category") != "enhanced"]
    siblings = [int(a.get("siblings", "0")) for a in firsts]
    m["approvals.total"] = len(firsts)
    m["approvals.per_assessment"] = (len(firsts), m["assessments.started"])
    count_each(m, "approvals.category.", CATEGORIES, [a.get("category") for a in firsts])
    m["approvals.mainstream"] = len(mainstream)
    m["approvals.mainstream.places"] = sum(int(a.get("places")) for a in mainstream)
    m["approvals.enhanced.places"] = sum(int(a.get("places")) for a in enhanced)
    m["approvals.siblings.total"] = sum(1 for s in siblings if s >= 2)
    m["approvals.siblings.two"] = sum(1 for s in siblings if s == 2)
    m["approvals.siblings.three_or_more"] = sum(1 for s in siblings if s >= 3)
    m["approvals.ages.0-10"] = sum(1 for a in firsts if int(a.get("age-from")) < 10)
    m["approvals.ages.10-18"] = sum(1 for a in firsts if int(a.get("age-to")) > 10)
    measure_timeliness(extract, m, households)


def eight_months_after(start):
    month = start.month + 8
    year, month = (start.year + 1, month - 12) if month > 12 else (start.year, month)
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def applications_for(extract, household):
    """When the enquiries whose approval names the household had their applications."""
    days = []
    for enquiry in extract.all("enquiry"):
        approval = child(enquiry, "approval")
        applied = day(child(enquiry, "application"), "received")
        if approval is not None and applied and approval.get("household") == household.get("id"):
            days.append(applied)
    return days


def measure_timeliness(extract, m, households):
    timed = within = 0
    for household in households:
        applied = applications_for(extract, household)
        if applied:
            timed += 1
            if day(first_approval(household), "date") <= eight_months_after(min(applied)):
                within += 1
    m["approvals.timed"] = timed
    m["approvals.within_eight_months"] = within
    m["approvals.within_eight_months.rate"] = (within, timed)


def measure_incentives(extract, m):
    given = [i.get("type") for h in extract.all("household") for i in children(h, "incentive")
             if extract.within(day(i, "date"))]
    count_each(m, "incentives.", ["golden-hello", "referral-reward"], given)


def measure_events(extract, m):
    types = [e.get("type") for e in extract.all("recruitment-event")
             if extract.within(day(e, "date"))]
    m["events.total"] = len(types)
    count_each(m, "events.", "information-event supermarket-stall community-stall "
               "local-event".split(), types)


# --- households ------------------------------------------------------------------------------

def approved_day(household):
    """The earlier of `approved` and the earliest approval; None: it never was."""
    days = [day(household, "approved"), day(first_approval(household), "date")]
    return min((d for d in days if d is not None), default=None)


def open_households(extract):
    return [h for h in extract.all("household")
            if extract.open(approved_day(h), day(h, "ended"))]


def latest_approval(extract, household):
    return latest([a for a in children(household, "approval") if extract.by_end(day(a, "date"))],
                  "date")


def places_of(extract, households):
    approvals = [latest_approval(extract, h) for h in households]
    return sum(int(a.get("places")) for a in approvals if a is not None)


def on_hold(extract, household):
    return any(extract.open(day(hold, "from"), day(hold, "to"))
               for hold in children(household, "hold"))


def measure_households(extract, m):
    households = open_households(extract)
    types = [h.get("type") for h in households]
    latests = [latest_approval(extract, h) for h in households]
    m["households.total"] = len(households)
    m["households.mainstream"] = types.count("mainstream")
    m["households.kinship"] = types.count("kinship")
    m["households.other"] = len(types) - types.count("mainstream") - types.count("kinship")
    m["households.enhanced"] = sum(
        1 for a in latests if a is not None and a.get("category") == "enhanced")
    m["households.on_hold"] = sum(1 for h in households if on_hold(extract, h))
    measure_movement(extract, m)


def measure_movement(extract, m):
    approved = [h for h in extract.all("household") if approved_day(h) is not None]
    left = [h for h in approved if extract.within(day(h, "ended"))]
    m["households.joined"] = sum(1 for h in approved if extract.within(approved_day(h)))
    m["households.left"] = len(left)
    count_each(m, "households.left.reason.", END_REASONS,
               [h.get("end-reason", "other") for h in left])
    m["households.net_change"] = m["households.joined"] - m["households.left"]


def measure_places(extract, m):
    households = open_households(extract)
    ids = {h.get("id") for h in households}
    own = [e for _, e in counted_children(extract) if is_own_fostering(e)]
    m["places.approved"] = places_of(extract, households)
    m["places.on_hold"] = places_of(extract, [h for h in households if on_hold(extract, h)])
    m["places.filled"] = sum(1 for e in own if e.get("household") in ids)
    m["places.occupancy"] = (m["places.filled"], m["places.approved"])


def age_band(born, on):
    if born is None:
        return "not-known"
    years = age(born, on)
    if years < 30:
        return "under-30"
    if years >= 70:
        return "70-and-over"
    return f"{years // 10 * 10}-{years // 10 * 10 + 9}"


def measure_carers(extract, m):
    carers = [c for h in open_households(extract) for c in children(h, "carer")]
    m["carers.total"] = len(carers)
    count_each(m, "carers.age.",
               "under-30 30-39 40-49 50-59 60-69 70-and-over not-known".split(),
               [age_band(day(c, "dob"), extract.end) for c in carers])
    count_each(m, "carers.ethnicity.", ETHNICITIES,
               [c.get("ethnicity", "not-known") for c in carers])


# --- children --------------------------------------------------------------------------------

def counted_episode(extract, record):
    """The episode by which a child counts as looked after on the last day, or None."""
    found = None
    for episode in children(record, "episode"):
        if episode.get("placement") == "short-break-series":
            continue
        if not extract.open(day(episode, "from"), day(episode, "to")):
            continue
        if found is None or order_key(episode) >= order_key(found):
            found = episode
    return found


def order_key(episode):
    """By from, then by to; none is last."""
    return day(episode, "from"), day(episode, "to") or date.max


def counted_children(extract):
    pairs = [(c, counted_episode(extract, c)) for c in extract.all("child")]
    return [(c, e) for c, e in pairs if e is not None]


def is_fostering(episode):
    return episode.get("placement") in ("foster", "kinship-foster")


def is_own_fostering(episode):
    return is_fostering(episode) and episode.get("provider") == "own"


def measure_children(extract, m):
    counted = counted_children(extract)
    fostered = [(c, e) for c, e in counted if is_fostering(e)]
    own = [(c, e) for c, e in fostered if is_own_fostering(e)]
    types = {h.get("id"): h.get("type") for h in extract.all("household")}
    m["children.looked_after"] = len(counted)
    count_each(m, "children.placement.", PLACEMENTS, [e.get("placement") for _, e in counted])
    m["children.fostered"] = len(fostered)
    m["children.fostered.rate"] = (len(fostered), len(counted))
    m["children.fostered.own"] = len(own)
    m["children.fostered.own.rate"] = (len(own), len(fostered))
    m["children.fostered.kinship"] = m["children.placement.kinship-foster"]
    m["children.in_mainstream_or_kinship"] = sum(
        1 for _, e in own if types.get(e.get("household")) in ("mainstream", "kinship"))
    count_each(m, "children.fostered.own.ethnicity.", ETHNICITIES,
               [c.get("ethnicity", "not-known") for c, _ in own])
    m["children.permanence_planned"] = sum(
        1 for c, _ in own if any(extract.by_end(day(p, "date")) for p in children(c, "permanence")))


def placements_of(record):
    """The child's placements, each the list of its episodes, in order of time."""
    episodes = [e for e in children(record, "episode")
                if e.get("placement") not in ("temporary", "short-break-series")
                and day(e, "to") != day(e, "from")]
    placements = []
    for episode in sorted(episodes, key=order_key):  # stable: else as written
        if placements and same_placement(placements[-1][-1], episode):
            placements[-1].append(episode)
        else:
            placements.append([episode])
    return placements


def same_placement(one, other):
    if one.get("household") is None and other.get("household") is None:
        return (one.get("placement") == other.get("placement")
                and one.get("provider") == other.get("provider"))
    return one.get("household") == other.get("household")


def has_night(extract, episode):
    """A night belongs to the date it begins on, so the day of the end has none."""
    begun, ended = order_key(episode)
    return begun <= extract.end and ended > extract.start


def measure_stability(extract, m):
    moved = 0
    counted = counted_children(extract)
    for record, _ in counted:
        nights = [p for p in placements_of(record) if any(has_night(extract, e) for e in p)]
        moved += len(nights) >= 3
    m["children.three_or_more_placements"] = moved
    m["children.three_or_more_placements.rate"] = (moved, len(counted))


def measure_distance(extract, m):
    miles = [Decimal(e.get("distance-miles")) for _, e in counted_children(extract)
             if e.get("distance-miles") is not None]
    near = sum(1 for d in miles if d <= 20)
    m["children.within_20_miles"] = near
    m["children.within_20_miles.rate"] = (near, len(miles))


def measure_endings(extract, m):
    ended = [e for c in extract.all("child") for e in children(c, "episode")
             if is_own_fostering(e) and extract.within(day(e, "to"))
             and e.get("reason") is not None]
    unplanned = sum(1 for e in ended if e.get("reason") in UNPLANNED)
    m["placements.ended"] = len(ended)
    m["placements.unplanned"] = unplanned
    m["placements.unplanned.rate"] = (unplanned, len(ended))


def measure_ceased(extract, m):
    lasts = [latest([c for c in children(record, "ceased") if extract.within(day(c, "date"))],
                    "date") for record in extract.all("child")]
    lasts = [c for c in lasts if c is not None]
    guardians = [c for c in lasts if c.get("reason") == "special-guardianship"]
    m["children.ceased"] = len(lasts)
    m["sgo.total"] = len(guardians)
    count_each(m, "sgo.carer.", "kinship-foster mainstream-foster relative other".split(),
               [c.get("carer", "other") for c in guardians])
    m["sgo.rate"] = (len(guardians), len(lasts))


# --- kinship ---------------------------------------------------------------------------------

def completed_in_period(extract, kind):
    return [a for a in extract.all(kind) if extract.within(day(a, "completed"))]


def measure_viability(extract, m):
    done = completed_in_period(extract, "viability-assessment")
    m["kinship.viability.total"] = len(done)
    count_each(m, "kinship.viability.context.",
               "pre-proceedings proceedings fostering-only private-order".split(),
               [a.get("context") for a in done])
    count_each(m, "kinship.viability.outcome.",
               "positive negative not-needed not-engaged withdrew".split(),
               [a.get("outcome") for a in done])


def count_orders(m, prefix, assessments):
    orders = [a.get("order", "pending") for a in assessments if a.get("outcome") == "positive"]
    count_each(m, prefix, ORDERS + ["pending"], orders)


def measure_kinship(extract, m):
    done = completed_in_period(extract, "kinship-assessment")
    m["kinship.assessments.total"] = len(done)
    count_each(m, "kinship.assessments.outcome.", "positive negative withdrew not-needed".split(),
               [a.get("outcome") for a in done])
    m["kinship.assessments.open"] = sum(
        1 for a in extract.all("kinship-assessment")
        if extract.open(day(a, "started"), day(a, "completed")))
    count_orders(m, "kinship.assessments.order.", done)


def measure_independent(extract, m):
    done = completed_in_period(extract, "independent-assessment")
    m["kinship.independent.total"] = len(done)
    count_each(m, "kinship.independent.outcome.", "positive negative withdrew".split(),
               [a.get("outcome") for a in done])
    count_orders(m, "kinship.independent.order.", done)


# --- panel and safeguarding ------------------------------------------------------------------

def deciding_hearing(case):
    return earliest([h for h in children(case, "hearing") if h.get("outcome") != "deferred"],
                    "date")


def count_cases(extract, m, prefix, cases):
    heard = [h for h in map(deciding_hearing, cases) if extract.within(day(h, "date"))]
    m[prefix + "heard"] = len(heard)
    count_each(m, prefix, ["positive", "negative"], [h.get("outcome") for h in heard])
    m[prefix + "deferred"] = sum(
        1 for case in cases for h in children(case, "hearing")
        if h.get("outcome") == "deferred" and extract.within(day(h, "date")))


def measure_panel(extract, m):
    cases = extract.all("panel-case")
    for kind in CASE_TYPES:
        count_cases(extract, m, f"panel.{kind}.", [c for c in cases if c.get("type") == kind])
    count_cases(extract, m, "panel.total.", cases)
    heard = [c for c in cases if extract.within(day(deciding_hearing(c), "date"))]
    m["panel.de-registration.conflictual"] = sum(
        1 for c in heard if c.get("type") == "de-registration" and c.get("conflictual") == "true")
    m["panel.meetings"] = len({day(h, "date") for c in cases for h in children(c, "hearing")
                               if extract.within(day(h, "date"))})
    decided = [c for c in heard if child(c, "decision") is not None]
    followed = sum(1 for c in decided
                   if child(c, "decision").get("outcome") == deciding_hearing(c).get("outcome"))
    m["panel.decided"] = len(decided)
    m["panel.followed"] = followed
    m["panel.followed.rate"] = (followed, len(decided))


def outcome_by_end(extract, record):
    """The outcome as it stood at the end of the period: open when there was none yet."""
    closed = day(record, "closed")
    if record.get("outcome") is None or (closed is not None and closed > extract.end):
        return "open"
    return record.get("outcome")


def measure_allegations(extract, m):
    referred = [a for a in extract.all("allegation") if extract.within(day(a, "referred"))]
    met = [a for a in referred if a.get("threshold") == "met"]
    m["allegations.total"] = len(referred)
    m["allegations.households"] = len({a.get("household") for a in referred})
    m["allegations.threshold_not_met"] = len(referred) - len(met)
    m["allegations.threshold_met"] = len(met)
    count_each(m, "allegations.outcome.",
               "unfounded unsubstantiated substantiated malicious open".split(),
               [outcome_by_end(extract, a) for a in met])


def measure_reviews(extract, m):
    due = [r for r in extract.all("review") if extract.within(day(r, "due"))]
    done = [r for r in due if extract.by_end(day(r, "completed"))]
    on_time = [r for r in done if day(r, "completed") <= day(r, "due")]
    m["reviews.due"] = len(due)
    m["reviews.on_time"] = len(on_time)
    m["reviews.on_time.rate"] = (len(on_time), len(due))
    m["reviews.late"] = len(done) - len(on_time)
    m["reviews.overdue"] = len(due) - len(done)
    measure_feedback(extract, m)


def measure_feedback(extract, m):
    completed = completed_in_period(extract, "review")
    feedback = [f for r in completed for f in children(r, "feedback")]
    supported = [f.get("supported") for f in feedback]
    extra = [f.get("extra-support") for f in feedback]
    yes, met = supported.count("yes"), extra.count("met")
    m["reviews.completed"] = len(completed)
    m["reviews.supported.rate"] = (yes, yes + supported.count("no"))
    m["reviews.extra_support_met.rate"] = (met, met + extra.count("unmet"))


def measure_staying_put(extract, m):
    arrangements = extract.all("staying-put")
    still = [a for a in arrangements if extract.open(day(a, "started"), day(a, "ended"))]
    ages = [age(day(a, "dob"), extract.end) for a in still]
    m["staying_put.total"] = len(still)
    for years in (18, 19, 20):
        m[f"staying_put.age.{years}"] = ages.count(years)
    m["staying_put.age.other"] = sum(1 for years in ages if years not in (18, 19, 20))
    m["staying_put.started"] = sum(1 for a in arrangements if extract.within(day(a, "started")))
    m["staying_put.ended"] = sum(1 for a in arrangements if extract.within(day(a, "ended")))


# --- the service -----------------------------------------------------------------------------

def measure_complaints(extract, m):
    received = [c for c in extract.all("complaint") if extract.within(day(c, "received"))]
    m["complaints.total"] = len(received)
    count_each(m, "complaints.from.", "carer child parent other".split(),
               [c.get("from") for c in received])
    count_each(m, "complaints.outcome.",
               "upheld partly-upheld not-upheld withdrawn open".split(),
               [outcome_by_end(extract, c) for c in received])


def measure_training(extract, m):
    events = [e for e in extract.all("training-event") if extract.within(day(e, "date"))]
    m["training.total"] = len(events)
    m["training.attended"] = sum(int(e.get("attended", "0")) for e in events)
    m["training.allegations"] = sum(1 for e in events if e.get("topic") == "allegations")


def measure_staff(extract, m):
    posts = [p for p in extract.all("post") if extract.open(day(p, "from"), day(p, "to"))]
    filled = [p for p in posts if p.get("vacant") != "true"]
    m["staff.fte"] = total_fte(filled)
    m["staff.headcount"] = sum(int(p.get("headcount")) for p in filled)
    m["staff.vacancies"] = sum(int(p.get("headcount")) for p in posts if p.get("vacant") == "true")
    for team in TEAMS:
        m[f"staff.team.{team}.fte"] = total_fte([p for p in filled if p.get("team") == team])
    for role in ROLES:
        m[f"staff.role.{role}"] = sum(
            int(p.get("headcount")) for p in filled if p.get("role") == role)


def total_fte(posts):
    return sum((Decimal(p.get("fte")) for p in posts), Decimal(0))


# --- what is not available ---------------------------------------------------------------------

# The records that a measure counts, by how its name begins: the longest beginning holds.
COUNTED_FROM = {
    "enquiries": "enquiry", "applications": "enquiry", "visits": "enquiry",
    "assessments": "enquiry", "approvals": "household",
    "approvals.per_assessment": "household enquiry",
    "approvals.timed": "household enquiry",  # the household's application
    "approvals.within_eight_months": "household enquiry",
    "incentives": "household", "events": "recruitment-event", "households": "household",
    "places": "household",
    "places.filled": "child household",  # in a household that is approved
    "places.occupancy": "child household",
    "carers": "household", "children": "child",
    "children.in_mainstream_or_kinship": "child household",  # by the household's type
    "placements": "child", "sgo": "child", "kinship.viability": "viability-assessment",
    "kinship.assessments": "kinship-assessment", "kinship.independent": "independent-assessment",
    "panel": "panel-case", "allegations": "allegation", "reviews": "review",
    "staying_put": "staying-put", "complaints": "complaint", "training": "training-event",
    "staff": "post"}


def counted_from(measure):
    beginning = max((b for b in COUNTED_FROM if (measure + ".").startswith(b + ".")), key=len)
    return COUNTED_FROM[beginning].split()


def is_available(extract, measure):
    return all(extract.tells_of(kind) for kind in counted_from(measure))


# --- printing --------------------------------------------------------------------------------

STEPS = (measure_enquiries, measure_applications, measure_visits, measure_assessments,
         measure_approvals, measure_incentives, measure_events, measure_households,
         measure_carers, measure_children, measure_stability, measure_distance, measure_endings,
         measure_ceased, measure_places, measure_viability, measure_kinship, measure_independent,
         measure_panel, measure_allegations, measure_reviews, measure_staying_put,
         measure_complaints, measure_training, measure_staff)


def percent(numerator, denominator):
    """One decimal, halves away from zero, from the exact quotient; no rate here is negative."""
    tenths = int(Fraction(numerator * 1000, denominator) + Fraction(1, 2))
    return Decimal(tenths) / 10


def plain(number):
    """A decimal without exponent or trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def declared_measures():
    with open(ROWS, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t")[:2] for line in file][1:]


def printed(value, unit):
    if value is None:
        return f'{{"value":null,"unit":"{unit}","reason":"no-records"}}'
    if unit == "percent":
        numerator, denominator = value
        shown = f"{percent(numerator, denominator):.1f}" if denominator else "null"
        return (f'{{"value":{shown},"unit":"percent",'
                f'"numerator":{numerator},"denominator":{denominator}}}')
    return f'{{"value":{plain(Decimal(value))},"unit":"{unit}"}}'


def measures_json(folder, label, code="E06000016", name="Leicester City Council"):
    extract = Extract(folder, label)
    values = {}
    for step in STEPS:
        step(extract, values)
    rows = declared_measures()
    assert {measure for measure, _ in rows} == set(values), set(values) ^ {r[0] for r in rows}
    values = {measure: value if is_available(extract, measure) else None
              for measure, value in values.items()}
    lines = ",\n".join(f'   "{measure}":{printed(values[measure], unit)}' for measure, unit in rows)
    authority = json.dumps({"code": code, "name": name}, separators=(",", ":"))
    period = json.dumps({"label": label, "start": str(extract.start), "end": str(extract.end)},
                        separators=(",", ":"))
    return f'{{"authority":{authority},\n "period":{period},\n "measures":{{\n{lines}}}}}\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder")
    parser.add_argument("year")
    parser.add_argument("--authority", default="E06000016")
    parser.add_argument("--name", default="Leicester City Council")
    options = parser.parse_args()
    print(measures_json(options.folder, options.year, options.authority, options.name), end="")


if __name__ == "__main__":
    main()
