"""What was asked about where no answer was given, and who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.patterns.tellings import proposition
from rashomon.claims.phrases import Run, noun_phrase, subtree

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

REQUESTS = {"request", "call", "inquiry", "enquiry", "query", "question", "message", "email"}
REQUESTS |= {"comment", "letter", "text", "e-mail", "mail", "voicemail", "interview"}
REQUESTS |= {"attempt", "effort"}
_TOPIC = {"on", "about", "concerning", "regarding", "over", "of", "to"}
_NO_TOPIC = {"record", "condition", "basis", "time", "moment", "point", "stage"}


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
    return _deeper_topic(at)


def _deeper_topic(at: Token) -> Run | None:
    for child in at.rights:
        is_own = child.dep_ == "conj" and any(c.dep_ == "nsubj" for c in child.lefts)
        if is_own or child.dep_ not in {"acl", "relcl", "xcomp", "conj", "prep"}:
            continue  # "would not comment, but Roth said P" leaves the topic open
        if deeper := find_topic(child):
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


def without_clause(asked: Token) -> Run:
    """As in "to questions sent by X on Monday": who asked and when is no part of it."""
    start, end = subtree(asked)
    clauses = [
        t.left_edge.i for t in asked.subtree if t.dep_ in {"acl", "relcl"} and t.i > start + 1
    ]
    return start, min([end, *clauses])
