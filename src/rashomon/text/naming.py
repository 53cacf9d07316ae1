"""Words that go with names: what titles are made of, and what a name can be the name of."""

from __future__ import annotations

import json
from importlib.resources import files

from rashomon.text.normal import plain_form

_lists = json.loads(files("rashomon.text").joinpath("naming.json").read_text("utf-8"))


def _words(*keys: str) -> frozenset[str]:
    return frozenset(word for key in keys for word in _lists[key])


HONORIFICS = _words("honorifics")
"""Of which a name keeps nothing: "Mr"."""
MALE_HONORIFICS = _words("male honorifics")
FEMALE_HONORIFICS = _words("female honorifics")
RANKS = _words("ranks")
"""Of which a name may begin where it stands with a title: "Gen", "Senator"."""
PERSON_NOUNS = _words("persons", "ranks")
"""What a person can be: the head of a title, an office or a description."""
BODY_NOUNS = _words("bodies")
"""What a body is called by; a name's last word, or what stands beside it."""
ALSO_BODIES = _words("also bodies")
"""Of the persons' words, those that companies and groups are called, too: "owner"."""
COMPANY_NOUNS = _words("companies")
"""What ends a company's name, and is left out where the page speaks of it again."""
PLACE_NOUNS = _words("places")
PAPER_WORDS = _words("papers")
"""The last words of papers, which carry their article as a part of the name."""
OFFICE_WORDS = _words("office words")
"""What may stand between the words of a title: "Prime", "former"."""
PARTICIPLES = _words("participles")
"""Words of titles that the parser takes for the sentence's verb: "leading"."""
BEHIND_HYPHENS = _words("behind hyphens")
"""What follows a hyphen and is no part of the name: "led" in "US-led"."""
LEGAL_FORMS = _words("legal forms")
"""What ends a company's name and is left out of it: "Inc"."""
FILLERS = _words("fillers")
"""What news leaves out of a body's name: "Affairs" of "Ministry of Foreign Affairs"."""
BUILDINGS = _words("buildings")
"""What a place with doors is called by: "Hotel", "Prison"."""
NAME_FAMILIES: tuple[str, ...] = tuple(_lists["name families"])
"""Spellings of one name a line; spellings on two lines are two names: "Hassan", "Hussein"."""
CALENDAR = _words("calendar")
NO_ACRONYMS = _words("no acronyms")
COUNTRIES = _words("countries")
PLACES = _words("countries", "cities")
"""Names that an acronym or a surname is not taken for."""


def _nicknames() -> dict[str, frozenset[str]]:
    """For the plain form of each given name, the groups of short forms that it is in."""
    found: dict[str, set[str]] = {}
    for at, names in enumerate(_lists["nicknames"]):
        for name in names.split():
            found.setdefault(plain_form(name), set()).add(str(at))
    return {name: frozenset(groups) for name, groups in found.items()}


NICKNAMES = _nicknames()
