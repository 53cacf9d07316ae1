"""What a holder gave instead of an answer: "declined to comment on P", "had no information"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.patterns.bars import Found, is_negated
from rashomon.claims.patterns.checks import find_failed_check
from rashomon.claims.patterns.hush import find_hush
from rashomon.claims.patterns.ignorance import find_ignorance
from rashomon.claims.patterns.parties import owner_of
from rashomon.claims.patterns.refusals import find_refusal, is_answer
from rashomon.claims.patterns.replies import find_no_reply
from rashomon.claims.patterns.tellings import proposition
from rashomon.claims.patterns.topics import asked_by, find_topic, without_clause
from rashomon.claims.patterns.unknowns import find_unknown
from rashomon.claims.patterns.verbs import cue_group, relative
from rashomon.claims.phrases import Run, noun_phrase, places, trim
from rashomon.claims.prose import Prose
from rashomon.claims.sources import find_source, subject
from rashomon.model.claim import Attitude, Response
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_NOBODY = {"it", "there"}


def find_response_drafts(prose: Prose, sentence: Words) -> Iterator[Draft]:
    """The answers that the sentence says were not given."""
    for token in sentence:
        found = find_answer_not_given(token)
        if found is not None and not _is_outlets_own(found) and not prose.is_quoted(token):
            yield draft_of(sentence, token, found)


def _is_outlets_own(found: Found) -> bool:
    """Whether the author says that "we do not know": nobody is asked."""
    own = subject(found.top)
    is_ours = own is not None and own.lower_ in {"i", "we"}
    return found.response is Response.NO_INFORMATION and is_ours


def find_answer_not_given(token: Token) -> Found | None:
    """The answer that the word says was not given."""
    return (
        find_refusal(token)
        or find_failed_check(token)
        or find_hush(token)
        or find_no_reply(token)
        or find_ignorance(token)
        or find_unknown(token)
    )


def draft_of(sentence: Words, verb: Token, found: Found) -> Draft:
    """The attribution of an answer that was not given."""
    doc = sentence.doc
    start = min(cue_group(found.top)[0], found.top.i)
    topic = find_topic(found.at) if found.at is not None else None
    told = subject(verb)
    if topic is None and told is not None and _is_of_subject(found, told):
        topic = proposition(told)
    group = trim(doc, (start, max(found.last.i, found.top.i) + 1))
    content = places(doc, [topic]) if topic else places(doc, [_clause(verb, group)])
    return Draft(
        pattern=Pattern.RESPONSE,
        content=content or (place(doc[group[0] : group[1]]),),
        sentence=sentence,
        attitude=Attitude.DOUBTS if _is_left_open(doc, topic, found) else Attitude.NONE,
        source=_source(found),
        shown=relative(found.top),
        cue=place(doc[group[0] : group[1]]),
        kind="decline",
        verb=found.top,
        via=asked_by(verb),
        response=found.response,
    )


def _is_of_subject(found: Found, told: Token) -> bool:
    """Whether the subject is what nobody knows: "the claim could not be verified", "no motive is
    known, police said"."""
    if found.response is Response.COULD_NOT_VERIFY:
        return told.dep_ == "nsubjpass"
    is_open = found.response is Response.NO_INFORMATION and found.who is not None
    return is_open and told.lower_ not in _NOBODY


def _is_left_open(doc: Doc, topic: Run | None, found: Found) -> bool:
    """Whether it is a question that the holder leaves open: "could not say whether P"."""
    is_question = topic is not None and doc[topic[0]].lower_ in {"whether", "if"}
    return is_question and found.response is Response.NO_INFORMATION


def _source(found: Found) -> Words | None:
    if found.is_outlets:
        return None
    if found.who is not None:
        return noun_phrase(found.who, but=found.top)
    own = subject(found.top)
    at = _where_nobody(found.top, own) if own is not None else None
    source = noun_phrase(at) if at is not None else find_source(found.top)
    if source is not None and len(source) > 1 and source[0].lower_ == "neither":
        return source[1:]
    return source


def _where_nobody(verb: Token, own: Token) -> Token | None:
    """The body of "no one at the firm", "nobody answered at the embassy"."""
    if own.lower_ != "nobody" and not (own.lower_ == "one" and is_negated(verb)):
        return None
    for at in [*own.rights, *(c for c in verb.subtree if c.i > verb.i)]:
        if at.dep_ == "prep" and at.lower_ in {"at", "from", "in"}:
            end = next((c for c in at.rights if c.dep_ == "pobj"), None)
            if end is not None and end.ent_type_ not in {"DATE", "TIME"}:
                return owner_of(end)
    return None


def _clause(verb: Token, group: Run) -> Run:
    """Where no topic is named, what was not given or answered: "to comment", "to the request"."""
    answer = verb if verb.dep_ == "xcomp" and is_answer(verb) else None
    if answer is not None:
        return answer.left_edge.i, max(group[1], answer.right_edge.i + 1)
    asked = next((c for c in verb.rights if c.dep_ in {"prep", "dobj"} and c.i >= group[1]), None)
    return without_clause(asked) if asked is not None else group
