"""The step "who says what": an article becomes its claims, each with its sourcing chain."""

from rashomon.claims.find import find_claims
from rashomon.claims.reading import find_unread, read_article

__all__ = ["find_claims", "find_unread", "read_article"]
