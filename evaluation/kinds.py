"""How often the kind of a page is told rightly: `python -m evaluation.kinds --data FOLDER`.

Pages were labelled by reading, before the program was asked (`labels/KINDS.md`). Those of the
part `learn` were read again while the rules were written; the others are measured only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation.pages import scrapinghub_pages, trafilatura_pages
from rashomon.extract import Labeller, extract, load_labeller
from rashomon.model.article import Kind
from rashomon.model.page import Form, Page
from rashomon.model.skip import Skip
from training.lines.dumps import JOINT, texts

LABELS = Path(__file__).with_name("labels") / "kinds.jsonl"
PARTS = ("learn", "measure")


class Case(NamedTuple):
    """A page and the kind that a reader gave it."""

    page: Page
    kind: Kind


def cases(data: Path, part: str) -> Iterator[Case]:
    """The labelled pages of one half."""
    known = dict(texts(data))
    web = {s.url: s.html for read in (trafilatura_pages, scrapinghub_pages) for s in read(data)}
    for row in LABELS.read_text("utf-8").splitlines():
        record = json.loads(row)
        set_, id_ = record["set"], record["id"]
        if record["part"] != part:
            continue
        if id_ in web:
            page = Page(id_, web[id_], Form.HTML, "", url=id_)
        else:
            page = Page(id_, known[set_, id_].replace(JOINT, "\n"), Form.TEXT, "")
        yield Case(page, Kind(record["kind"]))


def kind_of(page: Page, labeller: Labeller | None) -> Kind:
    """What the program takes the page for; a skip says so too, or says that nothing is there."""
    article = extract(page, labeller)
    if not isinstance(article, Skip):
        return article.kind
    named = article.detail.partition(":")[0]
    return Kind(named) if named in set(Kind) else Kind.OTHER


def table(cases: Sequence[Case], answers: Sequence[Kind]) -> Iterator[str]:
    """Accuracy, and for each kind its precision, recall and number of pages."""
    pairs = [(case.kind, answer) for case, answer in zip(cases, answers, strict=True)]
    right = Counter(gold for gold, answer in pairs if gold is answer)
    gold, given = (Counter(pair[i] for pair in pairs) for i in (0, 1))
    yield f"accuracy          {sum(right.values()) / len(pairs):.3f}  {len(pairs)} pages"
    special = [p for p in pairs if Kind.ARTICLE not in p]
    plain = sum(answer is Kind.ARTICLE for _, answer in pairs)
    yield f"articles          P {right[Kind.ARTICLE] / max(1, plain):.3f}"
    yield f"not articles      {sum(a is b for a, b in special)} of {len(special)} rightly named"
    for kind in Kind:
        if gold[kind] or given[kind]:
            precision = right[kind] / given[kind] if given[kind] else 0.0
            recall = right[kind] / gold[kind] if gold[kind] else 0.0
            counts = f"{gold[kind]} pages, {given[kind]} named so"
            yield f"{kind.value:17} P {precision:.3f} R {recall:.3f}  {counts}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=PARTS, default="measure")
    parser.add_argument("--errors", action="store_true", help="only for the half that may be read")
    arguments = parser.parse_args()
    labeller = load_labeller()
    pages = list(cases(arguments.data, arguments.part))
    answers = [kind_of(case.page, labeller) for case in pages]
    print("\n".join(table(pages, answers)))
    if arguments.errors and arguments.part == "learn":
        for case, answer in zip(pages, answers, strict=True):
            if case.kind is not answer:
                print(f"{case.kind.value} taken for {answer.value}: {case.page.id}")


if __name__ == "__main__":
    main()
