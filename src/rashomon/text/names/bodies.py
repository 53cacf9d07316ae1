"""What two names of bodies or places say for and against one holder: which words differ."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from rashomon.text.names.evidence import Evidence, word_likeness
from rashomon.text.names.forms import Form, body_words, ordered_words, places_in
from rashomon.text.naming import BODY_NOUNS, BUILDINGS, FILLERS, LEGAL_FORMS, PLACE_NOUNS

_STEM = 5  # letters that words of one stem share: "transport", "transportation"
_ENDING = 5  # letters that an ending has at most
_ABBREVIATED = 3  # letters of a cut word: "Dept", "Comm"
_HEADS = BODY_NOUNS | PLACE_NOUNS | BUILDINGS
_OFFICES = frozenset("office department bureau agency ministry directorate administration".split())
_LIKE = 0.6


def body_evidence(
    one: Form, other: Form, together: bool, places: Set[str] = frozenset()
) -> Evidence:
    """What the words of two bodies' names say; `places` are further words that name places.

    A word is left out where only the longer name has one more, and changed where both have one
    that the other lacks.
    """
    left, right = sorted((body_words(one), body_words(other)), key=lambda w: (len(w), w))
    shared, only_left, only_right = _compare(left, right)
    if only_left and _are_initials(one, other, only_left, only_right):
        shared, only_left, only_right = (*shared, *only_right), (), ()
    found = {"bias": 1.0}
    told = [word for word in shared if word not in _HEADS and not places_in((word,))]
    found["words shared"] = min(len(told), 3) / 3
    found["no telling word"] = float(not told)
    heads = {_head(one), _head(other)}
    found["head other"] = float(len(heads) > 1 and not _alike(*heads))
    if found["head other"] and only_right and not only_left and not heads & _OFFICES:
        found["head left out"] = 1.0  # "the White House", "the White House Report Card"
    found["order other"] = float(not only_left and _reordered(one, other, shared))
    few = ", few words shared" if len(told) <= 1 else ""
    for word in only_right if not only_left else ():
        kind = f"left out: {_kind(word, places)}{few}"
        found[kind] = min(1.0, found.get(kind, 0.0) + 0.5)
    if only_left:
        _add_changed(found, only_left, only_right, places)
    if together:
        found["in one page"] = 1.0
    return found


def _add_changed(
    found: Evidence, left: tuple[str, ...], right: tuple[str, ...], places: Set[str]
) -> None:
    kinds = {_kind(word, places) for word in left}, {_kind(word, places) for word in right}
    plain = {"filler", "head"}
    if {*left, *right} <= _OFFICES:
        found["changed: what it is"] = 0.5
    elif kinds[0] <= plain and kinds[1] <= plain:
        found["changed: what it is"] = 1.0
    elif kinds[0] <= plain or kinds[1] <= plain:
        found["changed: one telling word"] = 1.0
    else:
        found["changed: both telling words"] = 1.0


def _are_initials(one: Form, other: Form, left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether what only one name has are the initials of what only the other has: "Orvane FA"."""
    words = [*ordered_words(one), *ordered_words(other)]
    few, many = sorted((left, right), key=lambda own: sum(map(len, own)))
    letters = "".join(sorted(few, key=words.index))
    behind = "".join(word[0] for word in sorted(many, key=words.index))
    return len(letters) > 1 and len(many) > 1 and letters == behind


def _reordered(one: Form, other: Form, shared: tuple[str, ...]) -> bool:
    """Whether words both have stand in another order, and no "of" turns them round."""
    turned = any(word in ("of", "for") for form in (one, other) for word in form.words)
    left, right = ([w for w in ordered_words(form) if w in shared] for form in (one, other))
    return not turned and left != right and sorted(left) == sorted(right)


def _compare(
    left: tuple[str, ...], right: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The words that both have, and those that only one has."""
    rest, shared, only = list(right), [], []
    for word in left:
        match = next((w for w in rest if w == word), None) or next(
            (w for w in rest if _alike(word, w)), None
        )
        if match is None:
            only.append(word)
        else:
            rest.remove(match)
            shared.append(word)
    return tuple(shared), tuple(only), tuple(rest)


@lru_cache(maxsize=100_000)
def _alike(left: str, right: str) -> bool:
    """Whether two words of bodies are one: of one stem, cut short, or misspelled."""
    short, long = sorted((left, right), key=lambda word: (len(word), word))
    if len(short) > _ABBREVIATED and long in (short + "s", short[:-1] + "ies"):
        return True
    if long.startswith(short) and len(short) >= _ABBREVIATED:
        return len(short) >= _STEM + 1 and len(long) - len(short) <= _ENDING
    return min(len(left), len(right)) > _STEM and word_likeness(left, right) >= _LIKE


def _kind(word: str, places: Set[str]) -> str:
    if _is_place(word, places):
        return "place"
    if word in FILLERS:
        return "filler"
    return "head" if word in _HEADS or word in LEGAL_FORMS else "word"


def _is_place(word: str, places: Set[str]) -> bool:
    return word in places or bool(places_in((word,)))


def is_place_in_body(place: Form, body: Form) -> bool:
    """Whether one name is of a place that the other only holds: "Virginia Beach" in a hospital's.

    The other is the place's own if it says what sort of place it is: "Orvane County".
    """
    words, more = set(ordered_words(place)), set(ordered_words(body))
    return words < more and not more - words <= PLACE_NOUNS


def is_body(form: Form) -> bool:
    """Whether a name of several words says that it is a body's or a building's."""
    return form.body or (len(form.words) > 1 and form.words[-1] in _HEADS)


@lru_cache(maxsize=50_000)
def _head(form: Form) -> str:
    """What the body is: "ministry" in "Foreign Ministry" and in "Ministry of Health"."""
    words = form.words
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    for at, word in enumerate(words[:-1]):
        if words[at + 1] in ("of", "for"):
            return word
    return words[-1]
