"""At what time of the day something happened, as one article has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.compare.act_words import kind_of
from rashomon.compare.sentence_parts import Part, find_parts
from rashomon.model.article import Article
from rashomon.model.reading import Clause, Date, DateType, Reading
from rashomon.model.span import Span
from rashomon.text.dates.periods import find_period
from rashomon.text.normal import plain_form

_CLOCK = re.compile(r"(.*)T(\d\d):(\d\d)")
_ABOUT = re.compile(r"\b(?:about|around|roughly|approximately|some)\s+$", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:(?:shortly|just|soon) before|nearly|almost)\s+$", re.IGNORECASE)
_LATER = re.compile(r"\b(?:(?:shortly|just|soon) (?:after|past))\s+$", re.IGNORECASE)
# "until four", "between two and four": no time at which something happened.
_OTHER = re.compile(
    r"\b(?:until|till|since|from|by|as of|before|after|between|through|to|and|or|than)\s+"
    r"(?:(?:about|around)\s+)?$",
    re.IGNORECASE,
)
_GAME = re.compile(r"\s+(?:left|remaining|to (?:go|play|spare))\b")  # "with 7:41 left"
_HALF = re.compile(r"[ap]\.?\s?m\b|^0\d|\b(?:GMT|UTC|hours|hrs)\b|noon|midnight", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:[A-Z]{1,3}T|GMT|UTC)\b")
_EARLY = re.compile(r"[^.;]{0,30}?\b(?:morning|before (?:dawn|sunrise))\b", re.IGNORECASE)
_LATE = re.compile(
    r"[^.;]{0,30}?\b(?:afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day night)\b",
    re.IGNORECASE,
)
_NEAR = 15  # minutes that "about" may be off, and a time told by the half hour
_LEAD = re.compile(
    r"(?:\bat\s+)?(?:\b(?:about|around|roughly|approximately|nearly|almost"
    r"|(?:shortly|just|soon) (?:before|after))\s+)?$",
    re.IGNORECASE,
)
_CLOSE = 4  # minutes that a time told by five minutes may be off
_MINUTES = re.compile(r"\d[:.]\d\d|\d{4}")
_FIGURE = re.compile(r"\d+[:.]\d\d\w*")
_SHORT = 40  # minutes that "shortly before" can be
HALF_DAY = 720
_TELLING = frozenset("say tell report add announce confirm state write note".split())
_UNREAL = frozenset("would may might could should must can ought want plan expect hope".split())


@dataclass(frozen=True, slots=True)
class Timed:
    """One act with the minute of the day at which a page says that it happened.

    `low` and `high` bound the minute; `minute` is the one written, unless it was told from
    another ("shortly before four"). `half` is False where morning and evening cannot be told.
    """

    article: str
    span: Span
    act: Span
    day: str | None
    minute: int
    low: int
    high: int
    half: bool
    zone: str
    kinds: frozenset[str]
    words: frozenset[str]


def find_times(article: Article, reading: Reading, dates: Sequence[Date]) -> Iterator[Timed]:
    """The acts of an article that have a time of the day, in the order of the text."""
    for part in find_parts(article, reading, dates):
        for found in part.dates:
            clock = _CLOCK.fullmatch(found.value)
            clause = _governor(part, found)
            if found.type is DateType.TIME and clock and clause is not None:
                timed = _read(part, found, clause, clock)
                if timed is not None:
                    yield timed


def _governor(part: Part, found: Span) -> Clause | None:
    """The act that a time is the time of: the smallest clause around it, of a noun, too."""
    around = [clause for clause in part.clauses if clause.contains(found)]
    smallest = min(around, key=lambda c: (c.end - c.start, c.act.start), default=None)
    clause = smallest or part.governor(found)
    if clause is None or clause.negated or clause.modal in _UNREAL:
        return None
    return clause if clause.lemma not in _TELLING else None


def _read(part: Part, found: Date, clause: Clause, clock: re.Match[str]) -> Timed | None:
    text = part.article.text
    before, words = text[max(0, found.start - 24) : found.start], found.slice(text)
    minute = int(clock[2]) * 60 + int(clock[3])
    bounds = _bounds(before, minute) or _bounds(_led(words), minute)
    if _GAME.match(text, found.end) or (bounds is None and _OTHER.search(before)):
        return None
    low, high = bounds or _rounded(minute, words)
    half, minute_of = _half(text, found, minute)
    shift = minute_of - minute
    inside = part.belonging(clause)
    told = {word for c in inside for word in c.words if not _FIGURE.fullmatch(word)}
    plain = frozenset(plain_form(word) for word in told) - _when(part)
    return Timed(
        article=part.article.id,
        span=_with_lead(text, found, before),
        act=Span(clause.start, clause.end),
        day=clock[1] if clock[1] != "XXXX-XX-XX" else None,
        minute=minute_of,
        low=low + shift,
        high=high + shift,
        half=half,
        zone=" ".join(_ZONE.findall(words)),
        kinds=frozenset(kind_of(c, text) for c in inside if c.act == clause.act or c.nominal),
        words=plain,
    )


def _led(words: str) -> str:
    """The words that lead up to the figure inside the expression itself: "about 3 p.m."."""
    figure = re.search(r"\d", words)
    return words[: figure.start()] if figure else ""


def _bounds(before: str, minute: int) -> tuple[int, int] | None:
    if _EARLIER.search(before):
        return minute - _SHORT, minute
    if _LATER.search(before):
        return minute, minute + _SHORT
    if _ABOUT.search(before):
        return minute - _NEAR, minute + _NEAR
    return None


def _rounded(minute: int, words: str) -> tuple[int, int]:
    """What a time can stand for: a full hour is seldom meant to the minute, "11:30" is."""
    if minute % 30 == 0 and not _MINUTES.search(words):
        return minute - _NEAR, minute + _NEAR
    off = _CLOSE if minute % 5 == 0 else 1
    return minute - off, minute + off


def _half(text: str, found: Span, minute: int) -> tuple[bool, int]:
    """Whether morning or evening is known, and the minute of the day with it."""
    if minute >= HALF_DAY + 60 or _HALF.search(found.slice(text)):
        return True, minute
    if _EARLY.match(text, found.start):
        return True, minute
    if _LATE.match(text, found.start):
        return True, minute % HALF_DAY + HALF_DAY
    return False, minute


def _with_lead(text: str, found: Span, before: str) -> Span:
    """The time with "at about" or "shortly before" in front of it."""
    lead = _LEAD.search(before)
    return Span(found.start - (len(before) - lead.start() if lead else 0), found.end)


def _when(part: Part) -> set[str]:
    told = " ".join(d.slice(part.article.text) for d in part.dates).lower()
    return {plain_form(word) for word in re.split(r"\W+", told)} | {"am", "pm", "time", "hour"}


def on_one_day(left: Timed, right: Timed) -> bool:
    """Whether the days, as far as they are told, can be one."""
    if left.day is None or right.day is None or left.day == right.day:
        return True
    weekdays = [day.startswith("XXXX") for day in (left.day, right.day)]
    return weekdays[0] != weekdays[1] and _weekday(left.day) == _weekday(right.day)


def _weekday(day: str) -> int:
    period = find_period(day)
    return period.first.isoweekday() if period else int(day[-1])
