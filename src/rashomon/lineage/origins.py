"""Where a text comes from, as far as credits, datelines, its own voice and the clock say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.lineage.body import body_paragraphs
from rashomon.lineage.cited import names_source
from rashomon.lineage.credited import (
    agencies_among,
    find_credits,
    find_writers,
    one_name,
    site_name,
    spell_out,
)
from rashomon.lineage.voices import Page, Voice, find_signatures, find_voices, speak_as
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


def find_origin(articles: Sequence[Article], words: Mapping[str, int]) -> Found:
    """Where the one text of these articles comes from; empty where the pages do not decide it."""
    pages = [(article.text, body_paragraphs(article)) for article in articles]
    signs = {voice.name for page in pages for voice in find_signatures(page)}
    spelled = spell_out(articles, signs)
    credits = find_credits(articles, spelled)
    voices = _voices(pages, spelled, credits)
    name, reasons = _agency(voices, credits, len(articles))
    passed_on = (one_name(credit, spelled) for a in articles for credit in a.credits)
    listed = agencies_among([*credits, *passed_on, *([name] if name else ())])
    listed.sort(key=lambda agency: agency != name)
    if name is None and not reasons:
        origin, reasons = _outlet(articles, pages, words)
        return Found(origin, tuple(listed), reasons)
    return Found(_among(name, articles, spelled), tuple(listed), reasons)


def _voices(
    pages: Iterable[Page],
    spelled: Mapping[str, str],
    credits: Iterable[str],
) -> dict[str, list[Voice]]:
    """The voices in the copy that has most of them, by agency; every copy carries one text."""
    best: dict[str, list[Voice]] = {}
    for page in pages:
        found: dict[str, list[Voice]] = {}
        for voice in find_voices(page, credits):
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
    writers = find_writers(credits)
    if len(writers) == 1:
        return writers[0], tuple(_credit_reasons(writers[0], credits))
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
    return f"the text {said}", *_credit_reasons(name, credits)


def _credit_reasons(writer: str, credits: Counter[str]) -> Iterator[str]:
    """The writer's credit, if there is one, among those of whoever passed the text on."""
    for name in sorted(credits):
        passed = "" if name == writer else ", which passed it on"
        yield f"{name} is credited on {_copies(credits[name])}{passed}"


def _copies(count: int) -> str:
    return "one copy" if count == 1 else f"{count} copies"


def _among(name: str | None, articles: Sequence[Article], spelled: Mapping[str, str]) -> Origin:
    """The origin by name, and its own page if that is one of these."""
    outlets = {a.id: one_name(a.outlet, spelled) for a in articles if a.outlet}
    own = [id_ for id_, outlet in outlets.items() if name and _is_called(outlet, name)]
    return Origin(article=own[0] if len(own) == 1 else None, name=name, among_pages=bool(own))


def _is_called(outlet: str, name: str) -> bool:
    return outlet == name or site_name(outlet) == "".join(name.casefold().split())


def _outlet(
    articles: Sequence[Article], pages: Iterable[Page], words: Mapping[str, int]
) -> tuple[Origin, tuple[str, ...]]:
    """The one outlet that wrote it: the text speaks as it, or all others came later."""
    if len(articles) == 1:
        return Origin(), ()
    outlets = {article.outlet for article in articles if article.outlet}
    spoken = speak_as(pages, outlets)
    for article in articles:
        if article.outlet in spoken:
            origin = Origin(article.id, article.outlet, True)
            return origin, (f"the text speaks as {article.outlet}",)
    carriers = _carriers(articles)
    for article in articles:
        if (carrier := carriers.get(article.id)) is not None:
            reason = f"{carrier.id} carries {article.outlet} at {carrier.host}"
            return Origin(article.id, article.outlet, True), (reason,)
    longest = max(words[a.id] for a in articles)
    first = _earliest([a for a in articles if words[a.id] >= _WHOLE * longest], articles)
    if first is None or names_source(first):
        return Origin(), ()
    reason = f"{first.outlet or first.id} published before all others, {first.published}"
    return Origin(first.id, first.outlet, True), (reason,)


def _carriers(articles: Sequence[Article]) -> dict[str, Article]:
    """For an outlet's own page the one that prints the same under another roof, if all others of
    the outlet are under one."""
    own: dict[str, list[Article]] = defaultdict(list)
    hosted: dict[str, Article] = {}
    for article in articles:
        if article.outlet is not None and _is_hosted(article):
            hosted.setdefault(article.outlet, article)
        elif article.outlet is not None:
            own[article.outlet].append(article)
    return {
        pages[0].id: hosted[outlet]
        for outlet, pages in own.items()
        if len(pages) == 1 and outlet in hosted
    }


def _earliest(among: Sequence[Article], articles: Sequence[Article]) -> Article | None:
    """The one that was published before all the articles, if one certainly was."""
    if not among:
        return None
    first = among[0]
    for article in among[1:]:
        first = article if _earlier(article, first) else first
    return first if all(each is first or _earlier(first, each) for each in articles) else None


def _is_hosted(article: Article) -> bool:
    return article.host is not None and article.host != article.outlet


def _earlier(one: Article, other: Article) -> bool:
    if one.published is None or other.published is None:
        return False
    return before(one.published, other.published) is True
