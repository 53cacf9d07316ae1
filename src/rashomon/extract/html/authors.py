"""Who wrote a document: its signed lines, its marked elements and its head, held together.

What two of them say alike stands. Else what readers see beats what the head says: programs name
whoever pressed the button there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.fields.bylines import find_signed, find_unsigned
from rashomon.extract.fields.names import normal_case
from rashomon.extract.html.facts import Fact, Facts
from rashomon.extract.html.people import is_site, people_in, pieces_of
from rashomon.extract.sheet import Found, Line, Sheet, in_markup, in_text
from rashomon.model.article import Evidence, Label
from rashomon.text.agencies import looks_like_agency
from rashomon.text.normal import letters_of

_AUTHORS = (
    "ld.author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "author",
    "article:author",
    "og:author",
    "dc.creator",
    "dc:creator",
    "dcterms:creator",
    "dcterms.creator",
    "citation_author",
    "article.author",
    "authors",
    "autor",
    "author_name",
    "article:author_name",
    "cxenseparse:author",
    "bt:author",
    "shareaholic:article_author_name",
    "citation_authors",
    "card.author",
    "ld.creator",
    "page.author",
)
# Other keys that sites make up: "mrf:authors", "articleAuthor".
_NAMED_SO = re.compile(
    r"^(?!item\.|twitter:|book:)(?:.*[.:_-])?(?:article|post|content)?"
    r"(?:authors?|autor|byline|author[._-]?name)$"
)
# Where one word may be a name: programs put those of their users there.
_SINGLE = ("ld.author",)
_APART = (Label.COMMENT, Label.CAPTION, Label.RELATED, Label.PROMOTION)
_NOT_UNDER = (*_APART, Label.BODY)
# Lines over the headline, under the first paragraph and under the text where signatures stand.
ABOVE, UNDER, BELOW = 8, 6, 14
CLUSTER = 3  # lines that the names of one signature are spread over
SHORT_WORDS = 24
SINGLE_WORDS = 16  # of a line that names somebody by one word


@dataclass(frozen=True, slots=True)
class _Name:
    """A person as the page writes them, and where."""

    text: str
    evidence: tuple[Evidence, ...]
    said: bool = False


def find_html_authors(
    sheet: Sheet, facts: Facts, signatures: Sequence[Fact], site: Sequence[str]
) -> Found[tuple[str, ...]] | None:
    """The people who signed; `site` are the names that the page goes by.

    One word is a person's name where an element is marked as a signature or the head calls it a
    person, and it is none of the site's own names.
    """
    signed = _people(find_signed(sheet, near=ABOVE))
    called = frozenset(letters_of(fact.value) for fact in facts.all("ld.author", "card.author"))
    over, under, below = _marked(sheet, signatures, site, called)
    stated = _stated(sheet, facts, site)
    seen = [*signed, *under]
    names = _agreed(signed, under, stated) or (_larger(signed, under) if signed else under)
    # A reader's one word under the text is no match for a name in the head, nor is a menu.
    if not any(" " in name.text for name in seen):
        names = next((n for n in (stated, over) if any(" " in name.text for name in n)), names)
    names = _larger(names, stated) if names else stated or over or below
    names = _without_first_names(names or _people(find_unsigned(sheet, near=ABOVE), site))
    if not names:
        return None
    return Found(tuple(n.text for n in names), tuple(e for n in names for e in n.evidence))


def _people(found: Found[tuple[str, ...]] | None, site: Sequence[str] = ()) -> list[_Name]:
    """The names of lines, without the site's own."""
    pairs = zip(found.value, found.evidence, strict=True) if found else ()
    return [_Name(name, (place,)) for name, place in pairs if not is_site(name, site)]


def _agreed(*sources: list[_Name]) -> list[_Name]:
    """The people whom two of the sources name, these and no others."""
    keys = [frozenset(letters_of(n.text) for n in names) for names in sources]
    agreed = (names for key, names in zip(keys, sources, strict=True) if keys.count(key) > 1)
    return next(filter(None, agreed), [])


def _larger(seen: list[_Name], other: list[_Name]) -> list[_Name]:
    """The longer of two lists where one holds all people of the other; else the first."""
    left, right = ({letters_of(n.text) for n in names} for names in (seen, other))
    return other if left < right else seen


def _without_first_names(names: list[_Name]) -> list[_Name]:
    """The names; a single one that is part of another is the same person's."""
    words = {word for n in names if " " in n.text for word in n.text.casefold().split()}
    once = {letters_of(n.text): n for n in reversed(names) if n.text.casefold() not in words}
    return list(reversed(once.values()))


def _marked(
    sheet: Sheet, signatures: Sequence[Fact], site: Sequence[str], called: frozenset[str]
) -> tuple[list[_Name], list[_Name], list[_Name]]:
    """The names in marked elements: over the headline, under it, and under the text."""
    anchor = sheet.first if sheet.headline is None else min(sheet.headline, sheet.first)
    end = sheet.first + 1 + UNDER
    over = [n for n in sheet.lines[max(0, anchor - ABOVE) : anchor] if n.label not in _APART]
    # Between headline and text stands nobody's comment, whatever the element is called.
    under = [n for n in sheet.lines[anchor + 1 : sheet.first + 1] if n.label is not Label.CAPTION]
    under += [n for n in sheet.lines[sheet.first + 1 : end] if n.label not in _NOT_UNDER]
    below = [n for n in sheet.lines[sheet.last + 1 :][:BELOW] if n.label not in _APART]
    return (
        _one_place(_shown(over, signatures, site, called)[::-1]),
        _one_place(_shown(under, signatures, site, called)),
        # One word down there is as often a reader's.
        [n for _, n in _shown(below, signatures, site, called) if " " in n.text or n.said][:1],
    )


def _one_place(shown: list[tuple[int, _Name]]) -> list[_Name]:
    """The names that stand together with the first one."""
    return [name for index, name in shown if abs(index - shown[0][0]) <= CLUSTER]


def _shown(
    lines: Sequence[Line], signatures: Sequence[Fact], site: Sequence[str], called: frozenset[str]
) -> list[tuple[int, _Name]]:
    """The names of the signatures with the first of the lines that shows each."""
    found: dict[str, tuple[int, _Name]] = {}
    short = [line for line in lines if line.words <= SHORT_WORDS]
    for fact in signatures:
        for person in people_in(fact.value, site, single=True, also=called):
            place = next(_places(short, person), None)
            if place and letters_of(person) not in found:
                line, evidence = place
                marked = in_markup(fact.path, "marked as a signature")
                said = re.search(rf"\b(?:by|von|par|por) {re.escape(person)}", line.text, re.I)
                name = _Name(normal_case(person), (marked, evidence), said is not None)
                found[letters_of(person)] = line.index, name
    return sorted(found.values(), key=lambda pair: pair[0])


def _places(lines: Sequence[Line], person: str) -> Iterator[tuple[Line, Evidence]]:
    for line in lines:
        at = line.text.casefold().find(person.casefold())
        if at >= 0 and (" " in person or line.words <= SINGLE_WORDS):
            start = line.start + at
            yield line, in_text(start, start + len(person), "byline")


def _stated(sheet: Sheet, facts: Facts, site: Sequence[str]) -> list[_Name]:
    """The people that the head names as authors, with their places where the page shows them."""
    above = [line for line in sheet.lines[: sheet.first + 1] if line.words <= SHORT_WORDS]
    others = dict.fromkeys(key for key, _ in facts.items if _NAMED_SO.search(key))
    for key in (*_AUTHORS, *(key for key in others if key not in _AUTHORS)):
        found: dict[str, _Name] = {}
        for fact in facts.all(key):
            for person in people_in(fact.value, site, single=key in _SINGLE):
                shown = [place for _, place in _places(above, person)][:1]
                account = key == "card.author" or " " not in person
                if account and not any(_places(sheet.lines, person)):
                    continue  # whom the program knows, and readers are not told
                evidence = (in_markup(fact.path, "author in the head"), *shown)
                found.setdefault(letters_of(person), _Name(normal_case(person), evidence))
        if found:
            return list(found.values())
    return []


def credits_of(facts: Facts) -> Iterator[tuple[str, Fact]]:
    """The agencies that the head names as authors or sources."""
    for name in (
        *_AUTHORS,
        "ld.author.organisation",
        "ld.provider.organisation",
        "ld.sourceOrganization.organisation",
    ):
        for fact in facts.all(name):
            yield from (
                (piece, fact) for piece in pieces_of(fact.value) if looks_like_agency(piece)
            )
