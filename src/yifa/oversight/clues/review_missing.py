"""A penalty that needs legal review was decided without one that was passed (review_missing)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.bases import PENALTY
from yifa.oversight.clue import Clue, Found, Look, Severity
from yifa.oversight.finding import of_cases

PASSED = Q(legal_review_result="pass") | Q(legal_review_result="pass_with_changes", legal_review_cleared=True)
"""Passed, or passed once changed and the change checked by the reviewers."""

RESULTS = {"reject": "审核未通过", "pass_with_changes": "要求修改后通过，没有核对修改的记录"}


def _find(look: Look) -> Iterator[Found]:
    needed = Q(legal_review_required=True) | Q(hearing_outcome="held") | Q(public_interest=True) | Q(complicated=True)
    rows = look.penalties().filter(needed).exclude(PASSED)

    def explain(row: Mapping[str, Any]) -> str:
        why = [
            text
            for text, holds in (
                ("经过听证程序", row["hearing_outcome"] == "held"), ("涉及重大公共利益", row["public_interest"]),
                ("疑难复杂", row["complicated"]), ("列为应当审核", row["legal_review_required"]),
            ) if holds
        ]  # fmt: skip
        result = RESULTS.get(row["legal_review_result"], "没有法制审核通过的记录")
        return f"{'、'.join(why)}，{result}，{row['decision_date']}作出了处罚决定。"

    fields = ("hearing_outcome", "public_interest", "complicated", "legal_review_required", "legal_review_result")
    return of_cases(rows, *fields, explain=explain, dated="decision_date")


CLUE = Clue(
    code="review_missing", label="应当法制审核而没有审核", basis=(PENALTY[58, 1],),
    looks_at="处罚决定：是否经过听证、重大公共利益、疑难复杂、法制审核结果", severity=Severity.GRAVE, find=_find,
    reads=("penalty",),
)  # fmt: skip
