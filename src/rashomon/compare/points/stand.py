"""What a claim means on a point: who affirms, who denies, who declines, who leaves it open."""

from __future__ import annotations

from rashomon.compare.points.contrary import contrary
from rashomon.compare.points.propositions import Proposition
from rashomon.model.claim import Attitude, Claim, Mode, Response
from rashomon.model.dossier import Stand
from rashomon.model.reading import Clause

_OPEN_MODALS = {"may", "might", "could"}


def _is_left_open(clause: Clause) -> bool:
    """Whether it may be so: what "could not" be so is not so."""
    return clause.modal in _OPEN_MODALS and not (clause.modal == "could" and clause.negated)


def declines(claim: Claim) -> bool:
    """Whether the holder was asked and gave no answer; "could not say whether P" leaves P open."""
    is_doubt = claim.attitude is Attitude.DOUBTS
    return not is_doubt and claim.response in {
        Response.DECLINED,
        Response.NO_REPLY,
        Response.NO_INFORMATION,
    }


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
        or _is_left_open(proposition.clause)
    ):
        return Stand.UNCERTAIN
    turns = [
        claim.attitude is Attitude.DENIES,
        proposition.clause.negated,
        contrary(proposition.lemma, centre_lemma),
    ]
    stand = Stand.AFFIRMS if sum(turns) % 2 == 0 else Stand.DENIES
    if claim.mode is Mode.NARRATED and stand is Stand.AFFIRMS:
        return Stand.ASSERTED
    return stand
