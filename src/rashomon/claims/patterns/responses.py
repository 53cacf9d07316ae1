"""What a holder gave instead of an answer: "declined to comment on P", "had no information"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.patterns.ignorance import Found, find_hush, find_ignorance
from rashomon.claims.patterns.ignorance import is_negated as _negated
from rashomon.claims.patterns.refusals import ANSWERS, find_refusal, is_answer
from rashomon.claims.patterns.tellings import proposition
from rashomon.claims.patterns.verbs import cue_group, relative
from rashomon.claims.phrases import Run, noun_phrase, places, subtree, trim
from rashomon.claims.prose import Prose
from rashomon.claims.sources import find_source, is_passive, subject
from rashomon.model.claim import Attitude, Response
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_CHECKS = {"verify", "confirm", "corroborate", "authenticate", "substantiate"}
_REPLIES = {"respond", "reply", "return", "answer", "acknowledge"}
REQUESTS = {"request", "call", "inquiry", "enquiry", "query", "question", "message", "email"}
REQUESTS |= {"comment", "letter", "text", "e-mail"}
_IN_PASSIVE = {"reach": Response.NO_REPLY, "draw": Response.DECLINED}  # "would not be drawn on P"
_ABLE = {"able", "unable"}
_TOPIC = {"on", "about", "concerning", "regarding", "over", "of", "to"}
_NOTHING = {"comment": Response.DECLINED, "statement": Response.DECLINED}
_NOTHING |= {"information": Response.NO_INFORMATION}
_NOTHING |= {"detail": Response.NO_INFORMATION, "knowledge": Response.NO_INFORMATION}
_NOTHING |= {"response": Response.NO_REPLY, "reply": Response.NO_REPLY}


def find_response_drafts(prose: Prose, sentence: Words) -> Iterator[Draft]:
    """The answers that the sentence says were not given."""
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"} and not prose.is_quoted(token):
            found = (
                find_refusal(token) or _failed_check(token) or _nothing(token) or _silence(token)
            )
            found = found or find_ignorance(token) or find_hush(token)
            if found is not None:
                yield _draft(sentence, token, *found)


def _failed_check(verb: Token) -> Found | None:
    """As in "could not independently verify P", "was unable to confirm P"."""
    if verb.lemma_.lower() not in _CHECKS:
        return None
    aux = {c.lower_ for c in verb.lefts if c.dep_ in {"aux", "auxpass"}}
    if _negated(verb) and aux & {"could", "can", "ca"}:
        # "could not confirm or deny" is no check, but a way to say nothing.
        either = any(c.dep_ == "conj" and c.lemma_ in {"deny", "comment"} for c in verb.rights)
        return Response.DECLINED if either else Response.COULD_NOT_VERIFY, verb, verb
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_ in _ABLE:
        copula = head.head if head.pos_ == "ADJ" else head
        if any(c.lower_ in {"will", "wo"} for c in copula.lefts):
            return None  # what will come to light later was not asked yet
        if head.lemma_ == "unable" or _negated(copula):
            return Response.COULD_NOT_VERIFY, verb, verb
    return None


def _nothing(verb: Token) -> Found | None:
    """As in "had no comment on P", "had no information about P", "had nothing to say"."""
    if verb.lemma_.lower() not in {"have", "offer", "provide", "make", "give"}:
        return None
    for thing in verb.rights:
        if thing.dep_ != "dobj":
            continue
        none = any(c.lower_ == "no" for c in thing.lefts) or (
            _negated(verb) and any(c.lower_ == "any" for c in thing.lefts)
        )
        if none and thing.lemma_ == "detail" and verb.lemma_ not in {"have", "make"}:
            if any(c.lower_ in {"would", "will"} for c in verb.lefts):
                return Response.DECLINED, thing, thing
            continue  # "offered no details" told something, and not that
        if none and thing.lemma_.lower() in _NOTHING:
            return _NOTHING[thing.lemma_.lower()], thing, thing
        if thing.lower_ == "nothing" and any(c.lemma_ in ANSWERS | {"add"} for c in thing.rights):
            return Response.DECLINED, thing, thing
    return None


def _silence(verb: Token) -> Found | None:
    """As in "did not respond to a request for comment", "could not be reached"."""
    lemma = verb.lemma_.lower()
    if lemma in _IN_PASSIVE and _negated(verb) and is_passive(verb):
        return _IN_PASSIVE[lemma], verb, verb
    if lemma == "be" and (found := _unavailable(verb)) is not None:
        return Response.NO_REPLY, found, found
    if lemma not in _REPLIES or not (_negated(verb) or _is_unmet(verb)):
        return None
    asked = [t for c in verb.rights if c.dep_ in {"prep", "dobj", "dative"} for t in c.subtree]
    if lemma in {"return", "answer", "acknowledge"} and not any(
        t.lemma_ in REQUESTS for t in asked
    ):
        return None
    return Response.NO_REPLY, verb, verb


def _is_unmet(verb: Token) -> bool:
    """As in "failed to respond", "has yet to reply"."""
    return verb.dep_ == "xcomp" and (
        verb.head.lemma_ == "fail" or any(c.lower_ == "yet" for c in verb.head.children)
    )


def _unavailable(verb: Token) -> Token | None:
    for child in verb.rights:
        if child.dep_ == "acomp" and child.lower_ in {"available", "unavailable"}:
            for_comment = any(t.lemma_ in {"comment", "contact"} for t in child.subtree)
            if for_comment and (_negated(verb) or child.lower_ == "unavailable"):
                return child
    return None


def _draft(
    sentence: Words, verb: Token, response: Response, last: Token, at: Token | None
) -> Draft:
    doc = sentence.doc
    start = cue_group(verb.head if _starts_at_head(verb) else verb)[0]
    topic = find_topic(at) if at is not None else None
    subject_ = subject(verb)
    told = (
        response is Response.COULD_NOT_VERIFY
        and subject_ is not None
        and subject_.dep_ == "nsubjpass"
    )
    if topic is None and told and subject_ is not None:
        topic = proposition(subject_)
    group = trim(doc, (start, last.i + 1))
    content = places(doc, [topic]) if topic else places(doc, [_clause(verb, group)])
    return Draft(
        pattern=Pattern.RESPONSE,
        content=content or (place(doc[group[0] : group[1]]),),
        sentence=sentence,
        attitude=Attitude.NONE,
        source=_source(verb),
        shown=relative(verb),
        cue=place(doc[group[0] : group[1]]),
        kind="decline",
        verb=verb,
        via=asked_by(verb),
        response=response,
    )


def _starts_at_head(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.i > verb.head.i


def _source(verb: Token) -> Words | None:
    source = _find_source(verb)
    if source is not None and len(source) > 1 and source[0].lower_ == "neither":
        return source[1:]
    return source


def _find_source(verb: Token) -> Words | None:
    head = verb
    while head.dep_ == "xcomp" and subject(head) is None:
        head = head.head
    own = subject(head)
    if own is not None and own.dep_ == "nsubjpass" and head.lemma_ in _IN_PASSIVE:
        return noun_phrase(own, but=head)
    if head.pos_ == "ADJ":
        return find_source(head.head)
    return find_source(head)


def _clause(verb: Token, group: Run) -> Run:
    """Where no topic is named, what was not given or answered: "to comment", "to the request"."""
    answer = next((c for c in verb.rights if c.dep_ == "xcomp" and is_answer(c)), None)
    if answer is not None:
        return answer.left_edge.i, max(group[1], answer.right_edge.i + 1)
    asked = next((c for c in verb.rights if c.dep_ in {"prep", "dobj"} and c.i >= group[1]), None)
    return _without_clause(asked) if asked is not None else group


def _without_clause(asked: Token) -> Run:
    """As in "to questions sent by X on Monday": who asked and when is no part of it."""
    start, end = subtree(asked)
    clauses = [
        t.left_edge.i for t in asked.subtree if t.dep_ in {"acl", "relcl"} and t.i > start + 1
    ]
    return start, min([end, *clauses])


def find_topic(at: Token) -> Run | None:
    """What was asked about."""
    for child in at.rights:
        if child.dep_ == "ccomp":
            return subtree(child)
    for child in at.rights:
        if child.dep_ == "dobj" and child.lemma_ not in REQUESTS:
            return proposition(child)
    for child in at.rights:
        if child.dep_ == "prep" and child.lower_ in _TOPIC | {"with"} and not _is_time(child):
            return _behind(child)
    asked = next((c for c in at.rights if c.dep_ == "dobj" and c.lemma_ in REQUESTS), None)
    if asked is not None:
        return find_topic(asked) or _topic_behind(asked)
    for child in at.rights:
        if child.dep_ in {"acl", "relcl", "xcomp", "conj", "prep"} and (
            deeper := find_topic(child)
        ):
            return deeper
    return None


def _topic_behind(asked: Token) -> Run | None:
    """The topic of "questions from the Herald about P", which parsers hang on the asker."""
    for token in asked.subtree:
        if token.i > asked.i and token.lower_ in _TOPIC - {"of", "to"} and not _is_time(token):
            return _behind(token)
    return None


def _is_time(preposition: Token) -> bool:
    """Whether it tells when: "on Monday night" is nothing that was asked about."""
    return any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in preposition.rights)


_NO_TOPIC = {"record", "condition", "basis", "time"}


def _behind(preposition: Token) -> Run | None:
    for part in preposition.rights:
        if part.lemma_ in _NO_TOPIC:
            return None  # "on the record", "at this time"
        if part.dep_ == "pcomp":
            return subtree(part)
        if part.dep_ == "prep":
            return _behind(part)
        if part.dep_ == "pobj":
            if part.lemma_ in {"regard", "respect", "relation"}:
                return find_topic(part)
            return find_topic(part) if part.lemma_ in REQUESTS else proposition(part)
    return None


def asked_by(verb: Token) -> tuple[Words, ...]:
    """Who asked: "a request by the Herald", "questions from Reuters"."""
    for token in verb.subtree:
        if token.lemma_ in REQUESTS and token.pos_ == "NOUN":
            sent = [c for part in token.rights if part.dep_ == "acl" for c in part.rights]
            for child in [*token.children, *sent]:
                if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
                    asker = next((c for c in child.children if c.dep_ == "pobj"), None)
                    if asker is not None and asker.pos_ != "PRON":
                        return (_without_request(noun_phrase(asker)),)
                if child.dep_ == "poss" and child.pos_ != "PRON":
                    return (noun_phrase(child),)
    return ()


def _without_request(asker: Words) -> Words:
    """The asker without "for comment" or "to confirm the news" behind it."""
    for token in asker:
        if token.i > asker.root.i and token.lower_ in {"to", "for", "on", "about", "seeking"}:
            return asker.doc[asker.start : token.i]
    return asker
