"""Who acts and on whom, in plain words by which two accounts of one act can be held together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.model.reading import Clause
from rashomon.model.span import Span
from rashomon.text.normal import find_words

PREPOSITIONS = {"on", "for", "to", "about", "over", "in", "from", "with", "at", "by"}


def read_party(part: Span | None, text: str) -> frozenset[str]:
    """The plain words of a part of a clause that name somebody or something, in the singular."""
    if part is None:
        return frozenset()
    words = part.slice(text).split()
    end = next(
        (i for i, word in enumerate(words) if i and word.lower() in PREPOSITIONS), len(words)
    )
    return plain_words(" ".join(words[:end]))


def plain_words(text: str) -> frozenset[str]:
    """The plain words by which a name or description can be known again."""
    forms = (form.removesuffix("'s") for form in find_words(text).forms)
    words = frozenset(form.removesuffix("s") for form in forms if form not in _SMALL)
    return words | {"state"} if words & _OF_STATE else words


# A government acts through these; accounts name now the one, now the other.
_OF_STATE = set(
    "administration authority cabinet department government minister ministry president "
    "presidency premier state".split()
)
_SMALL = set(
    "a an the this that these those it he she they we i you him her them us me his its their our "
    "my your who which what whom there some any all many most more one ones other others another "
    "such no not none nobody nothing everyone anyone someone mr mrs ms of to in on for by with "
    "from at and or as s".split()
)


def is_limited(clause: Clause, inside: Sequence[Clause], text: str) -> bool:
    """Whether the clause tells of a time, a case or a rest only: "not until", "nobody else",
    "not when the police came". `inside` are the clauses around it."""
    if _LIMIT.search(clause.slice(text)):
        return True
    return any(
        other.relation == "advcl" and other.under == clause.act and _is_of_case(clause, other, text)
        for other in inside
    )


def _is_of_case(clause: Clause, other: Clause, text: str) -> bool:
    return _CASE.search(text[min(clause.act.end, other.act.start) : other.act.start]) is not None


_LIMIT = re.compile(r"\b(?:until|till|else|other than|this time|any ?more)\b", re.IGNORECASE)
_CASE = re.compile(r"\b(?:until|when|while|before|after|if|unless|once|since|because)\b", re.I)
