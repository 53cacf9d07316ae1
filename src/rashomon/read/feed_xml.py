"""A feed as XML that its parser can be given: what is hostile or broken in it ends here."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from lxml import etree

# Source: the namespaces' own documents; those of RSS before 2.0, and of none, are RSS's.
_PREFIXES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "atom": "http://www.w3.org/2005/Atom",
}
_NAMESPACES = frozenset(
    (
        *_PREFIXES.values(),
        "http://purl.org/atom/ns#",
        "http://www.w3.org/1999/xhtml",
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss",
        "http://backend.userland.com/rss2",
        "http://blogs.law.harvard.edu/tech/rss",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    )
)
_ENTRIES = ("item", "entry")
_OF_FEED = ("channel", "title", "language")
MAX_FIELDS = 500  # of an entry or a feed: authors cost the square of their number
PROLOG = re.compile(
    r"(?:\s+|<\?[^>]{0,500}>|<!--.{0,5000}?-->|<!doctype[^>\[]{0,500}(?:\[[^\]]{0,5000}\]\s{0,100})?>)*+",
    re.S | re.I,
)
# What XML cannot hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"&#(?:0*+([0-9]*+)|x0*+([0-9A-F]*+));", re.I)
# A section that is taken as it is, to its end or the feed's; or what may be a character's name.
_NAMED = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!#(?:[0-9]++|x[0-9A-Fa-f]++);)([A-Za-z][A-Za-z0-9]{0,31};)?",
    re.S,
)
_WRITTEN = {"": "&#38;", "amp;": "&#38;", "lt;": "&#60;", "gt;": "&#62;"}


def parse_xml(text: str) -> etree._Element | None:
    """The feed's tree, without entities and beyond no depth: what is hostile ends here."""
    text = _NAMED.sub(_named, _NUMBER.sub(_numbered, _ILLEGAL.sub("", text)))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    start = PROLOG.match(text)
    try:
        return etree.fromstring(text[start.end() if start else 0 :].encode(), parser)
    except etree.XMLSyntaxError:
        return None


def take_entries(root: etree._Element) -> list[etree._Element]:
    """The entries, taken out of the feed, each with the fields alone that are read."""
    entries = [
        element
        for element in root.iter("{*}item", "{*}entry")
        if element is not root and not any(_local(up) in _ENTRIES for up in element.iterancestors())
    ]
    for entry in entries:
        above = entry.getparent()
        if above is not None:
            above.remove(entry)
        for field in list(entry):
            _keep_known(entry, field)
        del entry[MAX_FIELDS:]
    return entries


def keep_head(root: etree._Element) -> None:
    """Leaves of the feed, whose entries are taken, what is read of it: its name and language."""
    channels = [child for child in root if _name(child) == "channel"]
    for above in (root, *channels):
        for child in list(above):
            if _name(child) not in _OF_FEED:
                above.remove(child)
        del above[MAX_FIELDS:]


def _name(element: etree._Element) -> str:
    """The element's name without its namespace, declared or not."""
    return _local(element).rpartition(":")[2].lower()


def _keep_known(entry: etree._Element, field: etree._Element) -> None:
    """Leaves a field of a known namespace, also of one whose prefix is not declared."""
    tag = field.tag if isinstance(field.tag, str) else "?:"
    prefix, colon, local = tag.partition(":")
    if tag.startswith("{"):
        known = tag[1:].partition("}")[0] in _NAMESPACES
    elif prefix.lower() in _PREFIXES and local.isascii() and local.isalpha():
        known, field.tag = True, f"{{{_PREFIXES[prefix.lower()]}}}{local}"
    else:
        known = not colon
    if not known:
        entry.remove(field)
    elif field.text and not len(field) and "]]>" not in field.text:
        field.text = etree.CDATA(
            field.text
        )  # markup in entities takes the parser three times as long


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def alone(root: etree._Element, entry: etree._Element) -> etree._Element:
    """A feed of the same kind that holds the entry and nothing else."""
    known = str(root.tag)[1:].partition("}")[0] in _NAMESPACES
    bare = etree.Element(root.tag if known else _local(root).rpartition(":")[2])
    bare.append(entry)
    return bare


def _numbered(found: re.Match[str]) -> str:
    """The number as it is, where it is a character's in XML; else what browsers take it for."""
    digits = found[1] or found[2] or "0"
    code = int(digits, 10 if found[1] else 16) if len(digits) <= 8 else 0
    if 0x80 <= code < 0xA0:
        return unescape(found[0])
    return "\ufffd" if code > 0x10FFFF or _ILLEGAL.match(chr(code)) else f"&#{code};"


def _named(found: re.Match[str]) -> str:
    """The character that HTML calls by the name, else the ampersand as one.

    As numbers: behind its first error in a document, libxml2 drops even `&lt;`.
    """
    if found[0].startswith("<"):
        return found[0]
    name = found[1] or ""
    if name in _WRITTEN:
        return _WRITTEN[name]
    named = html5.get(name) or found[0]
    return "".join(
        f"&#{ord(character)};" if character in "<>&" else character for character in named
    )
