"""Quotations that run on: over sentences, over paragraphs, and without a verb of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.prose import Prose
from rashomon.model.claim import Attitude
from rashomon.model.span import Span

_WHOLE = 4  # words; a shorter piece in marks is a term, not a quotation
_REACH = 2  # paragraphs back to the last speaker


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


def run_on(prose: Prose, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the quotations that no verb goes with: those in the paragraph of a
    quotation join it, those in the next paragraphs are claims of the last speaker."""
    drafts = sorted(drafts, key=lambda draft: draft.start)
    held = sorted(
        span for draft in drafts if not _is_inside(prose, draft) for span in draft.content
    )
    for quotation in _loose(prose, held):
        drafts = _attach(prose, drafts, quotation)
    return drafts


def _is_inside(prose: Prose, draft: Draft) -> bool:
    """Whether somebody quoted tells of it, inside the quotation."""
    return draft.cue is not None and prose.quotation_at(draft.cue.start) is not None


def _loose(prose: Prose, held: Sequence[Span]) -> Iterator[Span]:
    for quotation in prose.quotations:
        words = quotation.slice(prose.text).split()
        is_held = any(span.overlaps(quotation) for span in held)
        if len(words) >= _WHOLE and not is_held and _is_sentence(prose, quotation):
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


def _attach(prose: Prose, drafts: list[Draft], quotation: Span) -> list[Draft]:
    block = prose.block_of(quotation.start)
    speaking = [d for d in drafts if _speaks(d) and not _is_inside(prose, d)]
    same = [draft for draft in speaking if block.contains(_cue(draft))]
    before = [d for d in same if d.start < quotation.start]
    if before:
        joined = before[-1]
        grown = replace(joined, content=_merge([*joined.content, quotation]))
        return [grown if draft is joined else draft for draft in drafts]
    last = _last_speaker(prose, speaking, quotation)
    if last is None:
        return drafts
    return sorted([*drafts, _silent(last, quotation)], key=lambda draft: draft.start)


def _speaks(draft: Draft) -> bool:
    return draft.source is not None and draft.kind in {
        "say",
        "admit",
        "confirm",
        "warn",
        "deny",
        "ask",
        "report",
        "commit",
    }


def _cue(draft: Draft) -> Span:
    return draft.cue or draft.content[0]


def _last_speaker(prose: Prose, drafts: Sequence[Draft], quotation: Span) -> Draft | None:
    starts = [block.start for block in prose.blocks]
    here = starts.index(prose.block_of(quotation.start).start)
    lowest = prose.blocks[max(0, here - _REACH)].start
    found = [draft for draft in drafts if lowest <= draft.start < quotation.start]
    return max(found, key=lambda draft: _cue(draft).start, default=None)


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
