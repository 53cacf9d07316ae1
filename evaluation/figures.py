"""How good figures are: `python -m evaluation.figures --data FOLDER [--errors]`.

FOLDER holds NewsQuant and the other sets of CQE as JSON. The first half of NewsQuant, then every
second sentence, and every second sentence of the small sets were read while the rules were
written; only the rest is scored, unless `--errors` asks for what is wrong in what may be read.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rashomon.model.reading import Figure
from rashomon.text.numbers import find_figures

SETS = ("newsquant_even", "currency-model", "dimension-model", "temperature-model", "age-model")
Record = dict[str, Any]


class Counts(NamedTuple):
    """Figures that are given, listed, and right by value, by unit too, by change too."""

    given: int = 0
    listed: int = 0
    value: int = 0
    unit: int = 0
    change: int = 0

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * right / max(1, self.given + self.listed)


def split(name: str, records: Sequence[Record]) -> tuple[list[Record], list[Record]]:
    """The records to learn from and those to measure on."""
    if name.startswith("newsquant"):
        return [*records[:148], *records[148::2]], list(records[149::2])
    return list(records[::2]), list(records[1::2])


def score(records: Sequence[Record], errors: bool = False) -> Counts:
    """How many figures are right, each used for one listed figure at most."""
    total = Counts()
    for record in records:
        figures = find_figures(record["text"])
        counts = _score(figures, record["quantities"])
        total = Counts(*(a + b for a, b in zip(total, counts, strict=True)))
        if errors and len({counts.given, counts.listed, counts.unit, counts.value}) > 1:
            _print_errors(record, figures)
    return total


def _score(figures: Sequence[Figure], listed: Sequence[Record]) -> Counts:
    left, value, unit, change = list(figures), 0, 0, 0
    for quantity in listed:
        near = [f for f in left if _same_value(f, quantity["value"])]
        if not near:
            continue
        best = max(near, key=lambda f: (_same_unit(f, quantity), _same_change(f, quantity)))
        left.remove(best)
        value += 1
        unit += _same_unit(best, quantity)
        change += _same_change(best, quantity)
    return Counts(len(figures), len(listed), value, unit, change)


def _same_value(figure: Figure, text: str) -> bool:
    low, dash, high = text.rpartition("-")
    if dash and low and not low.endswith("E"):
        return (figure.value, figure.value_to) == (float(low), float(high))
    close = abs(figure.value - float(text)) <= 1e-5 * max(1.0, abs(float(text)))
    return figure.value_to is None and close


def _same_unit(figure: Figure, quantity: Record) -> bool:
    listed = quantity["normalized_unit"].lower()
    return (figure.unit or "-").lower() == listed


def _same_change(figure: Figure, quantity: Record) -> bool:
    return bool(figure.change.value == quantity.get("change"))


def _print_errors(record: Record, figures: Sequence[Figure]) -> None:
    print(record["text"])
    keys = ("value", "normalized_unit", "change")
    print("   listed", [tuple(q.get(key) for key in keys) for q in record["quantities"]])
    print("   given ", [(f.value, f.value_to, f.unit, f.change.value) for f in figures])


def main() -> None:
    """Print one line a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    print("set                 figures  value  value+unit  value+change")
    for name in SETS:
        records = json.loads((args.data / f"{name}.json").read_text(encoding="utf-8"))
        learn, measure = split(name, records)
        counts = score(learn if args.errors else measure, args.errors)
        print(
            f"{name:20}{counts.listed:6}  {counts.f1(counts.value):.3f}"
            f"       {counts.f1(counts.unit):.3f}         {counts.f1(counts.change):.3f}"
        )


if __name__ == "__main__":
    main()
