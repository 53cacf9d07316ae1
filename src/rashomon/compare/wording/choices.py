"""The words that accounts choose for one thing, as they are shown: one entry a thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.wording.uses import Use
from rashomon.compare.wording.verb_choices import VerbUse
from rashomon.model.span import Span

_SAME = 2  # words that two entries share when they are for one thing
_BEFORE_SENTENCE = frozenset(["", *'.!?:"“”'])
Place = tuple[str, str, Span]  # the word shown, the page, where it stands there


@dataclass(frozen=True)
class Choice:
    """One thing, and the words for it at their places."""

    referent: str
    places: tuple[Place, ...]


def nouns_of(uses: Sequence[Use], texts: Mapping[str, str]) -> Choice:
    """The choice between nouns; each is shown as most places have it: "live rounds"."""
    found = [(use.phrase.lemma, use.page, use.shown, use.top) for use in uses]
    shown, first = _shown(found, texts)
    return Choice(f"the {first}", tuple((shown[noun], page, at) for noun, page, at, _ in found))


def verbs_of(uses: Sequence[VerbUse], texts: Mapping[str, str]) -> Choice:
    """The choice between verbs: "the tests: suspended"."""
    things = [(use.thing.phrase.lemma, use.thing.page, use.thing.shown, use.thing.top)
              for use in uses]  # fmt: skip
    found = [(use.clause.lemma, use.thing.page, use.clause.act, use.thing.top) for use in uses]
    shown, first = _shown(found, texts)
    _, thing = _shown(things, texts)
    places = tuple((shown[verb], page, at) for verb, page, at, _ in found)
    return Choice(f"the {thing}: {first}", places)


def _shown(
    found: Sequence[tuple[str, str, Span, bool]], texts: Mapping[str, str]
) -> tuple[dict[str, str], str]:
    """How each lemma is shown, and the commonest of them; headlines have their own spelling."""
    told = [(lemma, _spelt(texts[page], at), top) for lemma, page, at, top in found]
    counts = Counter((lemma, text.lower()) for lemma, text, _ in told)
    lemmas = Counter(lemma for lemma, _, _ in told)
    shown: dict[str, str] = {}
    for lemma, text, top in sorted(
        told, key=lambda t: (-counts[t[0], t[1].lower()], t[1].lower(), t[2])
    ):
        shown.setdefault(lemma, text.lower() if top and _all_capitals(text) else text)
    return shown, shown[min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma))]


def _all_capitals(text: str) -> bool:
    """Whether every word begins with a capital, as in headlines that name nobody."""
    return all(word[0].isupper() for word in text.split() if word[0].isalpha())


def _spelt(text: str, at: Span) -> str:
    """The words at a place; one that begins a sentence in small letters."""
    words = " ".join(at.slice(text).split())
    begins = text[: at.start].rstrip()[-1:] in _BEFORE_SENTENCE
    return words.lower() if " " not in words and (begins or words.isupper()) else words


def merge(choices: Iterable[Choice], told: Sequence[tuple[str, Span]]) -> Iterator[Choice]:
    """The choices, those for one thing as one, under the name of the first.

    Two are for one thing where they have two words and half of all in common, or a place and
    one of them has but two words. What else overlaps another is left out, as is what is told
    elsewhere.
    """
    elsewhere = _cells((page, span) for page, span in told)
    merged: list[list[Choice]] = []
    taken: set[tuple[str, int]] = set()
    for choice in choices:
        cells = _cells((page, span) for _, page, span in choice.places)
        if not cells.isdisjoint(elsewhere):
            continue
        near = next((own for own in merged if _are_one(own, choice)), None)
        if near is not None:
            near.append(choice)
        elif cells.isdisjoint(taken):
            merged.append([choice])
        else:
            continue
        taken |= cells
    for own in merged:
        yield Choice(own[0].referent, tuple(_places(own)))


def _are_one(own: Sequence[Choice], choice: Choice) -> bool:
    left = {_last(word) for other in own for word, _, _ in other.places}
    right = {_last(word) for word, _, _ in choice.places}
    if len(left & right) >= max(_SAME, min(len(left), len(right)) / 2):
        return True
    at = _cells((page, span) for other in own for _, page, span in other.places)
    few = min(len(left), len(right)) <= _SAME
    return few and not at.isdisjoint(_cells((page, span) for _, page, span in choice.places))


def _last(word: str) -> str:
    return word.rsplit(" ", 1)[-1].lower()


def _cells(places: Iterable[tuple[str, Span]]) -> set[tuple[str, int]]:
    """Where each place ends: "stake sale" is no part of what "stake sale talks" is for."""
    return {(page, at.end) for page, at in places}


def _places(choices: Sequence[Choice]) -> Iterator[Place]:
    """The places of all, each once, and one word for each of them."""
    known: dict[str, set[int]] = defaultdict(set)
    for choice in choices:
        for word, page, span in choice.places:
            if span.end not in known[page]:
                known[page].add(span.end)
                yield word, page, span
