"""When a page says it was published and changed, from its date lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.extract.sheet import Found, Line, Sheet, in_text
from rashomon.extract.written import Written, find_written
from rashomon.model.article import Label

_CHANGED = re.compile(
    r"\b(?:updated?|modified|last change|edited|aktualisiert|mis à jour|mise à jour|actualizado|"
    r"aggiornato|atualizado|stand|bijgewerkt)\b",
    re.I,
)
_FIRST = re.compile(
    r"\b(?:published|created|posted|issued|publi[ée]+|publicado|veröffentlicht|erstellt|first|"
    r"pubblicato|geplaatst|gepubliceerd|date|on|at)\b",
    re.I,
)
# Dates of something else that stand among a page's furniture.
_OTHER = re.compile(
    r"©|\(c\)|copyright|\bexpires?\b|\bvalid\b|\bborn\b|\bsince\b|\bphoto\b|\bfile\b|\bimage\b|\bjoined\b",
    re.I,
)
SHORT_WORDS = 12
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
        is_changed = bool(changed) and changed[-1] > max(first or [-1])
        rest = len(line.text) - (written.end - written.start)
        seen.append(_Seen(line, written, is_changed, bool(changed or first) or rest <= 60))
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
