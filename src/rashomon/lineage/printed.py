"""What one outlet prints on many pages that are about other things: notices, teasers, background.

No cue is needed: a paragraph of a reprint stands among others of the reprint, and a paragraph that
a site prints everywhere stands in texts that are each page's own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import blake2b

from rashomon.lineage.body import FURNITURE_WORDS, body_paragraphs
from rashomon.model.article import Article

Printed = frozenset[tuple[str, int]]
"""The outlets' paragraphs: by the outlet's host or name, and a number for the words."""

_PAGES = 4
_OWN = 0.5  # of a page's words, in paragraphs that no other page of the outlet has
_MOST = 0.75  # of the pages that have the paragraph have so much of their own


def find_printed(articles: Iterable[Article]) -> Printed:
    """The paragraphs that stand on four or more pages of one outlet, most of them with own texts.

    Cost: linear in the words.
    """
    outlets: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        outlets[outlet_of(article)].append(article)
    return frozenset(
        (outlet, paragraph)
        for outlet, own in outlets.items()
        if outlet and len(own) >= _PAGES
        for paragraph in _repeated([_sizes(article) for article in own])
    )


def outlet_of(article: Article) -> str:
    """The host or, without one, the outlet; empty where neither is known."""
    return article.host or article.outlet or ""


def number_of(paragraph: str) -> int:
    """A number for the paragraph's words, however they are spaced."""
    words = " ".join(paragraph.split()).encode("utf-8", "replace")
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "little")


def _sizes(article: Article) -> dict[int, int]:
    """The words of each paragraph."""
    texts = [span.slice(article.text) for span in body_paragraphs(article)]
    return {number_of(text): len(text.split()) for text in texts}


def _repeated(pages: list[dict[int, int]]) -> Iterable[int]:
    pages_with = Counter(paragraph for page in pages for paragraph in page)
    with_own: Counter[int] = Counter()
    for page in pages:
        own = sum(size for paragraph, size in page.items() if pages_with[paragraph] == 1)
        if own >= _OWN * sum(page.values()):
            with_own.update(page.keys())
    short = {p for page in pages for p, size in page.items() if size <= FURNITURE_WORDS}
    for paragraph in sorted(short):
        count = pages_with[paragraph]
        if count >= _PAGES and with_own[paragraph] >= _MOST * count:
            yield paragraph
