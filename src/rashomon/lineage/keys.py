"""What of an article's words is looked up to find those that share text with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from rashomon.lineage.body import MAX_WORDS, Hashes, body_paragraphs, gram_hashes, hash_form
from rashomon.model.article import Article
from rashomon.text.normal import iterate_words, plain_form

_WINDOW = 4  # runs, of which the least is kept: eight equal words in a row share one
_TELLING_LETTERS = 6  # a shorter word without a capital or a digit is in any report
_SAMPLE = 48  # telling words; of two pages those with the least hashes are the same ones


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """A body's fingerprints, about a kilobyte for 400 words.

    `runs` are hashes of runs of five words, winnowed (Schleimer, Wilkerson and Aiken 2003);
    `telling` those of names, numbers and long words, a sample of which all bodies choose alike;
    `told` is how many of these there are. `text` is equal for equal words in equal order.
    Order: ascending, each once.
    """

    runs: Hashes
    telling: Hashes
    told: int
    text: int
    words: int
    outlet: str | None = None


def read_keys(article: Article) -> Keys:
    """The fingerprints of the article's body."""
    numbers, telling = [], []
    for number, is_telling in map(_read_word, _written(article)):
        numbers.append(number)
        if is_telling:
            telling.append(number)
    hashes = np.array(numbers, dtype=np.uint64)
    told = np.unique(np.array(telling, dtype=np.uint64))
    return Keys(
        runs=_winnow(gram_hashes(hashes)),
        telling=told[:_SAMPLE],
        told=len(told),
        text=int.from_bytes(blake2b(hashes.tobytes(), digest_size=8).digest(), "little"),
        words=len(hashes),
        outlet=article.outlet or article.host,
    )


def _written(article: Article) -> Iterator[str]:
    return iterate_words(article.text, body_paragraphs(article), MAX_WORDS)


@lru_cache(maxsize=200_000)
def _read_word(word: str) -> tuple[int, bool]:
    """The hash of the word's plain form, and whether the word tells what the text is about."""
    form = plain_form(word)
    return hash_form(form), len(form) >= _TELLING_LETTERS or word[0].isupper() or form[0].isdigit()


def _winnow(grams: Hashes) -> Hashes:
    """The least of each few hashes that follow each other."""
    if len(grams) <= _WINDOW:
        return np.unique(grams)
    least: Hashes = np.unique(sliding_window_view(grams, _WINDOW).min(axis=1))
    return least
