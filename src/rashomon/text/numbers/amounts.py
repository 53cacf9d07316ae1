"""Numbers with the unit written at them, and the ranges that two of them make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.text.numbers.units import Unit, find_sign, find_unit, rate_at
from rashomon.text.numerals import Numeral, find_numerals
from rashomon.text.tokens import Token, lower_at, touch
from rashomon.text.word_sets import word_set

_DASHES = {"-", "–", "—", "−"}
_AGE_BEFORE = {"aged", "age", "ages"}
_TURNS = {"turned", "turns", "turning"}
_DIES = {"dies", "died", "die", "dead"}
_ENDS = {"", ".", ",", ";", "on", "in", "last", "this", "next", "when", "and", "before", "after"}
# A count of "from 5 to 10" beside one of these tells two amounts, where it was and is.
_MOVES = word_set("amount.move")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or a range, at tokens first to last, and its unit with the words for it."""

    numeral: Numeral
    first: int
    last: int
    value: float
    value_to: float | None = None
    unit: str | None = None
    kind: str | None = None
    unit_first: int | None = None
    unit_last: int | None = None


def find_amounts(tokens: Sequence[Token]) -> list[Amount]:
    """All numbers with their units, ranges joined, in order."""
    joined: list[Amount] = []
    for amount in _amounts(tokens):
        pair = _join(tokens, joined[-1], amount) if joined else None
        if pair:
            joined[-1] = pair
        else:
            joined.append(amount)
    return joined


def _amounts(tokens: Sequence[Token]) -> Iterator[Amount]:
    for numeral in find_numerals(tokens):
        yield _amount(tokens, numeral)


def _amount(tokens: Sequence[Token], numeral: Numeral) -> Amount:
    amount = Amount(numeral, numeral.first, numeral.last, numeral.value, numeral.value_to)
    sign = find_sign(tokens, numeral.first)
    if sign:
        return _with_sign(tokens, amount, *sign)
    at = _past_of(tokens, numeral)
    unit = find_unit(tokens, at, numeral.value)
    if unit:
        amount = _with_unit(tokens, amount, unit, at)
    elif _is_aged(tokens, numeral):
        amount = replace(amount, unit="year of age", kind="age")
    return _negative(tokens, amount)


def _past_of(tokens: Sequence[Token], numeral: Numeral) -> int:
    """Past the "of" in "tens of millions of dollars", where the unit stands behind it."""
    vague = numeral.value_to is not None and lower_at(tokens, numeral.last) == "of"
    return numeral.last + 1 if vague else numeral.last


def _with_sign(tokens: Sequence[Token], amount: Amount, first: int, unit: str) -> Amount:
    last, name, kind = amount.last, unit, "money"
    own = find_unit(tokens, last, amount.value)
    if own and own.kind == "money":
        last = own.last
    elif lower_at(tokens, last) == "us" or _is_dotted(tokens, last):
        last += 1 if lower_at(tokens, last) == "us" else 4
    per = rate_at(tokens, last)
    if per:
        last, name, kind = per.last, f"{unit} per {per.name}", "money rate"
    return replace(
        amount, first=first, last=last, unit=name, kind=kind, unit_first=first,
        unit_last=amount.first,
    )  # fmt: skip


def _is_dotted(tokens: Sequence[Token], i: int) -> bool:
    """Whether "U.S." stands there, behind a sum of money."""
    return "".join(token.text for token in tokens[i : i + 4]) == "U.S."


def _with_unit(tokens: Sequence[Token], amount: Amount, unit: Unit, at: int) -> Amount:
    start = at + 1 if tokens[at].text == "-" else at
    name, kind = _pounds(amount, unit)
    return replace(
        amount, last=unit.last, unit=name, kind=kind, unit_first=start, unit_last=unit.last
    )


def _pounds(amount: Amount, unit: Unit) -> tuple[str, str]:
    """Millions of pounds are money, two pounds are weight."""
    if unit.name == "pound-mass" and amount.value >= 1e5:
        return "pound sterling", "money"
    return unit.name, unit.kind


def _is_aged(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether it is an age: "aged 45", or "45" between commas after a name."""
    before, i = lower_at(tokens, numeral.first - 1), numeral.first
    if before in _AGE_BEFORE and numeral.value < 130:
        return True
    if before in _TURNS and 1 < numeral.value < 110 and _is_alone(tokens, numeral.last):
        return True
    if before == "at" and lower_at(tokens, i - 2 - _is_weekday(tokens, i - 2)) in _DIES:
        return 1 < numeral.value < 120 and not _is_counting(tokens, numeral.last)
    if before == "of" and lower_at(tokens, i - 2) in ("age", "ages") and numeral.value < 130:
        return True
    set_off = before == "," and lower_at(tokens, numeral.last) in (",", ".", ";") and i > 1
    plain = not numeral.word and numeral.last == i + 1 and tokens[i].text.isdigit()
    name = set_off and tokens[i - 2].is_word and tokens[i - 2].text[0].isupper()
    return bool(name and plain and 1 <= numeral.value < 110 and not touch(tokens, i))


def _is_weekday(tokens: Sequence[Token], i: int) -> bool:
    """Whether a day stands there: "died Thursday at 91"."""
    return lower_at(tokens, i).endswith("day")


def _is_counting(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun follows in small letters: "died at 30 places", not "Dies at 91 Esther"."""
    word = tokens[i].text if i < len(tokens) else ""
    return word.islower() and word not in _ENDS


def _is_alone(tokens: Sequence[Token], i: int) -> bool:
    """Whether no noun follows: "he turned 35 on Monday", not "she turned 35 pages"."""
    return lower_at(tokens, i) in _ENDS


def _negative(tokens: Sequence[Token], amount: Amount) -> Amount:
    """The amount below zero, where its measure can be: "-5 degrees", "minus 20"."""
    if amount.kind not in ("temperature", "angle"):
        return amount
    i = amount.first
    sign = touch(tokens, i) and tokens[i - 1].text in "-−"
    minus = lower_at(tokens, i - 1 - sign) == "minus"
    if minus or (sign and not touch(tokens, i - 1)):
        return replace(amount, first=i - 1 - (minus and sign), value=-amount.value)
    return amount


def _join(tokens: Sequence[Token], left: Amount, right: Amount) -> Amount | None:
    """One range of two amounts: "10 to 15", "$5-10bn", "between 62 and 68"."""
    if left.value_to or right.value_to or not _is_joint(tokens, left, right):
        return None
    value = _scaled(left, right)
    if value is None or value >= right.value or not _same_unit(left, right):
        return None
    unit_of = right if right.unit else left
    return replace(
        right, first=left.first, numeral=right.numeral._replace(first=left.numeral.first),
        value=value, value_to=right.value, unit=unit_of.unit, kind=unit_of.kind,
        unit_first=unit_of.unit_first, unit_last=unit_of.unit_last,
    )  # fmt: skip


def _is_joint(tokens: Sequence[Token], left: Amount, right: Amount) -> bool:
    if right.first - left.last != 1:
        return False
    joint = tokens[left.last].lower
    before = lower_at(tokens, left.first - 1)
    if joint in _DASHES:
        return True
    if joint == "and":
        return before == "between" or left.kind == "age"
    if joint == "or":
        return left.numeral.word == right.numeral.word and right.value <= 2 * left.value
    if joint != "to" or (before == "from" and _is_move(tokens, left.first - 1)):
        return False
    # "increased by $43 billion to $419 billion" tells two amounts, each with its unit.
    return not (left.unit and right.unit and _is_move(tokens, left.first))


def _is_move(tokens: Sequence[Token], i: int) -> bool:
    return any(tokens[j].lower in _MOVES for j in range(max(0, i - 5), i))


def _scaled(left: Amount, right: Amount) -> float | None:
    """The left value, in the right's thousands or millions where only the right one says so."""
    scaled = right.numeral.last - right.numeral.first > 1 and not right.numeral.word
    bare = left.numeral.last - left.numeral.first == 1
    if scaled and bare and left.value < 1000 <= right.value:
        scale = 10.0 ** (3 * ((len(str(int(right.value))) - 1) // 3))
        return left.value * scale if left.value * scale < right.value else None
    return left.value


def _same_unit(left: Amount, right: Amount) -> bool:
    if left.unit and right.unit:
        return left.unit == right.unit or right.unit.startswith(f"{left.unit} ")
    return left.unit is None or left.kind in ("money", "age") or left.unit_last == left.first
