"""Spans of time and times that come back: "three weeks", "every Monday", "daily"."""

from __future__ import annotations

import re

from rashomon.model.reading import DateType
from rashomon.text.dates import calendar as c
from rashomon.text.dates.calendar import shape
from rashomon.text.dates.rules import Place, Rule, Worth

_CLAUSE = re.IGNORECASE
_RATE = re.compile(
    r"(?:[\d)%]|\d [\w-]+|times|twice|once|thousand|million|billion|dollars|percent)$"
)
_MANY = r"(?:several|a few|few|many|some|a couple(?: of)?|a number of)"
_APPROX = (
    r"(?:(?:at least|more than|less than|up to|about|around|nearly|almost|over(?! the)|roughly|"
    r"only|another|an additional|some) )?"
)
_WINDOW = (
    r"(?:(?:each of )?the (?:past|last|next|first|coming|previous|following|final) |"
    r"(?:past|last|next) )?"
)
_FREQUENCY = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P3M", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y",
}  # fmt: skip


def _period(number: float | None, unit: str) -> str:
    clock = "T" if unit in c.CLOCK_UNITS else ""
    letter, size = c.UNITS[unit], 1.0
    if unit in ("decade", "century"):
        letter, size = "Y", 10.0 if unit == "decade" else 100.0
    if unit == "fortnight":
        letter, size = "W", 2.0
    if number is None:
        return f"P{clock}X{c.UNITS[unit] if size > 2 else letter}"
    count = number * size
    if count != int(count) and unit == "year":
        return f"P{int(count)}Y{round((count % 1) * 12)}M"
    return f"P{clock}{count:g}{letter}"


def _read_duration(match: re.Match[str], place: Place) -> Worth | None:
    number = match["number"]
    value = c.read_number(number) if number else None
    if number and value is None:
        return None
    return Worth(DateType.DURATION, _period(value, c.unit_name(match["unit"])))


def _read_single(match: re.Match[str], place: Place) -> Worth | None:
    return Worth(DateType.DURATION, _period(1, c.unit_name(match["unit"])))


def _read_many(match: re.Match[str], place: Place) -> Worth | None:
    return Worth(DateType.DURATION, _period(None, c.unit_name(match["unit"])))


def _read_set(match: re.Match[str], place: Place) -> Worth | None:
    if match["weekday"]:
        return Worth(DateType.SET, f"XXXX-WXX-{c.weekday_number(match['weekday']) + 1}")
    unit = c.unit_name(match["unit"]) if match["unit"] else ""
    if not unit:
        return Worth(DateType.SET, f"XXXX-XX-XXT{c.PARTS[match['part'].lower()]}")
    if (match["number"] or "").lower() == "other":
        return None
    number = c.read_number(match["number"]) if match["number"] else 1
    return Worth(DateType.SET, _period(number, unit))


def _read_frequency(match: re.Match[str], place: Place) -> Worth | None:
    return Worth(DateType.SET, _FREQUENCY[match["word"].lower()])


def _read_counted(match: re.Match[str], place: Place) -> Worth | None:
    number = re.sub(r"\s+", " ", match["number"].lower())
    if number.startswith("a couple"):
        return Worth(DateType.DURATION, _period(2, c.unit_name(match["unit"])))
    if number.startswith("half"):
        clock = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "century": "P50Y", "decade": "P5Y"}
        value = clock.get(c.unit_name(match["unit"]))
        return Worth(DateType.DURATION, value) if value else None
    return _read_duration(match, place)


def _read_couple(match: re.Match[str], place: Place) -> Worth | None:
    if "couple" in match[0].lower():
        return Worth(DateType.DURATION, _period(2, c.unit_name(match["unit"])))
    return _read_many(match, place)


def _read_article(match: re.Match[str], place: Place) -> Worth | None:
    """A length where it lasts "a week", nothing where it is "$5 a week"."""
    before = place.text[max(0, match.start() - 24) : match.start()].rstrip()
    rate = _RATE.search(before)
    return None if rate else _read_single(match, place)


RULES = (
    Rule(
        shape(
            rf"\b{_APPROX}{_WINDOW}(?P<number>{c.NUMBER}|a couple(?: of)?|half an?)"
            r"(?: (?:more|full|consecutive|straight|additional|long))?"
            rf"[\s-]{{1,3}}(?P<unit>{c.UNIT})\b(?![\s-]olds?\b)(?<!quarters)(?<!-quarter)",
            _CLAUSE,
        ),
        _read_counted,
        False,
    ),
    Rule(
        shape(
            rf"\b(?:the (?:past|last|next|coming) )?{_MANY} (?:more )?(?P<unit>{c.UNIT})\b",
            _CLAUSE,
        ),
        _read_couple,
        False,
    ),
    Rule(
        shape(
            r"\b(?:(?:about|nearly|almost|more than|over|half) )?(?:an?) "
            r"(?:full |whole )?(?P<unit>minute|hour|day|week|month|year|decade|century)\b"
            r"(?! (?:after|before|earlier|later|ago|old)|-)",
            _CLAUSE,
        ),
        _read_article,
        False,
    ),
    Rule(
        shape(
            r"(?:(?<=\bfor\x20)|(?<=\bFor\x20)|(?<=\bwithin\x20))"
            r"(?P<unit>hours|days|weeks|months|years|decades|centuries)\b"
        ),
        _read_many,
    ),
    Rule(
        shape(
            rf"\b(?:every|each) (?:(?P<number>{c.NUMBER}|other) )?(?:(?P<unit>{c.UNIT})|"
            rf"(?P<weekday>{c.WEEKDAY})|(?P<part>morning|afternoon|evening|night))\b",
            _CLAUSE,
        ),
        _read_set,
        False,
    ),
    Rule(
        shape(
            r"\b(?P<word>hourly|daily|nightly|weekly|fortnightly|monthly|annually|yearly)\b",
            _CLAUSE,
        ),
        _read_frequency,
    ),
)
