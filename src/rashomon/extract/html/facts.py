"""What a document says about itself in its head: JSON-LD, Open Graph and meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# schema.org types whose fields speak of the article, not of the site, its logo or its menu.
_ARTICLE = re.compile(
    r"(?:Article|NewsArticle|Posting|Report|Review|LiveBlog|WebPage|CreativeWork|Opinion|Analysis|"
    r"Recipe|HowTo|Episode)$"
)
_NOT_ARTICLE = ("WebSite", "BreadcrumbList", "ItemList", "Organization", "ImageObject", "Comment")
_PLAIN = (
    *("headline", "datePublished", "dateModified", "description", "inLanguage"),
    "dateline",
)
_TRAILING_COMMA = re.compile(r",\s*([}\]])")  # programs write it, JSON forbids it
# Source: labels of the cards that WordPress plugins write, in the languages of the page sets.
_WRITTEN_BY = frozenset(
    "written by|verfasst von|geschrieben von|écrit par|rédigé par|escrito por|publicado por|"
    "scritto da|geschreven door|napisane przez|skriven av".split("|")
)
MAX_NODES = 20_000
MAX_JSON = 1_000_000  # characters; sites that put whole archives there say nothing about a page


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that the markup gives, and the element or key that gives it."""

    value: str
    path: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The document's own statements, in the order in which they are trusted."""

    items: tuple[tuple[str, Fact], ...]

    def all(self, *names: str) -> tuple[Fact, ...]:
        """The facts of any of the names, by name first and then by place."""
        return tuple(fact for name in names for key, fact in self.items if key == name)

    def first(self, *names: str) -> Fact | None:
        """The first fact of the first name that has one."""
        return next(iter(self.all(*names)), None)


def find_facts(tree: HtmlElement) -> Facts:
    """What the head elements and the JSON-LD of the document say."""
    items = [*_linked_data(tree), *_metas(tree)]
    items.extend(_cards(items))
    title = tree.find(".//title")
    if title is not None and title.text:
        items.append(("title", Fact(_tidy(title.text), "/html/head/title")))
    items.extend(
        ("canonical", Fact((link.get("href") or "").strip(), "link[rel=canonical]"))
        for link in tree.iterfind(".//link[@rel='canonical']")
    )
    if tree.get("lang"):
        items.append(("lang", Fact(tree.get("lang", "").strip(), "html[lang]")))
    items.extend(_root_links(tree))
    return Facts(tuple((key, fact) for key, fact in items if fact.value))


def _metas(tree: HtmlElement) -> Iterator[tuple[str, Fact]]:
    for meta in tree.iter("meta"):
        content = meta.get("content")
        if not content:
            continue
        for attribute in ("property", "name", "itemprop"):
            name = meta.get(attribute)
            if name:
                path = f"meta[{attribute}={name.strip()[:60]}]"
                # Items are what the page lists, such as the authors of the books that it cites.
                key = ("item." if attribute == "itemprop" else "") + name.strip().lower()
                yield key, Fact(_tidy(content), path)


def _cards(items: list[tuple[str, Fact]]) -> Iterator[tuple[str, Fact]]:
    """Authors in cards: a label "Written by" and its value."""
    known = dict(items)
    for number in "12":
        label, fact = known.get(f"twitter:label{number}"), known.get(f"twitter:data{number}")
        if label and fact and label.value.casefold() in _WRITTEN_BY:
            yield "card.author", fact


def _root_links(tree: HtmlElement) -> Iterator[tuple[str, Fact]]:
    """The words of links to the site's front page."""
    for number, link in enumerate(tree.iterfind(".//a[@href='/']")):
        if number == 5:
            return
        yield "root", Fact(_tidy(link.text_content()), "a[href=/]")


def _linked_data(tree: HtmlElement) -> Iterator[tuple[str, Fact]]:
    scripts = (s for s in tree.iter("script") if "ld+json" in (s.get("type") or ""))
    nodes = [
        pair
        for number, script in enumerate(scripts)
        for pair in _nodes(_load(script.text or ""), f"json-ld[{number}]")
    ]
    named = {str(node["@id"]): node for _, node in nodes if "@id" in node and "name" in node}
    for path, node in nodes:
        yield from _of_node(node, path, named)


def _load(text: str) -> Any:
    if len(text) > MAX_JSON:
        return None
    text = text.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    for version in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(version, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects that describe the page: at the top, in a list, or in a graph."""
    waiting = [(path, value)]
    seen = 0
    while waiting and seen < MAX_NODES:
        path, value = waiting.pop(0)
        seen += 1
        if isinstance(value, list):
            waiting.extend((f"{path}[{i}]", item) for i, item in enumerate(value[:200]))
        elif isinstance(value, dict):
            yield path, value
            inner = ("@graph", "mainEntity", "mainEntityOfPage")
            waiting.extend((f"{path}.{key}", value[key]) for key in inner if value.get(key))


def _of_node(
    node: dict[str, Any], path: str, named: Mapping[str, dict[str, Any]]
) -> Iterator[tuple[str, Fact]]:
    types = node.get("@type") or ""
    types = [str(t) for t in types] if isinstance(types, list) else [str(types)]
    if not any(_ARTICLE.search(t) for t in types) or all(t in _NOT_ARTICLE for t in types):
        return
    weak = "page." if all(t.endswith(("WebPage", "CreativeWork")) for t in types) else "ld."
    for key in (*_PLAIN, "articleBody"):
        if isinstance(node.get(key), str):
            yield weak + key, Fact(_tidy(node[key]), f"{path}.{key}")
    sections = node.get("articleSection")
    for section in sections if isinstance(sections, list) else [sections]:
        if isinstance(section, str):
            yield weak + "articleSection", Fact(_tidy(section), f"{path}.articleSection")
    for kind in types:
        yield "ld.type", Fact(kind, f"{path}.@type")
    if str(node.get("isAccessibleForFree")).casefold() == "false":
        yield "ld.not free", Fact("false", f"{path}.isAccessibleForFree")
    for key in ("author", "creator", "publisher", "provider", "sourceOrganization"):
        yield from _agents(node.get(key), weak + key, f"{path}.{key}", named)


def _agents(
    value: Any, key: str, path: str, named: Mapping[str, dict[str, Any]]
) -> Iterator[tuple[str, Fact]]:
    """Names of people and organisations, which are told apart by the key's ending.

    `named` are the nodes that one with an "@id" alone refers to.
    """
    for number, item in enumerate(value if isinstance(value, list) else [value]):
        place = f"{path}[{number}]" if isinstance(value, list) else path
        if isinstance(item, dict) and "name" not in item:
            item = named.get(str(item.get("@id")), item)
        if isinstance(item, str):
            yield key, Fact(_tidy(item), place)
        elif isinstance(item, dict):
            suffix = ".organisation" if str(item.get("@type", "")).endswith("Organization") else ""
            names = item.get("name")
            yield from (
                (key + suffix, Fact(_tidy(name), f"{place}.name"))
                for name in (names if isinstance(names, list) else [names])
                if isinstance(name, str)
            )


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
