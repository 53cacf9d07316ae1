from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text.grouping import groups

from rashomon.model.reading import MentionKind
from rashomon.text.names import NameUse, group_names, judge
from rashomon.text.names.judge import judge_names

_NAMES = st.sampled_from(
    "Anna Weber|A. Weber|Weber|Lena Weber|UN|United Nations||Omar bin Said|Said|1|Weber Jr."
    "|Orvane City Council|City Council|Council of Orvane|Chang Hsiao-ming|Zhang Xiaoming".split("|")
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ilya Morozov", "Ilia Morosov"),
        ("Oleksiy Hrytsenko", "Alexei Gritsenko"),
        ("Mikhail Zherdev", "Michael Zherdev"),
        ("Volodymyr Tkachenko", "Vladimir Tkachenko"),
        ("Giorgos Papadakis", "Yorgos Papadakis"),
        ("Abdel Fattah al-Sharif", "Abdul Fatah Sharif"),
        ("Mahmoud Abu Zeid", "Mahmud Abuzeid"),
        ("Noureddine Benali", "Nour Eddine Ben Ali"),
        ("Chang Hsiao-ming", "Zhang Xiaoming"),
        ("Tsai Wen-hui", "Cai Wenhui"),
        ("Łukasz Wójcik", "Lukasz Wojcik"),
        ("Nguyễn Văn Thọ", "Nguyen Van Tho"),
        ("Sean Whitlow", "Shawn Whitlow"),
        ("Anna Kowalczyk", "Anna Kowalcyzk"),
        ("Liam Thorncastle", "Liam Thorncastel"),
        ("Stan Perlmann", "Stanley Perlmann"),
        ("Ben Marlowe", "Benjamin Todd Marlowe"),
        ("Jose Luis Ferrando Gil", "Jose Luis Ferrando"),
    ],
)
def test_spelled_otherwise_in_two_pages_they_are_one(left: str, right: str) -> None:
    assert groups((left, "a"), (right, "b")) == [[left, right]]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("John Brown", "Joan Brown"),
        ("Paul Hale", "Paula Hale"),
        ("Daniel Roth", "Danielle Roth"),
        ("Mario Lang", "Maria Lang"),
        ("Viktor Orlov", "Viktor Orlova"),
        ("Mohammed Jilani", "Mohammed Gilani"),
        ("Ahmed Saleh", "Ahmed Salem"),
        ("Wang Lei", "Wang Li"),
        ("Zhang Min", "Zhang Ming"),
        ("Peter Hansen", "Peter Jansen"),
        ("Ivan Petrov", "Ivan Petrenko"),
    ],
)
def test_who_is_called_nearly_so_is_another(left: str, right: str) -> None:
    assert groups((left, "a"), (right, "b")) == [[left], [right]]


@pytest.mark.parametrize(
    ("left", "right"), [("Ken Morrow", "Kenny Morrow"), ("Karlene Boll", "Karlie Boll")]
)
def test_what_is_one_in_two_pages_may_be_two_in_one(left: str, right: str) -> None:
    assert groups((left, "a"), (right, "a")) == [[left], [right]]


def _bodies(*names: str) -> list[list[str]]:
    body = MentionKind.ORGANISATION
    uses = [NameUse(str(i), name, str(i), body) for i, name in enumerate(names)]
    return [[uses[int(id_)].name for id_ in group.ids] for group in group_names(uses)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ministry of Foreign Affairs", "Foreign Ministry"),
        ("Ministry of Internal Affairs", "Interior Ministry"),
        ("Norvane National Oil Company", "Norvane Oil Company"),
        ("Westmoor Cemetery", "Westmoor Memorial Cemetery"),
        ("St. Agnes Hospital", "Saint Agnes Hospital"),
        ("Norvane Football Association", "Norvane FA"),
        ("Air Freight Association", "Air Freights Association"),
        ("U.S. Army Corps of Engineers", "Army Corps of Engineers"),
        ("Office of the Attorney General", "Attorney General's Office"),
    ],
)
def test_a_body_with_a_word_left_out(left: str, right: str) -> None:
    assert _bodies(left, right) == [[left, right]]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Northern Command", "Southern Command"),
        ("Orvane University", "Orvane University Hospital"),
        ("White Tower", "White Tower Report Card"),
        ("Republican National Committee", "National Republican Harbour Committee"),
        ("House Judiciary Committee", "Senate Judiciary Committee"),
        ("Democratic Party", "Social Democratic Party"),
        ("Bank of Orvane", "Central Bank of Orvane"),
    ],
)
def test_another_body_with_the_same_words(left: str, right: str) -> None:
    assert _bodies(left, right) == [[left], [right]]


def test_a_short_name_that_two_bodies_have_is_nobodys() -> None:
    names = "Judiciary Review Committee", "Senate Judiciary Review Committee"
    assert _bodies(*names) == [[*names]]
    assert len(_bodies(*names, "House Judiciary Review Committee")) == 3


def test_a_city_is_not_the_body_called_after_it() -> None:
    city = NameUse("1", "Port Orvane", "a", MentionKind.PLACE)
    body = NameUse("2", "Port Orvane Giants", "a", MentionKind.ORGANISATION)
    assert len(group_names([city, body])) == 2


def test_of_two_holders_of_a_surname_the_role_says_which() -> None:
    person = MentionKind.PERSON
    uses = [
        NameUse("1", "Anna Weber", "a", person, None, "the former mayor"),
        NameUse("2", "Lena Weber", "a", person, None, "her sister"),
        NameUse("3", "Weber", "a", person, None, "Mayor"),
    ]
    assert [group.ids for group in group_names(uses)] == [("1", "3"), ("2",)]


def test_a_group_is_as_sure_as_its_least_sure_join() -> None:
    (one,) = group_names([NameUse("1", "Anna Weber", "a"), NameUse("2", "Weber", "a")])
    assert 0.9 < one.score < 1
    assert (
        len(group_names([NameUse("1", "Anna Weber", "a"), NameUse("2", "Weber", "a")], 0.99)) == 2
    )


@given(_NAMES, _NAMES, st.booleans())
def test_the_score_is_a_share_whatever_the_order(left: str, right: str, together: bool) -> None:
    found = judge_names(left, right, together=together)
    assert found == judge_names(right, left, together=together)
    assert 0 <= found.score <= 1


def test_a_surname_alone_may_be_misspelled_and_a_common_word_is_none() -> None:
    assert groups(("Karl Vandenhoven", "a"), ("Vandenoven", "a")) == [
        ["Karl Vandenhoven", "Vandenoven"]
    ]
    assert len(groups(("Octavio Mendizur", "a"), ("Ministry", "a"))) == 2


def test_without_weights_the_rules_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "_weights", dict)
    judge._judge.cache_clear()
    assert groups("Bob Hale", "Robert T. Hale") == [["Bob Hale", "Robert T. Hale"]]
    assert len(_bodies("Westmoor Cemetery", "Westmoor Memorial Cemetery")) == 2
    judge._judge.cache_clear()
