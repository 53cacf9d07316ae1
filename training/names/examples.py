"""Pairs of full names to learn from: labelled ones, and such as spelling them anew makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from evaluation.name_pairs import Pages, Pair, use_of
from rashomon.model.reading import MentionKind
from rashomon.text.names.evidence import Evidence, womans_forms
from rashomon.text.names.forms import places_in
from rashomon.text.names.judge import evidence
from rashomon.text.naming import BODY_NOUNS, FILLERS, NICKNAMES

# What transcriptions of Arabic, Russian, Greek and Chinese names choose freely.
_CHOICES = (
    ("kh", "h"), ("y", "i"), ("ph", "f"), ("ou", "u"), ("ei", "ey"), ("ai", "ay"), ("k", "c"),
    ("ks", "x"), ("dj", "j"), ("sh", "ch"), ("v", "w"), ("oo", "u"), ("ee", "i"), ("q", "k"),
    ("ss", "s"), ("mm", "m"), ("ll", "l"), ("tt", "t"), ("th", "t"), ("gh", "g"), ("zh", "j"),
    ("ts", "tz"), ("e", "a"), ("o", "u"), ("iy", "y"), ("yu", "iu"), ("ya", "ia"), ("ff", "v"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEAST = 5  # letters of a word in which a slip is made


@dataclass(frozen=True)
class Example:
    """What speaks for and against two names of one sort, and whether they are one holder's."""

    sort: str
    seen: Evidence
    same: bool
    made: bool


def labelled(pages: Pages, pairs: Sequence[Pair]) -> Iterator[Example]:
    """The pairs of full names that were labelled by reading."""
    for pair in pairs:
        left, right = (use_of(pages, pair, side) for side in (pair.left, pair.right))
        together = pair.left.page == pair.right.page
        found = evidence(left.name, right.name, left.kind, right.kind, together=together)
        if found:
            yield Example(*found, pair.same, made=False)


def made(pages: Pages, seed: int = 7) -> Iterator[Example]:
    """Names of the pages spelled anew by rule, and beside other names that share a word."""
    draw = np.random.default_rng(seed)
    kinds = (MentionKind.PERSON, MentionKind.ORGANISATION)
    persons, bodies = (_names(pages, kind) for kind in kinds)
    makers = _persons(persons, draw), _bodies(bodies, draw)
    for kind, pairs in zip(kinds, makers, strict=True):
        for left, right, same in pairs:
            found = evidence(left, right, kind, kind)
            if found and left != right:
                yield Example(*found, same, made=True)


def _names(pages: Pages, kind: MentionKind) -> list[tuple[str, ...]]:
    found = {
        tuple(mention.slice(article.text).split())
        for article, mentions in pages.values()
        for mention in mentions
        if mention.kind is kind
    }
    return sorted(name for name in found if len(name) > 1 and "".join(name).isalpha())


def _persons(
    names: Sequence[tuple[str, ...]], draw: np.random.Generator
) -> Iterator[tuple[str, str, bool]]:
    for at, name in enumerate(names):
        first, *middle, last = name
        given = " ".join([first, *middle])
        plain = f"{given} {last}"
        yield plain, f"{given} {_slipped(last, draw)}", True
        yield plain, f"{_slipped(first, draw)} {last}", True
        yield plain, f"{_chosen(first, draw)} {_chosen(last, draw)}", True
        yield plain, f"{first[0]}. {last}", True
        yield plain, f"{first} {draw.choice(list(_LETTERS)).upper()}. {last}", not middle
        one, two = draw.choice(list(_LETTERS), 2, replace=False)
        yield f"{first} {one.upper()}. {last}", f"{first} {two.upper()}. {last}", False
        for woman in womans_forms(first.lower()):
            yield plain, f"{woman.title()} {last}", False
        for nickname in _nicknames(first.lower())[:2]:
            yield plain, f"{nickname.title()} {last}", True
        other = names[int(draw.integers(len(names)))]
        near = names[(at + 1) % len(names)]  # the next in the alphabet: given names are alike
        for stranger in (other, near):
            if stranger[0] != first and not _akin(stranger[0].lower(), first.lower()):
                yield plain, f"{stranger[0]} {last}", False
            if stranger[-1] != last:
                yield plain, f"{given} {stranger[-1]}", False


def _bodies(
    names: Sequence[tuple[str, ...]], draw: np.random.Generator
) -> Iterator[tuple[str, str, bool]]:
    for name, after in pairwise(names):
        plain = " ".join(name)
        if len(name) > 2:
            drop = int(draw.integers(1, len(name) - 1))
            dropped = " ".join((*name[:drop], *name[drop + 1 :]))
            if _is_light(name[drop]) or len(name) > 3:
                yield plain, dropped, True
            yield plain, " ".join((name[0], *after[1:-1], name[-1])), name[1:-1] == after[1:-1]
        other = names[int(draw.integers(len(names)))]
        if after[0] not in name and not _is_light(after[0]):
            yield plain, f"{after[0]} {plain}", False
            yield plain, " ".join((*name[:-1], after[0], name[-1])), False
        if other[-1] not in name:
            yield plain, f"{plain} {other[-1]}", False
        if other[-1] != name[-1]:
            yield plain, " ".join((*name[:-1], other[-1])), False
        if other[0] != name[0]:
            yield plain, " ".join((other[0], *name[1:])), False


def _is_light(word: str) -> bool:
    """Whether a word of a body's name says little: a place, what it is, "National"."""
    word = word.lower()
    return word in FILLERS | BODY_NOUNS or bool(places_in((word,)))


def _nicknames(word: str) -> list[str]:
    return sorted(other for other in NICKNAMES if other != word and _akin(word, other))


def _akin(left: str, right: str) -> bool:
    none: frozenset[str] = frozenset()
    return bool(NICKNAMES.get(left, none) & NICKNAMES.get(right, none))


def _slipped(word: str, draw: np.random.Generator) -> str:
    """The word with one letter left out, doubled, changed or swapped, not the first."""
    if len(word) < _LEAST:
        return word
    at = int(draw.integers(1, len(word) - 1))
    ways = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + str(draw.choice(list(_LETTERS))) + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return ways[int(draw.integers(len(ways)))]


def _chosen(word: str, draw: np.random.Generator) -> str:
    """The word as another transcription would have it, in one place."""
    lower = word.lower()
    ways = [(a, b) for one, other in _CHOICES for a, b in ((one, other), (other, one))]
    fitting = [(a, b) for a, b in ways if a in lower]
    if not fitting or len(word) < _LEAST:
        return word
    a, b = fitting[int(draw.integers(len(fitting)))]
    return lower.replace(a, b, 1).title()
