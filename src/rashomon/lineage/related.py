"""Which articles may share text, from their keys alone, and which pairs of them to compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.lineage.candidates import are_near, find_candidates, find_retold, rank
from rashomon.lineage.keys import Keys
from rashomon.lineage.printed import find_printed
from rashomon.lineage.words import Numbers


@dataclass(frozen=True, slots=True)
class Related:
    """Articles of which none shares text with one outside, by their ids.

    `copies` are those of equal words; `pairs` and `retold` are numbers of copies that may share
    text, and that may tell one report in other words. `words` is how many words each copy has.
    `printed` are paragraphs that their outlets print on many pages (`Keys.paragraphs`).
    """

    copies: tuple[tuple[str, ...], ...]
    words: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...] = ()
    retold: tuple[tuple[int, int], ...] = ()
    printed: frozenset[int] = frozenset()

    @property
    def words_of(self) -> dict[str, int]:
        """How many words each body has, by id."""
        pairs = zip(self.copies, self.words, strict=True)
        return {id_: words for ids, words in pairs for id_ in ids}

    @property
    def ids(self) -> list[str]:
        """All of them, ascending."""
        return sorted(id_ for ids in self.copies for id_ in ids)


def find_related(keys: Mapping[str, Keys]) -> list[Related]:
    """The articles by their ids, each among those that it may share text with.

    Order: by the first id.
    Cost: near linear in the articles.
    """
    alike: dict[int, list[str]] = defaultdict(list)
    for id_ in sorted(keys):
        alike[keys[id_].text].append(id_)
    copies = sorted(alike.values(), key=lambda ids: rank(keys[ids[0]]))
    firsts = [keys[ids[0]] for ids in copies]
    left, right, shared = find_candidates(firsts)
    sizes = np.array([len(each.runs) for each in firsts], dtype=np.int64)
    near = are_near(left, right, shared, sizes)
    ones, others = find_retold(firsts)
    roots = tie(len(copies), np.concatenate([left, ones]), np.concatenate([right, others]))
    members: dict[int, list[int]] = defaultdict(list)
    pairs: dict[int, list[tuple[int, int, bool]]] = defaultdict(list)
    retold: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for k, root in enumerate(roots.tolist()):
        members[root].append(k)
    for k, m, is_near in zip(left.tolist(), right.tolist(), near.tolist(), strict=True):
        pairs[roots[k]].append((k, m, is_near))
    for k, m in zip(ones.tolist(), others.tolist(), strict=True):
        retold[roots[k]].append((k, m))
    printed = _printed(keys)
    related = [
        relate(
            {k: (copies[k], firsts[k].words) for k in group},
            pairs[root],
            retold[root],
            frozenset(each for k in group for id_ in copies[k] for each in printed.get(id_, ())),
        )
        for root, group in members.items()
        if firsts[group[0]].words
    ]
    wordless = [Related(((id_,),), (0,)) for id_ in keys if not keys[id_].words]
    return sorted([*related, *wordless], key=lambda each: min(min(ids) for ids in each.copies))


def relate(
    texts: Mapping[int, tuple[Sequence[str], int]],
    pairs: Iterable[tuple[int, int, bool]],
    retold: Iterable[tuple[int, int]],
    printed: frozenset[int] = frozenset(),
) -> Related:
    """Articles that pairs tie together, from their texts: the ids and the number of words of each.

    Texts are numbered in the order of their rank; a pair says whether its texts are near.
    """
    numbers = sorted(texts)
    pairs = list(pairs)
    at = {k: place for place, k in enumerate(numbers)}
    near = np.array([(at[k], at[m]) for k, m, is_near in pairs if is_near], dtype=np.int64)
    block = tie(len(numbers), *near.reshape(-1, 2).T).tolist()
    # Copies of one report stand together, so that few bodies are held at once.
    order = sorted(numbers, key=lambda k: (block[at[k]], k))
    place = {k: number for number, k in enumerate(order)}
    return Related(
        tuple(tuple(texts[k][0]) for k in order),
        tuple(texts[k][1] for k in order),
        _placed(((k, m) for k, m, _ in pairs), place),
        _placed(retold, place),
        printed,
    )


def _printed(keys: Mapping[str, Keys]) -> dict[str, list[int]]:
    """Of each article the paragraphs that its outlet prints on many pages, if it has any."""
    paragraphs = np.concatenate([np.zeros(0, np.uint64), *(k.paragraphs for k in keys.values())])
    lengths = np.concatenate([np.zeros(0, np.int64), *(k.lengths for k in keys.values())])
    ids = list(keys)
    pages = np.repeat(np.arange(len(ids)), [len(k.paragraphs) for k in keys.values()])
    held: dict[str, list[int]] = defaultdict(list)
    for place in np.flatnonzero(np.isin(paragraphs, find_printed(paragraphs, lengths, pages))):
        held[ids[pages[place]]].append(int(paragraphs[place]))
    return held


def _placed(
    pairs: Iterable[tuple[int, int]], place: Mapping[int, int]
) -> tuple[tuple[int, int], ...]:
    found = ((place[k], place[m]) for k, m in pairs)
    return tuple(sorted((min(pair), max(pair)) for pair in found))


def tie(count: int, left: Numbers, right: Numbers) -> Numbers:
    """Of each number the least one that pairs tie it to.

    Cost: near linear, in some passes over the pairs.
    """
    roots: Numbers = np.arange(count, dtype=np.int64)
    while len(left):
        left, right = _roots(roots, left), _roots(roots, right)
        apart = left != right
        left, right = left[apart], right[apart]
        np.minimum.at(roots, np.maximum(left, right), np.minimum(left, right))
    return _roots(roots, roots)


def _roots(parents: Numbers, numbers: Numbers) -> Numbers:
    """The last of the parents of each number; those passed on the way get nearer to it."""
    found = parents[numbers]
    while len(found) and (parents[found] != found).any():
        found = parents[found]
    parents[numbers] = found
    return found
