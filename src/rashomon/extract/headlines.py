"""The headline and the sentence under it, as lines of the page."""

from __future__ import annotations

from rashomon.extract.sheet import Found, Line, Sheet, in_text
from rashomon.extract.written import find_written
from rashomon.model.article import Label

STANDFIRST_WORDS = range(8, 70)


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
    for line in sheet.lines[: sheet.first + 1]:
        if line.label is Label.STANDFIRST and line.words >= STANDFIRST_WORDS.start:
            return Found(line.text, (in_text(line.start, line.end, "line above the text"),))
    above = _before_date_line(sheet)
    if above is None:
        return None
    return Found(above.text, (in_text(above.start, above.end, "line before the date line"),))


def _before_date_line(sheet: Sheet) -> Line | None:
    """A sentence right under the headline that a date line parts from the text."""
    if sheet.headline is None:
        return None
    lines = sheet.lines[sheet.headline + 1 : sheet.headline + 4]
    for line, following in zip(lines, lines[1:], strict=False):
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
