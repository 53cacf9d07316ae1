"""Answers not given in the holder's own words: "We won't comment on P," the firm said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.claims.draft import Contents, Draft
from rashomon.claims.patterns.bars import Found
from rashomon.claims.patterns.ignorance import asks, find_no_facts
from rashomon.claims.patterns.refusals import find_refusal
from rashomon.claims.patterns.replies import find_nothing
from rashomon.claims.patterns.responses import draft_of
from rashomon.claims.prose import Prose
from rashomon.claims.sources import subject
from rashomon.model.claim import Response
from rashomon.model.span import Span
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Token

_SELVES = {"i", "we"}
# Of what one says that one will not do, only this is no answer: "I won't name a successor" is one.
_TOLD = set(
    "comment confirm discuss speculate disclose elaborate answer talk speak say go get take "
    "make have interview draw".split()
)
_NO_COMMENT = re.compile(r"\W*no (?:further |immediate |public )?comment\b", re.IGNORECASE)
_REST = 3  # words beside the refusal that still say nothing: "at this time"


def answer_in_quotes(prose: Prose, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, with the answers that those quoted do not give: an answer of its own where they
    say more, else in the place of what they say."""
    contents = Contents(drafts)
    dropped: set[int] = set()
    answers = []
    for draft in _find(prose):
        around = [o for o in contents.around(_cue(draft), but=draft) if _is_outer(prose, o)]
        owner = min(around, key=_length, default=None)
        if owner is not None and _is_all(prose, draft, owner):
            dropped.add(id(owner))
        answers.append(_owned(draft, owner))
    yield from (draft for draft in drafts if id(draft) not in dropped)
    yield from answers


def _cue(draft: Draft) -> Span:
    return draft.cue or draft.content[0]


def _is_outer(prose: Prose, draft: Draft) -> bool:
    """Whether the outlet tells of it, and nobody inside a quotation."""
    return draft.cue is None or prose.quotation_at(draft.cue.start) is None


def _owned(draft: Draft, owner: Draft | None) -> Draft:
    if owner is None:
        return replace(draft, source=None, shown=None)
    return replace(
        draft, source=owner.source, shown=owner.shown, via=owner.via, silent=owner.silent
    )


def _length(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _is_all(prose: Prose, draft: Draft, owner: Draft) -> bool:
    """Whether the speaker says nothing else."""
    said = sum(len(span.slice(prose.text).split()) for span in owner.content)
    spans = [_cue(draft), *draft.content]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return said - len(prose.text[start:end].split()) <= _REST + 1


def _find(prose: Prose) -> Iterator[Draft]:
    for sentence in prose.sentences:
        for token in sentence:
            if not prose.is_quoted(token) or prose.is_headline(sentence):
                continue
            found = _no_comment(prose, token) or _own_refusal(token)
            if found is not None:
                yield draft_of(sentence, token, found)
                break


def _no_comment(prose: Prose, token: Token) -> Found | None:
    """As in "No comment," said the minister."""
    if token.lower_ != "comment":
        return None
    where = place(token)
    quotation = prose.quotation_at(where.start)
    found = _NO_COMMENT.match(quotation.slice(prose.text)) if quotation is not None else None
    if quotation is None or found is None or quotation.start + found.end() != where.end:
        return None
    first = min(token.left_edge, token, key=lambda t: t.i)
    return Found(Response.DECLINED, first, token, token)


def _own_refusal(token: Token) -> Found | None:
    found = find_refusal(token) if token.lemma_ in _TOLD else None
    found = found or find_nothing(token) or find_no_facts(token)
    if found is None or found.response not in {Response.DECLINED, Response.NO_INFORMATION}:
        return None
    own = subject(found.top)
    if own is None or own.lower_ not in _SELVES:
        return None
    plain = token.lemma_ == "say" and any(c.dep_ == "ccomp" for c in token.rights)
    return None if plain and not asks(token) else found
