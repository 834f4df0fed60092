"""Computed conditions of an application to the court (申请人民法院强制执行的条件): traps 2, 11, 12."""

from __future__ import annotations

from yifa.areas.enforcement.execution import choices as c
from yifa.areas.enforcement.execution import windows
from yifa.areas.enforcement.execution.court_record import MATERIALS
from yifa.clock import years
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar


def sued(situation: Situation) -> bool:
    """The party sued: then a judgment is executed, within two years."""
    return bool(situation.record.remedy == c.Remedy.SUIT)


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


def who_applies(situation: Situation) -> str | None:
    """A decision that reconsideration changed is executed by whoever changed it (复议法第七十八条第二项)."""
    record = situation.record
    if record.remedy == c.Remedy.REVIEW and record.remedy_result == c.RemedyResult.CHANGED:
        return "行政复议决定变更了行政行为，由行政复议机关依法强制执行或者申请人民法院强制执行"
    return None


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


def no_building_law(situation: Situation) -> str | None:
    """The planning law gives the power to pull down to the administration itself: no court takes that in."""
    if situation.record.obligation == c.Obligation.REMOVAL:
        return "法律规定由行政机关强制拆除的违法建筑，应当办理行政强制执行，不能申请人民法院执行"
    return None


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
    """The time for the application is over."""
    last = situation.record.window_ends_on
    if last is None or situation.on > last:
        return None
    return f"申请执行期限至{last}届满，现在仍可以申请"
