"""Values as JSON: one line for a filter, one document for a run. FORMATS is the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from rashomon.model.article import Article, Label
from rashomon.model.dossier import Dossier, Report
from rashomon.model.plain import to_dict
from rashomon.model.skip import Skip

SHARE_PLACES = 4  # scores are equal across kinds of machines only when rounded
_SHARES = frozenset({"left_share", "right_share", "score"})
_SURROGATE = re.compile("[\ud800-\udfff]")


def render_json(report: Report, full_text: bool = False, *, comments: bool = False) -> str:
    """The run as one JSON document that ends with a newline.

    Pages come without their text unless `full_text`; then readers' comments in it are
    blanked, character by character so that places stay, unless `comments`.
    """
    plain = {
        "stories": [_dossier(story, full_text, comments) for story in report.stories],
        "skipped": [skip_record(skip) for skip in report.skipped],
    }
    return _written(rounded(plain), indent=1) + "\n"


def render_record(value: Any) -> str:
    """The value as one line of compact JSON, without the newline; a Skip as `{"id", "skip"}`."""
    plain = skip_record(value) if isinstance(value, Skip) else to_dict(value)
    return _written(rounded(plain), indent=None)


def skip_record(skip: Skip) -> dict[str, Any]:
    """What every command gives for an input that it could not use."""
    return {
        "id": skip.subject,
        "skip": {"stage": skip.stage.value, "cause": skip.cause.value, "detail": skip.detail},
    }


def rounded(plain: Any) -> Any:
    """The plain value with its shares and scores rounded to 4 places."""
    if isinstance(plain, Mapping):
        return {
            key: round(item, SHARE_PLACES)
            if key in _SHARES and isinstance(item, float)
            else rounded(item)
            for key, item in plain.items()
        }
    if isinstance(plain, list | tuple):
        return [rounded(item) for item in plain]
    return plain


def _dossier(dossier: Dossier, full_text: bool, comments: bool) -> dict[str, Any]:
    plain: dict[str, Any] = to_dict(dossier)
    for page, article in zip(plain["pages"], dossier.pages, strict=True):
        if not full_text:
            del page["text"]
        elif not comments:
            page["text"] = without_comments(article)
    return plain


def without_comments(article: Article) -> str:
    """The page's text with spaces for the characters of readers' comments."""
    text = article.text
    for span in article.spans(Label.COMMENT):
        blank = re.sub(r"\S", " ", span.slice(text))
        text = text[: span.start] + blank + text[span.end :]
    return text


def _written(plain: Any, indent: int | None) -> str:
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(
        plain, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    # A lone surrogate cannot be written as UTF-8; its escape can.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
