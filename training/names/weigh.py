"""Learns how much each piece of evidence says about two full names.

    python -m training.names.weigh --data FOLDER

FOLDER holds the news sets of `evaluation/name_pairs.py`, of which the half `learn` is read.
Writes src/rashomon/weights/names.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evaluation.name_pairs import load_pairs, read_pages
from training.names.examples import Example, labelled, made

WEIGHTS = Path("src/rashomon/weights/names.json")
STEPS, RATE, DECAY = 3000, 0.02, 5e-4
MADE = {"body": 1.0, "person": 0.5}  # what all made pairs weigh beside all labelled ones
# Evidence speaks one way only; what a hundred pairs say against common sense is chance.
FOR = (
    "order", "surname same", "surname long", "surname spelled", "surname inside", "given same",
    "given initial", "given nickname", "given diminutive", "given name cut short", "given spelled",
    "given name left out", "middle same", "few letters differ", "rule: yes", "words shared",
)  # fmt: skip
FREE = ("bias",)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    pairs = load_pairs("learn")
    pages = read_pages(options.parse_args().data, pairs)
    write([*labelled(pages, pairs), *made(pages)])


def write(examples: Sequence[Example]) -> None:
    """Learns the weights of each sort and writes them."""
    weights = {}
    for sort in ("body", "person"):
        own = [example for example in examples if example.sort == sort]
        weights[sort] = learn(own)
        marked = sum(not example.made for example in own)
        print(f"{sort}: {marked} labelled pairs, {len(own) - marked} made")
    text = json.dumps({"made": "training/names/weigh.py", "weights": weights}, indent=1)
    WEIGHTS.write_text(text + "\n", "ascii")


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Logistic regression with weights of the sign that common sense gives them."""
    keys = sorted({name for example in examples for name in example.seen})
    table = np.array([[example.seen.get(key, 0.0) for key in keys] for example in examples])
    truth = np.array([float(example.same) for example in examples])
    share = _shares(examples)
    sign = np.array([0 if key in FREE else 1 if key in FOR else -1 for key in keys])
    weights = np.zeros(len(keys))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        guess = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (share * (guess - truth)) + DECAY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        weights = np.where(weights * sign < 0, 0.0, weights)
    return {key: round(float(w), 2) for key, w in zip(keys, weights, strict=True) if abs(w) > 0.01}


def _shares(
    examples: Sequence[Example],
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The weight of each example: both answers alike, the made ones less; all together one."""
    counts: dict[tuple[bool, bool], int] = {}
    for example in examples:
        key = example.same, example.made
        counts[key] = counts.get(key, 0) + 1
    shares = np.array(
        [(MADE[e.sort] if e.made else 1.0) / counts[e.same, e.made] for e in examples],
        dtype=np.float64,
    )
    return shares / shares.sum()


if __name__ == "__main__":
    main()
