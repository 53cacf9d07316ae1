"""The headline and the sentence under it, as lines of the page."""

from __future__ import annotations

import re
from itertools import pairwise

from rashomon.extract.lines.shape import BULLETS
from rashomon.extract.sheet import Found, Line, Sheet, in_text
from rashomon.extract.written import find_written
from rashomon.model.article import Label

STANDFIRST_WORDS = range(8, 70)
SUBTITLE_WORDS = 4
_DATED = re.compile(r"(?:updated|posted|published|created|last (?:updated|modified))\b", re.I)


def find_headline(sheet: Sheet) -> Found[str] | None:
    """The line labelled headline that stands nearest above the text, and its repetitions."""
    if sheet.headline is None:
        return None
    line = sheet.lines[sheet.headline]
    same = [other for other in sheet.lines if other.text == line.text]
    value = " ".join(line.text.split())
    return Found(value, tuple(in_text(o.start, o.end, "line above the text") for o in same))


def find_standfirst(sheet: Sheet) -> Found[str] | None:
    """The sentence between headline and text that sums the article up."""
    top = -1 if sheet.headline is None else sheet.headline
    for line in sheet.lines[top + 1 : sheet.first + 1]:
        if _DATED.match(line.text):
            continue
        if _is_point(sheet, line):
            continue
        if line.label is Label.STANDFIRST and line.words >= SUBTITLE_WORDS:
            return _found(line, "line above the text")
    # Of two headlines one under the other the second is a subtitle.
    below = sheet.lines[top + 1] if 0 <= top < len(sheet.lines) - 1 else None
    if below and below.label is Label.HEADLINE and below.text != sheet.lines[top].text:
        return _found(below, "headline under the headline") if below.words >= 4 else None
    above = _before_date_line(sheet)
    return _found(above, "line before the date line") if above else None


def _is_point(sheet: Sheet, line: Line) -> bool:
    """Whether the line is an item of a list: key points are no sentence that sums up."""
    return sheet.text[sheet.bounds[line.index][0]] in BULLETS


def _found(line: Line, method: str) -> Found[str]:
    return Found(" ".join(line.text.split()), (in_text(line.start, line.end, method),))


def _before_date_line(sheet: Sheet) -> Line | None:
    """A sentence right under the headline that a date line parts from the text."""
    if sheet.headline is None:
        return None
    lines = sheet.lines[sheet.headline + 1 : sheet.headline + 4]
    for line, following in pairwise(lines):
        if line.words not in STANDFIRST_WORDS or line.label not in _POSSIBLE:
            continue
        if find_written(line.text) or line.text == sheet.lines[sheet.headline].text:
            continue
        if following.words <= 10 and following.index < sheet.last and _is_meta(sheet, following):
            return line
    return None


_POSSIBLE = (Label.BODY, Label.NAVIGATION, Label.STANDFIRST, Label.RELATED)


def _is_meta(sheet: Sheet, line: Line) -> bool:
    """Whether the line, or the next one, is a date or byline line of an article."""
    near = sheet.lines[line.index : line.index + 2]
    return any(
        other.words <= 12 and (find_written(other.text) or other.text[:3].lower() == "by ")
        for other in near
    )
