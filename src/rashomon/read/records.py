"""Records in JSON to pages: Rashomon's own, and those of agencies, services and crawlers.

One bad record is one skip, and the others go on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from rashomon.model.article import Article
from rashomon.model.page import Form, Page
from rashomon.model.plain import from_dict
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.compose import compose
from rashomon.read.decode import canonical, decode
from rashomon.read.limits import Limits
from rashomon.read.named import BODIES, has_body, holds_more, read_parts
from rashomon.read.ninjs import is_item, items

Input: TypeAlias = Page | Article | Skip
_GIVEN = ("url", "outlet", "published", "captured")
# Under these names programs and services hand over several records in one; Source: Event Registry,
# NewsAPI, JSON Feed, Elasticsearch, JSON-LD.
_WRAPPERS = tuple(
    "articles results items docs entries news data response hits records @graph _source".split()
)
MAX_WRAPPED = 4  # {"response": {"hits": {"hits": [{"_source": ...
KEYS_SHOWN = 12


def is_record(raw: bytes) -> bool:
    """Whether a line is a record that `read_line` knows, so that its file holds records."""
    value = _parse(raw)
    return isinstance(value, dict) and (_is_own(value) or _is_foreign(value))


def is_object(raw: bytes) -> bool:
    """Whether a line is any JSON object at all."""
    return isinstance(_parse(raw), dict)


def read_line(raw: bytes, place: str, limits: Limits, clean: bool) -> Iterator[Input]:
    """What one line holds: as a rule one input; `place` names a record without an id."""
    value = _parse(raw)
    if not isinstance(value, dict):
        yield _bad(place, value if isinstance(value, str) else "the line is no JSON object")
        return
    yield from read_value(value, place, limits, clean)


def read_document(raw: bytes, name: str, limits: Limits, clean: bool) -> Iterator[Input] | None:
    """The records of a file that is one JSON value; None where it is none, or holds no object."""
    value = _parse(raw)
    if isinstance(value, dict) or (isinstance(value, list) and any(_dicts(value))):
        return read_value(value, name, limits, clean)
    return iter([_bad(name, str(value))]) if name.lower().endswith(".json") else None


def _dicts(value: list[Any]) -> Iterator[dict[str, Any]]:
    return (item for item in value if isinstance(item, dict))


def read_value(
    value: dict[str, Any] | list[Any], place: str, limits: Limits, clean: bool
) -> Iterator[Input]:
    """What a JSON value holds: a record, a list of them, or what services wrap them in."""
    for record, at in _unfold(value, place, 0):
        if not isinstance(record, dict):
            yield _bad(at, f"a record must be an object, not {_kind(record)}")
        elif _is_own(record) or not _is_foreign(record):
            yield _read_own(record, at, limits, clean)
        else:
            yield from _read_foreign(record, at, limits, clean)


def _is_own(record: Mapping[str, Any]) -> bool:
    """Whether it is a record as Rashomon itself writes them."""
    if "blocks" in record or isinstance(record.get("skip"), dict):
        return True
    content = not _OWN_CONTENT.isdisjoint(record)
    return content and "id" in record and not holds_more(record)


_OWN_CONTENT = frozenset(("text", "html"))


def _is_foreign(record: Mapping[str, Any]) -> bool:
    return is_item(record) or (has_body(record) and holds_more(record))


def _unfold(value: Any, place: str, depth: int) -> Iterator[tuple[Any, str]]:
    """The records in a list or under one of the names that services use, each with its place."""
    if isinstance(value, list) and depth <= MAX_WRAPPED:
        for number, item in enumerate(value, 1):
            yield from _unfold(item, f"{place}#{number}", depth + 1)
        return
    if isinstance(value, dict) and depth < MAX_WRAPPED and not _is_own(value):
        inner = next((value[k] for k in _WRAPPERS if isinstance(value.get(k), (dict, list))), None)
        if inner is not None and not _is_foreign(value):
            for record, at in _unfold(inner, place, depth + 1):
                yield _of_feed(record, value), at
            return
    yield value, place


def _of_feed(record: Any, feed: Mapping[str, Any]) -> Any:
    """The record of a JSON Feed with the feed's name as its outlet."""
    title = feed.get("title")
    if isinstance(record, dict) and isinstance(title, str) and "items" in feed:
        return {"outlet": title, **record}
    return record


def _read_foreign(
    record: Mapping[str, Any], place: str, limits: Limits, clean: bool
) -> Iterator[Input]:
    # What agencies send is the article and nothing else; what crawlers took from pages is not.
    clean = clean or is_item(record)
    for flat in items(record) if is_item(record) else (record,):
        parts = read_parts(flat, place)
        if parts is None:
            subject = canonical(str(flat.get("uri") or place))
            detail = f"an item of the type {flat.get('type')!s:.40} without a body of text"
            yield Skip(subject, Stage.READ, Cause.NO_TEXT, detail)
        else:
            yield compose(parts, limits, clean)


def _read_own(
    record: dict[str, Any], place: str, limits: Limits, clean: bool
) -> Page | Article | Skip:
    subject = record.get("id")
    if not _is_own(record) and not (subject and _OWN_CONTENT & record.keys()):
        return _bad(place, _unknown(record))
    if not isinstance(subject, str) or not subject:
        return _bad(place, f'"id" must be a string that is not empty, not {_kind(subject)}')
    subject = canonical(subject)
    try:
        if isinstance(record.get("skip"), dict):
            return from_dict(Skip, {"subject": subject, **record["skip"]})
        if "blocks" in record:
            return _read_article(record)
        return _read_page(subject, record, limits, clean)
    except ValueError as error:
        return _bad(subject, str(error))


def _unknown(record: Mapping[str, Any]) -> str:
    keys = ", ".join(f"{key:.40}" for key in list(record)[:KEYS_SHOWN]) or "none"
    return (
        f"no body of text under the keys of this record ({keys}); known are"
        f" {', '.join(dict.fromkeys(BODIES))} and what else docs/read.md names"
    )


def _parse(raw: bytes) -> Any:
    """The line's JSON value, or a string that says what is wrong with it."""
    try:
        value = json.loads(decode(raw))
    except RecursionError:
        return "the line is nested too deep"
    except ValueError as error:
        return f"the line is no JSON: {error}"
    return None if isinstance(value, str) else value


def _kind(value: Any) -> str:
    """What a value is, shown where it is short; the `repr` of one that is nested may not end."""
    if value is None or isinstance(value, (str, int, float)):
        return f"{value!r:.80}"
    return type(value).__name__


def _bad(subject: str, detail: str) -> Skip:
    return Skip(subject, Stage.READ, Cause.BAD_RECORD, detail[:500])


def _read_page(subject: str, record: Mapping[str, Any], limits: Limits, clean: bool) -> Page | Skip:
    html = record.get("html")
    content = html if html is not None else record.get("text")
    if not isinstance(content, str):
        raise ValueError('the record has neither "text" nor "html" as a string')
    given = {key: _given(record, key) for key in _GIVEN}
    size = len(content.encode("utf-8", "replace"))
    if size > limits.page_bytes:
        detail = f"{size} bytes, {limits.page_bytes} allowed"
        return Skip(subject, Stage.READ, Cause.TOO_LARGE, detail)
    text = canonical(content)
    if not text.strip():
        return Skip(subject, Stage.READ, Cause.EMPTY, f"{len(content)} characters, none visible")
    form = Form.HTML if html is not None else Form.CLEAN if clean else Form.TEXT
    return Page(subject, text, form, _hash(content), **given)


def _given(record: Mapping[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f'"{key}" must be a string or null, not {_kind(value)}')
    return canonical(value).strip() or None if value else None


def _read_article(record: Mapping[str, Any]) -> Article:
    text = record.get("text")
    if not isinstance(text, str):
        raise ValueError('the record has "blocks" but no "text"; give both or neither')
    if any(0xD800 <= ord(c) <= 0xDFFF for c in text) if not text.isascii() else False:
        raise ValueError("the text holds half a surrogate pair")
    article = from_dict(Article, {"content_hash": _hash(text), **record})
    end = 0
    for block in article.blocks:
        if not end <= block.start <= block.end <= len(text):
            raise ValueError(
                f"block {block.start} to {block.end} does not follow the one before it inside a"
                f" text of {len(text)} characters"
            )
        end = block.end
    return article


def _hash(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
