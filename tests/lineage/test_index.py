from __future__ import annotations

from collections import defaultdict

import pytest

from benchmarks.collection import make_collection
from rashomon.lineage import Index, add_keys, find_lineages, judge_related, read_keys, relate_one
from rashomon.lineage.groups import COPIES
from rashomon.model.article import Article
from rashomon.model.lineage import Pickup

ARTICLES = {made.article.id: made.article for made in make_collection(300)}


def add_one_by_one(articles: dict[str, Article]) -> tuple[Index, list[Pickup]]:
    index, pickups = Index(), []
    for id_, article in articles.items():
        keys = read_keys(article)
        pickups += judge_related(relate_one(index, id_, keys), articles).pickups
        index = add_keys(index, {id_: keys})
    return index, pickups


def groups(pickups: list[Pickup]) -> set[frozenset[str]]:
    group: dict[str, frozenset[str]] = defaultdict(frozenset)
    for pickup in (each for each in pickups if each.kind in COPIES):
        one = group[pickup.left] | group[pickup.right] | {pickup.left, pickup.right}
        group |= dict.fromkeys(one, one)
    return set(group.values())


def test_pages_that_come_one_by_one_make_the_same_lineages() -> None:
    index, pickups = add_one_by_one(ARTICLES)
    at_once = find_lineages(list(ARTICLES.values()))
    assert len(index) == len(ARTICLES)
    lineages = {frozenset(each.articles) for each in at_once.lineages if len(each.articles) > 1}
    assert groups(pickups) == lineages


def test_a_new_page_is_compared_with_few_of_many_copies() -> None:
    article = next(iter(ARTICLES.values()))
    words = article.text.split()
    index = Index()
    for number in range(40):
        copy = Article(str(number), str(number), f"{article.text} {words[number]}", article.blocks)
        index = add_keys(index, {copy.id: read_keys(copy)})
    related = relate_one(index, "new", read_keys(article))
    assert "new" in related.ids
    assert 2 <= len(related.ids) <= 13


def test_an_index_that_is_added_to_stays_as_it_was() -> None:
    (first, one), *_, (second, other) = ARTICLES.items()
    before = add_keys(Index(), {first: read_keys(one)})
    after = add_keys(before, {second: read_keys(other)})
    assert (len(before), len(after)) == (1, 2)
    assert relate_one(before, "again", read_keys(other)).ids == ["again"]
    assert relate_one(after, "again", read_keys(other)).ids == sorted(["again", second])


@pytest.mark.parametrize("count", [1, 7, 64, 100])
def test_segments_get_shorter(count: int) -> None:
    index = Index()
    for id_, article in list(ARTICLES.items())[:count]:
        index = add_keys(index, {id_: read_keys(article)})
    sizes = [len(segment.articles) for segment in index.segments]
    assert sizes == sorted(set(sizes), reverse=True)
    assert sum(sizes) == count


def test_nothing_added_is_the_same_index() -> None:
    index = add_keys(Index(), {"a": read_keys(next(iter(ARTICLES.values())))})
    assert add_keys(index, {}) is index
    assert relate_one(Index(), "a", index.segments[0].articles[0][1]).ids == ["a"]
