"""The dossier in a real Chromium: what it shows, what it asks for, how it is used by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.contrast import CONTRAST
from browser.tabs import open_file
from playwright.sync_api import Browser, BrowserContext, Page
from render.hostile import ATTACKS, poisoned
from render.invented import DOSSIER, SKIPPED

from rashomon.model.dossier import Dossier
from rashomon.render import render_html

pytestmark = pytest.mark.browser


def opened(context: BrowserContext, folder: Path, dossier: Dossier = DOSSIER) -> Page:
    return open_file(context, folder / "dossier.html", render_html(dossier, skipped=SKIPPED))


def test_a_citation_opens_the_passage_beside_and_escape_goes_back(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = opened(context, tmp_path)
    cite = page.locator(".point .denies a.cite").first
    cite.focus()
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    assert panel.is_visible()
    assert panel.locator("mark.lit").all_inner_texts() == [
        '"No chlorine has escaped and no tank is open," ministry spokeswoman Mara Ostrel told CPA.'
    ]
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert page.evaluate("document.activeElement.classList.contains('cite')")


def test_without_script_a_citation_leads_to_the_passage(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, tmp_path)
    page.locator(".point .affirms a.cite").first.click()
    mark = page.locator("#page-3 .place:target + mark")
    assert mark.is_visible()
    assert mark.inner_text().startswith("Chlorine leaked from the fourth tank")
    context.close()


def test_a_passage_across_overlapping_citations_is_lit_as_a_whole(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = opened(context, tmp_path)
    words = "derailed at Kelder Bridge on Monday night"
    page.locator("#timeline a.cite[data-page='3']").nth(1).click()
    assert "".join(page.locator("#panel mark.lit").all_inner_texts()) == words


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_nothing_runs_over_the_side(context: BrowserContext, tmp_path: Path, width: int) -> None:
    page = opened(context, tmp_path)
    page.set_viewport_size({"width": width, "height": 800})
    for part in page.locator("details").all():
        part.evaluate("part => { part.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("svg.lineage:visible, svg.timeline:visible").count() == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough_to_read(browser: Browser, tmp_path: Path, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = opened(context, tmp_path)
    page.locator("a.cite").first.click()
    assert page.evaluate(CONTRAST) == []
    context.close()


def test_hostile_pages_run_nothing_and_fetch_nothing(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = opened(context, tmp_path, poisoned(DOSSIER, "".join(ATTACKS)))
    page.locator("a.cite").first.click()
    for part in page.locator("details").all():
        part.evaluate("part => { part.open = true; }")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("window.pwned === undefined")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_paper_gets_the_passages_and_not_the_texts(context: BrowserContext, tmp_path: Path) -> None:
    page = opened(context, tmp_path)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".evidence .passages").first.is_visible()
    assert page.locator("#page-1 .text").is_hidden()
    assert page.locator("nav").is_hidden()
