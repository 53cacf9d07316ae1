"""Feeds to pages: one of each entry whose full text is in the feed, and a skip of each other.

What an entry links to is never fetched.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, Any

from lxml import etree

from rashomon.model.page import Page
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.compose import Parts, compose
from rashomon.read.feed_xml import PROLOG, alone, keep_head, parse_xml, take_entries
from rashomon.read.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOT = re.compile(r"<(?:(?:\w{1,20}:)?(?:rss|feed)|rdf:RDF)[\s>]", re.I)
_ENTRY = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)\b", re.I)
_FEED_RDF = re.compile(r"purl\.org/rss/1\.0|netscape\.com/rdf/simple/0\.9")
_HEAD = 20_000
_TAG = re.compile(r"<[^<>]*>")
_PARAGRAPH = re.compile(r"</p\s*>|<br\s*/?>\s*<br\s*/?>|\n\s*\n", re.I)
_CUT = re.compile(
    r"(?:\.\.\.|…|\[[.…\s]+\]|»|›|(?:read|continue|full)\s+(?:more|reading|story))\W*$", re.I
)
_NAME_LENGTH = 200
_MAIL = re.compile(r"\S+@\S+\s*")
# A teaser is a paragraph, as a rule of 20 to 60 words; programs for blogs cut it off at 55.
WHOLE_WORDS = 150
WHOLE_PARAGRAPHS, PARAGRAPHS_WORDS = 3, 60
MAX_ENTRIES = 20_000  # the feed of all of a podcast has 3,000
MAX_PREFIXES = 50_000  # of namespaces; 400,000 cost 40 seconds
MAX_ELEMENTS = 300_000  # that feedparser is given: each takes it some 40 microseconds


def is_feed(text: str) -> bool:
    """Whether the text is an RSS or Atom feed."""
    start = PROLOG.match(text)
    found = _ROOT.match(text, start.end() if start else 0)
    if not found:
        return False
    return not found[0].lower().startswith("<rdf") or bool(_FEED_RDF.search(text, 0, _HEAD))


def read_feed(
    text: str, name: str, limits: Limits, captured: str | None = None
) -> Iterator[Page | Skip]:
    """A page of each entry with its full text, in the order of the feed."""
    count, prefixes = len(_ENTRY.findall(text)), text.count("xmlns:")
    if count > MAX_ENTRIES:
        yield _too_large(name, f"{count} entries, {MAX_ENTRIES} allowed")
        return
    if prefixes > MAX_PREFIXES:
        yield _too_large(name, f"{prefixes} prefixes, {MAX_PREFIXES} allowed")
        return
    try:
        root = parse_xml(text)
        entries = [] if root is None else take_entries(root)
    except ValueError as error:  # names and characters that the parser lets in, and not out
        yield Skip(name, Stage.READ, Cause.BAD_RECORD, f"a feed that is no XML: {error}"[:500])
        return
    if root is None or not entries:
        yield Skip(name, Stage.READ, Cause.EMPTY, "a feed without entries")
        return
    keep_head(root)
    count = sum(1 for part in (root, *entries) for _ in part.iter())
    if count > MAX_ELEMENTS:
        yield _too_large(name, f"{count} elements, {MAX_ELEMENTS} allowed")
        return
    feed = {**_ask_feedparser(root, None)[0], "captured": captured}
    for number, entry in enumerate(entries, 1):
        # Each by itself: what one entry breaks is lost to no other.
        _, found = _ask_feedparser(root, entry)
        if found:
            yield _read_entry(found[0], feed, name, number, limits)
        else:
            detail = "an entry that cannot be understood"
            yield Skip(f"{name}#{number}", Stage.READ, Cause.BAD_RECORD, detail)


def _too_large(name: str, detail: str) -> Skip:
    return Skip(name, Stage.READ, Cause.TOO_LARGE, detail)


def _ask_feedparser(
    root: etree._Element, entry: etree._Element | None
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What feedparser makes of a feed and of one of its entries; nothing where it breaks down."""
    import feedparser  # takes its time, which other inputs need not wait for

    try:
        feed = root if entry is None else alone(root, entry)
        found = feedparser.parse(
            io.BytesIO(etree.tostring(feed, encoding="utf-8")),  # a string might be an address
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,  # what is in a page may be evidence; it is never shown as markup
            resolve_relative_uris=False,
        )
    except Exception:  # it meets fields in places where nobody put them, and trips over some
        return {}, []
    # Plain dicts: their own kind puts one date for another and warns about it.
    return dict(found["feed"]), [dict(entry) for entry in found["entries"]]


def _read_entry(
    entry: Mapping[str, Any], feed: Mapping[str, Any], name: str, number: int, limits: Limits
) -> Page | Skip:
    link = entry.get("link")
    url = link if isinstance(link, str) and link.startswith(("http://", "https://")) else None
    subject = f"{name}#{entry.get('id') or link or number}"
    full = max(
        entry.get("content") or (), key=lambda content: len(content.get("value", "")), default=None
    )
    summary = entry.get("summary_detail")
    chosen = full if full and _words(full.get("value", "")) else summary
    body = chosen.get("value", "") if chosen else ""
    reason = _teaser(body, is_content=chosen is full)
    if chosen is None or reason:
        where = f"; its page is {url}" if url else ""
        detail = (reason or "an entry without text") + where
        return Skip(subject, Stage.READ, Cause.NO_TEXT, detail[:500])
    parts = Parts(
        id=subject,
        body=body,
        markup=_is_markup(str(chosen.get("type"))),
        headline=_plain(entry.get("title_detail")),
        standfirst=_plain(summary) if chosen is full else None,
        authors=tuple(dict.fromkeys(_authors(entry.get("authors") or ()))),
        published=entry.get("published") or entry.get("updated"),
        modified=entry.get("updated") if entry.get("published") else None,
        captured=feed["captured"],
        section=next((tag["term"] for tag in entry.get("tags") or () if tag.get("term")), None),
        outlet=(entry.get("source") or {}).get("title") or _plain(feed.get("title_detail")),
        language=feed.get("language"),
        url=url,
    )
    return compose(parts, limits)


def _is_markup(kind: str) -> bool | None:
    """Whether a content of this type is HTML; RSS says so of whatever it holds."""
    return None if kind in ("text/html", "None") else kind != "text/plain"


def _teaser(body: str, *, is_content: bool) -> str | None:
    """Why the text is not a whole one; None where it is.

    What a feed gives as content is whole unless it is short and says that it goes on elsewhere.
    What it gives as a summary is whole where it is longer than any summary.
    """
    words = _words(body)
    if not words:
        return "an entry without text"
    if words >= WHOLE_WORDS:
        return None
    blocks = [piece for piece in _PARAGRAPH.split(body) if _words(piece)]
    cut = any(_CUT.search(unescape(_TAG.sub(" ", block)).strip()[-100:]) for block in blocks[-3:])
    several = len(blocks) >= WHOLE_PARAGRAPHS and words >= PARAGRAPHS_WORDS
    if cut or not (is_content or several):
        return f"a teaser of {words} words"
    return None


def _words(text: str) -> int:
    return len(unescape(_TAG.sub(" ", text)).split())


def _plain(detail: Mapping[str, Any] | None) -> str | None:
    """The words of a title or a summary, which may be markup."""
    if not detail:
        return None
    value = str(detail.get("value", ""))
    if detail.get("type") != "text/plain":
        value = unescape(_TAG.sub(" ", value))
    return " ".join(value.split()) or None


def _authors(authors: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The authors' names; RSS 2.0 writes "desk@post.example (Ada Holm)".

    Where another author comes before it, feedparser leaves "ple (Ada Holm" of that.
    """
    for author in authors[:50]:
        name = _MAIL.sub("", str(author.get("name") or "")[:_NAME_LENGTH])
        if name.count("(") > name.count(")"):
            name = name.rpartition("(")[2]
        name = name.strip(" ()") if name.startswith("(") else name.strip()
        if name:
            yield name
