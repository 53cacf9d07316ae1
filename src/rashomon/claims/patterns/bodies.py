"""Two named bodies behind one cue are two holders: "the army and the ministry denied P"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.claims.draft import Draft
from rashomon.claims.lexicon import BODIES, PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_NAMES = {"PERSON", "ORG", "GPE", "NORP"}
_SINGULAR = {"NN", "NNP"}


def part(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, each with more than one named source once for each of them."""
    for draft in drafts:
        heads = _heads(draft.source) if draft.source is not None else []
        if len(heads) < 2 or draft.silent or any(t.tag_ == "NNS" for t in heads[0].lefts):
            yield draft
            continue
        for words in _parts(draft.source, heads):
            yield replace(draft, source=words)


def _heads(source: Words | None) -> list[Token]:
    """The heads of the parts, if each is a named body or person by itself; else nothing."""
    if source is None:
        return []
    chain = _conjuncts(source.root, source) or _below(source)
    is_apart = len(chain) > 1 and not any(_is_one_name(head) for head in chain[1:])
    return chain if is_apart and all(_is_one(head) for head in chain) else []


def _is_one_name(head: Token) -> bool:
    """Whether the head goes on a name that began before "and": "Marks and Spencer"."""
    before = head.doc[head.left_edge.i - 1]
    if any(c.lower_ == "the" for c in head.lefts):
        return False
    return bool(before.ent_type_) or not (_is_met_apart(head) and _is_met_apart(head.head))


def _is_met_apart(head: Token) -> bool:
    """Whether the name is more than one word, a country's, or stands elsewhere by itself."""
    if head.ent_type_ == "GPE" or any(c.dep_ == "compound" for c in head.lefts):
        return True
    last = len(head.doc) - 1
    return any(
        token.text == head.text and not {"and", "&"} & {near.text for near in _near(token, last)}
        for token in head.doc
    )


def _near(token: Token, last: int) -> Iterator[Token]:
    if token.i > 0:
        yield token.nbor(-1)
    if token.i < last:
        yield token.nbor(1)


def _conjuncts(root: Token, source: Words) -> list[Token]:
    heads = [root]
    while True:
        after = [c for c in heads[-1].rights if c.dep_ == "conj" and c.i < source.end]
        if not after:
            return heads if len(heads) > 1 else []
        heads.append(after[0])


def _below(source: Words) -> list[Token]:
    """As in "the command of the coalition and the ministry": the parser hangs the second body on
    the name in the first, but it has an article of its own."""
    root = source.root
    if root.lemma_.lower() not in BODIES or root.tag_ not in _SINGULAR:
        return []
    is_of = root.i + 1 < source.end and root.nbor(1).lower_ == "of"
    for other in source:
        has_own = any(c.lower_ == "the" for c in other.lefts)
        if is_of and other.dep_ == "conj" and has_own and other.lower_ in BODIES:
            return [root, other]
    return []


def _is_one(head: Token) -> bool:
    """Whether the head names one body or person, not a sort of people."""
    if head.tag_ not in _SINGULAR or (head.lemma_.lower() in PEOPLE and head.pos_ != "PROPN"):
        return False
    is_body = head.lemma_.lower() in BODIES and any(_tells(c) for c in head.lefts)
    return (head.pos_ == "PROPN" and head.ent_type_ in _NAMES) or is_body


def _tells(left: Token) -> bool:
    return left.lower_ in {"the", "its", "their"} or left.ent_type_ in _NAMES


def _parts(source: Words | None, heads: Sequence[Token]) -> Iterator[Words]:
    if source is None:
        return
    doc, start = source.doc, source.start
    for _, following in zip(heads, [*heads[1:], None], strict=True):
        end = source.end if following is None else _before(following)
        if start < end:
            yield doc[start:end]
        start = following.left_edge.i if following is not None else end


def _before(head: Token) -> int:
    """The end of what stands before the head's phrase, without comma and "and"."""
    end = head.left_edge.i
    while end > 0 and (head.doc[end - 1].dep_ == "cc" or head.doc[end - 1].text == ","):
        end -= 1
    return end
