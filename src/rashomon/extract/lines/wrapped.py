"""Paragraphs of pages whose lines were broken at a fixed width, as mail and text browsers do.

A wrapped page is read by paragraphs: its lines alone would be headlines, menus and halves of
sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.extract.lines.page_lines import Line
from rashomon.extract.lines.shape import BULLETS, SENTENCE_END

# Widths that programs wrap at; shorter lines are columns and verse, longer ones paragraphs.
WIDTHS = range(40, 133)
# A page is wrapped if so many of its lines break off and go on in small letters, and so many of
# those that break off anywhere nearly fill the width.
FEWEST_BROKEN = 3
FULL_SHARE = 0.75
NEARLY = 0.8  # of the width: words of twelve letters go to the next line
RAGGED = 0.6  # of the width: pages set in columns wrap by the looks of letters
MOST_LONG = 0.1  # of the lines: a wrapped page may hold an address, but no paragraph in one line
_NUMBERED = re.compile(r"\(?\d{1,3}[.)] ")
_MARK = tuple(BULLETS)


def join_wrapped(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, those that a fixed width broke joined to paragraphs; others as they are.

    A joined line runs from its first character to its last; its text has spaces for the breaks.
    Cost: linear.
    """
    width = find_width(text, lines)
    if width is None:
        return list(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(text, paragraphs[-1][0], paragraphs[-1][-1], line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [
        part[0]._replace(end=part[-1].end, text=" ".join(line.text for line in part))
        for part in paragraphs
    ]


def find_width(text: str, lines: Sequence[Line]) -> int | None:
    """The width that the page's lines are broken at; None where none is."""
    broken = [
        _reach(text, line) for line, following in pairwise(lines) if _breaks_off(line, following)
    ]
    if len(broken) < FEWEST_BROKEN:
        return None
    width = max(broken)
    long = sum(_reach(text, line) > width for line in lines)
    full = sum(reach >= NEARLY * width for reach in broken)
    if width not in WIDTHS or full < FULL_SHARE * len(broken) or long > MOST_LONG * len(lines):
        return None
    return width


def _breaks_off(line: Line, following: Line) -> bool:
    """Whether a sentence plainly goes on in the line below."""
    begins = following.text[0]
    return (
        not following.blank_before
        and begins.islower()
        and SENTENCE_END.search(line.text[-8:]) is None
    )


def _goes_on(text: str, whole: Line, line: Line, following: Line, width: int) -> bool:
    if following.blank_before or _begins_item(following.text):
        return False
    # The first line of a paragraph may be set in; the second of a list's item is.
    deeper = _indent(text, following) > _indent(text, line) + 1
    if deeper and not _begins_item(whole.text):
        return False
    reach = _reach(text, line)
    if _breaks_off(line, following):
        return reach >= RAGGED * width
    first_word = following.text.partition(" ")[0]
    return NEARLY * width <= reach and reach + 1 + len(first_word) > width


def _begins_item(text: str) -> bool:
    return text.startswith(_MARK) or _NUMBERED.match(text) is not None


def _indent(text: str, line: Line) -> int:
    return line.start - (text.rfind("\n", 0, line.start) + 1)


def _reach(text: str, line: Line) -> int:
    """In which column the line ends."""
    return _indent(text, line) + line.end - line.start
