"""Answers turned down in other words: an interview, a policy of not commenting, "premature"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.lexicon import VERBS
from rashomon.claims.patterns.bars import Found, is_negated
from rashomon.claims.sources import agent, is_passive, subject
from rashomon.model.claim import Response

if TYPE_CHECKING:
    from spacy.tokens import Token

POLICIES = {"policy", "practice", "custom"}
_MEETINGS = {"interview"}
_TURNING_DOWN = {"decline", "refuse", "reject", "rebuff", "spurn", "turn", "deny"}
_KEEPING = {"decline", "refuse", "withhold", "reserve"}
_UNFIT = set(
    "inappropriate improper premature wrong irresponsible unhelpful unwise early soon".split()
)
_UNSAID = {"comment", "discuss", "speculate", "talk", "speak", "elaborate"}


def find_rebuff(token: Token) -> Found | None:
    """As in "declined comment", "turned down an interview", "a request to interview X was
    declined by Y"."""
    lemma = token.lemma_.lower()
    if token.pos_ != "VERB" or (lemma not in _TURNING_DOWN and lemma not in _KEEPING):
        return None
    if is_passive(token):
        told, who = subject(token), agent(token)
        turned = lemma != "deny" and told is not None and _is_press_request(told)
        return Found(Response.DECLINED, token, token, told, who=who) if turned else None
    if lemma == "turn" and not any(c.lower_ == "down" for c in token.rights):
        return None
    for thing in token.rights:
        bare = lemma in _KEEPING and thing.lemma_ == "comment"
        bare = bare and not any(c.lower_ == "to" for c in thing.lefts)
        is_thing_ = thing.dep_ in {"dobj", "prep", "xcomp"} and bare
        if is_thing_ or (lemma != "deny" and thing.dep_ == "dobj" and _is_press_request(thing)):
            return Found(Response.DECLINED, token, thing if bare else token, token)
    return None


def _is_press_request(noun: Token) -> bool:
    """As in "interview requests", "requests for comment", "a request to discuss the sale"."""
    if noun.lemma_ in _MEETINGS:
        return True
    if noun.lemma_ not in {"request", "offer", "invitation"}:
        return False
    within = {t.lemma_ for t in noun.subtree}
    return bool(within & {"comment", "interview", "discuss"})


def find_policy(verb: Token) -> Found | None:
    """As in "said it would be inappropriate to comment", "has a policy of not commenting"."""
    if verb.lemma_ not in _UNSAID:
        return None
    if (unfit := find_unfit(verb)) is not None:
        return unfit if _is_told(unfit.top) else None
    near = [verb.head, verb.head.head, *verb.head.children]
    for word in [verb.head, verb.head.head]:  # "the policy is not to comment"
        own = subject(word) if word.lemma_ == "be" and is_negated(word) else None
        if own is not None and own.lemma_ in POLICIES:
            return Found(Response.DECLINED, word, verb, verb, who=_owner(own))
    policy = next((t for t in [*near, *verb.ancestors] if t.lemma_ in POLICIES), None)
    if policy is None or not is_negated(verb):
        return None
    who = _owner(policy)
    return Found(Response.DECLINED, verb, verb, verb, who=who) if who is not None else None


def find_unfit(verb: Token) -> Found | None:
    """As in "it would be premature to comment", whoever says so."""
    if verb.lemma_ not in _UNSAID:
        return None
    near = [verb.head, verb.head.head, *verb.head.children]
    word = next((t for t in near if t.lower_ in _UNFIT and t.head.lemma_ == "be"), None)
    return Found(Response.DECLINED, word.head, verb, verb) if word is not None else None


def _is_told(copula: Token) -> bool:
    """Whether somebody says it of his own answer: "said it would be premature to comment"."""
    return copula.dep_ == "ccomp" and copula.head.lemma_ in VERBS


def _owner(policy: Token) -> Token | None:
    """Whose policy it is."""
    for child in policy.children:
        if child.dep_ == "poss":
            return child
        if child.lower_ == "of":
            for end in child.rights:
                if end.dep_ == "pobj":
                    return end
    own = subject(policy.head)
    return own if own is not None and own is not policy and own.lower_ != "it" else None
