"""The label of each line of a page whose main text is known, by that text and the markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from training.lines.rendered import RawLine

LETTERS = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)]*$")
NOTICE_WORDS = re.compile(
    r"©|all rights reserved|\bcookies?\b|alle rechte|tous droits|reservados", re.IGNORECASE
)
PHOTO_CREDIT = re.compile(
    r"^\W*(?:image|photo|picture|foto|bild|illustration|credit|quelle|source)s?"
    r"(?: credit| by|graph)?s? ?[:©]|getty images|shutterstock|unsplash|pixabay",
    re.IGNORECASE,
)
PROMOTION_WORDS = re.compile(
    r"subscri|newsletter|sign ?up|inbox|unlimited|membership|free trial|donat|advertisement|sponsor"
    r"|premium|\bapp\b|abonn|spenden|anzeige|suscr",
    re.IGNORECASE,
)
RELATED_OPENING = re.compile(
    r"^\W*(?:read (?:also|more|next)|also read|see also|related|watch|lesen sie|mehr zum|lire aussi"
    r"|à lire|lea también|leggi anche|don't miss)\b.{0,3}[:|]",
    re.IGNORECASE,
)
NOTICE_OPENING = re.compile(
    r"^\W*(?:editor['’]?s note|correction|clarification|disclaimer|disclosure"
    r"|this (?:story|article|report|post) (?:was|has|is|originally)"
    r"|the views expressed|copyright)\b",
    re.IGNORECASE,
)
WRITERS = re.compile(
    r"^\W*(?:additional )?(?:reporting|writing|editing) by\b|contributed (?:to this|reporting)",
    re.IGNORECASE,
)
AGENCY_ONLY = re.compile(
    r"^\W*(?:source: ?|by )?(?:afp|reuters|ap|(?:the )?associated press|dpa|pti|ians|ani|efe|ansa"
    r"|xinhua|upi|agence france-presse)\W*$",
    re.IGNORECASE,
)
DATE_ONLY = re.compile(
    r"^\W*(?:(?:updated|published|posted|created|last updated)\b.{0,20})?(?:\w+,? )?"
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? \w{3,10},? \d{4}|\w{3,10}\.? \d{1,2},? \d{4})"
    r"\b.{0,30}$",
    re.IGNORECASE,
)
AUTHOR_OPENING = re.compile(r"^(?:by|von|par|por|posted by|written by|author)\b", re.IGNORECASE)
# A line without main text costs the main run as much as so many characters of it.
GAP_CHARS = 40
META_WORDS = 14
ABOVE_BODY = 15
BELOW_BODY = 8


class Known(NamedTuple):
    """What is known of a page."""

    main: str
    title: str
    description: str
    author: str
    comments: tuple[str, ...]


class Spot(NamedTuple):
    """One line, and how it lies to what is known."""

    line: RawLine
    own: str
    words: int
    in_main: bool
    above: int
    """How many lines the line stands above the body's first; below 0 after it."""
    below: int
    """How many lines the line stands after the body's last, from 0; below 0 before it."""

    @property
    def inside(self) -> bool:
        """Whether the line stands between the body's first and last."""
        return self.above <= 0 and self.below < 0

    @property
    def near(self) -> bool:
        """Whether the line stands where writers and dates do."""
        return self.above <= ABOVE_BODY and self.below < BELOW_BODY


def letters(text: str) -> str:
    return " ".join(LETTERS.findall(text.lower()))


def overlap(left: str, right: str) -> float:
    """The share of the words of both that both have."""
    one, other = set(left.split()), set(right.split())
    return len(one & other) / max(1, len(one | other))


def label_page(lines: Sequence[RawLine], known: Known) -> list[str]:
    """The label of each line."""
    main = letters(known.main)
    paragraphs = {letters(part) for part in known.main.split("\n")}
    owns = [letters(line.text) for line in lines]
    flags = [is_main(line, own, main, paragraphs) for line, own in zip(lines, owns, strict=True)]
    low, high = main_run(lines, flags)
    told = known._replace(
        title=letters(known.title),
        description=letters(known.description),
        author=letters(known.author),
        comments=tuple(letters(comment) for comment in known.comments),
    )
    return [
        label_spot(Spot(line, own, len(own.split()), flag, low - index, index - high), told)
        for index, (line, own, flag) in enumerate(zip(lines, owns, flags, strict=True))
    ]


def is_main(line: RawLine, own: str, main: str, paragraphs: set[str]) -> bool:
    """Whether the main text has the line: long ones anywhere, short ones as paragraphs."""
    if own in paragraphs:
        return bool(own)
    return len(own.split()) >= 4 and own in main and line.linked <= 0.95


def main_run(lines: Sequence[RawLine], flags: Sequence[bool]) -> tuple[int, int]:
    """Where most of the main text stands: a teaser that repeats a sentence is elsewhere."""
    best, best_sum, start, total = (0, 0), 0, 0, 0
    for index, (line, flag) in enumerate(zip(lines, flags, strict=True)):
        total += len(line.text) if flag else -GAP_CHARS
        if total <= 0:
            total, start = 0, index + 1
        elif total > best_sum:
            best_sum, best = total, (start, index + 1)
    return best


def label_spot(spot: Spot, known: Known) -> str:
    """What the first rule that fits says."""
    for rule in RULES:
        label = rule(spot, known)
        if label is not None:
            return label
    return "navigation"


def by_title(spot: Spot, known: Known) -> str | None:
    line, own, title = spot.line, spot.own, known.title
    near = spot.above >= -2
    if is_title(own, spot.words, title):
        stands_out = bool(line.heading) or not spot.inside or spot.above >= -4
        if stands_out and not (line.hint == "related" and not near):
            return "headline" if spot.above >= -3 or line.heading == 1 else "related"
    if line.heading == 1 and near and spot.words >= 4 and overlap(own, title) > 0.6:
        return "headline"
    return None


def is_title(own: str, words: int, title: str) -> bool:
    if not own or words < 2:
        return False
    if own == title or (words >= 4 and title.startswith(own)):
        return True
    size = len(title.split())
    return size >= 4 and own.startswith(title) and words < size + 5


def by_comments(spot: Spot, known: Known) -> str | None:
    if spot.words > 1 and any(
        spot.own in comment or comment in spot.own for comment in known.comments if len(comment) > 8
    ):
        return "comment"
    return None


def by_opening(spot: Spot, known: Known) -> str | None:
    text, late = spot.line.text, spot.below >= -4
    if spot.inside and spot.words <= 30 and RELATED_OPENING.match(text):
        return "related"
    if late and spot.words <= 90 and NOTICE_OPENING.match(text):
        return "notice"
    if late and spot.words <= 40 and WRITERS.search(text):
        return "byline"
    if AGENCY_ONLY.match(text):
        return "credit" if spot.above <= ABOVE_BODY and spot.below < 3 else "navigation"
    if -2 < spot.above <= 12 and DATE_ONLY.match(text):
        return "dateline"
    return None


def by_picture(spot: Spot, known: Known) -> str | None:
    line = spot.line
    if line.hint == "caption":
        if line.linked > 0.8 and not (spot.above <= 4 and spot.below < 2):
            return "related" if spot.words >= 4 else "navigation"
        return "caption" if spot.words <= 80 else None
    return "caption" if spot.words <= META_WORDS and PHOTO_CREDIT.search(line.text) else None


def by_main(spot: Spot, known: Known) -> str | None:
    return "body" if spot.in_main and spot.inside else None


def by_area(spot: Spot, known: Known) -> str | None:
    if spot.line.hint == "comment":
        return "comment" if spot.words else "navigation"
    if spot.words < 120 and NOTICE_WORDS.search(spot.line.text):
        return "notice"
    if spot.above > 0 and spot.words >= 5 and overlap(spot.own, known.description) > 0.85:
        return "standfirst"
    return None


def by_writer(spot: Spot, known: Known) -> str | None:
    if not spot.near or spot.words > META_WORDS:
        return None
    if known.author and known.author in spot.own:
        return "byline"
    if spot.line.hint == "byline":
        dated = spot.words <= 8 and re.search(r"\d{2}", spot.line.text)
        return "dateline" if dated else "byline"
    if AUTHOR_OPENING.match(spot.line.text):
        return "byline"
    if spot.line.hint == "dateline" and re.search(r"\d", spot.line.text):
        return "dateline"
    return None


def by_offer(spot: Spot, known: Known) -> str | None:
    line = spot.line
    if line.hint == "standfirst" and spot.above > 0 and spot.words >= 5:
        return "standfirst"
    if (
        not spot.inside
        and PROMOTION_WORDS.search(line.text)
        and (spot.words >= 3 or not line.linked)
    ):
        return "promotion"
    if line.hint == "promotion" and not line.heading:
        return "promotion" if spot.words >= 3 and line.linked < 0.9 else "navigation"
    if line.hint == "notice" and spot.words >= 4:
        return "notice"
    return None


def by_look(spot: Spot, known: Known) -> str | None:
    line, words = spot.line, spot.words
    if line.hint == "related":
        return "related" if words >= 3 else "navigation"
    if line.linked > 0.8 or line.heading:
        return "related" if words >= 6 or (line.heading and words >= 4) else "navigation"
    if words >= 9 and SENTENCE_END.search(line.text):
        return "body" if spot.inside else "related"
    if spot.inside and words >= 4 and not line.hint and line.tag in ("p", "li", "td", "blockquote"):
        return "body"
    return None


RULES: tuple[Callable[[Spot, Known], str | None], ...] = (
    by_title, by_comments, by_opening, by_picture, by_main, by_area, by_writer, by_offer, by_look,
)  # fmt: skip
