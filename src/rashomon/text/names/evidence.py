"""What two full names of persons say for and against one holder, as numbers that can be read."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from rashomon.text.names.forms import Form, generation, person_words
from rashomon.text.names.spelling import are_told_apart, plain_spelling, spelling_score
from rashomon.text.naming import BODY_NOUNS, NICKNAMES, PERSON_NOUNS

Evidence = dict[str, float]
"""What was seen, and how much of it: 0 to 1."""

_NONE: frozenset[str] = frozenset()
_LETTER = 2.1  # how many letters of a word one slip of the pen puts in doubt
_SPELLED, _LIKE = 0.7, 0.6  # of a word that is the whole name
_TINY = 3  # letters of which each tells names apart: "Jon", "Ron"
_SHORT_FORM = 4  # letters; what a given name is cut to: "Ben", "Stan"
_DIMINUTIVES = ("y", "ie", "i", "ey")
_GIVEN = (
    ("", "a"), ("", "ia"), ("", "la"), ("", "le"), ("", "lle"), ("", "ette"), ("", "ina"),
    ("", "ine"), ("o", "a"), ("os", "a"), ("us", "a"), ("u", "a"), ("y", "ia"), ("ael", "elle"),
)  # fmt: skip
_SURNAMES = (
    ("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("sky", "skaya"), ("ski", "ska"), ("y", "aya"),
)  # fmt: skip
_RARE = 8  # letters; so long a surname is seldom shared by chance


def person_evidence(one: Form, other: Form, together: bool) -> Evidence:
    """What the words of two persons' names say; `together` is whether one page has both.

    A page seldom spells one holder in two ways, so what is slight between two pages is much in one.
    """
    left, right = sorted((person_words(one), person_words(other)), key=lambda w: (len(w), w))
    found = {"bias": 1.0}
    if sorted(left) == sorted(right):
        found["order"] = 1.0
    else:
        _add_surname(found, left, right)
        _add_given(found, left[:-1], right[:-1])
        _add_middle(found, left[1:-1], right[1:-1])
        if (
            0 < found.get("surname apart", 0) < 1
            and min(map(len, (left[-1], right[-1]))) > _SHORT_FORM
        ):
            found["few letters differ"] = slip("".join(left), "".join(right))
    if generation(one) != generation(other):
        found["generation"] = 1.0
    if together:
        found |= {f"{name}, in one page": found[name] for name in _OF_A_PAGE if name in found}
    return found


_OF_A_PAGE = ("given spelled", "given diminutive", "given apart", "surname spelled")


def _add_surname(found: Evidence, lefts: tuple[str, ...], rights: tuple[str, ...]) -> None:
    left, right = lefts[-1], rights[-1]
    if left != right and lefts == rights[: len(lefts)]:
        found["surname inside"] = 1.0  # of two surnames the first: "Luis Ferrando Gil"
        return
    if left == right:
        found["surname same"] = 1.0
        if len(left) >= _RARE:
            found["surname long"] = 1.0
        return
    likeness = 0.0 if _man_and_woman(left, right, _SURNAMES) else word_likeness(left, right)
    if len(lefts) < len(rights):
        likeness = max(likeness, word_likeness(left, "".join(rights[-2:])))  # "Abuzeid"
    found["surname spelled"] = likeness
    found["surname apart"] = 1 - likeness


def _add_given(found: Evidence, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    """How the first given names go together; one of them may be the other's second name."""
    relation, value = given_relation(left[0], right[0])
    joined = word_likeness("".join(left), "".join(right))
    if relation == "given spelled" and joined > value:
        value = joined
    if relation == "given spelled" and value < 1 and left[0] in right[1:]:
        relation, value = "given name left out", 1.0
    found[relation] = value
    if relation == "given spelled":
        found["given apart"] = 1 - value
        if _man_and_woman(left[0], right[0], _GIVEN):
            found["given of a man and of a woman"] = 1.0
        if left[0][0] != right[0][0]:
            found["given begins otherwise"] = 1 - value


def _add_middle(found: Evidence, left: tuple[str, ...], right: tuple[str, ...]) -> None:
    if not left or not right:
        return
    if any(given_relation(a, b)[1] >= 0.5 for a in left for b in right):
        found["middle same"] = 1.0
    else:
        found["middle apart"] = 1.0


def given_relation(left: str, right: str) -> tuple[str, float]:
    """How two given names go together, and how surely."""
    short, long = sorted((left, right), key=lambda word: (len(word), word))
    if left == right:
        return "given same", 1.0
    if len(short) == 1:
        return ("given initial", 1.0) if long[0] == short else ("given spelled", 0.0)
    if _diminutive(short, long):
        return "given diminutive", 1.0
    if NICKNAMES.get(left, _NONE) & NICKNAMES.get(right, _NONE):
        return "given nickname", 1.0
    cut = len(short) <= _SHORT_FORM < len(long) - 1 and long.startswith(short)
    if cut and not _man_and_woman(left, right, _GIVEN):
        return "given name cut short", 1.0
    return "given spelled", word_likeness(left, right)


def womans_forms(name: str) -> tuple[str, ...]:
    """What a man's given name can be changed to for a woman: "Paula" of "paul"."""
    return tuple(
        name.removesuffix(his) + hers for his, hers in _GIVEN if name.endswith(his) and name
    )


def _man_and_woman(left: str, right: str, endings: tuple[tuple[str, str], ...]) -> bool:
    """Whether the words differ in the ending that makes a man's name a woman's: "Orlova"."""
    return any(
        one.endswith(his) and other == one.removesuffix(his) + hers
        for one, other in ((left, right), (right, left))
        for his, hers in endings
    )


def _diminutive(short: str, long: str) -> bool:
    """Whether one is the other's pet form: "Ken", "Kenny"."""
    end = long[len(short) :] if long.startswith(short) else ""
    return end in _DIMINUTIVES or (bool(end) and end[0] == short[-1] and end[1:] in _DIMINUTIVES)


@lru_cache(maxsize=100_000)
def word_likeness(left: str, right: str) -> float:
    """How near two words are as spellings of one: by transcription, or by a slip of the pen.

    Range: 0 to 1, rounded.
    """
    if left == right:
        return 1.0
    if are_told_apart(left, right):
        return 0.0
    near, spelled = slip(left, right), spelling_score(left, right)
    if spelled == 1:  # known to be one name: "Oleksiy", "Alexei"
        return 1.0
    return round(max(spelled * _weight(left, right, near), near), 4)


def is_misspelled(short: str, surname: str) -> bool:
    """Whether a name that stands alone can be a surname in another spelling; a word that is
    nobody's name ("the Ministry") is not."""
    if short in BODY_NOUNS or short in PERSON_NOUNS or are_told_apart(short, surname):
        return False
    spelled = spelling_score(short, surname) >= _SPELLED and word_likeness(short, surname) >= _LIKE
    return spelled or slip(short, surname) >= _LIKE


def _weight(left: str, right: str, near: float) -> float:
    """Short words say less, half of all names are a change away from "Lee"; and so do words that
    begin otherwise and have little in common."""
    begin = {plain_spelling(word)[:1] for word in (left, right)}
    return min(1.0, min(len(left), len(right)) / 6) * (0.6 if len(begin) > 1 and not near else 1)


@lru_cache(maxsize=100_000)
def slip(left: str, right: str) -> float:
    """How little of the longer word the letters are that were left out, added, changed or swapped.

    Range: 0 to 1; less where the first letters differ, where people seldom slip.
    """
    longest = max(len(left), len(right))
    if min(len(left), len(right)) <= _TINY:
        return float(left == right)
    likeness = max(0.0, 1 - _LETTER * OSA.distance(left, right) / longest)
    return likeness if left[:1] == right[:1] else 0.6 * likeness
