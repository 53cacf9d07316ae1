"""The small tables of compare: nouns that news counts as one thing, verbs that tell one act."""

from __future__ import annotations

from importlib import resources


def _read(name: str) -> dict[str, str]:
    text = resources.files("rashomon.compare").joinpath(name).read_text(encoding="utf-8")
    groups: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            group, _, words = line.partition(":")
            for word in words.split():
                groups.setdefault(word, group)
    return groups


_COUNTED = _read("counted_words.txt")
_ACTS = _read("act_kinds.txt")
_STATES = {
    "dead": "kill", "died": "kill", "perished": "kill",
    "killed": "kill", "deceased": "kill", "death": "kill", "fatality": "kill",
    "injured": "injure", "wounded": "injure", "hurt": "injure", "injury": "injure",
    "arrested": "arrest", "detained": "arrest", "arrest": "arrest", "missing": "miss",
    "unaccounted": "miss", "displaced": "displace", "evacuated": "displace",
    "homeless": "displace", "rescued": "rescue", "captured": "capture", "casualty": "harm",
}  # fmt: skip
# What is done again on the next day: two days for it are two of its kind.
AGAIN = frozenset(
    "attack protest meet speak talk visit call vote play rally fight hold discuss travel fly"
    " arrive lead work win lose rise fall trade start leave charge announce appear return".split()
)
HARMS = frozenset({"kill", "injure", "arrest", "capture", "rescue", "displace", "miss", "harm"})


def counted_group(noun: str) -> str:
    """The name of the group of a counted noun's singular; the noun itself where it has none."""
    return _COUNTED.get(noun, noun)


def is_grouped(noun: str) -> bool:
    """Whether the noun is one that news counts under several names."""
    return noun in _COUNTED


def act_kind(lemma: str) -> str:
    """The name of the kind of act that a verb's lemma tells; the lemma where it has none."""
    return _ACTS.get(lemma, lemma)


def act_of_state(word: str) -> str | None:
    """What was done to those counted as "dead" or "injured"."""
    return _STATES.get(word)
