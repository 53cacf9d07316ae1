"""Pairs that carry one text, made into groups, without a digest welding two texts together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.lineage import PickupKind

COPIES = (PickupKind.VERBATIM, PickupKind.TRIMMED, PickupKind.EXTENDED)
_SAME_TEXT = 0.3  # of the smaller text shared: two cuts of one report overlap in its beginning
_MOST = 0.5  # of a body: then the other text is what the page is about


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles of which one holds the other's text, or most of it."""

    left: str
    right: str
    left_share: float
    right_share: float
    places: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def holder(self) -> str:
        """The one with more besides the shared text."""
        return self.left if self.left_share < self.right_share else self.right

    @property
    def held(self) -> str:
        """The one that stands in the other."""
        return self.right if self.holder == self.left else self.left

    @property
    def share(self) -> float:
        """How much of the holder is the shared text."""
        return min(self.left_share, self.right_share)

    @property
    def covered(self) -> list[tuple[int, int]]:
        """Where the shared text stands in the holder."""
        first = 0 if self.holder == self.left else 2
        return sorted((place[first], place[first + 1]) for place in self.places)


def group_copies(ids: Sequence[str], links: Iterable[Link]) -> list[tuple[str, ...]]:
    """The articles by the text that they carry, each in one group.

    A page that holds two texts which share nothing goes with the one that makes up half of it, or
    stays alone.
    Order: ids ascending in a group, groups by their first.
    """
    links = list(links)
    parents = {id_: id_ for id_ in ids}
    for link in _kept(links):
        left, right = sorted((_root(parents, link.left), _root(parents, link.right)))
        parents[right] = left
    groups = defaultdict(list)
    for id_ in sorted(ids):
        groups[_root(parents, id_)].append(id_)
    return sorted(tuple(members) for members in groups.values())


def _kept(links: Iterable[Link]) -> Iterable[Link]:
    by_holder = defaultdict(list)
    for link in links:
        by_holder[link.holder].append(link)
    for holder in sorted(by_holder):
        held = sorted(by_holder[holder], key=lambda link: (-link.share, link.held))
        main = held[0]
        same = {link.held for link in held if link is main or _is_one_text(main, link)}
        if main.share >= _MOST or len(same) == len(held):
            yield from (link for link in held if link.held in same or link.share >= _MOST)


def _is_one_text(one: Link, other: Link) -> bool:
    """Whether two texts that stand in one page stand in the same place there."""
    ones, others = one.covered, other.covered
    both = sum(
        max(0, min(end, last) - max(start, first)) for start, end in ones for first, last in others
    )
    sizes = [sum(end - start for start, end in each) for each in (ones, others)]
    return both >= _SAME_TEXT * min(sizes)


def _root(parents: dict[str, str], id_: str) -> str:
    while parents[id_] != id_:
        parents[id_] = parents[parents[id_]]
        id_ = parents[id_]
    return id_
