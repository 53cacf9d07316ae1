"""The kind of each line of a plain-text page dump: the article, and what stands around it.

Labeller              the loaded weights, a linear-chain CRF over the features of lines
label_lines           every line that is not blank, as one block with its label; lines that a fixed
                      width broke are one block a paragraph
label_lines_plain     the same by sentences and lengths alone, without weights
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from threading import Lock

import pycrfsuite

from rashomon.errors import ModelError
from rashomon.extract.html.row_trees import RowModel, load_rows
from rashomon.extract.lines.features import GAP_COSTS, Surroundings, densest_run, line_features
from rashomon.extract.lines.furniture import Furniture
from rashomon.extract.lines.page_lines import split_lines
from rashomon.extract.lines.shape import shape
from rashomon.extract.lines.wrapped import join_wrapped
from rashomon.extract.trail import Part, Trail
from rashomon.model.article import Block, Label

WEIGHTS = "lines.crfsuite"
# In cross-validation on the learnt half 2 dumps and pages in 100 more find their headline by the
# second of these wishes; of 28 dumps that have none 5 take one, 2 without the wish.
HEADLINE_CHANCE = 0.15
TITLE_KINDS = "tws"
MENU_BARS = 2  # "Skip to text | Northern Courier | My account"
# By this the F by page rises by .003 to .008 in cross-validation, the pages that truly have no body
# counted in; a lower bound gains more there and loses on other pages.
BODY_CHANCE = 0.4
OF_THE_ARTICLE = frozenset((Label.BODY.value, Label.HEADLINE.value, Label.STANDFIRST.value))
OF_THE_SITE = tuple(
    label.value for label in (Label.NAVIGATION, Label.NOTICE, Label.PROMOTION, Label.RELATED)
)
BESIDE_HEADLINES = (*OF_THE_SITE, Label.STANDFIRST.value, Label.BYLINE.value, Label.DATELINE.value)
# Bars and bullets alone are furniture wherever they stand.
WORDED = re.compile(r"[^\W_]")


class Labeller:
    """The loaded weights that label lines: a classifier for dumps; `rows`, trees for documents."""

    def __init__(self, weights: bytes, rows: RowModel | None = None) -> None:
        self.rows = rows
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

    def tag(
        self, features: Sequence[Sequence[str]], titles: Mapping[int, str], standing: Sequence[int]
    ) -> list[str]:
        """The most probable sequence of labels, with three wishes.

        A sequence without a body takes the lines that are it by a fair chance, and one with
        no headline or with several different ones above the body the likeliest: the best
        sequence can lack either although none of the alternatives for a line is likelier.
        `titles` are the lines that could be one, with what they say. Lines that are `standing`
        on many pages of the outlet belong to no article: they take what they are most likely
        beside it.
        """
        with self._lock:
            labels: list[str] = self._tagger.tag(pycrfsuite.ItemSequence(features))
            if Label.BODY not in labels:
                for index in range(len(labels)):
                    if self._tagger.marginal(Label.BODY.value, index) >= BODY_CHANCE:
                        labels[index] = Label.BODY.value
            self._choose_headline(labels, titles)
            for index in standing:
                if labels[index] in OF_THE_ARTICLE:
                    labels[index] = self._likeliest(OF_THE_SITE, index)
        return labels

    def _choose_headline(self, labels: list[str], titles: Mapping[int, str]) -> None:
        body = labels.index(Label.BODY) if Label.BODY in labels else len(labels)
        above = [index for index in titles if index < body]
        named = [index for index in above if labels[index] == Label.HEADLINE]
        settled = len({titles[index] for index in named}) == 1
        if settled or not above or (not named and Label.HEADLINE in labels):
            return
        chances = {i: self._tagger.marginal(Label.HEADLINE.value, i) for i in above}
        chance, place = max((chance, -index) for index, chance in chances.items())
        if named or chance >= HEADLINE_CHANCE:
            labels[-place] = Label.HEADLINE.value
        for index in named:
            if not is_same_title(titles[index], titles[-place]):
                labels[index] = self._likeliest(BESIDE_HEADLINES, index)

    def _likeliest(self, labels: Sequence[str], index: int) -> str:
        known = self._tagger.labels()
        chances = [
            (self._tagger.marginal(label, index), label) for label in labels if label in known
        ]
        return max(chances, default=(0.0, Label.NAVIGATION.value))[1]

    def chances(self, features: Sequence[Sequence[str]]) -> list[dict[Label, float]]:
        """How likely each label is for each line of a page, given the whole page."""
        with self._lock:
            self._tagger.set(pycrfsuite.ItemSequence(features))
            names = self._tagger.labels()
            return [
                {Label(name): self._tagger.marginal(name, place) for name in names}
                for place in range(len(features))
            ]


def is_same_title(left: str, right: str) -> bool:
    """Whether two lines are one title: the outlet's name may stand behind, a part be left out."""
    one, other = set(left.split()), set(right.split())
    return 2 * len(one & other) >= min(len(one), len(other))


def load_labeller(path: Path | None = None) -> Labeller | None:
    """The labeller of the package or of a file; None where the package has no weights.

    Errors: ModelError where the file is no model.
    """
    if path is not None:
        return Labeller(path.read_bytes())
    packaged = resources.files("rashomon.weights").joinpath(WEIGHTS)
    return Labeller(packaged.read_bytes(), load_rows()) if packaged.is_file() else None


def label_lines(
    text: str,
    labeller: Labeller | None,
    trail: Trail | None = None,
    furniture: Furniture | None = None,
) -> tuple[Block, ...]:
    """One block for each line that is not blank, in order, or for each paragraph of wrapped ones.

    Without a labeller the plainer rules of `label_lines_plain` decide. `furniture` is what the
    outlet's pages have in common, where the caller counted it.
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
    trail.features = line_features(page, [*blanks, True])
    standing = [i for i, line in enumerate(lines) if furniture and furniture.holds(line.text)]
    titles = {
        i: each.key
        for i, each in enumerate(page.shapes)
        if each.kind in TITLE_KINDS and each.key.count("|") < MENU_BARS
    }
    labels = labeller.tag(trail.features, titles, standing)
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
