"""What an outlet could not check: "could not independently verify P", "P has not been verified"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.patterns.bars import Bar, Found, find_bar, is_negated
from rashomon.claims.patterns.parties import is_press
from rashomon.claims.sources import agent, is_passive, subject
from rashomon.model.claim import Response

if TYPE_CHECKING:
    from spacy.tokens import Token

CHECKS = {"verify", "confirm", "corroborate", "authenticate", "substantiate"}
_CONFIRMATIONS = {"confirmation", "verification", "corroboration"}
_WAYS = {"way", "means"}
_BARS = {Bar.CAN, Bar.HAS, Bar.DID}


def find_failed_check(token: Token) -> Found | None:
    """As in "could not verify P", "P has not been verified by X", "no way to verify P"."""
    if token.lemma_.lower() in _CONFIRMATIONS:
        return _no_confirmation(token)
    if token.lemma_.lower() not in CHECKS or token.pos_ != "VERB":
        return None
    if (impossible := _impossible(token)) is not None:
        return Found(Response.COULD_NOT_VERIFY, impossible, token, token, is_outlets=True)
    bar = find_bar(token)
    if bar is None or bar[0] not in _BARS:
        return None
    if is_passive(token):
        return _by_passive(token, *bar)
    if any(c.dep_ == "conj" and c.lemma_ in {"deny", "comment"} for c in token.rights):
        return None  # "could not confirm or deny" is no check, but a way to say nothing
    return _by_checker(token, *bar)


def _by_passive(verb: Token, bar: Bar, top: Token) -> Found | None:
    """As in "the video could not be verified", "has not been independently verified"."""
    by = agent(verb)
    known = by is None or _can_check(by) or any(c.lower_ == "independent" for c in by.lefts)
    if not known and not _is_independent(verb):
        return None
    plain = verb.lemma_ != "confirm" or by is not None
    if bar is Bar.CAN or _is_independent(verb) or (bar is Bar.HAS and plain):
        return Found(Response.COULD_NOT_VERIFY, top, verb, verb, who=by, is_outlets=by is None)
    return None


def _by_checker(verb: Token, bar: Bar, top: Token) -> Found | None:
    own = subject(top)
    if own is not None and not _can_check(own):
        # To confirm is for those asked to do; to verify, for those who ask.
        told = bar is Bar.CAN and verb.lemma_ == "confirm"
        return Found(Response.NO_INFORMATION, top, verb, verb) if told else None
    if bar is Bar.CAN or _is_independent(verb):
        return Found(Response.COULD_NOT_VERIFY, top, verb, verb)
    return None


def _can_check(own: Token) -> bool:
    """Whether it can be an outlet, also one that no list has."""
    is_name = own.pos_ == "PROPN" and own.ent_type_ != "PERSON"
    return is_name or own.pos_ == "PRON" or is_press(own)


def _is_independent(verb: Token) -> bool:
    return any(c.lower_ == "independently" for c in verb.children)


def _impossible(verb: Token) -> Token | None:
    """The copula of "it was not possible to verify", "there was no way to verify"."""
    head = verb.head
    words = [head, *(c for c in head.rights if c.dep_ == "acomp")]
    word = next((t for t in words if t.lower_ in {"possible", "impossible"}), None)
    if word is not None and word.head.lemma_ == "be":
        negated = word.lower_ == "impossible" or is_negated(word.head)
        return word.head if negated else None
    copula = head.head
    no_way = head.lemma_ in _WAYS and any(c.lower_ == "no" for c in head.lefts)
    return copula if no_way and copula.pos_ in {"VERB", "AUX"} else None


def _no_confirmation(noun: Token) -> Found | None:
    """As in "there was no independent confirmation of P"."""
    lefts = {c.lower_ for c in noun.lefts}
    is_none = "no" in lefts and "independent" in lefts
    if not is_none or noun.head.lemma_ not in {"be", "exist", "have"}:
        return None
    is_outlets = noun.head.lemma_ != "have"
    return Found(Response.COULD_NOT_VERIFY, noun.head, noun, noun, is_outlets=is_outlets)
