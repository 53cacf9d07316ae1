"""The fields of an article as they are gathered, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, fields

from rashomon.extract.fields.bylines import find_authors
from rashomon.extract.fields.credits import find_credits
from rashomon.extract.fields.datelines import find_dateline
from rashomon.extract.fields.doubts import find_doubts
from rashomon.extract.fields.headlines import find_headline, find_standfirst
from rashomon.extract.fields.outlets import find_host, find_outlet
from rashomon.extract.fields.publication import find_publication
from rashomon.extract.sheet import Found, Sheet
from rashomon.extract.written import parse_written
from rashomon.model.article import Dateline, Evidence, Source
from rashomon.model.page import Page


@dataclass(frozen=True, slots=True)
class Fields:
    """What an article has beside its text; None is unknown."""

    headline: Found[str] | None = None
    standfirst: Found[str] | None = None
    authors: Found[tuple[str, ...]] | None = None
    credits: Found[tuple[str, ...]] | None = None
    dateline: Found[Dateline] | None = None
    outlet: Found[str] | None = None
    host: Found[str] | None = None
    published: Found[str] | None = None
    modified: Found[str] | None = None
    section: Found[str] | None = None
    doubts: Found[tuple[str, ...]] | None = None
    """What speaks against `published`."""

    @property
    def evidence(self) -> dict[str, tuple[Evidence, ...]]:
        """Where each known field was seen."""
        known = ((f.name, getattr(self, f.name)) for f in fields(self))
        return {name: item.evidence for name, item in known if item}


def text_fields(sheet: Sheet, page: Page) -> Fields:
    """The fields that a page's lines and its giver tell."""
    outlet = given("outlet", page.outlet) or find_outlet(sheet)
    published, modified = find_publication(sheet, month_first=None)
    published = given_moment(page) or published
    modified = other_than(published, modified)
    dateline = find_dateline(sheet, published.value if published else None)
    return Fields(
        headline=find_headline(sheet),
        standfirst=find_standfirst(sheet),
        authors=find_authors(sheet),
        credits=find_credits(sheet, outlet.value if outlet else None),
        dateline=dateline,
        outlet=outlet,
        host=find_host(sheet),
        published=published,
        modified=modified,
        doubts=find_doubts(sheet, page, published, dateline),
    )


def other_than(published: Found[str] | None, modified: Found[str] | None) -> Found[str] | None:
    """The change, unless it is the publication itself; of two on one day the page shows both."""
    if modified and published and modified.value[:16] == published.value[:16]:
        days = len(modified.value) == len("2020-01-16")
        places = [{(e.start, e.end) for e in each.evidence} for each in (published, modified)]
        shown = all(e.in_ is Source.TEXT for e in (*published.evidence, *modified.evidence))
        return modified if days and shown and places[0].isdisjoint(places[1]) else None
    return modified


def given(name: str, value: str | None) -> Found[str] | None:
    """What was handed over with the page."""
    return Found(value, (Evidence(Source.GIVEN, None, None, name, "given"),)) if value else None


def given_moment(page: Page) -> Found[str] | None:
    """The publication date that was handed over with the page, where it is one."""
    return given("published", parse_written(page.published or ""))
