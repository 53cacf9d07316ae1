"""Who speaks in a text: "told AFP", "a Reuters reporter", "LAGOS (AP) -" name its writer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.lineage.body import Body
from rashomon.text.agencies import find_agency

_NAME = r"((?:[A-Z][\w.&'’-]*)(?: (?:[A-Z][\w.&'’-]*|of|the)){0,4})"
_VOICES = (
    # What is said to a writer, and what a writer sees, is in the writer's own narration.
    re.compile(rf"\b(?:told|tells|telling|spoke to|speaking to|interview with) (?:the )?{_NAME}"),
    re.compile(
        rf"\b{_NAME} (?:reporters?|correspondents?|journalists?|photographers?|stringers?|"
        r"videographers?|team|crew|writers?|tally|count|analysis|poll|review)\b"
    ),
    re.compile(rf"\b(?:seen|reviewed|obtained|contacted|interviewed|asked) by (?:the )?{_NAME}"),
    re.compile(rf"\b(?:request|questions?|inquir\w+|call\w*|emails?) (?:from|by) (?:the )?{_NAME}"),
)
_DATELINE = re.compile(r"\(([A-Z][\w./ -]{0,30})\)\s*[-–—:\"]")
_DATELINE_WITHIN = 120  # characters of the body's first two paragraphs


@dataclass(frozen=True, slots=True)
class Voice:
    """A name in the text that tells who wrote it; `dateline` where it signs the beginning."""

    name: str
    dateline: bool
    words: str


def find_voices(body: Body, credited: Iterable[str] = ()) -> tuple[Voice, ...]:
    """The agencies that speak in the body's narration, in order, once for each place.

    Known ones, and whoever the copies credit.
    """
    names = {name.casefold().removeprefix("the "): name for name in credited}
    return (*_signed(body, names), *_spoken(body, names))


def speaks_as(body: Body, outlet: str) -> bool:
    """Whether the narration says that somebody told, or was asked by, this outlet."""
    name = re.escape(outlet.removeprefix("The ").removeprefix("the "))
    told = re.compile(rf"\b(?:told|request by|asked by|interview with) (?:the )?{name}\b", re.I)
    return any(
        _is_narration(body, found.start())
        for paragraph in body.paragraphs
        for found in told.finditer(body.text, paragraph.start, paragraph.end)
    )


def _signed(body: Body, names: Mapping[str, str]) -> Iterator[Voice]:
    for paragraph in body.paragraphs[:2]:
        end = min(paragraph.end, paragraph.start + _DATELINE_WITHIN)
        found = _DATELINE.search(body.text, paragraph.start, end)
        for part in found.group(1).split("/") if found else ():
            if agency := _agency(part, names):
                yield Voice(agency, True, f"({part})")


def _spoken(body: Body, names: Mapping[str, str]) -> Iterator[Voice]:
    for pattern in _VOICES:
        for paragraph in body.paragraphs:
            for found in pattern.finditer(body.text, paragraph.start, paragraph.end):
                agency, name = _agency_in(found.group(1), names)
                if agency and _is_narration(body, found.start()):
                    words = found.group().replace(found.group(1), name)
                    yield Voice(agency, False, " ".join(words.split()))


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


def _is_narration(body: Body, start: int) -> bool:
    for k, place in enumerate(body.words.starts):
        if place >= start:
            return not bool(body.quoted[k])
    return False
