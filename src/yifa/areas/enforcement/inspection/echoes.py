"""What an inspection brings about in other procedures (联动)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.areas.enforcement.common.party import IdType, PartyType
from yifa.areas.enforcement.inspected.models import ObjectKind
from yifa.kernel.declare import Echo
from yifa.kernel.situation import Situation

KINDS = {
    ObjectKind.ENTERPRISE: PartyType.LEGAL,
    ObjectKind.INDIVIDUAL: PartyType.INDIVIDUAL,
    ObjectKind.COOPERATIVE: PartyType.LEGAL,
    ObjectKind.ORGANISATION: PartyType.LEGAL,
    ObjectKind.SITE: PartyType.OTHER,
}


def penalty_fields(situation: Situation) -> Mapping[str, Any]:
    """What a penalty case takes from the inspection: who, what, by which visit."""
    record = situation.record
    told = {
        "clue_source": "inspection",
        "clue_number": record.number,
        "item_code": record.penalty_item,
        "item_name": record.penalty_item_name,
        "matter": record.matter,
        "violation": record.violation,
        "discovered_date": record.visited_on,
        "party_type": KINDS.get(record.object_kind, PartyType.LEGAL).value,
        "party_name": record.object_name,
        "party_id_type": (IdType.OTHER if record.object_kind == ObjectKind.SITE else IdType.CREDIT).value,
        "party_id_no": record.object_code,
        "party_address": record.address,
    }
    return {name: value for name, value in told.items() if value not in ("", None)}


def crime_fields(situation: Situation) -> Mapping[str, Any]:
    """What a referral to the police takes from the inspection."""
    record, party = situation.record, dict(penalty_fields(situation))
    told = {name: value for name, value in party.items() if name.startswith("party_")}
    return told | {
        "client_title": record.title, "client_number": record.number, "suspected_crime": record.suspected_crime,
        "facts": record.violation, "officers": [dict(row) for row in record.officers],
    }  # fmt: skip


CRIME_CASE = Echo("criminal_referral.open", organ=lambda record: record.organ, fields=crime_fields, anew=True)
"""A referral of a suspected crime is opened at the same organ and tied to the inspection."""

PENALTY_CASE = Echo("penalty.register", organ=lambda record: record.organ, fields=penalty_fields, anew=True)
"""A clue is registered for a penalty at the same organ and tied to the inspection."""
