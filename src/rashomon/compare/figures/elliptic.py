"""Figures without a noun that count what a figure before them counts: "Police put it at 600"."""

from __future__ import annotations

import re

from rashomon.model.reading import Figure
from rashomon.model.span import Span

# Verbs that bring a number forward; between them and it stands nothing but its bound.
_SAID = re.compile(
    r"\b(?:says?|said|saying|sp(?:eak|eaks|oke|oken) of|claim(?:s|ed|ing)?|counted|counts?|"
    r"(?:put|puts|putting|estimate[sd]?|estimating|number(?:s|ed))\s"
    r"(?:(?:it|them|this|that|(?:the|its|their)(?:\s\w+)?\s"
    r"(?:number|figure|count|total|toll|crowd|gathering|turnout|attendance|rally|march|protest|"
    r"dead|injured|wounded|missing|losses|casualties)(?:\s\w+){0,2})\s)?at|makes? it|made it)\s*$",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\s(?:is|was) (?:the|a) (?:number|figure|toll|count|total)\b")
_ENDS = re.compile(r"\s*(?:[.,;:!?)\"'”’—–]|(?:and|but|while|though|compared|according)\b|$)")
_NAMED = re.compile(r"\bnumber of (?:the )?(\w+)", re.IGNORECASE)
_COUNTS = re.compile(r"put|estimat|number|count|ma[dk]e", re.IGNORECASE)
_BACK = 60  # characters before a figure
REACH = 300  # characters back to what it counts


def find_cue(text: str, sentence: Span, figure: Figure) -> Span | None:
    """The words that bring a bare number forward; None where it is not one that stands alone."""
    if figure.unit is not None or figure.of is not None or figure.value % 1:
        return None
    if found := _GIVEN.match(text, figure.end, sentence.end):
        return Span(figure.start, found.end())
    if not _ENDS.match(text, figure.end, sentence.end):
        return None
    found = _SAID.search(text, max(sentence.start, figure.start - _BACK), figure.start)
    return Span(found.start(), figure.end) if found else None


def find_named(text: str, figure: Figure) -> str | None:
    """The noun of "the number of people" shortly before the figure, if one is there."""
    found = _NAMED.findall(text, max(0, figure.start - REACH), figure.start)
    return found[-1].lower() if found else None


def is_counting(text: str, cue: Span) -> bool:
    """Whether the cue is a verb of counting, as "put it at" and not "said" is."""
    return _COUNTS.match(text, cue.start) is not None
