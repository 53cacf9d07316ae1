"""What one outlet prints on many of its pages is no text that these pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rashomon.lineage import find_lineages, find_related, read_keys
from rashomon.model.article import Article

Write = Callable[..., Article]
NOTE = (
    "The lake has been shut since the dam of the old paper works broke in spring, and the village "
    "below it still waits for the court to name those who knew of the cracks."
)


def printed(pages: Iterable[Article]) -> set[int]:
    related = find_related({article.id: read_keys(article) for article in pages})
    return set().union(*(each.printed for each in related))


def page(write: Write, number: int, host: str | None = "post.example") -> Article:
    syllables = ("ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "za")
    words = [
        "".join(syllables[int(digit)] for digit in str(1000 + (number * 97 + k) * 59))
        for k in range(90)
    ]
    own = [" ".join(words[k : k + 30]) for k in (0, 30, 60)]
    return write(f"p{number}", own[0], NOTE, *own[1:], host=host)


def test_a_paragraph_of_many_pages_of_one_outlet_is_furniture(write: Write) -> None:
    pages = [page(write, number) for number in range(4)]
    assert len(printed(pages)) == 1
    assert {p.kind.value for p in find_lineages(pages).pickups} <= {"furniture"}


def test_on_three_pages_it_may_be_an_excerpt(write: Write) -> None:
    pages = [page(write, number) for number in range(3)]
    assert not printed(pages)
    assert {p.kind.value for p in find_lineages(pages).pickups} == {"excerpt"}


def test_pages_of_unknown_or_of_different_outlets_say_nothing(write: Write) -> None:
    assert not printed(page(write, number, None) for number in range(6))
    assert not printed(page(write, number, f"{number}.example") for number in range(6))


def test_a_report_that_an_outlet_prints_again_is_its_report(
    write: Write, report: tuple[str, ...]
) -> None:
    pages = [write(f"p{number}", *report, host="post.example") for number in range(6)]
    assert not printed(pages)
    assert {p.kind.value for p in find_lineages(pages).pickups} == {"verbatim"}
