"""Whether a day without a year or a week lies ahead: its clause says so, or nothing does."""

from __future__ import annotations

import re

from rashomon.text.word_sets import word_set

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|[.;:!?\n]")
_FUTURE = word_set("tense.future")
_WEAK = word_set("tense.weak")
_PAST = word_set("tense.past")
_TO_BE = [["will"], ["to"], ["would"], ["may"], ["might"], ["should"], ["must"], ["shall"]]
# "by Tuesday" looks ahead, "by the defeat on Tuesday" does not.
_WEAK_REACH = dict.fromkeys(("by", "until", "till", "through", "effective"), 1)
_AS = {"soon", "early"}
_WORDS_AFTER = 6
_BEFORE, _AFTER = 160, 90  # characters: about a clause


def find_direction(text: str, start: int, end: int) -> int:
    """1 where the clause looks ahead, -1 where it looks back, 0 where it does not say."""
    before = _clause_words(text[max(0, start - _BEFORE) : start])
    if before[-3:-2] == ["as"] and before[-2] in _AS:
        return 1  # "as early as Tuesday"
    for distance, word in enumerate(reversed(before)):
        side = _side(word)
        if side < 0 and before[-distance - 2 : -distance - 1] == ["be"]:
            return int(before[-distance - 3 : -distance - 2] in _TO_BE)  # "will be held"
        if word == "set" and before[len(before) - distance :][:1] == ["to"]:
            return 1  # "set to resume"
        if word in _WEAK:
            if distance <= _WEAK_REACH.get(word, 3):
                return _after(text, end) or side  # "By Sunday the lake was full"
        elif side:
            return side
    return _after(text, end)


def _after(text: str, end: int) -> int:
    """What the first words behind say: up to the end of the clause, and no weak ones."""
    for word in _WORD.findall(text[end : end + _AFTER])[:_WORDS_AFTER]:
        side = 0 if word.lower() in _WEAK else _side(word.lower())
        if side or word in ".;:!?\n":
            return side
    return 0


def _clause_words(text: str) -> list[str]:
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    stop = next((i for i in range(len(words), 0, -1) if words[i - 1] in ".;:!?\n"), 0)
    return words[stop:]


def _side(word: str) -> int:
    if word in _FUTURE or word.endswith("'ll"):
        return 1
    past = word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _FUTURE)
    return -1 if past else 0
