"""Labels put right by what the fields found: a line that signs the article is a byline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rashomon.extract.sheet import Line, Sheet
from rashomon.model.article import Block, Evidence, Label, Source

_BY_FIELD = {
    "standfirst": Label.STANDFIRST,
    "published": Label.DATELINE,
    "modified": Label.DATELINE,
    "dateline": Label.DATELINE,
    "credits": Label.CREDIT,
    "authors": Label.BYLINE,
}
SHORT_WORDS = 24
_AGENCY_PHOTO = r"(?:REUTERS|AFP|AP|EPA|Getty Images)"
_BRACKETED = r"(?:getty|afp|reuters|ap|epa|efe|xinhua|anadolu|file|courtesy|photo|[\w ]+/[\w ]+)"
# Lines that are something whatever page they stand on.
_SHAPES = tuple(
    (label, re.compile(pattern))
    for label, pattern in (
        (Label.BYLINE, r"^\(?(?:Reporting|Additional reporting|Writing) by [A-Z]"),
        (
            Label.PROMOTION,
            r"(?i)^(?:already a (?:subscriber|member)|get unlimited access|subscribe to continue|"
            r"start your free trial|sign in to read)",
        ),
        (
            Label.RELATED,
            r"(?i)^(?:(?:read (?:also|more|next)|also read|see also):? |(?:related|more): )\S",
        ),
        (
            Label.PROMOTION,
            r"(?i)^(?:download|follow us|subscribe|sign up|join (?:us|our)|get the|like us|"
            r"click here)\b(?!.*\b(?:said|says|told)\b).{0,120}$",
        ),
        (
            Label.CAPTION,
            r"(?i)^.{0,200}(?:(?:image|photo|picture) (?:credit|by|source)s?\b|"
            r"representative image|file photo)",
        ),
        (
            Label.CAPTION,
            r"(?i)^(?:(?:file )?(?:photo|image|picture|foto)s?|pictured) ?: ?\S.{0,240}$",
        ),
        (Label.CAPTION, r"^\d{1,3} of \d{1,3} ?\|? \S"),
        (Label.CAPTION, r"^.{10,400}\((?:[\w ]{1,20} )?Photo/[^()]{3,40}\)$"),
        # "A bridge over the river [Getty]", "The harbour at dawn. REUTERS/Jane Doe"
        (
            Label.CAPTION,
            r"(?i)^(?!.*[.!?] .*[.!?] ).{10,250}[\[(](?:[A-Z][\w'’ .-]{1,30}/)?"
            rf"{_BRACKETED}[\w ./-]{{0,30}}[\])]$",
        ),
        (
            Label.CAPTION,
            r"^(?!.*\b(?:said|told|says)\b).{10,250}\b"
            rf"{_AGENCY_PHOTO}/[A-Z]\S+(?: \S+){{0,4}}$",
        ),
        (
            Label.PROMOTION,
            r"(?i)^(?:sponsored|promoted|partner|paid)(?: content| post| story)? ?: ?\S",
        ),
        (Label.NOTICE, r"(?i)^our (?:standards|principles|corrections policy)\b ?:"),
        (
            # "(The desk has not altered this agency copy.)"
            Label.NOTICE,
            r"(?i)^[(\[](?=.*\b(?:copy|feed|story|report|article|text)\b)(?=.*\b(?:staff|desk|edit\w+|"
            r"syndicated|wire|agency|headline|auto-?generated)\b).{20,300}[)\]]$",
        ),
        (
            Label.NOTICE,
            r"(?i)^\W?(?:this (?:story|article|report|copy) (?:has|was|is) (?:not )?(?:been )?"
            r"(?:edited|auto|published|generated|updated|corrected)|correction:|clarification:|©|"
            r"\(c\) ?(?:19|20)\d\d|copyright (?:19|20|©))",
        ),
    )
)


def settle(sheet: Sheet, evidence: Mapping[str, Iterable[Evidence]]) -> tuple[Block, ...]:
    """The page's blocks with the labels that the evidence and their own shapes give them."""
    named: dict[int, Label] = {}
    for field, label in _BY_FIELD.items():
        for item in evidence.get(field, ()):
            line = _line_of(sheet, item)
            if line and _may_become(line, sheet, label):
                named[line.index] = label
    return tuple(
        Block(*_bounds(sheet, line), named.get(line.index) or _shaped(line, sheet) or line.label)
        for line in sheet.lines
    )


def _line_of(sheet: Sheet, item: Evidence) -> Line | None:
    if item.in_ is not Source.TEXT or item.start is None:
        return None
    for line in sheet.lines:
        if line.start <= item.start < line.end:
            return line
    return None


def _may_become(line: Line, sheet: Sheet, label: Label) -> bool:
    if label is Label.STANDFIRST:
        return True
    if line.label in (Label.HEADLINE, Label.STANDFIRST, Label.NOTICE, Label.PROMOTION):
        return False
    last = sheet.last + (label is not Label.CREDIT)
    in_body = line.label is Label.BODY and sheet.first <= line.index < last
    return line.words <= SHORT_WORDS and not in_body


def _shaped(line: Line, sheet: Sheet) -> Label | None:
    if line.label not in (Label.BODY, Label.NAVIGATION, Label.RELATED) or line.words > 60:
        return None
    if not sheet.first - 12 <= line.index <= sheet.last + 6:
        return None
    for label, shape in _SHAPES:
        if shape.search(line.text):
            return label
    return None


def _bounds(sheet: Sheet, line: Line) -> tuple[int, int]:
    return sheet.bounds[line.index]
