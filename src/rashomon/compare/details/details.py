"""The small things about which accounts differ: offices, ages, where something happened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.compare.acts import Told, find_told
from rashomon.compare.detail_values import by_relation, in_order, value_of
from rashomon.compare.details.offices import compare_offices
from rashomon.compare.people import Named, People
from rashomon.model.article import Article
from rashomon.model.dossier import Comparison, Relation
from rashomon.model.lineage import Lineage
from rashomon.model.reading import Clause, MentionKind, Reading
from rashomon.model.span import Span
from rashomon.text.naming import COUNTRIES, PLACES

_AGE_BEHIND = re.compile(r"\s*,\s*(?:aged\s+)?(\d{1,3})(?=\s*[,.;)])|\s*\((\d{1,3})\)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old\b")
_AGE_OF = re.compile(
    r"\s*,\s*(?:an?|the|now)\s+(\d{1,3})-year-old\b"
)  # "Jean Morel, a 43-year-old"
_OLDEST = 115
_UNKNOWN = 2  # years between the arrest and the trial of a page that gives no day
_IN = re.compile(r"\b(?:in|at|near|outside)\s+(?:the\s+|downtown\s+|central\s+)?$")


def compare_details(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    lineages: Sequence[Lineage],
    people: People,
) -> tuple[Comparison, ...]:
    """The offices and ages of persons and the places of acts that accounts give differently.

    Offices are a conflict only where one body has one of each. Two ages are one if more parts
    them than the time between the pages; two places only where both are cities.

    Order: conflicts first, then by what is compared.
    """
    pages = {article.id: article for article in articles}
    home = {page: lineage.id for lineage in lineages for page in lineage.articles}
    found = [
        comparison
        for one in people.named
        if one.kind is MentionKind.PERSON
        for comparison in (
            compare_offices(one, pages, readings, people, home),
            _ages(one, pages, home),
        )
        if comparison is not None
    ]
    found += _places(articles, readings, people, home)
    return tuple(sorted(found, key=by_relation))


def _from_two_accounts(found: set[tuple[frozenset[str], str]]) -> bool:
    """Whether two accounts have different values."""
    return any(left[0] != right[0] and left[1] != right[1] for left in found for right in found)


def _ages(one: Named, pages: Mapping[str, Article], home: Mapping[str, str]) -> Comparison | None:
    ages = dict.fromkeys(
        (use.page, span, age)
        for use in one.uses
        for span, age in _age(pages[use.page].text, use.mention, use.mention.role)
    )
    if len({home[page] for page, _, _ in ages}) < 2:
        return None
    values = in_order([value_of(pages[page], span, age) for page, span, age in ages])
    relation, reason = _ages_stand(list(ages), pages, home)
    return Comparison(f"age of {one.name}", relation, reason, values)


def _ages_stand(
    ages: Sequence[tuple[str, Span, int]], pages: Mapping[str, Article], home: Mapping[str, str]
) -> tuple[Relation, str]:
    """How the ages that accounts give one person stand to each other."""
    if len({age for _, _, age in ages}) == 1:
        return Relation.SAME, "one age in all accounts"
    apart = any(
        abs(left[2] - right[2]) > _years(pages[left[0]], pages[right[0]])
        for left in ages
        for right in ages
        if home[left[0]] != home[right[0]]
    )
    if apart:
        return Relation.CONFLICT, "different ages"
    return Relation.COMPATIBLE, "a birthday can lie between them"


def _years(left: Article, right: Article) -> int:
    """By how many years an age can grow from one page to the other."""
    if left.published is None or right.published is None:
        return _UNKNOWN
    return 1 + abs(int(left.published[:4]) - int(right.published[:4]))


def _age(text: str, name: Span, role: Span | None) -> Iterator[tuple[Span, int]]:
    """The age right behind a name or in the description before it."""
    behind = _AGE_BEHIND.match(text, name.end)
    if behind is not None:
        group = 1 if behind.group(1) else 2
        if int(behind.group(group)) <= _OLDEST:
            yield Span(behind.start(group), behind.end(group)), int(behind.group(group))
    apposed = _AGE_OF.match(text, name.end)
    if apposed is not None and int(apposed[1]) <= _OLDEST:
        yield Span(apposed.start(1), apposed.end()), int(apposed[1])
    start = min(name.start, role.start) if role else name.start
    end = name.start if role is None or role.start < name.start else start
    for before in _AGE_BEFORE.finditer(text, max(0, start - 30), end):
        near = before.end() >= start - 1
        if near and int(before.group(1)) <= _OLDEST:
            yield Span(before.start(), before.end()), int(before.group(1))


def _places(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    people: People,
    home: Mapping[str, str],
) -> Iterator[Comparison]:
    """Acts that two accounts set in different cities."""
    found: dict[tuple[str, str], list[tuple[Told, str, Span]]] = defaultdict(list)
    pages = {article.id: article for article in articles}
    for article in articles:
        reading = readings.get(article.id)
        if reading is None:
            continue
        acts = {clause.act: clause for clause in reading.clauses}
        for told in find_told(article, reading, people):
            if told.span in acts:
                for city, span in _cities(article, acts[told.span], people):
                    found[told.whom.name, told.lemma].append((told, city, span))
    for (name, _), seen in sorted(found.items()):
        by_account = {(frozenset({place}), home[told.page]) for told, place, _ in seen}
        shared = set.intersection(*_by_account(seen, home).values())
        if _from_two_accounts(by_account) and not shared:
            yield Comparison(
                f"place where {name} was {seen[0][0].text.lower()}",
                Relation.CONFLICT,
                "different cities",
                in_order([value_of(pages[told.page], span, place) for told, place, span in seen]),
            )


def _by_account(
    seen: Sequence[tuple[Told, str, Span]], home: Mapping[str, str]
) -> dict[str, set[str]]:
    places: dict[str, set[str]] = defaultdict(set)
    for told, place, _ in seen:
        places[home[told.page]].add(place)
    return places


def _cities(article: Article, clause: Clause, people: People) -> Iterator[tuple[str, Span]]:
    """The cities that the clause says the act was in."""
    for mention, one in people.inside(article.id, clause):
        known = one.name in PLACES and one.name not in COUNTRIES
        if known and _IN.search(article.text[clause.start : mention.start]):
            yield one.name, Span(mention.start, mention.end)
