"""Shared paragraphs that belong to the site and not to the text, known without a cue in them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.lineage.body import Body
from rashomon.lineage.passages import Passage
from rashomon.lineage.words import Flags

_SHORT = 60  # words; what one outlet prints at an end of all its pages is shorter
_WHOLE = 0.95  # of the paragraphs' words are shared: a teaser is the same on all pages
_ELSEWHERE = 14  # shared words above the end: a site's line for the date, or for votes
_LONG_WORD = 7  # letters; shorter words without a capital or a digit are in any text
_LEAST_TELLING = 10  # names, numbers and long words that tell whether two texts are about one thing
_AGAIN = 0.2  # of them stand elsewhere on the page; a report's last paragraphs name more of it
_NAMED_AGAIN = 0.3  # of the names and numbers alone


def is_outlet_furniture(left: Body, right: Body, passages: Sequence[Passage]) -> bool:
    """Whether two pages of one outlet share only short whole paragraphs at their ends."""
    return bool(passages) and all(
        p.size <= _SHORT
        and _at_end(left, p.left) is not None
        and _at_end(left, p.left) == _at_end(right, p.right)
        for p in passages
    )


def stands_apart(left: Body, right: Body, passages: Sequence[Passage]) -> bool:
    """Whether both pages end with the same whole paragraphs, which neither page is about.

    Teasers, rules and notices of a site name nothing that the text above them names.
    """
    if not passages:
        return False
    sides = ((left, [p.left for p in passages]), (right, [p.right for p in passages]))
    return all(_is_foreign_end(body, places) for body, places in sides)


def _is_foreign_end(body: Body, places: Sequence[slice]) -> bool:
    last = body.paragraph[-1]
    if all(body.paragraph[place.stop - 1] != last for place in places):
        return False
    shared = np.zeros(len(body), dtype=bool)
    for place in places:
        shared[place] = True
    touched = np.isin(body.paragraph, np.unique(body.paragraph[shared]))
    own = np.flatnonzero(~touched)
    if not len(own) or shared.sum() < _WHOLE * touched.sum():
        return False
    end = int(shared[own[-1] :].sum())
    if not end or shared.sum() - end > _ELSEWHERE:
        return False
    telling = body.named | (body.ends - body.starts >= _LONG_WORD)
    inside, again = _again(body, touched, telling)
    named, named_again = _again(body, touched, body.named)
    return (
        inside >= _LEAST_TELLING
        and again <= _AGAIN * inside
        and named_again <= _NAMED_AGAIN * named
    )


def _again(body: Body, part: Flags, words: Flags) -> tuple[int, int]:
    """How many different ones of the words the part holds, and how many stand outside of it too."""
    inside, outside = (np.unique(body.hashes[words & side]) for side in (part, ~part))
    return len(inside), int(np.isin(inside, outside).sum())


def _at_end(body: Body, words: slice) -> str | None:
    """Which end of the body the whole paragraph stands at."""
    first = int(body.paragraph[words.start])
    last = int(body.paragraph[words.stop - 1])
    whole: Flags = (body.paragraph >= first) & (body.paragraph <= last)
    if int(whole.sum()) > words.stop - words.start + 3:
        return None
    if first == 0:
        return "first"
    return "last" if last == int(body.paragraph[-1]) else None
