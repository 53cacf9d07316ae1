"""Everything about one story put together, with a brief that says no more than its passages."""

from rashomon.dossier.build import build_dossier

__all__ = ["build_dossier"]
