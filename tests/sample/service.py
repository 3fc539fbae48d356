"""What surrounds the homes: reviews, allegations, Staying Put, kinship work, events, staff."""
from datetime import date

from chance import END, START, after, office_day, quota, years_after
from document import Element

VIABILITY_CONTEXTS = {"pre-proceedings": 73, "proceedings": 128, "fostering-only": 5,
                      "private-order": 3}
VIABILITY_OUTCOMES = {"positive": 66, "negative": 64, "not-needed": 19, "not-engaged": 13,
                      "withdrew": 47}
VIABILITY_DAYS = {"pre-proceedings": 21, "proceedings": 14, "fostering-only": 21,
                  "private-order": 28}
KINSHIP_OUTCOMES = {("positive", "special-guardianship"): 5, ("positive", "long-term-fostering"): 7,
                    ("positive", "placement-with-parents"): 3, ("positive", None): 7,
                    ("negative", None): 9, ("withdrew", None): 11, ("not-needed", None): 1}
INDEPENDENT_OUTCOMES = {("positive", "special-guardianship"): 2, ("positive", None): 1,
                        ("negative", None): 4, ("withdrew", None): 4}

EVENTS = {"information-event": 22, "supermarket-stall": 17, "community-stall": 5, "local-event": 3}
TRAINING = {"skills-to-foster": 6, "safeguarding": 7, "allegations": 3, "first-aid": 7,
            "therapeutic-parenting": 9, "health": 4, "education": 4, "equality": 3, "other": 3}

COMPLAINTS = [("carer", "upheld"), ("carer", "partly-upheld"), ("carer", "not-upheld"),
              ("carer", "not-upheld"), ("carer", "withdrawn"), ("child", "upheld"),
              ("child", "partly-upheld"), ("child", "upheld"), ("parent", "not-upheld"),
              ("parent", "not-upheld"), ("parent", "partly-upheld"), ("parent", None),
              ("other", "partly-upheld"), ("other", "not-upheld")]

# Team, role, the hours of each who holds such a post.
POSTS = [
    ("management", "service-manager", ["1"]), ("recruitment", "team-manager", ["1"]),
    ("recruitment", "marketing-officer", ["1"]), ("recruitment", "enquiries-officer", ["1"]),
    ("recruitment", "social-worker", ["1", "1", "0.8", "0.5"]),
    ("recruitment", "child-care-support-worker", ["1"]),
    ("kinship-assessment", "team-manager", ["1"]),
    ("kinship-assessment", "viability-worker", ["1", "1"]),
    ("kinship-assessment", "social-worker", ["1", "1", "1", "1", "1", "0.8"]),
    ("supervision-support", "team-manager", ["1", "0.6"]),
    ("supervision-support", "social-worker", ["1"] * 10 + ["0.8", "0.6"]),
    ("supervision-support", "child-care-support-worker", ["1"]),
    ("reviewing", "reviewing-officer", ["1"]), ("panel", "panel-adviser", ["0.5"]),
    ("panel", "administrator", ["1", "0.6"]), ("family-support", "therapist", ["1", "0.8", "0.8"]),
    ("family-support", "social-worker", ["1", "0.6"])]


def numbered(prefix, rows, day_of):
    """Elements in order of their day, with an id of its year."""
    numbers = {}
    for row in sorted(rows, key=day_of):
        year = date.fromisoformat(day_of(row)).year % 100
        numbers[year] = numbers.get(year, 0) + 1
        row.attributes = {"id": f"{prefix}-{year:02}-{numbers[year]:04}"} | row.attributes
    return sorted(rows, key=day_of)


def attribute(name):
    return lambda element: element.attributes[name]


# --- kinship ---------------------------------------------------------------------------------

def viability(chance, completed, context, outcome):
    days = VIABILITY_DAYS[context]
    asked = 2 if chance.likely(0.15) else chance.between(days - 6, days + 9)
    return Element("viability-assessment", requested=office_day(after(completed, -asked)),
                   completed=completed, context=context, outcome=outcome)


def make_viability(chance):
    """209 completed in the year, as many of before, and some still going on."""
    made = [viability(chance, chance.workday(START, END), context, outcome)
            for context, outcome in zip(chance.shuffled(quota(VIABILITY_CONTEXTS)),
                                        chance.shuffled(quota(VIABILITY_OUTCOMES)))]
    spans = [(date(2022, 4, 4), date(2024, 3, 29), 340), (date(2025, 4, 1), date(2025, 4, 11), 9)]
    for first, last, count in spans:
        made += [viability(chance, chance.workday(first, last),
                           chance.weighted(VIABILITY_CONTEXTS), chance.weighted(VIABILITY_OUTCOMES))
                 for _ in range(count)]
    made += [Element("viability-assessment",
                     requested=chance.workday(date(2025, 3, 20), date(2025, 4, 11)),
                     context=chance.weighted(VIABILITY_CONTEXTS)) for _ in range(14)]
    return numbered("V", made, attribute("requested"))


def kinship_assessment(chance, completed, outcome, order):
    return Element("kinship-assessment",
                   started=office_day(after(completed, -chance.between(50, 120))),
                   completed=completed, outcome=outcome, order=order)


def make_kinship_assessments(chance):
    made = [kinship_assessment(chance, chance.workday(START, END), *how)
            for how in chance.shuffled(quota(KINSHIP_OUTCOMES))]
    for first, last, count in ((date(2022, 4, 4), date(2024, 3, 29), 78),
                               (date(2025, 4, 1), date(2025, 4, 11), 3)):
        made += [kinship_assessment(chance, chance.workday(first, last),
                                    *chance.weighted(KINSHIP_OUTCOMES)) for _ in range(count)]
    made += [Element("kinship-assessment",
                     started=chance.workday(date(2024, 12, 9), date(2025, 3, 28)))
             for _ in range(14)]
    return numbered("K", made, attribute("started"))


def make_independent(chance):
    made = []
    for first, last, ways in (
            (START, END, quota(INDEPENDENT_OUTCOMES)),
            (date(2023, 4, 3), date(2024, 3, 29), chance.some(quota(INDEPENDENT_OUTCOMES), 6)),
            (date(2022, 4, 4), date(2023, 3, 31), chance.some(quota(INDEPENDENT_OUTCOMES), 5))):
        made += [Element("independent-assessment", completed=chance.workday(first, last),
                         outcome=outcome, order=order) for outcome, order in ways]
    return numbered("I", made, attribute("completed"))


# --- reviews ---------------------------------------------------------------------------------

def reviews_due(chance, register):
    """(household, day): each year after the approval while open, and nine more for a cause."""
    due = []
    for household in register.all:
        for years in range(1, 28):
            if household.approved is None:
                continue
            day = years_after(household.approved, years)
            if date(2022, 4, 1) <= day <= date(2025, 5, 31) and household.is_open(day):
                due.append((household, day))
    extra = 162 - sum(1 for _, day in due if START <= day <= END)
    assert extra >= 3, extra
    still = [h for h in register.open_at_end() if h.approved < date(2022, 1, 1)]
    for household in chance.some(still, extra):
        due.append((household, chance.workday(date(2024, 5, 1), date(2025, 2, 28))))
    return due


def plan_reviews(chance, due):
    """When each review was held, or None: of this year's 107 in time, 43 late, 12 not yet."""
    counted = chance.shuffled(r for r in due if START <= r[1] <= END)
    staying = [r for r in counted if r[0].ended is None]
    overdue = [r for r in staying if r[1] > date(2024, 12, 10)][:12]
    late = [r for r in staying if r[1] < date(2025, 2, 20) and r not in overdue][:43]
    plan = []
    for household, day in due:
        held = office_day(after(day, -chance.between(0, 35)))
        if (household, day) in overdue:
            held = date(2025, 4, 10) if chance.likely(0.4) and day < date(2025, 3, 1) else None
        elif (household, day) in late:
            held = chance.workday(after(day, 3), min(after(day, 95), date(2025, 3, 28)))
        elif day > END:
            held = held if held < END and chance.likely(0.3) else None
        elif day < START and household.ended is None and chance.likely(0.35):
            held = office_day(after(day, chance.between(5, 80)))
        plan.append((household, day, max(held, household.approved) if held else None))
    return plan


def make_reviews(chance, register):
    made = []
    for household, day, held in plan_reviews(chance, reviews_due(chance, register)):
        made.append(Element("review", household=household.id, due=day, completed=held))
    add_feedback(chance, made)
    return numbered("R", made, attribute("due"))


def add_feedback(chance, reviews):
    """Of twenty who answer 19 feel supported; one of the year did not get the help asked for."""
    answered = {True: 0, False: 0}
    for review in reviews:
        held = review.attributes.get("completed")
        if not held or chance.likely(0.04):
            continue
        counted = str(START) <= held <= str(END)
        answered[counted] += 1
        extra = chance.weighted({"met": 62, "not-needed": 36, None: 2})
        extra = "unmet" if answered[counted] == 40 else extra
        supported = "no" if answered[counted] % 20 == 7 else "yes"
        review.children.append(Element("feedback", supported=supported, extra_support=extra))


# --- safeguarding and young people -----------------------------------------------------------

def make_allegations(chance, register):
    outcomes = ["unfounded"] * 2 + ["unsubstantiated"] * 6 + ["substantiated"] * 3
    homes = [h for h in register.all if h.kind in ("mainstream", "kinship")
             and h.is_open(date(2024, 4, 1), date(2025, 4, 10)) and h.hold is None]
    homes = chance.some(homes, 36)
    made = []
    for outcome in outcomes + [None] * 7:
        referred = chance.workday(date(2024, 4, 4), date(2025, 1, 31))
        made.append(allegation(chance, homes.pop(), referred, outcome))
    for number in range(16):
        referred = chance.workday(date(2023, 4, 11), date(2024, 3, 22))
        older = [h for h in homes if h.is_open(referred)]
        homes.remove(older[0])
        made.append(allegation(chance, older[0], referred,
                               chance.one(outcomes) if number < 9 else None))
    made.append(Element("allegation", household=homes.pop().id, referred=date(2025, 4, 7),
                        threshold="met"))
    return numbered("A", made, attribute("referred"))


def allegation(chance, household, referred, outcome):
    days = chance.between(14, 56) if outcome else chance.between(1, 8)
    return Element("allegation", household=household.id, referred=referred,
                   threshold="met" if outcome else "not-met", outcome=outcome,
                   closed=office_day(after(referred, days + 2)))


def make_staying_put(chance, register):
    """25 at the end: 16 aged 18, two aged 19, seven aged 20; and those who moved on."""
    made = [arrangement(chance, register, chance.day(START, date(2025, 3, 20)))
            for _ in range(16)]
    made += [arrangement(chance, register, chance.day(date(2023, 4, 3), date(2024, 3, 25)))
             for _ in range(2)]
    made += [arrangement(chance, register, chance.day(date(2022, 4, 4), date(2023, 3, 25)))
             for _ in range(7)]
    for first, last, ended in ((date(2022, 1, 10), date(2024, 1, 31), 11),
                               (date(2024, 4, 8), date(2024, 9, 30), 3),
                               (date(2021, 4, 5), date(2022, 6, 30), 9)):
        for _ in range(ended):
            made.append(over(chance, register, chance.day(first, last)))
    made.append(arrangement(chance, register, date(2025, 4, 2)))
    return numbered("S", made, attribute("started"))


def arrangement(chance, register, started, ended=None):
    """Begins on the eighteenth birthday."""
    homes = [h for h in register.all if h.kind == "mainstream" and h.is_open(started)]
    return Element("staying-put", dob=years_after(started, -18), started=started, ended=ended,
                   household=chance.one(homes).id if chance.likely(0.93) else None)


def over(chance, register, started):
    """One that ended: in the year when it began in 2022 to 2024, else before it."""
    if started < date(2022, 1, 10) or started < date(2022, 7, 1) and chance.likely(0.5):
        return arrangement(chance, register, started,
                           chance.day(after(started, 60), date(2024, 3, 28)))
    first = max(START, after(started, 40))
    return arrangement(chance, register, started, chance.day(first, END))


# --- the service -----------------------------------------------------------------------------

def make_complaints(chance):
    made = []
    for number, (who, outcome) in enumerate(COMPLAINTS):
        received = chance.workday(START, date(2025, 2, 14))
        if outcome is None:
            received = date(2025, 3, 17)
        closed = outcome and office_day(after(received, 12 + number * 2))
        made.append(Element("complaint", received=received, from_=who, outcome=outcome,
                            closed=closed))
    for _ in range(25):
        received = chance.workday(date(2022, 4, 4), date(2024, 3, 1))
        who, outcome = chance.one([c for c in COMPLAINTS if c[1]])
        made.append(Element("complaint", received=received, from_=who, outcome=outcome,
                            closed=office_day(after(received, chance.between(10, 28)))))
    made.append(Element("complaint", received=date(2025, 4, 8), from_="carer"))
    return numbered("Q", made, attribute("received"))


def make_events(chance):
    made = [Element("recruitment-event", date=chance.day(START, END), type=kind)
            for kind in quota(EVENTS)]
    made += [Element("recruitment-event", date=chance.day(date(2023, 4, 1), date(2024, 3, 31)),
                     type=chance.weighted(EVENTS)) for _ in range(38)]
    made += [Element("recruitment-event", date=date(2025, 4, day), type="information-event")
             for day in (3, 10)]
    return numbered("EV", made, attribute("date"))


def make_training(chance):
    made = [training(chance, chance.workday(START, date(2025, 3, 28)), topic)
            for topic in quota(TRAINING)]
    made += [training(chance, chance.workday(date(2023, 4, 3), date(2024, 3, 29)),
                      chance.weighted(TRAINING)) for _ in range(41)]
    made.append(training(chance, date(2025, 4, 9), "first-aid"))
    made.append(Element("training-event", date=date(2025, 4, 29), topic="safeguarding", places=16))
    return numbered("T", made, attribute("date"))


def training(chance, day, topic):
    places = chance.one([12, 16, 16, 20])
    return Element("training-event", date=day, topic=topic, places=places,
                   attended=places - chance.between(1, 8))


def make_posts(chance):
    made = []
    for team, role, hours in POSTS:
        for fte in hours:
            begin = chance.workday(date(2009, 6, 1), date(2024, 11, 1))
            until = date(2025, 4, 30) if role == "viability-worker" else None
            made.append(post(team, role, fte, begin, until))
    made.append(post("kinship-assessment", "social-worker", "1", date(2024, 12, 2), None, "true"))
    made.append(post("supervision-support", "social-worker", "1", date(2014, 2, 3), END))
    made.append(post("recruitment", "social-worker", "0.8", date(2018, 5, 14), date(2024, 7, 26)))
    made.append(post("kinship-assessment", "social-worker", "1", date(2016, 9, 5),
                     date(2024, 11, 29)))
    made.append(post("supervision-support", "social-worker", "1", date(2025, 4, 7), None))
    return numbered("W", made, attribute("from"))


def post(team, role, fte, begin, until, vacant=None):
    return Element("post", team=team, role=role, fte=fte, headcount=1, from_=begin, to=until,
                   vacant=vacant)
