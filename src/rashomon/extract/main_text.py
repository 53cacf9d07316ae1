"""Which lines of a document trafilatura takes for the main text, and which for comments."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.extract.visible import Rendering

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What it says about a page that it discards is said by our own Skip.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_MARKS = re.compile(r"[\W_]+")
LONG = 40  # letters; a longer line may be matched by its parts
RUN = 5  # words whose order two texts do not share by chance
MANY_LINES = 3000  # trafilatura's second opinion, justext, takes the square of them
SHARED = 0.6  # of a line's runs of words: the rest may be a link that trafilatura left out


@dataclass(frozen=True, slots=True)
class Votes:
    """The indices of the lines that are main text, and of those that are comments."""

    main: frozenset[int]
    comment: frozenset[int]


def find_main_text(tree: HtmlElement, rendering: Rendering) -> Votes:
    """The lines of the rendering that trafilatura gives, found again by their letters.

    Cost: trafilatura's, and linear in the text.
    """
    lines = [rendering.text[row.start : row.end] for row in rendering.rows]
    text, comments = _ask_trafilatura(tree, fast=len(lines) > MANY_LINES)
    main = _align(lines, text)
    return Votes(main, _align(lines, comments) - main)


def _ask_trafilatura(tree: HtmlElement, fast: bool) -> tuple[str, str]:
    from trafilatura import bare_extraction  # takes its time, which plain text need not wait for

    try:
        document = bare_extraction(tree, include_comments=True, with_metadata=False, fast=fast)
    except Exception:
        # Its heuristics meet trees that nobody tried; such a page is read by its lines alone.
        return "", ""
    if document is None or isinstance(document, dict):
        return "", ""
    return document.text or "", document.comments or ""


def _align(lines: Sequence[str], text: str) -> frozenset[int]:
    pieces = {_key(piece) for line in text.split("\n") for piece in (line, *line.split("|"))}
    pieces.discard("")
    if not pieces:
        return frozenset()
    keys = [_key(line) for line in lines]
    whole = "".join(_key(line) for line in text.split("\n"))
    runs: set[tuple[str, ...]] | None = None
    voted = []
    for index, key in enumerate(keys):
        if not key:
            continue
        if key in pieces:
            voted.append(index)
        elif len(key) >= LONG:
            if runs is None:
                runs = set(_runs(text))
            if key in whole or _share(lines[index], runs) >= SHARED:
                voted.append(index)
    return _without_echoes(voted, keys)


def _without_echoes(voted: list[int], keys: Sequence[str]) -> frozenset[int]:
    """Of lines that are printed several times, the one that stands among the others."""
    times: dict[str, int] = {}
    for index in voted:
        times[keys[index]] = times.get(keys[index], 0) + 1
    once = [index for index in voted if times[keys[index]] == 1]
    if not once or len(once) == len(voted):
        return frozenset(voted)
    middle = sorted(once, key=lambda index: -len(keys[index]))[0]
    best: dict[str, int] = {}
    for index in voted:
        key = keys[index]
        if key not in best or abs(index - middle) < abs(best[key] - middle):
            best[key] = index
    kept = set(best.values())
    # Inside the text a line may well stand twice: a refrain, a speaker, a table's cell.
    return frozenset(i for i in voted if i in kept or once[0] <= i <= once[-1])


def _key(text: str) -> str:
    return _MARKS.sub("", text).casefold()


def _runs(text: str) -> list[tuple[str, ...]]:
    words = _MARKS.sub(" ", text).casefold().split()
    return [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]


def _share(line: str, runs: set[tuple[str, ...]]) -> float:
    own = _runs(line)
    return sum(run in runs for run in own) / len(own) if own else 0.0
