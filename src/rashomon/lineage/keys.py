"""What of an article's words is looked up to find those that share text with it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from rashomon.lineage.body import MAX_WORDS, body_paragraphs, gram_hashes
from rashomon.lineage.words import Hashes, spell
from rashomon.model.article import Article

_TELLING_LETTERS = 6  # a shorter word without a capital or a digit is in any report
_WINDOW = 4  # runs, of which the least is kept: eight equal words in a row share one
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
    words = spell("\n".join(p.slice(article.text) for p in body_paragraphs(article)), MAX_WORDS)
    told = np.unique(words.hashes[words.named | (words.sizes >= _TELLING_LETTERS)])
    return Keys(
        runs=_winnow(gram_hashes(words.hashes)),
        telling=told[:_SAMPLE],
        told=len(told),
        text=int.from_bytes(blake2b(words.hashes.tobytes(), digest_size=8).digest(), "little"),
        words=len(words.hashes),
        outlet=article.outlet or article.host,
    )


def _winnow(grams: Hashes) -> Hashes:
    """The least of each few hashes that follow each other."""
    least = grams
    if len(grams) > _WINDOW:
        for place in range(1, _WINDOW):
            least = np.minimum(least[:-1], grams[place:])
    return np.unique(least)
