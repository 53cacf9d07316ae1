"""The dossier as one HTML page that needs nothing else: no network, no script to be read."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from rashomon.model.article import Article, Label
from rashomon.model.dossier import Dossier
from rashomon.model.lineage import PickupKind
from rashomon.model.skip import Skip
from rashomon.model.span import Span
from rashomon.render import phrases
from rashomon.render.lineage_svg import lineage_svg
from rashomon.render.page_text import runs
from rashomon.render.register import MAX_ALTERED, MAX_PAIRS, MAX_PLACES, Register, citations
from rashomon.render.shown import cut, language, link, shown
from rashomon.render.timeline_svg import timeline_svg

ALL_TEXTS = 300  # pages; above, only cited pages have their text in the file
TEXT_BUDGET = 8_000_000  # characters of page text in one file: what a browser opens at once
WIDE, NARROW = 960.0, 340.0  # the diagrams are drawn twice: for a desk and for a phone


def render_html(
    dossier: Dossier,
    excerpts: bool = False,
    *,
    skipped: Sequence[Skip] = (),
    comments: bool = False,
) -> str:
    """One self-contained page on the story.

    With `excerpts` it holds the cited passages only, to be passed on. Readers' comments are
    counted and not shown, unless `comments`. Above 300 pages, only the cited ones bring their
    text, and the page says so.
    """
    register = Register(dossier)
    cited = _cited(dossier, register)
    texts = set() if excerpts else _with_text(dossier, cited)
    style, script = asset("dossier.css"), asset("dossier.js")
    page = environment().get_template("dossier.html.j2")
    return page.render(
        dossier=dossier,
        register=register,
        phrases=phrases,
        excerpts=excerpts,
        comments=comments,
        texts=texts,
        all_texts=ALL_TEXTS,
        cited={id_: sorted(spans) for id_, spans in cited.items()},
        skipped=phrases.causes(skipped),
        pickups=[p for p in dossier.pickups if p.kind is not PickupKind.FURNITURE],
        lineage_drawings=_drawings(lineage_svg, "lineage", register, dossier.pickups),
        timeline_drawings=_drawings(timeline_svg, "timeline", dossier.timeline),
        style=Markup(style),
        script=Markup(script),
        style_hash=source_hash(style),
        script_hash=source_hash(script),
    )


def _cited(dossier: Dossier, register: Register) -> dict[str, set[Span]]:
    """The cited places of each page."""
    cited: dict[str, set[Span]] = {}
    for citation in citations(dossier, register):
        cited.setdefault(citation.page, set()).add(citation.span)
    return cited


def _with_text(dossier: Dossier, cited: dict[str, set[Span]]) -> set[str]:
    """The pages whose text goes into the file."""
    few = len(dossier.pages) <= ALL_TEXTS
    room, texts = TEXT_BUDGET, set()
    for page in dossier.pages:
        room -= len(page.text) if few or page.id in cited else 0
        if room < 0:
            break
        if few or page.id in cited:
            texts.add(page.id)
    return texts


def _drawings(draw: Any, name: str, *values: Any) -> list[Markup]:
    drawn = [draw(*values, WIDE, f"{name}-wide"), draw(*values, NARROW, f"{name}-narrow")]
    return [drawing for drawing in drawn if drawing]


def _runs(article: Article, spans: Sequence[Span]) -> Any:
    return runs(article, spans)


def _excerpt(article: Article, span: Span) -> str:
    return span.slice(article.text)


@cache
def environment() -> Environment:
    """The templates; whatever they show goes through `shown` and is then escaped."""
    folder = files("rashomon.render") / "templates"
    templates = {
        item.name: item.read_text("utf-8") for item in folder.iterdir() if item.name.endswith(".j2")
    }
    environment = Environment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "cut": cut,
        "link": link,
        "language": language,
        "moment": phrases.moment,
    }
    environment.globals |= {
        "runs": _runs,
        "excerpt": _excerpt,
        "Label": Label,
        "plural": phrases.plural,
        "most": {
            "places": MAX_PLACES,
            "altered": MAX_ALTERED,
            "pairs": MAX_PAIRS,
        },
    }
    return environment


def _finalize(value: Any) -> Any:
    return value if isinstance(value, Markup) else shown(str(value))


@cache
def asset(name: str) -> str:
    """The text of a style or script of the templates."""
    return (files("rashomon.render") / "templates" / name).read_text("utf-8")


def source_hash(inline: str) -> str:
    """The hash by which the page's policy allows its own style and script, and no other."""
    digest = hashlib.sha256(inline.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
