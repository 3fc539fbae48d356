"""Children looked after: the 589 of 31 March 2025, those who ceased, those who came after."""
from datetime import date

from chance import END, START, after, quota, years_after
from document import Element

ETHNICITY = {"white": 58, "mixed": 15, "asian": 13, "black": 8, "other": 4, "not-known": 2}
UASC_ETHNICITY = {"asian": 40, "black": 30, "other": 30}
FAMILY = ["mainstream", "kinship"]
OTHER = ["respite", "short-breaks", "fostering-for-adoption"]

# Where the 352 not with the council's own foster carers live: placement, provider, how many,
# youngest and oldest, days there on average.
ELSEWHERE = [
    ("foster", "private", 120, 0, 17, 700), ("foster", "voluntary", 17, 0, 17, 700),
    ("foster", "other-authority", 3, 4, 17, 500), ("placed-for-adoption", "other", 22, 0, 5, 140),
    ("with-parents", "parents", 58, 0, 16, 260), ("childrens-home", "private", 48, 9, 17, 380),
    ("childrens-home", "own", 14, 10, 17, 420), ("residential", "private", 6, 12, 17, 300),
    ("semi-independent", "private", 12, 16, 17, 180),
    ("supported-accommodation", "private", 34, 16, 17, 200),
    ("supported-accommodation", "voluntary", 8, 16, 17, 200),
    ("secure", "other-authority", 2, 14, 17, 60), ("temporary", "own", 3, 8, 17, 8),
    ("other", "other", 5, 12, 17, 120)]

# Of those whose distance is known, how many in a hundred are within 20 miles.
NEAR = {"with-parents": 94, "kinship-foster": 86, "foster": 67, "placed-for-adoption": 45,
        "childrens-home": 45, "residential": 30, "secure": 0}
NEAR_OWN = 90

ENDINGS = {"planned": 66, "carer-request": 11, "child-request": 4, "allegation": 2,
           "standards-of-care": 2, "authority-request": 10, "other": 5}
CEASED = {"special-guardianship": 35, "adoption": 22, "returned-home": 47,
          "child-arrangements-order": 14, "turned-18": 46, "independent-living": 10,
          "other-authority": 6, "other": 10}
GUARDIANS = {"kinship-foster": 16, "mainstream-foster": 6, "relative": 13}


class Episode:
    def __init__(self, begin, end, placement, provider, household=None):
        self.begin, self.end = begin, end
        self.placement, self.provider, self.household = placement, provider, household
        self.reason = self.legal = self.miles = None

    def where(self):
        """What tells one placement from the next."""
        return self.household or (self.placement, self.provider)

    def element(self):
        return Element("episode", from_=self.begin, to=self.end, placement=self.placement,
                       provider=self.provider, household=self.household and self.household.id,
                       legal_status=self.legal, distance_miles=self.miles, reason=self.reason)


class Child:
    def __init__(self, born, episode):
        self.born = born
        self.episodes = [episode]
        self.ceased = []  # (date, reason, carer)
        self.permanence = []
        self.sex = self.ethnicity = self.id = None
        self.uasc = False

    @property
    def first(self):
        return self.episodes[0]

    @property
    def last(self):
        return self.episodes[-1]

    def element(self):
        return Element("child", *[e.element() for e in self.episodes],
                       *[Element("permanence", date=day) for day in self.permanence],
                       *[Element("ceased", date=day, reason=reason, carer=carer)
                         for day, reason, carer in self.ceased],
                       id=self.id, dob=self.born, sex=self.sex, ethnicity=self.ethnicity,
                       uasc="true" if self.uasc else None)


class Cohort:
    def __init__(self, chance, register):
        self.chance, self.register = chance, register
        self.all = []
        self.current = []

    def days(self, mean):
        """A length of time; many are short, some very long."""
        point = self.chance.between(1, 1000)
        return 3 + mean * 3 * point * point // 1000000

    def born(self, youngest, oldest, on=END):
        """A birthday of someone of these ages on a day."""
        return after(on, -self.chance.between(youngest * 365 + 40, oldest * 365 + 345))

    def add(self, child, current=False):
        self.all.append(child)
        if current:
            self.current.append(child)
        return child

    # --- the 589 ---------------------------------------------------------------------------

    def fill_households(self, kinds, count, placement):
        """Children placed with the council's own carers, no more in a home than it has places."""
        slots = [h for h in self.register.open_at_end() if h.kind in kinds
                 for _ in range(h.places) if h.is_free(END)]
        filled = 0
        for household in self.chance.shuffled(slots):
            if filled < count and self.settle(household, placement):
                filled += 1
        assert filled == count, (kinds, filled)

    def settle(self, household, placement):
        low, high = household.ages
        born = self.born(low, min(high, 16 if placement == "kinship-foster" else 17))
        earliest = max(household.approved, born, date(2009, 1, 5))
        if household.hold and household.hold[1]:
            earliest = max(earliest, household.hold[1])
        begin = max(earliest, after(END, -self.days(1000)))
        if not household.is_free(begin):
            return False
        household.stays.append((begin, None))
        self.add(Child(born, Episode(begin, None, placement, "own", household)), True)
        return True

    def place_elsewhere(self):
        for placement, provider, count, low, high, mean in ELSEWHERE:
            for _ in range(count):
                born = self.born(low, high)
                begin = max(born, after(END, -self.days(mean)))
                self.add(Child(born, Episode(begin, None, placement, provider)), True)

    # --- what went before ------------------------------------------------------------------

    def earlier(self, child, begin, end):
        """An episode before the child's first, somewhere else than there."""
        years = (begin - child.born).days // 365
        weights = {("foster", "own"): 40, ("foster", "private"): 35,
                   ("with-parents", "parents"): 4, ("foster", "voluntary"): 4}
        if years >= 9:
            weights[("childrens-home", "private")] = 20
        while True:
            placement, provider = self.chance.weighted(weights)
            household = None
            if provider == "own":
                household = self.register.room(["mainstream"], begin, end)
                if household is None:
                    continue
            episode = Episode(begin, end, placement, provider, household)
            if episode.where() != child.first.where():
                break
        if household:
            household.stays.append((begin, end))
        episode.reason = self.chance.weighted(ENDINGS)
        child.episodes.insert(0, episode)

    def add_history(self, child, limit):
        """Earlier placements; no more than the limit have a night in the period."""
        nights = 1
        while self.chance.likely(0.68) and (child.first.begin - child.born).days > 90:
            end = child.first.begin
            if end > START and nights == limit:
                return
            begin = max(child.born, after(end, -14 - self.days(420)))
            nights += end > START
            self.earlier(child, begin, end)

    def add_moves(self, child):
        """Two moves within the period or three: three or more placements."""
        for _ in range(2 if self.chance.likely(0.8) else 3):
            end = child.first.begin
            self.earlier(child, after(end, -self.chance.between(12, 38)), end)

    def add_histories(self):
        """29 of 589 children (4.9%) had three placements or more in the period."""
        may_move = [c for c in self.current if c.first.begin > date(2024, 8, 1)
                    and (c.first.begin - c.born).days > 400 and c.first.placement != "temporary"]
        movers = self.chance.some(may_move, 29)
        for child in self.current:
            if child in movers:
                self.add_moves(child)
            elif child.first.placement != "temporary":
                self.add_history(child, 2)
            else:
                self.earlier(child, max(child.born, after(child.first.begin, -400)),
                             child.first.begin)

    # --- those who ceased ------------------------------------------------------------------

    def ending(self, reason, day):
        """A child whose last episode ended that day, for that reason."""
        ages = {"adoption": (1, 5), "turned-18": (18, 18), "independent-living": (17, 17),
                "special-guardianship": (1, 14)}.get(reason, (1, 16))
        born = years_after(day, -18) if reason == "turned-18" else self.born(*ages, on=day)
        begin = max(born, after(day, -90 - self.days(800)))
        placement, provider = self.last_home(reason)
        household = None
        if provider == "own":
            kinds = ["kinship"] if placement == "kinship-foster" else ["mainstream"]
            household = self.register.room(kinds, begin, day)
            if household is None:
                placement, provider = "foster", "private"
            else:
                household.stays.append((begin, day))
        return self.cease(born, Episode(begin, day, placement, provider, household), reason)

    def last_home(self, reason):
        if reason == "adoption":
            return "placed-for-adoption", "other"
        if reason == "independent-living":
            return "supported-accommodation", "private"
        weights = {("foster", "own"): 40, ("foster", "private"): 25, ("with-parents", "parents"): 0,
                   ("kinship-foster", "own"): 0, ("supported-accommodation", "private"): 0,
                   ("childrens-home", "private"): 5}
        if reason == "turned-18":
            weights[("supported-accommodation", "private")] = 35
        elif reason in ("returned-home", "child-arrangements-order"):
            weights[("with-parents", "parents")] = 40
            weights[("kinship-foster", "own")] = 8
        return self.chance.weighted(weights)

    def cease(self, born, episode, reason, carer=None):
        episode.reason = "planned" if self.chance.likely(0.9) else None
        child = self.add(Child(born, episode))
        child.ceased.append((episode.end, reason, carer))
        self.add_history(child, 2)
        return child

    def guardianships(self):
        """35: 16 to kinship carers, most of whose approval ends with it, 6 to mainstream ones."""
        ended = [h for h in self.register.all if h.kind == "kinship"
                 and h.reason == "special-guardianship" and START <= h.ended <= END]
        homes = [(h, h.ended) for h in ended for _ in range(h.places)][:GUARDIANS["kinship-foster"]]
        for carer, count in GUARDIANS.items():
            for _ in range(count):
                day = self.chance.workday(START, END)
                household = None
                if carer == "kinship-foster" and homes:
                    household, day = homes.pop()
                self.guardianship(carer, household, day)

    def guardianship(self, carer, household, day):
        born = self.born(1, 14, on=day)
        begin = max(born, after(day, -120 - self.days(500)))
        if household:
            begin = max(begin, household.approved)
        placement, provider = "foster", "private"
        if carer != "relative":
            kinship = carer == "kinship-foster"
            placement, provider = ("kinship-foster" if kinship else "foster"), "own"
            household = household or self.register.room(
                ["kinship" if kinship else "mainstream"], begin, day)
            household.stays.append((begin, day))
        self.cease(born, Episode(begin, day, placement, provider, household),
                   "special-guardianship", carer)

    def ceased_this_year(self):
        """190 children: 187 gone for good, three back in care by the end."""
        reasons = quota({k: n for k, n in CEASED.items() if k != "special-guardianship"})
        for reason in reasons[:-3]:
            self.ending(reason, self.chance.workday(START, END))
        twice = [c for c in self.all if c.ceased and c.ceased[0][1] == "adoption"
                 and c.ceased[0][0] > date(2024, 12, 1)][:2]
        for child in twice:  # home for a while, back into care, then adopted
            self.come_back(child, date(2024, 4, 11))
        for child in [c for c in self.current if c.first is c.last
                      and c.first.begin > date(2024, 7, 1)
                      and (c.first.begin - c.born).days > 500][:3]:
            self.come_back(child, after(child.first.begin, -50))

    def come_back(self, child, day):
        """Adds a spell in care before the others, which ended that day."""
        if child.first.begin <= day:
            child.episodes = [child.last]
            child.last.begin = after(day, 60)
        begin = max(child.born, after(day, -200))
        episode = Episode(begin, day, "foster", "voluntary")
        episode.reason = "planned"
        child.episodes.insert(0, episode)
        child.ceased.insert(0, (day, "returned-home", None))

    def ceased_before(self):
        weights = dict(CEASED)
        for _ in range(185):
            day = self.chance.workday(date(2023, 4, 3), date(2024, 3, 29))
            reason = self.chance.weighted(weights)
            child = self.ending(reason, day)
            if reason == "special-guardianship":
                home = child.last.placement == "foster" and child.last.provider == "own"
                child.ceased[0] = (day, reason, "mainstream-foster" if home else "relative")

    # --- April 2025 and other details ------------------------------------------------------

    def april(self):
        """The first week after the period: six came, four went; all as open on 31 March."""
        for number in range(6):
            born = self.born(0, 15)
            begin = max(born, date(2025, 4, 1 + number % 5))
            self.add(Child(born, Episode(begin, None, "foster", "private")))
        leaving = [c for c in self.current if c.last.placement == "with-parents"][:4]
        for child in leaving:
            child.last.end = date(2025, 4, 3)
            child.last.reason = "planned"
            child.ceased.append((child.last.end, "returned-home", None))

    def add_short_breaks(self):
        """Series of short breaks, which are not among the looked after."""
        homes = [h for h in self.register.open_at_end()
                 if h.kind in ("short-breaks", "respite") and h.approved < START]
        for number in range(12):
            home = homes[number % len(homes)]
            begin = max(home.approved, self.chance.workday(date(2023, 1, 9), date(2025, 2, 3)))
            end = None if number < 10 else self.chance.workday(date(2025, 2, 10), END)
            child = Child(self.born(5, 16),
                          Episode(begin, end, "short-break-series", "own", home))
            self.add(child)

    def add_interludes(self):
        """A few nights away in respite, and back: the same placement as before."""
        respite = [h for h in self.register.open_at_end()
                   if h.kind == "respite" and h.approved < date(2024, 1, 1)]
        settled = [c for c in self.current if c.last.household and c.last.household.kind in FAMILY
                   and c.last.begin < date(2024, 2, 1) and c.last.end is None]
        for child in self.chance.some(settled, 14):
            away = self.chance.day(date(2024, 5, 1), date(2025, 3, 10))
            back = after(away, self.chance.between(2, 9))
            home = child.last
            home.end = away
            child.episodes.append(
                Episode(away, back, "temporary", "own", self.chance.one(respite)))
            child.episodes.append(Episode(back, None, home.placement, "own", home.household))
        for child in self.chance.some([c for c in self.current if c.first.begin > START
                                       and not c.ceased], 5):
            begin = child.first.begin  # found somewhere else to sleep before the night
            child.episodes.insert(0, Episode(begin, begin, "foster", "voluntary"))

    def add_permanence(self):
        own = [c for c in self.current if c.last.provider == "own" and c.last.household
               and c.last.begin < date(2024, 6, 1)]
        chosen = self.chance.some(own, 47)
        for child in chosen[:46]:
            day = self.chance.workday(after(child.last.begin, 150), date(2025, 3, 28))
            child.permanence.append(day)
        chosen[46].permanence.append(date(2025, 4, 2))
        for child in self.chance.some([c for c in self.current if c.last.provider == "private"
                                       and c.last.placement == "foster"
                                       and c.last.begin < date(2024, 1, 1)], 21):
            child.permanence.append(self.chance.workday(date(2024, 4, 2), date(2025, 3, 28)))

    def describe(self):
        """Who they are: 44 of the older ones came alone from abroad."""
        older = [c for c in self.current if c.born < date(2009, 3, 31)
                 and c.first.begin > date(2022, 6, 1) and c.last.placement in (
                     "foster", "supported-accommodation", "semi-independent")]
        alone = self.chance.some(older, 44)
        for child in self.all:
            child.uasc = child in alone
            child.ethnicity = self.chance.weighted(UASC_ETHNICITY if child.uasc else ETHNICITY)
            child.sex = "male" if self.chance.likely(0.88 if child.uasc else 0.53) else "female"
            child.ethnicity = child.ethnicity if self.chance.likely(0.995) else None
            self.set_distances(child)
            self.set_legal(child)

    def set_distances(self, child):
        known = {}
        for episode in child.episodes:
            if episode.where() not in known:
                known[episode.where()] = self.miles(episode)
            episode.miles = known[episode.where()]

    def miles(self, episode):
        if episode.placement == "short-break-series" or self.chance.likely(0.035):
            return None
        near = NEAR.get(episode.placement, 84)
        if episode.provider == "own" and episode.placement == "foster":
            near = NEAR_OWN
        if self.chance.likely(near / 100):
            tenths = self.chance.between(3, 200) * self.chance.between(40, 100) // 100
            return f"{tenths // 10}.{tenths % 10}"
        tenths = 201 + self.days(120)
        return f"{tenths // 10}.{tenths % 10}"

    def set_legal(self, child):
        """Most begin under an interim order; a care order follows, in the same home as a rule."""
        if child.uasc or child.last.placement == "short-break-series" or self.chance.likely(0.2):
            for episode in child.episodes:
                episode.legal = "V4" if episode.placement == "short-break-series" else "V2"
            return
        order = after(child.first.begin, self.chance.between(150, 330))
        for episode in list(child.episodes):
            if episode.begin < order < (episode.end or END):
                self.split(child, episode, order)
        for episode in child.episodes:
            episode.legal = "C1" if episode.begin < order else "C2"
            if episode.placement == "placed-for-adoption":
                episode.legal = "E1"

    def split(self, child, episode, day):
        """A new episode for a new legal status: nothing else changes, so no reason is given."""
        later = Episode(day, episode.end, episode.placement, episode.provider, episode.household)
        later.reason, later.miles = episode.reason, episode.miles
        episode.end, episode.reason = day, None
        child.episodes.insert(child.episodes.index(episode) + 1, later)

    def number(self):
        self.all.sort(key=lambda c: (c.first.begin, c.born))
        numbers = {}
        for child in self.all:
            year = child.first.begin.year % 100
            numbers[year] = numbers.get(year, 0) + 1
            child.id = f"C-{year:02}-{numbers[year]:04}"


def make_children(chance, register):
    cohort = Cohort(chance, register)
    cohort.fill_households(["kinship"], 68, "kinship-foster")
    cohort.fill_households(["mainstream"], 141, "foster")
    cohort.fill_households(OTHER, 28, "foster")
    cohort.place_elsewhere()
    cohort.guardianships()
    cohort.add_histories()
    cohort.ceased_this_year()
    cohort.ceased_before()
    cohort.april()
    cohort.add_short_breaks()
    cohort.add_interludes()
    cohort.add_permanence()
    cohort.describe()
    cohort.number()
    return cohort.all
