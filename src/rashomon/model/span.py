"""Places in a page's text: everything that is shown points at one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in the canonical text of one page."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0 or later, not {self.start} to {self.end}")

    def slice(self, text: str) -> str:
        """The characters that the span points at."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage of a page together with its words, as outputs show it.

    Only `cite` of an article makes one, so `text` is always the page's own characters.
    """

    page: str
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the passage stands in its page."""
        return Span(self.start, self.end)
