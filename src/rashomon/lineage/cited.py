"""Where a page says itself that a passage is another medium's: "reports:", "according to"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.model.article import Article
from rashomon.text.agencies import looks_like_agency

_BEFORE = 120  # characters above the passage that may introduce it
_AFTER = 80  # characters below it, to the end of its sentence, that may name its source
_OPENING = 2  # paragraphs
_LEAST = 60  # characters of a passage; of a shorter one nobody says whose it is
# "As Ada Holm writes in a Mellin Times piece:", "The Mellin Post reports:". Whoever only "said" or
# "wrote" something is quoted, and by more than one page.
_INTRODUCED = re.compile(
    r"((?:[A-Z][\w.&'’-]*[ ]){1,6}(?:reports?|reported|(?:piece|article|column|story|report|post)))"
    r"(?: (?:today|yesterday|on \w+))?[ ]?:[\s\"“”'‘’`]*$"
)
_NAMED = re.compile(r"\b(?:according to|reports?|reported) (?:the )?((?:[A-Z][\w.&'’-]*[ ]?){1,5})")
_MEDIUM = re.compile(
    r"(?:Times|Post|News|Today|Herald|Tribune|Journal|Gazette|Guardian|Mail|Telegraph|Star|"
    r"Chronicle|Mirror|Observer|Standard|Courier|Echo|TV|Radio|BBC|CNN)$"
)


def find_cited(text: str, passages: Iterable[tuple[int, int]]) -> str | None:
    """The words by which the page gives one of the passages to another medium, the first such."""
    for start, end in passages:
        if end - start < _LEAST:
            continue
        before = text[max(0, start - _BEFORE) : start]
        if ":" in before and (above := _INTRODUCED.search(before)):
            return " ".join(above[1].split())
        if below := _source(text[end : end + _AFTER], at_start=True):
            return below
    return None


def names_source(article: Article) -> bool:
    """Whether the opening paragraphs give another medium as the source."""
    return any(_source(span.slice(article.text)) for span in article.body[:_OPENING])


def _source(text: str, at_start: bool = False) -> str | None:
    for found in _NAMED.finditer(text):
        if at_start and text[: found.start()].strip(" ,"):
            return None
        if _is_medium(found[1].strip(" .,")):
            return " ".join(found[0].strip(" ,.").split())
    return None


def _is_medium(name: str) -> bool:
    return _MEDIUM.search(name) is not None or looks_like_agency(name)
