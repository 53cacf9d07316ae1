from __future__ import annotations

import json

from render.hostile import ATTACKS, poisoned
from render.invented import DOSSIER, PAGES, REPORT, SKIPPED

from rashomon.model.dossier import Report
from rashomon.model.plain import from_dict
from rashomon.render import render_json, render_record
from rashomon.render.records import without_comments

PLAIN = json.loads(render_json(REPORT))


def test_the_run_is_one_document_with_the_keys_of_the_contract() -> None:
    assert list(PLAIN) == ["stories", "skipped"]
    assert list(PLAIN["stories"][0])[:6] == [
        "id",
        "title",
        "pages",
        "lineages",
        "pickups",
        "counts",
    ]
    assert PLAIN["stories"][0]["counts"] == {"pages": 5, "outlets": 4, "accounts": 4}
    assert render_json(REPORT).endswith("}\n")


def test_pages_have_no_text_unless_asked_for_but_evidence_has() -> None:
    assert all("text" not in page for page in PLAIN["stories"][0]["pages"])
    assert PLAIN["stories"][0]["points"][0]["positions"][0]["evidence"][0]["text"]
    full = json.loads(render_json(REPORT, full_text=True))
    assert full["stories"][0]["pages"][2]["text"] == PAGES[2].text


def test_comments_in_the_text_are_blanked_in_place_unless_asked_for() -> None:
    blanked = without_comments(PAGES[0])
    assert len(blanked) == len(PAGES[0].text)
    assert "OldSailor44" not in blanked
    assert PAGES[0].cite(PAGES[0].body[0]).text in blanked
    assert "OldSailor44" not in render_json(REPORT, full_text=True)
    assert "OldSailor44" in render_json(REPORT, full_text=True, comments=True)


def test_shares_are_rounded_and_figures_are_not() -> None:
    assert PLAIN["stories"][0]["pickups"][0]["left_share"] == 0.9712
    assert render_record({"score": 0.123456, "value": 0.123456}) == (
        '{"score":0.1235,"value":0.123456}'
    )


def test_a_record_is_one_line_and_reads_back() -> None:
    for page in PAGES:
        line = render_record(page)
        assert "\n" not in line
        assert from_dict(type(page), json.loads(line)) == page


def test_a_skip_has_the_same_form_on_every_command() -> None:
    expected = {
        "id": "stub.txt",
        "skip": {"stage": "extract", "cause": "no text", "detail": "38 characters, 250 needed"},
    }
    assert json.loads(render_record(SKIPPED[2])) == PLAIN["skipped"][2] == expected


def test_any_characters_can_be_written_as_utf8_and_come_back() -> None:
    attack = "".join(ATTACKS)
    written = render_json(Report((poisoned(DOSSIER, attack),), ()))
    written.encode()
    assert json.loads(written)["stories"][0]["title"] == attack + DOSSIER.title + attack
