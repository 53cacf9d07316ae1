"""The words that mark who speaks and how: cue words, and what sort of source a noun names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from rashomon.model.claim import Attitude, HolderClass


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue word: its class, what it says of its content, and the contents it can have.

    `takes` holds "clause", "noun" (a noun phrase), "to-do" (an infinitive or gerund), "named"
    (calls X a Y), or a preposition.
    """

    kind: str
    attitude: Attitude
    takes: frozenset[str]


def _load(name: str) -> Any:
    return json.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _cues(words: dict[str, Any], attitudes: dict[str, str]) -> dict[str, Cue]:
    return {
        word: Cue(entry["class"], Attitude(attitudes[entry["class"]]), frozenset(entry["takes"]))
        for word, entry in words.items()
    }


def _classes(words: dict[str, list[str]]) -> dict[str, HolderClass]:
    """The first class that lists a noun has it; a spokesman is an official."""
    classes: dict[str, HolderClass] = {}
    for kind, nouns in words.items():
        class_ = HolderClass.OFFICIAL if kind == "spokesperson" else HolderClass(kind)
        for noun in nouns:
            classes.setdefault(noun, class_)
    return classes


_cue_words = _load("cues.json")
_holder_words = _load("holders.json")

VERBS = _cues(_cue_words["verbs"], _cue_words["attitude"])
NOUNS = _cues(_cue_words["nouns"], _cue_words["attitude"])
PEOPLE = _classes(_holder_words["people"])
BODIES = _classes(_holder_words["bodies"])
SPOKESPEOPLE = frozenset(_holder_words["people"]["spokesperson"])
METONYMS = frozenset(_holder_words["metonyms"])
OUTLETS = frozenset(_holder_words["outlets"])
OUTLET_WORDS = frozenset(_holder_words["outlet words"])
_given_names = _load("given_names.json")
GIVEN_NAMES = {name: word for word in ("he", "she") for name in _given_names[word]}
TITLES = frozenset(_holder_words["titles"])
