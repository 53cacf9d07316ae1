"""Articles made of invented text, as extraction would give them."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from rashomon.model.article import Article, Block, Label

REPORT = (
    "Harbour officials in Mellin said on Tuesday that the old swing bridge would stay shut until "
    "the autumn, after divers found cracks in two of the piers that carry it.",
    '"We could not let another lorry cross it," said Ines Tarrow, who heads the harbour office. '
    '"I want to see every pier with my own eyes before we open again."',
    "The bridge carries around 4,300 vehicles a day and is the only way to the northern quays.",
    "Traders there told AFP they had lost a third of their customers since the weekend. The "
    "ministry of transport told AFP it had not yet been asked for money.",
    "Ferries will run every twenty minutes from Friday, with free passage for workers, the town "
    "said, though the ferrymen's union warned that it had boats for only half the crowd.",
)
OTHER = (
    "A court in the hill town of Sarne sent three brothers to prison on Wednesday for running a "
    "lottery whose main prize, a flour mill, had burnt down a decade before.",
    "Judge Pell Varga said the eldest had known from the first day that there was nothing to win, "
    "and had sold nine thousand tickets to people who trusted his father's name.",
    "Their lawyer announced an appeal. Outside the building, ticket holders asked who would give "
    "them back their savings, and a baker handed out bread to those who had waited since dawn.",
)


@pytest.fixture(scope="session")
def write() -> Callable[..., Article]:
    def article(id_: str, *paragraphs: str, related: str = "", **fields: Any) -> Article:
        """An article of these paragraphs; `related` is a box after the second of them."""
        text, blocks = "A headline\n", [Block(0, 10, Label.HEADLINE)]
        for number, paragraph in enumerate(paragraphs):
            if number == 2 and related:
                blocks.append(Block(len(text), len(text) + len(related), Label.RELATED))
                text += related + "\n"
            blocks.append(Block(len(text), len(text) + len(paragraph), Label.BODY))
            text += paragraph + "\n"
        return Article(
            id=id_,
            content_hash=sha256(text.encode()).hexdigest(),
            text=text,
            blocks=tuple(blocks),
            headline="A headline",
            **fields,
        )

    return article


@pytest.fixture(scope="session")
def report() -> tuple[str, ...]:
    return REPORT


@pytest.fixture(scope="session")
def other() -> tuple[str, ...]:
    return OTHER
