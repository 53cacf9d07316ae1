"""A mapping that is a value, and of which a changed copy costs what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

_SMALLER = 4  # times that a layer is smaller than the one below it
_GONE: Any = object()
K = TypeVar("K")
V = TypeVar("V")


class Layers(Mapping[K, V]):
    """Layers of changes, the newest first, each much larger than the one above it; versions share
    them. Order: of keys, none that means anything.

    Cost: a look-up tries some log(size) layers; each entry is copied some log(size) times in all.
    """

    __slots__ = ("_layers", "_size")

    def __init__(self, layers: tuple[dict[K, V], ...] = (), size: int = 0) -> None:
        self._layers = layers
        self._size = size

    def changed(self, put: Mapping[K, V], without: Iterable[K] = ()) -> Layers[K, V]:
        """A copy with these entries put in, after the keys in `without` were taken out."""
        layer: dict[K, V] = {key: _GONE for key in without if key in self}
        size = self._size - len(layer) + sum(key in layer or key not in self for key in put)
        layer.update(put)
        layers = self._layers
        while layers and len(layers[0]) <= _SMALLER * len(layer):
            layer = {**layers[0], **layer}
            layers = layers[1:]
        if not layers:
            layer = {key: value for key, value in layer.items() if value is not _GONE}
        return Layers((layer, *layers) if layer else layers, size)

    def __getitem__(self, key: K) -> V:
        value: V = self.get(key, _GONE)
        if value is _GONE:
            raise KeyError(key)
        return value

    def get(self, key: K, default: Any = None) -> Any:
        """As of any mapping, but without an error on the way, which is slow."""
        for layer in self._layers:
            if key in layer:
                value = layer[key]
                return default if value is _GONE else value
        return default

    def __contains__(self, key: object) -> bool:
        missing: Any = key
        return self.get(missing, _GONE) is not _GONE

    def __iter__(self) -> Iterator[K]:
        seen: set[K] = set()
        for layer in self._layers:
            for key, value in layer.items():
                if key not in seen:
                    seen.add(key)
                    if value is not _GONE:
                        yield key

    def __len__(self) -> int:
        return self._size
