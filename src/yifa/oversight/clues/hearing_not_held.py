"""The party asked for a hearing, none was held, and a penalty was decided (hearing_not_held)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.hearing.models import HearingCase
from yifa.kernel.models import Link
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases

ENDED = ("held", "waived", "withdrawn", "absent_terminated")


def _find(look: Look) -> Iterator[Found]:
    """A request that came too late, or in a case that article 63 does not name, may be turned down."""
    rows = look.penalties().filter(hearing_requested=True).exclude(hearing_outcome__in=ENDED)
    rows = rows.exclude(hearing_outcome="refused", hearing_required=False)
    asked = _asked(rows)

    def explain(row: Mapping[str, Any]) -> str | None:
        told, on = row["notice_served_date"], asked.get(row["pk"])
        if on is not None and told is not None and on > look.calendar.add_working_days(told, 5, allow_provisional=True):
            return None
        refused = row["hearing_outcome"] == "refused"
        did = "登记为不予组织" if refused else "没有举行听证的记录"
        return f"当事人要求听证，{did}，{row['decision_date']}作出了处罚决定。"

    return of_cases(rows, "notice_served_date", "hearing_outcome", explain=explain, dated="decision_date")


def _asked(rows: Any) -> dict[int, Any]:
    """When the hearing was asked for, by penalty, where it was dealt with as a case of its own."""
    ties = Link._base_manager.filter(source__in=rows.values("pk"), target__procedure="enforcement_hearing")
    hearings = dict(ties.values_list("target_id", "source_id"))
    days = HearingCase._base_manager.filter(pk__in=hearings).values_list("pk", "requested_on")
    return {hearings[pk]: day for pk, day in days if day is not None}


CLUE = Clue(
    code="hearing_not_held", label="要求听证而没有举行", basis=(PENALTY[63, 1], PENALTY[64, 1].item(1)),
    looks_at="处罚案件：是否要求听证、要求的日期、听证情况", severity=Severity.GRAVE, find=_find,
    reads=("penalty", "enforcement_hearing"), version=2,
)  # fmt: skip
