"""What stands around a number and bounds it: "more than", "up to", "-odd", "rose by", "down"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.model.reading import Change
from rashomon.text.tokens import Token, lower_at, touch
from rashomon.text.word_sets import word_set


class Bound(NamedTuple):
    """Which side is bounded, whether the bound itself is left out, and where the words start."""

    change: Change
    open: bool
    first: int
    last: int


# Source: the modified-numeral constructions in Geurts & Nouwen 2007 and Kennedy 2015, and the
# cue words of CQE (Almasian et al. 2023). Strict ones exclude the number, the others keep it.
_STRICT = {
    Change.MORE: (
        "more than|over|above|in excess of|exceeding|exceeds|exceed|exceeded|greater than|"
        "higher than|larger than|upwards of|upward of|north of|topping|topped|tops|past|surpassing|"
        "surpassed|beyond|longer than|older than|well over|just over|well above|just above|"
        "bigger than|better than|a little over|slightly more than|slightly over|past the"
    ),
    Change.LESS: (
        "less than|fewer than|under|below|lower than|smaller than|shy of|short of|south of|"
        "just under|well under|just below|well below|younger than|shorter than|not quite|"
        "a little under|slightly less than|slightly under"
    ),
}
_LOOSE = {
    Change.MORE: (
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|"
        "minimum of|at a minimum|a minimum|minimum|starting at|starting from"
    ),
    Change.LESS: (
        "up to|as many as|as much as|no more than|not more than|at most|a maximum of|maximum of|"
        "at the most|a maximum|as high as|as long as|no longer than|capped at|not exceeding|upto"
    ),
}
_ABOUT = (
    "about|around|roughly|approximately|approx|approx.|some|an estimated|estimated|circa|c.|ca.|"
    "~|≈|in the region of|in the neighborhood of|in the neighbourhood of|on the order of|"
    "in the order of|or so|somewhere around|perhaps|probably|an average of|averaged|averaging|"
    "more or less|an approximate|broadly|in the vicinity of"
)
_NEARLY = "nearly|almost|close to|approaching|virtually|just about|nearing|near|hardly|barely"
_SKIPPED = {"a", "an", "the", "just", "its", "their", "another", "only", "even", "well", "total"}
_AFTER = {
    "or more": (Change.MORE, False),
    "or above": (Change.MORE, False),
    "or higher": (Change.MORE, False),
    "or greater": (Change.MORE, False),
    "or over": (Change.MORE, False),
    "and over": (Change.MORE, False),
    "and above": (Change.MORE, False),
    "or older": (Change.MORE, False),
    "and older": (Change.MORE, False),
    "plus": (Change.MORE, False),
    "+": (Change.MORE, False),
    "or less": (Change.LESS, False),
    "or fewer": (Change.LESS, False),
    "or under": (Change.LESS, False),
    "and under": (Change.LESS, False),
    "or younger": (Change.LESS, False),
    "or so": (Change.ABOUT, False),
    "odd": (Change.ABOUT, False),
    "-odd": (Change.ABOUT, False),
    "-plus": (Change.MORE, False),
}
_LONGEST = 4
_RISING = word_set("change.up") | {"goes", "gone", "moved", "pushed", "pushes", "went"}
# These are places where a word stands between them and the number.
_PLACES = {
    (word,)
    for word in ["over", "around", "about", "under", "above", "below", "near", "past", "beyond"]
}


def _phrases() -> dict[tuple[str, ...], tuple[Change, bool]]:
    table = {
        tuple(phrase.split()): (change, is_open)
        for group, is_open in ((_STRICT, True), (_LOOSE, False))
        for change, phrases in group.items()
        for phrase in phrases.split("|")
    }
    table |= {tuple(phrase.split()): (Change.ABOUT, False) for phrase in _ABOUT.split("|")}
    return table | {tuple(phrase.split()): (Change.ABOUT, True) for phrase in _NEARLY.split("|")}


_BEFORE = _phrases()


def bound_before(tokens: Sequence[Token], first: int) -> Bound | None:
    """The bound whose words end just before the figure; "nearly" is an open ABOUT."""
    for skipped in range(2):
        end = first - skipped
        if skipped and lower_at(tokens, end) not in _SKIPPED:
            return None
        for count in range(_LONGEST, 0, -1):
            words = tuple(lower_at(tokens, end - count + k) for k in range(count))
            if skipped and words in _PLACES:
                return None  # "around the 37m skeleton"
            if words in _BEFORE and _is_bound(tokens, end - count, words):
                return Bound(*_BEFORE[words], end - count, first)
    return None


def _is_bound(tokens: Sequence[Token], i: int, words: tuple[str, ...]) -> bool:
    """Whether the words bound a number here: "over two days", "in about", "the past the" do not."""
    before = lower_at(tokens, i - 1)
    if words == ("past",):
        return before in _RISING  # "the toll climbs past 500"
    if words == ("near",) or words == ("past", "the"):
        return before in ("at", "to", "of")
    return not (words == ("under",) and before in ("from", "out"))


def bound_after(tokens: Sequence[Token], last: int) -> Bound | None:
    """The bound that follows a number or its unit: "or more", "+", "-odd", "or so"."""
    for count in (2, 1):
        words = [lower_at(tokens, last + k) for k in range(count)]
        phrase = ("" if words[0] == "-" else " ").join(words)
        if phrase in _AFTER and (count == 2 or touch(tokens, last) or words[0] == "odd"):
            return Bound(*_AFTER[phrase], last, last + count)
    return None
