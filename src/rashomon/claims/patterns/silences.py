"""Answers that never came, told from the asker's side: "no answer came from X", "calls to X went
unanswered"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.patterns.responses import REQUESTS, asked_by, find_topic
from rashomon.claims.patterns.verbs import cue_group
from rashomon.claims.phrases import Run, noun_phrase, places, subtree
from rashomon.claims.prose import Prose
from rashomon.model.claim import Attitude, Response
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_ANSWERS = {"answer", "reply", "response", "comment", "statement", "explanation"}
_COMING = {"be", "come", "arrive", "receive", "get", "give", "have", "issue", "offer"}
_MET = {"return", "answer", "acknowledge"}
_UNMET = {"unanswered", "unreturned"}
_LEFT = {"for", "with", "at", "on"}  # a message left with a lawyer, on somebody's phone
_PHONES = {"phone", "cellphone", "voicemail", "mail", "machine", "line", "number", "mobile"}


def find_silence_drafts(prose: Prose, sentence: Words) -> Iterator[Draft]:
    """The answers that the sentence says never came."""
    for token in sentence:
        if token.pos_ == "NOUN" and not prose.is_quoted(token):
            found = _no_answer(token) or _unmet(token)
            if found is not None:
                yield _draft(sentence, token, *found)


Found: TypeAlias = "tuple[Token, Run]"
"""Who was silent, and where the cue stands."""


def _no_answer(noun: Token) -> Found | None:
    """As in "no answer came from X", "there was no reply from X"."""
    is_none = noun.lemma_ in _ANSWERS and any(c.lower_ == "no" for c in noun.lefts)
    if not is_none or noun.head.lemma_ not in _COMING:
        return None
    for place_ in (noun, noun.head):
        for child in place_.rights:
            source = next((c for c in child.rights if c.dep_ == "pobj"), None)
            if child.lower_ == "from" and source is not None:
                start = min(noun.left_edge.i, cue_group(noun.head)[0])
                return source, (start, max(child.i, noun.i) + 1)
    return None


def _unmet(noun: Token) -> Found | None:
    """As in "calls to X went unanswered", "an email to X was not returned"."""
    verb = noun.head
    if noun.lemma_ not in REQUESTS or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    words = [c for c in verb.rights if c.dep_ in {"acomp", "oprd", "advmod"}]
    unmet = next((c for c in words if c.lower_ in _UNMET), None)
    is_negated = any(c.dep_ == "neg" for c in verb.children)
    if unmet is None and not (is_negated and verb.lemma_ in _MET):
        return None
    group = cue_group(verb)
    source = _called(noun)
    if source is None:
        return None
    return source, (group[0], max(group[1], unmet.i + 1 if unmet is not None else 0))


def _called(noun: Token) -> Token | None:
    """Who was to answer: "calls to X", "a message left with X", "a message left on X's phone"."""
    for to in noun.rights:
        if to.lower_ == "to":
            return next((c for c in to.rights if c.dep_ == "pobj"), None)
    for token in noun.subtree:
        if token.dep_ == "prep" and token.lower_ in _LEFT and _is_left(noun, token):
            end = next((c for c in token.rights if c.dep_ == "pobj"), None)
            if end is not None and end.lemma_ in _PHONES:
                end = next((c for c in end.lefts if c.dep_ == "poss"), None)
            if end is not None and end.lemma_ not in REQUESTS:
                return end
    return None


def _is_left(noun: Token, preposition: Token) -> bool:
    return any(t.lower_ == "left" for t in noun.doc[noun.i : preposition.i])


def _without_case(words: Words) -> Words:
    """The owner of a phone without the mark of owning."""
    return words[:-1] if len(words) > 1 and words[-1].tag_ == "POS" else words


def _draft(sentence: Words, noun: Token, source: Token, cue: Run) -> Draft:
    doc = sentence.doc
    topic = find_topic(noun)
    if topic is None or topic[0] <= source.i < topic[1]:
        topic = (noun.left_edge.i, noun.i + 1) if noun.lemma_ in _ANSWERS else subtree(noun)
    return Draft(
        pattern=Pattern.RESPONSE,
        content=places(doc, [topic]) or (place(noun),),
        sentence=sentence,
        attitude=Attitude.NONE,
        source=_without_case(noun_phrase(source)),
        cue=place(doc[cue[0] : cue[1]]),
        kind="decline",
        verb=noun.head,
        via=asked_by(noun),
        response=Response.NO_REPLY,
    )
