"""Whether another account tells what a sentence tells, in whatever words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from typing import TypeAlias

import numpy as np

from rashomon.compare.only.body_sentences import Telling
from rashomon.model.lineage import Pickup, PickupKind
from rashomon.model.span import Span
from rashomon.text.encoder import Encoder

# Read by eye on 70 sentences of BASIL, NewsWCL50 and ECB+ and the nearest of other accounts.
SAME = 0.45  # shared words of two sentences, by weight, from which they tell one thing,
MAYBE = 0.20  # and from which they may, if their vectors are near:
ALIKE = 0.85  # the product of vectors and the share of words, added
_FEWEST = 3  # shared words; fewer are shared by chance
_SEEN = 2  # of them, among the rarest words of a sentence
_NEAREST = 2  # sentences of other accounts whose vectors are looked at
_LOOKED = 1_500  # places of a sentence's words that are looked up, rarest words first
_MATTER = 2  # shared words beside a shared number, by which two sentences tell one thing
_SHARED = 0.5  # of a sentence's words, in a passage that it shares with another account

Vector: TypeAlias = np.ndarray[tuple[int], np.dtype[np.float32]]


class Elsewhere:
    """The sentences of all accounts, which tell what one of them has in common with others."""

    def __init__(
        self,
        tellings: Sequence[Telling],
        pickups: Sequence[Pickup],
        home: Mapping[str, str],
        encoder: Encoder | None,
    ) -> None:
        self._encoder = encoder
        self._vectors: dict[str, Vector] = {}
        # Copies of one account tell nothing more, unless their pages name somebody more fully.
        self._tellings = list({(t.account, t.text, t.names): t for t in tellings}.values())
        self._parts = [telling.parts for telling in self._tellings]
        self._rows: dict[str, list[int]] = defaultdict(list)
        for row, parts in enumerate(self._parts):
            for part in parts:
                self._rows[part].append(row)
        count = len(self._tellings)
        self._worth = {part: log(1 + count / len(rows)) for part, rows in self._rows.items()}
        self._sizes = [self._weigh(parts) for parts in self._parts]
        self._passages = _shared_passages(pickups, home)
        self._retold = _retold(pickups, home)
        self._marks: dict[str, set[str]] = defaultdict(set)
        for telling in tellings:
            self._marks[telling.page] |= telling.marks

    def find_told(self, asked: Sequence[Telling]) -> set[Telling]:
        """Those that another account tells, too.

        Words in passages that two accounts share, a number in the same matter ("killed 25")
        and most words in common say so by themselves. Between fewer words, vectors decide, if
        there is an encoder.
        """
        told = {telling for telling in asked if self._is_shared(telling)}
        unsure: dict[Telling, list[tuple[float, str]]] = {}
        for telling in asked:
            if telling not in told:
                near = self._near(telling)
                if near and near[0][0] >= SAME:
                    told.add(telling)
                elif near:
                    unsure[telling] = near
        return told | self._alike(unsure)

    def _is_shared(self, telling: Telling) -> bool:
        if _covered(telling.span, self._passages.get(telling.page, ())) >= _SHARED:
            return True
        others = self._retold.get(telling.page, ())
        if others and not telling.marks - set().union(*(self._marks[page] for page in others)):
            return True
        return self._counted_elsewhere(telling)

    def _counted_elsewhere(self, telling: Telling) -> bool:
        for number in sorted(telling.numbers):
            for row in self._rows[number][:_LOOKED]:
                other = self._tellings[row]
                if other.account != telling.account and len(telling.words & other.words) >= _MATTER:
                    return True
        return False

    def _near(self, telling: Telling) -> list[tuple[float, str]]:
        """The share of words and the text of those of other accounts that may tell the same."""
        own = telling.parts
        shared: Counter[int] = Counter()
        looked = 0
        for part in sorted(own, key=lambda part: (len(self._rows[part]), part)):
            looked += len(self._rows[part])
            if looked > _LOOKED:
                break
            shared.update(self._rows[part])
        size = self._weigh(own)
        found = []
        for row, count in shared.items():
            if count < _SEEN or self._tellings[row].account == telling.account:
                continue
            both = own & self._parts[row]
            if len(both) >= _FEWEST:
                found.append((self._weigh(both) / sqrt(size * self._sizes[row]), row))
        found = [(share, row) for share, row in found if share >= MAYBE]
        found.sort(key=lambda pair: (-round(pair[0], 6), pair[1]))
        return [(share, self._tellings[row].text) for share, row in found[:_NEAREST]]

    def _weigh(self, parts: Iterable[str]) -> float:
        return sum(self._worth[part] for part in sorted(parts))

    def _alike(self, unsure: Mapping[Telling, list[tuple[float, str]]]) -> set[Telling]:
        """Those whose vectors say that they tell what a near one tells."""
        if self._encoder is None or not unsure:
            return set()
        texts = {t.text for t in unsure} | {text for near in unsure.values() for _, text in near}
        order = sorted(texts - self._vectors.keys())
        self._vectors |= zip(order, self._encoder.encode(order), strict=True)
        vectors = self._vectors
        return {
            telling
            for telling, near in unsure.items()
            if any(
                round(share + float(vectors[telling.text] @ vectors[text]), 4) >= ALIKE
                for share, text in near
            )
        }


def _shared_passages(pickups: Sequence[Pickup], home: Mapping[str, str]) -> dict[str, list[Span]]:
    """Where each page has words of another account."""
    passages: dict[str, list[Span]] = defaultdict(list)
    for pickup in pickups:
        if _apart(pickup, home) and pickup.kind is not PickupKind.FURNITURE:
            for a, b, c, d in pickup.passages:
                passages[pickup.left].append(Span(a, b))
                passages[pickup.right].append(Span(c, d))
    return {page: _merged(spans) for page, spans in passages.items()}


def _retold(pickups: Sequence[Pickup], home: Mapping[str, str]) -> dict[str, set[str]]:
    """The pages of other accounts that each page tells again, or that tell it again."""
    pages: dict[str, set[str]] = defaultdict(set)
    for pickup in pickups:
        if _apart(pickup, home) and pickup.kind is PickupKind.REWRITTEN:
            pages[pickup.left].add(pickup.right)
            pages[pickup.right].add(pickup.left)
    return dict(pages)


def _apart(pickup: Pickup, home: Mapping[str, str]) -> bool:
    return home.get(pickup.left) != home.get(pickup.right)


def _covered(span: Span, passages: Sequence[Span]) -> float:
    """The share of the span that passages cover, which do not overlap."""
    inside = (min(span.end, p.end) - max(span.start, p.start) for p in passages)
    return sum(size for size in inside if size > 0) / (span.end - span.start)


def _merged(passages: Iterable[Span]) -> list[Span]:
    """The same places without overlap, in order."""
    merged: list[Span] = []
    for passage in sorted(set(passages)):
        if merged and passage.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, passage.end))
        else:
            merged.append(passage)
    return merged
