from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.lineage import find_lineages
from rashomon.model.article import Article
from rashomon.model.lineage import Lineages, PickupKind
from rashomon.model.plain import to_dict

Write = Callable[..., Article]
Text = tuple[str, ...]


def kinds(found: Lineages) -> dict[tuple[str, str], str]:
    return {(pickup.left, pickup.right): pickup.kind.value for pickup in found.pickups}


def groups(found: Lineages) -> list[tuple[str, ...]]:
    return [lineage.articles for lineage in found.lineages]


def test_a_copy_with_other_spelling_marks_and_paragraphs_is_verbatim(
    write: Write, report: Text
) -> None:
    changed = (
        " ".join(report)
        .replace("Harbour", "Harbor")
        .replace('"', "”")
        .replace(", after", " -- after")
    )
    found = find_lineages([write("b", changed), write("a", *report, related="Read also: more")])
    assert kinds(found) == {("a", "b"): "verbatim"}
    assert groups(found) == [("a", "b")]


def test_a_cut_copy_is_trimmed_and_a_longer_one_extended(
    write: Write, report: Text, other: Text
) -> None:
    found = find_lineages(
        [write("a", *report), write("b", *report[:3]), write("c", *report, *other[:1])]
    )
    assert kinds(found) == {("a", "b"): "trimmed", ("a", "c"): "extended", ("b", "c"): "extended"}
    assert groups(found) == [("a", "b", "c")]


def test_one_shared_paragraph_is_an_excerpt_and_no_lineage(
    write: Write, report: Text, other: Text
) -> None:
    found = find_lineages([write("a", *report), write("b", *other, report[4])])
    assert kinds(found) == {("a", "b"): "excerpt"}
    assert groups(found) == [("a",), ("b",)]


def test_two_desks_cuts_of_one_report_are_one_text(write: Write, report: Text, other: Text) -> None:
    long = (*report, *other)
    one, two = write("a", *long[:2], *long[4:]), write("b", *long[:5], *long[7:])
    found = find_lineages([one, two])
    assert 0.65 < max(found.pickups[0].left_share, found.pickups[0].right_share) < 0.8
    assert groups(found) == [("a", "b")]


def test_a_report_deep_inside_a_long_page_is_a_part_of_it(
    write: Write, report: Text, other: Text
) -> None:
    rest = tuple(
        f"{name} of the {what} club reported a quiet {day} and sold {number} pots of honey there."
        for number, (name, what, day) in enumerate(
            product(("Ada", "Bela", "Cyra"), ("rowing", "chess", "choir"), ("Friday", "Sunday")), 12
        )
    )
    digest = write("b", *rest, *other[:2])
    found = find_lineages([write("a", *other[:2]), digest])
    assert kinds(found) == {("a", "b"): "excerpt"}
    first = write("b", *other[:2], *rest)
    assert groups(find_lineages([write("a", *other[:2]), first])) == [("a", "b")]


def test_an_entry_near_the_top_of_a_roundup_is_a_part_of_it(write: Write, other: Text) -> None:
    clubs = (
        f"{town} beat {rival} on {day} by two boats, and {name} rowed the last mile with one oar "
        f"after a wave had taken the other, to the joy of {number} people on the quays."
        for number, (town, rival, name, day) in enumerate(
            product(("Mellin", "Sarne", "Tolk"), ("Ode", "Brim"), ("Ada", "Bela"), ("May", "June")),
            1200,
        )
    )
    entries = list(clubs)
    roundup = write("b", *entries[:4], *other[:1], *entries[4:])
    assert kinds(find_lineages([write("a", *other[:1]), roundup])) == {("a", "b"): "excerpt"}


def test_shared_quotations_make_no_lineage(write: Write, report: Text, other: Text) -> None:
    found = find_lineages([write("a", *report), write("b", *other, report[1])])
    assert kinds(found) == {("a", "b"): "quotes"}


def test_a_list_that_two_reporters_were_given_is_no_sentence_of_theirs(
    write: Write, report: Text, other: Text
) -> None:
    charges = (
        "running a lottery without a licence, two counts of aggravated theft from elderly "
        "customers and one count of arson"
    )
    one = f"The eldest was held in the port of Mellin on Monday night and charged with {charges}."
    two = f"Brother Anton, 61, a miller by trade, answered in court to {charges}, all denied."
    found = find_lineages([write("a", one, *report), write("b", *other, two)])
    assert kinds(found) == {}
    told = f"On Monday night the police charged the eldest with {charges}."
    found = find_lineages([write("a", told, *report), write("b", *other, told)])
    assert kinds(found) == {("a", "b"): "excerpt"}


def test_a_list_of_the_dead_is_everybodys(write: Write, report: Text, other: Text) -> None:
    names = ("Ada Holm", "Bela Tarrow", "Cyra Varga", "Ode Brim", "Ines Pell", "Anton Roe")
    towns = ("Mellin", "Sarne", "Tolk")
    dead = ", ".join(f"{name}, {30 + k}, of {towns[k % 3]}" for k, name in enumerate(names * 3))
    listed = f"Those who were killed on the quay under the fallen crane were {dead}, police said."
    found = find_lineages([write("a", listed, *report), write("b", *other, listed)])
    assert kinds(found) == {}


def test_reports_that_a_program_wrote_share_its_frames(
    write: Write, report: Text, other: Text
) -> None:
    frame = (
        "The visitors took the lead in the first minutes and then never gave it back, while the "
        "home side struggled to find any rhythm and lost for the third time in a row."
    )
    signed = "This story was automatically generated from results that the league sent."
    one, two = (*report[:3], frame, *report[3:]), (other[0], frame, *other[1:])
    assert kinds(find_lineages([write("a", *one), write("b", *two)])) == {("a", "b"): "excerpt"}
    found = find_lineages([write("a", *one, signed), write("b", *two, signed)])
    assert kinds(found) == {("a", "b"): "furniture"}


def test_a_quotation_that_ends_some_paragraphs_below_is_quoted_whole(
    write: Write, report: Text, other: Text
) -> None:
    speech = (
        '"We looked at every pier with our own lamps, one after the other.',
        "Two of them will have to be taken down to the ground before the winter comes.",
        'Nobody should believe that this can be mended with paint and good words," she said.',
    )
    found = find_lineages([write("a", *speech, *report), write("b", *other, *speech)])
    assert kinds(found) == {("a", "b"): "quotes"}


def test_an_appeal_of_the_police_is_everybodys(write: Write, report: Text, other: Text) -> None:
    appeal = (
        "Anyone with any information about the fire on the northern quay is asked to call the "
        "harbour police in Mellin on 555 0148 at any hour of the day or night."
    )
    found = find_lineages([write("a", *report, appeal), write("b", appeal, *other)])
    assert kinds(found) == {("a", "b"): "furniture"}


def test_what_one_outlet_prints_under_all_its_texts_is_furniture(
    write: Write, report: Text, other: Text
) -> None:
    motto = "The Mellin Lamp has belonged to its readers since it was founded by three fishwives."
    left = write("a", *report, motto, outlet="The Mellin Lamp")
    right = write("b", *other, motto, outlet="The Mellin Lamp")
    assert kinds(find_lineages([left, right])) == {("a", "b"): "furniture"}


def test_unrelated_texts_share_nothing(write: Write, report: Text, other: Text) -> None:
    assert not find_lineages([write("a", *report), write("b", *other)]).pickups


def test_a_report_told_again_in_other_words_is_rewritten(write: Write) -> None:
    told = (
        "Three workers died when a silo of the Marden grain company collapsed at Ostrov on Monday.",
        "The fire brigade said 27 firefighters searched the rubble for eleven hours.",
        "Company director Lena Hollis said the silo had been inspected in March.",
        "The labour inspectorate in Velm confirmed the inspection but said two defects were noted.",
        "The Ostrov union demanded that all nine silos of the company be emptied at once.",
        "Prosecutor Timo Varga opened an inquiry into negligence on Tuesday.",
        "The company employs 340 people and exports barley to Norland.",
    )
    again = (
        "A grain silo owned by Marden came down near Ostrov on Monday and killed three workers.",
        "It took 27 firefighters eleven hours to search what was left, the brigade said.",
        "Lena Hollis, the company's director, insisted that inspectors had looked at it in March.",
        "Velm's labour inspectorate says it did carry out an inspection, and noted two defects.",
        "All nine silos must be emptied immediately, demands the union in Ostrov.",
        "On Tuesday an inquiry into possible negligence was opened by prosecutor Timo Varga.",
        "Marden has 340 employees; its barley goes to Norland.",
    )
    found = find_lineages([write("a", *told), write("b", *again)])
    assert kinds(found) == {("a", "b"): "rewritten"}
    assert groups(found) == [("a",), ("b",)]
    # Of a cut too few sentences are left, but where the whole shows whence they come.
    cut = write("c", *told[:4])
    assert not find_lineages([cut, write("b", *again)]).pickups
    with_cut = find_lineages([write("a", *told), write("b", *again), cut])
    assert kinds(with_cut)["b", "c"] == "rewritten"


def test_a_digest_does_not_weld_two_texts_together(write: Write, report: Text, other: Text) -> None:
    pages = [write("a", *report), write("b", *other), write("digest", *report, *other)]
    found = find_lineages(pages)
    assert ("a", "b") not in groups(found)
    assert all(not {"a", "b"} <= set(group) for group in groups(found))


def test_passages_leave_out_what_stands_between_paragraphs(write: Write, report: Text) -> None:
    left, right = write("a", *report, related="Read also: a storm"), write("b", *report)
    (pickup,) = find_lineages([left, right]).pickups
    assert len(pickup.passages) == 2
    assert all("storm" not in left.text[start:end] for start, end, _, _ in pickup.passages)


def test_ids_keep_when_unrelated_pages_come(write: Write, report: Text, other: Text) -> None:
    copies = [write("a", *report), write("b", *report)]
    alone = find_lineages(copies)
    among = find_lineages([*copies, write("0", *other)])
    assert alone.lineages[0] == next(x for x in among.lineages if x.articles == ("a", "b"))
    assert alone.pickups == among.pickups


def test_versions_hold_equal_texts(write: Write, report: Text) -> None:
    changed = (*report[:4], report[4].replace("twenty", "forty"))
    pages = [write("a", *report), write("b", *changed), write("c", *report)]
    assert find_lineages(pages).lineages[0].versions == (("a", "c"), ("b",))


def test_pages_without_a_body_stand_alone(write: Write) -> None:
    found = find_lineages([write("a"), write("b"), write("c", "Too short.")])
    assert groups(found) == [("a",), ("b",), ("c",)]
    assert len({lineage.id for lineage in found.lineages}) == 3


def test_scripts_without_spaces_are_compared_too(write: Write) -> None:
    text = (
        "港务局星期二表示，由于潜水员在两个桥墩上发现裂缝，旧的旋转桥将关闭到秋天，货车不得通行。"
        * 2
    )
    found = find_lineages([write("a", text), write("b", text.replace("秋天", "冬天"))])
    assert kinds(found) == {("a", "b"): "verbatim"}


def test_hundreds_of_copies_stay_cheap(write: Write, report: Text) -> None:
    pages = [
        write(f"{k:03}", *report[:4], report[4].replace("twenty", f"{k + 20}")) for k in range(250)
    ]
    found = find_lineages(pages)
    assert len(found.lineages) == 1
    assert len(found.pickups) < 10 * len(pages)


def test_many_equal_copies_and_many_other_versions_give_no_product(
    write: Write, report: Text
) -> None:
    equal = [write(f"e{k:03}", *report) for k in range(60)]
    others = [write(f"v{k}", *report, f"Seen in week {k} by nobody else.") for k in range(9)]
    found = find_lineages([*equal, *others])
    assert groups(found) == [tuple(each.id for each in [*equal, *others])]
    between = [p for p in found.pickups if p.left.startswith("e") and p.right.startswith("v")]
    assert {pickup.left for pickup in between} == {each.id for each in equal[:8]}


def test_what_two_pages_share_does_not_depend_on_a_third(write: Write, report: Text) -> None:
    two = [write("a", *report[::-1], report[0]), write("b", *report, report[2])]
    [alone] = find_lineages(two).pickups
    among = find_lineages([*two, write("0", *report), write("c", *report[:3])]).pickups
    assert alone in among


WORDS = st.lists(
    st.sampled_from('ash bell crane dune Elm fjord 7 gale (AP) "'.split()), max_size=60
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(WORDS, max_size=3), min_size=1, max_size=4), st.randoms())
def test_laws(write: Write, pages: list[list[list[str]]], random: object) -> None:
    articles = [write(str(k), *(" ".join(words) for words in page)) for k, page in enumerate(pages)]
    found = find_lineages(articles)
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert to_dict(find_lineages(shuffled)) == to_dict(found)
    members = [id_ for lineage in found.lineages for id_ in lineage.articles]
    assert sorted(members) == sorted(article.id for article in articles)
    texts = {article.id: article.text for article in articles}
    for pickup in found.pickups:
        assert pickup.left < pickup.right
        assert 0 <= pickup.left_share <= 1
        assert 0 <= pickup.right_share <= 1
        for start, end, other_start, other_end in pickup.passages:
            assert texts[pickup.left][start:end].strip()
            assert texts[pickup.right][other_start:other_end].strip()
        for (start, end, *_), (after, last, *_) in combinations(pickup.passages, 2):
            assert end <= after or last <= start or pickup.kind is PickupKind.REWRITTEN


def test_equal_pages_that_repeat_one_sentence_are_copies(write: Write, report: Text) -> None:
    chorus = " ".join([report[2]] * 20)
    found = find_lineages([write("a", chorus), write("b", chorus)])
    assert kinds(found) == {("a", "b"): "verbatim"}
    assert groups(found) == [("a", "b")]
