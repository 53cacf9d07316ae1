"""The people whom a marked element or a value in the head names, and what else stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.extract.fields.names import (
    has_given_name,
    is_desk,
    is_furniture,
    is_person,
    is_role,
    without_agency,
    without_titles,
)
from rashomon.extract.fields.places import is_place
from rashomon.extract.html.uncased import is_eastern_body, is_uncased_name, uncased_names
from rashomon.text.agencies import looks_like_agency
from rashomon.text.normal import letters_of

_SPLIT = re.compile(r"\s*(?:[,;/&|+•·]|\b(?:and|und|et|with|im Gespräch mit)\b|\s[–—-]\s)\s*", re.I)
# "y", "e", "en", "och" join two names, and stand inside of one: "Costa e Silva".
_JOINED = re.compile(r"\s+(?:y|e|en|och|og|i)\s+")
# "By Jane Doe", "Kommentar von Jane Doe"; another word before "von" may be a first name.
_START = re.compile(
    r"^(?:(?:written|posted|published|words|text|story|article|report|analysis|opinion|review|essay|"
    r"beitrag|gastbeitrag|artikel|texte|interview|kommentar|kolumne|analyse|bericht|rezension|"
    r"reportage|protokoll|por) ?(?:by|von|par|por|de)?\s*:?|by|von|par|por|di|door|durch|av|af|"
    r"authors?|autor(?:in|en)?|auteur|redaktion|verfasser(?:in)?)\b\s*:?(?:\s+|$)",
    re.I,
)
# "Jane Doe (Paris, the office for Europe)", "Jane Doe @jane"
_ASIDE = re.compile(
    r"\s*\([^()]{0,80}\)(?=\s*(?:$|[,;/&|]|(?:and|und|et|y)\b))|[^\s@]{0,64}@\S*|https?:\S*", re.I
)
# "Photographs by Jane Doe", "Reviewed by Jane Doe": they did something else.
_OTHERS = re.compile(
    r"(?:(?:photo|foto|illustr|bild|grafik|graphic|video|audio|produ|review|edit|translat|übersetz|"
    r"tradu|trad\b|present|sponsor|power|medical|fact|recommend|uploaded|read\b)[\w -]{0,24}"
    r"(?:\b(?:by|von|par|por|de)\b|:)|翻訳|訳|イラスト)",
    re.I,
)
# "Posted on 3 May 2019 by Jane Doe"
_INSIDE = re.compile(r"\d\D{0,12}\s(?:by|von|par|por|di|door)\s+", re.I)
# "Jane Doe For The Daily Paper", "Jane Doe, 3 May 2019"
_END = re.compile(
    r"\s+(?:for|from|at|of|in|on|am|le|el|vom|aus|hace|updated|published|posted|follow(?:en)?|folgen)(?:\s.*)?$|"
    r"\s+(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+)?\d.*$",
    re.I | re.S,
)
_HANDLE = re.compile(r"[^\W\d][\w.'’-]{1,29}")
_HOST = re.compile(r"\.(?:com|de|net|org|info|tv|at|ch|fr|it|es|uk|ru|co)$", re.I)
# Initials and the letters of agencies: "JF", "cpm", "AgE"; three may be a name: "Kay".
_LETTERS = re.compile(r"[A-ZÄÖÜ]{1,4}|.{1,2}|(?![A-Z][a-z]{2}$).{3}")


def people_in(
    value: str, site: Sequence[str], *, single: bool = False, also: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The people whom a signature names; `single` where one word may be a name.

    `also` are letters of names that others state, whatever their shape: "Der Flussbote".
    """
    if _OTHERS.match(value):
        return
    value = _ASIDE.sub("", value)
    value = uncased_names(value) or value
    inside = _INSIDE.search(value)
    value = value[inside.end() :] if inside else _START.sub("", value)
    names = [_END.sub("", _START.sub("", p)).strip(" .,:()[]") for p in _SPLIT.split(value)]
    names = [
        without_agency(without_titles(name)) for name in names if name and not name[0].isdigit()
    ]
    names = [part for name in names for part in _parts(name)]
    single = single and not any(" " in name for name in names)
    named = False
    for name in names:
        if _is_body(name) or is_site(name, site) or is_place(name):
            continue
        stated = " " in name and letters_of(name) in also
        if _is_name(name) or stated or (single and _is_handle(name)):
            named = True
            yield name
        elif named:
            return  # what follows a name is its role


def _is_body(name: str) -> bool:
    return looks_like_agency(name) or is_desk(name) or is_eastern_body(name)


def _is_name(name: str) -> bool:
    # Some write their names in small letters.
    shaped = name.title() if name.islower() and " " in name else name
    return is_person(shaped, signed=True) or is_uncased_name(name)


def _parts(name: str) -> list[str]:
    parts = _JOINED.split(name)
    people = len(parts) > 1 and all(is_person(part, signed=True) for part in parts)
    return parts if people else [name]


def _is_handle(name: str) -> bool:
    """Whether one word can be what a person goes by."""
    return (
        _HANDLE.fullmatch(name) is not None
        and not _LETTERS.fullmatch(name)
        and not is_role(name)
        and not is_furniture(name)
        and not is_place(name)
        and not _HOST.search(name)
    )


def is_site(name: str, site: Sequence[str]) -> bool:
    """Whether the name is one that the site goes by, or begins or ends one of several words.

    A site may go by the name of a person.
    """
    if has_given_name(name):
        return False
    own = letters_of(name)
    keys = [letters_of(each) for each in site]
    if " " not in name:
        return own in keys
    return any(own in key or (len(key) > 5 and key in own) for key in keys if own and key)


def pieces_of(value: str) -> list[str]:
    """What a signature lists, people or not."""
    return _SPLIT.split(_START.sub("", value))
