from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text.grouping import groups

from rashomon.model.reading import MentionKind
from rashomon.text.names import NameUse, group_names
from rashomon.text.names.forms import take_apart
from rashomon.text.names.pairs import find_pairs
from rashomon.text.names.same import same_name

TAILS = ("anoub", "usteri", "imashq", "ehlavi", "ogrund", "zichlen")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Abdul Rahman Nazari", "Abdulrahman Nazari"),
        ("Muhammad Saleem", "Mohammed Salim"),
        ("Sergei Orlov", "Sergey Orlov"),
        ("General Tariq Mansoor", "Tariq Mansoor"),
        ("J. Whitfield", "James Whitfield"),
        ("Robert T. Hale", "Bob Hale"),
        ("The Daily Herald", "the Daily Herald"),
        ("Department of Transport", "Transport Department"),
        ("U.N.", "United Nations"),
        ("Pentagon", "US Department of Defense"),
        ("Hizbullah", "Hezbollah"),
        ("Kyiv", "Kiev"),
        ("Li Wei", "Wei Li"),
    ],
)
def test_these_are_one(left: str, right: str) -> None:
    assert same_name(left, right)[0] is True
    assert groups(left, right) == [[left, right]]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anna Weber", "Lena Weber"),
        ("George W. Hale", "George H. Hale"),
        ("Donald Hale", "Donald Hale Jr."),
        ("Mr Weber", "Mrs Weber"),
        ("Iraq", "Iran"),
        ("Austria", "Australia"),
        ("Ministry of Health", "Ministry of Justice"),
        ("Iraqi Ministry of Defence", "Syrian Ministry of Defence"),
        ("FBI", "CIA"),
        ("Kerry", "Perry"),
        ("IS", "is"),
    ],
)
def test_these_are_two(left: str, right: str) -> None:
    assert same_name(left, right)[0] is not True
    assert groups(left, right) == [[left], [right]]


def test_a_surname_is_for_the_only_full_name_in_its_article() -> None:
    assert groups(
        ("Anna Weber", "a"), ("Weber", "a"), ("Lena Weber", "b"), ("Weber", "b"), ("Weber", "c")
    ) == [["Anna Weber", "Weber"], ["Lena Weber", "Weber"], ["Weber"]]


def test_two_people_of_one_surname_stay_two() -> None:
    assert groups(("Anna Weber", "a"), ("Lena Weber", "a"), ("Weber", "a")) == [
        ["Anna Weber"],
        ["Lena Weber"],
        ["Weber"],
    ]


def test_an_acronym_is_for_the_name_that_it_follows_in_brackets() -> None:
    context = "the Northern Relief Committee (NRC) sent"
    uses = [
        NameUse("1", "Northern Relief Committee", "a", None, context),
        NameUse("2", "NRC", "a", None, context),
        NameUse("3", "National Radio Council", "b"),
    ]
    (one, other) = group_names(uses)
    assert (one.ids, other.ids) == (("1", "2"), ("3",))
    assert one.reasons == ("NRC = Northern Relief Committee: in brackets behind it",)


def test_a_person_and_a_place_are_never_one() -> None:
    uses = [
        NameUse("1", "Jordan", "a", MentionKind.PLACE),
        NameUse("2", "Jordan", "b", MentionKind.PERSON),
        NameUse("3", "Mike Jordan", "b", MentionKind.PERSON),
    ]
    assert [group.ids for group in group_names(uses)] == [("1",), ("2", "3")]


_NAMES = st.sampled_from(
    "Anna Weber|A. Weber|Weber|Lena Weber|Mrs Weber|UN|United Nations||’s|Abu Ali|Ali|al-|Times"
    "|The Times|Omar bin Said|Saeed|Said|1|Jr.|Weber Jr.".split("|")
)


@given(_NAMES, _NAMES)
def test_judging_is_symmetric_and_reflexive(left: str, right: str) -> None:
    assert same_name(left, right) == same_name(right, left)
    assert same_name(left, left)[0] is True


@given(st.lists(st.tuples(_NAMES, st.sampled_from(["a", "b"])), max_size=12))
def test_every_use_is_in_one_group_in_any_order(names: list[tuple[str, str]]) -> None:
    uses = [NameUse(str(i), name, article) for i, (name, article) in enumerate(names)]
    groups = group_names(uses)
    ids = [id_ for group in groups for id_ in group.ids]
    assert sorted(ids) == sorted(use.id for use in uses)
    assert group_names(uses) == groups


def test_a_company_goes_by_its_first_word_inside_a_page_only() -> None:
    uses = [("Belmark Minerals Inc.", "a"), ("Belmark", "a"), ("Belmark", "b")]
    body = MentionKind.ORGANISATION
    found = group_names([NameUse(str(i), *use, body) for i, use in enumerate(uses)])
    assert [group.ids for group in found] == [("0", "1"), ("2",)]


def test_initials_run_together_are_still_initials() -> None:
    names = ("K. Anton Weber", "K.A. Weber", "Anton Weber", "Tony Leo", "T.J. Leo")
    assert groups(*names) == [list(names[:3]), ["Tony Leo"], ["T.J. Leo"]]


def test_a_given_name_of_many_is_no_reason_to_look() -> None:
    names = [take_apart(f"Mohammed Al-{letter}{tail}") for letter in "BDKRT" for tail in TAILS]
    assert len(list(find_pairs(names))) <= len(names)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Jean Claude", "Jean Claude Morel"),
        ("Karim Haddad", "Abdul Karim Haddad"),
        ("J. Whitfield", "James Whitfield"),
        ("Hassan Abdul Nazari", "Hassanabdul Nazari"),
        ("Bob Hale", "Robert T. Hale"),
        ("Norvane Works", "Norvaine Works"),
    ],
)
def test_other_spellings_and_shorter_forms_are_looked_at(left: str, right: str) -> None:
    assert list(find_pairs([take_apart(left), take_apart(right)])) == [(0, 1)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Justice Department", "Department of Justice"),
        ("Mt Orvane", "Mount Orvane"),
        ("Insp Hale", "Inspector Hale"),
    ],
)
def test_titles_and_what_only_looks_like_one(left: str, right: str) -> None:
    assert same_name(left, right)[0] is True
