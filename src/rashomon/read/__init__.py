"""The only way in: paths, streams and records become pages, and what cannot is a skip.

read      every input as a Page, an Article that `extract` made before, or a Skip
Limits    how large an input may be
"""

from rashomon.read.limits import Limits
from rashomon.read.pages import read
from rashomon.read.records import Input

__all__ = ["Input", "Limits", "read"]
