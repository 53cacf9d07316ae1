"""The headline among a document's headings, without the kicker that stands in it.

A document has many headings: the site's name, sections, other stories. Which of them is the
article's is told by its element, its class, its place, and above all by the head's title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.extract.html.facts import Facts
from rashomon.extract.sheet import Found, Line, Sheet, in_text
from rashomon.extract.written import find_written
from rashomon.text.normal import letters_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Parts of a heading that are none of the headline: the line over it, the date, what is unseen.
_KICKER = re.compile(
    r"kicker|over-?line|top-?line|roof-?line|super-?tit|top-?tit|sub-?(?:head|tit)|eyebrow|"
    r"dachzeile|spitzmarke|h1-?small|titleheader|pre-?(?:head|tit)|rubri|categor|"
    r"(?:^|[-_ ])dates?(?:$|[-_ ])",
    re.I,
)
_UNSEEN = re.compile(r"visually-?hidden|screen-?reader|sr-only|invisible|aural|text-hide", re.I)
_TITLED = re.compile(
    r"(?:entry|post|article|page|news|story|content|document)[-_]*(?:head)?[-_]*title|headline|"
    r"article-head|artikel-?titel",
    re.I,
)
_SITE = re.compile(r"site-?(?:title|name|desc|branding)|logo|brand|blog-?(?:title|desc)", re.I)
_BARS = re.compile(r"\s+(?:[|–—·•»«-]|::|>>)\s+|\s*[|»]\s*")
_COLON = re.compile(r"\s*:\s+")  # between a kicker and the headline
_TITLES = ("ld.headline", "og:title", "headline", "twitter:title", "dc.title", "title")
_LEADING = re.compile(r"^[\s:–—|-]+")
MAX_HEADINGS = 80
MAX_LENGTH = 300  # characters
SURE = 6  # of a heading that takes the place of the line that its label calls the headline
LIKELY = 4  # where no line is called so
POSSIBLE = 2  # where the head's title is all else that there is
NEAR = 8  # lines over the text

_key = lru_cache(maxsize=2048)(letters_of)  # each heading is held against each line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's words with and without its kicker, and how much makes it a headline."""

    text: str
    whole: str
    score: int


def find_headings(tree: HtmlElement) -> tuple[Heading, ...]:
    """The headings of the document, scored by their elements."""
    found = []
    for element in tree.iter("h1", "h2", "h3"):
        whole = _words(element, drop=_UNSEEN)
        if 0 < len(whole) <= MAX_LENGTH:
            text = _words(element, drop=_KICKER)
            found.append(Heading(text if len(_key(text)) > 7 else whole, whole, _score(element)))
        if len(found) >= MAX_HEADINGS:
            break
    return tuple(found)


def _score(element: HtmlElement) -> int:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
    score = {"h1": 3, "h2": 1}.get(str(element.tag), 0)
    if _TITLED.search(names) or "headline" in (element.get("itemprop") or ""):
        score += 3
    if _SITE.search(names) or any(a.get("href") in ("/", "./") for a in element.iter("a")):
        score -= 8
    return score - 6 if _UNSEEN.search(names) else score


def _words(element: HtmlElement, drop: re.Pattern[str]) -> str:
    return " ".join(" ".join(_pieces(element, drop)).split())


def _pieces(element: HtmlElement, drop: re.Pattern[str]) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        tag, names = str(child.tag), child.get("class") or ""
        kicker = drop is _KICKER and (tag in ("time", "small") or _KICKER.search(names))
        if not kicker and not _UNSEEN.search(names):
            yield from _pieces(child, drop)
        if child.tail:
            yield child.tail


def find_html_headline(
    sheet: Sheet,
    facts: Facts,
    headings: Sequence[Heading],
    labelled: Found[str] | None,
    site: Sequence[str],
) -> Found[str] | None:
    """The heading that is the headline, as the page shows it; None leaves it to the labels.

    It takes the place of the line that is labelled so only where much more speaks for it.
    """
    titles = [fact.value for fact in facts.all(*_TITLES)]
    ranks = [_rank(heading, titles, sheet, site) for heading in headings]
    own = _key(labelled.value) if labelled else ""
    least = max(
        (r for r, h in zip(ranks, headings, strict=True) if _key(h.whole) == own), default=3
    )
    if headings:
        rank = max(ranks)
        heading = headings[ranks.index(rank)]
        same = labelled is not None and own in (_key(heading.whole), _key(heading.text))
        # One word alone is as often a section's.
        needed = LIKELY if " " in heading.text and not labelled else max(SURE, least + 2)
        if rank >= needed or (same and rank >= LIKELY):
            found = _place(sheet, _without_kicker(heading, titles))
            if found:
                return found
    if labelled:
        return _trimmed(sheet, labelled, titles)
    return _right_above(sheet, [h for r, h in zip(ranks, headings, strict=True) if r >= POSSIBLE])


def _right_above(sheet: Sheet, headings: Sequence[Heading]) -> Found[str] | None:
    """The last heading that stands between the menu and the text, be it unlike the head's title.

    Sites give one title to all their pages, or one of their own to search engines.
    """
    for line in reversed(sheet.lines[max(0, sheet.first - NEAR) : sheet.first]):
        for heading in headings:
            if " " in heading.text and heading.score > 0 and _key(heading.text) == _key(line.text):
                return _place(sheet, heading.text)
    return None


def _rank(heading: Heading, titles: Sequence[str], sheet: Sheet, site: Sequence[str]) -> int:
    key, rank = _key(heading.text), heading.score
    keys = {_key(heading.text), _key(heading.whole)}
    firsts = {_key(part) for title in titles for part in (title, _BARS.split(title)[0])}
    if keys & firsts:
        rank += 5
    elif keys & {_key(part) for title in titles for part in _COLON.split(title)}:
        rank += 4
    elif " " in heading.text and any(key in _key(title) for title in titles):
        rank += 3
    ends = {_key(parts[-1]) for title in titles if len(parts := _BARS.split(title)) > 1}
    if key in {_key(name) for name in site} or key in ends - firsts:
        rank -= 5
    line = next((n for n in sheet.lines if key and key in _key(n.text)), None)
    return rank + (1 if line and line.index <= sheet.first + 6 else -5)


def _without_kicker(heading: Heading, titles: Sequence[str]) -> str:
    """The heading without what stands before the title that the head gives, or without a date."""
    if heading.text != heading.whole:
        return _LEADING.sub("", heading.text)
    return _part_in_head(heading.whole, titles) or _without_date(heading.whole)


def _without_date(text: str) -> str:
    dates = find_written(text)
    if dates and dates[0].start == 0 and len(text) > dates[0].end + 12:
        return _LEADING.sub("", text[dates[0].end :])
    return text


def _part_in_head(text: str, titles: Sequence[str]) -> str | None:
    """The beginning or end of the text that the head gives as the title, if most of it is."""
    key = _key(text)
    for title in titles[:4]:
        own = _key(title)
        if own == key:
            return None
        if len(own) * 2 < len(key) or " " not in title.strip():
            continue
        if key.endswith(own):  # at its end the head may just be shorter
            return _LEADING.sub("", _after(text, len(key) - len(own)))
    return None


def _after(text: str, letters: int) -> str:
    """What follows so many letters of the text and the marks behind them."""
    count = 0
    for at, character in enumerate(text):
        if count == letters and (character.isalnum() or character in "\"„“«'‘("):
            return text[at:]
        count += len(_key(character))
    return ""


def _trimmed(sheet: Sheet, labelled: Found[str], titles: Sequence[str]) -> Found[str]:
    """The line without a date before it, or what stands before the title that the head gives."""
    value = _without_date(labelled.value)
    value = _part_in_head(value, titles) or value
    return (_place(sheet, value) if value != labelled.value else None) or labelled


def _place(sheet: Sheet, text: str) -> Found[str] | None:
    """The words where the page first shows them, nearest to its text."""
    near = sorted(
        (line for line in sheet.lines if len(line.text) <= 2 * MAX_LENGTH),
        key=lambda line: (line.index > sheet.first, abs(line.index - sheet.first)),
    )
    for line in near:
        span = _span(line, text)
        if span:
            shown = " ".join(line.text[slice(*span)].split())
            start, end = (line.start + at for at in span)
            return Found(shown, (in_text(start, end, "heading"),))
    return None


def _span(line: Line, text: str) -> tuple[int, int] | None:
    at = line.text.find(text)
    if at >= 0:
        return at, at + len(text)
    if _key(text) and _key(text) == _key(line.text):
        return 0, len(line.text)
    return None
