"""Whether "he" or "she" goes with a name, as far as the article's own sentences show it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.claims.lexicon import GIVEN_NAMES

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Words

_HE = {"he", "him", "his", "himself"}
_SHE = {"she", "her", "hers", "herself"}


def gender_of(name: str) -> str | None:
    """The pronoun that goes with the given name of a full name, where it goes with one only."""
    given, _, rest = name.partition(" ")
    return GIVEN_NAMES.get(given) if rest else None


def read_genders(docs: Sequence[Doc], names: Mapping[str, str]) -> dict[str, str]:
    """Each person's pronoun, "he" or "she", by full name.

    A sentence tells where it has one person's name and pronouns of one kind behind it; `names`
    gives the full name of a last name. Who is told of in both ways is left out.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        entities = _entities(doc)
        for sentence in doc.sents:
            for name, pronoun in _told(sentence, entities[sentence.start], names):
                votes[name][pronoun] += 1
    return {
        name: pronoun
        for name, told in sorted(votes.items())
        for pronoun, count in told.most_common(1)
        if count == sum(told.values())
    }


def _entities(doc: Doc) -> dict[int, list[Words]]:
    """The named entities that lie in one sentence, by its first token: a sentence that is asked
    for its own looks at all of the document's."""
    found: dict[int, list[Words]] = defaultdict(list)
    for entity in doc.ents:
        sentence = doc[entity.start].sent
        if entity.end <= sentence.end:
            found[sentence.start].append(entity)
    return found


def _told(
    sentence: Words, entities: Sequence[Words], names: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    persons = [entity for entity in entities if entity.label_ == "PERSON"]
    told = {names.get(entity.text.split(" ")[-1], entity.text) for entity in persons}
    told |= {names[token.text] for token in sentence if token.text in names}
    if not persons or len(told) != 1:
        return
    behind = {token.lower_ for token in sentence if token.i >= persons[0].end}
    he, she = bool(behind & _HE), bool(behind & _SHE)
    if he != she:
        yield told.pop(), "he" if he else "she"
