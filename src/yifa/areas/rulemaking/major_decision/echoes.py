"""What the steps of a decision do in its reviews, and what comes back from them (与合法性审查、公平竞争审查的联动)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.areas.rulemaking.fair_competition.procedure import FairCompetitionReview
from yifa.areas.rulemaking.legality_review.drafts import digest_of
from yifa.areas.rulemaking.legality_review.review_procedure import LegalityReview
from yifa.areas.rulemaking.major_decision.course import times
from yifa.areas.rulemaking.major_decision.gates import materials_of
from yifa.areas.rulemaking.major_decision.where import applies, regulator, reviewer
from yifa.kernel import linking
from yifa.kernel.declare import Echo, Follows, Guard
from yifa.kernel.linking import stands
from yifa.kernel.models import Case
from yifa.kernel.situation import Situation
from yifa.office.models import OrganKind

# --- legality review (合法性审查) ------------------------------------------------------------------------


def review_of(record: Any) -> Case | None:
    """The review of this decision in the books, the latest."""
    return linking.linked_case(record, LegalityReview.key)


def _first_sending(situation: Situation) -> bool:
    """The first submission of the round, or the one before was withdrawn: a review of its own is opened."""
    review = review_of(situation.record)
    return review is None or times(situation, "send_review") == 1 or review.stage == "withdrawn"


def _again(*stages: str) -> Guard:
    """A later submission of the round, to a review at one of these stages."""
    at = stands(LegalityReview.key, *stages)
    return lambda situation: not _first_sending(situation) and at(situation)


def _draft_fields(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {"materials": materials_of(situation), "draft": record.draft, "draft_digest": record.draft_digest}


def _submission(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    about = {
        "target_type": "major_decision", "target_title": record.matter, "target_number": record.number,
        "submitter": record.organ, "submitter_name": record.lead_unit, "exploratory": record.exploratory,
    }  # fmt: skip
    return {**about, **_draft_fields(situation)}


def _changed(situation: Situation) -> Mapping[str, Any]:
    return {**_draft_fields(situation), "opinions": situation.record.review_opinions}


def _answers(situation: Situation) -> Mapping[str, Any]:
    return {"opinions": situation.record.review_opinions, "final_draft": situation.record.draft}


def _why(situation: Situation) -> Mapping[str, Any]:
    return {"why": situation.record.outcome_reason}


SENT = (
    Echo("legality_review.receive", reviewer, _submission, anew=True, when=_first_sending),
    Echo("legality_review.receive", reviewer, _submission, when=_again("returned")),
    Echo("legality_review.resubmit", reviewer, _changed, when=_again("opined", "closed")),
)
"""Sending the draft: opens a review, or goes on with the one that was returned or has given its opinion."""

SUPPLEMENTED = Echo("legality_review.supplement", fields=_draft_fields, if_awaited=True)
ANSWERED = Echo("legality_review.answer", fields=_draft_fields, if_awaited=True)
FED_BACK = Echo("legality_review.feed_back", fields=_answers, when=stands(LegalityReview.key, "opined"))
WITHDRAWN = Echo("legality_review.withdraw", data=_why, if_awaited=True)


def _opinion(situation: Situation) -> Mapping[str, Any]:
    review = situation.record
    return {
        "review_conclusion": review.conclusion,
        "review_number": review.opinion_number,
        "review_opinions": review.opinions,
        "review_risk": review.risk_note,
        "reviewed_digest": review.draft_digest or digest_of(review.draft),
    }


def _confirmed(situation: Situation) -> Mapping[str, Any]:
    review = situation.record
    return {"cleared_digest": review.final_digest or digest_of(review.final_draft), "review_opinions": review.opinions}


def _demand(situation: Situation) -> Mapping[str, Any]:
    return {"what": situation.record.return_reason}


OPINED = Follows("legality_review.opine", fields=_opinion)
CONFIRMED = Follows("legality_review.confirm_adoption", fields=_confirmed)
RETURNED = Follows("legality_review.send_back", data=_demand)
REQUIRED = Follows("legality_review.require", data=_demand)
QUERIED = Follows("legality_review.query", data=_demand)


# --- fair competition review (公平竞争审查) --------------------------------------------------------------


def _issuer(situation: Situation) -> str:
    if applies(situation):
        return "government"
    township = situation.record.organ.kind in (OrganKind.TOWNSHIP, OrganKind.SUBDISTRICT)
    return "township" if township else "department"


def _policy(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    own = {} if applies(situation) else {"drafter": record.organ}
    return {
        **own,
        "policy_title": record.matter, "policy_kind": "major_decision", "policy_number": record.number,
        "issuer_kind": _issuer(situation), "drafter_name": record.lead_unit, "draft": record.draft,
        "draft_digest": record.draft_digest, "initial_opinion": record.fair_view,
        "initial_conclusion": record.fair_first, "initial_on": situation.on,
    }  # fmt: skip


def _policy_again(situation: Situation) -> Mapping[str, Any]:
    return {"draft": situation.record.draft, "draft_digest": situation.record.draft_digest}


def _conclusion(situation: Situation) -> Mapping[str, Any]:
    review = situation.record
    return {"fair_conclusion": review.conclusion, "fair_number": review.number}


_OPEN = ("concluded", "issued")
FAIR_SENT = Echo(
    "fair_competition.receive", regulator, _policy, anew=True,
    when=lambda situation: not stands(FairCompetitionReview.key, *_OPEN, "determining", "reviewing")(situation),
)  # fmt: skip
FAIR_SENT_AGAIN = Echo("fair_competition.revise", fields=_policy_again, when=stands(FairCompetitionReview.key, *_OPEN))
FAIR_ISSUED = Echo("fair_competition.issue", when=stands(FairCompetitionReview.key, "concluded"))
FAIR_CONCLUDED = Follows("fair_competition.conclude", fields=_conclusion)
FAIR_EXCLUDED = Follows("fair_competition.exclude", fields=lambda situation: {"fair_conclusion": "not_applicable"})
