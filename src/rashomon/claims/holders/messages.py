"""Whose words a message holds, and who put it out: "a statement released by the club"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.holders.kinds import classify, outlet_class
from rashomon.claims.phrases import noun_phrase
from rashomon.claims.sources import MESSAGES, agent, subject
from rashomon.model.claim import HolderClass

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_UTTERANCES = {"comment", "remark", "word", "tweet", "testimony", "response", "reply", "answer"}
_TALKS = {"interview", "talk", "conversation"}
_RECORDINGS = {"audio", "clip", "excerpt", "footage", "recording", "tape", "transcript", "video"}
_PUT_OUT = set(
    "circulate deliver distribute email file give issue make post provide publish read release "
    "send share sign submit supply write".split()
)
_SPOKEN_FOR = {"through", "via"}
_RELATIVES = {"who", "which", "that", "whom"}
_NO_LINKS = {"interpreter", "translator"}
_NOBODY = {HolderClass.UNKNOWN, HolderClass.DOCUMENT}


def sender_of(words: Words) -> Words:
    """Whose words they are: "Mr Lund's comments suggested" tells of Lund, "a statement released by
    the club" of the club."""
    root = words.root
    lemma = root.lemma_.lower()
    if lemma in _RECORDINGS:
        return _recorder(words) or words
    owner = next((c for c in root.lefts if c.dep_ == "poss"), None)
    if owner is None:
        return _sender(words) if lemma in MESSAGES | _UTTERANCES | _TALKS else words
    if lemma not in _UTTERANCES or owner.i < words.start:
        return words
    whole = noun_phrase(owner)
    return words.doc[whole.start : owner.i + 1]


def _sender(words: Words) -> Words:
    """As in "a letter from the mayor", "a statement by the board", "a letter that Lund wrote"."""
    root = words.root
    ways = {"with"} if root.lemma_.lower() in _TALKS else {"from", "by"}
    for child in root.rights:
        noun = next((c for c in child.rights if c.dep_ == "pobj"), None)
        if child.lower_ in ways and noun is not None and noun.i < words.end:
            return noun_phrase(noun)
    makers = (noun_phrase(maker) for child in root.rights if (maker := _maker(child)) is not None)
    return next((maker for maker in makers if outlet_class(maker) is None), words)


def _maker(clause: Token) -> Token | None:
    """Who did what the clause behind a message tells: "released by X", "that X wrote"."""
    if clause.lemma_ not in _PUT_OUT:
        return None
    if clause.dep_ == "acl" and clause.tag_ == "VBN":
        return agent(clause)
    own = subject(clause) if clause.dep_ == "relcl" else None
    if own is None or own.lower_ not in _RELATIVES:
        return own
    return agent(clause)


def _recorder(words: Words) -> Words | None:
    """Who passes on the recording: "according to audio provided by Lakeside Radio"."""
    clauses = (token for token in words.root.subtree if token.i > words.root.i)
    makers = (maker for clause in clauses if (maker := _maker(clause)) is not None)
    return next((noun_phrase(maker) for maker in makers), None)


def publishers(verb: Token) -> Iterator[Words]:
    """Who put out what the verb tells: "said in a statement released by the club", "said through
    her lawyer"."""
    for way in verb.rights:
        noun = next((c for c in way.rights if c.dep_ == "pobj"), None)
        if way.dep_ not in {"prep", "agent"} or noun is None:
            continue
        if way.lower_ in _SPOKEN_FOR:
            yield from _as_holder(noun)
        elif way.lower_ == "in" and noun.lemma_.lower() in MESSAGES:
            yield from _of_message(noun)


def _of_message(noun: Token) -> Iterator[Words]:
    for child in noun.rights:
        if child.lower_ in _SPOKEN_FOR:
            yield from (w for c in child.rights if c.dep_ == "pobj" for w in _as_holder(c))
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in _PUT_OUT:
            maker = agent(child)
            yield from _as_holder(maker) if maker is not None else ()
            through = (c for c in child.rights if c.lower_ in _SPOKEN_FOR)
            yield from (
                w for t in through for c in t.rights if c.dep_ == "pobj" for w in _as_holder(c)
            )


def _as_holder(noun: Token) -> Iterator[Words]:
    """The phrase, if it means somebody: not "through tears", "via email"."""
    words = noun_phrase(noun)
    if noun.lemma_.lower() not in _NO_LINKS and classify(words) not in _NOBODY:
        yield words
