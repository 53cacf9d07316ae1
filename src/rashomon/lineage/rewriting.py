"""Whether one report is another told again, sentence by sentence, in other words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rashomon.lineage.body import Body
from rashomon.lineage.sentences import split_sentences

Likeness = np.ndarray[Any, np.dtype[np.float64]]

_MAX_SENTENCES = 120
_MIN_TELLING = 4  # words of a sentence; "Chance of rain 30%." is like any other
_STEM = 6  # letters: "resumed" and "resumption" begin alike
_LIKE = 0.3  # share of telling words from which two sentences tell the same
_PLAIN, _NAME, _NUMBER = _LEVELS = (1.0, 1.5, 2.0)  # what a word counts, a name, a number
_SAME = 0.8  # share of telling words from which a sentence is copied, not told again
# Two reporters at one event tell some of the same things, but not a third of all in one order.
_MIN_PAIRS = 6
_MIN_SHARE = 0.3
# The same, where another copy of the report is known to be retold: a cut of it has its beginning.
_KNOWN_PAIRS = 4
_KNOWN_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence says: how many words it has, and the telling ones with weights."""

    size: int
    words: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: where it stands, and what it says."""

    place: tuple[int, int]
    told: Told


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The sentences that tell the same in the same order, and how much of each body."""

    steps: tuple[tuple[int, int], ...]
    left_share: float
    right_share: float


def read_sentences(body: Body) -> tuple[Sentence, ...]:
    """The sentences of the body that tell something, in order; no furniture, no exclamations."""
    found, starts = [], body.starts.tolist()
    forms = body.forms(0, len(body))
    for paragraph in body.paragraphs:
        first = bisect_left(starts, paragraph.start)
        if first == len(starts) or body.furniture[first]:
            continue
        for span in split_sentences(body.text, paragraph):
            first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
            telling = _telling(body.text, forms[first:end], starts[first:end])
            if len(telling) >= _MIN_TELLING:
                told = Told(end - first, tuple(telling.items()))
                found.append(Sentence((span.start, span.end), told))
    return tuple(found[:_MAX_SENTENCES])


def find_rewriting(
    left: Sequence[Told], right: Sequence[Told], known_to_be: bool = False
) -> Rewriting | None:
    """The pairing of sentences that crosses nowhere, if it makes one report of the two.

    Less is enough where one is `known_to_be` retold from another copy of the other.
    Source: monotone sentence alignment as in Barzilay and Elhadad (2003), with shared words alone.
    """
    pairs, share = (_KNOWN_PAIRS, _KNOWN_SHARE) if known_to_be else (_MIN_PAIRS, _MIN_SHARE)
    likeness = _likeness(left, right)
    alike = likeness >= _LIKE
    if min(alike.any(axis=0).sum(), alike.any(axis=1).sum()) < pairs:
        return None
    steps = _best_path(likeness)
    told_again = [step for step in steps if likeness[step] < _SAME]
    if len(steps) < pairs or 2 * len(told_again) < len(steps):
        return None
    left_share = sum(left[i].size for i, _ in steps) / max(1, sum(s.size for s in left))
    right_share = sum(right[j].size for _, j in steps) / max(1, sum(s.size for s in right))
    if min(left_share, right_share) < share:
        return None
    return Rewriting(tuple(steps), left_share, right_share)


def _telling(text: str, forms: Sequence[str], starts: Sequence[int]) -> dict[str, float]:
    """The words that carry content: names, numbers, and words of more than three letters."""
    weights: dict[str, float] = {}
    for place, (form, start) in enumerate(zip(forms, starts, strict=True)):
        if form[0].isdigit():
            weights[form] = _NUMBER
        elif text[start].isupper() and place:
            weights[form.removesuffix("'s")[:_STEM]] = _NAME
        elif len(form) > 3:
            weights.setdefault(form[:_STEM], _PLAIN)
    return weights


def _likeness(left: Sequence[Told], right: Sequence[Told]) -> Likeness:
    """Weights of shared words by those of both; a word of many sentences counts less."""
    words = sorted({word for side in (left, right) for told in side for word, _ in told.words})
    numbers = {word: number for number, word in enumerate(words)}
    ones, others = _weights(left, numbers), _weights(right, numbers)
    rare = 1.0 / (1.0 + np.log((ones > 0).sum(axis=0) + (others > 0).sum(axis=0)))
    both = np.zeros((len(left), len(right)))
    for less, level in zip((0.0, *_LEVELS), _LEVELS, strict=False):
        # Of the lesser of two weights, what lies between one level and the next.
        both += ((ones >= level) * rare * (level - less)) @ (others >= level).T
    whole: Likeness = (ones @ rare)[:, None] + (others @ rare)[None, :]
    return 2 * both / np.maximum(whole, 1.0)


def _weights(side: Sequence[Told], numbers: Mapping[str, int]) -> Likeness:
    weights = np.zeros((len(side), len(numbers)))
    for row, told in enumerate(side):
        weights[row, [numbers[word] for word, _ in told.words]] = [w for _, w in told.words]
    return weights


def _best_path(likeness: Likeness) -> list[tuple[int, int]]:
    """The pairs with the largest sum of what their likeness is above the least."""
    rows, columns = likeness.shape
    gain = (likeness - _LIKE).tolist()
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows):
        for j in range(columns):
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + gain[i][j])
    steps, i, j = [], rows, columns
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            steps.append((i, j))
    return steps[::-1]
