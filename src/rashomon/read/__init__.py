"""The only way in: paths, streams and records become pages, and what cannot is a skip.

read      every input as a Page, an Article that `extract` made before, or a Skip
Limits    how large an input may be
parse_columns    a map of tables' columns, as it is typed
"""

from rashomon.read.limits import Limits
from rashomon.read.pages import read
from rashomon.read.records import Input
from rashomon.read.tables import parse_columns

__all__ = ["Input", "Limits", "parse_columns", "read"]
