"""The laws of the house, held on the whole way from pages to dossiers."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from typing import Any

from conftest import SAMPLE

import rashomon
from rashomon.model.article import Article
from rashomon.model.claim import Link
from rashomon.model.dossier import Dossier, Report
from rashomon.model.lineage import Place
from rashomon.model.page import Form, Page
from rashomon.model.skip import Skip
from rashomon.model.span import Citation
from rashomon.pipeline import Config
from rashomon.workers import Models


def test_order_changes_no_byte(sample_report: Report, models: Models) -> None:
    pages = list(rashomon.read(SAMPLE))
    random.Random(7).shuffle(pages)
    again = rashomon.dossiers(pages, models=models)
    assert rashomon.render_json(again, full_text=True) == rashomon.render_json(
        sample_report, full_text=True
    )


def test_nothing_disappears(sample_report: Report) -> None:
    given = {
        page.id if not isinstance(page, Skip) else page.subject for page in rashomon.read(SAMPLE)
    }
    told = [page.id for story in sample_report.stories for page in story.pages]
    skipped = {skip.subject for skip in sample_report.skipped}
    assert len(told) == len(set(told))
    assert set(told) | skipped == given
    assert skipped >= {"16-capture.txt", "17-capture.html"}


def test_every_passage_is_the_pages_own_characters(sample_report: Report) -> None:
    for story in sample_report.stories:
        texts = {page.id: page.text for page in story.pages}
        cited = list(passages(story))
        assert len(cited) > 20 or len(story.pages) == 1
        for passage in cited:
            assert texts[passage.page][passage.start : passage.end] == passage.text


def test_every_place_lies_in_its_page(sample_report: Report) -> None:
    for story in sample_report.stories:
        lengths = {page.id: len(page.text) for page in story.pages}
        for lineage in story.lineages:
            for altered in lineage.altered:
                for place in (altered.left, altered.right):
                    assert isinstance(place, Place)
                    assert 0 <= place.start <= place.end <= lengths[place.id]
        for pickup in story.pickups:
            for left_start, left_end, right_start, right_end in pickup.passages:
                assert 0 <= left_start < left_end <= lengths[pickup.left]
                assert 0 <= right_start < right_end <= lengths[pickup.right]


def test_every_account_is_a_lineage_of_the_story(sample_report: Report) -> None:
    for story in sample_report.stories:
        lineages = {lineage.id for lineage in story.lineages}
        assert story.counts.accounts == len(lineages)
        for point in story.points:
            for position in point.positions:
                assert set(position.accounts) <= lineages


def test_no_comment_is_cited(sample_report: Report) -> None:
    for story in sample_report.stories:
        comments = {
            page.id: page.spans(rashomon.model.article.Label.COMMENT) for page in story.pages
        }
        for passage in passages(story):
            assert not any(passage.span.overlaps(span) for span in comments[passage.page])


def test_an_article_alone_reads_as_it_does_among_others(
    sample_report: Report, models: Models
) -> None:
    pages = [page for story in sample_report.stories for page in story.pages]
    readings = {page.id: rashomon.read_article(page, models.parser) for page in pages}
    for page in reversed(pages):
        assert rashomon.read_article(page, models.parser) == readings[page.id]


def test_what_is_extracted_before_gives_the_same(sample_report: Report, models: Models) -> None:
    extracted: list[Article | Skip] = []
    for page in rashomon.read(SAMPLE):
        found = rashomon.extract(page, models.labeller) if isinstance(page, Page) else page
        plain = rashomon.to_dict(found)
        extracted.append(rashomon.from_dict(type(found), plain))  # type: ignore[arg-type]
    again = rashomon.dossiers(extracted, models=models)
    assert rashomon.to_dict(again) == rashomon.to_dict(sample_report)


def test_a_report_comes_back_from_its_plain_form(sample_report: Report) -> None:
    assert rashomon.from_dict(Report, rashomon.to_dict(sample_report)) == sample_report


def test_progress_names_each_step_in_its_order() -> None:
    steps: list[str] = []
    page = Page("a", "Two men were hurt in a fire in Oslund, police said.", Form.CLEAN, "hash")
    rashomon.dossiers([page], progress=lambda step, done, total: steps.append(step))
    assert list(dict.fromkeys(steps)) == ["read", "lineage", "stories", "compare"]


def test_no_page_is_no_dossier() -> None:
    assert rashomon.dossiers([]) == Report((), ())


def test_one_story_takes_all(models: Models) -> None:
    texts = [
        "Two men were hurt in a fire in Oslund, police said.",
        "The harvest was late, he said.",
    ]
    pages = [Page(str(i), text, Form.CLEAN, str(i)) for i, text in enumerate(texts)]
    report = rashomon.dossiers(pages, Config(one_story=True), models)
    assert [len(story.pages) for story in report.stories] == [2]


def test_processes_change_no_byte(models: Models) -> None:
    texts = (f"{number} men were hurt in a fire in Oslund, police said." for number in range(40))
    pages = [Page(f"{i:02}", text, Form.CLEAN, str(i)) for i, text in enumerate(texts)]
    for one_story in (True, False):
        alone = rashomon.dossiers(pages, Config(one_story=one_story), models)
        spread = rashomon.dossiers(pages, Config(one_story=one_story, workers=2))
        assert rashomon.render_json(spread) == rashomon.render_json(alone)


def test_it_runs_without_its_weights() -> None:
    class Plain(Models):
        labeller = None  # type: ignore[assignment]
        encoder = None  # type: ignore[assignment]

    report = rashomon.dossiers(rashomon.read(SAMPLE), models=Plain())
    assert report.stories[0].counts.pages > 2


def passages(value: Any) -> Iterator[Citation]:
    """Every passage that is cited anywhere in a value."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from passages(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, Link | Article):
        for field in dataclasses.fields(value):
            yield from passages(getattr(value, field.name))


def test_passages_finds_what_a_dossier_cites(sample_report: Report) -> None:
    story: Dossier = sample_report.stories[0]
    position = story.points[0].positions[0]
    assert position.evidence[0] in set(passages(story))
