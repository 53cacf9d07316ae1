"""What the figures of an article count: of whom, by what act, when, and among which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from rashomon.compare.figures.elliptic import REACH, find_cue, find_named, is_counting
from rashomon.compare.figures.harms import Harm, find_governor, find_harm
from rashomon.compare.figures.scope import Scope, Scopes
from rashomon.compare.word_groups import HARMS, act_of_state, counted_group, is_grouped
from rashomon.model.article import Article
from rashomon.model.moment import day_of, is_moment
from rashomon.model.reading import Clause, Date, DateType, Figure, Reading
from rashomon.model.span import Span
from rashomon.text.dates.periods import Period, find_period
from rashomon.text.nations import country_of
from rashomon.text.normal import plain_form
from rashomon.text.numbers.counted import singular
from rashomon.text.places import Places

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_UNTIL = re.compile(r"\b(?:as of|by|until)(?: \w+){0,2} $", re.IGNORECASE)
# Lengths of time and ages are no counts: a day is compared as a day, an age as a detail.
_NOT_COUNTED = {"year of age", "month of age", "week of age", "day of age", "age"}
_TIME = {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}
_CUT = re.compile(r"[,;(\d]|\b(?:and|or|who|which|that)\b")
_JOINT = re.compile(r"(?:,| and|, and)(?: a| the)? ")
_ANTECEDENTS = 4  # counts back that a figure without a noun may repeat
_MAX_OBJECT = 80  # characters that an object may go on behind its figure
_MAX_REACH = 40  # characters between a verb and the figure it governs


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of one article with what it counts.

    `kind` is the unit, or "count". `act` is what was done to those counted, of a kind that
    accounts share. `passage` is what a reader needs: verb, figure and what is counted. `as_of` is
    when the text says that it stood so; `is_toll` that the sentence says of nobody that he did it.
    """

    article: str
    figure: Figure
    sentence: Span
    passage: Span
    kind: str
    noun: str
    act: str | None
    countries: frozenset[str]
    words: frozenset[str]
    periods: tuple[Period, ...]
    scope: Scope
    as_of: str | None = None
    is_toll: bool = False
    published: str | None = None
    echo: tuple[str, int, int] | None = None

    @property
    def key(self) -> tuple[str, int, int]:
        """A total order that neither time nor chance enters."""
        return (self.article, self.figure.start, self.figure.end)

    @property
    def moment(self) -> str | None:
        """When it stood so: as the text says, else when the page was published."""
        return self.as_of or self.published

    @property
    def group(self) -> str:
        """The name of what the noun is counted as."""
        return counted_group(self.noun)


class _Sentence(NamedTuple):
    """A sentence with what its page tells in it, and where the page's scopes are found."""

    article: Article
    span: Span
    clauses: Sequence[Clause]
    dates: Sequence[Date]
    scopes: Scopes


def find_counts(article: Article, reading: Reading) -> Iterator[Count]:
    """The figures that can be held against another account's, in the order of the text."""
    figures, dates = Places(reading.figures), Places(reading.dates)
    acts, scopes = Places([c.act for c in reading.clauses]), Scopes(article.text, reading)
    before: list[Count] = []
    for span in reading.sentences:
        inside = [reading.figures[number] for number in figures.inside(span)]
        if not inside:
            continue
        clauses = [reading.clauses[number] for number in acts.inside(span)]
        near = [reading.dates[number] for number in dates.inside(span)]
        sentence = _Sentence(article, span, clauses, near, scopes)
        found: list[Count] = []
        for figure in inside:
            count = _count(sentence, figure) or _elliptic(sentence, figure, before)
            if count:
                found.append(count)
                before = [*before[1 - _ANTECEDENTS :], count]
        yield from _parts(article.text, found)


def _elliptic(sentence: _Sentence, figure: Figure, before: Sequence[Count]) -> Count | None:
    """The count of a figure without a noun: of what one before it counts, or the text names."""
    article = sentence.article
    cue = find_cue(article.text, sentence.span, figure)
    if cue is None:
        return None
    last = _antecedent(article.text, cue, before)
    noun = find_named(article.text, figure)
    if last is None and noun is None:
        return None
    own = Count(
        article=article.id,
        figure=figure,
        sentence=sentence.span,
        passage=Span(min(cue.start, figure.start), max(cue.end, figure.end)),
        kind="count",
        noun=singular(noun or ""),
        act=None,
        countries=frozenset(),
        words=_words(sentence, figure),
        periods=(),
        scope=sentence.scopes.find(sentence.span, figure),
        published=article.published,
    )
    return own if last is None else _echo(own, last)


def _antecedent(text: str, cue: Span, before: Sequence[Count]) -> Count | None:
    """The last count of people before the cue; of anything where its verb is one of counting."""
    near = [c for c in before if c.kind == "count" and cue.start - c.figure.end <= REACH]
    people = [count for count in near if is_grouped(count.noun) or count.act in HARMS]
    found = people or (near if is_counting(text, cue) else [])
    return found[-1] if found else None


def _echo(own: Count, last: Count) -> Count:
    return replace(
        own,
        kind=last.kind,
        noun=last.noun,
        act=last.act,
        countries=last.countries,
        words=own.words | last.words,
        is_toll=last.act in HARMS,
        echo=last.echo or last.key,
    )


def _parts(text: str, counts: Sequence[Count]) -> Iterator[Count]:
    """The counts of one sentence, those joined by "and" marked as parts of one whole."""
    joined = {
        place
        for place, (left, right) in enumerate(pairwise(counts))
        if _JOINT.fullmatch(text, left.figure.end, right.figure.start) and _of_one(left, right)
    }
    for place, count in enumerate(counts):
        part = bool(joined & {place, place - 1})
        yield replace(count, scope=replace(count.scope, part=True)) if part else count


def _of_one(left: Count, right: Count) -> bool:
    """Whether two counts add up: "two women and one man died", "seven rifles, two pistols"."""
    same = left.act == right.act and left.echo is right.echo is None
    return same and (left.group == right.group or left.act in HARMS)


def _count(sentence: _Sentence, figure: Figure) -> Count | None:
    if figure.unit in _NOT_COUNTED or figure.unit in _TIME:
        return None
    article = sentence.article
    clause = find_governor(figure, sentence.clauses)
    harm = find_harm(article.text, sentence.span, figure, clause)
    act = harm.act
    words = (figure.of or "").split()
    noun = singular(words[-1].strip(".,'’\"").lower()) if words else ""
    if act_of_state(noun) or harm.counted or (act in HARMS and not noun):
        noun = "people"
    counted = figure.unit_text is not None and figure.unit_text == figure.of
    if (not noun and figure.unit is None) or _is_one_of(article.text, figure, act):
        return None
    return Count(
        article=article.id,
        figure=figure,
        sentence=sentence.span,
        passage=_passage(article.text, figure, clause, harm),
        kind="count" if counted or figure.unit is None else figure.unit,
        noun=noun,
        act=act,
        countries=frozenset(c for word in words if (c := country_of(word.strip(".,")))),
        words=_words(sentence, figure),
        periods=_periods(sentence, clause),
        scope=sentence.scopes.find(sentence.span, figure, clause.subject if clause else None),
        as_of=_as_of(sentence, clause, harm),
        is_toll=act in HARMS and (harm.by is None or harm.by.passive),
        published=article.published,
    )


def _is_one_of(text: str, figure: Figure, act: str | None) -> bool:
    """Whether it is one of a kind ("one of the shooters"), which is no count; one dead is.

    Nor is a number behind a comma that counts nothing: "killed a man, 21, and his son".
    """
    whole = figure.slice(text).lower()
    bare = figure.of is None and figure.unit is None
    if bare and text.endswith(", ", 0, figure.start) and text.startswith(",", figure.end):
        return True
    return figure.value == 1 and (bare or act not in HARMS or " of " in whole)


def _passage(text: str, figure: Figure, clause: Clause | None, harm: Harm) -> Span:
    """The figure with what is counted to the end of its "of", and the words for the act."""
    start, end = figure.start, figure.end
    patient = clause.object if clause else None
    if patient and patient.contains(figure) and text.startswith(" of ", end):
        rest = text[end : min(patient.end, end + _MAX_OBJECT)]
        end += len(_CUT.split(rest, maxsplit=1)[0].rstrip())
    bare = figure.of is None and clause is not None and not clause.nominal
    for told in (harm.by and harm.by.act, harm.words, clause.act if bare and clause else None):
        if told and 0 <= start - told.end <= _MAX_REACH:
            start = told.start
        elif told and 0 <= told.start - end <= _MAX_REACH:
            end = told.end
    return Span(start, end)


def _as_of(sentence: _Sentence, clause: Clause | None, harm: Harm) -> str | None:
    """The moment at which those counted were so many, where the sentence gives one.

    The date of a verb such as "killed" is when it happened, unless "by" or "as of" leads it in.
    """
    if harm.act not in HARMS:
        return None
    text = sentence.article.text
    for found in sentence.dates:
        if not is_moment(found.value):
            continue
        stood = _UNTIL.search(text, max(sentence.span.start, found.start - 24), found.start)
        near = harm.by is None and (clause is None or clause.contains(found))
        if day_of(found.value) and (stood or near):
            return found.value
    return None


def _words(sentence: _Sentence, figure: Figure) -> frozenset[str]:
    """What the sentence speaks of, besides the figure itself."""
    text = sentence.article.text
    own = {plain_form(m[0]) for m in _WORD.finditer(text, figure.start, figure.end)}
    own |= {word.strip("$€£%.,") for word in figure.slice(text).lower().split()}
    lemmas = {plain_form(word) for clause in sentence.clauses for word in clause.words}
    return frozenset(lemmas - own - {""})


def _periods(sentence: _Sentence, clause: Clause | None) -> tuple[Period, ...]:
    """When it was, as far as dates in the clause say, else those in the sentence."""
    near = [d for d in sentence.dates if clause is not None and clause.contains(d)]
    return tuple(
        period
        for found in near or sentence.dates
        if found.type in (DateType.DATE, DateType.TIME) and (period := find_period(found.value))
    )
