"""Values found in a piece of a text, moved to their places in the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from rashomon.model.span import Span

S = TypeVar("S", bound=Span)


def moved(found: Iterable[S], by: int) -> Iterator[S]:
    """The same values that many characters further on."""
    return (replace(value, start=value.start + by, end=value.end + by) for value in found)
