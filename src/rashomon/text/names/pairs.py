"""Which of many names can be one holder's at all: the few pairs that are worth a judgement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from rashomon.text.names.chinese import new_sounds, old_sounds
from rashomon.text.names.evidence import word_likeness
from rashomon.text.names.forms import Form, body_words, person_words
from rashomon.text.names.spelling import consonants, family_of, plain_spelling, spelling_score
from rashomon.text.naming import NICKNAMES

_NEAR = 0.6  # of plain spellings; of pairs that score as one name, 2 % lie below .65
_SLIPPED = 0.5  # of a word of a longer name, whose other words speak for it too
_COMMON = 40  # names that a word stands in; of more it says little
_ROWS = 500  # of the table of nearness that are in memory at a time
_NO_NICKNAMES: frozenset[str] = frozenset()


def find_pairs(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """The pairs of names of several words that differ in little: the surest first.

    Both ends of two such names are alike, or one has but initials, fewer given names, or ends
    before the other does. One common word is no reason: half of a country is called Mohammed.
    """
    words = [person_words(form) for form in forms]
    ends = {word for own in words if len(own) > 1 for word in (*_firsts(own), own[-1])}
    near: dict[str, dict[str, float]] = {word: {word: 1.0} for word in ends}
    for score, left, right in _scored(sorted(ends), _SLIPPED, word_likeness):
        near[left][right] = near[right][left] = score
    for one, other in _of_one_family(ends):
        near[one][other] = near[other][one] = 1.0
    index = _index(words)
    found: dict[tuple[int, int], float] = dict.fromkeys(_run_together(words), 0.5)
    for i, own in enumerate(words):
        if len(own) > 1:
            for score, j in _partners(own, near, index):
                if i != j:
                    pair = min(i, j), max(i, j)
                    found[pair] = max(score, found.get(pair, 0.0))
    return (pair for pair, _ in sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _of_one_family(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    families: dict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        if (family := family_of(word)) is not None:
            families[family].append(word)
    for names in families.values():
        yield from combinations(names, 2)


def _run_together(words: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """The pairs that differ in vowels, doubled letters and spaces only: "Abu Zeid", "Abuzeid"; or
    that are one in Chinese."""
    same: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(words):
        if len(own) > 1:
            for key in {consonants(plain_spelling("".join(own))), old_sounds(own), new_sounds(own)}:
                same[key].append(i)
    for names in same.values():
        if len(names) <= _COMMON:
            yield from combinations(names, 2)


def find_bodies(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """The pairs of names of several words that have half of the shorter one's words in common.

    A word of many names is no reason to look.
    """
    words = [frozenset(body_words(form)) for form in forms]
    of_word: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(words):
        for word in sorted(own) if len(own) > 1 else ():
            of_word[word].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for names in of_word.values():
        if len(names) <= _COMMON:
            shared.update(combinations(names, 2))
    for (i, j), number in sorted(shared.items()):
        if 2 * number >= min(len(words[i]), len(words[j])):
            yield i, j


def _firsts(words: tuple[str, ...]) -> set[str]:
    """How a name can begin in another spelling: its first word, or all but the last in one."""
    return {words[0], "".join(words[:-1])}


def _index(words: Sequence[tuple[str, ...]]) -> Mapping[tuple[str, str], list[int]]:
    """Where each name is looked up: by its surname with each of what may stand before it."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, own in enumerate(words):
        given = {*own[:-1], "".join(own[:-1])}
        keys = {(word, own[-1]) for word in given}
        keys |= {(word[0] + ".", own[-1]) for word in given if word}
        keys |= {(f"{name} ", own[-1]) for word in given for name in _nicknames(word)}
        keys |= {(own[0], word) for word in own[1:]}
        for key in sorted(keys):
            index[key].append(i)
    return index


def _partners(
    words: tuple[str, ...],
    near: Mapping[str, Mapping[str, float]],
    index: Mapping[tuple[str, str], list[int]],
) -> Iterator[tuple[float, int]]:
    """The names that can be a name's other spellings or longer forms, and how surely."""
    firsts = {other: score for word in _firsts(words) for other, score in near[word].items()}
    firsts |= {f"{name} ": 1.0 for name in _nicknames(words[0])}
    firsts[words[0][:1] + "."] = 1.0
    for last, of_last in near[words[-1]].items():
        for first, of_first in firsts.items():
            for j in index.get((first, last), ()):
                yield min(of_first, of_last), j


def _nicknames(word: str) -> Iterable[str]:
    return sorted(str(name) for name in NICKNAMES.get(word, _NO_NICKNAMES))


def alike_words(
    words: Sequence[str], least: float, scorer: Callable[[str, str], float] = spelling_score
) -> Iterator[tuple[str, str]]:
    """The pairs of different words that can be spellings of one, the surest first."""
    found = sorted((-score, left, right) for score, left, right in _scored(words, least, scorer))
    return ((left, right) for _, left, right in found)


def _scored(
    words: Sequence[str], least: float, scorer: Callable[[str, str], float]
) -> Iterator[tuple[float, str, str]]:
    """Each two different words that can be spellings of one, with the score."""
    plain = [plain_spelling(word) for word in words]
    for first in range(0, len(words), _ROWS):
        rows = words[first : first + _ROWS]
        near = cdist(
            plain[first : first + _ROWS],
            plain,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=_NEAR,
        )
        for row, column in zip(*np.nonzero(near), strict=True):
            left, right = rows[int(row)], words[int(column)]
            if left < right and (score := scorer(left, right)) >= least:
                yield score, left, right
