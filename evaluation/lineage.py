"""How well pairs that share text are judged: `python -m evaluation.lineage --data FOLDER`.

On pairs that were read and labelled by hand (`labels/lineage.jsonl`: ids only, and every kind
that a careful reader may give the pair), beside containment of 5-grams with two thresholds. The
first pairs were learnt from; the others were labelled after that, before anything ran on them.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.stories import article_of, ecb_lines
from rashomon.lineage import find_lineages
from rashomon.model.article import Article
from rashomon.text.normal import find_words

LABELS = Path(__file__).parent / "labels" / "lineage.jsonl"
COPIES = {"verbatim", "trimmed", "extended"}
SHORT = 80  # characters; a shorter paragraph of a dump is a menu, a button or a date
PEER_COPY, PEER_EXCERPT = 0.5, 0.1  # containment of 5-grams; set without a search


@dataclass(frozen=True)
class Pair:
    """Two articles and what a reader says of them."""

    left: str
    right: str
    kinds: frozenset[str]
    half: str


def pairs() -> list[Pair]:
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    return [Pair(row["left"], row["right"], frozenset(row["kinds"]), row["half"]) for row in rows]


def articles(data: Path) -> Iterator[Article]:
    csv.field_size_limit(sys.maxsize)
    for path in sorted((data / "text-dumps").glob("*.csv")):
        with path.open(encoding="utf-8", errors="replace") as file:
            for row in csv.DictReader(file):
                parts = re.split(r"\s*###\s*|\n+", row["text"])
                lines = [part.strip() for part in parts if len(part.strip()) >= SHORT]
                yield article_of(f"{path.stem}/{row['id']}", "", lines)
    for path in sorted((data / "stories" / "ecbplus").glob("*/*.xml")):
        lines = [line for line in ecb_lines(path) if not line.startswith("http")]
        yield article_of(f"ecbplus/{path.name}", "", lines)
    for path in sorted((data / "attribution" / "polnear").glob("*/text/*.txt")):
        text = path.read_text("utf-8", errors="replace")
        lines = [line for line in text.split("\n") if line.strip()]
        article = article_of(f"polnear/{path.name}", lines[0], lines[1:])
        yield replace(article, outlet=path.name.split("_")[0])


def judged(by_id: Mapping[str, Article], pair: Pair) -> str:
    """What Rashomon says of the pair, the two alone."""
    found = find_lineages([by_id[pair.left], by_id[pair.right]]).pickups
    kind = found[0].kind.value if found else "none"
    return "copy" if kind in COPIES else kind


def contained(by_id: Mapping[str, Article], pair: Pair) -> str:
    """The peer: the share of the smaller body's 5-grams that the other has."""
    grams = []
    for id_ in (pair.left, pair.right):
        forms = find_words(by_id[id_].text, by_id[id_].body).forms
        grams.append({forms[k : k + 5] for k in range(len(forms) - 4)})
    share = len(grams[0] & grams[1]) / max(1, min(map(len, grams)))
    return "copy" if share >= PEER_COPY else "excerpt" if share >= PEER_EXCERPT else "none"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--wrong", action="store_true", help="print the pairs judged wrongly")
    arguments = parser.parse_args()
    wanted = pairs()
    ids = {id_ for pair in wanted for id_ in (pair.left, pair.right)}
    by_id = {a.id: a for a in articles(arguments.data) if a.id in ids}
    for half in ("learnt", "measured"):
        for name, system in (("5-gram containment", contained), ("rashomon", judged)):
            said = [(pair, system(by_id, pair)) for pair in wanted if pair.half == half]
            report(f"{half:9} {name:20}", said)
            for pair, kind in said if arguments.wrong else ():
                if kind not in pair.kinds:
                    kinds = "/".join(sorted(pair.kinds))
                    print(f"    {kind:10} not {kinds:18} {pair.left} {pair.right}")


def report(name: str, said: Sequence[tuple[Pair, str]]) -> None:
    right = sum(kind in pair.kinds for pair, kind in said)
    false = sum(kind == "copy" and "copy" not in pair.kinds for pair, kind in said)
    missed = sum(kind != "copy" and pair.kinds == {"copy"} for pair, kind in said)
    print(
        f"{name} {right}/{len(said)} kinds right; "
        f"one lineage where there is none: {false}, missed: {missed}"
    )


if __name__ == "__main__":
    main()
