"""What lies between two steps of a run, in `_work`: the tables that nobody else reads."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b
from sys import intern
from typing import Any

import numpy as np
import pyarrow as pa

from rashomon.corpus.tables import TABLES, Row
from rashomon.lineage import Keys
from rashomon.lineage.candidates import sample_end
from rashomon.model.article import Article
from rashomon.model.moment import day_of
from rashomon.stories.features import Features, find_features
from rashomon.stories.ids import Named

_TEXT, _NUMBER, _HASH = pa.string(), pa.int64(), pa.uint64()
_EPOCH = date(1970, 1, 1).toordinal()

# A page with its article.
EXTRACTED = pa.schema(
    [
        ("id", _TEXT),
        ("part", _NUMBER),
        ("row", _NUMBER),
        ("page", pa.struct(list(TABLES["pages"]))),
        ("article", pa.struct(list(TABLES["articles"]))),
    ]
)
# What lineages are looked for with: `page` is a number, `outlet` a hash or 0, `size` how many runs
# there are, and `end` up to where the sample of telling words is whole; the rest as in `Keys`.
KEYS = pa.schema(
    [
        ("id", _TEXT),
        ("page", _NUMBER),
        ("runs", pa.list_(_HASH)),
        ("telling", pa.list_(_HASH)),
        ("told", _NUMBER),
        ("text", _HASH),
        ("words", _NUMBER),
        ("outlet", _HASH),
        ("size", _NUMBER),
        ("end", _HASH),
        ("paragraphs", pa.list_(_HASH)),
        ("lengths", pa.list_(_NUMBER)),
    ]
)
# Two texts, how many things of one bucket they share; the left one is the lower in rank.
PAIRS = pa.schema([("left", _HASH), ("right", _HASH), ("shared", _NUMBER)])
# Paragraphs that an outlet prints on many pages.
PRINTED = pa.schema([("paragraph", _HASH)])
# Texts of which one carries or tells the other, and pickups that tie no texts together, with these.
TIED = pa.schema([("left", _HASH), ("right", _HASH)])
LOOSE = pa.schema([("left_text", _HASH), ("right_text", _HASH), *TABLES["pickups"]])
# What stories are grouped by: `seen` is the day of the capture.
FEATURES = pa.schema(
    [
        ("id", _TEXT),
        ("content_hash", _TEXT),
        ("day", _NUMBER),
        ("seen", _NUMBER),
        ("words", pa.list_(_TEXT)),
        ("weights", pa.list_(pa.float32())),
        ("names", pa.list_(_TEXT)),
    ]
)
# Stories that have only to be described.
GROUPED = pa.schema([("id", _TEXT), ("pages", pa.list_(_TEXT)), ("aliases", pa.list_(_TEXT))])


def key_row(id_: str, page: int, keys: Keys) -> Row:
    """The row of `KEYS`."""
    digest = blake2b((keys.outlet or "").encode("utf-8", "replace"), digest_size=8).digest()
    return {
        "id": id_,
        "page": page,
        "runs": keys.runs,
        "telling": keys.telling,
        "told": keys.told,
        "text": keys.text,
        "words": keys.words,
        "outlet": int.from_bytes(digest, "little") if keys.outlet else 0,
        "size": len(keys.runs),
        "end": sample_end(keys),
        "paragraphs": keys.paragraphs,
        "lengths": keys.lengths,
    }


def feature_row(article: Article, captured: str | None) -> Row:
    """The row of `FEATURES`."""
    features = find_features(article)
    seen = day_of(captured) if captured else None
    return {
        "id": article.id,
        "content_hash": article.content_hash,
        "day": features.day,
        "seen": date.fromisoformat(seen).toordinal() - _EPOCH if seen else None,
        "words": features.words,
        "weights": np.frombuffer(features.weights, dtype=np.float32),
        "names": features.names,
    }


def read_features(row: Mapping[str, Any]) -> Features:
    """The features that `feature_row` wrote."""
    words, names = (tuple(map(intern, row[name])) for name in ("words", "names"))
    return Features(words, array("f", row["weights"]), names, row["day"])


def grouped_row(named: Named) -> Row:
    """The row of `GROUPED`."""
    return {"id": named.id, "pages": named.pages, "aliases": named.aliases}


def read_grouped(row: Mapping[str, Any]) -> Named:
    """The story that `grouped_row` wrote."""
    return Named(row["id"], tuple(row["pages"]), (), tuple(row["aliases"]))
