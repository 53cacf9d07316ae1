"""The lines of a plain-text page, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

# Some collections of dumps join paragraphs with a mark instead of a line break.
BREAK = re.compile(r"\n| ###(?= |$)|^### ")


class Line(NamedTuple):
    """One line that is not blank: its place without outer spaces, its text, blanks above it."""

    start: int
    end: int
    text: str
    blank_before: bool


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines: list[Line] = []
    start = 0
    blank = True
    bounds = [(match.start(), match.end()) for match in BREAK.finditer(text)]
    bounds.append((len(text), len(text)))
    for stop, following in bounds:
        piece = text[start:stop]
        bare = piece.strip()
        if bare:
            offset = start + len(piece) - len(piece.lstrip())
            lines.append(Line(offset, offset + len(bare), bare, blank))
            blank = False
        else:
            blank = True
        start = following
    return lines
