"""What whoever reads has asked for, on its way to each kind of input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rashomon.read.limits import Limits


@dataclass(frozen=True, slots=True)
class Options:
    """How inputs are to be taken.

    With `clean`, plain text is an article's body already. `columns` names the columns of tables by
    the part of an article that they hold. With `private`, addresses may lead into the network
    behind this machine.
    """

    limits: Limits = field(default_factory=Limits)
    clean: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    private: bool = False
