"""Draws docs/dossier.png from the bundled sample: `python docs/picture.py` (needs Chromium)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import rashomon

DOCS = Path(__file__).parent
SAMPLE = DOCS.parent / "examples" / "dam" / "pages"
SIZE = {"width": 1200, "height": 860}


def main() -> None:
    """Open a passage of the sample's dossier and take the picture."""
    report = rashomon.dossiers(rashomon.read(SAMPLE))
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "dossier.html")
        file.write_text(rashomon.render_html(report.stories[0], skipped=report.skipped), "utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(file.as_uri())
        point = page.locator(".point").first
        point.scroll_into_view_if_needed()
        page.evaluate("(element) => element.scrollIntoView()", point.element_handle())
        point.locator("a.cite").first.click()
        page.screenshot(path=DOCS / "dossier.png")
        browser.close()


if __name__ == "__main__":
    main()
