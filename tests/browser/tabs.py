"""Opens a page that was made here, and minds that it asks for nothing and complains of nothing."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Page


def open_file(context: BrowserContext, file: Path, html: str) -> Page:
    """The page in a tab; a message of the console or a request beyond the file is an error."""
    file.write_text(html, "utf-8")
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text))
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("request", lambda one: None if one.url.startswith("file:") else wrong.append(one.url))
    tab.goto(file.as_uri())
    assert not wrong
    return tab
