"""Quotations that run on: over sentences, over paragraphs, and without a verb of their own."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.patterns.loose import told_around, told_before, told_behind
from rashomon.claims.prose import Prose
from rashomon.model.claim import Attitude
from rashomon.model.span import Span
from rashomon.text.parse import place as where
from rashomon.text.places import Places

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_WHOLE = 4  # words; a shorter piece in marks is a term, not a quotation
_REACH = 2  # paragraphs back to the last speaker
_NEAR = 3  # drafts before and behind one that can be of its sentence


def widen(prose: Prose, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, each content taken to the ends of the quotations that it cuts into."""
    return [_widen(prose, draft) for draft in drafts]


def _widen(prose: Prose, draft: Draft) -> Draft:
    spans = [_to_marks(prose, draft, span) for span in draft.content]
    return replace(draft, content=_merge(spans))


def _to_marks(prose: Prose, draft: Draft, span: Span) -> Span:
    """The span, begun and ended where the quotations at its ends begin and end."""
    start, end = span.start, span.end
    first = prose.quotation_at(span.start) or prose.quotation_at(max(0, span.start - 1))
    last = prose.quotation_at(span.end - 1) or _closing(prose, span)
    cue = draft.cue
    if first is not None and not (cue and first.overlaps(cue)):
        start = min(start, first.start)
    if last is not None and not (cue and last.overlaps(cue)):
        end = max(end, last.end)
    return Span(start, end)


def _closing(prose: Prose, span: Span) -> Span | None:
    """The quotation whose closing mark stands just behind the span, after a comma or stop."""
    behind = prose.text[span.end : span.end + 3].lstrip(".,!?")
    at = span.end + len(prose.text[span.end : span.end + 3]) - len(behind)
    found = prose.quotation_at(at)
    return found if found is not None and found.end == at + 1 else None


def _merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


Entry: TypeAlias = tuple[int, int, Draft]


def run_on(prose: Prose, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the quotations that no verb goes with: those in the paragraph of a
    quotation join it, those in the next paragraphs are claims of the last speaker."""
    held = [span for draft in drafts if not _is_inside(prose, draft) for span in draft.content]
    entries = [(draft.start, number, draft) for number, draft in enumerate(drafts)]
    speakers = _Speakers(prose, sorted(entries, key=_by_place))
    denied = {draft.cue for draft in drafts if draft.attitude is Attitude.DENIES}
    for number, quotation in enumerate(_loose(prose, Places(held)), len(drafts)):
        if (told := told_behind(prose, quotation)) is not None:
            speakers.add(told, number)
        elif _is_sentence(prose, quotation):
            speakers.attach(quotation, number)
        elif not speakers.go_on(quotation):
            around = told_around(prose, quotation)
            if around is not None and around.cue not in denied:
                speakers.add(around, number)
    others = [entry for entry in entries if not _speaks(prose, entry[2])]
    return [draft for _, _, draft in sorted([*others, *speakers.entries], key=_by_place)]


def _is_inside(prose: Prose, draft: Draft) -> bool:
    """Whether somebody quoted tells of it, inside the quotation."""
    return draft.cue is not None and prose.quotation_at(draft.cue.start) is not None


def _loose(prose: Prose, held: Places) -> Iterator[Span]:
    for quotation in prose.quotations:
        words = quotation.slice(prose.text).split()
        is_held = bool(held.overlapping(quotation))
        if len(words) >= _WHOLE and not is_held:
            yield quotation


def _is_sentence(prose: Prose, quotation: Span) -> bool:
    """Whether the quotation stands by itself: begins where a sentence does and ends with one."""
    before = prose.text[max(0, quotation.start - 2) : quotation.start].rstrip()
    starts = (
        not before
        or before[-1] in '.!?:\n”"'
        or prose.block_of(quotation.start).start == quotation.start
    )
    inner = quotation.slice(prose.text).strip("“”\"'‘’ ")
    return starts and inner[:1].isupper() and inner[-1:] in ".!?…,"


class _Speakers:
    """The drafts of those who speak, in the order of the text, with the quotations that join them.

    An entry is a draft with its start and its number among all that start there.
    """

    def __init__(self, prose: Prose, entries: Iterable[Entry]) -> None:
        self._prose = prose
        self.entries = [entry for entry in entries if _speaks(prose, entry[2])]
        self._reach = max((_cue(draft).end - start for start, _, draft in self.entries), default=0)

    def add(self, draft: Draft, number: int) -> None:
        """Have one more speak."""
        insort(self.entries, (draft.start, number, draft), key=_by_place)

    def attach(self, quotation: Span, number: int) -> None:
        """Give the quotation to whoever the sentence before it is about, if that is nobody's
        words, else to the speaker of its paragraph, else to the last one before it."""
        told = told_before(self._prose, quotation)
        if told is not None and not self._tells(told.sentence):
            self.add(told, number)
            return
        block = self._prose.block_of(quotation.start)
        behind = bisect_left(self.entries, (quotation.start, -1), key=_by_place)
        for at in range(behind - 1, -1, -1):
            start, _, draft = self.entries[at]
            if block.contains(_cue(draft)):
                self._grow(self._speaker_of(at), quotation)
                return
            if start < block.start - self._reach:
                break
        last = self._last(quotation, behind)
        if last is not None:
            entry = (quotation.start, number, _silent(last, quotation))
            insort(self.entries, entry, key=_by_place)

    def _tells(self, sentence: Words) -> bool:
        """Whether the sentence has a cue, so that its speaker goes on."""
        whole = where(sentence)
        first = bisect_left(self.entries, (whole.start - self._reach, -1), key=_by_place)
        last = bisect_left(self.entries, (whole.end, -1), key=_by_place)
        return any(whole.contains(_cue(draft)) for _, _, draft in self.entries[first:last])

    def go_on(self, quotation: Span) -> bool:
        """Give a piece of a quotation to whoever is quoted right before it in its sentence: "P,"
        the firm says, fearing for its name and "Q". Whether there is one."""
        behind = bisect_left(self.entries, (quotation.start, -1), key=_by_place)
        if behind == 0:
            return False
        at = self._speaker_of(behind - 1)
        draft = self.entries[at][2]
        quotes = self._quotes(draft) or self._has_quotation(draft)
        is_before = _cue(draft).end <= quotation.start and quotes
        goes_on = is_before and where(draft.sentence).contains(quotation)
        if goes_on:
            self._grow(at, quotation)
        return goes_on

    def _grow(self, at: int, quotation: Span) -> None:
        start, number, draft = self.entries[at]
        grown = replace(draft, content=_merge([*draft.content, quotation]))
        self.entries[at] = (start, number, grown)

    def _speaker_of(self, at: int) -> int:
        """Which entry of the sentence speaks: one quoted goes before one who only tells, and before
        one who tells of its speaking ("P," said X, according to Y)."""
        draft = self.entries[at][2]
        near = range(max(0, at - _NEAR), min(len(self.entries), at + _NEAR))
        for other in (k for k in near if self.entries[k][2].sentence == draft.sentence):
            found = self.entries[other][2]
            is_told = any(span.contains(_cue(found)) for span in draft.content)
            if self._quotes(found) and found is not draft and (is_told or not self._quotes(draft)):
                return other
        return at

    def _quotes(self, draft: Draft) -> bool:
        """Whether the content begins with a quotation."""
        return self._prose.quotation_at(draft.content[0].start) is not None

    def _has_quotation(self, draft: Draft) -> bool:
        """Whether the speaker is quoted in pieces: P "may be Q", but "R"."""
        return any(self._prose.quotations_over(span) for span in draft.content)

    def _last(self, quotation: Span, behind: int) -> Draft | None:
        """Whose cue stands last in the paragraphs before."""
        here = self._prose.number_of(quotation.start)
        lowest = self._prose.blocks[max(0, here - _REACH)].start
        first = bisect_left(self.entries, (lowest, -1), key=_by_place)
        drafts = [draft for _, _, draft in self.entries[first:behind]]
        return max(drafts, key=lambda draft: _cue(draft).start, default=None)


def _by_place(entry: Entry) -> tuple[int, int]:
    return entry[:2]


_SPEAKING = {"say", "admit", "confirm", "warn", "deny", "ask", "report", "commit"}


def _speaks(prose: Prose, draft: Draft) -> bool:
    is_speaking = draft.source is not None and draft.kind in _SPEAKING
    return is_speaking and not _is_inside(prose, draft)


def _cue(draft: Draft) -> Span:
    return draft.cue or draft.content[0]


def _silent(speaker: Draft, quotation: Span) -> Draft:
    return Draft(
        pattern=Pattern.RUNNING,
        content=(quotation,),
        sentence=speaker.sentence,
        attitude=Attitude.ASSERTS,
        source=speaker.source,
        via=speaker.via,
        silent=True,
    )
