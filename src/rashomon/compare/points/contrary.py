"""Which acts can contradict each other: not each negation beside a like verb does.

"It was now time" and "it is not a time" share all their words, and speak of different things.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from rashomon.compare.points.propositions import Act
from rashomon.text.lexicon import VAGUE, opposite, same_meaning

# Opposite by the dictionary, but one side of one act, or its next step: who bought a thing can
# sell it, and talks that end began.
_IN_TURN = {
    frozenset(pair.split("/"))
    for pair in "arrive/leave begin/end borrow/lend buy/sell deposit/withdraw disembark/embark "
    "enter/exit export/import find/lose fire/hire follow/precede give/take lose/win "
    "rise/set start/stop".split()
}
_KINDS = {
    "will": "later",
    "would": "later",
    "shall": "later",
    "can": "able",
    "could": "able",
    "should": "right",
    "must": "right",
    "ought": "right",
}
# How much more alike they must be than two that agree: nothing where both name the same who and
# whom, something where a pronoun or a passive leaves it open in both, more where it does so in
# one, much where the words differ.
SHARED, OPEN, HALF, APART = 0.0, 0.08, 0.12, 0.16
NEVER = 2.0

Margins: TypeAlias = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Near: TypeAlias = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


def contrary(left: str, right: str) -> bool:
    """Whether two verbs' lemmas exclude each other when said of one thing."""
    if left in VAGUE or right in VAGUE or frozenset((left, right)) in _IN_TURN:
        return False
    return opposite(left, right)


def margins(acts: Sequence[Act], near: Near) -> Margins:
    """How much more alike each two must be than those that agree: 0 where they do agree.

    Only of those that are `near` each other is it asked.
    Shape: (acts, acts), as that of `near`.
    """
    kinds = sorted({act.lemma for act in acts})
    row = {kind: i for i, kind in enumerate(kinds)}
    turned = np.zeros((len(kinds), len(kinds)), dtype=bool)
    for i, left in enumerate(kinds):
        for j, right in enumerate(kinds[:i]):
            turned[i, j] = turned[j, i] = contrary(left, right)
    places = [row[act.lemma] for act in acts]
    against = np.array([act.against for act in acts], dtype=bool)
    opposed = (against[:, None] != against[None, :]) != turned[np.ix_(places, places)]
    sides = np.array([act.takes_side for act in acts], dtype=bool)
    opposed &= sides[:, None] & sides[None, :]
    found = np.zeros(opposed.shape)
    for i, j in zip(*np.nonzero(np.triu(opposed & near)), strict=True):
        found[i, j] = found[j, i] = _margin(acts[i], acts[j])
    return found


def _margin(left: Act, right: Act) -> float:
    if _kind(left) != _kind(right) or left.limited or right.limited:
        return NEVER  # "should be closed" and "is not closed" can both be so
    if left.to_do and right.to_do and not _is_one(left.to_do, right.to_do):
        return NEVER  # "told to go", "not told to stay"
    names_who = bool(left.who & right.who)
    if left.lemma.startswith("be ") and not names_who:
        return NEVER
    apart = sum(
        bool(one and other) and not one & other
        for one, other in ((left.who, right.who), (left.whom, right.whom))
    )
    if apart:
        return APART if apart == 1 else NEVER
    if bool(left.who) != bool(right.who):
        return HALF
    if not left.who and not right.who:
        return SHARED if left.whom & right.whom else OPEN
    return SHARED if names_who and bool(left.whom) == bool(right.whom) else OPEN


def _is_one(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(same_meaning(one, other) for one in left for other in right)


def _kind(act: Act) -> str | None:
    return _KINDS.get(act.clause.modal or "")
