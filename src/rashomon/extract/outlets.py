"""Who publishes the page, and who shows it, where an element of the page names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract.names import is_furniture, looks_like_outlet
from rashomon.extract.sheet import Found, Line, Sheet, in_text
from rashomon.model.article import Label
from rashomon.text.agencies import looks_like_agency

_WORD = r"[A-Z0-9\u00c0-\u00dd][\w.'’&-]*"
_NAME = rf"(?P<name>{_WORD}(?:(?: (?:of|the|and|for|&|de|der|la|le|el|al))* {_WORD}){{0,5}})"
# The page speaks of itself by its outlet's name. Strongest first.
_PHRASES = (
    ("notice", re.compile(rf"not (?:been )?edited by (?:the )?{_NAME} (?:staff|team|desk)")),
    (
        "notice",
        re.compile(
            rf"not (?:been )?(?:edited|created|written|reviewed) by (?:the )?{_NAME}(?= |\.|,|$)"
        ),
    ),
    (
        "copyright",
        re.compile(
            rf"(?:©|\([Cc]\)|[Cc]opyright)\s*(?:[Cc]opyright|©)?\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)?\d\d)?)?,?)?\s*(?:by |[Tt]he (?=[A-Z]))?{_NAME}"
        ),
    ),
    ("copyright", re.compile(rf"^{_NAME},? (?:©|\([Cc]\)|[Cc]opyright)\s?(?:19|20)\d\d")),
    ("rights", re.compile(rf"[Aa]ll [Rr]ights [Rr]eserved (?:by |to )(?:[Tt]he )?{_NAME}")),
    (
        "app",
        re.compile(
            rf"(?:[Dd]ownload|[Gg]et|[Ii]nstall) (?:the |our )?{_NAME} (?:[Nn]ews )?[Aa]pp\b"
        ),
    ),
    ("contribution", re.compile(rf"contribut(?:ed|or) to {_NAME}")),
    (
        "staff",
        re.compile(
            rf"(?:is an?|as an?) (?:\w+ ){{0,4}}(?:reporter|editor|writer|correspondent|journalist|columnist) (?:at|for|with) {_NAME}"
        ),
    ),
    (
        "follow",
        re.compile(
            rf"(?:[Ff]ollow|[Ll]ike|[Jj]oin) {_NAME} on (?:Twitter|Facebook|Instagram|Telegram|WhatsApp|YouTube|X)\b"
        ),
    ),
    (
        "more from",
        re.compile(rf"^(?:[Mm]ore|[Rr]ead more|[Mm]ore stories) (?:from|on|in) {_NAME}$"),
    ),
    (
        "subscribe",
        re.compile(
            rf"(?:[Ss]ubscribe|[Ss]ubscribing|[Ss]upport|[Dd]onate) (?:to |for )?(?:[Tt]he )?{_NAME}(?= |\.|,|!|$)"
        ),
    ),
)
_DUMP_HEADER = re.compile(r"^date (?:19|20)\d\d-\d\d-\d\d (?P<name>\S.{1,60})$")
_HOSTED = (
    re.compile(
        r"(?:stories|news|more|read|reading|now|articles?|available) on (?P<name>[A-Za-z][\w.-]{2,30})(?: right now| today| app\b|$)"
    ),
    re.compile(
        r"(?:[Oo]pen|[Rr]ead|[Cc]ontinue) (?:it |this )?(?:in|with) the (?P<name>[A-Za-z][\w.-]{2,30}) app"
    ),
)
_MANY_SOURCES = re.compile(
    r"(?:all (?:your|the) news in one|hundreds of (?:sites|titles|sources|publishers|publications)|"
    r"\d+[’'+]?s? (?:of )?(?:premium |trusted |global |top )*(?:titles|sources|publications|publishers))",
    re.I,
)
# "told Example Times", "a request by Example Times": an outlet that speaks of itself in its text.
_SELF = r"(?:told|request (?:by|from)|requests (?:by|from)|contacted by|interview with|seen by|obtained by|speaking to|spoke to|statement to|reporter for|correspondent) (?:the )?"
_SITES = frozenset(
    "twitter facebook instagram google youtube whatsapp telegram linkedin tiktok x".split()
)
_COMPANY = re.compile(
    r",? (?:inc|llc|ltd|limited|corp|corporation|co|gmbh|ag|plc|all|rights)\b\.?.*$", re.I
)
# "BBC. The BBC is not": what looks like an inner full stop is the end of a sentence.
_SENTENCE = re.compile(r"(?<=[a-z]{2})\. .*$|\.$")


def find_outlet(sheet: Sheet) -> Found[str] | None:
    """The outlet as the page itself writes it; None where only its address could tell."""
    return _shown_elsewhere(sheet) or _spoken(sheet) or _header(sheet)


def find_host(sheet: Sheet) -> Found[str] | None:
    """The service that shows pages of many outlets and says so on this one."""
    if not any(_MANY_SOURCES.search(line.text) for line in _furniture(sheet)):
        return None
    for line in _furniture(sheet):
        for phrase in _HOSTED:
            found = phrase.search(line.text)
            if found and found["name"].casefold() not in _SITES:
                start, end = (line.start + at for at in found.span("name"))
                return Found(found["name"], (in_text(start, end, "host phrase"),))
    return None


def _furniture(sheet: Sheet) -> Iterator[Line]:
    for line in sheet.lines:
        if line.label not in (Label.BODY, Label.HEADLINE, Label.COMMENT) and line.words <= 40:
            yield line


def _shown_elsewhere(sheet: Sheet) -> Found[str] | None:
    """A line above the text that is a name, when the text speaks of itself by that name."""
    body = " ".join(line.text for line in sheet.body)
    for line in sheet.head:
        name = line.text
        if line.words > 5 or not name[:1].isupper() or len(name) < 3 or looks_like_agency(name):
            continue
        if line.label is Label.HEADLINE or is_furniture(name):
            continue
        if re.search(_SELF + re.escape(name) + r"\b", body, re.I):
            return _found(line, 0, len(name), "name above the text, used in it")
    return None


def _spoken(sheet: Sheet) -> Found[str] | None:
    lines = [*_furniture(sheet)]
    last = sheet.body[-1:]
    for method, phrase in _PHRASES:
        for line in (*last, *lines) if method in ("notice", "contribution", "staff") else lines:
            found = phrase.search(line.text)
            name = _clean(found["name"]) if found else ""
            if found and _can_be_outlet(name):
                start = found.start("name")
                return _found(line, start, start + len(name), method)
    return None


def _header(sheet: Sheet) -> Found[str] | None:
    """`date 2020-01-16 Example News`: what follows may be the outlet or the first menu item."""
    for line in sheet.lines[:1]:
        found = _DUMP_HEADER.match(line.text)
        if found and not is_furniture(found["name"]) and _named(found["name"], sheet):
            return _found(line, *found.span("name"), "dump header")
    return None


def _named(name: str, sheet: Sheet) -> bool:
    again = any(name in line.text for line in sheet.lines[1:] if line.label is not Label.BODY)
    return looks_like_outlet(name) or again


def _clean(name: str) -> str:
    return _COMPANY.sub("", _SENTENCE.sub("", name)).rstrip(" .,&-'’")


def _can_be_outlet(name: str) -> bool:
    if len(name) < 2 or looks_like_agency(name) or is_furniture(name):
        return False
    return (
        name.casefold() not in _SITES and not name.isdigit() and name.split()[0] not in _NOT_FIRST
    )


_NOT_FIRST = frozenset("Us Our This That It Your My All Me You We In On At To Here Free".split())


def _found(line: Line, start: int, end: int, method: str) -> Found[str]:
    evidence = in_text(line.start + start, line.start + end, method)
    return Found(line.text[start:end], (evidence,))
