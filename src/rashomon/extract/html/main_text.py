"""Which lines of a document are main text: what trained trees say of them, and trafilatura."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rashomon.extract.html.row_features import look_at, with_votes
from rashomon.text.normal import letters_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from rashomon.extract.html.facts import Facts
    from rashomon.extract.html.row_features import Numbers
    from rashomon.extract.html.row_trees import RowModel
    from rashomon.extract.html.visible import Rendering

# What it says about a page that it discards is said by our own Skip.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_MARKS = re.compile(r"[\W_]+")
LONG = 40  # letters; a longer line may be matched by its parts
RUN = 5  # words whose order two texts do not share by chance
MANY_LINES = 3000  # trafilatura's second opinion, justext, takes the square of them
SHARED = 0.6  # of a line's runs of words: the rest may be a link that trafilatura left out


UNSURE = 0.1  # of the main text's characters: how many are on the wrong side, by the trees' chances
MAIN = 0.6  # a line that is likelier than that is main text
FEWEST_CHARS = 140  # a page with less main text is unlike those that the trees were trained on
STATED_CHARS = 300  # a shorter `articleBody` is a teaser


@dataclass(frozen=True, slots=True)
class Votes:
    """The indices of the lines that are main text, and of those that are comments.

    `judged` where trained trees have weighed the markup, `chances` what they say of each line,
    and `asked` whether trafilatura was heard.
    """

    main: frozenset[int]
    comment: frozenset[int]
    judged: bool = False
    asked: bool = True
    chances: tuple[float, ...] = ()
    alone: tuple[float, ...] = ()
    """What the trees say of each line by itself, before they look at its neighbours."""


def find_main_text(
    tree: HtmlElement,
    rendering: Rendering,
    facts: Facts | None = None,
    model: RowModel | None = None,
) -> Votes:
    """The lines of the rendering that are main text.

    Trained trees decide; where they are unsure, or without a model, trafilatura is asked, and its
    text found again in the rendering by its letters.
    Cost: linear in the text, and trafilatura's where it is asked.
    """
    texts = [rendering.text[row.start : row.end] for row in rendering.rows]
    keys = [letters_of(text) for text in texts]
    many = len(texts) > MANY_LINES
    if model is None or not texts:
        return _found_by_trafilatura(tree, texts, keys, fast=many)
    lines = look_at(rendering.rows, texts, keys, *stated_letters(facts))
    nobody = np.zeros(len(texts))
    alone = model.alone.chances(lines.numbers)
    chances = model.among.chances(with_votes(lines, alone, nobody))
    comment: frozenset[int] = frozenset()
    unsure = is_unsure(lines.chars, chances)
    if unsure:
        found = _found_by_trafilatura(tree, texts, keys, fast=many, favor_precision=True)
        vote = nobody.copy()
        vote[list(found.main)] = 1
        chances = model.beside.chances(with_votes(lines, vote, alone))
        comment = found.comment
    main = frozenset(np.flatnonzero(chances > MAIN).tolist())
    if lines.chars[list(main)].sum() < FEWEST_CHARS:
        return _found_by_trafilatura(tree, texts, keys, fast=many)
    return Votes(main, comment - main, True, unsure, tuple(chances.tolist()), tuple(alone.tolist()))


def is_unsure(chars: Numbers, chances: Numbers) -> bool:
    """Whether so much of the main text may be something else, or the other way about."""
    wrong = float((chars * np.minimum(chances, 1 - chances)).sum())
    return wrong > UNSURE * max(1.0, float((chars * (chances > 0.5)).sum()))


def stated_letters(facts: Facts | None) -> tuple[str, str]:
    """The letters of the text and of the summary that the head gives."""
    if facts is None:
        return "", ""
    body = facts.first("ld.articleBody", "page.articleBody")
    summary = facts.first("ld.description", "og:description", "description")
    text = letters_of(body.value) if body else ""
    return text if len(text) >= STATED_CHARS else "", letters_of(summary.value) if summary else ""


def _found_by_trafilatura(
    tree: HtmlElement, texts: Sequence[str], keys: Sequence[str], **settings: bool
) -> Votes:
    text, comments = _ask_trafilatura(tree, settings)
    main = align(texts, keys, text)
    return Votes(main, align(texts, keys, comments) - main)


def _ask_trafilatura(tree: HtmlElement, settings: dict[str, bool]) -> tuple[str, str]:
    from trafilatura import bare_extraction  # takes its time, which plain text need not wait for

    try:
        document = bare_extraction(tree, include_comments=True, **settings)  # type: ignore[arg-type]
    except Exception:
        # Its heuristics meet trees that nobody tried; such a page is read by its lines alone.
        return "", ""
    if document is None or isinstance(document, dict):
        return "", ""
    return document.text or "", document.comments or ""


def align(texts: Sequence[str], keys: Sequence[str], text: str) -> frozenset[int]:
    """The indices of the lines that the text holds; `keys` are the letters of the lines."""
    wholes = [letters_of(line) for line in text.split("\n")]
    pieces = {letters_of(piece) for line in text.split("\n") for piece in line.split("|")}
    pieces.update(wholes)
    pieces.discard("")
    if not pieces:
        return frozenset()
    whole = "".join(wholes)
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
            if key in whole or _share(texts[index], runs) >= SHARED:
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


def _runs(text: str) -> list[tuple[str, ...]]:
    words = _MARKS.sub(" ", text).casefold().split()
    return [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]


def _share(line: str, runs: set[tuple[str, ...]]) -> float:
    own = _runs(line)
    return sum(run in runs for run in own) / len(own) if own else 0.0
