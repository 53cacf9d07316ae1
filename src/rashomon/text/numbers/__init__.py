"""Figures: numbers with their bounds, their units, and what they count."""

from rashomon.text.numbers.find import find_figures

__all__ = ["find_figures"]
