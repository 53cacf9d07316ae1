"""How surely two names are one holder's, and why: rules for what is certain, weights for the rest.

The weights are a dozen numbers a person can read (`weights/names.json`), learnt by
`training/names` from pairs that were labelled by reading and from spellings made by rule.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rashomon.model.reading import MentionKind
from rashomon.text.names.bodies import body_evidence, is_body, is_place_in_body
from rashomon.text.names.evidence import Evidence, person_evidence
from rashomon.text.names.forms import Form, person_words, take_apart
from rashomon.text.names.same import A_PERSON_AND_A_PLACE, IN_CHINESE, same_name

JOINED = 0.62
"""The score from which two names are one holder's."""
APART = 0.25
"""The score below which two names are never in one group."""
_NOBODY: frozenset[str] = frozenset()
_PERSON, _PLACE, _BODY = MentionKind.PERSON, MentionKind.PLACE, MentionKind.ORGANISATION
_CERTAIN = (
    "the same but for case",
    "both are names",
    "names of different",
    "one of a man",
    A_PERSON_AND_A_PLACE,
    IN_CHINESE,
)
_UNSURE = ("perhaps", "initial letters", "the beginning", "a paper's", "the first word")
_OF_RULES = {True: 0.97, None: 0.4, False: 0.02}


@dataclass(frozen=True, slots=True)
class Judgement:
    """How surely two names are one holder's, and what says so.

    `verdict` is None where the pages have to say more: a surname, an acronym.
    """

    score: float
    verdict: bool | None
    reason: str


def judge_names(
    left: str,
    right: str,
    left_kind: MentionKind | None = None,
    right_kind: MentionKind | None = None,
    *,
    together: bool = False,
    places: Set[str] = _NOBODY,
) -> Judgement:
    """Whether two names are one holder's; the order of the two makes no difference.

    `together` is whether one page uses both; `places` are words that the pages use for places.
    """
    if (left, str(left_kind)) > (right, str(right_kind)):
        left, right, left_kind, right_kind = right, left, right_kind, left_kind
    words = {*take_apart(left).words, *take_apart(right).words}
    near = frozenset(places & words)
    return _judge(left, right, left_kind, right_kind, together, near)


@lru_cache(maxsize=200_000)
def _judge(
    left: str,
    right: str,
    left_kind: MentionKind | None,
    right_kind: MentionKind | None,
    together: bool,
    places: frozenset[str],
) -> Judgement:
    believed = _believed(left, right, left_kind, right_kind, together)
    verdict, reason = same_name(left, right, *believed)
    if _is_place_of(left, right, left_kind, right_kind):
        return Judgement(_OF_RULES[False], False, "a place and a body")
    found = evidence(left, right, left_kind, right_kind, together=together, places=places)
    if found is None or not _weights():
        return Judgement(_OF_RULES[verdict], verdict, reason)
    sort, seen = found
    score = weigh(sort, seen)
    if score < JOINED:
        unsure = verdict is None and score >= APART
        told = reason if verdict is None else _against(sort, seen)
        return Judgement(score, None if unsure else False, told)
    return Judgement(score, True, reason if verdict else _in_favour(sort, seen))


def _is_place_of(
    left: str, right: str, left_kind: MentionKind | None, right_kind: MentionKind | None
) -> bool:
    """Whether one is a place in whose name a body, the other, is called."""
    kinds, forms = (left_kind, right_kind), (take_apart(left), take_apart(right))
    if {*kinds} != {_PLACE, _BODY}:
        return False
    place, body = (forms[kinds.index(kind)] for kind in (_PLACE, _BODY))
    return not is_body(place) and is_place_in_body(place, body)


def evidence(
    left: str,
    right: str,
    left_kind: MentionKind | None = None,
    right_kind: MentionKind | None = None,
    *,
    together: bool = False,
    places: Set[str] = _NOBODY,
) -> tuple[str, Evidence] | None:
    """What speaks for and against two full names, and of which sort they are.

    None where a rule decides: one is short, or both are on the list of other names.
    """
    one, other = take_apart(left), take_apart(right)
    believed = _believed(left, right, left_kind, right_kind, together)
    verdict, reason = same_name(left, right, *believed)
    short = any(len(person_words(form)) == 1 or form.acronym for form in (one, other))
    ruled = reason.startswith(_CERTAIN) or (verdict is None and reason.startswith(_UNSURE))
    if short or ruled:
        return None
    if _are_bodies(one, other, left_kind, right_kind):
        sort, found = "body", body_evidence(one, other, together, places)
    else:
        sort, found = "person", person_evidence(one, other, together)
    found["rule: yes"] = float(verdict is True)
    found["rule: no"] = float(verdict is False)
    found["other kinds"] = float(_differ(one, other, left_kind, right_kind))
    return sort, found


def _believed(
    left: str,
    right: str,
    left_kind: MentionKind | None,
    right_kind: MentionKind | None,
    together: bool,
) -> tuple[MentionKind | None, MentionKind | None]:
    """The kinds, without a place's or body's beside a person's where only the parser says so.

    A surname that stands alone in a page of its own may be a town of that name.
    """
    forms = take_apart(left), take_apart(right)
    kinds = left_kind, right_kind
    full = all(len(form.words) > 1 for form in forms)
    if {*kinds} == {_PERSON, _BODY} and together:
        beside = _BODY  # "Ana Velloso" taken for a body, beside "Velloso"
    elif {*kinds} == {_PERSON, _PLACE} and (full or together):
        beside = _PLACE
    else:
        return kinds
    doubted = forms[kinds.index(beside)]
    if doubted.kind is not None or is_body(doubted):
        return kinds
    return (_PERSON, None) if left_kind is _PERSON else (None, _PERSON)


def _are_bodies(
    one: Form, other: Form, left: MentionKind | None, right: MentionKind | None
) -> bool:
    if is_body(one) or is_body(other) or one.kind or other.kind:
        return True
    kinds = {left, right} - {None, MentionKind.OTHER}
    return bool(kinds) and _PERSON not in kinds


def _differ(one: Form, other: Form, left: MentionKind | None, right: MentionKind | None) -> bool:
    kinds = {left or one.kind, right or other.kind} - {None, MentionKind.OTHER}
    return len(kinds) > 1


def weigh(sort: str, seen: Mapping[str, float]) -> float:
    """The score of what was seen. Range: 0 to 1, rounded."""
    weights = _weights()[sort]
    total = sum(weights.get(name, 0.0) * value for name, value in sorted(seen.items()))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


def _in_favour(sort: str, seen: Mapping[str, float]) -> str:
    """What speaks most for one holder: "surname same"."""
    if any(name.startswith("left out") and value for name, value in seen.items()):
        return "one with words left out"
    return _strongest(sort, seen, 1.0)


def _against(sort: str, seen: Mapping[str, float]) -> str:
    return _strongest(sort, seen, -1.0)


def _strongest(sort: str, seen: Mapping[str, float], sign: float) -> str:
    weights = _weights()[sort]
    told = sorted(
        (-sign * weights.get(name, 0.0) * value, name)
        for name, value in seen.items()
        if name != "bias" and sign * weights.get(name, 0.0) * value > 0
    )
    return ", ".join(name for _, name in told[:2]) or "different names"


@cache
def _weights() -> dict[str, dict[str, float]]:
    """The learnt weights; none where they were removed, and the rules decide alone."""
    path = files("rashomon").joinpath("weights/names.json")
    if not path.is_file():
        return {}
    weights: dict[str, dict[str, float]] = json.loads(path.read_text("ascii"))["weights"]
    return weights
