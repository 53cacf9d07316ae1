"""Whether a figure is how far something rose or fell: "rose by 5%", "up 9.4", "a 3% drop"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.reading import Change
from rashomon.text.tokens import Token, lower_at, touch
from rashomon.text.word_sets import word_set

_WORDS = dict.fromkeys(word_set("change.up"), Change.UP)
_WORDS |= dict.fromkeys(word_set("change.down"), Change.DOWN)
_COUNTING = word_set("change.counting")
_BETWEEN = word_set("change.between")
_AFTER = word_set("change.noun_up")
_AFTER_DOWN = word_set("change.noun_down")
_PHRASAL = word_set("change.phrasal")
_MEASURES = {"percentage", "percentage point", "basis point", "point", "degree"}
_STANDS = {"is", "are", "was", "were", "be", "been", "went", "go", "goes", "shares", "sales"}
_STANDS |= {
    "index",
    "price",
    "prices",
    "profit",
    "profits",
    "revenue",
    "trading",
    "also",
    "contract",
}
_SHARES = _MEASURES - {"degree"}
_REACH = 5


def find_change(tokens: Sequence[Token], first: int, last: int, unit: str | None) -> Change | None:
    """UP or DOWN where the figure at tokens first to last is a distance moved; else nothing."""
    if unit == "percentage" and touch(tokens, first) and tokens[first - 1].text in "+-−":
        alone = not touch(tokens, first - 1)  # "+0.3%", no part of "5-10%"
        return (Change.UP if tokens[first - 1].text == "+" else Change.DOWN) if alone else None
    if lower_at(tokens, last) in _AFTER and unit in _MEASURES:
        return Change.UP if _is_noun(tokens, last) else None
    if lower_at(tokens, last) in _AFTER_DOWN and unit in _MEASURES:
        return Change.DOWN if _is_noun(tokens, last) else None
    return _before(tokens, first, unit)


def _is_noun(tokens: Sequence[Token], i: int) -> bool:
    return lower_at(tokens, i) not in ("more", "less", "fewer") or lower_at(tokens, i + 1) != "than"


def _before(tokens: Sequence[Token], first: int, unit: str | None) -> Change | None:
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens[i].lower
        if word in ("up", "down") and not _tells_change(tokens, i, unit):
            return None
        if word in _WORDS and not (word == "up" and lower_at(tokens, i + 1) == "to"):
            counting = word in _COUNTING and unit not in _SHARES
            return None if counting else _moved(tokens, i, first)
        if word not in _BETWEEN:
            return None
    return None


def _tells_change(tokens: Sequence[Token], i: int, unit: str | None) -> bool:
    """Whether "up" or "down" is no part of a verb: "called up 18,000 reservists" has one."""
    before = lower_at(tokens, i - 1)
    if unit is not None and unit not in _MEASURES and before.isalpha():
        return before in _STANDS
    return before not in _PHRASAL


def _moved(tokens: Sequence[Token], i: int, first: int) -> Change | None:
    """The direction of the word at i, unless the figure is where it went: "rose to 5"."""
    between = [tokens[j].lower for j in range(i + 1, first)]
    reached = "to" in between and "up" not in between
    made_of = "of" in between and tokens[i].lower in ("up", "down")
    return None if reached or made_of else _WORDS[tokens[i].lower]
