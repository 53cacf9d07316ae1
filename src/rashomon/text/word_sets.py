"""The closed lists of words that the rules for figures and dates go by, kept as text."""

from __future__ import annotations

from importlib import resources


def _read() -> dict[str, frozenset[str]]:
    text = resources.files("rashomon.text").joinpath("word_sets.txt").read_text(encoding="utf-8")
    sets = {}
    for section in text.split("\n["):
        head, _, words = section.lstrip("[").partition("\n")
        sets[head.partition("]")[0]] = frozenset(words.split())
    return sets


_SETS = _read()


def word_set(name: str) -> frozenset[str]:
    """The words of the list of that name in word_sets.txt, where its source stands."""
    return _SETS[name]
