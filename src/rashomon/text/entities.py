"""The parser's named entities put right: what is not the name off, what is the name on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.model.reading import MentionKind
from rashomon.text.naming import (
    ALSO_BODIES,
    BEHIND_HYPHENS,
    BODY_NOUNS,
    CALENDAR,
    HONORIFICS,
    OFFICE_WORDS,
    PAPER_WORDS,
    PLACE_NOUNS,
    PLACES,
    RANKS,
)
from rashomon.text.roles import find_role, is_title

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_KINDS = {
    "PERSON": MentionKind.PERSON,
    "ORG": MentionKind.ORGANISATION,
    "GPE": MentionKind.PLACE,
    "LOC": MentionKind.PLACE,
    "FAC": MentionKind.PLACE,
    "EVENT": MentionKind.OTHER,
    "LAW": MentionKind.OTHER,
    "PRODUCT": MentionKind.OTHER,
    "WORK_OF_ART": MentionKind.OTHER,
}
PEOPLES = "NORP"
_LONGEST_PLACE = 3  # words of a place's name
_ACRONYM = re.compile(r"(?:[A-Z]\.?){3,6}")
_PARTY_AND_STATE = re.compile(r"[A-Z]-[A-Z][A-Za-z.]*")  # "R-Va." behind a senator's name

# "The Hill" and "the Atlantic" are more often something else.
_SHORT_PAPERS = PAPER_WORDS - frozenset(
    "age atlantic bee blade citizen globe hill hindu independent mail mercury monitor nation news"
    " press record register reporter republic review standard sun verge weekly".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in one document, by its tokens."""

    doc: Doc
    start: int
    end: int
    kind: MentionKind

    @property
    def words(self) -> Words:
        """The tokens."""
        return self.doc[self.start : self.end]

    @property
    def name(self) -> str:
        """The words, with plain marks and single spaces."""
        return " ".join(self.words.text.split())


def find_entities(doc: Doc) -> Iterator[Found]:
    """The parser's entities without what is not the name, and with what it left off."""
    last = 0
    for words, kind in _joined(doc):
        if words.end <= last:
            continue  # the place that the name before has taken in
        start, end = _widen(doc, words.start, words.end, kind)
        start, end = strip_name(doc, max(start, last), end, kind)
        if _is_paper(doc, start, end):
            end, kind = end + 1, MentionKind.ORGANISATION
        elif start < end and is_short_paper(doc[start:end]):
            kind = MentionKind.ORGANISATION
        if start >= end or not is_name(doc[start:end], kind):
            continue
        end = _with_place(doc, _with_group(doc, end, kind), kind)
        start = _with_article(doc, start, end, kind, last)
        yield Found(doc, start, end, _corrected(doc[start:end], kind))
        last = end


def _joined(doc: Doc) -> Iterator[tuple[Words, MentionKind]]:
    """The entities, those that stand side by side as one name put together."""
    entities = [e for e in doc.ents if e.label_ in _KINDS or e.label_ == PEOPLES]
    at = 0
    while at < len(entities):
        entity = entities[at]
        after = entities[at + 1] if at + 1 < len(entities) else None
        at += 1
        if after is not None and _is_one(doc, entity, after):
            at += 1
            yield doc[entity.start : after.end], MentionKind.ORGANISATION
        elif quoted := _quoted(doc, entity):
            yield quoted, MentionKind.OTHER
        elif entity.label_ != PEOPLES:
            yield entity, _KINDS[entity.label_]
        elif entity.root.tag_ in ("NNPS", "NNP", "NNS") and entity.root.dep_ not in (
            "compound",
            "amod",
            "nmod",
        ):
            yield entity, MentionKind.OTHER


def _is_one(doc: Doc, left: Words, right: Words) -> bool:
    """Whether a people and a body are one name: "Islamic" and "State"."""
    return (
        left.end == right.start
        and left.label_ == PEOPLES
        and right.label_ in ("ORG", "FAC")
        and len(right) == 1
        and right.root.head.i >= right.start
        and not is_title(right)
    )


def _with_place(doc: Doc, end: int, kind: MentionKind) -> int:
    """The end of a body's name with its place, where an acronym behind shows that it is one:
    "Federation of Miners" "of Belmora (FMB)"."""
    if kind is not MentionKind.ORGANISATION or end >= len(doc) or doc[end].lower_ != "of":
        return end
    at = end + 1 + (end + 1 < len(doc) and doc[end + 1].lower_ == "the")
    first = at
    while at < min(len(doc), first + _LONGEST_PLACE) and doc[at].is_title:
        at += 1
    if at == first or at + 2 >= len(doc) or (doc[at].text, doc[at + 2].text) != ("(", ")"):
        return end
    return at if _ACRONYM.fullmatch(doc[at + 1].text) else end


def _quoted(doc: Doc, entity: Words) -> Words | None:
    """The whole of a short capitalised name in quotation marks that the entity is a part of."""
    left, right = entity.start, entity.end
    while left > 0 and entity.start - left < 5 and doc[left - 1].text[:1].isupper():
        left -= 1
    while right < len(doc) and right - entity.end < 5 and doc[right].text[:1].isupper():
        right += 1
    inside = left > 0 and right < len(doc) and doc[left - 1].text == doc[right].text == '"'
    return doc[left:right] if inside and right - left > len(entity) else None


def _widen(doc: Doc, start: int, end: int, kind: MentionKind) -> tuple[int, int]:
    """The name with the hyphened parts that were cut off: "al-", "-in", "-un"."""
    while start >= 2 and doc[start - 1].text == "-" and _is_part(doc, start - 2, start):
        if doc[start - 2].lower_ in ("anti", "pro", "non", "ex", "mid", "post", "pre"):
            break
        start -= 2
    while end + 1 < len(doc) and doc[end].text == "-" and _is_part(doc, end - 1, end + 1):
        tail = doc[end + 1]
        capital = tail.text[:1].isupper()
        given = kind is MentionKind.PERSON and len(tail) <= 5
        if tail.lower_ in BEHIND_HYPHENS or not (capital or given) or not tail.is_alpha:
            break
        end += 2
    return start, end


def _is_paper(doc: Doc, start: int, end: int) -> bool:
    """Whether the name of a place goes on as that of its paper: "the Velmar" "Star"."""
    if not 0 < start < end < len(doc) or doc[start - 1].lower_ != "the" or doc[end].ent_type_:
        return False
    behind = doc[end]
    return behind.is_title and behind.lower_ in PAPER_WORDS and bool(doc[end - 1].whitespace_)


def is_short_paper(words: Words) -> bool:
    """Whether it is the last word of a paper's name alone: "seen by the Courier"."""
    doc, start = words.doc, words.start
    if len(words) > 1 or start == 0 or words[0].lower_ not in _SHORT_PAPERS:
        return False
    alone = start + 1 == len(doc) or not (doc[start + 1].is_title or doc[start + 1].text == "-")
    return doc[start - 1].lower_ == "the" and words[0].is_title and alone


def _is_part(doc: Doc, left: int, right: int) -> bool:
    """Whether no space stands between the tokens."""
    return not any(token.whitespace_ for token in doc[left:right])


def strip_name(doc: Doc, start: int, end: int, kind: MentionKind) -> tuple[int, int]:
    """The name without the article, marks, possessive and titles at its ends, and without what
    stands in brackets behind it."""
    end = next((at for at in range(start + 1, end) if doc[at].text == "("), end)
    while start < end and (doc[end - 1].text in ("'s", "'", "s'") or _loose(doc[end - 1])):
        end -= 1
    while start < end and (doc[start].tag_ in ("DT", "PRP$") or _loose(doc[start])):
        start += 1
    if kind is MentionKind.PERSON:
        titled = [at for at in range(start, end - 2) if doc[at].lower_.rstrip(".") in RANKS]
        start = titled[-1] + 1 if titled else start  # "GOP Chair Ann Lee"
        while end - start > 1 and _leads(doc[start]):
            start += 1
        while end - start > 1 and doc[end - 1].text[:1].islower() and doc[end - 2].text != "-":
            end -= 1
    return start, end


def _loose(token: Token) -> bool:
    """Whether a mark stands outside a name; a full stop in "Inc." is inside its token."""
    return token.is_punct or token.is_space or token.is_quote


def _leads(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return (
        word in RANKS
        or word in HONORIFICS
        or word in ("former", "ex", "'s")
        or (word in OFFICE_WORDS and not token.is_title)
    )


def is_name(words: Words, kind: MentionKind) -> bool:
    """Whether the words can be a name: capitals, and more than a title or a day."""
    if (
        not any(token.text[:1].isupper() for token in words)
        or words.text.lower() in CALENDAR
        or len(words.text) < 2
    ):
        return False
    if _PARTY_AND_STATE.fullmatch(words.text):
        return False
    if is_title(words) and kind is not MentionKind.PLACE:
        return False
    return not _in_title(words)


def _in_title(words: Words) -> bool:
    """Whether the words end an office in front of a name: "State" in "Secretary of State"."""
    doc, start = words.doc, words.start
    if len(words) > 1 or start < 2 or doc[start - 1].lower_ != "of":
        return False
    office = doc[start - 2]
    return (
        office.is_title and office.lower_ in RANKS and words.text in ("State", "Defense", "Defence")
    )


def _with_group(doc: Doc, end: int, kind: MentionKind) -> int:
    """The end of a name that goes on as "group": "Islamic State group"."""
    group = kind is MentionKind.ORGANISATION and end < len(doc) and doc[end].text == "group"
    return end + group


def _with_article(doc: Doc, start: int, end: int, kind: MentionKind, last: int) -> int:
    """The start of a name that its article is a part of, as with papers."""
    if kind is not MentionKind.ORGANISATION or start <= last or doc[start - 1].lower_ != "the":
        return start
    paper = doc[end - 1].lower_ in PAPER_WORDS and end - start <= 4
    return start - 1 if paper and all(t.text[:1].isupper() for t in doc[start:end]) else start


def _corrected(words: Words, kind: MentionKind) -> MentionKind:
    """The kind, where the name itself says what it names."""
    text = words.text
    if text in PLACES or (text.isupper() and text.title() in PLACES):
        return MentionKind.PLACE
    if kind is MentionKind.PLACE and _ACRONYM.fullmatch(text):
        return MentionKind.ORGANISATION
    last = words[-1].lower_
    if kind is not MentionKind.PERSON and len(words) > 1 and last in BODY_NOUNS:
        return MentionKind.ORGANISATION
    if kind is MentionKind.OTHER and len(words) > 1 and last in PLACE_NOUNS:
        return MentionKind.PLACE
    if kind is not MentionKind.PERSON and 2 <= len(words) <= 3 and _has_office(words):
        return MentionKind.PERSON
    if kind is MentionKind.OTHER and (role := find_role(words, person=False)) is not None:
        return MentionKind.ORGANISATION if role else kind
    return kind


def _has_office(words: Words) -> bool:
    """Whether an office beside the name makes a person of it: ", the utility's chairman,"."""
    named = {token.lower_ for token in words}
    if named & (BODY_NOUNS | PLACE_NOUNS | PAPER_WORDS) or not all(t.is_title for t in words):
        return False
    role = find_role(words, person=True)
    return role is not None and not {t.lower_ for t in role} & ALSO_BODIES
