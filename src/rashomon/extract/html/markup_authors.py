"""Who the elements of a document name as its authors: links, microdata, classes.

Makers of pages mark a signature in many ways and all the time, for the article, for its teasers
and for its comments. What is gathered here is checked against the page's lines later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from rashomon.extract.fields.names import is_person
from rashomon.extract.html.facts import Fact
from rashomon.extract.html.markup import MAX_ELEMENTS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|\d+")
_BETWEEN = re.compile(r"[^A-Za-zà-ÿ]+")
# Words of classes that mark a signature, in the languages of the public page sets.
_SIGNATURE = frozenset(
    "author authors authorname by byline bylines byl autor autores autoren autorin autore auteur "
    "reporter reporters journalist columnist postedby writtenby publishedby auteurs writer "
    "writers verfasser redacteur contributor contributors firma forfatter fn".split()
)
# Words beside them that make them something else: a picture of the author, a form's field.
_OTHER = frozenset(
    "image img avatar pic photo picture description desc comment comments reply respond form input "
    "follow social share date time hidden related teaser more posts recent widget archive archives "
    "credit caption copyright theme warning org country locality region".split()
)
# What is not about the article; a "widget" or a "sidebar" in a class may be all of the page.
_APART = frozenset("comments commentlist respond disqus recentcomments replies".split())
_SKIPPED = frozenset(
    "script style noscript template nav footer form figure figcaption aside select svg".split()
)
_META = frozenset("entry post article meta byline author authors".split())  # of a footer or aside
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:in|en|es)?|auteurs?|autore|staff|redakteur(?:in)?|writers?|profile|"
    r"people|journalists?|byline|by|team)/[^/?#]+/?$",
    re.I,
)
_NAMING = ("class", "id", "data-testid", "data-component", "data-qa")
MAX_LENGTH = 120  # characters; a longer element is the text about the author
MAX_SIGNATURES = 40
MAX_WORDS = 24  # in the classes of one element; more are the states of a whole page


def find_signatures(tree: HtmlElement) -> Iterator[Fact]:
    """The words of elements that are marked as signatures, in the order of the document.

    Cost: linear in the elements.
    """
    count = 0
    walk = etree.iterwalk(tree, events=("start",))
    for number, (_, element) in enumerate(walk):
        if number > MAX_ELEMENTS or count >= MAX_SIGNATURES:
            return
        tag = str(element.tag)
        words = _words(element)
        if (tag in _SKIPPED and not words & _META) or (tag not in _WHOLE and words & _APART):
            walk.skip_subtree()
            continue
        path = _marked(element, tag, words) if element.attrib else None
        if path is None:
            continue
        walk.skip_subtree()
        for text in _names(element):
            count += 1
            yield Fact(text, path)


def _words(element: HtmlElement) -> frozenset[str]:
    given = element.attrib
    if not given:
        return frozenset()
    return _words_of(" ".join([given[name] for name in _NAMING if name in given])[:400])


@lru_cache(maxsize=4096)  # the classes of a page repeat
def _words_of(names: str) -> frozenset[str]:
    tokens = names.split()
    if sum(len(token) < 3 for token in tokens) > 2:  # letters that stand for single styles
        tokens = [token for token in tokens if len(token) > 2]
    whole = {part.lower() for token in tokens for part in _BETWEEN.split(token)}
    # Inside of a word two or three letters are as often by chance: "kXfN2".
    return frozenset(
        whole | {w.lower() for token in tokens for w in _WORD.findall(token) if len(w) > 3}
    )


def _marked(element: HtmlElement, tag: str, words: frozenset[str]) -> str | None:
    """What marks the element as a signature; None where nothing does."""
    if "author" in (element.get("rel") or "").split() and tag != "link":
        return f"{tag}[rel=author]"
    if "author" in (element.get("itemprop") or "").lower().split() and tag != "meta":
        return f"{tag}[itemprop=author]"
    if tag == "a" and _PROFILE.search(element.get("href") or ""):
        return "a[href]"
    if words & _SIGNATURE and not words & _OTHER and len(words) <= MAX_WORDS and tag not in _WHOLE:
        return f"{tag}[class~={min(words & _SIGNATURE)}]"
    return None


_WHOLE = ("html", "body", "article", "main", "meta", "link", "img", "ul", "table")


def _names(element: HtmlElement) -> Iterator[str]:
    """The parts of the element that are names by their own marks, else all its words."""
    inner = [
        child
        for child in element.iterdescendants("a", "span", "strong", "b", "div", "meta")
        if "author" in (child.get("rel") or "").split()
        or (child.get("itemprop") or "") == "name"
        or "fn" in (child.get("class") or "").split()
        or _PROFILE.search(child.get("href") or "")
    ]
    holding = {above for child in inner for above in child.iterancestors()}
    texts = [_text(child) for child in inner if child not in holding]
    if any(texts):
        yield from dict.fromkeys(text for text in texts if 0 < len(text) <= MAX_LENGTH)
        return
    text = _text(element)
    if 0 < len(text) <= MAX_LENGTH:
        yield text
    elif text:  # a box about the author: its heading is the name
        headings = element.iterdescendants("h2", "h3", "h4", "h5", "h6", "strong", "b", "a")
        yield from [t for t in map(_text, headings) if 0 < len(t) <= MAX_LENGTH][:1]


def _text(element: HtmlElement) -> str:
    if str(element.tag) == "meta":
        return " ".join((element.get("content") or "").split())
    pieces = [" ".join(str(piece).split()) for piece in element.itertext()]
    pieces = [piece for piece in pieces if piece]
    # Each name in an element of its own, or a role in one beside it; not first and last names.
    apart = any(is_person(piece.strip(" ,;·|"), signed=True) for piece in pieces)
    return (" | " if apart else " ").join(pieces)
