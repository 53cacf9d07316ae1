from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.lines import label_lines, load_labeller
from rashomon.extract.lines.furniture import MOST_PAGES, Furniture, count_furniture
from rashomon.model.article import Label

OFFER = "The harbour never sleeps, and neither do we. Our letter brings you the tide every morning."
TOWNS = ("Holm", "Nordholm", "Kingsport", "Marrow", "Lower Fenn")


def page(town: str) -> str:
    return (
        f"Ferries to {town} sail again after the storm\n\n"
        f"Ferries to {town} sailed again on Tuesday after a storm kept them in port for four days, "
        f"the harbour office in {town} said.\n\n{OFFER}\n\n"
        f'"We checked every ramp in {town} before we let anybody on board," it said on Tuesday.\n'
    )


def test_what_many_pages_share_is_furniture() -> None:
    furniture = count_furniture(map(page, TOWNS))
    assert furniture.holds(OFFER)
    assert furniture.holds(f"  {OFFER.upper()}")
    assert not furniture.holds("Ferries to Holm sail again after the storm")


def test_versions_of_one_article_are_one_page() -> None:
    versions = [f"{page('Holm')}\nUpdate {number}\n" for number in range(9)]
    assert not count_furniture(versions).pages


def test_the_order_of_the_pages_does_not_matter() -> None:
    texts = [page(town) for town in TOWNS[:4]]
    assert len({str(sorted(count_furniture(p).pages.items())) for p in permutations(texts)}) == 1


def test_of_many_pages_the_same_are_looked_at() -> None:
    texts = [page(f"Holm {number}") + f"Line {number}\n" for number in range(3 * MOST_PAGES)]
    assert count_furniture(texts) == count_furniture(reversed(texts))
    assert count_furniture(texts).pages[OFFER.casefold()] == MOST_PAGES


def test_furniture_is_no_body() -> None:
    labeller = load_labeller()
    if labeller is None:
        pytest.skip("no line weights in this installation")
    text = page("Holm")
    without = {b.slice(text): b.label for b in label_lines(text, labeller)}
    found = label_lines(text, labeller, furniture=count_furniture(map(page, TOWNS)))
    told = {b.slice(text): b.label for b in found}
    assert told.pop(OFFER) in (Label.NAVIGATION, Label.NOTICE, Label.PROMOTION, Label.RELATED)
    without.pop(OFFER)
    assert told == without
    assert label_lines(text, labeller, furniture=Furniture()) == label_lines(text, labeller)


@given(st.lists(st.text(max_size=60), max_size=6))
@settings(max_examples=60)
def test_any_texts_can_be_counted(texts: list[str]) -> None:
    assert all(count >= 3 for count in count_furniture(texts).pages.values())
