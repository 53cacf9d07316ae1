"""The small things about which accounts differ: offices, ages, places, times of the day."""

from rashomon.compare.details.details import compare_details
from rashomon.compare.details.times import compare_times

__all__ = ["compare_details", "compare_times"]
