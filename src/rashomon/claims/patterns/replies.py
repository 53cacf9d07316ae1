"""That a holder did not answer: "did not respond", "could not be reached", "was unavailable"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.lexicon import VERBS
from rashomon.claims.patterns.bars import Bar, Found, find_bar, is_negated
from rashomon.claims.patterns.parties import can_be_reached, is_press, is_thing
from rashomon.claims.patterns.refusals import ANSWERS
from rashomon.claims.patterns.topics import REQUESTS
from rashomon.claims.sources import is_passive, subject
from rashomon.model.claim import Response

if TYPE_CHECKING:
    from spacy.tokens import Token

_REPLIES = {"respond", "reply", "return", "answer", "acknowledge", "get", "pick"}
# What somebody can be asked to answer; other things that one responds to are no questions.
_POINTS = set(
    "allegation accusation claim report criticism charge complaint remark statement article story "
    "approach post tweet suggestion".split()
)
_PHONES = {"phone", "telephone", "door", "cellphone", "mobile", "knock"}
_NOTHING = {
    "comment": Response.DECLINED,
    "statement": Response.DECLINED,
    "response": Response.NO_REPLY,
    "reply": Response.NO_REPLY,
    "answer": Response.NO_REPLY,
}
_GIVING = {"have", "offer", "provide", "make", "give", "issue"}
_FREE = {"available", "unavailable", "reachable", "unreachable"}
# "He has not answered the question" is what an opponent says.
_REPROACHES = {Bar.HAS, Bar.YET, Bar.FAILED}
_BACK = {Bar.WILL, Bar.DID, Bar.HAS, Bar.YET, Bar.FAILED, Bar.IS}
_ASKED = {"ask", "contact", "approach"}
_MANNERS = {"time", "kind", "court", "force", "number", "way", "manner"}
_SEEKING = {"comment", "interview", "contact"}
_WORDS = {"comment", "statement"}


def find_no_reply(token: Token) -> Found | None:
    """As in "did not respond to a request for comment", "could not be reached"."""
    if token.lower_ in _FREE:
        return _unavailable(token)
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    lemma = token.lemma_.lower()
    if lemma in {"reach", "contact"}:
        return _unreached(token)
    if lemma in _GIVING:
        return find_nothing(token)
    if lemma == "be":
        return _none_to_come(token)
    if lemma == "ignore":
        return _ignored(token)
    if lemma in _REPLIES and not is_passive(token):
        return _unanswered(token, lemma)
    return None


def find_nothing(verb: Token) -> Found | None:
    """As in "had no comment on P", "gave no reply", "had nothing to say"."""
    for thing in verb.rights:
        if thing.dep_ != "dobj":
            continue
        none = any(c.lower_ == "no" for c in thing.lefts) or (
            is_negated(verb) and any(c.lower_ == "any" for c in thing.lefts)
        )
        if none and thing.lemma_ == "detail" and verb.lemma_ not in {"have", "make"}:
            if any(c.lower_ in {"would", "will"} for c in verb.lefts):
                return Found(Response.DECLINED, verb, thing, thing)
            continue  # "offered no details" told something, and not that
        if none and thing.lemma_.lower() in _NOTHING:
            return Found(_NOTHING[thing.lemma_.lower()], verb, thing, thing)
        plain = all(c.lower_ in {"more", "further", "else", "new"} for c in _amods(thing))
        told = any(c.lemma_ in ANSWERS | {"add"} for c in thing.rights)
        if thing.lower_ == "nothing" and plain and told:
            return Found(Response.DECLINED, verb, thing, thing)
    return None


def _amods(thing: Token) -> list[Token]:
    return [c for c in thing.children if c.dep_ in {"amod", "advmod"}]


def _none_to_come(copula: Token) -> Found | None:
    """As in "said there would be no comment"."""
    is_told = copula.dep_ == "ccomp" and copula.head.lemma_ in VERBS
    for thing in copula.rights:
        none = thing.lemma_ in _WORDS and any(c.lower_ == "no" for c in thing.lefts)
        if none and is_told and not any(c.lower_ == "from" for c in thing.rights):
            return Found(Response.DECLINED, copula, thing, thing)
    return None


def _unanswered(verb: Token, lemma: str) -> Found | None:
    """As in "did not respond", "has yet to reply", "did not return calls"."""
    bar = find_bar(verb)
    if bar is None or bar[0] not in _BACK:
        return None
    if subject(bar[1]) is None and bar[1].dep_ != "conj":
        return None
    if not _is_of_request(verb, lemma, bar[0]):
        return None
    return Found(Response.NO_REPLY, bar[1], verb, verb)


def _is_of_request(verb: Token, lemma: str, why: Bar) -> bool:
    """Whether it is a question that was not answered, and not a blow, an alarm or a drug."""
    asked = [t for c in verb.rights if c.dep_ in {"prep", "dobj", "dative"} for t in c.subtree]
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    things += [c for thing in things for c in thing.rights if c.dep_ == "conj"]
    if lemma in {"get", "pick"}:
        back = next((c for c in verb.rights if c.lower_ == "back"), None)
        asked += list(back.subtree) if back is not None else []
        is_back = back is not None and any(is_press(t) or t.pos_ == "PROPN" for t in asked)
        return is_back or (lemma == "pick" and any(t.lemma_ in _PHONES for t in asked))
    if lemma == "answer" and why in _REPROACHES:
        things = [t for t in things if t.lemma_ != "question"]
    if lemma in {"return", "answer", "acknowledge"}:
        is_phone = lemma == "answer" and any(t.lemma_ in _PHONES for t in asked)
        when_asked = lemma == "answer" and any(
            c.dep_ == "advcl" and c.lemma_ in _ASKED for c in verb.children
        )
        return is_phone or when_asked or any(_is_request(t) for t in things)
    if any(c.lower_ == "in" and any(t.lemma_ in _MANNERS for t in c.rights) for c in verb.rights):
        return False
    to = [t for c in verb.rights if c.lower_ == "to" for t in c.rights if t.dep_ == "pobj"]
    return not to or any(_is_request(t) or _is_point(t) for t in to)


def _is_request(noun: Token) -> bool:
    """A question of the press; no call of the sea, and none on the radio."""
    if noun.lemma_ in {"call", "text", "letter", "attempt", "effort"}:
        odd = {"radio", "distress", "emergency", "alarm"}
        return not any(c.lower_ in odd for c in noun.lefts) and not any(
            c.lower_ == "of" for c in noun.rights
        )
    return noun.lemma_ in REQUESTS


def _is_point(noun: Token) -> bool:
    return noun.lemma_ in _POINTS or is_press(noun) or noun.ent_type_ == "ORG"


def _ignored(verb: Token) -> Found | None:
    """As in "ignored requests for comment", "ignored several emails"."""
    if is_passive(verb) or is_negated(verb):
        return None
    for thing in verb.rights:
        if thing.dep_ != "dobj":
            continue
        within = {t.lemma_ for t in thing.subtree}
        if thing.lemma_ in {"question", "email", "e-mail", "mail", "inquiry", "message"} or (
            _is_request(thing) and within & _SEEKING
        ):
            return Found(Response.NO_REPLY, verb, verb, verb)
    return None


def _unreached(verb: Token) -> Found | None:
    """As in "could not be reached for comment", "the Herald was unable to reach X"."""
    bar = find_bar(verb)
    if bar is None or bar[0] is not Bar.CAN:
        return None
    own = subject(bar[1])
    seeking = any(t.lemma_ in _SEEKING | _PHONES for c in verb.rights for t in c.subtree)
    if is_passive(verb):
        now = any(c.lower_ == "immediately" for c in verb.children)
        if own is None or not (seeking or now or (can_be_reached(own) and not _is_by_way(verb))):
            return None
        return Found(Response.NO_REPLY, bar[1], verb, None, who=own)
    who = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if who is None or own is None or not can_be_reached(who):
        return None
    asker = is_press(own) or own.lower_ in {"we", "i"}
    return Found(Response.NO_REPLY, bar[1], verb, None, who=who) if asker or seeking else None


def _is_by_way(verb: Token) -> bool:
    """As in "could not be reached by road"."""
    return any(
        c.lower_ == "by" and any(t.lemma_ in {"road", "car", "boat", "land"} for t in c.rights)
        for c in verb.rights
    )


def _unavailable(word: Token) -> Found | None:
    """As in "was unavailable for comment", "no one was available to comment"."""
    copula = word.head
    if copula.lemma_ != "be" or word.i < copula.i:
        return None
    low = word.lower_
    if not (low.startswith("un") or is_negated(copula)):
        return None
    behind = [*word.subtree, *(t for c in copula.rights if c.i > word.i for t in c.subtree)]
    seeking = any(t.lemma_ in _SEEKING for t in behind)
    own = subject(copula)
    if own is not None and any(c.lower_ == "immediately" for c in [*copula.rights, *word.lefts]):
        seeking = seeking or (can_be_reached(own) and not is_thing(own))
    return Found(Response.NO_REPLY, copula, word, word) if seeking or "reach" in low else None
