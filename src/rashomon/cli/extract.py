"""`rashomon extract`: pages to articles."""

from __future__ import annotations

from rashomon.cli.options import Clean, Paths, read_articles, write_all
from rashomon.workers import Models


def command(paths: Paths = None, clean: Clean = False) -> None:
    """Print each page's article: its blocks with their labels, and its fields with evidence."""
    write_all(read_articles(paths, clean, Models()))


command.__name__ = "extract"
