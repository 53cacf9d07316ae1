"""Who "he", "Khan" or "the official" is, as far as the article itself says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rashomon.claims.holders.genders import gender_of
from rashomon.claims.holders.holders import PRONOUNS, Named, read_holder
from rashomon.claims.holders.messages import sender_of
from rashomon.claims.holders.offices import office_of
from rashomon.claims.lexicon import BODIES, PEOPLE
from rashomon.model.claim import Holder, HolderClass
from rashomon.model.span import Span
from rashomon.text.parse import place

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Words

_HE, _SHE, _THEY, _IT = (
    {"he", "his", "him"},
    {"she", "her"},
    {"they", "their", "them"},
    {"it", "its"},
)
_BODILY = frozenset(BODIES.values()) | {HolderClass.UNKNOWN}
_REACH = 1_500  # characters back that a pronoun may reach


@dataclass(slots=True)
class Cast:
    """The holders of one article so far, in the order in which they were met.

    `full` maps a last name to the one full name that the article gives for it, `genders` a full
    name to its pronoun, `offices` an office to the one who has it. `author` is who says "I" outside
    all quotations; `quotation_at` gives the quotation around a character.
    """

    full: dict[str, str]
    genders: Mapping[str, str] = field(default_factory=dict)
    author: str | None = None
    offices: Mapping[str, str] = field(default_factory=dict)
    quotation_at: Callable[[int], Span | None] = lambda _: None
    met: list[Named] = field(default_factory=list)
    _by_name: dict[str, Named] = field(default_factory=dict)
    _alike: dict[tuple[str, bool], list[Named]] = field(default_factory=dict)
    _crowds: list[Named] = field(default_factory=list)

    def meet(self, words: Words, told: AbstractSet[str] = frozenset()) -> Named:
        """The holder that the words mean, and from now on one that may be meant again.

        `told` are the last names of those of whom the holder speaks: "he" is none of them.
        """
        named = replace(self._known(read_holder(sender_of(words)), told), words=words)
        name = named.holder.name
        gender = named.gender or gender_of(name) or self.genders.get(name)
        named = replace(named, gender=gender)
        self._remember(named)
        return named

    def _remember(self, named: Named) -> None:
        self.met.append(named)
        self._by_name.setdefault(named.holder.name, named)
        for head in named.heads:
            self._alike.setdefault((head, named.plural), []).append(named)
        if named.plural and not named.holder.named:
            self._crowds.append(named)

    def meet_late(self, words: Words) -> Named:
        """The holder of a headline's bare noun: the one of that sort that the body tells of."""
        named = read_holder(words)
        alike = self._like(named)
        if len({m.holder.name for m in alike}) != 1:
            return named
        return replace(alike[0], words=words)

    def _known(self, named: Named, told: AbstractSet[str]) -> Named:
        if named.words.root.lower_ in PRONOUNS:
            return self._by_pronoun(named, told)
        if named.holder.name in self.full:
            return self._by_surname(named)
        if _is_definite(named):
            found = self._by_description(named)
            return found if found.holder.named else self._by_office(named, found)
        return self._one_of_them(named)

    def _by_surname(self, named: Named) -> Named:
        holder = replace(named.holder, name=self.full[named.holder.name], named=True)
        earlier = self._by_name.get(holder.name)
        if earlier is not None:
            return replace(
                earlier,
                words=named.words,
                holder=_surer(earlier.holder, holder),
                gender=earlier.gender or named.gender,
            )
        class_ = HolderClass.PERSON if holder.class_ in _NOT_PERSONS else holder.class_
        return replace(named, holder=replace(holder, class_=class_))

    def _like(self, named: Named) -> Sequence[Named]:
        """Those met before that are called by the same noun."""
        return self._alike.get((named.words.root.lemma_.lower(), named.plural), ())

    def _by_pronoun(self, named: Named, told: AbstractSet[str]) -> Named:
        word = named.words.root.lower_
        if word == "i" and self.author is not None:
            return replace(named, holder=Holder(self.author, HolderClass.PERSON))
        here = place(named.words).start
        around = self.quotation_at(here)
        for earlier in reversed(self.met):
            start = place(earlier.words).start
            if here - start > _REACH:
                break
            if self.quotation_at(start) not in {None, around}:
                continue  # somebody else speaks of that one
            if word in _HE | _SHE and earlier.holder.name.split(" ")[-1] in told:
                continue  # "Roth had left, he said" is not Roth's
            if _can_be(word, earlier):
                gender = word if word in {"he", "she"} else earlier.gender
                return replace(earlier, words=named.words, gender=gender)
        return self._only_one(named, told)

    def _only_one(self, named: Named, told: AbstractSet[str]) -> Named:
        """The one person of the article that the pronoun can mean by its given name."""
        word = named.words.root.lower_
        alike = {name for name in self.full.values() if gender_of(name) == word}
        name = next(iter(alike), "")
        if len(alike) != 1 or name.split(" ")[-1] in told:
            return named
        found = self._by_name.get(name)
        holder = found.holder if found else Holder(name, HolderClass.PERSON)
        return replace(found or named, words=named.words, holder=holder, gender=word)

    def _by_description(self, named: Named) -> Named:
        alike = self._like(named)
        is_owned = named.words[0].tag_ == "PRP$"
        if is_owned and len({m.holder.name for m in alike if m.holder.named}) != 1:
            return named  # "his spokesman" may be another's
        for earlier in reversed(alike):
            if named.nouns <= earlier.nouns:
                return replace(earlier, words=named.words)
        return named

    def _by_office(self, named: Named, found: Named) -> Named:
        """The one person with the title that is described: "the governor"."""
        name = self.offices.get(office_of(named.words) or "")
        if not name:
            return found
        earlier = self._by_name.get(name)
        if earlier is not None:
            return replace(earlier, words=named.words)
        return replace(named, holder=replace(named.holder, name=name, named=True, nationality=None))

    def _one_of_them(self, named: Named) -> Named:
        """One of several persons met before keeps the words, and is what they are."""
        if not _is_part(named.words):
            return named
        if not self._crowds:
            return named
        many = self._crowds[-1].holder
        holder = replace(named.holder, class_=many.class_, nationality=many.nationality)
        return replace(named, holder=holder)


_NOT_PERSONS = {
    HolderClass.UNKNOWN,
    HolderClass.ORGANISATION,
    HolderClass.GOVERNMENT,
    HolderClass.GROUP,
}


def _surer(left: Holder, right: Holder) -> Holder:
    """The earlier holder, with the later one's kind where the earlier had none."""
    open_ = left.class_ in {HolderClass.UNKNOWN, HolderClass.PERSON}
    better = right.class_ not in _NOT_PERSONS and open_
    return replace(left, class_=right.class_) if better else left


def _can_be(word: str, earlier: Named) -> bool:
    if not earlier.holder.name or earlier.words.root.lower_ == "i":
        return False
    if word in _HE | _SHE:
        gender = "he" if word in _HE else "she"
        return _is_person(earlier) and not earlier.plural and earlier.gender in {None, gender}
    if word in _THEY:
        is_document = earlier.holder.class_ is HolderClass.DOCUMENT
        return (earlier.plural and not is_document) or earlier.holder.class_ in _GROUPS
    if word in _IT:
        return (
            not earlier.plural
            and earlier.holder.class_ in _BODILY
            and earlier.holder.class_ not in PERSONS
        )
    return False


def _is_person(earlier: Named) -> bool:
    """Whether it is one: a name of two words that the parser could not place may be."""
    holder = earlier.holder
    is_open = holder.class_ is HolderClass.UNKNOWN and holder.named and " " in holder.name
    return holder.class_ in PERSONS or is_open


PERSONS = frozenset(PEOPLE.values()) - {HolderClass.GROUP}
_GROUPS = {HolderClass.GROUP, HolderClass.COMPANY, HolderClass.ORGANISATION, HolderClass.POLICE}


def _is_definite(named: Named) -> bool:
    """Whether it describes one that may be met already: "the official", "the mayor of Larvik"."""
    words = named.words
    if named.holder.named and words.root.pos_ == "PROPN":
        return False
    is_owned = words[0].tag_ == "PRP$" and words.root.lemma_.lower() in PEOPLE
    return is_owned or words[0].lower_ in {"the", "this", "that", "these", "those"}


def _is_part(words: Words) -> bool:
    """As in "one of them", "another", "the other"."""
    low = {token.lower_ for token in words}
    if words.root.lower_ in {"one", "another", "other", "both"}:
        return len(words) < 3 or bool(low & {"them", "these", "those"})
    return False


def read_names(docs: Sequence[Doc], sources: Iterable[Words]) -> dict[str, str]:
    """Each last name of a person with the full name that the article first gives for it; those
    that two persons share are left out."""
    full: dict[str, str] = {}
    shared: set[str] = set()
    for name in _full_names(docs, sources):
        last = name.split(" ")[-1]
        for short in {last, name.split(" ", 1)[1]}:
            if short in full and full[short].split(" ")[0] != name.split(" ")[0]:
                shared.add(short)
            full.setdefault(short, name)
    return {short: name for short, name in full.items() if short not in shared}


def _full_names(docs: Sequence[Doc], sources: Iterable[Words]) -> list[str]:
    """The names of two words and more, in the order of the text."""
    persons = [entity for doc in docs for entity in doc.ents if entity.label_ == "PERSON"]
    met: list[tuple[Span, str]] = []
    for words in [*persons, *sources]:
        named = read_holder(words)
        is_person = named.holder.class_ in PERSONS and named.holder.named and not named.plural
        if is_person and " " in named.holder.name and len(named.holder.name.split(" ")) <= 5:
            met.append((place(words), named.holder.name))
    return [name for _, name in sorted(met)]
