"""Which kind of act a clause tells, where English says it in several words: "gave way"."""

from __future__ import annotations

import json
import re
from importlib.resources import files

from rashomon.compare.word_groups import act_kind
from rashomon.model.reading import Clause

_lists = json.loads(files("rashomon.compare").joinpath("act_phrases.json").read_text("utf-8"))
_PHRASES: list[tuple[str, re.Pattern[str]]] = [
    (kind, re.compile(rf"(?:{'|'.join(patterns)})\b", re.IGNORECASE))
    for kind, patterns in _lists["phrases"].items()
]
_LABOUR = frozenset(_lists["labour"])
_NEAR = 40  # characters behind the act's word that an idiom may take
_STRIKES = frozenset({"strike", "walkout", "stoppage"})
# An article with one of these means no air strike by "the strike".
_WALKOUT = re.compile(
    r"\b(?:on strike|walkouts?|picket\w*|industrial action|strikers)\b", re.IGNORECASE
)
_BEGINNING = frozenset({"begin", "start", "set", "call", "stage", "plan", "announce"})
_STOPPING = frozenset({"walkout", "stoppage", "strike"})
_STOPPAGE = re.compile(r"(?:work )?stoppages?\b", re.IGNORECASE)


def kind_of(clause: Clause, text: str) -> str:
    """The name of the kind of act that a clause of the text tells."""
    return phrase_kind(clause, text) or act_kind(clause.lemma)


def phrase_kind(clause: Clause, text: str) -> str | None:
    """The kind of act that a clause tells in an idiom, whatever its verb; None without one."""
    start, end = clause.act.start, clause.act.end
    for kind, pattern in _PHRASES:
        if pattern.match(text, start, end + _NEAR) or pattern.match(text, max(0, start - 3), end):
            return kind
    if clause.lemma in _STRIKES or _STOPPAGE.match(text, start):
        labour = _LABOUR.intersection(clause.words) or _WALKOUT.search(text)
        return "walkout" if labour else None
    begun = clause.lemma in _BEGINNING and _STOPPING.intersection(clause.words)
    return "walkout" if begun else None  # "after the walkout began", "a stoppage is set for"
