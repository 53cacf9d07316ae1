"""Names of places that pages write their reports from."""

from __future__ import annotations

import re
from importlib import resources

from rashomon.extract.sheet import Sheet

_FILE = resources.files("rashomon.extract.fields").joinpath("cities.txt")
_CITIES = frozenset(
    city.strip().casefold()
    for line in _FILE.read_text("utf-8").splitlines()
    if not line.startswith("#")
    for city in line.split(";")
)
ADDRESS_WORDS = 12
_FURTHER = re.compile(r"\s*(?:,|/|\[|\().*$", re.S)  # "Austin, Texas", "ANKARA/MOSCOW"


def is_place(text: str) -> bool:
    """Whether the text is the name of a city that datelines often begin with."""
    return _FURTHER.sub("", text.strip(" .-–—")).casefold() in _CITIES


def place_case(text: str) -> str:
    """The city in the case of running text: "AUSTIN, Texas" is "Austin", "U.N." stays."""
    pieces = re.split(r"(/)", " ".join(text.split(",")[0].split()).strip(" -–—"))
    return "".join(_piece_case(piece) for piece in pieces)


def _piece_case(text: str) -> str:
    if not text.isupper() or "." in text.replace("ST.", "") or len(text.strip()) < 3:
        return text
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda word: word[0].capitalize(), text)


def is_place_here(name: str, sheet: Sheet) -> bool:
    """Whether the name is a city's, or the page uses it as one: "in Nordholm", an address's end."""
    if is_place(name):
        return True
    return (
        bool(name)
        and name[0].isupper()
        and all(_is_used(part.strip(), sheet) for part in name.split("/"))
    )


def _is_used(name: str, sheet: Sheet) -> bool:
    word = re.escape(name)
    spoken = re.compile(
        rf"\b(?i:in|near|outside|around) {word}\b(?! [A-Z][a-z]|['’]s)|\b{word}-based\b"
    )
    address = re.compile(rf"^[^.!?]{{6,80}}, {word}(?: \d+)?$")
    return bool(name) and (
        any(spoken.search(line.text) for line in sheet.body)
        or any(address.search(line.text) for line in sheet.tail if line.words <= ADDRESS_WORDS)
    )
