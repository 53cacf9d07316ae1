from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rashomon.errors import ModelError
from rashomon.text import graphs as module
from rashomon.text.encoder import Encoder, load_encoder

TEXTS = (
    "The harbour office denied that the ferry had sailed.",
    "",
    "Ferry",
    "The ferry stayed in port, the harbour office said. " * 60,
    "渡船没有离开港口。",
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def test_a_text_alone_gives_the_same_bytes_as_in_a_batch(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    alone = np.concatenate([encoder.encode([text]) for text in reversed(TEXTS)])[::-1]
    assert together.tobytes() == alone.tobytes()


def test_vectors_have_unit_length_also_for_empty_and_long_texts(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert encoder.encode([]).shape == (0, 384)


def test_near_meanings_are_nearer_than_others(encoder: Encoder) -> None:
    asked, near, far = encoder.encode(
        ["Ministry denies talks resumed", "Officials: no new negotiations", "Striker breaks leg"]
    )
    assert asked @ near > asked @ far + 0.3


def test_missing_weights_name_the_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module.resources, "files", lambda package: tmp_path)
    with pytest.raises(ModelError, match="training/encoder"):
        load_encoder()
