"""PolNeAR's articles as words with labels: what the tagger learns from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path

from tokenizers import Tokenizer

from evaluation.polnear import Annotated, read_polnear
from rashomon.claims.find import find_drafts
from rashomon.claims.prose import read_prose
from rashomon.claims.tagger.words import PARTS, Word, read_words
from rashomon.text.parse import load_parser
from rashomon.text.places import Places

NO_ARC = -100  # no word of source or content, or one without a cue in reach
LABELS = 1 + 2 * len(PARTS)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article: of each word its pieces and columns, where a block or sentence begins, its
    label, and the word that its attribution's cue begins with."""

    id: str
    pieces: list[tuple[int, ...]]
    columns: list[tuple[int, ...]]
    starts: list[tuple[bool, bool]]
    labels: list[int]
    cues: list[int]
    discarded: list[bool]


def is_chosen_on(id_: str) -> bool:
    """Whether the article is of the tenth of train that settings are chosen on."""
    return hashlib.sha256(id_.encode()).digest()[0] % 10 == 0


def read_tokenizer() -> Tokenizer:
    """The encoder's tokenizer, which cuts and pads nothing."""
    text = (resources.files("rashomon") / "weights" / "encoder.tokenizer.json").read_text("utf-8")
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def label(annotated: Annotated, words: Sequence[Word]) -> Labelled:
    """The words with their labels: a cue goes before a source, a source before content."""
    where = Places([word.place for word in words])
    labels, owners = [0] * len(words), [-1] * len(words)
    first_of_cue: dict[int, int] = {}
    for number, part in ((2, "content"), (0, "source"), (1, "cue")):
        for owner, one in enumerate(annotated.attributions):
            for span in getattr(one, part):
                for nth, at in enumerate(where.overlapping(span)):
                    labels[at], owners[at] = 1 + 2 * number + (nth > 0), owner
                    if part == "cue":
                        first_of_cue[owner] = min(first_of_cue.get(owner, at), at)
    for at in range(1, len(words)):
        is_inside = labels[at] and labels[at] % 2 == 0
        if is_inside and (owners[at], (labels[at] + 1) // 2) != (
            owners[at - 1],
            (labels[at - 1] + 1) // 2,
        ):
            labels[at] -= 1  # goes on behind a hole
    cues = [
        first_of_cue.get(owner, NO_ARC) if name not in (0, 3, 4) else NO_ARC
        for owner, name in zip(owners, labels, strict=True)
    ]
    lost = set[int]().union(*(where.overlapping(span) for span in annotated.discarded))
    return Labelled(
        annotated.article.id,
        [word.pieces for word in words],
        [word.columns for word in words],
        [(word.starts_block, word.starts_sentence) for word in words],
        labels,
        cues,
        [at in lost for at in range(len(words))],
    )


def write_words(data: Path, target: Path) -> None:
    """PolNeAR's train part as words with labels, an article a line of JSON."""
    parser, tokenizer = load_parser(), read_tokenizer()
    with target.open("w", encoding="utf-8") as lines:
        for annotated in read_polnear(data / "attribution" / "polnear", "train"):
            prose = read_prose(annotated.article, parser.parse(annotated.article))
            words = read_words(prose, find_drafts(prose), tokenizer)
            lines.write(json.dumps(asdict(label(annotated, words))) + "\n")


def read_articles(path: Path) -> list[Labelled]:
    """The articles that `write_words` wrote."""
    with path.open(encoding="utf-8") as lines:
        return [Labelled(**json.loads(line)) for line in lines]
