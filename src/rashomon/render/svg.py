"""What our diagrams are drawn with: elements whose every attribute and text is escaped."""

from __future__ import annotations

import unicodedata

from markupsafe import Markup, escape

from rashomon.render.shown import one_line

Attribute = str | float


def element(name: str, *children: Markup | str, **attributes: Attribute) -> Markup:
    """An SVG element; an attribute's `_` stands for `-`, a trailing one for nothing."""
    written = "".join(
        f' {key.removesuffix("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
    )
    inner = "".join(escape(child) for child in children)
    return Markup(f"<{name}{written}>{inner}</{name}>")


def words(text: str, x: float, y: float, width: float, **attributes: Attribute) -> Markup:
    """A text element, cut to about the width; `size` is its type size (12)."""
    size = float(attributes.pop("size", 12))
    return element("text", fit(text, width, size), x=x, y=y, font_size=size, **attributes)


def fit(text: str, width: float, size: float) -> str:
    """The text on one line, cut where it would be wider than the width in the type size."""
    line, room = one_line(text), width / size
    if text_width(line, 1.0) <= room:
        return line
    kept = ""
    for letter in line:
        room -= _letter_width(letter)
        if room < 1:  # one em is left for the mark of the cut
            break
        kept += letter
    return kept.rstrip() + "…"


def text_width(text: str, size: float) -> float:
    """About how wide the text is: the reader's fonts are not known here."""
    return size * sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    """Em; rather too wide than too narrow, so that nothing runs over."""
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    if letter in " .,:;'’‘!|iljtfI()[]":
        return 0.38
    return 0.74 if letter.isupper() else 0.62


def _plain(value: Attribute) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
