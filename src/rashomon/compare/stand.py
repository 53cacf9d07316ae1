"""What a claim means on a point: who affirms, who denies, who declines, who leaves it open."""

from __future__ import annotations

import re

from rashomon.compare.propositions import Proposition
from rashomon.model.claim import Attitude, Claim, Mode, Response
from rashomon.model.dossier import Stand
from rashomon.model.reading import Clause
from rashomon.text.lexicon import opposite

_FEW_WORDS = 6  # a denial that repeats what it denies is longer
_UNTRUE = re.compile(
    r"\bno such\b|^\W*(?:that |which )?(?:(?:that|this|it|they|which|both|all)|(?:the|these|such) "
    r"(?:\w+ )?(?:reports?|claims?|stor(?:y|ies)|account|article|allegations?|accusations?|"
    r"charges?|suggestions?)) (?:was|were|is|are) (?:\w+ )?(?:\W*)(?:untrue|false|not true|"
    r"incorrect|wrong|baseless|groundless|unfounded|fabricat\w+|inaccurate|nonsense|fake|lies?|"
    r"a lie|a slander|rubbish)\b",
    re.IGNORECASE,
)
_OPEN_MODALS = {"may", "might", "could"}


def declines(claim: Claim) -> bool:
    """Whether the holder was asked and gave no answer."""
    return claim.response in {Response.DECLINED, Response.NO_REPLY, Response.NO_INFORMATION}


def rejects(claim: Claim, text: str, says_more: bool) -> bool:
    """Whether the holder turns down what was said before, without saying it again.

    `text` is the page's: "rejected that", "said it was untrue", "gave no such order".
    `says_more` tells that the claim puts something forward by itself.
    """
    if claim.mode is Mode.NARRATED or declines(claim):
        return False
    content = " ".join(span.slice(text) for span in claim.content)
    if claim.attitude is Attitude.DENIES:
        return not says_more and len(content.split()) <= _FEW_WORDS
    return _UNTRUE.search(content) is not None


def stand_on(proposition: Proposition, centre: Clause, centre_lemma: str) -> Stand:
    """What the proposition's holder says to the question whether the centre's act is so.

    The question is put positively, whether or not the centre itself is negated.
    """
    claim = proposition.claim
    if declines(claim):
        return Stand.DECLINES
    if (
        claim.attitude in {Attitude.DOUBTS, Attitude.NONE}
        or claim.response is Response.COULD_NOT_VERIFY
        or proposition.clause.modal in _OPEN_MODALS
    ):
        return Stand.UNCERTAIN
    turns = [
        claim.attitude is Attitude.DENIES,
        proposition.clause.negated,
        opposite(proposition.lemma, centre_lemma),
    ]
    stand = Stand.AFFIRMS if sum(turns) % 2 == 0 else Stand.DENIES
    if claim.mode is Mode.NARRATED and stand is Stand.AFFIRMS:
        return Stand.ASSERTED
    return stand
