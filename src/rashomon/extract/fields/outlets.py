"""Who publishes the page, and who shows it, where an element of the page names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract.fields.datelines import find_opening
from rashomon.extract.fields.mastheads import (
    find_issuer,
    find_shown_name,
    find_top_name,
    found_name,
    names_in_lines,
)
from rashomon.extract.fields.names import is_furniture, is_person, is_role, looks_like_outlet
from rashomon.extract.sheet import HEAD_LINES, Found, Line, Sheet, in_text
from rashomon.model.article import Label
from rashomon.text.agencies import looks_like_agency

_WORD = r"[A-Z0-9\u00c0-\u00dd][\w.'’&-]*"
_NAME = rf"(?P<name>{_WORD}(?:(?: (?:of|the|and|for|&|de|der|la|le|el|al))* {_WORD}){{0,5}})"
_SIGN = r"(?:©|\([Cc]\)|[Cc]opyright)"
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)?\d\d)?)?,?)?"
_JOB = r"(?:reporter|editor|writer|correspondent|journalist|columnist)"
_SITE = r"(?:Twitter|Facebook|Instagram|Telegram|WhatsApp|YouTube|X)\b"
_STOP = r"(?= |\.|,|!|$)"
# The page speaks of itself by its outlet's name. Strongest first.
_PHRASES = tuple(
    (method, re.compile(pattern))
    for method, pattern in (
        ("notice", rf"not (?:been )?edited by (?:the )?{_NAME} (?:staff|team|desk)"),
        (
            "notice",
            rf"not (?:been )?(?:edited|created|written|reviewed) by (?:the )?{_NAME}{_STOP}",
        ),
        ("copyright", rf"{_SIGN}\s*{_SIGN}?\s*{_YEARS}\s*(?:by )?(?:the )?{_NAME}"),
        ("copyright", rf"^{_NAME},? {_SIGN}\s?(?:19|20)\d\d"),
        ("rights", rf"[Aa]ll [Rr]ights [Rr]eserved (?:by |to )(?:the )?{_NAME}"),
        (
            "app",
            rf"(?:[Dd]ownload|[Gg]et|[Ii]nstall) (?:[Tt]he |our )?{_NAME} (?:[Nn]ews )?[Aa]pp\b",
        ),
        ("contribution", rf"contribut(?:ed|or) to {_NAME}"),
        ("staff", rf"(?:is|as) an? (?:\w+ ){{0,4}}{_JOB} (?:at|for|with) {_NAME}"),
        ("follow", rf"(?:[Ff]ollow|[Ll]ike|[Jj]oin) {_NAME} on {_SITE}"),
        ("more from", rf"^(?:[Mm]ore|[Rr]ead more|[Mm]ore stories) (?:from|on|in) {_NAME}$"),
        ("subscribe", rf"^(?:[Ss]ubscribe|[Ss]ubscribing) to (?:the )?{_NAME}{_STOP}"),
    )
)
_IN_BODY = ("notice", "app", "contribution", "staff")
_TITLE_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<name>\S[^|]{1,50})$")
_DUMP_HEADER = re.compile(r"^date (?:19|20)\d\d-\d\d-\d\d (?P<name>\S.{1,60})$")
_APP = r"(?P<name>[A-Za-z][\w.-]{2,30})"
_HOSTED = (
    re.compile(
        rf"(?:stories|news|more|read|reading|read it|now|articles?|available|already) on {_APP}"
        r"(?: right now| today| app\b|[,?!]|$)",
        re.I,
    ),
    re.compile(rf"(?:[Oo]pen|[Rr]ead|[Cc]ontinue) (?:it |this )?(?:in|with) the {_APP} app"),
)
_KINDS = r"(?:titles|sources|publications|publishers)"
_MANY_SOURCES = re.compile(
    r"all (?:your|the) news in one"
    r"|hundreds of (?:sites|titles|sources|publications|publishers)"
    rf"|(?<!\d)\d+[’'+]?s? (?:of )?(?:premium |trusted |global |top )*{_KINDS}",
    re.I,
)
# "told Example Times", "a request by Example Times": an outlet that speaks of itself in its text.
_SELF = re.compile(
    r"\b(?:told|request (?:by|from)|requests (?:by|from)|contacted by|interview with|seen by|"
    r"obtained by|speaking to|spoke to|statement to|reporter for|correspondent) (?:[Tt]he )?"
    + _NAME
)
_SITES = frozenset(
    "twitter facebook instagram google youtube whatsapp telegram linkedin tiktok x".split()
)
_COMPANY = re.compile(
    r",? (?:inc|llc|ltd|limited|corp|corporation|co|gmbh|ag|plc|all|rights)\b\.?.*$", re.I
)
# "BBC. The BBC is not": what looks like an inner full stop is the end of a sentence.
_SENTENCE = re.compile(r"(?<=[a-z]{2})\. .*$|\.$")


_TRAILING_YEAR = re.compile(r"\s(?:19|20)\d\d$")


def find_outlet(sheet: Sheet) -> Found[str] | None:
    """The outlet as the page itself writes it; None where only its address could tell."""
    spoken = _shown_elsewhere(sheet) or _in_title(sheet) or _spoken(sheet)
    return (
        (find_shown_name(sheet, spoken.value) if spoken else None)
        or spoken
        or _header(sheet)
        or _masthead(sheet)
        or find_issuer(sheet)
        or find_top_name(sheet)
    )


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


_LONG_WORD = 40  # letters; a line of fewer and longer ones is no sentence that a site prints


def _furniture(sheet: Sheet) -> Iterator[Line]:
    for line in sheet.lines:
        most = 150 if line.label is Label.NOTICE else 40
        short = line.words <= most and len(line.text) <= most * _LONG_WORD
        if short and line.label not in (Label.BODY, Label.HEADLINE, Label.COMMENT):
            yield line


def _shown_elsewhere(sheet: Sheet) -> Found[str] | None:
    """A line above the text that is a name, when the text speaks of itself by that name."""
    own = {found["name"].casefold() for line in sheet.body for found in _SELF.finditer(line.text)}
    for line in sheet.head if own else ():
        name = line.text
        if line.words > 5 or len(name) < 3 or looks_like_agency(name) or is_furniture(name):
            continue
        folded = name.casefold()
        if line.label is not Label.HEADLINE and any(
            each == folded or each.startswith(f"{folded} ") for each in own
        ):
            return _found(line, 0, len(name), "name above the text, used in it")
    return None


def _in_title(sheet: Sheet) -> Found[str] | None:
    """`Example headline | Example Times` over the line `Example headline`."""
    if sheet.headline is None:
        return None
    headline = sheet.lines[sheet.headline].text
    for line in sheet.lines[: sheet.first]:
        suffix = _TITLE_SUFFIX.match(line.text, len(headline))
        if suffix and line.text.startswith(headline) and _can_be_outlet(suffix["name"]):
            return _found(line, *suffix.span("name"), "title with the outlet's name")
    return None


def _spoken(sheet: Sheet) -> Found[str] | None:
    furniture = list(_furniture(sheet))
    last = [line for line in sheet.body[-3:] if line.words <= 40]
    signed = _signed(sheet)
    for method, phrase in _PHRASES:
        for line in (*last, *furniture) if method in _IN_BODY else furniture:
            found = phrase.search(line.text)
            name = _clean(found["name"]) if found else ""
            if not _can_be_outlet(name) or _is_other(name, method):
                continue
            if found and not (
                line.text.startswith(" via ", found.end()) or any(each in name for each in signed)
            ):
                start = found.start("name")
                return _found(line, start, start + len(name), method)
    return None


def _is_other(name: str, method: str) -> bool:
    """Whether one follows a person by it, or subscribes to a letter called "Breaking News"."""
    if method == "follow":
        return is_person(name)
    return method == "subscribe" and all(is_role(word) for word in name.split())


def _signed(sheet: Sheet) -> list[str]:
    """Who wrote the text by its dateline: "(CNN) -" over "Copyright CNN NewSource" is a credit."""
    openings = ((line, find_opening(line.text)) for line in sheet.body[:3])
    return [line.text[slice(*o.agency)] for line, o in openings if o and o.agency]


def _header(sheet: Sheet) -> Found[str] | None:
    """`date 2020-01-16 Example News`: what follows may be the outlet or the first menu item."""
    for line in sheet.lines[:1]:
        found = _DUMP_HEADER.match(line.text)
        if found and not is_furniture(found["name"]) and _named(found["name"], sheet):
            return _found(line, *found.span("name"), "dump header")
    return None


def _masthead(sheet: Sheet) -> Found[str] | None:
    """A name over the headline that the page uses again for itself.

    Below its text, or in it by its last word: "seen by the Courier".
    """
    host = find_host(sheet)
    top = sheet.first if sheet.headline is None else sheet.headline
    body = " ".join(line.text for line in sheet.body)
    below = [line.text for line in sheet.below if line.label is not Label.COMMENT]
    for line in names_in_lines(sheet.lines[max(0, top - HEAD_LINES) : top]):
        name = line.text
        if (
            not 2 <= line.words <= 5
            or not _can_be_outlet(name)
            or name.casefold() == (host.value.casefold() if host else "")
        ):
            continue
        named = looks_like_outlet(name) or name.startswith("The ")
        again = re.compile(rf"\b{re.escape(name)}\b", re.I)
        short = re.compile(rf"\b[Tt]he {re.escape(name.split()[-1].capitalize())}\b(?! [A-Z])")
        if named and (short.search(body) or any(again.search(text) for text in below)):
            return _in_normal_case(sheet, line) or found_name(line, "masthead")
    return None


def _in_normal_case(sheet: Sheet, line: Line) -> Found[str] | None:
    """Where a masthead in capitals stands in the case of running text."""
    if not line.text.isupper():
        return None
    for other in sheet.below:
        found = re.search(rf"\b{re.escape(line.text)}\b", other.text, re.I)
        if found and not found[0].isupper():
            return _found(other, *found.span(), "masthead, in its own spelling below")
    return None


def _named(name: str, sheet: Sheet) -> bool:
    again = any(name in line.text for line in sheet.lines[1:] if line.label is not Label.BODY)
    return looks_like_outlet(name) or again


def _clean(name: str) -> str:
    name = _COMPANY.sub("", _SENTENCE.sub("", name)).rstrip(" .,&-'’")
    return _TRAILING_YEAR.sub("", name)


def _can_be_outlet(name: str) -> bool:
    if len(name) < 2 or looks_like_agency(name) or is_furniture(name) or _PICTURE.search(name):
        return False
    return (
        name.casefold() not in _SITES and not name.isdigit() and name.split()[0] not in _NOT_FIRST
    )


_PICTURE = re.compile(r"\b(?:photos?|pictures?|images?)\b", re.I)
_NOT_FIRST = frozenset(
    "Copyright Us Our This That It Your My All Me You We In On At To Here Free".split()
)


def _found(line: Line, start: int, end: int, method: str) -> Found[str]:
    evidence = in_text(line.start + start, line.start + end, method)
    return Found(line.text[start:end], (evidence,))
