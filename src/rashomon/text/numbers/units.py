"""The unit that stands at a number: "%", "US$", "km/h", "dollars a barrel", "years old"."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from typing import NamedTuple

from rashomon.text.tokens import Token, lower_at, touch
from rashomon.text.word_sets import word_set

_LONGEST = 4  # tokens in a form: "kilometres", "per", "hour" and a joint
_PER = {"per", "a", "an", "each", "every"}
_RATED = word_set("unit.per")
# What common words spell too needs a number that fits: 1,000 won, never "of ten won".
_NEEDS_HUNDREDS = {"won", "mark", "marks", "dong", "rand", "kip", "real", "reais", "crown"}
_WORD_SIGNS = {"Rs", "Tk", "Dh", "Dhs", "Rp", "KSh", "Ksh", "Sh", "USh", "RM"}
_AGE = {"year", "month", "week", "day", "decade", "century"}


class Unit(NamedTuple):
    """A unit that ends before token `last`; `kind` is money, length, share and so on."""

    last: int
    name: str
    kind: str


def _read() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    exact: dict[str, tuple[str, str]] = {}
    lower: dict[str, tuple[str, str]] = {}
    text = (
        resources.files("rashomon.text.numbers").joinpath("units.tsv").read_text(encoding="utf-8")
    )
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, kind, forms = line.split("\t")
            for form in forms.split("|"):
                by_case = len(form) == 1 or form != form.lower()
                (exact if by_case else lower)[form] = (name, kind)
    return exact, lower


_EXACT, _LOWER = _read()
_MONEY_SIGNS = {form for form, (_, kind) in (_EXACT | _LOWER).items() if kind == "money"}


def find_unit(tokens: Sequence[Token], i: int, value: float) -> Unit | None:
    """The unit whose words start at token i, the longest there is, with what it is per."""
    i = _past_hyphen(tokens, i)
    for count in range(_LONGEST, 0, -1):
        if i + count > len(tokens):
            continue
        found = _look_up(_join(tokens, i, i + count))
        if found and _allowed(tokens, i, count, value):
            return _old(tokens, i + count, found) or _rate(tokens, i + count, found)
    return None


def find_sign(tokens: Sequence[Token], i: int) -> tuple[int, str] | None:
    """The money sign that ends just before token i: where it starts, and its unit."""
    for count in (3, 2, 1):
        form = _join(tokens, i - count, i) if i >= count else ""
        if form in _MONEY_SIGNS or form.lower() in _MONEY_SIGNS:
            found = _look_up(form)
            if found and _is_sign(form):
                return i - count, found[0]
    if i and tokens[i - 1].text == "R" and touch(tokens, i):
        return i - 1, "rand"
    if i and tokens[i - 1].text == "PS" and touch(tokens, i):
        return i - 1, "pound sterling"  # how some feeds write the pound sign
    return None


def _is_sign(form: str) -> bool:
    """Whether a form may stand before its number: signs and codes may, "dollars" may not."""
    if form.strip(".").isalpha():
        return (form.isupper() and len(form) == 3) or form.strip(".") in _WORD_SIGNS
    return not form[0].isalpha() or form[0].isupper()


def _past_hyphen(tokens: Sequence[Token], i: int) -> int:
    joined = lower_at(tokens, i) == "-" and touch(tokens, i) and touch(tokens, i + 1)
    return i + 1 if joined else i


def _join(tokens: Sequence[Token], first: int, last: int) -> str:
    parts = [tokens[first].text]
    for i in range(first + 1, last):
        hyphen = tokens[i].text == "-" or tokens[i - 1].text == "-"
        parts.append("" if touch(tokens, i) or hyphen else " ")
        parts.append(tokens[i].text)
    return "".join(parts)


def _look_up(form: str) -> tuple[str, str] | None:
    return (
        _EXACT.get(form) or _LOWER.get(form.lower()) or _LOWER.get(form.lower().replace("-", " "))
    )


def _allowed(tokens: Sequence[Token], i: int, count: int, value: float) -> bool:
    token = tokens[i]
    if count == 1 and len(token.text) == 1 and token.text.isalpha():
        decade = token.text == "s" and value == int(value)
        picture = token.text == "p" and value in (480, 720, 1080, 2160)
        return (touch(tokens, i) or token.text == "W") and not decade and not picture
    if count == 1 and token.text in _NEEDS_HUNDREDS:
        return value >= 100
    return True


def _old(tokens: Sequence[Token], last: int, found: tuple[str, str]) -> Unit | None:
    """A unit of age: "years old", "-year-old", "years of age"."""
    if found[0] not in _AGE:
        return None
    after = _past_hyphen(tokens, last)
    if lower_at(tokens, after) in ("old", "olds"):
        return Unit(after + 1, f"{found[0]} of age", "age")
    if lower_at(tokens, last) == "of" and lower_at(tokens, last + 1) == "age":
        return Unit(last + 2, f"{found[0]} of age", "age")
    return None


def _rate(tokens: Sequence[Token], last: int, found: tuple[str, str]) -> Unit:
    per = rate_at(tokens, last)
    if found[1] in ("time", "share") or not per:
        return Unit(last, *found)
    return Unit(per.last, f"{found[0]} per {per.name}", f"{found[1]} rate")


def rate_at(tokens: Sequence[Token], i: int) -> Unit | None:
    """What a price or a flow is for one of: "per gallon", "a day", "-a-share", "/kg"."""
    i = _past_hyphen(tokens, i)
    word = lower_at(tokens, i)
    after = _past_hyphen(tokens, i + 1)
    slash = word == "/" and touch(tokens, i)
    if lower_at(tokens, after + 1) in ("earlier", "ago", "later", "before"):
        return None  # "$6.78 billion a year earlier"
    if not (word in _PER or slash) or after >= len(tokens):
        return None
    of = tokens[after].lower
    unit = _square(tokens, after) or _LOWER.get(of)
    if word in ("a", "an", "each", "every") and of not in _RATED:
        return None
    if not unit and not of.isalpha():
        return None
    wide = 2 if _square(tokens, after) else 1
    return Unit(after + wide, unit[0] if unit else of, "rate")


def _square(tokens: Sequence[Token], i: int) -> tuple[str, str] | None:
    if lower_at(tokens, i) not in ("square", "cubic", "sq"):
        return None
    return _LOWER.get(f"{tokens[i].lower} {lower_at(tokens, i + 1)}")
