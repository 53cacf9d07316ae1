"""What an outlet says according to others: "the agency said P, according to X" has one source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.claims.draft import Contents, Draft, Pattern
from rashomon.claims.holders.kinds import outlet_class
from rashomon.claims.prose import Prose
from rashomon.model.span import Span
from rashomon.text.parse import place
from rashomon.text.places import Places


def untangle(prose: Prose, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, of which no two hold each other.

    What an outlet or agency says according to somebody is that source's, through the outlet; what
    it says according to another outlet came through that one. Of anybody else, the phrase of source
    goes with the whole.
    """
    drafts = _before_tags(prose, drafts)
    kept: dict[int, Draft] = dict(enumerate(drafts))
    for at, number in _held(drafts):
        if number not in kept:
            continue
        phrase, telling = drafts[at], kept[number]
        rest = _rest(phrase, telling)
        if telling.source is None or not rest:
            continue
        if outlet_class(telling.source) is None:
            kept[number] = replace(telling, content=rest)
        elif kept[at] is phrase and phrase.source and outlet_class(phrase.source) is not None:
            via = (*phrase.via, phrase.source, *telling.via)
            kept[number] = replace(telling, content=rest, via=via)
            del kept[at]
        elif kept[at] is phrase:
            via = (*telling.via, telling.source, *phrase.via)
            kept[at] = replace(phrase, content=rest, via=via, verb=telling.verb)
            del kept[number]
    contents = Contents(list(kept.values()))
    return [_clipped(prose, draft, contents) for draft in kept.values()]


_AFTER_TAG = 2  # words: "the Herald reported on Sunday"; more is what somebody else says


def _before_tags(prose: Prose, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; in "P, Roth said, the Herald reported" the tag at the end tells all before it."""
    kept = list(drafts)
    tags = {place(d.source).start: n for n, d in enumerate(drafts) if d.source and d.verb}
    for number, draft in enumerate(drafts):
        if draft.cue is None or draft.verb is None:
            continue
        for span in draft.content[1:]:
            at = tags.get(span.start, number)
            cue = drafts[at].cue
            if at == number or cue is None or not span.contains(cue):
                continue
            is_tag = len(prose.text[cue.end : span.end].split()) <= _AFTER_TAG
            if is_tag and draft.cue < span:
                first = draft.content[0].start
                rest = tuple(other for other in draft.content if other is not span)
                kept[number] = replace(draft, content=rest)
                told = Span(first, max(rest[-1].end, draft.cue.end))
                kept[at] = replace(kept[at], content=(told,))
    return kept


def _held(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """The numbers of each phrase of source and of each telling whose cue its content holds."""
    cued = [(number, draft.cue) for number, draft in enumerate(drafts) if _is_telling(draft)]
    cues = Places([cue for _, cue in cued if cue is not None])
    for at, phrase in enumerate(drafts):
        if phrase.pattern is Pattern.ACCORDING:
            inside = {i for span in phrase.content for i in cues.inside(span)}
            for number in (cued[i][0] for i in sorted(inside)):
                if _is_main(drafts[number]) or _holds(drafts[number], phrase):
                    yield at, number


def _clipped(prose: Prose, draft: Draft, contents: Contents) -> Draft:
    """The draft; what somebody quoted tells of ends where the quotation does."""
    if draft.cue is None or prose.quotation_at(draft.cue.start) is None:
        return draft
    for outer in contents.around(draft.cue, but=draft):
        if outer.cue is None:
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


def _is_telling(draft: Draft) -> bool:
    """Whether the draft is a verb's, and no phrase of source."""
    is_verbs = draft.verb is not None and draft.cue is not None
    return is_verbs and draft.pattern is not Pattern.ACCORDING


def _is_main(draft: Draft) -> bool:
    return draft.verb is not None and draft.verb.dep_ == "ROOT"


def _holds(draft: Draft, phrase: Draft) -> bool:
    """Whether they hold each other: "P, Roth said, according to X"."""
    return phrase.cue is not None and any(span.contains(phrase.cue) for span in draft.content)


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
