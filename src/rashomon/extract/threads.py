"""Readers' comments under an article, found by who wrote them when.

A comment that passes for a paragraph becomes an account of the story and its writer a source, so
these labels overrule all others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from rashomon.extract.section_heads import heads_comments, heads_stories
from rashomon.extract.written import find_written
from rashomon.model.article import Block, Label

MAX_NAME_WORDS = 5
MAX_HEAD_CHARS = 90
# So many paragraphs stand over the comments of any article; above them are a page's buttons.
FEWEST_ABOVE = 2
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_CLOCK = r"\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\b\.?)?"
_WITHOUT_YEAR = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
    rf",?(?: at)? {_CLOCK}",
    re.I,
)
_AGO = re.compile(
    r"(?:\d{1,2}|an?|one) ?"
    r"(?:s|m|h|d|w|sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago\b",
    re.I,
)
_SAYS = re.compile(r"^\S.{0,40} (?:says|said|wrote|commented|replied)(?: on \S.{0,40})?:$", re.I)
_JOINT = " \t\u00a0•·|,–—-(@"
_AFTER = re.compile(r"^[)\s]*(?:$|:|[•·|–—-]|reply\b|like\b|#\d)", re.I)
_BYLINE = re.compile(
    r"^(?:by|von|par|por|published|updated|posted|last|created|photo|source)\b", re.I
)
# What may pass for a paragraph, or for something else that the article has.
_MISTAKEN = frozenset(
    (Label.BODY, Label.STANDFIRST, Label.BYLINE, Label.DATELINE, Label.CAPTION, Label.CREDIT)
)


def set_comments_apart(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those that belong to a thread of comments under the article labelled so."""
    shown = [" ".join(block.slice(text)[:400].split()) for block in blocks]
    start = _find_start(shown, blocks)
    if start is None:
        return tuple(blocks)
    return (*blocks[:start], *_relabelled(shown[start:], blocks[start:]))


def opens_comment(line: str) -> bool:
    """Whether the line is, or begins with, the name of who wrote what follows, and when.

    `anna_k 13 Sep, 14:20`, `Old Tar (18/10/2023 09:02): You forget ...`, `M. Roe • 2 days ago`.
    """
    head = line[:MAX_HEAD_CHARS]
    if _BYLINE.match(head):
        return False
    if head.endswith(":") and _SAYS.match(head):
        return True
    when = _find_moment(head)
    if when is None:
        return False
    start, end = when
    name = head[:start].rstrip(_JOINT)
    return 1 <= len(name.split()) <= MAX_NAME_WORDS and _ends_head(line[end:])


def _ends_head(rest: str) -> bool:
    """Whether what follows the time is nothing, a button, or the comment after a colon."""
    return _AFTER.match(rest) is not None


def _find_moment(head: str) -> tuple[int, int] | None:
    """Where the line gives a day with its time, or how long ago."""
    ago, dated = " ago" in head.lower(), any(map(str.isdigit, head))
    found = _WITHOUT_YEAR.search(head) if dated else None
    if ago and found is None:
        found = _AGO.search(head)
    if found:
        return found.span()
    if not dated:
        return None
    return next(((w.start, w.end) for w in find_written(head) if "T" in w.value), None)


def _find_start(shown: Sequence[str], blocks: Sequence[Block]) -> int | None:
    """The first line of the thread: its heading, or the first of two names with their times."""
    above = [0, *accumulate(block.label is Label.BODY for block in blocks)]
    openings = [
        i for i, line in enumerate(shown) if above[i] >= FEWEST_ABOVE and opens_comment(line)
    ]
    heading = next(
        (i for i, line in enumerate(shown) if above[i] >= FEWEST_ABOVE and heads_comments(line)),
        None,
    )
    if heading is not None and any(i > heading for i in openings):
        return heading
    if len(openings) >= 2 and _mostly_above(blocks, openings[0]):
        return openings[0]
    if heading is not None and _mostly_above(blocks, heading):
        return heading
    return None


def _mostly_above(blocks: Sequence[Block], start: int) -> bool:
    """Whether more of the body stands above than below: a live page's entries have times too."""
    size = [b.end - b.start if b.label is Label.BODY else 0 for b in blocks]
    return sum(size[:start]) > sum(size[start:])


def _relabelled(shown: Sequence[str], blocks: Sequence[Block]) -> list[Block]:
    out: list[Block] = []
    fresh = over = False
    for line, block in zip(shown, blocks, strict=True):
        opens = opens_comment(line)
        over = (over or heads_stories(line)) and not opens
        mistaken = block.label in _MISTAKEN and not over
        if opens or mistaken or fresh or (heads_comments(line) and not over):
            out.append(Block(block.start, block.end, Label.COMMENT))
        else:
            out.append(block)
        fresh = opens
    return out
