"""Conditions of a draw: nothing in silence, nothing twice, nothing changed."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from yifa.areas.enforcement.common.acting import in_books
from yifa.areas.enforcement.inspection import drawing
from yifa.areas.enforcement.inspection.choices import Kind
from yifa.areas.enforcement.inspection.conditions import items_published, plan_problem
from yifa.areas.enforcement.inspection.models import DrawCase
from yifa.kernel.situation import Situation

__all__ = ["daily_plan", "figures_readable", "items_published", "not_silent", "register_unchanged"]

LIVE = ("committed", "drawn", "opened")


def figures_readable(situation: Situation) -> str | None:
    """Quotas and factors can be read."""
    record = situation.record
    for n, row in enumerate(record.quotas, 1):
        text = str(row.get("number") or "")
        if not (text.isascii() and text.isdigit()):
            return f"“每层抽几个”第{n}行的“{text}”应为整数"
    for n, row in enumerate(record.weights, 1):
        try:
            factor = Decimal(str(row.get("factor") or ""))
        except InvalidOperation:
            return f"“系数”第{n}行的“{row.get('factor')}”应为数字"
        if not factor > 0:
            return f"“系数”第{n}行的{factor}应当大于0；不参加抽取的请移出名录"
    return None


def team_of_two(situation: Situation) -> str | None:
    """At least two officers a visit."""
    team = situation.record.team
    return f"每组{team}人，检查人员不得少于两人" if team < 2 else None


def earlier(situation: Situation) -> list[DrawCase]:
    """Batches of the same plan and item that were committed to, the latest first."""
    record = situation.record
    rows = DrawCase._base_manager.filter(organ_id=record.organ_id, plan_number=record.plan_number).exclude(
        commitment=""
    )
    mine = set(record.item_codes)
    return [one for one in rows.exclude(pk=record.pk).order_by("-pk") if mine & set(one.item_codes)]


def not_silent(situation: Situation) -> str | None:
    """A draw is not repeated in silence: the same plan and item again need a reason, which stays public."""
    record = situation.record
    if not in_books(situation):
        return None
    before = earlier(situation)
    if before and not str(record.again_why).strip():
        numbers = "、".join(one.number for one in before)
        return f"同一计划、同一事项已有批次{numbers}；再次抽取应当填写理由（例如 第二季度批次），理由随承诺公开"
    known = {one.number for one in before}
    if record.replaces and record.replaces not in known:
        return f"所取代的批次“{record.replaces}”不是同一计划、同一事项已经承诺的批次"
    return None


def register_unchanged(situation: Situation) -> str | None:
    """The registers still say what the committed pools say; what was committed to is drawn from all the same."""
    if not in_books(situation):
        return None
    changed = drawing.changed_since(situation.record, in_full=True)
    return f"承诺以后名录有变动：{changed}；抽取仍按承诺的名录进行" if changed else None


def on_the_day(situation: Situation) -> str | None:
    """Not before the day on which certificates were to be valid, and on a day after the commitment."""
    record = situation.record
    if record.draw_on is not None and situation.on < record.draw_on:
        return f"抽取日为{record.draw_on}，{situation.on}还没有到"
    if record.committed_on is not None and situation.on <= record.committed_on:
        return f"承诺在{record.committed_on}公布，公开数值应当在此之后产生，请在次日以后抽取"
    return None


def draw_day_ahead(situation: Situation) -> str | None:
    """The day of the draw lies after the commitment."""
    day = situation.record.draw_on
    return None if day is None or day > situation.on else f"抽取日{day}应当在公布承诺的{situation.on}之后"


def daily_plan(situation: Situation) -> str | None:
    """The yearly plan covers the items; what is drawn are daily inspections."""
    return plan_problem(situation, Kind.DAILY, situation.record.visit_on or situation.on)
