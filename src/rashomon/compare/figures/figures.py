"""The figures of a story that count one thing, and whether the accounts agree on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.compare.figures.counts import Count, find_counts
from rashomon.compare.figures.relations import judge_counts
from rashomon.compare.figures.same_count import group_counts, plain_pages
from rashomon.compare.word_groups import HARMS, act_of_state
from rashomon.model.article import Article
from rashomon.model.dossier import Comparison, Relation, Value
from rashomon.model.reading import Reading
from rashomon.text.dates.periods import Period, find_period

_SAYS_NOTHING = {"be", "have", "do", "say", "tell", "include", "give", "make", "get", "take"}
_MAX_PASSAGES = 3  # of one value in one page
_ORDER = (Relation.CONFLICT, Relation.SUPERSEDED, Relation.COMPATIBLE, Relation.SAME)


def compare_figures(
    articles: Sequence[Article], readings: Mapping[str, Reading], accounts: Mapping[str, str]
) -> tuple[Comparison, ...]:
    """The quantities that two pages, or two places of one, give, with all their values.

    `accounts` names the lineage of each article: copies of one text that agree are no
    comparison. Order: conflicts first, then what most pages give.
    Cost: quadratic in the different figures of one kind, of which at most 300 are held together.
    """
    by_id = {article.id: article for article in articles}
    kinds: dict[str, list[Count]] = defaultdict(list)
    for article in sorted(articles, key=lambda article: article.id):
        if article.id in readings:
            for count in find_counts(article, readings[article.id]):
                kinds[_bucket(count)].append(count)
    start = _story_start(articles)
    plain = plain_pages([count for counts in kinds.values() for count in counts])
    groups = [group for counts in kinds.values() for group in group_counts(counts, start, plain)]
    found = [c for group in groups if (c := _comparison(group, by_id, accounts))]
    return tuple(sorted(found, key=_rank))


def _rank(comparison: Comparison) -> tuple[int, int, str, str, int]:
    pages = {value.page for value in comparison.values}
    first = comparison.values[0]
    order = _ORDER.index(comparison.relation)
    return (order, -len(pages), comparison.quantity, first.page, first.start)


def _bucket(count: Count) -> str:
    """What must be equal for two figures to count one thing."""
    if count.kind != "count":
        return count.kind
    return f"count {count.act}" if count.act in HARMS else f"count {count.group}"


def _story_start(articles: Iterable[Article]) -> Period | None:
    """The first day on which a page of the story was published, where one says."""
    days = sorted(article.published[:10] for article in articles if article.published)
    return find_period(days[0]) if days else None


def _comparison(
    group: Sequence[Count], articles: Mapping[str, Article], accounts: Mapping[str, str]
) -> Comparison | None:
    counts = _passages(group)
    pages = {count.article for count in counts}
    tellings = {accounts.get(page, page) for page in pages}
    relation, reason = judge_counts(counts, articles)
    agreed = relation in (Relation.SAME, Relation.COMPATIBLE)
    if len(pages) < 2 and (agreed or len(counts) < 2):
        return None
    if agreed and len(tellings) < 2:
        return None
    values = tuple(_value(count, articles[count.article]) for count in counts)
    return Comparison(_quantity(counts), relation, reason, values)


def _passages(group: Sequence[Count]) -> list[Count]:
    """The passages in order, of one value in one page those that say most."""
    of_one: dict[tuple[str, float, str], list[Count]] = defaultdict(list)
    for count in group:
        of_one[(count.article, count.figure.value, count.figure.change.value)].append(count)
    kept = [
        count
        for same in of_one.values()
        for count in sorted(same, key=lambda count: (-_said(count), count.key))[:_MAX_PASSAGES]
    ]
    return sorted(kept, key=lambda count: count.key)


def _said(count: Count) -> int:
    return count.passage.end - count.passage.start


def _value(count: Count, article: Article) -> Value:
    span = count.passage
    return Value(
        page=article.id,
        start=span.start,
        end=span.end,
        text=span.slice(article.text),
        value=count.figure.value,
        as_of=count.moment,
    )


def _quantity(counts: Sequence[Count]) -> str:
    """What is counted, in the words that most passages use."""
    shared = frozenset.intersection(*(count.words for count in counts))
    names = Counter(" ".join((c.figure.of or _measured(c, shared)).split()) for c in counts)
    name = min(names, key=lambda name: (-names[name], -len(name), name))
    act = counts[0].act
    done = {"kill": "killed", "injure": "injured", "arrest": "arrested", "miss": "missing"}
    done |= {"capture": "captured", "rescue": "rescued", "displace": "displaced"}
    if act not in HARMS and act and all(c.act == act for c in counts) and act not in _SAYS_NOTHING:
        return f"{name} ({act})"
    told = done.get(act or "")
    said = told is None or act_of_state(name.rpartition(" ")[2]) == act
    return name if said else f"{name} {told}"


def _measured(count: Count, shared: frozenset[str]) -> str:
    """The unit, and what all passages speak of, where no noun says what is measured."""
    if count.kind == "count":
        return count.noun
    words = sorted(word for word in shared if word.isalpha() and len(word) > 3)[:3]
    unit = count.figure.unit or count.noun
    return f"{unit}: {', '.join(words)}" if words else unit
