"""Lines that an outlet prints on many pages, counted over its pages in a pass of its own.

A sign-up box in sentences looks like a paragraph on one page and like a sign-up box on three. The
count is a value that the caller may pass to `label_lines`; nothing is kept between runs.
"""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rashomon.extract.lines.page_lines import split_lines

# As many pages show what an outlet repeats; more would only cost.
MOST_PAGES = 64
MOST_LINES = 2_000  # of a page
KEY_CHARS = 300
FEWEST_PAGES = 3


@dataclass(frozen=True, slots=True)
class Furniture:
    """On how many pages of one outlet a line stands, by its key; copies of a page count once."""

    pages: Mapping[str, int] = field(default_factory=dict)

    def holds(self, line: str) -> bool:
        """Whether the line stands on so many pages that it belongs to no article."""
        return self.pages.get(line_key(line), 0) >= FEWEST_PAGES


def line_key(line: str) -> str:
    """What is the same wherever the line stands."""
    return " ".join(line[:KEY_CHARS].casefold().split())


def count_furniture(texts: Iterable[str]) -> Furniture:
    """What the pages of one outlet have in common, from their plain texts.

    Pages whose longest line is the same are versions of one article and count once, or the
    paragraphs of an agency's report that was updated twice would pass for furniture.
    Order: that of the texts does not matter; of many, those with the smallest hashes are taken.
    Cost: linear; memory holds the lines of 64 pages, however many there are.
    """
    chosen = heapq.nsmallest(MOST_PAGES, ((_hash(text), text) for text in texts))
    told: dict[str, set[str]] = {}
    for _, text in chosen:
        lines = [line.text for line in split_lines(text)][:MOST_LINES]
        longest = line_key(max(lines, key=lambda line: (len(line), line), default=""))
        for key in map(line_key, lines):
            told.setdefault(key, set()).add(longest)
    return Furniture(
        {key: len(longest) for key, longest in told.items() if len(longest) >= FEWEST_PAGES}
    )


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
