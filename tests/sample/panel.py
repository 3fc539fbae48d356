"""The fostering panel's cases: approvals, first annual reviews, concerns, regulation 25."""
from datetime import date

from chance import END, PANELS, START, after, financial_year, office_day, years_after
from document import Element
from households import Household

MEETINGS = [d for d in PANELS if START <= d <= END]  # 24: two a month


class Case:
    def __init__(self, kind, household, heard, outcome, decided=None, decision=None):
        self.kind, self.household = kind, household
        self.hearings = [(heard, outcome)]
        self.decided = decided or (None if outcome == "deferred" else office_day(after(heard, 9)))
        self.decision = decision or outcome
        self.conflictual = None
        self.id = None

    def deferred(self, day):
        self.hearings.insert(0, (day, "deferred"))
        return self

    def element(self):
        hearings = [Element("hearing", date=day, outcome=outcome) for day, outcome in self.hearings]
        decision = self.decided and Element("decision", date=self.decided, outcome=self.decision)
        return Element("panel-case", *hearings, decision, id=self.id, type=self.kind,
                       conflictual=self.conflictual,
                       household=self.household and self.household.id)


def meeting_before(day):
    return [d for d in PANELS if d < day][-1]


def mainstream_cases(enquiries):
    cases = []
    for enquiry in enquiries:
        if enquiry.approved:
            cases.append(Case("mainstream-approval", enquiry.household, enquiry.heard, "positive",
                              enquiry.approved))
        elif enquiry.heard:  # not decided yet
            case = Case("mainstream-approval", None, enquiry.heard, "positive")
            case.decided = None
            cases.append(case)
    for case in cases:
        if case.hearings[0][0] in (date(2024, 7, 16), date(2025, 2, 18)):
            case.deferred(meeting_before(case.hearings[0][0]))
    return cases


def kinship_meetings(chance):
    """The days of the 23 cases heard in the year, and the 19 approvals that came of them."""
    early = [d for d in MEETINGS if d <= date(2025, 3, 4)]
    return sorted(chance.one(early) for _ in range(19))


def kinship_cases(chance, register, meetings):
    """19 approved; one decided in April; one refused against the panel; two negative."""
    new = sorted(register.of(["kinship"], 2024), key=lambda h: h.approved)
    cases = [Case("kinship-approval", h, day, "positive", h.approved)
             for h, day in zip(new, meetings)]
    cases[7].deferred(meeting_before(meetings[7]))
    april = register.add(Household("kinship", date(2025, 4, 3), 1, "kinship"))
    cases.append(Case("kinship-approval", april, date(2025, 3, 18), "positive", april.approved))
    for day, outcome, decision in ((date(2024, 10, 15), "positive", "negative"),
                                   (date(2024, 6, 18), "negative", "negative"),
                                   (date(2025, 1, 21), "negative", "negative")):
        refused = register.add(Household("kinship", None, 0, "kinship"))
        cases.append(Case("kinship-approval", refused, day, outcome, decision=decision))
    waiting = register.add(Household("kinship", None, 0, "kinship"))
    late = Case("kinship-approval", waiting, date(2025, 4, 1), "positive", date(2025, 4, 10),
                "negative")
    cases.append(late.deferred(date(2025, 3, 18)))
    cases += [past_kinship(chance, h) for h in register.of(["kinship"])
              if h.approved and date(2021, 4, 1) <= h.approved < START]
    return cases


def past_kinship(chance, household):
    heard = meeting_before(after(household.approved, -6))
    return Case("kinship-approval", household, heard, "positive", household.approved)


def annual_review_cases(register):
    """33 of the households approved in the year before; one deferred into April."""
    recent = sorted((h for h in register.all if h.approved and financial_year(h.approved) == 2023),
                    key=lambda h: (h.approved, h.kind))
    due = [(h, anniversary_meeting(h)) for h in recent]
    due = [(h, day) for h, day in due if h.is_open(after(day, 30))]
    cases = [Case("first-annual-review", h, day, "positive") for h, day in due[:33]]
    cases[11].hearings[0] = (cases[11].hearings[0][0], "negative")  # the decision: to continue
    for number in (4, 15, 22):
        cases[number].deferred(meeting_before(cases[number].hearings[0][0]))
    last = Case("first-annual-review", due[33][0], date(2025, 4, 15), "deferred")
    last.hearings = [(date(2025, 3, 18), "deferred"), (date(2025, 4, 15), "positive")]
    return cases + [last]


def anniversary_meeting(household):
    day = years_after(household.approved, 1)
    later = [d for d in MEETINGS if d >= day]
    return later[0] if later else MEETINGS[-1]


def concern_cases(register):
    """One review after concerns; three proposals to end an approval, one of them contested."""
    ended = [h for h in register.all if h.reason == "de-registered" and START <= h.ended <= END]
    cases = [Case("de-registration", h, meeting_before(after(h.ended, -9)), "positive", h.ended)
             for h in ended]
    still = [h for h in register.open_at_end() if h.kind == "mainstream"
             and h.approved < date(2019, 1, 1)]
    contested = Case("de-registration", still[3], date(2024, 11, 19), "negative")
    contested.conflictual = "true"
    concern = Case("review-following-concerns", still[8], date(2024, 9, 17), "negative")
    return cases + [contested, concern]


def regulation_25_cases(chance, register, approvals):
    """38 extensions of temporary approval, at every meeting of the year; some of other years."""
    households = [c.household for c in approvals if financial_year(c.hearings[-1][0]) == 2024]
    cases = []
    for number in range(38):
        day = MEETINGS[number % len(MEETINGS)]
        later = [c.household for c in approvals
                 if c.hearings[-1][0] > after(day, 20) and c.household in households]
        if later and chance.likely(0.6):
            household = chance.one(later)
        else:
            household = register.add(Household("kinship", None, 0, "kinship"))
        cases.append(Case("regulation-25", household, day, "positive"))
    for day in chance.some([d for d in PANELS if financial_year(d) == 2023], 18):
        cases.append(Case("regulation-25", None, day, "positive"))
    cases.append(Case("regulation-25", None, date(2025, 4, 1), "positive"))
    return cases


def number_cases(cases):
    cases.sort(key=lambda c: (c.hearings[0][0], c.kind))
    numbers = {}
    for case in cases:
        year = case.hearings[0][0].year % 100
        numbers[year] = numbers.get(year, 0) + 1
        case.id = f"P-{year}-{numbers[year]:03}"
