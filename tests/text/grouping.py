from __future__ import annotations

from rashomon.text.names import NameUse, group_names


def groups(*names: str | tuple[str, str]) -> list[list[str]]:
    """The names in groups; a name may come with its article."""
    uses = [
        NameUse(str(i), n) if isinstance(n, str) else NameUse(str(i), n[0], n[1])
        for i, n in enumerate(names)
    ]
    return [[uses[int(id_)].name for id_ in group.ids] for group in group_names(uses)]
