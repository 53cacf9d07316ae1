"""Values to plain JSON types and back, driven by the dataclasses themselves."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_dict(value: Any) -> Any:
    """The value as dicts, lists, strings, numbers, booleans and None, fields in their order."""
    if dataclasses.is_dataclass(value):
        return {_key(f.name): to_dict(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {key: to_dict(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [to_dict(item) for item in value]
    return value


def from_dict(type_: type[T], plain: Mapping[str, Any]) -> T:
    """The value of a dataclass that `to_dict` made plain; unknown keys are passed over.

    Errors: ValueError with the value where a required field is missing or of another type.
    """
    result: T = _build(type_, plain, type_.__name__)
    return result


def _build(type_: Any, plain: Any, path: str) -> Any:
    origin, args = get_origin(type_), get_args(type_)
    if origin in (Union, types.UnionType):
        return _build_union(args, plain, path)
    if dataclasses.is_dataclass(type_):
        return _build_dataclass(type_, plain, path)
    if origin is tuple:
        return _build_tuple(args, plain, path)
    if origin is not None and issubclass(origin, Mapping):
        _require(plain, dict, path)
        return {key: _build(args[1], item, f"{path}[{key!r}]") for key, item in plain.items()}
    if isinstance(type_, type) and issubclass(type_, Enum):
        return _build_enum(type_, plain, path)
    if type_ is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    _require(plain, type_, path)
    return plain


def _build_dataclass(type_: Any, plain: Any, path: str) -> Any:
    _require(plain, dict, path)
    values = {}
    for field, field_type in _fields(type_):
        key = _key(field.name)
        if key in plain:
            values[field.name] = _build(field_type, plain[key], f"{path}.{key}")
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise ValueError(f"{path} lacks {key!r}: {plain!r:.200}")
    return type_(**values)


def _build_tuple(args: tuple[Any, ...], plain: Any, path: str) -> tuple[Any, ...]:
    _require(plain, list, path)
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_build(args[0], item, f"{path}[{i}]") for i, item in enumerate(plain))
    if len(args) != len(plain):
        raise ValueError(f"{path} needs {len(args)} items, not {plain!r:.200}")
    return tuple(
        _build(arg, item, f"{path}[{i}]")
        for i, (arg, item) in enumerate(zip(args, plain, strict=True))
    )


def _build_union(args: tuple[Any, ...], plain: Any, path: str) -> Any:
    if plain is None and type(None) in args:
        return None
    kinds = [arg for arg in args if arg is not type(None)]
    if len(kinds) == 1:
        return _build(kinds[0], plain, path)
    for kind in kinds:
        if isinstance(plain, kind) and not isinstance(plain, bool):
            return plain
    if float in kinds and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    raise ValueError(f"{path} cannot be {plain!r:.200}")


def _build_enum(type_: type[Enum], plain: Any, path: str) -> Enum:
    try:
        return type_(plain)
    except ValueError:
        known = ", ".join(repr(member.value) for member in type_)
        raise ValueError(f"{path} cannot be {plain!r:.200}; it is one of {known}") from None


def _require(plain: Any, type_: Any, path: str) -> None:
    if not isinstance(plain, type_) or (type_ is int and isinstance(plain, bool)):
        raise ValueError(f"{path} must be {type_.__name__}, not {plain!r:.200}")


@cache
def _fields(type_: Any) -> tuple[tuple[dataclasses.Field[Any], Any], ...]:
    hints = get_type_hints(type_)
    return tuple((field, hints[field.name]) for field in dataclasses.fields(type_))


def _key(name: str) -> str:
    """`class_` and `in_` are words that Python keeps for itself."""
    return name.removesuffix("_")
