from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.stories.layers import Layers

KEYS = st.integers(0, 12)
CHANGES = st.lists(st.tuples(st.dictionaries(KEYS, st.integers()), st.lists(KEYS)), max_size=20)


@given(CHANGES)
def test_layers_hold_what_a_dictionary_holds_and_old_versions_stay(
    changes: list[tuple[dict[int, int], list[int]]],
) -> None:
    layers: Layers[int, int] = Layers()
    plain: dict[int, int] = {}
    versions = []
    for put, without in changes:
        versions.append((layers, plain))
        layers = layers.changed(put, without)
        plain = {key: value for key, value in plain.items() if key not in without} | put
    for version, expected in [*versions, (layers, plain)]:
        assert version == expected
        assert len(version) == len(expected)
        assert sorted(version) == sorted(expected)
        assert all((key in version) == (key in expected) for key in range(13))


def test_many_small_changes_make_few_layers() -> None:
    layers: Layers[int, int] = Layers()
    for number in range(2000):
        layers = layers.changed({number: number}, [number - 50])
    assert len(layers) == 50
    assert len(layers._layers) <= 6
