"""Irregular visits that a supervisor should find (埋设的问题), each on an enterprise of its own, with its label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from typing import Any

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.place import County
from yifa.demo.planted import Planted
from yifa.demo.stories.enforcement_books import CITY, MARKET
from yifa.demo.stories.inspections import COMPLAINT, MATTERS, SIGNBOARD, Tale, food_item, visited
from yifa.demo.stories.inspections_books import SAFETY, code_of, name_of
from yifa.demo.stories.inspections_parts import VisitTold

REPEATED, CAPPED, BARE, LATE, NEVER, UNDRAWN, UNLISTED, BAD = 5, 33, 31, 25, 26, 27, 29, 30

PLANTED = [
    Planted("repeated_visits", name_of(REPEATED), "一个月内市场监管、应急、城管三家分别入企，没有合并"),
    Planted("over_cap", name_of(CAPPED), "年度上限两次，从旧系统导入的第三次日常检查"),
    Planted("no_entry_code", name_of(BARE), "三次入企都没有登记检查码"),
    Planted("publication_late", name_of(LATE), "检查结果三十五个工作日后才公开"),
    Planted("publication_missing", name_of(NEVER), "检查结果一直没有公开"),
    Planted("no_draw", name_of(UNDRAWN), "双随机事项没有抽取，直接指定对象"),
    Planted("no_draw", name_of(CAPPED), "从旧系统导入的日常检查没有抽取"),
    Planted("unlisted_item", name_of(UNLISTED), "检查事项不在公布的清单内，从旧系统导入"),
    Planted("bad_rating", name_of(BAD), "企业评价一分，反映要求购买指定设备"),
]
"""Model, words of the hit, why; each enterprise below has a number of its own."""

TALES = (
    Tale("重复入企", date(2026, 4, 8), MARKET, REPEATED, "case", facts=COMPLAINT),
    Tale("重复入企", date(2026, 4, 13), SAFETY, REPEATED, held={"没有其他机关检查": "本机关任务，时间来不及协调"}),
    Tale("重复入企", date(2026, 4, 27), CITY, REPEATED, "case", facts=SIGNBOARD),
    Tale("没有检查码", date(2026, 5, 6), MARKET, BARE, "case", facts=COMPLAINT, code=False),
    Tale("没有检查码", date(2026, 6, 10), MARKET, BARE, "case", facts=COMPLAINT, code=False),
    Tale("没有检查码", date(2026, 7, 22), MARKET, BARE, "case", facts=COMPLAINT, code=False),
    Tale("迟延公开", date(2026, 4, 20), MARKET, LATE, "case", facts=COMPLAINT, publish=35),
    Tale("没有公开", date(2026, 5, 20), MARKET, NEVER, "case", facts=COMPLAINT, publish=0),
    Tale("评价很低", date(2026, 6, 24), MARKET, BAD, "case", facts=COMPLAINT, stars=1,
         said={"showed": "no", "charged": "yes", "note": "检查人员要求购买指定的监控设备。"}),
)  # fmt: skip


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """The visits that the system lets pass with a reason, and those brought in from an older system."""
    random = Random(20260405)

    def told(name: str, organ: str) -> VisitTold:
        at = next(one for one in county.organs if one.short_name == organ)
        return VisitTold(
            name, county, "inspection", at, county.clerks[at.pk], calendar=calendar, random=Random(random.random())
        )

    for n, tale in enumerate(TALES):
        assert isinstance(tale.begins, date)
        begins, one = calendar.workday_from(tale.begins), told(tale.name, tale.organ)
        if begins <= today:
            yield begins, one, visited(one, tale, n)
    for day, target, fields in (
        (date(2026, 3, 3), CAPPED, {}), (date(2026, 5, 12), CAPPED, {}), (date(2026, 9, 1), CAPPED, {}),
        (date(2026, 6, 2), UNDRAWN, {}), (date(2026, 8, 4), UNLISTED, {"items": [{"item_code": "130999-JC-旧12"}]}),
    ):  # fmt: skip
        one = told("旧系统导入的检查", MARKET)
        if day <= today:
            yield day, one, _brought(one, target, fields)


def _brought(one: VisitTold, target: int, fields: Mapping[str, Any]) -> Waits:
    """A visit out of an older system: nothing was checked when it was made."""
    yield one.day
    officers = one.officers(MATTERS[MARKET])
    one.imported("propose", {
        "kind": "daily", "items": [{"item_code": food_item(one.organ)}], "object_code": code_of(target),
        "object_name": name_of(target), "object_kind": "enterprise", "mode": "onsite", "planned_on": one.day,
        "plan_number": "", "officers": officers, "scheme": "日常检查。", **fields,
    })  # fmt: skip
    one.imported("approve")
    one.imported("notify")
    one.arrive()
    one.imported("enter")
    one.imported("note", {"record_text": "查看现场。", "av_index": "无"})
    one.imported("conclude", {"result": "no_issue", "findings": "未发现问题。"})
    one.imported("tell")
    one.imported("close")
    yield one.workday(5)
    one.published()
