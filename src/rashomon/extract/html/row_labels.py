"""Lines of a document to labels: trafilatura's votes, what the markup says, and their shapes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from rashomon.extract.fields.names import is_furniture
from rashomon.extract.html.main_text import Votes
from rashomon.extract.html.marks import Mark
from rashomon.extract.html.visible import Rendering, Row
from rashomon.extract.written import find_written
from rashomon.model.article import Block, Label

_FURNITURE = (
    (Mark.COMMENT, Label.COMMENT),
    (Mark.CAPTION, Label.CAPTION),
    (Mark.NAV | Mark.SHARE, Label.NAVIGATION),
    (Mark.PROMOTION, Label.PROMOTION),
    (Mark.RELATED, Label.RELATED),
    (Mark.NOTICE, Label.NOTICE),
    (Mark.ASIDE, Label.RELATED),
    (Mark.HEADER | Mark.FOOTER, Label.NAVIGATION),
)
_COPYRIGHT = re.compile(r"©|\(c\) ?\d{4}|copyright|all rights reserved|\bcookies?\b", re.I)
_BY = re.compile(r"^(?:by|von|par|por|di|door|posted by|written by|author)\b", re.I)
_MEANINGFUL = (
    Mark.COMMENT,
    Mark.CAPTION,
    Mark.BYLINE,
    Mark.TIME,
    Mark.STANDFIRST,
    Mark.NOTICE,
    Mark.PROMOTION,
    Mark.RELATED,
    Mark.SHARE,
    Mark.NAV,
    Mark.ASIDE,
    Mark.FOOTER,
)
# What stands in lists beside the article; lines of it are short.
_LISTS = Mark.NAV | Mark.SHARE | Mark.RELATED | Mark.ASIDE | Mark.FOOTER
_INSET = Mark.CAPTION | Mark.NOTICE | Mark.PROMOTION
_BESIDE = (
    _LISTS | Mark.HEADER | Mark.CAPTION | Mark.COMMENT | Mark.PROMOTION | Mark.NOTICE | Mark.BYLINE
)
_PICTURE = re.compile(r"\b(?:photos?|fotos?|credit|images?|bild\w*|getty|shutterstock)\b", re.I)
_WORDED = re.compile(r"[^\W\d_]{2}")
HEADING_REACH = 3  # lines from a cross-head to the text that it is over
ITEM_REACH = 8
LEFT_OUT_CHANCE = 0.4  # a line that the trees think less likely is something else
ITEM_WORDS = 3
BUTTON_WORDS = 4  # a longer line may well say "close" or "open"
BYLINE_WORDS = 16
SHORT_WORDS = 20
LONG_WORDS = 20
CAPTION_WORDS = 45  # a longer one is a slide's text
SAME_TITLE = 88  # of 100: a headline and the title made of it
LINKED = 0.8  # of a line's characters: it is a link and not a sentence with one


def label_rows(rendering: Rendering, votes: Votes, titles: Sequence[str]) -> tuple[Block, ...]:
    """One block a line; `titles` are what the document's head calls the article.

    Order: of the document.
    """
    texts = [rendering.text[row.start : row.end] for row in rendering.rows]
    headline = find_headline_row(rendering, texts, titles, votes)
    first = min(votes.main, default=len(texts))
    ignored = _meaningless(rendering, votes)
    opening = min((i for i in votes.main if texts[i].count(" ") >= LONG_WORDS), default=first)
    blocks = []
    for index, (row, text) in enumerate(zip(rendering.rows, texts, strict=True)):
        if headline is not None and (
            index == headline or _again(text, texts[headline], index, first)
        ):
            label = Label.HEADLINE
        elif index in votes.comment:
            label = Label.COMMENT
        elif index in votes.main:
            label = _inside(replace(row, mark=row.mark & ~ignored), text, before=index <= opening)
        elif _left_out(rendering.rows, votes, index, text, ignored):
            label = Label.BODY
        else:
            label = _outside(row, text, headline, first, index)
        blocks.append(Block(row.start, row.end, label))
    return tuple(blocks)


def find_headline_row(
    rendering: Rendering, texts: Sequence[str], titles: Sequence[str], votes: Votes
) -> int | None:
    """The line that the document's head repeats as its title, or else its only first heading."""
    first = min(votes.main, default=len(texts))
    headings = [i for i, row in enumerate(rendering.rows) if row.mark & Mark.HEADING][:200]
    best = max(
        (
            (
                _likeness(texts[i], titles),
                bool(rendering.rows[i].mark & Mark.H1),
                -abs(i - first),
                i,
            )
            for i in headings
        ),
        default=None,
    )
    if best and best[0] >= SAME_TITLE:
        return best[3]
    tops = [i for i in headings if rendering.rows[i].mark & Mark.H1 and len(texts[i].split()) >= 3]
    return tops[0] if len(tops) == 1 else None


def _likeness(text: str, titles: Sequence[str]) -> float:
    """How far the heading is one of the titles, 0 to 100; a title may carry the outlet's name."""
    if len(text) < 8:
        return 100.0 * any(text.casefold() == title.casefold() for title in titles)
    folded = text.casefold()
    return max(
        (
            100.0
            if folded in title.casefold() and len(text) * 2 > len(title)
            else fuzz.ratio(folded, title.casefold())
            for title in titles
        ),
        default=0.0,
    )


def _again(text: str, headline: str, index: int, first: int) -> bool:
    return text == headline and index <= first + 1


def _meaningless(rendering: Rendering, votes: Votes) -> int:
    """The marks that most of the main text has: "comment" is also what opinions are called."""
    rows = [rendering.rows[index] for index in votes.main]
    total = sum(row.end - row.start for row in rows)
    return sum(
        mark
        for mark in _MEANINGFUL
        if 2 * sum(row.end - row.start for row in rows if row.mark & mark) > total
    )


def _left_out(rows: Sequence[Row], votes: Votes, index: int, text: str, ignored: int) -> bool:
    """Whether the line was left out of the main text around it: a cross-head, an item."""
    row = rows[index]
    if votes.judged and votes.chances[index] < LEFT_OUT_CHANCE:
        return False
    button = text.count(" ") < BUTTON_WORDS and is_furniture(text)
    if row.mark & ~ignored & _BESIDE or row.linked >= LINKED or button:
        return False
    if index in votes.comment or not _WORDED.search(text) or _PICTURE.search(text):
        return False
    if find_written(text):
        return False
    heading = bool(row.mark & Mark.HEADING)
    below = range(index + 1, index + 1 + (HEADING_REACH if heading else ITEM_REACH))
    above = range(max(0, index - ITEM_REACH), index)
    enough = heading or text.count(" ") + 1 >= ITEM_WORDS
    return enough and any(i in votes.main for i in above) and any(i in votes.main for i in below)


def _inside(row: Row, text: str, *, before: bool) -> Label:
    """The label of a line that is voted main text, `before` its first paragraph."""
    mark, words = row.mark, text.count(" ") + 1
    for beside, label in _FURNITURE:
        if mark & beside & _mistaken(words):
            return label
    if words > SHORT_WORDS:
        return Label.BODY
    if before and mark & Mark.STANDFIRST and words >= 6:
        return Label.STANDFIRST
    dates = find_written(text)
    if dates and (mark & Mark.TIME or len(text) - dates[0].end + dates[0].start <= 10):
        return Label.DATELINE
    if _BY.match(text) and not text.endswith(".") and (before or mark & Mark.BYLINE):
        return Label.BYLINE
    signed = mark & Mark.BYLINE and not text.endswith((".", "!", "?", "”"))
    return Label.BYLINE if signed and words <= (BYLINE_WORDS if before else 6) else Label.BODY


def _mistaken(words: int) -> int:
    """The marks that overrule trafilatura for a line of so many words."""
    if words <= SHORT_WORDS:
        return _LISTS | _INSET | Mark.COMMENT
    return Mark.COMMENT | (_INSET if words <= CAPTION_WORDS else Mark.NONE)


def _outside(row: Row, text: str, headline: int | None, first: int, index: int) -> Label:
    """The label of any other line."""
    words = text.count(" ") + 1
    for mark, label in _FURNITURE[:2]:
        if row.mark & mark:
            return label
    near = index < first and (headline is None or index >= headline - 8)
    if words <= SHORT_WORDS and near:
        if row.mark & Mark.TIME and find_written(text):
            return Label.DATELINE
        if row.mark & Mark.BYLINE or (_BY.match(text) and words <= 12):
            return Label.BYLINE
    if (
        near
        and row.mark & Mark.STANDFIRST
        and words >= 6
        and headline is not None
        and index > headline
    ):
        return Label.STANDFIRST
    if _COPYRIGHT.search(text) and words <= 60:
        return Label.NOTICE
    for mark, label in _FURNITURE[2:]:
        if row.mark & mark:
            return label
    return Label.RELATED if row.linked >= LINKED and words >= 5 else Label.NAVIGATION
