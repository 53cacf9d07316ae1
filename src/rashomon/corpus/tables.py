"""What the tables of a corpus hold: the one place where their columns are named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from rashomon.model.article import Article
from rashomon.model.claim import Claim
from rashomon.model.lineage import Lineage, Pickup
from rashomon.model.page import Page
from rashomon.model.plain import from_dict, to_dict
from rashomon.model.skip import Skip
from rashomon.model.story import Story

Row = dict[str, Any]
_TEXT, _TEXTS, _PLACE = pa.string(), pa.list_(pa.string()), pa.int64()
_SPAN = pa.struct([("start", _PLACE), ("end", _PLACE)])
_BLOCK = pa.struct([("start", _PLACE), ("end", _PLACE), ("label", _TEXT)])
_EVIDENCE = pa.struct(
    [
        ("field", _TEXT),
        ("in", _TEXT),
        ("start", _PLACE),
        ("end", _PLACE),
        ("path", _TEXT),
        ("method", _TEXT),
    ]
)
_LINK = pa.struct(
    [("name", _TEXT), ("class", _TEXT), ("start", _PLACE), ("end", _PLACE), ("basis", _TEXT)]
)
_HOLDER = pa.struct(
    [
        ("name", _TEXT),
        ("class", _TEXT),
        ("named", pa.bool_()),
        ("number", _PLACE),
        ("nationality", _TEXT),
    ]
)
_PASSAGE = pa.struct(
    [(name, _PLACE) for name in ("left_start", "left_end", "right_start", "right_end")]
)
_WHERE = pa.struct([("id", _TEXT), ("start", _PLACE), ("end", _PLACE)])
_ALTERED = pa.struct([("what", _TEXT), ("left", _WHERE), ("right", _WHERE)])
_ORIGIN = pa.struct([("article", _TEXT), ("name", _TEXT), ("among_pages", pa.bool_())])
_DATELINE = pa.struct([("place", _TEXT), ("date", _TEXT)])

# Each column with its type and what it holds. What belongs to the page as it was given comes
# first, then what was found in it.
_COLUMNS: Mapping[str, Mapping[str, tuple[pa.DataType, str]]] = {
    "pages": {
        "id": (_TEXT, "the name that the page was given, or its address or path"),
        "source": (_TEXT, "the file in IN that it came from"),
        "form": (_TEXT, "`text`, `html` or `clean`; null for what `extract` had made before"),
        "content_hash": (_TEXT, "SHA-256 of what was read"),
        "characters": (_PLACE, "length of the text or markup"),
        "url": (_TEXT, "address, as given"),
        "outlet": (_TEXT, "outlet, as given"),
        "published": (_TEXT, "date, as given"),
        "captured": (_TEXT, "when it was fetched, as given"),
    },
    "articles": {
        "id": (_TEXT, "the page's id"),
        "content_hash": (_TEXT, "SHA-256 of what was read"),
        "text": (_TEXT, "the page's whole text, in which all places are"),
        "blocks": (pa.list_(_BLOCK), "its paragraphs, and what each is"),
        "headline": (_TEXT, "headline"),
        "standfirst": (_TEXT, "standfirst"),
        "authors": (_TEXTS, "who wrote it"),
        "credits": (_TEXTS, "agencies and papers that the page credits with its text"),
        "dateline": (_DATELINE, "where and when it says that it was written"),
        "outlet": (_TEXT, "outlet"),
        "host": (_TEXT, "host of the address"),
        "published": (_TEXT, "date, as exact as known"),
        "modified": (_TEXT, "date of the last change"),
        "section": (_TEXT, "section of the outlet"),
        "language": (_TEXT, "language, ISO 639-1"),
        "cut_off": (pa.bool_(), "whether the text ends before the article does"),
        "kind": (_TEXT, "`article`, `live`, `digest`, `index`, `opinion` ..."),
        "url": (_TEXT, "address"),
        "evidence": (pa.list_(_EVIDENCE), "where each field's value was seen"),
    },
    "claims": {
        "article": (_TEXT, "the article's id"),
        "id": (_TEXT, "the claim's id, in its article"),
        "content": (pa.list_(_SPAN), "what is put forward"),
        "mode": (_TEXT, "`direct`, `indirect`, `mixed` or `narrated`"),
        "holder": (_HOLDER, "the root of the chain"),
        "chain": (pa.list_(_LINK), "sourcing chain, from the nearest to the outlet to the root"),
        "within": (_TEXT, "the claim that this one is nested in"),
        "source": (_SPAN, "where the source is named"),
        "cue": (_SPAN, "the words that attribute"),
        "attitude": (_TEXT, "`asserts`, `denies`, `doubts` or `none`"),
        "hedged": (pa.bool_(), "whether the holder is unsure"),
        "response": (_TEXT, "`declined`, `no reply`, `no information`, `could not verify`"),
        "manner": (_TEXT, "how it was said"),
        "terms": (_TEXT, "on which terms it was said"),
        "score": (pa.float64(), "0 to 1, where one was given"),
    },
    "pickups": {
        "left": (_TEXT, "an article's id, the smaller one"),
        "right": (_TEXT, "the other's"),
        "kind": (_TEXT, "`verbatim`, `trimmed`, `extended`, `rewritten`, `excerpt` ..."),
        "origin": (_TEXT, "`left` or `right`; null where unknown"),
        "left_share": (pa.float64(), "words of left in shared passages, by its words"),
        "right_share": (pa.float64(), "the same of right"),
        "passages": (pa.list_(_PASSAGE), "the shared passages, in both texts"),
        "reasons": (_TEXTS, "why"),
    },
    "lineages": {
        "id": (_TEXT, "made of the contents"),
        "articles": (_TEXTS, "all that carry one text"),
        "agencies": (_TEXTS, "agencies that are credited with it"),
        "origin": (_ORIGIN, "where the text comes from, as far as known"),
        "versions": (pa.list_(_TEXTS), "the articles by equal words"),
        "altered": (pa.list_(_ALTERED), "words that differ between two copies"),
        "reasons": (_TEXTS, "why"),
    },
    "stories": {
        "id": (_TEXT, "made of the contents"),
        "title": (_TEXT, "headline of the page that is most like all others"),
        "articles": (_TEXTS, "the articles about one event"),
        "first": (_TEXT, "the earliest known date"),
        "last": (_TEXT, "the latest"),
        "aliases": (_TEXTS, "ids that it had before"),
        "reasons": (_TEXTS, "why"),
    },
    "skips": {
        "subject": (_TEXT, "id or path of an input that could not be used"),
        "stage": (_TEXT, "the step that gave up"),
        "cause": (_TEXT, "why, in one of the words of skips.md"),
        "detail": (_TEXT, "the numbers"),
    },
}
TABLES: Mapping[str, pa.Schema] = {
    name: pa.schema([(column, type_) for column, (type_, _) in columns.items()])
    for name, columns in _COLUMNS.items()
}


def describe_tables() -> str:
    """The tables as docs/corpus.md shows them."""
    parts = []
    for name, columns in _COLUMNS.items():
        rows = [f"| `{c}` | {_written(type_)} | {what} |" for c, (type_, what) in columns.items()]
        parts.append("\n".join([f"### {name}", "", "| column | type | holds |", _RULE, *rows]))
    return "\n\n".join(parts) + "\n"


_RULE = "| --- | --- | --- |"


def _written(type_: pa.DataType) -> str:
    if pa.types.is_list(type_):
        return f"list of {_written(type_.value_type)}"
    if pa.types.is_struct(type_):
        return "{" + ", ".join(field.name for field in type_) + "}"
    return {"string": "text", "int64": "integer", "double": "number", "bool": "yes or no"}[
        str(type_)
    ]


def page_row(page: Page | Article, source: str) -> Row:
    """The row of `pages`; of an article that was extracted before, what it says of its page."""
    given = isinstance(page, Page)
    return {
        "id": page.id,
        "source": source,
        "form": page.form.value if isinstance(page, Page) else None,
        "content_hash": page.content_hash,
        "characters": len(page.text),
        "url": page.url,
        "outlet": page.outlet if given else None,
        "published": page.published if given else None,
        "captured": page.captured if isinstance(page, Page) else None,
    }


def article_row(article: Article) -> Row:
    """The row of `articles`."""
    row = to_dict(article)
    row["evidence"] = [
        {"field": field, **each} for field, all_ in row["evidence"].items() for each in all_
    ]
    return dict(row)


def read_row(row: Mapping[str, Any]) -> Article:
    """The article that `article_row` wrote; without evidence where that was not read."""
    evidence: dict[str, list[Any]] = {}
    for each in row.get("evidence", ()):
        evidence.setdefault(each["field"], []).append(each)
    return from_dict(Article, {**row, "evidence": evidence})


def claim_row(article: str, claim: Claim) -> Row:
    """The row of `claims`."""
    return {"article": article, **to_dict(claim)}


def pickup_row(pickup: Pickup) -> Row:
    """The row of `pickups`."""
    names = ("left_start", "left_end", "right_start", "right_end")
    passages = [dict(zip(names, each, strict=True)) for each in pickup.passages]
    return {**to_dict(pickup), "passages": passages}


def read_pickup(row: Mapping[str, Any]) -> Pickup:
    """The pickup that `pickup_row` wrote."""
    return from_dict(Pickup, {**row, "passages": [list(each.values()) for each in row["passages"]]})


def plain_row(value: Lineage | Story | Skip) -> Row:
    """The row of `lineages`, `stories` or `skips`."""
    return dict(to_dict(value))


def skip_rows(skips: list[Skip]) -> Iterator[Row]:
    """The rows of `skips`, in order."""
    order = sorted(skips, key=lambda skip: (skip.subject, skip.stage, skip.cause, skip.detail))
    return map(plain_row, order)
