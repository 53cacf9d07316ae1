"""What two copies of one text say differently: words in quotations, figures, names, a "not"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from rashomon.lineage.body import Body
from rashomon.lineage.passages import Passage, Run
from rashomon.lineage.quantities import is_one_quantity
from rashomon.lineage.sentences import sentence_at
from rashomon.model.lineage import Alteration, Altered, Place
from rashomon.model.span import Span
from rashomon.text.normal import find_words
from rashomon.text.quotations import find_quotations

_MAX_WORDS = 6  # more is a passage cut or put in, not a word changed
_ONE_SENTENCE = 0.7
_NEGATIONS = {"no", "not", "never", "without", "nor", "neither", "none", "nobody", "cannot"}
_ONE_TO_TWELVE = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMERALS = {word: str(value) for value, word in enumerate(_ONE_TO_TWELVE.split(" "))}
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx"})  # each house has its own rule
_NUMBERED = re.compile(r"[Nn]os?\.? ?\d")  # "No. 1"
_GARBLED = re.compile("[\u00c2\u00c3\u00e2][\u0080-\u00bf\u20ac\u2122]|\ufffd")
# The day is written as the outlet likes it: "on Monday", "today", "on May 4".
_CALENDAR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "today", "yesterday", "tomorrow",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Gap:
    """The words between two equal runs, as word numbers, on one side."""

    body: Body
    first: int
    end: int
    forms: tuple[str, ...]

    @property
    def numerals(self) -> tuple[str, ...]:
        plain = (_NUMERALS.get(form, form) for form in self.forms)
        return tuple(form for form in plain if form[0].isdigit())

    @property
    def quoted(self) -> bool:
        """Whether the words, or those around an empty gap, stand in a quotation."""
        around = range(self.first - 1, self.end + 1) if self.first == self.end else range(0)
        places = around or range(self.first, self.end)
        return all(bool(self.body.quoted[place]) for place in places)

    @property
    def furniture(self) -> bool:
        """Whether they stand in what is printed around texts: "Chance of rain 30%"."""
        return bool(self.body.furniture[max(0, self.first - 1)])

    @property
    def named(self) -> bool:
        """Whether every word is capitalised, and not only because it begins a sentence."""
        text, starts = self.body.text, self.body.starts[self.first : self.end].tolist()
        return bool(starts) and all(
            text[start].isupper() and _inside_sentence(text, start) for start in starts
        )


def find_alterations(
    left: Body, right: Body, passages: Iterable[Passage]
) -> tuple[Alteration, ...]:
    """The differences that change what is said, each with its sentence in both pages.

    Spelling, marks, and passages that one copy leaves out are none.
    """
    found: dict[Alteration, None] = {}
    for passage in passages:
        for before, after in pairwise(passage.runs):
            for alteration in _compare(before, after, left, right):
                found.setdefault(alteration)
    return tuple(found)


def _compare(before: Run, after: Run, left: Body, right: Body) -> Iterator[Alteration]:
    sizes = (after.left - before.left_end, after.right - before.right_end)
    if max(sizes) > _MAX_WORDS:
        return
    left_gap = _gap(left, before.left_end, after.left)
    right_gap = _gap(right, before.right_end, after.right)
    what = _kind(left_gap, right_gap)
    if what is None:
        return
    one, other = _passage(left_gap, what), _passage(right_gap, what)
    if what is Altered.FIGURE and is_one_quantity(
        _within(left_gap, one), _within(right_gap, other)
    ):
        return
    if _is_one_sentence(left.text[one.start : one.end], right.text[other.start : other.end]):
        yield Alteration(what, one, other)


def _gap(body: Body, first: int, end: int) -> _Gap:
    return _Gap(body, first, end, body.forms(first, end))


def _kind(left: _Gap, right: _Gap) -> Altered | None:
    if _same(left, right) or left.furniture or right.furniture:
        return None
    if left.quoted and right.quoted:
        return Altered.QUOTATION
    if left.numerals and right.numerals and left.numerals != right.numerals:
        return Altered.FIGURE
    abbreviations = _plain(left).rstrip("s") == _plain(right).rstrip("s")  # "KO", "KOs"
    if len(left.forms) == len(right.forms) and left.named and right.named and not abbreviations:
        calendar = _CALENDAR.intersection(left.forms + right.forms)
        return Altered.OTHER if calendar else Altered.NAME
    return Altered.OTHER if _negated(left) != _negated(right) else None


def _is_one_sentence(left: str, right: str) -> bool:
    """Whether most words are equal: a list of results has one frame for many facts."""
    forms = [find_words(text).forms for text in (left, right)]
    return Indel.normalized_similarity(*forms) >= _ONE_SENTENCE


def _same(left: _Gap, right: _Gap) -> bool:
    """Whether the words are the same, written together, apart, short, or as numbers."""
    return _plain(left) == _plain(right) or _is_garbled(left) or _is_garbled(right)


def _plain(gap: _Gap) -> str:
    kept = (_NUMERALS.get(form, form) for form in gap.forms if form not in _COURTESY)
    joined = "".join(form for form in kept if form != "00")  # "6:00 p.m."
    return joined.replace("n't", "not").replace("'", "").replace("notguilty", "innocent")


def _is_garbled(gap: _Gap) -> bool:
    """Whether letters were read in a wrong encoding: "1Â½" was "1½"."""
    if not gap.forms:
        return False
    start, end = int(gap.body.starts[gap.first]), int(gap.body.ends[gap.end - 1])
    return _GARBLED.search(gap.body.text, start, end + 1) is not None


def _negated(gap: _Gap) -> bool:
    return any(
        form.endswith("n't")
        or (form in _NEGATIONS and not _NUMBERED.match(gap.body.text, int(gap.body.starts[place])))
        for place, form in enumerate(gap.forms, gap.first)
    )


def _within(gap: _Gap, sentence: Place) -> tuple[str, int, int]:
    """The sentence, and where the words stand in it."""
    body, start = gap.body, sentence.start
    places = int(body.starts[gap.first]) - start, int(body.ends[gap.end - 1]) - start
    return body.text[start : sentence.end], *places


def _inside_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip("\"'“”‘’( \n")
    return bool(before) and before[-1] not in ".!?:…"


def _passage(gap: _Gap, what: Altered) -> Place:
    """The sentence around the gap; of a quotation, the part that is quoted."""
    body = gap.body
    at = int(body.starts[min(gap.first, len(body) - 1)])
    paragraph = body.paragraphs[int(body.paragraph[min(gap.first, len(body) - 1)])]
    frame = _quotation(body, paragraph, at) if what is Altered.QUOTATION else paragraph
    sentence = sentence_at(body.text, frame, at)
    return Place(body.id, sentence.start, sentence.end)


def _quotation(body: Body, paragraph: Span, at: int) -> Span:
    """The words between the marks."""
    for found in find_quotations(body.text, [paragraph]):
        if found.start <= at < found.end:
            inner = found.slice(body.text)
            bare = inner.strip("\"'“”„«»‘’` ")
            start = found.start + inner.find(bare)
            return Span(start, start + len(bare))
    return paragraph
