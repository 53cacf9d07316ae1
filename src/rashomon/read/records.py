"""Lines of JSON to pages: one bad line is one skip, and the others go on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from rashomon.model.article import Article
from rashomon.model.page import Form, Page
from rashomon.model.plain import from_dict
from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.decode import canonical, decode
from rashomon.read.limits import Limits

_GIVEN = ("url", "outlet", "published", "captured")


def is_record(raw: bytes) -> bool:
    """Whether a line is a record that `read_record` knows, so that its file holds records."""
    record = _parse(raw)
    return isinstance(record, dict) and not _CONTENT.isdisjoint(record)


_CONTENT = frozenset(("text", "html", "skip"))


def read_record(raw: bytes, place: str, limits: Limits, clean: bool) -> Page | Article | Skip:
    """The page, the article or the skip that one line holds; `place` names a line without id."""
    record = _parse(raw)
    if not isinstance(record, dict):
        return _bad(place, record if isinstance(record, str) else "the line is no JSON object")
    subject = record.get("id")
    if not isinstance(subject, str) or not subject:
        return _bad(place, f'"id" must be a string that is not empty, not {subject!r:.80}')
    subject = canonical(subject)
    try:
        if isinstance(record.get("skip"), dict):
            return from_dict(Skip, {"subject": subject, **record["skip"]})
        if "blocks" in record:
            return _read_article(record)
        return _read_page(subject, record, limits, clean)
    except ValueError as error:
        return _bad(subject, str(error))


def _parse(raw: bytes) -> Any:
    """The line's JSON value, or a string that says what is wrong with it."""
    try:
        value = json.loads(decode(raw))
    except RecursionError:
        return "the line is nested too deep"
    except ValueError as error:
        return f"the line is no JSON: {error}"
    return None if isinstance(value, str) else value


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
        raise ValueError(f'"{key}" must be a string or null, not {value!r:.80}')
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
