"""Why the line classifier gave each line its label: its chances, and what weighed most."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import log

from rashomon.extract.lines.feature_words import in_words
from rashomon.extract.lines.lines import Labeller
from rashomon.model.article import Block, Label

STRONGEST = 3
# A smaller weight, in logarithms of a chance, tips no scale.
LEAST_WEIGHT = 0.35
LIKELY = 0.995
NEVER = 1e-12


def classifier_reasons(
    labeller: Labeller,
    features: Sequence[Sequence[str]],
    blocks: Sequence[Block],
    private: Container[int] = (),
) -> list[tuple[str, ...]]:
    """The reasons for the label of each block, in plain words.

    No word is told of the lines whose numbers are `private`: they may be a commenter's name.
    Cost: the classifier's own, once for the page and once for every distinct feature in it.
    """
    chances = labeller.chances(features)
    weights = {
        name: labeller.chances([[name]])[0] for name in sorted({n for own in features for n in own})
    }
    return [
        tuple(_reasons(block.label, _told_of(own, place, private), chance, weights))
        for place, (block, own, chance) in enumerate(zip(blocks, features, chances, strict=True))
    ]


def _told_of(own: Sequence[str], place: int, private: Container[int]) -> dict[str, str]:
    """The features of a line, each in words."""
    beside = {f"{step}:": place + step in private for step in (-2, -1, 1, 2)}
    return {
        name: in_words(name, quoted=not beside.get(name[: name.find(":") + 1], place in private))
        for name in own
    }


def _reasons(
    label: Label,
    own: Mapping[str, str],
    chance: Mapping[Label, float],
    weights: Mapping[str, Mapping[Label, float]],
) -> Iterator[str]:
    ranked = sorted(chance, key=lambda each: (-chance[each], each))
    other = next(each for each in ranked if each is not label)
    yield _told(chance[label], label) + (
        f", {_told(chance[other], other)}" if chance[label] < LIKELY else ""
    )
    if label is not ranked[0]:
        yield f"{label} all the same: so the page fits together best, with a body and one headline"
    alone = _alone(own, weights)
    if alone is not label and chance[label] >= chance[other]:
        yield f"by itself it looks like {alone}; its neighbours make it {label}"
    if strongest := _strongest(own, label, other, weights):
        yield f"for {label}: {'; '.join(strongest)}"


def _told(chance: float, label: Label) -> str:
    percent = round(100 * chance)
    return f"{'over 99' if percent == 100 else 'under 1' if percent == 0 else percent} % {label}"


def _alone(own: Iterable[str], weights: Mapping[str, Mapping[Label, float]]) -> Label:
    """What the line would be on a page of its own."""
    sums = {label: sum(_log(weights[name][label]) for name in own) for label in Label}
    return max(sums, key=lambda label: (sums[label], label))


def _strongest(
    own: Mapping[str, str], label: Label, other: Label, weights: Mapping[str, Mapping[Label, float]]
) -> list[str]:
    """What speaks most for the label and against the other, in words, the strongest first."""
    said = sorted(
        (words, _log(weights[name][label]) - _log(weights[name][other]))
        for name, words in own.items()
    )
    sums = [
        (sum(weight for _, weight in group), words)
        for words, group in groupby(said, key=lambda pair: pair[0])
    ]
    strong = sorted((-total, words) for total, words in sums if total >= LEAST_WEIGHT)
    return [words for _, words in strong[:STRONGEST]]


def _log(chance: float) -> float:
    return log(max(chance, NEVER))
