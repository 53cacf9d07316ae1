"""The shapes in which texts write dates, one rule a shape: a pattern, and what it is worth.

A rule reads its match with a `Place`: the text, the page's day, and the day that the text named
last. Source: the expression types of TIMEX3 (TimeML 1.2.1) and the modifiers of HeidelTime.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import NamedTuple

from rashomon.model.reading import Anchor, DateType
from rashomon.text.dates import calendar as c
from rashomon.text.dates.calendar import shape
from rashomon.text.dates.tense import find_direction


class Place(NamedTuple):
    """Where a match stands: in this text, on a page of this day, after this day and quarter."""

    text: str
    day: datetime.date | None
    last: datetime.date | None
    quarter: str | None = None


class Worth(NamedTuple):
    """The TIMEX3 value of an expression, and what it was resolved with."""

    type: DateType
    value: str
    anchor: Anchor | None = None


Read = Callable[[re.Match[str], Place], Worth | None]


class Rule(NamedTuple):
    """One shape. A `fixed` one dates by itself: no figure is read inside it."""

    pattern: re.Pattern[str]
    read: Read
    fixed: bool = True


def date(value: str, anchor: Anchor | None = None) -> Worth:
    """A DATE of that value."""
    return Worth(DateType.DATE, value, anchor)


_NEAR = 90  # days: so near the clause's tense says no more than the calendar
_WD = rf"(?:(?:{c.WEEKDAY}|{c.SHORT_WEEKDAY})(?: (?:morning|afternoon|evening|night))?,? )?"
_PRE = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-)(?:in )?)?"
_MONTHS = f"(?i:{c.MONTH})"
_TH = r"(?:st|nd|rd|th)?"


def _full(
    year: str | None, month: str, day: str, match: re.Match[str], place: Place
) -> Worth | None:
    number = int(re.sub(r"\D", "", day))
    if year:
        known = c.make_day(int(year), c.month_number(month), number)
        return date(known.isoformat()) if known else None
    return _nearest_year(c.month_number(month), number, match, place)


def _nearest_year(month: int, day: int, match: re.Match[str], place: Place) -> Worth | None:
    if place.day is None:
        return date(f"XXXX-{month:02}-{day:02}") if day <= 31 else None
    base = place.day
    years = (base.year - 1, base.year, base.year + 1)
    days = [known for year in years if (known := c.make_day(year, month, day))]
    if not days:
        return None
    ahead = find_direction(place.text, match.start(), match.end())
    nearest = min(days, key=lambda known: (abs((known - base).days), known))
    fitting = [known for known in days if (known - base).days * ahead >= 0]
    if abs((nearest - base).days) > _NEAR and fitting:
        nearest = min(fitting, key=lambda known: abs((known - base).days))
    return date(nearest.isoformat(), Anchor.PUBLISHED)


def _read_dmy(match: re.Match[str], place: Place) -> Worth | None:
    return _full(match["year"], match["month"], match["day"], match, place)


def _read_iso(match: re.Match[str], place: Place) -> Worth | None:
    known = c.make_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if known is None:
        return None
    if match["clock"]:
        return Worth(DateType.TIME, f"{known}T{match['clock']}")
    return date(known.isoformat())


def _read_numeric(match: re.Match[str], place: Place) -> Worth | None:
    """17/01/2020; where both orders give a day, the one nearer to the page's day."""
    left, right, year = int(match["left"]), int(match["right"]), int(match["year"])
    if len(match["year"]) == 2:
        if match["sep"] != "/":
            return None
        year += 2000 if year < 50 else 1900
    days = {known for pair in ((left, right), (right, left)) if (known := c.make_day(year, *pair))}
    if len(days) == 2 and place.day is None:
        return date(str(year))
    base = place.day or datetime.date(1, 1, 1)
    nearest = min(days, key=lambda known: (abs((known - base).days), known), default=None)
    return date(nearest.isoformat()) if nearest else None


def _read_month_year(match: re.Match[str], place: Place) -> Worth | None:
    month = c.month_number(match["month"])
    if match["year"].isdigit():
        return date(f"{match['year']}-{month:02}")
    if place.day is None:
        return date(f"XXXX-{month:02}")
    shift = {"last": -1, "this": 0, "next": 1}[match["year"].lower().split()[0]]
    return date(f"{place.day.year + shift}-{month:02}", Anchor.PUBLISHED)


def _read_month(match: re.Match[str], place: Place) -> Worth | None:
    """A month alone: the nearest of the past, or the next where the clause looks ahead."""
    month = c.month_number(match["month"])
    if place.day is None:
        return date(f"XXXX-{month:02}")
    base, word = place.day, (match.groupdict().get("which") or "").lower()
    ahead = find_direction(place.text, match.start(), match.end())
    back = (base.month - month) % 12
    if word == "next" or (not word and (ahead > 0 or back > 9 or (back > 7 and not ahead))):
        year = base.year + (month < base.month or (month == base.month and word == "next"))
    elif word in ("this", "this coming"):
        year = base.year
    else:
        year = base.year - (month > base.month or (month == base.month and word == "last"))
    return date(f"{year}-{month:02}", Anchor.PUBLISHED)


def _read_decade(match: re.Match[str], place: Place) -> Worth | None:
    digits = match["decade"]
    return date(digits[:3] if len(digits) == 4 else f"19{digits[0]}")


def _read_century(match: re.Match[str], place: Place) -> Worth | None:
    words = {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}
    words["twenty-first"] = 21
    word = match["century"].lower()
    number = int(word) if word.isdigit() else words[word]
    return date(f"{number - 1:02}") if 0 < number < 30 else None


def _read_year(match: re.Match[str], place: Place) -> Worth | None:
    return date(match["year"])


def _rule(pattern: str, read: Read) -> Rule:
    return Rule(shape(pattern), read)


RULES = (
    _rule(
        rf"(?<![\d-])(?P<year>{c.YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"
        r"(?:[T ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)?)?",
        _read_iso,
    ),
    _rule(
        rf"\b{_WD}(?:the )?(?<!\d)(?P<day>{c.DAY}){_TH}(?: of)?"
        rf"[\s-]{{1,3}}(?P<month>{_MONTHS})\b\.?(?:,?[\s-]{{1,3}}(?P<year>{c.YEAR})\b)?",
        _read_dmy,
    ),
    _rule(
        rf"\b(?:last )?{_WD}(?P<month>{_MONTHS}) (?:the )?(?P<day>{c.DAY}){_TH}(?![\d%]|[.,:]\d)\b"
        rf"(?:,? (?:of )?(?P<year>{c.YEAR})\b)?",
        _read_dmy,
    ),
    _rule(
        r"(?<![\d/.-])(?P<left>\d{1,2})(?P<sep>[/.-])(?P<right>\d{1,2})(?P=sep)"
        r"(?P<year>\d{4}|\d{2})(?![\d/-])",
        _read_numeric,
    ),
    _rule(
        rf"\b(?:the (?:end|beginning|start|middle) of )?{_PRE}(?P<month>{_MONTHS}),? (?:of )?"
        rf"(?P<year>{c.YEAR}|(?:last|this|next) year)\b",
        _read_month_year,
    ),
    _rule(
        rf"\b(?:(?P<which>[Ll]ast|[Tt]his(?: coming| past)?|[Nn]ext|[Pp]ast) |"
        r"(?:[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:end|beginning|start|middle) of)"
        r"[\s-]{1,3}(?:in )?)"
        rf"(?P<month>{c.LONG_MONTH}|March|May)(?!\w)",
        _read_month,
    ),
    _rule(rf"\b(?P<month>{c.LONG_MONTH})(?!\w)", _read_month),
    _rule(
        r"(?:(?<=\b[Ii]n\x20)|(?<=\b[Bb]y\x20)|(?<=\bof\x20)|(?<=\b[Ss]ince\x20)|"
        r"(?<=\b[Uu]ntil\x20)|(?<=\bfrom\x20))"
        r"(?P<month>March|May)\b(?! [A-Z])",
        _read_month,
    ),
    _rule(
        r"\b(?:[Tt]he )?(?:(?:early|late|mid)[\s-]{1,3}(?:to[\s-]{1,3}late[\s-]{1,3})?)?"
        r"(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b",
        _read_decade,
    ),
    _rule(r"\b[Tt]he (?:(?:early|late|mid)[\s-]{1,3})?['’]?(?P<decade>[2-9]0)s\b", _read_decade),
    _rule(
        r"\b(?:[Tt]he )?(?:(?:early|late|mid)[\s-]{1,3})?(?P<century>\d\d|[Ss]eventeenth|"
        r"[Ee]ighteenth|[Nn]ineteenth|[Tt]wentieth|[Tt]wenty-first)(?:th|st|nd|rd)?"
        r"[\s-]{1,3}century\b",
        _read_century,
    ),
    _rule(
        r"\b(?:(?:[Tt]he (?:end|beginning|start|middle) of|[Ff]iscal(?: year)?|[Tt]he year|"
        r"[Ee]arly(?: in)?|[Ll]ate(?: in)?|[Mm]id)[\s-]{1,3})?"
        rf"(?<![\d$£€.,/:-])(?P<year>{c.YEAR})(?![\d%$€£]|[.,/:-]\d|-year|"
        r" (?:per\s?cent|percent|people|miles|dollars|points|feet|meters|metres|troops|soldiers|"
        r"pounds|euros))\b",
        _read_year,
    ),
)
