"""Dossiers whose every text is an attack."""

from __future__ import annotations

import dataclasses
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from rashomon.model.article import Article, Block, Label
from rashomon.model.dossier import Dossier

ATTACKS = (
    "<script>window.pwned = 1</script>",
    "</script><img src=x onerror=window.pwned=1>",
    "</style><svg onload=window.pwned=1>",
    "\"><b id='p1-0-4' onclick='window.pwned=1'>",
    "' autofocus onfocus=window.pwned=1 x='",
    "javascript:window.pwned=1",
    "{{ dossier }}{% raw %}",
    "<!-- --><![CDATA[ ]]>",
    "&lt;script&gt;&#x22;&quot;",
    "\u202egnikeeps\u2066 \u202a",
    "\x00\x1b[31m\x07\x9b\ud800",
    "[red]bold[/red] :smile:",
    "[click](javascript:window.pwned=1) ![x](http://x.example/x.png) <http://x.example>",
    "# head\n- item\n1. one\n***\n| a | b |\n```\n> quote",
    "W" * 400,
    "\u05d0\u0628" * 10,
)

hostile_texts = st.lists(
    st.one_of(st.sampled_from(ATTACKS), st.text(max_size=12)), min_size=1, max_size=4
).map("".join)


def poisoned(dossier: Dossier, attack: str) -> Dossier:
    """The dossier with the attack at both ends of each of its texts and ids."""
    made: Dossier = _poisoned(dossier, attack)
    return made


def _poisoned(value: Any, attack: str) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return attack + value + attack
    if isinstance(value, tuple):
        return tuple(_poisoned(item, attack) for item in value)
    if not dataclasses.is_dataclass(value):
        return value
    fields = {
        field.name: _poisoned(getattr(value, field.name), attack)
        for field in dataclasses.fields(value)
    }
    if isinstance(value, Article):  # the attack stands in a block of its own, so that places hold
        fields["text"] = value.text + attack
        end = len(fields["text"])
        blocks = (Block(len(value.text), end, label) for label in Label)
        fields["blocks"] = (*value.blocks, *blocks)
    return type(value)(**fields)
