"""What one account of a story reports and no other does."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from rashomon.compare.only.body_sentences import Telling, find_tellings
from rashomon.compare.only.elsewhere import Elsewhere
from rashomon.compare.people import People
from rashomon.model.article import Article
from rashomon.model.dossier import Only
from rashomon.model.lineage import Lineage, Pickup
from rashomon.model.reading import Reading
from rashomon.text.encoder import Encoder

MOST = 8  # sentences an account; the dossier shows what stands out, not the whole text
_LEAST = 0.5  # what a sentence must have of its own: as much as one word
_NAME, _NUMBER, _WORD = 1.5, 1.0, 0.5  # what one of them adds, if no other account has it
_QUOTED = 2.0  # what somebody's own words add: that they were said is news, whatever they are
_QUOTATION = re.compile(r'[“"][^“”"]{20,}|[^“”"]{20,}[,.?!]["”]')
_COPY = 0.8  # shared words by which a sentence is the same in another copy of the text


def compare_only(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    lineages: Sequence[Lineage],
    pickups: Sequence[Pickup],
    people: People,
    encoder: Encoder | None,
) -> tuple[Only, ...]:
    """What each account has for itself, those sentences with most of their own first.

    A sentence counts if nothing in any other account is like it. Words that two accounts share
    belong to neither. Without an encoder, shared words decide what is alike.

    Order: accounts in the order given; at most `MOST` sentences of all their copies, and of what
    each copy has by itself.
    Cost: linear in pages; vectors are made of those sentences only that may be shown and that
    words do not decide.
    """
    if len(lineages) < 2:
        return ()
    home = {page: lineage.id for lineage in lineages for page in lineage.articles}
    tellings = [
        telling
        for article in articles
        if article.id in readings and article.id in home
        for telling in find_tellings(article, readings[article.id], people, home[article.id])
    ]
    elsewhere = Elsewhere(tellings, pickups, home, encoder)
    accounts = _accounts(tellings, lineages)
    while asked := [telling for account in accounts for telling in account.ask()]:
        told = elsewhere.find_told(asked)
        for account in accounts:
            account.answer(told)
    pages = {article.id: article for article in articles}
    return tuple(only for account in accounts for only in account.show(pages))


def _accounts(tellings: Sequence[Telling], lineages: Sequence[Lineage]) -> list[_Account]:
    known: dict[str, set[str]] = defaultdict(set)
    own: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        own[telling.account].append(telling)
        for part in telling.parts:
            known[part].add(telling.account)
    return [_Account(lineage.id, own[lineage.id], known) for lineage in lineages]


class _Account:
    """The sentences of one account, which offers those with most of their own until it has
    enough that nobody else tells."""

    def __init__(
        self, id_: str, tellings: Sequence[Telling], known: Mapping[str, set[str]]
    ) -> None:
        self._id = id_
        self._copies = _Copies(tellings)
        scored = [(round(_own(telling, known), 4), telling) for telling in tellings]
        scored.sort(key=lambda pair: (-pair[0], pair[1].page, pair[1].span.start))
        self._waiting = [telling for score, telling in scored if score >= _LEAST]
        self._seen: set[Telling] = set()
        self._asked: list[tuple[Telling, dict[str, Telling]]] = []
        self._shown: list[tuple[Telling, dict[str, Telling]]] = []

    def ask(self) -> list[Telling]:
        """The next sentences to be looked for elsewhere, as many as there is room for."""
        room = Counter(tuple(sorted(copies)) for _, copies in self._shown)
        self._asked, later = [], []
        for telling in self._waiting:
            if telling in self._seen:
                continue
            copies = self._copies.find(telling)
            where = tuple(sorted({copy.page for copy in copies}))
            if room[where] < MOST:
                room[where] += 1
                self._seen.update(copies)
                self._asked.append((telling, {copy.page: copy for copy in reversed(copies)}))
            else:
                later.append(telling)
        self._waiting = later if self._asked else []
        return [telling for telling, _ in self._asked]

    def answer(self, told: set[Telling]) -> None:
        """Keeps those of the asked ones that nobody else tells."""
        self._shown += [pair for pair in self._asked if pair[0] not in told]

    def show(self, pages: Mapping[str, Article]) -> Iterator[Only]:
        """The sentences that are kept, each once with all its copies."""
        for _, copies in self._shown:
            yield Only(
                self._id, tuple(pages[page].cite(copies[page].span) for page in sorted(copies))
            )


def _own(telling: Telling, known: Mapping[str, set[str]]) -> float:
    """How much the sentence names, counts, quotes and says that few accounts have."""
    quoted = _QUOTED if _QUOTATION.search(telling.text) else 0.0
    return quoted + sum(
        worth / len(known[part])
        for worth, parts in (
            (_NAME, telling.names),
            (_NUMBER, telling.numbers),
            (_WORD, telling.words),
        )
        for part in sorted(parts)
    )


class _Copies:
    """The sentences of one account, found by a sentence that is the same in another page."""

    def __init__(self, sentences: Sequence[Telling]) -> None:
        self._sentences = sentences
        self._holders: dict[str, list[int]] = defaultdict(list)
        for row, sentence in enumerate(sentences):
            for word in sentence.words:
                self._holders[word].append(row)

    def find(self, sentence: Telling) -> list[Telling]:
        """The sentence and its copies, in the order of the pages.

        A copy shares so many words that it has one of any few: the rarest are looked up.
        """
        few = len(sentence.words) - ceil(_COPY * len(sentence.words)) + 1
        rarest = sorted(sentence.words, key=lambda word: (len(self._holders[word]), word))[:few]
        near = sorted({row for word in rarest for row in self._holders[word]})
        found = [self._sentences[row] for row in near if _is_copy(sentence, self._sentences[row])]
        return found or [sentence]


def _is_copy(left: Telling, right: Telling) -> bool:
    if left is right:
        return True
    shared = len(left.words & right.words)
    return left.page != right.page and shared >= _COPY * max(len(left.words), len(right.words), 1)
