"""Computed conditions of the yearly statistics."""

from __future__ import annotations

from datetime import date

from yifa.areas.enforcement.statistics import computing
from yifa.areas.enforcement.statistics.form import faults_in
from yifa.areas.enforcement.statistics.models import StatisticsCase
from yifa.kernel.situation import Situation
from yifa.office.models import OrganKind


def only_one(situation: Situation) -> str | None:
    """An organ makes the statistics of a year once, for itself and for the county."""
    record = situation.record
    if record.organ_id is None:
        return None
    rows = StatisticsCase._base_manager.filter(organ_id=record.organ_id, year=record.year, whole=record.whole)
    found = rows.exclude(pk=record.pk).first()
    if found is None:
        return None
    again = "请在原件中重新计算；已经批准的，先办理“发现差错，退回重新计算”"
    return f"本机关已有{record.year}年度的统计年报“{found}”，{again}"


def may_add_up(situation: Situation) -> str | None:
    """A county's statistics are added up by its supervision body or its government."""
    record = situation.record
    if not record.whole or record.organ.kind in (OrganKind.JUSTICE, OrganKind.GOVERNMENT):
        return None
    return "汇总全县的统计年报由行政执法监督机构或者本级政府办理"


def year_is_over(situation: Situation) -> str | None:
    """The year has ended."""
    year = situation.record.year
    return None if situation.on > date(year, 12, 31) else f"{year}年度还没有结束"


def adds_up(situation: Situation) -> str | None:
    """Columns and bodies add up."""
    return "；".join(faults_in(situation.record.lines)[:5]) or None


def unchanged(situation: Situation) -> str | None:
    """Nothing changed behind the numbers since they were computed."""
    record = situation.record
    if record.organ_id is None:
        return None
    found = computing.changed_since(record)
    return f"数据计算以后案件有变化：{'；'.join(found[:5])}；请重新计算" if found else None
