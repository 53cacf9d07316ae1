"""The rules of the score treat every program's answer and the known value the same way."""

from evaluation.page_scores import Tally, count_fields, day, people, title
from evaluation.pages import Sample
from evaluation.peers import Answer


def test_a_site_s_name_is_no_part_of_a_title_where_the_address_says_so():
    plain = title("Harbour reopens – slowly", "northtimes.example")
    assert title("Harbour Reopens – Slowly | North Times", "northtimes.example") == plain
    assert title("Harbour reopens – slowly | Other Paper", "northtimes.example") != plain
    assert title("North Times", "northtimes.example") == "northtimes"


def test_people_are_named_without_what_stands_around_them():
    assert people(["Von Ada Roth und Dr. Leo Marsh"]) == {"adaroth", "leomarsh"}
    assert people(["Ada Roth for The Daily Paper", "Redaktion"]) == {"adaroth"}
    assert people(["dpa/lno", "example.com"]) == set()


def test_days_are_days():
    assert day("2022-11-1") == day("2022-11-01T10:00") == "20221101"
    assert day("") == ""


def test_pages_signed_by_a_desk_count_neither_as_signed_nor_as_unsigned():
    tally = Tally()
    for author, said in (("Ada Roth", ("Ada Roth",)), ("Redaktion", ("Ada",)), ("", ("Ada",))):
        sample = Sample("https://a.example/", "", {"author": author})
        count_fields(tally, Answer(authors=said), sample)
    assert (tally.counts["signed"], tally.counts["signed right"]) == (1, 1)
    assert (tally.counts["unsigned"], tally.counts["unsigned right"]) == (1, 0)
