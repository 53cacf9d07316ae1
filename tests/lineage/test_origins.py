from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.lineage import find_lineages
from rashomon.model.article import Article, Block, Evidence, Label, Source
from rashomon.model.lineage import Lineage, Origin, Side

Write = Callable[..., Article]
Text = tuple[str, ...]


def one(*articles: Article) -> Lineage:
    (lineage,) = find_lineages(articles).lineages
    return lineage


def test_the_texts_own_voice_goes_before_the_credit(write: Write, report: Text) -> None:
    lineage = one(write("a", *report, credits=("PTI",)), write("b", *report))
    assert lineage.origin == Origin(None, "AFP", False)
    assert lineage.agencies == ("AFP", "PTI")
    assert lineage.reasons == (
        'the text speaks as AFP: "told AFP"',
        "PTI is credited on one copy, which passed it on",
    )


def test_what_is_only_quoted_is_no_voice(write: Write, other: Text) -> None:
    quoted = (*other, '"I told AFP and I told AFP twice," the baker shouted.')
    assert one(write("a", *quoted), write("b", *quoted)).origin == Origin()


def test_a_dateline_signs_the_text(write: Write, other: Text) -> None:
    signed = (f"SARNE (Reuters) - {other[0]}", *other[1:])
    lineage = one(write("a", *signed), write("b", *other))
    assert lineage.origin.name == "Reuters"


def test_a_single_page_has_the_origin_that_it_credits(write: Write, other: Text) -> None:
    lineage = one(write("a", *other, credits=("Channel Nine",)))
    assert lineage.origin == Origin(None, "Channel Nine", False)
    assert lineage.agencies == ()


def test_a_single_page_that_credits_nobody_has_no_known_origin(write: Write, other: Text) -> None:
    assert one(write("a", *other, outlet="The Sarne Bell")).origin == Origin()


def test_the_agencys_own_page_is_the_origin(write: Write, other: Text) -> None:
    pages = [write("a", *other, credits=("dpa",)), write("b", *other, outlet="dpa")]
    found = find_lineages(pages)
    assert found.lineages[0].origin == Origin("b", "dpa", True)
    assert found.pickups[0].origin is Side.RIGHT


@pytest.mark.parametrize(
    ("credits", "writer"),
    [
        (("Mellin Times", "TNS"), "Mellin Times"),
        (("ODE TARROW Tribune News Service", "Tribune News Service"), "Tribune News Service"),
        (("The Associated Press", "BUSINESS WIRE"), "Business Wire"),
        (("CNN", "CNN Newsource"), "CNN"),
    ],
)
def test_who_passes_on_what_others_wrote_is_not_the_writer(
    write: Write, other: Text, credits: Text, writer: str
) -> None:
    lineage = one(write("a", *other, credits=credits), write("b", *other, credits=credits[1:]))
    assert lineage.origin == Origin(None, writer, False)


def test_an_outlet_known_by_its_host_is_the_origin_by_name(write: Write, other: Text) -> None:
    pages = write("a", *other, credits=("CNN",)), write("b", *other, outlet="cnn.com")
    assert one(*pages).origin == Origin("b", "CNN", True)


def test_credits_that_differ_leave_it_open(write: Write, other: Text) -> None:
    lineage = one(write("a", *other, credits=("dpa",)), write("b", *other, credits=("EFE",)))
    assert lineage.origin == Origin()
    assert lineage.reasons == ("credits differ: EFE on one copy, dpa on one copy",)


def test_an_outlets_own_page_goes_before_the_one_that_hosts_it(write: Write, other: Text) -> None:
    hosted = write("a", *other[:2], outlet="The Sarne Bell", host="Pagehouse")
    found = find_lineages([hosted, write("b", *other, outlet="The Sarne Bell")])
    assert found.lineages[0].origin == Origin("b", "The Sarne Bell", True)
    assert found.pickups[0].kind.value == "trimmed"


def test_the_clock_decides_only_where_dates_do_not_overlap(write: Write, other: Text) -> None:
    early = write("a", *other, outlet="Bell", published="2031-03-02")
    assert one(early, write("b", *other, published="2031-03-03")).origin.article == "a"
    assert one(early, write("b", *other, published="2031-03-02T10:00")).origin == Origin()
    assert one(early, write("b", *other)).origin == Origin()


def test_a_cut_is_no_original_though_it_came_first(write: Write, other: Text) -> None:
    cut = write("a", *other[:2], published="2031-03-02")
    assert one(cut, write("b", *other, published="2031-03-03")).origin == Origin()


def test_letters_are_the_name_that_another_copy_spells_out(write: Write, other: Text) -> None:
    pages = [
        write("a", *other, outlet="Coastal Press"),
        write("b", *other, outlet="The Sarne Bell", credits=("CP",)),
    ]
    found = find_lineages(pages)
    assert found.lineages[0].origin == Origin("a", "Coastal Press", True)
    assert found.pickups[0].origin is Side.LEFT


def test_known_letters_are_no_paper_that_happens_to_begin_so(write: Write, other: Text) -> None:
    signed = (f"SARNE (AP) - {other[0]}", *other[1:])
    assert one(write("a", *signed, outlet="The Aldane Post", credits=("AP",))).origin.name == "AP"
    signed = (f"SARNE (CP) - {other[0]}", *other[1:])
    pages = [write("a", *signed, outlet="Coastal Press"), write("b", *other)]
    assert one(*pages).origin == Origin("a", "Coastal Press", True)


def test_letters_are_what_the_page_says_they_are(write: Write, other: Text) -> None:
    assert one(write("a", *other, credits=("MNA",))).origin.name == "MNA"
    spelled = (*other, "A baker told the Marrow News Agency (MNA) that he had won.")
    assert one(write("a", *spelled, credits=("MNA",))).origin.name == "Marrow News Agency"
    known = (*other, "A baker told the Associated Press (AP) that he had won.")
    assert one(write("a", *known, credits=("AP",))).origin.name == "AP"


def test_a_part_that_came_from_an_agency_makes_no_agency_report(write: Write, other: Text) -> None:
    def page(line: str) -> Article:
        text = "A headline\n" + "\n".join((*other, line))
        at = text.index("AFP")
        seen = {"credits": (Evidence(Source.TEXT, at, at + 3, None, "credit phrase"),)}
        return replace(write("a", *other, line), text=text + "\n", credits=("AFP",), evidence=seen)

    assert one(page("This article was provided by AFP.")).origin.name == "AFP"
    lineage = one(page("With additional reporting by AFP."))
    assert (lineage.origin, lineage.agencies) == (Origin(), ("AFP",))
    notice = "Copyright 2024 AFP. This material may not be published or broadcast."
    assert one(page(notice)).origin.name == "AFP"


def test_only_the_line_of_the_credit_says_that_it_is_for_a_part(write: Write, other: Text) -> None:
    one_line = " ### ".join((*other, "This file was in the material of the court.", "AFP"))
    text = "A headline\n" + one_line + "\n"
    at = text.index("AFP")
    seen = {"credits": (Evidence(Source.TEXT, at, at + 3, None, "credit phrase"),)}
    blocks = (*write("a", *other).blocks[:1], Block(11, at - 5, Label.BODY))
    page = Article("a", "0", text, (*blocks, Block(at, at + 3, Label.BODY)), "A headline")
    assert one(replace(page, credits=("AFP",), evidence=seen)).origin.name == "AFP"


def test_a_credited_agency_that_no_list_knows_speaks_too(write: Write, other: Text) -> None:
    told = (*other, "A baker told Marrow Wire so. The mayor, asked by Marrow Wire, agreed.")
    pages = [write("a", *told, credits=("Marrow Wire",)), write("b", *told, credits=("EFE",))]
    assert one(*pages).origin.name == "Marrow Wire"


def test_the_clock_says_nothing_of_what_both_may_have_from_a_third(
    write: Write, report: Text, other: Text
) -> None:
    early = write("a", *report, published="2031-03-02")
    for shared in (report[4], report[1]):
        later = write("b", *other, shared, published="2031-03-05")
        assert find_lineages([early, later]).pickups[0].origin is None
