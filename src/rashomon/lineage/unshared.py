"""What of two pages that share text is in one alone: what a pickup left out, and what it added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.lineage.body import body_paragraphs
from rashomon.model.article import Article
from rashomon.model.lineage import Pickup
from rashomon.model.span import Span

_WORDS = re.compile(r"\w(?:.*\w)?", re.S)  # without blanks and marks at the edges


def find_unshared(
    pickup: Pickup, left: Article, right: Article
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What of the left body, and of the right one, stands in no passage that the two share.

    Small edits lie inside passages, so they are no part of it.
    Order: of the page, a span for each stretch of a paragraph.
    """
    lefts = [Span(start, end) for start, end, _, _ in pickup.passages]
    rights = [Span(start, end) for _, _, start, end in pickup.passages]
    return tuple(_rest(left, lefts)), tuple(_rest(right, rights))


def _rest(article: Article, shared: Iterable[Span]) -> Iterator[Span]:
    shared = sorted(shared)
    for paragraph in body_paragraphs(article):
        at = paragraph.start
        for span in [*shared, Span(paragraph.end, paragraph.end)]:
            end = min(max(span.start, at), paragraph.end)
            if words := _WORDS.search(article.text, at, end):
                yield Span(words.start(), words.end())
            at = min(max(span.end, at), paragraph.end)
