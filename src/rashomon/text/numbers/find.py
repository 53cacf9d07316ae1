"""Figures in a text: numbers with their bounds, units, and what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.reading import Change, Figure
from rashomon.model.span import Span
from rashomon.text.dates import find_moments
from rashomon.text.numbers.amounts import Amount, find_amounts
from rashomon.text.numbers.bounds import Bound, bound_after, bound_before
from rashomon.text.numbers.changes import find_change
from rashomon.text.numbers.counted import Counted, find_counted, find_whole
from rashomon.text.numbers.uncounted import counts_nothing, is_name_part
from rashomon.text.numbers.units import find_unit, rate_at
from rashomon.text.tokens import Token, find_tokens, touch

_MAX_GAP = 50  # characters between "21 miles" and "to 23"
MAX_CHARACTERS = 1_000_000  # the rest of a longer text is not read


def find_figures(text: str) -> tuple[Figure, ...]:
    """The figures of the text, in order, none inside another.

    A figure's span runs from its bound to the last word of what it counts ("more than 5,000 US
    troops"). Not figures: dates, clock times, years, ordinals, phone numbers, list marks, scores
    ("2-1") and numbers in names ("Boeing 737"). An exact figure has equal `low` and `high`.
    Cost: linear in the text.
    """
    text = text[:MAX_CHARACTERS]
    tokens = find_tokens(text)
    moments = iter(find_moments(text))
    return tuple(_inherit(text, _borrow(text, list(_figures(text, tokens, moments)))))


def _figures(text: str, tokens: Sequence[Token], moments: Iterator[Span]) -> Iterator[Figure]:
    moment, end = next(moments, None), 0
    for amount in find_amounts(tokens):
        start = tokens[amount.numeral.first].start
        while moment and moment.end <= start:
            moment = next(moments, None)
        dated = moment is not None and moment.start < tokens[amount.numeral.last - 1].end
        if dated or tokens[amount.first].start < end:  # "1/2US$20" has one sign for two
            continue
        figure = _figure(text, tokens, amount, end)
        if figure:
            end = figure.end
            yield figure


def _figure(text: str, tokens: Sequence[Token], amount: Amount, floor: int) -> Figure | None:
    if counts_nothing(tokens, amount.numeral, amount.unit is not None):
        return None
    after = bound_after(tokens, amount.last)
    last = after.last if after else amount.last
    counted = _counted(tokens, amount, last)
    if amount.unit is None and counted is None and _is_no_count(tokens, amount):
        return None
    before = bound_before(tokens, amount.first)
    if before and tokens[before.first].start < floor:
        before = None
    first = before.first if before else amount.first
    last = counted.last if counted else last
    figure = Figure(tokens[first].start, tokens[last - 1].end, amount.value, amount.value_to)
    figure = _named(text, tokens, figure, amount, counted)
    past = tokens[first].lower == "past"  # "climbs past 500" says how many, not how far
    moved = None if past else find_change(tokens, first, amount.last, figure.unit)
    return _bounded(figure, before or after, moved)


def _counted(tokens: Sequence[Token], amount: Amount, last: int) -> Counted | None:
    if amount.kind == "age":
        return None
    if amount.unit or amount.numeral.share:
        return find_whole(tokens, last)
    return find_counted(tokens, last, amount.value)


def _is_no_count(tokens: Sequence[Token], amount: Amount) -> bool:
    """A bare number that is a score or a part of a name."""
    if amount.value_to is not None and not amount.numeral.word:
        joint = tokens[amount.numeral.first + 1]
        return joint.text in "-–" and touch(tokens, amount.numeral.first + 1)
    return is_name_part(tokens, amount.numeral)


def _named(
    text: str, tokens: Sequence[Token], figure: Figure, amount: Amount, counted: Counted | None
) -> Figure:
    """The figure with its unit, the words for it, and what is counted."""
    of = unit_text = None
    unit = amount.unit
    if counted:
        of = text[tokens[counted.first].start : tokens[counted.last - 1].end]
    if amount.unit_first is not None and amount.unit_last is not None:
        unit_text = text[tokens[amount.unit_first].start : tokens[amount.unit_last - 1].end]
    elif counted and not amount.numeral.share:
        unit, unit_text = _head_unit(tokens, counted) or counted.name, of
        per = rate_at(tokens, counted.last)
        unit = f"{unit} per {per.name}" if per else unit
    return replace(figure, unit=unit, unit_text=unit_text, of=of)


def _head_unit(tokens: Sequence[Token], counted: Counted) -> str | None:
    """The unit of "50 previous years", whose noun is a unit after all."""
    unit = find_unit(tokens, counted.last - 1, 100)
    measured = unit is not None and unit.last == counted.last and unit.kind in ("time", "length")
    return unit.name if unit and measured else None


def _bounded(figure: Figure, bound: Bound | None, moved: Change | None) -> Figure:
    high = figure.value if figure.value_to is None else figure.value_to
    figure = replace(figure, low=figure.value, high=high)
    if bound and bound.change is Change.MORE:
        figure = replace(figure, change=Change.MORE, high=None, low_open=bound.open)
    elif bound and bound.change is Change.LESS:
        figure = replace(figure, change=Change.LESS, low=None, high_open=bound.open)
    elif bound:
        high_bound = high if bound.open else None
        figure = replace(
            figure, change=Change.ABOUT, low=None, high=high_bound, high_open=bound.open
        )
    return replace(figure, change=moved) if moved else figure


def _borrow(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures, bare ones with the unit that another one of the same measure names.

    "from 21 miles to 23" names it before, "280 million of the 1.5 billion shekels" behind.
    """
    for i, figure in enumerate(figures):
        if figure.unit is not None:
            continue
        following = figures[i + 1] if i + 1 < len(figures) else None
        if following and text[figure.end : following.start] in (" of the ", " of its "):
            figures[i] = replace(figure, unit=following.unit)
        elif i and _is_other_end(text, figures[i - 1], figure):
            figures[i] = replace(figure, unit=figures[i - 1].unit)
    return figures


def _is_other_end(text: str, last: Figure, figure: Figure) -> bool:
    """Whether they are where something was and is: "from 21 miles ... to 23", either way round."""
    gap, before = text[last.end : figure.start], text[max(0, last.start - 5) : last.start]
    ends = gap.endswith(" to ") and before.endswith("from ")
    ends |= gap.endswith(" from ") and before.endswith("to ")
    return ends and len(gap) <= _MAX_GAP and not set(gap) & set(".;()") and _is_measured(last)


def _inherit(text: str, figures: list[Figure]) -> Iterator[Figure]:
    """The figures, those in brackets bounded as what they convert: "over 7 miles (11 km)"."""
    last: Figure | None = None
    for figure in figures:
        converts = last is not None and text[last.end : figure.start].strip() in ("(", "/")
        if last and converts and _is_measured(last) and _is_measured(figure):
            figure = _like(figure, last) if figure.change is Change.EXACT else figure
        yield figure
        last = figure


def _is_measured(figure: Figure) -> bool:
    return figure.unit is not None and figure.of != figure.unit_text


def _like(figure: Figure, model: Figure) -> Figure:
    return replace(
        figure,
        change=model.change,
        low=None if model.low is None else figure.low,
        low_open=model.low_open,
        high=None if model.high is None else figure.high,
        high_open=model.high_open,
    )
