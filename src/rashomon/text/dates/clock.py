"""Times of the day: "8:29 pm", "1800 GMT", "noon", "overnight"."""

from __future__ import annotations

import re

from rashomon.model.reading import Anchor, DateType
from rashomon.text.dates.calendar import shape
from rashomon.text.dates.rules import Place, Rule, Worth


def _read_clock(match: re.Match[str], place: Place) -> Worth | None:
    """A time of the day, with the day it names or stands next to, else the page's own."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()[:1]
    if hour > (12 if half else 24) or minute > 59:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return Worth(DateType.TIME, f"XXXX-XX-XXT{hour:02}:{minute:02}")


def _read_noon(match: re.Match[str], place: Place) -> Worth | None:
    clock = "12:00" if match["word"].lower() in ("noon", "midday") else "00:00"
    return Worth(DateType.TIME, f"XXXX-XX-XXT{clock}")


def _read_overnight(match: re.Match[str], place: Place) -> Worth | None:
    if place.day is None:
        return Worth(DateType.TIME, "XXXX-XX-XXTNI")
    return Worth(DateType.TIME, f"{place.day}TNI", Anchor.PUBLISHED)


_ZONE = r"(?: (?:[A-Z]{2,4}T|GMT|UTC|IST|CET|local time)\b)?"
_NO_DIGIT = r"(?<![\d:.$£€-])"
RULES = (
    Rule(
        shape(
            r"(?<![\d:.$£€])(?:(?:about|around|just (?:before|after)) )?(?P<hour>\d{1,2})"
            r"(?:[:.](?P<minute>\d\d))?(?::\d\d)?\s?(?P<half>[ap]\.?m\b\.?|[AP]\.?M\b\.?)" + _ZONE
        ),
        _read_clock,
    ),
    Rule(
        shape(
            _NO_DIGIT + r"(?P<hour>[0-2]\d):?(?P<minute>[0-5]\d)(?P<half>)"
            r"(?: (?:GMT|UTC|[A-Z]{2,3}T|IST|CET|CEST|hours|hrs|local time)\b)"
        ),
        _read_clock,
    ),
    Rule(
        shape(_NO_DIGIT + r"(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?P<half>)(?![\d:])"),
        _read_clock,
    ),
    Rule(shape(r"\b(?P<word>noon|midday|midnight)\b" + _ZONE, re.IGNORECASE), _read_noon),
    Rule(shape(r"\b(?:late )?overnight\b", re.IGNORECASE), _read_overnight),
)
