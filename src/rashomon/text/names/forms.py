"""A name taken apart: its words without title, case and marks, as names are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rashomon.model.reading import MentionKind
from rashomon.text.naming import (
    BODY_NOUNS,
    FEMALE_HONORIFICS,
    HONORIFICS,
    LEGAL_FORMS,
    MALE_HONORIFICS,
    OFFICE_WORDS,
    PAPER_WORDS,
    PLACES,
    RANKS,
)
from rashomon.text.nations import country_of
from rashomon.text.normal import plain_form

_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W_]+(?:['’ʼ`][^\W\d_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s?$")
_SMALL = frozenset(["the", "of", "for", "and", "in", "on", "to", "a", "an", "de", "la", "le"])
_ARTICLES = frozenset({"al", "el", "ul", "ad", "ar", "as", "ash", "at", "az", "an"})
_SON = {"ibn": "bin", "ben": "bin", "b": "bin"}
_DEGREES = frozenset("md phd esq obe mbe cbe".split())
LONGEST_ACRONYM = 4  # letters of which a word of the same letters is another: "WHO", "Who"
_STATES = frozenset({"UN", "EU", "UK", "US", "DC"})
_OFFICES = frozenset("department ministry office bureau commission committee court".split())
_SHORTENED = {
    "mt": "mount",
    "ft": "fort",
    "st": "saint",
    "dept": "department",
    "govt": "government",
    "interior": "internal",
}
_FOLDED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ə": "a"}
)
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Form:
    """The words of a name as they are compared.

    `words` has no title, article or legal form; `joined` is all its letters. `alias` is the first
    name on the list of other names, if it is on it. `gender` is the title's, if it tells one.
    """

    text: str
    words: tuple[str, ...]
    joined: str
    alias: str | None
    acronym: bool
    gender: str | None
    body: bool
    kind: MentionKind | None

    @property
    def last(self) -> str:
        """The surname of a person; of a body, its last word."""
        return self.words[-1]


@lru_cache(maxsize=50_000)
def take_apart(text: str) -> Form:
    """The form of a name as it stands in a page."""
    plain = " ".join(_POSSESSIVE.sub("", text.strip()).split())
    listed = _aliases().get(_key(plain))
    found = _WORD.findall(plain)
    acronym = len(found) == 1 and _is_acronym(found[0])
    words, gender = _without_titles(
        [_plain(part) for word in found for part in _letters(word, found)]
    )
    body = len(words) > 1 and bool(set(words) & (BODY_NOUNS | PAPER_WORDS))
    words = [word for word in words if word] or [_plain(plain)]
    if len(words) > 1:
        words = [_SHORTENED.get(word, word) for word in words]
    return Form(
        text=text,
        words=tuple(words),
        joined="".join(words),
        alias=listed[0] if listed else None,
        acronym=acronym,
        gender=gender,
        body=body or (listed is not None and listed[1] is MentionKind.ORGANISATION),
        kind=listed[1] if listed else MentionKind.PLACE if plain in PLACES else None,
    )


def _letters(word: str, words: list[str]) -> list[str]:
    """The initials that a name runs together, apart: "K.A." of "K.A. Weber"; not "U.S."."""
    letters = word.split(".")[:-1]
    together = len(words) > 1 and 2 <= len(letters) <= 3 and all(len(x) == 1 for x in letters)
    known = country_of(_plain(word)) or _plain(word).upper() in _STATES
    return letters if together and not known and word.endswith(".") else [word]


def body_words(form: Form) -> tuple[str, ...]:
    """The words of a body's name in any order: "Department of Defense", "Defense Department"."""
    return tuple(sorted(ordered_words(form)))


@lru_cache(maxsize=50_000)
def ordered_words(form: Form) -> tuple[str, ...]:
    """The words of a body's name as they stand, peoples as countries, without "of" and "Inc."."""
    words = [country_of(word) or word for word in _with_countries(form.words) if word not in _SMALL]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return tuple(words)


def _with_countries(words: tuple[str, ...]) -> Iterator[str]:
    """The words, with the two of a country's name as one: "united states"."""
    at = 0
    while at < len(words):
        both = " ".join(words[at : at + 2])
        step = 2 if at + 1 < len(words) and country_of(both) else 1
        yield both if step == 2 else words[at]
        at += step


def initials(form: Form) -> frozenset[str]:
    """The acronyms that a name can have: with and without its small words."""
    words = [word for word in form.words if word != "the"]
    telling = [word for word in words if word not in _SMALL]
    return frozenset(
        "".join(word if word.upper() in states else word[0] for word in kept)
        for kept in (words, telling)
        for states in (frozenset(), _STATES)
    )


def places_in(words: tuple[str, ...]) -> frozenset[str]:
    """The countries, peoples and cities among the words of a body's name."""
    return frozenset(word for word in words if country_of(word) or word in _cities())


@cache
def _cities() -> frozenset[str]:
    return frozenset(_plain(name) for name in PLACES if " " not in name)


def person_words(form: Form) -> tuple[str, ...]:
    """The words of a person's name without what spellings leave out: "al", "Jr."."""
    # A first word is a given name: "Ben".
    words = [*form.words[:1], *(_SON.get(word, word) for word in form.words[1:])]
    kept = [word for word in words if word not in _ARTICLES and word not in _GENERATIONS]
    return tuple(kept) or form.words


def generation(form: Form) -> str | None:
    """The word that tells a son from a father of the same name."""
    return next((word for word in form.words[1:] if word in _GENERATIONS), None)


def _without_titles(words: list[str]) -> tuple[list[str], str | None]:
    gender = None
    at = 0
    office = words[-1] in _OFFICES if words else False  # "Attorney General's Office"
    while not office and at < len(words) - 1 and words[at + 1] != "of" and _leads(words, at):
        gender = gender or (
            "male" if words[at] in MALE_HONORIFICS else
            "female" if words[at] in FEMALE_HONORIFICS else None
        )  # fmt: skip
        at += 1
    if at == 0 and len(words) > 1 and words[0] == "the":
        at = 1
    while len(words) > at + 1 and words[-1] in _DEGREES:
        words.pop()
    return words[at:], gender


def _leads(words: list[str], at: int) -> bool:
    """Whether a word is a title or leads on to one: "former" in "former President Hale"."""
    if words[at + 1] in _OFFICES:  # "Justice Department" has no title
        return False
    if words[at] in HONORIFICS or words[at] in RANKS:
        return True
    return words[at] in OFFICE_WORDS and words[at] != "the" and words[at + 1] in RANKS


def _plain(word: str) -> str:
    form = plain_form(word.casefold().translate(_FOLDED))
    return "".join(c for c in form if c.isalnum())


def _is_acronym(word: str) -> bool:
    bare = word.replace(".", "")
    return 2 <= len(bare) <= 6 and bare.isupper() and bare.isalpha()


@cache
def _aliases() -> dict[str, tuple[str, MentionKind]]:
    table: dict[str, tuple[str, MentionKind]] = {}
    text = files("rashomon.text.names").joinpath("aliases.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, _, names = line.partition("\t")
            first = names.split("|")[0]
            for name in names.split("|"):
                table[_key(name)] = (first, MentionKind(kind))
    return table


def _key(name: str) -> str:
    """How a name is looked up: an acronym by its capitals, else without article and case."""
    bare = name.replace(".", "")
    if _is_acronym(bare):
        return bare
    words = [_plain(word) for word in _WORD.findall(name)]
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] == "group":
        words = words[:-1]
    return " ".join(words)
