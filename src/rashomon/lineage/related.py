"""Which articles may share text, from their keys alone, and which pairs of them to compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.lineage.candidates import find_candidates, find_retold, rank
from rashomon.lineage.keys import Keys

_NEAR = 0.3  # of the smaller body's runs


@dataclass(frozen=True, slots=True)
class Related:
    """Articles of which none shares text with one outside, by their ids.

    `copies` are those of equal words; `pairs` and `retold` are numbers of copies that may share
    text, and that may tell one report in other words. `words` is how many words each copy has.
    """

    copies: tuple[tuple[str, ...], ...]
    words: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...] = ()
    retold: tuple[tuple[int, int], ...] = ()

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
    shared, retold = find_candidates(firsts), find_retold(firsts)
    pairs = [(k, m) for k, m, _ in shared]
    near = _groups(
        len(copies),
        (
            (k, m)
            for k, m, count in shared
            if count >= _NEAR * min(len(firsts[k].runs), len(firsts[m].runs))
        ),
    )
    block = {k: number for number, group in enumerate(near) for k in group}
    groups = [
        sorted(group, key=lambda k: (block[k], k))
        for group in _groups(len(copies), [*pairs, *retold])
    ]
    group_of = {k: number for number, group in enumerate(groups) for k in group}
    place = {k: at for group in groups for at, k in enumerate(group)}
    # Copies of one report stand together, so that few bodies are held at once.
    inside: list[list[tuple[int, int]]] = [[] for _ in groups]
    again: list[list[tuple[int, int]]] = [[] for _ in groups]
    for found, into in ((pairs, inside), (retold, again)):
        for k, m in found:
            into[group_of[k]].append((min(place[k], place[m]), max(place[k], place[m])))
    related = [
        Related(
            tuple(tuple(copies[k]) for k in group),
            tuple(firsts[k].words for k in group),
            tuple(sorted(inside[n])),
            tuple(sorted(again[n])),
        )
        for n, group in enumerate(groups)
        if keys[copies[group[0]][0]].words
    ]
    wordless = [Related(((id_,),), (0,)) for id_ in keys if not keys[id_].words]
    return sorted([*related, *wordless], key=lambda each: min(min(ids) for ids in each.copies))


def _groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The numbers that pairs tie together, ascending."""
    parents = list(range(count))
    for one, other in pairs:
        left, right = sorted((_root(parents, one), _root(parents, other)))
        parents[right] = left
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(count):
        groups[_root(parents, number)].append(number)
    return list(groups.values())


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number
