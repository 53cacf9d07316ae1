"""What one account alone reports."""

from rashomon.compare.only.only import compare_only

__all__ = ["compare_only"]
