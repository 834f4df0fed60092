"""The amount reaches the threshold of a crime and the case was not referred (not_referred)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q

from yifa.areas.enforcement.bases import PENALTY
from yifa.kernel.models import Link
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases, yuan


def _find(look: Look) -> Iterator[Found]:
    least = look.number("referral_amount")
    referred = Link._base_manager.filter(source=OuterRef("pk"), target__procedure="criminal_referral")
    rows = look.penalties().filter(matter__in=look.words("referral_matters"))
    rows = rows.filter(Q(base_amount__gte=least) | Q(confiscated_amount__gte=least)).exclude(Exists(referred))

    def explain(row: Mapping[str, Any]) -> str:
        amount = max(row["base_amount"] or 0, row["confiscated_amount"] or 0)
        return (
            f"{row['matter']}领域，货值（违法所得）{yuan(amount)}，达到{yuan(least)}的追诉参考数额，"
            "作出了处罚决定，没有移送司法机关的记录，请核对是否以罚代刑。"
        )

    return of_cases(rows, "matter", "base_amount", "confiscated_amount", explain=explain, dated="decision_date")


CLUE = Clue(
    code="not_referred", label="涉嫌犯罪没有移送", basis=(PENALTY[27, 1], PENALTY[8, 2], PENALTY[82]),
    looks_at="处罚决定：领域、货值或者违法所得、与移送案件的关联", severity=Severity.GRAVE, find=_find,
    reads=("penalty",), thresholds=("referral_amount", "referral_matters"), problem="omission",
)  # fmt: skip
