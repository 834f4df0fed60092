"""What contracts do in the reviews and milestones tied to them, and what comes back (联动)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yifa.areas.rulemaking.contract_kinds import ContractType, Nature
from yifa.areas.rulemaking.fair_competition.choices import Conclusion as Competition
from yifa.areas.rulemaking.fair_competition.choices import IssuerKind
from yifa.areas.rulemaking.fair_competition.where import reviewing_organ as competition_organ
from yifa.areas.rulemaking.government_contract import choices as c
from yifa.areas.rulemaking.government_contract.conditions import changing
from yifa.areas.rulemaking.government_contract.defaults import DEFAULTS
from yifa.areas.rulemaking.legality_review.materials import list_for
from yifa.areas.rulemaking.legality_review.where import bureau_over, reviewing_organ
from yifa.kernel import linking
from yifa.kernel.declare import Echo, Follows
from yifa.kernel.replay import situation_of
from yifa.kernel.situation import Situation
from yifa.office.models import Organ, OrganKind


def reviewer(record: Any) -> Organ | None:
    """Who reviews: the justice bureau for the government and for major contracts, else the organ's own unit."""
    organ: Organ = record.organ
    if record.major and organ.kind == OrganKind.DEPARTMENT and organ.parent is not None:
        at_justice = DEFAULTS.at(organ.place.code)["review_at_justice"].value
        return (reviewing_organ(organ.parent) if at_justice else None) or reviewing_organ(organ)
    return reviewing_organ(organ)


def _submission(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    kind = "administrative_agreement" if record.nature == Nature.AGREEMENT else "contract"
    text, title = (
        (record.change_text, f"{record.contract_title}（{c.Change(record.change_kind).label}）")
        if changing(situation)
        else (record.draft, record.contract_title)
    )
    return {
        "target_type": kind, "target_title": title, "target_number": record.number, "submitter": record.organ,
        "draft": text, "materials": list_for(kind).rows(),
    }  # fmt: skip


def _opinion(situation: Situation) -> Mapping[str, Any]:
    """What comes back with an opinion: conclusion, number, the opinions, the text that was looked at."""
    record = situation.record
    return {
        "review_conclusion": record.conclusion, "review_number": record.opinion_number, "opinions": record.opinions,
        "reviewed_digest": record.draft_digest, "cleared_digest": "",
    }  # fmt: skip


def _cleared(situation: Situation) -> Mapping[str, Any]:
    return {"cleared_digest": situation.record.final_digest}


def _answered(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    text = record.change_text if changing(situation) else record.draft
    return {"opinions": record.opinions, "final_draft": text}


def _concluded(situation: Situation) -> Mapping[str, Any]:
    return {"competition": situation.record.conclusion}


def issuer(organ: Organ) -> IssuerKind:
    """Who issues a measure of this organ."""
    if organ.kind in (OrganKind.TOWNSHIP, OrganKind.SUBDISTRICT):
        return IssuerKind.TOWNSHIP
    return IssuerKind.GOVERNMENT if organ.kind == OrganKind.GOVERNMENT else IssuerKind.DEPARTMENT


def examiner(record: Any) -> Organ | None:
    """Who examines competition: the drafter, or for a government its market regulator (公平竞争审查条例 13, 14)."""
    return competition_organ(issuer(record.organ).value, record.organ)


def _policy(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    memorandum = record.contract_type == ContractType.MEMORANDUM
    kind = "memorandum" if memorandum else "agreement" if record.nature == Nature.AGREEMENT else "contract"
    return {
        "policy_title": record.contract_title, "policy_kind": kind, "issuer_kind": issuer(record.organ).value,
        "drafter": record.organ, "draft": record.draft,
    }  # fmt: skip


SUBMITTED = Echo("legality_review.receive", reviewer, _submission, anew=True)
"""Each text that is submitted is a review of its own: a second draft, a supplement, an agreement to end."""

OPINION = Follows("legality_review.opine", _opinion)
"""The opinion on a text of this contract."""

ANSWERED = Echo("legality_review.feed_back", fields=_answered)
"""What became of the opinions goes back to the reviewers, with the text as it was changed."""

CLEARED = Follows("legality_review.confirm_adoption", _cleared)
"""The reviewers looked at what became of their opinions."""

SENT_BACK = Follows("legality_review.send_back", data=lambda situation: {"why": situation.record.return_reason})
"""The reviewers did not take the matter in: materials are missing."""

ISSUED = Echo(
    "fair_competition.issue",
    when=lambda situation: situation.record.competition in (Competition.CLEAR, Competition.EXEMPT),
)  # fmt: skip
"""Signing is what puts the measure into effect; the end of an exemption runs from there."""

COMPETITION_ASKED = Echo("fair_competition.receive", examiner, _policy, anew=True)
COMPETITION_DONE = (
    Follows("fair_competition.conclude", _concluded),
    Follows("fair_competition.exclude", _concluded),
)


def filing_organ(record: Any) -> Organ | None:
    """The justice bureau with which the contract is filed; None where it is not in the books, or for its own ones."""
    bureau = bureau_over(record.organ)
    return None if bureau == record.organ else bureau


def _filed(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {
        "filer": record.organ, "contract": record, "contract_title": record.contract_title,
        "contract_number": record.number, "nature": record.nature, "counterparties": record.counterparties,
        "amount": record.amount, "signed_on": record.signed_on, "review_number": record.review_number,
        "reviewed_before": record.reviewed_before, "meeting": record.meeting, "text": record.draft,
        "reviewed_digest": record.cleared_digest or record.reviewed_digest,
    }  # fmt: skip


FILED = Echo("contract_filing.receive", filing_organ, _filed)
"""The filing arrives at the justice bureau; what was returned is filed again in the same case."""

FILING_ANSWERED = Echo("contract_filing.receive_answer", fields=lambda s: {"answer": s.record.filing_answer})
FILING_REGISTERED = Follows("contract_filing.register", fields=lambda s: {"filing_number": s.record.number})
FILING_RETURNED = Follows("contract_filing.send_back", data=lambda s: {"why": s.record.return_reason})
FILING_REFUSED = Follows("contract_filing.refuse", data=lambda s: {"why": s.data.get("why", "")})
FILING_QUESTIONED = Follows("contract_filing.advise", fields=lambda s: {"filing_opinion": s.record.opinion})
FILING_AGAIN = Follows("contract_filing.not_enough", fields=lambda s: {"filing_opinion": s.data.get("what", "")})
FILING_DONE = (Follows("contract_filing.clear"), Follows("contract_filing.settle"))


def _planned(situation: Situation) -> Mapping[str, Any]:
    record, data = situation.record, situation.data
    paying = data.get("kind") == c.ObligationKind.PAYMENT
    return {
        "contract_number": record.number, "contract_title": record.contract_title, "what": data.get("what"),
        "kind": data.get("kind"), "sme": paying and record.sme, "amount": data.get("amount") or None,
        "agreed_on": data.get("agreed_on") or None, "settlement": (data.get("settlement") or record.settlement),
        "payment_days": data.get("payment_days") or record.payment_days,
        "acceptance_until": data.get("acceptance_until") or None,
        "interest_rate": record.interest_rate, "lpr": record.lpr,
    }  # fmt: skip


PLANNED = Echo("contract_obligation.open", lambda record: record.organ, _planned, anew=True)
"""Every milestone and every payment is a case of its own, with its own limits."""


def _done(situation: Situation) -> Mapping[str, Any]:
    return {"what": situation.record.what}


DONE = Echo("government_contract.obligation_done", data=_done)
"""A milestone is done or given up: the contract knows."""


def _disputed(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {
        "contract": record, "contract_number": record.number, "contract_title": record.contract_title,
        "nature": record.nature, "opponents": record.counterparties, "route": record.dispute_kind,
        "cause": record.breach, "dispute_number": record.dispute_number, "forum_name": record.seat,
    }  # fmt: skip


DISPUTED = Echo("contract_dispute.open", lambda record: record.organ, _disputed, anew=True)
"""Every dispute is a case of its own, with the limits of litigation or arbitration."""


def open_disputes(record: Any) -> list[Any]:
    """The cases of its disputes that are not closed; none for a contract that is not in the books."""
    if record.pk is None:
        return []
    return list(linking.linked_cases(record, "contract_dispute").filter(closed_on=None))


def _sued(situation: Situation) -> Iterator[tuple[Any, Mapping[str, Any], Mapping[str, Any]]]:
    record = situation.record
    fields = {
        "route": record.dispute_kind, "dispute_number": record.dispute_number,
        "forum_name": record.seat or "见案号", "claims": record.breach, "claim_amount": situation.data.get("amount"),
    }  # fmt: skip
    for case in open_disputes(record):
        if case.stage == "handling":
            yield case, fields, {}
            return


SUED = Echo("contract_dispute.file_suit", each=_sued)
"""Suing interrupts the limitation in the contract and carries the dispute to its court."""


def _settled(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    told = f"{record.get_ending_display()}：{record.outcome}"
    return {"dispute_result": told, "dispute_number": record.dispute_number}


def _unsettled(situation: Situation) -> bool:
    contract = situation.record.contract
    if contract is None:
        return False
    told = situation_of(contract)
    step = told.procedure.step
    return len(told.dates(step("dispute"))) > len(told.dates(step("settle")))


SETTLED = Follows("contract_dispute.close", _settled, when=_unsettled)
"""The dispute is over: the contract knows how."""
