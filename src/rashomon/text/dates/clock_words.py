"""Times of the day in words, or with a point: "twenty to four", "half past two", "at 03.40"."""

from __future__ import annotations

import re

from rashomon.model.reading import DateType
from rashomon.text.dates.calendar import shape
from rashomon.text.dates.rules import Place, Rule, Worth

_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_MINUTES = {word: number for number, word in enumerate(_HOURS, start=1)}
_MINUTES |= {"quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_HOUR = rf"(?P<hour>{'|'.join(_HOURS)}|\d\d?|noon|midnight)"
_MINUTE = r"(?P<minute>(?:a )?quarter|half|twenty-five|twenty|\w{2,6}(?P<unit> minutes?)?)"
_PART = r"(?P<part> in the (?:early )?(?:morning|afternoon|evening)| at night)?"
# "voted five to four" and "rose from 10 to 12" are no times: a word of time must lead up to it.
_LEADING = re.compile(
    r"\b(?:at|about|around|roughly|approximately|nearly|almost|until|till|since|by|(?:shortly|just"
    r"|soon|or) (?:before|after|past)|it was)\s{1,3}$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:at|until|till|since)\s{1,3}(?:about\s|around\s|roughly\s)?\s{0,2}$", re.IGNORECASE
)
_AMOUNT = re.compile(
    r"\s{0,3}(?:%|per|p\b|m\b|bn\b|million|billion|points?|times|(?:metres|km|kg)\b)"
)
# What makes "3.52" a time and no price: a day or minutes close behind, in its sentence.
_TIME_NEAR = re.compile(
    r"[^.;]{0,24}\b(?:minutes?|morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|o['’]clock|local time)\b",
    re.IGNORECASE,
)
# What can follow a time; a noun would be counted: "five minutes after six people died".
_CLOSED = re.compile(
    r"\s*(?:$|[,.;:)!?\"”—–-](?!\d)|(?:in|on|at|when|as|and|or|this|that|local|the|by|it|he|she"
    r"|they|with|for|yesterday|today|last|every|each)\b)",
    re.IGNORECASE,
)
_LEAD = 40


def _before(match: re.Match[str], place: Place) -> str:
    return place.text[max(0, match.start() - _LEAD) : match.start()]


def _hour(words: str) -> int | None:
    words = words.lower()
    if words in ("noon", "midnight"):
        return 12 if words == "noon" else 24
    hour = _MINUTES.get(words) or (int(words) if words.isdigit() else None)
    return hour if hour is not None and hour <= 24 else None


def _clock(hour: int, minute: int, part: str | None) -> Worth:
    """The time, in the half of the day that the words behind it name."""
    part = (part or "").lower()
    late = "afternoon" in part or "evening" in part or ("night" in part and hour >= 6)
    hour = hour % 12 + 12 if late and hour <= 12 else hour % 24
    return Worth(DateType.TIME, f"XXXX-XX-XXT{hour:02}:{minute:02}")


def _read_past(match: re.Match[str], place: Place) -> Worth | None:
    words = match["minute"].lower().split()
    word = words[1] if words[0] == "a" else words[0]
    minute = int(word) if match["unit"] and word.isdigit() else _MINUTES.get(word)
    hour = _hour(match["hour"])
    if minute is None or hour is None or not 0 < minute < 60:
        return None
    if not match["part"] and not _CLOSED.match(place.text, match.end()):
        return None
    told = match["unit"] or words[-1] in ("quarter", "half")
    if not told and not match["part"] and not _LEADING.search(_before(match, place)):
        return None
    if match["side"].lower() in ("past", "after"):
        return _clock(hour, minute, match["part"])
    return None if minute == 30 else _clock((hour - 1) % 24 or 24, 60 - minute, match["part"])


def _read_hour(match: re.Match[str], place: Place) -> Worth | None:
    hour = _hour(match["hour"])
    return None if hour is None else _clock(hour, 0, match["part"])


def _read_pointed(match: re.Match[str], place: Place) -> Worth | None:
    """The hour and minute of "at 03.40"; "at 3.52" may be a price."""
    end = match.end()
    if int(match["hour"]) > 23 or _AMOUNT.match(place.text, end):
        return None
    led = _AT.search(_before(match, place))
    sure = match["hour"].startswith("0") or match["part"] or _TIME_NEAR.match(place.text, end)
    return _clock(int(match["hour"]), int(match["minute"]), match["part"]) if led and sure else None


RULES = (
    Rule(
        shape(
            rf"(?<![\w-]){_MINUTE} (?P<side>past|to|after|before) {_HOUR}(?! ?[-–.:]?\d|-|%)\b"
            + _PART,
            re.IGNORECASE,
        ),
        _read_past,
    ),
    Rule(shape(rf"(?<![\w-]){_HOUR} o['’]clock\b" + _PART, re.IGNORECASE), _read_hour),
    Rule(
        shape(r"(?<![\d:.,$£€-])(?P<hour>[0-2]?\d)\.(?P<minute>[0-5]\d)(?![\d.:]|,\d)" + _PART),
        _read_pointed,
    ),
)
