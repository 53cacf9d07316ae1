"""The explanation of a page in a real Chromium: links, folds, screens and paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.contrast import CONTRAST
from browser.tabs import open_file
from extract.explained_pages import DUMP, MARKUP
from playwright.sync_api import Browser, BrowserContext, Page
from render.hostile import ATTACKS

from rashomon.extract import explain
from rashomon.model.page import Form
from rashomon.model.page import Page as Fetched
from rashomon.render import render_explanation_html

pytestmark = pytest.mark.browser


def opened(context: BrowserContext, folder: Path, page: Fetched = DUMP) -> Page:
    html = render_explanation_html(explain(page), comments=True)
    return open_file(context, folder / "explanation.html", html)


def unfold(tab: Page) -> None:
    tab.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")


def test_a_field_opens_the_fold_that_its_line_is_in(
    context: BrowserContext, tmp_path: Path
) -> None:
    tab = opened(context, tmp_path)
    notice = tab.locator(".line.notice")
    assert not notice.is_visible()
    tab.locator("#field-outlet a").first.click()
    assert notice.is_visible()
    assert "The Kelm Courier" in notice.inner_text()


def test_the_keyboard_opens_the_reasons(context: BrowserContext, tmp_path: Path) -> None:
    tab = opened(context, tmp_path, MARKUP)
    line = tab.locator(".line.body").first
    assert not line.locator("dl").is_visible()
    line.locator("summary").focus()
    tab.keyboard.press("Enter")
    assert "main text" in line.locator("dl").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_can_be_read(browser: Browser, tmp_path: Path, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    tab = opened(context, tmp_path)
    unfold(tab)
    assert tab.evaluate(CONTRAST) == []
    context.close()


@pytest.mark.parametrize("width", [320, 400, 1280])
def test_nothing_stands_out_of_the_window(browser: Browser, tmp_path: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    for page in (DUMP, MARKUP):
        tab = opened(context, tmp_path, page)
        unfold(tab)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_paper_shows_what_is_folded(context: BrowserContext, tmp_path: Path) -> None:
    tab = opened(context, tmp_path)
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator(".line.comment").first.is_visible()
    assert tab.locator(".why dl").first.is_visible()


def test_attacks_stay_words(context: BrowserContext, tmp_path: Path) -> None:
    attack = "\n".join(ATTACKS)
    tab = opened(context, tmp_path, Fetched(attack, f"{attack}\n{DUMP.text}", Form.TEXT, "0"))
    assert tab.evaluate("window.pwned") is None
