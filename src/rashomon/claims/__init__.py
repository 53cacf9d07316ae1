"""The step "who says what": an article becomes its claims, each with its sourcing chain."""

from rashomon.claims.find import find_attributions, find_claims
from rashomon.claims.reading import find_unread, read_article
from rashomon.claims.tagger.model import Tagger, load_tagger

__all__ = [
    "Tagger",
    "find_attributions",
    "find_claims",
    "find_unread",
    "load_tagger",
    "read_article",
]
