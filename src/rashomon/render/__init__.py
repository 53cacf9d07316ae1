"""The last step out: dossiers to HTML, Markdown, JSON and terminal text; the only escaping."""

from __future__ import annotations

from rashomon.render.explanation_page import render_explanation_html
from rashomon.render.explanation_text import render_explanation_text
from rashomon.render.html_page import render_html
from rashomon.render.markdown import render_markdown
from rashomon.render.records import render_json, render_record
from rashomon.render.summary import render_heart, render_skipped, render_summary

__all__ = [
    "render_explanation_html",
    "render_explanation_text",
    "render_heart",
    "render_html",
    "render_json",
    "render_markdown",
    "render_record",
    "render_skipped",
    "render_summary",
]
