"""Which days a TIMEX3 value covers, so that "last month" and "3 January" can be held together."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEAR = re.compile(r"\d{4}")
_PARTS = {"Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6)}
_PARTS |= {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3)}


class Period(NamedTuple):
    """The first and the last day."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it is long."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Period) -> int:
        """Days from the end of the one to the start of the other; 0 where they overlap."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


def find_period(value: str) -> Period | None:
    """The days of a DATE or TIME value; None for a length of time and for what has no place."""
    try:
        return _read(value)
    except (ValueError, OverflowError):
        return None


def _read(value: str) -> Period | None:
    if found := _DAY.fullmatch(value):
        day = date(*(int(part) for part in found.groups()))
        return Period(day, day)
    if found := _MONTH.fullmatch(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _WEEK.fullmatch(value):
        first = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
        return Period(first, first + timedelta(days=1 if found[3] else 6))
    if found := _PART.fullmatch(value):
        return _months(int(found[1]), *_PARTS[found[2]])
    if _YEAR.fullmatch(value):
        return _months(int(value), 1, 12)
    return None


def _months(year: int, month: int, count: int) -> Period:
    more, last = divmod(month - 1 + count, 12)
    return Period(date(year, month, 1), date(year + more, last + 1, 1) - timedelta(days=1))
