"""All comparisons of one story, in one place: what the dossier shows of how accounts differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.compare.accounts import find_accounts
from rashomon.compare.detail_values import by_relation
from rashomon.compare.details import compare_details, compare_times
from rashomon.compare.figures import compare_figures
from rashomon.compare.names import compare_names
from rashomon.compare.only import compare_only
from rashomon.compare.people import find_people
from rashomon.compare.points import Holders, find_causes, find_points
from rashomon.compare.timeline import compare_dates
from rashomon.compare.wording import compare_wording
from rashomon.model.article import Article
from rashomon.model.dossier import Compared
from rashomon.model.lineage import Lineage, Pickup
from rashomon.model.reading import Reading
from rashomon.text.encoder import Encoder

MAX_POINTS = 60  # beyond that nobody reads; those that most accounts speak on are kept


def compare_story(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    lineages: Sequence[Lineage],
    pickups: Sequence[Pickup],
    encoder: Encoder | None = None,
) -> Compared:
    """What the accounts of one story say, held against each other.

    Articles without a reading (no parser for their language) count as accounts, and say
    nothing here. Without an encoder only words and verbs tell what is alike.
    """
    articles = sorted(articles, key=lambda article: article.id)
    readings = {a.id: readings[a.id] for a in articles if a.id in readings}
    accounts = find_accounts(articles, lineages, pickups)
    holders = Holders(articles, readings, accounts)
    people = find_people(articles, readings)
    points = find_points(articles, readings, accounts, holders, encoder)
    timeline, days = compare_dates(articles, readings, accounts)
    return Compared(
        points=(*points[:MAX_POINTS], *find_causes(articles, readings, accounts, encoder)),
        figures=compare_figures(articles, readings, accounts),
        details=tuple(
            sorted(
                (
                    *days,
                    *compare_times(articles, readings, accounts, encoder),
                    *compare_details(articles, readings, lineages, people),
                ),
                key=by_relation,
            )
        ),
        names=compare_names(people, articles),
        wording=compare_wording(articles, readings, lineages, pickups, people),
        timeline=timeline,
        only=compare_only(articles, readings, lineages, pickups, people, encoder),
        dropped_points=max(0, len(points) - MAX_POINTS),
    )
