"""Plans, draws and visits of the demonstration county (检查计划、双随机抽取、行政检查), every outcome among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from yifa.areas.enforcement.inspection.models import DrawCase
from yifa.areas.enforcement.inspection_plan.models import PlanCase
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.place import County
from yifa.demo.stories.enforcement_books import CITY, MARKET
from yifa.demo.stories.inspections_books import DAILY, KEY, OWN, SAFETY, SHARED, code_of, name_of
from yifa.demo.stories.inspections_parts import VisitTold, ended, entered, looked
from yifa.kernel.linking import linked_cases
from yifa.office.models import Organ

SEED = 20250701
MATTERS = {MARKET: "食品", SAFETY: "安全生产", CITY: "户外广告"}


def food_item(organ: Organ) -> str:
    """The code of the first item of a department in the books of enforcement."""
    return DAILY if organ.short_name == SAFETY else f"130999-JC-{organ.pk:02}1"


@dataclass(frozen=True)
class Tale:
    """One visit: whom, when, why, what came of it.

    Attributes:
        begins: the day of the scheme, or so many days before today.
        code: whether the enterprise registers the arrival; publish: working days until the result is public, 0 never.
        stop: the step before which it still stands today.
    """

    name: str
    begins: date | int
    organ: str
    target: int
    kind: str = "daily"
    result: str = "no_issue"
    how: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    held: Mapping[str, str] = field(default_factory=dict)
    code: bool = True
    publish: int = 6
    stars: int = 0
    said: Mapping[str, str] = field(default_factory=dict)
    stop: str = ""


COMPLAINT = {"trigger": "complaint", "trigger_why": "反映食品标签和生产日期有问题", "trigger_ref": "12345工单"}
ASSIGNED = {"trigger": "assigned", "trigger_why": "上级转办的抽检不合格", "trigger_ref": "冀市监转〔2026〕8号（演示）"}
DATA = {"trigger": "data", "trigger_why": "监测数据异常"}
APPLIED = {"trigger": "application", "trigger_why": "企业申请指导性检查"}
SIGNBOARD = {"trigger": "complaint", "trigger_why": "反映户外广告松动", "trigger_ref": "12345工单"}
EVENT = {"trigger": "emergency", "trigger_why": "车间冒烟，群众报告"}


def _safety() -> Iterator[Tale]:
    """The emergency bureau: daily inspections of its machine works over two years."""
    results = ("no_issue", "corrected_on_spot", "no_issue", "rectification_ordered", "no_issue", "corrected_on_spot")
    for n, target in enumerate(OWN):
        day = date(2025, 7, 7) + timedelta(days=6 * n)
        result = results[n % len(results)]
        yield Tale("安全生产日常检查", day, SAFETY, target, result=result, how=("kept", "extended", "not")[n // 6],
                   publish=4 + n % 12, stars=(0, 5, 4)[n % 3])  # fmt: skip
    for n, target in enumerate(OWN):
        day = date(2026, 3, 9) + timedelta(days=7 * n)
        yield Tale("安全生产日常检查", day, SAFETY, target, result=results[(n + 2) % len(results)], how="kept",
                   publish=3 + n % 14, stars=(4, 0, 5, 0)[n % 4])  # fmt: skip
    for n, target in enumerate(OWN[:6]):
        yield Tale("危险作业重点检查", date(2026, 5, 11) + timedelta(days=21 * n), SAFETY, target,
                   facts={"items": [{"item_code": KEY}]}, publish=8)  # fmt: skip


VISITS = (
    *_safety(),
    Tale("投诉引起的检查", date(2025, 8, 18), MARKET, 1, "case", "case_filed", facts=COMPLAINT, stars=4),
    Tale("投诉引起的检查，未发现问题", date(2025, 9, 22), MARKET, 2, "case", facts=COMPLAINT, stars=3),
    Tale("转办的检查", date(2026, 2, 2), MARKET, 3, "case", "criminal_referral", facts=ASSIGNED),
    Tale("企业申请的检查", date(2026, 4, 7), MARKET, 6, "case", "corrected_on_spot", facts=APPLIED, stars=5),
    Tale("监测数据异常，书面检查", date(2026, 6, 15), MARKET, 10, "case", facts={**DATA, "mode": "document"}),
    Tale("监测数据异常，远程检查", date(2026, 7, 13), CITY, 11, "case", facts={**DATA, "mode": "remote"}),
    Tale("信息比对", date(2026, 8, 3), MARKET, 13, "case", facts={**DATA, "mode": "info_share"}),
    Tale("发现不属于本机关的问题", date(2026, 6, 8), MARKET, 14, "case", "referred_other", facts=COMPLAINT),
    Tale("联合检查", date(2025, 11, 10), SAFETY, SHARED[1], result="no_issue", stars=5,
         facts={"joint_with": [{"organ": "洪河县市场监督管理局", "kind": "joint", "items": "食品生产经营监督检查"}]}),
    Tale("异地检查", date(2026, 9, 7), MARKET, 17, "case",
         facts={**ASSIGNED, "cross_region": True, "assist_ref": "邻县市场监管局协助函（2026）6号"}),
    Tale("暗访", date(2026, 9, 14), MARKET, 19, "case", "corrected_on_spot", facts={**COMPLAINT, "unannounced": True}),
    Tale("不公开的线索核查", date(2026, 9, 21), MARKET, 21, "case", publish=0,
         facts={**ASSIGNED, "withheld_why": "正在查办的案件线索"}),
    Tale("企业依法拒绝", date(2026, 3, 16), CITY, 22, "case", how="refused", facts=APPLIED),
    Tale("终止的检查", date(2026, 3, 23), CITY, 23, "case", how="aborted", facts=APPLIED),
    Tale("修改方案后检查", date(2026, 10, 12), MARKET, 23, "case", how="reopened", facts=COMPLAINT),
    Tale("等待批准", 3, SAFETY, 103, facts={"items": [{"item_code": KEY}]}, stop="approve"),
    Tale("等待检查", 6, SAFETY, 104, facts={"items": [{"item_code": KEY}]}, stop="enter"),
    Tale("等待告知", 9, SAFETY, 105, facts={"items": [{"item_code": KEY}]}, stop="tell"),
    Tale("等待处理", 11, SAFETY, 108, facts={"items": [{"item_code": KEY}]}, stop="close"),
    Tale("等待公开", 14, SAFETY, 106, facts={"items": [{"item_code": KEY}]}, stop="publish"),
    Tale("改正期限内", 20, SAFETY, 107, result="rectification_ordered", facts={"items": [{"item_code": KEY}]},
         stop="reinspect"),
)  # fmt: skip
"""Visits in order, apart from those that come out of a draw and those that are planted."""


FIRST_PLAN = date(2025, 6, 25)
"""Daily visits are made under a plan; before the first of the plans there are none."""


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Plans first, then draws, visits, urgent ones, and visits that are no enforcement."""
    random = Random(SEED)

    def told(name: str, procedure: str, organ: str) -> VisitTold:
        at = next(one for one in county.organs if one.short_name == organ)
        return VisitTold(
            name, county, procedure, at, county.clerks[at.pk], calendar=calendar, random=Random(random.random())
        )

    for begins, side, waits in (*_plans(told, calendar), *_draws(told, calendar), *_logged(told, calendar)):
        if begins <= today:
            yield begins, side, waits
    for n, tale in enumerate(VISITS):
        wanted = today - timedelta(tale.begins) if isinstance(tale.begins, int) else tale.begins
        begins, one = calendar.workday_from(wanted, allow_provisional=True), told(tale.name, "inspection", tale.organ)
        if FIRST_PLAN <= begins <= today:
            yield begins, one, visited(one, tale, n)


Make = Callable[[str, str, str], VisitTold]
Told = tuple[date, Side, Waits]


def _plans(told: Make, calendar: Calendar) -> Iterator[Told]:
    for organ, year, day in (
        (MARKET, 2025, date(2025, 6, 24)), (SAFETY, 2025, date(2025, 6, 24)), (CITY, 2025, date(2025, 6, 25)),
        (MARKET, 2026, date(2026, 1, 12)), (SAFETY, 2026, date(2026, 1, 14)), (CITY, 2026, date(2026, 1, 15)),
    ):  # fmt: skip
        one = told(f"{year}年度检查计划", "inspection_plan", organ)
        yield day, one, planned(one, year)
    special = told("专项检查计划", "inspection_plan", MARKET)
    yield date(2026, 9, 1), special, _special(special)
    given_up = told("不再实施的计划", "inspection_plan", CITY)
    yield date(2026, 8, 3), given_up, _given_up(given_up)


def _lines(one: VisitTold) -> list[dict[str, str]]:
    whole = {"way": "onsite", "month_from": "1", "month_until": "12", "strata": "none"}
    item = food_item(one.organ)
    if one.organ.short_name == SAFETY:
        own = [whole | {"item_code": DAILY, "joint_with": "县市场监管局"}, whole | {"item_code": KEY, "times": "2"}]
        return [{**row, "officer_days": "2"} for row in own]
    if one.organ.short_name == CITY:
        return [whole | {"item_code": item, "way": "remote"}]
    drawn = {"random": "yes", "strata": "risk", "officer_days": "1"}
    return [whole | drawn | {"item_code": item, "group": group, "number": "2"} for group in "ABCD"]


def planned(one: VisitTold, year: int) -> Waits:
    """A yearly plan: drawn up, approved, filed, published, adjusted in one case, carried out."""
    yield one.day
    about = {"kind": "annual", "year": year, "plan_title": f"{one.organ.short_name}{year}年度行政检查计划"}
    one.take("draft", about | {"lines": _lines(one)})
    one.take("revise", {"lines": _lines(one)})
    one.take("approve")
    one.published("public")
    yield one.workday(5)
    one.take("file", {"filed_with": "洪河县司法局"})
    if year == 2026 and one.organ.short_name == SAFETY:
        yield date(2026, 6, 8)
        one.take("adjust", {"lines": _lines(one), "adjusted_why": "防汛期增加危险作业场所检查，时间不变。"})
        yield one.workday(3)
        one.take("file", {"filed_with": "洪河县司法局"})
    yield one.calendar.workday_from(date(year + 1, 1, 8), allow_provisional=True)
    one.take("close", {"performed": "计划事项已经完成，没有超过计划次数。"})


def _special(one: VisitTold) -> Waits:
    yield one.day
    line = {"item_code": food_item(one.organ), "way": "onsite", "month_from": "9", "month_until": "10"}
    one.take("draft", {
        "kind": "special", "year": 2026, "plan_title": "2026年校园及周边食品安全专项检查计划", "lines": [line],
        "reason": "市市场监督管理局部署，开学季校园周边食品投诉集中。", "superior": True,
        "since": date(2026, 9, 7), "until": date(2026, 10, 16),
    })  # fmt: skip
    yield one.workday(2)
    one.take("consent", {
        "approver": "市市场监督管理局", "approval_number": "市监发〔2026〕21号", "superior_approved_on": one.day,
    })  # fmt: skip
    one.take("approve")
    one.published("public")
    for target in (6, 9):
        yield one.workday(3)
        visit = VisitTold(
            "专项检查", one.county, "inspection", one.organ, one.by, calendar=one.calendar, random=one.random,
        )  # fmt: skip
        visit.day = one.day
        tale = Tale(
            "专项检查", one.day, MARKET, target, "special", facts={"plan_number": one.record.number, "superior": True}
        )
        for day in visited(visit, tale, target):
            yield day
            visit.day = one.day


def _given_up(one: VisitTold) -> Waits:
    yield one.day
    line = {"item_code": food_item(one.organ), "way": "onsite", "month_from": "9", "month_until": "9"}
    one.take("draft", {"kind": "special", "year": 2026, "plan_title": "户外广告专项检查计划", "lines": [line]})
    yield one.workday(4)
    one.take("abandon", why="县政府没有批准，并入日常检查。")


def _draws(told: Make, calendar: Calendar) -> Iterator[Told]:
    batches: tuple[tuple[str, date, str, dict[str, Any]], ...] = (
        ("2025年第三季度食品抽查", date(2025, 8, 4), "", {}),
        ("2026年第一季度食品抽查", date(2026, 2, 24), "", {}),
        ("2026年第二季度食品抽查", date(2026, 5, 18), "同一年度计划的第二季度批次", {}),
        ("2026年第三季度食品抽查", date(2026, 8, 10), "同一年度计划的第三季度批次", {"annul": "名录导出有误"}),
        ("2026年第三季度食品抽查（重新承诺）", date(2026, 8, 17), "上一批名录导出有误，已经作废", {"replace": True}),
        ("2026年第四季度食品抽查", date(2026, 11, 16), "同一年度计划的第四季度批次", {"stop": True}),
    )
    for title, day, again, more in batches:
        one = told(title, "draw_batch", MARKET)
        yield day, one, drawn(one, title, again, more)


def drawn(one: VisitTold, title: str, again: str, more: Mapping[str, Any]) -> Waits:
    """A batch: prepared, committed to, drawn on the day after next, its inspections opened and made."""
    yield one.day
    plan = _plan_of(one, one.day.year)
    earlier = _latest_draw(one) if more.get("replace") else ""
    one.take("prepare", {
        "batch_title": title, "plan_number": plan, "items": [{"item_code": food_item(one.organ)}], "strata": "risk",
        "quotas": [{"stratum": grade, "number": str(0 if grade == "D" and again else 2)} for grade in "ABCD"],
        "draw_on": one.workday(3),
        "visit_on": one.workday(5), "public_source": f"{one.workday(2)}公布的某公开开奖号码（演示）", "mode": "onsite",
        "weights": [{"column": "信用等级", "grade": grade, "factor": str(n)} for n, grade in enumerate("ABC", 1)],
        "again_why": again, "replaces": earlier,
    })  # fmt: skip
    one.take("revise", {"team": 2})
    one.take("commit")
    if more.get("annul"):
        yield one.workday(1)
        one.take("annul", why=more["annul"])
        return
    if more.get("stop"):
        return
    yield one.workday(3)
    numbers = " ".join(f"{one.random.randrange(1, 34):02}" for _ in range(6))
    one.take("run", {"public_value": numbers})
    one.take("open")
    one.take("approve_all")
    yield from _made(one)


def _plan_of(one: VisitTold, year: int) -> str:
    return PlanCase._base_manager.get(organ=one.organ, year=year, kind="annual").number


def _latest_draw(one: VisitTold) -> str:
    return DrawCase._base_manager.filter(organ=one.organ).exclude(commitment="").order_by("-pk")[0].number


def _made(one: VisitTold) -> Waits:
    """The inspections of a batch, one after the other, two a day."""
    assert one.case is not None
    yield one.workday(2)
    waiting: list[VisitTold] = []
    for n, case in enumerate(linked_cases(one.case, "inspection").order_by("pk")):
        visit = VisitTold(
            "双随机检查", one.county, "inspection", one.organ, one.by, case, calendar=one.calendar, random=one.random
        )
        visit.day, visit.minute = one.day, one.minute + 9 * n
        if case.stage == "proposed":
            visit.take("approve", held=NEAR)
        entered(visit)
        result = ("no_issue", "corrected_on_spot", "no_issue", "no_issue")[n % 4]
        looked(visit, result)
        visit.take("close")
        if n % 3 == 0:
            visit.rated(4 + n % 2, showed="yes", told="yes", disturbed="no", charged="no")
        waiting.append(visit)
        if n % 2:
            yield one.workday(1)
    yield one.workday(6)
    for visit in waiting:
        visit.day = one.day
        visit.published()


NEAR = {"没有其他机关检查": "随机抽中，已与该机关商定错开时间，各查各的事项", "必须入企": "线索具体，须当场核实"}


FOR_CAUSE = {"必须入企": "线索具体，须当场核实"}


def visited(one: VisitTold, tale: Tale, turn: int) -> Waits:
    """One visit from scheme to publication."""
    yield one.day
    matter = MATTERS[tale.organ]
    plan = _plan_of(one, one.workday(2).year) if tale.kind == "daily" else ""
    mode = tale.facts.get("mode", "onsite")
    one.take("propose", {
        "kind": tale.kind, "items": [{"item_code": food_item(one.organ)}], "object_code": code_of(tale.target),
        "object_name": name_of(tale.target), "object_kind": "individual" if code_of(tale.target)[:2] == "92" else
        "enterprise", "mode": mode, "planned_on": one.workday(2), "plan_number": plan,
        "officers": one.officers(matter, turn), "scheme": "逐项对照检查表，半日，不影响生产。", **tale.facts,
    })  # fmt: skip
    if tale.stop == "approve":
        return
    one.take("approve", held=FOR_CAUSE | dict(tale.held))
    if tale.how == "reopened":
        yield one.workday(1)
        one.take("reopen", why="企业停电，改期")
        one.take("revise", {"planned_on": one.workday(2)})
        one.take("approve", held=FOR_CAUSE)
    yield one.workday(2) if tale.how != "aborted" else one.workday(1)
    if tale.how == "aborted":
        one.take("abort", why="企业已经停业")
    elif tale.how == "refused":
        one.take("refuse", why="到场人员没有携带执法证件")
    elif tale.stop != "enter":
        yield from _there(one, tale, on_site=mode == "onsite")


def _there(one: VisitTold, tale: Tale, *, on_site: bool) -> Waits:
    """From the door to the public result."""
    if on_site:
        entered(one, code=tale.code)
    else:
        one.take("examine")
    if tale.stop == "tell":
        return
    looked(one, tale.result, on_site=on_site)
    if tale.stop == "close":
        return
    if tale.stars:
        one.rated(tale.stars, **({"showed": "yes", "told": "yes"} | dict(tale.said)))
    if tale.stop == "reinspect":
        record = one.visit
        one.take("order", {"correction": record.correction, "correct_by": record.correct_by})
        return
    public = one.workday(tale.publish) if tale.publish else None
    told = tale.stop == "publish" or tale.result == "criminal_referral"  # a suspected crime is not made public
    for day in ended(one, tale.result, tale.how):
        if public is not None and not told and public <= day:
            yield public
            one.published()
            told = True
        yield day
    if public is not None and not told:
        yield public
        one.published()


def _logged(told: Make, calendar: Calendar) -> Iterator[Told]:
    """Visits that are no enforcement, and one in an emergency."""
    for n, (service, findings) in enumerate((
        ("guidance", "宣讲新修订的食品生产许可规定。"), ("help", "上门办理许可延续，帮助填写材料。"),
        ("survey", "了解用工和能耗情况，填写统计表。"), ("ceremony", "节前走访，听取意见建议。"),
        ("guidance", "指导建立进货查验电子台账。"),
    )):  # fmt: skip
        day = calendar.workday_from(date(2025, 9, 8) + timedelta(days=70 * n), allow_provisional=True)
        one = told("非执法走访", "inspection", MARKET)
        yield day, one, _call(one, service, findings, 1 + 4 * n)
    one = told("紧急当场检查", "inspection", SAFETY)
    yield calendar.workday_from(date(2026, 7, 20)), one, _urgent(one)


def _call(one: VisitTold, service: str, findings: str, target: int) -> Waits:
    yield one.day
    one.take("log", {
        "service": service, "object_code": code_of(target), "findings": findings, "officers": one.officers("食品"),
    })  # fmt: skip
    one.rated(5, disturbed="no")


def _urgent(one: VisitTold) -> Waits:
    yield one.day
    one.take("start_urgent", {
        "items": [{"item_code": KEY}], "object_code": code_of(110), "urgent_why": "可能引发火灾，须立即处置", **EVENT,
        "officers": one.officers("安全生产"), "matter": "安全生产",
    }, at="10:20")  # fmt: skip
    one.take("notify")
    yield one.day
    one.by_head("approve_later", {"scheme": "检查除尘设施，责令停用一台设备。"}, at="16:00")
    looked(one, "corrected_on_spot")
    one.take("close")
    yield one.workday(9)
    one.published()
