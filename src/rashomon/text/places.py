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
    """

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._order = sorted(range(len(spans)), key=lambda number: spans[number].start)
        self._starts = [spans[number].start for number in self._order]
        self._longest = max((span.end - span.start for span in spans), default=0)

    def inside(self, span: Span) -> list[int]:
        """Those that lie wholly inside the span."""
        return [number for number in self._near(span) if span.contains(self._spans[number])]

    def overlapping(self, span: Span) -> list[int]:
        """Those that share a character with the span."""
        return [number for number in self._near(span) if span.overlaps(self._spans[number])]

    def _near(self, span: Span) -> list[int]:
        first = bisect_left(self._starts, span.start - self._longest)
        return sorted(self._order[first : bisect_right(self._starts, span.end)])
