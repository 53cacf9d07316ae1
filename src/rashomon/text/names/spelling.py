"""Whether two words can be spellings of one name, by changes that transcribing names makes."""

from __future__ import annotations

import json
import math
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import JaroWinkler, Levenshtein

from rashomon.text.naming import NAME_FAMILIES
from rashomon.text.normal import plain_form

_VOWELS = frozenset("aeiouyw")
_LONG = 5  # letters; in shorter words the first one counts for too much: "Jan", "Yan"
_SOUNDS = (("j", "y"), ("ye", "e"), ("kh", "h"), ("zh", "j"), ("w", "v"), ("q", "g"), ("dzh", "j"))
# Without weights: changes that any transcription makes, in order; what is left is compared.
_PLAIN = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sch", "sh"), ("tch", "ch"), ("ck", "k"),
    ("q", "k"), ("c", "k"), ("ph", "f"), ("v", "f"), ("w", "u"), ("y", "i"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("ie", "i"), ("e", "i"), ("o", "u"), ("z", "s"), ("ff", "f"),
)  # fmt: skip


def spelling_score(left: str, right: str) -> float:
    """How surely two words are spellings of one name; the order of the two makes no difference.

    Range: 0 to 1, rounded; 1 for equal letters, 0 where digits differ.
    Source: logistic regression over the edits that turn one into the other, learnt from Latin
    spellings of Arabic names by `training/names`.
    """
    if _digits(left) != _digits(right):
        return 0.0
    left, right = letters(left), letters(right)
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    score = _score(min(left, right), max(left, right))
    if score < 1 and min(len(left), len(right)) >= _LONG:
        score = max(score, _score_behind_first(left, right))
    return score


def _score_behind_first(left: str, right: str) -> float:
    """The score where the two begin with letters that stand for one sound: "Yuri", "Juri"."""
    for one, other in _SOUNDS:
        for a, b in ((left, right), (right, left)):
            if a.startswith(one) and b.startswith(other) and not b.startswith(one):
                c = other + a.removeprefix(one)
                return 0.95 if c == b else min(0.95, _score(min(b, c), max(b, c)))
    return 0.0


def _digits(word: str) -> str:
    return "".join(c for c in word if c.isdigit())


@lru_cache(maxsize=100_000)
def _score(left: str, right: str) -> float:
    known = _families().get(left), _families().get(right)
    if None not in known:
        return float(known[0] == known[1])
    weights = _weights()
    if not weights:
        return 1.0 if plain_spelling(left) == plain_spelling(right) else 0.0
    total = sum(weights.get(name, 0.0) * value for name, value in edits(left, right).items())
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


@lru_cache(maxsize=100_000)
def letters(word: str) -> str:
    """The letters of a word without case, accents and marks."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if c.isalpha())


def edits(left: str, right: str) -> dict[str, float]:
    """What turns one word into the other: each change, its kind, and how much of the whole."""
    found: dict[str, float] = defaultdict(float)
    found["bias"] = 1
    changed = 0
    for a, b, at_start, at_end, beside in _changes(left, right):
        short, long = sorted((a, b), key=lambda part: (len(part), part))
        changed += max(len(a), len(b))
        edge = "^" if at_start else "$" if at_end else ""
        found[f"{_kind(short)}>{_kind(long)}{edge}"] += 1
        if not short and len(long) == 1 and long in beside:
            found["double" + edge] += 1
        elif len(long) <= 2:
            found[f"{short}>{long}"] += 1
            if edge:
                found[f"{short}>{long}{edge}"] += 1
    found["share"] = changed / max(len(left), len(right))
    found["changes"] = changed
    found["near"] = JaroWinkler.similarity(left, right)
    plain_left, plain_right = plain_spelling(left), plain_spelling(right)
    found["plain"] = Levenshtein.normalized_similarity(plain_left, plain_right)
    found["plain same"] = plain_left == plain_right
    left, right = consonants(plain_left), consonants(plain_right)
    found["consonants"] = Levenshtein.normalized_similarity(left, right)
    found["consonants same"] = left == right
    return found


def consonants(word: str) -> str:
    """A plain spelling without its vowels, but for the first letter."""
    return "".join(c for i, c in enumerate(word) if i == 0 or c not in _VOWELS)


def _changes(left: str, right: str) -> list[tuple[str, str, bool, bool, str]]:
    """Each run of changed letters: on both sides, whether at an edge, and the letters around."""
    runs: list[list[int]] = []
    for op in Levenshtein.opcodes(left, right):
        if op.tag == "equal":
            continue
        if runs and runs[-1][1] == op.src_start and runs[-1][3] == op.dest_start:
            runs[-1][1], runs[-1][3] = op.src_end, op.dest_end
        else:
            runs.append([op.src_start, op.src_end, op.dest_start, op.dest_end])
    return [
        (
            left[a:b],
            right[c:d],
            a == c == 0,
            b == len(left) and d == len(right),
            left[max(0, a - 1) : a] + left[b : b + 1],
        )
        for a, b, c, d in runs
    ]


def _kind(part: str) -> str:
    return "".join("v" if letter in _VOWELS else "c" for letter in part[:3])


@lru_cache(maxsize=100_000)
def plain_spelling(word: str) -> str:
    """The letters without what transcriptions choose freely: vowels' length, doubled letters."""
    word = letters(word)
    for old, new in _PLAIN:
        word = word.replace(old, new)
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


def family_of(word: str) -> int | None:
    """Which of the names that people know in several spellings a word is: "Oleksiy", "Alexei"."""
    return _families().get(word)


def are_told_apart(left: str, right: str) -> bool:
    """Whether both words are names of which people know that they are two: "Saleh", "Salem"."""
    families = _families()
    return left in families and right in families and families[left] != families[right]


@cache
def _weights() -> dict[str, float]:
    """The learnt weights; none where they were removed."""
    path = files("rashomon").joinpath("weights/spelling.json")
    if not path.is_file():
        return {}
    weights: dict[str, float] = json.loads(path.read_text("ascii"))["weights"]
    return weights


@cache
def _families() -> dict[str, int]:
    """Names near each other in letters of which people know whether they are one."""
    return {
        form: at
        for at, names in enumerate(NAME_FAMILIES)
        for name in names.split()
        for form in (letters(name), letters(plain_form(name)))
    }
