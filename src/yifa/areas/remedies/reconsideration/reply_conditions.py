"""Computed conditions of the respondent's side."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration.choices import Attendance
from yifa.kernel.situation import Situation


def official_named(situation: Situation) -> str | None:
    """One or two officials take part; lawyers alone do not do (2026年条例 18②)."""
    rows = situation.record.delegates
    officials = [row for row in rows if row.get("kind", "official") == "official"]
    if not officials:
        return "应当指定一至二名工作人员参加，不得仅委托律师"
    return f"指定的工作人员为一至二名，已填{len(officials)}名" if len(officials) > 2 else None


def absence_explained(situation: Situation) -> str | None:
    """A head who cannot come says why and sends somebody (行政复议法 51③)."""
    record = situation.record
    if record.head_attendance != Attendance.HEAD and not record.absence_reason:
        return "负责人应当参加听证，不能参加的应当说明理由并委托工作人员"
    return None


def duties_done(situation: Situation) -> str | None:
    """Nothing is left to perform."""
    steps, record = situation.procedure.step, situation.record
    if record.redo and not situation.did(steps("redo")):
        return "决定责令重新作出行政行为，尚未重新作出"
    if record.perform_days and not situation.did(steps("perform")):
        return "决定、调解书规定了履行期限，尚未履行"
    return None
