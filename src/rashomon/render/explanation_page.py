"""Why each line of a page was kept or cut, as one HTML page that needs nothing else."""

from __future__ import annotations

from markupsafe import Markup

from rashomon.extract.explain import Explanation
from rashomon.render import explained
from rashomon.render.html_page import asset, environment, source_hash


def render_explanation_html(explanation: Explanation, *, comments: bool = False) -> str:
    """One self-contained page: fields linked to their lines, what was cut folded up.

    Readers' comments are labelled and not shown, unless `comments`.
    """
    style = asset("dossier.css") + asset("explanation.css")
    script = asset("explanation.js")
    page = environment().get_template("explanation.html.j2")
    return page.render(
        explanation=explanation,
        explained=explained,
        comments=comments,
        style=Markup(style),
        script=Markup(script),
        style_hash=source_hash(style),
        script_hash=source_hash(script),
    )
