"""Chance and dates for the sample: a seeded source of choices that no Python version changes."""
import calendar
import random
from datetime import date, timedelta

START = date(2024, 4, 1)
END = date(2025, 3, 31)


class Chance:
    """Only random() is promised to stay the same between versions, so all is built on it."""

    def __init__(self, seed):
        self._random = random.Random(seed)

    def between(self, low, high):
        return low + int(self._random.random() * (high - low + 1))

    def likely(self, share):
        return self._random.random() < share

    def one(self, items):
        return items[self.between(0, len(items) - 1)]

    def weighted(self, weights):
        """One key of {key: weight}."""
        point = self._random.random() * sum(weights.values())
        for key, weight in weights.items():
            point -= weight
            if point < 0:
                return key
        return key

    def shuffled(self, items):
        items = list(items)
        for last in range(len(items) - 1, 0, -1):
            other = self.between(0, last)
            items[last], items[other] = items[other], items[last]
        return items

    def some(self, items, count):
        return self.shuffled(items)[:count]

    def day(self, first, last):
        return first + timedelta(self.between(0, (last - first).days))

    def workday(self, first, last):
        """A Monday to Friday; the span must hold one."""
        day = self.day(first, last)
        while day.weekday() > 4:
            day = self.day(first, last)
        return day


def quota(counts):
    """{word: how many} as a list of words."""
    return [word for word, count in counts.items() for _ in range(count)]


def after(day, days):
    return day + timedelta(days)


def office_day(day):
    """The day, or the Friday before it when it falls on a weekend."""
    return day - timedelta(max(0, day.weekday() - 4))


def years_after(day, years):
    """The anniversary; of 29 February the last of the month."""
    last = calendar.monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, last))


def financial_year(day):
    """The year in which the financial year of the day begins."""
    return day.year if day >= date(day.year, 4, 1) else day.year - 1


def panel_dates(first, last):
    """First and third Tuesdays, from one day to another."""
    days = (after(first, n) for n in range((last - first).days + 1))
    return [d for d in days if d.weekday() == 1 and (d.day <= 7 or 15 <= d.day <= 21)]


PANELS = panel_dates(date(2021, 1, 1), date(2025, 4, 30))
