"""Which clauses tell one act: how alike two are, and the groups that this makes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias, TypeVar

import numpy as np

from rashomon.compare.points.contrary import contrary, margins
from rashomon.compare.points.propositions import Act
from rashomon.text.encoder import Encoder
from rashomon.text.lexicon import VAGUE, same_meaning

LINK = 0.62  # set on the sample and by reading what it links in stories of NewsWCL50
_VERB, _WORDS, _VECTOR = 0.40, 0.25, 0.35
_NO_WORDS = 0.6  # an act named without its parts ("the resumption") may be any of its kind,
_NO_WORDS_FAR = 0.3  # in another article seldom the same
_VAGUE_VERB = 0.5  # "had", "made", "went": what is told lies in the other words
_RELATED = 0.85  # what two verbs of one meaning are worth, by the side of one verb
_FAR = 0.35  # cosine of vectors of verbs that have nothing to do with each other
# The product of vectors that acts reach who share few words, and any: of 1,577 pairs linked in
# 45 stories of BASIL, NewsWCL50 and ECB+, 4 lie above.
_FEW_WORDS, _NEAREST = 0.75, 0.92
_UNREAL = {
    "expect",
    "intend",
    "want",
    "plan",
    "seek",
    "hope",
    "ask",
    "urge",
    "threaten",
    "vow",
    "try",
    "need",
    "call",
}

MAX_DIFFERENT = 2_500  # acts compared with each other: 50 MB a table

A = TypeVar("A", bound=Act)
Scores: TypeAlias = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def group_alike(
    acts: Sequence[A], encoder: Encoder | None, link: float = LINK
) -> tuple[tuple[A, ...], ...]:
    """The acts in groups around centres: every member is alike to the first of its group.

    Acts in the same words are one from the start; where there are more than MAX_DIFFERENT,
    those that fewest tell stay by themselves.
    Order: the largest first. No act is in two.
    Cost: quadratic in the number of different acts, in numpy.
    """
    same: dict[tuple[str, str, bool, str | None], list[A]] = defaultdict(list)
    for act in sorted(acts, key=lambda act: act.key):
        same[act.lemma, act.text, act.against, act.clause.modal].append(act)
    told = sorted(same.values(), key=lambda group: (-len(group), group[0].key))
    compared, alone = told[:MAX_DIFFERENT], told[MAX_DIFFERENT:]
    compared.sort(key=lambda group: group[0].key)
    stars = [
        tuple(act for row in rows for act in compared[row])
        for rows in _find_stars(compared, encoder, link)
    ]
    return (*stars, *map(tuple, alone))


def _find_stars(
    groups: Sequence[Sequence[Act]], encoder: Encoder | None, link: float
) -> Iterator[list[int]]:
    """The rows of each star, its centre first; the centre is alike to most that are left, and
    says who if it can."""
    acts = [group[0] for group in groups]
    score = scores(acts, encoder, link)
    links = score >= link + margins(acts, score >= link)
    left = np.array([len(group) for group in groups], dtype=np.float64)
    weight = links @ left
    # A bare "sabotage" is alike to all of its kind: a centre says who did it, or to whom.
    fit = np.array([1.0 if act.who else 0.8 if act.whom else 0.5 for act in acts])
    while left.any():
        centre = int(np.argmax(np.where(left > 0, weight * fit, -1)))  # the first of equals
        chosen = [int(i) for i in np.flatnonzero(links[centre] & (left > 0)) if i != centre]
        gone = [centre, *chosen]
        weight -= links[:, gone] @ left[gone]
        left[gone] = 0
        yield gone


def scores(acts: Sequence[Act], encoder: Encoder | None, link: float = 0.0) -> Scores:
    """How alike each two are, from their verbs, their words and, if given, their vectors.

    Vectors are made only of what could reach `link` with them.
    Shape: (acts, acts). Range: 0 to 1.
    """
    verbs = verb_scores([p.lemma for p in acts], encoder)
    words = _word_scores([set(p.clause.words) - {p.lemma} for p in acts], [p.article for p in acts])
    if encoder is None:
        score = (_VERB * verbs + _WORDS * words) / (_VERB + _WORDS)
    else:
        score = _VERB * verbs + _WORDS * words
        near = score + _VECTOR * np.minimum(_NEAREST, _FEW_WORDS + words / 2) >= link
        np.fill_diagonal(near, False)
        rows = [int(row) for row in np.flatnonzero(near.any(axis=1))]
        texts = sorted({acts[row].text for row in rows})
        place = {text: i for i, text in enumerate(texts)}
        vectors = encoder.encode(texts)[[place[acts[row].text] for row in rows]]
        score[np.ix_(rows, rows)] += _VECTOR * np.clip(vectors @ vectors.T, 0.0, 1.0)
    unreal = np.array([p.clause.modal in _UNREAL for p in acts], dtype=bool)
    score[unreal[:, None] != unreal[None, :]] = 0.0
    return np.round(score, 6)


def verb_scores(lemmas: list[str], encoder: Encoder | None) -> Scores:
    """1 for one verb, less for those of one meaning or of the opposite, and for near ones."""
    kinds = sorted(set(lemmas))
    score = np.zeros((len(kinds), len(kinds)))
    if encoder is not None:
        vectors = encoder.encode(kinds)
        score = np.clip((vectors @ vectors.T - _FAR) / (1 - _FAR), 0.0, _RELATED)
    for i, left in enumerate(kinds):
        score[i, i] = _VAGUE_VERB if left in VAGUE else 1.0
        for j, right in enumerate(kinds[:i]):
            if same_meaning(left, right) or contrary(left, right):
                score[i, j] = score[j, i] = _RELATED
    row = {kind: i for i, kind in enumerate(kinds)}
    places = [row[lemma] for lemma in lemmas]
    return score[np.ix_(places, places)]


def _word_scores(words: list[set[str]], articles: list[str]) -> Scores:
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
