"""The list of dossiers to draw from (案卷目录), and the cases that are opened for those drawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yifa.areas.enforcement.dossier_review import choices as c
from yifa.areas.enforcement.dossier_review import sampling
from yifa.kernel.engine import new_case
from yifa.kernel.models import Case
from yifa.kernel.situation import Situation
from yifa.kernel.ties import Target
from yifa.office.models import Organ

Row = dict[str, str]
NUMBERLESS = "无号"


def frame_of(record: Any, on: date) -> list[Row]:
    """The dossiers as given, and those of the books that were closed in the period; no party is named.

    A dossier whose number stands in the list already is not added again; two cases of one number are told apart.
    """
    given: list[Row] = list(record.frame)
    if record.organ_id is None:
        return given
    known = {row["code"] for row in given}
    rows: dict[str, Row] = {}
    for row in _in_books(record):
        if row["code"] not in known:
            code = row["code"] if row["code"] not in rows else f"{row['code']}（{row['case']}）"
            rows[code] = row | {"code": code}
    return given + list(rows.values())


def _in_books(record: Any) -> list[Row]:
    names = {row["organ"] for row in record.bodies}
    organs = {organ.pk: organ.name for organ in Organ.objects.filter(name__in=names, place=record.organ.place)}
    rows: list[Row] = []
    for kind, procedure in c.PROCEDURES_OF.items():
        cases = Case._base_manager.filter(
            procedure=procedure, organ_id__in=organs, closed_on__range=(record.period_from, record.period_to)
        ).order_by("organ_id", "pk")
        for pk, number, organ, closed in cases.values_list("pk", "number", "organ_id", "closed_on"):
            rows.append({
                "code": number or f"{NUMBERLESS}{pk}", "organ": organs[organ], "kind": kind.value,
                "closed_on": str(closed), "case": str(pk),
            })  # fmt: skip
    return rows


def commitment_of(record: Any, on: date) -> str:
    """The digest of the list, the numbers and the digest of the secret."""
    return sampling.commitment(frame_of(record, on), record.per_stratum, record.secret_digest)


def sample_of(record: Any, on: date) -> list[Row]:
    """The dossiers drawn."""
    return sampling.sample(record.frame, record.per_stratum, record.secret, record.public_value)


def opened(situation: Situation) -> list[Target]:
    """A new case for each dossier drawn; none in a scenario, whose organ is not in the books."""
    record = situation.record
    if record.organ_id is None:
        return []
    organs = {organ.name: organ for organ in Organ.objects.filter(name__in={row["organ"] for row in record.sample})}
    cases = Case._base_manager.in_bulk([int(row["case"]) for row in record.sample if row.get("case")])
    return [
        (new_case("dossier_score", record.organ, situation.on), _told(record, row, organs, cases), {})
        for row in record.sample
    ]  # fmt: skip


def _told(record: Any, row: Row, organs: Mapping[str, Organ], cases: Mapping[int, Case]) -> dict[str, Any]:
    return {
        "batch": record, "dossier_code": row["code"], "kind": row["kind"], "body": organs.get(row["organ"]),
        "body_name": "" if row["organ"] in organs else row["organ"], "rectify_days": record.rectify_days,
        "target_case": cases.get(int(row["case"])) if row.get("case") else None,
    }  # fmt: skip
