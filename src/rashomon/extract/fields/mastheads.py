"""Names over the article that only their place and shape tell to be the outlet's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rashomon.extract.fields.names import is_furniture, is_role, looks_like_outlet, outlet_case
from rashomon.extract.page_kind import RELEASE
from rashomon.extract.sheet import Found, Line, Sheet, in_text
from rashomon.model.article import Label
from rashomon.text.agencies import looks_like_agency

TOP_LINES = 3  # a masthead stands over its menu
SHOWN_LINES = 12
MAX_WORDS = 5
_BAR = re.compile(r"\s*[|•·]\s*")
_WORD = re.compile(r"[^\W\d_]{3,}")
# Companies publish papers; their names stand in copyright lines, not over the page.
_COMPANY = re.compile(
    r"\b(?:media|group|private|publish(?:ing|ers?)|holdings?|newspapers|communications|company|"
    r"network|enterprises?|press|digital|interactive|corporation)\b",
    re.I,
)
_OFFICE = re.compile(
    r"^(?:(?:the|federal|national|royal|state) )*(?:ministry|department|office|embassy|authority|"
    r"commission|council|secretariat|presidency|police|army|parliament|government|bank|city) of\b",
    re.I,
)
# What papers are called, at the end of their names.
_TITLES = frozenset(
    "times post herald journal guardian tribune telegraph gazette chronicle review standard mirror "
    "star sun globe mail observer independent examiner inquirer enquirer dispatch courier monitor "
    "bulletin record register sentinel ledger mercury argus echo express press reporter".split()
)


def names_in_lines(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, and of those with bars in them the pieces between, each as a line of its own."""
    for line in lines:
        pieces = list(_BAR.finditer(line.text))
        if len(pieces) < 2 or line.label in (Label.BODY, Label.HEADLINE):
            yield line
            continue
        start = 0
        for stop, following in [*(piece.span() for piece in pieces), (len(line.text), 0)]:
            yield Line(line.index, line.start + start, line.text[start:stop], line.label)
            start = following


def found_name(line: Line, method: str) -> Found[str]:
    """The line as an outlet's name; capitals become the case of running text."""
    evidence = in_text(line.start, line.end, method)
    return Found(outlet_case(line.text), (evidence,))


def find_shown_name(sheet: Sheet, owner: str) -> Found[str] | None:
    """The name over the page that belongs to the company that the page names as its owner."""
    company = {found.casefold() for found in _COMPANY.findall(owner)}
    if not company:
        return None
    words = {word.casefold() for word in _WORD.findall(owner) if not is_role(word)}
    for line in _over_headline(sheet, SHOWN_LINES):
        own = {word.casefold() for word in _WORD.findall(line.text)}
        named = line.text.casefold().startswith("the ") or looks_like_outlet(line.text)
        if named and own & words and not own >= words | company:
            return found_name(line, "name over the page, and its owner")
    return None


def find_issuer(sheet: Sheet) -> Found[str] | None:
    """The office whose name stands over a press release and again in its text."""
    head = sheet.lines[: sheet.first]
    if not any(RELEASE.search(line.text) for line in head):
        return None
    for line in head:
        if not _OFFICE.match(line.text) or line.words > 2 * MAX_WORDS:
            continue
        again = re.compile(rf"\b{re.escape(line.text)}\b", re.I)
        for other in sheet.body:
            found = again.search(other.text)
            if found:
                start = other.start + found.start()
                place = in_text(start, start + len(found[0]), "office over the release")
                return Found(found[0], (place,))
    return None


def find_top_name(sheet: Sheet) -> Found[str] | None:
    """A line at the top of the page that has the shape of a paper's name."""
    for line in _over_headline(sheet, TOP_LINES):
        words = [word.casefold() for word in _WORD.findall(line.text)]
        plain = [word for word in words if not is_role(word)]
        shaped = looks_like_outlet(line.text) and words[-1] in _TITLES and words[0] != "by"
        if shaped and plain and not is_furniture(line.text) and not looks_like_agency(line.text):
            return found_name(line, "name at the top of the page")
    return None


def _over_headline(sheet: Sheet, count: int) -> Iterator[Line]:
    top = sheet.first if sheet.headline is None else sheet.headline
    for line in names_in_lines(sheet.lines[: min(count, top)]):
        if 2 <= line.words <= MAX_WORDS and line.label not in (Label.BODY, Label.COMMENT):
            yield line
