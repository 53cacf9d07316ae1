"""Quotations that stand next to their cue: the marks are surer than the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.prose import Prose
from rashomon.claims.sources import subject
from rashomon.model.span import Span
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_GAP = 60  # characters of "on Monday in a statement:" between a cue and its quotation
_LEAST = 8  # characters; a shorter piece in marks is a term
_TIES_ON = " ,:;—–-"  # a full stop begins another sentence, perhaps of another cue
_TIES = " ,.:;—–-"


def quoted_before(prose: Prose, verb: Token, source: Words) -> tuple[Span, ...]:
    """The whole-sentence quotation that ends right before cue and source, and the one that goes
    on right behind them: "P," said X, "and Q"."""
    start, end = _cluster(verb, source)
    before = _ending(prose, start)
    if before is None or not _stands_alone(prose, before):
        return ()
    after = _starting(prose, end)
    return (before, after) if after is not None else (before,)


def quoted_near(prose: Prose, sentence: Words, verb: Token, source: Words) -> Span | None:
    """The quotation right before the cue, or the first one shortly behind it."""
    start, end = _cluster(verb, source)
    before = _ending(prose, start)
    if before is not None:
        return before
    last = min(place(sentence).end, end + _GAP)
    for quotation in prose.quotations:
        is_near = end <= quotation.start <= last and "\n" not in prose.text[end : quotation.start]
        if is_near and quotation.end - quotation.start >= _LEAST:
            return quotation
    return None


def speaker_between(prose: Prose, verb: Token) -> Words | None:
    """Whoever stands between a quotation and the verb behind it, whatever the parser made of it:
    "P," a resident of the village, Jane Roe, told X."""
    doc, end = verb.doc, verb.i
    while end > verb.sent.start and doc[end - 1].text == ",":
        end -= 1
    start = end
    while start > verb.sent.start and end - start < _LONGEST and doc[start - 1].text != '"':
        start -= 1
        if doc[start].pos_ in {"VERB", "AUX"}:
            return None
    is_closed = start > 0 and doc[start - 1].text == '"' and not prose.is_quoted(verb)
    while start < end and doc[start].is_punct:
        start += 1
    words = doc[start:end]
    names = any(token.pos_ in {"NOUN", "PROPN"} for token in words)
    begins = len(words) > 0 and words[0].pos_ in {"DET", "PROPN", "ADJ", "NOUN"}
    return words if is_closed and names and begins else None


_LONGEST = 20  # tokens of a name with its office


def _cluster(verb: Token, source: Words) -> tuple[int, int]:
    cue, holder = place(verb), place(source)
    if subject(verb) is None and source.end <= verb.i:
        return cue.start, cue.end  # a speaker lent by another verb, which has its own quotation
    return min(cue.start, holder.start), max(cue.end, holder.end)


def _ending(prose: Prose, start: int) -> Span | None:
    at = start
    while at > 0 and start - at < 3 and prose.text[at - 1] in _TIES:
        at -= 1
    found = prose.quotation_at(at - 1) if at else None
    if found is None or found.end != at or "\n" in prose.text[at:start]:
        return None
    inner = found.slice(prose.text).rstrip("”\"'’»")
    return found if inner[-1:] != "." else None  # a stop before the mark ends the sentence


def _starting(prose: Prose, end: int) -> Span | None:
    at = end
    while at < len(prose.text) and at - end < 3 and prose.text[at] in _TIES_ON:
        at += 1
    found = prose.quotation_at(at)
    return found if found is not None and found.start == at else None


def _stands_alone(prose: Prose, quotation: Span) -> bool:
    """Whether the quotation is a sentence by itself, not the end of one."""
    block = prose.block_of(quotation.start)
    before = prose.text[block.start : quotation.start].rstrip()
    return not before or before[-1] in ".!?:”\"'’)"
