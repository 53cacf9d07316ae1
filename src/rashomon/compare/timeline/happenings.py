"""The dated acts and reports of one article: what a story's timeline is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from rashomon.compare.act_words import kind_of, phrase_kind
from rashomon.compare.sentence_parts import Part, find_parts
from rashomon.model.article import Article
from rashomon.model.claim import Attitude, Claim
from rashomon.model.dossier import EntryKind
from rashomon.model.reading import Anchor, Clause, Date, DateType, Reading
from rashomon.model.span import Span
from rashomon.text.dates import find_dates
from rashomon.text.dates.periods import Period, find_period
from rashomon.text.normal import plain_form
from rashomon.text.readable import readable_text

_MAX_DAYS, _MONTH = 366, 31
_LIGHT = {"begin", "start", "hold", "stage", "launch", "end", "give", "happen", "occur", "conduct"}
# "Updated: Dec. 19, 2005", left in a body.
_STAMP = re.compile(
    r"(?:first |last )?(?:published|updated|posted|modified)\b[^.]{0,12}[:\d]", re.I
)
_MAX_PHRASE = 300
_MAX_SHORT = 80  # characters of the words that carry the day
# What is only meant, wished or ordered has no place; what is set for a day has.
_UNREAL = {"would", "may", "might", "could", "should", "must", "can", "ought"}
_UNREAL |= {"want", "plan", "seek", "hope", "ask", "urge", "threaten", "vow", "try", "need"}
_UNREAL |= {"call", "expect", "intend", "promise", "demand", "propose", "refuse", "fail"}
_EMPTY = {"be", "have", "do", "include", "accord", "follow", "come", "make", "take", "go", "get"}
_TELLING = {"say", "tell", "report", "add", "claim", "deny", "confirm", "announce", "state"}
_TELLING |= {"quote", "cite", "write", "note", "declare", "warn", "insist", "decline", "speak"}
_TELLING |= {"remark", "maintain", "accuse", "blame", "dismiss", "argue", "testify", "describe"}
_AFTER = re.compile(r"\s+(after|before)\s+")
_LENGTH = re.compile(r"P(\d+)([DW])")
_WHEN_IN = re.compile(
    r"\b(?:in|since|by|during|until|of|from|for|before|after|on|and|to|late|this|last)\s+(?:the\s+)?$",
    re.I,
)
_WHEN = re.compile(r"\W+")
_LEADING = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated act, or one dated report, with the passage that tells it.

    `short` are the words that carry the day, `phrase` those that name the act. `heads` are the
    kinds of act that the date itself dates, `acts` those and what belongs to them, `names` the
    names in it without countries, `speakers` who reports; `denied` tells that a report says
    its content is not so. `by_story` is True where the story's day had to stand in for the
    page's own.
    """

    article: str
    value: str
    period: Period
    kind: EntryKind
    passage: Span
    short: Span
    phrase: Span
    heads: frozenset[str]
    acts: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    speakers: frozenset[str] = frozenset()
    denied: bool = False
    by_story: bool = False

    @property
    def key(self) -> tuple[str, int, int]:
        """A total order that neither time nor chance enters."""
        return (self.article, self.passage.start, self.short.start)

    @property
    def is_vague(self) -> bool:
        """Whether only the year or the season is known."""
        return self.period.days > _MONTH

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.period.days == 1


def find_happenings(
    article: Article, reading: Reading, story_day: str | None
) -> Iterator[Happening]:
    """The dated acts and reports of an article, in the order of the text.

    A page without a publication day is read as if it were of `story_day`.
    """
    borrowed = article.published is None and story_day is not None
    dates: Sequence[Date] = reading.dates
    if borrowed:
        dates = find_dates(readable_text(article), story_day)
    for part in find_parts(article, reading, dates):
        if _STAMP.match(article.text, part.sentence.start):
            continue
        for found in part.dates:
            by_story = borrowed and found.anchor is Anchor.PUBLISHED
            yield from _read(part, found, by_story)


def _read(part: Part, found: Date, by_story: bool) -> Iterator[Happening]:
    if found.type is DateType.DURATION:
        yield from _counted_from(part, found, by_story)
        return
    period = find_period(found.value)
    if found.type is DateType.SET or period is None or period.days > _MAX_DAYS:
        return
    claim = _report(part, found)
    clause = part.governor(found)
    if period.days > _MONTH and not _is_when(part, found, clause):
        return
    if claim is not None:
        if period.days <= _MONTH:
            yield _told(part, found, period, claim, by_story)
    elif clause is not None and is_real(clause):
        happening = happened(part, found, found.value, period, clause, by_story)
        if clause.lemma in _TELLING and clause.subject:
            speakers = part.names(clause.subject)
            happening = replace(happening, kind=EntryKind.REPORT, speakers=speakers)
        if happening.acts:
            yield happening  # "the message from Tuesday is clear" tells no act


def _is_when(part: Part, found: Date, clause: Clause | None) -> bool:
    """Whether a year or a season tells when, and is not the model year of a car."""
    lead = part.article.text[max(0, found.start - 12) : found.start]
    return _WHEN_IN.search(lead) is not None or (clause is not None and clause.nominal)


def is_real(clause: Clause) -> bool:
    """Whether it is told as done, or as set for a day."""
    return not clause.negated and clause.modal not in _UNREAL


def _report(part: Part, found: Date) -> Claim | None:
    """The claim whose telling the date dates; none where it stands in what is told."""
    if any(span.overlaps(found) for claim in part.claims for span in claim.content):
        return None
    clause = part.governor(found)
    if clause is None:
        return None
    cued = [c for c in part.claims if c.cue and c.cue.overlaps(clause.act)]
    if not cued and clause.lemma not in _TELLING:
        return None
    near = cued or part.claims
    return min(near, key=lambda c: (part.gap(c.cue or found, found), c.id), default=None)


def _told(part: Part, found: Date, period: Period, claim: Claim, by_story: bool) -> Happening:
    inside = part.told_in(claim)
    negated = any(c.negated for c in inside if not c.nominal and c.under not in _acts_of(inside))
    cue = claim.cue or Span(found.start, found.end)
    return Happening(
        article=part.article.id,
        value=found.value,
        period=period,
        kind=EntryKind.REPORT,
        passage=part.passage(found),
        short=_short(cue, found),
        phrase=part.told(claim, found),
        heads=_kinds(part, inside),
        acts=_kinds(part, inside),
        names=part.names(*claim.content),
        words=_words(part, inside),
        speakers=speakers_of(claim),
        denied=(claim.attitude is Attitude.DENIES) != negated,
        by_story=by_story,
    )


def _acts_of(clauses: Sequence[Clause]) -> set[Span]:
    return {clause.act for clause in clauses}


def happened(
    part: Part, found: Date, value: str, period: Period, clause: Clause, by_story: bool
) -> Happening:
    """The event that a clause of a sentence tells, on the day that is given."""
    inside = part.belonging(clause)
    spans = [Span(c.start, c.end) for c in inside]
    objects = [c.object for c in inside if c.object] + [c.subject for c in inside if c.subject]
    return Happening(
        article=part.article.id,
        value=value,
        period=period,
        kind=EntryKind.EVENT,
        passage=part.passage(clause),
        short=_short(clause.act, found),
        phrase=_phrase(clause, inside),
        heads=_heads(part, clause, inside),
        acts=_kinds(part, inside),
        names=part.names(*spans, *objects),
        words=_words(part, inside),
        by_story=by_story,
    )


def _counted_from(part: Part, found: Date, by_story: bool) -> Iterator[Happening]:
    """The killing that "on January 5, two days after he was killed" dates, too."""
    counted = count_days(part, found)
    known = [d for d in part.dates if d.end <= found.start and part.gap(d, found) < 4]
    period = find_period(known[-1].value) if known else None
    if counted is None or period is None or period.days > 1:
        return
    days, event = counted
    day = period.first - timedelta(days=days)
    yield happened(part, found, day.isoformat(), Period(day, day), event, by_story)


def count_days(part: Part, found: Date) -> tuple[int, Clause] | None:
    """How many days lie between an act and the one that a length of time counts from.

    "Two days after he was killed" gives 2 and the killing, "before" a negative number.
    """
    length = _LENGTH.fullmatch(found.value)
    side = _AFTER.match(part.article.text, found.end)
    event = part.next_act(side.end()) if length and side else None
    if length is None or side is None or event is None or event.negated:
        return None
    days = int(length[1]) * (7 if length[2] == "W" else 1)
    return (days if side[1] == "after" else -days), event


def _short(act: Span, found: Span) -> Span:
    """The words from the act to the day, where they stand near each other, else the day."""
    start, end = min(act.start, found.start), max(act.end, found.end)
    return Span(start, end) if end - start <= _MAX_SHORT else Span(found.start, found.end)


def _phrase(clause: Clause, inside: Sequence[Clause]) -> Span:
    """The clause with the noun that it hangs on; of one that only says "was", all that follows."""
    own = Span(clause.start, clause.end)
    spans: list[Span] = [own, *inside] if clause.lemma == "be" else [own]
    spans += [span for span in (clause.subject, clause.object) if span is not None]
    hull = Span(min(s.start for s in spans), max(s.end for s in spans))
    return hull if hull.end - hull.start <= _MAX_PHRASE else own


def _heads(part: Part, clause: Clause, inside: Sequence[Clause]) -> frozenset[str]:
    """The kind of the dated act; of a noun or a verb that says little, those inside it, too."""
    own = _kinds(part, [clause])
    if not clause.nominal and clause.lemma not in _EMPTY | _LIGHT:
        return own
    nouns = _kinds(part, [c for c in inside if c.nominal])
    return own | nouns if clause.nominal or phrase_kind(clause, part.article.text) else nouns or own


def _kinds(part: Part, clauses: Sequence[Clause]) -> frozenset[str]:
    text = part.article.text
    silent = _EMPTY | _TELLING
    told = [c for c in clauses if c.lemma not in silent or phrase_kind(c, text)]
    return frozenset(kind_of(clause, text) for clause in told)


def _words(part: Part, clauses: Sequence[Clause]) -> frozenset[str]:
    """What the acts speak of, numbers too, without the words that tell when."""
    words = {plain_form(word) for clause in clauses for word in clause.words}
    when = " ".join(d.slice(part.article.text) for d in part.dates).lower()
    return frozenset(words - set(_WHEN.split(when)))


def speakers_of(claim: Claim) -> frozenset[str]:
    """The names in the chain, by their last word; what is written small names nobody."""
    names = [link.name for link in claim.chain] or [claim.holder.name]
    last = [_LEADING.sub("", name).split()[-1:] for name in names]
    return frozenset(word[0].lower() for word in last if word and word[0][0].isupper())
