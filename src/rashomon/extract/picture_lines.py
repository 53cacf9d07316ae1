"""Captions that a page prints twice: once under the small pictures, once under the large ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.extract.fields.names import is_person
from rashomon.extract.lines.lines import WORDED
from rashomon.model.article import Label

CAPTION_WORDS = 8
PARAGRAPH_WORDS = 14
NAME_WORDS = 4
FEWEST = 2  # such captions, or paragraphs beside them: a brief may be printed twice as well


def find_captions(shown: Sequence[str], labels: list[Label]) -> None:
    """Takes out of the body what stands there twice with no paragraph below it.

    A text that is printed twice goes on below; below a caption stands who took the picture,
    and what stands over the same name again is a caption too.
    """
    long = [i for i, line in enumerate(shown) if line.count(" ") + 1 >= CAPTION_WORDS]
    times = Counter(shown[i] for i in long if labels[i] in (Label.BODY, Label.CAPTION))
    going_on = {shown[i] for i in long if _goes_on(shown, labels, i)}
    twice = {line for line, count in times.items() if count > 1} - going_on
    bodies = [i for i in long if labels[i] is Label.BODY]
    others = {shown[i] for i in bodies if shown[i].count(" ") + 1 >= PARAGRAPH_WORDS} - twice
    if max(len(twice), len(others)) < FEWEST:
        return
    for i in bodies:
        if shown[i] in twice:
            labels[i] = Label.CAPTION
    captions = [i for i in long if labels[i] is Label.CAPTION and _is_signed(shown, i)]
    takers = Counter(shown[i + 1] for i in captions)
    for i in (*captions, *(i for i in bodies if _is_signed(shown, i))):
        if takers[shown[i + 1]] >= FEWEST:
            labels[i] = labels[i + 1] = Label.CAPTION


def _goes_on(shown: Sequence[str], labels: Sequence[Label], index: int) -> bool:
    """Whether the text goes on below, if only after a rule."""
    below = index + 1
    while below < len(shown) and not WORDED.search(shown[below]):
        below += 1
    if below >= len(shown) or labels[below] is not Label.BODY or shown[below] == shown[index]:
        return False
    return not is_person(shown[below])


def _is_signed(shown: Sequence[str], index: int) -> bool:
    below = shown[index + 1] if index + 1 < len(shown) else ""
    return 0 < below.count(" ") < NAME_WORDS and is_person(below)
