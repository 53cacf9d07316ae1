"""Numbers about the lines of a document, by which trained trees tell what is main text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.extract.fields.names import is_furniture
from rashomon.extract.html.marks import Mark
from rashomon.extract.html.row_cues import (
    ACTION,
    CRY,
    DASHES,
    NOTICE,
    OFFER,
    PICTURE,
    QUOTES,
    SIGNED,
    TEASED,
    holds,
)
from rashomon.extract.html.visible import Row
from rashomon.extract.section_heads import (
    heads_comments,
    heads_stories,
    heads_topics,
    leads_elsewhere,
)
from rashomon.extract.written import find_written

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]

SHORT_CHARS = 160  # cues are looked for in short lines; paragraphs may say what they like
FAR = 20  # lines beyond which distance means nothing
FURTHEST = 60  # the same, from the main heading
BEGINNING = 20  # letters by which titles and captions that come again are known
LONG = 80  # characters of a line that is no button
_SENTENCE = re.compile(r"[.!?…。][\"'”’»)\]]*$")
_SMALL_WORD = re.compile(r"\b[^\W\d_A-Z]{1,3}\b")
_MARKS = tuple(1 << bit for bit in range(18) if 1 << bit != Mark.HIDDEN)
_TAGS = {
    tag: number
    for number, tags in enumerate(
        (
            ("p",),
            ("li",),
            ("h1",),
            ("h2",),
            ("h3", "h4", "h5", "h6"),
            ("td", "th"),
            ("blockquote",),
            ("dd", "dt"),
            ("pre",),
        )
    )
    for tag in tags
}
_TAG_COUNT = 10
GROUPS = ("block", "holder", "outer", "style")
# Columns of a line's own numbers that are looked at again.
SIZE, LINKED, ENDS, HEADING = 0, 1, 2, 7
OTHERS = slice(15, 18)


@dataclass(frozen=True)
class Lines:
    """The lines of a document as the trees see them, before anybody has voted.

    `numbers` are what each line and those around it say, `groups` for each way of grouping lines
    the number of the line's group. Shape: (lines, numbers) and (lines,).
    """

    numbers: Numbers
    chars: Numbers
    groups: tuple[Places, ...]


def look_at(
    rows: Sequence[Row],
    texts: Sequence[str],
    keys: Sequence[str],
    stated: str,
    described: str,
) -> Lines:
    """What the lines are like.

    `keys` are the lines' letters; `stated` and `described` those of the text and the summary that
    the document's head gives, if any.
    Cost: linear in the text.
    """
    times = Counter(keys)
    said = [
        _of_line(row, text, times[key], key, stated, described)
        for row, text, key in zip(rows, texts, keys, strict=True)
    ]
    marks = np.array([row.mark for row in rows])[:, None] & np.array(_MARKS) != 0
    own = np.column_stack([np.array(said), marks])
    chars = own[:, SIZE]
    groups = tuple(_numbered([getattr(row, name) for row in rows]) for name in GROUPS)
    columns = [
        *_beside(np.log1p(chars), 2),
        *(each for number in (LINKED, ENDS, HEADING) for each in _beside(own[:, number], 2)),
        *(_around(own[:, LINKED] * chars, r) / _around(chars, r) for r in (2, 6)),
        *(column for group in groups for column in _shared(group, chars, own)),
        *_heads(own),
        *_of_page(rows, groups, chars, own),
        *_alike(keys, groups, chars),
        np.arange(len(chars)) / len(chars),
    ]
    return Lines(np.column_stack([own, *columns]), chars, groups)


def with_votes(lines: Lines, vote: Numbers, said: Numbers) -> Numbers:
    """All numbers about the lines, given how far each was voted for, and by another how far.

    Range: of both 0 to 1. Shape: (lines, numbers).
    """
    chars = lines.chars
    voted = vote * chars
    columns = [
        vote,
        said,
        *_beside(vote, 3),
        *(_around(voted, reach) / _around(chars, reach) for reach in (4, 12)),
        *_places(vote, chars),
        *(_voted_share(group, voted, chars) for group in lines.groups),
    ]
    return np.column_stack([lines.numbers, *columns])


def _of_line(row: Row, text: str, times: int, key: str, stated: str, described: str) -> list[float]:
    """What the line says alone."""
    size = len(text)
    short = size <= SHORT_CHARS
    words = text.count(" ") + 1
    first, low = text[0], f" {text[:400].lower()} "
    tag = _TAGS.get(row.tag, _TAG_COUNT - 1)
    return [
        float(size),
        row.linked,
        float(_SENTENCE.search(text[-4:]) is not None),
        float(text[-1] == ":"),
        text.count(",") / words,
        len(_SMALL_WORD.findall(text[:300])) / min(words, 60),
        sum(map(str.isdigit, text[:300])) / min(size, 300),
        float(bool(row.mark & Mark.HEADING)),
        sum(map(str.isupper, text[:300])) / min(words, 60),
        float(first.islower()) - float(first.isupper()),
        float(first.isalnum()),
        float(words),
        float(times),
        float(tag),
        float(row.tag in ("p", "li", "blockquote")),
        float(short and heads_stories(text)),
        float(short and heads_comments(text)),
        float(short and heads_topics(text)),
        float(short and leads_elsewhere(text)),
        float(short and holds(low, PICTURE)),
        float(holds(low, OFFER)),
        float(short and holds(low, NOTICE)),
        float(words < 4 and is_furniture(text)),
        float(size < 60 and any(map(str.isdigit, text)) and bool(find_written(text))),
        float(text[-1] == "?"),
        -1.0 if not stated else float(len(key) >= 12 and key in stated),
        float(len(key) >= 30 and bool(described) and (key in described or described in key)),
        float("|" in text or " - " in text),
        float(holds(f" {low[1:25]}", PICTURE) or holds(text[-60:].lower(), PICTURE)),
        float(holds(low, ACTION)),
        float(holds(low, SIGNED)),
        float(CRY.match(text[:60]) is not None),
        float(first in DASHES) + 2 * float(first in QUOTES),
        float(text.endswith(TEASED)),
        float(min(text.count(". ") + text.count("? ") + text.count("! "), 9)),
        sum(map(str.isupper, text[:100])) / min(size, 100),
    ]


def _beside(array: Numbers, reach: int) -> Iterator[Numbers]:
    """The numbers of the lines within reach, one after the other; -1 beyond the ends."""
    padded = np.concatenate((np.full(reach, -1.0), array, np.full(reach, -1.0)))
    for start in (*range(reach), *range(reach + 1, 2 * reach + 1)):
        yield padded[start : start + len(array)]


def _around(array: Numbers, reach: int) -> Numbers:
    """The sums over the lines within reach, without the line's own."""
    sums = np.concatenate(([0.0], np.cumsum(array)))
    places = np.arange(len(array))
    low, high = np.maximum(places - reach, 0), np.minimum(places + reach + 1, len(array))
    return np.asarray(sums[high] - sums[low] - array + 1e-6)


def _places(vote: Numbers, chars: Numbers) -> list[Numbers]:
    """Where the line stands to the first and last voted ones, and to the nearest."""
    size = len(vote)
    places = np.arange(size, dtype=float)
    out: list[Numbers] = []
    for mask in (vote > 0.5, (vote > 0.5) & (chars >= LONG)):
        found = np.flatnonzero(mask)
        first, last = (found[0], found[-1]) if len(found) else (size, -1)
        out.append(np.clip(places - first, -FAR, FAR))
        out.append(np.clip(last - places, -FAR, FAR))
        before = np.maximum.accumulate(np.where(mask, places, -1e9))
        after = np.minimum.accumulate(np.where(mask, places, 1e9)[::-1])[::-1]
        out.append(np.minimum(places - np.roll(before, 1), FAR))
        out.append(np.minimum(np.roll(after, -1) - places, FAR))
    total = float((vote * chars).sum())
    out.append(np.full(size, np.log1p(total)))
    out.append(np.full(size, total / max(1.0, float(chars.sum()))))
    return out


def _numbered(names: Sequence[object]) -> Places:
    """The names as numbers from 0, in the order of their first places."""
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names])


def _shared(group: Places, chars: Numbers, own: Numbers) -> list[Numbers]:
    """What the other lines of the group are like: links, sentences, size."""
    total = _others(group, chars)
    linked = _others(group, own[:, LINKED] * chars)
    told = _others(group, chars * (own[:, ENDS] > 0) * (own[:, LINKED] < 0.5))
    safe = np.maximum(total, 1)
    return [
        np.where(total > 0, linked / safe, -1.0),
        np.where(total > 0, told / safe, -1.0),
        np.log1p(total),
        np.log1p(told),
    ]


def _voted_share(group: Places, voted: Numbers, chars: Numbers) -> Numbers:
    """How far the other lines of the group were voted for, by their characters."""
    total = _others(group, chars)
    return np.where(total > 0, _others(group, voted) / np.maximum(total, 1), -1.0)


def _others(group: Places, array: Numbers) -> Numbers:
    """The sums over the other lines of the group."""
    return np.asarray(np.bincount(group, array)[group] - array)


def _of_page(
    rows: Sequence[Row], groups: Sequence[Places], chars: Numbers, own: Numbers
) -> Iterator[Numbers]:
    """What the line is to the page: to what is told in its groups, to the main heading."""
    size = len(chars)
    told = chars * (own[:, ENDS] > 0) * (own[:, LINKED] < 0.5)
    every = max(1.0, float(told.sum()))
    for group in groups:
        sums = np.bincount(group, told)
        yield (sums / every)[group]
        yield (sums / max(1.0, float(sums.max())))[group]
    places = np.arange(size, dtype=float)
    tops = np.array([bool(row.mark & Mark.H1) for row in rows])
    last = np.maximum.accumulate(np.where(tops, places, -1.0))
    yield np.where(last < 0, -1.0, np.minimum(places - last, FURTHEST))
    first = float(tops.argmax()) if tops.any() else float(size + FURTHEST)
    yield np.clip(places - first, -FURTHEST, FURTHEST)
    yield np.concatenate((np.cumsum(told[::-1])[::-1][1:], [0.0])) / every
    yield np.full(size, np.log1p(every))
    yield np.full(size, every / max(1.0, float(chars.sum())))
    yield np.full(size, np.log1p(size))
    yield (own[:, LINKED] > 0.5) * np.array([float(row.tag == "p") for row in rows])


def _alike(keys: Sequence[str], groups: Sequence[Places], chars: Numbers) -> Iterator[Numbers]:
    """How many lines begin alike, and how much stands together in the line's groups."""
    begins = Counter(key[:BEGINNING] for key in keys)
    yield np.array([float(begins[key[:BEGINNING]]) for key in keys])
    for group in groups[1:]:
        run = np.concatenate(([0], np.cumsum(group[1:] != group[:-1])))
        yield np.bincount(run, chars)[run].astype(float)
        yield np.bincount(run)[run].astype(float)


def _heads(own: Numbers) -> list[Numbers]:
    """How far above the nearest heading is, and whether it heads what is not the article."""
    size = len(own)
    places = np.arange(size, dtype=float)
    heading = own[:, HEADING] > 0
    other = own[:, OTHERS].any(axis=1)
    near = np.maximum.accumulate(np.where(heading, places, -1.0))
    away = np.maximum.accumulate(np.where(other, places, -1e9))
    return [
        np.where(near < 0, FAR, np.minimum(places - near, FAR)),
        np.minimum(places - away, FAR),
        (away >= near).astype(float),
    ]
