"""The headline and the points under it, put right by what the article goes on to say.

Titles have one look in all dumps: that of a menu in capitals, of another story, of an office's
letterhead. What tells the article's own is that its first paragraphs take up its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.extract.fields.datelines import find_opening
from rashomon.extract.lines.shape import BULLETS, STEM, WORD
from rashomon.extract.picture_lines import find_captions
from rashomon.model.article import Block, Label

LEAD_PARAGRAPHS = 3
PARAGRAPH_WORDS = 14
REACH = 40  # lines above the text; what stands further up is a menu
TITLE_WORDS = range(4, 26)
# Words that a title shares with the text: by so many it is the article's own, by so many more than
# the labelled headline it replaces it.
SHARED = 2
MORE_SHARED = 3
POINT_WORDS = 4
SUMMARY_WORDS = 40
OPENING_REACH = 12  # paragraphs; captions of a gallery can be many
_MENU = re.compile(r"\s[|/>·»]\s.*\s[|/>·»]\s")
_TITLES = (Label.HEADLINE, Label.STANDFIRST, Label.RELATED, Label.NAVIGATION, Label.BODY)


def put_titles_right(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the headline that the text bears out, and with key points as standfirst."""
    labels = [block.label for block in blocks]
    shown = [" ".join(block.slice(text)[:400].split()) for block in blocks]
    find_captions(shown, labels)
    _open_text(shown, labels)
    first = next(
        (
            i
            for i, label in enumerate(labels)
            if label is Label.BODY and shown[i].count(" ") + 1 >= PARAGRAPH_WORDS
        ),
        None,
    )
    if first is None:
        _find_brief(shown, labels)
    else:
        _find_headline(shown, labels, first)
        _clear_above(shown, labels, first)
        _find_points(shown, labels, first)
    return tuple(
        Block(block.start, block.end, label) for block, label in zip(blocks, labels, strict=True)
    )


def _open_text(shown: Sequence[str], labels: list[Label]) -> None:
    """Takes out of the body what stands apart above the paragraph that opens with a dateline.

    Captions of a gallery, weather reports and offers are sentences too, but none opens so.
    """
    bodies = [i for i, label in enumerate(labels) if label is Label.BODY]
    opening = next((i for i in bodies[:OPENING_REACH] if _opens_text(shown[i])), None)
    if opening is None:
        return
    _find_summary(shown, labels, bodies, opening)
    gaps = [i for i in range(opening) if labels[i] not in (Label.BODY, Label.CAPTION)]
    above = [i for i in bodies if i < max(gaps, default=0) and labels[i] is Label.BODY]
    if 2 * sum(len(shown[i]) for i in above) >= sum(len(shown[i]) for i in bodies):
        return
    lead = {stem for i in bodies if i >= opening for stem in _stems(shown[i])}
    for i in above:
        picture = len(_stems(shown[i]) & lead) >= MORE_SHARED and not _is_title(shown[i])
        labels[i] = Label.CAPTION if picture else Label.NAVIGATION
        if labels[i + 1] is Label.BYLINE and picture:
            labels[i + 1] = Label.CAPTION  # who took it


def _find_summary(
    shown: Sequence[str], labels: list[Label], bodies: Sequence[int], opening: int
) -> None:
    """Labels a sentence alone above the dateline standfirst, but not the first of a digest."""
    above = opening - 1
    if list(bodies[:2]) != [above, opening] or any(_opens_text(shown[i]) for i in bodies[2:]):
        return
    if _is_sentence(shown[above]) and shown[above].count(" ") < SUMMARY_WORDS:
        labels[above] = Label.STANDFIRST


def _find_brief(shown: Sequence[str], labels: list[Label]) -> None:
    """A standfirst that no text follows is the text: news in brief, an article behind a wall."""
    if Label.BODY in labels:
        return
    for i, label in enumerate(labels):
        if label is Label.STANDFIRST and _is_sentence(shown[i]):
            labels[i] = Label.BODY


def _is_sentence(line: str) -> bool:
    ended = line.rstrip("”\"’')")[-1:] in (".", "!", "?")
    return ended and line.count(" ") + 1 >= PARAGRAPH_WORDS


def _opens_text(line: str) -> bool:
    """Whether it begins with a dateline as no caption does: with an agency, or "PARIS —"."""
    opening = find_opening(line)
    if opening is None:
        return False
    return opening.agency is not None or (opening.day is None and line[: opening.end].isupper())


def _find_headline(shown: Sequence[str], labels: list[Label], first: int) -> None:
    """Changes the labels so that the headline is the title that the text takes up."""
    bodies = [i for i in range(first, len(labels)) if labels[i] is Label.BODY]
    lead = {stem for i in bodies[:LEAD_PARAGRAPHS] for stem in _stems(shown[i])}
    shared = {
        i: len(_stems(shown[i]) & lead)
        for i in range(max(0, first - REACH), first)
        if labels[i] in _TITLES and _is_title(shown[i])
    }
    best = max(shared, key=lambda i: (shared[i], -i), default=None)
    called = [i for i in range(first) if labels[i] is Label.HEADLINE]
    headlines = [i for i in called if _MENU.search(shown[i]) is None and not _is_item(shown[i])]
    if headlines:
        for i in set(called) - set(headlines):
            labels[i] = Label.NAVIGATION
        own = max(len(_stems(shown[i]) & lead) for i in headlines)
        _rank(shared, labels, headlines, best, own)
    elif best is not None and shared[best] >= SHARED:
        labels[best] = Label.HEADLINE
    elif Label.HEADLINE not in labels:
        # A text does not open with a line that is no sentence: that is its title.
        opening = labels.index(Label.BODY)
        if opening < first and _is_title(shown[opening]):
            labels[opening] = Label.HEADLINE


def _rank(
    shared: dict[int, int], labels: list[Label], headlines: list[int], best: int | None, own: int
) -> None:
    """Changes the labels where another title shares far more with the text than the headline."""
    far = best is not None and own < SHARED and shared[best] >= own + MORE_SHARED
    if best is not None and far and labels[best] is not Label.STANDFIRST:
        for i in headlines:
            labels[i] = Label.NAVIGATION
        labels[best] = Label.HEADLINE
        return
    above = headlines[0] - 1
    alone = above < 1 or labels[above - 1] is not Label.RELATED
    if alone and shared.get(above, 0) >= SHARED and labels[above] is Label.RELATED:
        labels[above] = Label.HEADLINE
        labels[headlines[0]] = Label.STANDFIRST


def _stems(line: str) -> frozenset[str]:
    return frozenset(word[:STEM].lower() for word in WORD.findall(line) if len(word) >= 4)


def _is_title(line: str) -> bool:
    plain = line[-1] not in ".:" and _MENU.search(line) is None and not _is_item(line)
    return plain and line.count(" ") + 1 in TITLE_WORDS


def _is_item(line: str) -> bool:
    return line[0] in BULLETS and line[1:2] == " "


def _clear_above(shown: Sequence[str], labels: list[Label], first: int) -> None:
    """Takes the short lines over the headline out of the body."""
    top = next((i for i in range(first) if labels[i] is Label.HEADLINE), 0)
    for i in range(top):
        if labels[i] is Label.BODY and shown[i][-1] not in ".!?":
            labels[i] = Label.NAVIGATION


def _find_points(shown: Sequence[str], labels: list[Label], first: int) -> None:
    """Labels the items of a list right under the headline as standfirst."""
    titles = (i for i in range(first) if labels[i] is Label.HEADLINE and not _is_item(shown[i]))
    top = max(titles, default=None)
    if top is None:
        return
    end = top + 1
    while end < first and _is_item(shown[end]) and shown[end].count(" ") >= POINT_WORDS:
        end += 1
    if end - top > 2 and all(labels[i] in _TITLES for i in range(top + 1, end)):
        labels[top + 1 : end] = [Label.STANDFIRST] * (end - top - 1)
