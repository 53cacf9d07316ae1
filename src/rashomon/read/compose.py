"""The parts of a record as the page that a publisher would make of them.

Records know what a page shows: which words are the headline and who signed. Written out as a
page, they go the way of every page, and each part is characters of a text that can be cited.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.decode import canonical
from rashomon.read.limits import Limits
from rashomon.read.sniff import find_form
from rashomon.text.normal import letters_of

_MARKUP = re.compile(
    r"<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|section|article|table|figure|span|a|strong|em|b|i)"
    r"(?:\s[^<>]*)?/?>",
    re.I,
)
_SIGNED = re.compile(r"(?:by|von|par|por|di|door|av)\s", re.I)
_DOCUMENT = re.compile(r"(?:\s|<!--.{0,5000}?-->)*+<(?:!doctype|html)\b", re.I | re.S)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_WRAPPED = range(45, 110)  # characters of a line that a program broke
_SPACE = re.compile(r"\s+")
_ENDS_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


@dataclass(frozen=True, slots=True)
class Parts:
    """What a record says of one article, each part in the words of the record.

    `credits` are agencies and others that the text comes from, `notice` what is said of rights;
    `markup` is None where the record does not say whether its body is HTML.
    """

    id: str
    body: str
    markup: bool | None = None
    headline: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    place: str | None = None
    published: str | None = None
    modified: str | None = None
    captured: str | None = None
    section: str | None = None
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    notice: str | None = None


def compose(parts: Parts, limits: Limits, clean: bool = False) -> Page | Skip:
    """The page that shows the parts: a document where the body is HTML, else lines of text.

    A body that is a whole document stays as it is. With `clean`, a text is an article's body and
    nothing else: a document of its paragraphs where other parts are to be shown, so that no line
    of it has to be told apart from theirs.
    """
    html = bool(_MARKUP.search(parts.body)) if parts.markup is None else parts.markup
    if clean and not html and _shows_more(parts):
        html, parts = True, replace(parts, body=_marked_up(parts.body))
    whole = html and find_form(parts.body, "") is Form.HTML and _is_document(parts.body)
    text = parts.body if whole else _document(parts) if html else "\n".join(_lines(parts))
    size = len(text.encode("utf-8", "replace"))
    if size > limits.page_bytes:
        detail = f"{size} bytes, {limits.page_bytes} allowed"
        return Skip(parts.id, Stage.READ, Cause.TOO_LARGE, detail)
    if not parts.body.strip():
        return Skip(parts.id, Stage.READ, Cause.EMPTY, "a body without a visible character")
    text = canonical(text)
    form = Form.HTML if html else Form.CLEAN if clean and text == parts.body else Form.TEXT
    return Page(
        id=parts.id,
        text=text,
        form=form,
        content_hash=hashlib.sha256(text.encode()).hexdigest(),
        url=parts.url,
        outlet=parts.outlet,
        published=parts.published,
        captured=parts.captured,
    )


def _is_document(body: str) -> bool:
    return bool(_DOCUMENT.match(body[:10_000]))


def _marked_up(body: str) -> str:
    """The paragraphs of a text, which blank lines part, or else the ends of lines."""
    parted = (
        _BLANK_LINE.split(body.strip()) if _BLANK_LINE.search(body.strip()) else body.split("\n")
    )
    return "\n".join(f"<p>{_broken(piece)}</p>" for piece in parted if piece.strip())


def _broken(paragraph: str) -> str:
    """The lines of a paragraph: of one that was wrapped, where they end means nothing."""
    lines = [escape(line.strip()) for line in paragraph.split("\n")]
    wrapped = all(len(line) in _WRAPPED for line in lines[:-1])
    return ("\n" if wrapped else "<br>\n").join(lines)


def _lines(parts: Parts) -> Iterator[str]:
    """The lines of a page of plain text; without parts to show, the body as it is."""
    above = [[line] for line in (_headline(parts), _standfirst(parts)) if line]
    signed = [_byline(parts)] if parts.authors else []
    signed += [*parts.credits]
    signed += _dates(parts)
    if _shows_more(parts):
        above.append(signed)
        for group in filter(None, above):
            yield from (_one_line(line) for line in group)
            yield ""
    yield parts.body
    if parts.notice:
        yield from ("", _one_line(parts.notice))


def _document(parts: Parts) -> str:
    """An HTML document whose head comes first, so that it is heard before the body's markup."""
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f"<html lang={_quoted(parts.language)}>" if parts.language else "<html>",
            "<head>",
            *_head(parts),
            "</head>",
            "<body>",
            "<article>",
            *_above(parts),
            f"<div>{parts.body}</div>",
            *([f"<footer><p>{_shown(parts.notice)}</p></footer>"] if parts.notice else []),
            "</article>",
            "</body>",
            "</html>",
        ]
    )


def _head(parts: Parts) -> Iterator[str]:
    yield '<meta charset="utf-8">'
    linked = json.dumps(_linked(parts), ensure_ascii=False)
    for character, written in _ENDS_IN_SCRIPT.items():
        linked = linked.replace(character, written)
    yield f'<script type="application/ld+json">{linked}</script>'
    if parts.headline:
        yield f"<title>{_shown(parts.headline)}</title>"
    metas = (
        ("property", "og:type", "article"),
        ("property", "og:title", parts.headline),
        ("property", "og:site_name", parts.outlet),
        ("property", "article:published_time", parts.published),
        ("property", "article:modified_time", parts.modified),
        ("property", "article:section", parts.section),
        *(("name", "author", author) for author in parts.authors),
    )
    for attribute, name, value in metas:
        if value:
            yield f'<meta {attribute}="{name}" content={_quoted(value)}>'
    if parts.url:
        yield f'<link rel="canonical" href={_quoted(parts.url)}>'


def _linked(parts: Parts) -> dict[str, Any]:
    """The head's statements as schema.org names them."""
    stated = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": parts.headline,
        "datePublished": parts.published,
        "dateModified": parts.modified,
        "dateline": parts.place,
        "articleSection": parts.section,
        "inLanguage": parts.language,
        "author": [{"@type": "Person", "name": author} for author in parts.authors],
        "publisher": parts.outlet and {"@type": "Organization", "name": parts.outlet},
        "sourceOrganization": [{"@type": "Organization", "name": name} for name in parts.credits],
    }
    return {key: value for key, value in stated.items() if value}


def _above(parts: Parts) -> Iterator[str]:
    if _headline(parts):
        yield f"<h1>{_shown(parts.headline)}</h1>"
    if _standfirst(parts):
        yield f'<p class="standfirst">{_shown(parts.standfirst)}</p>'
    if parts.authors:
        yield f'<p class="byline">{_shown(_byline(parts))}</p>'
    yield from (f'<p class="byline">{_shown(name)}</p>' for name in parts.credits)
    yield from (f'<p class="date">{_shown(line)}</p>' for line in _dates(parts))


def _dates(parts: Parts) -> Iterator[str]:
    """The lines that say where and when; no place that the body begins with."""
    place = None if _begins(parts, parts.place) else parts.place
    published = f"Published: {parts.published}" if parts.published else None
    if place or published:
        yield " | ".join(filter(None, (place, published)))
    if parts.modified:
        yield f"Updated: {parts.modified}"


def _shows_more(parts: Parts) -> bool:
    """Whether a page would show more than the body; of a date alone it is enough to know it."""
    return bool(_headline(parts) or _standfirst(parts) or parts.authors or parts.credits)


def _headline(parts: Parts) -> str | None:
    """The headline, unless the body begins with it."""
    return None if _begins(parts, parts.headline) else parts.headline


def _standfirst(parts: Parts) -> str | None:
    """The standfirst, unless it is the body's own beginning, maybe cut off."""
    return None if _begins(parts, parts.standfirst) else parts.standfirst


def _begins(parts: Parts, text: str | None) -> bool:
    letters = letters_of(text or "")
    beginning = re.sub(r"<[^<>]*>", " ", parts.body[: 20 * len(text or "") + 2000])
    return letters_of(beginning).startswith(letters)


def _byline(parts: Parts) -> str:
    names = parts.authors
    listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return listed if _SIGNED.match(listed) else f"By {listed}"


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _shown(text: str | None) -> str:
    return escape(_one_line(text or ""))


def _quoted(text: str) -> str:
    return f'"{escape(_one_line(text))}"'
