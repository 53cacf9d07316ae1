"""Invented pages whose explanations are looked at by tests of several folders."""

from __future__ import annotations

from rashomon.model.page import Form, Page

DUMP = Page(
    "dump.txt",
    """Home
Sport
Sign in
Ferry to Kelm cancelled after storm damage
By Anna Roe
4 March 2031 18:20
The ferry to Kelm was cancelled on Tuesday after a storm tore away a part of the landing stage, \
the harbour office said.
A spokesman told reporters that engineers would look at the stage as soon as the wind had dropped, \
and that nobody had been hurt.
Boats from the northern harbour will run every two hours until the landing stage has been repaired.
Subscribe to continue reading
Read more: Storm warning for the whole coast
2 comments
old_tar 5 March 2031 08:10
They should have built it of stone.
© 2031 The Kelm Courier. All rights reserved.
""",
    Form.TEXT,
    "0" * 64,
)

MARKUP = Page(
    "page.html",
    """<html lang="en"><head><title>Ferry to Kelm cancelled - The Kelm Courier</title>
<meta property="og:site_name" content="The Kelm Courier">
<meta property="article:published_time" content="2031-03-04T18:20+01:00">
<meta property="article:modified_time" content="2031-03-05T07:00+01:00">
</head><body><nav><a href="/">Home</a> <a href="/s">Sport</a></nav>
<article><h1>Ferry to Kelm cancelled after storm damage</h1><p class="byline">By Anna Roe</p>
<p>The ferry to Kelm was cancelled on Tuesday after a storm tore away a part of the landing stage,
the harbour office said, and boats will run from the northern harbour until it is repaired.</p>
<p>A spokesman told reporters that engineers would look at the stage as soon as the wind had
dropped, and that nobody had been hurt when the beams fell into the water at five o'clock.</p>
<p>The northern harbour has room for three boats, and its master said on Tuesday evening that two
more could lie outside if the sea allowed it, which he did not expect before the weekend.</p>
</article>
<aside class="related"><h3>Most viewed</h3><ul><li><a href="/1">Storm warning for the whole coast
</a></li><li><a href="/2">Old lighthouse sold for one crown</a></li></ul></aside>
<footer>© 2031 The Kelm Courier</footer></body></html>""",
    Form.HTML,
    "0" * 64,
)

EMPTY = Page("empty.txt", "Home\nSport\nSign in\n", Form.TEXT, "0" * 64)
