"""What a source phrase says of the holder: name or description, kind, number, nationality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.claims.holders.kinds import classify, name_behind, person_entity
from rashomon.claims.lexicon import BODIES, PEOPLE, TITLES
from rashomon.model.claim import Holder, HolderClass

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_PERSONAL = frozenset(PEOPLE.values())
_TITLED = _PERSONAL - {HolderClass.GROUP}
PRONOUNS = frozenset(
    "i you he she it we they who which that this these him them his her its their my our".split()
)
_QUOTES = " \"'“”‘’"


@dataclass(frozen=True, slots=True)
class Named:
    """A holder with where it stands, and what decides who can take it up again."""

    holder: Holder
    words: Words
    heads: frozenset[str]
    nouns: frozenset[str]
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
    return Named(holder, words, _heads(words), _nouns(words), _is_plural(words), _gender(words))


def _name(words: Words, class_: HolderClass) -> tuple[str, bool]:
    root = words.root
    if root.pos_ == "PRON" and root.lower_ in PRONOUNS:
        return "", False
    is_medium = class_ in {HolderClass.OUTLET, HolderClass.AGENCY}  # "the Herald" is no person
    found = None if is_medium else _person_name(words)
    person = found or _proper_apposition(words)
    if person is not None and not _has_conjunct(words):
        return person, True
    if not is_medium and (leading := _leading_name(words)) is not None:
        return leading, True
    text = _described(words)
    if root.pos_ == "PROPN":
        is_common = len(words) == 1 and _is_common(root)
        return (_untitled(text) if class_ in _TITLED else text), not is_common
    return text, class_ not in _PERSONAL and _is_institution(words, class_)


def _leading_name(words: Words) -> str | None:
    """A name that the recogniser passed over, before a comma and its office: "Lee Ok-dong,
    director of the centre"."""
    comma = next((t.i for t in words if t.text == ","), words.start)
    name, rest = words.doc[words.start : comma], words.doc[comma : words.end]
    is_name = len([t for t in name if not t.is_punct]) in {2, 3, 4} and all(
        t.is_title or t.text == "-" or (t.i and t.nbor(-1).text == "-") for t in name
    )
    is_officer = any(t.lower_ in PEOPLE for t in rest[1:4])
    is_body = any(t.lower_ in BODIES or t.lower_ in PEOPLE for t in name)
    return _plain(name) if is_name and is_officer and not is_body else None


def _is_common(root: Token) -> bool:
    """Whether a headline's capital makes a name of a common noun: "Ministry", "Officials"."""
    return root.lower_ in PEOPLE or root.lower_ in BODIES or root.lemma_.lower() in PEOPLE


def _is_institution(words: Words, class_: HolderClass) -> bool:
    """Whether a common noun names one body all the same: "the Iraqi government"."""
    if class_ in {HolderClass.UNKNOWN, HolderClass.DOCUMENT, HolderClass.WITNESS}:
        return False
    told = any(t.ent_type_ in {"NORP", "GPE", "ORG"} or t.pos_ == "PROPN" for t in words)
    return told and words.root.lemma_.lower() in BODIES and words[0].lower_ not in {"a", "an"}


def _person_name(words: Words) -> str | None:
    entity = person_entity(words) or name_behind(words)
    return (_untitled(_plain(entity)) or None) if entity is not None else None


def _proper_apposition(words: Words) -> str | None:
    """A name in apposition that the recogniser passed over."""
    root = words.root
    if root.pos_ == "PROPN" or root.tag_ == "NNS":
        return None
    is_person = root.lemma_.lower() in PEOPLE
    for child in root.rights:
        is_name = child.dep_ == "appos" and child.pos_ == "PROPN"
        if is_name and (is_person or child.ent_type_ == "ORG"):
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
    while len(words) > 1 and words[0].removesuffix("'s").rstrip(".") in TITLES:
        words.pop(0)
    if len(words) > 2 and words[0].lower() in PEOPLE:  # "Historian Jane Roe" at the beginning
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


def _nouns(words: Words) -> frozenset[str]:
    """What the words say of the holder, as lemmas: a later description may not say more."""
    told = {"NOUN", "PROPN", "ADJ", "NUM"}
    return frozenset(t.lemma_.lower() for t in words if t.pos_ in told)


def _heads(words: Words) -> frozenset[str]:
    """The nouns by which a later "the official" or "the ministry" can mean it."""
    root = words.root
    near = [root, *(c for c in root.children if c.dep_ in {"appos", "compound", "nmod"})]
    return frozenset(
        t.lemma_.lower() for t in near if t.lemma_.lower() in PEOPLE or t.lemma_.lower() in BODIES
    )


_MANY = {
    "they",
    "many",
    "some",
    "others",
    "most",
    "few",
    "several",
    "all",
    "both",
    "those",
    "these",
}


def _is_plural(words: Words) -> bool:
    root = words.root
    return root.tag_ in {"NNS", "NNPS"} or _has_conjunct(words) or root.lower_ in _MANY


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
