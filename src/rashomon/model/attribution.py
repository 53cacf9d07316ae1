"""Who is said to stand to what, by the words alone: nothing is made of them yet."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words of one attribution; each part is any number of spans, in order.

    Wishes, likings and plans are attributions too, and no claims. `score` is how likely it is
    one, from 0 to 1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
