"""Chinese names in two romanisations: "Mao Tse-tung" of Wade-Giles, "Mao Zedong" of pinyin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_HYPHEN = re.compile(r"[a-z]['’]?-[a-z]")
# In lower case what is left to do, in upper case what both systems come down to.
_OLD = (
    ("ng", "N"), ("uN", "oN"), ("ien", "ian"), ("yen", "yan"), ("ieh", "ie"), ("ueh", "ue"),
    ("yeh", "ye"), ("erh", "er"), ("ih", "i"), ("hs", "x"), ("tzu", "Zi"), ("ssu", "si"),
    ("ts", "Z"), ("tz", "Z"), ("ch", "C"), ("k", "K"), ("p", "P"), ("t", "T"), ("j", "R"),
)  # fmt: skip
_NEW = (
    ("ng", "N"), ("zh", "C"), ("ch", "C"), ("j", "C"), ("q", "C"), ("g", "K"), ("k", "K"),
    ("b", "P"), ("p", "P"), ("d", "T"), ("t", "T"), ("z", "Z"), ("c", "Z"), ("r", "R"),
)  # fmt: skip
_KO = re.compile(r"([Kh])o(?![uaN])")
_ENDING_R = re.compile("eR(?![aeiou])")


def same_in_chinese(
    left: Sequence[str], right: Sequence[str], left_text: str, right_text: str
) -> bool:
    """Whether one name as Wade-Giles writes it is the other in pinyin.

    Wade-Giles leaves its apostrophes out in the news, so "Chang" may be Zhang and Chang; a name
    is read so only if it has a hyphen, which pinyin has not, and the other one has none.
    """
    hyphens = [bool(_HYPHEN.search(text)) for text in (left_text, right_text)]
    if hyphens == [True, False]:
        return old_sounds(left) == new_sounds(right)
    return hyphens == [False, True] and new_sounds(left) == old_sounds(right)


def old_sounds(words: Sequence[str]) -> str:
    """What the letters of Wade-Giles stand for, without what an apostrophe would tell."""
    return _KO.sub(r"\1e", _sounds(" ".join((words[0], "".join(words[1:]))), _OLD))


def new_sounds(words: Sequence[str]) -> str:
    """What the letters of pinyin stand for, coarse enough to meet Wade-Giles."""
    return _ENDING_R.sub("er", _sounds(" ".join((words[0], "".join(words[1:]))), _NEW))


@lru_cache(maxsize=50_000)
def _sounds(name: str, changes: tuple[tuple[str, str], ...]) -> str:
    for letters, sound in changes:
        name = name.replace(letters, sound)
    return name
