"""The name of a case in lists (案件名称)."""

from __future__ import annotations

from typing import Any

from yifa.areas.remedies.reconsideration import choices as c
from yifa.office.personal import Mask, masked


def title_of(record: Any) -> str:
    """王某等3人不服洪河县公安局行政处罚: names of citizens are masked, those of companies are not."""
    people = record.applicants or []
    first = people[0] if people else {}
    name = str(first.get("name", "")) or "申请人"
    if first.get("kind", "citizen") == "citizen" and first:
        name = masked(name, Mask.NAME)
    number = max(record.applicant_count or 0, len(people))
    who = f"{name}等{number}人" if number > 1 else name
    respondent = record.respondent.name if record.respondent is not None else "（被申请人待明确）"
    what = c.ActKind(record.act_kind).label if record.act_kind else "行政行为"
    if record.act_kind == c.ActKind.OTHER:
        what = "行政行为"
    return f"{who}不服{respondent}{what}"
