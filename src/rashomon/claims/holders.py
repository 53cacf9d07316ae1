"""What a source phrase says of the holder: name or description, kind, number, nationality."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token
from spacy.tokens import Span as Words

from rashomon.claims.lexicon import (
    AGENCIES,
    BODIES,
    METONYMS,
    OUTLET_WORDS,
    OUTLETS,
    PEOPLE,
    SPOKESPEOPLE,
    TITLES,
)
from rashomon.model.claim import Holder, HolderClass
from rashomon.text.parse import place

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_MODIFIER_CLASSES = {
    "military": HolderClass.MILITARY,
    "army": HolderClass.MILITARY,
    "navy": HolderClass.MILITARY,
    "police": HolderClass.POLICE,
    "company": HolderClass.COMPANY,
    "court": HolderClass.COURT,
}
_PERSONAL = frozenset(PEOPLE.values())
# Of these a modifier may say more: "military officials", "a police source".
_OPEN_HEADS = SPOKESPEOPLE | {"official", "officials", "source", "chief", "leader", "commander"}
_COMPANY_MARKS = {"inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc", "llc", "co.", "gmbh", "ag"}
_QUOTES = " \"'“”‘’"


@dataclass(frozen=True, slots=True)
class Named:
    """A holder with where it stands, and what decides who can take it up again."""

    holder: Holder
    words: Words
    heads: frozenset[str]
    plural: bool
    gender: str | None

    @property
    def is_person(self) -> bool:
        """Whether "he" or "she" can mean it."""
        return (
            self.holder.class_ in _PERSONAL and not self.plural and bool(self.heads or self.gender)
        )


def read_holder(words: Words) -> Named:
    """The holder that the words name or describe."""
    class_ = classify(words)
    name, named = _name(words, class_)
    root = words.root
    holder = Holder(
        name=name,
        class_=class_,
        named=named,
        number=_number(root),
        nationality=None if named else _nationality(words),
    )
    return Named(holder, words, _heads(words), _is_plural(words), _gender(words))


def classify(words: Words) -> HolderClass:
    """What sort of source the words name."""
    bare = bare_name(words)
    root = words.root
    head = root.lemma_.lower()
    if root.pos_ == "PRON":
        return HolderClass.UNKNOWN
    if (medium := outlet_class(words)) is not None:
        return medium
    if any(bare == name or bare.endswith(" " + name) for name in METONYMS):
        return HolderClass.GOVERNMENT
    if head in _OPEN_HEADS:
        return _by_modifier(words) or PEOPLE.get(head, HolderClass.OFFICIAL)
    if root.pos_ != "PROPN" and (found := PEOPLE.get(head) or BODIES.get(head)):
        return found
    return _of_name(words, root)


def outlet_class(words: Words) -> HolderClass | None:
    """Whether the words name a news agency or an outlet."""
    bare = bare_name(words)
    low = bare.lower()
    if bare in AGENCIES or "news agency" in low or "newswire" in low:
        return HolderClass.AGENCY
    if bare in OUTLETS or bare.removeprefix("The ") in OUTLETS:
        return HolderClass.OUTLET
    if BODIES.get(words.root.lemma_.lower()) in {HolderClass.OUTLET, HolderClass.AGENCY}:
        is_medium = words.root.pos_ != "PROPN" and words.root.lemma_.lower() != "medium"
        return BODIES[words.root.lemma_.lower()] if is_medium else HolderClass.OUTLET
    last = bare.split(" ")[-1]
    is_name = words.root.pos_ == "PROPN" and len(bare.split(" ")) > 1
    if is_name and last in OUTLET_WORDS and not _person_entity(words):
        return HolderClass.OUTLET
    return None


def bare_name(words: Words) -> str:
    """The words up to the first comma, without article and quotation marks."""
    text = str(words.text).split(",")[0].strip(_QUOTES)
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        text = text.removeprefix(article)
    return text.strip(_QUOTES)


def _by_modifier(words: Words) -> HolderClass | None:
    root = words.root
    near = [t for child in root.children if child.dep_ in _MODIFIERS for t in child.subtree]
    for token in near:
        if found := _MODIFIER_CLASSES.get(token.lower_):
            return found
    return None


_MODIFIERS = {"amod", "compound", "poss", "nmod"}


def _of_name(words: Words, root: Token) -> HolderClass:
    """A proper name's kind: by its title or office, then by what the parser takes it for."""
    for token in words:
        if (found := PEOPLE.get(token.lemma_.lower())) and _is_office(token, root):
            return (_by_modifier(words) or found) if token.lower_ in _OPEN_HEADS else found
    if _person_entity(words) is not None:
        return HolderClass.PERSON
    head = root.lower_
    if head in BODIES:
        return BODIES[head]
    if any(token.lower_ in BODIES and token.pos_ == "PROPN" for token in words):
        return next(BODIES[t.lower_] for t in words if t.lower_ in BODIES and t.pos_ == "PROPN")
    if any(token.lower_ in _COMPANY_MARKS for token in words):
        return HolderClass.COMPANY
    by_entity = {
        "GPE": HolderClass.GOVERNMENT,
        "ORG": HolderClass.ORGANISATION,
        "NORP": HolderClass.GROUP,
        "LAW": HolderClass.DOCUMENT,
        "WORK_OF_ART": HolderClass.DOCUMENT,
    }
    return by_entity.get(root.ent_type_, HolderClass.UNKNOWN)


def _is_office(token: Token, root: Token) -> bool:
    """Whether the noun is the holder's own office: before the name, or in apposition to it."""
    return token == root or (
        token.head == root and token.dep_ in {"compound", "appos", "nmod", "amod"}
    )


def _name(words: Words, class_: HolderClass) -> tuple[str, bool]:
    person = _person_entity(words) or _proper_apposition(words)
    if person is not None and not _has_conjunct(words):
        return person, True
    root = words.root
    text = _described(words)
    if root.pos_ == "PROPN":
        return (_untitled(text) if class_ in _PERSONAL else text), True
    return text, class_ not in _PERSONAL and _is_institution(words, class_)


def _is_institution(words: Words, class_: HolderClass) -> bool:
    """Whether a common noun names one body all the same: "the Iraqi government"."""
    if class_ in {HolderClass.UNKNOWN, HolderClass.DOCUMENT, HolderClass.WITNESS}:
        return False
    told = any(t.ent_type_ in {"NORP", "GPE", "ORG"} or t.pos_ == "PROPN" for t in words)
    return told and words.root.lemma_.lower() in BODIES and words[0].lower_ not in {"a", "an"}


def _person_entity(words: Words) -> str | None:
    """The person's name in the words, if the head is in it or in apposition to it."""
    root = words.root
    for entity in words.ents:
        if entity.label_ == "PERSON" and entity.root.pos_ in {"PROPN", "NOUN", "ADJ", "VERB", "X"}:
            is_head = entity.start <= root.i < entity.end
            if is_head or (entity.root.head == root and entity.root.dep_ == "appos"):
                name = _untitled(_plain(entity))
                return name or None
    return None


def _proper_apposition(words: Words) -> str | None:
    """A name in apposition that the recogniser passed over."""
    root = words.root
    if root.pos_ == "PROPN" or PEOPLE.get(root.lemma_.lower()) is None:
        return None
    for child in root.rights:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            start = child.left_edge.i
            return _untitled(_plain(words.doc[start : child.i + 1])) or None
    return None


def _has_conjunct(words: Words) -> bool:
    return any(child.dep_ == "conj" for child in words.root.rights)


def _plain(words: Words) -> str:
    text = " ".join(str(words.text).split()).strip(_QUOTES)
    return text.removesuffix("'s").removesuffix("’s").strip(_QUOTES)


def _untitled(name: str) -> str:
    """The name without the titles before it; a title alone stays."""
    words = name.split(" ")
    while len(words) > 1 and words[0].rstrip(".").rstrip("'s") in TITLES:
        words.pop(0)
    return " ".join(words)


def _described(words: Words) -> str:
    """The description up to an apposition or relative clause."""
    root, end = words.root, words.end
    for child in root.rights:
        if child.dep_ in {"appos", "relcl", "acl"} and child.left_edge.i > root.i:
            end = min(end, child.left_edge.i)
    doc = words.doc
    if not _has_conjunct(words):
        comma = next((t.i for t in doc[root.i : end] if t.text == ","), end)
        end = min(end, comma)
    while end > root.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return _plain(doc[words.start : max(end, words.start + 1)])


def _number(root: Token) -> int | None:
    for child in root.lefts:
        if child.dep_ == "nummod":
            if child.lower_ in _NUMBERS:
                return _NUMBERS.index(child.lower_) + 1
            if child.text.isascii() and child.text.isdigit() and len(child.text) < 7:
                return int(child.text)
    return None


def _nationality(words: Words) -> str | None:
    """The adjective of nationality before the head: "American", "US"."""
    for token in words:
        if token.i < words.root.i and token.ent_type_ in {"NORP", "GPE"} and token.is_alpha:
            return str(token.text)
    return None


def _heads(words: Words) -> frozenset[str]:
    """The nouns by which a later "the official" or "the ministry" can mean it."""
    root = words.root
    near = [root, *(c for c in root.children if c.dep_ in {"appos", "compound", "nmod"})]
    return frozenset(
        t.lemma_.lower() for t in near if t.lemma_.lower() in PEOPLE or t.lemma_.lower() in BODIES
    )


def _is_plural(words: Words) -> bool:
    return words.root.tag_ in {"NNS", "NNPS"} or _has_conjunct(words) or words.root.lower_ == "they"


def _gender(words: Words) -> str | None:
    low = {token.lower_.rstrip(".") for token in words}
    if low & {
        "mr",
        "spokesman",
        "king",
        "prince",
        "chairman",
        "sir",
        "lord",
        "man",
        "he",
        "father",
        "congressman",
        "businessman",
        "husband",
        "brother",
        "son",
        "policeman",
    }:
        return "he"
    if low & {
        "mrs",
        "ms",
        "miss",
        "spokeswoman",
        "queen",
        "princess",
        "chairwoman",
        "dame",
        "woman",
        "she",
        "mother",
        "congresswoman",
        "wife",
        "sister",
        "daughter",
        "lady",
    }:
        return "she"
    return None


def link_place(words: Words) -> tuple[int, int]:
    """Where the words stand in the page."""
    span = place(words)
    return span.start, span.end
