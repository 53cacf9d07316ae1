"""A point's question, made of the words of the clause that stands at its centre."""

from __future__ import annotations

import re

from rashomon.compare.propositions import Act

_MAX_CHARACTERS = 160  # a longer question is no longer read
_CLEAR_CHARACTERS = 70  # shorter questions say too little, longer ones too much
_NEGATION = re.compile(r"\s*\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
_FUTURE = {"will", "would", "shall", "to", "threaten", "vow", "plan", "promise", "pledge"}
_PRONOUNS = {"i", "we", "you", "he", "she", "it", "they", "this", "that", "these", "those", "who"}


def is_clear(act: Act, text: str) -> bool:
    """Whether the act's question says without its context who did it."""
    clause = act.clause
    subject = clause.object if clause.passive else clause.subject
    return clause.nominal or (
        subject is not None and _tidy(subject.slice(text)).lower() not in _PRONOUNS
    )


def clarity(act: Act, text: str) -> tuple[bool, bool, bool, int]:
    """A key by which the act that makes the clearest question comes first."""
    clause = act.clause
    return (
        clause.nominal,
        not is_clear(act, text),
        clause.modal is not None,
        abs(clause.end - clause.start - _CLEAR_CHARACTERS),
    )


def ask(act: Act, text: str) -> str:
    """The positive question that the act answers: "Did the talks resume?"."""
    clause = act.clause
    subject = _tidy(clause.subject.slice(text)) if clause.subject else ""
    tail = _tidy(text[clause.act.end : clause.end])
    if subject.lower() in _PRONOUNS or (not subject and not clause.nominal and not clause.passive):
        return f"Is it so: “{_cut(_tidy(clause.slice(text)))}”?"
    if clause.nominal:
        return _close(f"What of {_lower_first(_tidy(clause.slice(text)))}")
    if clause.passive and clause.object is not None:
        thing = _lower_first(_tidy(clause.object.slice(text)))
        verb = "Were" if _is_plural(thing) else "Was"
        return _close(f"{verb} {thing} {clause.act.slice(text)} {tail}")
    if clause.lemma == "be":
        verb = "Are" if _is_plural(subject) else "Is"
        return _close(f"{verb} {_lower_first(subject)} {_NEGATION.sub('', tail).strip()}")
    verb = "Will" if clause.modal in _FUTURE else "Did"
    return _close(f"{verb} {_lower_first(subject)} {clause.lemma} {tail}")


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(' ,;:.-–—"“”‘’')


def _lower_first(words: str) -> str:
    """An article at the head of a phrase loses its capital inside the question."""
    head, _, rest = words.partition(" ")
    articles = {"The", "A", "An", "Its", "Their", "His", "Her", "Our", "This", "These", "Those"}
    return f"{head.lower()} {rest}" if head in articles else words


def _is_plural(phrase: str) -> bool:
    head = re.split(r"\b(?:of|in|by|for|with|on|at|from)\b", phrase)[0].split()
    last = head[-1].lower() if head else ""
    return " and " in phrase or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


def _close(question: str) -> str:
    words = _cut(_tidy(question))
    return f"{words[0].upper()}{words[1:]}?"


def _cut(words: str) -> str:
    if len(words) <= _MAX_CHARACTERS:
        return words
    return words[:_MAX_CHARACTERS].rsplit(" ", 1)[0] + " …"
