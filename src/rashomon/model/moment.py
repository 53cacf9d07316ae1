"""Dates as exact as they are known, and no more: ISO 8601 prefixes compared without a guess."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

_MOMENT = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?)?)?"
)


def is_moment(value: str) -> bool:
    """Whether the text is a date in the form that Rashomon writes, and one that exists."""
    return _bounds(value) is not None


def day_of(value: str) -> str | None:
    """The local day (`2020-01-16`) of a moment, or None where it is known less exactly."""
    return value[:10] if len(value) >= 10 and is_moment(value) else None


def before(left: str, right: str) -> bool | None:
    """Whether left lies wholly before right; None where the two overlap or cannot be compared.

    A moment without an offset may lie in any zone, so it is held against one with an offset
    with 14 hours of doubt on either side.
    """
    left_bounds, right_bounds = _bounds(left), _bounds(right)
    if left_bounds is None or right_bounds is None:
        return None
    doubt = timedelta(hours=14) if _has_offset(left) != _has_offset(right) else timedelta()
    if left_bounds[1] + doubt <= right_bounds[0]:
        return True
    if right_bounds[1] + doubt <= left_bounds[0]:
        return False
    return None


def _has_offset(value: str) -> bool:
    found = _MOMENT.fullmatch(value)
    return bool(found and found[7])


@lru_cache(maxsize=4096)
def _bounds(value: str) -> tuple[datetime, datetime] | None:
    """The first instant of the moment and the first one after it, in UTC."""
    found = _MOMENT.fullmatch(value)
    if not found:
        return None
    year, month, day, hour, minute, second, offset = found.groups()
    try:
        first = datetime.fromisoformat(
            f"{year}-{month or '01'}-{day or '01'}T{hour or '00'}:{minute or '00'}:{second or '00'}"
            + (offset or "Z").replace("Z", "+00:00")
        ).astimezone(UTC)
        if second:
            return first, first + timedelta(seconds=1)
        if minute:
            return first, first + timedelta(minutes=1)
        if day:
            return first, first + timedelta(days=1)
        next_month = (date(int(year), int(month or 12), 1) + timedelta(days=31)).replace(day=1)
        return first, datetime(next_month.year, next_month.month, 1, tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
