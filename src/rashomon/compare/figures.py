"""The figures of a story that count one thing, and whether the accounts agree on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from rashomon.compare.counts import Count, find_counts
from rashomon.compare.relations import FALLING, judge_counts
from rashomon.compare.values import can_agree, same_value
from rashomon.compare.word_groups import HARMS
from rashomon.model.article import Article
from rashomon.model.dossier import Comparison, Relation, Value
from rashomon.model.moment import before
from rashomon.model.reading import Reading
from rashomon.text.periods import Period, find_period

# Set on stories of ECB+, GVC and BASIL by reading what they join.
_NOUN, _ACT, _COUNTRY, _WORDS, _WHEN, _TOLL, _SAME = 0.35, 0.20, 0.15, 0.30, 0.10, 0.05, 0.15
_LARGE = 1000  # two accounts do not give one large number by chance
_LINK = 0.50
_LINK_AGAINST = 0.62  # figures that exclude each other must be of one thing beyond doubt
_LINK_LATER = 0.58  # a toll that moved on with time is nearly one that agrees
_LINK_MEASURED = 0.75  # more so where no noun says what is measured
_LINK_IN_PAGE = 0.80  # and most where one page gives both
_GENERIC = 0.6  # "people" for "fighters": may be the same, need not
_UNNAMED = 0.8  # "30,000 hectares" beside "30,000 hectares of farmland"
_ONE_SIDED = 0.3  # one names a country, the other none
_LONG_AGO = 30  # days before the story: what lies further back is another event
_MAX_COUNTS = 300  # of one kind; a story that counts more is an index, not a story
_SAYS_NOTHING = {"be", "have", "do", "say", "tell", "include", "give", "make", "get", "take"}
_MAX_PASSAGES = 3  # of one value in one page
_ORDER = (Relation.CONFLICT, Relation.SUPERSEDED, Relation.COMPATIBLE, Relation.SAME)


def compare_figures(
    articles: Sequence[Article], readings: Mapping[str, Reading], accounts: Mapping[str, str]
) -> tuple[Comparison, ...]:
    """The quantities that two pages, or two places of one, give, with all their values.

    `accounts` names the lineage of each article: copies of one text that agree are no
    comparison. Order: conflicts first, then what most pages give.
    Cost: quadratic in the figures of one kind, of which at most 300 are held together.
    """
    by_id = {article.id: article for article in articles}
    kinds: dict[str, list[Count]] = defaultdict(list)
    for article in sorted(articles, key=lambda article: article.id):
        if article.id in readings:
            for count in find_counts(article, readings[article.id]):
                kinds[_bucket(count)].append(count)
    start = _story_start(articles)
    groups = [group for counts in kinds.values() for group in _group(counts[:_MAX_COUNTS], start)]
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


def _group(counts: Sequence[Count], start: Period | None) -> list[list[Count]]:
    """The figures joined by the surest links first, never across two that exclude each other
    and are not linked themselves."""
    linked: dict[frozenset[int], float] = {}
    for i, j in combinations(range(len(counts)), 2):
        score = _likeness(counts[i], counts[j], start)
        if score >= _needed(counts[i], counts[j]):
            linked[frozenset((i, j))] = score
    home = {i: [i] for i in range(len(counts))}
    for pair in sorted(linked, key=lambda pair: (-linked[pair], sorted(pair))):
        left, right = (home[i] for i in sorted(pair))
        if left is not right and _may_join(left, right, counts, linked):
            left.extend(right)
            for i in right:
                home[i] = left
    groups = {id(group): group for group in home.values()}
    return [[counts[i] for i in sorted(group)] for group in groups.values()]


def _needed(left: Count, right: Count) -> float:
    """How alike two figures must be to count one thing; two of one sentence never do."""
    if _agree(left, right):
        return _LINK
    if _moved_on(left, right):
        return _LINK_LATER
    if left.article == right.article:
        return 2.0 if left.sentence == right.sentence else _LINK_IN_PAGE
    return _LINK_AGAINST if left.kind == "count" else _LINK_MEASURED


def _may_join(
    left: Sequence[int],
    right: Sequence[int],
    counts: Sequence[Count],
    linked: Mapping[frozenset[int], float],
) -> bool:
    return all(
        _agree(counts[i], counts[j])
        or _moved_on(counts[i], counts[j])
        or frozenset((i, j)) in linked
        for i in left
        for j in right
    )


def _moved_on(left: Count, right: Count) -> bool:
    """Whether the later of two tolls is the further one."""
    if left.act not in HARMS or not left.moment or not right.moment:
        return False
    earlier = before(left.moment, right.moment)
    if earlier is None:
        return False
    first, last = (left, right) if earlier else (right, left)
    return (first.figure.value < last.figure.value) != (left.act in FALLING)


def _agree(left: Count, right: Count) -> bool:
    return can_agree(left.figure, right.figure)


def _likeness(left: Count, right: Count, start: Period | None) -> float:
    """How surely two figures count one thing, 0 to 1."""
    noun = _noun_likeness(left, right)
    country = _country_likeness(left, right)
    if noun == 0 or country is None or _another_time(left, right, start):
        return 0.0
    act = float(left.act is not None and left.act == right.act)
    smaller = min(len(left.words), len(right.words))
    words = len(left.words & right.words) / smaller if smaller else 0.0
    when = float(any(a.overlaps(b) for a in left.periods for b in right.periods))
    toll = float(left.is_toll and right.is_toll)
    return (
        _NOUN * noun
        + _ACT * act
        + _COUNTRY * country
        + _WORDS * words
        + _WHEN * when
        + _TOLL * toll
        + _SAME * _is_telling(left, right)
    )


def _is_telling(left: Count, right: Count) -> float:
    """1 where both give one number that is too exact or too large for chance."""
    value = left.figure.value
    return float(same_value(left.figure, right.figure) and (value >= _LARGE or value % 1 != 0))


def _noun_likeness(left: Count, right: Count) -> float:
    if left.kind != right.kind and "count" in (left.kind, right.kind):
        return 0.0
    if left.group == right.group:
        return 1.0
    if left.kind != "count":
        return 0.0 if left.noun and right.noun else _UNNAMED
    generic = "generic" in (left.group, right.group) and left.act in HARMS
    return _GENERIC if generic and _agree(left, right) else 0.0


def _country_likeness(left: Count, right: Count) -> float | None:
    """None where they are of different countries."""
    if left.countries and right.countries:
        return 1.0 if left.countries & right.countries else None
    return _ONE_SIDED if left.countries or right.countries else 0.0


def _another_time(left: Count, right: Count, start: Period | None) -> bool:
    """Whether the figures are dated, and of different days; an undated one is of the story."""
    if left.act not in HARMS:
        return False
    if left.periods and right.periods:
        return all(a.gap(b) > 1 for a in left.periods for b in right.periods)
    dated = left.periods or right.periods
    return bool(start and dated and all((start.first - p.last).days > _LONG_AGO for p in dated))


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
    names = Counter(" ".join((c.figure.of or _measured(c, counts)).split()) for c in counts)
    name = min(names, key=lambda name: (-names[name], -len(name), name))
    act = counts[0].act
    done = {"kill": "killed", "injure": "injured", "arrest": "arrested", "miss": "missing"}
    done |= {"capture": "captured", "rescue": "rescued", "displace": "displaced"}
    if act not in HARMS and act and all(c.act == act for c in counts) and act not in _SAYS_NOTHING:
        return f"{name} ({act})"
    told = done.get(act or "")
    return name if told is None or name.endswith(told) else f"{name} {told}"


def _measured(count: Count, counts: Sequence[Count]) -> str:
    """The unit, and what all passages speak of, where no noun says what is measured."""
    if count.kind == "count":
        return count.noun
    shared = frozenset.intersection(*(c.words for c in counts))
    words = sorted(word for word in shared if word.isalpha() and len(word) > 3)[:3]
    unit = count.figure.unit or count.noun
    return f"{unit}: {', '.join(words)}" if words else unit
