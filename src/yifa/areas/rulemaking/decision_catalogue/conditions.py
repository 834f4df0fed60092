"""Computed conditions of the catalogue."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from yifa.areas.rulemaking.decision_catalogue import choices as c
from yifa.areas.rulemaking.decision_catalogue.models import CatalogueCase
from yifa.kernel.defaults import Defaults
from yifa.kernel.situation import Situation

DEFAULTS = Defaults.beside(__file__)


def of_government(situation: Situation) -> bool:
    """The organ is a government at or above the county: the regulation applies; others follow it by reference (42)."""
    return c.governs(situation.record.organ)


def items_complete(situation: Situation) -> str | None:
    """Every item has number, kind, lead unit, time and procedures; numbers are not used twice."""
    record = situation.record
    rows = [*record.items, *record.withheld]
    if not rows:
        return "目录没有列出任何事项"
    twice = [no for no, count in Counter(str(row.get("no", "")) for row in rows).items() if count > 1]
    if twice:
        return f"序号{'、'.join(twice)}重复，每个事项的序号不得相同"
    return next((why for row in rows if (why := _lacking(row)) is not None), None)


def _lacking(row: dict[str, Any]) -> str | None:
    named = f"第{row.get('no', '')}项“{row.get('name', '')}”"
    labels = {"kind": "类别", "lead": "承办单位", "planned": "计划完成时间", "procedures": "需履行的程序"}
    missing = [label for name, label in labels.items() if not row.get(name)]
    if missing:
        return f"{named}没有填写{'、'.join(missing)}"
    said = [word.strip() for word in str(row["procedures"]).replace("，", "、").split("、") if word.strip()]
    if strange := [word for word in said if word not in c.PROCEDURES]:
        return f"{named}的程序“{'、'.join(strange)}”应为：{'、'.join(c.PROCEDURES)}"
    if absent := [word for word in c.ALWAYS if word not in said]:
        return f"{named}没有列入{'、'.join(absent)}，每个决策事项都要经过"
    if row.get("status") in c.OUT and not row.get("note"):
        return f"{named}调出目录，没有说明理由"
    return None


def withheld_explained(situation: Situation) -> str | None:
    """Items kept from the public have their legal ground."""
    if situation.record.withheld and not situation.record.withheld_basis:
        return "有不公开的事项，没有写明依法不予公开的依据"
    return None


def meeting_fits(situation: Situation) -> str | None:
    """A government's standing or plenary meeting discussed it (组织法 78)."""
    if of_government(situation) and situation.record.meeting == c.Meeting.OFFICE:
        return "县级以上人民政府的重大问题须经政府常务会议或者全体会议讨论决定"
    return None


def only_one(situation: Situation) -> str | None:
    """There is one catalogue for an organ and a year; changes to it are adjustments."""
    record = situation.record
    if record.organ.pk is None or record.year is None:
        return None
    others = CatalogueCase._base_manager.filter(organ_id=record.organ_id, year=record.year).exclude(pk=record.pk)
    return f"{record.year}年度目录已经建立，变动请办理目录调整" if others.exists() else None


def publish_by(record: Any, on: date) -> date | None:
    """The day by which the place wants its catalogue published; None where it has passed before work began."""
    if record.year is None:
        return None
    choices = DEFAULTS if record.organ.pk is None else DEFAULTS.at(record.organ.place.code)
    month, day = (int(part) for part in choices.text("publish_by").split("-"))
    wanted = date(record.year, month, day)
    return wanted if wanted > on else None


def next_edition(record: Any, on: date) -> int:
    """An adjustment counts the edition up by one."""
    return int(record.edition) + 1


def catalogue_of(organ_id: int | None, year: int | None) -> Any:
    """The catalogue of an organ and a year, if it is in the books."""
    if organ_id is None or year is None:
        return None
    return CatalogueCase._base_manager.filter(organ_id=organ_id, year=year).order_by("pk").first()
