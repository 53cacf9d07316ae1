"""Which account a passage belongs to: its lineage's, or that of an outlet that added it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.model.article import Article, Label
from rashomon.model.claim import Claim
from rashomon.model.lineage import Lineage, Pickup, PickupKind
from rashomon.model.span import Span
from rashomon.text.normal import letters_of

_COPIES = (PickupKind.VERBATIM, PickupKind.TRIMMED, PickupKind.EXTENDED)


@dataclass(frozen=True, slots=True)
class Copy:
    """A page that carries a text together with others: its outlet, and what it shares with them.

    Headlines, and all else that is not body, tell what the text tells, and count as shared.
    `is_extended` where the text's own page is among the others, so that what is not shared is not
    in the text.
    """

    outlet: str
    shared: tuple[Span, ...]
    is_extended: bool


@dataclass(frozen=True, slots=True)
class Accounts(Mapping[str, str]):
    """The account of each page, by its id: the lineage of the text that it carries."""

    by_page: Mapping[str, str]
    copies: Mapping[str, Copy] = field(default_factory=dict)

    def __getitem__(self, page: str) -> str:
        return self.by_page[page]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_page)

    def __len__(self) -> int:
        return len(self.by_page)

    def of(self, page: str, claim: Claim) -> str:
        """The account that the claim belongs to.

        It is the outlet's own, by its name, where no other page has the claim and either the text's
        own page is there without it, or the claim was told to the outlet.
        """
        copy = self.copies.get(page)
        if copy is None or _overlaps(claim.content, copy.shared):
            return self.by_page[page]
        told = _plain(copy.outlet) in {_plain(link.name) for link in claim.chain[:-1]}
        return copy.outlet if copy.is_extended or told else self.by_page[page]


def find_accounts(
    articles: Sequence[Article], lineages: Sequence[Lineage], pickups: Sequence[Pickup]
) -> Accounts:
    """The accounts of a story's pages, and what each page that names its outlet shares."""
    by_page = {page: lineage.id for lineage in lineages for page in lineage.articles}
    origins = {page: lineage.origin.article for lineage in lineages for page in lineage.articles}
    shared: dict[str, list[Span]] = defaultdict(list)
    for article in articles:
        shared[article.id] += (block for block in article.blocks if block.label is not Label.BODY)
    beside: dict[str, set[str]] = defaultdict(set)
    for pickup in pickups:
        for passage in pickup.passages:
            shared[pickup.left].append(Span(passage[0], passage[1]))
            shared[pickup.right].append(Span(passage[2], passage[3]))
        if pickup.kind in _COPIES:
            beside[pickup.left].add(pickup.right)
            beside[pickup.right].add(pickup.left)
    return Accounts(
        by_page,
        {
            article.id: Copy(
                article.outlet,
                tuple(shared[article.id]),
                origins.get(article.id) in beside[article.id],
            )
            for article in articles
            if article.outlet and beside[article.id] and origins.get(article.id) != article.id
        },
    )


def _plain(name: str) -> str:
    return letters_of(name).removeprefix("the")


def _overlaps(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in spans for other in others)
