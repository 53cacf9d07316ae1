"""Which articles are about one event."""

from rashomon.stories.group import group_stories

__all__ = ["group_stories"]
