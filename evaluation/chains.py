"""How often the chain of a nested attribution is told rightly.

python -m evaluation.chains --data FOLDER [--errors]

Labelled by reading (`labels/CHAINS.md`) in BASIL, NewsWCL50 and ECB+. The claim that holds most
of a label's content, and of those the shortest, answers for it; where none holds half of it, root
and chain are wrong. A link is right if its place is the label's, or its name; where the label
says whom a pronoun means, the name must be that one. A chain is right if it has the label's links,
all of them and no other, in its order. Doubtful labels are not counted.

Half of the events are learnt from, the others measured only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evaluation.holders import is_same, shared_characters, shared_names
from evaluation.polnear import make_article
from evaluation.stories import basil_dated, ecbplus
from rashomon.claims import find_claims
from rashomon.model.article import Article
from rashomon.model.claim import Claim, Mode
from rashomon.model.span import Span
from rashomon.workers import Models

LABELS = Path(__file__).with_name("labels") / "chains.jsonl"
PARTS = ("learn", "measure")


@dataclass(frozen=True, slots=True)
class GoldLink:
    """A holder: its place, and where it is a pronoun the place of the name it stands for."""

    where: Span
    role: str
    named: Span | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """One nested attribution; `chain` runs from the nearest to the outlet to the root."""

    content: Span
    chain: tuple[GoldLink, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """An article with its labels."""

    set_: str
    part: str
    article: Article
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A link of ours: its name, and its place if the text names it."""

    name: str
    where: Span | None


def read_labels(file: Path = LABELS) -> dict[tuple[str, str], tuple[Label, ...]]:
    """The labels by set and document."""
    found: dict[tuple[str, str], tuple[Label, ...]] = {}
    for row in map(json.loads, file.read_text("utf-8").splitlines()):
        links = tuple(
            GoldLink(
                Span(*link["span"]), link["role"], Span(*link["named"]) if "named" in link else None
            )
            for link in row["chain"]
        )
        label = Label(Span(*row["content"]), links, row.get("doubtful", False))
        key = (row["set"], row["doc"])
        found[key] = (*found.get(key, ()), label)
    return found


def articles(data: Path) -> Iterator[tuple[str, Article]]:
    """All articles of the three sets, each text as the labels' offsets count it."""
    for article in basil_dated(data).articles:
        yield "basil", article
    for learn in (True, False):
        for article in ecbplus(data, learn).articles:
            yield "ecbplus", article
    for path in sorted((data / "stories" / "newswcl50").glob("event_*/*")):
        name = f"{path.parent.name}/{path.name}"
        yield "newswcl50", make_article(name, path.read_text("utf-8"))


def part_of(set_: str, document: str) -> str:
    """The half that a document's event belongs to: articles on one event share quotations."""
    event = document.split("/")[0] if set_ == "newswcl50" else document.split("_")[0]
    return PARTS[int(sha256(event.encode()).hexdigest(), 16) % 2]


def cases(data: Path) -> Iterator[Case]:
    """The labelled articles."""
    labels = read_labels()
    for set_, article in articles(data):
        if (set_, article.id) in labels:
            yield Case(set_, part_of(set_, article.id), article, labels[set_, article.id])


def answer(claims: Sequence[Claim], content: Span) -> Claim | None:
    """The claim that the content belongs to: the shortest of those that hold most of it."""
    told = [claim for claim in claims if claim.mode is not Mode.NARRATED]
    best = max(
        told, key=lambda claim: (shared_characters(claim, content), -_size(claim)), default=None
    )
    if best is None or 2 * shared_characters(best, content) < content.end - content.start:
        return None
    return best


def _size(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)


def links(claim: Claim) -> tuple[Given, ...]:
    """The claim's chain; its holder alone where it has none."""
    found = tuple(
        Given(
            link.name,
            None if link.start is None or link.end is None else Span(link.start, link.end),
        )
        for link in claim.chain
    )
    return found or (Given(claim.holder.name, claim.source),)


def is_right(text: str, given: Given, gold: GoldLink, shared: frozenset[str]) -> bool:
    """Whether our link is the labelled holder."""
    named = gold.named or gold.where
    if given.name and is_same(given.name, named.slice(text), shared):
        return True
    return given.where is not None and _is_place(text, given.where, named)


def _is_place(text: str, left: Span, right: Span) -> bool:
    """Whether two places overlap, other than by one's being whose the other is ("Roth's aide")."""
    if not left.overlaps(right):
        return False
    short, long = sorted((left, right), key=lambda span: span.end - span.start)
    rest = text[short.end : long.end].lstrip().replace("’", "'")
    return not rest.startswith("'s ")


def verdict(text: str, claim: Claim | None, label: Label, shared: frozenset[str]) -> Counter[str]:
    """Which of content, root and chain are right."""
    if claim is None:
        return Counter(labels=1)
    given = links(claim)
    root = is_right(text, given[-1], label.chain[-1], shared)
    chain = len(given) == len(label.chain) and all(
        is_right(text, *pair, shared) for pair in zip(given, label.chain, strict=True)
    )
    return Counter(labels=1, content=1, root=int(root), chain=int(chain))


def measure(data: Path, models: Models, with_errors: bool) -> dict[str, Counter[str]]:
    """Counts by half, and by half and set, and by half and length of the chain."""
    counts: dict[str, Counter[str]] = {}
    for case in cases(data):
        docs = models.parser.parse(case.article)
        claims, shared = find_claims(case.article, docs, models.tagger), shared_names(docs)
        for label in case.labels:
            if label.doubtful:
                continue
            claim = answer(claims, label.content)
            found = verdict(case.article.text, claim, label, shared)
            length = f"{len(label.chain)} links"
            for key in (case.part, f"{case.part}, {case.set_}", f"{case.part}, {length}"):
                counts.setdefault(key, Counter()).update(found)
            if with_errors and case.part == "learn" and not found["chain"]:
                _show(case, claim, label)
    return counts


def _show(case: Case, claim: Claim | None, label: Label) -> None:
    text = case.article.text
    wanted = " > ".join((link.named or link.where).slice(text) for link in label.chain)
    given = " > ".join(link.name or "?" for link in links(claim)) if claim else "not found"
    print(f"{case.article.id}: {wanted} | {given} | {label.content.slice(text)!r}")


def table(counts: Mapping[str, Counter[str]]) -> Iterator[str]:
    """Shares, a row for each key."""
    yield f"{'':24}{'labels':>8}{'found':>8}{'root':>8}{'chain':>8}"
    for key, tally in sorted(counts.items()):
        shares = (tally[kind] / tally["labels"] for kind in ("content", "root", "chain"))
        yield f"{key:24}{tally['labels']:8}" + "".join(f"{share:8.3f}" for share in shares)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of public sets")
    parser.add_argument("--errors", action="store_true", help="list those of the learnt half")
    given = parser.parse_args()
    print("\n".join(table(measure(given.data, Models(), given.errors))))


if __name__ == "__main__":
    main()
