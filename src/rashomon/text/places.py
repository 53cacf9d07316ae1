"""Where found values stand in the whole of a text: moved there, and found again by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from rashomon.model.span import Span

S = TypeVar("S", bound=Span)


def moved(found: Iterable[S], by: int) -> Iterator[S]:
    """The same values that many characters further on."""
    return (replace(value, start=value.start + by, end=value.end + by) for value in found)


class Places:
    """Spans that can be asked for by place without a look at all of them.

    Answers are their numbers in the sequence that was given, in its order.
    Cost: sorting once; then an answer's own length by the logarithm of their count.
    """

    def __init__(self, spans: Sequence[Span]) -> None:
        self._order = sorted(range(len(spans)), key=lambda number: spans[number].start)
        self._starts = [spans[number].start for number in self._order]
        self._ends = _tree([spans[number].end for number in self._order])

    def inside(self, span: Span) -> list[int]:
        """Those that lie wholly inside the span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        leaf = len(self._ends) // 2
        return sorted(
            self._order[i] for i in range(first, last) if self._ends[leaf + i] <= span.end
        )

    def overlapping(self, span: Span) -> list[int]:
        """Those that share a character with the span."""
        return self._reaching(bisect_left(self._starts, span.end), span.start + 1)

    def around(self, span: Span) -> list[int]:
        """Those that the span lies wholly inside of."""
        return self._reaching(bisect_right(self._starts, span.start), span.end)

    def _reaching(self, count: int, end: int) -> list[int]:
        """Of the first by their starts, those that end there or later."""
        found, leaf = [], len(self._ends) // 2
        waiting = [(1, 0, leaf)] if count else []
        while waiting:
            node, first, width = waiting.pop()
            if first >= count or self._ends[node] < end:
                continue
            if width == 1:
                found.append(self._order[first])
                continue
            half = width // 2
            waiting += [(2 * node, first, half), (2 * node + 1, first + half, half)]
        return sorted(found)


def _tree(ends: Sequence[int]) -> list[int]:
    """The ends as the leaves of a tree, in which each node holds the greatest end below it."""
    leaves = 1
    while leaves < len(ends):
        leaves *= 2
    tree = [-1] * leaves + [*ends] + [-1] * (leaves - len(ends))
    for node in range(leaves - 1, 0, -1):
        tree[node] = max(tree[2 * node], tree[2 * node + 1])
    return tree
