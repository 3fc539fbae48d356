"""The register of fostering households: who was approved when, for what, and who left why."""
from datetime import date

from chance import END, START, after, financial_year, years_after
from document import Element

CARER_ETHNICITY = {"white": 52, "asian": 26, "black": 13, "mixed": 5, "other": 2, "not-known": 2}

# How the 16 approvals of 2024-25 were made: type, category, places, siblings, ages. Between them
# 12 are mainstream with 17 places, 4 enhanced with 6; seven are for brothers and sisters.
NEW_APPROVALS = [
    ("mainstream", "short-term", 2, 2, 0, 10), ("mainstream", "short-term", 2, 2, 0, 8),
    ("mainstream", "short-term", 2, 2, 2, 10), ("mainstream", "short-term", 3, 3, 0, 10),
    ("mainstream", "enhanced", 2, 2, 5, 10), ("mainstream", "short-term", 1, None, 0, 5),
    ("mainstream", "short-term", 1, None, 0, 10), ("mainstream", "enhanced", 1, None, 10, 18),
    ("mainstream", "permanence", 2, 2, 3, 10), ("respite", "respite", 0, None, 0, 10),
    ("mainstream", "short-term", 1, None, 11, 18), ("mainstream", "enhanced", 2, 2, 0, 10),
    ("mainstream", "short-term", 1, None, 0, 18), ("mainstream", "short-term", 1, None, 10, 18),
    ("mainstream", "enhanced", 1, None, 12, 18), ("respite", "respite", 1, None, 0, 10),
]

# Places of the other households open at the end of 2024-25: how many have how many.
MAINSTREAM_PLACES = [1] * 52 + [2] * 39 + [3] * 12
KINSHIP_PLACES = [1] * 24 + [2] * 12 + [3] * 5 + [4] * 2
OTHER_PLACES = [3] * 8 + [2] * 4
OTHER_TYPES = ["respite"] * 5 + ["short-breaks"] * 4 + ["fostering-for-adoption"] * 3

# Who left in 2024-25: type, reason.
LEAVERS = ([("mainstream", "retirement")] * 8 + [("respite", "retirement")]
           + [("mainstream", "resignation")] * 5 + [("mainstream", "moved-agency")] * 2
           + [("mainstream", "de-registered")] * 2 + [("mainstream", "staying-put")] * 2
           + [("fostering-for-adoption", "adoption")]
           + [("kinship", "special-guardianship")] * 7 + [("kinship", "other")])
PAST_REASONS = {"retirement": 9, "resignation": 6, "moved-agency": 3, "de-registered": 1,
                "staying-put": 2, "adoption": 1, "other": 1}


class Household:
    def __init__(self, kind, approved, places, category, ages=(0, 18), siblings=None):
        self.id = None
        self.kind = kind
        self.approved = approved  # None: assessed, never approved
        self.places = places
        self.category = category
        self.ages = ages
        self.siblings = siblings
        self.registered = False  # carries the attribute `approved` too, from an older system
        self.changed = None  # (date, category) of a later approval
        self.ended = None
        self.reason = None
        self.hold = None  # (from, to)
        self.carers = []
        self.incentives = []
        self.stays = []  # (from, to) of the children placed, to None while they stay

    def leave(self, day, reason):
        self.ended, self.reason = day, reason

    def is_open(self, begin, end=None):
        """Approved and open from one day to another (None: for good)."""
        if self.approved is None or begin < self.approved:
            return False
        return self.ended is None or (end or date.max) <= self.ended

    def is_free(self, begin, end=None):
        """Open, not on hold, with a place to spare all the while."""
        end = end or date.max
        if not self.is_open(begin, None if end == date.max else end):
            return False
        if self.hold and self.hold[0] < end and (self.hold[1] or date.max) > begin:
            return False
        beside = [s for s in self.stays if s[0] < end and (s[1] or date.max) > begin]
        return len(beside) < self.places

    def approvals(self):
        if self.approved is None:
            return []
        facts = dict(places=self.places, siblings=self.siblings,
                     age_from=self.ages[0], age_to=self.ages[1])
        first = Element("approval", date=self.approved, category=self.category, **facts)
        if not self.changed:
            return [first]
        return [first, Element("approval", date=self.changed[0], category=self.changed[1], **facts)]

    def element(self):
        hold = self.hold and Element("hold", from_=self.hold[0], to=self.hold[1])
        incentives = [Element("incentive", date=day, type=kind) for day, kind in self.incentives]
        approved = after(self.approved, -self.registered) if self.registered else None
        return Element("household", *self.carers, *self.approvals(), *incentives, hold,
                       id=self.id, type=self.kind, approved=approved, ended=self.ended,
                       end_reason=self.reason)


class Register:
    """All households; those of an enquiry are made by recruitment, and added to it."""

    def __init__(self, chance):
        self.chance = chance
        self.all = []

    def add(self, household):
        self.all.append(household)
        return household

    def of(self, kinds, year=None):
        return [h for h in self.all if h.kind in kinds
                and (year is None or h.approved and financial_year(h.approved) == year)]

    def open_at_end(self):
        return [h for h in self.all if h.approved and h.approved <= END and h.is_open(END)
                and (h.ended is None or h.ended > END)]

    def room(self, kinds, begin, end=None):
        """A household of the kinds that can take a child for that time, or None."""
        free = [h for h in self.all if h.kind in kinds and h.is_free(begin, end)]
        return self.chance.one(free) if free else None


def category_of(kind):
    return {"mainstream": "short-term", "kinship": "kinship"}.get(kind, kind)


def add_earlier(register, approvals):
    """The 115 households of before 2024-25, kinship apart, that are still open: 46 on the days of
    recent approvals. Gives the days of the six approved lately who have left."""
    chance = register.chance
    kinds = chance.shuffled(list(zip(["mainstream"] * 103, chance.shuffled(MAINSTREAM_PLACES)))
                            + list(zip(OTHER_TYPES, chance.shuffled(OTHER_PLACES))))
    leaving = chance.some([d for d in approvals if d < date(2023, 1, 1)], 6)
    staying = list(approvals)
    for day in leaving:
        staying.remove(day)
    for (kind, places), day in zip(kinds, staying):
        register.add(Household(kind, day, places, category_of(kind)))
    for kind, places in kinds[46:]:
        day = chance.workday(date(1999, 6, 1), date(2021, 2, 26))
        household = register.add(Household(kind, day, places, category_of(kind)))
        household.registered = chance.between(0, 40) if chance.likely(0.4) else 0
    return leaving


def add_leavers(register, leaving):
    """Those who left in 2024-25, a few of them approved only lately, and those who left before."""
    chance = register.chance
    days = list(leaving)
    for kind, reason in LEAVERS:
        lately = reason in ("resignation", "moved-agency") and len(days) > 3
        approved = days.pop() if lately else chance.workday(date(2001, 1, 8), date(2020, 12, 18))
        if kind == "kinship":
            approved = chance.workday(date(2019, 1, 7), date(2023, 3, 24))
        places = chance.between(2, 3) if kind == "kinship" else chance.between(1, 3)
        household = register.add(Household(kind, approved, places, category_of(kind)))
        first = max(START, after(approved, 400))
        household.leave(chance.workday(first, date(2025, 3, 28)), reason)
    set_fixed_days(register)
    add_past_leavers(register, days)


def set_fixed_days(register):
    """Days that matter elsewhere: of the panel's two de-registrations, and of the period's end."""
    removed = [h for h in register.all if h.reason == "de-registered"]
    for household, day in zip(removed, (date(2024, 9, 26), date(2025, 2, 13))):
        household.leave(day, "de-registered")
    retired = next(h for h in register.all if h.reason == "retirement")
    retired.leave(END, "retirement")  # on the last day: no longer open on it
    older = [h for h in register.all if h.kind == "mainstream" and h.ended is None
             and h.places == 1 and h.approved < date(2020, 1, 1)]
    for household in older[:2]:  # after the period: still open in it
        household.leave(date(2025, 4, 8), "retirement")


def add_past_leavers(register, days):
    chance = register.chance
    for year, count in ((2021, 24), (2022, 27), (2023, 26)):
        for _ in range(count):
            lately = days and year == 2023
            approved = days.pop() if lately else chance.workday(date(1998, 1, 5),
                                                               date(2020, 12, 18))
            kind = chance.weighted({"mainstream": 17, "kinship": 6, "respite": 1})
            kind = "mainstream" if lately else kind
            household = register.add(
                Household(kind, approved, chance.between(1, 3), category_of(kind)))
            first = max(date(year, 4, 1), after(approved, 60))
            reason = "special-guardianship" if kind == "kinship" else chance.weighted(PAST_REASONS)
            household.leave(chance.workday(first, date(year + 1, 3, 31)), reason)


def add_kinship(register, approvals):
    """The 43 kinship households: 19 of this year (their approval days given), 24 of before."""
    chance = register.chance
    places = chance.shuffled(KINSHIP_PLACES)
    for day in approvals:
        register.add(Household("kinship", day, places.pop(), "kinship"))
    for number in range(24):
        span = (date(2023, 4, 3), date(2024, 3, 8)) if number < 15 else (date(2018, 4, 2),
                                                                        date(2023, 2, 24))
        register.add(Household("kinship", chance.workday(*span), places.pop(), "kinship"))


def set_holds(register):
    """Nine mainstream households on hold at the end, with 14 places; some holds long over."""
    chance = register.chance
    older = chance.shuffled(h for h in register.open_at_end()
                            if h.kind == "mainstream" and h.approved < date(2023, 1, 1))
    for places, count in ((1, 5), (2, 3), (3, 1)):
        for household in [h for h in older if h.places == places and not h.hold][:count]:
            household.hold = (chance.workday(date(2024, 5, 1), date(2025, 3, 14)), None)
    for household in [h for h in older if not h.hold][:11]:
        begin = chance.workday(date(2023, 2, 1), date(2023, 12, 1))
        household.hold = (begin, after(begin, chance.between(30, 200)))
    back_next_day = [h for h in older if not h.hold][0]
    back_next_day.hold = (date(2025, 1, 13), END)  # over on the last day: not on hold on it


def set_changes(register):
    """Five households became enhanced carers later; some went from short term to permanence."""
    chance = register.chance
    older = chance.shuffled(h for h in register.open_at_end()
                            if h.kind == "mainstream" and h.approved < date(2022, 1, 1))
    for number, household in enumerate(older[:23]):
        day = chance.workday(date(2022, 4, 4), date(2025, 3, 14))
        household.changed = (day, "enhanced" if number < 5 else "permanence")
    older[23].changed = (date(2025, 4, 3), "enhanced")  # after the period: does not count


def set_incentives(register):
    chance = register.chance
    new = [h for h in register.of(["mainstream"], 2024) if h.siblings or h.ages[0] >= 10]
    for household in new[:6]:
        household.incentives.append((after(household.approved, 14), "golden-hello"))
    older = [h for h in register.open_at_end() if h.approved < date(2022, 1, 1)]
    for household, day in zip(chance.some(older, 6), (
            date(2023, 6, 8), date(2023, 11, 2), date(2024, 5, 30), date(2024, 11, 28),
            date(2025, 3, 13), date(2025, 4, 3))):
        household.incentives.append((day, "referral-reward"))


def set_carers(register):
    """116 of the 174 open households have two carers."""
    chance = register.chance
    still = register.open_at_end()
    couples = {id(h) for h in chance.some(still, 116)}
    others = {id(h) for h in register.all if chance.likely(0.6)} - {id(h) for h in still}
    number = 0
    for household in register.all:
        ethnicity = chance.weighted(CARER_ETHNICITY)
        for first in (True, False) if id(household) in couples | others else (True,):
            number += 1
            household.carers.append(carer(chance, household, number, ethnicity, first))


def carer(chance, household, number, ethnicity, first):
    joined = household.approved or date(2024, 9, 2)
    oldest = min(58, 76 - (END.year - joined.year))
    born = after(years_after(joined, -chance.between(27 if first else 29, max(oldest, 33))),
                 -chance.between(0, 364))
    own = ethnicity if first or chance.likely(0.8) else chance.weighted(CARER_ETHNICITY)
    sex = "female" if first == chance.likely(0.9) else "male"
    return Element("carer", id=f"F-{number:04}", dob=born if chance.likely(0.985) else None,
                   ethnicity=own if chance.likely(0.97) else None, sex=sex)


def number_households(register):
    """Opaque ids, in order of approval as a register would give them."""
    register.all.sort(key=lambda h: h.approved or date(2025, 4, 30))
    number = 210
    for household in register.all:
        number += register.chance.between(1, 4)
        household.id = f"H-{number:04}"
