"""The day of what is only told to be so many days from another act: "two days after the crash"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rashomon.compare.sentence_parts import Part, find_parts
from rashomon.compare.timeline.happenings import Happening, count_days, happened, is_real
from rashomon.compare.timeline.same_happening import Group
from rashomon.model.article import Article
from rashomon.model.dossier import EntryKind
from rashomon.model.reading import Clause, Date, DateType, Reading
from rashomon.text.dates.periods import Period

_FAR = 31  # days
_NEAR = 4  # characters
_NO_DAY = Period(date.min, date.min)


class Dated(NamedTuple):
    """An event of the story: in what words it is told, without the copies, and on which days."""

    tellings: frozenset[tuple[frozenset[str], frozenset[str], frozenset[str]]]
    days: frozenset[Period]


def read_dated(groups: Sequence[Group]) -> tuple[Dated, ...]:
    """The groups as events that others can be counted from."""
    events = ([h for h in group if h.kind is EntryKind.EVENT] for group in groups)
    return tuple(
        Dated(
            tellings=frozenset((h.heads, h.words, h.names) for h in told),
            days=frozenset(h.period for h in told if h.is_day),
        )
        for told in events
    )


def find_counted(
    article: Article, reading: Reading, dated_events: Sequence[Dated]
) -> Iterator[Happening]:
    """The acts of an article that it dates by another, where the story gives one day for that.

    Order: of the text.
    """
    for part in find_parts(article, reading, reading.dates):
        dated = [found for found in part.dates if found.type is DateType.DATE]
        for found in part.dates:
            counted = count_days(part, found)
            if counted is None or any(part.gap(other, found) < _NEAR for other in dated):
                continue  # "on January 5, two days after he was killed" dates by itself
            days, event = counted
            act = _act(part, found, event)
            day = _day(part, found, event, dated_events) if act is not None else None
            if act is not None and day is not None and abs(days) <= _FAR:
                moved = day.first + timedelta(days=days)
                period = Period(moved, moved)
                yield happened(part, found, moved.isoformat(), period, act, by_story=False)


def _act(part: Part, found: Date, event: Clause) -> Clause | None:
    """The act that is counted: the one that governs the other, or the verb before the count."""
    by_act = {clause.act: clause for clause in part.clauses}
    if event.contains(found):  # "and two days after the strike began the crew left"
        behind = [c for c in part.clauses if c.under == event.act and c.relation == "ccomp"]
        act = next(iter(behind), None)
    else:
        before = [c for c in part.clauses if c.act.end <= found.start and not c.nominal]
        act = by_act.get(event.under) if event.under else None
        act = act or max(before, key=lambda c: c.act.start, default=None)
    while act is not None and not act.finite and act.under in by_act and act.under != event.act:
        act = by_act[act.under]  # "had ordered the gates kept shut two days before"
    return act if act is not None and act.act != event.act and _is_whole(act) else None


def _is_whole(act: Clause) -> bool:
    """Whether it is told with who did it, or what it was done to."""
    thing = act.object if act.passive else act.subject
    return is_real(act) and act.finite and thing is not None and act.contains(thing)


def _day(part: Part, found: Date, event: Clause, dated: Sequence[Dated]) -> Period | None:
    """The one day on which the story's pages say that the event happened."""
    told = happened(part, found, "", _NO_DAY, event, by_story=False)
    days = {day for other in dated if _is_told(told, other) for day in other.days}
    return days.pop() if len(days) == 1 else None


def _is_told(event: Happening, dated: Dated) -> bool:
    """Whether a dated event is this one, or one that it may be in short."""
    return any(
        event.heads & heads and (event.words & words or event.names & names)
        for heads, words, names in dated.tellings
    )
