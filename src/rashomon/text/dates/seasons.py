"""Seasons, quarters, holidays, and the words for the past and the future at large."""

from __future__ import annotations

import datetime
import re

from rashomon.model.reading import Anchor
from rashomon.text.dates import calendar as c
from rashomon.text.dates.calendar import shape
from rashomon.text.dates.rules import Place, Read, Rule, Worth, date
from rashomon.text.dates.tense import find_direction

_CLAUSE = re.IGNORECASE
_EDGE = r"(?:(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater|[Ss]ometime) )?"


def _read_season(match: re.Match[str], place: Place) -> Worth | None:
    season, year = c.SEASONS[match["season"].lower()], match["year"]
    if year:
        return date(f"{year}-{season}")
    if place.day is None:
        return date(f"XXXX-{season}")
    which = (match["which"] or "").lower()
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    current = place.day.year
    if which in ("last", "this past"):
        current -= place.day.month < first + 3 and season != "WI"
        current -= season == "WI"
    elif which == "next":
        current += place.day.month >= first
    return date(f"{current}-{season}", Anchor.PUBLISHED)


def _read_same_quarter(match: re.Match[str], place: Place) -> Worth | None:
    """The quarter that the text named last, or the same of the year before."""
    if not place.quarter:
        return None
    years = -1 if match["ago"] else 0
    return date(f"{int(place.quarter[:4]) + years}{place.quarter[4:]}", Anchor.TEXT)


_ORDERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


def _read_quarter(match: re.Match[str], place: Place) -> Worth | None:
    half = match["what"].lower().startswith("h")
    order = 2 if half and match["order"].lower() != "first" else _ORDERS[match["order"].lower()]
    letter = "H" if half else "Q"
    year = match["year"] or match["before"]
    if year and year.isdigit():
        return date(f"{year}-{letter}{order}")
    if place.day is None:
        return date(f"XXXX-{letter}{order}")
    shift_years = {"last": -1, "next": 1}.get((year or "").lower().split(" ")[0], 0)
    current = place.day.year + shift_years
    if not year and not half and (place.day.month - 1) // 3 + 1 < order:
        ahead = find_direction(place.text, match.start(), match.end()) > 0
        current -= 0 if ahead else 1
    return date(f"{current}-{letter}{order}", Anchor.PUBLISHED)


_HOLIDAYS = {
    "christmas day": (12, 25), "christmas": (12, 25), "christmas eve": (12, 24),
    "new year's day": (1, 1), "new year's eve": (12, 31), "boxing day": (12, 26),
    "halloween": (10, 31), "valentine's day": (2, 14), "independence day": (7, 4),
    "may day": (5, 1), "thanksgiving": (11, 0), "thanksgiving day": (11, 0),
}  # fmt: skip


def _read_holiday(match: re.Match[str], place: Place) -> Worth | None:
    month, day = _HOLIDAYS[match["name"].lower().replace("’", "'")]
    if match["year"]:
        return date(_holiday(int(match["year"]), month, day).isoformat())
    if place.day is None:
        return date(f"XXXX-{month:02}-{day:02}" if day else f"XXXX-{month:02}")
    ahead = find_direction(place.text, match.start(), match.end()) > 0
    known = _holiday(place.day.year, month, day)
    year = known.year + (ahead and known < place.day) - (not ahead and known > place.day)
    return date(_holiday(year, month, day).isoformat(), Anchor.PUBLISHED)


def _holiday(year: int, month: int, day: int) -> datetime.date:
    """The holiday's day; day 0 is the fourth Thursday, Thanksgiving."""
    if day:
        return datetime.date(year, month, day)
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta(days=(3 - first.weekday()) % 7 + 21)


def _is_period(match: re.Match[str]) -> bool:
    """Halves need a year: "the second half" alone is a match's as often as a year's."""
    return match["what"].lower() != "half" or bool(match["year"] or match["before"])


def _read_vague(match: re.Match[str], place: Place) -> Worth | None:
    """Words for the past, the present and the future at large."""
    words = re.sub(r"\s+", " ", match[0].lower())
    if match["past"]:
        return date("PAST_REF")
    if match["future"]:
        return date("FUTURE_REF")
    return date("PRESENT_REF") if words else None


def _rule(pattern: str, read: Read, flags: int = 0, fixed: bool = True) -> Rule:
    return Rule(shape(pattern, flags), read, fixed)


RULES = (
    _rule(
        rf"\b{_EDGE}(?:(?P<which>last|this|this past|next) |the )?"
        rf"(?P<season>spring|summer|autumn|fall|winter) (?:of )?(?P<year>{c.YEAR})\b",
        _read_season,
        _CLAUSE,
    ),
    _rule(
        rf"\b{_EDGE}(?P<which>last|this|this past|next) "
        r"(?P<season>spring|summer|autumn|fall|winter)(?P<year>)\b",
        _read_season,
        _CLAUSE,
    ),
    _rule(
        rf"\b(?:the )?(?:(?P<before>{c.YEAR}|(?:this|last|next) year['’]s) )?(?:fiscal )?"
        r"(?P<order>first|second|third|fourth|final|last)[\s-]{1,3}(?P<what>quarter|half)\b"
        rf"(?: of (?:fiscal )?(?P<year>{c.YEAR}|(?:this|last|next) year))?",
        lambda match, place: _read_quarter(match, place) if _is_period(match) else None,
        _CLAUSE,
    ),
    _rule(
        r"\b(?:(?:the (?:comparable )?)?(?P<ago>year-(?:earlier|ago))(?: (?:quarter|period))?|"
        r"the (?:latest )?quarter)\b",
        _read_same_quarter,
        _CLAUSE,
    ),
    _rule(
        r"\b(?P<name>Christmas(?: Day| Eve)?|New Year['’]s (?:Day|Eve)|Boxing Day|Halloween|"
        r"Valentine['’]s Day|Independence Day|May Day|Thanksgiving(?: Day)?)"
        rf"(?:,? (?P<year>{c.YEAR}))?\b",
        _read_holiday,
    ),
    _rule(
        r"\b(?:(?P<past>recently|recent (?:days|weeks|months|years)|"
        r"the past(?! \w+ (?:years|months|weeks|days))|formerly)|"
        r"(?P<future>soon(?! (?:as|after))|the (?:near )?future|"
        r"(?:the )?(?:coming|next few) (?:days|weeks|months|years)|shortly(?! (?:after|before))|"
        r"as soon as possible)|"
        r"now(?! that)|currently|at present|nowadays|at the moment|these days)\b(?! \d)",
        _read_vague,
        _CLAUSE,
    ),
)
