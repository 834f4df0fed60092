"""Conditions of inspection plans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.common.acting import in_books
from yifa.areas.enforcement.inspected.models import InspectionItem, InspectionObject, ObjectKind
from yifa.areas.enforcement.inspected.pools import HIDDEN
from yifa.areas.enforcement.inspection_plan.choices import PlanKind, Way
from yifa.areas.enforcement.inspection_plan.defaults import DEFAULTS
from yifa.areas.enforcement.inspection_plan.models import PlanCase
from yifa.kernel.situation import Situation

GIVEN_UP = ("abandoned",)


def is_annual(situation: Situation) -> bool:
    """The yearly plan."""
    return bool(situation.record.kind == PlanKind.ANNUAL)


def is_special(situation: Situation) -> bool:
    """A special plan."""
    return bool(situation.record.kind == PlanKind.SPECIAL)


def lines_readable(situation: Situation) -> str | None:
    """Months, numbers and days of each line can be read, and each line says whom it is about."""
    faults = [f"第{n}行{why}" for n, row in enumerate(situation.record.lines, 1) for why in _faults(row)]
    return "；".join(faults) or None


def _faults(row: dict[str, str]) -> Iterator[str]:
    months = [str(row.get(name) or "").strip() for name in ("month_from", "month_until")]
    if not all(month.isascii() and month.isdigit() and 1 <= int(month) <= 12 for month in months):
        yield "的月份应为1至12"
    elif int(months[0]) > int(months[1]):
        yield f"的月份自{months[0]}月至{months[1]}月，前后颠倒"
    for name, label in (("number", "对象数"), ("times", "每个对象几次")):
        text = str(row.get(name) or "").strip()
        if text and not (text.isascii() and text.isdigit() and int(text) > 0):
            yield f"的{label}“{text}”应为大于0的整数"
    if not _is_amount(str(row.get("officer_days") or "2")):
        yield f"的每次几人日“{row.get('officer_days')}”应为数字"
    if row.get("random") == "yes" and not str(row.get("number") or "").strip():
        yield "随机抽取，没有写抽多少个"
    if row.get("random") == "yes" and row.get("object_code"):
        yield "随机抽取，又指定了对象"


def _is_amount(text: str) -> bool:
    whole, _, part = text.strip().partition(".")
    return bool(whole) and all(each.isascii() and each.isdigit() for each in (whole, part or "0"))


def items_published(situation: Situation) -> str | None:
    """Only published items of the organ's list may be planned."""
    if not in_books(situation):
        return None
    codes = list(dict.fromkeys(str(row.get("item_code", "")).strip() for row in situation.record.lines))
    unknown = [code for code in codes if code not in listed_items(situation.record.organ_id, situation.on, codes)]
    return f"检查事项{'、'.join(unknown)}不在本机关已公布的检查事项清单内" if unknown else None


def listed_items(organ: int, on: date, codes: list[str]) -> dict[str, InspectionItem]:
    """Items of an organ that are published and in force on a day, by code."""
    rows = InspectionItem._base_manager.filter(withdrawn=False, organ_id=organ, item_code__in=codes)
    rows = rows.filter(published_on__lte=on, listed_on__lte=on)
    return {one.item_code: one for one in rows.filter(Q(ended_on=None) | Q(ended_on__gt=on))}


def lines_named(record: Any, on: date) -> list[dict[str, str]]:
    """The lines with the names of items and objects out of the registers."""
    if record.organ_id is None:
        return list(record.lines)
    items = listed_items(record.organ_id, on, [str(row.get("item_code", "")).strip() for row in record.lines])
    codes = [str(row["object_code"]).strip() for row in record.lines if row.get("object_code")]
    rows = InspectionObject._base_manager.filter(withdrawn=False, organ_id=record.organ_id, code__in=codes)
    return [_named(row, items, {one.code: one for one in rows}) for row in record.lines]


def _named(
    row: dict[str, str], items: dict[str, InspectionItem], objects: dict[str, InspectionObject]
) -> dict[str, str]:
    item, whom = (
        items.get(str(row.get("item_code", "")).strip()),
        objects.get(str(row.get("object_code") or "").strip()),
    )
    told = dict(row)
    if item is not None:
        told["item_name"] = item.name
    if whom is not None:
        told["object_name"] = HIDDEN if whom.kind == ObjectKind.INDIVIDUAL else whom.name
    return told


def caps_kept(situation: Situation) -> str | None:
    """No object is planned to be entered more often than the item's cap."""
    record = situation.record
    if not in_books(situation):
        return None
    codes = [str(row.get("item_code", "")) for row in record.lines]
    items = listed_items(record.organ_id, situation.on, codes)
    over = []
    for n, row in enumerate(record.lines, 1):
        item, times = items.get(str(row.get("item_code", ""))), str(row.get("times") or "1")
        entering = row.get("way") == Way.ONSITE and times.isdigit()
        if entering and item is not None and item.cap is not None and not item.exempt and int(times) > item.cap:
            over.append(f"第{n}行每个对象{times}次，年度频次上限为{item.cap}次")
    return "；".join(over) or None


def dates_in_order(situation: Situation) -> str | None:
    """A special plan says from when until when, within its year."""
    since, until, year = situation.record.since, situation.record.until, situation.record.year
    if since is None or until is None:
        return "没有写明专项检查的起止日期"
    if since > until:
        return f"专项检查自{since}至{until}，前后颠倒"
    return None if since.year == year else f"专项检查自{since}起，不在{year}年度"


def superior_agreed(situation: Situation) -> str | None:
    """Who approved the special plan, by which document, when."""
    record = situation.record
    if record.approver and record.superior_approved_on is not None:
        late = record.superior_approved_on > situation.on
        return f"批准日期{record.superior_approved_on}晚于办理日期{situation.on}" if late else None
    return "没有写明批准机关和批准日期；专项检查计划由县级以上人民政府批准，垂直管理的由上一级主管部门批准"


def few_enough(situation: Situation) -> str | None:
    """The number of special plans of the organ in a year is kept down."""
    record, most = situation.record, DEFAULTS.number("special_each_year", situation)
    if not in_books(situation) or record.superior:
        return None
    others = PlanCase._base_manager.filter(organ_id=record.organ_id, kind=PlanKind.SPECIAL, year=record.year)
    made = others.exclude(pk=record.pk).exclude(stage__in=(*GIVEN_UP, "drafting")).exclude(superior=True).count()
    return f"本机关{record.year}年已有{made}个专项检查计划，年度控制数为{most}个" if made >= most else None


def only_annual(situation: Situation) -> str | None:
    """One yearly plan for a year; what changes is an adjustment of it."""
    record = situation.record
    if not in_books(situation) or record.kind != PlanKind.ANNUAL:
        return None
    same = PlanCase._base_manager.filter(organ_id=record.organ_id, kind=PlanKind.ANNUAL, year=record.year)
    other = same.exclude(pk=record.pk).exclude(stage__in=GIVEN_UP).first()
    return f"本机关{record.year}年度已有检查计划“{other}”，请在原计划中调整" if other is not None else None
