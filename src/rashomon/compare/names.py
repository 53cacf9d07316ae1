"""How the pages of a story spell one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.compare.people import Named, People
from rashomon.model.article import Article
from rashomon.model.dossier import Name
from rashomon.model.reading import MentionKind
from rashomon.text.names.forms import take_apart

_KINDS = (
    MentionKind.PERSON,
    MentionKind.ORGANISATION,
    MentionKind.OTHER,
    MentionKind.PLACE,
)
# Pages that name it in one way only, from which a full name is listed all the same.
_LEAST = {MentionKind.PERSON: 1, MentionKind.ORGANISATION: 2}


def compare_names(people: People, articles: Sequence[Article]) -> tuple[tuple[Name, ...], ...]:
    """The spellings of every name that the pages give in more than one way, titles apart, and of
    every person, and of bodies that two pages name in one.

    A name that stands with its title is listed with it, too; an outlet's own name for itself
    goes with what others call it.

    Order: persons, bodies, other names, places; of each, those on most pages first. Of one
    name, the fullest spelling first.
    """
    outlets: dict[tuple[str, ...], list[Article]] = defaultdict(list)
    for article in articles:
        if article.outlet:
            outlets[_words(article.outlet)].append(article)
    listed = [(one, _spellings(one, outlets)) for one in people.named if _is_shown(one)]
    listed.sort(
        key=lambda item: (
            _KINDS.index(item[0].kind),
            len(item[1]) == 1,
            -len(_pages(item[0])),
            -len(item[0].uses),
            item[0].name,
        )
    )
    return tuple(names for _, names in listed)


def _is_shown(one: Named) -> bool:
    if len({use.text for use in one.uses}) > 1:
        return True
    least = _LEAST.get(one.kind)
    return least is not None and " " in one.name and len(_pages(one)) >= least


def _pages(one: Named) -> set[str]:
    return {use.page for use in one.uses}


def _spellings(
    one: Named, outlets: Mapping[tuple[str, ...], Sequence[Article]]
) -> tuple[Name, ...]:
    pages: dict[str, set[str]] = defaultdict(set)
    for use in one.uses:
        pages[use.text].add(use.page)
        pages[use.titled].add(use.page)
    for article in outlets.get(_words(one.name), ()):
        pages[str(article.outlet)].add(article.id)
    texts = sorted(pages, key=lambda text: (-len(text.split()), -len(pages[text]), text))
    return tuple(Name(text, tuple(sorted(pages[text]))) for text in texts)


def _words(name: str) -> tuple[str, ...]:
    """The words of a name without the article: "The Daily Herald", "the Daily Herald"."""
    return take_apart(name).words
