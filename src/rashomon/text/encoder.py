"""Sentences as vectors, for what has the same meaning in other words; removable, never needed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np

from rashomon.text.graphs import load_graph

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

DIMENSIONS = 384
_THREADS = min(4, os.cpu_count() or 1)
_MAX_TOKENS = 128  # longer texts are cut: the model was taught on shorter ones
_MAX_CHARACTERS = 4_000  # never fewer than 128 tokens of prose, and a bound for hostile text
_LONGEST_WORD = 16  # characters of a text whose vector is kept, for words come again
_WORDS = 5_000  # kept: 8 MB


class Encoder:
    """all-MiniLM-L6-v2 in 8 bits: texts of near meaning get vectors with a large product."""

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_MAX_TOKENS)
        self._words: dict[str, np.ndarray[Any, np.dtype[np.float32]]] = {}

    def encode(self, texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.float32]]:
        """One vector of unit length a text, the same whatever its neighbours are.

        Shape: (texts, 384).
        Cost: one sequence a run, about 3 ms at 25 tokens, on up to four processors side by
        side; 8-bit scales are taken from a whole run, so a batch would let one text change
        another's vector. A text that comes twice is encoded once; so is a word over all
        calls, since every story has the same verbs.
        """
        rows = {text: row for row, text in enumerate(dict.fromkeys(texts))}
        vectors = np.zeros((len(rows), DIMENSIONS), dtype=np.float32)
        with ThreadPoolExecutor(_THREADS) as threads:
            for row, vector in enumerate(threads.map(self._encode, rows)):
                vectors[row] = vector
        return vectors[[rows[text] for text in texts]]

    def _encode(self, text: str) -> np.ndarray[Any, np.dtype[np.float32]]:
        known = self._words.get(text)
        if known is not None:
            return known
        vector = self._run(text)
        if len(text) <= _LONGEST_WORD and len(self._words) < _WORDS:
            self._words[text] = vector
        return vector

    def _run(self, text: str) -> np.ndarray[Any, np.dtype[np.float32]]:
        ids = self._tokenizer.encode(text[:_MAX_CHARACTERS]).ids
        (vector,) = self._session.run(None, {"input_ids": np.array([ids], dtype=np.int64)})
        first: np.ndarray[Any, np.dtype[np.float32]] = vector[0]
        return first


def load_encoder() -> Encoder:
    """The encoder that comes with Rashomon.

    Errors: ModelError where its weights were removed.
    """
    way_out = (
        "build it with training/encoder, or run without an encoder: words are then compared as "
        "they are written"
    )
    return Encoder(*load_graph("encoder.onnx", way_out))
