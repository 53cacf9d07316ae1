"""How well names are found, and spellings of one name: pairs of spellings, and whole stories.

python -m evaluation.names --data ../shared/data
"""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import token_set_ratio

from rashomon.model.article import Article, Block, Label
from rashomon.model.reading import MentionKind
from rashomon.model.span import Span
from rashomon.text.mentions import find_mentions
from rashomon.text.names import NameUse, group_names
from rashomon.text.names.same import ALIKE, ALIKE_ALONE
from rashomon.text.names.spelling import spelling_score
from rashomon.text.parse import load_parser, place
from rashomon.text.roles import is_office
from training.names.pairs import Pair, load_names, near_pairs, random_pairs, same_pairs

FALSE_MERGES = (0.001, 0.01, 0.05)
# Topics that were read while the rules were written; the others were never looked at.
READ = frozenset({1, 3, 9, 11, 13, 19, 21, 33, 35, *range(2, 36, 2)})
_KINDS = {
    "HUMAN_PART_PER": MentionKind.PERSON,
    "HUMAN_PART_ORG": MentionKind.ORGANISATION,
    "HUMAN_PART_GPE": MentionKind.PLACE,
    "LOC_GEO": MentionKind.PLACE,
}
_LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_NO_NAMES = frozenset("A An He Her His I It Man Men Police She The They We Who Woman Women".split())
_SMALL = frozenset("of the for and de al bin von van".split())


def measure_spellings(path: Path) -> None:
    """Prints the recall of each scorer at fixed shares of false merges, on held-out names."""
    names = load_names(path, held_out=True)
    same = same_pairs(names)
    others = {
        "any other name": random_pairs(names, 200_000),
        "the nearest other name": near_pairs(names, each=1),
    }
    scorers: dict[str, Callable[[str, str], float]] = {
        "rashomon": spelling_score,
        "rapidfuzz Jaro-Winkler": lambda a, b: JaroWinkler.similarity(a.lower(), b.lower()),
        "rapidfuzz token_set_ratio": lambda a, b: token_set_ratio(a.lower(), b.lower()) / 100,
    }
    print(f"{len(same)} pairs of spellings of one held-out name")
    for title, pairs in others.items():
        print(f"\nrecall against {title} ({len(pairs)} pairs), at false merges of", end=" ")
        print(", ".join(f"{share:.1%}" for share in FALSE_MERGES))
        for name, scorer in scorers.items():
            positive, negative = _scores(scorer, same), _scores(scorer, pairs)
            recalls = [
                float((positive > np.quantile(negative, 1 - share)).mean())
                for share in FALSE_MERGES
            ]
            print(f"  {name:28}" + "  ".join(f"{recall:.3f}" for recall in recalls))
        for least in (ALIKE, ALIKE_ALONE):
            found = (_scores(spelling_score, same) >= least).mean()
            wrong = (_scores(spelling_score, pairs) >= least).mean()
            print(f"  at the threshold {least}: recall {found:.3f}, false merges {wrong:.4f}")


def _scores(
    scorer: Callable[[str, str], float], pairs: Sequence[Pair]
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([scorer(*pair) for pair in pairs])


def measure_stories(folder: Path) -> None:
    """Prints pairwise precision and recall of groups on ECB+'s names, topics not read before."""
    stories = [story for story in _stories(folder) if story]
    print(f"\nnames in {len(stories)} stories of ECB+, {sum(map(len, stories))} mentions")
    groupers: dict[str, Callable[[list[NameUse]], list[tuple[str, ...]]]] = {
        "rashomon, kinds given": lambda uses: [g.ids for g in group_names(uses)],
        "rashomon, no kinds": lambda uses: [
            g.ids for g in group_names([NameUse(u.id, u.name, u.article) for u in uses])
        ],
        "equal but for case": lambda uses: _linked(uses, lambda a, b: a.lower() == b.lower()),
        "token_set_ratio >= 90": lambda uses: _linked(
            uses, lambda a, b: token_set_ratio(a, b) >= 90
        ),
        "Jaro-Winkler >= .9": lambda uses: _linked(
            uses, lambda a, b: JaroWinkler.similarity(a, b) >= 0.9
        ),
    }
    for name, grouper in groupers.items():
        right = found = wanted = 0
        for story in stories:
            gold = {pair for group in _gold(story) for pair in combinations(group, 2)}
            uses = [use for use, _ in story]
            got = {pair for ids in grouper(uses) for pair in combinations(sorted(ids), 2)}
            right, found, wanted = right + len(gold & got), found + len(got), wanted + len(gold)
        precision, recall = right / found, right / wanted
        f1 = 2 * precision * recall / (precision + recall)
        print(f"  {name:24} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


def measure_mentions(folder: Path) -> None:
    """Prints how many marked names are found, and with the right kind, beside the bare parser."""
    parser = load_parser()
    found: dict[str, Counter[str]] = {"rashomon": Counter(), "the parser alone": Counter()}
    for page in _pages(folder):
        article, marks = _article(page)
        docs = parser.parse(article)
        ours: list[tuple[Span, str]] = [(m, str(m.kind)) for m in find_mentions(docs)]
        bare = [(place(e), _LABELS.get(e.label_, "other")) for doc in docs for e in doc.ents]
        for system, names in (("rashomon", ours), ("the parser alone", bare)):
            for span, kind in marks:
                kinds = [k for other, k in names if other.overlaps(span)]
                found[system]["marked"] += 1
                found[system]["found"] += bool(kinds)
                found[system]["right kind"] += kind in kinds
    print("\nnames marked in ECB+ that are found")
    for system, counts in found.items():
        shares = "  ".join(
            f"{what} {counts[what] / counts['marked']:.3f}" for what in ("found", "right kind")
        )
        print(f"  {system:20} {shares}  of {counts['marked']}")


def _article(page: Path) -> tuple[Article, list[tuple[Span, str]]]:
    """The page with its words put together by spaces, and the places of its marked names."""
    root = ET.parse(page).getroot()
    text, spans, sentence, blocks = "", {}, "", []
    for token in root.iter("token"):
        if token.get("sentence") != sentence:
            sentence = token.get("sentence", "")
            text += "\n" if text else ""
            blocks.append(len(text))
        else:
            text += " "
        spans[token.get("t_id", "")] = Span(len(text), len(text) + len(token.text or ""))
        text += token.text or ""
    marks = []
    for mark in root.find("Markables") or ():
        places = [spans[anchor.get("t_id", "")] for anchor in mark.iter("token_anchor")]
        if mark.tag in _KINDS and places:
            span = Span(min(p.start for p in places), max(p.end for p in places))
            if _is_name(span.slice(text)):
                marks.append((span, str(_KINDS[mark.tag])))
    ends = [*blocks[1:], len(text) + 1]
    lines = tuple(Block(a, b - 1, Label.BODY) for a, b in zip(blocks, ends, strict=True))
    return Article(page.name, "", text, lines), marks


def _pages(folder: Path) -> Iterator[Path]:
    for topic in sorted(folder.iterdir(), key=lambda path: int(path.name)):
        if int(topic.name) not in READ:
            yield from sorted(topic.glob("*.xml"))


def _gold(story: Sequence[tuple[NameUse, str]]) -> list[list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for use, entity in story:
        groups[entity].append(use.id)
    return [sorted(ids) for ids in groups.values()]


def _linked(uses: list[NameUse], same: Callable[[str, str], bool]) -> list[tuple[str, ...]]:
    groups: list[list[NameUse]] = []
    for use in uses:
        near = [group for group in groups if any(same(use.name, other.name) for other in group)]
        joined = [use, *(other for group in near for other in group)]
        groups = [group for group in groups if group not in near] + [joined]
    return [tuple(use.id for use in group) for group in groups]


def _stories(folder: Path) -> Iterator[list[tuple[NameUse, str]]]:
    for topic in sorted(folder.iterdir(), key=lambda path: int(path.name)):
        if int(topic.name) in READ:
            continue
        for ending in ("ecb", "ecbplus"):
            pages = sorted(topic.glob(f"*[0-9]{ending}.xml"))
            yield [pair for page in pages for pair in _names(page)]


def _names(page: Path) -> Iterator[tuple[NameUse, str]]:
    """The proper names among the marked entities of one page, with their gold entity."""
    root = ET.parse(page).getroot()
    words = {token.get("t_id", ""): token.text or "" for token in root.iter("token")}
    entity = {
        source.get("m_id", ""): relation.get("note", "")
        for relation in root.iter("CROSS_DOC_COREF")
        for source in relation.iter("source")
    }
    for mark in root.find("Markables") or ():
        text = " ".join(words[anchor.get("t_id", "")] for anchor in mark.iter("token_anchor"))
        id_ = mark.get("m_id", "")
        if mark.tag in _KINDS and id_ in entity and _is_name(text):
            use = NameUse(f"{page.name}#{id_}", text, page.name, _KINDS[mark.tag])
            yield use, entity[id_]


def _is_name(text: str) -> bool:
    """Whether a marked entity is named, and not only described: "Actress", "President"."""
    words = [word for word in text.split() if word.isalpha() and word not in _SMALL]
    if len(words) == 1 and is_office(words[0]):
        return False
    capital = all(word[0].isupper() for word in words)
    return bool(words) and capital and words[0] not in _NO_NAMES


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    data = options.parse_args().data
    measure_spellings(data / "names" / "arabic_name_latin_variants.jsonl")
    measure_stories(data / "stories" / "ecbplus")
    measure_mentions(data / "stories" / "ecbplus")


if __name__ == "__main__":
    main()
