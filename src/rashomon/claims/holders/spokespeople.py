"""Spokespeople who are named after they were first quoted: "A spokeswoman for X said P. ... Q, the
spokeswoman, Jane Roe, said": the article itself names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.claims.draft import Contents, Draft
from rashomon.claims.holders.holders import read_holder
from rashomon.claims.lexicon import SPOKESPEOPLE
from rashomon.claims.phrases import noun_phrase
from rashomon.model.claim import Claim, Holder
from rashomon.model.span import Span
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

    from rashomon.claims.holders.holders import Named


_AGENTS = SPOKESPEOPLE | {"agent", "aide", "attorney", "lawyer", "manager", "publicist"}


def find_spoken_for(drafts: Sequence[Draft]) -> dict[Span, tuple[Words, str]]:
    """Whom a pronoun means in what a spokesperson tells, with the last name of the spokesperson:
    in "Roth's lawyer said she denies it" it is Roth's denial."""
    contents = Contents(drafts)
    found = {}
    for draft in drafts:
        if draft.cue is None or draft.source is None or draft.source.root.lower_ not in _MEANT:
            continue
        for outer in contents.around(draft.cue, but=draft):
            principal = _principal(outer.source) if outer.source is not None else None
            if principal is not None and outer.source is not None:
                name = read_holder(outer.source).holder.name.split(" ")[-1]
                found[place(draft.source)] = (principal, name)
    return found


_MEANT = {"he", "she", "they", "it"}


def _principal(source: Words) -> Words | None:
    """Whose spokesperson it is: "Roth's lawyer", "a spokesman for Roth"."""
    titles = [source.root, *(c for c in source.root.children if c.dep_ in {"appos", "compound"})]
    title = next((t for t in titles if t.lemma_.lower() in _AGENTS), None)
    for child in title.children if title is not None else ():
        if child.dep_ == "poss":
            return child.doc[noun_phrase(child).start : child.i + 1]
        noun = next((c for c in child.rights if c.dep_ == "pobj"), None)
        if child.lower_ in {"for", "of"} and noun is not None:
            return noun_phrase(noun)
    return None


def name_spokespeople(claims: Sequence[Claim], met: Iterable[Named]) -> tuple[Claim, ...]:
    """The claims, those of a spokesperson whom the article names later by that name.

    Whoever spoke on terms stays unnamed.
    """
    names = _find_names(sorted(met, key=lambda named: place(named.words).start))
    bound = {claim.holder.name for claim in claims if claim.terms is not None}
    names = {name: holder for name, holder in names.items() if name not in bound}
    return tuple(_renamed(claim, names) for claim in claims)


def _find_names(met: Sequence[Named]) -> dict[str, Holder]:
    """The named holder of each description of a spokesperson."""
    found: dict[str, Holder] = {}
    for number, named in enumerate(met):
        sort = named.heads & SPOKESPEOPLE
        if not sort or not _takes_up(named):
            continue
        before = {
            other.holder.name
            for other in met[:number]
            if other.heads & sort and not other.holder.named and not other.plural
        }
        if len(before) == 1:
            found.setdefault(before.pop(), named.holder)
    return found


def _takes_up(named: Named) -> bool:
    """Whether it is "the spokeswoman, Jane Roe" and says no more of her: one known already."""
    words = named.words
    own = {token.lower_ for token in words if token.is_alpha and token.ent_type_ != "PERSON"}
    name = {word.lower() for word in named.holder.name.split()}
    return named.holder.named and words[0].lower_ == "the" and own - name - SPOKESPEOPLE == {"the"}


def _renamed(claim: Claim, names: Mapping[str, Holder]) -> Claim:
    holder = names.get(claim.holder.name)
    if holder is None or claim.holder.named:
        return claim
    chain = (*claim.chain[:-1], *(replace(link, name=holder.name) for link in claim.chain[-1:]))
    return replace(claim, holder=holder, chain=chain)
