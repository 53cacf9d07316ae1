"""What one outlet prints on many pages that are about other things: notices, teasers, background.

No cue is needed: a paragraph of a reprint stands among others of the reprint, and a paragraph that
a site prints everywhere stands in texts that are each page's own.
"""

from __future__ import annotations

import numpy as np

from rashomon.lineage.words import Hashes, Numbers

_PAGES = 4
_LONG = 800  # characters; a longer paragraph is not furniture
_OWN = 0.5  # of a page's characters, in paragraphs that no other page of the outlet has
_MOST = 0.75  # of the pages that have the paragraph have so much of their own


def find_printed(paragraphs: Hashes, lengths: Numbers, pages: Numbers) -> Hashes:
    """The paragraphs that stand on four or more pages of one outlet, most of them with own texts.

    All paragraphs of all pages (`Keys`), and the number of the page that each stands on. The rules
    look at one outlet at a time, so that outlets may be looked at anywhere.
    Order: ascending.
    """
    known, first, at, count = np.unique(
        paragraphs, return_index=True, return_inverse=True, return_counts=True
    )
    whole = np.bincount(pages, lengths)
    own = np.bincount(pages, np.where(count[at] == 1, lengths, 0))
    with_own = np.bincount(at, (own >= _OWN * whole)[pages], len(known))
    printed: Hashes = known[
        (count >= _PAGES) & (lengths[first] <= _LONG) & (with_own >= _MOST * count)
    ]
    return printed
