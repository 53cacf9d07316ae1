"""Articles as they come: which of all those so far a new one may share text with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from rashomon.lineage.candidates import ALL_PAIRS, MIN_SAMPLED, SHARED_RUNS
from rashomon.lineage.keys import Keys
from rashomon.lineage.related import Related, find_related, relate
from rashomon.lineage.words import Counts, Hashes


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Some articles in the order in which they came, with all that their keys hold.

    `things` are their runs and telling words, ascending; `owners` the numbers of the articles that
    have them, in the order in which these came.
    """

    articles: tuple[tuple[str, Keys], ...]
    things: Hashes
    owners: Counts


@dataclass(frozen=True, slots=True)
class Index:
    """The keys of all articles so far. It is a value: one that is added to stays as it was.

    Each segment has more articles than the next, so that a million make twenty segments, and one
    that is added is sorted among others as often. About three kilobytes an article.
    """

    segments: tuple[Segment, ...] = ()

    def __len__(self) -> int:
        return sum(len(segment.articles) for segment in self.segments)


def add_keys(index: Index, keys: Mapping[str, Keys]) -> Index:
    """The index with these articles, by their ids, behind all others.

    Cost for one article: by the logarithm of all, on average.
    """
    last = _segment(keys.items())
    segments = list(index.segments)
    while segments and len(segments[-1].articles) <= len(last.articles):
        last = _merge(segments.pop(), last)
    return Index((*segments, last)) if last.articles else index


def relate_one(index: Index, id_: str, keys: Keys) -> Related:
    """The article with those of the index that it may share text with, for `judge_related`.

    The rules are those of `find_related`, for the article and what is near it; of a thing that
    many have, the first twelve stand for all. So big reports cost no more than small ones.
    """
    near = find_related({**_near(index, keys), id_: keys})
    found = next(each for each in near if any(id_ in ids for ids in each.copies))
    own = next(k for k, ids in enumerate(found.copies) if id_ in ids)
    pairs = [(k, m, True) for k, m in found.pairs if own in (k, m)]
    retold = [pair for pair in found.retold if own in pair]
    kept = {own, *(k for k, _, _ in pairs), *(m for _, m, _ in pairs), *sum(retold, ())}
    texts = {k: (found.copies[k], found.words[k]) for k in kept}
    return relate(texts, pairs, retold, found.printed)


def _near(index: Index, keys: Keys) -> dict[str, Keys]:
    """The articles that share two runs or four telling words with the keys, by their ids."""
    things = np.concatenate([keys.runs, keys.telling])
    weights = np.repeat([MIN_SAMPLED, SHARED_RUNS], [len(keys.runs), len(keys.telling)])
    left = np.full(len(things), ALL_PAIRS)
    near: dict[str, Keys] = {}
    for segment in index.segments:
        low = np.searchsorted(segment.things, things, side="left")
        counts = np.minimum(np.searchsorted(segment.things, things, side="right") - low, left)
        left -= counts
        firsts = np.repeat(low - np.cumsum(counts) + counts, counts)
        held = segment.owners[firsts + np.arange(len(firsts))]
        owners, places = np.unique(held, return_inverse=True)
        shared = np.bincount(places, np.repeat(weights, counts), len(owners))
        enough = owners[shared >= MIN_SAMPLED * SHARED_RUNS]
        near |= (segment.articles[owner] for owner in enough.tolist())
    return near


def _segment(articles: Iterable[tuple[str, Keys]]) -> Segment:
    articles = tuple(articles)
    held = [np.concatenate([keys.runs, keys.telling]) for _, keys in articles]
    owners = np.repeat(np.arange(len(held), dtype=np.int32), [len(each) for each in held])
    return _sorted(articles, np.concatenate([np.zeros(0, np.uint64), *held]), owners)


def _merge(one: Segment, other: Segment) -> Segment:
    owners = np.concatenate([one.owners, other.owners + np.int32(len(one.articles))])
    return _sorted(
        one.articles + other.articles, np.concatenate([one.things, other.things]), owners
    )


def _sorted(articles: tuple[tuple[str, Keys], ...], things: Hashes, owners: Counts) -> Segment:
    order = np.argsort(things, kind="stable")  # two sorted halves are merged in linear time
    return Segment(articles, things[order], owners[order])
