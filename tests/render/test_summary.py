from __future__ import annotations

import pytest
from render.hostile import ATTACKS, poisoned
from render.invented import DOSSIER, REPORT

from rashomon.model.dossier import Report
from rashomon.render import render_summary


def test_it_says_the_counts_the_points_and_what_was_skipped() -> None:
    text = render_summary(REPORT, width=200)
    assert "5 pages, 4 named outlets, 4 accounts" in text
    assert "denies     Mara Ostrel, via CPA, in The Marrow Post and 2 more; carried by 2" in text
    assert "wagons off the track: Nine wagons (The Marrow Post, Tidewater Daily); Eleven" in text
    assert "2 no text\n    stub.txt: 38 characters, 250 needed" in text


@pytest.mark.parametrize("width", [30, 80, 120])
def test_it_keeps_to_the_width_and_is_plain_in_a_pipe(width: int) -> None:
    text = render_summary(REPORT, width)
    assert max(map(len, text.splitlines())) <= width
    assert "\x1b" not in text
    assert "\x1b[1m" in render_summary(REPORT, width, colour=True)


def test_page_text_cannot_speak_to_the_terminal() -> None:
    attack = "".join(ATTACKS)
    text = render_summary(Report((poisoned(DOSSIER, attack),), ()), width=4000)
    assert not any(ord(letter) < 32 for letter in text if letter != "\n")
    assert "\x9b" not in text
    assert "[red]bold[/red] :smile:" in text
