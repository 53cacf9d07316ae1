"""A body as lineage sees it: words that can be compared, and which of them prove copying."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import attrgetter
from typing import Any

import numpy as np

from rashomon.lineage.furniture import is_furniture, is_signature
from rashomon.lineage.words import Counts, Flags, Hashes, Numbers, spell
from rashomon.model.article import Article, Label
from rashomon.model.span import Span
from rashomon.text.normal import plain_form
from rashomon.text.quotations import find_continued, find_quotations

Weights = np.ndarray[Any, np.dtype[np.float32]]

GRAM = 5  # words; four are shared by chance too often, six are lost between small edits
MAX_WORDS = 20_000  # of one body; what follows is a hostile page or a book
_PARTICLE_LETTERS = 3
_UNSPACED_WEIGHT = 0.5  # a character of Chinese or Japanese is about half a word
_PRIME = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The words of an article's body, with what is known about each.

    Many are held at once, so that each is small: about 50 bytes a word.

    A word stands at `starts` to `ends` of the text. `hashes` are equal for words that differ in
    case or accents alone; `grams` stand for runs of five of them, and are `ordered` by size, each
    from its place in `order`, some twice if the body `repeats` itself. `region` counts the
    stretches of body that nothing else interrupts, `paragraph` the blocks. `narrated` words are
    neither quoted nor furniture. `named` words begin with a capital or a digit; `plain` ones are
    neither these nor particles, in a script that shows it. `weight` is 1 a word, less a character,
    and `total` the sum.
    """

    id: str
    text: str
    starts: Numbers
    ends: Numbers
    paragraphs: tuple[Span, ...]
    hashes: Hashes
    grams: Hashes
    ordered: Hashes
    order: Counts
    repeats: bool
    region: Counts
    paragraph: Counts
    quoted: Flags
    furniture: Flags
    narrated: Flags
    named: Flags
    plain: Flags
    weight: Weights
    total: float

    def __len__(self) -> int:
        return len(self.hashes)

    def weigh(self, words: slice | Numbers) -> float:
        """The sum of the weights of the words: how many there are, in most bodies."""
        if self.total == len(self):
            return float(words.stop - words.start if isinstance(words, slice) else len(words))
        return float(self.weight[words].sum())

    def forms(self, first: int, end: int) -> tuple[str, ...]:
        """The plain forms of the words from one number to before another."""
        starts, ends = self.starts[first:end].tolist(), self.ends[first:end].tolist()
        return tuple([plain_form(self.text[s:e]) for s, e in zip(starts, ends, strict=True)])


def read_body(article: Article, is_printed: Callable[[str], bool] = lambda _: False) -> Body:
    """The article's body, read once for all comparisons.

    `is_printed` says of a paragraph that the outlet prints it on pages about other things too.
    """
    paragraphs = body_paragraphs(article)
    texts = [p.slice(article.text) for p in paragraphs]
    words = spell("\n".join(texts), MAX_WORDS)
    firsts = np.array([p.start for p in paragraphs], dtype=np.int64)
    begun = np.array([0, *accumulate(len(text) + 1 for text in texts)], dtype=np.int64)
    counts = np.diff(np.searchsorted(words.starts, begun))
    paragraph = np.repeat(np.arange(len(texts)), counts)
    moved = (firsts - begun[:-1])[paragraph]
    starts = words.starts + moved
    grams = gram_hashes(words.hashes)
    order = np.argsort(grams, kind="stable").astype(np.int32)
    ordered = grams[order]
    around = [
        is_furniture(text) or is_printed(text) or is_signature(below)
        for text, below in zip(texts, [*texts[1:], ""], strict=True)
    ]
    quotations = [find(article.text, paragraphs) for find in (find_quotations, find_continued)]
    quoted = _inside(starts, chain(*quotations))
    furniture = np.array(around, dtype=bool)[paragraph]
    characters, named, sizes = words.characters, words.named, words.sizes
    weight = np.ones(len(starts), dtype=np.float32)
    weight[characters] = _UNSPACED_WEIGHT
    return Body(
        id=article.id,
        text=article.text,
        starts=starts,
        ends=words.ends + moved,
        paragraphs=paragraphs,
        hashes=words.hashes,
        grams=grams,
        ordered=ordered,
        order=order,
        repeats=bool((ordered[1:] == ordered[:-1]).any()),
        region=_regions(article.text, paragraphs)[paragraph],
        paragraph=paragraph.astype(np.int32),
        quoted=quoted,
        furniture=furniture,
        narrated=~(quoted | furniture),
        named=named,
        plain=~named & (characters | (sizes > _PARTICLE_LETTERS)),
        weight=weight,
        total=float(weight.sum()),
    )


def gram_hashes(hashes: Hashes) -> Hashes:
    """One number for each run of five words; none for a shorter body."""
    if len(hashes) < GRAM:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(len(hashes) - GRAM + 1, dtype=np.uint64)
    for place in range(GRAM):
        total = total * _PRIME + hashes[place : place + len(total)]
    return total


def body_paragraphs(article: Article) -> tuple[Span, ...]:
    """The body's blocks, each text once: dumps print a paragraph again as teaser or caption."""
    kept: dict[str, Span] = {}
    for block in article.blocks:
        if block.label is Label.BODY:
            text = article.text[block.start : block.end].strip()
            if text and text not in kept:
                kept[text] = Span(block.start, block.end)
    return tuple(sorted(kept.values(), key=attrgetter("start")))


def _regions(text: str, paragraphs: Sequence[Span]) -> Counts:
    counts, count, last = [], 0, None
    for span in paragraphs:
        if last is not None and text[last : span.start].strip():
            count += 1
        counts.append(count)
        last = span.end
    return np.array(counts, dtype=np.int32)


def _inside(starts: Numbers, spans: Iterable[Span]) -> Flags:
    flags = np.zeros(len(starts), dtype=bool)
    for span in spans:
        flags[np.searchsorted(starts, span.start) : np.searchsorted(starts, span.end)] = True
    return flags
