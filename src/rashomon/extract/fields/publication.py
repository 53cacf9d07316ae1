"""When a page says it was published and changed, from its date lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extract.sheet import Found, Line, Sheet, in_text
from rashomon.extract.written import Written, find_written
from rashomon.model.article import Label

_CHANGED = re.compile(
    r"\b(?:updated?|modified|last change|edited|aktualisiert|zuletzt|ge[äa]ndert|bearbeitet|"
    r"mis à jour|mise à jour|actualizado|aggiornato|atualizado|stand|bijgewerkt)\b",
    re.I,
)
_FIRST = re.compile(
    r"\b(?:published|created|posted|issued|publi[ée]+|publicado|veröffentlicht|erstellt|first|"
    r"pubblicato|geplaatst|gepubliceerd|date|on|at)\b",
    re.I,
)
_ON = re.compile(r"\w+:? (?:on|at|am|le|el)?:? ?", re.I)
# Dates of something else that stand among a page's furniture.
_OTHER = re.compile(
    r"©|\(c\)|copyright|\bexpires?\b|\bvalid\b|\bborn\b|\bsince\b|\bphoto\b|\bfile\b|\bimage\b|\bjoined\b",
    re.I,
)
# A line, or the end of the line above, that says of what the date is.
_STATED = re.compile(
    r"(?:erschienen|veröffentlicht|publiziert|published|posted|publié|publicado|pubblicato|"
    r"geplaatst|gepubliceerd)(?: (?:am|on|le|el|il|em|op))?\b:?",
    re.I,
)
REST = 60  # characters of a date line beside its date
SHORT_WORDS = 12
UNDER = 4  # lines below the first paragraph, which may be a standfirst
FIRST_YEAR = "1992"  # nothing was published on the web before
_NEVER = (Label.RELATED, Label.COMMENT, Label.CAPTION)
MAX_LINE = 200  # a date line is short; a paragraph's dates are the story's


@dataclass(frozen=True, slots=True)
class _Seen:
    line: Line
    written: Written
    changed: bool
    plain: bool


def find_publication(
    sheet: Sheet, *, month_first: bool | None
) -> tuple[Found[str] | None, Found[str] | None]:
    """When the page was published and when it was changed, each where it says so.

    `month_first` is what the page's language says about "03/04/2020", None where it says nothing.
    """
    seen = [item for line in (*sheet.head, *sheet.tail) for item in _dates_in(sheet, line)]
    known = {item.written.value[:10] for item in seen if not item.written.other}
    resolved = [(item, _resolve(item.written, known, month_first)) for item in seen]
    published = _first_of([(i, v) for i, v in resolved if v and not i.changed], sheet)
    modified = _first_of([(i, v) for i, v in resolved if v and i.changed], sheet)
    return published, modified


def find_near(sheet: Sheet, *, month_first: bool | None) -> Found[str] | None:
    """The date that stands between headline and text and is not said to be that of a change."""
    if sheet.headline is None or sheet.headline > sheet.first:
        return None
    between = sheet.lines[sheet.headline + 1 : sheet.first + 1 + UNDER]
    lines = [n for n in between if n.label not in (*_NEVER, Label.BODY, Label.HEADLINE)]
    return _only(sheet, lines, month_first)


def find_stated(sheet: Sheet, *, month_first: bool | None) -> Found[str] | None:
    """The day that a line anywhere on the page calls the one of publication."""
    above = (sheet.lines[line.index - 1].text if line.index else "" for line in sheet.lines)
    lines = [
        line
        for line, before in zip(sheet.lines, above, strict=True)
        if line.label is not Label.COMMENT
        and line.words <= SHORT_WORDS
        and (_STATED.match(line.text) or _STATED.fullmatch(before))
    ]
    days = {written.value[:10] for line in lines for written in find_written(line.text)}
    return _only(sheet, lines, month_first, always=True) if len(days) == 1 else None


def _only(
    sheet: Sheet, lines: Sequence[Line], month_first: bool | None, always: bool = False
) -> Found[str] | None:
    """The date of the first of the lines that has one."""
    for line in lines:
        for item in _dates_in(sheet, replace(line, label=Label.DATELINE) if always else line):
            value = None if item.changed else _resolve(item.written, set(), month_first)
            if value and value >= FIRST_YEAR:
                place = line.start + item.written.start, line.start + item.written.end
                return Found(value, (in_text(*place, "date line"),))
    return None


def _dates_in(sheet: Sheet, line: Line) -> list[_Seen]:
    if len(line.text) > MAX_LINE or line.label in _NEVER:
        return []
    if line.label is Label.BODY and line.words > SHORT_WORDS:
        return []
    if _OTHER.search(line.text) or _is_range(line.text):
        return []
    seen, start = [], 0
    # "Updated:" may stand on a line of its own.
    above = sheet.lines[line.index - 1].text if line.index else ""
    before_line = f"{above} " if above.count(" ") < 2 else ""
    for written in find_written(line.text):
        before = before_line + line.text[start : written.start]
        before_line = ""
        # "Published 2:04 PM, Tue Sep 3 Updated 5:18 PM, Tue Sep 3": the word before it decides.
        changed = [m.start() for m in _CHANGED.finditer(before)]
        first = [m.start() for m in _FIRST.finditer(before)]
        on = first and changed and _ON.fullmatch(before, changed[-1])  # "last updated on"
        is_changed = bool(changed) and (bool(on) or changed[-1] > max(first or [-1]))
        rest = len(line.text) - (written.end - written.start)
        seen.append(_Seen(line, written, is_changed, bool(changed or first) or rest <= REST))
        start = written.end
    return [item for item in seen if item.plain]


def _is_range(text: str) -> bool:
    """Whether the line holds a span of days: a life, an exhibition."""
    dates = find_written(text)
    return len(dates) == 2 and text[dates[0].end : dates[1].start].strip() in ("-", "–", "—", "to")


def _resolve(written: Written, known: set[str], month_first: bool | None) -> str | None:
    if not written.other:
        return written.value
    matching = [v for v in (written.value, written.other) if v[:10] in known]
    if len(matching) == 1:
        return matching[0]
    if month_first is None:
        return None
    return written.other if month_first else written.value


def _first_of(items: list[tuple[_Seen, str]], sheet: Sheet) -> Found[str] | None:
    """The date nearest to the headline or the text, and the most exact of those on its day."""
    if not items:
        return None
    anchor = sheet.first if sheet.headline is None else sheet.headline
    below = [pair for pair in items if pair[0].line.index > sheet.last]
    above = [pair for pair in items if pair[0].line.index <= sheet.last]
    chosen, value = min(above or below, key=lambda pair: abs(pair[0].line.index - anchor))
    same_day = [pair for pair in items if pair[1][:10] == value[:10]]
    exact, value = max(same_day, key=lambda pair: (len(pair[1]), -pair[0].line.index))
    shown = [exact] if exact is chosen else [exact, chosen]
    return Found(
        value,
        tuple(
            in_text(s.line.start + s.written.start, s.line.start + s.written.end, "date line")
            for s in shown
        ),
    )
