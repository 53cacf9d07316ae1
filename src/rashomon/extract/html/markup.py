"""Markup to a tree, within bounds that no page can use to stop the program."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

MAX_ELEMENTS = 150_000  # a front page with everything on it has 15,000
MAX_ATTRIBUTES = 3000  # the parser compares each with each: 100,000 on one tag take a minute
MAX_DEPTH = 240  # the parser itself gives up at 255 and loses what is deeper
MAX_LINES = 20_000  # the longest of 400 pages has 2,736; each takes 15 kB while it is labelled
_SAFE_CHARACTERS = 8000  # too short for a tag that could hurt
# What XML cannot hold; NUL is what browsers drop too.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# A tag up to its ">", which may stand in quoted values too; possessive, so that it is linear.
_TAG = re.compile(
    r"<(?:(?P<raw>script|style|textarea|title|!--)|[a-z](?:[^\"'>]*+"
    r"(?:\"[^\"]*+\"[^\"'>]*+|'[^']*+'[^\"'>]*+)*+)(?P<end>>)?)",
    re.I,
)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# libxml2 takes `<!DOCTYPE ... />` for an open tag, as trafilatura found out.
_DOCTYPE = re.compile(r"\s*+< ?! ?DOCTYPE([^>]*+)>", re.I)
_DECLARATION = re.compile(r"\s*+<\?xml[^>]*+(?<=\?)>")
# One class for all: lxml's own look-up asks Python for that of each element, each time it is met.
_CLASSES = etree.ElementDefaultClassLookup(element=HtmlElement)


class TooMuch(Exception):
    """The page has more of something than any page that people read; says of what."""


def parse_markup(html: str) -> HtmlElement | None:
    """The document's tree, or None where the markup holds no element.

    Errors: TooMuch for a tag that would take minutes.
    Cost: linear in the markup.
    """
    html = _without_prolog(_ILLEGAL.sub("", html))
    _check_tags(html)
    parser = HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
    )
    parser.set_element_class_lookup(_CLASSES)
    try:
        tree = document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return tree


def check_lines(text: str) -> None:
    """Nothing, or TooMuch where there are so many lines that labelling them would take minutes."""
    if text.count("\n") <= MAX_LINES:
        return
    count = sum(bool(line.strip()) for line in text.split("\n"))
    if count > MAX_LINES:
        raise TooMuch(f"{count} lines, {MAX_LINES} allowed")


def _without_prolog(html: str) -> str:
    """The markup without an XML declaration, and without a document type that ends in a slash."""
    declared = _DECLARATION.match(html)
    html = html[declared.end() :] if declared else html
    doctype = _DOCTYPE.match(html)
    bad = doctype is not None and "/" in doctype[1].rpartition("<")[2]
    return html[doctype.end() :] if doctype and bad else html


def _check_tags(html: str) -> None:
    """Nothing, or TooMuch where a tag holds so many attributes that parsing would not end."""
    position = 0
    while found := _TAG.search(html, position):
        position = found.end()
        if found["raw"]:
            position = _after_raw(html, found["raw"].lower(), position)
            continue
        if found["end"] is None:
            # A quote that never closes: the rest of the page is one tag to every parser.
            position = len(html)
        if position - found.start() > _SAFE_CHARACTERS:
            count = len(_QUOTED.sub("", html[found.start() : position]).split())
            if count > MAX_ATTRIBUTES:
                raise TooMuch(f"{count} attributes on one tag, {MAX_ATTRIBUTES} allowed")


def _after_raw(html: str, name: str, position: int) -> int:
    """Where the script, style, title or comment that begins here ends."""
    closing = re.compile("-->" if name == "!--" else f"</{name}", re.I).search(html, position)
    return closing.end() if closing else len(html)
