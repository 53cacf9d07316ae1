"""What was done to those whom a figure counts, and the verb or the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.compare.word_groups import HARMS, act_kind, act_of_state
from rashomon.model.reading import Clause, Figure
from rashomon.model.span import Span
from rashomon.text.numbers.counted import singular

_TOLL = re.compile(r"\b(?:(?:death )?toll|deaths|fatalities)\b", re.IGNORECASE)
_TOLL_OF = re.compile(
    r"\b(?:(?:number|list|count|toll|total) of (?:the )?|the (?=\w+ at ))"
    r"(dead|missing|injured|wounded|killed|arrested|detained)\b",
    re.IGNORECASE,
)
# Between those counted and what became of them: "27 people were still missing".
_STATE = re.compile(
    r"(?: (?:is|are|was|were|be|been|being|have|has|had|still|now|also|left|remain|remains|"
    r"remained|reported|listed|found|confirmed|feared|presumed|known|more|as|lightly|seriously|"
    r"badly|critically|slightly|to|dead or|among the)){0,6} "
    r"(dead|died|perished|missing|injured|wounded|hurt|homeless|unaccounted|displaced|evacuated|"
    r"detained|lost (?:their|his|her) li(?:fe|ves)|lives lost|shot dead)\b"
)
_TREATING = {"treat", "attend", "admit", "receive"}  # "the hospital treated 44 wounded"
_INTRANSITIVE = {"die", "perish", "flee"}
_MAX_REACH = 40  # characters between a verb and the figure it governs
_BACK = 80  # characters from "death toll" to its number


class Harm(NamedTuple):
    """The kind of act, the clause whose verb says it, and the words that do if none does.

    `counted` tells that these words name those counted, whatever noun follows the figure.
    """

    act: str | None
    by: Clause | None = None
    words: Span | None = None
    counted: bool = False


def find_harm(text: str, sentence: Span, figure: Figure, clause: Clause | None) -> Harm:
    """What befell those counted; of other figures, the kind of act that their clause tells."""
    last = (figure.of or "").rpartition(" ")[2].lower()
    if state := act_of_state(last) or act_of_state(singular(last)):
        return Harm("treat" if clause and clause.lemma in _TREATING else state)
    if found := _STATE.match(text, figure.end, min(len(text), sentence.end)):
        state = "dead" if " " in found[1] else found[1]
        return Harm(act_of_state(state), words=Span(found.start(1), found.end(1)))
    start = max(sentence.start, figure.start - _BACK)
    if named := list(_TOLL_OF.finditer(text, start, figure.start)):
        found = named[-1]
        return Harm(act_of_state(found[1].lower()), words=Span(*found.span()), counted=True)
    if found := _TOLL.search(text, start, figure.start):
        return Harm("kill", words=Span(*found.span()), counted=figure.of is None)
    return _by_verb(figure, clause)


def _by_verb(figure: Figure, clause: Clause | None) -> Harm:
    if clause is None:
        return Harm(None)
    kind = act_kind(clause.lemma)
    if kind not in HARMS:
        return Harm(kind)
    patient = clause.subject if clause.lemma in _INTRANSITIVE else clause.object
    touched = patient is not None and patient.overlaps(figure)
    touched |= clause.act.end <= figure.start <= clause.act.end + _MAX_REACH
    return Harm(kind, clause) if touched else Harm(None)


def find_governor(figure: Figure, clauses: Sequence[Clause]) -> Clause | None:
    """The smallest act told by a verb that the figure belongs to."""
    inside = [c for c in clauses if not c.nominal and c.start <= figure.end <= c.end + 1]
    inside += [c for c in clauses if c.object is not None and c.object.overlaps(figure)]
    inside += [c for c in clauses if c.subject is not None and c.subject.overlaps(figure)]
    return min(inside, key=lambda c: (c.end - c.start, c.act.start), default=None)
