"""Where an article says it was written: the dateline before its text, or a line above it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from rashomon.extract.fields.names import is_person
from rashomon.extract.fields.places import is_place, is_place_here, place_case
from rashomon.extract.sheet import Found, Line, Sheet, in_text
from rashomon.extract.written import find_written
from rashomon.model.article import Dateline
from rashomon.text.agencies import looks_like_agency

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?"
_DAYS = (
    re.compile(rf"(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}[,.]?$", re.I),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})\.?{_YEAR}[,.]?$", re.I),
)
# WASHINGTON (AP) — | BAGHDAD, Jan 16 (Reuters) - | New Delhi, Jan 16 (ANI): | PARIS — | (AFP)
_MARK = re.compile(r"\s?(?:[—–:]|--|(?<=[)\]])\s*-|\s-(?=\s)|-(?=\s)|(?<=\))(?=\s))\s*")
_BRACKETED = re.compile(r"\s*\[[^\]]*\]?$")  # "New Delhi [India]"
_AGENCY = re.compile(r"[(\[](?P<agency>[^()\[\]\d]{2,40})[)\]],?$")
_SHOUTS = frozenset(
    "watch update updated breaking exclusive analysis opinion video note editor's read live "
    "warning spoiler photos gallery review interview fact".split()
)
_NOTES = frozenset("correction clarification editor's published posted on last from by".split())
_DIGIT = re.compile(r"\d")
OPENING_CHARACTERS = 120
_SEPARATOR = re.compile(r"\s*(?:[|•·]|\s[–—-]\s|[–—-]\s|\s[–—-])\s*")
_IN_PLACE = re.compile(
    r"^(?:by |By |BY )(?P<person>.{3,60}?)(?: in |, )(?P<place>[^\W\d_][\w .'’-]{2,30})$"
)


class Opening(NamedTuple):
    """The dateline at the start of a paragraph, and where the text after it begins."""

    place: tuple[int, int] | None
    day: str | None
    agency: tuple[int, int] | None
    end: int


def find_opening(text: str) -> Opening | None:
    """The dateline that a paragraph opens with; None where it opens with a sentence."""
    for mark in _MARK.finditer(text[:OPENING_CHARACTERS]):
        opening = _parse_opening(text[: mark.start()], mark[0].strip(), mark.end())
        if opening:
            return opening
    return None


def _parse_opening(prefix: str, mark: str, end: int) -> Opening | None:
    rest, agency, day = prefix.rstrip(), None, None
    signed = _AGENCY.search(rest)
    if signed:
        agency, rest = signed.span("agency"), rest[: signed.start()].rstrip(" ,")
    for pattern in _DAYS:
        dated = pattern.search(rest)
        if dated and _day_of(dated):
            day, rest = _day_of(dated), rest[: dated.start()].rstrip(" ,:")
            break
    start = len(rest) - len(rest.lstrip(' "“([•'))
    place = _BRACKETED.sub("", rest[start:]).rstrip(" ,-")
    if not _is_opening(place, prefix[slice(*agency)] if agency else "", bool(day), mark):
        return None
    return Opening((start, start + len(place)) if place else None, day, agency, end)


def _is_opening(place: str, agency: str, dated: bool, mark: str) -> bool:
    if place and (not place[0].isupper() or len(place.split()) > 6 or _DIGIT.search(place)):
        return False
    city = re.split(r"[,/(]", place)[0]
    shouted = city.isupper() and len(city) > 2 and place.split()[0].casefold() not in _SHOUTS
    shaped = shouted or is_place(place)
    if agency:
        known = looks_like_agency(agency) or (agency.isupper() and len(agency) <= 8)
        if not known:
            return shaped and mark in ("-", "--", "–", "—")
        return bool(mark) if not place else shaped or bool(mark) or dated
    if not place:
        return False
    if mark == ":" and dated:
        # "Nordholm, September 13: The council ..."
        return is_place(place) or place.split()[0].casefold() not in (*_SHOUTS, *_NOTES)
    return (shaped and mark != ":") or (is_place(place) and (mark == ":" or dated))


def _day_of(found: re.Match[str]) -> str | None:
    """The day as `YYYY-MM-DD`, or as `MM-DD` where the year is left to the reader."""
    month, day = found["month"][:3].lower(), int(found["day"])
    if month not in _MONTHS or not 1 <= day <= 31:
        return None
    short = f"{_MONTHS.index(month) + 1:02}-{day:02}"
    return f"{found['year']}-{short}" if found["year"] else short


def find_dateline(sheet: Sheet, published: str | None) -> Found[Dateline] | None:
    """The place and day that the article gives for itself.

    A day without a year takes the year of `published` where that is the same day or the next.
    """
    return _in_openings(sheet, published) or _above(sheet)


def read_dateline(text: str, published: str | None) -> Dateline | None:
    """What a dateline says that is stated apart from its text."""
    line = f"{text.rstrip(' -–—:')} —"
    opening = find_opening(line)
    if not opening or not opening.place:
        return None
    return Dateline(place_case(line[slice(*opening.place)]), _with_year(opening.day, published))


def _in_openings(sheet: Sheet, published: str | None) -> Found[Dateline] | None:
    for line in sheet.body[:3]:
        opening = find_opening(line.text)
        if opening and (opening.place or opening.day):
            start, end = opening.place or (0, opening.end)
            place = place_case(line.text[start:end]) if opening.place else None
            day = _with_year(opening.day, published)
            evidence = in_text(line.start + start, line.start + end, "opening of the text")
            return Found(Dateline(place, day), (evidence,))
    return None


def _with_year(day: str | None, published: str | None) -> str | None:
    if day is None or len(day) == 10:
        return day
    if published is None or len(published) < 10:
        return None
    gap = _ordinal(published[5:10]) - _ordinal(day)
    return f"{published[:4]}-{day}" if 0 <= gap <= 2 else None


def _ordinal(month_day: str) -> int:
    return int(month_day[:2]) * 31 + int(month_day[3:5])


def _above(sheet: Sheet) -> Found[Dateline] | None:
    lines = [line for line in sheet.head if line.words <= 12]
    for line in lines:
        found = _beside_name(line, sheet) or _before_date(line, sheet)
        if found:
            return found
    if sheet.headline is None:
        return None
    for line in lines:
        if line.index > sheet.headline and (
            (is_place(line.text) and _in_a_list(sheet, line)) or _between(sheet, line)
        ):
            return _place(line, 0, len(line.text), "line above the text")
    return None


def _between(sheet: Sheet, line: Line) -> bool:
    """Whether a name stands between a signature and a date, and the text speaks of that place."""
    before, after = sheet.beside(line)
    if not before or not after or line.words > 3 or not line.text[:1].isupper():
        return False
    signed = looks_like_agency(before.text) or is_person(before.text)
    if not signed or not find_written(after.text) or looks_like_agency(line.text):
        return False
    return any(re.search(rf"\b{re.escape(line.text)}\b", other.text) for other in sheet.body)


def _before_date(line: Line, sheet: Sheet) -> Found[Dateline] | None:
    """`Nordholm, 17 October 2023`: the head of a letter or a release."""
    dates = find_written(line.text)
    name = line.text[: dates[0].start].rstrip() if dates else ""
    if not name.endswith(",") or not 1 <= len(name.split()) <= 3:
        return None
    place = name.rstrip(",")
    if not is_place_here(place, sheet):
        return None
    found = _place(line, 0, len(place), "place before a date")
    return replace(found, value=replace(found.value, date=dates[0].value[:10]))


def _beside_name(line: Line, sheet: Sheet) -> Found[Dateline] | None:
    """`Washington- Jane Doe`, `Jane Doe, Paris`, `By Jane Doe in Paris`, `PTI | Delhi | 3 May`."""
    inside = _IN_PLACE.match(line.text)
    if inside and is_place(inside["place"]) and is_person(inside["person"]):
        return _place(line, *inside.span("place"), "place beside a name")
    pieces = list(_pieces(line.text))
    if len(pieces) < 2:
        return None
    for start, end in pieces:
        piece = line.text[start:end]
        others = [line.text[a:b] for a, b in pieces if a != start]
        if is_place_here(piece, sheet) and any(
            is_person(other) or looks_like_agency(other) or find_written(other) for other in others
        ):
            return _place(line, start, end, "place beside a name or date")
    return None


def _pieces(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for mark in _SEPARATOR.finditer(text):
        if mark.start() > start:
            spans.append((start, mark.start()))
        start = mark.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _in_a_list(sheet: Sheet, line: Line) -> bool:
    """Whether an agency, a date or a person stands among the lines around it."""
    near = sheet.lines[max(0, line.index - 3) : line.index + 4]
    return any(
        looks_like_agency(other.text) or find_written(other.text) or is_person(other.text)
        for other in near
        if other.index != line.index and other.words <= 12
    )


def _place(line: Line, start: int, end: int, method: str) -> Found[Dateline]:
    evidence = in_text(line.start + start, line.start + end, method)
    return Found(Dateline(place_case(line.text[start:end]), None), (evidence,))
