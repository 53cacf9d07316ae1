"""The trained tagger at run time: labels of words, and which cue each belongs to."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rashomon.claims.tagger.words import Window
from rashomon.text.graphs import load_graph

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

Array = np.ndarray[Any, np.dtype[np.float32]]

_THREADS = min(4, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Tagged:
    """One window with the label of each word, how likely each label is by itself, and how likely
    each word's cue begins at which word.

    Shapes: labels (words), chances (words), cues (words, 1 + words), where 0 is no cue.
    """

    window: Window
    labels: Sequence[int]
    chances: Array
    cues: Array


class Tagger:
    """The network in 8 bits, and the chain of labels over it."""

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer) -> None:
        self._session = session
        self.tokenizer = tokenizer
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def tag(self, windows: Sequence[Window]) -> list[Tagged]:
        """The windows with their labels, each the same whatever its neighbours are.

        Cost: one window a run, about 40 ms at 200 pieces, on up to four processors side by side;
        8-bit scales are taken from a whole run, so a batch would let one window change another.
        """
        with ThreadPoolExecutor(_THREADS) as threads:
            return list(threads.map(self._tag, windows))

    def _tag(self, window: Window) -> Tagged:
        labels, cues, moves, starts = self._session.run(
            None, {"columns": window.columns[None], "firsts": window.firsts[None]}
        )
        best = best_labels(labels[0], moves, starts)
        chances = _softmax(labels[0])[np.arange(len(best)), best]
        return Tagged(window, best, chances, _softmax(cues[0]))


def best_labels(scores: Array, moves: Array, starts: Array) -> list[int]:
    """The most likely labels of all words together.

    Shapes: scores (words, labels), moves (labels, labels), starts (labels).
    """
    best, back = starts + scores[0], []
    for row in scores[1:]:
        steps = best[:, None] + moves
        back.append(steps.argmax(0))
        best = steps.max(0) + row
    labels = [int(best.argmax())]
    for came in reversed(back):
        labels.append(int(came[labels[-1]]))
    return labels[::-1]


def _softmax(scores: Array) -> Array:
    shares: Array = np.exp(scores - scores.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    return shares


def load_tagger(graph: Path | None = None) -> Tagger:
    """The tagger that comes with Rashomon, or another graph with the same inputs and outputs.

    Errors: ModelError where its weights were removed.
    """
    way_out = (
        "build it with training/attribution, or run without a tagger: claims are then found by "
        "patterns alone"
    )
    return Tagger(*load_graph(graph or "attribution.onnx", way_out))
