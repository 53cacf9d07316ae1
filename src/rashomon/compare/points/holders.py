"""Who is one holder across articles, and which holders have one root.

A named holder is one under all spellings. An unnamed one is never merged with a named one,
nor with the unnamed one of another text, except where both are told through the same
newspaper or agency: its unnamed officials are one root. A spokesman speaks for his body: an
office, not a person, so two texts may mean the same one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.compare.points.called import BODIES, Called, find_short_names
from rashomon.model.article import Article
from rashomon.model.claim import Claim, Holder, HolderClass, Mode
from rashomon.model.reading import MentionKind, Reading
from rashomon.text.names import NameUse, group_names
from rashomon.text.nations import country_of
from rashomon.text.normal import plain_form

_SPOKESMAN = re.compile(r"\bspokes(?:man|woman|person|people|men|women)\b", re.IGNORECASE)
_BODY_AFTER = re.compile(r"\bspokes\w+\s+(?:for|of)\s+(?:the\s+)?([^,;()]{2,80})", re.IGNORECASE)
_BODY_BEFORE = re.compile(
    r"^(?:an?\s+|the\s+)?([^,;()]{2,80}?)(?:['’]s?)?\s+spokes\w+", re.IGNORECASE
)
_STATEMENT = re.compile(
    r"(?P<owner>.{2,60})['’]s? (?:\w+ )?(?:statement|announcement|note|post|letter)"
    r"|(?:a|an|the|its) (?:\w+ )?(?:statement|announcement|note|post|letter) "
    r"(?:from|by|of) (?P<author>.{2,60})",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"the (?:[\w-]+ ){0,3}(?:company|firm|corporation|retailer|airline|carmaker|maker|manufacturer|"
    r"giant|platform|service|operator|bank|lender|broadcaster|publisher|chain|start-?up)",
    re.IGNORECASE,
)
_FIRM_CLASSES = {HolderClass.COMPANY, HolderClass.ORGANISATION}
_LEADING = re.compile(r"^(?:the|a|an|its|their|his|her|our|some|several|one|two|three)\s+", re.I)

_BODIES = {HolderClass.GOVERNMENT, HolderClass.COMPANY, HolderClass.ORGANISATION}
_OFFICIALS = {HolderClass.OFFICIAL, HolderClass.MILITARY, HolderClass.POLICE}
_OFFICIALS |= {HolderClass.GOVERNMENT, HolderClass.DIPLOMAT}
_BODIES |= {HolderClass.AGENCY, HolderClass.OUTLET, HolderClass.GROUP, HolderClass.DOCUMENT}


class Holders:
    """The identity of every claim's holder in one story."""

    def __init__(
        self,
        articles: Sequence[Article],
        readings: Mapping[str, Reading],
        accounts: Mapping[str, str],
    ) -> None:
        self._articles = {article.id: article for article in articles}
        self._accounts = accounts
        self._names = _group(articles, readings)
        self._called = {page: Called(reading) for page, reading in readings.items()}
        self._firms = {page: self._find_firm(reading) for page, reading in readings.items()}
        self._bodies = self._find_bodies(readings)
        self._sources = {
            self._canonical(page, link.name)
            for page, reading in readings.items()
            for claim in reading.claims
            for link in claim.chain[:-1]
        }

    def key(self, article: str, claim: Claim) -> str:
        """What all claims of one holder in the story share."""
        if claim.mode is Mode.NARRATED:
            return f"outlet {self._accounts[article]}"
        holder = self._resolved(article, claim.holder)
        if nation := _government(holder.name):
            return f"government of {nation}"
        if body := _body(holder.name):
            nation = _government(body)
            office = f"government of {nation}" if nation else _plain(self._canonical(article, body))
            return f"spokesman of {office}"
        if holder.named:
            return f"name {self._canonical(article, holder.name)}"
        if holder.class_ in _BODIES and _is_institution(holder.name):
            return f"body {_plain(holder.name)}"  # an institution, no hidden source
        via = self.via(article, claim)
        if not via and holder.class_ in _OFFICIALS:
            via = self._cited(article)
        if via:
            nation = country_of(holder.nationality or "") or country_of(holder.name) or ""
            sort = "officials" if holder.class_ in _OFFICIALS else holder.class_.value
            return f"unnamed {nation} {sort} via {via}"
        return f"unnamed {_plain(holder.name)} in {self._accounts[article]}"

    def via(self, article: str, claim: Claim) -> str:
        """Who passed the claim on, nearest first; empty where the text does not say."""
        return " < ".join(self._canonical(article, link.name) for link in claim.chain[:-1])

    def root(self, article: str, claim: Claim) -> str:
        """The name of the root: that of a body for its spokesman."""
        key = self.key(article, claim).removeprefix("spokesman of ")
        if key.startswith("government of "):
            return key.removeprefix("government of ").title()
        if body := _body(self._resolved(article, claim.holder).name):
            return self._canonical(article, body)
        if key.startswith("body "):
            return _LEADING.sub("", self._resolved(article, claim.holder).name)
        name = key.removeprefix("name ").removeprefix("outlet ")
        return self._bodies.get(name, name)

    def shown(self, article: str, claim: Claim) -> Holder:
        """The holder, a person by the fullest name that the story gives."""
        if claim.mode is Mode.NARRATED:
            outlet = self._articles[article].outlet
            return Holder(outlet or article, HolderClass.OUTLET, named=outlet is not None)
        holder = self._resolved(article, claim.holder)
        if not holder.named or holder.class_ in _BODIES:
            return holder
        return replace(holder, name=self._canonical(article, holder.name))

    def _resolved(self, article: str, holder: Holder) -> Holder:
        """Whom a description stands for: of "the company's statement" the company, and of "the
        company" the only one that the article quotes by its name."""
        if said := _STATEMENT.fullmatch(holder.name):
            name = said["owner"] or said["author"]
            bare = _LEADING.sub("", name)
            named = bare != bare.lower()
            holder = replace(holder, name=name, class_=HolderClass.ORGANISATION, named=named)
        firm = self._firms.get(article)
        if firm and not holder.named and _FIRM.fullmatch(holder.name):
            return replace(holder, name=firm, class_=HolderClass.COMPANY, named=True)
        if holder.named or not holder.name or holder.class_ not in BODIES:
            return holder
        called = self._called[article].find(
            holder.name, lambda name: self._canonical(article, name)
        )
        if called is None:
            return holder
        return replace(holder, name=called, named=not called.lower().startswith("the "))

    def _find_firm(self, reading: Reading) -> str | None:
        """The company that an article quotes by name, if it is only one."""
        firms = {
            self._canonical(reading.id, claim.holder.name)
            for claim in reading.claims
            if claim.holder.named and claim.holder.class_ in _FIRM_CLASSES
        }
        return min(firms) if len(firms) == 1 else None

    def _cited(self, article: str) -> str:
        """The article's outlet where other articles name it as their source."""
        outlet = self._canonical(article, self._articles[article].outlet or "")
        return outlet if outlet in self._sources else ""

    def _canonical(self, article: str, name: str) -> str:
        return self._names.get((article, _plain(name)), name)

    def _find_bodies(self, readings: Mapping[str, Reading]) -> dict[str, str]:
        """The body that each named spokesman speaks for, as its shortest name."""
        found: dict[str, set[str]] = defaultdict(set)
        for page, reading in readings.items():
            text = self._articles[page].text
            roles = [
                (mention.name, mention.role.slice(text))
                for mention in reading.mentions
                if mention.kind is MentionKind.PERSON and mention.role is not None
            ]
            roles += [
                (claim.holder.name, claim.source.slice(text))
                for claim in reading.claims
                if claim.holder.named and claim.source is not None
            ]
            for name, role in roles:
                if body := _body(role):
                    found[self._canonical(page, name)].add(self._canonical(page, body))
        return {name: min(bodies, key=lambda b: (len(b), b)) for name, bodies in found.items()}


def _group(
    articles: Sequence[Article], readings: Mapping[str, Reading]
) -> dict[tuple[str, str], str]:
    """The fullest spelling of each name in the story, by article and plain form."""
    uses = {use.id: use for use in _uses(articles, readings)}
    found = {}
    for group in group_names(list(uses.values())):
        members = [uses[id_] for id_ in group.ids]
        best = _best(Counter(use.name for use in members))
        for use in members:
            found[use.article or "", _plain(use.name)] = best
    for article in articles:
        for short, name in find_short_names(article).items():
            whole = found.get((article.id, _plain(name)), name)
            found[article.id, _plain(short)] = whole
    return found


def _best(names: Counter[str]) -> str:
    """The full name that most articles use; the longest of equals."""
    return max(names, key=lambda n: (" " in n, names[n], len(n), n))


def _uses(articles: Sequence[Article], readings: Mapping[str, Reading]) -> Iterator[NameUse]:
    for article in articles:
        reading = readings.get(article.id)
        if reading is None:
            continue
        names: list[tuple[str, MentionKind | None]] = [(m.name, m.kind) for m in reading.mentions]
        names += [
            (link.name, None) for claim in reading.claims for link in claim.chain if link.name
        ]
        names += [(claim.holder.name, None) for claim in reading.claims if claim.holder.named]
        names += [(article.outlet, None)] if article.outlet else []
        for i, (name, kind) in enumerate(dict.fromkeys(names)):
            yield NameUse(id=f"{article.id}#{i}", name=name, article=article.id, kind=kind)


def _government(name: str) -> str | None:
    """The country that a holder's name stands for as a state: "Iraq", "the Iraqi government"."""
    plain = _plain(name)
    adjective = plain.removesuffix(" government").removeprefix("government of ")
    return country_of(adjective) if adjective else None


def _body(name: str) -> str | None:
    """The body that a description of a spokesman names."""
    if not _SPOKESMAN.search(name):
        return None
    found = _BODY_AFTER.search(name) or _BODY_BEFORE.search(name)
    body = found[1].strip() if found else None
    return None if body is None or body.lower() in _OWNERS else body


_OWNERS = {"his", "her", "its", "their", "my", "our", "the", "a", "chief", "official"}


def _is_institution(name: str) -> bool:
    """Whether it is "the ministry", or "ministry" in a headline: no hidden source."""
    is_one = name.islower() and " " not in name and not name.endswith("s")
    return name.lower().startswith("the ") or is_one


def _plain(name: str) -> str:
    plain = " ".join(name.lower().replace("’", "'").split())
    return " ".join(plain_form(word) for word in _LEADING.sub("", plain).split())
