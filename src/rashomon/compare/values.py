"""How two figures stand to each other: equal, within each other's bounds, or neither."""

from __future__ import annotations

from rashomon.model.reading import Change, Figure

ABOUT = 0.10  # "around 5,200" is said of what lies within a tenth of it


def bounds(figure: Figure) -> tuple[object, ...]:
    """All of a figure that tells whether it agrees with another."""
    low, high = (figure.low, figure.low_open), (figure.high, figure.high_open)
    return *_written(figure), low, high


def same_value(left: Figure, right: Figure) -> bool:
    """Whether both write one number, with one bound."""
    return _written(left) == _written(right)


def can_agree(left: Figure, right: Figure) -> bool:
    """Whether one number could be what both mean."""
    if _moves(left) or _moves(right):
        return _written(left) == _written(right)
    low, low_open = max(_low(left), _low(right))
    high, high_open = min(_high(left), _high(right))
    return low < high or (low == high and not (low_open or -high_open))


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


def _written(figure: Figure) -> tuple[float, float | None, Change]:
    return (figure.value, figure.value_to, figure.change)


def _moves(figure: Figure) -> bool:
    return figure.change in (Change.UP, Change.DOWN)


def _low(figure: Figure) -> tuple[float, int]:
    if figure.change is Change.ABOUT:
        return (figure.value * (1 - ABOUT), 0)
    return (float("-inf"), 0) if figure.low is None else (figure.low, int(figure.low_open))


def _high(figure: Figure) -> tuple[float, int]:
    """The upper bound; minus one for an open one, so that the smaller of two sorts first."""
    if figure.change is Change.ABOUT:
        return ((figure.value_to or figure.value) * (1 + ABOUT), 0)
    return (float("inf"), 0) if figure.high is None else (figure.high, -int(figure.high_open))
