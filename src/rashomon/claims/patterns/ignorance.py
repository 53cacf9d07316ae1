"""That a holder cannot tell: "said she did not know who", "could not say how many", "had no
information"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.claims.lexicon import VERBS
from rashomon.claims.patterns.bars import Bar, Found, find_bar, is_negated
from rashomon.claims.patterns.parties import is_authority, is_bystander
from rashomon.claims.sources import find_source, is_passive, subject
from rashomon.model.claim import Response

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASKING = {"who", "whom", "whose", "what", "when", "where", "why", "how", "which", "whether", "if"}
_SELVES = {"it", "he", "she", "they"}
_TELLING = {"provide", "give", "offer", "release", "supply"}
_GUESSING = {"hazard", "venture", "answer"}
_NO_FACTS = {"detail", "information", "description", "explanation", "figure", "number", "estimate"}
_NO_FACTS |= {"motive", "guess", "timeline", "timeframe"}
FACTS = set(
    "detail number cause reason motive name identity extent size amount age condition whereabouts "
    "level status origin date time suspect location source culprit toll".split()
)
_LEARNING = set(
    "determine establish tell figure explain estimate pinpoint ascertain guess predict".split()
)
_MINDS = {"sure", "certain", "unsure", "uncertain", "positive"}
_GUESSES = {"guess", "estimate", "answer"}
_HAVING = {"have", "possess", "receive", "get"}
_FURTHER = {"further", "additional", "more", "immediate", "specific", "other", "new", "such"}
_FURTHER |= {"direct", "prior", "independent", "personal"}
_KNOWLEDGE = {"information", "knowledge", "detail"}
_LACKING = {"motive", "word", "estimate", "explanation", "figure", "record", "timeline"}


def find_ignorance(verb: Token) -> Found | None:
    """As in "said he did not know who", "could not say how many", "had no idea why"."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in {"VERB", "AUX"} or is_passive(verb):
        return None
    if lemma == "be":
        return _unaware(verb)
    if lemma in _HAVING:
        return find_no_facts(verb)
    if lemma == "know":
        return Found(Response.NO_INFORMATION, verb, verb, verb) if _knows_not(verb) else None
    if lemma in _LEARNING:
        return _cannot_learn(verb)
    if lemma == "say" or lemma in _TELLING | _GUESSING:
        return _cannot_tell(verb)
    return None


def _cannot_learn(verb: Token) -> Found | None:
    """As in "police have not determined a motive", "the mayor could not explain why"."""
    bar = find_bar(verb)
    own = subject(bar[1]) if bar is not None else None
    if bar is None or own is None or bar[0] not in {Bar.CAN, Bar.HAS, Bar.YET}:
        return None
    if verb.lemma_ == "tell" and bar[0] is not Bar.CAN:
        return None  # "he has yet to tell us" is a reproach
    facts = any(c.dep_ == "dobj" and c.lemma_.lower() in FACTS | {"cost"} for c in verb.rights)
    if not (facts or asks(verb)) or not (is_authority(own) or _is_told(bar[1])):
        return None
    return Found(Response.NO_INFORMATION, bar[1], verb, verb)


def _cannot_tell(verb: Token) -> Found | None:
    """As in "could not say whether", "could not give a description", "could offer no details"."""
    bar = find_bar(verb)
    if bar is not None and bar[0] is Bar.CAN:
        own = subject(bar[1])
        if own is not None and own.lower_ in {"you", "one", "anyone", "anybody"}:
            return None
        facts = any(c.dep_ == "dobj" and c.lemma_.lower() in _NO_FACTS for c in verb.rights)
        if own is not None and own.lower_ in {"i", "we"}:
            facts = facts or any(c.lower_ in {"with", "for"} for c in verb.rights)  # "for sure"
        tells = facts or (verb.lemma_ == "say" and asks(verb))
        return Found(Response.NO_INFORMATION, bar[1], verb, verb) if tells else None
    if any(c.lower_ == "could" for c in verb.lefts):
        for thing in verb.rights:
            none = any(c.lower_ in {"no", "few"} for c in thing.lefts)
            if thing.dep_ == "dobj" and thing.lemma_.lower() in _NO_FACTS | {"question"} and none:
                return Found(Response.NO_INFORMATION, verb, thing, thing)
    return None


def find_no_facts(verb: Token) -> Found | None:
    """As in "had no information about P", "said it had no idea who"."""
    for thing in verb.rights:
        if thing.dep_ != "dobj" or verb.lemma_ not in _HAVING:
            continue
        none = any(c.lower_ == "no" for c in thing.lefts) or (
            is_negated(verb)
            and not any(c.tag_ in {"DT", "PRP$"} and c.lower_ != "any" for c in thing.lefts)
        )
        if not none:
            continue
        apt = all(c.lower_ in _FURTHER for c in thing.lefts if c.dep_ in {"amod", "compound"})
        if thing.lemma_.lower() in _KNOWLEDGE and apt:
            return Found(Response.NO_INFORMATION, verb, thing, thing)
        if thing.lemma_.lower() in _LACKING and apt and _is_asked(verb):
            return Found(Response.NO_INFORMATION, verb, thing, thing)
        asks_ = asks(thing) or asks(verb)
        if thing.lower_ == "idea" and asks_ and _is_asked(verb):
            return Found(Response.NO_INFORMATION, verb, thing, thing)
    return None


def _knows_not(verb: Token) -> bool:
    if not is_negated(verb) or not _is_asked(verb):
        return False
    of = any(c.dep_ == "prep" and c.lower_ in {"of", "about"} for c in verb.rights)
    of = of or any(c.dep_ == "dobj" and c.lemma_ in FACTS for c in verb.rights)
    return of or asks(verb)


def _is_asked(verb: Token) -> bool:
    """Whether it is somebody who might know: one who says so of himself, or an authority. A
    witness who did not know, or fans who had no idea, were not asked for an answer."""
    own = subject(verb)
    if own is None:
        return False
    if own.lower_ in {"i", "we"}:
        return True  # who speaks is asked elsewhere
    return _is_told(verb) or _is_for_now(verb) or is_authority(own) or spoke_before(own)


def spoke_before(own: Token) -> bool:
    """Whether "he" is an authority whom the sentence before quotes: "He did not know how long"."""
    sentence = own.sent
    if own.lower_ not in _SELVES or sentence.start == 0:
        return False
    root = own.doc[sentence.start - 1].sent.root
    speaker = find_source(root) if root.lemma_ in VERBS else None
    return speaker is not None and is_authority(speaker.root)


def _unaware(copula: Token) -> Found | None:
    for child in copula.rights:
        if child.dep_ == "acomp" and child.lower_ in _MINDS and not _is_certain(copula, child):
            return Found(Response.NO_INFORMATION, copula, child, _asked_at(copula, child))
        if child.dep_ == "acomp" and child.lower_ in {"aware", "unaware", "familiar"}:
            not_aware = child.lower_ == "unaware" or is_negated(copula)
            of = any(c.dep_ == "prep" and c.lower_ in {"of", "with"} for c in child.rights)
            if not_aware and of and (_is_told(copula) or _is_of_any(copula, child)):
                return Found(Response.NO_INFORMATION, copula, child, child)
    return None


def _is_certain(copula: Token, word: Token) -> bool:
    """Whether it is not one who might know and is not sure: "officials were unsure how many"."""
    not_sure = word.lower_.startswith("un") or is_negated(copula)
    question = asks(word) or asks(copula)
    return not (not_sure and question and _is_asked(copula))


def _asked_at(copula: Token, word: Token) -> Token:
    return word if asks(word) else copula


def _is_of_any(copula: Token, word: Token) -> bool:
    """Whether it answers a question: "police were not aware of any threats". Who was unaware of
    his fame was asked nothing."""
    own = subject(copula)
    if own is None:
        return False
    if own.lower_ in {"i", "we"}:
        return True
    return is_authority(own) and any(t.lower_ == "any" for t in word.subtree)


def asks(word: Token) -> bool:
    """Whether a question hangs on it: "who", "whether", a bare "why"."""
    if any(c.lower_ in _ASKING and c.dep_ in {"advmod", "dobj"} for c in word.rights):
        return True
    return any(
        c.dep_ in {"ccomp", "acl", "advcl", "relcl", "xcomp"}
        and any(t.lower_ in _ASKING for t in c.doc[c.left_edge.i : c.i + 1][:4])
        for c in word.rights
    )


def _is_told(verb: Token) -> bool:
    """Whether a holder says so of himself: a witness who did not know is no answer."""
    own = subject(verb)
    if own is None or own.lower_ not in _SELVES:
        return False
    head = verb.head
    if verb.dep_ == "conj" and head.dep_ == "ccomp":
        head = head.head
    if verb.dep_ not in {"ccomp", "conj"} or head.lemma_ not in VERBS or head is verb:
        return False
    teller = find_source(head)
    return teller is None or not is_bystander(teller.root)


def _is_for_now(verb: Token) -> bool:
    return any(c.lower_ in {"immediately", "yet"} for c in verb.children)
