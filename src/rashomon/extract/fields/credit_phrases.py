"""Phrases that credit a text: "with inputs from", "originally published in", a copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract.fields.names import looks_like_outlet
from rashomon.extract.sheet import Sheet
from rashomon.model.article import Label
from rashomon.text.agencies import find_agency, looks_like_agency

_WORD = r"[A-Z\u00c0-\u00dd][\w.&'’-]*"
_NAME = rf"(?P<name>{_WORD}(?:(?: (?:of|the|and|de))? {_WORD}){{0,5}})"
PICTURE = re.compile(
    r"\b(?:photos?|photographs?|pictures?|images?|file|video|getty|illustration|graphic)\b|\w/[A-Z]",
    re.I,
)
_INPUT = r"(?:inputs?|reporting|information|material|files?)"
_GIVEN = r"(?:from|by|provided by|supplied by|courtesy of)"
# Phrases in which a paper counts as well as an agency are marked True.
_PHRASES = tuple(
    (papers, re.compile(pattern))
    for papers, pattern in (
        (False, rf"(?:[Ww]ith|[Aa]dditional) (?:\w+ )?{_INPUT} (?:from|by) (?:the )?{_NAME}"),
        (False, rf"(?:^|\. |\()(?:The )?{_NAME} contributed to this (?:report|story|article)"),
        # "Northern Press writers Jane Roe in Oslo and John Doe in Rome contributed to this report."
        (
            False,
            rf"^{_NAME} (?:\w+ ){{0,2}}(?:[Ww]riter|[Rr]eporter|[Jj]ournalist|[Cc]orrespondent)"
            r".{0,400} contributed to this ",
        ),
        (
            True,
            r"(?:[Oo]riginally|[Ff]irst) (?:appeared|published|ran) (?:on|in|by|at) "
            rf"(?:the )?{_NAME}",
        ),
        (
            True,
            r"(?:[Rr]e-?published|[Rr]eprinted) (?:\w+ )?(?:from|by permission of) "
            rf"(?:the )?{_NAME}",
        ),
        (
            True,
            rf"^\(?(?:Sources?|Via|Quelle|Fuente|Courtesy|Information from)\s?:\s?{_NAME}",
        ),
        # "Copyright 2020 WXYZ via Northern News Service": neither is this page's own.
        (True, rf"[Cc]opyright\s*©?\s*\d{{4}} {_NAME}(?= via [A-Z])"),
        # "© REUTERS" alone stands under pictures.
        (
            False,
            rf"(?:[Cc]opyright\s*©?|(?:©|\([Cc]\))\s*\d{{4}})[ \d,–-]*(?:by )?(?:[Tt]he )?{_NAME}",
        ),
        (False, rf"(?:feed|content|story|report|article) {_GIVEN} (?:the )?{_NAME}"),
        (False, rf"(?:produced|provided|supplied|distributed|syndicated) by (?:the )?{_NAME}"),
    )
)
_ADDRESS = re.compile(r"[\w-]{2,40}\.(?:com|net|org|co|info|news|tv)(?:\.[a-z]{2})?", re.I)
# Call letters of American stations, which sign their own reports so.
STATION = re.compile(r"[WK][A-Z]{2,3}(?:-(?:TV|FM|AM|DT))?\b")
PICTURE_WORDS = 12  # "Copyright Jane Roe/Copyright 2031 Northern Press. All rights reserved."
_OTHERS = (Label.CAPTION, Label.COMMENT, Label.RELATED)


def credits_in_phrases(sheet: Sheet) -> Iterator[tuple[str, int, str]]:
    """Each name with its place and how it was found."""
    near = (*sheet.head, *sheet.body[-2:], *sheet.below)
    for line in near:
        # "Image copyright ..." speaks of the picture.
        if line.words < PICTURE_WORDS and PICTURE.search(line.text):
            continue
        given = line.text.startswith("Information from:")
        if len(line.text) > 600 or (line.label in _OTHERS and not given):
            continue
        for papers, phrase in _PHRASES:
            for found in phrase.finditer(line.text):
                name = _trim(found["name"])
                outlet = papers and (
                    looks_like_outlet(name) or _ADDRESS.fullmatch(name) or STATION.match(name)
                )
                if looks_like_agency(name) or outlet:
                    yield name, line.start + found.start("name"), "credit phrase"


def _trim(name: str) -> str:
    """The longest beginning of the name that is an agency's, else the name to its full stop."""
    words = name.rstrip(".").split(" ")
    for length in range(len(words), 0, -1):
        shorter = " ".join(words[:length])
        if find_agency(shorter):
            return shorter.rstrip(".") if find_agency(shorter.rstrip(".")) else shorter
    return name.split(". ")[0].rstrip(".")
