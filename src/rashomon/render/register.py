"""What every output of one dossier looks up: the numbers of pages, the letters of accounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model.article import Article
from rashomon.model.dossier import Comparison, Dossier, Position, Relation, Value
from rashomon.model.lineage import Lineage, Place
from rashomon.model.span import Citation
from rashomon.render.alterations import Copy, differences
from rashomon.render.shown import one_line

# Of a story of thousands of copies each passage stands on thousands of pages. What nobody reads and
# no browser opens is counted where it is left out; the JSON has all.
MAX_PLACES = 60  # of one passage, value or spelling
MAX_PASSAGES = 60  # in different words, of one statement
MAX_ALTERED = 200  # passages of one account
MAX_PAIRS = 1_000


@dataclass(frozen=True, slots=True)
class Account:
    """One lineage with the letter and the name it goes by in an output."""

    letter: str
    name: str
    lineage: Lineage


@dataclass(frozen=True, slots=True)
class Passage:
    """One wording and the places that have it; copies of one text repeat themselves.

    `more` is how many further places there are.
    """

    text: str
    places: tuple[Citation, ...]
    more: int = 0


class Register:
    """The pages of a dossier by number and its accounts by letter, in their order."""

    def __init__(self, dossier: Dossier) -> None:
        self._pages = {page.id: (number, page) for number, page in enumerate(dossier.pages, 1)}
        self.accounts = tuple(
            Account(_letter(i), self._name(lineage), lineage)
            for i, lineage in enumerate(dossier.lineages)
        )
        self._accounts = {account.lineage.id: account for account in self.accounts}
        self._account_of = {
            article: account for account in self.accounts for article in account.lineage.articles
        }

    def page(self, id_: str) -> Article:
        """The page of an id."""
        return self._pages[id_][1]

    def number(self, id_: str) -> int:
        """The number of a page, from 1."""
        return self._pages[id_][0]

    def outlet(self, id_: str) -> str:
        """The outlet of a page, or its host, or its number where neither is known."""
        number, page = self._pages[id_]
        return one_line(page.outlet or page.host or "") or f"page {number}"

    def outlets(self, pages: Sequence[str]) -> tuple[str, ...]:
        """The outlets of the pages, each once, in the order of the pages."""
        return tuple(dict.fromkeys(self.outlet(page) for page in pages))

    def account_of(self, id_: str) -> Account | None:
        """The account that a page carries."""
        return self._account_of.get(id_)

    def account(self, id_: str) -> Account:
        """The account of a lineage.

        An outlet's own addition to a pickup counts as that outlet's account, which no lineage
        has as its id: it goes by what it is called.
        """
        known = self._accounts.get(id_)
        return known or Account(one_line(id_), one_line(id_), Lineage(id_, ()))

    def anchor(self, cited: Citation) -> str:
        """The name of the passage's place within an output."""
        return f"p{self.number(cited.page)}-{cited.start}-{cited.end}"

    def holder(self, position: Position) -> str:
        """The name of a position's holder; a page that nobody named goes by its number."""
        name = position.holder.name
        if not name:  # "a report that P": nobody is said to have it from anybody
            return "a source left open"
        return self.outlet(name) if name in self._pages else one_line(name)

    def passages(self, evidence: Sequence[Citation]) -> tuple[Passage, ...]:
        """The passages with the places that share their words, as far as they are shown.

        Order: of the evidence.
        """
        groups = list(_by_words(evidence).items())[:MAX_PASSAGES]
        return tuple(
            Passage(text, tuple(places[:MAX_PLACES]), max(0, len(places) - MAX_PLACES))
            for text, places in groups
        )

    def count(self, evidence: Sequence[Citation]) -> int:
        """How many different passages there are, shown or not."""
        return len(_by_words(evidence))

    def values(
        self, comparison: Comparison
    ) -> tuple[tuple[str, str | None, tuple[Citation, ...]], ...]:
        """The values as written, each with every place that has it, in their order.

        The day on which a value held comes with it where the days may explain the difference.
        """
        dated = comparison.relation in (Relation.SUPERSEDED, Relation.CONFLICT)
        groups: dict[tuple[str, str | None], list[Value]] = {}
        for value in comparison.values:
            key = one_line(value.text), value.as_of if dated else None
            groups.setdefault(key, []).append(value)
        return tuple((text, as_of, tuple(group)) for (text, as_of), group in groups.items())

    def cited(self, place: Place) -> Citation:
        """The passage at a place."""
        words = self.page(place.id).text[place.start : place.end]
        return Citation(place.id, place.start, place.end, words)

    def alterations(self, lineage: Lineage) -> tuple[tuple[Copy, Copy], ...]:
        """The altered passages of a lineage that are shown, left and right copy with what
        differs."""
        return tuple(
            differences(self.cited(change.left), self.cited(change.right))
            for change in lineage.altered[:MAX_ALTERED]
        )

    def _name(self, lineage: Lineage) -> str:
        """What the account is called: whose text it is, or else who carries it."""
        origin = lineage.origin
        if origin.name:
            return one_line(origin.name)
        return self.outlet(origin.article or lineage.articles[0])


def _by_words(evidence: Sequence[Citation]) -> dict[str, list[Citation]]:
    groups: dict[str, list[Citation]] = {}
    for cited in evidence:
        groups.setdefault(one_line(cited.text), []).append(cited)
    return groups


def citations(dossier: Dossier, register: Register) -> Iterator[Citation]:
    """Every passage that the dossier shows, in the order of its parts."""
    parts: list[Sequence[Citation]] = [sentence.evidence for sentence in dossier.brief]
    for point in dossier.points:
        parts += [position.evidence for position in point.positions]
        parts += [answer.evidence for answer in point.answers]
    for comparison in (*dossier.figures, *dossier.details):
        parts += [places for _, _, places in register.values(comparison)]
    parts += [word.evidence for wording in dossier.wording for word in wording.words]
    for entry in dossier.timeline:
        parts += [entry.evidence, entry.disputed]
    parts += [only.evidence for only in dossier.only]
    for part in parts:
        for passage in register.passages(part):
            yield from passage.places
    for lineage in dossier.lineages:
        for change in lineage.altered[:MAX_ALTERED]:
            yield from (register.cited(change.left), register.cited(change.right))


def _letter(index: int) -> str:
    """A, B ... Z, AA, AB ..."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
