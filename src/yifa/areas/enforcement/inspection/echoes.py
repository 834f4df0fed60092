"""What an inspection brings about in other procedures (联动)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yifa.areas.enforcement.common.party import IdType, PartyType
from yifa.areas.enforcement.inspected.models import ObjectKind
from yifa.kernel.declare import PROCEDURES, Echo, Procedure, Step
from yifa.kernel.parts import field_name
from yifa.kernel.situation import Situation

KINDS = {
    ObjectKind.ENTERPRISE: PartyType.LEGAL,
    ObjectKind.INDIVIDUAL: PartyType.INDIVIDUAL,
    ObjectKind.COOPERATIVE: PartyType.LEGAL,
    ObjectKind.ORGANISATION: PartyType.LEGAL,
    ObjectKind.SITE: PartyType.OTHER,
}


def _penalty() -> type[Procedure]:
    """The procedure of penalties, looked up by its key: it may import us, and a place may not have it."""
    return PROCEDURES.latest("penalty")


def _opening() -> Step:
    from yifa.kernel.rules import opening_steps

    return opening_steps(_penalty())[0]


def has_penalty(situation: Situation) -> bool:
    """Whether penalties are handled here at all."""
    return "penalty" in PROCEDURES.versions


def penalty_fields(situation: Situation) -> Mapping[str, Any]:
    """What a penalty case takes from the inspection, as far as its opening step has such fields."""
    record = situation.record
    told = {
        "party_type": KINDS.get(record.object_kind, PartyType.LEGAL).value,
        "party_name": record.object_name,
        "party_id_type": (IdType.OTHER if record.object_kind == ObjectKind.SITE else IdType.CREDIT).value,
        "party_id_no": record.object_code,
        "party_address": record.address,
        "matter": record.matter,
        "violation": record.violation,
        "item_code": record.penalty_item,
        "officers": [dict(row) for row in record.officers],
        "source": "inspection",
        "clue_source": "inspection",
        "discovered_on": record.visited_on,
    }
    allowed = {field_name(one) for one in (*_opening().needs, *_opening().may)}
    return {name: value for name, value in told.items() if name in allowed and value not in ("", None)}


PENALTY_CASE = Echo(
    _penalty, _opening, organ=lambda record: record.organ, fields=penalty_fields, anew=True, when=has_penalty
)
"""A penalty case is opened at the same organ and tied to the inspection."""
