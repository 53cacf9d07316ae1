from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from rashomon.stories.clusters import attach_loose, cluster


def matrix(*rows: list[float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


def test_the_mean_of_all_pairs_decides() -> None:
    chain = matrix([1, 0.6, 0.0], [0.6, 1, 0.5], [0.0, 0.5, 1])
    assert cluster(chain, [[0], [1], [2]], 0.3) == [[0, 1], [2]]
    assert cluster(chain, [[0], [1], [2]], 0.2) == [[0, 1, 2]]


def test_what_belongs_together_counts_by_its_mean() -> None:
    likeness = matrix([1, 0.0, 0.5], [0.0, 1, 0.5], [0.5, 0.5, 1])
    assert cluster(likeness, [[0, 1], [2]], 0.5) == [[0, 1, 2]]


def test_a_loose_page_goes_to_the_story_whose_middle_is_near() -> None:
    likeness = np.full((4, 4), 0.3, dtype=np.float32)
    likeness[3, :3] = likeness[:3, 3] = 0.2
    np.fill_diagonal(likeness, 1)
    groups, alone = [[0, 1, 2], [3]], [[0], [1], [2], [3]]
    assert attach_loose(likeness, groups, alone, 0.25) == [[0, 1, 2, 3]]
    assert attach_loose(likeness, groups, alone, 0.9) == groups


@given(arrays.arrays(np.float32, (6, 6), elements=st.floats(0, 1, width=16)), st.floats(0.1, 0.9))
def test_every_row_is_in_one_group(values: np.ndarray, threshold: float) -> None:
    likeness = ((values + values.T) / 2).astype(np.float32)
    groups = cluster(likeness, [[row] for row in range(6)], threshold)
    assert sorted(row for group in groups for row in group) == list(range(6))
