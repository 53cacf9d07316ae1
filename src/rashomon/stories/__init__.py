"""Which articles are about one event."""

from rashomon.stories.group import apply_edits, group_stories

__all__ = ["apply_edits", "group_stories"]
