"""Puts together what the steps found about one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from rashomon.dossier.brief import write_brief
from rashomon.model.article import Article
from rashomon.model.dossier import Compared, Counts, Dossier, Dropped
from rashomon.model.lineage import Lineage, Lineages
from rashomon.model.reading import Reading
from rashomon.model.story import Story


def build_dossier(
    story: Story,
    articles: Sequence[Article],
    lineages: Lineages,
    readings: Mapping[str, Reading],
    compared: Compared,
) -> Dossier:
    """The dossier of a story; `articles` and `lineages` may hold those of others too."""
    own = set(story.articles)
    pages = tuple(sorted((a for a in articles if a.id in own), key=lambda a: a.id))
    carried = tuple(_within(x, own) for x in lineages.lineages if own.intersection(x.articles))
    brief, dropped = write_brief(pages, carried, readings, compared)
    return Dossier(
        id=story.id,
        title=story.title,
        pages=pages,
        lineages=carried,
        pickups=tuple(p for p in lineages.pickups if p.left in own and p.right in own),
        counts=Counts(
            pages=len(pages),
            outlets=len({page.outlet for page in pages if page.outlet}),
            accounts=len(carried),
        ),
        points=compared.points,
        figures=compared.figures,
        details=compared.details,
        names=compared.names,
        wording=compared.wording,
        timeline=compared.timeline,
        only=compared.only,
        brief=brief,
        dropped=Dropped(brief=dropped, points=compared.dropped_points),
    )


def _within(lineage: Lineage, own: Set[str]) -> Lineage:
    """The lineage without what was altered in pages of other stories, as set phrases are."""
    altered = tuple(c for c in lineage.altered if {c.left.id, c.right.id} <= own)
    return replace(lineage, altered=altered)
