"""Fields that the head of a document states, checked against what the page shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.extract.fields.datelines import read_dateline
from rashomon.extract.fields.names import is_furniture, looks_like_outlet
from rashomon.extract.html.facts import Fact, Facts
from rashomon.extract.sheet import Found, in_markup
from rashomon.extract.written import parse_written
from rashomon.model.article import Dateline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "ld.datePublished",
    "article:published_time",
    "item.datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "date.published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "bt:pubdate",
    "analyticsattributes.articledate",
    "page.datePublished",
)
_SECTIONS = ("article:section", "ld.articleSection", "section", "parsely-section")
MAX_SECTION = 60  # characters; what is longer lists keywords
_DATED = ("dc.date", "dcterms.date", "date")  # of whatever: the last change, the copy
_MODIFIED = (
    "ld.dateModified",
    "article:modified_time",
    "item.datemodified",
    "og:updated_time",
    "last-modified",
    "dcterms.modified",
    "lastmod",
    "page.dateModified",
)
_OUTLETS = (
    "og:site_name",
    "ld.publisher.organisation",
    "ld.publisher",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "publisher",
    "page.publisher.organisation",
)
_TITLES = (
    "ld.headline",
    "og:title",
    "headline",
    "twitter:title",
    "dc.title",
    "parsely-title",
    "title",
)
# "El Correo (English)": which of its editions the page belongs to.
_EDITION = re.compile(
    r"\s*\((?:english|español|deutsch|français|international|global|uk|usa?)(?: edition)?\)$", re.I
)
_SUFFIX = re.compile(r"\s+(?:[|–—·•»-]|::)\s+|\s*\|\s*")
# htmldate compares with the day it runs on; a page does not change with that day.
LATEST_DAY = "2100-01-01"


def titles(facts: Facts) -> tuple[str, ...]:
    """What the head calls the article, the most trusted first, each once."""
    return tuple(dict.fromkeys(fact.value for fact in facts.all(*_TITLES)))


def headline_of(facts: Facts, outlet: str | None) -> Found[str] | None:
    """The article's title without the outlet's name behind it."""
    fact = facts.first(*_TITLES)
    if fact is None:
        return None
    value = without_outlet(fact.value, outlet)
    return Found(value, (in_markup(fact.path, "title in the head"),)) if value else None


def without_outlet(title: str, outlet: str | None) -> str:
    """The title up to the last part where that is the outlet's name or looks like a site's."""
    marks = list(_SUFFIX.finditer(title))
    if not marks:
        return title
    rest, last = title[: marks[-1].start()], title[marks[-1].end() :]
    same = outlet is not None and (
        outlet.casefold() in last.casefold() or last.casefold() in outlet.casefold()
    )
    if same or (len(last.split()) <= 3 < len(rest.split())):
        return rest.strip()
    first = title[: marks[0].start()]
    if outlet is not None and first.casefold() == outlet.casefold():
        return title[marks[0].end() :].strip()
    return title


def published_of(facts: Facts) -> Found[str] | None:
    """The moment of publication that the head gives."""
    return _moment(facts, _PUBLISHED)


def published_days(facts: Facts) -> frozenset[str]:
    """Every day that the head calls the one of publication."""
    values = (parse_written(fact.value) for fact in facts.all(*_PUBLISHED))
    return frozenset(value[:10] for value in values if value)


def published_weakly(facts: Facts) -> Found[str] | None:
    """The moment that the head gives without saying of what."""
    return _moment(facts, _DATED)


def modified_of(facts: Facts) -> Found[str] | None:
    """The moment of the last change that the head gives."""
    return _moment(facts, _MODIFIED)


def _moment(facts: Facts, names: Sequence[str]) -> Found[str] | None:
    for fact in facts.all(*names):
        value = parse_written(fact.value)
        if value:
            return Found(value, (in_markup(fact.path, "date in the head"),))
    return None


def published_by_search(tree: HtmlElement) -> Found[str] | None:
    """The day that htmldate finds anywhere in the document.

    Of a year alone it makes the year's first day, so that day is taken for no answer: on the pages
    that were read it was never right.
    """
    from htmldate import find_date  # takes its time, which plain text need not wait for

    try:
        day = find_date(tree, original_date=True, max_date=LATEST_DAY)
    except Exception:  # heuristics over any tree, as in main_text
        return None
    if not day or day.endswith("-01-01"):
        return None
    return Found(day, (in_markup("/html", "htmldate"),))


def outlet_of(facts: Facts) -> Found[str] | None:
    """The outlet that the head names: the first name that another statement bears out.

    A site may call its section or its software its name; nothing else on the page does.
    """
    named = [
        Fact(_EDITION.sub("", fact.value), fact.path)
        for fact in facts.all(*_OUTLETS)
        if 1 < len(fact.value) <= 60 and "http" not in fact.value and "@" not in fact.value[:1]
    ]
    if not named:
        return None
    ends = [_SUFFIX.split(fact.value)[-1] for fact in facts.all("title", "og:title")[:2]]
    for fact in named:
        others = [*(other.value for other in named if other is not fact), *ends]
        if any(_holds(other, fact.value) for other in others):
            return Found(fact.value, (in_markup(fact.path, "outlet in the head"),))
    return Found(named[0].value, (in_markup(named[0].path, "outlet in the head"),))


def _holds(other: str, name: str) -> bool:
    """Whether the other text has the name among its words."""
    words, own = (re.sub(r"\W+", " ", text).casefold().strip() for text in (other, name))
    return f" {own} " in f" {words} "


def outlet_in_title(facts: Facts, headline: str | None) -> Found[str] | None:
    """The outlet behind the headline in the document's title: `Example headline - The Times`."""
    title = facts.first("title")
    marks = list(_SUFFIX.finditer(title.value)) if title and headline else []
    if not title or not headline or not marks:
        return None
    rest, name = title.value[: marks[-1].start()], title.value[marks[-1].end() :]
    if headline.casefold() not in rest.casefold() or not 0 < len(name.split()) <= 5:
        return None
    name = _EDITION.sub("", name.strip())
    return Found(name, (in_markup(title.path, "title with the outlet's name"),))


def outlet_at_root(facts: Facts) -> Found[str] | None:
    """The name that the link to the front page carries, where it is an outlet's."""
    for fact in facts.all("root"):
        name = fact.value
        if (
            len(name.split()) <= 5
            and not is_furniture(name)
            and (looks_like_outlet(name) or name.startswith("The "))
        ):
            return Found(name, (in_markup(fact.path, "link to the front page"),))
    return None


def section_of(facts: Facts) -> Found[str] | None:
    """The part of the outlet that the head says the article belongs to."""
    for fact in facts.all(*_SECTIONS):
        if len(fact.value) <= MAX_SECTION and "http" not in fact.value:
            return Found(fact.value, (in_markup(fact.path, "section in the head"),))
    return None


def dateline_of(facts: Facts, published: str | None) -> Found[Dateline] | None:
    """The dateline that the head states; programs fill the key with other things too."""
    for fact in facts.all("ld.dateline"):
        dateline = read_dateline(fact.value, published)
        if dateline:
            return Found(dateline, (in_markup(fact.path, "dateline in the head"),))
    return None


def canonical_url(facts: Facts) -> str | None:
    """The address that the document gives for itself; a relative one names no site."""
    found = (fact.value for fact in facts.all("canonical", "og:url"))
    return next((url for url in found if url.startswith(("https://", "http://"))), None)


def states_article(facts: Facts) -> bool:
    """Whether the document's head says that the page is an article."""
    types = (fact.value for fact in facts.all("ld.type"))
    pages = (fact.value.casefold() for fact in facts.all("og:type"))
    return "article" in pages or any(t.endswith(("Article", "Posting")) for t in types)


def month_first(facts: Facts) -> bool | None:
    """Whether the document's language writes the month before the day; None where it is open."""
    fact = facts.first("lang", "og:locale", "ld.inLanguage")
    if fact is None:
        return None
    language, _, region = fact.value.replace("_", "-").partition("-")
    if language.lower() != "en":
        return False
    return region.upper() in ("US", "PH") if region else None
