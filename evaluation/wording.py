"""How well wordings are found: `python -m evaluation.wording --data FOLDER`.

ECB+ marks, in some sentences of its pages, what events and people the pages share. A pair of
words of one wording is right where both stand for one of these; a shared thing is found where a
wording has two words of different pages for it. Topics 1-17 are learnt from, the rest
measured; of the rest, one story each of 19, 22, 30 and 33 was read, too.
"""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from evaluation.stories import LEARN_TOPICS, article_of
from rashomon.claims import read_article
from rashomon.compare.people import find_people
from rashomon.compare.wording import compare_wording
from rashomon.lineage import find_lineages
from rashomon.model.article import Article
from rashomon.model.dossier import Word, Wording
from rashomon.model.reading import Reading
from rashomon.workers import Models


class Marked(NamedTuple):
    """A page, with the thing that each marked character stands for, and the last words of it."""

    article: Article
    things: Mapping[int, str]
    words: Mapping[str, frozenset[str]]


class Score(NamedTuple):
    """How many pairs of words were right, and how many shared things were found."""

    right: int = 0
    pairs: int = 0
    found: int = 0
    shared: int = 0

    def plus(self, other: Score) -> Score:
        """Both together."""
        return Score(*(left + right for left, right in zip(self, other, strict=True)))


def read_marked(path: Path) -> Marked:
    root = ElementTree.parse(path).getroot()
    lines: dict[int, list[str]] = defaultdict(list)
    places: dict[str, tuple[int, int]] = {}
    for token in root.iter("token"):
        row = int(token.get("sentence", 0))
        places[token.get("t_id", "")] = row, len(lines[row])
        lines[row].append(token.text or "")
    kept = [row for row in sorted(lines) if not lines[row][0].startswith("http")]
    article = article_of(
        path.name, " ".join(lines[kept[0]]), [" ".join(lines[r]) for r in kept[1:]]
    )
    starts, at = {}, 0
    for row in kept:
        starts[row] = at
        at += len(" ".join(lines[row])) + 1
    mentions = {m.get("m_id"): [a.get("t_id", "") for a in m] for m in root.find("Markables") or ()}
    things: dict[int, str] = {}
    words: dict[str, set[str]] = defaultdict(set)
    for link in root.iter("CROSS_DOC_COREF"):
        for source in link.iter("source"):
            for row, place in (places[t] for t in mentions.get(source.get("m_id"), ())):
                if row in starts:
                    start = starts[row] + sum(len(word) + 1 for word in lines[row][:place])
                    word = lines[row][place]
                    things |= dict.fromkeys(range(start, start + len(word)), link.get("note", ""))
            ends = [places[t] for t in mentions.get(source.get("m_id"), ())]
            if ends and ends[-1][0] in starts:
                words[link.get("note", "")].add(lines[ends[-1][0]][ends[-1][1]])
    return Marked(article, things, {thing: frozenset(own) for thing, own in words.items()})


def wordings_of(pages: Sequence[Marked], models: Models) -> tuple[Wording, ...]:
    articles = [page.article for page in pages]
    found = (read_article(article, models.parser, models.tagger) for article in articles)
    readings = {reading.id: reading for reading in found if isinstance(reading, Reading)}
    lineages = find_lineages(articles)
    people = find_people(articles, readings)
    return compare_wording(articles, readings, lineages.lineages, lineages.pickups, people)


def score_story(pages: Sequence[Marked], wordings: Sequence[Wording]) -> Score:
    marked = {page.article.id: page for page in pages}
    right = pairs = 0
    told: set[str] = set()
    for wording in wordings:
        things = [_things(word, marked) for word in wording.words]
        for left, right_ in combinations(things, 2):
            if left and right_:
                pairs += 1
                right += not left.isdisjoint(right_)
                told |= left & right_
    shared = _shared(pages)
    return Score(right, pairs, len(told & shared), len(shared))


def _things(word: Word, marked: Mapping[str, Marked]) -> set[str]:
    """What a word stands for at its places; the end of a phrase says what it is."""
    ends = [(marked[cited.page].things, cited.end - 1) for cited in word.evidence]
    return {things[end] for things, end in ends if end in things}


def _shared(pages: Sequence[Marked]) -> set[str]:
    """The things that two pages have each a common word of its own for."""
    words: dict[str, list[set[str]]] = defaultdict(list)
    for page in pages:
        for thing, own in page.words.items():
            if thing.startswith(_KINDS):
                words[thing].append(
                    {
                        _stem(word)
                        for word in own
                        if word.isalpha() and word.islower() and word not in _PRONOUNS
                    }
                )
    return {
        thing
        for thing, own in words.items()
        if any(left - right and right - left for left, right in combinations(own, 2))
    }


_KINDS = ("ACT", "HUM", "NON")
_PRONOUNS = frozenset("he she it they him her them who his its their that which this".split())


def _stem(word: str) -> str:
    """A word without the endings of number and tense."""
    for ending in ("ings", "ing", "ers", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return word


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--learn", action="store_true", help="score the learning half instead")
    given = arguments.parse_args()
    models, total = Models(), Score()
    for folder in sorted((given.data / "stories" / "ecbplus").iterdir()):
        if (int(folder.name) in LEARN_TOPICS) is not given.learn:
            continue
        for kind in ("ecb", "ecbplus"):
            pages = [read_marked(path) for path in sorted(folder.glob(f"*{kind}.xml"))]
            total = total.plus(score_story(pages, wordings_of(pages, models)))
    _print("pairs of words for one thing", total.right, total.pairs)
    _print("shared things with a wording", total.found, total.shared)


def _print(what: str, part: int, whole: int) -> None:
    print(f"rashomon   {what}: {part} of {whole}   {part / max(whole, 1):.3f}")


if __name__ == "__main__":
    main()
