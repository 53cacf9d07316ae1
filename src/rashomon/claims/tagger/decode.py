"""From labels to attributions: runs of words put together by the cue that they point to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from rashomon.claims.tagger.model import Tagged
from rashomon.claims.tagger.words import PARTS, Word
from rashomon.model.span import Span

_TIED = 0.5  # a part stands alone if it points to no cue half as much as to none


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive words of one part; `first` and `last` are their numbers in the window."""

    part: str
    words: Sequence[Word]
    first: int
    chance: float


def place_of(run: Run) -> Span:
    """Where the run stands in the page."""
    return Span(run.words[0].place.start, run.words[-1].place.end)


@dataclass(slots=True)
class Found:
    """One attribution as the tagger finds it: each part is any number of runs, in order.

    `chance` is how sure the network is of the words taken for themselves, from 0 to 1.
    """

    source: list[Run] = field(default_factory=list)
    cue: list[Run] = field(default_factory=list)
    content: list[Run] = field(default_factory=list)

    @property
    def chance(self) -> float:
        """How likely the labels are: the geometric mean over cue and content."""
        runs = [*self.cue, *self.content]
        return float(np.exp(np.mean([np.log(max(run.chance, 1e-6)) for run in runs])))


def attributions(tagged: Tagged) -> list[Found]:
    """The attributions of one window: each cue with what points to it, and contents without one."""
    runs = list(_runs(tagged))
    cues = [run for run in runs if run.part == "cue"]
    found = [Found(cue=[cue]) for cue in cues]
    alone = []
    for run in runs:
        if run.part == "cue":
            continue
        owner = _owner(tagged, run, cues)
        if owner is not None:
            getattr(found[owner], run.part).append(run)
        elif run.part == "content":
            alone.append(Found(content=[run]))
    return [one for one in [*found, *alone] if one.content]


def _runs(tagged: Tagged) -> Iterator[Run]:
    start = 0
    labels = tagged.labels
    for at in range(1, len(labels) + 1):
        goes_on = at < len(labels) and labels[at] and labels[at] % 2 == 0
        if not goes_on:
            if labels[start]:
                part = PARTS[(labels[start] - 1) // 2]
                chance = float(np.exp(np.log(tagged.chances[start:at] + 1e-6).mean()))
                yield Run(part, tagged.window.words[start:at], start, chance)
            start = at


def _owner(tagged: Tagged, run: Run, cues: Sequence[Run]) -> int | None:
    """Which of the cues the run's words point to most, if they do."""
    if not cues:
        return None
    rows = tagged.cues[run.first : run.first + len(run.words)].mean(0)
    scores = [float(rows[cue.first + 1 : cue.first + 1 + len(cue.words)].max()) for cue in cues]
    best = int(np.argmax(scores))
    return best if scores[best] > _TIED * float(rows[0]) else None
