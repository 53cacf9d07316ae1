"""Invented pages with a day of publication, read as the pipeline reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.claims import read_article
from rashomon.model.article import Article, Block, Label
from rashomon.model.reading import Reading
from rashomon.text.parse import Parser


@dataclass(frozen=True)
class Pages:
    """The articles of a story, their readings, and the account of each."""

    articles: tuple[Article, ...]
    readings: dict[str, Reading]
    accounts: dict[str, str]

    @property
    def given(self) -> tuple[tuple[Article, ...], dict[str, Reading], dict[str, str]]:
        """What the comparing functions take."""
        return self.articles, self.readings, self.accounts


def read_pages(parser: Parser, pages: Mapping[str, tuple[str | None, str]]) -> Pages:
    """The pages, given by id as day of publication and body; each is an account."""
    articles = tuple(_article(id_, *page) for id_, page in sorted(pages.items()))
    readings = {a.id: r for a in articles if isinstance(r := read_article(a, parser), Reading)}
    return Pages(articles, readings, {a.id: f"L-{a.id}" for a in articles})


def _article(id_: str, published: str | None, body: str) -> Article:
    blocks = (Block(0, len(body), Label.BODY),)
    return Article(id_, "hash", body, blocks, published=published, language="en")
