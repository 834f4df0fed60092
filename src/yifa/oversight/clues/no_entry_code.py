"""Officers went into an enterprise and no entry code was scanned (no_entry_code)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Exists, OuterRef

from yifa.areas.enforcement.bases import VISITS
from yifa.areas.enforcement.inspection.models import Arrival
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    arrived = Arrival._base_manager.filter(case=OuterRef("pk"))
    rows = look.cases("inspection").filter(mode="onsite", visited_on__isnull=False, visited_on__lte=look.on)
    rows = rows.filter(~Exists(arrived)).exclude(kind="service")

    def explain(row: Mapping[str, Any]) -> str:
        had = "有检查码，没有到场登记的记录" if row["entry_code"] else "没有检查码"
        return f"{row['visited_on']}入企检查，{had}。"

    return of_cases(rows, "entry_code", explain=explain, dated="visited_on")


CLUE = Clue(
    code="no_entry_code", label="没有扫码入企", basis=(VISITS,),
    looks_at="入企检查：检查码、企业到场登记（非执法走访不计）", severity=Severity.PLAIN, find=_find,
    reads=("inspection",),
    act_kind="inspection",
)  # fmt: skip
