"""HTML pages as lines of text, each with what the markup around it says."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import html as lxml_html

BLOCK_TAGS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr label legend li main "
    "nav ol option p pre section select summary table tbody td textarea tfoot th thead title tr ul"
    .split()
)  # fmt: skip
SILENT_TAGS = frozenset("script style noscript template svg iframe object head link meta".split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
MAX_DEPTH = 200
# Longer lists of classes are machine-made and name everything.
MAX_NAMES_CHARS = 400
SPACE = re.compile(r"\s+")
TAG_HINTS = {
    "figcaption": "caption",
    "nav": "navigation",
    "footer": "navigation",
    "button": "navigation",
    "select": "navigation",
    "form": "navigation",
    "aside": "related",
    "time": "dateline",
}
NAME_HINTS = (
    ("caption", r"caption|photo-?credit|image-?credit|bildunterschrift|legende|wp-caption"),
    ("comment", r"\bcomment(?!s?-?(?:count|link|number|off))|disqus|\brespond\b|kommentar"),
    ("promotion", r"newsletter|subscri|sign-?up|paywall|promo|\bads?\b|advert|sponsor|abo-|donat"),
    (
        "notice",
        r"copyright|disclaimer|cookie|gdpr|consent|\blegal\b|imprint|correction"
        r"|author-?(?:bio|desc|box)",
    ),
    ("byline", r"by-?line|\bauthors?\b|\bvcard\b|autor\b|writer"),
    ("dateline", r"\bdate|timestamp|published|pub-?date|posted-on|entry-date|\btime\b|datum"),
    (
        "standfirst",
        r"standfirst|sub-?title|\bdeck\b|\bdek\b|sub-?head(?:line)?|\bexcerpt|\blede?\b|\bintro\b"
        r"|chapeau|teaser-text",
    ),
    (
        "related",
        r"relat|recommend|trending|popular|most-?(?:read|viewed)|more-|teaser|also-|recirc|latest"
        r"|read-?next|sidebar|widget|outbrain|taboola|promoted",
    ),
    (
        "navigation",
        r"\bnav|menu|breadcrumb|share|social|footer|header|toolbar|tags?\b|categor|pagination|login"
        r"|search|meta\b|skip",
    ),
)
HINTS = tuple((label, re.compile(pattern)) for label, pattern in NAME_HINTS)


class RawLine(NamedTuple):
    """One line as rendered, with what the markup says about it."""

    text: str
    tag: str
    hint: str | None
    linked: float
    heading: int


class Context(NamedTuple):
    """What the elements around a piece of text say."""

    tag: str
    hint: str | None
    link: bool
    heading: int


class Renderer:
    """The lines of one document, in its order."""

    def __init__(self) -> None:
        self.lines: list[RawLine] = []
        self.buffer: list[tuple[str, bool]] = []

    def flush(self, context: Context) -> None:
        """Ends a line."""
        text = squeeze("".join(part for part, _ in self.buffer))
        if text:
            whole = sum(len(part.strip()) for part, _ in self.buffer) or 1
            linked = sum(len(part.strip()) for part, link in self.buffer if link) / whole
            self.lines.append(RawLine(text, context.tag, context.hint, linked, context.heading))
        self.buffer.clear()

    def walk(self, element, outer: Context, depth: int) -> None:
        """Takes the element's text and all that is in it."""
        if not is_shown(element) or depth > MAX_DEPTH:
            return
        block = element.tag in BLOCK_TAGS
        if block:
            self.flush(outer)
        inner = context_of(element, outer)
        if element.text:
            self.buffer.append((element.text, inner.link))
        for child in element:
            self.walk(child, inner, depth + 1)
            if child.tail:
                self.buffer.append((child.tail, inner.link))
        if block:
            self.flush(inner)


def squeeze(text: str) -> str:
    return SPACE.sub(" ", text).strip()


def is_shown(element) -> bool:
    if not isinstance(element.tag, str) or element.tag in SILENT_TAGS:
        return False
    return "display:none" not in (element.get("style") or "").replace(" ", "")


def context_of(element, outer: Context) -> Context:
    # The outer comment area or caption wins over what is inside, else the inner one does.
    own = None if outer.hint in ("comment", "caption") else hint_of(element)
    return Context(
        element.tag if element.tag in BLOCK_TAGS else outer.tag,
        own or outer.hint,
        outer.link or element.tag == "a",
        HEADINGS.get(element.tag, outer.heading),
    )


def hint_of(element) -> str | None:
    if element.tag in TAG_HINTS:
        return TAG_HINTS[element.tag]
    names = " ".join(element.get(name) or "" for name in ("class", "id", "itemprop", "rel"))
    if not names.strip() or len(names) > MAX_NAMES_CHARS:
        return None
    if element.tag in ("body", "html", "main", "article"):
        return None
    names = names.lower().replace("_", "-")
    return next((label for label, pattern in HINTS if pattern.search(names)), None)


def parse(markup: bytes):
    """The document, read as UTF-8 where it is that, whatever it says."""
    try:
        markup.decode("utf-8")
    except UnicodeDecodeError:
        return lxml_html.fromstring(markup)
    return lxml_html.fromstring(markup, parser=lxml_html.HTMLParser(encoding="utf-8"))


def raw_lines(markup: bytes) -> list[RawLine]:
    """The page's lines in order of the document."""
    root = parse(markup)
    body = root.find(".//body")
    renderer = Renderer()
    renderer.walk(body if body is not None else root, Context("body", None, False, 0), 0)
    return renderer.lines


def first_of(markup: bytes, *paths: str) -> str:
    """The first text that one of the XPaths finds, else nothing."""
    root = parse(markup)
    for path in paths:
        found = root.xpath(path)
        if found and squeeze(str(found[0])):
            return squeeze(str(found[0]))
    return ""


def page_title(markup: bytes) -> str:
    return first_of(markup, "//meta[@property='og:title']/@content", "//title/text()")


def page_description(markup: bytes) -> str:
    return first_of(
        markup,
        "//meta[@property='og:description']/@content|//meta[@name='description']/@content",
    )
