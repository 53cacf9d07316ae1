"""Figures that count one thing, and whether the accounts agree on them."""

from rashomon.compare.figures.figures import compare_figures

__all__ = ["compare_figures"]
