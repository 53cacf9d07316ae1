"""Answers that never came, told from the asker's side: "no answer came from X", "calls to X went
unanswered", "attempts to reach X failed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft, Pattern
from rashomon.claims.patterns.bars import is_negated
from rashomon.claims.patterns.parties import DOORS, can_be_reached, owner_of
from rashomon.claims.patterns.topics import REQUESTS, asked_by, find_topic
from rashomon.claims.patterns.verbs import cue_group
from rashomon.claims.phrases import Run, noun_phrase, places, subtree
from rashomon.claims.prose import Prose
from rashomon.claims.sources import find_source
from rashomon.model.claim import Attitude, Response
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_ANSWERS = {"answer", "reply", "response", "comment", "statement", "explanation"}
_COMING = {"be", "come", "arrive", "receive", "get", "give", "have", "issue", "offer"}
_GETTING = {"receive", "get"}
_ASKING = {"ask", "contact", "call", "email", "approach", "write", "text", "phone", "message"}
_MET = {"return", "answer", "acknowledge"}
_UNMET = {"unanswered", "unreturned"}
_TRIES = {"attempt", "effort"}
_VAIN = {"unsuccessful", "fruitless", "futile", "vain"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_FAR = 4  # words between a verb and what tells that it was in vain
_LEFT = {"for", "with", "at", "on"}  # a message left with a lawyer, on somebody's phone


@dataclass(frozen=True, slots=True)
class _Silence:
    """Who was silent, and where the cue stands."""

    who: Token
    cue: Run
    response: Response = Response.NO_REPLY


def find_silence_drafts(prose: Prose, sentence: Words) -> Iterator[Draft]:
    """The answers that the sentence says never came."""
    for token in sentence:
        if token.pos_ in {"NOUN", "PROPN"}:
            found = _no_answer(token) or _unmet(token)
            if found is not None and not prose.is_quoted(token):
                yield _draft(sentence, token, found)


def _no_answer(noun: Token) -> _Silence | None:
    """As in "no answer came from X", "there was no reply from X", "asked X, but got no reply"."""
    is_none = noun.lemma_ in _ANSWERS and any(c.lower_ == "no" for c in noun.lefts)
    if not is_none or noun.head.lemma_ not in _COMING:
        return None
    response = Response.DECLINED if noun.lemma_ == "comment" else Response.NO_REPLY
    start = min(noun.left_edge.i, cue_group(noun.head)[0])
    for child in [*noun.rights, *noun.head.rights]:
        end = next((c for c in child.rights if c.dep_ == "pobj"), None)
        if end is None:
            continue
        if child.lower_ == "from":
            return _Silence(end, (start, max(child.i, noun.i) + 1), response)
        if child.lower_ == "at" and noun.lemma_ in {"answer", "reply"} and end.lemma_ in DOORS:
            return _Silence(owner_of(end), (start, noun.i + 1), response)
    asked = _asked_before(noun.head) if noun.head.lemma_ in _GETTING else None
    return _Silence(asked, (start, noun.i + 1), response) if asked is not None else None


def _asked_before(verb: Token) -> Token | None:
    """Who was asked in "asked X for comment, but received no reply"."""
    asking = verb.head if verb.dep_ == "conj" else None
    if asking is None or asking.lemma_ not in _ASKING:
        return None
    return next((c for c in asking.rights if c.dep_ in {"dobj", "dative"}), None)


def _unmet(noun: Token) -> _Silence | None:
    """As in "calls to X went unanswered", "an email to X was not returned"."""
    if noun.lemma_ not in REQUESTS or noun.dep_ not in _SUBJECTS:
        return None
    verb = noun.head
    if verb.dep_ in _SUBJECTS:  # parsers take "a message left with X was not returned" for two
        verb = verb.head
    ends = (_unmet_end(v, is_try=noun.lemma_ in _TRIES) for v in [verb, *verb.conjuncts])
    end = next((end for end in ends if end is not None), None)
    who = _called(noun) if end is not None else None
    if who is None or end is None:
        return None
    group = cue_group(verb)
    start = group[0] if end <= group[1] + _FAR else end - 1
    return _Silence(who, (start, max(group[1], end)))


def _unmet_end(verb: Token, *, is_try: bool) -> int | None:
    """Where the words end that say that a call was in vain."""
    words = [c for c in verb.rights if c.dep_ in {"acomp", "oprd", "advmod", "dep"}]
    words += [t for c in verb.rights if c.lower_ == "in" for t in c.rights]
    for word in words:
        vain = word.lower_ in _VAIN or (word.lower_ == "successful" and is_negated(verb))
        if word.lower_ in _UNMET or (is_try and vain):
            return word.i + 1
    failed = is_try and verb.lemma_ == "fail"
    not_met = verb.lemma_ in _MET and is_negated(verb)
    return verb.i + 1 if failed or not_met else None


def _called(noun: Token) -> Token | None:
    """Who was to answer: "calls to X", "a message left with X", "attempts to reach X"."""
    before = ""
    for token in (noun.head if noun.head.dep_ in _SUBJECTS else noun).subtree:
        end = next((c for c in token.rights if c.dep_ in {"pobj", "dobj"}), None)
        if end is not None and token.i > noun.i and end.ent_type_ not in {"DATE", "TIME"}:
            if token.lower_ == "to" or (token.lower_ == "from" and "comment" in before):
                return end
            if token.lower_ in _LEFT and "left" in before and end.lemma_ not in REQUESTS:
                return owner_of(end)
            if token.lemma_ in {"reach", "contact"} and can_be_reached(end):
                return end
        before += f" {token.lower_}"
    return None


def _without_case(words: Words) -> Words:
    """The owner of a phone without the mark of owning."""
    return words[:-1] if len(words) > 1 and words[-1].tag_ == "POS" else words


def _draft(sentence: Words, noun: Token, found: _Silence) -> Draft:
    doc = sentence.doc
    topic = find_topic(noun)
    if topic is None or topic[0] <= found.who.i < topic[1]:
        bare = noun.lemma_ in _ANSWERS
        topic = (noun.left_edge.i, noun.i + 1) if bare else subtree(noun)
    source = noun_phrase(found.who)
    return Draft(
        pattern=Pattern.RESPONSE,
        content=places(doc, [topic]) or (place(noun),),
        sentence=sentence,
        attitude=Attitude.NONE,
        source=_without_case(source),
        cue=place(doc[found.cue[0] : found.cue[1]]),
        kind="decline",
        verb=noun.head,
        via=asked_by(noun) or _asking(noun, found),
        response=found.response,
    )


def _asking(noun: Token, found: _Silence) -> tuple[Words, ...]:
    """Who asked in "the Herald received no reply from X"."""
    asker = find_source(noun.head) if noun.head.lemma_ in _GETTING else None
    if asker is None or asker.root.pos_ == "PRON" or asker.root == found.who:
        return ()
    return (asker,)
