"""Trains the trees of main text: `python -m training.rows.train --data FOLDER`.

Data in: the readable half of the public HTML pages, of Fundus's and Readability's too where their
checkouts are given (the shipped weights need both); out: the weights. The same data gives the
same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.html.row_features import with_votes
from rashomon.extract.html.row_trees import Trees
from training.rows.boost import fit
from training.rows.pages import AGREED, FOLDS, Known, known_pages

OUTPUT = Path(__file__).parents[2] / "src" / "rashomon" / "weights" / "rows.npy"
# Trees drawn anew so many times, of which the mean counts: single ones lean on chance.
SEEDS = (0, 1, 2)
# Of the lines that no program takes for main text, menus mostly, that are learnt from.
EASY = 0.3

Array = NDArray[np.float64]


def train(pages: Sequence[Known], seed: int) -> tuple[Trees, Trees, Trees]:
    """Trees for lines alone, for lines among others, and beside another opinion.

    The second and third are given what the first say of pages that those have not seen.
    """
    still = [page.lines.numbers for page in pages]
    alone = fit_lines(pages, still, seed)
    unseen: list[Array] = [np.zeros(0)] * len(pages)
    for fold in range(FOLDS):
        inside = [i for i, page in enumerate(pages) if page.fold != fold]
        trees = fit_lines([pages[i] for i in inside], [still[i] for i in inside], seed)
        for i, page in enumerate(pages):
            if page.fold == fold:
                unseen[i] = trees.chances(still[i])
    among = fit_lines(pages, among_numbers(pages, unseen), seed)
    return alone, among, fit_lines(pages, beside_numbers(pages, unseen), seed)


def among_numbers(pages: Sequence[Known], chances: Sequence[Array]) -> list[Array]:
    """The numbers that the second trees see."""
    return [
        with_votes(page.lines, chance, np.zeros(len(chance)))
        for page, chance in zip(pages, chances, strict=True)
    ]


def beside_numbers(pages: Sequence[Known], chances: Sequence[Array]) -> list[Array]:
    """The numbers that the third trees see."""
    return [
        with_votes(page.lines, page.vote, chance)
        for page, chance in zip(pages, chances, strict=True)
    ]


def fit_lines(pages: Sequence[Known], numbers: Sequence[Array], seed: int) -> Trees:
    """Trees for the lines of which something is known."""
    every = np.vstack(numbers)
    truth = np.concatenate([page.truth for page in pages])
    weight = np.concatenate([page.weight for page in pages])
    easy = (truth == 0) & (weight <= AGREED)
    drawn = np.random.default_rng(1).random(len(truth)) < EASY
    weight = np.where(easy, weight / EASY * drawn, weight)
    kept = weight > 0
    return fit(every[kept], truth[kept], weight[kept], seed)


def mean(models: Sequence[Trees]) -> Trees:
    """The trees of all, each with its part of the say."""
    leaves = np.vstack([trees.leaves for trees in models]) / np.float32(len(models))
    numbers = np.vstack([trees.numbers for trees in models])
    return Trees(numbers, np.vstack([trees.limits for trees in models]), leaves)


def save(models: Sequence[Trees], output: Path) -> None:
    """Writes the weights."""
    packed = np.stack(
        [np.hstack([trees.numbers, trees.limits, trees.leaves]) for trees in models]
    ).astype(np.float32)
    np.save(output, packed, allow_pickle=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the public data")
    parser.add_argument("--fundus", type=Path, help="a checkout of Fundus's repository")
    parser.add_argument("--readability", type=Path, help="a checkout of Mozilla's Readability")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    pages = list(known_pages(arguments.data, arguments.fundus, arguments.readability))
    drawn = [train(pages, seed) for seed in SEEDS]
    save([mean(models) for models in zip(*drawn, strict=True)], arguments.output)
    print(f"{len(pages)} pages, {arguments.output.stat().st_size} bytes -> {arguments.output}")


if __name__ == "__main__":
    main()
