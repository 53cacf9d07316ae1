"""Points: the questions on which accounts speak, who stands where, and who has one root."""

from rashomon.compare.points.causes import find_causes
from rashomon.compare.points.holders import Holders
from rashomon.compare.points.points import find_points

__all__ = ["Holders", "find_causes", "find_points"]
