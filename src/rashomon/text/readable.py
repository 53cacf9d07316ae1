"""The characters of a page that belong to its article, each in its own place."""

from __future__ import annotations

from rashomon.model.article import Article, Label

_READ = (Label.HEADLINE, Label.STANDFIRST, Label.BODY)


def readable_text(article: Article) -> str:
    """The page's text with all but headline, standfirst and body blanked out.

    It is as long as the page's text, so that places in it are places in the page; line breaks
    stay where blocks end.
    """
    parts, end = [], 0
    for block in article.spans(*_READ):
        if block.start >= end:
            # In a block they are where a wrapped page broke its lines.
            words = block.slice(article.text).replace("\n", " ")
            parts.append(_blank(block.start - end) + words)
            end = block.end
    return "".join(parts) + _blank(len(article.text) - end)


def _blank(length: int) -> str:
    return "\n" * min(length, 1) + " " * (length - 1)
