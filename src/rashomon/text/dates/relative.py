"""Dates that say how far they lie from another: "Thursday", "last month", "10 days ago"."""

from __future__ import annotations

import datetime
import re

from rashomon.model.reading import Anchor, DateType
from rashomon.text.dates import calendar as c
from rashomon.text.dates.calendar import shape
from rashomon.text.dates.rules import Place, Read, Rule, Worth, date
from rashomon.text.dates.tense import find_direction

_PART = r"(?: (?P<part>morning|afternoon|evening|night))?"
_EDGE = r"(?:(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater|[Ss]ometime) )?"
_CLAUSE = re.IGNORECASE
_NAMED = re.compile(r"\b[A-Z]\w+ $")
_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "prior": -1,
    "this": 0,
    "current": 0,
    "the current": 0,
}
_STEPS |= {"next": 1, "coming": 1, "following": 1, "upcoming": 1, "this coming": 1, "this past": -1}


def _day(known: datetime.date | None, anchor: Anchor, part: str | None = None) -> Worth | None:
    if known is None:
        return None
    if part:
        return Worth(DateType.TIME, f"{known}T{c.PARTS[part.lower()]}", anchor)
    return date(known.isoformat(), anchor)


def _read_weekday(match: re.Match[str], place: Place) -> Worth | None:
    """The nearest such day of the past, the page's own day with it, or the next one ahead."""
    wanted, part = c.weekday_number(match["weekday"]), match["part"]
    if place.day is None:
        value = f"XXXX-WXX-{wanted + 1}"
        if part:
            return Worth(DateType.TIME, f"{value}T{c.PARTS[part.lower()]}")
        return date(value)
    word = (match["which"] or "").lower()
    back = (place.day.weekday() - wanted) % 7
    if word == "the previous":
        return _day(c.move_days(place.day, -(back or 7)), Anchor.PUBLISHED, part)
    ahead = word in ("next", "coming", "this coming") or (
        not word and find_direction(place.text, match.start(), match.end()) > 0
    )
    if ahead:
        return _day(
            c.move_days(place.day, 7 - back if back else 0 if not word else 7),
            Anchor.PUBLISHED,
            part,
        )
    return _day(
        c.move_days(place.day, -(back or (7 if word == "last" else 0))), Anchor.PUBLISHED, part
    )


def _read_deictic(match: re.Match[str], place: Place) -> Worth | None:
    word = re.sub(r"\s+", " ", match["word"].lower())
    if match[0][0].isupper() and _NAMED.search(
        place.text[max(0, match.start() - 20) : match.start()]
    ):
        return None  # a newspaper: "USA Today"
    shift, part = {
        "today": (0, None), "tonight": (0, "night"), "yesterday": (-1, match["part"]),
        "tomorrow": (1, match["part"]), "last night": (-1, "night"), "this morning": (0, "morning"),
        "this afternoon": (0, "afternoon"), "this evening": (0, "evening"),
        "the day before yesterday": (-2, None), "the day after tomorrow": (2, None),
    }[word]  # fmt: skip
    if place.day is None:
        part_value = c.PARTS[part.lower()] if part else ""
        if part_value:
            return Worth(DateType.TIME, f"XXXX-XX-XXT{part_value}")
        return date("PRESENT_REF" if word == "today" else "XXXX-XX-XX")
    return _day(c.move_days(place.day, shift), Anchor.PUBLISHED, part)


def _read_step(match: re.Match[str], place: Place) -> Worth | None:
    """A whole unit near the page's day: "last week", "next year", "later this month"."""
    word = re.sub(r"\s+", " ", match["which"].lower())
    unit = c.unit_name(match["unit"]) if match["unit"] != "weekend" else "weekend"
    if match["unit"][0].isupper() and place.text[max(0, match.start() - 1)] in "\"'“‘":
        return None  # a programme: ABC's "This Week"
    if place.day is None:
        return date(
            {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}.get(unit, "XXXX")
        )
    value = step(place.day, _STEPS[word], unit)
    return date(value, Anchor.PUBLISHED) if value else None


def step(day: datetime.date, count: int, unit: str) -> str | None:
    """The TIMEX3 value that lies `count` whole units from the one that holds the day."""
    moved = c.move_days(day, 7 * count)
    year, month = c.move_months(day, count)
    values = {
        "week": c.week_of(moved) if moved else None,
        "weekend": f"{c.week_of(moved)}-WE" if moved else None,
        "month": f"{year}-{month:02}",
        "quarter": quarter_of(day, count),
        "year": str(day.year + count),
        "decade": str(day.year // 10 + count),
        "century": str(day.year // 100 + count),
        "day": str(c.move_days(day, count)),
        "fortnight": None,
    }
    return values.get(unit)


def quarter_of(day: datetime.date, count: int) -> str:
    """The quarter that lies `count` quarters from the one that holds the day."""
    year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + count, 4)
    return f"{year}-Q{quarter + 1}"


def _read_ago(match: re.Match[str], place: Place) -> Worth | None:
    """A count of units: "10 days ago" by the page's day, "two weeks later" by the text's."""
    unit, word = c.unit_name(match["unit"]), match["way"].lower()
    number = c.read_number(match["number"]) if match["number"] else None
    if unit in c.CLOCK_UNITS:
        return None
    by_text = word not in ("ago", "from now", "hence")
    base = place.last if by_text else place.day
    anchor = Anchor.TEXT if by_text else Anchor.PUBLISHED
    if unit == "year" and place.quarter and number == 1:
        return date(f"{int(place.quarter[:4]) - 1}{place.quarter[4:]}", Anchor.TEXT)
    if by_text and base is None and unit == "year":
        base, anchor = place.day, Anchor.PUBLISHED
    back = word in ("ago", "earlier", "before", "previously")
    if number is None:
        return date("PAST_REF" if back else "FUTURE_REF")
    if base is None:
        return date(
            "XXXX-XX-XX" if unit in ("day", "week") else "XXXX-XX" if unit == "month" else "XXXX"
        )
    value = shift(base, -number if back else number, unit)
    return date(value, anchor) if value else None


def shift(day: datetime.date, count: float, unit: str) -> str | None:
    """The day, month or year that lies so many units away, as exact as the unit lets it be."""
    count = int(count)
    if unit in ("day", "week", "fortnight"):
        moved = c.move_days(day, count * {"day": 1, "week": 7, "fortnight": 14}[unit])
        return (c.week_of(moved) if unit == "week" else moved.isoformat()) if moved else None
    if unit == "month":
        year, month = c.move_months(day, count)
        return f"{year}-{month:02}"
    if unit == "quarter":
        return quarter_of(day, count)
    year = day.year + count * {"year": 1, "decade": 10, "century": 100}[unit]
    return str(year) if 0 < year < 10_000 else None


def _read_next_day(match: re.Match[str], place: Place) -> Worth | None:
    """A day by the one that the text named last: "the next day", "the same day"."""
    if place.last is None:
        return date("XXXX-XX-XX")
    which = match["which"].lower()
    count = {"next": 1, "following": 1, "previous": -1, "same": 0, "that": 0}[which]
    return _day(c.move_days(place.last, count), Anchor.TEXT)


def _read_weekend(match: re.Match[str], place: Place) -> Worth | None:
    """The last weekend, or the next where the clause looks ahead."""
    if place.day is None:
        return date("XXXX-WXX-WE")
    ahead = find_direction(place.text, match.start(), match.end()) > 0
    value = step(place.day, 0 if ahead or place.day.weekday() > 4 else -1, "weekend")
    return date(value, Anchor.PUBLISHED) if value else None


def _rule(pattern: str, read: Read, flags: int = 0, fixed: bool = True) -> Rule:
    return Rule(shape(pattern, flags), read, fixed)


_AGO = r"(?:ago|later|earlier|before(?=\s*[.,;])|previously|hence|from now)"
_APPROX = (
    r"(?:(?:about|around|nearly|almost|roughly|more than|over|just|only|some|at least|less than) )?"
)
RULES = (
    _rule(
        rf"\b{_EDGE}(?:(?P<which>[Ll]ast|[Tt]his(?: coming| past)?|[Nn]ext|[Pp]ast|[Cc]oming|"
        r"[Tt]he previous) )?"
        rf"(?P<weekday>{c.WEEKDAY}|{c.WEEKDAY.upper()}){_PART}\b(?!s\b)",
        _read_weekday,
    ),
    _rule(
        rf"\b{_EDGE}(?P<word>today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|"
        rf"evening)|the day (?:before yesterday|after tomorrow)){_PART}\b",
        _read_deictic,
        _CLAUSE,
    ),
    _rule(
        rf"\b{_EDGE}(?:the )?(?P<which>last|past|previous|this(?: coming| past)?|current|next|"
        r"coming|following|upcoming) (?:fiscal |calendar )?"
        r"(?P<unit>weekend|week|month|quarter|year|decade|century)\b(?!-)",
        _read_step,
        _CLAUSE,
    ),
    _rule(
        rf"\b{_APPROX}(?:(?P<number>{c.NUMBER}|an?|a couple(?: of)?)|(?:a few|several|many|some))"
        rf" (?P<unit>{c.UNIT}) (?P<way>{_AGO})\b",
        _read_ago,
        _CLAUSE,
        False,
    ),
    _rule(
        r"\b(?:the|that) (?P<which>next|following|previous|same) day\b",
        _read_next_day,
        _CLAUSE,
    ),
    _rule(r"\bthe weekend\b", _read_weekend, _CLAUSE),
)
