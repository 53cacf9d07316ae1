"""Who "the governor" or "the congressman" is: the one person whom the article calls so by title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Words

_OFFICES = {
    "congress": "rep representative congressman congresswoman",
    "senate": "sen senator",
    "governor": "gov governor",
    "president": "president",
    "chancellor": "chancellor",
    "premier": "premier",
    "mayor": "mayor",
    "sheriff": "sheriff",
    "judge": "judge",
    "justice": "justice",
    "secretary": "secretary",
    "minister": "minister",
    "ambassador": "ambassador",
    "attorney": "attorney",
    "bishop": "bishop archbishop",
    "general": "gen general",
    "professor": "prof professor",
}
_OFFICE = {word: office for office, words in _OFFICES.items() for word in words.split()}
_OTHERS = {"vice", "deputy", "former", "ex", "then", "late", "assistant", "acting", "general"}


def read_offices(docs: Iterable[Doc], names: Mapping[str, str]) -> dict[str, str]:
    """The one full name of each office that a single person of the article has as a title.

    `names` gives the full name of a last name. An office of a named body ("union President X") is
    not told by its title alone, so it is left out; former holders are too.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for doc in docs:
        for entity in doc.ents:
            office = _title(entity) if entity.label_ == "PERSON" else None
            if office is not None:
                holders[office].add(_full(entity, names))
    return {office: found.pop() for office, found in sorted(holders.items()) if len(found) == 1}


def _full(entity: Words, names: Mapping[str, str]) -> str:
    words = [token.text for token in entity if _office(token.text) is None and token.text != "."]
    words = [word for word in words if word not in {"'s", "’s"}]
    return names.get(words[-1], " ".join(words)) if words else ""


def _title(entity: Words) -> str | None:
    """The office in the title before a name, or within what the recogniser took for it."""
    doc, at = entity.doc, entity.start
    if (office := _office(doc[at].text)) is None:
        at -= 1
        if at < entity.sent.start or (office := _office(doc[at].text)) is None:
            return None
    before = doc[at - 1] if at > entity.sent.start else None
    if before is None:
        return office if doc[at].text[0].isupper() else None
    is_body = before.pos_ in {"PROPN", "NOUN"} and office in {"president", "secretary"}
    is_other = before.lower_.strip("-") in _OTHERS or is_body
    return None if is_other or not doc[at].text[0].isupper() else office


def _office(word: str) -> str | None:
    return _OFFICE.get(word.rstrip(".").lower())


def office_of(words: Words) -> str | None:
    """The office of a plain description: "the governor", "the Texas congressman"; not one that
    says of what or whose it is."""
    root = words.root
    if words[0].lower_ not in {"the", "this"} or root.tag_ not in {"NN", "NNP"}:
        return None
    is_owned = any(c.dep_ == "prep" and c.lower_ in {"of", "for", "from"} for c in root.rights)
    is_plain = not is_owned and not any(t.lower_ in _OTHERS for t in root.lefts)
    is_body = any(t.dep_ == "compound" and t.pos_ == "NOUN" for t in words)
    return _office(root.text) if is_plain and not is_body else None
