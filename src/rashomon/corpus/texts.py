"""What one process knows of all pages: numbers, some tens of bytes a page; no key and no text."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rashomon.corpus.steps import KEYED
from rashomon.corpus.store import Store
from rashomon.lineage.related import tie
from rashomon.lineage.words import Flags, Hashes, Numbers

_COLUMNS = ["page", "told", "text", "words", "outlet", "size", "end"]


@dataclass(frozen=True)
class Texts:
    """All texts, numbered in the order of their rank, each by the keys of its first copy.

    `text_of` is each page's text, in the order of the parts; `later` are the pages that are not
    the first of theirs by id, by their number in `KEYS`.
    """

    text_of: Numbers
    later: Numbers
    digests: Hashes
    words: Numbers
    sizes: Numbers
    told: Numbers
    ends: Hashes
    outlets: Numbers

    def number(self, digests: Hashes) -> Numbers:
        """The texts' numbers."""
        order, ascending = self._by_digest
        found: Numbers = order[np.searchsorted(ascending, digests)]
        return found

    @cached_property
    def _by_digest(self) -> tuple[Numbers, Hashes]:
        order = np.argsort(self.digests)
        return order, self.digests[order]

    @cached_property
    def pages(self) -> Numbers:
        """How many pages carry each."""
        return np.bincount(self.text_of, minlength=len(self.digests))


def read_texts(out: Store) -> Texts:
    """The texts that the keys of all pages name."""
    table = out.read_table(KEYED, _COLUMNS)
    page, told, text, words, outlet, size, end = (table[name].to_numpy() for name in _COLUMNS)
    digests, first, text_of, pages = np.unique(
        text, return_index=True, return_inverse=True, return_counts=True
    )
    copied = (pages[text_of] > 1) & (words > 0)
    rows = np.flatnonzero(copied)
    along = rows[np.lexsort((_order_of_ids(out, copied), text_of[rows]))]
    is_first = np.append(True, text_of[along][1:] != text_of[along][:-1])[: len(along)]
    first[text_of[along[is_first]]] = along[is_first]
    order = np.lexsort((digests, words[first]))
    rank = np.argsort(order)
    first = first[order]
    known, outlets = np.unique(outlet[first], return_inverse=True)
    return Texts(
        text_of=rank[text_of],
        later=page[along[~is_first]],
        digests=digests[order],
        words=words[first],
        sizes=size[first],
        told=told[first],
        ends=end[first],
        outlets=np.where(known[outlets] == 0, -1, outlets),
    )


def _order_of_ids(out: Store, chosen: Flags) -> Numbers:
    """The place of each chosen page's id among the ids of the chosen."""
    ids, at = [pa.chunked_array([], "string")], 0
    for file in out.list_files(KEYED):
        column = out.read_table(f"{KEYED}/{file.name}", ["id"])["id"]
        ids.append(column.filter(pa.array(chosen[at : at + len(column)])))
        at += len(column)
    chunks = [chunk for each in ids for chunk in each.chunks]
    order = pc.sort_indices(pa.chunked_array(chunks, "string")).to_numpy()
    return np.argsort(order)


@dataclass(frozen=True)
class Candidates:
    """Pairs of texts that may share text, or that may tell one report in other words (`retold`);
    `near` are those that share much."""

    left: Numbers
    right: Numbers
    near: Flags
    retold: Flags

    def where(self, chosen: Flags | Numbers) -> Candidates:
        """Those of the pairs, by flags or by their numbers."""
        return Candidates(*(each[chosen] for each in astuple(self)))


@dataclass(frozen=True)
class Groups:
    """Pages that pairs tie together, dealt out: of each text its group, named by the least text,
    and its batch, or -1 where its only page is alone."""

    group: Numbers
    batch: Numbers

    @cached_property
    def count(self) -> int:
        """How many batches there are."""
        return int(self.batch.max(initial=-1)) + 1


def deal(texts: Texts, pairs: Candidates, size: int) -> Groups:
    """The groups by batches of so many pages, or of one group that is larger.

    A page without words is alone, though others have none too.
    """
    group = tie(len(texts.digests), pairs.left, pairs.right)
    pages = np.bincount(group, texts.pages, len(group)).astype(np.int64)
    shared = np.flatnonzero((pages > 1) & (texts.words > 0))
    begin = np.cumsum(pages[shared]) - pages[shared]
    batch = np.full(len(group), -1, dtype=np.int64)
    batch[shared] = np.unique(begin // size, return_inverse=True)[1]
    return Groups(group, batch[group])
