"""What an outlet says according to others: "the agency said P, according to X" has one source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.kinds import outlet_class
from rashomon.claims.prose import Prose
from rashomon.model.span import Span
from rashomon.text.parse import place


def untangle(prose: Prose, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, of which no two hold each other.

    What an outlet or agency says according to somebody is that source's, through the outlet. Of
    anybody else, the phrase of source goes with the whole.
    """
    kept = list(drafts)
    for phrase in [draft for draft in drafts if draft.pattern is Pattern.ACCORDING]:
        for telling in [draft for draft in kept if _is_told_by(phrase, draft)]:
            rest = _rest(phrase, telling)
            if telling.source is None or not rest:
                continue
            if outlet_class(telling.source) is None:
                kept[kept.index(telling)] = replace(telling, content=rest)
            elif phrase in kept:
                via = (*telling.via, telling.source, *phrase.via)
                kept[kept.index(phrase)] = replace(phrase, content=rest, via=via, verb=telling.verb)
                kept.remove(telling)
    return [_clipped(prose, draft, kept) for draft in kept]


def _clipped(prose: Prose, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The draft; what somebody quoted tells of ends where the quotation does."""
    if draft.cue is None or prose.quotation_at(draft.cue.start) is None:
        return draft
    for outer in drafts:
        if outer is draft or outer.cue is None:
            continue
        around = next((span for span in outer.content if span.contains(draft.cue)), None)
        if around is not None and any(span.contains(outer.cue) for span in draft.content):
            pieces = (
                Span(max(span.start, around.start), min(span.end, around.end))
                for span in draft.content
                if span.overlaps(around)
            )
            return replace(draft, content=tuple(pieces) or draft.content)
    return draft


def _is_told_by(phrase: Draft, telling: Draft) -> bool:
    """Whether the phrase's content holds the main cue of the sentence."""
    is_main = telling.verb is not None and telling.verb.dep_ == "ROOT"
    return (
        is_main
        and telling.pattern is not Pattern.ACCORDING
        and telling.cue is not None
        and any(span.contains(telling.cue) for span in phrase.content)
    )


def _rest(phrase: Draft, telling: Draft) -> tuple[Span, ...]:
    """The telling's content without the phrase of source."""
    if phrase.cue is None or phrase.source is None:
        return telling.content
    hole = Span(phrase.cue.start, max(phrase.cue.end, place(phrase.source).end))
    return tuple(piece for span in telling.content for piece in _without(span, hole))


def _without(span: Span, hole: Span) -> list[Span]:
    """The span without the hole and the comma before it."""
    if not span.overlaps(hole):
        return [span]
    pieces = [Span(span.start, max(span.start, hole.start - 2)), Span(hole.end, span.end)]
    return [piece for piece in pieces if piece.end - piece.start > 1]
