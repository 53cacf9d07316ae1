"""What one outlet prints on many pages that are about other things: notices, teasers, background.

No cue is needed: a paragraph of a reprint stands among others of the reprint, and a paragraph that
a site prints everywhere stands in texts that are each page's own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from rashomon.lineage.body import body_paragraphs
from rashomon.model.article import Article

Printed = frozenset[tuple[str, str]]
"""The outlets' paragraphs, each with the outlet's host or name."""

_PAGES = 4
_LONG = 800  # characters; a longer paragraph is not furniture
_OWN = 0.5  # of a page's characters, in paragraphs that no other page of the outlet has
_MOST = 0.75  # of the pages that have the paragraph have so much of their own


def find_printed(articles: Iterable[Article]) -> Printed:
    """The paragraphs that stand on four or more pages of one outlet, most of them with own texts.

    Cost: linear in the texts.
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


def _sizes(article: Article) -> dict[str, int]:
    """The characters of each paragraph."""
    texts = (span.slice(article.text).strip() for span in body_paragraphs(article))
    return {text: len(text) for text in texts}


def _repeated(pages: list[dict[str, int]]) -> Iterable[str]:
    pages_with = Counter(paragraph for page in pages for paragraph in page)
    with_own: Counter[str] = Counter()
    for page in pages:
        own = sum(size for paragraph, size in page.items() if pages_with[paragraph] == 1)
        if own >= _OWN * sum(page.values()):
            with_own.update(page.keys())
    short = {p for page in pages for p, size in page.items() if size <= _LONG}
    for paragraph in sorted(short):
        count = pages_with[paragraph]
        if count >= _PAGES and with_own[paragraph] >= _MOST * count:
            yield paragraph
