"""When a document was published and changed: by what readers see, by its head, by its address.

The head knows the minute and the zone, and often the wrong day: that of a first version, of the
copy, or of the night before in Greenwich. What stands between headline and text decides the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rashomon.extract.fields.fields import given_moment
from rashomon.extract.fields.publication import find_near, find_publication, find_stated
from rashomon.extract.html.facts import Facts
from rashomon.extract.html.head_fields import (
    modified_of,
    month_first,
    published_by_search,
    published_days,
    published_of,
    published_weakly,
)
from rashomon.extract.sheet import Found, Sheet
from rashomon.extract.written import parse_written
from rashomon.model.article import Evidence, Source
from rashomon.model.page import Page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DAY = len("2020-01-16")
OTHER_DAY = "not taken, another day"
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")


def find_html_dates(
    sheet: Sheet, facts: Facts, tree: HtmlElement, page: Page
) -> tuple[Found[str] | None, Found[str] | None]:
    """The moment of publication and that of the last change, each with what says so."""
    order = month_first(facts)
    near = find_near(sheet, month_first=order)
    shown, changed = find_publication(sheet, month_first=order)
    address, stated = _in_address(page.url), published_of(facts)
    published = (
        given_moment(page)
        or _by_day(stated, _unless_changed(near, facts, stated), address)
        or near
        or address
        or find_stated(sheet, month_first=order)
        or published_weakly(facts)
        or shown
        or published_by_search(tree)
    )
    return published, modified_of(facts) or changed


def _unless_changed(
    near: Found[str] | None, facts: Facts, stated: Found[str] | None
) -> Found[str] | None:
    """The date that readers see, unless the head says that the page was only changed then."""
    changed = modified_of(facts)
    if near is None or changed is None or near.value[:DAY] != changed.value[:DAY]:
        return near
    night = stated is not None and _is_night_before(stated.value, near.value[:DAY])
    return near if night or near.value[:DAY] in published_days(facts) else None


def _by_day(
    stated: Found[str] | None, near: Found[str] | None, address: Found[str] | None
) -> Found[str] | None:
    """The head's moment, unless the page shows another day; the address decides over a night."""
    if stated is None:
        return None
    if near is not None and near.value[:DAY] != stated.value[:DAY]:
        return Found(near.value, (*near.evidence, *_beside(stated)))
    if near is not None:
        return replace(stated, evidence=(*stated.evidence, *near.evidence))
    if address is not None and _is_night_before(stated.value, address.value):
        return Found(address.value, (*address.evidence, *_beside(stated)))
    return stated


def _beside(other: Found[str]) -> Iterator[Evidence]:
    for item in other.evidence:
        yield replace(item, method=f"{item.method}, {OTHER_DAY}: {other.value}")


def _is_night_before(moment: str, day: str) -> bool:
    """Whether a moment in Greenwich lies on the day before or after the local one."""
    if not moment.endswith(("Z", "+00:00")):
        return False
    return abs((date.fromisoformat(moment[:DAY]) - date.fromisoformat(day)).days) == 1


def _in_address(url: str | None) -> Found[str] | None:
    """The day in the page's address: `/2020/01/16/`."""
    found = _IN_PATH.search(urlsplit(url or "").path)
    value = parse_written(f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}") if found else None
    if value is None:
        return None
    return Found(value, (Evidence(Source.URL, None, None, url, "day in the address"),))
