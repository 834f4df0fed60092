"""What a penalty case asks of the services of enforcement, and what comes back (听证、法制审核、罚款、公示、移送)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.areas.enforcement.common.party import MORE, PARTY
from yifa.areas.enforcement.penalty import choices as c
from yifa.areas.enforcement.penalty.deciding_conditions import hearing_trigger, review_found
from yifa.kernel.declare import Echo, Follows
from yifa.kernel.linking import linked_case
from yifa.kernel.situation import Situation

CAME_TO = {
    "held": c.HearingOutcome.HELD, "waived": c.HearingOutcome.WAIVED, "absent_terminated": c.HearingOutcome.ABSENT,
    "withdrawn": c.HearingOutcome.WITHDRAWN, "not_requested": c.HearingOutcome.NOT_REQUESTED,
    "refused": c.HearingOutcome.REFUSED,
}  # fmt: skip


def _here(record: Any) -> Any:
    return record.organ


def party_of(record: Any, names: tuple[str, ...] = (*PARTY, *MORE)) -> dict[str, Any]:
    """What of the party a service is told."""
    values = {name: getattr(record, name) for name in names}
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def client(record: Any) -> dict[str, Any]:
    """How a service names this case."""
    title = record.title or f"{record.party_names}{record.item_name}案"
    return {"client_title": title[:200], "client_number": record.number}


def team(record: Any) -> list[dict[str, str]]:
    """The officers as rows of a service."""
    return [
        {"name": str(row.get("name") or row.get("cert_no")), "cert_no": str(row.get("cert_no") or "")}
        for row in record.officers
    ]


def _told(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return client(record) | party_of(record) | {
        "kind": "penalty", "trigger_item": hearing_trigger(record), "proposed": record.penalty_text,
        "investigators": team(record), "told_on": record.notice_served_date,
    }  # fmt: skip


def _ended(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {"hearing_outcome": CAME_TO[record.outcome], "hearing_summary": record.report_summary}


HEARING_TOLD = Echo(
    "enforcement_hearing.tell", _here, _told, anew=True,
    when=lambda situation: bool(situation.record.hearing_required),
)  # fmt: skip
"""Whoever is told of the right to a hearing has a case there, in which the five working days run."""
HEARING_ASKED = Follows("enforcement_hearing.request")
HEARING_ENDED = tuple(
    Follows(f"enforcement_hearing.{code}", _ended)
    for code in ("report", "not_requested", "waive", "absent", "withdraw", "refuse")
)


def _submission(situation: Situation) -> Mapping[str, Any]:
    from yifa.areas.enforcement.decision_review.materials import list_for

    record = situation.record
    found = [one.row for one in review_found(record, situation.on)]
    return client(record) | party_of(record) | {
        "act_kind": "penalty", "officers": record.officers, "proposed": record.penalty_text,
        "triggers": found or [{"trigger": "voluntary", "why": ""}],
        "heard": record.hearing_outcome in (c.HearingOutcome.HELD, c.HearingOutcome.ABSENT),
        "materials": [row | {"state": "present"} for row in list_for("penalty").rows()],
    }  # fmt: skip


def _opinion(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {
        "legal_review_result": record.result, "legal_review_number": record.opinion_number,
        "legal_review_cleared": record.cleared_on is not None,
    }  # fmt: skip


def _adopted(situation: Situation) -> Mapping[str, Any]:
    changed = situation.record.legal_review_result == c.ReviewResult.CHANGES
    return {"adopted": "full" if changed else "none"}


REVIEW_ASKED = Echo("decision_review.submit", _here, _submission, anew=True)
REVIEW_AGAIN = Echo("decision_review.resubmit", _here)
REVIEW_ADOPTED = Echo(
    "decision_review.adopt", _here, _adopted,
    if_awaited=True,
)  # fmt: skip
REVIEW_DONE = (
    Follows("decision_review.opine", _opinion),
    Follows("decision_review.confirm", _opinion),
)


def _changed(*results: str) -> Any:
    return lambda situation: situation.record.changed_by in results


def _copy(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    main = {
        "name": record.party_name, "party_type": record.party_type, "id_type": record.party_id_type,
        "id_no": record.party_id_no, "address": record.party_address,
    }  # fmt: skip
    others = [{key: str(row.get(key) or "") for key in main} for row in record.co_parties]
    age = record.party_age(record.violation_date or situation.on)
    return client(record) | {
        "decision_class": "penalty", "decision_number": record.decision_number, "decision_date": situation.on,
        "parties": [main, *others], "violation": record.violation, "decision_basis": record.penalty_basis[:300],
        "decision_text": record.penalty_text, "regime": record.case_regime,
        "juvenile": age is not None and age < 18, "warning_only": record.kind_codes == [c.PenaltyKind.WARNING],
    }  # fmt: skip


PUBLISHED = Echo("penalty_publication.open", _here, _copy, anew=True)
"""Whether it is published at all is judged there: sealed records of public-security cases never are."""
COPY_CHANGED = Echo(
    "penalty_publication.change", _here,
    lambda situation: {
        "change": situation.record.changed_by, "change_document": str(situation.data.get("paper") or "")[:80],
    },
    when=_changed(c.Changed.CHANGED, c.Changed.REVOKED, c.Changed.ILLEGAL, c.Changed.VOID), if_awaited=True,
)  # fmt: skip


def _owed(situation: Situation) -> bool:
    record = situation.record
    return bool(record.decision_type == c.DecisionType.PENALTY and (record.fine_amount or record.confiscated_amount))


def _account(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return client(record) | party_of(record) | {
        "decision_number": record.decision_number, "decision_date": record.decision_date,
        "received_on": record.served_date, "fine_amount": record.fine_amount or 0,
        "confiscated_amount": record.confiscated_amount, "surcharge_stated": record.surcharge_stated,
    }  # fmt: skip


FINE_OPENED = Echo("fine_collection.open", _here, _account, anew=True, when=_owed)
FINE_PAID = Follows("fine_collection.pay")
FINE_ENDED = Follows("fine_collection.terminate")
HANDED_OVER = Follows("fine_collection.hand_over")


def _fine_of(situation: Situation) -> Any:
    found = linked_case(situation.record, "fine_collection")
    return found.record if found is not None else None


def _own_power(situation: Situation) -> bool:
    fine = _fine_of(situation)
    return bool(fine is not None and fine.own_power)


def _unpaid(situation: Situation) -> Mapping[str, Any]:
    record, fine = situation.record, _fine_of(situation)
    told = {
        "decision_title": "行政处罚决定书", "decision_number": record.decision_number,
        "decision_on": record.decision_date, "decision_served_on": record.served_date,
        "perform_by": fine.due_on if fine is not None else record.perform_due_date,
        "obligation": "money", "obligation_text": record.penalty_text,
        "principal": fine.owed_fine if fine is not None else record.fine_amount,
        "surcharge": fine.owed_surcharge if fine is not None else None,
        "surcharge_basis_told": record.surcharge_stated,
        "deferred_until": fine.plan_ends_on if fine is not None else None,
    }  # fmt: skip
    known = {name: value for name, value in told.items() if value not in (None, "")}
    return client(record) | party_of(record) | known


TO_EXECUTION = (
    Echo("court_execution.start", _here, _unpaid, anew=True, when=lambda situation: not _own_power(situation)),
    Echo("forced_execution.start", _here, _unpaid, anew=True, when=_own_power),
)
"""Who has the power to execute does so (行政处罚法72①); everybody else asks the court (强制法53)."""
FINE_CHANGED = Echo(
    "fine_collection.change_amount", _here,
    lambda situation: {"fine_amount": situation.record.changed_fine},
    lambda situation: {"document": situation.data.get("paper"), "why": "处罚决定被变更"},
    when=lambda situation: _changed(c.Changed.CHANGED)(situation) and situation.record.changed_fine is not None,
    if_awaited=True,
)  # fmt: skip
FINE_CANCELLED = Echo(
    "fine_collection.cancel", _here, data=lambda situation: {"document": situation.data.get("paper")},
    when=_changed(c.Changed.REVOKED, c.Changed.VOID), if_awaited=True,
)  # fmt: skip


def _suspected(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return client(record) | party_of(record) | {
        "suspected_crime": str(situation.data.get("crime") or "")[:100], "officers": record.officers,
        "facts": str(situation.data.get("facts") or record.violation),
    }  # fmt: skip


CRIME_OPENED = Echo("criminal_referral.open", _here, _suspected, anew=True)
REFERRED = Follows("criminal_referral.transfer")
CRIME_RETURNED = (Follows("criminal_referral.handle"), Follows("criminal_referral.returned"))
CRIME_SETTLED = Follows("criminal_referral.judge")
