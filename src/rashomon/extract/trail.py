"""What an explanation needs to know of a run of the chain: what each of its parts left behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from rashomon.model.article import Block

if TYPE_CHECKING:
    from rashomon.extract.fields.fields import Fields
    from rashomon.extract.html.facts import Facts
    from rashomon.extract.html.main_text import Votes
    from rashomon.extract.html.visible import Rendering
    from rashomon.extract.page_kind import PageKind
    from rashomon.extract.sheet import Sheet


class Part(StrEnum):
    """The parts of the chain that give a line its label or change it, in their order."""

    CLASSIFIER = "line classifier"
    RULES = "rules for lines"
    MARKUP = "main text and markup"
    GIVEN = "given as clean text"
    COMMENTS = "comments set apart"
    TITLES = "titles put right"
    FIELDS = "fields and shapes"


@dataclass
class Trail:
    """What a run left behind; `labelled` is the blocks after each part, in order.

    A run fills in what it comes by: plain text has no rendering, a skipped page no fields.
    """

    labelled: list[tuple[Part, tuple[Block, ...]]] = field(default_factory=list)
    features: Sequence[Sequence[str]] = ()
    rendering: Rendering | None = None
    votes: Votes | None = None
    facts: Facts | None = None
    sheet: Sheet | None = None
    fields: Fields | None = None
    kind: PageKind | None = None
    text: str = ""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks as the last part left them."""
        return self.labelled[-1][1]

    def keep(self, part: Part, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks, kept as what the part made of the labels."""
        self.labelled.append((part, blocks))
        return blocks
