"""PolNeAR's articles with their attributions, and its dev part as CofeNet's token labels."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rashomon.model.article import Article, Block, Label
from rashomon.model.span import Span

_LONGEST_HEADLINE = 200  # characters; PolNeAR does not mark headlines


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution; each part is one or more spans."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article with the attributions that one annotator found."""

    article: Article
    attributions: tuple[Attribution, ...]
    discarded: tuple[Span, ...]


def read_polnear(folder: Path, part: str) -> Iterator[Annotated]:
    """The articles of "train" or "dev", each with its first annotator, in the order of names."""
    seen: set[str] = set()
    for path in sorted((folder / part / "attributions").glob("*.ann")):
        stem = path.stem.rsplit("_", 1)[0]
        if stem not in seen:
            seen.add(stem)
            text = (folder / part / "text" / f"{stem}.txt").read_bytes().decode("utf-8")
            yield _annotated(path.stem, text, path.read_text(encoding="utf-8"))


def _annotated(name: str, text: str, annotation: str) -> Annotated:
    spans: dict[str, tuple[str, tuple[Span, ...]]] = {}
    events: list[dict[str, list[str]]] = []
    for line in annotation.splitlines():
        parts = line.split("\t")
        if line.startswith("T") and len(parts) > 1:
            kind, places = parts[1].split(" ", 1)
            runs = (place.split() for place in places.split(";"))
            spans[parts[0]] = (kind, tuple(Span(int(start), int(end)) for start, end in runs))
        elif line.startswith("E"):
            roles: dict[str, list[str]] = {}
            for role in parts[1].split():
                kind, id_ = role.split(":")
                roles.setdefault(re.sub(r"\d", "", kind), []).append(id_)
            events.append(roles)
    found = tuple(_attribution(roles, spans) for roles in events)
    discarded = tuple(s for kind, runs in spans.values() if kind == "Discard" for s in runs)
    return Annotated(
        make_article(name, text), tuple(a for a in found if a.content and a.cue), discarded
    )


def _attribution(
    roles: dict[str, list[str]], spans: dict[str, tuple[str, tuple[Span, ...]]]
) -> Attribution:
    def part(kind: str) -> tuple[Span, ...]:
        return tuple(
            sorted(s for id_ in roles.get(kind, []) if id_ in spans for s in spans[id_][1])
        )

    return Attribution(part("Source"), part("Cue"), part("Content"))


def make_article(name: str, text: str) -> Article:
    """The text as an article, a block a line; a short first line is taken for the headline."""
    blocks: list[Block] = []
    for match in re.finditer(r"[^\n]+", text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - (len(line) - len(line.rstrip()))
        if start < end:
            short = not blocks and end - start < _LONGEST_HEADLINE
            blocks.append(Block(start, end, Label.HEADLINE if short else Label.BODY))
    return Article(id=name, content_hash="", text=text, blocks=tuple(blocks))


@dataclass(frozen=True, slots=True)
class Labelled:
    """CofeNet's labelled spans of one article as places in its text, and where its pieces of
    text begin: a span never passes from one into the next."""

    spans: list[tuple[str, Span]]
    cuts: list[int]


def read_labels(path: Path, articles: dict[str, Article]) -> dict[str, Labelled]:
    """CofeNet's labels of each article, in the order of the text."""
    found: dict[str, Labelled] = {}
    places: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        article = articles.get(sentence["id"])
        if article is None:
            continue
        tokens = _align(article.text, sentence["tokens"], places.get(article.id, 0))
        places[article.id] = tokens[-1].end
        labelled = found.setdefault(article.id, Labelled([], []))
        labelled.cuts.append(tokens[0].start)
        labelled.spans.extend(_spans(tokens, sentence["labels"]))
    return found


# The corpus was tokenised as the Penn Treebank is, marks rewritten.
_WRITTEN = {
    "``": ("“", '"', "''", "``", "„"),
    "''": ("”", '"', "''", "“", "´´"),
    "`": ("‘", "'", "`"),
    "'": ("’", "'", "‘"),
    "-LRB-": ("(",),
    "-RRB-": (")",),
    "-LSB-": ("[",),
    "-RSB-": ("]",),
    "-LCB-": ("{",),
    "-RCB-": ("}",),
    "--": ("—", "–", "--"),
    "...": ("…", "...", ". . ."),
}
_NEAR = 40  # characters in which the next token must stand, or it is taken as not in the text


def _align(text: str, tokens: list[str], start: int) -> list[Span]:
    aligned: list[Span] = []
    for token in tokens:
        forms = (token, *_WRITTEN.get(token, ()), token.replace("'", "’"))
        near = [
            (at, len(form)) for form in forms if (at := text.find(form, start, start + _NEAR)) >= 0
        ]
        at, length = min(near, key=lambda hit: (hit[0], -hit[1]), default=(start, 0))
        aligned.append(Span(at, at + length))
        start = at + length
    return aligned


def _spans(tokens: list[Span], labels: list[str]) -> Iterator[tuple[str, Span]]:
    start, kind = 0, ""
    for at, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield kind, Span(tokens[start].start, max(tokens[start].start, tokens[at - 1].end))
            kind = ""
        if label.startswith("B-"):
            start, kind = at, label[2:]
