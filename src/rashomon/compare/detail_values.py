"""The values of a detail as a comparison shows them."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model.article import Article
from rashomon.model.dossier import Comparison, Relation, Value
from rashomon.model.span import Span

_ORDER = (Relation.CONFLICT, Relation.SUPERSEDED, Relation.COMPATIBLE, Relation.SAME)


def value_of(article: Article, span: Span, value: str | int) -> Value:
    """One page's value for a detail, with the words that carry it."""
    plain: float | str = float(value) if isinstance(value, int) else value
    return Value(article.id, span.start, span.end, span.slice(article.text), plain)


def in_order(values: Iterable[Value]) -> tuple[Value, ...]:
    """Each value once, by page and place."""
    return tuple(sorted(dict.fromkeys(values), key=lambda value: (value.page, value.start)))


def by_relation(comparison: Comparison) -> tuple[int, str]:
    """A key by which conflicts come first and what all say the same comes last."""
    return _ORDER.index(comparison.relation), comparison.quantity
