"""Numbers that count nothing: years, parts of names, list marks, scores, phone numbers."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.text.numerals import Numeral
from rashomon.text.tokens import Token, lower_at, touch
from rashomon.text.word_sets import word_set

# What a number after one of these names, not counts. Source: the label words of the Guardian
# and AP style books ("Article 5", "Flight 370", "Route 66").
_LABELS = word_set("uncounted.label")
_RANKED = {"top", "bottom", "final", "first", "last"}
_YEAR_BEFORE = word_set("uncounted.year_before")
_YEAR_COUNTS = word_set("uncounted.year_counts")
# "one" stands for a thing or a person after these and before these, and counts nothing.
_ONE_AFTER = word_set("uncounted.one_after")
_ONE_BEFORE = word_set("uncounted.one_before")


def counts_nothing(tokens: Sequence[Token], numeral: Numeral, measured: bool) -> bool:
    """Whether it names, numbers or dates something; `measured` where a unit stands at it."""
    first = tokens[numeral.first]
    if numeral.word:
        return not measured and _is_pronoun(tokens, numeral)
    if _is_glued(tokens, numeral, measured) or _is_chain(tokens, numeral):
        return True
    if measured:
        return False
    if _is_phone(tokens, numeral.first):
        return True
    return _is_label(tokens, numeral) or _is_year(tokens, numeral, first.text)


def _is_pronoun(tokens: Sequence[Token], numeral: Numeral) -> bool:
    first = tokens[numeral.first]
    before = tokens[numeral.first - 1] if numeral.first else first
    if first.text.istitle() and before.is_word and before is not first and before.text[0].isupper():
        return not _is_title(tokens, numeral.last)  # "BBC One", "Practice Three"
    if numeral.value != 1 or numeral.last - numeral.first > 1:
        return False
    after = lower_at(tokens, numeral.last)
    hyphen = (after == "-" and touch(tokens, numeral.last)) or before.text == "-"
    return before.lower in _ONE_AFTER or after in _ONE_BEFORE or hyphen


def _is_title(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capitalised plural follows, as in the headline "Ferry Leaves Two Passengers"."""
    return i < len(tokens) and tokens[i].text[0].isupper() and tokens[i].lower.endswith("s")


def _is_glued(tokens: Sequence[Token], numeral: Numeral, measured: bool) -> bool:
    """Letters against the digits: "XC40", "F-35", "21st", "5G"."""
    i, last = numeral.first, numeral.last
    if touch(tokens, i) and (tokens[i - 1].is_word or tokens[i - 1].text in "_@#/"):
        return not measured
    if i > 1 and tokens[i - 1].text in "-–" and touch(tokens, i) and touch(tokens, i - 1):
        kept = measured and tokens[i - 2].lower in ("now", "minus")
        if tokens[i - 2].is_word and not kept:
            return True
    glued = last < len(tokens) and touch(tokens, last)
    return glued and tokens[last].is_word and not measured


def _is_chain(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Digits in groups: a phone number, a score, an address, "24/7", a version."""
    i, last = numeral.first, numeral.last
    before = touch(tokens, i) and touch(tokens, i - 1) and i > 1 and tokens[i - 2].is_numeral
    after = touch(tokens, last) and touch(tokens, last + 1) and tokens[last + 1].is_numeral
    joints = {tokens[i - 1].text} if before else set()
    joints |= {tokens[last].text} if after else set()
    return bool(joints & set("/.:-–")) or (before and after)


def _is_phone(tokens: Sequence[Token], i: int) -> bool:
    """A plus before the digits, or three groups of digits in a row."""
    run = [k for k in range(max(0, i - 2), min(len(tokens), i + 3)) if tokens[k].is_numeral]
    in_row = any({k, k + 1, k + 2} <= set(run) for k in run)
    shape = [token.text for token in tokens[i + 1 : i + 4 : 2]]
    in_row |= shape == [")", "-"]  # "(903) 923-4000"
    return in_row or (i > 0 and tokens[i - 1].text == "+" and touch(tokens, i))


def _is_label(tokens: Sequence[Token], numeral: Numeral) -> bool:
    i = numeral.first
    before = lower_at(tokens, i - 1)
    if before == "." and touch(tokens, i - 1):
        before = lower_at(tokens, i - 2)
        return before in ("no", "nos", "art", "vol", "pp")
    if before in _LABELS and not tokens[i].text.count(","):
        return True
    mark = lower_at(tokens, numeral.last)
    starts = i == 0 or before in "•*(" or tokens[i].start - tokens[i - 1].end > 1
    return starts and mark in (".", ")", ":") and numeral.value < 100


def _is_year(tokens: Sequence[Token], numeral: Numeral, text: str) -> bool:
    if not (len(text) == 4 and text.isdigit() and 1000 <= numeral.value <= 2100):
        return False
    if numeral.last - numeral.first > 1:
        return False
    after = lower_at(tokens, numeral.last)
    before = lower_at(tokens, numeral.first - 1)
    if numeral.value < 1700 and before not in _YEAR_BEFORE:
        return not (after.endswith("s") or after in _YEAR_COUNTS)
    return after not in _YEAR_COUNTS


def is_name_part(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether a bare number belongs to the name before it: "iPhone 11", "Area 51".

    A capitalised verb of a headline ("Bomb Kills 25") ends in -s or -ed and is no name.
    """
    i = numeral.first
    before = tokens[i - 1] if i else None
    if lower_at(tokens, numeral.last) == "-" and touch(tokens, numeral.last):
        return True  # "six-pointed"
    if before and (before.lower in _RANKED or (numeral.word and before.lower in _LABELS)):
        return True
    if not before or numeral.word or not tokens[i].text.isdigit() or len(tokens[i].text) > 4:
        return False
    after = tokens[numeral.last] if numeral.last < len(tokens) else before
    if after is not before and after.is_word and after.text[0].isupper():
        return True  # "787 Dreamliner", "10 Downing Street"
    named = before.is_word and before.text != before.lower and before.lower not in _YEAR_BEFORE
    verb = before.lower.endswith(("s", "ed")) or before.lower in ("at", "least", "than", "over")
    starts = i == 1 or tokens[i - 2].text in '.!?"“'
    return named and not verb and not starts
