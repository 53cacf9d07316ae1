"""Who signed the article: people only, never a role, an agency or an outlet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.extract.fields.names import (
    is_furniture,
    is_given_name,
    is_person,
    is_role,
    normal_case,
    without_agency,
    without_titles,
)
from rashomon.extract.fields.places import is_place, is_place_here
from rashomon.extract.sheet import Found, Line, Sheet, in_text
from rashomon.extract.written import find_written
from rashomon.model.article import Evidence, Label
from rashomon.text.agencies import looks_like_agency

_BY = re.compile(
    r"(?:^|(?<=[|•·–—-] )|(?<=\s\s))(?:"
    r"(?:(?:written|story|words|posted|text|article|report|analysis|opinion|published|authored|"
    r"reported|compiled|updated|beitrag|blog beitrag|texte?|(?:(?:ein|eine|un|une|una) )?"
    r"(?:beitrag|gastbeitrag|kommentar|kolumne|analyse|bericht|essay|interview|rezension|reportage|artikel)|"
    r"geschrieben|verfasst|veröffentlicht|erstellt|posté|écrit|rédigé|publié|propos recueillis|"
    r"escrito|publicado|redactado|guest post) +(?:by|von|par|por)|"
    r"scritto da|pubblicato da|a cura di|by|von|par|por|di|"
    r"door|authors?|autor(?:in|en)?|auteur|reporting by|reporter)\b\s*:?\s*|"
    r"(?:words|texte?)(?: (?:&|\+|und|and|et) (?:fotos?|bild(?:er)?|photos?))?\s*:\s*)(?=\S)"
    r"|(?-i:^By(?:by )?(?=[A-Z]))",  # "By" and the name in two elements, parted by style alone
    re.I,
)
# "By" on a line of its own over the name.
_ONLY_BY = re.compile(
    r"(?:(?:written|text|kommentar|posted|article|beitrag) )?(?:by|von|par|por)|"
    r"(?:authors?|autor(?:in|en)?|auteur|verfasser) ?:?",
    re.I,
)
_BEYOND = re.compile(
    r"\s*(?:\||•|·|\((?! ?(?:text|reporting))|"
    r";? ?(?:additional reporting|editing|photograph(?:s|y)?|illustration(?:en)?|fotos?|"
    r"bild(?:er)?|edited|updated|published|"
    r"posted|for|contributed|with)\b|@|https?:|\s[^\W\d_]+:\s|\bon (?=\w+day|\d)|\bfollow\b|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d|"
    r"\bemail\b|\d|\.\s+[A-Z][a-z]+ (?:by|in|for)\b).*$",
    re.I | re.S,
)
_SPLIT = re.compile(
    r"\s*(?:,|;|/|&|\+|\band\b|\bund\b|\bet\b|\by\b|\bwith\b|\s[–—-]\s|\|)\s*", re.I
)
_PLACE_AND_PERSON = re.compile(
    r"^(?P<place>[^–—|•-]{3,30}?)\s*[–—|•-]\s*(?P<person>[^–—|•]{4,50})$"
)
_REPORTING = re.compile(r"\(?(?:Reporting|Written|Report) by (?P<names>[^;.)]{4,160})", re.I)
# "Veröffentlicht am 3. Mai 2019 von Jane Doe": only in a line that is known for a byline.
_BY_INSIDE = re.compile(r"(?<!geteilt)(?<!shared)\s(?:by|von|par|por|di)\s+(?=[^\W\d_])", re.I)
_PICTURE = re.compile(r"\b(?:photos?|images?|pictures?|file|getty|video|graphic)\b|\w/[A-Z]", re.I)
_NEVER_BARE = (Label.CAPTION, Label.COMMENT, Label.RELATED, Label.PROMOTION, Label.NOTICE)
# A list of name, place and date as dumps print it: each on a line, bars between them.
_SEPARATORS = re.compile(r"\n\W*[|·]\W*\n")
_HANDLE = re.compile(r"[^\W\d][\w.-]{1,23}\w(?=$| (?:am|on|um|at|vom|le|el)\b|\s*[,|·•–(\d])")
MAX_BYLINE = 160
UNDER = 6  # lines below the first paragraph, which may be a standfirst
_AUTHOR = re.compile(r"(?:author|autor(?:in)?|auteur|text|von|by)\b\s?:", re.I)
SHORT_WORDS = 12


def find_authors(sheet: Sheet) -> Found[tuple[str, ...]] | None:
    """The people who signed, in the order and, for capitals, the case of running text."""
    return _first(sheet, _signed, _beside_place, _beside_date, _bare, _reporting)


def find_signed(sheet: Sheet, near: int) -> Found[tuple[str, ...]] | None:
    """The people of a line by the headline that says so; `near` is how far over it that may stand.

    In documents a menu may say "By main ingredient".
    """
    return _first(_without_menu(sheet, near), _said)


def find_unsigned(sheet: Sheet, near: int) -> Found[tuple[str, ...]] | None:
    """The people who are named where a signature could stand, but by no word that says so."""
    seen = _without_menu(sheet, near)
    signed = _first(seen, _signed)
    found = signed or _first(seen, _beside_place, _beside_date, _bare)
    if found and not signed and any(_is_heading(name, sheet) for name in found.value):
        found = None
    return found or _first(sheet, _reporting)


def _without_menu(sheet: Sheet, near: int) -> Sheet:
    """The sheet with nothing in the lines further over the headline."""
    top = (sheet.first if sheet.headline is None else sheet.headline) - near
    far = (replace(line, text="") for line in sheet.lines[: max(0, top)])
    return replace(sheet, lines=(*far, *sheet.lines[max(0, top) :]))


def _is_heading(name: str, sheet: Sheet) -> bool:
    """Whether a word of the name is one of the page's own: "Health" in its menu."""
    words = {word.casefold() for word in name.split() if len(word) > 3}
    short = (other.text.casefold() for other in sheet.lines if other.words <= 2)
    return any(text != name.casefold() and not words.isdisjoint(text.split()) for text in short)


def _first(
    sheet: Sheet, *finders: Callable[[Sheet], Iterator[tuple[str, Evidence]]]
) -> Found[tuple[str, ...]] | None:
    """What the first of the finders finds that finds something."""
    for finder in finders:
        seen = dict(finder(sheet))
        if seen:
            return Found(tuple(seen), tuple(seen.values()))
    return None


def _signed(sheet: Sheet) -> Iterator[tuple[str, Evidence]]:
    """`By Jane Doe and John Roe, Staff writers`, `Posted on 3 May 2019 by Jane Doe`."""
    yield from _in_lines(sheet, (*sheet.head, *_inside(sheet), *sheet.tail), labelled=True)


def _said(sheet: Sheet) -> Iterator[tuple[str, Evidence]]:
    """The same where the line says so, be it under the first paragraph."""
    under = sheet.lines[sheet.first + 1 : sheet.first + 1 + UNDER]
    under = tuple(line for line in under if line.label is not Label.BODY)
    yield from _in_lines(sheet, (*sheet.head, *under), labelled=False)


def _inside(sheet: Sheet) -> tuple[Line, ...]:
    """Lines of the text that may sign it: blogs do so in the first or last ones."""
    inside = [
        line
        for line in sheet.body
        if line.words <= SHORT_WORDS and (line.text[-1:] != "." or _AUTHOR.match(line.text))
    ]
    named = [line for line in sheet.body[-6:] if _AUTHOR.match(line.text) and line in inside]
    return (*inside[:2], *inside[-2:], *named)


def _in_lines(
    sheet: Sheet, lines: Sequence[Line], labelled: bool
) -> Iterator[tuple[str, Evidence]]:
    """The people of the first line that names some; `labelled` if its label is word enough."""
    for line in lines:
        below = bool(line.index) and _ONLY_BY.fullmatch(sheet.lines[line.index - 1].text)
        start = 0 if below and line.words <= SHORT_WORDS else _names_start(line)
        if start == 0 and not (labelled or below):
            continue
        names = [] if start is None else list(_people(line, start, "byline"))
        if start == 0:
            names = [pair for pair in names if not is_place_here(pair[0], sheet)]
        if start and find_written(line.text):
            names = names or list(_handle(line, start))
        if names:
            yield from names
            return


def _handle(line: Line, start: int) -> Iterator[tuple[str, Evidence]]:
    """`Posted on 9 May by eastside`: the name that a person writes under."""
    found = _HANDLE.match(line.text, start)
    if not found or is_furniture(found[0]) or is_role(found[0]):
        return
    if is_given_name(found[0]) or (found[0].islower() and found.end() == len(line.text)):
        yield found[0], in_text(line.start + start, line.start + found.end(), "byline")


def _names_start(line: Line) -> int | None:
    """Where in a byline the names begin; None for any other line."""
    if line.label is Label.BODY and line.words > SHORT_WORDS:
        return None
    if line.label is Label.CAPTION and _PICTURE.search(line.text):
        return None
    signed = line.label is Label.BYLINE
    if len(line.text) > MAX_BYLINE and not signed:
        return None
    opening = _BY.search(line.text[:MAX_BYLINE])
    if opening:
        return opening.end()
    inside = _BY_INSIDE.search(line.text[:MAX_BYLINE])
    if inside and line.words <= 2 * SHORT_WORDS and (signed or find_written(line.text)):
        return inside.end()
    if line.words > SHORT_WORDS:
        return None
    return 0 if signed or line.label is Label.DATELINE else None


def _people(line: Line, start: int, method: str) -> Iterator[tuple[str, Evidence]]:
    """The names from a place in a line up to the first thing that is no name."""
    signed = start > 0
    rest = _BEYOND.sub("", line.text[start:]) if signed else line.text
    offset, named = start, False
    for position, piece in _split(rest):
        name = _name_in(piece)
        if name is None:
            if named or (signed and position):
                return  # what follows a name is its role
            continue
        named = True
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
    piece = re.split(r"\s+(?:in|for|at|of|from|on|aus)\s+", piece.strip(" .:()[]"))[0].strip()
    piece = without_agency(without_titles(piece))
    if is_person(piece, signed=True) and not looks_like_agency(piece) and not is_place(piece):
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


def _beside_date(sheet: Sheet) -> Iterator[tuple[str, Evidence]]:
    """`11.12.2019 - Jane Doe`, `May 3, 2019 Jane Doe 2`."""
    for line in sheet.head:
        dates = find_written(line.text) if line.words <= SHORT_WORDS else ()
        for low, high in pairwise((0, *(at for d in dates for at in (d.start, d.end)), 999)):
            name = line.text[low:high].strip(" .,;:|·•–—-0123456789")
            named = dates and is_person(name) and not looks_like_agency(name)
            if named and not is_place_here(name, sheet):
                at = line.start + line.text.find(name, low)
                yield normal_case(name), in_text(at, at + len(name), "name beside a date")
                return


def _bare(sheet: Sheet) -> Iterator[tuple[str, Evidence]]:
    """A line that is a name and nothing else, between the headline and the text."""
    counts = _counts(sheet)
    top = max(0, sheet.first - 2) if sheet.headline is None else sheet.headline + 1
    for line in sheet.lines[top : sheet.first]:
        if line.label in _NEVER_BARE:
            continue
        name = line.text.rstrip(",")
        if not is_person(name) or is_place_here(name, sheet) or looks_like_agency(name):
            continue
        # Elsewhere two capitalised words are as often a section or a subtitle.
        near = line.label is Label.BYLINE or _dated_near(sheet, line) or _touches(sheet, line)
        if near and counts[line.text.casefold()] == 1:
            yield normal_case(name), in_text(line.start, line.start + len(name), "name alone")
            return


def _counts(sheet: Sheet) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in sheet.lines:
        key = line.text.casefold()
        counts[key] = counts.get(key, 0) + 1
    return counts


def _touches(sheet: Sheet, line: Line) -> bool:
    """Whether the line stands right above the text and is no heading of it."""
    return line.index == sheet.first - 1 and line.label is not Label.BODY


def _dated_near(sheet: Sheet, line: Line) -> bool:
    near = sheet.lines[max(0, line.index - 2) : line.index + 3]
    beside = (other for other in sheet.beside(line) if other)
    listed = _SEPARATORS.search(sheet.text[line.end : line.end + 12])
    further = sheet.lines[line.index : line.index + 7] if listed else ()
    return any(
        other.words <= 12 and find_written(other.text) for other in (*near, *beside, *further)
    )


def _reporting(sheet: Sheet) -> Iterator[tuple[str, Evidence]]:
    """`(Reporting by Jane Doe in Paris and John Roe; Editing by ...)` under the text."""
    for line in (*sheet.body[-2:], *sheet.tail[:4]):
        found = _REPORTING.search(line.text)
        if found:
            end = found.end("names")
            part = Line(line.index, line.start, line.text[:end], line.label)
            yield from _people(part, found.start("names"), "reporting line")
            return
