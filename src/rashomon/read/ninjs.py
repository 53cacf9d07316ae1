"""News items as agencies send them: ninjs, the IPTC's news in JSON, of all its versions.

Source: IPTC ninjs schemas 1.0 to 1.6 (`body_*`, `headline_*`, associations by name), 2.0 to 2.2
(`bodies`, `headlines`, associations in a list), 3.0 and 3.1 (the same, in camel case).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.text.normal import letters_of

_LISTED = {"bodies": "body", "headlines": "headline", "descriptions": "description"}
_MAIN = ("main", "headline", "")  # roles of what stands above the text, not in a list of teasers
_HTML = ("text/html", "application/xhtml+xml")
MAX_INSIDE = 3  # an item may hold items, and these again


def is_item(record: Mapping[str, Any]) -> bool:
    """Whether the record is a ninjs item, with or without a body."""
    if not isinstance(record.get("uri"), str):
        return False
    return any(
        key.startswith(("body_", "description_", "headline_"))
        or key in _LISTED
        or letters_of(key) in ("versioncreated", "representationtype", "usageterms")
        for key in record
    )


def items(record: Mapping[str, Any], depth: int = 0) -> Iterator[dict[str, Any]]:
    """The item and those that it holds, each flat: one body, one headline, one description."""
    yield _flat(record)
    inside = record.get("associations")
    if depth == MAX_INSIDE:
        return
    for name, item in _named(inside):
        if isinstance(item, dict) and (is_item(item) or _bodies(item)):
            own = item.get("uri")
            uri = own if isinstance(own, str) and own else f"{record.get('uri')}#{name}"
            yield from (
                inner
                for inner in items({**item, "uri": uri}, depth + 1)
                if "body_text" in inner or "body_html" in inner
            )


def _named(inside: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(inside, dict):
        yield from inside.items()
    elif isinstance(inside, list):
        yield from ((str(number), item) for number, item in enumerate(inside, 1))


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record's plain fields, and the best of its bodies, headlines and descriptions."""
    dropped = (*_LISTED, "associations")
    flat = {
        key: value
        for key, value in record.items()
        if key not in dropped and not key.startswith(("body_", "description_"))
    }
    bodies = _bodies(record)
    html = next((text for text, form in bodies if form in _HTML), None)
    plain = next((text for text, form in bodies if form == "text/plain"), None)
    if html or plain or bodies:
        flat["body_html" if html else "body_text"] = html or plain or bodies[0][0]
    for name in ("headline", "description"):
        found = _listed(record, name)
        if found and not flat.get(name):
            flat[name] = found
    return flat


def _bodies(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The bodies with their content types, empty where it is not known, in their order."""
    found = []
    for key, value in record.items():
        if key.startswith("body_") and isinstance(value, str) and value.strip():
            end = key.removeprefix("body_").lower()
            form = "text/html" if "html" in end else "text/plain" if end == "text" else ""
            found.append((value, form))
    for item in _dicts(record.get("bodies")):
        value = item.get("value")
        if isinstance(value, str) and value.strip():
            found.append((value, _form(item)))
    return found


def _form(item: Mapping[str, Any]) -> str:
    form = item.get("contentType", item.get("contenttype"))
    if isinstance(form, str):
        return form.partition(";")[0].strip().lower()
    return "text/html" if item.get("role") in ("html", "xhtml") else ""


def _listed(record: Mapping[str, Any], name: str) -> str | None:
    """The main one of several headlines or descriptions."""
    listed = [
        (str(item.get("role") or ""), item["value"])
        for item in _dicts(record.get(f"{name}s"))
        if isinstance(item.get("value"), str)
    ]
    listed += [
        (key.removeprefix(f"{name}_"), value)
        for key, value in record.items()
        if key.startswith(f"{name}_") and isinstance(value, str)
    ]
    first = [value for role, value in listed if role in _MAIN] or [value for _, value in listed]
    return first[0] if first else None


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
