"""The dated events and reports of a story, and the days on which accounts differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rashomon.compare.detail_values import by_relation
from rashomon.compare.timeline.counted_days import find_counted, read_dated
from rashomon.compare.timeline.happenings import Happening, find_happenings
from rashomon.compare.timeline.same_happening import (
    Group,
    find_vague,
    group_happenings,
    pairs_of_days,
)
from rashomon.compare.timeline.undated import find_undated
from rashomon.model.article import Article
from rashomon.model.dossier import Comparison, Entry, EntryKind, Relation, Value
from rashomon.model.reading import Reading
from rashomon.model.span import Citation, Span
from rashomon.text.dates.periods import Period, find_period

_BY_STORY = 0.5  # what a day counts that was read with another page's publication day
# Words that point at another sentence make no line of their own.
_POINTING = re.compile(
    r"(?:it|he|she|they|this|that|these|those|when|while|which|who|where|"
    r"the (?:first|second|third|latter|former))\b",
    re.IGNORECASE,
)
_MAX_EVENT = 160  # characters of an entry's own words


def compare_dates(
    articles: Sequence[Article], readings: Mapping[str, Reading], accounts: Mapping[str, str]
) -> tuple[tuple[Entry, ...], tuple[Comparison, ...]]:
    """The dated events and reports of the story, and the days of those that two accounts date.

    Of the timeline: a date is as exact as the best passage; the day that most accounts give
    stands, passages with another are `disputed`. A page without a publication day is read as if
    published on the day that most pages of the story were. `accounts` names the lineage of each
    article. Of the days: conflicts where one day excludes the other, compatible where some know
    only the month or the week, else the same day.
    Order: the timeline by date, then by place; the days with conflicts first, then by what is
    compared. Cost: quadratic in the different dates of the story, at most 600.
    """
    groups = _groups(articles, readings)
    by_id = {article.id: article for article in articles}
    known = [group for group in groups if _is_known(group, accounts)]
    entries = [_entry(group, known, by_id, readings, accounts) for group in known]
    return tuple(sorted(entries, key=_place)), _compare_days(groups, by_id, accounts)


def _is_known(group: Group, accounts: Mapping[str, str]) -> bool:
    """Whether it has a place on the timeline: what has only a year must be told twice."""
    exact = any(not h.is_vague for h in group)
    return exact or len({accounts.get(h.article, h.article) for h in group}) > 1


def _compare_days(
    groups: Sequence[Group], by_id: Mapping[str, Article], accounts: Mapping[str, str]
) -> tuple[Comparison, ...]:
    found = []
    for group in groups:
        if pairs_of_days(group):
            found.append(_days(group, by_id, accounts))
        elif vague := find_vague(group, accounts):
            found.append(_vague_days(vague, by_id, accounts))
        elif same := _agreed(group, accounts):
            found.append(_same_days(same, by_id))
    return tuple(sorted(found, key=by_relation))


def find_story_day(articles: Iterable[Article]) -> str | None:
    """The day on which most pages of the story were published, the earliest of equals."""
    days = Counter(a.published[:10] for a in articles if a.published and len(a.published) >= 10)
    return min(days, key=lambda day: (-days[day], day)) if days else None


def _groups(articles: Sequence[Article], readings: Mapping[str, Reading]) -> list[Group]:
    day = find_story_day(articles)
    happenings = [
        happening
        for article in sorted(articles, key=lambda article: article.id)
        if article.id in readings
        for happening in find_happenings(article, readings[article.id], day)
    ]
    groups = group_happenings(happenings)
    dated = read_dated(groups)
    counted = [
        happening
        for article in articles
        if article.id in readings
        for happening in find_counted(article, readings[article.id], dated)
    ]
    return group_happenings([*happenings, *counted]) if counted else groups


def _place(entry: Entry) -> tuple[str, str, str, int]:
    first = entry.evidence[0]
    return (_start(entry.date), entry.date, first.page, first.start)


def _start(date: str) -> str:
    period = find_period(date)
    return period.first.isoformat() if period else date


def _entry(
    group: Group,
    groups: Sequence[Group],
    articles: Mapping[str, Article],
    readings: Mapping[str, Reading],
    accounts: Mapping[str, str],
) -> Entry:
    period = _chosen(group, accounts)
    standing = [h for h in group if h.period.overlaps(period)]
    disputed = [h for h in group if not h.period.overlaps(period)]
    best = _best(standing, period, articles)
    undated = find_undated(group, groups, articles, readings)
    return Entry(
        date=_iso(best.value),
        event=_event(best, articles[best.article]),
        kind=_kind(standing),
        evidence=_cite([*((h.article, h.passage) for h in standing), *undated], articles),
        disputed=_cite([(h.article, h.passage) for h in disputed], articles),
    )


def _kind(group: Sequence[Happening]) -> EntryKind:
    """A report on a day that others tell as an event of that day belongs to the event."""
    events = any(h.kind is EntryKind.EVENT for h in group)
    return EntryKind.EVENT if events else EntryKind.REPORT


def _chosen(group: Group, accounts: Mapping[str, str]) -> Period:
    """The most exact time that most accounts give, the earliest of equals."""
    votes: dict[Period, dict[str, float]] = {}
    shortest = min(h.period.days for h in group)
    for happening in group:
        if happening.period.days == shortest:
            voters = votes.setdefault(happening.period, {})
            account = accounts.get(happening.article, happening.article)
            weight = _BY_STORY if happening.by_story else 1.0
            voters[account] = max(weight, voters.get(account, 0.0))
    return min(votes, key=lambda period: (-sum(votes[period].values()), period))


def _best(group: Sequence[Happening], period: Period, articles: Mapping[str, Article]) -> Happening:
    """The passage whose own words name the entry: exact, short, and of what others tell, too."""
    exact = [h for h in group if h.period == period]
    events = [h for h in exact if h.kind is EntryKind.EVENT] or exact
    shared = Counter(word for h in group for word in _told(h))
    return min(
        events,
        key=lambda h: (
            _length(h) > _MAX_EVENT,
            bool(_POINTING.match(articles[h.article].text, h.phrase.start)),
            -sum(shared[word] - 1 for word in _told(h)),
            -_length(h),
            h.key,
        ),
    )


def _told(happening: Happening) -> frozenset[str]:
    return happening.acts | happening.names | happening.words


def _length(happening: Happening) -> int:
    return happening.phrase.end - happening.phrase.start


def _event(happening: Happening, article: Article) -> str:
    """The page's own words for what happened, on one line, cut between words if long."""
    words = " ".join(happening.phrase.slice(article.text).split()).strip(" ,;:")
    if len(words) <= _MAX_EVENT:
        return words
    return words[:_MAX_EVENT].rsplit(" ", 1)[0].rstrip(" ,;:") + " ..."


def _iso(value: str) -> str:
    """The date without the part of the day and the mark of a weekend."""
    return value.split("T")[0].removesuffix("-WE")


def _cite(
    passages: Iterable[tuple[str, Span]], articles: Mapping[str, Article]
) -> tuple[Citation, ...]:
    ordered = sorted(set(passages), key=lambda passage: (passage[0], passage[1]))
    return tuple(articles[page].cite(span) for page, span in ordered)


def _days(group: Group, articles: Mapping[str, Article], accounts: Mapping[str, str]) -> Comparison:
    period = _chosen(group, accounts)
    best = _best([h for h in group if h.period == period], period, articles)
    days = sorted({_iso(h.value) for h in group if h.is_day})
    borrowed = any(h.by_story for h in group)
    reason = f"one day for it excludes the other: {', '.join(days)}"
    if borrowed:
        reason += "; a page that does not say its own day is read by the story's other pages"
    event = _event(best, articles[best.article])
    values = _values([h for h in group if h.is_day], articles)
    return Comparison(f"day: {event}", Relation.CONFLICT, reason, values)


def _agreed(group: Group, accounts: Mapping[str, str]) -> Group:
    """Those that give one day, or one year, if two accounts do."""
    period = _chosen(group, accounts)
    told = [h for h in group if h.period == period and (h.is_day or h.is_vague)]
    return told if len({accounts.get(h.article, h.article) for h in told}) > 1 else []


def _same_days(group: Group, articles: Mapping[str, Article]) -> Comparison:
    best = _best(group, group[0].period, articles)
    name = f"{'day' if best.is_day else 'year'}: {_event(best, articles[best.article])}"
    return Comparison(name, Relation.SAME, f"all say {_iso(best.value)}", _values(group, articles))


def _vague_days(
    group: Group, articles: Mapping[str, Article], accounts: Mapping[str, str]
) -> Comparison:
    period = _chosen(group, accounts)
    best = _best([h for h in group if h.period == period], period, articles)
    event = _event(best, articles[best.article])
    reason = f"some say it less exactly than {_iso(best.value)}"
    return Comparison(f"day: {event}", Relation.COMPATIBLE, reason, _values(group, articles))


def _values(group: Group, articles: Mapping[str, Article]) -> tuple[Value, ...]:
    """The day that each of them gives, with the words that carry it."""
    return tuple(
        Value(
            h.article,
            h.short.start,
            h.short.end,
            h.short.slice(articles[h.article].text),
            _iso(h.value),
        )
        for h in sorted(group, key=lambda h: h.key)
    )
