"""Trains the line classifier: `python -m training.lines.train --data FOLDER`.

Data in: labelled dumps and public HTML pages; out: the weights and their scores. The same data
gives the same bytes.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from rashomon.extract.lines.features import Surroundings, line_features
from rashomon.extract.lines.page_lines import split_lines
from rashomon.extract.lines.shape import shape
from training.lines.dumps import dumps
from training.lines.pages import (
    Labelled,
    bodiless,
    furnished,
    labelled,
    scrapinghub,
    split_of,
    stock,
    trafilatura_pages,
)

# A word or pair of words counts only if so many sites use it: furniture of one is not learnt.
SITES_FOR_WORD = 15
LEXICAL = tuple(
    mark + name
    for mark in ("", "-2:", "-1:", "1:", "2:")
    for name in ("w=", "ws=", "sw=", "lw=", "le=", "w0=", "first=", "last=")
)
# Few pages have no article at all, but a model that never saw one finds bodies everywhere.
BODILESS_EVERY = 5
# With a weaker L1 than this the furniture of single sites is learnt and unseen sites lose: body
# F1 by page fell from .91 to .85 at 0.4.
PARAMETERS = {
    "c1": 2.0,
    "c2": 0.5,
    "max_iterations": 80,
    "feature.possible_transitions": True,
    "feature.minfreq": 3,
}
OUTPUT = Path(__file__).parents[2] / "src" / "rashomon" / "weights" / "lines.crfsuite"


class Example(NamedTuple):
    """One dump as the trainer takes it."""

    site: str
    features: list[list[str]]
    labels: Sequence[str]


def features_of(page: Labelled, airy: bool | None = None) -> list[list[str]]:
    lines = split_lines(page.text)
    blanks = [line.blank_before if airy is None else airy for line in lines]
    if len(lines) != len(page.labels):
        raise ValueError(f"{page.id}: {len(lines)} lines, {len(page.labels)} labels")
    return line_features(Surroundings([shape(line.text) for line in lines]), [*blanks, True])


def examples_of(data: Path) -> list[Example]:
    """The pages of the sites that are learnt from in three styles and furnished, and the dumps."""
    pages = [
        page
        for source in [*scrapinghub(data), *trafilatura_pages(data)]
        if split_of(source.site) == "train"
        for page in labelled(source, styles=3)
    ]
    supply = stock(pages)
    bare = [page for page in pages if page.id.endswith(":bare")]
    read = list(dumps(data, "train"))
    made = [
        *pages,
        *(furnished(page, supply) for page in [*bare, *read]),
        *(bodiless(page) for page in bare[::BODILESS_EVERY]),
    ]
    return [
        *(Example(page.site, features_of(page), page.labels) for page in made if page.labels),
        *(
            Example(page.site, features_of(page, airy), page.labels)
            for page in read
            for airy in (False, True)
        ),
    ]


def frequent(examples: Sequence[Example]) -> frozenset[str]:
    """The lexical features that enough sites have."""
    sites: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for name in {name for names in example.features for name in names}:
            if name.startswith(LEXICAL):
                sites[name].add(example.site)
    return frozenset(name for name, seen in sites.items() if len(seen) >= SITES_FOR_WORD)


def train(examples: Sequence[Example], output: Path) -> None:
    """Writes the weights."""
    known = frequent(examples)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for example in random.Random(0).sample(examples, len(examples)):
        kept = [
            [name for name in names if name in known or not name.startswith(LEXICAL)]
            for names in example.features
        ]
        trainer.append(pycrfsuite.ItemSequence(kept), example.labels)
    output.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(output))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the public data")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    examples = examples_of(arguments.data)
    train(examples, arguments.output)
    size_bytes = arguments.output.stat().st_size
    print(f"{len(examples)} examples, {size_bytes} bytes -> {arguments.output}")


if __name__ == "__main__":
    main()
