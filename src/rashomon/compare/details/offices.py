"""The offices that accounts give one person: differently named, or excluding each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.compare.descriptions import Description, describe, differ, introduce
from rashomon.compare.detail_values import in_order, value_of
from rashomon.compare.people import Named, People
from rashomon.model.article import Article
from rashomon.model.dossier import Comparison, Relation
from rashomon.model.reading import Reading
from rashomon.model.span import Span
from rashomon.text.roles import is_office

_POST = re.compile(r"\b(?:of|for)\b|['’]s\b", re.IGNORECASE)
_KIN = re.compile(
    r"\b(?:wife|husband|widow|son|daughter|sister|brother|mother|father|uncle|aunt|cousin|niece"
    r"|nephew|friend|neighbou?r|girlfriend|boyfriend|partner|parents?|grand\w+)\b",
    re.IGNORECASE,
)
# Offices that a body has one of, and that one person seldom holds two of. A president is often
# its chief executive, too. Source: the usual titles of company, charity and union boards.
_ONE_OF = {
    "chief executive": r"chief executive(?! editor)|ceo|c\.e\.o\.",
    "chair": r"chair(?:man|woman|person)?",
    "operating": r"chief operating officer|coo",
    "finance": r"chief financial officer|cfo|finance director|treasurer",
    "director": r"(?:executive|managing) director",
    "secretary": r"general secretary|secretary[- ]general",
    "manager": r"manager",
}
_ONLY = {
    name: re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE) for name, words in _ONE_OF.items()
}
_UNDER = re.compile(r"\b(?:deputy|vice|assistant|associate|under)[- ]+", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:former|ex|retired|once)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:former|ex|retired|then|once|late|acting|interim|new|next|incoming|outgoing|elect"
    r"|designate|nominee|candidate|honorary)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:once|formerly)\s+$", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w&-]+")
_TITLES = re.compile(
    r"chief|executive|officer|chair\w*|director|manager|general|secretary|deputy|vice|assistant"
    r"|associate|CEO|COO|CFO|The",
    re.IGNORECASE,
)
_LONGEST = 90  # characters
_PARTED = re.compile(
    r"(?:^|[.,;:“\"(]\s+|\b(?:and|but|that)\s)((?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir"
    r"|[A-Z]\w+['’]s)\s(?:[\w’'-]+\s){0,9}[\w’'-]+),\s(?:[A-Za-z]\w*\.?\s){0,2}$"
)
_WORDINGS = 3  # in as many accounts, from which on one former office is worth a line


def compare_offices(
    one: Named,
    pages: Mapping[str, Article],
    readings: Mapping[str, Reading],
    people: People,
    home: Mapping[str, str],
) -> Comparison | None:
    """The offices of a person, if accounts differ.

    A person can hold many offices, so two are a conflict only where a body has one of each and
    no page gives both, as with a chairman and a chief executive, a minister and a deputy.
    """
    found = [*describe(one, pages, people), *introduce(one, pages, readings)]
    found += _before_names(one, pages)
    apart = _apart(found, home)
    if apart:
        reason = "offices that one person seldom holds both of"
        return _comparison(one, Relation.CONFLICT, reason, apart, pages)
    posts = [post for post in found if _POST.search(post.text) and not _KIN.search(post.text)]
    if differ((post.words, home[post.page]) for post in posts):
        return _comparison(one, Relation.COMPATIBLE, "differently named", posts, pages)
    return _former(one, found, pages, home) or _nested(one, found, pages, home)


def _before_names(one: Named, pages: Mapping[str, Article]) -> Iterator[Description]:
    """Offices that a comma parts from the name, where the mention has none: "The union's
    leader, Jean Morel,"."""
    for use in one.uses:
        if use.mention.role is not None:
            continue
        start = max(0, use.mention.start - _LONGEST)
        found = _PARTED.search(pages[use.page].text[start : use.mention.start])
        if found is not None and is_office(_head(found[1])):
            span = Span(start + found.start(1), start + found.end(1))
            yield Description(use.page, span, " ".join(found[1].split()))


def _head(text: str) -> str:
    """The last word before "of" or "for"."""
    return re.split(r"\s(?:of|for|at|in)\s", text)[0].split()[-1]


def _nested(
    one: Named, found: Sequence[Description], pages: Mapping[str, Article], home: Mapping[str, str]
) -> Comparison | None:
    """One office told more and less fully; a title before the name is none."""
    posts = [post for post in found if _is_told(post.text)]
    if not posts:
        return None
    fullest = max(posts, key=lambda post: (len(post.words), post.text)).words
    inside = [post for post in posts if len(post.words) > 1 and post.words <= fullest]
    told = {post.words for post in inside}
    if len(told) < 2 or len({home[post.page] for post in inside}) < 2:
        return None
    return _comparison(one, Relation.SAME, "told more and less fully", inside, pages)


def _is_told(text: str) -> bool:
    """Whether it is an office in words, not a title: "general secretary", not "Gov."."""
    head = _head(text)
    words = text.split()
    office = is_office(head) and head.islower() and not _KIN.search(text)
    return office and len(words) > 1 and not _OTHER_TIME.search(text)


def _comparison(
    one: Named,
    relation: Relation,
    reason: str,
    posts: Sequence[Description],
    pages: Mapping[str, Article],
    kind: str = "office",
) -> Comparison:
    values = [value_of(pages[post.page], post.span, post.text) for post in posts]
    return Comparison(f"{kind} of {one.name}", relation, reason, in_order(values))


def _apart(found: Sequence[Description], home: Mapping[str, str]) -> list[Description]:
    """The descriptions by offices that exclude each other, of which no account gives two."""
    by_office: dict[str, list[Description]] = defaultdict(list)
    for post in found:
        for office in _offices(post.text):
            by_office[office].append(post)
    for left, right in _pairs(by_office):
        ones, others = by_office[left], by_office[right]
        accounts = [{home[post.page] for post in side} for side in (ones, others)]
        if not accounts[0] & accounts[1] and _one_body(ones, others):
            return list(dict.fromkeys([*ones, *others]))
    return []


def _offices(text: str) -> Iterator[str]:
    """The exclusive offices that a description names; a deputy's with a mark of its own."""
    if _OTHER_TIME.search(text):
        return
    for name, pattern in _ONLY.items():
        at = pattern.search(text)
        if at is not None:
            under = _UNDER.search(text[: at.start()])
            yield f"deputy {name}" if under else name


def _pairs(by_office: Mapping[str, Sequence[Description]]) -> Iterator[tuple[str, str]]:
    offices = sorted(by_office)
    for number, left in enumerate(offices):
        for right in offices[number + 1 :]:
            both = {post for post in by_office[left] if post in by_office[right]}
            if not both:  # "chairman and chief executive"
                yield left, right


def _one_body(ones: Sequence[Description], others: Sequence[Description]) -> bool:
    """Whether the offices can be those of one body: no two names of different ones."""
    left, right = _bodies(ones), _bodies(others)
    return not left or not right or bool(left & right)


def _bodies(posts: Sequence[Description]) -> set[str]:
    names = {name for post in posts for name in _NAME.findall(post.text)}
    return {name for name in names if not _TITLES.fullmatch(name)}


def _former(
    one: Named, found: Sequence[Description], pages: Mapping[str, Article], home: Mapping[str, str]
) -> Comparison | None:
    """One office that accounts say in other words each that somebody had."""
    once = [post for post in found if _is_former(post, pages[post.page].text)]
    shared = frozenset.intersection(*(post.words for post in once)) if once else frozenset()
    wordings = {post.words for post in once}
    accounts = {home[post.page] for post in once}
    if not any(is_office(word) for word in shared) or min(len(accounts), len(wordings)) < _WORDINGS:
        return None
    return _comparison(one, Relation.SAME, "differently named", once, pages, "former office")


def _is_former(post: Description, text: str) -> bool:
    before = text[max(0, post.span.start - 12) : post.span.start]
    if _KIN.search(post.text):
        return False
    return bool(_ONCE.search(post.text) or _BEFORE.search(before))
