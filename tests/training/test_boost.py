from __future__ import annotations

import numpy as np

from training.rows import boost


def test_trees_learn_what_takes_two_questions() -> None:
    random = np.random.default_rng(3)
    lines = random.random((800, 6))
    truth = ((lines[:, 1] > 0.5) & (lines[:, 4] > 0.5)).astype(float)
    trees = boost.fit(lines, truth, np.ones(800))
    fresh = random.random((200, 6))
    right = ((fresh[:, 1] > 0.5) & (fresh[:, 4] > 0.5)) == (trees.chances(fresh) > 0.5)
    assert right.mean() > 0.95
    again = boost.fit(lines, truth, np.ones(800))
    assert (again.leaves == trees.leaves).all()
