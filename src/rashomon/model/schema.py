"""JSON Schemas of what the steps write, made from the types that are written."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}


def schema_of(type_: type) -> dict[str, Any]:
    """The JSON Schema of a dataclass as `to_dict` writes it.

    Fields may be added to a record, so no schema closes itself to others.
    """
    definitions: dict[str, Any] = {}
    _schema(type_, definitions)
    top = definitions.pop(type_.__name__)
    schema = {"$schema": DIALECT, "title": type_.__name__, **top}
    return {**schema, "$defs": dict(sorted(definitions.items()))} if definitions else schema


def _schema(type_: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(type_), get_args(type_)
    if type_ in _PLAIN:
        return dict(_PLAIN[type_])
    if origin in (Union, types.UnionType):
        return _union(args, definitions)
    if origin is tuple:
        return _tuple(args, definitions)
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(args[1], definitions)}
    if issubclass(type_, Enum):
        return {"enum": [member.value for member in type_]}
    if not dataclasses.is_dataclass(type_):
        raise TypeError(f"no schema for {type_!r}; values are dataclasses of plain types")
    return _reference(type_, definitions)


def _reference(type_: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name: str = type_.__name__
    if name not in definitions:
        definitions[name] = {}  # a place is kept, so that a type may hold itself
        definitions[name] = _object(type_, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _union(args: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    schemas = [_schema(arg, definitions) for arg in args]
    if all(list(schema) == ["type"] for schema in schemas):
        return {"type": [schema["type"] for schema in schemas]}
    return {"anyOf": schemas}


def _tuple(args: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if len(args) == 2 and args[1] is Ellipsis:
        return {"type": "array", "items": _schema(args[0], definitions)}
    items = [_schema(arg, definitions) for arg in args]
    return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}


def _object(type_: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a dataclass; its docstring is the description."""
    hints = get_type_hints(type_)
    names = {field.name: field.name.removesuffix("_") for field in dataclasses.fields(type_)}
    return {
        "description": (type_.__doc__ or "").strip().split("\n\n")[0].replace("\n", " "),
        "type": "object",
        "properties": {key: _schema(hints[name], definitions) for name, key in names.items()},
        "required": list(names.values()),
    }
