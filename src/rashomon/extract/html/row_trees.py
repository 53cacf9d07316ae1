"""Trained trees that tell from the numbers about a document's lines which are main text."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from rashomon.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rashomon.extract.html.row_features import Numbers

WEIGHTS = "rows.npy"
DEPTH = 5
NODES = 2**DEPTH - 1
AT_ONCE = 100  # lines: what is looked up for them stays in the processor's cache


@dataclass(frozen=True)
class Trees:
    """A sum of trees; each asks of a number whether it is above a limit, so many times.

    Shape: `numbers` and `limits` (trees, NODES), `leaves` (trees, NODES + 1).
    """

    numbers: NDArray[np.int64]
    limits: NDArray[np.float32]
    leaves: NDArray[np.float32]

    def chances(self, lines: Numbers) -> Numbers:
        """How likely each of the lines is main text.

        Range: 0 to 1.
        """
        exact = lines.astype(np.float32)
        starts = range(0, max(len(exact), 1), AT_ONCE)
        sums = np.concatenate([self._sums(exact[start : start + AT_ONCE]) for start in starts])
        return np.asarray(1 / (1 + np.exp(-sums)))

    def _sums(self, lines: NDArray[np.float32]) -> Numbers:
        """What the trees say of each of the lines, added up."""
        count, width = lines.shape
        trees = np.arange(len(self.numbers))
        roots, rows = trees * NODES, (np.arange(count) * width)[:, None]
        node = np.broadcast_to(roots, (count, len(roots)))
        for _ in range(DEPTH):
            above = lines.take(rows + self.numbers.take(node)) > self.limits.take(node)
            node = 2 * node - roots + 1 + above
        found = self.leaves.take(node - NODES + trees)
        return np.asarray(found.sum(axis=1, dtype=np.float64))


@dataclass(frozen=True)
class RowModel:
    """Three sums of trees: for lines alone, for lines among others, and beside another opinion."""

    alone: Trees
    among: Trees
    beside: Trees


def read_model(weights: bytes) -> RowModel:
    """The model that the weights hold.

    Errors: ModelError where they are none.
    """
    try:
        packed = np.load(BytesIO(weights), allow_pickle=False)
        if packed.dtype != np.float32 or packed.shape != (3, packed.shape[1], 3 * NODES + 1):
            raise ValueError(f"an array of {packed.dtype} {packed.shape}")
    except (ValueError, EOFError, IndexError) as error:
        raise ModelError(
            f"the row weights ({len(weights)} bytes) cannot be read: {error}; build them anew with "
            "`python -m training.rows.train` or install the package again"
        ) from error
    alone, among, beside = (
        Trees(
            each[:, :NODES].astype(np.int64),
            np.ascontiguousarray(each[:, NODES : 2 * NODES]),
            np.ascontiguousarray(each[:, 2 * NODES :]),
        )
        for each in packed
    )
    return RowModel(alone, among, beside)


def load_rows() -> RowModel | None:
    """The model of the package; None where its weights are removed."""
    file = resources.files("rashomon.weights").joinpath(WEIGHTS)
    return read_model(file.read_bytes()) if file.is_file() else None
