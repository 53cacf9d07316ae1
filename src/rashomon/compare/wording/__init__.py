"""The words that accounts choose for one act, person or thing."""

from rashomon.compare.wording.wording import compare_wording

__all__ = ["compare_wording"]
