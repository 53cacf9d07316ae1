"""Dates, writers and credits in a line, seen by their shape."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extract.lines.cues import MONTHS, PARTICLES

DIGIT = re.compile(r"\d")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)")
NUMERIC_DATE = re.compile(r"(?<!\d)\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)")
AGO = re.compile(
    r"\b(?:\d+|an?|one) ?[a-z]{1,7} ago\b|\bvor \d|\bil y a \d|\bhace \d", re.IGNORECASE
)
READING_TIME = re.compile(r"\b\d+[ -]?min(?:ute)?s?\b", re.IGNORECASE)
SLASHED_CREDIT = re.compile(r"[A-Z]\w+ ?/ ?[A-Z]\w+[\w .]{0,40}\)?\.?$")
BRACKETED_END = re.compile(r"[\[(][A-Z][^\])]{1,76}[\])]\.?$")
NAME_WORD = re.compile(r"(?:[^\W\d_][\w’'.-]*|&)$")
LEADING_BY = re.compile(
    r"^[^\w]{0,4}(?:by|von|par|por|di|door|text|words|author|story by|written by)\b:? ?",
    re.IGNORECASE,
)


def times(head: str, lowered: Sequence[str], words: int) -> list[str]:
    """Dates and times in the line."""
    names = []
    if not MONTHS.isdisjoint(lowered):
        names.append("month")
    if DIGIT.search(head) is None:
        return names
    for name, pattern in (
        ("year", YEAR), ("clock", CLOCK), ("numeric date", NUMERIC_DATE), ("ago", AGO),
    ):  # fmt: skip
        if pattern.search(head):
            names.append(name)
    if words <= 6 and READING_TIME.search(head):
        names.append("reading time")
    return names


def people(head: str, tail: str, words: int) -> list[str]:
    """Writers, photographers and their marks."""
    names = []
    if "/" in tail and SLASHED_CREDIT.search(tail):
        names.append("slashed credit")
    if head[-1] in ")]." and BRACKETED_END.search(tail):
        names.append("bracketed end")
    if 2 <= words <= 6 and is_person(head.split()):
        names.append("person")
    by = LEADING_BY.match(head)
    if by:
        names.append("by")
        if is_person(head[by.end() :].split()[:2]):
            names.append("by person")
    return names


def is_person(parts: Sequence[str]) -> bool:
    """Whether the words look like a name of two to six parts."""
    return len(parts) >= 2 and all(
        (part[0].isupper() or part in PARTICLES) and NAME_WORD.match(part.rstrip(","))
        for part in parts
    )
