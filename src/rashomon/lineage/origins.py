"""Where a text comes from, as far as credits, datelines, its own voice and the clock say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.lineage.body import Body
from rashomon.lineage.credited import agencies_among, find_credits, one_name, spell_out
from rashomon.lineage.voices import Voice, find_voices, speaks_as
from rashomon.model.article import Article
from rashomon.model.lineage import Origin
from rashomon.model.moment import before

_WHOLE = 0.95  # of the longest copy's words: an original is not a cut of what came later
_VOICES_ENOUGH = 2  # places; one "told AFP" may be a report that cites AFP


@dataclass(frozen=True, slots=True)
class Found:
    """A lineage's origin with the agencies that pages name and the reasons, in words."""

    origin: Origin
    agencies: tuple[str, ...]
    reasons: tuple[str, ...]


def find_origin(articles: Sequence[Article], bodies: Mapping[str, Body]) -> Found:
    """Where the one text of these articles comes from; empty where the pages do not decide it."""
    signs = {v.name for a in articles for v in find_voices(bodies[a.id]) if v.dateline}
    spelled = spell_out(articles, signs)
    credits = find_credits(articles, spelled)
    voices = _voices(articles, bodies, spelled, credits)
    name, reasons = _agency(voices, credits, len(articles))
    passed_on = (one_name(credit, spelled) for a in articles for credit in a.credits)
    listed = agencies_among([*credits, *passed_on, *([name] if name else ())])
    listed.sort(key=lambda agency: agency != name)
    if name is None and not reasons:
        origin, reasons = _outlet(articles, bodies)
        return Found(origin, tuple(listed), reasons)
    return Found(_among(name, articles, spelled), tuple(listed), reasons)


def _voices(
    articles: Sequence[Article],
    bodies: Mapping[str, Body],
    spelled: Mapping[str, str],
    credits: Iterable[str],
) -> dict[str, list[Voice]]:
    """The voices in the copy that has most of them, by agency; every copy carries one text."""
    best: dict[str, list[Voice]] = {}
    for article in articles:
        found: dict[str, list[Voice]] = {}
        for voice in find_voices(bodies[article.id], credits):
            found.setdefault(one_name(voice.name, spelled), []).append(voice)
        for name, each in found.items():
            if _weight(each) > _weight(best.get(name, [])):
                best[name] = each
    return best


def _weight(voices: Sequence[Voice]) -> int:
    return len(voices) + _VOICES_ENOUGH * sum(voice.dateline for voice in voices)


def _agency(
    voices: Mapping[str, Sequence[Voice]], credits: Counter[str], copies: int
) -> tuple[str | None, tuple[str, ...]]:
    weights = {name: _weight(each) for name, each in sorted(voices.items())}
    top = max(weights.values(), default=0)
    loudest = [name for name, weight in weights.items() if weight == top]
    if len(loudest) == 1 and _is_own_voice(loudest[0], top, credits, copies):
        return loudest[0], _voice_reasons(loudest[0], voices[loudest[0]], credits)
    if len(credits) == 1:
        ((name, count),) = credits.items()
        return name, (f"{name} is credited on {_copies(count)}",)
    if credits:
        counted = [f"{name} on {_copies(credits[name])}" for name in sorted(credits)]
        return None, (f"credits differ: {', '.join(counted)}",)
    return None, ()


def _is_own_voice(name: str, weight: int, credits: Counter[str], copies: int) -> bool:
    """Whether the text is the agency's, and does not only cite it."""
    if name in credits:
        return len(credits) == 1 or weight >= _VOICES_ENOUGH
    if weight >= 2 * _VOICES_ENOUGH:
        return True
    return (weight >= _VOICES_ENOUGH and copies > 1) or (copies > 2 and not credits)


def _voice_reasons(name: str, voices: Sequence[Voice], credits: Counter[str]) -> tuple[str, ...]:
    signed = next((voice.words for voice in voices if voice.dateline), None)
    said = f'is signed "{signed}"' if signed else f'speaks as {name}: "{voices[0].words}"'
    reasons = [f"the text {said}"]
    for other in sorted(credits):
        count = _copies(credits[other])
        passed = f"{other} is credited on {count}" + (
            "" if other == name else ", which passed it on"
        )
        reasons.append(passed)
    return tuple(reasons)


def _copies(count: int) -> str:
    return "one copy" if count == 1 else f"{count} copies"


def _among(name: str | None, articles: Sequence[Article], spelled: Mapping[str, str]) -> Origin:
    """The origin by name, and its own page if that is one of these."""
    outlets = {a.id: one_name(a.outlet, spelled) for a in articles if a.outlet}
    own = [id_ for id_, outlet in outlets.items() if outlet == name]
    return Origin(article=own[0] if len(own) == 1 else None, name=name, among_pages=bool(own))


def _outlet(
    articles: Sequence[Article], bodies: Mapping[str, Body]
) -> tuple[Origin, tuple[str, ...]]:
    """The one outlet that wrote it: the text speaks as it, or all others came later."""
    if len(articles) == 1:
        return Origin(), ()
    for article in articles:
        if article.outlet and any(speaks_as(bodies[a.id], article.outlet) for a in articles):
            origin = Origin(article.id, article.outlet, True)
            return origin, (f"the text speaks as {article.outlet}",)
    for article in articles:
        if carrier := _carrier(article, articles):
            reason = f"{carrier.id} carries {article.outlet} at {carrier.host}"
            return Origin(article.id, article.outlet, True), (reason,)
    longest = max(len(bodies[a.id]) for a in articles)
    whole = [a for a in articles if len(bodies[a.id]) >= _WHOLE * longest]
    first = [a for a in whole if all(a is b or _earlier(a, b) for b in articles)]
    if not first:
        return Origin(), ()
    reason = f"{first[0].outlet or first[0].id} published before all others, {first[0].published}"
    return Origin(first[0].id, first[0].outlet, True), (reason,)


def _carrier(article: Article, articles: Sequence[Article]) -> Article | None:
    """The page that prints this outlet's article under another roof; none if another is its own."""
    if article.outlet is None or _is_hosted(article):
        return None
    same = [a for a in articles if a is not article and a.outlet == article.outlet]
    return same[0] if same and all(_is_hosted(a) for a in same) else None


def _is_hosted(article: Article) -> bool:
    return article.host is not None and article.host != article.outlet


def _earlier(one: Article, other: Article) -> bool:
    if one.published is None or other.published is None:
        return False
    return before(one.published, other.published) is True
