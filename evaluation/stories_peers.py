"""What other programs would group: average link, HDBSCAN and BERTopic, on a whole set at once."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from rashomon.model.article import Article
from rashomon.text.encoder import load_encoder

_OPENING = 1000  # characters
Matrix = np.ndarray[Any, np.dtype[np.float32]]


def cluster(
    likeness: Matrix, together: Sequence[Sequence[int]], threshold: float
) -> list[list[int]]:
    """Groups of rows; those in one group of `together` are never parted.

    Two groups become one while the mean likeness of their pairs is at least the threshold, the
    most alike first. Ties go to the smaller row.
    Order: rows ascending in a group, groups by their first.
    Cost: the square of the groups (nearest-neighbour chains: Murtagh 1983).
    """
    members = [sorted(group) for group in sorted(together, key=min)]
    means = _group_means(likeness, members)
    sizes = np.array([len(group) for group in members], dtype=np.float32)
    alive = np.ones(len(members), dtype=bool)
    chain: list[int] = []
    for start in range(len(members)):
        chain = [start] if alive[start] else []
        while chain:
            _grow(chain, means, sizes, alive, members, threshold)
    return sorted(sorted(group) for group, is_alive in zip(members, alive, strict=True) if is_alive)


def _group_means(likeness: Matrix, members: Sequence[Sequence[int]]) -> Matrix:
    """The mean likeness between groups; below everything on the diagonal."""
    choose = np.zeros((len(members), len(likeness)), dtype=np.float32)
    for row, group in enumerate(members):
        choose[row, group] = 1.0 / len(group)
    means: Matrix = (choose @ likeness @ choose.T).astype(np.float32)
    np.fill_diagonal(means, -1.0)
    return means


def _grow(
    chain: list[int],
    means: Matrix,
    sizes: np.ndarray[tuple[int], np.dtype[np.float32]],
    alive: np.ndarray[tuple[int], np.dtype[np.bool_]],
    members: list[list[int]],
    threshold: float,
) -> None:
    """Follows the chain to the next most alike group, or joins its end if that looks back."""
    last = chain[-1]
    best = int(np.argmax(means[last]))
    before = chain[-2] if len(chain) > 1 else None
    if before is not None and means[last, before] >= means[last, best]:
        best = before
    if means[last, best] < threshold:
        chain.clear()
    elif best != before:
        chain.append(best)
    else:
        kept, gone = sorted((last, best))
        total = sizes[kept] + sizes[gone]
        row = (sizes[kept] * means[kept] + sizes[gone] * means[gone]) / total
        means[kept], means[:, kept] = row, row
        means[kept, kept] = -1.0
        means[gone], means[:, gone] = -1.0, -1.0
        sizes[kept], alive[gone] = total, False
        members[kept] += members[gone]
        del chain[-2:]
        if not chain:
            chain.append(kept)


def encode_openings(articles: Sequence[Article]) -> Matrix:
    """A sentence vector of each article's headline and opening, as far as the encoder reads."""
    encoder = load_encoder()
    return encoder.encode([article.text[:_OPENING] for article in articles])


def density_groups(
    articles: Sequence[Article], vectors: Matrix
) -> Iterator[tuple[str, list[list[int]]]]:
    """HDBSCAN on the vectors, and BERTopic on the same; what is not installed is left out. The
    least group is two pages, and what is noise to them stands alone."""
    for name, group in (("HDBSCAN", _hdbscan_labels), ("BERTopic", _bertopic_labels)):
        try:
            labels = group(articles, vectors)
        except ImportError:
            continue
        groups: dict[tuple[int, int], list[int]] = {}
        for row, label in enumerate(labels):
            groups.setdefault((int(label), row if label < 0 else 0), []).append(row)
        yield name, list(groups.values())


def _hdbscan_labels(articles: Sequence[Article], vectors: Matrix) -> Iterable[int]:
    labels: Iterable[int] = (
        importlib.import_module("sklearn.cluster")
        .HDBSCAN(min_cluster_size=2, copy=True)
        .fit_predict(vectors)
    )
    return labels


def _bertopic_labels(articles: Sequence[Article], vectors: Matrix) -> Iterable[int]:
    """With its own settings but for the least group, and a seed."""
    topics = importlib.import_module("bertopic").BERTopic
    umap = importlib.import_module("umap").UMAP
    reduced = umap(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=0)
    model = topics(min_topic_size=2, umap_model=reduced)
    labels: Iterable[int] = model.fit_transform([each.text for each in articles], vectors)[0]
    return labels
