"""Made collections of any size, with the pickups that were planted in them.

Stories and the number of copies of a report have power-law sizes, as on the real web: most reports
stand alone, one is carried by thousands. Words are made, and drawn as often as words of a
language are, so that short runs are shared by chance too. Copies are cut, extended, edited,
reflowed and framed by the furniture of their outlet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np

from rashomon.model.article import Article, Block, Label

_WORDS = 60_000
_FUNCTION = 150  # the commonest words, of which half of every text is made
_TOPICAL = 40  # words that a story has of its own
_OUTLETS = 3_000
_SENTENCES = 20  # of a report; 20 words each on average
_ALONE = 0.5  # of the reports, that nobody picks up
_TAIL = 1.3  # of the number of copies: a power law of this exponent, 68 % of all pages
_MOST = 5_000  # copies of one report
_SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
Rng = np.random.Generator
Ints = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Planted:
    """A pickup that was made: `share` is how much of the pickup the origin's words are."""

    origin: str
    pickup: str
    kind: str
    share: float


@dataclass(frozen=True, slots=True)
class Made:
    """An article and where its text came from, if it is one that was copied."""

    article: Article
    planted: Planted | None


def make_collection(pages: int, seed: int = 0) -> Iterator[Made]:
    """So many articles of some 400 words, story by story; the same for the same seed."""
    rng = np.random.default_rng(seed)
    words = _vocabulary()
    outlets = [(f"Outlet {k}", _line(rng, words), _line(rng, words)) for k in range(_OUTLETS)]
    count = report = 0
    topical: Ints = np.zeros(0, dtype=np.int64)
    while count < pages:
        if report % 3 == 0:  # a story is told by some three reports of its own
            topical = rng.integers(_FUNCTION, _WORDS, _TOPICAL)
        sentences = [_sentence(rng, words, topical) for _ in range(_SENTENCES)]
        origin = f"r{report:07}-0"
        copies = min(_copies(rng, pages), pages - count - 1)
        chosen = [outlets[k] for k in rng.integers(0, _OUTLETS, copies + 1).tolist()]
        yield Made(_article(origin, _paragraphs(rng, sentences), *chosen[0]), None)
        for copy in range(1, copies + 1):
            kind, kept, share = _pick_up(rng, words, topical, sentences)
            planted = Planted(origin, f"r{report:07}-{copy}", kind, share)
            paragraphs = _paragraphs(rng, kept)
            yield Made(_article(planted.pickup, paragraphs, *chosen[copy]), planted)
        count += copies + 1
        report += 1


def make_reports(count: int, seed: int = 0) -> Iterator[Article]:
    """So many reports of one story, each in words of its own; the same for the same seed."""
    rng = np.random.default_rng(seed)
    words = _vocabulary()
    topical = rng.integers(_FUNCTION, _WORDS, _TOPICAL)
    for report in range(count):
        sentences = [_sentence(rng, words, topical) for _ in range(_SENTENCES)]
        head, foot = _line(rng, words), _line(rng, words)
        outlet = f"Outlet {report % _OUTLETS}"
        yield _article(f"r{report:07}-0", _paragraphs(rng, sentences), outlet, head, foot)


def make_wire(count: int, seed: int = 0) -> Iterator[Article]:
    """One report that so many outlets carry, two fifths of them word for word."""
    rng = np.random.default_rng(seed)
    words = _vocabulary()
    topical = rng.integers(_FUNCTION, _WORDS, _TOPICAL)
    sentences = [_sentence(rng, words, topical) for _ in range(_SENTENCES)]
    for copy in range(count):
        kept = _pick_up(rng, words, topical, sentences)[1] if copy % 5 > 1 else sentences
        yield _article(f"c{copy:07}", _paragraphs(rng, kept), f"Outlet {copy}", "", "")


def _vocabulary() -> list[str]:
    rng = np.random.default_rng(7)
    words: dict[str, None] = {}
    while len(words) < _WORDS:
        size = 1 + min(3, len(words) // 200)
        parts = rng.integers(0, len(_SYLLABLES), size + int(rng.integers(0, 2)))
        words.setdefault("".join(_SYLLABLES[k] for k in parts))
    return list(words)


def _copies(rng: Rng, pages: int) -> int:
    if rng.random() < _ALONE:
        return 0
    return min(int(rng.pareto(_TAIL)) + 1, _MOST, pages // 20)


def _sentence(rng: Rng, words: Sequence[str], topical: Ints) -> str:
    size = int(rng.integers(10, 31))
    function = np.minimum(rng.zipf(1.3, size), _FUNCTION) - 1
    rare = rng.integers(_FUNCTION, _WORDS, size)
    ours = topical[rng.integers(0, len(topical), size)]
    draw = rng.random(size)
    chosen = np.where(draw < 0.5, function, np.where(draw < 0.75, rare, ours))
    text = " ".join(words[k] for k in chosen.tolist())
    if rng.random() < 0.25:
        half = text.find(" ", len(text) // 2)
        text = f'"{text[:half]}," said {text[half + 1 :]}'
    return f"{text[0].upper()}{text[1:]}."


def _line(rng: Rng, words: Sequence[str]) -> str:
    return _sentence(rng, words, np.arange(_FUNCTION, _FUNCTION + 400))


def _pick_up(
    rng: Rng, words: Sequence[str], topical: Ints, origin: Sequence[str]
) -> tuple[str, list[str], float]:
    draw, size = rng.random(), len(origin)
    if draw < 0.4:
        return "verbatim", _edited(rng, words, origin, int(rng.integers(0, 6))), 1.0
    if draw < 0.65:
        kept = int(rng.integers(size // 4, size))
        return "trimmed", _edited(rng, words, origin[:kept], int(rng.integers(0, 4))), 1.0
    own = [_sentence(rng, words, topical) for _ in range(int(rng.integers(3, 13)))]
    if draw < 0.8:
        at = int(rng.integers(0, size))
        extended = [*origin[:at], *own, *origin[at:]]
        return "extended", _edited(rng, words, extended, 3), size / (size + len(own))
    taken = int(rng.integers(2, 6))
    at = int(rng.integers(0, size - taken))
    rest = [_sentence(rng, words, topical) for _ in range(_SENTENCES - taken)]
    place = int(rng.integers(0, len(rest)))
    return "excerpt", [*rest[:place], *origin[at : at + taken], *rest[place:]], taken / _SENTENCES


def _edited(rng: Rng, words: Sequence[str], text: Sequence[str], edits: int) -> list[str]:
    """The sentences with some words put in, taken out or replaced."""
    edited = list(text)
    for _ in range(edits):
        k = int(rng.integers(0, len(edited)))
        parts = edited[k].split(" ")
        at = int(rng.integers(0, len(parts)))
        word = words[int(rng.integers(0, _WORDS))]
        parts[at : at + int(rng.integers(0, 2))] = [word] * int(rng.integers(0, 3))
        edited[k] = " ".join(parts)
    return edited


def _paragraphs(rng: Rng, sentences: Sequence[str]) -> list[str]:
    paragraphs, at = [], 0
    while at < len(sentences):
        size = int(rng.integers(1, 4))
        paragraphs.append(" ".join(sentences[at : at + size]))
        at += size
    return paragraphs


def _article(name: str, paragraphs: Sequence[str], outlet: str, head: str, foot: str) -> Article:
    blocks, at = [], 0
    lines = [head, *paragraphs, foot]
    for line in lines:
        blocks.append(Block(at, at + len(line), Label.BODY))
        at += len(line) + 1
    text = "\n".join(lines)
    digest = sha256(text.encode()).hexdigest()
    return Article(name, digest, text, tuple(blocks), outlet=outlet)
