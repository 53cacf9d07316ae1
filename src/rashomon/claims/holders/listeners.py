"""Who passes on what they are told: a medium, its programme, its journalist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft
from rashomon.claims.holders.kinds import (
    SHORT_NAMES,
    bare_name,
    has_person,
    is_of_outlet,
    outlet_class,
)
from rashomon.claims.holders.mentions import is_like_medium
from rashomon.claims.lexicon import BODIES, METONYMS, PEOPLE, VERBS
from rashomon.claims.phrases import noun_phrase
from rashomon.claims.sources import MESSAGES, subject
from rashomon.model.claim import HolderClass

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

TALKS = frozenset({"interview", "appearance", "talk", "conversation", "discussion"})
_AT = {"of", "for", "from", "at"}
_PROGRAMMES = {"show", "programme", "program", "station", "channel", "network", "podcast"}
_PROGRAMMES |= {"broadcast", "newscast", "site", "blog"}
_PRESENTERS = set(
    "anchor anchorman anchorwoman blogger columnist correspondent host interviewer journalist "
    "moderator newscaster presenter reporter".split()
)
_MEDIA = {HolderClass.OUTLET, HolderClass.AGENCY}
_NAMES_OF_MEDIA = {"ORG", "PRODUCT", "WORK_OF_ART", "FAC"}
_REACH = 1_500  # tokens back to where a journalist was introduced


def listener(head: Token) -> Words:
    """The phrase of whoever was spoken to, without when and where: "CNN in May"."""
    words = noun_phrase(head)
    start, end = words.start, words.end
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ not in _AT:
            end = min(end, max(head.i + 1, child.left_edge.i))
    if words.doc[start:end].text.count('"') % 2 and end < head.sent.end and head.nbor(1).is_quote:
        end = head.i + 2  # "NBC's "Today""
    return words.doc[start:end]


def titled(owner: Token, verb: Token) -> Words | None:
    """The programme of "told CBS's "Face the Day"", whose title parsers take for a clause."""
    doc, at = owner.doc, owner.i
    if owner.dep_ != "poss" or not 0 < at < owner.sent.end - 3 or not doc[at + 2].is_quote:
        return None
    way, title = doc[at - 1], doc[at + 3]
    is_told = way == verb or (way.head == verb and way.lower_ in {"on", "to", "with"})
    is_clause = doc[at + 1].tag_ == "POS" and owner.head.pos_ == "VERB"
    if not is_told or not is_clause or outlet_class(doc[at : at + 1]) is None:
        return None
    end = next((t.i for t in doc[title.i : owner.sent.end] if t.is_quote), None)
    return doc[title.i : end] if end is not None and title.i < end <= at + _TITLE else None


_TITLE = 10  # tokens of a programme's name with its station


def passes_on(words: Words, told: bool) -> bool:
    """Whether whoever was spoken to passes it on to the page.

    `told` says that the wording itself speaks for it, as "told X" and "in an interview with X" do:
    there a name of no known body is a medium's.
    """
    if outlet_class(words) is not None:
        return not _is_unspecific(words)
    if _is_introduced(words):
        return True
    return told and (
        _was_introduced(words.root)
        or _is_programme(words)
        or _is_unknown_name(words)
        or _is_interviewer(words)
        or is_like_medium(words)
    )


def _is_unspecific(words: Words) -> bool:
    """As in "told the press", "not allowed to speak to the media": nobody that passes it on."""
    return bare_name(words).lower() in {"press", "media", "news media", "local media"}


def _is_programme(words: Words) -> bool:
    root = words.root
    is_one = root.tag_ == "NN" and words[0].lower_ in {"the", "this", "his", "her", "its", "their"}
    return is_one and root.lemma_.lower() in _PROGRAMMES


def _is_unknown_name(words: Words) -> bool:
    """Whether it is the name of a body of an unknown sort, of which the article does not tell."""
    root = words.root
    is_open = not root.ent_type_ and (words[0].text == "The" or root.is_upper)  # "The Irrawaddy"
    if words[0].lower_ == "the" and root.is_upper:
        return False  # "the NAACP"
    is_name = root.tag_ == "NNP" and (root.ent_type_ in _NAMES_OF_MEDIA or is_open)
    if not is_name or not words[0].text[:1].isupper():
        return False
    if any(BODIES.get(t.lower_) in _MEDIA for t in words):
        return True
    known = any(t.lower_ in BODIES or t.lower_ in PEOPLE for t in words)
    return not (known or any(name in words.text for name in METONYMS) or _acts(root))


def _is_interviewer(words: Words) -> bool:
    """Whether it is who asks in "in an interview, X told Jane Roe"."""
    root = words.root
    if root.ent_type_ != "PERSON" or root.dep_ not in {"dobj", "dative"}:
        return False
    ways = (c for c in root.head.children if c.dep_ == "prep" and c.lower_ in {"in", "during"})
    return any(noun.lemma_ == "interview" for way in ways for noun in way.rights)


def _acts(root: Token) -> bool:
    """Whether something else than to speak and listen is told of it near by."""
    around = root.doc[max(0, root.i - _REACH) : root.i + _REACH]
    return any(
        token.text == root.text
        and token.dep_ in {"nsubj", "nsubjpass", "dobj"}
        and token.head.lemma_.lower() not in VERBS
        for token in around
    )


def _is_introduced(words: Words) -> bool:
    """As in "CNN's Jane Roe", "radio host Jane Roe", "a Reuters reporter", "Roe of Fox News"."""
    root = words.root
    is_person = has_person(words) or root.lemma_.lower() in PEOPLE or root.pos_ == "PROPN"
    if not is_person or root.lower_ in BODIES:
        return False
    if is_of_outlet(words):
        return True
    is_named = root.pos_ == "PROPN" or has_person(words)
    for token in words:
        is_title = token == root or (token.head == root and token.dep_ in _TITLES)
        if is_title and token.lemma_.lower() in _PRESENTERS:
            return is_named or _has_outlet(words) or _is_at_outlet(root)
    return is_named and _is_at_outlet(root)


def _is_at_outlet(root: Token) -> bool:
    """As in "Jane Roe of the Herald", "reporters at the Herald"."""
    return any(child.lower_ in _AT and _holds_outlet(child) for child in root.rights)


_TITLES = {"compound", "appos", "nmod", "amod"}


def _has_outlet(words: Words) -> bool:
    """As in "a Reuters reporter", "the Fox News host"."""
    return any(
        child.dep_ in {"compound", "nmod", "poss"}
        and (outlet_class(noun_phrase(child)) is not None or child.text in SHORT_NAMES)
        for child in words.root.lefts
    )


def _holds_outlet(preposition: Token) -> bool:
    return any(
        child.dep_ == "pobj" and outlet_class(noun_phrase(child)) is not None
        for child in preposition.rights
    )


def _was_introduced(root: Token) -> bool:
    """Whether a journalist of that last name is introduced earlier."""
    if root.ent_type_ != "PERSON":
        return False
    before = root.doc[max(0, root.i - _REACH) : root.i]
    return any(token.text == root.text and _is_introduced(noun_phrase(token)) for token in before)


def pass_on(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, the second of "told the Herald that P and said Q" through the Herald too."""
    for number, draft in enumerate(drafts):
        first = next(filter(partial(_goes_on, draft), reversed(drafts[:number])), None)
        yield draft if first is None else replace(draft, via=first.via)


def _goes_on(draft: Draft, first: Draft) -> bool:
    """Whether the draft's verb shares the other's speaker and tells nobody else."""
    verb = draft.verb
    if verb is None or draft.via or not first.via or verb.dep_ != "conj" or verb.lemma_ == "tell":
        return False
    if subject(verb) is not None or not _is_speaker(draft, first):
        return False
    return not any(
        noun.lemma_.lower() in TALKS | MESSAGES for way in verb.rights for noun in way.rights
    )


def _is_speaker(draft: Draft, first: Draft) -> bool:
    """Whether one speaks in both: "he" of "told X he had left and said" is who told X."""
    if draft.source is None or first.source is None or draft.verb is None:
        return False
    if draft.source.start == first.source.start:
        return True
    above = draft.verb.head
    is_inside = above.dep_ == "ccomp" and above.head == first.verb
    return is_inside and draft.source.root.lower_ in {"he", "she", "they"}
