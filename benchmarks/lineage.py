"""Prints how fast lineage is beside minhash: `python -m benchmarks.lineage [--pages 10000 ...]`.

On made collections with planted pickups (`collection.py`), each system and size in a process of its
own. Peers find pairs by minhash of runs of five words and verify each by the share of the smaller
text's runs that the other has; Rashomon aligns each pair exactly, which gives passages, kinds,
lineages and origins too. A planted pickup is found where a chain of pairs leads from it to its
origin; a pair of two reports that nobody copied from each other is false. With `--one-wire 1000`
instead one report that so many outlets carry, whole, cut and extended.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from math import log
from pickle import dumps, loads
from time import perf_counter, process_time

from benchmarks.child import peak_mb
from benchmarks.collection import Planted, make_collection, make_wire
from rashomon.lineage import find_lineages, find_related, join_lineages, judge_related, read_keys
from rashomon.model.article import Article
from rashomon.model.lineage import PickupKind

SIZES = (3_000, 10_000)
PERMUTATIONS, JACCARD = 128, 0.5
SHARED = 0.1  # of the smaller text's runs, from which peers' pairs count as text reuse
GRAM = 5
NONE = {PickupKind.QUOTES, PickupKind.FURNITURE}
Pair = tuple[int, int]
_WORD = re.compile(r"\w+")


class Packed(MutableMapping[str, Article]):
    """Articles that are unpacked when they are asked for, as if they lay on a disk."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}

    def __getitem__(self, id_: str) -> Article:
        article: Article = loads(zlib.decompress(self._packed[id_]))
        return article

    def __setitem__(self, id_: str, article: Article) -> None:
        self._packed[id_] = zlib.compress(dumps(article), 1)

    def __delitem__(self, id_: str) -> None:
        del self._packed[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def rashomon_pairs(articles: Mapping[str, Article]) -> Iterator[Pair]:
    """What Rashomon lists as text reuse, and the copies that it puts in one lineage."""
    numbers = {id_: number for number, id_ in enumerate(articles)}
    related = find_related({id_: read_keys(article) for id_, article in articles.items()})
    found = join_lineages(judge_related(each, articles) for each in related)
    for pickup in found.pickups:
        if pickup.kind not in NONE:
            yield numbers[pickup.left], numbers[pickup.right]
    for lineage in found.lineages:
        yield from ((numbers[lineage.articles[0]], numbers[id_]) for id_ in lineage.articles[1:])


def datasketch_pairs(articles: Mapping[str, Article]) -> Iterator[Pair]:
    from datasketch import MinHash, MinHashLSH

    index, shingled = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS), []
    for number, article in enumerate(articles.values()):
        shingles = shingles_of(article)
        minhash = MinHash(num_perm=PERMUTATIONS)
        minhash.update_batch([shingle.encode() for shingle in shingles])
        for other in index.query(minhash):
            if is_shared(shingles, shingled[other]):
                yield other, number
        index.insert(number, minhash)
        shingled.append(shingles)


def rensa_pairs(articles: Mapping[str, Article]) -> Iterator[Pair]:
    from rensa import RMinHash, RMinHashLSH

    index, shingled = RMinHashLSH(JACCARD, PERMUTATIONS, PERMUTATIONS // 4), []
    for number, article in enumerate(articles.values()):
        shingles = shingles_of(article)
        minhash = RMinHash(PERMUTATIONS, 42)
        minhash.update(list(shingles))
        for other in index.query(minhash):
            if is_shared(shingles, shingled[other]):
                yield other, number
        index.insert(number, minhash)
        shingled.append(shingles)


def shingles_of(article: Article) -> set[str]:
    """The runs of five words of a body."""
    words = _WORD.findall(article.text.lower())
    return {" ".join(words[k : k + GRAM]) for k in range(len(words) - GRAM + 1)}


def is_shared(one: set[str], other: set[str]) -> bool:
    """Whether the two share text."""
    return len(one & other) >= SHARED * min(len(one), len(other))


SYSTEMS: dict[str, Callable[[Mapping[str, Article]], Iterable[Pair]]] = {
    "rashomon": rashomon_pairs,
    "datasketch": datasketch_pairs,
    "rensa": rensa_pairs,
}


def measure(name: str, pages: int, packed: bool) -> dict[str, float]:
    """Seconds, memory and what was found, of one system on one collection."""
    articles: MutableMapping[str, Article] = Packed() if packed else {}
    planted: dict[str, Planted | None] = {}
    for made in make_collection(pages):
        articles[made.article.id], planted[made.article.id] = made.article, made.planted
    before = peak_mb(resource.RUSAGE_SELF)
    wall, busy = perf_counter(), process_time()
    pairs = list(SYSTEMS[name](articles))
    wall, busy = perf_counter() - wall, process_time() - busy
    return {
        "wall_s": wall,
        "busy_s": busy,
        "page_kb": (peak_mb(resource.RUSAGE_SELF) - before) * 1000 / pages,
        **quality(planted, pairs),
    }


def quality(planted: Mapping[str, Planted | None], pairs: Sequence[Pair]) -> dict[str, float]:
    """Recall of planted pickups, of those that are copies and of excerpts, and false pairs."""
    report = [id_.partition("-")[0] for id_ in planted]
    inside = [(left, right) for left, right in pairs if report[left] == report[right]]
    tied = roots(len(planted), inside)
    first = {id_: number for number, id_ in enumerate(planted)}
    found: dict[bool, list[bool]] = {True: [], False: []}
    for number, each in enumerate(planted.values()):
        if each is not None:
            found[each.kind == "excerpt"].append(tied[first[each.origin]] == tied[number])
    return {
        "copies": sum(found[False]) / max(1, len(found[False])),
        "excerpts": sum(found[True]) / max(1, len(found[True])),
        "false": len(set(pairs)) - len(set(inside)),
        "pairs": len(set(pairs)),
    }


def roots(count: int, pairs: Iterable[Pair]) -> list[int]:
    """For each number the least that a chain of pairs leads to."""
    parents = list(range(count))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for left, right in pairs:
        low, high = sorted((root(left), root(right)))
        parents[high] = low
    return [root(number) for number in range(count)]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lineage", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=SIZES, help="sizes of collections")
    parser.add_argument("--systems", nargs="+", choices=SYSTEMS, default=list(SYSTEMS))
    parser.add_argument("--packed", action="store_true", help="for more pages than memory holds")
    parser.add_argument("--one-wire", type=int, nargs="+", help="copies of one report")
    parser.add_argument("--only-measure", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.only_measure:
        print(json.dumps(measure(chosen.only_measure, chosen.pages[0], chosen.packed)))
        return
    if chosen.one_wire:
        print("| copies | busy | ms a copy | pairs | lineages |")
        print("| ---: | ---: | ---: | ---: | ---: |")
        for copies in chosen.one_wire:
            articles = list(make_wire(copies))
            busy = process_time()
            found = find_lineages(articles)
            busy = process_time() - busy
            cells = f"{busy:.1f} | {1000 * busy / copies:.2f} | {len(found.pickups)}"
            print(f"| {copies} | {cells} | {len(found.lineages)} |", flush=True)
        return
    print("| system, pages | seconds | busy | kB a page | copies | excerpts | pairs | false |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name in chosen.systems:
        rows = [(pages, in_a_process(name, pages, chosen.packed)) for pages in chosen.pages]
        for pages, row in rows:
            cells = f"{row['wall_s']:.0f} | {row['busy_s']:.0f} | {row['page_kb']:.1f}"
            rates = f"{row['copies']:.3f} | {row['excerpts']:.3f}"
            counts = f"{row['pairs']:.0f} | {row['false']:.0f}"
            print(f"| {name}, {pages} | {cells} | {rates} | {counts} |", flush=True)
        if len(rows) > 1:
            (few, less), (many, more) = rows[0], rows[-1]
            power = log(more["busy_s"] / less["busy_s"]) / log(many / few)
            print(f"| {name}, growth | exponent {power:.2f} | | | | | | |", flush=True)


def in_a_process(name: str, pages: int, packed: bool) -> dict[str, float]:
    """The measures of a run in a new process."""
    command = [sys.executable, "-m", "benchmarks.lineage", "--only-measure", name]
    command += ["--pages", str(pages), *(["--packed"] if packed else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    row: dict[str, float] = json.loads(done.stdout)
    return row


if __name__ == "__main__":
    main()
