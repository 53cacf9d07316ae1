"""What English words have to do with each other: event nouns, verbs of one meaning, opposites.

The tables are made from WordNet by `training/wordnet`; `verb_groups.txt` is written by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

# Event nouns whose verb is spelled otherwise, and verbs that are the same but for a prefix:
# both are beyond the tables.
_IRREGULAR = {
    "death": "die",
    "loss": "lose",
    "sale": "sell",
    "flight": "fly",
    "birth": "bear",
    "theft": "steal",
    "speech": "speak",
    "war": "fight",
    "coup": "overthrow",
}


VAGUE = set("be have do go get make take come give look seem appear sound feel see put set".split())


def verb_of(noun: str) -> str | None:
    """The verb of the act that an event noun's lemma tells: "resume" for "resumption"."""
    return _IRREGULAR.get(noun) or _event_nouns().get(noun)


@cache
def stop_words() -> frozenset[str]:
    """The words that are in any text: articles, pronouns, auxiliaries. Source: spaCy's list."""
    from spacy.lang.en.stop_words import STOP_WORDS  # brings all of spaCy, which takes its time

    return frozenset(STOP_WORDS)


def tells_an_act(word: str) -> bool:
    """Whether a word in small letters is a verb or an event noun, in one of its forms."""
    forms = {word, *(word.removesuffix(ending) for ending in ("s", "es", "ed", "d", "ing"))}
    forms |= {word.removesuffix("ing") + "e", word.removesuffix("ies") + "y"}
    return any(form in _verb_senses() or form in _event_nouns() for form in forms)


def same_meaning(left: str, right: str) -> bool:
    """Whether two verbs' lemmas can tell one act: by a shared frequent sense, by one above it,
    or because news uses them so."""
    if left == right or left in VAGUE or right in VAGUE:
        return left == right
    if _groups_of().get(left, _NO_GROUPS) & _groups_of().get(right, _NO_GROUPS):
        return True
    own_left, above_left = _verb_senses().get(left, _NO_SENSES)
    own_right, above_right = _verb_senses().get(right, _NO_SENSES)
    return bool(own_left & own_right or own_left & above_right or above_left & own_right)


def opposite(left: str, right: str) -> bool:
    """Whether one verb's lemma undoes or excludes the other's: "accept" and "reject"."""
    return (min(left, right), max(left, right)) in _opposites()


_NO_GROUPS: frozenset[int] = frozenset()
_NO_SENSES: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


@cache
def _event_nouns() -> dict[str, str]:
    return {row[0]: row[1] for row in _rows("event_nouns.tsv")}


@cache
def _verb_senses() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    return {
        verb: (frozenset(own.split()), frozenset(above.split()))
        for verb, own, above in _rows("verbs.tsv")
    }


@cache
def _groups_of() -> dict[str, frozenset[int]]:
    """The numbers of the groups that each verb stands in."""
    found: dict[str, set[int]] = defaultdict(set)
    text = files("rashomon.text").joinpath("verb_groups.txt").read_text("ascii")
    for number, line in enumerate(text.splitlines()):
        for verb in line.split() if not line.startswith("#") else ():
            found[verb].add(number)
    return {verb: frozenset(numbers) for verb, numbers in found.items()}


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    return frozenset((left, right) for left, right in _rows("opposite_verbs.tsv"))


def _rows(name: str) -> Iterator[list[str]]:
    text = files("rashomon.text").joinpath(name).read_text("ascii")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
