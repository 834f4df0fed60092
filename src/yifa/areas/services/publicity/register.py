"""The register of law publicity activities (普法活动台账).

The act is cited as a whole: it orders that publicity be organised and its responsibility be kept to, the columns are
what the five-year plans and annual reports ask for.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from yifa.areas.services.publicity.models import Activity, ActivityKind
from yifa.kernel.registers import Column, Disclosed, EntryCount, EntrySum, Problem, Register
from yifa.law import Basis, act

PUBLICITY = Basis(act("法治宣传教育法"))
DUTY = Basis(act("关于实行国家机关“谁执法谁普法”普法责任制的意见"))
MANY = 50_000
"""More people at one activity than this is probably counted in the wrong unit."""


class LawPublicity(Register[Activity]):
    """普法活动台账."""

    key, label = "law_publicity", "普法活动台账"
    basis = PUBLICITY
    note = "一场活动登记一条；同一天在不同地点举办的分别登记。"
    model = Activity
    columns = (
        Column(Activity.number, public=True, width=18, example="普〔2025〕12号"),
        Column(Activity.on, public=True, example="2025-12-04"),
        Column(Activity.theme, public=True, width=30, example="宪法进校园"),
        Column(Activity.kind, public=True, width=16, example="法律进学校"),
        Column(Activity.place, public=True, width=24, listed=False, example="第一中学"),
        Column(Activity.organizer, DUTY, public=True, width=24, example="司法局、教育局"),
        Column(Activity.people, public=True, unit="人次", example="800"),
        Column(Activity.materials, public=True, unit="份", example="1000"),
        Column(Activity.banners, public=True, unit="条", listed=False, example="6"),
        Column(Activity.lectures, public=True, unit="场", listed=False, example="1"),
        Column(Activity.media_items, public=True, unit="条", example="3"),
        Column(Activity.duty, DUTY, width=24, listed=False, example="宪法宣传"),
        Column(Activity.photos, width=18, listed=False, example="普照2025-12"),
    )
    unique = (Activity.number,)
    dated = Activity.on
    sorted_by = Activity.kind
    searched = (Activity.number, Activity.theme, Activity.organizer, Activity.place)
    disclosed = Disclosed("普法活动", DUTY)

    lp_activities = EntryCount(
        "普法活动场次",
        indicator="publicity.events",
        unit="场次",
        basis=PUBLICITY,
        definition="期间内举办的普法活动条数，一场活动计一次，不含已撤回的记录。",
    )
    lp_people = EntrySum(
        "普法受众人次", indicator="publicity.audience", unit="人次", of=Activity.people, over=lp_activities,
        definition="各场活动受众人次之和。人次可以重复计算，可以大于常住人口；未填写人次的活动不计入。",
    )  # fmt: skip
    lp_materials = EntrySum(
        "发放普法资料",
        indicator="publicity.materials",
        unit="份",
        of=Activity.materials,
        over=lp_activities,
        definition="各场活动发放资料份数之和。",
    )
    lp_media = EntrySum(
        "媒体普法宣传",
        indicator="publicity.media_articles",
        unit="条",
        of=Activity.media_items,
        over=lp_activities,
        definition="各场活动媒体宣传条数之和。",
    )
    lp_lectures = EntrySum(
        "法治讲座",
        indicator="publicity.lectures",
        unit="场",
        of=Activity.lectures,
        over=lp_activities,
        definition="各场活动中法治讲座场数之和。",
    )

    @classmethod
    def doubts(cls, entry: Any) -> Iterable[Problem]:
        """A number that looks like another unit; the constitution week on another day."""
        if entry.people is not None and entry.people > MANY:
            yield Problem(
                "people",
                "受众人次",
                f"一场活动{entry.people}人次，数字较大",
                "请核对单位是人次还是万人次；无误的可以保留",
            )
        if entry.kind == ActivityKind.CONSTITUTION_WEEK and not _in_constitution_week(entry.on):
            first, last = constitution_week(entry.on.year)
            yield Problem("kind", "类型", f"活动日期不在宪法宣传周（{first}至{last}）内", "当年通知另有安排的可以保留")


def constitution_week(year: int) -> tuple[date, date]:
    """The week around 12-04 unless the year's notice says otherwise: 12-01 to 12-07."""
    return date(year, 12, 1), date(year, 12, 7)


def _in_constitution_week(day: date) -> bool:
    first, last = constitution_week(day.year)
    return first <= day <= last
