"""Rashomon shows who says what about an event, who copied whom, and where accounts differ.

    report = rashomon.dossiers(rashomon.read("pages/"))
    print(rashomon.render_summary(report))

Each step is a function by itself: `extract`, `find_lineages`, `group_stories`,
`read_article`, `compare_story`, `build_dossier`; the values that they take and give are the
frozen dataclasses of `rashomon.model`, which `to_dict` and `from_dict` make plain and back.
"""

from rashomon.claims import read_article
from rashomon.compare import compare_story
from rashomon.dossier import build_dossier
from rashomon.errors import ModelError, RashomonError, UsageError
from rashomon.extract import extract
from rashomon.lineage import find_lineages
from rashomon.model.plain import from_dict, to_dict
from rashomon.pipeline import Config, dossiers, stream_dossiers
from rashomon.read import Limits, read
from rashomon.render import render_html, render_json, render_markdown, render_summary
from rashomon.stories import group_stories
from rashomon.text.dates import find_dates
from rashomon.text.names import group_names
from rashomon.text.numbers import find_figures
from rashomon.workers import Models

__all__ = [
    "Config",
    "Limits",
    "ModelError",
    "Models",
    "RashomonError",
    "UsageError",
    "build_dossier",
    "compare_story",
    "dossiers",
    "extract",
    "find_dates",
    "find_figures",
    "find_lineages",
    "from_dict",
    "group_names",
    "group_stories",
    "read",
    "read_article",
    "render_html",
    "render_json",
    "render_markdown",
    "render_summary",
    "stream_dossiers",
    "to_dict",
]
