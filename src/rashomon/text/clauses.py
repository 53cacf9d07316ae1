"""The acts that a parsed text tells, by verbs and by event nouns: who did what to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.model.reading import Clause
from rashomon.model.span import Span
from rashomon.text.lexicon import verb_of
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass"}
_OBJECTS = {"dobj", "obj", "attr", "acomp", "oprd"}
# A clause ends where another begins: its own acts are clauses of their own.
_OTHER_CLAUSES = {"advcl", "ccomp", "parataxis", "relcl", "acl", "csubj", "xcomp"}
_APART = {"advcl", "ccomp", "parataxis", "punct", "mark", "cc"}
_MODALS = {"will", "would", "may", "might", "could", "should", "must", "can", "shall", "ought"}
# Governors that leave an act as done or under way; any other one keeps it from being told so.
_REAL = {"begin", "start", "continue", "resume", "stop", "keep", "manage", "finish", "end", "go"}
_NEGATIONS = {"not", "never", "n't", "neither", "nor", "hardly"}
_NOBODY = {"nobody", "none", "nothing"}
_NEGATIVE_GOVERNORS = {"fail", "refuse", "decline", "refrain"}
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}


def find_clauses(docs: Sequence[Doc]) -> tuple[Clause, ...]:
    """The clauses of an article, in the order of their acts."""
    return tuple(clause for doc in docs for clause in _clauses(doc))


def _clauses(doc: Doc) -> Iterator[Clause]:
    for token in doc:
        if _is_verbal(token):
            yield _verbal(token)
        elif lemma := _event_verb(token):
            yield _nominal(token, lemma)


_PREDICATE_DEPS = {"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "xcomp", "pcomp"}


def _is_verbal(token: Token) -> bool:
    return token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ in _PREDICATE_DEPS)


def _event_verb(token: Token) -> str | None:
    return verb_of(token.lemma_.lower()) if token.pos_ == "NOUN" else None


def _governor(act: Token) -> Span | None:
    """The act of the nearest clause above."""
    return next((place(t) for t in act.ancestors if _is_verbal(t) or _event_verb(t)), None)


def _verbal(verb: Token) -> Clause:
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    subject = _subject(verb)
    dobj = next((child for child in verb.children if child.dep_ in _OBJECTS), None)
    if passive:
        agent = _prepositional(verb, {"by"})
        subject, dobj = agent, subject
    tokens = sorted({verb, *_argument_tokens(verb)}, key=lambda token: token.i)
    act = place(verb)
    return Clause(
        start=min(act.start, place(tokens[0]).start),
        end=max(act.end, place(tokens[-1]).end),
        act=act,
        lemma=verb.lemma_.lower(),
        subject=_phrase(subject),
        object=_phrase(dobj),
        negated=_negated(verb),
        modal=_modal(verb),
        passive=passive,
        finite=_finite(verb),
        under=_governor(verb),
        relation=verb.dep_,
        words=_words(tokens, verb) + _inherited(subject, tokens),
    )


def _nominal(noun: Token, lemma: str) -> Clause:
    tokens = sorted({noun, *_argument_tokens(noun)}, key=lambda token: token.i)
    agent = next((child for child in noun.children if child.dep_ in {"poss", "compound"}), None)
    act = place(noun)
    return Clause(
        start=min(act.start, place(tokens[0]).start),
        end=max(act.end, place(tokens[-1]).end),
        act=act,
        lemma=lemma,
        subject=_phrase(agent),
        object=_phrase(_prepositional(noun, {"of", "on", "against"})),
        negated=any(child.lower_ == "no" for child in noun.children),
        nominal=True,
        under=_governor(noun),
        relation=noun.dep_,
        words=_words(tokens, noun),
    )


def _subject(verb: Token) -> Token | None:
    """The subject, or the one that the verb takes over from what governs it."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            if verb.dep_ == "relcl" and child.tag_ in {"WDT", "WP"}:
                return verb.head
            return child
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
        head_object = next((c for c in verb.head.children if c.dep_ == "dobj"), None)
        if verb.dep_ == "xcomp" and head_object is not None:
            return head_object
        return next((c for c in verb.head.children if c.dep_ in _SUBJECTS), None)
    return None


def _prepositional(head: Token, prepositions: set[str]) -> Token | None:
    """The noun behind one of the prepositions that hang on the head."""
    return next(
        (
            noun
            for preposition in head.children
            if preposition.dep_ in {"prep", "agent"} and preposition.lower_ in prepositions
            for noun in preposition.children
            if noun.dep_ == "pobj"
        ),
        None,
    )


def _argument_tokens(head: Token) -> Iterator[Token]:
    """The tokens below the head that belong to its own clause."""
    waiting = [c for c in head.children if c.dep_ not in _APART and not _is_other_act(c)]
    while waiting:
        token = waiting.pop()
        yield token
        waiting.extend(c for c in token.children if c.dep_ not in _OTHER_CLAUSES)


def _is_other_act(child: Token) -> bool:
    return child.dep_ in {"conj", "xcomp", "relcl", "acl"} and child.pos_ in {"VERB", "AUX"}


def _phrase(head: Token | None) -> Span | None:
    """The place of a noun phrase without its relative clauses."""
    if head is None:
        return None
    tokens = {head, *(t for t in _argument_tokens(head) if t.dep_ != "appos")}
    return Span(min(place(t).start for t in tokens), max(place(t).end for t in tokens))


def _negated(verb: Token) -> bool:
    if any(child.dep_ == "neg" or child.lower_ in _NEGATIONS for child in verb.children):
        return True
    if any(child.lower_ == "longer" and _has_no(child) for child in verb.children):
        return True
    parts = [c for c in verb.children if c.dep_ in _SUBJECTS | _OBJECTS]
    if any(part.lower_ in _NOBODY or _has_no(part) for part in parts):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_ in _NEGATIVE_GOVERNORS


def _has_no(word: Token) -> bool:
    if any(child.lower_ == "no" for child in word.children):
        return True
    is_one = word.lower_ == "one" and word.i > 1 and word.nbor(-1).text == "-"
    return is_one and word.nbor(-2).lower_ == "no"  # "no-one"


def _finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ in {"VBD", "VBZ", "VBP", "MD"}
        for child in verb.children
    )


def _modal(verb: Token) -> str | None:
    for child in verb.children:
        if child.dep_ == "aux" and child.lemma_.lower() in _MODALS:
            return child.lemma_.lower()
    if verb.dep_ in {"xcomp", "advcl"} and _is_infinitive(verb):
        governor = verb.head.lemma_.lower()
        return None if governor in _REAL else governor
    if verb.dep_ in {"acl", "relcl"} and _is_infinitive(verb):
        return "to"
    return None


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _words(tokens: Sequence[Token], head: Token) -> tuple[str, ...]:
    return tuple(
        token.lemma_.lower()
        for token in tokens
        if token is not head
        and (token.pos_ in _CONTENT or token.lower_ == "such")
        and token.text[0].isalnum()
    )


def _inherited(subject: Token | None, tokens: Sequence[Token]) -> tuple[str, ...]:
    """The lemma of a subject that stands outside the clause's own words."""
    if subject is None or subject in tokens or subject.pos_ not in _CONTENT:
        return ()
    return (subject.lemma_.lower(),)
