"""Learns which changes of letters leave a name the same name.

    python -m training.names.train FOLDER

FOLDER holds `arabic_name_latin_variants.jsonl`. Writes src/rashomon/weights/spelling.json.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from rashomon.text.names.spelling import edits, letters
from training.names.pairs import Pair, load_names, near_pairs, random_pairs, same_pairs

WEIGHTS = Path("src/rashomon/weights/spelling.json")
RARE = 8  # a change seen in fewer pairs has no weight of its own
STEPS, RATE, DECAY = 600, 0.05, 2e-4


def main(folder: Path) -> None:
    names = load_names(folder / "arabic_name_latin_variants.jsonl", held_out=False)
    same = same_pairs(names)
    other = near_pairs(names, each=3) + random_pairs(names, 3 * len(same))
    rows = [_edits(pair) for pair in same + other]
    seen = Counter(name for row in rows for name in row)
    keys = sorted(name for name, count in seen.items() if count >= RARE)
    table = np.zeros((len(rows), len(keys)), dtype=np.float64)
    at = {key: i for i, key in enumerate(keys)}
    for i, row in enumerate(rows):
        for name, value in row.items():
            if name in at:
                table[i, at[name]] = value
    truth = np.array([1.0] * len(same) + [0.0] * len(other))
    weights = learn(table, truth)
    kept = {key: round(float(w), 2) for key, w in zip(keys, weights, strict=True) if abs(w) >= 0.05}
    text = json.dumps(
        {"made": "training/names/train.py", "weights": kept}, indent=0, ensure_ascii=True
    )
    WEIGHTS.write_text(text + "\n", "ascii")
    print(f"{len(same)} pairs of one name, {len(other)} of two, {len(kept)} weights")


def _edits(pair: Pair) -> dict[str, float]:
    left, right = sorted(letters(word) for word in pair)
    return edits(left, right)


def learn(
    table: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    truth: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Logistic regression by Adam on all pairs at once, both classes of equal weight."""
    share = np.where(truth > 0, 0.5 / truth.mean(), 0.5 / (1 - truth.mean()))
    weights = np.zeros(table.shape[1])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        guess = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (share * (guess - truth)) / len(truth) + DECAY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


if __name__ == "__main__":
    main(Path(sys.argv[1]))
