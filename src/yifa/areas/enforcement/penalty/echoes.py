"""What a penalty case does in other cases of its own procedure and in the services of enforcement (联动)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yifa.areas.enforcement.common.party import MORE, PARTY
from yifa.areas.enforcement.penalty.choices import ClueSource
from yifa.kernel.declare import Echo
from yifa.kernel.situation import Situation
from yifa.kernel.ties import Target

CARRIED = (
    *PARTY, *MORE, "item_code", "item_name", "matter", "violation", "violation_date", "violation_end_date",
    "discovered_date", "limitation_class", "limitation_months", "case_regime", "accepted_date", "filed_date",
    "officers", "evidence", "clue_source", "benchmark", "harm",
)  # fmt: skip


def _known(record: Any, names: tuple[str, ...]) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in names}
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _handed_over(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    names = (*PARTY, *MORE, "item_name", "violation", "violation_date")
    return _known(record, names) | {
        "clue_source": ClueSource.TRANSFERRED, "clue_number": record.number,
        "discovered_date": record.discovered_date or situation.on,
    }  # fmt: skip


TRANSFERRED = Echo(
    "penalty.receive_transfer", lambda record: record.transfer_to, _handed_over, anew=True,
    when=lambda situation: situation.record.transfer_to is not None,
)  # fmt: skip
"""The organ to which a case goes has it as a clue; the act stays discovered on the day on which it was (36①)."""


def _into(situation: Situation) -> Iterator[Target]:
    record = situation.record
    if record.join_with is None:
        return
    other = record.join_with.record
    act = {
        "act": record.violation[:100], "benchmark": record.benchmark, "violated": "", "basis": "", "grade": "",
        "fine": "", "reason": "",
    }  # fmt: skip
    fields: dict[str, Any] = {"evidence": [*other.evidence, *record.evidence]}
    if record.party_key == other.party_key:
        fields["other_acts"] = [*other.other_acts, act]
    else:
        person = {
            "name": record.party_name, "party_type": record.party_type, "id_type": record.party_id_type,
            "id_no": record.party_id_no, "address": record.party_address, "phone": record.party_phone,
            "birth_date": record.party_birth_date.isoformat() if record.party_birth_date else "", "share": "",
        }  # fmt: skip
        fields["co_parties"] = [*other.co_parties, person]
    yield other, fields, {"source": f"{record.number}"}


JOINED = Echo("penalty.receive_joined", each=_into)
"""The case that takes another in has its acts or its party, and its evidence."""


def _of_one(situation: Situation) -> Mapping[str, Any]:
    record = situation.record
    row: Mapping[str, Any] = next((row for row in record.co_parties if row["name"] == record.split_party), {})
    carried = _known(record, tuple(name for name in CARRIED if name not in (*PARTY, *MORE)))
    birth = row.get("birth_date")
    return carried | {
        "party_name": record.split_party, "party_type": row.get("party_type") or "natural",
        "party_id_type": row.get("id_type") or "other", "party_id_no": row.get("id_no") or "（待查）",
        "party_address": row.get("address") or "（待查）", "party_phone": row.get("phone") or "",
    } | ({"party_birth_date": birth} if birth else {})  # fmt: skip


def _source(situation: Situation) -> Mapping[str, Any]:
    return {"source": str(situation.record.number)}


SPLIT = Echo(
    "penalty.split_off", lambda record: record.organ, _of_one, _source, anew=True,
)  # fmt: skip
"""One of several parties has a case of its own from now on; the case limit still runs from the first filing."""
