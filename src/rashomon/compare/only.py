"""What one account of a story reports and no other does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np

from rashomon.compare.people import People
from rashomon.model.article import Article
from rashomon.model.dossier import Only
from rashomon.model.lineage import Lineage, Pickup, PickupKind
from rashomon.model.reading import MentionKind, Reading
from rashomon.model.span import Span
from rashomon.text.encoder import Encoder
from rashomon.text.normal import find_words

Scores = np.ndarray[Any, np.dtype[Any]]
Table = np.ndarray[Any, np.dtype[Any]]

MOST = 5  # sentences an account; the dossier shows what stands out, not the whole text
ALIKE = 0.62  # product of vectors; read by eye on BASIL: above it most pairs tell one thing
LIKE_WORDS = 0.5  # the same, by shared content words where there is no encoder
_LEAST = 2.0  # what a sentence must have of its own: two names or figures, or many words
_ROWS = 500  # of the table of likeness that are in memory at a time
_FEWEST = 6  # words; a shorter sentence says little by itself
_NAME, _FIGURE, _WORD = 1.5, 1.0, 0.34  # what one of them adds; a name says most
_COMMON = 4  # letters; shorter words are rarely what a sentence is about
_COPY = 0.8  # shared words by which a sentence is the same in another copy of the text
_SHARED = 0.5  # of a sentence's words, in a passage that it shares with another account
_MATTER = 2  # shared words beside a shared number, by which two sentences tell one thing
_KINDS = {MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.OTHER, MentionKind.PLACE}


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One body sentence with its words and what it names and counts."""

    page: str
    account: str
    span: Span
    text: str
    words: frozenset[str]
    names: frozenset[str]
    figures: frozenset[float]
    numbers: frozenset[str]


def compare_only(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    lineages: Sequence[Lineage],
    pickups: Sequence[Pickup],
    people: People,
    encoder: Encoder | None,
) -> tuple[Only, ...]:
    """What each account has for itself, those sentences with most of their own first.

    A sentence counts if nothing in any other account is like it and it names or counts what no
    other account does. Words that two accounts share belong to neither. Without an encoder,
    shared words decide what is alike.

    Order: accounts in the order given; at most `MOST` sentences of all their copies, and of what
    each copy has by itself.
    """
    if len(lineages) < 2:
        return ()
    home = {page: lineage.id for lineage in lineages for page in lineage.articles}
    sentences = [
        sentence
        for article in articles
        if article.id in readings and article.id in home
        for sentence in _sentences(article, readings[article.id], people, home[article.id])
    ]
    known = _known(sentences)
    shared = _shared(sentences, pickups, home) | _counted_elsewhere(sentences)
    scored = [(_own(sentence, known), sentence) for sentence in sentences]
    news = [(score, s) for score, s in scored if score >= _LEAST and s not in shared]
    like = _likeness([sentence for _, sentence in news], sentences, encoder)
    own = [pair for pair, near in zip(news, like, strict=True)
           if near < (ALIKE if encoder else LIKE_WORDS)]  # fmt: skip
    pages = {article.id: article for article in articles}
    of_account: dict[str, list[_Sentence]] = defaultdict(list)
    for sentence in sentences:
        of_account[sentence.account].append(sentence)
    return tuple(
        only
        for lineage in lineages
        for only in _chosen(lineage.id, own, _Copies(of_account[lineage.id]), pages)
    )


def _sentences(
    article: Article, reading: Reading, people: People, account: str
) -> Iterator[_Sentence]:
    body = article.body
    for span in reading.sentences:
        if not any(block.contains(span) for block in body):
            continue
        found = find_words(article.text, [span])
        if len(found) < _FEWEST:
            continue
        named = [one for _, one in people.inside(article.id, span)]
        yield _Sentence(
            page=article.id,
            account=account,
            span=span,
            text=span.slice(article.text),
            words=frozenset(_stem(word) for word in found.forms if len(word) >= _COMMON),
            names=frozenset(one.name for one in named if one.kind in _KINDS),
            figures=frozenset(f.value for f in reading.figures if span.contains(f)),
            numbers=frozenset(word for word in found.forms if word[0].isdigit()),
        )


def _stem(word: str) -> str:
    """The word without its ending, so that "resumed" and "resumes" are one."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= _COMMON:
            return word[: -len(ending)]
    return word


def _shared(
    sentences: Sequence[_Sentence], pickups: Sequence[Pickup], home: Mapping[str, str]
) -> set[_Sentence]:
    """The sentences whose words are those of another account, too."""
    passages: dict[str, list[Span]] = defaultdict(list)
    for pickup in pickups:
        apart = home.get(pickup.left) != home.get(pickup.right)
        if apart and pickup.kind is not PickupKind.FURNITURE:
            for a, b, c, d in pickup.passages:
                passages[pickup.left].append(Span(a, b))
                passages[pickup.right].append(Span(c, d))
    merged = {page: _merged(spans) for page, spans in passages.items()}
    return {s for s in sentences if _covered(s.span, merged.get(s.page, ())) >= _SHARED}


def _counted_elsewhere(sentences: Sequence[_Sentence]) -> set[_Sentence]:
    """The sentences whose number another account has in the same matter: "killed 25"."""
    by_number: dict[str, dict[str, dict[frozenset[str], list[_Sentence]]]] = {}
    for sentence in sentences:
        for number in sentence.numbers:
            accounts = by_number.setdefault(number, {})
            accounts.setdefault(sentence.account, {}).setdefault(sentence.words, []).append(
                sentence
            )
    return {
        sentence
        for accounts in by_number.values()
        for account, own in accounts.items()
        for words, same in own.items()
        if any(
            len(words & others) >= _MATTER
            for other, told in accounts.items()
            if other != account
            for others in told
        )
        for sentence in same
    }


def _covered(span: Span, passages: Sequence[Span]) -> float:
    """The share of the span that passages cover, which do not overlap."""
    inside = (min(span.end, p.end) - max(span.start, p.start) for p in passages)
    return sum(size for size in inside if size > 0) / (span.end - span.start)


def _merged(passages: Iterable[Span]) -> list[Span]:
    """The same places without overlap, in order."""
    merged: list[Span] = []
    for passage in sorted(set(passages), key=lambda p: (p.start, p.end)):
        if merged and passage.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, passage.end))
        else:
            merged.append(passage)
    return merged


def _likeness(
    own: Sequence[_Sentence], sentences: Sequence[_Sentence], encoder: Encoder | None
) -> Scores:
    """How like each of some sentences is to the nearest one of another account."""
    different = {(s.account, s.text): s for s in (*own, *sentences)}
    told = list(different.values())
    place = {key: row for row, key in enumerate(different)}
    asked = sorted({place[s.account, s.text] for s in own})
    if not asked:
        return np.zeros(0)
    if encoder is None:
        holds, sizes = _word_table(told)
    else:
        holds = encoder.encode([sentence.text for sentence in told])
        sizes = np.ones(len(told), dtype=np.float32)
    accounts = np.array([sentence.account for sentence in told])
    nearest = np.zeros(len(told))
    for first in range(0, len(asked), _ROWS):
        rows = asked[first : first + _ROWS]
        table = (holds[rows] @ holds.T) / sizes[rows, None]
        table[accounts[rows, None] == accounts[None, :]] = 0.0
        nearest[rows] = table.max(axis=1)
    rounded: Scores = np.round(nearest[[place[s.account, s.text] for s in own]], 4)
    return rounded


def _word_table(sentences: Sequence[_Sentence]) -> tuple[Table, Scores]:
    """Which words each sentence has, and how many."""
    column = {w: i for i, w in enumerate(sorted(set().union(*(s.words for s in sentences))))}
    holds = np.zeros((len(sentences), len(column)), dtype=np.float32)
    for row, sentence in enumerate(sentences):
        holds[row, [column[word] for word in sentence.words]] = 1.0
    return holds, np.maximum(holds.sum(axis=1), 1.0)


def _known(sentences: Sequence[_Sentence]) -> Mapping[object, set[str]]:
    """The accounts that have each name, figure and word."""
    known: dict[object, set[str]] = defaultdict(set)
    for sentence in sentences:
        for item in (*sentence.names, *sentence.figures, *sentence.words):
            known[item].add(sentence.account)
    return known


def _own(sentence: _Sentence, known: Mapping[object, set[str]]) -> float:
    """How much the sentence names, counts and says that no other account has."""
    return (
        _NAME * sum(len(known[name]) == 1 for name in sentence.names)
        + _FIGURE * sum(len(known[figure]) == 1 for figure in sentence.figures)
        + _WORD * sum(len(known[word]) == 1 for word in sentence.words)
    )


def _chosen(
    account: str,
    own: Sequence[tuple[float, _Sentence]],
    copies_of: _Copies,
    pages: Mapping[str, Article],
) -> Iterator[Only]:
    """The account's sentences with most of their own, each once with all its copies."""
    ranked = sorted(
        ((score, s) for score, s in own if s.account == account),
        key=lambda pair: (-round(pair[0], 4), pair[1].page, pair[1].span.start),
    )
    taken: set[_Sentence] = set()
    shown: Counter[tuple[str, ...]] = Counter()
    for _, sentence in ranked:
        if sentence in taken:
            continue
        copies = copies_of.find(sentence)
        evidence = {s.page: pages[s.page].cite(s.span) for s in reversed(copies)}
        where = tuple(sorted(evidence))
        if shown[where] == MOST:
            continue
        taken.update(copies)
        shown[where] += 1
        yield Only(account, tuple(evidence[page] for page in where))


class _Copies:
    """The sentences of one account, found by a sentence that is the same in another page."""

    def __init__(self, sentences: Sequence[_Sentence]) -> None:
        self._sentences = sentences
        self._holders: dict[str, list[int]] = defaultdict(list)
        for row, sentence in enumerate(sentences):
            for word in sentence.words:
                self._holders[word].append(row)

    def find(self, sentence: _Sentence) -> list[_Sentence]:
        """The sentence and its copies, in the order of the pages.

        A copy shares so many words that it has one of any few: the rarest are looked up.
        """
        few = len(sentence.words) - ceil(_COPY * len(sentence.words)) + 1
        rarest = sorted(sentence.words, key=lambda word: (len(self._holders[word]), word))[:few]
        near = sorted({row for word in rarest for row in self._holders[word]})
        found = [self._sentences[row] for row in near if _is_copy(sentence, self._sentences[row])]
        return found or [sentence]


def _is_copy(left: _Sentence, right: _Sentence) -> bool:
    if left is right:
        return True
    shared = len(left.words & right.words)
    return left.page != right.page and shared >= _COPY * max(len(left.words), len(right.words), 1)
