"""The news agencies of the world, by the names and letters that pages credit them with."""

from __future__ import annotations

import json
import re
from importlib import resources

_KNOWN = json.loads(resources.files("rashomon.text").joinpath("agencies.json").read_text("utf-8"))
_AGENCIES: dict[str, list[str]] = _KNOWN["agencies"]  # the source stands in the file
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
# Short names that are words or first names too: such an agency is known by its full name only.
_WORDS = set(_KNOWN["words"])


def _standing_for(alias: str, name: str) -> str:
    """The agency's name; letters that are no part of it are shared by others, so they stay."""
    letters = alias.isupper() and alias.isalpha() and len(alias) <= 5
    return alias if letters and not name.isupper() and alias not in name.split() else name


_BY_NAME = {
    alias.casefold(): _standing_for(alias, name)
    for name, aliases in _AGENCIES.items()
    for alias in (name, *aliases)
    if alias not in _WORDS
}
_LETTERS = {name for name in _BY_NAME.values() if name.isupper()}
# "Petra News Agency", "Kosova Press Agency (KPA)", "Capitol News Service", "XYZ Newswire".
_SHAPE = re.compile(
    r"(?:[^\W\d_][\w'’.-]{0,30} ){1,4}(?:(?:News|Press|Telegraph(?:ic)?|Information) "
    r"(?:Agency|Services?|Association)|News ?wires?|Wire|Wire Service|Presse-Agentur)"
    r"(?: \([A-Z]{2,6}\)?)?"
)


def find_agency(name: str) -> str | None:
    """The agency that the text names and nothing else, as it signs itself; None for any other.

    "(AP)", "The Associated Press" and "AP" are "AP"; "ap" is no agency. "MNA" is no more than that:
    several agencies sign so.
    """
    plain = " ".join(_EDGES.sub("", name).split())
    found = _BY_NAME.get(plain.casefold()) or _BY_NAME.get(f"{plain}.".casefold())
    if found in _LETTERS and len(plain) <= 4 and not plain.isupper() and "." not in plain:
        return None
    return found


def looks_like_agency(name: str) -> bool:
    """Whether the name is a known agency's or is built like one ("Kosova Press Agency")."""
    plain = " ".join(_EDGES.sub("", name).split())
    return find_agency(plain) is not None or (
        plain[:1].isupper() and _SHAPE.fullmatch(plain) is not None
    )


def is_short_for(letters: str, name: str) -> bool:
    """Whether the letters are the first ones of the name's words: "NP" for The Northern Press."""
    words = [word for word in name.removeprefix("The ").split() if word[:1].isupper()]
    return len(letters) > 1 and letters.isupper() and letters == "".join(word[0] for word in words)
