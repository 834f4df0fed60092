"""What an on-the-spot penalty does in other cases, and what comes back (联动): fine, publication, conversion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.areas.enforcement.common.party import MORE, PARTY
from yifa.areas.enforcement.summary_penalty.choices import PenaltyKind, Regime
from yifa.areas.enforcement.summary_penalty.conditions import YOUNGEST, plain, to_bank
from yifa.kernel.declare import Echo, Follows
from yifa.kernel.situation import Situation
from yifa.office.models import Organ

ADULT = 18


def _here(record: Any) -> Organ | None:
    organ: Organ | None = record.organ
    return organ


def _party(record: Any) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in (*PARTY, *MORE)}
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _client(record: Any) -> dict[str, Any]:
    return {"client_title": f"{record.party_name}：{record.violation}"[:200], "client_number": record.number}


# --- the fine ---------------------------------------------------------------------------------------


def _owed(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    return _client(record) | _party(record) | {
        "decision_number": record.number, "decision_date": record.served_on, "fine_amount": record.fine_amount,
        "received_on": record.served_on, "surcharge_stated": True, "bank": record.bank[:100],
    }  # fmt: skip


def _paid(situation: Situation) -> Mapping[str, Any]:
    return {"payment_no": str(situation.data.get("receipt_no", "")) or "见罚款收缴案件"}


def _revoked(situation: Situation) -> Mapping[str, Any]:
    return {"document": f"自行撤销{situation.record.number}"}


FINE_OWED = Echo("fine_collection.open", _here, _owed, when=to_bank)
"""A fine to be paid at a bank is a case of its own: instalments, additional fine, enforcement."""
FINE_PAID = Follows("fine_collection.pay", _paid)
FINE_DEFERRED = Follows("fine_collection.approve_deferral")
FINE_ENDED = Follows("fine_collection.terminate")
FINE_CANCELLED = Echo("fine_collection.cancel", data=_revoked, if_awaited=True)

# --- publication ------------------------------------------------------------------------------------


def _decision_text(record: Any) -> str:
    kinds = {PenaltyKind.FINE: "", PenaltyKind.WARNING: "警告", PenaltyKind.BOTH: "警告，"}
    fine = f"罚款{plain(record.fine_amount)}元" if record.fine_amount else ""
    return f"{kinds[PenaltyKind(record.penalty_kind)]}{fine}"


def _published(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    age = record.party_age(situation.on)
    row = {
        "name": record.party_name, "party_type": record.party_type, "id_type": record.party_id_type,
        "id_no": record.party_id_no, "address": record.party_address,
    }  # fmt: skip
    return _client(record) | {
        "decision_class": "penalty", "decision_number": record.number, "decision_date": record.served_on,
        "parties": [{name: value for name, value in row.items() if value}], "violation": record.violation,
        "decision_basis": record.penalty_basis, "decision_text": _decision_text(record),
        "regime": "public_security" if record.regime == Regime.PUBLIC_SECURITY else "ordinary",
        "juvenile": age is not None and YOUNGEST <= age < ADULT,
        "warning_only": record.penalty_kind == PenaltyKind.WARNING,
    }  # fmt: skip


def of_impact(situation: Situation) -> bool:
    """The decision is of some interest to society and is to be published (处罚法48①)."""
    return bool(situation.record.social_impact)


def _withdrawn(situation: Situation) -> Mapping[str, Any]:
    return {"change": "revoked", "change_document": f"自行撤销{situation.record.number}"}


TO_PUBLISH = Echo("penalty_publication.open", _here, _published, when=of_impact)
PUBLICATION_CHANGED = Echo(
    "penalty_publication.change", fields=_withdrawn,
    if_awaited=True,
)  # fmt: skip

# --- the ordinary procedure -------------------------------------------------------------------------


def _clue(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    more = {"matter": record.matter} if record.matter else {}
    return _party(record) | more | {
        "clue_source": "inspection", "item_code": record.item_code, "item_name": record.item_name,
        "violation": record.violation, "violation_date": situation.on, "discovered_date": situation.on,
    }  # fmt: skip


CONVERTED = Echo("penalty.register", _here, _clue, anew=True)
"""What cannot be punished on the spot is a clue of the ordinary procedure at the same organ."""
