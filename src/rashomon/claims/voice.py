"""From drafts to claims: holders, chains, modes and what each claim is nested in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from rashomon.claims.draft import SCORES, Draft, Pattern
from rashomon.claims.holders.actors import find_actors, find_subjects
from rashomon.claims.holders.chains import is_listener
from rashomon.claims.holders.continued import name_continued
from rashomon.claims.holders.genders import read_genders
from rashomon.claims.holders.holders import Named, read_holder
from rashomon.claims.holders.media import settle_media
from rashomon.claims.holders.offices import read_offices
from rashomon.claims.holders.resolve import Cast, read_names
from rashomon.claims.holders.spokespeople import find_spoken_for, name_spokespeople
from rashomon.claims.prose import Prose
from rashomon.claims.signs import find_manner, find_terms, is_hedged
from rashomon.claims.terms import find_terms_told
from rashomon.model.claim import Claim, Holder, HolderClass, Link, Mode
from rashomon.model.span import Span
from rashomon.text.parse import place
from rashomon.text.places import Places

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_TOLD = {Pattern.TOLD, Pattern.HEADLINE_TOLD}
_MARKS = " \t\n,.;:!?\"'“”‘’-–—"


def to_claims(prose: Prose, drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """The claims of the drafts, which are in the order of the text."""
    sources = [draft.source for draft in drafts if draft.source is not None]
    names = read_names(prose.docs, sources)
    cast = Cast(
        names,
        read_genders(prose.docs, names),
        _author(prose),
        read_offices(prose.docs, names),
        prose.quotation_at,
    )
    told = dict(find_terms_told(prose))
    spoken_for = find_spoken_for(drafts)
    persons = [*find_actors(prose, drafts, names), *find_subjects(drafts, names)]
    persons += (who for who, _ in spoken_for.values())
    media = (words for draft in drafts for words in draft.via if words.root.pos_ == "PRON")
    mentions = [*persons, *sources, *media, *told]
    met = _meet(cast, mentions, _bare(drafts), _spoken_of(drafts, spoken_for))
    named = [met[place(draft.source)] if draft.source is not None else None for draft in drafts]
    terms = {met[place(words)].holder.name: terms for words, terms in told.items()}
    claims = [
        _claim(prose, draft, f"c{number}", holder, met)
        for number, (draft, holder) in enumerate(zip(drafts, named, strict=True), 1)
    ]
    told_on = [_with_terms(claim, terms) for claim in _nest(claims)]
    spoken = name_spokespeople(told_on, met.values())
    return settle_media(tuple(name_continued(prose.text, spoken)))


def _with_terms(claim: Claim, terms: Mapping[str, str]) -> Claim:
    """The claim with the terms that another sentence tells of its unnamed source."""
    if claim.terms is not None or claim.mode is Mode.NARRATED or claim.holder.named:
        return claim
    return replace(claim, terms=terms.get(claim.holder.name) if claim.holder.name else None)


def _author(prose: Prose) -> str | None:
    """Who "I" is in the outlet's own voice."""
    authors = prose.article.authors
    return authors[0] if len(authors) == 1 else None


def _bare(drafts: Sequence[Draft]) -> set[Span]:
    """Where headlines have a bare noun for their source: "Ministry", "officials"."""
    return {
        place(draft.source)
        for draft in drafts
        if draft.pattern is Pattern.HEADLINE and draft.source is not None
        if len(draft.source) == 1 and not read_holder(draft.source).holder.named
    }


def _spoken_of(
    drafts: Iterable[Draft], spoken_for: Mapping[Span, tuple[Words, str]]
) -> dict[Span, frozenset[str]]:
    """The last names of those whom each pronoun cannot mean: the persons in what it puts forward,
    and whoever speaks for it."""
    found = {where: frozenset({name}) for where, (_, name) in spoken_for.items()}
    for draft in drafts:
        if draft.source is not None and draft.source.root.pos_ == "PRON" and not draft.silent:
            persons = (token for token in draft.sentence if token.ent_type_ == "PERSON")
            inside = frozenset(
                token.text
                for token in persons
                if any(span.contains(place(token)) for span in draft.content)
            )
            where = place(draft.source)
            found[where] = found.get(where, frozenset()) | inside
    return found


def _meet(
    cast: Cast, mentions: Iterable[Words], late: set[Span], told: Mapping[Span, frozenset[str]]
) -> dict[Span, Named]:
    """The holder of each mention, met in the order in which the text names them; a headline's
    bare noun comes last, for the body says who it is."""
    words = {place(one): one for one in mentions}
    met = {
        where: cast.meet(words[where], told.get(where, frozenset()))
        for where in sorted(words)
        if where not in late
    }
    return met | {where: cast.meet_late(words[where]) for where in sorted(late)}


def _claim(
    prose: Prose, draft: Draft, id_: str, named: Named | None, met: Mapping[Span, Named]
) -> Claim:
    told = draft.pattern in _TOLD
    around = draft.sentence.text
    return Claim(
        id=id_,
        content=draft.content,
        mode=Mode.NARRATED if told else _mode(prose, draft),
        holder=_outlet(prose) if told else _holder(named),
        chain=_chain(draft, named, met),
        source=_source_place(draft),
        cue=draft.cue,
        attitude=draft.attitude,
        hedged=draft.hedged or _is_hedged(prose, draft),
        response=draft.response,
        manner=None if told else find_manner(_outside(prose, draft, around)),
        terms=None if told else find_terms(around),
        score=SCORES[draft.pattern] if draft.score is None else draft.score,
    )


def _source_place(draft: Draft) -> Span | None:
    if draft.silent or draft.source is None:
        return None
    return draft.shown or _closed(draft.source)


def _closed(source: Words) -> Span:
    """The source with the comma that closes an apposition in it."""
    span, doc = place(source), source.doc
    is_open = "," in source.text and source.end < len(doc) and doc[source.end].text == ","
    return Span(span.start, place(doc[source.end]).end) if is_open else span


def _outlet(prose: Prose) -> Holder:
    article = prose.article
    return Holder(
        name=article.outlet or article.id, class_=HolderClass.OUTLET, named=bool(article.outlet)
    )


def _holder(named: Named | None) -> Holder:
    return named.holder if named is not None else Holder(name="", named=False)


def _chain(draft: Draft, named: Named | None, met: Mapping[Span, Named]) -> tuple[Link, ...]:
    if named is None or draft.source is None:
        return ()
    via = tuple(_via(draft, words, met.get(place(words))) for words in draft.via)
    return (*via, _link(named, draft.source)) if named.holder.name else via


def _via(draft: Draft, words: Words, known: Named | None) -> Link:
    """A link on the way; a body that was told, or not answered, is an outlet, whatever its name
    looks like."""
    link = _link(known if known is not None else read_holder(words), words)
    is_told = draft.response is not None or (is_listener(words) and link.class_ in _BODIES)
    is_medium = link.class_ in {HolderClass.AGENCY, HolderClass.OUTLET}
    return replace(link, class_=HolderClass.OUTLET) if is_told and not is_medium else link


_BODIES = {HolderClass.UNKNOWN, HolderClass.ORGANISATION, HolderClass.COMPANY}


def _link(named: Named, words: Words) -> Link:
    where = place(words)
    return Link(named.holder.name, named.holder.class_, where.start, where.end)


def _mode(prose: Prose, draft: Draft) -> Mode:
    quoted = plain = 0
    for span in draft.content:
        inside = sum(
            max(0, min(span.end, q.end) - max(span.start, q.start))
            for q in prose.quotations_over(span)
        )
        quoted += inside
        plain += len(span.slice(prose.text).strip(_MARKS)) and span.end - span.start - inside
    if not quoted:
        return Mode.INDIRECT
    return Mode.DIRECT if plain <= _ASIDE else Mode.MIXED


_ASIDE = 4  # characters outside the marks: commas and spaces between quoted sentences


def _is_hedged(prose: Prose, draft: Draft) -> bool:
    words = [span.slice(prose.text) for span in draft.content]
    if draft.cue is not None:
        words.append(prose.text[max(0, draft.cue.start - 20) : draft.cue.end])
    return any(is_hedged(text) for text in words)


def _outside(prose: Prose, draft: Draft, around: str) -> str:
    """The sentence without the content, so that an interview told of is no manner of telling."""
    whole = place(draft.sentence)
    parts, at = [], whole.start
    for span in sorted(draft.content):
        parts.append(prose.text[at : max(at, min(span.start, whole.end))])
        at = max(at, span.end)
    parts.append(prose.text[at : max(at, whole.end)])
    return " ".join(parts) if len(around) > 0 else around


def _nest(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims with the smallest one around each, and the chains of all around before its own."""
    outer = _find_outer(claims)
    for claim in claims:
        around = outer.get(claim.id)
        if around is None:
            yield claim
        else:
            yield replace(claim, within=around.id, chain=_whole_chain(claim, outer))


def _whole_chain(claim: Claim, outer: Mapping[str, Claim]) -> tuple[Link, ...]:
    parts, seen = [claim.chain], {claim.id}
    step = outer.get(claim.id)
    while step is not None and step.id not in seen:
        parts.append(step.chain)
        seen.add(step.id)
        step = outer.get(step.id)
    root = claim.chain[-1:]
    found: list[Link] = []
    for link in chain.from_iterable([*reversed(parts[1:]), claim.chain[:-1]]):
        is_root = any(link.name == known.name for known in root)
        if not is_root and not any(_is_same(link, known) for known in found):
            found.append(link)
    return (*found, *root)


def _is_same(link: Link, known: Link) -> bool:
    """Whether it is the holder already in the chain, or only names its medium: "the Guardian" of
    "a report in the Guardian"."""
    if link.name == known.name or None in {link.start, link.end, known.start, known.end}:
        return link.name == known.name
    return Span(known.start or 0, known.end or 0).contains(Span(link.start or 0, link.end or 0))


def _is_wider(claim: Claim, other: Claim) -> bool:
    """Whether the claim holds the other's cue in more words than the other has."""
    held = other.cue is not None and any(span.contains(other.cue) for span in claim.content)
    return held and _size(claim) > _size(other)


def _size(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)


def _find_outer(claims: Sequence[Claim]) -> dict[str, Claim]:
    """The smallest claim around the cue of each, by the id of the inner one."""
    contents = [(c, span) for c in claims if c.mode is not Mode.NARRATED for span in c.content]
    places = Places([span for _, span in contents])
    found = {}
    for claim in claims:
        if claim.cue is None:
            continue
        around = [
            (span.end - span.start, other.id, other)
            for other, span in (contents[number] for number in places.around(claim.cue))
            if other is not claim
            and not (other.cue and other.cue.overlaps(claim.cue))
            and not _is_wider(claim, other)
        ]
        if around:
            found[claim.id] = min(around, key=lambda item: item[:2])[2]
    return found
