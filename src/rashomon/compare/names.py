"""How the pages of a story spell one name."""

from __future__ import annotations

from collections import defaultdict

from rashomon.compare.people import Named, People
from rashomon.model.dossier import Name
from rashomon.model.reading import MentionKind

_KINDS = (
    MentionKind.PERSON,
    MentionKind.ORGANISATION,
    MentionKind.OTHER,
    MentionKind.PLACE,
)


def compare_names(people: People) -> tuple[tuple[Name, ...], ...]:
    """The spellings of every name that the pages give in more than one way, titles apart.

    A name that stands with its title is listed with it, too.

    Order: persons, bodies, other names, places; of each, those on most pages first. Of one
    name, the fullest spelling first.
    """
    found = [one for one in people.named if len({use.text for use in one.uses}) > 1]
    found.sort(
        key=lambda one: (_KINDS.index(one.kind), -len(_pages(one)), -len(one.uses), one.name)
    )
    return tuple(_spellings(one) for one in found)


def _pages(one: Named) -> set[str]:
    return {use.page for use in one.uses}


def _spellings(one: Named) -> tuple[Name, ...]:
    pages: dict[str, set[str]] = defaultdict(set)
    for use in one.uses:
        pages[use.text].add(use.page)
        pages[use.titled].add(use.page)
    texts = sorted(pages, key=lambda text: (-len(text.split()), -len(pages[text]), text))
    return tuple(Name(text, tuple(sorted(pages[text]))) for text in texts)
