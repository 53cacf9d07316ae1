"""What sort of source a phrase names: official, court, paper, agency, witness ..."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.claims.lexicon import (
    BODIES,
    METONYMS,
    OUTLET_WORDS,
    OUTLETS,
    PEOPLE,
    SPOKESPEOPLE,
)
from rashomon.claims.phrases import noun_phrase
from rashomon.model.claim import HolderClass
from rashomon.text.agencies import looks_like_agency

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

SHORT_NAMES = set(
    "Bulletin Chronicle Courier Examiner Express Gazette Globe Herald Inquirer Journal Mail Post "
    "Sentinel Star Telegraph Times Tribune".split()
)
_NO_SURNAMES = set(
    "Broadcasting Chronicle Daily Gazette Herald Inquirer Journal Monitor Network News Newspaper "
    "Radio TV Telegraph Television Times Tribune Weekly Zeitung".split()
)
_MODIFIER_CLASSES = {
    "military": HolderClass.MILITARY,
    "army": HolderClass.MILITARY,
    "navy": HolderClass.MILITARY,
    "police": HolderClass.POLICE,
    "company": HolderClass.COMPANY,
    "court": HolderClass.COURT,
}
_OPEN_HEADS = SPOKESPEOPLE | {
    "official",
    "officials",
    "officer",
    "source",
    "chief",
    "leader",
    "commander",
}
_OFFICES = {"attorney", "secretary", "director", "inspector", "surgeon", "solicitor", "governor"}
_COMPANY_MARKS = {"inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc", "llc", "co.", "gmbh", "ag"}
HONORIFICS = {"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady"}
_QUOTES = " \"'“”‘’"


def classify(words: Words) -> HolderClass:
    """What sort of source the words name."""
    bare = bare_name(words)
    root = words.root
    head = root.lemma_.lower()
    if root.pos_ == "PRON":
        return HolderClass.UNKNOWN
    if (medium := outlet_class(words)) is not None:
        return medium
    if any(bare == name or bare.endswith(" " + name) for name in METONYMS):
        return HolderClass.GOVERNMENT
    if head == "general" and any(c.lower_ in _OFFICES for c in root.lefts):
        return HolderClass.OFFICIAL
    if head in _OPEN_HEADS:
        return _by_modifier(words) or PEOPLE.get(head, HolderClass.OFFICIAL)
    if root.pos_ != "PROPN" and (found := PEOPLE.get(head) or BODIES.get(head)):
        return found
    return _of_name(words, root)


def outlet_class(words: Words) -> HolderClass | None:
    """Whether the words name a news agency or an outlet."""
    words = _core(words)
    root, bare = words.root, bare_name(words)
    if root.lemma_.lower() == "paper" and any(t.lower_ in _NO_PAPERS for t in words):
        return None
    low = bare.lower()
    if looks_like_agency(bare) or "news agency" in low or "newswire" in low:
        return HolderClass.AGENCY
    is_name = root.pos_ == "PROPN" or root.lemma_.lower() not in PEOPLE
    if is_name and _is_known(bare, words[0].lower_ == "the"):
        return HolderClass.OUTLET
    sort = BODIES.get(root.lemma_.lower()) or BODIES.get(root.lower_)
    if sort in {HolderClass.OUTLET, HolderClass.AGENCY}:
        return sort if root.pos_ != "PROPN" else HolderClass.OUTLET
    if _is_short_name(words, bare.split(" ")[-1]) or _is_station(words):
        return HolderClass.OUTLET
    is_name = root.pos_ == "PROPN" and len(bare.split(" ")) > 1
    last = bare.split(" ")[-1]
    if is_name and last in OUTLET_WORDS and (last in _NO_SURNAMES or not has_person(words)):
        return HolderClass.OUTLET
    is_medium = _is_programme(words) or _is_of_station(words, bare) or _is_numbered(bare)
    return HolderClass.OUTLET if is_medium else None


def _is_numbered(bare: str) -> bool:
    """As in "Channel 4", "Channel 4 news", "Channel 2's evening show"."""
    first, _, rest = bare.partition(" ")
    return first in {"Channel", "Radio"} and rest[:1].isdigit()


_BROADCASTERS = set("ABC BBC CBC CBS CNBC CNN ESPN Fox ITV MSNBC NBC NPR PBS Sky".split())


def _is_of_station(words: Words, bare: str) -> bool:
    """As in "BBC Radio 4", "Fox News Sunday": what begins with a broadcaster's name."""
    is_name = words.root.pos_ in {"PROPN", "NUM"} and not has_person(words)
    is_office = any(t.lower_ in PEOPLE or t.lower_ in BODIES for t in words[1:])
    return is_name and not is_office and bare.split(" ")[0] in _BROADCASTERS and " " in bare


_LOUD = {name.upper() for name in OUTLETS}


_NO_PAPERS = {"court", "legal", "policy", "position", "research", "white", "working"}


def _core(words: Words) -> Words:
    """The words without a participle or clause behind the head: "remarks carried by the agency"."""
    ends = (c.left_edge.i for c in words.root.rights if c.dep_ in {"acl", "relcl"})
    return words.doc[words.start : min([words.end, *ends])]


def _is_known(bare: str, has_article: bool) -> bool:
    return bare in OUTLETS or (has_article and f"The {bare}" in OUTLETS) or bare in _LOUD


def _is_short_name(words: Words, last: str) -> bool:
    """As in "told the Herald", "the Times of Malta"."""
    root = words.root
    is_of = root.i + 1 < words.end and root.nbor(1).lower_ == "of"
    name = root.text if is_of else last
    return words[0].lower_ == "the" and name in SHORT_NAMES


_STATIONS = {"affiliate", "broadcast", "channel", "network", "podcast", "program", "programme"}
_STATIONS |= {"service", "show", "site", "station"}
_ON_AIR = {"broadcast", "news", "radio", "television", "tv"}


def _is_station(words: Words) -> bool:
    """As in "Oslo radio stations", "a local Fox affiliate"."""
    root = words.root
    if root.lemma_.lower() not in _STATIONS:
        return False
    is_titled = root.lemma_.lower() in {"show", "programme", "program"} and '"' in words.text
    return is_titled or any(
        t.i < root.i and (t.lower_ in _ON_AIR or _is_known(t.text, has_article=False))
        for t in words
    )


def _is_programme(words: Words) -> bool:
    """As in "NBC's 'Today' show", "the BBC's Newsnight"."""
    root = words.root
    is_one = root.pos_ == "PROPN" or root.lemma_.lower() in _STATIONS or '"' in words.text
    is_person = has_person(words) or root.lemma_.lower() in PEOPLE
    return is_one and not is_person and is_of_outlet(words)


def is_of_outlet(words: Words) -> bool:
    """Whether it is said to be an outlet's: "CNN's Jane Roe"."""
    owner = next((c for c in words.root.lefts if c.dep_ == "poss"), None)
    return owner is not None and outlet_class(noun_phrase(owner)) is not None


def bare_name(words: Words) -> str:
    """The words up to the first comma, without article, possessive and quotation marks."""
    text = str(words.text).split(",")[0].strip(_QUOTES)
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        text = text.removeprefix(article)
    for owner in ("'s", "’s"):
        text = text.removesuffix(owner)
    return text.replace(" - ", "-").strip(_QUOTES)


def _by_modifier(words: Words) -> HolderClass | None:
    root = words.root
    near = [t for child in root.children if child.dep_ in _MODIFIERS for t in child.subtree]
    for token in near:
        if found := _MODIFIER_CLASSES.get(token.lower_):
            return found
    return None


_MODIFIERS = {"amod", "compound", "poss", "nmod"}


def _of_name(words: Words, root: Token) -> HolderClass:
    """A proper name's kind: by its title or office, then by what the parser takes it for."""
    if any(token.lower_.rstrip(".") in HONORIFICS for token in words):
        return HolderClass.PERSON
    is_person = has_person(words) or words[0].lower_.rstrip(".") in HONORIFICS
    if root.lower_ in BODIES and not is_person:
        return BODIES[root.lower_]
    for token in words:
        if (found := PEOPLE.get(token.lemma_.lower())) and _is_office(token, root):
            if token.lower_ == "general" and any(c.lower_ in _OFFICES for c in token.lefts):
                return HolderClass.OFFICIAL  # an attorney general
            return (_by_modifier(words) or found) if token.lower_ in _OPEN_HEADS else found
    if is_person:
        return HolderClass.PERSON
    if any(token.lower_ in BODIES and token.pos_ == "PROPN" for token in words):
        return next(BODIES[t.lower_] for t in words if t.lower_ in BODIES and t.pos_ == "PROPN")
    if any(token.lower_ in _COMPANY_MARKS for token in words):
        return HolderClass.COMPANY
    by_entity = {
        "GPE": HolderClass.GOVERNMENT,
        "ORG": HolderClass.ORGANISATION,
        "NORP": HolderClass.GROUP,
        "LAW": HolderClass.DOCUMENT,
        "WORK_OF_ART": HolderClass.DOCUMENT,
    }
    return by_entity.get(root.ent_type_, HolderClass.UNKNOWN)


def _is_office(token: Token, root: Token) -> bool:
    """Whether the noun is the holder's own office: before the name, or in apposition to it."""
    return token == root or (
        token.head == root and token.dep_ in {"compound", "appos", "nmod", "amod"}
    )


def has_person(words: Words) -> bool:
    """Whether the head, or what stands in apposition to it, is a person's name."""
    return person_entity(words) is not None


def person_entity(words: Words) -> Words | None:
    """The person's name in the words, if the head is in it or in apposition to it."""
    root = words.root
    for entity in _persons(words):
        if entity.root.pos_ in {"PROPN", "NOUN", "ADJ", "VERB", "X"}:
            is_head = entity.start <= root.i < entity.end
            if is_head or (entity.root.head == root and entity.root.dep_ == "appos"):
                return entity
    return None


def name_behind(words: Words) -> Words | None:
    """The name that commas set off behind an office, though parsers hang it on the nearest noun:
    "the governor of the province, Jean Morel"."""
    root, doc = words.root, words.doc
    if root.tag_ == "NNS" or root.lemma_.lower() not in PEOPLE or root.ent_type_ == "PERSON":
        return None
    for comma in range(root.i + 1, words.end - 1):
        end = comma + 1
        while end < words.end and doc[end].pos_ == "PROPN" and doc[end].ent_type_ in _OPEN_TYPES:
            end += 1
        is_closed = end == words.end or doc[end].text == ","
        if doc[comma].text == "," and is_closed and _is_full_name(doc[comma + 1 : end]):
            return doc[comma + 1 : end]
    return None


_OPEN_TYPES = {"", "PERSON"}


def _is_full_name(words: Words) -> bool:
    return 2 <= len(words) <= 5 and all(t.text[:1].isupper() for t in words if len(t) > 2)


def _persons(words: Words) -> Iterator[Words]:
    """The names of persons in the words. A span's own `ents` walks the whole document."""
    start: int | None = None
    for token in words:
        if start is not None and (token.ent_type_ != "PERSON" or token.ent_iob_ == "B"):
            yield words.doc[start : token.i]
            start = None
        if token.ent_type_ == "PERSON" and start is None:
            start = token.i
    if start is not None:
        yield words.doc[start : words.end]
