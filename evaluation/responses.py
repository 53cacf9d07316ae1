"""How well answers that were not given are found: `python -m evaluation.responses --data FOLDER`.

Places were labelled by reading, before the program was asked (`labels/RESPONSES.md`): who did not
answer, how, and wordings that only look alike. The hash of a page's id halves the pages; rules
may be written on the half `learn`, the other is measured only. Pages that other tables of this
folder measure on stand in the half `measure`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.stories import article_of, basil_dated, ecbplus, gun_violence, wikinews
from rashomon.claims import find_claims
from rashomon.model.article import Article
from rashomon.model.claim import Claim, HolderClass, Response
from rashomon.model.span import Span
from rashomon.workers import Models
from training.lines.dumps import texts

LABELS = Path(__file__).with_name("labels") / "responses.jsonl"
PARTS = ("learn", "measure")
STATUSES = tuple(Response)
_DUMP_BREAK = re.compile(r"\s*###\s*|\n+")


class Label(NamedTuple):
    """A wording, and what a reader says of it; statuses that the model lacks are plain names."""

    wording: Span
    status: str
    also: frozenset[str]
    holder: Span | None
    topic: Span | None
    doubtful: bool

    @property
    def counts(self) -> bool:
        """Whether it must be found."""
        return self.status in STATUSES and not self.doubtful


class Found(NamedTuple):
    """An answer not given, as the program has it: one for all holders that share the words."""

    response: str
    places: tuple[Span, ...]
    sources: tuple[Span, ...]
    names: tuple[str, ...]
    outlet: bool


@dataclass(frozen=True)
class Case:
    """A page with its labels."""

    set: str
    article: Article
    labels: tuple[Label, ...]


def part_of(row: Mapping[str, Any]) -> str:
    """The half of a page, by the hash of its set and id."""
    digest = sha256(f"responses:{row['set']}/{row['id']}".encode()).digest()
    return "measure" if row.get("apart") or digest[0] % 2 else "learn"


def articles(data: Path, sets: set[str]) -> Iterator[tuple[tuple[str, str], Article]]:
    """The pages of the named sets by set and id."""
    if "text-dumps" in sets:
        for (file, id_), text in texts(data).items():
            lines = [part.strip() for part in _DUMP_BREAK.split(text) if part.strip()]
            if lines:
                name = f"{file}/{id_}"
                yield ("text-dumps", name), article_of(name, lines[0], lines[1:])
    for path in sorted((data / "stories" / "newswcl50").glob("*/*.txt")):
        text = path.read_text("utf-8", errors="replace")
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        yield ("newswcl50", path.stem), article_of(path.stem, lines[0], lines[1:])
    golds = {
        "ecbplus": [ecbplus(data, True), ecbplus(data, False)],
        "wikinews": [wikinews(data, True), wikinews(data, False)],
        "gvc": [gun_violence(data)],
        "basil": [basil_dated(data)],
    }
    for name, parts in golds.items():
        for article in (article for gold in parts for article in gold.articles):
            yield (name, article.id), article


def _span(pair: Sequence[int] | None) -> Span | None:
    return Span(*pair) if pair else None


def _label(row: Mapping[str, Any]) -> Label:
    return Label(
        Span(row["start"], row["end"]),
        row["status"],
        frozenset({row["status"], *row.get("also", ())}),
        _span(row["holder"]),
        _span(row["topic"]),
        row.get("doubtful", False),
    )


def cases(data: Path, part: str) -> list[Case]:
    """The labelled pages of one half.

    Errors: a page whose text is not the one that was labelled raises.
    """
    rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for line in LABELS.read_text("utf-8").splitlines():
        row = json.loads(line)
        if part_of(row) == part:
            rows.setdefault((row["set"], row["id"]), []).append(row)
    found = {}
    for key, article in articles(data, {set_ for set_, _ in rows}):
        if key in rows:
            if article.content_hash[:8] != rows[key][0]["text"]:
                raise ValueError(f"{key} is not the text that was labelled")
            found[key] = Case(key[0], article, tuple(_label(row) for row in rows[key]))
    return [found[key] for key in sorted(rows)]


def find(article: Article, models: Models) -> list[Found]:
    """The program's answers not given, those of one cue as one."""
    by_words: dict[tuple[object, ...], list[Claim]] = {}
    for claim in find_claims(article, models.parser.parse(article), models.tagger):
        if claim.response is not None:
            by_words.setdefault((claim.cue, claim.content, claim.response), []).append(claim)
    return [_found(claims) for claims in by_words.values()]


def _found(claims: Sequence[Claim]) -> Found:
    first = claims[0]
    assert first.response is not None
    return Found(
        first.response.value,
        (first.cue,) if first.cue else first.content,
        tuple(claim.source for claim in claims if claim.source),
        tuple(claim.holder.name for claim in claims if claim.holder.name),
        any(claim.holder.class_ is HolderClass.OUTLET for claim in claims),
    )


def match(labels: Sequence[Label], found: Sequence[Found]) -> list[tuple[Label | None, Found]]:
    """Each find with the label whose wording it shares; a label takes the first only."""
    free = list(labels)
    pairs: list[tuple[Label | None, Found]] = []
    for one in found:
        label = next((it for it in free if any(p.overlaps(it.wording) for p in one.places)), None)
        if label is not None and not label.doubtful:
            free.remove(label)
        pairs.append((label, one))
    return pairs


def holder_right(text: str, label: Label, found: Found) -> bool:
    """Whether the source meets the labelled one, or there is none where the outlet speaks.

    "Roth, who declined": the source is "who", so the name that the program gives it will do too.
    """
    if label.holder is None:
        return found.outlet or not found.sources
    if any(source.overlaps(label.holder) for source in found.sources):
        return True
    wanted = label.holder.slice(text)
    return any(name in wanted or wanted in name for name in found.names)


def count(case: Case, found: Sequence[Found]) -> Counter[str]:
    """Hits, wanted and given, by status and for all; doubtful places count nowhere."""
    tally: Counter[str] = Counter()
    for label in case.labels:
        if label.counts:
            tally.update(["all wanted", f"{label.status} wanted"])
    for label, one in match(case.labels, found):
        if label is not None and label.doubtful:
            continue
        tally["all given"] += 1
        right = label is not None and label.counts and one.response in label.also
        # What may be called two things is given under the name that the label has first.
        status = label.status if right and label else one.response
        tally[f"{status} given"] += 1
        if right and label:
            tally.update(["all hit", f"{label.status} hit"])
            if label.holder or label.status == Response.COULD_NOT_VERIFY:
                tally["holder asked"] += 1
                tally["holder right"] += holder_right(case.article.text, label, one)
        elif label is not None:
            tally[f"{label.status} taken for {one.response}"] += 1
        else:
            tally["nothing labelled there"] += 1
    return tally


def errors(case: Case, found: Sequence[Found]) -> Iterator[str]:
    """What is wrong, for the half that may be read."""
    text, pairs = case.article.text, match(case.labels, found)
    name = f"{case.set}/{case.article.id}"
    for label in case.labels:
        if label.counts and not any(label is other for other, _ in pairs):
            yield f"MISSED {label.status} {name}: {_around(text, label.wording)}"
    for label, one in pairs:
        if label is not None and label.doubtful:
            continue
        around = _around(text, one.places[0])
        if label is None or one.response not in label.also:
            yield f"WRONG {one.response}, not {label and label.status} {name}: {around}"
        elif not holder_right(text, label, one):
            given = " / ".join(source.slice(text) for source in one.sources)
            yield f"HOLDER {given!r} {name}: {around}"


def _around(text: str, span: Span) -> str:
    left, right = text[max(0, span.start - 120) : span.start], text[span.end : span.end + 80]
    return f"{left}[[{span.slice(text)}]]{right}".replace("\n", " ¶ ")


def table(tally: Mapping[str, int]) -> Iterator[str]:
    """Precision, recall, F1 for each status and for all, then the holders and what went wrong."""
    for name in (*STATUSES, "all"):
        hit, given, wanted = (tally.get(f"{name} {kind}", 0) for kind in ("hit", "given", "wanted"))
        f1 = 2 * hit / max(1, given + wanted)
        rates = f"P {hit / max(1, given):.3f} R {hit / max(1, wanted):.3f} F1 {f1:.3f}"
        yield f"{name:17} {rates}  {wanted} labelled, {given} found"
    asked, right = tally.get("holder asked", 0), tally.get("holder right", 0)
    yield f"{'holder right':17} {right / max(1, asked):.3f}  of {asked} found rightly"
    for name, number in sorted(tally.items()):
        if " taken for " in name or name.startswith("nothing"):
            yield f"    {name}: {number}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=PARTS, help="one half only")
    parser.add_argument("--errors", action="store_true", help="only for the half that may be read")
    arguments = parser.parse_args()
    reader = Models()
    for part in [arguments.part] if arguments.part else PARTS:
        tally: Counter[str] = Counter()
        lines: list[str] = []
        pages = cases(arguments.data, part)
        for case in pages:
            found = find(case.article, reader)
            tally += count(case, found)
            lines += errors(case, found) if arguments.errors and part == "learn" else ()
        print(f"{part}, {len(pages)} pages")
        print("\n".join([*table(tally), *lines]))


if __name__ == "__main__":
    main()
