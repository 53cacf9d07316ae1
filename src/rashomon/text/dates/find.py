"""Time expressions in a text, with their TIMEX3 values."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.model.reading import Date, DateType
from rashomon.model.span import Span
from rashomon.text.dates import clock, clock_words, durations, relative, rules, seasons
from rashomon.text.dates.calendar import make_day, read_day
from rashomon.text.dates.rules import Place, Rule, Worth

MAX_CHARACTERS = 1_000_000  # the rest of a longer text is not read
_RULES = (
    *rules.RULES,
    *relative.RULES,
    *seasons.RULES,
    *durations.RULES,
    *clock.RULES,
    *clock_words.RULES,
)
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_FAR = 600  # characters: a day named further up is no anchor for "two days later"
_DAY_PART = re.compile(r"(\d{4}-\d\d-\d\d|XXXX-WXX-\d)T(MO|AF|EV|NI)")
_NIGHT = 5  # the hour from which on "at night" is before midnight
_JOINT = re.compile(r",?\s{1,3}(?:on\s{1,3}|of\s{1,3})?")


def find_dates(text: str, published: str | None = None) -> tuple[Date, ...]:
    """The time expressions of the text, in order, none inside another.

    Relative days go by the local day of `published`; without one a weekday stays
    `XXXX-WXX-3`, "January 5" stays `XXXX-01-05`. "two days later" goes by the last day that
    the text names. Source: TIMEX3 of TimeML 1.2.1.
    Cost: linear in the text.
    """
    text = text[:MAX_CHARACTERS]
    return tuple(_with_clock(text, list(_dates(text, read_day(published)))))


def find_moments(text: str) -> tuple[Span, ...]:
    """The places of dates and clock times, without the lengths of time, which are figures."""
    return tuple(
        Span(match.start(), match.end())
        for match, rule in _matches(text)
        if rule.fixed and rule.read(match, Place(text, None, None))
    )


def _matches(text: str) -> Iterator[tuple[re.Match[str], Rule]]:
    """The longest matches of any rule, from left to right."""
    found = [(match, rule) for rule in _RULES for match in rule.pattern.finditer(text)]
    found.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    end = 0
    for match, rule in found:
        if match.start() >= end and rule.read(match, Place(text, None, None, "2000-Q1")):
            yield match, rule
            end = match.end()


def _dates(text: str, day: datetime.date | None) -> Iterator[Date]:
    last: tuple[int, datetime.date] | None = None
    quarter: str | None = None
    for match, rule in _matches(text):
        near = last[1] if last and match.start() - last[0] < _FAR else None
        worth = rule.read(match, Place(text, day, near, quarter))
        if worth is None:
            continue
        found = _date(match, worth)
        yield found
        quarter = found.value if _QUARTER.fullmatch(found.value) else quarter
        if _WHOLE_DAY.match(found.value):
            known = make_day(*(int(part) for part in found.value[:10].split("-")))
            last = (found.end, known) if known else last


def _date(match: re.Match[str], worth: Worth) -> Date:
    end = match.start() + len(match[0].rstrip())
    return Date(match.start(), end, worth.type, worth.value, worth.anchor)


def _with_clock(text: str, dates: list[Date]) -> Iterator[Date]:
    """The dates, a time of day joined with the day that it stands next to."""
    open_: Date | None = None
    for found in dates:
        if open_ is None:
            open_ = found
            continue
        joined = _join(text, open_, found)
        if joined is None:
            yield open_
        open_ = joined or found
    if open_:
        yield open_


def _join(text: str, left: Date, right: Date) -> Date | None:
    if not _JOINT.fullmatch(text, left.end, right.start):
        return None
    clock, day = (left, right) if left.value.startswith("XXXX-XX-XXT") else (right, left)
    if not clock.value.startswith("XXXX-XX-XXT"):
        return None
    if part := _DAY_PART.fullmatch(day.value):
        value = f"{part[1]}T{_in_half(clock.value.split('T', 1)[1], part[2])}"
        return replace(clock, start=left.start, end=right.end, value=value, anchor=day.anchor)
    if day.type is not DateType.DATE:
        return None
    if not (_WHOLE_DAY.fullmatch(day.value) or day.value.startswith("XXXX-WXX-")):
        return None
    value = f"{day.value}T{clock.value.split('T', 1)[1]}"
    return replace(clock, start=left.start, end=right.end, value=value, anchor=day.anchor)


def _in_half(clock: str, part: str) -> str:
    """The time in the half of the day that a part of the day names: "3:40 on Monday evening"."""
    hour = int(clock[:2]) if clock[:2].isdigit() else 12
    late = part in ("AF", "EV") or (part == "NI" and hour >= _NIGHT)
    return f"{hour + 12}{clock[2:]}" if late and hour < 12 else clock
