"""An explanation in the order in which every output shows it: fields, then runs of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rashomon.extract.explain import ExplainedLine, Explanation
from rashomon.model.article import Evidence, Label
from rashomon.render.page_text import APART
from rashomon.render.phrases import plural


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring lines that are all kept, or all cut out; `first` is the number of the first."""

    kept: bool
    first: int
    lines: tuple[ExplainedLine, ...]

    @property
    def characters(self) -> int:
        """How many characters the lines have."""
        return sum(line.end - line.start for line in self.lines)

    @property
    def labels(self) -> str:
        """The labels of the lines, the commonest first: "navigation 12, related 3"."""
        counts = Counter(line.label for line in self.lines)
        ordered = sorted(counts, key=lambda label: (-counts[label], label))
        return ", ".join(f"{label} {counts[label]}" for label in ordered)


def stretches(explanation: Explanation) -> tuple[Stretch, ...]:
    """The page's lines in their order, those that are kept apart from those that are cut."""
    made, first = [], 0
    for kept, group in groupby(explanation.lines, key=lambda line: line.label not in APART):
        lines = tuple(group)
        made.append(Stretch(kept, first, lines))
        first += len(lines)
    return tuple(made)


def verdict(explanation: Explanation) -> str:
    """What became of the page, in a sentence."""
    if explanation.skip is not None:
        return f"Skipped, {explanation.skip.cause}: {explanation.skip.detail}"
    kept = [line for line in explanation.lines if line.label not in APART]
    cut = len(explanation.lines) - len(kept)
    return (
        f"{str(explanation.kind).capitalize()}: {explanation.kind_reason}. "
        f"{plural(len(kept), 'line')} kept, {cut:,} cut out."
    )


def line_at(explanation: Explanation, evidence: Evidence) -> int | None:
    """The number of the line that the evidence stands in; None for markup and addresses."""
    if evidence.start is None:
        return None
    for number, line in enumerate(explanation.lines):
        if line.start <= evidence.start < line.end:
            return number
    return None


def where(explanation: Explanation, items: Sequence[Evidence]) -> str:
    """Where the evidence was seen, in words: lines by their numbers from one, paths as they are."""
    places = []
    for item in items:
        number = line_at(explanation, item)
        places.append(f"line {number + 1}" if number is not None else item.path or item.in_.value)
    return ", ".join(dict.fromkeys(places))


def reasons(line: ExplainedLine) -> tuple[tuple[str, str], ...]:
    """Each step that led to the label: what it made of the line, and why."""
    return tuple(
        (step.part if number == 0 else f"{step.part}: {step.label}", "; ".join(step.why))
        for number, step in enumerate(line.steps)
    )


def hidden(line: ExplainedLine, comments: bool) -> bool:
    """Whether the line is a reader's comment that was not asked for."""
    return line.label is Label.COMMENT and not comments
