"""What a licence does in the cases tied to it, and what comes back (联动): hearing, legal review, changes, ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.areas.enforcement.licence import choices as c
from yifa.kernel.declare import Echo, Follows
from yifa.kernel.linking import linked_case
from yifa.kernel.situation import Situation
from yifa.office.models import Organ

PARTY = (
    "party_type", "party_name", "party_id_type", "party_id_no", "party_birth_date", "party_representative",
    "party_address", "party_phone", "service_address", "service_address_confirmed",
)  # fmt: skip


def here(record: Any) -> Organ | None:
    """The organ of the licence: everything about it is decided there."""
    organ: Organ | None = record.organ
    return organ


def party_of(record: Any) -> dict[str, Any]:
    """The applicant, for a case tied to this one."""
    return {name: getattr(record, name) for name in PARTY}


def _client(record: Any) -> dict[str, Any]:
    return {"client_title": record.title or record.item_name, "client_number": record.number} | party_of(record)


# --- hearing ----------------------------------------------------------------------------------------


def _heard(situation: Situation) -> dict[str, Any]:
    record = situation.record
    people = [{"name": row.get("name", "")} for row in record.checkers if row.get("name")]
    others = [{"name": row.get("name", ""), "role": "interested"} for row in record.interested if row.get("name")]
    proposed = record.scope or record.request or record.item_name
    return _client(record) | {"investigators": people, "others": others, "proposed": proposed}


def _on_request(situation: Situation) -> Mapping[str, Any]:
    return _heard(situation) | {"kind": "licence", "trigger_item": "interest"}


def _by_duty(situation: Situation) -> Mapping[str, Any]:
    where = situation.data.get("where", "")
    trigger = "licence_by_law" if situation.record.hearing_by_law else "public_interest"
    return _heard(situation) | {"kind": "licence_duty", "trigger_item": trigger, "announced_where": where}


def _hearing_result(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {"hearing_outcome": record.outcome, "hearing_summary": record.report_summary}


RIGHT_TOLD = Echo("enforcement_hearing.tell", here, _on_request)
HEARING_ANNOUNCED = Echo("enforcement_hearing.announce", here, _by_duty)
HEARING_REQUESTED = Follows("enforcement_hearing.request")
HEARING_OVER = tuple(
    Follows(f"enforcement_hearing.{code}", _hearing_result)
    for code in ("report", "not_requested", "waive", "withdraw", "refuse")
)

# --- legal review -----------------------------------------------------------------------------------


def _submitted(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    reason = "item" if record.review_required else "voluntary"
    row = (
        {"trigger": "catalogue", "why": f"{record.item_code} {record.item_name}"}
        if reason == "item"
        else {"trigger": "voluntary", "why": "承办机构主动送审"}
    )
    return _client(record) | {
        "act_kind": "licence", "proposed": situation.data.get("proposed", ""), "triggers": [row],
        "heard": record.hearing_outcome == "held",
    }  # fmt: skip


def _opined(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return {
        "review_result": record.result, "review_number": record.opinion_number,
        "review_cleared": record.cleared_on is not None,
    }  # fmt: skip


def _adopted(situation: Situation) -> Mapping[str, Any]:
    return {"adopted": "none" if situation.record.review_result == "pass" else "full"}


REVIEW_ADOPTED = Echo("decision_review.adopt", here, _adopted, if_awaited=True)
REVIEW_ASKED = Echo("decision_review.submit", here, _submitted, anew=True)
REVIEW_DONE = Follows("decision_review.opine", _opined)
REVIEW_CHECKED = Follows("decision_review.confirm", lambda situation: {"review_cleared": True})

# --- what becomes of a licence ----------------------------------------------------------------------


def of_licence(record: Any) -> dict[str, Any]:
    """What a follow-up case takes from the licence."""
    names = ("item_code", "item_name", "licence_no", "certificate", "scope", "valid_from", "valid_to")
    return {name: getattr(record, name) for name in names} | party_of(record)


def _asked(kind: c.ChangeKind) -> Any:
    def fields(situation: Situation) -> Mapping[str, Any]:
        record = situation.record
        own = {"kind": kind.value, "wanted": situation.data.get("wanted", "")}
        if kind is c.ChangeKind.RENEWAL:
            own["late_application"] = applied_late(record, situation.on)
        return of_licence(record) | own

    return fields


def applied_late(record: Any, on: Any) -> bool:
    """Whether a renewal was asked for less than the days before the end; leniently, so that day 30 is in time."""
    return record.valid_to is not None and (record.valid_to - on).days < record.renewal_days


def _ending(kind: c.EndKind) -> Any:
    def fields(situation: Situation) -> Mapping[str, Any]:
        record, data = situation.record, situation.data
        return of_licence(record) | {
            "kind": kind.value, "ground": data.get("ground", ""), "facts": data.get("facts", ""),
            "safety": record.safety,
        }  # fmt: skip

    return fields


CHANGE_ASKED = Echo("licence_change.apply", here, _asked(c.ChangeKind.CHANGE), anew=True)
RENEWAL_ASKED = Echo("licence_change.apply", here, _asked(c.ChangeKind.RENEWAL), anew=True)
WITHDRAWAL_BEGUN = Echo("licence_end.open", here, _ending(c.EndKind.WITHDRAWAL), anew=True)
REVOCATION_BEGUN = Echo("licence_end.open", here, _ending(c.EndKind.REVOCATION), anew=True)
CANCELLATION_BEGUN = Echo("licence_end.open", here, _ending(c.EndKind.CANCELLATION), anew=True)


def _of_kind(*kinds: str) -> Any:
    return lambda situation: situation.record.kind in kinds


def _not_cancelled(situation: Situation) -> bool:
    licence = linked_case(situation.record, "licence")
    return licence is not None and licence.stage != "ended"


def _new_scope(situation: Situation) -> Mapping[str, Any]:
    return {"scope": situation.record.new_scope}


def _new_end(situation: Situation) -> Mapping[str, Any]:
    return {"valid_to": situation.record.new_valid_to}


CHANGED = Echo("licence.changed", fields=_new_scope, when=_of_kind(c.ChangeKind.CHANGE))
RENEWED = Echo("licence.renewed", fields=_new_end, when=_of_kind(c.ChangeKind.RENEWAL))
NOT_CHANGED = Echo("licence.not_changed", when=_not_cancelled)
TAKEN_BACK = Echo("licence.taken_back", when=_of_kind(c.EndKind.WITHDRAWAL))
REVOKED = Echo("licence.revoked", when=_of_kind(c.EndKind.REVOCATION))
CANCELLED = Echo("licence.cancelled", when=_of_kind(c.EndKind.CANCELLATION))
