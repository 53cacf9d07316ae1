"""What speaks against a date of publication: marks, so that nothing is dropped or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.extract.sheet import Found, Sheet, in_text
from rashomon.extract.written import find_written, parse_written
from rashomon.model.article import Dateline, Evidence, Source
from rashomon.model.moment import before
from rashomon.model.page import Page

DAY = len("2020-01-16")
# Words of a sentence whose day may well lie ahead, and those right before such a day.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|next|due|plan\w*|schedul\w*|expir\w*|deadline|upcoming|if|set to|ahead|"
    r"wird|werden|würde|soll\w*|geplant|nächste\w*|prévu\w*|sera|seront|prochain\w*|será\w*|"
    r"próxim\w*|zal)\b",
    re.I,
)
_UNTIL = re.compile(
    r"\b(?:until|till|by|from|before|bis|ab|zum|jusqu\w*|hasta|entro|fino|até|tot)\b\W*(?:\w+\W+)?$",
    re.I,
)


def find_doubts(
    sheet: Sheet, page: Page, published: Found[str] | None, dateline: Found[Dateline] | None
) -> Found[tuple[str, ...]] | None:
    """Why the day of publication may be wrong, each reason with its place; None where none is.

    It lies after the page was captured, or before a day that the article tells of as past.
    """
    if published is None:
        return None
    found = dict(_all(sheet, page, published.value, dateline))
    return Found(tuple(found), tuple(found.values())) if found else None


def _all(
    sheet: Sheet, page: Page, published: str, dateline: Found[Dateline] | None
) -> Iterator[tuple[str, Evidence]]:
    captured = parse_written(page.captured or "")
    if captured and before(captured, published):
        reason = f"published after the capture, {captured}"
        yield reason, Evidence(Source.GIVEN, None, None, "captured", reason)
    if dateline and dateline.value.date and before(published[:DAY], dateline.value.date):
        reason = f"published before its dateline, {dateline.value.date}"
        yield reason, dateline.evidence[0]
    later = max(_past_days(sheet), default=None)
    if later and before(published[:DAY], later[0]):
        reason = f"published before a day in its text, {later[0]}"
        yield reason, in_text(*later[1:], reason)


def _past_days(sheet: Sheet) -> Iterator[tuple[str, int, int]]:
    """The full dates of the text, with their places, that no word puts ahead."""
    for line in sheet.body:
        for written in find_written(line.text):
            sentence = line.text[max(0, written.start - 120) : written.end + 60]
            before_day = line.text[max(0, written.start - 40) : written.start]
            ahead = _AHEAD.search(sentence) or _UNTIL.search(before_day)
            if written.other is None and not ahead:
                start, end = line.start + written.start, line.start + written.end
                yield written.value[:DAY], start, end
