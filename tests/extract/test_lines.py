import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import ModelError
from rashomon.extract.lines.lines import (
    Labeller,
    label_lines,
    label_lines_plain,
    load_labeller,
    split_lines,
)
from rashomon.model.article import Label

DUMP = """Left Menu
Harbour Times

Ferry service to the outer islands resumes after storm

  • DPA
  • |
  • Updated: 03-11-2031 09:12 GMT
Ferry service to the outer islands resumes after storm
The pier at Holm on Monday. [Shutterstock]

Ferries to the three outer islands sailed again on Tuesday after a storm kept them in port for \
four days, the harbour office said.

"We checked every ramp and every cable before we let passengers on board," harbour master Ida \
Brekke told reporters at the quay.

Read also: Fishermen demand compensation for lost nets

The storm tore down power lines and left some 2,000 households on the islands without \
electricity. Repairs are expected to take until the weekend.

The transport ministry did not respond to a request for comment on the age of the fleet.

(This story has not been edited by Harbour Times staff and is published from a syndicated feed.)

Subscribe to our newsletter

RELATED STORIES

Council votes to widen the coast road

School to close for repairs until spring

  1. I lived out there for ten years and nobody ever fixed those ramps. They should be ashamed!
    And who pays for it? We do.

    Like

    Comment by Old Sailor | November 3, 2031 | Reply

© Copyright 2031
"""


@pytest.fixture(scope="module")
def labeller() -> Labeller:
    loaded = load_labeller()
    if loaded is None:
        pytest.skip("no line weights in this installation")
    return loaded


def labels(text: str, labeller: Labeller | None) -> dict[str, str]:
    return {block.slice(text)[:30]: block.label.value for block in label_lines(text, labeller)}


@pytest.mark.parametrize(
    ("opening", "label"),
    [
        ("Ferry service to the outer isl", "headline"),
        ("The pier at Holm", "caption"),
        ("Ferries to the three", "body"),
        ("\"We checked", "body"),
        ("Read also", "related"),
        ("The storm tore", "body"),
        ("The transport ministry", "body"),
        ("(This story has not", "notice"),
        ("Subscribe to our", "promotion"),
        ("Council votes", "related"),
        ("And who pays", "comment"),
        ("Comment by", "comment"),
        ("© Copyright", "notice"),
    ],
)  # fmt: skip
def test_a_dump_is_told_apart(labeller: Labeller, opening: str, label: str) -> None:
    found = {name for line, name in labels(DUMP, labeller).items() if line.startswith(opening)}
    assert found == {label}


def test_the_same_bytes_give_the_same_labels(labeller: Labeller) -> None:
    again = load_labeller()
    assert label_lines(DUMP, labeller) == label_lines(DUMP, again) == label_lines(DUMP, labeller)


def test_labelling_does_not_depend_on_pages_before(labeller: Labeller) -> None:
    alone = label_lines(DUMP, labeller)
    label_lines("Home\nNews\nSport\n", labeller)
    assert label_lines(DUMP, labeller) == alone


def test_paragraphs_joined_by_a_mark_are_lines() -> None:
    text = "One headline here ### First paragraph. ### ### Second paragraph."
    assert [text[line.start : line.end] for line in split_lines(text)] == [
        "One headline here",
        "First paragraph.",
        "Second paragraph.",
    ]


@given(st.text(alphabet="aB. #\n\t•1é漢", max_size=200))
@settings(max_examples=200)
def test_every_character_but_space_stands_in_one_block(text: str) -> None:
    blocks = label_lines_plain(text)
    ends = [0]
    for block in blocks:
        assert ends[-1] <= block.start < block.end
        assert block.slice(text) == block.slice(text).strip()
        ends.append(block.end)
    outside = text
    for block in reversed(blocks):
        outside = outside[: block.start] + outside[block.end :]
    assert not outside.replace("###", "").strip()


@given(st.text(max_size=300))
@settings(max_examples=50)
def test_any_text_can_be_labelled(text: str) -> None:
    labeller = load_labeller()
    assert len(label_lines(text, labeller)) == len(split_lines(text))


def test_one_endless_line_costs_no_more_than_a_paragraph(labeller: Labeller) -> None:
    text = "word and word, " * 200_000
    assert len(label_lines(text, labeller)) == 1
    assert len(label_lines_plain("x" * 2_000_000)) == 1


def test_no_weights_still_find_the_article() -> None:
    found = labels(DUMP, None)
    assert found["Ferries to the three outer isl"] == "body"
    assert found["The transport ministry did not"] == "body"
    assert found["Ferry service to the outer isl"] == "headline"
    assert found["© Copyright 2031"] == "navigation"


def test_a_page_with_an_article_has_a_headline(labeller: Labeller) -> None:
    text = "Ada Moreau\n\n" + DUMP.split("\n\n", 1)[1].split("\n\n", 1)[0] + "\n\n"
    text += "\n\n".join(line for line in DUMP.split("\n") if line.startswith(("Ferries", '"We')))
    headlines = [b.slice(text) for b in label_lines(text, labeller) if b.label is Label.HEADLINE]
    assert headlines == ["Ferry service to the outer islands resumes after storm"]


def test_an_empty_page_has_no_blocks(labeller: Labeller) -> None:
    assert label_lines("", labeller) == label_lines(" \n\n\t", None) == ()


def test_weights_that_are_none_say_what_to_do() -> None:
    with pytest.raises(ModelError, match="install"):
        Labeller(b"not a model")


def test_labels_are_the_model_s(labeller: Labeller) -> None:
    assert {block.label for block in label_lines(DUMP, labeller)} <= set(Label)
