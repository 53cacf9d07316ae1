"""Who signed the article: people only, never a role, an agency or an outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract.names import is_person, normal_case
from rashomon.extract.places import is_place
from rashomon.extract.sheet import Found, Line, Sheet, in_text
from rashomon.extract.written import find_written
from rashomon.model.article import Evidence, Label
from rashomon.text.agencies import looks_like_agency

_BY = re.compile(
    r"(?:^|(?<=[|•·–—-] )|(?<=\s\s))(?:(?:written|story|words|posted|text|article|report|analysis|opinion|"
    r"published|authored|reported|compiled|updated)\s+by|by|author|authors|von|par|por|di|door|"
    r"reporting by|reporter)\b\s*:?\s*(?=\S)",
    re.I,
)
_BEYOND = re.compile(
    r"\s*(?:\||•|·|;? ?(?:additional reporting|editing|photograph(?:s|y)?|edited|updated|published|"
    r"posted|for|contributed|with)\b|@|https?:|\bon (?=\w+day|\d)|\bfollow\b|\bemail\b|\d).*$",
    re.I | re.S,
)
_SPLIT = re.compile(
    r"\s*(?:,|;|/|&|\+|\band\b|\bund\b|\bet\b|\by\b|\bwith\b|\s[–—-]\s|\|)\s*", re.I
)
_PLACE_AND_PERSON = re.compile(
    r"^(?P<place>[^–—|•-]{3,30}?)\s*[–—|•-]\s*(?P<person>[^–—|•]{4,50})$"
)
_REPORTING = re.compile(r"\(?(?:Reporting|Written|Report) by (?P<names>[^;.)]{4,160})", re.I)
MAX_BYLINE = 160
NEAR = 4  # lines between a bare name and the headline, the date or the text


def find_authors(sheet: Sheet) -> Found[tuple[str, ...]] | None:
    """The people who signed, in the order and, for capitals, the case of running text."""
    for finder in (_signed, _beside_place, _bare, _reporting):
        seen = dict(finder(sheet))
        if seen:
            return Found(tuple(seen), tuple(seen.values()))
    return None


def _signed(sheet: Sheet) -> Iterator[tuple[str, Evidence]]:
    """`By Jane Doe and John Roe, Staff writers`."""
    for line in (*sheet.head, *sheet.tail):
        if line.label is Label.BODY and line.words > 12:
            continue
        if len(line.text) > MAX_BYLINE and line.label is not Label.BYLINE:
            continue
        opening = _BY.search(line.text[:MAX_BYLINE])
        if opening:
            names = list(_people(line, opening.end(), "byline"))
            if names:
                yield from names
                return
        elif line.label is Label.BYLINE and line.words <= 12:
            names = list(_people(line, 0, "byline"))
            if names:
                yield from names
                return


def _people(line: Line, start: int, method: str) -> Iterator[tuple[str, Evidence]]:
    """The names from a place in a line up to the first thing that is no name."""
    rest = _BEYOND.sub("", line.text[start:])
    offset = start
    for position, piece in _split(rest):
        name = _name_in(piece)
        if name is None:
            if position:
                return  # what follows a name is its role
            continue
        at = line.text.find(name, offset + position)
        yield normal_case(name), in_text(line.start + at, line.start + at + len(name), method)


def _split(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for mark in _SPLIT.finditer(text):
        yield start, text[start : mark.start()]
        start = mark.end()
    yield start, text[start:]


def _name_in(piece: str) -> str | None:
    """The piece if it is a name, or the name that stands before "in Paris"."""
    piece = re.split(r"\s+(?:in|for|at|of|from)\s+", piece.strip(" .:()[]"))[0].strip()
    if is_person(piece) and not looks_like_agency(piece) and not is_place(piece):
        return piece
    return None


def _beside_place(sheet: Sheet) -> Iterator[tuple[str, Evidence]]:
    """`Washington- Jane Doe`, `Jane Doe | Paris`."""
    for line in sheet.head:
        found = _PLACE_AND_PERSON.match(line.text)
        if not found or line.words > 10:
            continue
        for name, other in (("person", "place"), ("place", "person")):
            if is_person(found[name]) and is_place(found[other]):
                start, end = (line.start + at for at in found.span(name))
                yield normal_case(found[name]), in_text(start, end, "name beside a place")
                return


def _bare(sheet: Sheet) -> Iterator[tuple[str, Evidence]]:
    """A line that is a name and nothing else, between the headline and the text."""
    if sheet.headline is None:
        return
    counts = _counts(sheet)
    for line in sheet.lines[sheet.headline + 1 : sheet.first]:
        if line.label in (Label.CAPTION, Label.COMMENT, Label.RELATED):
            continue
        text = line.text.rstrip(",")
        if not is_person(text) or is_place(text) or looks_like_agency(text):
            continue
        near = sheet.first - line.index <= NEAR or _dated_near(sheet, line)
        if near and counts[text.casefold()] == 1:
            yield normal_case(text), in_text(line.start, line.start + len(text), "name alone")
            return


def _counts(sheet: Sheet) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in sheet.lines:
        key = line.text.casefold()
        counts[key] = counts.get(key, 0) + 1
    return counts


def _dated_near(sheet: Sheet, line: Line) -> bool:
    near = sheet.lines[max(0, line.index - 2) : line.index + 3]
    return any(other.words <= 12 and find_written(other.text) for other in near)


def _reporting(sheet: Sheet) -> Iterator[tuple[str, Evidence]]:
    """`(Reporting by Jane Doe in Paris and John Roe; Editing by ...)` under the text."""
    for line in (*sheet.body[-2:], *sheet.tail[:4]):
        found = _REPORTING.search(line.text)
        if found:
            end = found.end("names")
            part = Line(line.index, line.start, line.text[:end], line.label)
            yield from _people(part, found.start("names"), "reporting line")
            return
