"""That a question is open to those who might know: "it was unclear who fired, police said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.lexicon import VERBS
from rashomon.claims.patterns.bars import Found, is_negated
from rashomon.claims.patterns.ignorance import FACTS, asks, spoke_before
from rashomon.claims.patterns.parties import is_authority, is_bystander
from rashomon.claims.sources import find_source, is_passive, subject
from rashomon.model.claim import Response

if TYPE_CHECKING:
    from spacy.tokens import Token

_STAYING = {"be", "remain"}
_OPEN = {"unclear", "unknown", "uncertain", "undetermined"}
_SETTLED = {"clear", "known", "certain", "determined", "established"}
_FAR_OFF = {"early", "soon"}
_HARD = {"hard", "difficult", "impossible", "premature"}
_LEARNT = {"know", "determine", "establish", "ascertain"}
_TELLING = _LEARNT | {"say", "tell", "predict", "estimate", "guess", "judge", "conclude"}
_TELLING |= {"provide", "give"}
_NOBODY_IN = {"it", "that", "this", "there"}


def find_unknown(token: Token) -> Found | None:
    """As in "the motive is unknown, police said", "it was unclear to police who had fired",
    "said it was too early to say what caused it". It is an answer of who is asked for one only:
    with nobody named, the outlet says how things stand; so does an expert."""
    end = _open_end(token) if token.lemma_ in _STAYING else _unlearnt(token)
    if end is None:
        return None
    last, at = end
    who = _to_whom(last) or open_teller(token)
    if who is None:
        return None
    return Found(Response.NO_INFORMATION, token, last, at, who=who)


def is_open(token: Token) -> Found | None:
    """The same in somebody's own quotation, whose speaker is not known here."""
    end = _open_end(token) if token.lemma_ in _STAYING else None
    if end is None or end[0].pos_ != "VERB":
        return None
    return Found(Response.NO_INFORMATION, token, *end)


def _open_end(copula: Token) -> tuple[Token, Token] | None:
    """Where the words end that say that it is open, and what the question hangs on."""
    for word in copula.rights:
        if word.dep_ not in {"acomp", "attr", "oprd", "advmod"}:
            continue
        low = word.lower_
        if any(c.lower_ == "of" for c in word.rights):
            continue
        if low in _OPEN or (low in _SETTLED and is_negated(copula)):
            return word, _asked_on(copula, word)
        too = low in _FAR_OFF and any(c.lower_ == "too" for c in word.lefts)
        if too or low in _HARD:
            ends = [*word.rights, *(c for c in copula.rights if c.i > word.i)]
            return next(((c, c) for c in ends if _is_telling(c)), None)
    return None


def _is_telling(verb: Token) -> bool:
    """Of a question, or of nothing in particular: it is no telling of twins apart."""
    if verb.pos_ != "VERB" or verb.lemma_ not in _TELLING:
        return False
    things = [c for c in verb.rights if c.dep_ in {"dobj", "intj", "ccomp", "attr"}]
    return asks(verb) or all(c.lemma_.lower() in FACTS for c in things)


def _asked_on(copula: Token, word: Token) -> Token:
    return word if any(c.dep_ in {"ccomp", "prep"} for c in word.rights) else copula


def _unlearnt(verb: Token) -> tuple[Token, Token] | None:
    """As in "no motive is known", "the cause has not been determined"."""
    if verb.lemma_ not in _LEARNT or not is_passive(verb):
        return None
    return (verb, verb) if is_negated(verb) or _is_little(verb) else None


def _is_little(verb: Token) -> bool:
    own = subject(verb)
    return own is not None and any(t.lower_ == "little" for t in [own, *own.lefts])


def _to_whom(word: Token) -> Token | None:
    """The police in "it was unclear to police who had fired"."""
    for child in word.rights:
        if child.dep_ == "prep" and child.lower_ == "to":
            return next((c for c in child.rights if is_authority(c)), None)
    return None


def open_teller(verb: Token) -> Token | None:
    """Who says so, if it is one who might know: "police", "Sheriff Roe", no analysts."""
    told = verb
    while told.dep_ == "conj" and told.head.dep_ != "ROOT":
        told = told.head
    if told.dep_ != "ccomp" or told.head.lemma_ not in VERBS:
        return None
    source = find_source(told.head)
    if source is None or is_bystander(source.root):
        return None
    root = source.root
    return root if is_authority(root) or root.pos_ == "PROPN" or spoke_before(root) else None
