"""Names of places that pages write their reports from."""

from __future__ import annotations

import re
from importlib import resources

_FILE = resources.files("rashomon.extract").joinpath("cities.txt")
_CITIES = frozenset(
    city.strip().casefold()
    for line in _FILE.read_text("utf-8").splitlines()
    if not line.startswith("#")
    for city in line.split(";")
)
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
