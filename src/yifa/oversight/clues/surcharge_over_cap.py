"""The additional fine that is demanded is higher than the fine (surcharge_over_cap)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F

from yifa.areas.enforcement.bases import COERCION, PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan


def _find(look: Look) -> Iterator[Found]:
    rows = look.cases("fine_collection").filter(owed_surcharge__gt=F("fine_amount"))

    def explain(row: Mapping[str, Any]) -> str:
        return f"罚款{yuan(row['fine_amount'])}，加处罚款{yuan(row['owed_surcharge'])}，超过罚款数额。"

    return of_cases(rows, "fine_amount", "owed_surcharge", explain=explain, dated="received_on")


CLUE = Clue(
    code="surcharge_over_cap", label="加处罚款超过罚款数额", basis=(PENALTY[72, 1].item(1), COERCION[45, 2]),
    looks_at="罚款收缴：罚款数额、尚欠加处罚款", severity=Severity.GRAVE, find=_find, reads=("fine_collection",),
    problem="decision",
)  # fmt: skip
