"""Pairs to label, drawn over the whole range of overlap: `python -m evaluation.lineage_draw`.

By containment of the smaller page's runs of five words in the other, on the raw dumps and ECB+,
with nothing of Rashomon's lineage. A page is drawn for two pairs at most, one of a sort.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from evaluation.stories import ecb_lines

BINS = (0.0, 0.05, 0.15, 0.3, 0.5, 0.7, 0.9, 1.01)
A_BIN = {"dumps": 21, "ecbplus": 9}
LEAST_SHARED = 4  # runs; what shares fewer needs no reader
COMMON = 60  # a run in more pages pairs none
LEAST_WORDS = 60
MOST_PAIRS_OF_A_PAGE = 2
FILES = (
    "census_articles",
    "spotify_articles",
    "hist_mturk_scrapes_20190601",
    "hist_mturk_text_scrapes",
    "hist_mturk_scrapes_sample",
)
Grams = frozenset[tuple[str, ...]]


def raw_texts(data: Path) -> Iterator[tuple[str, str, str]]:
    """Each page's set, id and whole text; a text that stands twice under one number once."""
    csv.field_size_limit(sys.maxsize)
    seen = set()
    for name in FILES:
        with (data / "text-dumps" / f"{name}.csv").open(encoding="utf-8", errors="replace") as file:
            for row in csv.DictReader(file):
                if (row["id"], row["text"]) not in seen:
                    seen.add((row["id"], row["text"]))
                    yield "dumps", f"{name}/{row['id']}", row["text"].replace(" ### ", "\n")
    for path in sorted((data / "stories" / "ecbplus").glob("*/*.xml")):
        lines = [line for line in ecb_lines(path) if not line.startswith("http")]
        yield "ecbplus", f"ecbplus/{path.name}", "\n".join(lines)


def grams_of(text: str) -> Grams:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(tuple(words[k : k + 5]) for k in range(len(words) - 4))


def overlaps(grams: Mapping[str, Grams]) -> dict[tuple[str, str], float]:
    """The share of the smaller one's runs that the other has, for all pairs that share a few."""
    holders = defaultdict(list)
    for id_, each in grams.items():
        for gram in each:
            holders[gram].append(id_)
    shared = Counter(
        pair
        for ids in holders.values()
        if 1 < len(ids) <= COMMON
        for pair in combinations(sorted(ids), 2)
    )
    pairs = sorted(pair for pair, count in shared.items() if count >= LEAST_SHARED)
    return {
        (one, other): len(grams[one] & grams[other]) / min(len(grams[one]), len(grams[other]))
        for one, other in pairs
    }


def draw(
    grams: Mapping[str, Grams], most: int, known: set[str], seed: int
) -> Iterator[tuple[int, str, str]]:
    """As many of each bin, by turns of like and of unlike size, no page with labels already.

    What two pairs share by half is not drawn a third time: sites print one text on all pages.
    """
    chance = random.Random(seed)
    found = overlaps(grams)
    sizes = {id_: len(each) for id_, each in grams.items()}
    used: Counter[str] = Counter()
    read: Counter[tuple[str, ...]] = Counter()
    for number in range(len(BINS) - 1):
        inside = [p for p in found if BINS[number] <= found[p] < BINS[number + 1]]
        inside = [p for p in inside if not known.intersection(p)]
        chance.shuffle(inside)
        like = [p for p in inside if 2 * min(map(sizes.get, p)) > max(map(sizes.get, p))]
        unlike = [p for p in inside if p not in set(like)]
        taken = 0
        for pair in by_turns(like, unlike):
            shared = grams[pair[0]] & grams[pair[1]]
            often = 2 * sum(read[gram] >= 2 for gram in shared) > len(shared)
            if taken < most and not often and max(used[i] for i in pair) < MOST_PAIRS_OF_A_PAGE:
                used.update(pair)
                read.update(shared)
                taken += 1
                yield (number, *pair)


def by_turns(*lists: list[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    for k in range(max(map(len, lists))):
        yield from (each[k] for each in lists if k < len(each))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--known", type=Path, help="labels whose pages are not drawn again")
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    known = set()
    if arguments.known:
        rows = map(json.loads, arguments.known.read_text("utf-8").splitlines())
        known = {row[side] for row in rows for side in ("left", "right")}
    texts: dict[str, dict[str, Grams]] = defaultdict(dict)
    for name, id_, text in raw_texts(arguments.data):
        grams = grams_of(text)
        if len(grams) >= LEAST_WORDS:
            texts[name][id_] = grams
    for name, grams in texts.items():
        for number, left, right in draw(grams, A_BIN[name], known, arguments.seed):
            print(json.dumps({"left": left, "right": right, "bin": number}))


if __name__ == "__main__":
    main()
