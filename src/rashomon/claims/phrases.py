"""Runs of tokens that belong together, and their places without the marks at the edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rashomon.model.span import Span
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

Run = tuple[int, int]
"""A half-open range of token indices."""

_EDGES = {",", ";", ":", "-", "--", "–", "—", "...", "…", ".", "!", "?"}
_FRONT = {"and", "but", "or", "yet"}


def subtree(token: Token) -> Run:
    """From the first to the last token below the token."""
    return token.left_edge.i, token.right_edge.i + 1


def without(run: Run, holes: Iterable[Run]) -> Iterator[Run]:
    """What is left of a run when the holes are cut out of it."""
    start, end = run
    for hole_start, hole_end in sorted(holes):
        if hole_end <= start or hole_start >= end:
            continue
        if hole_start > start:
            yield start, hole_start
        start = max(start, hole_end)
    if start < end:
        yield start, end


def trim(doc: Doc, run: Run) -> Run:
    """The run without marks and spaces at its ends; quotation marks and brackets stay."""
    start, end = run
    while start < end and (doc[start].is_space or doc[start].text in _EDGES):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _EDGES):
        end -= 1
    return start, end


def trim_front(doc: Doc, run: Run) -> Run:
    """The trimmed run without a conjunction that ties the sentence to the one before."""
    start, end = trim(doc, run)
    if start < end and doc[start].lower_ in _FRONT and doc[start].dep_ == "cc":
        start += 1
    return trim(doc, (start, end))


def places(doc: Doc, runs: Iterable[Run]) -> tuple[Span, ...]:
    """Where the runs stand in the page, cut where they pass from one block to the next."""
    found: list[Span] = []
    for run in sorted(runs):
        start, end = trim(doc, run)
        if start < end:
            found.append(place(doc[start:end]))
    return tuple(found)


def noun_phrase(head: Token, but: Token | None = None) -> Words:
    """The noun phrase of the head, without the branch that holds the other token and without
    participles that tell whom the source drew on ("citing two officials")."""
    start, end = subtree(head)
    for child in head.children:
        apart = but is not None and _holds(child, but)
        if child.i > head.i and (apart or _is_aside(child)):
            end = min(end, child.left_edge.i)
        elif child.i < head.i and apart:
            start = max(start, child.right_edge.i + 1)
    start, end = trim(head.doc, (start, end))
    start, end = _unquoted(head, _behind_dateline(head, start), end)
    if start >= end:
        start, end = head.i, head.i + 1
    return head.doc[start:end]


_DATELINE = 8  # tokens of "PORT LOUIS, Mauritius (Reuters) —"
_DASHES = {"-", "--", "–", "—"}


def _behind_dateline(head: Token, start: int) -> int:
    """The start of the name behind a dateline: "KABUL (Reuters) - A minister"."""
    doc = head.doc
    for at in range(max(head.i, min(start + _DATELINE, head.right_edge.i)), start, -1):
        before = doc[at - 1]
        is_free = bool(doc[at].whitespace_ and before.whitespace_) and doc[at].text in _DASHES
        is_place = doc[start].is_upper and len(doc[start]) > 2 and doc[start].is_sent_start
        is_first = start - head.sent.start < _DATELINE
        if is_free and (is_place or (is_first and at < head.i and _ends_dateline(before))):
            return at + 1
    return start


def _ends_dateline(before: Token) -> bool:
    return before.text == ")" or bool(before.is_upper)


def _unquoted(head: Token, start: int, end: int) -> Run:
    """The phrase without a mark that belongs to the quotation beside it."""
    doc = head.doc
    if doc[start:end].text.count('"') % 2:
        while start < head.i and any(token.text == '"' for token in doc[start : head.i]):
            start += 1
        while end > head.i + 1 and any(token.text == '"' for token in doc[head.i : end]):
            end -= 1
    return trim(doc, (start, end))


def _holds(top: Token, token: Token) -> bool:
    return top == token or top.is_ancestor(token)


def _is_aside(child: Token) -> bool:
    """A participle or relative clause behind a comma: ", citing two officials", ", who left"."""
    if child.left_edge.i == 0 or child.left_edge.nbor(-1).text not in {",", "--", "–", "—", "-"}:
        return False
    return child.dep_ == "relcl" or (child.dep_ in {"acl", "advcl"} and child.tag_ == "VBG")
