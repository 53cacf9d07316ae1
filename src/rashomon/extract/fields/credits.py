"""The agencies and papers that a page credits with its text, never those of its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from rashomon.extract.fields.credit_phrases import PICTURE, STATION, credits_in_phrases
from rashomon.extract.fields.datelines import find_opening
from rashomon.extract.fields.names import is_person, looks_like_outlet
from rashomon.extract.fields.places import is_place
from rashomon.extract.sheet import Found, Line, Sheet, in_text
from rashomon.extract.written import find_written
from rashomon.model.article import Evidence, Label
from rashomon.text.agencies import find_agency, looks_like_agency

_SEPARATOR = re.compile(r"\s*(?:[|•·;,/]|\s[–—-]\s|\band\b|&)\s*")
_LEADING = re.compile(
    r"^(?:by|sources?|from|via|with|credit|text|report|reported by|agency|agencies|author)\b:?\s+",
    re.I,
)
_DATE = re.compile(
    r"\s+(?:(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* )?\d"
    r"|(?:[Tt]oday|[Yy]esterday)\b).*$"
)
# "news 13 hours ago The Northern Press"
_AGO = re.compile(r"(?:\w+ )?\d{1,2} (?:second|minute|min|hour|day|week)s? ago:? (?=[A-Z])", re.I)
_STAFF = re.compile(r"\s+(?:staff|reporters?|writers?|correspondents?|newswire|news)$", re.I)
_SIGNED = re.compile(r"(?:\s[–—-]{1,2}\s?|\s?\(|\s//\s|\s\[)(?P<name>[^()\[\]–—]{2,40}?)[)\]]?\.?$")
# "By Jane RoeThe Northern Agency": two elements of the page run into one line.
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=(?:The )?[A-Z][a-z]+ [A-Z])")
# "Northern Courier (NNS)": a paper's text that came through an agency.
_THROUGH = re.compile(r"(?P<paper>[^()]{3,40}) \((?P<agency>[A-Z]{2,5})\)")
_JOBS = frozenset("Writer Writers Reporter Reporters Editor Correspondent Journalist".split())
JOB_WORDS = 3  # "Pro Football Writer"
# "SALEM, Ore.--(NORTHERN WIRE)--May 3", "OSLO, May 3, 2020 /NRNewswire/ --"
_WIRED = re.compile(r"[^()/]{2,80}(?:--? ?\(|\s/)(?P<name>[A-Z][\w ]{2,30})[)/] ?--?")
_ELSEWHERE = re.compile(
    r"^(?:[Cc]opyright\b.{1,60}\bvia [A-Z]|[Rr]ead the (?:original|full) (?:\w+ ){0,3}"
    r"(?:article|story|report) (?:at|on|in) )"
)
_BYLINE = re.compile(r"(?:by|reported by|author:?) ?(?=[A-Z])", re.I)
LONGEST_AGENCY = 5  # words
_SIGNED_BY = re.compile(r"^(?:By|BY) [A-Z][^\d]{3,60}$")
_AGENCY_ENDINGS = ("Press", "Agency", "Wire", "Newswire", "Service")
_LETTERS = re.compile(r"[A-Z]{3,6}")
_WITH_STAFF = re.compile(r"\band\b.{2,40}\b(?:staff|reporters?|correspondents?|agencies)$", re.I)
MAX_LINE = 160
MENU_LINES, MENU_WORDS = 4, 4
_LEADS = frozenset("by from von aus par por source quelle fuente".split())


def find_credits(sheet: Sheet, outlet: str | None) -> Found[tuple[str, ...]] | None:
    """The names as the page writes them, each agency once, in the order of the page."""
    seen: dict[str, tuple[str, Evidence]] = {}
    for name, start, method in sorted(_all(sheet, outlet), key=lambda item: item[1]):
        if outlet and _is_short_for(name, outlet):
            # The agency's own page, where the letters stand for the name over it.
            seen.setdefault(outlet.casefold(), (outlet, in_text(start, start + len(name), method)))
            continue
        key = find_agency(name) or name.casefold().removeprefix("the ")
        own = key.casefold() == (outlet or "").casefold().removeprefix("the ")
        # An agency signs its reports on its own pages too; an outlet's sign is no credit.
        if own and not looks_like_agency(name):
            continue
        seen.setdefault(key, (name, in_text(start, start + len(name), method)))
    if not seen:
        return None
    names, evidence = zip(*seen.values(), strict=True)
    return Found(tuple(names), tuple(evidence))


def _is_short_for(letters: str, name: str) -> bool:
    """Whether the letters are the first ones of the name's words: "NP" for Northern Press."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    known = find_agency(letters) and name.split()[-1] not in _AGENCY_ENDINGS
    return letters.isupper() and len(letters) > 1 and letters == initials and not known


def _all(sheet: Sheet, outlet: str | None) -> Iterator[tuple[str, int, str]]:
    yield from _in_datelines(sheet)
    yield from _in_meta_lines(sheet, outlet)
    yield from _under_byline(sheet, outlet)
    yield from _after_writers(sheet)
    yield from _through_agencies(sheet)
    yield from credits_in_phrases(sheet)
    yield from _signatures(sheet)


def _in_datelines(sheet: Sheet) -> Iterator[tuple[str, int, str]]:
    elsewhere = any(_ELSEWHERE.match(line.text) for line in sheet.below)
    for line in (*sheet.head[-2:], *sheet.body[:3]):
        wired = _WIRED.match(line.text)
        if wired and looks_like_agency(wired["name"]):
            yield wired["name"], line.start + wired.start("name"), "opening of the text"
            continue
        opening = find_opening(line.text)
        if opening and opening.agency and line.index >= sheet.first:
            start, end = opening.agency
            for at, name in _parts(line.text[start:end]):
                own = STATION.fullmatch(name) and not elsewhere
                if looks_like_agency(name) or (name.isupper() and not own and not is_place(name)):
                    yield name, line.start + start + at, "opening of the text"


def _in_meta_lines(sheet: Sheet, outlet: str | None) -> Iterator[tuple[str, int, str]]:
    """`PTI`, `By Jane Doe, Associated Press`, `Press TV – January 16, 2020` and the like."""
    for line in (*sheet.head, *sheet.tail[:6]):
        if len(line.text) > MAX_LINE or line.words > 24 or PICTURE.search(line.text):
            continue
        if line.label is Label.HEADLINE or line.text.startswith("©"):
            continue
        if line.label is Label.CAPTION and not _AGO.match(line.text):
            continue
        if _in_menu(line, sheet):
            continue
        dated = bool(find_written(line.text))
        for at, part in _parts(line.text):
            name, offset = _bare_name(part)
            known = looks_like_agency(name) or _is_staffed(name, line)
            if known or (
                dated and line.index < sheet.first and _republished(name, sheet, line, outlet)
            ):
                yield name, line.start + at + offset, "line beside the text"


def _in_menu(line: Line, sheet: Sheet) -> bool:
    """Whether it stands among the names of services and pages, and does not begin the row."""
    before = takewhile(_is_of_menu, reversed(sheet.lines[: line.index]))
    after = takewhile(_is_of_menu, sheet.lines[line.index + 1 :])
    reach = MENU_LINES - 1
    sides = [len(tuple(islice(side, reach))) for side in (before, after)]
    return _is_of_menu(line) and sides[0] > 0 and sum(sides) >= reach


def _is_of_menu(line: Line) -> bool:
    return (
        line.label is Label.NAVIGATION
        and line.words <= MENU_WORDS
        and not any(map(str.isdigit, line.text))
        and line.text.casefold() not in _LEADS
    )


def _under_byline(sheet: Sheet, outlet: str | None) -> Iterator[tuple[str, int, str]]:
    """`By Jane Doe` over `Northern Press`: whom the writer works for, if not for this outlet."""
    for line in sheet.head:
        above, _ = sheet.beside(line)
        if above is None or not _SIGNED_BY.match(above.text) or not 2 <= line.words <= 4:
            continue
        own = outlet is not None and outlet.casefold() in line.text.casefold()
        if looks_like_outlet(line.text) and not own and not find_written(line.text):
            yield line.text, line.start, "line under the byline"


def _after_writers(sheet: Sheet) -> Iterator[tuple[str, int, str]]:
    """`By Jane Doe and John Roe Northern Press`: the agency at the end, without a comma."""
    for line in (*sheet.head, *sheet.tail[:6]):
        if line.words > 16 or PICTURE.search(line.text):
            continue
        signed = _BYLINE.match(line.text)
        if not signed and line.label not in (Label.BYLINE, Label.CREDIT):
            continue
        for start, name in _endings(line.text):
            above = line.text[:start].strip(" ,")
            if find_agency(name) and (signed or is_person(above)):
                yield name, line.start + start, "end of the byline"
                break


def _endings(text: str) -> Iterator[tuple[int, str]]:
    """What may be an agency at the end of a byline: its last words, those before a job."""
    words = [(m.start(), m[0]) for m in re.finditer(r"\S+", text.rstrip(" .)"))]
    if words and words[-1][1] in _JOBS:
        for count in range(1, JOB_WORDS + 1):
            for start, _ in words[-count - LONGEST_AGENCY : -count]:
                yield start, text[start : words[-count][0]].rstrip()
        return
    starts = sorted({*(at for at, _ in words), *(m.start() for m in _RUN_TOGETHER.finditer(text))})
    for start in starts:
        name = text[start:].rstrip(" .)")
        if 0 < name.count(" ") < LONGEST_AGENCY:
            yield start, name


def _through_agencies(sheet: Sheet) -> Iterator[tuple[str, int, str]]:
    for line in (*sheet.head, *sheet.tail[:6]):
        found = _THROUGH.fullmatch(line.text)
        if found and find_agency(found["agency"]):
            yield found["agency"], line.start + found.start("agency"), "paper and its agency"
            if looks_like_outlet(found["paper"]) and not _BYLINE.match(line.text):
                yield found["paper"], line.start, "paper and its agency"


def _is_staffed(name: str, line: Line) -> bool:
    """`MPA and Daily News staff`: letters in a byline that are not the outlet's own."""
    return bool(_LETTERS.fullmatch(name) and _WITH_STAFF.search(line.text))


def _republished(name: str, sheet: Sheet, line: Line, outlet: str | None) -> bool:
    """Another outlet's name before a date, on a page whose own outlet is known."""
    if outlet is None or sheet.headline is None or line.index < sheet.headline:
        return False
    same = name.casefold() in outlet.casefold() or outlet.casefold() in name.casefold()
    outlet_like = looks_like_outlet(name) and " " in name and not is_person(name)
    return outlet_like and not same


def _parts(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for mark in _SEPARATOR.finditer(text):
        if mark.start() > start:
            yield start, text[start : mark.start()]
        start = mark.end()
    if start < len(text):
        yield start, text[start:]


def _bare_name(part: str) -> tuple[str, int]:
    """The part without "By" and brackets around it, and how many characters stood before it."""
    rest = part.lstrip(" ([").rstrip(" )].™®")
    ago = _AGO.match(rest)
    rest = rest[ago.end() :] if ago else rest
    leading = _LEADING.match(rest)
    rest = rest[leading.end() :] if leading else rest
    rest = _DATE.sub("", rest)
    shorter = _STAFF.sub("", rest)
    if find_agency(shorter) and not find_agency(rest):
        rest = shorter
    return rest, part.find(rest)


def _signatures(sheet: Sheet) -> Iterator[tuple[str, int, str]]:
    """`... he said. — AFP`, `(PTI)` at the end of the text."""
    for line in sheet.body[-1:]:
        tail = line.text[-60:]
        found = _SIGNED.search(tail)
        if found and looks_like_agency(found["name"]):
            at = len(line.text) - len(tail) + found.start("name")
            yield found["name"], line.start + at, "signature of the text"
