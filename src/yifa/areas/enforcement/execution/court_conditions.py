"""Computed conditions of an application to the court (申请人民法院强制执行的条件): traps 2, 11, 12."""

from __future__ import annotations

from yifa.areas.enforcement.execution import choices as c
from yifa.areas.enforcement.execution import windows
from yifa.areas.enforcement.execution.court_record import MATERIALS
from yifa.clock import years
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar


def sued(situation: Situation) -> bool:
    """The party sued, and did not withdraw: then a judgment is executed, within two years."""
    return bool(situation.record.by_judgment)


def not_sued(situation: Situation) -> bool:
    """The decision itself is executed."""
    return not sued(situation)


def urgent(situation: Situation) -> bool:
    """Immediate execution was applied for."""
    return bool(situation.record.urgent)


def preserving(situation: Situation) -> bool:
    """Property is to be preserved."""
    return bool(situation.record.preservation)


def obvious(situation: Situation) -> bool:
    """The court looks whether the decision is plainly unlawful, and has thirty days."""
    return bool(situation.record.obvious)


def plain(situation: Situation) -> bool:
    """The court decides on paper within seven days."""
    return not obvious(situation)


def remedies_over(situation: Situation) -> str | None:
    """The legal period for both remedies is over, and neither was used or is pending (强制法第五十三条)."""
    from yifa.areas.enforcement.execution.conditions import windows_over

    return windows_over(situation)


def within_window(situation: Situation) -> str | None:
    """Within three months; posted by the last day is enough (强制法第五十三条、民诉法第八十五条第四款)."""
    record = situation.record
    last, on = record.window_ends_on, record.mailed_on or situation.on
    if last is None or sued(situation) or on <= last:
        return None
    return f"申请执行期限自{record.window_from}起三个月，已于{last}届满"


def within_two_years(situation: Situation) -> str | None:
    """A judgment is executed within two years (行诉解释第一百五十三条第一款)."""
    start = situation.record.judgment_until
    if start is None:
        return "经过诉讼的，应当填写判决确定的履行期限届满日"
    last = windows.ends(start, years(2), current_calendar())
    return f"申请执行的期限二年，已于{last}届满" if situation.on > last else None


def complete(situation: Situation) -> str | None:
    """The four things that every application comes with (强制法第五十五条第一款)."""
    there = {row.get("kind") for row in situation.record.materials}
    missing = [label for kind, label in MATERIALS[:4] if kind not in there]
    return f"申请材料缺少：{'、'.join(missing)}" if missing else None


def urgency_told(situation: Situation) -> str | None:
    """Who applies for immediate execution says why."""
    record = situation.record
    return "申请立即执行应当写明紧急情况" if record.urgent and not record.urgent_reason else None


def preservation_told(situation: Situation) -> str | None:
    """Who applies for preservation says why the party may get away."""
    record = situation.record
    return "申请财产保全应当写明理由" if record.preservation and not record.preservation_reason else None


def refusal_told(situation: Situation) -> str | None:
    """A refusal gives its ground (强制法第五十八条第二款)."""
    return None if situation.record.refusal else "不准予执行的，应当写明情形"


def window_over(situation: Situation) -> str | None:
    """The time for the application is over: three months, or two years after a judgment."""
    record = situation.record
    if record.remedy in c.SOUGHT and not record.remedy_result:
        return "当事人申请的复议、提起的诉讼尚未终结，申请执行期限没有届满"
    last = record.window_ends_on
    if sued(situation) and record.judgment_until is not None:
        last = windows.ends(record.judgment_until, years(2), current_calendar())
    if last is None:
        return "没有行政决定送达日或者判决确定的履行期限届满日，不能推算申请执行期限"
    return None if situation.on > last else f"申请执行期限至{last}届满，现在仍可以申请"
