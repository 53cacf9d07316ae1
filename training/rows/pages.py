"""Rendered pages of the public sets, each line with what is known of it, and how surely.

Only pages of the half that may be read are taken: evaluation measures on the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray
from trafilatura import bare_extraction

from evaluation.pages import (
    Sample,
    fundus_pages,
    is_measured,
    scrapinghub_pages,
    trafilatura_pages,
)
from rashomon.extract.html.boxes import find_boxes, mark_boxes
from rashomon.extract.html.facts import find_facts
from rashomon.extract.html.head_fields import canonical_url
from rashomon.extract.html.main_text import align, stated_letters
from rashomon.extract.html.markup import parse_markup
from rashomon.extract.html.row_features import Lines, look_at
from rashomon.extract.html.visible import render
from rashomon.read.decode import decode
from rashomon.text.normal import letters_of

FOLDS = 5
# Weights of a line: programs agree on it; it holds a segment that must or must not be main text;
# it is in a gold body or not, times the root of its words.
AGREED = 0.3
SEGMENT = 3.0
GOLD = 0.25
MOST_WORDS = 100
# Readability's own output, which its makers corrected, is half as good as a body by other hands.
CORRECTED = 0.5
CORRECTED_CHARS = 1500  # shorter ones test a single element
# German pages are most of the largest set.
ENGLISH = 2.0
# trafilatura's settings that have to agree, and that which the third trees are given.
OPINIONS: tuple[dict[str, Any], ...] = (
    {"include_comments": False},
    {"include_comments": False, "favor_precision": True},
    {"include_comments": False, "favor_recall": True},
)
BESIDE: dict[str, Any] = {"include_comments": True, "favor_precision": True}

Array = NDArray[np.float64]


class Known(NamedTuple):
    """A page: its lines, which are voted for, which are main text, and how sure that is."""

    fold: int
    lines: Lines
    vote: Array
    truth: Array
    weight: Array


def known_pages(
    data: Path, fundus: Path | None = None, readability: Path | None = None
) -> Iterator[Known]:
    """All pages that may be learnt from, in a fixed order.

    `fundus` and `readability` are checkouts of repositories that test with whole pages.
    """
    for sample in _readable(trafilatura_pages(data)):
        yield from _known(sample)
    for sample in _readable(scrapinghub_pages(data)):
        yield from _known(sample)
    for sample in _readable(fundus_pages(fundus) if fundus else ()):
        yield from _known(sample)
    for sample in _readable(readability_pages(readability) if readability else ()):
        yield from _known(sample, CORRECTED)


def readability_pages(clone: Path) -> Iterator[Sample]:
    """The whole articles that Mozilla's Readability is tested with, where they tell an address."""
    for source in sorted(clone.glob("test/test-pages/*/source.html")):
        html = decode(source.read_bytes())
        tree = parse_markup(html)
        gold = parse_markup(decode(source.with_name("expected.html").read_bytes()))
        url = None if tree is None else canonical_url(find_facts(tree))
        if url is None or gold is None:
            continue
        body = render(gold).text
        if len(body) > CORRECTED_CHARS:
            yield Sample(url, html, {"articleBody": body})


def _readable(samples: Iterable[Sample]) -> Iterator[Sample]:
    return (sample for sample in samples if not is_measured(sample.url))


def fold_of(url: str) -> int:
    """The part of the pages that the site belongs to."""
    name = ".".join((urlsplit(url).hostname or "").split(".")[-2:])
    return int(hashlib.sha256(f"rows:{name}".encode()).hexdigest(), 16) % FOLDS


def _known(sample: Sample, sure: float = 1.0) -> Iterator[Known]:
    tree = parse_markup(sample.html)
    if tree is None:
        return
    rendering = render(tree)
    rendering = mark_boxes(rendering, find_boxes(tree, rendering))
    texts = [rendering.text[row.start : row.end] for row in rendering.rows]
    if not texts:
        return
    keys = [letters_of(text) for text in texts]
    lines = look_at(rendering.rows, texts, keys, *stated_letters(find_facts(tree)))
    vote = np.zeros(len(texts))
    vote[list(_heard(tree, texts, keys, BESIDE))] = 1
    if "articleBody" in sample.known:
        truth, weight = _by_body(texts, keys, sample.known["articleBody"])
    else:
        heard = [_heard(tree, texts, keys, opinion) for opinion in OPINIONS]
        truth, weight = _by_segments(texts, sample.known, heard)
    weight *= sure * (ENGLISH if sample.language == "en" else 1.0)
    yield Known(fold_of(sample.url), lines, vote, truth, weight)


def _heard(
    tree: Any, texts: Sequence[str], keys: Sequence[str], setting: dict[str, Any]
) -> frozenset[int]:
    document = bare_extraction(deepcopy(tree), **setting)
    if document is None or isinstance(document, dict):
        return frozenset()
    return align(texts, keys, document.text or "")


def _by_body(texts: Sequence[str], keys: Sequence[str], body: str) -> tuple[Array, Array]:
    truth = np.zeros(len(texts))
    truth[list(align(texts, keys, body))] = 1
    words = np.array([min(text.count(" ") + 1, MOST_WORDS) for text in texts], float)
    return truth, GOLD * np.sqrt(words)


def _by_segments(
    texts: Sequence[str], known: dict[str, Any], heard: Sequence[frozenset[int]]
) -> tuple[Array, Array]:
    """What the segments say of the lines that hold them, and all programs together of others."""
    count = len(texts)
    truth, weight = np.zeros(count), np.zeros(count)
    agreed, named = frozenset.intersection(*heard), frozenset.union(*heard)
    truth[list(agreed)] = 1
    weight[[i for i in range(count) if i in agreed or i not in named]] = AGREED
    for segment in _segments(known, "with"):
        holding = [i for i, text in enumerate(texts) if segment in text]
        for i in [i for i in holding if i in named] or _nearest(holding, heard[0], count):
            truth[i], weight[i] = 1, SEGMENT
    for segment in (*_segments(known, "without"), *_segments(known, "comments")):
        for i, text in enumerate(texts):
            if segment not in text or (truth[i] and weight[i] == SEGMENT):
                continue
            part = len(segment) / len(text)
            if part < 0.25 and i in agreed:
                weight[i] = 0  # a word of the paragraph that stands elsewhere too
            else:
                truth[i], weight[i] = 0, SEGMENT if part >= 0.5 else SEGMENT / 2
    return truth, weight


def _segments(known: dict[str, Any], kind: str) -> list[str]:
    return [words for each in known.get(kind) or () if (words := " ".join(each.split()))]


def _nearest(places: Sequence[int], main: frozenset[int], count: int) -> list[int]:
    """Of the places the one nearest to the middle of the main text."""
    middle = float(np.median(sorted(main))) if main else count / 2
    return sorted(places, key=lambda place: (abs(place - middle), place))[:1]
