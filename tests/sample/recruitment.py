"""Enquiries, and the way from each to an approval or to its close."""
from datetime import date

from chance import PANELS, after, financial_year, office_day, quota
from document import Element

# The published years: enquiries, applications, assessments started, approvals.
PUBLISHED = {2021: (157, 57, 29, 17), 2022: (79, 26, 25, 16), 2023: (52, 43, 25, 19)}

SOURCES = {"internet": 30, "previous-enquiry": 3, "facebook": 4, "carer-recommendation": 3,
           "recruitment-event": 12, "word-of-mouth": 2, "advertising": 2, "not-given": 1}
VISIT_REASONS = {"personal-reasons": 8, "language-barrier": 2, "space-or-housing": 2,
                 "availability": 1, "not-meeting-service-needs": 1, "known-information": 3,
                 "financial": 1}
DECLINING = ("not-meeting-service-needs", "known-information", "language-barrier")

# The 16 approved in 2024-25, day by day: enquiry, application, visit, assessment started and
# completed, first hearing, approval. Three were heard in March 2024. Four took longer than eight
# months: the first by a day. The fifth was approved on the last day allowed.
APPROVED = [tuple(date.fromisoformat(day) for day in row.split()) for row in (
    "2023-07-18 2023-08-01 2023-08-17 2023-09-18 2024-02-23 2024-03-19 2024-04-02",
    "2023-08-14 2023-09-01 2023-09-19 2023-10-16 2024-02-27 2024-03-19 2024-04-03",
    "2023-08-09 2023-08-31 2023-09-21 2023-10-30 2024-03-01 2024-03-19 2024-04-04",
    "2023-09-05 2023-09-22 2023-10-11 2023-11-27 2024-04-12 2024-05-07 2024-05-16",
    "2023-09-27 2023-10-13 2023-11-02 2023-12-11 2024-05-17 2024-06-04 2024-06-13",
    "2023-10-02 2023-10-16 2023-11-06 2024-01-08 2024-06-21 2024-07-16 2024-07-25",
    "2023-12-12 2024-01-05 2024-01-25 2024-04-08 2024-07-12 2024-08-06 2024-08-15",
    "2024-01-09 2024-01-24 2024-02-13 2024-04-15 2024-08-09 2024-09-03 2024-09-12",
    "2024-01-16 2024-01-31 2024-02-20 2024-04-22 2024-08-30 2024-09-17 2024-09-26",
    "2024-01-29 2024-02-09 2024-02-27 2024-05-13 2024-09-20 2024-10-15 2024-10-24",
    "2024-02-08 2024-02-22 2024-03-12 2024-04-29 2024-09-13 2024-10-01 2024-10-10",
    "2024-02-20 2024-03-06 2024-03-26 2024-05-20 2024-10-04 2024-10-15 2024-10-28",
    "2024-04-03 2024-04-12 2024-05-01 2024-06-03 2024-10-18 2024-11-05 2024-11-14",
    "2024-04-16 2024-04-29 2024-05-16 2024-06-24 2024-11-08 2024-12-03 2024-12-12",
    "2024-05-08 2024-05-23 2024-06-11 2024-07-15 2024-12-06 2025-01-07 2025-01-16",
    "2024-05-21 2024-06-03 2024-06-20 2024-08-05 2025-01-24 2025-02-18 2025-02-27")]

# Heard only after the period (the second not yet decided), then those still in assessment:
# enquiry, application, visit, assessment started, completed.
HEARD_LATER = [tuple(date.fromisoformat(day) for day in row.split()) for row in (
    "2024-06-12 2024-06-26 2024-07-10 2024-08-27 2025-02-28 2025-04-01 2025-04-10",
    "2024-07-02 2024-07-17 2024-08-05 2024-09-16 2025-03-14 2025-04-15")]
IN_ASSESSMENT = [tuple(date.fromisoformat(day) for day in row.split()) for row in (
    "2024-06-04 2024-06-19 2024-07-03 2024-08-12 2024-12-13",
    "2024-07-24 2024-08-08 2024-08-28 2024-10-07", "2024-08-29 2024-09-11 2024-09-30 2024-11-11",
    "2024-10-22 2024-11-08 2024-11-26 2025-01-13", "2024-12-03 2024-12-18 2025-01-09 2025-02-24")]


class Enquiry:
    def __init__(self, received, applied=None, visited=None, started=None, completed=None,
                 heard=None, approved=None):
        self.received, self.applied, self.visited = received, applied, visited
        self.started, self.completed = started, completed
        self.heard, self.approved = heard, approved
        self.closed = self.outcome = self.reason = None
        self.source = None
        self.household = None
        self.id = None

    def close(self, day, reason, outcome=None):
        self.closed, self.reason = day, reason
        self.outcome = outcome or ("declined" if reason in DECLINING else "withdrawn")
        return self

    def element(self):
        return Element(
            "enquiry",
            self.applied and Element("application", received=self.applied),
            self.visited and Element("initial-visit", date=self.visited),
            self.started and Element("assessment", started=self.started, completed=self.completed),
            self.closed and Element("closed", date=self.closed, outcome=self.outcome,
                                    reason=self.reason),
            self.household and Element("approval", household=self.household.id),
            id=self.id, received=self.received, source=self.source)


def approved_enquiries(chance, year, count):
    """Enquiries approved in a year before, written backwards from the panel's day."""
    dates = [d for d in PANELS if financial_year(after(d, 7)) == year
             and financial_year(after(d, 12)) == year]
    made = []
    for day in sorted(chance.one(dates) for _ in range(count)):
        completed = office_day(after(day, -chance.between(16, 28)))
        started = office_day(after(completed, -chance.between(95, 150)))
        visited = office_day(after(started, -chance.between(12, 35)))
        applied = office_day(after(visited, -chance.between(8, 20)))
        received = office_day(after(applied, -chance.between(3, 18)))
        approved = office_day(after(day, chance.between(9, 12)))
        made.append(Enquiry(received, applied, visited, started, completed, day, approved))
    return made


def random_reason(chance):
    return chance.weighted(VISIT_REASONS | {"other": 1, "financial": 2})


def unassessed(chance, first, last, visit):
    """An enquiry that applied and was closed, before a visit or after one."""
    received = chance.workday(first, after(last, -75))
    applied = office_day(after(received, chance.between(5, 20)))
    if not visit:
        closed = office_day(after(applied, chance.between(6, 25)))
        return Enquiry(received, applied).close(closed, random_reason(chance))
    visited = office_day(after(applied, chance.between(8, 25)))
    closed = office_day(after(visited, chance.between(4, 28)))
    return Enquiry(received, applied, visited).close(closed, random_reason(chance))


def abandoned(chance, year):
    """An assessment begun, and not finished."""
    received = chance.workday(date(year, 4, 3), date(year, 11, 20))
    applied = office_day(after(received, chance.between(5, 20)))
    visited = office_day(after(applied, chance.between(8, 25)))
    started = office_day(after(visited, chance.between(15, 40)))
    closed = office_day(after(started, chance.between(30, 160)))
    return Enquiry(received, applied, visited, started).close(closed, random_reason(chance))


def not_applied(chance, first, last):
    enquiry = Enquiry(chance.workday(first, last))
    if chance.likely(0.7):
        enquiry.close(office_day(after(enquiry.received, chance.between(10, 60))),
                      random_reason(chance))
        if enquiry.closed > date(2025, 4, 17):
            enquiry.closed = enquiry.outcome = enquiry.reason = None
    return enquiry


def fill_past_year(chance, enquiries, year):
    """Adds what the approved ones leave wanting of a published year."""
    wanted = PUBLISHED[year]

    def missing(attribute, number):
        days = (getattr(e, attribute) for e in enquiries)
        return wanted[number] - sum(1 for d in days if d and financial_year(d) == year)

    enquiries += [abandoned(chance, year) for _ in range(missing("started", 2))]
    first, last = date(year, 4, 3), date(year + 1, 3, 27)
    enquiries += [unassessed(chance, first, last, chance.likely(0.75))
                  for _ in range(missing("applied", 1))]
    enquiries += [not_applied(chance, first, last) for _ in range(missing("received", 0))]


def this_year(chance):
    """The 57 enquiries of 2024-25, of which the approved are given."""
    first, last = date(2024, 4, 2), date(2025, 3, 28)
    made = [Enquiry(*row) for row in HEARD_LATER + IN_ASSESSMENT]
    made[2].close(date(2025, 1, 6), "personal-reasons")
    made[4].close(date(2025, 1, 22), "availability")
    for reason in chance.shuffled(quota(VISIT_REASONS)):
        enquiry = unassessed(chance, first, last, True)
        made.append(enquiry.close(enquiry.closed, reason))
    made += [unassessed(chance, first, last, False) for _ in range(6)]
    made += [not_applied(chance, first, last) for _ in range(21)]
    made.append(Enquiry(date(2025, 3, 24), date(2025, 4, 3)))  # applied after the period
    return made


def later(chance):
    """What the system holds of April 2025 already."""
    return [Enquiry(date(2025, 4, 1)), Enquiry(date(2025, 4, 4), date(2025, 4, 14)),
            Enquiry(date(2025, 4, 16))]


def make_enquiries(chance):
    past = [e for year, row in PUBLISHED.items() for e in approved_enquiries(chance, year, row[3])]
    approved = [Enquiry(*row) for row in APPROVED]
    enquiries = past + approved
    for year in PUBLISHED:
        fill_past_year(chance, enquiries, year)
    enquiries += this_year(chance) + later(chance)
    enquiries.sort(key=lambda e: e.received)
    set_sources(chance, enquiries)
    set_ids(enquiries)
    return enquiries


def set_sources(chance, enquiries):
    sources = chance.shuffled(quota(SOURCES))
    for enquiry in enquiries:
        counted = financial_year(enquiry.received) == 2024
        enquiry.source = sources.pop() if counted else chance.weighted(SOURCES | {"other": 1})


def set_ids(enquiries):
    numbers = {}
    for enquiry in enquiries:
        year = enquiry.received.year % 100
        numbers[year] = numbers.get(year, 0) + 1
        enquiry.id = f"E-{year}-{numbers[year]:04}"


def name_households(enquiries, register):
    """Each approved enquiry's approval names the household approved on its day."""
    free = [h for h in register.all if h.kind != "kinship"]
    for enquiry in enquiries:
        if enquiry.approved:
            household = next(h for h in free if h.approved == enquiry.approved)
            free.remove(household)
            enquiry.household = household
