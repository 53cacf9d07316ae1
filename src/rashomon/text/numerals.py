"""Numbers as they are written: "5,000", "10.5 million", "twenty-five", "half a million", "dozens".

The value is the number alone; bounds, units and what is counted are read around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.text.tokens import Token, lower_at, touch

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_SMALL = {word: value for value, word in enumerate(ONES)}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {"hundred": 100.0, "dozen": 12.0, "thousand": 1e3, "lakh": 1e5, "million": 1e6}
_SCALES |= {"crore": 1e7, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15}
_SHORT_SCALES = {"k": 1e3, "mn": 1e6, "mln": 1e6, "mil": 1e6, "cr": 1e7, "bn": 1e9, "bln": 1e9}
_SHORT_SCALES |= {"b": 1e9, "tn": 1e12, "trn": 1e12, "tln": 1e12, "lacs": 1e5, "lakhs": 1e5}
_SHORT_SCALES |= {"crores": 1e7, "lac": 1e5, "millions": 1e6, "billions": 1e9}
_PLURALS = {"tens": 10.0, "scores": 20.0} | {f"{word}s": value for word, value in _SCALES.items()}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_PARTS |= {"eighth": 8, "ninth": 9, "tenth": 10}
_PARTS |= {f"{word}s": value for word, value in _PARTS.items()} | {"halves": 2}
_MARKS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_MAX_WORDS = 12  # "nine hundred and ninety-nine thousand nine hundred and ninety-nine"


class Numeral(NamedTuple):
    """A number at the tokens first to last (exclusive).

    `value_to` is the other end of a vague plural: "dozens" are 12 to 120. `share` tells a
    fraction of something, `word` a number that is spelled.
    """

    first: int
    last: int
    value: float
    value_to: float | None = None
    share: bool = False
    word: bool = False


def find_numerals(tokens: Sequence[Token]) -> Iterator[Numeral]:
    """Every number, in order, none inside another."""
    i = 0
    while i < len(tokens):
        numeral = _digits(tokens, i) or _fraction(tokens, i) or _vague(tokens, i)
        numeral = numeral or _spelled(tokens, i)
        if numeral:
            yield numeral
            i = numeral.last
        else:
            i += 1


def _digits(tokens: Sequence[Token], i: int) -> Numeral | None:
    if tokens[i].text in _MARKS:
        return Numeral(i, i + 1, _MARKS[tokens[i].text], share=True)
    if not tokens[i].is_numeral:
        return None
    value = read_digits(tokens[i].text)
    over = _slash(tokens, i)
    if over:
        return Numeral(i, i + 3, over, share=True)
    last = i + 1
    if last < len(tokens):
        if _slash(tokens, last):
            value, last = value + _slash(tokens, last), last + 3
        elif tokens[last].text in _MARKS:
            value, last = value + _MARKS[tokens[last].text], last + 1
    while (at := _past_hyphen(tokens, last)) < len(tokens) and (scale := _scale(tokens, at)):
        value, last = round(value * scale, 6), at + 1  # 16.4 million is 16,400,000
    return Numeral(i, last, value)


def _past_hyphen(tokens: Sequence[Token], i: int) -> int:
    """The place of "billion" in "a $2.4-billion deal"."""
    tied = lower_at(tokens, i) == "-" and touch(tokens, i) and touch(tokens, i + 1)
    return i + 1 if tied and lower_at(tokens, i + 1) in _SCALES else i


def read_digits(text: str) -> float:
    """The value of a numeral that may group its digits."""
    return float("".join(c for c in text if c.isdigit() or c == "."))


def _slash(tokens: Sequence[Token], i: int) -> float:
    """The value of "1/2" at i; nothing for "24/7" and "9/11", which are no parts of one."""
    if not (i + 2 < len(tokens) and tokens[i + 1].text == "/" and tokens[i + 2].is_numeral):
        return 0.0
    if not (tokens[i].text.isdigit() and touch(tokens, i + 1) and touch(tokens, i + 2)):
        return 0.0
    over, under = int(tokens[i].text), float(tokens[i + 2].text.replace(",", ""))
    return over / under if over < under and under in (2, 3, 4, 5, 8, 10, 16) else 0.0


def _scale(tokens: Sequence[Token], i: int) -> float:
    word = tokens[i].lower
    if word in _SCALES:
        return _SCALES[word]
    if word == "b" and not touch(tokens, i):
        return 0.0
    if word == "m" and touch(tokens, i):
        return _million(tokens, i)
    return _SHORT_SCALES.get(word, 0.0)


def _million(tokens: Sequence[Token], i: int) -> float:
    """Millions, where "m" follows a sum of money or precedes what is counted; else no scale."""
    sign = tokens[i - 2].text if i > 1 else ""
    money = sign[-1:] in set("$€£¥₹₽₩₪₺₦₱") or (sign in ("PS", "Rs", "R") and touch(tokens, i - 1))
    following = lower_at(tokens, i + 1)
    counted = (following.endswith("s") and len(following) > 3) or following in ("people", "of")
    return 1e6 if money or counted or tokens[i].text == "M" else 0.0


def _fraction(tokens: Sequence[Token], i: int) -> Numeral | None:
    """A part of one: "two-thirds", "a quarter of", "half of"; or "half a million"."""
    if tokens[i].lower in ("half", "quarter"):
        return _half(tokens, i)
    over = 1.0 if tokens[i].lower in ("a", "one") else float(_SMALL.get(tokens[i].lower, 0))
    j = i + 2 if lower_at(tokens, i + 1) == "-" else i + 1
    under = _PARTS.get(lower_at(tokens, j), 0)
    if not over or not under or over >= under:
        return None
    plural = over > 1 and tokens[j].lower.endswith("s")
    if not (plural or (over == 1 and lower_at(tokens, j + 1) in ("of", "more", "less", "fewer"))):
        return None
    return Numeral(i, j + 1, over / under, share=True, word=True)


def _half(tokens: Sequence[Token], i: int) -> Numeral | None:
    under = _PARTS[tokens[i].lower]
    after = lower_at(tokens, i + 1)
    if after in ("a", "an") and lower_at(tokens, i + 2) in _SCALES:
        return Numeral(i, i + 3, _SCALES[tokens[i + 2].lower] / under, word=True)
    if after in _SCALES:
        return Numeral(i, i + 2, _SCALES[after] / under, word=True)
    if (
        under == 2
        and after in ("of", "the", "its", "their", "his", "her")
        and lower_at(tokens, i - 1)
        not in (
            "first",
            "second",
            "other",
        )
    ):
        return Numeral(i, i + 1, 0.5, share=True, word=True)
    return None


def _vague(tokens: Sequence[Token], i: int) -> Numeral | None:
    """A range ten times wide, as CQE reads "dozens" and "hundreds of thousands"; "several
    hundred" and "a few dozen" begin with two of them."""
    word = tokens[i].lower
    if word in ("several", "few") and lower_at(tokens, i + 1) in _SCALES:
        scale, last = _scaled(tokens, i + 1, 1.0)
        return Numeral(i, last, 2 * scale, 10 * scale, word=True)
    if word not in _PLURALS or lower_at(tokens, i - 1) in ("the", "in", "late", "early"):
        return None
    value, last = _PLURALS[word], i + 1
    if lower_at(tokens, last) == "of" and lower_at(tokens, last + 1) in _PLURALS:
        value, last = value * _PLURALS[tokens[last + 1].lower], last + 2
    return Numeral(i, last, value, value * 10, word=True)


def _spelled(tokens: Sequence[Token], i: int) -> Numeral | None:
    """A number in words: "twenty-five", "a hundred and two", "two and a half million"."""
    if tokens[i].lower == "a":
        return _article(tokens, i)
    group: float | None = None
    total, last = 0.0, i
    for _ in range(_MAX_WORDS):
        word = lower_at(tokens, last)
        if word in _SMALL or word in _TENS:
            value = _SMALL.get(word, 0) + _TENS.get(word, 0)
            if group is not None and not _fits(group, value):
                break
            group = (group or 0) + value
        elif word in _SCALES and group is not None:
            if word in ("hundred", "dozen"):
                group *= _SCALES[word]
            else:
                total, group = total + group * _SCALES[word], 0.0
        else:
            break
        last += 1
        last = _past_joint(tokens, last)
    if group is None:
        return None
    whole, last = _and_a_half(tokens, last, total + group)
    return Numeral(i, last, whole, word=True)


def _fits(group: float, value: float) -> bool:
    """Whether "five" may follow "twenty" in one number: each part is below the last one's place."""
    place = 100 if group % 100 == 0 else 10 if group % 10 == 0 else 1
    return 0 < value < place


def _past_joint(tokens: Sequence[Token], last: int) -> int:
    """The place after a hyphen or an "and" that joins two parts of one number."""
    follows = lower_at(tokens, last + 1)
    tens = lower_at(tokens, last - 1) in _TENS
    if lower_at(tokens, last) == "-" and touch(tokens, last):
        return (
            last + 1 if (tens and 0 < _SMALL.get(follows, 0) < 10) or follows in _SCALES else last
        )
    large = lower_at(tokens, last - 1) in _SCALES
    if lower_at(tokens, last) == "and" and large and (follows in _SMALL or follows in _TENS):
        return last + 1
    return last


def _and_a_half(tokens: Sequence[Token], last: int, value: float) -> tuple[float, int]:
    words = tuple(lower_at(tokens, last + k) for k in range(3))
    if words == ("and", "a", "half"):
        value, last = value + 0.5, last + 3
    return _scaled(tokens, last, value)


def _scaled(tokens: Sequence[Token], last: int, value: float) -> tuple[float, int]:
    """The value times all the scales that follow, and the place behind them."""
    while lower_at(tokens, last) in _SCALES:
        value, last = value * _SCALES[tokens[last].lower], last + 1
    return value, last


def _article(tokens: Sequence[Token], i: int) -> Numeral | None:
    word = lower_at(tokens, i + 1)
    if word in _SCALES:
        rest = _spelled(tokens, i + 3) if lower_at(tokens, i + 2) == "and" else None
        if rest and rest.value < _SCALES[word]:
            return Numeral(i, rest.last, _SCALES[word] + rest.value, word=True)
        value, last = _and_a_half(tokens, i + 2, _SCALES[word])
        return Numeral(i, last, value, word=True)
    if word == "couple" and lower_at(tokens, i + 2) == "of":
        value, last = _scaled(tokens, i + 3, 2.0)
        return Numeral(i, last if last > i + 3 else i + 2, value, word=True)
    return None
