"""What a name is called beside it: the title, office or description that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.text.naming import (
    BODY_NOUNS,
    HONORIFICS,
    OFFICE_WORDS,
    PARTICIPLES,
    PERSON_NOUNS,
    RANKS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_LONGEST = 25  # tokens; a longer "title" is a sentence that lost its punctuation
_LINKS = frozenset({"of", "for"})
_AFTER = frozenset({"of", "for", "in", "at", "on", "to", "with", "from", "and", "&"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART"})
_PARTED = {True: (",", "-", "--", "–", "—"), False: (",",)}
_BOTH = frozenset({"both", "either", "neither", "all", "some", "that", "this", "these", "those"})
_CALLED = frozenset({"name", "call", "know", "dub"})


def find_role(name: Words, person: bool) -> Words | None:
    """The words that say what the name is: "top Iranian general" of "top Iranian general
    Qasem Soleimani", "the mayor of Lyon" of "Jean Morel, the mayor of Lyon".

    A full office beside the name goes before a bare rank in front of it.
    """
    nouns = PERSON_NOUNS if person else BODY_NOUNS
    front = _before(name, nouns, person)
    if front is not None and not _only_ranks(front):
        return front
    start = front.start if front is not None else name.start
    return (
        _behind(name, nouns, person) or _apart(name, start, nouns) or _called(name, nouns) or front
    )


def is_office(word: str, nouns: frozenset[str] = PERSON_NOUNS) -> bool:
    """Whether a word, in the singular or plural, can head a title or description."""
    word = word.lower().rstrip(".")
    return word in nouns or (word.endswith("s") and word[:-1] in nouns)


def _only_ranks(words: Words) -> bool:
    return all(t.lower_.rstrip(".") in RANKS | HONORIFICS or not t.is_alpha for t in words)


def _before(name: Words, nouns: frozenset[str], person: bool) -> Words | None:
    """The run of words right before the name that holds an office."""
    doc, at, found = name.doc, name.start, False
    lowest = max(name.sent.start, at - _LONGEST)
    if not person and not _is_head(doc, at - 1, nouns):
        return None  # a body's kind stands right before it: "the militant group Hamas"
    while at > lowest:
        token = doc[at - 1]
        office = _is_head(doc, at - 1, nouns)
        if office or _joins(token, found, at == name.start):
            found = found or office
        elif not _links(doc, at - 1, found, nouns):
            break
        at -= 1
        if found and token.pos_ in ("DET", "PRON"):
            break
    return _trim(doc, at, name.start, nouns) if found else None


def _joins(token: Token, found: bool, touches: bool) -> bool:
    """Whether a word may stand in a title: "top", "Iranian", "'s", "anti-", "the"."""
    if token.is_quote or token.is_bracket:
        return False
    if token.pos_ in ("DET", "PRON"):
        return found and token.tag_ in ("DT", "PRP$") and token.lower_ not in _BOTH
    if token.text == "-":
        return True
    if token.tag_ in ("VBN", "VBG"):
        return found and (token.dep_ in ("amod", "compound") or token.lower_ in PARTICIPLES)
    if token.lower_ in HONORIFICS or token.lower_.rstrip(".") in HONORIFICS:
        return True
    if token.pos_ == "NUM":
        return found and token.dep_ not in ("nsubj", "dobj")
    return token.pos_ in _INSIDE and not (touches and token.pos_ == "PART")


def _links(doc: Doc, at: int, found: bool, nouns: frozenset[str]) -> bool:
    """Whether "of", "for", "and" or "the" stands inside a title, as in "Secretary of State"."""
    token = doc[at]
    if token.lower_ in _LINKS:
        return not found and at > 0 and _is_head(doc, at - 1, nouns)
    if token.lower_ == "the":
        return not found and at > 1 and _links(doc, at - 1, found, nouns)
    return token.lower_ in ("and", "&") and found and at > 0 and _is_head(doc, at - 1, nouns)


def _is_head(doc: Doc, at: int, nouns: frozenset[str]) -> bool:
    token = doc[at]
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    return is_office(token.text, nouns) or hyphened(doc, at) in nouns


def hyphened(doc: Doc, at: int) -> str:
    """The whole hyphened word that a token ends: "commander-in-chief"."""
    first = at
    while first >= 2 and doc[first - 1].text == "-" and not doc[first - 2].whitespace_:
        first -= 2
    return str(doc[first : at + 1].text).lower() if first < at else ""


def _trim(doc: Doc, start: int, end: int, nouns: frozenset[str]) -> Words | None:
    """The title without the marks and honorifics at its ends."""
    while end > start and (doc[end - 1].lower_.rstrip(".") in HONORIFICS or doc[end - 1].is_punct):
        end -= 1
    if end > start and (doc[end - 1].lower_ in _LINKS or doc[end - 1].tag_ == "DT"):
        return None  # "a friend of" says whose friend somebody else is
    while end > start and (
        doc[start].is_punct or doc[start].pos_ == "PART" or doc[start].lower_ in ("and", "&")
    ):
        start += 1
    if not any(_is_head(doc, at, nouns) for at in range(start, end)):
        return None
    return doc[start:end]


def _behind(name: Words, nouns: frozenset[str], person: bool) -> Words | None:
    """The apposition behind the name: ", 43, the mayor of Lyon,"."""
    doc, at, end = name.doc, name.end, name.sent.end
    if at >= end or doc[at].text not in _PARTED[person]:
        return None
    at += 1
    if at + 1 < end and doc[at].like_num and doc[at + 1].text == ",":
        at += 2
    while at < end and doc[at].tag_ == "RB":
        at += 1
    start, head = at, None
    while at < min(end, start + _LONGEST) and (doc[at].pos_ in _INSIDE or _opens(doc[at])):
        if _is_head(doc, at, nouns):
            head = at
        elif head is not None and doc[at].pos_ not in ("PART",):
            break
        at += 1
    if head is None or _names(doc, start) or _is_next(doc, start, head, person):
        return None
    stop = _end_of(doc, head + 1, min(end, head + _LONGEST))
    bare = doc[start].tag_ not in ("DT", "PRP$") and doc[head].tag_ in ("NN", "NNP")
    speaks = stop < len(doc) and doc[stop].tag_ in ("VBD", "VBZ") and not bare
    return None if speaks else doc[start:stop]  # "Ward had left, an aide said"


def _is_next(doc: Doc, start: int, head: int, person: bool) -> bool:
    """Whether the words behind the comma are for the next in a list: "Hale, coach Ray Ward"."""
    if _names(doc, head + 1):
        return True
    words = [t for t in doc[start : head + 1] if t.tag_ != "DT"]
    named = len(words) > 1 and all(t.text[:1].isupper() for t in words)
    return not person and (named or doc[start].like_num)


def _names(doc: Doc, at: int) -> bool:
    """Whether a person is named there; not in "Ward's" of "Jane Ward, Senator Ward's widow"."""
    end = at
    while end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].tag_ != "POS":
        end += 1
    return end > at and (end == len(doc) or doc[end].tag_ != "POS")


def _opens(token: Token) -> bool:
    return (
        token.tag_ in ("DT", "PRP$", "VBN", "POS", "RB", "IN")
        and (
            token.tag_ not in ("IN", "RB")
            or token.dep_ in ("amod", "advmod")
            or token.nbor(-1).text == "-"
        )
    ) or token.text == "-"


def _end_of(doc: Doc, at: int, end: int) -> int:
    """Where the words that follow an office stop: at a comma, a verb or the next name."""
    last = at
    while at < end:
        token = doc[at]
        if token.lower_ in ("and", "&") and (
            at + 1 < end
            and (doc[at + 1].ent_type_ == "PERSON" or doc[at + 1].pos_ in ("VERB", "DET", "PRON"))
        ):
            break
        linked = at > last
        if token.lower_ in _AFTER or token.text == "-" or (token.tag_ == "DT" and linked):
            at += 1
            continue
        if token.pos_ not in _INSIDE or token.is_bracket:
            break
        at += 1
        last = at
    return last


def _apart(name: Words, start: int, nouns: frozenset[str]) -> Words | None:
    """The office that a comma parts from the name behind it: "The mayor of Lyon, Jean Morel,"."""
    doc = name.doc
    if start <= name.sent.start + 1 or doc[start - 1].text != ",":
        return None
    head = name.root.head
    titled = start < name.start
    if name.root.dep_ != "appos" and not (name.root.dep_ == "conj" and titled):
        return None
    if head.i >= start or not (head.lower_ in nouns or hyphened(doc, head.i) in nouns):
        return None
    first = head.left_edge.i
    between = [t for t in doc[head.i + 1 : start - 1] if t.pos_ in ("VERB", "AUX") or t.text == ","]
    if between or start - first > _LONGEST:
        return None
    return _trim(doc, first, start - 1, nouns)


def _called(name: Words, nouns: frozenset[str]) -> Words | None:
    """What stands before "named" or "known as": "an allied militia named Asa'ib"."""
    verb = name.root.head
    if verb.pos_ == "ADP":
        verb = verb.head
    if verb.dep_ != "acl" or verb.lemma_ not in _CALLED or verb.i > name.start:
        return None
    head = verb.head
    if head.lower_ not in nouns:
        return None
    doc, end = name.doc, head.i + 1
    return doc[head.left_edge.i : _end_of(doc, end, verb.i)]


def is_title(words: Words) -> bool:
    """Whether the words are a title and no name: "Prime Minister", "General"."""
    plain = [t.lower_.rstrip(".") for t in words if t.is_alpha or t.text.endswith(".")]
    return (
        bool(plain)
        and is_office(plain[-1])
        and all(is_office(word) or word in OFFICE_WORDS or word == "of" for word in plain)
    )
