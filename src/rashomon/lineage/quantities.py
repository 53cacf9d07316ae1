"""Whether what two copies say with other digits is one quantity: "24km", "15 miles"."""

from __future__ import annotations

from rashomon.model.reading import Figure
from rashomon.text.numbers import find_figures


def is_one_quantity(left: tuple[str, int, int], right: tuple[str, int, int]) -> bool:
    """Whether the figures at two places of sentences have equal values or different measures.

    A house counts in its own measures and money; how well it converted them is not looked at.
    """
    ones, others = _figures_at(*left), _figures_at(*right)
    if not ones or len(ones) != len(others):
        return False
    pairs = list(zip(ones, others, strict=True))
    same = all((a.value, a.value_to) == (b.value, b.value_to) for a, b in pairs)
    return same or all(_is_converted(a, b) for a, b in pairs)


def _figures_at(sentence: str, start: int, end: int) -> list[Figure]:
    return [each for each in find_figures(sentence) if each.start < end and start < each.end]


def _is_converted(left: Figure, right: Figure) -> bool:
    measured = all(each.unit and each.of != each.unit_text for each in (left, right))
    return measured and left.unit != right.unit
