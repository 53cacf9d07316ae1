"""How well pairs that share text are judged: `python -m evaluation.lineage --data FOLDER`.

On pairs that were read and labelled by hand (`labels/LINEAGE.md`), beside containment of 5-grams
with the best two thresholds, on raw pages and on extracted ones, and minhash. Rules were written
on the parts `earlier`, `learn` and `fresh learn`; of the others only totals are printed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.lineage_pages import Dump, dumps
from evaluation.lineage_peers import CLASSES, by_thresholds, containment, linkers
from rashomon.lineage import find_lineages
from rashomon.model.article import Article
from rashomon.model.lineage import Lineages, Side
from rashomon.text.agencies import find_agency

LABELS = Path(__file__).parent / "labels" / "lineage.jsonl"
OF_KIND = {
    **dict.fromkeys(("verbatim", "trimmed", "extended", "copy"), "same"),
    **dict.fromkeys(("excerpt", "rewritten"), "partial"),
    **dict.fromkeys(("quotes", "furniture", "independent", "none"), "none"),
}
PARTS = ("earlier", "learn", "measure", "fresh learn", "fresh measure")
EMPTY = Lineages((), ())


@dataclass(frozen=True)
class Pair:
    """Two articles and what a reader says of them; no class where several would do."""

    left: str
    right: str
    kinds: frozenset[str]
    half: str
    class_: str = ""
    origin: str | None = None

    @property
    def three(self) -> str:
        """Same, partial or none."""
        return OF_KIND.get(self.class_, self.class_)


@dataclass(frozen=True)
class Said:
    """What a system says of a pair: its kind, and where the text has its origin."""

    kind: str
    origin: str | None = None


def pairs() -> list[Pair]:
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    return [
        Pair(
            row["left"],
            row["right"],
            frozenset(row["kinds"]),
            row["half"],
            row.get("class", ""),
            row.get("origin"),
        )
        for row in rows
    ]


def alone(left: Article | None, right: Article | None) -> Said:
    """What Rashomon says of the two, with no other page beside them."""
    if left is None or right is None:
        return Said("none")
    return _said(find_lineages([left, right]), left.id, right.id)


def _said(found: Lineages, one: str, other: str) -> Said:
    pickup = next((p for p in found.pickups if {p.left, p.right} == {one, other}), None)
    if pickup is None:
        return Said("none")
    if pickup.origin is not None:
        first = pickup.left if pickup.origin is Side.LEFT else pickup.right
        return Said(pickup.kind.value, "left" if first == one else "right")
    named = {each.origin.name for each in found.lineages if {one, other} & set(each.articles)}
    named -= {None}
    return Said(pickup.kind.value, named.pop() if len(named) == 1 else None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--wrong", action="store_true", help="print what is wrong where it may be")
    parser.add_argument("--parts", nargs="*", default=PARTS, choices=PARTS)
    arguments = parser.parse_args()
    wanted = [pair for pair in pairs() if pair.half in arguments.parts]
    pages = dumps(arguments.data, {id_ for pair in wanted for id_ in (pair.left, pair.right)})
    for half in arguments.parts:
        chosen = [pair for pair in wanted if pair.half == half]
        wrong = arguments.wrong and "measure" not in half
        if half == "earlier":
            report_kinds(chosen, pages, wrong)
        else:
            report(half, chosen, pages, wrong)


def report_kinds(chosen: Sequence[Pair], pages: Mapping[str, Dump], wrong: bool) -> None:
    """How many kinds are among those that a reader may give."""
    said = [alone(pages[pair.left].whole, pages[pair.right].whole).kind for pair in chosen]
    same = ["copy" if OF_KIND[kind] == "same" else kind for kind in said]
    right = sum(kind in pair.kinds for pair, kind in zip(chosen, same, strict=True))
    print(f"earlier  rashomon, whole pages   {right}/{len(chosen)} kinds right")
    for pair, kind in zip(chosen, same, strict=True) if wrong else ():
        if kind not in pair.kinds:
            print(f"    {kind:10} not {'/'.join(sorted(pair.kinds)):20} {pair.left} {pair.right}")


def report(half: str, chosen: Sequence[Pair], pages: Mapping[str, Dump], wrong: bool) -> None:
    three = [pair.three for pair in chosen]
    print(f"\n{half}: {len(chosen)} pairs, {', '.join(f'{three.count(c)} {c}' for c in CLASSES)}")
    print(f"{'':32} accuracy macro-F1 link-F1  links of furniture alone")
    forms = {
        "rashomon, read": lambda id_: pages[id_].read,
        "rashomon, whole pages": lambda id_: pages[id_].whole,
    }
    for name, form in forms.items():
        said = [alone(form(pair.left), form(pair.right)) for pair in chosen]
        row(f"{half:8} {name}", chosen, [OF_KIND[each.kind] for each in said])
        if form is forms["rashomon, read"]:
            origins(half, chosen, said)
            kinds = sum(s.kind in p.kinds for p, s in zip(chosen, said, strict=True))
            print(f"{half:8} rashomon, kinds right  {kinds}/{len(chosen)}")
        if wrong:
            print_wrong(chosen, said)
    texts = {
        "raw": {id_: page.raw for id_, page in pages.items()},
        "read": {id_: body(page.read) for id_, page in pages.items()},
    }
    for name, text in texts.items():
        shares = [containment(text[pair.left], text[pair.right]) for pair in chosen]
        row(f"{half:8} containment, {name}", chosen, by_thresholds(shares, three))
    for name, linked in linkers():
        for form_name, text in texts.items():
            links = [linked(text[pair.left], text[pair.right]) for pair in chosen]
            line = f"{half:8} {name}, {form_name}"
            print(f"{line:41} {'':9} {f1(three, ['same' if x else 'none' for x in links]):7.3f}")


def body(article: Article | None) -> str:
    """The text that extraction keeps."""
    return "\n".join(span.slice(article.text) for span in article.body) if article else ""


def row(name: str, chosen: Sequence[Pair], said: Sequence[str]) -> None:
    gold = [pair.three for pair in chosen]
    right = sum(one == other for one, other in zip(gold, said, strict=True))
    furniture = sum(
        pair.class_ == "furniture" and each != "none"
        for pair, each in zip(chosen, said, strict=True)
    )
    macro = sum(_f1(gold, said, {class_}) for class_ in CLASSES) / len(CLASSES)
    link = f1(gold, said)
    print(f"{name:32} {right / len(gold):8.3f} {macro:8.3f} {link:7.3f}  {furniture:3}")


def f1(gold: Sequence[str], said: Sequence[str]) -> float:
    """F1 of "same or partial"."""
    return _f1(gold, said, {"same", "partial"})


def _f1(gold: Iterable[str], said: Iterable[str], wanted: set[str]) -> float:
    both = [(one in wanted, other in wanted) for one, other in zip(gold, said, strict=True)]
    hits, all_ = both.count((True, True)), sum(one + other for one, other in both)
    return 2 * hits / all_ if all_ else 1.0


def origins(half: str, chosen: Sequence[Pair], said: Sequence[Said]) -> None:
    """Of the pairs whose origin a reader finds decided, how many Rashomon decides, and how."""
    decided = [(p, s) for p, s in zip(chosen, said, strict=True) if p.origin]
    answered = [(pair, each.origin) for pair, each in decided if each.origin]
    right = sum(_one(pair.origin) == _one(origin) for pair, origin in answered)
    share = right / max(1, len(answered))
    print(
        f"{half:8} rashomon, origin {share:.3f} right where decided: {right}/{len(answered)}, "
        f"of {len(decided)} that a reader decides"
    )


def _one(name: str | None) -> str | None:
    return find_agency(name) or name if name else None


def print_wrong(chosen: Sequence[Pair], said: Sequence[Said]) -> None:
    for pair, each in zip(chosen, said, strict=True):
        if OF_KIND[each.kind] != pair.three:
            print(f"    {each.kind:10} not {pair.class_:12} {pair.left} {pair.right}")
        elif pair.origin and _one(each.origin) != _one(pair.origin):
            print(f"    origin {each.origin} not {pair.origin} {pair.left} {pair.right}")


if __name__ == "__main__":
    main()
