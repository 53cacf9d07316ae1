"""What of an article's words is looked up to find those that share text with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np

from rashomon.lineage.body import MAX_WORDS, body_paragraphs, gram_hashes
from rashomon.lineage.words import Hashes, Numbers, spell
from rashomon.model.article import Article

_TELLING_LETTERS = 6  # a shorter word without a capital or a digit is in any report
_WINDOW = 4  # runs, of which the least is kept: eight equal words in a row share one
_SAMPLE = 48  # telling words; of two pages those with the least hashes are the same ones


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """A body's fingerprints, about a kilobyte and a half for 400 words.

    `runs` are hashes of runs of five words, winnowed (Schleimer, Wilkerson and Aiken 2003);
    `telling` those of names, numbers and long words, a sample of which all bodies choose alike;
    `told` is how many of these there are. `text` is equal for equal words in equal order. Of a
    page with an outlet `paragraphs` are equal where that outlet prints equal ones, `lengths` are
    their characters.
    Order: ascending, each once; paragraphs as they stand on the page.
    """

    runs: Hashes
    telling: Hashes
    told: int
    text: int
    words: int
    outlet: str | None = None
    paragraphs: Hashes = field(default_factory=lambda: np.zeros(0, dtype=np.uint64))
    lengths: Numbers = field(default_factory=lambda: np.zeros(0, dtype=np.int64))


def read_keys(article: Article) -> Keys:
    """The fingerprints of the article's body."""
    texts = [p.slice(article.text) for p in body_paragraphs(article)]
    words = spell("\n".join(texts), MAX_WORDS)
    outlet = outlet_of(article)
    own = [text.strip() for text in texts] if outlet else []
    told = np.unique(words.hashes[words.named | (words.sizes >= _TELLING_LETTERS)])
    return Keys(
        runs=_winnow(gram_hashes(words.hashes)),
        telling=told[:_SAMPLE],
        told=len(told),
        text=_number(words.hashes.tobytes()),
        words=len(words.hashes),
        outlet=outlet,
        paragraphs=np.array([paragraph_key(outlet, text) for text in own], dtype=np.uint64),
        lengths=np.array([len(text) for text in own], dtype=np.int64),
    )


def outlet_of(article: Article) -> str | None:
    """The outlet or, where it is not known, the host."""
    return article.outlet or article.host


def paragraph_key(outlet: str | None, paragraph: str) -> int:
    """What a paragraph on the outlet's pages is counted by."""
    return _number(f"{outlet}\n{paragraph}".encode("utf-8", "replace"))


def _number(content: bytes) -> int:
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "little")


def _winnow(grams: Hashes) -> Hashes:
    """The least of each few hashes that follow each other."""
    least = grams
    if len(grams) > _WINDOW:
        for place in range(1, _WINDOW):
            least = np.minimum(least[:-1], grams[place:])
    return np.unique(least)
