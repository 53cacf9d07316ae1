from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.claims import find_claims
from rashomon.model.article import Article, Block, Label
from rashomon.model.claim import Claim
from rashomon.text.parse import Parser

Read = Callable[..., "Found"]


class Found:
    """The claims of an article, with the words of their parts."""

    def __init__(self, article: Article, claims: tuple[Claim, ...]) -> None:
        self.article, self.claims = article, claims

    def one(self, words: str) -> Claim:
        """The outermost claim whose content holds the words."""
        return next(c for c in self.claims if words in " ".join(self.content(c)))

    def content(self, claim: Claim) -> list[str]:
        return [span.slice(self.article.text) for span in claim.content]


def write(*paragraphs: str, headline: str | None = None) -> Article:
    blocks: list[Block] = []
    lines = [(headline, Label.HEADLINE)] if headline else []
    lines += [(paragraph, Label.BODY) for paragraph in paragraphs]
    text = ""
    for line, label in lines:
        blocks.append(Block(len(text), len(text) + len(line), label))
        text += f"{line}\n"
    return Article(
        id="page", content_hash="", text=text, blocks=tuple(blocks), outlet="The Harbour Bell"
    )


@pytest.fixture(scope="session")
def read(parser: Parser) -> Read:
    """A function that finds the claims of paragraphs."""

    def find(*paragraphs: str, headline: str | None = None) -> Found:
        article = write(*paragraphs, headline=headline)
        return Found(article, find_claims(article, parser.parse(article)))

    return find
