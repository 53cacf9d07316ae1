"""Why each line of a page got its label and each field its value: the evidence of what was cut.

explain        the page once through the chain, with what every part of it made of every line
Explanation    a value, as JSON-able as an article
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rashomon.extract.article import extract
from rashomon.extract.changes import Change, why_changed
from rashomon.extract.choices import Candidate, find_choices
from rashomon.extract.html.row_reasons import row_reasons
from rashomon.extract.lines import Labeller
from rashomon.extract.lines.reasons import classifier_reasons
from rashomon.extract.trail import Part, Trail
from rashomon.model.article import Article, Block, Evidence, Kind, Label, Source
from rashomon.model.page import Page
from rashomon.model.skip import Skip


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the chain that gave the line a label, and why, in plain words."""

    part: Part
    label: Label
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One block with the steps that led to its label, and the fields that were seen in it."""

    start: int
    end: int
    label: Label
    steps: tuple[Step, ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What became of a page and why; it holds an article or a skip, never both.

    Of `fields` the first candidates are those that were taken. `cut_off` shows that the page
    holds only the beginning of its article.
    """

    id: str
    text: str
    lines: tuple[ExplainedLine, ...]
    article: Article | None
    skip: Skip | None
    kind: Kind | None
    kind_reason: str
    cut_off: tuple[Evidence, ...] = ()
    fields: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)


def explain(page: Page, labeller: Labeller | None = None) -> Explanation:
    """The page with the label of every line, every field, and the reasons.

    The article or skip is the one that `extract` gives.
    Cost: that of `extract`, and half as much again for the reasons.
    """
    trail = Trail()
    result = extract(page, labeller, trail)
    article = result if isinstance(result, Article) else None
    choices = find_choices(trail, article)
    return Explanation(
        id=page.id,
        text=trail.text,
        lines=tuple(_lines(labeller, trail, choices)),
        article=article,
        skip=result if isinstance(result, Skip) else None,
        kind=article.kind if article else None,
        kind_reason=trail.kind.reason if article and trail.kind else "",
        cut_off=tuple(article.evidence.get("cut_off", ())) if article else (),
        fields=choices,
    )


def _lines(
    labeller: Labeller | None, trail: Trail, choices: Mapping[str, Sequence[Candidate]]
) -> Iterator[ExplainedLine]:
    if not trail.labelled or not trail.text:
        return
    part, blocks = trail.labelled[0]
    first = _first_reasons(labeller, trail, part, blocks)
    steps = [[Step(part, block.label, why)] for block, why in zip(blocks, first, strict=True)]
    for (_, before), (part, after) in pairwise(trail.labelled):
        for index, (old, new) in enumerate(zip(before, after, strict=True)):
            if old.label is not new.label:
                why = why_changed(Change(part, index, before, after), trail)
                steps[index].append(Step(part, new.label, why))
    seen = _seen_in(trail.blocks, choices)
    for block, own, fields in zip(trail.blocks, steps, seen, strict=True):
        yield ExplainedLine(block.start, block.end, block.label, tuple(own), fields)


def _first_reasons(
    labeller: Labeller | None, trail: Trail, part: Part, blocks: Sequence[Block]
) -> Sequence[tuple[str, ...]]:
    """Why the part that comes first gave each line its label."""
    if part is Part.CLASSIFIER and labeller is not None and trail.features:
        private = {i for i, block in enumerate(trail.blocks) if block.label is Label.COMMENT}
        return classifier_reasons(labeller, trail.features, blocks, private)
    if part is Part.MARKUP and trail.rendering and trail.votes:
        return row_reasons(trail.rendering, trail.votes, blocks)
    if part is Part.GIVEN:
        return [("the text was given as an article's body",)] * len(blocks)
    return [("sentences and lengths alone, without the trained classifier",)] * len(blocks)


def _seen_in(
    blocks: Sequence[Block], choices: Mapping[str, Sequence[Candidate]]
) -> Iterator[tuple[str, ...]]:
    """For each block the fields whose value was seen in it."""
    places = [
        (name, item.start)
        for name, candidates in choices.items()
        for candidate in candidates
        if candidate.taken
        for item in candidate.evidence
        if item.in_ is Source.TEXT and item.start is not None
    ]
    for block in blocks:
        here = (name for name, start in places if block.start <= start < block.end)
        yield tuple(dict.fromkeys(here))
