from rashomon.dossier import build_dossier
from rashomon.model.article import Article
from rashomon.model.dossier import Compared
from rashomon.model.lineage import Alteration, Altered, Lineage, Lineages, Place
from rashomon.model.story import Story


def test_what_a_page_of_another_story_says_otherwise_is_left_to_that_story() -> None:
    articles = [Article(id_, id_, "A storm is a storm.") for id_ in ("a", "b", "c")]
    within, beyond = (
        Alteration(Altered.QUOTATION, Place("a", 0, 7), Place(other, 0, 7)) for other in "bc"
    )
    lineages = Lineages(
        (), (Lineage("L1", ("a", "b"), altered=(within, beyond)), Lineage("L2", ("c",)))
    )
    story = Story("S1", "A storm", ("a", "b"))
    dossier = build_dossier(story, articles, lineages, {}, Compared())
    assert [page.id for page in dossier.pages] == ["a", "b"]
    assert [lineage.altered for lineage in dossier.lineages] == [(within,)]
    assert (dossier.counts.pages, dossier.counts.accounts) == (2, 1)
