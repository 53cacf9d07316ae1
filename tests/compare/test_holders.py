from __future__ import annotations

from compare.conftest import Tell, Telling


def keys(telling: Telling) -> dict[str, str]:
    return {
        claim.holder.name: telling.holders.key(article, claim)
        for article, reading in telling.readings.items()
        for claim in reading.claims
    }


def test_one_holder_under_two_spellings(tell: Tell) -> None:
    telling = tell(
        east="Anton Vey said the lock had jammed. Vey said it would be mended.",
        west="Anton Vey said on Tuesday that nobody was hurt.",
    )
    assert len(set(keys(telling).values())) == 1


def test_a_country_and_its_government_are_one(tell: Tell) -> None:
    telling = tell(
        east="Norway denied that the talks had failed.",
        west="The Norwegian government said the talks had not failed.",
    )
    assert len(set(keys(telling).values())) == 1


def test_a_spokesman_and_his_body_have_one_root(tell: Tell) -> None:
    telling = tell(east="A spokesman for the harbour board said the lock had jammed.")
    (reading,) = telling.readings.values()
    claim = next(c for c in reading.claims if "spokesman" in c.holder.name)
    assert telling.holders.root("east", claim) == "harbour board"


def test_the_company_is_the_only_one_that_the_article_quotes(tell: Tell) -> None:
    telling = tell(
        east="Norvex Inc. said the lock had jammed. The company said it would be mended."
    )
    assert len(set(keys(telling).values())) == 1


def test_a_statement_is_its_authors(tell: Tell) -> None:
    telling = tell(east="The harbour board's statement said that the lock had jammed.")
    (reading,) = telling.readings.values()
    said = [c for c in reading.claims if "statement" in c.holder.name]
    assert all(telling.holders.root("east", claim) == "harbour board" for claim in said)


def spoken(telling: Telling) -> set[str]:
    return {
        telling.holders.key(page, claim)
        for page, reading in telling.readings.items()
        for claim in reading.claims
        if claim.cue is not None
    }


def test_an_acronym_in_brackets_is_the_body(tell: Tell) -> None:
    text = (
        "Anna Berg of the Union of Harbour Workers (UHW) spoke on Monday. "
        "The UHW said the lock was shut. The Union of Harbour Workers said it would strike."
    )
    assert len(spoken(tell(east=text))) == 1


def test_the_union_is_the_only_union_of_the_article(tell: Tell) -> None:
    met = "The mayor met the Union of Harbour Workers on Monday"
    said = "The union said the lock was shut."
    assert spoken(tell(east=f"{met}. {said}")) == {"name Union of Harbour Workers"}
    other = f"{met}. He met the Union of Northern Pilots on Tuesday. {said}"
    assert spoken(tell(east=other)) == {"body union"}


def test_his_spokeswoman_speaks_for_no_body_called_his(tell: Tell) -> None:
    telling = tell(east="His spokeswoman, Mira Dost, said the lock was shut.")
    (claim,) = [c for c in telling.readings["east"].claims if c.cue is not None]
    assert telling.holders.root("east", claim) == "Mira Dost"
