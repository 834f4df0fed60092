"""A penalty of social impact was never brought to publication (publication_missing)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef

from yifa.areas.enforcement.bases import PENALTY, PUBLICITY
from yifa.kernel.models import Link
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases


def _find(look: Look) -> Iterator[Found]:
    opened = Link._base_manager.filter(source=OuterRef("pk"), target__procedure="penalty_publication")
    rows = look.cases("penalty").filter(
        ~Exists(opened), decision_type="penalty", social_impact=True, decision_date__lt=look.on - timedelta(16)
    )
    rows = rows.exclude(case_regime="public_security").exclude(heaviest_kind="warning")

    def explain(row: Mapping[str, Any]) -> str:
        due = look.calendar.add_working_days(row["decision_date"], 7, allow_provisional=True)
        return f"{row['decision_date']}的处罚决定应当公开（至{due}），没有公示的记录。"

    return of_cases(rows, explain=explain, dated="decision_date")


CLUE = Clue(
    code="publication_missing", label="应当公开的处罚没有公示", basis=(PENALTY[48, 1], PUBLICITY),
    looks_at="处罚决定：是否具有一定社会影响、与公示案件的关联（治安案件、仅警告的不计）", severity=Severity.PLAIN,
    find=_find, reads=("penalty", "penalty_publication"), act_kind="system", problem="system",
)  # fmt: skip
