"""The dated events and reports of a story, and the days on which accounts differ."""

from rashomon.compare.timeline.timeline import compare_dates

__all__ = ["compare_dates"]
