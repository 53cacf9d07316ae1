"""How the accounts of a story name one act or one person, where they choose other words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.compare.acts import Told, find_told, one_act
from rashomon.compare.descriptions import Description, describe, differ, swapped
from rashomon.compare.people import Named, People
from rashomon.compare.wording.choices import Choice, merge, nouns_of, verbs_of
from rashomon.compare.wording.counted_choices import find_counted_choices
from rashomon.compare.wording.event_nouns import find_event_nouns
from rashomon.compare.wording.noun_choices import find_noun_choices
from rashomon.compare.wording.uses import Uses
from rashomon.compare.wording.verb_choices import find_verb_choices
from rashomon.model.article import Article
from rashomon.model.dossier import Word, Wording
from rashomon.model.lineage import Lineage, Pickup
from rashomon.model.reading import MentionKind, Reading
from rashomon.model.span import Span

_OF = {MentionKind.PERSON, MentionKind.ORGANISATION}


def compare_wording(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    lineages: Sequence[Lineage],
    pickups: Sequence[Pickup],
    people: People,
) -> tuple[Wording, ...]:
    """The acts and persons for which two accounts choose different words.

    An act is one where verbs of one meaning have one person or body for their object; what it
    was done by ("a drone strike killed") names it too. Nouns of one event are on a list. A
    person's words are the titles and descriptions beside the name, and what another copy of the
    same text has in its place.

    Order: acts before persons, each by the number of accounts and words, the most first.
    """
    pages = {article.id: article for article in articles}
    home = {page: lineage.id for lineage in lineages for page in lineage.articles}
    acts = [wording for told in _same_acts(articles, readings, people)
            if (wording := _act(told, pages, home))]  # fmt: skip
    chosen = [*_listed(articles, readings, home), *_chosen(articles, readings, home)]
    acts += [_event(choice, pages, home) for choice in merge(chosen, _cited(acts))]
    calls = _descriptions(pages, lineages, pickups, people)
    persons = [wording for one, found in calls if (wording := _person(one, found, pages, home))]
    return tuple(sorted(acts, key=_weight) + sorted(persons, key=_weight))


def _weight(wording: Wording) -> tuple[int, int, str]:
    accounts = {account for word in wording.words for account in word.accounts}
    return -len(accounts), -len(wording.words), wording.referent


def _same_acts(
    articles: Sequence[Article], readings: Mapping[str, Reading], people: People
) -> Iterator[list[Told]]:
    """What was told of one person in verbs that can tell one act."""
    by_person: dict[str, list[Told]] = defaultdict(list)
    for article in articles:
        if article.id in readings:
            for told in find_told(article, readings[article.id], people):
                by_person[told.whom.name].append(told)
    for _, found in sorted(by_person.items()):
        groups: list[list[Told]] = []
        counts = Counter(told.lemma for told in found)
        for lemma in sorted(counts, key=lambda lemma: (-counts[lemma], lemma)):
            own = [told for told in found if told.lemma == lemma]
            near = next((g for g in groups if one_act(g[0].lemma, lemma)), None)
            if near is None:
                groups.append(own)
            else:
                near.extend(own)
        yield from groups


def _act(
    found: Sequence[Told], pages: Mapping[str, Article], home: Mapping[str, str]
) -> Wording | None:
    heads: dict[str, set[str]] = defaultdict(set)
    for told in found:
        heads[told.head].add(home[told.page])
    if not _chosen_apart(heads.values()):
        return None
    words: dict[str, list[Told]] = defaultdict(list)
    for told in found:
        words[told.text.casefold()].append(told)
    order = sorted(words.values(), key=lambda group: (_rank(group[0], heads), group[0].text))
    return Wording(
        _referent(found),
        tuple(
            _word(group[0].text, [(told.page, told.span) for told in group], pages, home)
            for group in order
        ),
    )


def _cited(acts: Sequence[Wording]) -> list[tuple[str, Span]]:
    """What is told as done to somebody who is named, and needs no second entry."""
    return [
        (cited.page, Span(cited.start, cited.end))
        for act in acts
        for word in act.words
        for cited in word.evidence
    ]


def _listed(
    articles: Sequence[Article], readings: Mapping[str, Reading], home: Mapping[str, str]
) -> Iterator[Choice]:
    for referent, told in find_event_nouns(articles, readings, home):
        yield Choice(referent, tuple((noun.word, noun.page, noun.span) for noun in told))


def _event(choice: Choice, pages: Mapping[str, Article], home: Mapping[str, str]) -> Wording:
    words: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for word, page, span in choice.places:
        words[word].append((page, span))
    order = sorted(words, key=lambda word: (-len({page for page, _ in words[word]}), word))
    return Wording(choice.referent, tuple(_word(word, words[word], pages, home) for word in order))


def _chosen(
    articles: Sequence[Article], readings: Mapping[str, Reading], home: Mapping[str, str]
) -> Iterator[Choice]:
    uses = Uses(articles, readings, home)
    texts = {article.id: article.text for article in articles}
    for told in find_noun_choices(articles, uses):
        yield nouns_of(told, texts)
    for told in find_counted_choices(uses):
        yield nouns_of(told, texts)
    for done in find_verb_choices(articles, readings, uses):
        yield verbs_of(done, texts)


def _chosen_apart(accounts: Iterable[set[str]]) -> bool:
    """Whether one account has a word that another, which speaks of the thing too, has not."""
    sets = list(accounts)
    return len(sets) > 1 and len(set().union(*sets)) > 1 and any(s != sets[0] for s in sets)


def _rank(told: Told, heads: Mapping[str, set[str]]) -> tuple[int, str, bool]:
    return -len(heads[told.head]), told.head, not told.noun


def _referent(found: Sequence[Told]) -> str:
    """The act in words of the pages: "the killing of Soleimani", or "Soleimani: killed"."""
    whom = found[0].whom
    own = [told for told in found if told.head == told.lemma]
    lemmas = Counter(told.head for told in own)
    nouns = Counter((told.text.split()[-1].lower(), told.head) for told in own if told.noun)
    if nouns:
        noun, _ = min(nouns, key=lambda word: (-lemmas[word[1]], -nouns[word], word))
        return f"the {noun} of {whom.short}"
    verbs = Counter(told.text.lower() for told in own)
    return f"{whom.short}: {min(verbs, key=lambda word: (-verbs[word], word))}"


def _descriptions(
    pages: Mapping[str, Article],
    lineages: Sequence[Lineage],
    pickups: Sequence[Pickup],
    people: People,
) -> Iterator[tuple[Named, list[Description]]]:
    """Everyone who is described, with all descriptions in the order of the pages."""
    more: dict[str, list[Description]] = defaultdict(list)
    for one, description in swapped(lineages, pickups, pages, people):
        more[one.name].append(description)
    for one in people.named:
        if one.kind in _OF:
            found = [*describe(one, pages, people), *more[one.name]]
            if found:
                yield one, found


def _person(
    one: Named, found: Sequence[Description], pages: Mapping[str, Article], home: Mapping[str, str]
) -> Wording | None:
    if not differ((description.words, home[description.page]) for description in found):
        return None
    words: dict[frozenset[str], list[Description]] = defaultdict(list)
    for description in found:
        words[description.words].append(description)
    order = sorted(words.values(), key=lambda group: (-len(group[0].words), group[0].text))
    return Wording(
        one.short,
        tuple(
            _word(group[0].text, [(d.page, d.span) for d in group], pages, home) for group in order
        ),
    )


def _word(
    text: str,
    places: Sequence[tuple[str, Span]],
    pages: Mapping[str, Article],
    home: Mapping[str, str],
) -> Word:
    accounts = dict.fromkeys(home[page] for page, _ in places)
    evidence = dict.fromkeys(pages[page].cite(span) for page, span in places)
    return Word(text, tuple(sorted(accounts)), tuple(evidence))
