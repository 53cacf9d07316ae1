"""Where sentences end, found by marks alone, for any language that has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model.span import Span

_END = re.compile(r"[.!?…]+[\"”’»)\]']*(?=\s|$)|[。！？]+[”」』]?")
# Points after these, and after single letters, end no sentence.
_SHORT = re.compile(
    r"(?:\b[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|St|Jr|Sr|No|vs|Jan|"
    r"Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp))$"
)


def split_sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph, in order, without the blanks between them."""
    start = paragraph.start
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        if end.group().startswith(".") and _SHORT.search(
            text, max(start, end.start() - 8), end.start()
        ):
            continue
        yield from _trimmed(text, start, end.end())
        start = end.end()
    yield from _trimmed(text, start, paragraph.end)


def sentence_at(text: str, paragraph: Span, place: int) -> Span:
    """The sentence of the paragraph that holds the character."""
    for sentence in split_sentences(text, paragraph):
        if place < sentence.end:
            return sentence
    return paragraph


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    kept = words.strip()
    if kept:
        first = start + len(words) - len(words.lstrip())
        yield Span(first, first + len(kept))
