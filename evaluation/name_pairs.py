"""How well two names in context are told to be one holder's: `python -m evaluation.name_pairs`.

python -m evaluation.name_pairs --data FOLDER [--errors]

Pairs were labelled by reading (`labels/NAME_PAIRS.md`). The hash of a pair's event halves them:
rules may be written and weights learnt on the half `learn`, the other is measured only. A pair's
score is the highest threshold at which the program still puts its names into one group.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import token_set_ratio

from evaluation.responses import articles
from rashomon.model.article import Article
from rashomon.model.reading import Mention
from rashomon.model.span import Span
from rashomon.text.mentions import find_mentions
from rashomon.text.names import NameUse, group_names
from rashomon.text.names.judge import JOINED, judge_names
from rashomon.text.parse import load_parser

LABELS = Path(__file__).with_name("labels") / "name_pairs.jsonl"
PARTS = ("learn", "measure")
FALSE_MERGES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2)
THRESHOLDS = (*(i / 50 for i in range(1, 50)), 0.99)
_BEFORE, _BEHIND = 120, 20  # characters around a name that may hold its acronym in brackets


@dataclass(frozen=True)
class Place:
    """A labelled name in a page."""

    page: str
    span: Span


@dataclass(frozen=True)
class Pair:
    """Two names, and whether a reader takes them for one holder's."""

    set: str
    left: Place
    right: Place
    same: bool
    kind: str


Pages = Mapping[tuple[str, str], tuple[Article, tuple[Mention, ...]]]


def part_of(row: Mapping[str, Any]) -> str:
    """The half of a pair, by the hash of its set and event."""
    digest = sha256(f"name_pairs:{row['set']}:{row['event']}".encode()).digest()
    return "measure" if digest[0] % 2 else "learn"


def load_pairs(part: str) -> list[Pair]:
    """The pairs of one half that a reader was sure of."""
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    return [
        Pair(
            row["set"], _place(row["left"]), _place(row["right"]), row["same"] == "yes", row["kind"]
        )
        for row in rows
        if part_of(row) == part and not row.get("doubtful")
    ]


def _place(given: Sequence[Any]) -> Place:
    return Place(given[0], Span(given[1], given[2]))


def read_pages(data: Path, pairs: Sequence[Pair]) -> Pages:
    """The labelled pages with the names that the program finds in them."""
    wanted = {(pair.set, side.page) for pair in pairs for side in (pair.left, pair.right)}
    parser = load_parser()
    return {
        key: (article, tuple(find_mentions(parser.parse(article))))
        for key, article in articles(data, {pair.set for pair in pairs})
        if key in wanted
    }


def name_of(pages: Pages, pair: Pair, side: Place) -> str:
    """The words of a labelled name."""
    return " ".join(side.span.slice(pages[pair.set, side.page][0].text).split())


def found_name(pages: Pages, pair: Pair, side: Place) -> str:
    """The name as the program cuts it out, if what it finds ends where the labelled one does."""
    article, mentions = pages[pair.set, side.page]
    for mention in mentions:
        if side.span.start <= mention.start and mention.end == side.span.end:
            return " ".join(mention.slice(article.text).split())
    return name_of(pages, pair, side)


def group_score(pages: Pages, pair: Pair) -> float:
    """The highest threshold at which the two names are one holder's; 0 where none is."""
    uses = page_uses(pages, pair)
    return max((least for least in THRESHOLDS if is_grouped(uses, least)), default=0.0)


def is_grouped(uses: Sequence[NameUse], least: float = JOINED) -> bool:
    """Whether the pair's two names fall into one group, told from all names of their pages."""
    return any({"left", "right"} <= set(group.ids) for group in group_names(uses, least))


def page_uses(pages: Pages, pair: Pair) -> list[NameUse]:
    """The two names, with all others of their pages."""
    sides = {"left": pair.left, "right": pair.right}
    uses = [use_of(pages, pair, side, id_) for id_, side in sides.items()]
    for page in sorted({side.page for side in sides.values()}):
        article, mentions = pages[pair.set, page]
        labelled = [side.span for side in sides.values() if side.page == page]
        others = (m for m in mentions if not any(m.overlaps(span) for span in labelled))
        uses.extend(_found(article, mention) for mention in others)
    return uses


def use_of(pages: Pages, pair: Pair, side: Place, id_: str = "") -> NameUse:
    """The name as one use, with its kind and the text around it."""
    article, mentions = pages[pair.set, side.page]
    kinds = [mention.kind for mention in mentions if mention.overlaps(side.span)]
    name = found_name(pages, pair, side)
    return NameUse(
        id_,
        name,
        side.page,
        kinds[-1] if kinds else None,
        _around(article, side.span),
        _role(article, [mention for mention in mentions if mention.overlaps(side.span)]),
    )


def _found(article: Article, mention: Mention) -> NameUse:
    name = " ".join(mention.slice(article.text).split())
    id_ = f"{article.id} {mention.start}"
    around = _around(article, mention)
    return NameUse(id_, name, article.id, mention.kind, around, _role(article, [mention]))


def _role(article: Article, mentions: Sequence[Mention]) -> str | None:
    roles = [mention.role.slice(article.text) for mention in mentions if mention.role]
    return roles[-1] if roles else None


def _around(article: Article, span: Span) -> str:
    return article.text[max(0, span.start - _BEFORE) : span.end + _BEHIND]


def points(pages: Pages, pairs: Sequence[Pair]) -> dict[str, list[bool]]:
    """What the program says of each pair, in context and from the two names alone."""
    verdicts = [
        judge_names(name_of(pages, pair, pair.left), name_of(pages, pair, pair.right)).verdict
        for pair in pairs
    ]
    grouped = [is_grouped(page_uses(pages, pair)) for pair in pairs]
    return {
        "rashomon in context": grouped,
        "rashomon, names alone": [verdict is True for verdict in verdicts],
        "rashomon, names alone, or unsure": [verdict is not False for verdict in verdicts],
    }


PEERS: Mapping[str, Callable[[str, str], float]] = {
    "rapidfuzz Jaro-Winkler": lambda a, b: JaroWinkler.similarity(a.lower(), b.lower()),
    "rapidfuzz token_set_ratio": lambda a, b: token_set_ratio(a.lower(), b.lower()) / 100,
}


def recalls(scores: Sequence[float], pairs: Sequence[Pair]) -> list[float]:
    """The recall at each share of false merges, at the lowest threshold that keeps it."""
    positive = np.array([s for s, pair in zip(scores, pairs, strict=True) if pair.same])
    negative = np.array([s for s, pair in zip(scores, pairs, strict=True) if not pair.same])
    steps = np.unique(np.append(np.concatenate([positive, negative]), 2.0))
    found = []
    for share in FALSE_MERGES:
        least = min(step for step in steps if (negative >= step).mean() <= share)
        found.append(float((positive >= least).mean()))
    return found


def report(part: str, pages: Pages, pairs: Sequence[Pair], errors: bool) -> None:
    same = sum(pair.same for pair in pairs)
    print(f"\n{part}: {same} pairs of one holder, {len(pairs) - same} of two")
    said = points(pages, pairs)
    for system, answers in said.items():
        right = sum(a and pair.same for a, pair in zip(answers, pairs, strict=True))
        wrong = sum(a and not pair.same for a, pair in zip(answers, pairs, strict=True))
        print(
            f"  {system:34} recall {right / same:.3f}  "
            f"false merges {wrong / (len(pairs) - same):.3f} ({wrong})"
        )
    print("  recall at false merges of " + ", ".join(f"{share:.0%}" for share in FALSE_MERGES))
    scores = {"rashomon in context": [group_score(pages, pair) for pair in pairs]} | {
        peer: [
            scorer(name_of(pages, pair, pair.left), name_of(pages, pair, pair.right))
            for pair in pairs
        ]
        for peer, scorer in PEERS.items()
    }
    for system, found in scores.items():
        print(f"  {system:34} " + "  ".join(f"{recall:.3f}" for recall in recalls(found, pairs)))
    _report_curve(pairs, scores["rashomon in context"])
    _report_kinds(pairs, said["rashomon in context"])
    if errors and part == "learn":
        for pair, answer in zip(pairs, said["rashomon in context"], strict=True):
            if answer is not pair.same:
                names = [name_of(pages, pair, side) for side in (pair.left, pair.right)]
                print(f"    {'missed' if pair.same else 'merged'} ({pair.kind}): {names}")


def _report_curve(pairs: Sequence[Pair], scores: Sequence[float]) -> None:
    """The whole curve: the recall before each threshold at which another false merge is made."""
    same = sum(pair.same for pair in pairs)
    rows: dict[int, tuple[float, float]] = {}
    for least in sorted({*scores} - {0.0}, reverse=True):
        right = sum(s >= least and pair.same for s, pair in zip(scores, pairs, strict=True))
        wrong = sum(s >= least and not pair.same for s, pair in zip(scores, pairs, strict=True))
        rows[wrong] = least, right / same
    print("  the whole curve, threshold: recall, false merges")
    for wrong, (least, recall) in rows.items():
        print(f"    {least:.2f}: {recall:.3f}, {wrong / (len(pairs) - same):.3f} ({wrong})")


def _report_kinds(pairs: Sequence[Pair], answers: Sequence[bool]) -> None:
    for same, title in ((True, "missed"), (False, "merged wrongly")):
        of_kind = Counter(pair.kind for pair in pairs if pair.same is same)
        wrong = Counter(
            pair.kind
            for pair, answer in zip(pairs, answers, strict=True)
            if pair.same is same and answer is not same
        )
        kinds = ", ".join(f"{k} {wrong[k]}/{n}" for k, n in sorted(of_kind.items()))
        print(f"  {title}: {kinds}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--errors", action="store_true", help="list errors of the learn half")
    options.add_argument("--only", choices=PARTS)
    given = options.parse_args()
    for part in [given.only] if given.only else PARTS:
        pairs = load_pairs(part)
        report(part, read_pages(given.data, pairs), pairs, given.errors)


if __name__ == "__main__":
    main()
