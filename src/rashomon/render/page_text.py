"""One page's text cut into blocks and pieces, so that every cited passage has its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from rashomon.model.article import Article, Block, Label
from rashomon.model.span import Span

APART = (
    Label.CAPTION,
    Label.RELATED,
    Label.COMMENT,
    Label.PROMOTION,
    Label.NOTICE,
    Label.NAVIGATION,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters between two ends of passages; `begins` are the passages that start here."""

    span: Span
    text: str
    cited: bool
    begins: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One block with its pieces."""

    label: Label
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The block's characters."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring blocks that are all the article's own, or all of one kind set apart."""

    apart: Label | None
    lines: tuple[Line, ...]
    characters: int


def runs(article: Article, cited: Sequence[Span]) -> tuple[Run, ...]:
    """The page's blocks in their order, with the cited passages marked in them."""
    spans, unnamed = sorted(set(cited)), set(cited)
    made = []
    for apart, blocks in groupby(article.blocks, key=_apart):
        lines, characters = [], 0
        for block in blocks:
            inside = [span for span in spans if span.overlaps(block)]
            begins = {span: max(span.start, block.start) for span in inside if span in unnamed}
            unnamed -= begins.keys()  # a passage that goes on in the next block is named once
            lines.append(Line(block.label, tuple(_pieces(article.text, block, inside, begins))))
            characters += block.end - block.start
        made.append(Run(apart, tuple(lines), characters))
    return tuple(made)


def _apart(block: Block) -> Label | None:
    return block.label if block.label in APART else None


def _pieces(
    text: str, block: Block, inside: list[Span], begins: dict[Span, int]
) -> Iterator[Piece]:
    """The block cut wherever a passage begins or ends, so that overlapping ones need no nesting."""
    ends = {block.start, block.end}
    for span in inside:
        ends |= {max(span.start, block.start), min(span.end, block.end)}
    for start, end in pairwise(sorted(ends)):
        piece = Span(start, end)
        here = tuple(span for span, place in begins.items() if place == start)
        yield Piece(piece, piece.slice(text), any(s.contains(piece) for s in inside), here)
