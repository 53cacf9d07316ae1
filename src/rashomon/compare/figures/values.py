"""How two figures stand to each other: equal, within each other's bounds, or neither."""

from __future__ import annotations

from decimal import Decimal

from rashomon.model.reading import Change, Figure

# How far from it "about" reaches, by how exact the number is that it is said of: a round one (one
# digit and zeros, or a 5 behind it: 300, 1,500) a tenth, one of two digits (340) a twentieth, a
# longer one (21,400) a fiftieth. Source: on round numbers Jansen and Pollmann 2001, Krifka 2007;
# the reach itself is ours, what a reader would let pass without a question.
_REACHES = (0.10, 0.05, 0.02)
_ROUND = 20  # from here on tens are round: "40 rockets" may be "more than 40"
_LIKE = 0.05  # how far what is written rounded, "11%" for 11.3%, may lie from what is meant
_ONE_SIDED = (Change.MORE, Change.LESS)
NEAR = 1.5  # "more than 300" is said of 340, hardly of 3,000: times the bound


def bounds(figure: Figure) -> tuple[object, ...]:
    """All of a figure that tells whether it agrees with another."""
    low, high = (figure.low, figure.low_open), (figure.high, figure.high_open)
    return *_written(figure), low, high


def same_value(left: Figure, right: Figure) -> bool:
    """Whether both write one number, with one bound."""
    return _is_one_way(left, right) and _number_of(left) == _number_of(right)


def can_agree(left: Figure, right: Figure) -> bool:
    """Whether one number could be what both mean, as exactly as each of them writes it."""
    if not _is_one_way(left, right):
        return False
    if _is_rounded(left, right) or _is_rounded(right, left):
        return True
    low, low_open = max(_low(left), _low(right))
    high, high_open = min(_high(left), _high(right))
    return low < high or (low == high and not (low_open or -high_open))


def are_near(left: Figure, right: Figure, times: float = NEAR) -> bool:
    """Whether neither is more than so many times the other.

    A bound on one side alone admits what nobody would tell so.
    """
    smaller, larger = sorted((left, right), key=lambda figure: abs(figure.value))
    return abs(larger.value) <= times * abs(smaller.value_to or smaller.value)


def show_value(figure: Figure) -> str:
    """The number as a reader writes it: "more than 5,000", "10 to 15", "3.5"."""
    number = _number(figure.value)
    if figure.value_to is not None:
        number = f"{number} to {_number(figure.value_to)}"
    before = {Change.MORE: "more than ", Change.LESS: "less than ", Change.ABOUT: "about "}
    if figure.change is Change.MORE and not figure.low_open:
        before[Change.MORE] = "at least "
    if figure.change is Change.LESS and not figure.high_open:
        before[Change.LESS] = "up to "
    return before.get(figure.change, "") + number


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _is_one_way(left: Figure, right: Figure) -> bool:
    """Whether not one of them is how far something rose, the other how far it fell."""
    return {left.change, right.change} != {Change.UP, Change.DOWN}


def _number_of(figure: Figure) -> tuple[float, float | None, Change]:
    """The number with its bound; "18%" beside "up 18%" is the same."""
    moved = figure.change in (Change.UP, Change.DOWN)
    return (figure.value, figure.value_to, Change.EXACT if moved else figure.change)


def _written(figure: Figure) -> tuple[float, float | None, Change]:
    return (figure.value, figure.value_to, figure.change)


def _is_rounded(coarse: Figure, fine: Figure) -> bool:
    """Whether one is the other, written less exactly: 11% for 11.3%, 1,100 for 1,140, never
    50 for 52."""
    ranged = coarse.value_to is not None or fine.value_to is not None
    if ranged or coarse.change in _ONE_SIDED or coarse.value <= 0:
        return False
    place, gap = _place(coarse.value), abs(coarse.value - fine.value)
    if gap == 0:  # "$1 million" beside "more than $1 million", "300" beside "nearly 300"
        return _is_round(coarse) or fine.change is Change.ABOUT
    bounded = fine.change in _ONE_SIDED or _place(fine.value) >= place
    return not bounded and gap <= min(place / 2, _LIKE * coarse.value)


def _is_round(figure: Figure) -> bool:
    """Whether "more than" it and it are told of one count; half of a vote is not more than half."""
    return figure.value >= _ROUND and figure.value % 10 == 0 and figure.unit != "percentage"


def _place(value: float) -> float:
    """What the last digit that is written stands for: 0.1 of 11.3, 1 of 50, 100 of 1,100."""
    exponent = _digits(value)[1]
    return 1.0 if exponent == 1 else 10.0**exponent


def _digits(value: float) -> tuple[str, int]:
    """The digits from the first to the last that is not zero, and the power of ten of that."""
    whole = Decimal(repr(value)).normalize().as_tuple()
    return "".join(map(str, whole.digits)), int(whole.exponent)


def _reach(value: float) -> float:
    """How far "about" reaches to either side of the number, as a part of it."""
    digits = _digits(value)[0]
    exactness = len(digits) - (len(digits) == 2 and digits[1] == "5")
    return _REACHES[min(exactness, len(_REACHES)) - 1]


def _low(figure: Figure) -> tuple[float, int]:
    if figure.change is Change.ABOUT:
        return (figure.value * (1 - _reach(figure.value)), 0)
    return (float("-inf"), 0) if figure.low is None else (figure.low, int(figure.low_open))


def _high(figure: Figure) -> tuple[float, int]:
    """The upper bound; minus one for an open one, so that the smaller of two sorts first."""
    if figure.change is Change.ABOUT and not figure.high_open:
        value = figure.value_to or figure.value
        return (value * (1 + _reach(value)), 0)
    return (float("inf"), 0) if figure.high is None else (figure.high, -int(figure.high_open))
