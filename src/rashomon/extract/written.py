"""Dates as pages print them in date lines and metadata, to ISO 8601 as exact as they are.

Day and month are never guessed: "17-01-2020" is decided by itself, "03/04/2020" only by what
else the page says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# English, German, French, Spanish, Italian, Portuguese, Dutch: the languages whose date lines
# were met in the public page sets. Longest spelling first does not matter: words are whole.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero gennaio janeiro januari ene",
            "february feb februar février févr febrero febbraio fevereiro februari fev",
            "march mar märz mars marzo março maart mrz",
            "april apr avril avr abril aprile abr",
            "may mai mayo maggio maio mei",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet juil julio luglio julho",
            "august aug août agosto augustus ago",
            "september sep sept septembre septiembre settembre setembro set",
            "october oct oktober okt octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre déc diciembre dicembre dezembro dic",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(?<![\d.:/-])(\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?[ -]?(?:of |de )?[ -]?({_MONTH})\b\.?,?"
    rf"(?:[ -]| de )*((?:19|20)\d\d)(?!\d)",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\b\.? ?(\d{{1,2}})(?:st|nd|rd|th)?(?:,|,? at \d|) ?,? ?((?:19|20)\d\d)(?![\d])",
    re.I,
)
_ISO = re.compile(r"(?<![\d.])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
_CJK = re.compile(r"((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_TIME = re.compile(
    r"(?<![\d:.])(\d{1,2})(?:[:.h](\d\d)(?::(\d\d)(?:\.\d+)?)?)? ?"
    r"(?:([ap])\.? ?m\b\.?)?(?![\d/])"
    r"(?: ?((?:UTC|GMT)?[+-]\d{2}:?\d{2}(?!\d)|(?:UTC|GMT)[+-]\d{1,2}(?!\d)|Z\b|UTC\b|GMT\b))?",
    re.I,
)
# "at", "um", "à": between a date and its own time stand no words of a sentence.
_GAP = re.compile(r"[^\w]*(?:(?:at|um|à|a las|alle|às|om|T)\b)?[^\w]*", re.I)
_GAP_BEFORE = re.compile(
    r"[^\w]*(?:[a-z]{1,4}\b[^\w]*)?(?:on\b[^\w]*)?(?:[^\W\d]{2,9}\b)?[^\w]*", re.I
)
_FULL = re.compile(r"(?:19|20)\d\d")  # every date here has its year
_NEAR = 24  # characters between a date and its time: "Thu 16 Jan 2020 | 08:29 PM"


@dataclass(frozen=True, slots=True)
class Written:
    """A date where it is printed; `other` is the second reading of an undecidable one."""

    start: int
    end: int
    value: str
    other: str | None = None


def find_written(text: str) -> tuple[Written, ...]:
    """The full dates in a line with their times of day, in order."""
    return _find_all(text) if _FULL.search(text) else ()


@lru_cache(maxsize=1024)  # several parts ask of the same lines
def _find_all(text: str) -> tuple[Written, ...]:
    found: list[Written] = []
    spans = sorted(set(_days(text)))
    for index, (start, end, value, other) in enumerate(spans):
        if found and start < found[-1].end:
            continue
        low = found[-1].end if found else 0
        high = spans[index + 1][0] if index + 1 < len(spans) else len(text)
        found.append(_with_time(text, Written(start, end, value, other), low, high))
    return tuple(found)


def parse_written(text: str) -> str | None:
    """The one date that a metadata value holds, to the minute where it says so.

    Midnight to the second is what programs write for "some time that day", so it is a day.
    """
    found = find_written(text.strip()[:80])
    if len(found) != 1 or found[0].other:
        return None
    value = found[0].value
    return value[:10] if "T00:00" in value and "00:00:00" in text else value


def _days(text: str) -> Iterator[tuple[int, int, str, str | None]]:
    for found in _DAY_FIRST.finditer(text):
        yield from _day(found, found[3], _MONTHS[found[2].lower()], found[1])
    for found in _MONTH_FIRST.finditer(text):
        yield from _day(found, found[3], _MONTHS[found[1].lower()], found[2])
    for found in (*_ISO.finditer(text),):
        yield from _day(found, found[1], found[3], found[4])
    for found in (*_PACKED.finditer(text), *_CJK.finditer(text)):
        yield from _day(found, found[1], found[2], found[3])
    for found in _NUMERIC.finditer(text):
        day_first = _iso(found[4], found[3], found[1])
        month_first = _iso(found[4], found[1], found[3])
        if found[2] == ".":  # nobody who writes the month first separates by full stops
            month_first = None
        value = day_first or month_first
        other = month_first if day_first and month_first != day_first else None
        if value:
            yield found.start(), found.end(), value, other


def _day(
    found: re.Match[str], year: str, month: str | int, day: str
) -> Iterator[tuple[int, int, str, None]]:
    value = _iso(year, month, day)
    if value:
        yield found.start(), found.end(), value, None


def _iso(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _with_time(text: str, day: Written, low: int, high: int) -> Written:
    """The date with the time that follows it closely, or else stands closely before it."""
    after = text[day.end : min(high, day.end + _NEAR)]
    before_start = max(low, day.start - _NEAR)
    for offset, piece in ((day.end, after), (before_start, text[before_start : day.start])):
        for found in _TIME.finditer(piece):
            clock = _clock(found)
            follows = offset == day.end
            gap = piece[: found.start()] if follows else piece[found.end() :]
            if clock and (_GAP if follows else _GAP_BEFORE).fullmatch(gap):
                start = min(day.start, offset + found.start())
                end = max(day.end, offset + len(piece[: found.end()].rstrip()))
                other = day.other + clock if day.other else None
                return Written(start, end, day.value + clock, other)
    return day


def _clock(found: re.Match[str]) -> str | None:
    hour, minute, half = int(found[1]), found[2], (found[4] or "").lower()
    if minute is None and not half:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or int(minute or 0) > 59:
        return None
    return f"T{hour:02}:{int(minute or 0):02}{_offset(found[5])}"


def _offset(zone: str | None) -> str:
    """The offset of a zone that can mean one thing only; "IST" and "ET" never come here."""
    if not zone:
        return ""
    zone = zone.upper()
    digits = zone.removeprefix("UTC").removeprefix("GMT")
    if zone in ("Z", "UTC", "GMT"):
        return "Z"
    sign, numbers = digits[0], digits[1:].replace(":", "")
    if len(numbers) <= 2:
        numbers = f"{int(numbers):02}00"
    if int(numbers[:2]) > 14 or int(numbers[2:]) > 59:
        return ""
    return f"{sign}{numbers[:2]}:{numbers[2:]}"
