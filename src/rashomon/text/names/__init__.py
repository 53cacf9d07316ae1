"""Names: which spellings can be one holder's, and which are."""

from rashomon.text.names.group import group_names
from rashomon.text.names.groups import NameUse

__all__ = ["NameUse", "group_names"]
