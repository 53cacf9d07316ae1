from __future__ import annotations

import dataclasses

import lxml.etree
import pytest
from render.invented import DOSSIER, TIMELINE

from rashomon.model.dossier import Dossier
from rashomon.model.lineage import Lineage, Pickup, PickupKind, Side
from rashomon.render.lineage_svg import lineage_svg
from rashomon.render.register import Register
from rashomon.render.svg import fit, text_width
from rashomon.render.timeline_svg import timeline_svg


def drawn(dossier: Dossier, width: float = 960) -> list[str]:
    """The texts in the drawing of who carries whose text."""
    svg = lineage_svg(Register(dossier), dossier.pickups, width, "lineage-wide")
    root = lxml.etree.fromstring(str(svg))
    return [text.text or "" for text in root.iter("text")]


def test_accounts_are_boxes_with_their_pages_and_what_they_share() -> None:
    texts = drawn(DOSSIER)
    assert "A · CPA, on 2 pages" in texts
    assert "not among the pages" in texts
    assert "verbatim 98%" in texts
    assert "excerpt 22%" in texts


def test_hundreds_of_pages_stay_a_picture() -> None:
    pages = tuple(
        dataclasses.replace(DOSSIER.pages[0], id=f"copy-{i}", headline="Same") for i in range(200)
    )
    ids = tuple(page.id for page in pages)
    copies = tuple(
        Pickup(ids[0], id_, PickupKind.VERBATIM, Side.LEFT, 1.0, 1.0, ()) for id_ in ids[1:]
    )
    dossier = dataclasses.replace(
        DOSSIER,
        pages=(*DOSSIER.pages, *pages),
        lineages=(*DOSSIER.lineages, Lineage("big", ids)),
        pickups=(*DOSSIER.pickups, *copies),
    )
    texts = drawn(dossier)
    assert "and 195 more pages" in texts
    assert len(texts) < 40


def test_two_accounts_are_joined_once() -> None:
    again = Pickup("2-tidewater.html", "4-dump.txt", PickupKind.EXCERPT, Side.LEFT, 0.05, 0.12, ())
    dossier = dataclasses.replace(DOSSIER, pickups=(*DOSSIER.pickups, again))
    assert drawn(dossier) == drawn(DOSSIER)


@pytest.mark.parametrize("width", [340.0, 960.0])
def test_all_of_the_timeline_lies_inside_its_frame(width: float) -> None:
    root = lxml.etree.fromstring(str(timeline_svg(TIMELINE, width, "timeline-x")))
    for element in root.iter("circle", "rect", "text", "line"):
        for key in ("cx", "x", "x1", "x2"):
            assert 0 <= float(element.get(key, "0")) <= width
    numbers = [text.text for text in root.iter("text") if (text.text or "").isdigit()]
    assert sorted(numbers, key=int) == ["2", "3", "4", "5", "6"]
    assert "1 only in the list" in [text.text for text in root.iter("text")]


def test_a_timeline_needs_two_days() -> None:
    assert timeline_svg(TIMELINE[:2], 960, "timeline-x") is None


def test_text_is_cut_to_its_room() -> None:
    assert fit("short", 200, 12) == "short"
    cut = fit("a very long headline that will not fit in here", 100, 12)
    assert cut.endswith("…")
    assert text_width(cut, 12) <= 112
    assert text_width("東京", 10) > text_width("to", 10)
