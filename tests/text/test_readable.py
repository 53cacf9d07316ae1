from __future__ import annotations

from rashomon.model.article import Article, Block, Label
from rashomon.text.readable import readable_text


def test_places_stay_and_the_rest_is_blank() -> None:
    text = "MENU 12\nThe river rose.\nAd 5\nIt fell."
    blocks = (
        Block(0, 7, Label.NAVIGATION),
        Block(8, 23, Label.BODY),
        Block(24, 28, Label.PROMOTION),
        Block(29, 37, Label.BODY),
    )
    readable = readable_text(Article("a", "hash", text, blocks))
    assert len(readable) == len(text)
    assert readable.split() == ["The", "river", "rose.", "It", "fell."]
    assert readable.index("It fell.") == text.index("It fell.")
