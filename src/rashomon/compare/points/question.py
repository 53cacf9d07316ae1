"""A point's question, made of the words of the clause that stands at its centre."""

from __future__ import annotations

import re

from rashomon.compare.points.propositions import Act
from rashomon.model.article import Article
from rashomon.text.truecase import Truecase

_MAX_CHARACTERS = 160  # a longer question is no longer read
_CLEAR_CHARACTERS = 70  # shorter questions say too little, longer ones too much
_NEGATION = re.compile(r"\s*\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
# Only these stand between a subject and its verb where the two can change places.
_BETWEEN = re.compile(
    r"(?:\s|\b(?:has|have|had|did|does|do|not|also|already|since|now|never|again)\b|n['’]t)*",
    re.IGNORECASE,
)
_BEING = {"is", "are", "was", "were"}
_ANYBODY = {"nobody": "anybody", "no one": "anyone", "none": "any", "nothing": "anything"}
_ANYBODY["no"] = "any"
_NOBODY = re.compile(r"^(?:nobody|no one|none|nothing|no)\b", re.IGNORECASE)
_DANGLING = re.compile(r"(?:,? \b(?:in order|so|as|that|to|and|of|for|with|by|in|on|at|from))+$")
# Half a quotation would be left open; "dam's" and "workers' union" keep their mark.
_MARKS = re.compile(r"[\"“”„«»]|(?<!\w)[‘’'](?=\w)|(?<=[^\Ws])[’'](?!\w)")
_PLACE = re.compile(r"^[A-Z][\w.,() ]{1,40} (?:--?|–|—) ")  # "QUELMARA — At least four"
_SAYER = re.compile(r",? according to [^,]*$")  # who says it is told by the positions
# "The US -- which makes up the bulk of it -- had resumed", "In response, he said, the ..."
_ASIDE = re.compile(
    r" (?:--?|–|—) [^–—]{1,120}? (?:--?|–|—) |,? (?:he|she|it|they) (?:said|added|told \w+),? "
)
_PRONOUNS = {"i", "we", "you", "he", "she", "it", "they", "this", "that", "these", "those", "who"}
_OWNERS = {"my", "our", "your", "his", "her", "its", "their"}
_PRONOUNS |= {"which", "what", "there", "one", "some", "many", "others", "none", "all", "both"}


def is_clear(act: Act, text: str) -> bool:
    """Whether the act's question says without its context who did it."""
    clause = act.clause
    subject = clause.object if clause.passive else clause.subject
    if clause.nominal or _is_of_being(act, text):
        return clause.object is not None
    if subject is None or not clause.finite or clause.relation in {"relcl", "acl"}:
        return False
    words = _tidy(subject.slice(text)).lower().split()
    return bool(words) and words[0] not in _OWNERS and (len(words) > 1 or words[0] not in _PRONOUNS)


def _is_of_being(act: Act, text: str) -> bool:
    """Whether it says that there is something: "there was no siren in the village"."""
    before = text[act.clause.start : act.clause.act.start].lower().split()
    return before[-1:] == ["there"] and act.clause.finite and act.clause.subject is None


def clarity(act: Act, text: str) -> tuple[bool, bool, bool, int]:
    """A key by which the act that makes the clearest question comes first."""
    clause = act.clause
    return (
        not is_clear(act, text),
        clause.nominal,
        clause.modal is not None or not _can_turn(act, text),
        abs(clause.end - clause.start - _CLEAR_CHARACTERS),
    )


def _can_turn(act: Act, text: str) -> bool:
    """Whether only auxiliaries stand between the subject and its verb."""
    clause, subject = act.clause, act.clause.subject
    return (
        subject is not None
        and not clause.passive
        and clause.modal is None
        and clause.lemma != "be"
        and subject.end <= clause.act.start
        and _BETWEEN.fullmatch(text, subject.end, clause.act.start) is not None
    )


def ask(act: Act, article: Article, case: Truecase) -> str:
    """The positive question that the act answers: "Did the talks resume?".

    `case` knows which words of the article are names.
    """
    return case.apply(_ask(act, article, case))


def _ask(act: Act, article: Article, case: Truecase) -> str:
    clause, text = act.clause, article.text
    thing = clause.object if clause.passive else clause.subject
    words = _tidy(clause.slice(text))
    if thing is not None and thing.end <= clause.start:  # "... and was on his way"
        words = f"{_tidy(thing.slice(text))} {words}"
    words = case.inside(words)
    if clause.nominal:
        return _close(f"was there {_NEGATION.sub('', words, count=1).lstrip()}")
    if not is_clear(act, text):
        return f"Is it so: “{_cut(words)}”?"
    if _is_of_being(act, text) and clause.act.slice(text).lower() in _BEING:
        what = _NEGATION.sub("", _any(case.inside(_tidy(text[clause.act.end : clause.end]))))
        return _close(f"{clause.act.slice(text)} there {what}")
    subject = clause.subject
    if subject is not None and _can_turn(act, text):
        tail = _NEGATION.sub("", text[clause.act.end : clause.end], count=1)
        return _close(f"did {_any(case.inside(_tidy(subject.slice(text))))} {clause.lemma} {tail}")
    if clause.negated:
        words = _NEGATION.sub("", _any(words), count=1)
    return _close(f"is it so that {words}")


def _any(words: str) -> str:
    """The words for a question: of "nobody heard it", whether anybody did."""
    return _NOBODY.sub(lambda found: _ANYBODY[found[0].lower()], words)


def _tidy(words: str) -> str:
    plain = _ASIDE.sub(" ", _PLACE.sub("", " ".join(words.split())))
    plain = _MARKS.sub("", _SAYER.sub("", plain))
    if plain.count("(") != plain.count(")"):
        plain = plain.replace("(", "").replace(")", "")
    return _DANGLING.sub("", plain.strip(" ,;:.-–—‘’"))


def _close(question: str) -> str:
    words = _cut(_tidy(question))
    return f"{words[0].upper()}{words[1:]}?"


def _cut(words: str) -> str:
    if len(words) <= _MAX_CHARACTERS:
        return words
    return words[:_MAX_CHARACTERS].rsplit(" ", 1)[0] + " …"
