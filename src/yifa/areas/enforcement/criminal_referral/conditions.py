"""Guards and computed conditions of a referral."""

from __future__ import annotations

from yifa.areas.enforcement.criminal_referral import choices as c
from yifa.areas.enforcement.criminal_referral.defaults import DEFAULTS
from yifa.clock.periods import local_day
from yifa.kernel.clocks import clock_of
from yifa.kernel.situation import Situation
from yifa.kernel.workdays import current_calendar


def forward(situation: Situation) -> bool:
    """On the way to the police."""
    return bool(situation.record.direction != c.Direction.REVERSE)


def reverse(situation: Situation) -> bool:
    """Back from the criminal side, where nothing was referred before."""
    return not forward(situation)


def documents_there(situation: Situation) -> str | None:
    """The documents that the regulation lists are attached; those that may not exist are marked so."""
    rows = {row.get("item"): row for row in situation.record.documents}
    lacking = []
    for item, always in c.DOCUMENTS:
        row = rows.get(item) or {}
        excused = row.get("state") == c.Presence.NOT_APPLICABLE and bool(row.get("note"))
        fits = row.get("state") == c.Presence.PRESENT or (excused and (not always or item == "涉案物品清单"))
        if not fits:
            lacking.append(item)
    return f"移送材料不齐：{'、'.join(lacking)}；没有涉案物品、没有检验鉴定的，填“不适用”并说明" if lacking else None


def not_a_deputy(situation: Situation) -> str | None:
    """Who decides is the chief, or who acts as chief."""
    record = situation.record
    return None if record.chief and record.chief_role else "没有填写审批人和审批人职务"


def in_three_days(situation: Situation) -> str | None:
    """The police are asked to reconsider within three days of the notice."""
    if DEFAULTS.flag("late_reconsideration", situation):
        return None
    clock = clock_of(situation, situation.procedure.limit("reconsider_in_time"), current_calendar())
    if clock is None or clock.due.judged is None or situation.on <= local_day(clock.due.judged):
        return None
    return f"提请复议的期限至{local_day(clock.due.judged)}届满；可以建议人民检察院立案监督"


def goods_said(situation: Situation) -> str | None:
    """What is handed over is listed."""
    return None if situation.record.goods else "没有填写“移交的物品和材料”"


def with_seized(situation: Situation) -> bool:
    """Seized property goes with the case."""
    return bool(situation.record.goods_seized)


def offset_in_bounds(situation: Situation) -> str | None:
    """A fine can be set off against a criminal fine, up to that."""
    record = situation.record
    if record.offset_fine and record.offset_fine > (record.criminal_fine or 0):
        return f"折抵的罚款{record.offset_fine}元超过判处的罚金{record.criminal_fine or 0}元"
    return None


def reply_asked(situation: Situation) -> bool:
    """The other side set a day for the reply."""
    return situation.record.reply_by is not None
