"""Who speaks in a text: "told AFP", "a Reuters reporter", "LAGOS (AP) -" name its writer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.model.span import Span
from rashomon.text.agencies import find_agency
from rashomon.text.quotations import find_quotations

_NAME = r"((?:[A-Z][\w.&'’-]*)(?: (?:[A-Z][\w.&'’-]*|of|the)){0,4})"
_BY = r"(?:seen|reviewed|obtained|contacted|interviewed|asked) by"
_FROM = r"(?:request|questions?|inquir\w+|call\w*|emails?) (?:from|by)"
_TOLD = r"told|tells|telling|spoke to|speaking to|interview with"
_EDGE = "[\\s\"“”‘’'(/—–-]"  # before a word; a search for it is twice as fast as one for \\b
# What is said to a writer, and what a writer sees, is in the writer's own narration.
_BEFORE = re.compile(rf"{_EDGE}((?:{_TOLD}|{_BY}|{_FROM}) (?:the )?{_NAME})")
_WRITERS = re.compile(
    r" (?:reporters?|correspondents?|journalists?|photographers?|stringers?|videographers?|team|"
    r"crew|writers?|tally|count|analysis|poll|review)\b"
)
_NAME_BEHIND = re.compile(rf"\b{_NAME}$")
_LONGEST_NAME = 80
_ASKED = re.compile(
    rf"{_EDGE}((?:[tT]old|[rR]equest by|[aA]sked by|[iI]nterview with) (?:[tT]he )?)"
    rf"(?=(.{{1,{_LONGEST_NAME}}}))"
)
_WORD = re.compile(r"\w+")
_DATELINE = re.compile(r"\(([A-Z][\w./ -]{0,30})\)\s*[-–—:\"]")
_DATELINE_WITHIN = 120  # characters of the body's first two paragraphs
Page = tuple[str, tuple[Span, ...]]
"""A page's text and the paragraphs of its body."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A name in the text that tells who wrote it; `dateline` where it signs the beginning."""

    name: str
    dateline: bool
    words: str


def find_voices(page: Page, credited: Iterable[str] = ()) -> tuple[Voice, ...]:
    """The agencies that speak in the body's narration, in order, once for each place.

    Known ones, and whoever the copies credit.
    """
    text, paragraphs = page
    names = {name.casefold().removeprefix("the "): name for name in credited}
    spoken = (v for paragraph in paragraphs for v in _spoken(text, paragraph, names))
    return (*_signed(page, names), *spoken)


def find_signatures(page: Page) -> tuple[Voice, ...]:
    """The known agencies that sign the body's beginning."""
    return tuple(_signed(page, {}))


def speak_as(pages: Iterable[Page], outlets: Iterable[str]) -> set[str]:
    """Those of the outlets that a page's narration says somebody told, or was asked by."""
    names = {_plain(name.removeprefix("The ").removeprefix("the ")): name for name in outlets}
    longest = max(map(len, names), default=0)
    found: set[str] = set()
    for text, paragraphs in pages:
        for paragraph in paragraphs:
            for asked in _ASKED.finditer(text, max(0, paragraph.start - 1), paragraph.end):
                words = _plain(asked.group(2))[:longest]
                heard = {words[:size] for size in range(1, len(words) + 1)}.intersection(names)
                if heard and _is_narration(text, paragraph, asked.start(1)):
                    found.update(names[each] for each in heard)
    return found


def _plain(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(words.casefold().replace("’s", "").replace("'s", "")))


def _signed(page: Page, names: Mapping[str, str]) -> Iterator[Voice]:
    text, paragraphs = page
    for paragraph in paragraphs[:2]:
        end = min(paragraph.end, paragraph.start + _DATELINE_WITHIN)
        found = _DATELINE.search(text, paragraph.start, end)
        for part in found.group(1).split("/") if found else ():
            if agency := _agency(part, names):
                yield Voice(agency, True, f"({part})")


def _spoken(text: str, paragraph: Span, names: Mapping[str, str]) -> Iterator[Voice]:
    for found in _named(text, paragraph):
        written = text[found[0] : found[3]]
        agency, name = _agency_in(text[found[1] : found[2]], names)
        if agency and _is_narration(text, paragraph, found[0]):
            words = written.replace(text[found[1] : found[2]], name)
            yield Voice(agency, False, " ".join(words.split()))


def _named(text: str, paragraph: Span) -> Iterator[tuple[int, int, int, int]]:
    """Where the words begin, the name in them begins and ends, and they end."""
    for found in _BEFORE.finditer(text, paragraph.start, paragraph.end):
        yield found.start(1), found.start(2), found.end(2), found.end()
    for found in _WRITERS.finditer(text, paragraph.start, paragraph.end):
        start = max(paragraph.start, found.start() - _LONGEST_NAME)
        name = _NAME_BEHIND.search(text[start : found.start()])
        if name is not None:
            yield start + name.start(), start + name.start(), found.start(), found.end()


def _agency(name: str, names: Mapping[str, str]) -> str | None:
    return find_agency(name) or names.get(name.casefold())


def _agency_in(name: str, names: Mapping[str, str]) -> tuple[str | None, str]:
    """The longest beginning or end of the name that is an agency's: its sign, and as written."""
    words = name.split()
    for size in range(len(words), 0, -1):
        for part in (words[:size], words[-size:]):
            written = re.sub(r"['’]s$", "", " ".join(part).rstrip(".,"))
            if agency := _agency(written, names):
                return agency, written
    return None, name


def _is_narration(text: str, paragraph: Span, place: int) -> bool:
    return not any(span.start <= place < span.end for span in find_quotations(text, [paragraph]))
