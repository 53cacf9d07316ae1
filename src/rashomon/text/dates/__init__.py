"""Time expressions, with their TIMEX3 values and the days that they cover."""

from rashomon.text.dates.find import find_dates, find_moments

__all__ = ["find_dates", "find_moments"]
