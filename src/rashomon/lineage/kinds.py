"""What the passages that two bodies share say about them: a copy, a part, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.lineage.around import is_outlet_furniture, stands_apart
from rashomon.lineage.body import Body
from rashomon.lineage.passages import Passage
from rashomon.lineage.sentences import split_sentences
from rashomon.lineage.words import Numbers
from rashomon.model.lineage import PickupKind, Side

_VERBATIM = 0.9
_CONTAINED = 0.8
# Two thirds, most of it narration: what desks that cut a report leave of its words. Where more is
# quoted, the rest may be another's report of the same statement.
_MOSTLY = 0.66
_MOSTLY_NARRATED = 0.5
_EDITED = 0.65  # both ways: two desks cut and changed one report, each in its own places
_OF_ONE_FILE = 0.3  # of the shorter of two states of a rolling file, which gains and loses entries
_HEADING_WORDS = 6
_ENTRIES = 2  # with a time above each
_LONGEST_CLOCK = 20  # characters
_GENERATED = re.compile(r"\b(?:story|report|article) was [\w ]{0,15}generated", re.I)
_CLOCK = re.compile(r"\d\d?(?:[:.]\d\d(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)(?: [a-z]{2,4})?[:.]?")
_PART = 0.2  # of the longer body; a report that makes up less and begins inside is a part of it
_OPENING = 100  # words; what begins below them does not begin where the longer body does
_COPY_WORDS = 20  # a body of fewer words can be contained by chance
_NARRATED_PASSAGE = 14  # words outside quotations in one passage that two reporters do not share
_LONG_PASSAGE = 20  # the same, whatever sentences it stands in
# Charges, lists of names and who said something to whom are a part of a sentence.
_MOST_OF_SENTENCE = 0.75
_MOST_OF_BODY = 0.5  # of a teaser's, which may cut its sentence
_LEAST_SENTENCE = 8  # words; "He was 75." proves nothing
_NARRATED_ALL = 20  # words outside quotations over all passages
_NARRATED_SHARE = (
    0.05  # of the smaller body; two long reports have more names and phrases in common
)
_PLAIN_PASSAGE = 5  # of them neither names nor numbers: an office with its holder is no sentence
_PLAIN_SHARE = 0.15  # of a passage; of a list of the dead or of candidates fewer are


Narrated = tuple[Numbers, Numbers]
"""The words of a passage on both sides that neither page quotes nor prints around any text."""


@dataclass(frozen=True, slots=True)
class Shares:
    """How much two bodies share: of all words, each way, and outside quotations."""

    left: float
    right: float
    words: float
    narrated: float


def judge(
    left: Body, right: Body, passages: Sequence[Passage], same_outlet: bool
) -> tuple[PickupKind | None, Shares]:
    """The kind of the pair, and its shares; no kind where nothing is shared that means anything.

    `trimmed` and `extended` are said of the right body against the left one.
    """
    narrated = [_narrated(left, right, passage) for passage in passages]
    shares = measure(left, right, passages, narrated)
    small = max(shares.left, shares.right) < _CONTAINED
    furniture = small and (
        (same_outlet and is_outlet_furniture(left, right, passages))
        or stands_apart(left, right, passages)
    )
    if furniture or not _is_copying(left, right, narrated):
        return _lesser(left, passages, furniture), shares
    one_text = _is_one_text(shares) and not _is_part(left, right, passages)
    one_file = max(shares.left, shares.right) >= _OF_ONE_FILE and _is_one_file(left, right)
    if shares.words < _COPY_WORDS or not (one_text or one_file):
        frames = _is_generated(left) and _is_generated(right)
        return PickupKind.FURNITURE if frames else PickupKind.EXCERPT, shares
    if min(shares.left, shares.right) >= _VERBATIM:
        return PickupKind.VERBATIM, shares
    longer = len(right) > len(left)
    return (PickupKind.EXTENDED if longer else PickupKind.TRIMMED), shares


def _is_generated(body: Body) -> bool:
    """Whether the page says that a program wrote it: such reports share the program's sentences."""
    return "generated" in body.text and _GENERATED.search(body.text) is not None


def _is_one_text(shares: Shares) -> bool:
    least, most = sorted((shares.left, shares.right))
    cut = most >= _MOSTLY and shares.narrated >= _MOSTLY_NARRATED * shares.words
    return most >= _CONTAINED or least >= _EDITED or cut


def _is_one_file(left: Body, right: Body) -> bool:
    """Whether both are states of one rolling file: they begin with one heading, as all of "The
    Latest on the flood:" do, or consist of entries under clocks and have one of these both."""
    heading = _heading(left)
    if heading and heading == _heading(right):
        return True
    ones, others = _clocks(left), _clocks(right)
    return min(len(ones), len(others)) >= _ENTRIES and not ones.isdisjoint(others)


def _heading(body: Body) -> str:
    texts = (p.slice(body.text).strip() for p in body.paragraphs[:3])
    headings = (" ".join(text.split()) for text in texts if text.endswith(":"))
    return next((text for text in headings if text.count(" ") >= _HEADING_WORDS - 1), "")


def _clocks(body: Body) -> set[str]:
    """The times that stand alone above entries: "8:35 a.m."."""
    short = (p for p in body.paragraphs if p.end - p.start <= _LONGEST_CLOCK)
    texts = (p.slice(body.text).strip().lower() for p in short)
    return {text for text in texts if _CLOCK.fullmatch(text)}


def _is_part(left: Body, right: Body, passages: Sequence[Passage]) -> bool:
    """Whether one body is a small part inside the other, as in a digest or a live page."""
    if len(left) > len(right):
        longer, first = left, min(p.left.start for p in passages)
    else:
        longer, first = right, min(p.right.start for p in passages)
    size = sum(p.size for p in passages)
    return size < _PART * len(longer) and first >= min(_PART * len(longer), _OPENING)


def seen_from(kind: PickupKind, origin: Side | None) -> PickupKind:
    """The kind, said of the pickup: a text that the right one extended, the left one trimmed."""
    if origin is not Side.RIGHT:
        return kind
    turned = {
        PickupKind.TRIMMED: PickupKind.EXTENDED,
        PickupKind.EXTENDED: PickupKind.TRIMMED,
    }
    return turned.get(kind, kind)


def measure(
    left: Body, right: Body, passages: Sequence[Passage], narrated: Sequence[Narrated]
) -> Shares:
    """The shares of words that the passages cover, and of the left ones that are narrated."""
    covered_left = sum(left.weigh(p.left) for p in passages)
    covered_right = sum(right.weigh(p.right) for p in passages)
    return Shares(
        left=covered_left / left.total if len(left) else 0.0,
        right=covered_right / right.total if len(right) else 0.0,
        words=min(covered_left, covered_right),
        narrated=sum(left.weigh(words) for words, _ in narrated),
    )


def _narrated(left: Body, right: Body, passage: Passage) -> Narrated:
    told = [
        np.flatnonzero(
            left.narrated[run.left : run.left_end] & right.narrated[run.right : run.right_end]
        )
        for run in passage.runs
    ]
    pairs = list(zip(told, passage.runs, strict=True))
    return (
        np.concatenate([words + run.left for words, run in pairs]),
        np.concatenate([words + run.right for words, run in pairs]),
    )


def _is_copying(left: Body, right: Body, narrated: Sequence[Narrated]) -> bool:
    """Whether enough is shared that is the writer's own: quotations are everybody's."""
    smaller, total = min(len(left), len(right)), 0.0
    for ones, others in narrated:
        if int(left.plain[ones].sum()) < max(_PLAIN_PASSAGE, _PLAIN_SHARE * len(ones)):
            continue
        words = left.weigh(ones)
        if words >= _LONG_PASSAGE:
            return True
        if words >= _NARRATED_PASSAGE and (
            len(ones) >= _MOST_OF_BODY * smaller
            or _has_sentence(left, ones)
            or _has_sentence(right, others)
        ):
            return True
        total += words
    return total >= max(_NARRATED_ALL, _NARRATED_SHARE * smaller)


def _has_sentence(body: Body, words: Numbers) -> bool:
    """Whether the words make up most of a sentence."""
    for number in np.unique(body.paragraph[words]).tolist():
        for span in split_sentences(body.text, body.paragraphs[number]):
            first, end = np.searchsorted(body.starts, (span.start, span.end)).tolist()
            held = int(((words >= first) & (words < end)).sum())
            if held >= max(_LEAST_SENTENCE, _MOST_OF_SENTENCE * (end - first)):
                return True
    return False


def _lesser(left: Body, passages: Sequence[Passage], furniture: bool) -> PickupKind | None:
    if not passages:
        return None
    if furniture:
        return PickupKind.FURNITURE
    quoted = sum(int(left.quoted[p.left].sum()) for p in passages)
    around = sum(int(left.furniture[p.left].sum()) for p in passages)
    if max(quoted, around) <= sum(p.size for p in passages) / 2:
        return None
    return PickupKind.QUOTES if quoted >= around else PickupKind.FURNITURE
