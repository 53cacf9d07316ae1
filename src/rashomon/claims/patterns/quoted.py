"""Answers not given in the holder's own words: "We won't comment on P," the firm said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.claims.draft import Contents, Draft
from rashomon.claims.patterns.bars import Found
from rashomon.claims.patterns.ignorance import asks, find_ignorance, spoke_before
from rashomon.claims.patterns.parties import is_authority, is_bystander
from rashomon.claims.patterns.rebuffs import find_unfit
from rashomon.claims.patterns.refusals import find_refusal
from rashomon.claims.patterns.replies import find_nothing
from rashomon.claims.patterns.responses import draft_of
from rashomon.claims.patterns.unknowns import is_open
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
    "make have interview draw tell".split()
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
        if draft.response is Response.NO_INFORMATION and not _may_know(draft, owner):
            continue
        if owner is not None and _is_all(prose, draft, owner):
            dropped.add(id(owner))
        answers.append(_owned(prose, draft, owner))
    yield from (draft for draft in drafts if id(draft) not in dropped)
    yield from answers


def _cue(draft: Draft) -> Span:
    return draft.cue or draft.content[0]


def _is_outer(prose: Prose, draft: Draft) -> bool:
    """Whether the outlet tells of it, and nobody inside a quotation."""
    return draft.cue is None or prose.quotation_at(draft.cue.start) is None


def _owned(prose: Prose, draft: Draft, owner: Draft | None) -> Draft:
    if owner is None:
        is_named = draft.source is not None and not prose.is_quoted(draft.source.root)
        return draft if is_named else replace(draft, source=None, shown=None)
    return replace(
        draft, source=owner.source, shown=owner.shown, via=owner.via, silent=owner.silent
    )


def _may_know(draft: Draft, owner: Draft | None) -> bool:
    """Whether the speaker is asked as one who might know: an authority, or who says "we" for
    others; what fans and players do not know is no answer."""
    verb = draft.verb
    if (
        verb is not None
        and verb.lemma_ == "have"
        and not any(c.lower_ == "idea" for c in verb.rights)
    ):
        return True
    who = owner.source.root if owner is not None and owner.source is not None else None
    if who is None or is_bystander(who):
        return False
    own = subject(verb) if verb is not None else None
    if is_authority(who) or spoke_before(who) or own is None or own.lower_ == "it":
        return True
    if own.lower_ == "we":
        return who.pos_ != "PRON"
    return verb is not None and who.pos_ == "PROPN" and any(t.lemma_ == "say" for t in verb.subtree)


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
        if not prose.quotations_over(place(sentence)) or prose.is_headline(sentence):
            continue
        for token in sentence:
            if not prose.is_quoted(token):
                continue
            found = _no_comment(prose, token) or _own_refusal(prose, token)
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


def _own_refusal(prose: Prose, token: Token) -> Found | None:
    if (found := find_unfit(token) or is_open(token)) is not None:
        return found
    found = find_refusal(token) if token.lemma_ in _TOLD else None
    found = found or find_nothing(token) or find_ignorance(token)
    if found is None or found.response not in {Response.DECLINED, Response.NO_INFORMATION}:
        return None
    if found.response is Response.NO_INFORMATION and _is_by_the_way(found.top):
        return None
    own = subject(found.top)
    if own is None or not (own.lower_ in _SELVES or _is_before(prose, own)):
        return None
    plain = token.lemma_ == "say" and any(c.dep_ == "ccomp" for c in token.rights)
    return None if plain and not asks(token) else found


def _is_before(prose: Prose, own: Token) -> bool:
    """Whether the outlet names who does not answer: Roth said he "won't go into that"."""
    return not prose.is_quoted(own)


def _is_by_the_way(verb: Token) -> bool:
    """As in "something that we don't know yet", "I never knew who would win"."""
    return verb.dep_ == "relcl" or any(c.lower_ == "never" for c in verb.lefts)
