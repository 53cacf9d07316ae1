"""What one line of a dump shows by itself: length, marks, capitals, dates, people, words.

Numbers are turned into a few steps, because a line of a tabloid and one of a law report must
look alike where they are alike.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rashomon.extract.lines.cues import CUES, FUNCTION_WORDS
from rashomon.extract.lines.meta import DIGIT, people, times

# A line of 50 MB must cost no more than a long paragraph: shape is read from both ends.
HEAD_CHARS = 600
TAIL_CHARS = 80
# Lines this short are told by their words, longer ones by their shape and first words.
LEXICAL_WORDS = 24
PAIRED_WORDS = 12
# "Comment" is a button, "declined to comment." is not: from so many words on a sentence's words
# count apart, and only some classes of cue words count in it.
SENTENCE_WORDS = 8
SENTENCE_CUES = frozenset(("caption", "credit", "notice", "promotion", "voice"))
FIRST_WORDS = 6
LAST_WORDS = 5
# A paragraph has at least this many words, or two sentences.
PROSE_WORDS = 14
# Chinese, Japanese and Thai put no spaces between words, and no spaced script has words this long.
UNSPACED_CHARS = 16
# Dates, people and credits stand in lines of at most so many words.
META_WORDS = 30

BULLETS = "•·*◦▪●‣–—-»›>+"
SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]{0,3}$")
# The mark is sought first and what stands before it looked at then: most characters are letters.
SENTENCE_INSIDE = re.compile(
    r"[.!?](?:(?<=[^\W_A-Z].)|(?<=[^\W_A-Z][\"”’»)].))[\"”’»)]?\s[\"“‘«(]?[^\W\d_a-z]"
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ASCII_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*")
LINK_PARTS = ("://", "www.", ".com", ".org")
LINK = re.compile(r"https?://|www\.|\.com\b|\.org\b")
DATELINE_OPENING = re.compile(
    r"^[A-Z\u00c0-\u00dd][A-Z\u00c0-\u00dd .'’-]{2,30}(?:,[^—–-]{1,40})?"
    r"(?: ?\([^)]{2,30}\))? ?[—–-]+ ?\S"
)
SPEAKER = re.compile(r"^[A-Z][A-Z .'’-]{2,40}(?:, [A-Z]+)?:")
NUMBERED = re.compile(r"^\(?#?\d{1,3}[.)] \S")

MARKS = (
    ("pipe", "|"), ("copyright sign", "©"), ("at sign", "@"), ("colon", ":"), ("slash", "/"),
    ("exclamation", "!"), ("question", "?"), ("dots", "..."), ("ellipsis", "…"),
)  # fmt: skip

LENGTH_STEPS = (1, 2, 3, 4, 6, 9, 13, 19, 31, 61)
# Of names that many lines have in common, so many are kept for the next line: half the time goes
# into writing them.
KEPT = 4096
SHARE_STEPS = (0.02, 0.15, 0.3, 0.5, 0.7, 0.9)
# One word of a class in a sentence says nothing ("declined to comment"); a line of them does.
CUE_STEPS = (0.08, 0.16, 0.3, 0.6)
CUE_LINE = 0.2
# Words are compared by their beginnings: "refuses" and "refused" are one.
STEM = 6
COUNT_STEPS = (1, 2, 3, 5, 8)


class Shape(NamedTuple):
    """What one line shows; `signature` is what its neighbours are told of it.

    `kind` is one letter: prose, a sentence, a title, a few words, meta (dated or by someone).
    """

    key: str
    words: int
    ends_sentence: bool
    prose: bool
    kind: str
    vocabulary: frozenset[str]
    proper: frozenset[str]
    cues: dict[str, float]
    names: list[str]
    signature: list[str]


def step(value: float, steps: Sequence[float]) -> int:
    """The number of steps that `value` reaches."""
    return bisect_right(steps, value)


def shape(line: str) -> Shape:
    """What a line shows by itself; `line` is stripped and not empty.

    Cost: bounded; only both ends of a long line are read.
    """
    head = line[:HEAD_CHARS]
    tail = line[-TAIL_CHARS:]
    words = count_words(line, head)
    tokens: list[str] = (ASCII_WORD if head.isascii() else WORD).findall(head)
    lowered = [token.lower() for token in tokens]
    ending = lowered if len(line) <= HEAD_CHARS else words_of(tail)
    ends_sentence = SENTENCE_END.search(tail) is not None
    sentences = len(SENTENCE_INSIDE.findall(head)) + ends_sentence + (len(line) > HEAD_CHARS)
    prose = (words >= PROSE_WORDS and ends_sentence) or (sentences >= 2 and words >= 9)
    length = step(words, LENGTH_STEPS)

    function_words = sum(map(FUNCTION_WORDS.__contains__, lowered))
    sentence = ends_sentence and words >= SENTENCE_WORDS
    cues = cue_shares(lowered, SENTENCE_CUES if sentence else None)
    meta = [*times(head, lowered, words), *people(head, tail, words)] if words <= META_WORDS else []
    opening = openings(head)
    marked = marks(head)
    capitalised = [token for token in tokens if token[0].isupper()]
    case = capitals(capitalised, len(tokens), length)
    names = list(
        outer_names(
            length,
            line[0],
            line[-1],
            ends_sentence,
            step(function_words / (len(lowered) or 1), SHARE_STEPS),
            step(sentences, COUNT_STEPS),
        )
    )
    names += case
    names += marked
    names += opening
    for name in meta:
        names.append(name)
        names.append(f"{name},{length}")
    names += cue_names(cues, lowered, ending, words, ends_sentence)
    names += wording(lowered, ending, words, sentence)

    # The first word has a capital anyway.
    inner = capitalised[1:] if tokens and tokens[0][0].isupper() else capitalised
    kind = kind_of(words, prose, ends_sentence, bool(meta))
    signature = [f"kind={kind}", names[0], names[2]]
    signature += meta
    signature += opening
    if "upper" in case:
        signature.append("upper")
    signature += [f"cue={cue}" for cue, share in cues.items() if share >= CUE_LINE]
    if lowered and words <= LEXICAL_WORDS:
        signature.append(f"w0={lowered[0]}")
    return Shape(
        key=head.strip(" \t\xa0|.,:;-–—•*·\"'“”").casefold(),
        words=words,
        ends_sentence=ends_sentence,
        prose=prose,
        kind=kind,
        vocabulary=frozenset([token[:STEM] for token in lowered if len(token) >= 4]),
        proper=frozenset([token for token in inner if len(token) >= 3]),
        cues=cues,
        names=names,
        signature=signature,
    )


@lru_cache(maxsize=KEPT)
def outer_names(
    length: int, first: str, last: str, ends_sentence: bool, function: int, sentences: int
) -> tuple[str, ...]:
    """Length, both ends and make-up; `function` and `sentences` are steps."""
    return (
        f"len={length}",
        f"first={character_class(first)}",
        f"last={character_class(last)}",
        f"len,end={length},{ends_sentence}",
        f"function={function}",
        f"sentences={sentences}",
    )


def cue_shares(lowered: Sequence[str], only: frozenset[str] | None) -> dict[str, float]:
    """The share of the line's words in each class of cue words, where it is more than chance."""
    counts: dict[str, int] = {}
    for token in filter(CUES.__contains__, lowered):
        for cue in CUES[token]:
            counts[cue] = counts.get(cue, 0) + 1
    return {
        cue: count / len(lowered)
        for cue, count in sorted(counts.items())
        if count / len(lowered) >= CUE_STEPS[0] and (only is None or cue in only)
    }


def cue_names(
    cues: dict[str, float],
    lowered: Sequence[str],
    ending: Sequence[str],
    words: int,
    ends_sentence: bool,
) -> list[str]:
    """The classes of cue words in the line, at its start and at its end."""
    size = step(words, (3, 7, 13, 31))
    names = [f"cue={cue},{step(share, CUE_STEPS)},{size}" for cue, share in cues.items()]
    names += [f"cue first={cue},{size}" for first in lowered[:1] for cue in CUES.get(first, ())]
    last = {cue for token in ending[-LAST_WORDS:] for cue in CUES.get(token, ())}
    if not last:
        return names
    if ends_sentence and words >= SENTENCE_WORDS:
        last &= SENTENCE_CUES
    size = step(words, (7, 13, 31))
    return names + [f"cue last={cue},{size},{ends_sentence}" for cue in sorted(last)]


def count_words(line: str, head: str) -> int:
    """The number of words, by spaces or, in scripts without, by length."""
    words = line.count(" ") + 1
    if words * UNSPACED_CHARS < len(line) and not head.isascii():
        return len(line) // UNSPACED_CHARS
    return words


def kind_of(words: int, prose: bool, ends_sentence: bool, meta: bool) -> str:
    """One letter for the line: the pattern of these tells a list of teasers from an article."""
    if prose:
        return "p"
    if meta and words <= PROSE_WORDS:
        return "m"
    if words <= 3:
        return "w"
    return "s" if ends_sentence else "t"


def character_class(character: str) -> str:
    """`U`pper, `l`ower, `d`igit, `o`ther letter, or the mark itself."""
    if character.isalpha():
        return "U" if character.isupper() else "l" if character.islower() else "o"
    return "d" if character.isdigit() else character


def capitals(capitalised: Sequence[str], tokens: int, length: int) -> list[str]:
    """How the words are capitalised."""
    if not tokens:
        return ["wordless"]
    share = step(len(capitalised) / tokens, SHARE_STEPS)
    names = [f"caps={share}", f"len,caps={length},{share}"]
    if 2 * len([token for token in capitalised if len(token) > 1 and token.isupper()]) > tokens:
        names.append("upper")
        names.append(f"upper,{length}")
    return names


def marks(head: str) -> list[str]:
    """The signs in the line."""
    names = [name for name, mark in MARKS if mark in head]
    names.append(f"digits={step(len(DIGIT.findall(head)) / len(head), SHARE_STEPS)}")
    if '"' in head or "“" in head or "„" in head or "«" in head:
        names.append("quote")
    if head[0] in "([" and head[-1] in ")]":
        names.append("in brackets")
    lower = head.lower()
    if any(part in lower for part in LINK_PARTS) and LINK.search(lower):
        names.append("link")
    return names


def openings(head: str) -> list[str]:
    """How the line begins."""
    names = []
    if head[0] in BULLETS:
        names.append("bullet")
    if NUMBERED.match(head):
        names.append("numbered")
    if DATELINE_OPENING.match(head):
        names.append("dateline opening")
    if SPEAKER.match(head):
        names.append("speaker")
    return names


def words_of(text: str) -> list[str]:
    """The words in small letters."""
    return [token.lower() for token in WORD.findall(text)]


def wording(lowered: Sequence[str], ending: Sequence[str], words: int, sentence: bool) -> list[str]:
    """The words themselves: all of a short line, the first and last of a long one."""
    if not lowered:
        return []
    names = [f"w0={lowered[0]}"]
    if words > LEXICAL_WORDS:
        names += [f"lw={token}" for token in lowered[:FIRST_WORDS]]
        names += [f"le={token}" for token in ending[-3:]]
        return names
    mark = "ws" if sentence else "w"
    names += [f"{mark}={token}" for token in dict.fromkeys(lowered)]
    if len(lowered) <= 5:
        names += [f"sw={token}" for token in dict.fromkeys(lowered)]
    if len(lowered) <= PAIRED_WORDS:
        names += [f"{mark}={left} {right}" for left, right in pairwise(lowered)]
    return names
