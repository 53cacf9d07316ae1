"""Small invented stories, read as the pipeline reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from rashomon.claims import read_article
from rashomon.compare.accounts import Accounts
from rashomon.compare.points.holders import Holders
from rashomon.compare.points.points import find_points
from rashomon.model.article import Article, Block, Label
from rashomon.model.dossier import Point
from rashomon.model.reading import Reading
from rashomon.text.encoder import Encoder, load_encoder
from rashomon.text.parse import Parser


@dataclass(frozen=True)
class Telling:
    """The articles of a story with their readings; every article is an account."""

    articles: tuple[Article, ...]
    readings: dict[str, Reading]
    accounts: Accounts

    @property
    def holders(self) -> Holders:
        return Holders(self.articles, self.readings, self.accounts)

    def points(self, encoder: Encoder | None) -> tuple[Point, ...]:
        return find_points(self.articles, self.readings, self.accounts, self.holders, encoder)


Tell = Callable[..., Telling]


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return load_encoder()


@pytest.fixture(scope="session")
def tell(parser: Parser) -> Tell:
    """A story of bodies given by page id; an outlet is named `<id> Post`."""

    def read(**bodies: str) -> Telling:
        articles = []
        for id_, text in sorted(bodies.items()):
            blocks = (Block(0, len(text), Label.BODY),)
            outlet = f"{id_.title()} Post"
            articles.append(Article(id_, "hash", text, blocks, outlet=outlet, language="en"))
        readings = {a.id: r for a in articles if isinstance(r := read_article(a, parser), Reading)}
        return Telling(tuple(articles), readings, Accounts({a.id: f"L-{a.id}" for a in articles}))

    return read
