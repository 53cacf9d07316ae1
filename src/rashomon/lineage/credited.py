"""Whom the copies of one text credit with it, each agency under one name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from rashomon.model.article import Article, Evidence
from rashomon.text.agencies import find_agency, is_short_for, looks_like_agency

_DEFINED = re.compile(r"((?:[A-Z][\w'’-]* (?:of |the )?){1,5})\(([A-Z]{2,6})\)")
_AGENCY_ENDINGS = ("Press", "Agency", "Wire", "Newswire", "Service")
# "With inputs from PTI", "Some material was supplied by AFP": a part of the text is theirs.
_PART = re.compile(
    r"\b(?:inputs?|material|information|files?|contribut\w+|additional(?:ly)?|"
    r"with (?:\w+ )?reporting)\b",
    re.I,
)

# They pass on what others wrote, so that whoever is credited beside them is the writer. Source: how
# they describe themselves; "Los Angeles Times (TNS)" is their form.
_DISTRIBUTORS = frozenset({"CNN Newsource", "TNS", "Tribune News Service", "Gannett News Service"})
# What they send out is written by who pays for it, on agencies' sites too.
_RELEASES = frozenset(
    {"Accesswire", "Business Wire", "EIN Presswire", "GlobeNewswire", "PR Newswire"}
)
_HOST = re.compile(r"(?:www\.)?([a-z0-9-]+)(?:\.[a-z]{2,4}){1,2}")
_NOTICE = re.compile(r"©|copyright|all rights reserved|may not be", re.I)  # "This material may not"
_BESIDE = 80  # characters of a line that is in no block


def find_credits(articles: Sequence[Article], spelled: Mapping[str, str]) -> Counter[str]:
    """How many copies credit each; an agency's own page credits the agency.

    One page alone that credits somebody with a part of it credits nobody with the text.
    """
    counts: Counter[str] = Counter()
    for article in articles:
        credits = article.credits if len(articles) > 1 else _of_the_whole(article)
        names = {one_name(credit, spelled) for credit in credits}
        own = one_name(article.outlet, spelled) if article.outlet else None
        if own and (own in spelled.values() or looks_like_agency(own)):
            names.add(own)
        counts.update(names)
    return counts


def find_writers(credits: Iterable[str]) -> list[str]:
    """Those of the names that may have written the text: the others only pass it on."""
    names = sorted(credits)
    releases = [name for name in names if name in _RELEASES]
    return releases or [name for name in names if name not in _DISTRIBUTORS] or names


def spell_out(articles: Sequence[Article], signs: Iterable[str] = ()) -> Mapping[str, str]:
    """For the letters that the articles are credited or signed with, the name they are short for.

    Looked for in the other credits, in the outlets' names, and in what the pages define; only
    where there is one.
    """
    credits = [credit for article in articles for credit in article.credits]
    letters = {find_agency(credit) or credit for credit in credits} | set(signs)
    outlets = [article.outlet for article in articles if article.outlet]
    found = {}
    for short in sorted(each for each in letters if each.isupper()):
        defined = [name for article in articles for name in _defined(article.text, short)]
        named = [*credits, *(outlet for outlet in outlets if _may_sign(outlet, short)), *defined]
        long = {name.removeprefix("The ") for name in named if is_short_for(short, name)}
        if len(long) == 1 and find_agency(min(long)) != short:
            found[short] = min(long)
    return found


def _may_sign(outlet: str, letters: str) -> bool:
    """Whether the letters can be the outlet's: "AP" in "The Aldane Post" is another's sign."""
    return find_agency(letters) is None or outlet.split()[-1] in _AGENCY_ENDINGS


def one_name(name: str, spelled: Mapping[str, str]) -> str:
    """The agency as it signs itself, or the name as the page gives it.

    Of "MARA OBEN Tribune News Service" the agency.
    """
    plain = find_agency(name) or find_agency(site_name(name)) or _after_person(name) or name
    return spelled.get(plain, plain)


def site_name(outlet: str) -> str:
    """What an outlet is called that is known by its host only: "cnn.com" is "cnn"."""
    found = _HOST.fullmatch(outlet)
    return found[1] if found else outlet


def _after_person(name: str) -> str | None:
    words = name.split()
    return find_agency(" ".join(words[2:])) if len(words) > 3 and words[0].isupper() else None


def agencies_among(names: Iterable[str]) -> list[str]:
    """Those of the names that are agencies', sorted: known ones, and what is built like one."""
    return sorted({name for name in names if looks_like_agency(name)})


def _of_the_whole(article: Article) -> list[str]:
    """The credits that are not for a part of the text only."""
    evidence = article.evidence.get("credits", ())
    pairs = zip_longest(article.credits, evidence[: len(article.credits)])
    return [credit for credit, seen in pairs if credit and not _is_for_a_part(article, seen)]


def _is_for_a_part(article: Article, seen: Evidence | None) -> bool:
    if seen is None or seen.start is None or seen.end is None:
        return False
    inside = (b for b in article.blocks if b.start <= seen.start < b.end)
    block = next(inside, None)
    start, end = (block.start, block.end) if block else (seen.start - _BESIDE, seen.end + _BESIDE)
    line = article.text[max(0, start) : end]
    return _PART.search(line) is not None and _NOTICE.search(line) is None


def _defined(text: str, letters: str) -> list[str]:
    """What the page writes out before the letters in brackets."""
    found = [each[1].split() for each in _DEFINED.finditer(text) if each[2] == letters]
    tails = [" ".join(words[k:]) for words in found for k in range(len(words))]
    return [tail for tail in tails if is_short_for(letters, tail)]
