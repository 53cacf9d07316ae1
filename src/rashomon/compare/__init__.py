"""The step "where they differ": what the accounts of one story say, held against each other."""

from rashomon.compare.story import compare_story

__all__ = ["compare_story"]
