"""What `import rashomon` offers."""

from __future__ import annotations

import inspect

import rashomon


def test_the_public_names_are_sorted_and_there() -> None:
    assert list(rashomon.__all__) == sorted(rashomon.__all__)
    for name in rashomon.__all__:
        assert inspect.getdoc(getattr(rashomon, name))
