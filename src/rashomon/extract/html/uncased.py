"""Names in scripts that know no capitals: Chinese, Japanese, Korean, Arabic, Hebrew and others.

Nothing in their shape tells them from other words, so they count only where a page marks an
element or a value of its head as the author's.
"""

from __future__ import annotations

import re
import unicodedata

_EASTERN = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
# What press bodies are called, and what stands beside names: reporter, text, author, editor.
_BODY = re.compile(
    r"編集|编辑|新聞|新闻|報社|报社|通信社|通讯社|日報|日报|時報|时报|電視|电视|社$|[网網]$|[报報]$|部$|"
    r"신문|일보|뉴스|통신|방송|편집|디지털|デジタル|ニュース|オンライン"
)
_BEFORE = re.compile(
    r"^(?:文|著者?|作者|執筆者?|撰文|記者|记者|取材|글)\s*[：:●・／/＝=]\s*|^本报记者\s*|^(?:記者|记者)\s+"
)
_REPORTER = re.compile(r"([\u3400-\u9fff\uac00-\ud7a3]{2,4})\s*(?:기자|특파원|記者|记者)")
_WORDS = re.compile(r"[^\s,，、/／;|・]+")
LETTERS = range(2, 7)  # of an eastern name, all words of it together
WORDS = range(2, 5)  # of a name in another script


def uncased_names(value: str) -> str | None:
    """The names before the word "reporter", or what follows "author:"; None where there is none."""
    if value.isascii():
        return None
    reporters = _REPORTER.findall(value)
    if reporters:
        return ", ".join(reporters)
    value = value.strip(" []【】《》（）()")
    rest = _BEFORE.sub("", value)
    return re.sub(r"[，、／]", ", ", rest)


def is_eastern_body(text: str) -> bool:
    """Whether the text names a paper or a desk in Chinese, Japanese or Korean."""
    return not text.isascii() and _BODY.search(text) is not None


def is_uncased_name(text: str) -> bool:
    """Whether the text can be a person's name in a script without capitals."""
    if text.isascii() or not all(map(_is_uncased, text)) or is_eastern_body(text):
        return False
    words = text.split()
    if all(_EASTERN.fullmatch(word) for word in words):
        return sum(map(len, words)) in LETTERS and len(words) <= 2
    return len(words) in WORDS


def _is_uncased(character: str) -> bool:
    kind = unicodedata.category(character)
    return character == " " or kind in ("Lo", "Lm", "Mn", "Mc")
