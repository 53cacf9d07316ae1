"""The words of the calendar, and arithmetic on days, months and years that may be half known."""

from __future__ import annotations

import datetime
import re

from rashomon.text.numerals import ONES

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DAYS_AND_MONTHS = frozenset((*_DAY_NAMES, *_MONTH_NAMES))
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "fortnight": "F",
}  # fmt: skip
CLOCK_UNITS = {"second", "minute", "hour"}
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
LONG_MONTH = (
    r"(?:January|February|April|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?"
YEAR = r"(?:1[5-9]|2[01])\d\d"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|"
    r"centur(?:y|ies)|fortnights?)"
)
_NUMBERS = [*ONES, "twenty"]
_WORDS = {word: value for value, word in enumerate(_NUMBERS)} | {
    "a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "dozen": 12, "couple": 2,
    "half": 0,
}  # fmt: skip
_ONES = "one|two|three|four|five|six|seven|eight|nine"
NUMBER = (
    r"(?:\d{1,4}(?:,\d{3})?(?:\.\d+)?(?:\s1/2)?|"
    rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{_ONES}))?|"
    r"ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    rf"(?:(?:{_ONES})\s)?(?:hundred|thousand)|{_ONES})"
)


def shape(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, in which a space stands for up to three characters of white space."""
    return re.compile(pattern.replace(" ", r"\s{1,3}"), flags)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its short form."""
    stem = word.lower().rstrip(".")[:3]
    return next(i for i, name in enumerate(_MONTH_NAMES, start=1) if name.startswith(stem))


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday."""
    stem = word.lower()[:2]
    return next(i for i, name in enumerate(_DAY_NAMES) if name.startswith(stem))


def unit_name(word: str) -> str:
    """The singular of a unit of time."""
    word = word.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def read_number(text: str) -> float | None:
    """The value of a number of units; None for "several" and "few"."""
    text = text.lower().replace(",", "")
    if text[0].isdigit():
        whole, _, half = text.partition(" ")
        return float(whole) + (0.5 if half else 0)
    parts = [_WORDS.get(part) for part in re.split(r"[- ]", text)]
    if any(part is None for part in parts):
        return None
    total = 0.0
    for part in parts:
        total = total * part if part in (100, 1000) and total else total + (part or 0)
    return total


def make_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where the calendar has none such."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def read_day(published: str | None) -> datetime.date | None:
    """The day of an ISO date or moment, in its own zone; None where it is no whole day."""
    try:
        return datetime.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def move_months(day: datetime.date, count: int) -> tuple[int, int]:
    """Year and month that lie `count` months from the day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return year, month + 1


def move_years(day: datetime.date, count: int) -> datetime.date | None:
    """The same day in another year; the 28th for a leap day that is not there."""
    year = day.year + count
    return make_day(year, day.month, day.day) or make_day(year, day.month, 28)


def week_of(day: datetime.date) -> str:
    """The ISO week of the day."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def move_days(day: datetime.date, count: int) -> datetime.date | None:
    """The day that lies `count` days from this one, within the calendar."""
    try:
        return day + datetime.timedelta(days=count)
    except OverflowError:
        return None
