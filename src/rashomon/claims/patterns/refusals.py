"""That a holder will not say: "declined to comment", "would not confirm", "is not commenting"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.patterns.ignorance import Found, is_negated
from rashomon.claims.sources import is_passive
from rashomon.model.claim import Response

if TYPE_CHECKING:
    from spacy.tokens import Token

_REFUSING = {"decline", "refuse"}
ANSWERS = set(
    "comment confirm say answer discuss respond elaborate speak talk verify provide give disclose "
    "deny identify specify explain reveal reply detail address describe predict speculate "
    "characterize characterise release name offer weigh".split()
)
_BARE = ANSWERS - {"offer", "release", "name", "weigh"}
# These are answers only with such objects: to give food, or to release a prisoner, is none.
_HANDED = {"give", "provide", "release", "offer"}
_FACTS = set(
    "detail information name number figure identity value amount copy comment answer reason "
    "explanation statement cause estimate evidence account date size".split()
)
_WITHHELD = set(
    "comment confirm say discuss answer elaborate disclose respond specify reveal identify name "
    "speculate describe explain talk".split()
)
_UNABLE_TO = {"comment", "discuss", "address"}
_TO_THE_PRESS = {"reporter", "journalist", "press", "medium", "media", "newspaper"}


def is_answer(verb: Token) -> bool:
    """Whether to decline it is to decline to answer, and not to name oneself."""
    lemma = verb.lemma_.lower()
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    if lemma != "release" and any(c.lemma_ in {"name", "surname"} and _is_own(c) for c in things):
        return False
    if lemma in _HANDED:
        return any(c.lemma_.lower() in _FACTS for c in things) or any(
            c.dep_ == "ccomp" for c in verb.rights
        )
    return lemma in ANSWERS and not is_passive(verb)


def _is_own(name: Token) -> bool:
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in name.lefts)


def find_refusal(verb: Token) -> Found | None:
    """As in "declined to comment", "would not say whether", "has not confirmed"."""
    lemma = verb.lemma_.lower()
    answer = next((c for c in verb.rights if c.dep_ == "xcomp" and is_answer(c)), None)
    if lemma in _REFUSING:
        if answer is not None:
            return Response.DECLINED, answer, answer
        bare = any(c.dep_ in {"dobj", "prep"} and c.lemma_ in _BARE for c in verb.rights)
        bare = bare or any(c.dep_ == "xcomp" and c.lemma_ == "comment" for c in verb.rights)
        return (Response.DECLINED, verb, verb) if bare and lemma == "decline" else None
    if _has_yet(verb) and (lemma == "comment" or _makes_statement(verb)):
        return Response.DECLINED, verb, verb
    if lemma in _UNABLE_TO and verb.dep_ == "xcomp" and verb.head.lemma_ == "unable":
        return Response.DECLINED, verb, verb
    if not is_negated(verb) or is_passive(verb):
        return None
    return (Response.DECLINED, verb, verb) if _withholds(verb) else None


def _withholds(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    aux = {c.lower_ for c in verb.lefts if c.dep_ == "aux"}
    if aux & {"would", "wo", "will", "'d"}:
        return lemma in _WITHHELD or (lemma == "speak" and _is_to_press(verb))
    if verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in verb.lefts):
        much = any(c.lower_ in {"much", "more", "anything"} for c in verb.rights)
        return lemma in {"comment", "confirm"} or (lemma == "say" and much)
    return lemma in {"comment", "confirm"} and bool(aux & {"did", "has", "have", "do", "does"})


def _is_to_press(verb: Token) -> bool:
    to = [c for c in verb.rights if c.dep_ in {"prep", "dative"} and c.lower_ in {"to", "with"}]
    return any(t.lemma_ in _TO_THE_PRESS for c in to for t in c.rights)


def _makes_statement(verb: Token) -> bool:
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    making = verb.lemma_ in {"make", "release", "issue", "give", "offer"}
    return making and any(c.lemma_ in {"statement", "comment"} for c in things)


def _has_yet(verb: Token) -> bool:
    """As in "has yet to comment"."""
    return verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in verb.head.children)
