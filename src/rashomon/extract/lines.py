"""The kind of each line of a plain-text page dump: the article, and what stands around it.

Labeller              the loaded weights, a linear-chain CRF over the features of lines
label_lines           every line that is not blank, as one block with its label; lines that a fixed
                      width broke are one block a paragraph
label_lines_plain     the same by sentences and lengths alone, without weights
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from threading import Lock

import pycrfsuite

from rashomon.errors import ModelError
from rashomon.extract.line_features import GAP_COSTS, Surroundings, densest_run, line_features
from rashomon.extract.line_shape import shape
from rashomon.extract.page_lines import split_lines
from rashomon.extract.trail import Part, Trail
from rashomon.extract.wrapped import join_wrapped
from rashomon.model.article import Block, Label

WEIGHTS = "lines.crfsuite"
# On the training half no line above this chance was a false headline on a page that lacks one.
HEADLINE_CHANCE = 0.15
# Bars and bullets alone are furniture wherever they stand.
WORDED = re.compile(r"[^\W_]")


class Labeller:
    """The loaded weights of the line classifier."""

    def __init__(self, weights: bytes) -> None:
        # The tagger reads from these bytes as long as it lives and keeps no copy.
        self._weights = weights
        # One tagger holds one sequence at a time.
        self._lock = Lock()
        self._tagger = pycrfsuite.Tagger()
        try:
            self._tagger.open_inmemory(weights)
        except ValueError as error:
            raise ModelError(
                f"the line weights ({len(weights)} bytes) cannot be read; build them anew with "
                "`python -m training.lines.train` or install the package again"
            ) from error

    def tag(self, features: Sequence[Sequence[str]], titles: Sequence[int]) -> list[str]:
        """The most probable sequence of labels; of `titles` one may become the headline.

        A sequence without a headline takes the likeliest of the lines that could be one and
        stand above the body: the best sequence can lack a headline although none of the
        alternatives for that line is likelier.
        """
        with self._lock:
            labels: list[str] = self._tagger.tag(pycrfsuite.ItemSequence(features))
            if Label.HEADLINE not in labels:
                body = labels.index(Label.BODY) if Label.BODY in labels else len(labels)
                chances = [
                    (self._tagger.marginal(Label.HEADLINE.value, index), -index)
                    for index in titles
                    if index < body
                ]
                chance, place = max(chances, default=(0.0, 0))
                if chance >= HEADLINE_CHANCE:
                    labels[-place] = Label.HEADLINE.value
        return labels

    def chances(self, features: Sequence[Sequence[str]]) -> list[dict[Label, float]]:
        """How likely each label is for each line of a page, given the whole page."""
        with self._lock:
            self._tagger.set(pycrfsuite.ItemSequence(features))
            names = self._tagger.labels()
            return [
                {Label(name): self._tagger.marginal(name, place) for name in names}
                for place in range(len(features))
            ]


def load_labeller(path: Path | None = None) -> Labeller | None:
    """The labeller of the package or of a file; None where the package has no weights.

    Errors: ModelError where the file is no model.
    """
    if path is not None:
        return Labeller(path.read_bytes())
    packaged = resources.files("rashomon.weights").joinpath(WEIGHTS)
    return Labeller(packaged.read_bytes()) if packaged.is_file() else None


def label_lines(
    text: str, labeller: Labeller | None, trail: Trail | None = None
) -> tuple[Block, ...]:
    """One block for each line that is not blank, in order, or for each paragraph of wrapped ones.

    Without a labeller the plainer rules of `label_lines_plain` decide.
    Cost: linear in the text, bounded for each line.
    """
    trail = Trail() if trail is None else trail
    if labeller is None:
        return trail.keep(Part.RULES, label_lines_plain(text))
    lines = join_wrapped(text, split_lines(text))
    if not lines:
        return trail.keep(Part.CLASSIFIER, ())
    blanks = [line.blank_before for line in lines]
    page = Surroundings([shape(line.text) for line in lines])
    titles = [index for index, each in enumerate(page.shapes) if each.kind == "t"]
    trail.features = line_features(page, [*blanks, True])
    labels = labeller.tag(trail.features, titles)
    blocks = tuple(
        Block(line.start, line.end, Label(label) if WORDED.search(line.text) else Label.NAVIGATION)
        for line, label in zip(lines, labels, strict=True)
    )
    return trail.keep(Part.CLASSIFIER, blocks)


def label_lines_plain(text: str) -> tuple[Block, ...]:
    """One block a line by sentences and lengths alone: what is left when weights are removed.

    The densest run of paragraphs is the body, a short line before it the headline, everything
    else furniture.
    """
    lines = join_wrapped(text, split_lines(text))
    shapes = [shape(line.text) for line in lines]
    start, end = densest_run(shapes, GAP_COSTS[0])
    headline = next(
        (i for i in range(start - 1, -1, -1) if shapes[i].kind == "t" and shapes[i].words <= 22),
        None,
    )
    blocks = []
    for index, (line, own) in enumerate(zip(lines, shapes, strict=True)):
        label = Label.NAVIGATION
        if start <= index < end and (own.prose or own.ends_sentence):
            label = Label.BODY
        elif headline is not None and own.key == shapes[headline].key:
            label = Label.HEADLINE
        elif own.prose and index >= end:
            label = Label.RELATED
        blocks.append(Block(line.start, line.end, label))
    return tuple(blocks)
