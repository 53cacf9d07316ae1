"""Who copied whom: pairs of articles that share text, and the texts that they carry."""

from rashomon.lineage.find import find_lineages

__all__ = ["find_lineages"]
