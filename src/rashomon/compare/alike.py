"""Which clauses tell one act: how alike two are, and the groups that this makes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from rashomon.compare.propositions import Act
from rashomon.text.encoder import Encoder
from rashomon.text.lexicon import VAGUE, opposite, same_meaning

LINK = 0.62  # set on stories of ECB+, BASIL and NewsWCL50 by reading links around it
_VERB, _WORDS, _VECTOR = 0.40, 0.25, 0.35
_NO_WORDS = 0.6  # an act named without its parts ("the resumption") may be any of its kind,
_NO_WORDS_FAR = 0.3  # in another article seldom the same
_VAGUE_VERB = 0.5  # "had", "made", "went": what is told lies in the other words
AGAINST = 0.08  # how much more alike two must be to contradict each other
_RELATED = 0.85  # what two verbs of one meaning are worth, by the side of one verb
_FAR = 0.35  # cosine of vectors of verbs that have nothing to do with each other
_UNREAL = {"want", "plan", "seek", "hope", "ask", "urge", "threaten", "vow", "try", "need", "call"}


A = TypeVar("A", bound=Act)


def group_alike(
    acts: Sequence[A], encoder: Encoder | None, link: float = LINK
) -> tuple[tuple[A, ...], ...]:
    """The acts in groups around centres: every member is alike to the first of its group.

    Order: the largest first. No act is in two.
    Cost: quadratic in the number of acts, in numpy.
    """
    ordered = sorted(acts, key=lambda act: act.key)
    against = np.array([act.against for act in ordered])
    least = np.where(against[:, None] != against[None, :], link + AGAINST, link)
    links = np.where(scores(ordered, encoder) >= least, 1.0, 0.0)
    free = np.ones(len(ordered), dtype=bool)
    stars = []
    while free.any():
        weight = links @ free
        weight[~free] = -1
        centre = int(np.argmax(weight))  # the first of equals, in the order of the keys
        chosen = np.flatnonzero((links[centre] > 0) & free)
        free[chosen] = False
        free[centre] = False
        rest = tuple(ordered[i] for i in chosen if i != centre)
        stars.append((ordered[centre], *rest))
    return tuple(stars)


def scores(
    acts: Sequence[Act], encoder: Encoder | None
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """How alike each two are, from their verbs, their words and, if given, their vectors.

    Shape: (acts, acts). Range: 0 to 1.
    """
    verbs = verb_scores([p.lemma for p in acts], encoder)
    words = _word_scores([set(p.clause.words) - {p.lemma} for p in acts], [p.article for p in acts])
    if encoder is None:
        score = (_VERB * verbs + _WORDS * words) / (_VERB + _WORDS)
    else:
        texts = sorted({p.text for p in acts})
        row = {text: i for i, text in enumerate(texts)}
        vectors = encoder.encode(texts)[[row[p.text] for p in acts]]
        cosines = np.clip(vectors @ vectors.T, 0.0, 1.0).astype(np.float64)
        score = _VERB * verbs + _WORDS * words + _VECTOR * cosines
    unreal = np.array([p.clause.modal in _UNREAL for p in acts])
    score[unreal[:, None] != unreal[None, :]] = 0.0
    return np.round(score, 6)


def verb_scores(
    lemmas: list[str], encoder: Encoder | None
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """1 for one verb, less for those of one meaning or of the opposite, and for near ones."""
    kinds = sorted(set(lemmas))
    score = np.zeros((len(kinds), len(kinds)))
    if encoder is not None:
        vectors = encoder.encode(kinds)
        score = np.clip((vectors @ vectors.T - _FAR) / (1 - _FAR), 0.0, _RELATED)
    for i, left in enumerate(kinds):
        for j, right in enumerate(kinds):
            if same_meaning(left, right) or opposite(left, right):
                score[i, j] = _RELATED if left != right else _VAGUE_VERB if left in VAGUE else 1.0
    row = {kind: i for i, kind in enumerate(kinds)}
    places = [row[lemma] for lemma in lemmas]
    return score[np.ix_(places, places)]


def _word_scores(
    words: list[set[str]], articles: list[str]
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Shared words by those of the smaller side, rare ones counting more."""
    vocabulary = {word: i for i, word in enumerate(sorted(set().union(*words)))}
    holds = np.zeros((len(words), len(vocabulary)))
    for row, own in enumerate(words):
        holds[row, [vocabulary[word] for word in own]] = 1.0
    worth = np.log(1 + len(words) / np.maximum(holds.sum(axis=0), 1))
    sizes = holds @ worth
    smaller = np.minimum(sizes[:, None], sizes[None, :])
    pages = np.array(articles)
    unknown = np.where(pages[:, None] == pages[None, :], _NO_WORDS, _NO_WORDS_FAR)
    return np.where(smaller > 0, (holds * worth) @ holds.T / np.maximum(smaller, 1e-9), unknown)
