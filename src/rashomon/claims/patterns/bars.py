"""What keeps somebody from an act of telling: "would not", "declined to", "is unable to"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rashomon.claims.sources import subject
from rashomon.model.claim import Response

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Found:
    """An answer that was not given.

    The cue goes from `top`, whose subject does not answer, to `last`; the topic hangs on `at`.
    `who` is given where it is not the subject, and `is_outlets` where only the outlet can be meant.
    """

    response: Response
    top: Token
    last: Token
    at: Token | None
    who: Token | None = None
    is_outlets: bool = False


class Bar(StrEnum):
    """How an act is kept from being done."""

    REFUSED = "declined to"
    WILL = "will not"
    CAN = "cannot"
    DOES = "does not"
    DID = "did not"
    HAS = "has not"
    IS = "is not doing"
    YET = "has yet to"
    FAILED = "failed to"


_REFUSING = {"decline", "refuse"}
_CHOOSING = {"choose", "opt", "prefer", "elect", "decide", "try"}  # "chose not to"
_WANTING = {"go", "want", "wish", "intend", "plan", "care", "like", "choose"}  # "not going to"
_WILLING = {"willing", "prepared", "ready", "free"}
_PLACES = {"liberty", "position", "hurry", "mood"}  # "not at liberty to", "in no hurry to"
_PLANS = {"plan", "intention", "desire", "wish"}  # "had no plans to"
_MODALS = {
    "would": Bar.WILL,
    "wo": Bar.WILL,
    "will": Bar.WILL,
    "'d": Bar.WILL,
    "could": Bar.CAN,
    "can": Bar.CAN,
    "ca": Bar.CAN,
    "does": Bar.DOES,
    "do": Bar.DOES,
    "did": Bar.DID,
    "has": Bar.HAS,
    "have": Bar.HAS,
    "had": Bar.HAS,
    "'ve": Bar.HAS,
}
_NOBODY = {"neither", "nobody", "none"}
_BORDERS = {".", "?", "!", ";", ":"}
_NEGATIONS = {"not", "n't", "n’t", "never", "neither", "nor"}


def is_negated(verb: Token) -> bool:
    """Also by its subject: "neither the board nor the firm would comment", "no one would"."""
    near = [*verb.lefts, *(c for c in verb.rights if c.i == verb.i + 1)]
    if any(_negates(c, verb) for c in near):
        return True
    if verb.dep_ == "conj" and any(c.lower_ == "nor" for c in verb.head.rights if c.i < verb.i):
        return True  # "nor would they say"
    own = subject(verb)
    if own is None or own.i > verb.i:
        return False
    is_none = own.lower_ in _NOBODY or own.left_edge.lower_ in {"neither", "none", "no"}
    return is_none or any(c.lower_ == "no" for c in own.lefts)


def _negates(word: Token, verb: Token) -> bool:
    """Whether it is a negation in the same clause: not that of ""Absolutely not," X responded"."""
    if word.dep_ != "neg" and word.lower_ not in _NEGATIONS:
        return False
    return not any(t.is_quote or t.text in _BORDERS for t in verb.doc[word.i : verb.i])


def find_bar(verb: Token) -> tuple[Bar, Token] | None:
    """What keeps the verb from being done, and the verb or copula whose subject does not do it."""
    if is_negated(verb):
        bar = _own_bar(verb)
        return (bar, verb) if bar is not None else _chosen(verb)
    found = _governed(verb)
    if found is None and verb.dep_ == "conj" and _is_carried(verb):
        return find_bar(verb.head)
    return found


def _is_carried(verb: Token) -> bool:
    """Whether what keeps the verb before it holds for it too: "declined to talk or answer"."""
    auxiliaries = [c for c in verb.lefts if c.dep_ in {"aux", "nsubj", "nsubjpass"}]
    alike = verb.tag_ == verb.head.tag_
    return not auxiliaries and alike and verb.head.pos_ in {"VERB", "AUX"}


def _own_bar(verb: Token) -> Bar | None:
    auxiliaries = [c.lower_ for c in verb.lefts if c.dep_ in {"aux", "auxpass"}]
    if "to" in auxiliaries:
        return None
    found = next((_MODALS[word] for word in auxiliaries if word in _MODALS), None)
    if verb.tag_ == "VBG" and any(c.lemma_ in {"be", "’re", "'re"} for c in verb.lefts):
        return found if found is Bar.WILL else Bar.IS
    if found is None and verb.tag_ in {"VBD", "VBN"} and subject(verb) is not None:
        return Bar.DID  # "neither confirmed nor denied"
    if found is None and verb.tag_ in {"VBZ", "VBP"}:
        return Bar.DOES  # "never comments"
    return found


def _chosen(verb: Token) -> tuple[Bar, Token] | None:
    """As in "chose not to comment"."""
    is_chosen = verb.dep_ == "xcomp" and verb.head.lemma_ in _CHOOSING
    return (Bar.REFUSED, verb.head) if is_chosen else None


def _governed(verb: Token) -> tuple[Bar, Token] | None:
    head = verb.head
    if verb.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and head.pos_ in {"VERB", "AUX"}:
        word = next((c for c in head.rights if c.dep_ == "acomp" and c.i < verb.i), None)
        found = _by_verb(verb, head) or (_by_adjective(word) if word is not None else None)
        return found or _by_noun(verb, head)
    if head.lower_ == "from" and head.head.lemma_ == "refrain":
        return Bar.REFUSED, head.head
    if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ == "ADJ":
        return _by_adjective(head)
    return _by_noun(verb, head)


def _by_noun(verb: Token, head: Token) -> tuple[Bar, Token] | None:
    """As in "is in no position to", "has no plans to"; parsers hang "at liberty to" on the verb."""
    if verb.dep_ == "advcl" and head.pos_ in {"VERB", "AUX"}:
        head = next((t for c in head.rights if c.dep_ == "prep" for t in c.rights), head)
    if verb.dep_ not in {"acl", "relcl", "advcl"} or not any(c.lower_ == "to" for c in verb.lefts):
        return None
    is_none = any(c.lower_ == "no" for c in head.lefts)
    if head.lemma_ in _PLANS and head.head.lemma_ == "have":
        return (Bar.WILL, head.head) if is_none else None
    copula = head.head.head
    if head.lemma_ in _PLACES and (is_none or is_negated(copula)):
        return Bar.WILL, copula
    return None


def _by_verb(verb: Token, head: Token) -> tuple[Bar, Token] | None:
    if not any(c.lower_ == "to" for c in verb.lefts):
        return None
    if head.lemma_.lower() in _REFUSING:
        return Bar.REFUSED, head
    if any(c.lower_ == "yet" for c in head.children) and head.lemma_ in {"have", "be"}:
        return Bar.YET, head
    if head.lemma_ == "fail":
        return Bar.FAILED, head
    if head.lemma_ in _WANTING and is_negated(head) and subject(verb) is None:
        return Bar.WILL, head
    prepared = head.lower_ in _WILLING and is_negated(head)
    return (Bar.WILL, head) if prepared else None


def _by_adjective(word: Token) -> tuple[Bar, Token] | None:
    copula = word.head
    low = word.lower_
    if low == "unable" or (low == "able" and is_negated(copula)):
        will = any(c.lower_ in {"will", "wo"} for c in copula.lefts)
        return None if will else (Bar.CAN, copula)  # what comes to light later is not asked yet
    if low == "unwilling" or (low in _WILLING and is_negated(copula)):
        return Bar.WILL, copula
    return None
