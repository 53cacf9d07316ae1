"""The fields of a document: what its head states, else what its lines show."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rashomon.extract.fields.credits import find_credits
from rashomon.extract.fields.datelines import find_dateline
from rashomon.extract.fields.doubts import find_doubts
from rashomon.extract.fields.fields import Fields, given, other_than
from rashomon.extract.fields.headlines import find_headline, find_standfirst
from rashomon.extract.fields.outlets import find_host, find_outlet
from rashomon.extract.html.authors import credits_of, find_html_authors
from rashomon.extract.html.dates import find_html_dates
from rashomon.extract.html.facts import Facts
from rashomon.extract.html.head_fields import (
    canonical_url,
    dateline_of,
    headline_of,
    outlet_at_root,
    outlet_in_title,
    outlet_of,
    section_of,
)
from rashomon.extract.html.markup_authors import find_signatures
from rashomon.extract.html.markup_titles import find_headings, find_html_headline
from rashomon.extract.sheet import Found, Sheet, in_markup
from rashomon.model.page import Page
from rashomon.text.agencies import find_agency

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def html_fields(sheet: Sheet, facts: Facts, tree: HtmlElement, page: Page) -> Fields:
    """The fields of a document and the evidence for each."""
    labelled = find_headline(sheet)
    outlet = (
        given("outlet", page.outlet)
        or outlet_of(facts)
        or outlet_in_title(facts, labelled.value if labelled else None)
        or find_outlet(sheet)
        or outlet_at_root(facts)
    )
    name = outlet.value if outlet else None
    site = _site_names(facts, page, name)
    headline = find_html_headline(sheet, facts, find_headings(tree), labelled, site)
    published, changed = find_html_dates(sheet, facts, tree, page)
    modified = other_than(published, changed)
    day = published.value if published else None
    dateline = find_dateline(sheet, day) or dateline_of(facts, day)
    return Fields(
        headline=headline or headline_of(facts, name),
        standfirst=find_standfirst(sheet),
        authors=find_html_authors(sheet, facts, tuple(find_signatures(tree)), site),
        credits=_all_credits(find_credits(sheet, name), facts, name),
        dateline=dateline,
        outlet=outlet,
        host=find_host(sheet),
        published=published,
        modified=modified,
        section=section_of(facts),
        doubts=find_doubts(sheet, page, published, dateline),
    )


def _site_names(facts: Facts, page: Page, outlet: str | None) -> tuple[str, ...]:
    """What the site goes by: its outlet, its name in the head, the words of its host."""
    url = page.url or canonical_url(facts) or ""
    labels = (urlsplit(url).hostname or "").removeprefix("www.").split(".")
    names = (fact.value for fact in facts.all("og:site_name", "application-name"))
    return (*((outlet,) if outlet else ()), *names, *labels[:-1], ".".join(labels))


def _all_credits(
    shown: Found[tuple[str, ...]] | None, facts: Facts, outlet: str | None
) -> Found[tuple[str, ...]] | None:
    """The credits on the page and, after them, those in its head; each agency once."""
    names = list(shown.value) if shown else []
    evidence = list(shown.evidence) if shown else []
    known = {_same(name) for name in (*names, *([outlet] if outlet else ()))}
    for name, fact in credits_of(facts):
        if _same(name) not in known:
            known.add(_same(name))
            names.append(name)
            evidence.append(in_markup(fact.path, "agency in the head"))
    return Found(tuple(names), tuple(evidence)) if names else None


def _same(name: str) -> str:
    return find_agency(name) or name.casefold()
