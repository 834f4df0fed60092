"""The licences of the demonstration county (行政许可): every way an application and a licence can go, some late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.books import books
from yifa.demo.parts.told import Act, Told, step, told_in
from yifa.demo.place import County
from yifa.demo.planted import Planted
from yifa.demo.stories import licences_guides as g
from yifa.demo.stories import licences_parts as p
from yifa.demo.stories.licences_guides import Item

SEED = 20250301
"""Its own dice, so that the other cases stay as they are."""


@dataclass(frozen=True)
class Tale:
    """One application: what is applied for, when it comes in, how it goes on, and what is special about it."""

    name: str
    item: Item
    begins: date
    parts: tuple[Act, ...]
    more: Mapping[str, Any] = field(default_factory=dict)
    who: str = "firm"
    name_of_party: str = ""


def _days(year: int, *days: tuple[int, int]) -> tuple[date, ...]:
    return tuple(date(year, month, day) for month, day in days)


ORDINARY = tuple(
    Tale(f"{item.name}：按期准予", item, begins, (*p.IN, *checks, *p.DONE), who=who)
    for item, who, checks, days in (
        (g.FOOD, "firm", (p.checked,), ((2025, 3, 12), (2025, 6, 4), (2025, 9, 10), (2026, 3, 4), (2026, 8, 12))),
        (g.PUBLIC, "firm", (p.checked,), ((2025, 4, 9), (2025, 10, 15), (2026, 5, 20))),
        (g.SIGNS, "firm", (), ((2025, 5, 14), (2026, 4, 8))),
        (g.STREET, "shop", (), ((2025, 4, 16), (2025, 9, 3), (2026, 6, 10))),
        (g.LORRIES, "firm", (), ((2025, 3, 19), (2025, 8, 6), (2026, 2, 11), (2026, 9, 9))),
        (g.INTAKE, "firm", p.special("experts", 10, "专家评审通过"), ((2025, 5, 21), (2026, 5, 13))),
    )
    for begins in (date(*day) for day in days)
)
QUICK = tuple(
    Tale("小餐饮登记：当场准予", g.DIET, begins, (p.received, p.at_once, p.published(), p.delivered(0, 1)), who="shop")
    for begins in (*_days(2025, (3, 17), (5, 8), (7, 2), (11, 5)), *_days(2026, (1, 14), (4, 22), (9, 2)))
)
COMMITTED = (
    Tale("小餐饮登记：告知承诺，核查属实", g.DIET, date(2025, 6, 11), (
        p.received, step("commit", {"commitment_text": "经营场所、设施符合规定。"}, wait=(0, 0)), p.at_once,
        p.published(), p.delivered(0, 1),
        step("verify_commitment", wait=(10, 20), result="true", how="现场核查，承诺属实。"),
    ), who="shop"),
    Tale("小餐饮登记：虚假承诺，撤销", g.DIET, date(2025, 10, 20), (
        p.received, step("commit", {"commitment_text": "经营场所、设施符合规定。"}, wait=(0, 0)), p.at_once,
        p.published(), p.delivered(0, 1),
        step("verify_commitment", wait=(10, 20), result="false", how="没有食品处理区。"),
        p.ended("start_revocation", "fraud", "承诺与事实不符，没有食品处理区。", "revoke"),
        p.cancelled("revoked_or_withdrawn", "许可已被撤销。"),
    ), who="shop"),
)  # fmt: skip
WINDOW = (
    *(Tale("食品经营许可：补正后准予", g.FOOD, begins, (p.received, p.corrected, p.checked, *p.DONE))
      for begins in (date(2025, 4, 21), date(2025, 12, 3), date(2026, 6, 3))),
    Tale("公共场所卫生许可：逾期未补正退回", g.PUBLIC, date(2025, 7, 9), (p.received, p.not_corrected)),
    Tale("道路货物运输经营许可：不属于本机关职权", g.LORRIES, date(2025, 8, 20), (
        p.received, step("refuse", {
            "refusal": "no_jurisdiction", "refusal_reason": "跨省危险货物运输不属于县级职权。",
            "proper_organ": "市交通运输局",
        }, wait=(0, 0)))),
    Tale("临时占用城市道路审批：不需要取得许可", g.STREET, date(2025, 6, 18), (
        p.received, step("not_needed", {"refusal_reason": "在自有场地内摆放，不占用城市道路。"}, wait=(0, 0)),
    ), who="shop"),
    Tale("兽药经营许可：申请人撤回", g.DRUGS, date(2025, 9, 24), (*p.IN, step("withdraw", how="改变经营计划。"))),
)  # fmt: skip
REFUSED = (
    Tale("食品经营许可：不予许可", g.FOOD, date(2025, 5, 26), (
        *p.IN, p.checked, p.denied("经营场所与污染源距离不足，不符合食品安全法第三十三条第一款第一项。"))),
    Tale("大型户外广告设置审批：不予许可", g.SIGNS, date(2026, 3, 18), (
        *p.IN, p.denied("设置位置不符合户外广告设置规划。"))),
    Tale("燃气经营许可：不予许可", g.GAS, date(2025, 11, 12), (
        *p.IN, p.checked, p.denied("没有符合规定的抢险抢修人员，不符合城镇燃气管理条例第十五条。"))),
    Tale("烟花爆竹经营（零售）许可：虚假材料", g.FIREWORKS, date(2025, 9, 15), (
        *p.IN, step("deny_false", {"decision_reason": "房屋安全鉴定报告系伪造，予以警告。"}, wait=(5, 8))), who="shop"),
)  # fmt: skip
LONGER = (
    Tale("燃气经营许可：联合办理，经批准延长", g.GAS, date(2025, 3, 24), (
        *p.IN, p.checked, step("extend_joint", wait=(36, 36), approver="副县长韩正东", approval="2025年5月签批",
                               why="涉及住建、应急、消防三部门会审。"), p.granted(10, 12), p.published(),
        p.delivered()), {"handling": "joint"}),
    Tale("危险化学品经营许可：延长十日，法制审核", g.CHEMICALS, date(2025, 6, 16), (
        *p.IN, p.checked, p.law_reviewed, step("extend", wait=(5, 6), why="需要核实安全评价报告。"), *p.DONE)),
    Tale("危险化学品经营许可：法制审核后准予", g.CHEMICALS, date(2026, 4, 13), (
        *p.IN, p.checked, p.law_reviewed, *p.DONE)),
    Tale("民办学校设立审批：法律另有规定六十日", g.SCHOOL, date(2025, 8, 25), (
        *p.IN, p.checked, *p.special("experts", 15, "专家评议通过"), p.granted(15, 20), p.published(), p.delivered())),
    Tale("兽药经营许可：检验后准予", g.DRUGS, date(2025, 5, 12), (
        *p.IN, step("assign_inspection", {"checkers": p.SIGNED}), *p.special("inspection", 6, "验收合格"), *p.DONE)),
    Tale("兽药经营许可：检验不合格，不予许可", g.DRUGS, date(2026, 1, 19), (
        *p.IN, step("assign_inspection", {"checkers": p.SIGNED}), *p.special("inspection", 6, "冷藏设施不合格"),
        step("deny", {
            "decision_reason": "冷藏设施不符合要求。", "standards": "兽药经营质量管理规范第二章",
        }, wait=(2, 4)))),
    Tale("劳务派遣经营许可：考核后准予", g.LABOUR, date(2025, 10, 9), (
        *p.IN, step("examine", {"exam_result": "注册资本、场所、制度考核合格"}), *p.DONE)),
    Tale("河道采砂许可：招标后准予", g.SAND, date(2025, 4, 1), (
        *p.IN, *p.special("tender", 30, "中标，中标通知书已发"), p.granted(2, 4), p.published(), p.delivered())),
    Tale("危险废物经营许可：初审报市局", g.WASTE, date(2025, 7, 21), (
        *p.IN, p.checked,
        step("report_up", {"preliminary": "符合条件，拟同意。", "upper_organ": "市生态环境局"}, wait=(4, 8)),
    ), {"level": "lower"}),
    Tale("公共场所卫生许可：听证后准予", g.PUBLIC, date(2025, 9, 1), (
        *p.IN, p.checked, p.neighbours_told, p.hearing_held, *p.DONE)),
    Tale("公共场所卫生许可：利害关系人未要求听证", g.PUBLIC, date(2026, 3, 25), (
        *p.IN, p.checked, p.neighbours_told, p.hearing_lapsed, *p.DONE)),
    *(Tale("烟花爆竹经营（零售）许可：限量，按受理先后", g.FIREWORKS, date(2025, 11, day), (*p.IN, p.checked, *p.DONE),
           who="shop") for day in (3, 10, 17)),
)  # fmt: skip
AFTER = (
    Tale("食品经营许可：变更经营项目", g.FOOD, date(2025, 3, 26), (
        *p.IN, *p.DONE, p.asked("apply_change", "增加冷食类食品制售。"),
        p.change("grant", new_scope="热食类、冷食类食品制售"))),
    Tale("大型户外广告设置审批：不予变更", g.SIGNS, date(2025, 3, 31), (
        *p.IN, *p.DONE, p.asked("apply_change", "扩大广告面积。"), p.change("deny", decision_reason="超过规划面积。"))),
    Tale("临时占用城市道路审批：按期延续", g.STREET, date(2025, 3, 10), (
        *p.IN, p.granted(3, 4), p.published(), p.delivered(1, 1, 12), p.asked("apply_renewal", "延续一年。", 40),
        p.change("grant")), who="shop"),
    Tale("河道采砂许可：不予延续，期满失效，没有注销", g.SAND, date(2025, 3, 13), (
        *p.IN, *p.special("tender", 20, "中标"), p.granted(2, 2), p.published(), p.delivered(1, 1, 12),
        p.asked("apply_renewal", "延续一年。", 45), p.change("deny", decision_reason="河道采砂规划已经调整。"),
        step("supervise", wait=(1, 1), who="王立、郑敏", how="到期前检查。", result="要求到期停止采砂"),
    ), name_of_party="洪河县白沙砂石有限公司"),
    Tale("临时占用城市道路审批：延续申请逾期未决定，视为准予", g.STREET, date(2025, 3, 18), (
        *p.IN, p.granted(3, 4), p.published(), p.delivered(1, 1, 12), p.asked("apply_renewal", "延续一年。", 33),
        p.only_accepted, p.reissued), who="shop"),
    Tale("烟花爆竹经营（零售）许可：情况变化，撤回并补偿", g.FIREWORKS, date(2025, 3, 20), (
        *p.IN, p.checked, *p.DONE, p.ended(
            "start_withdrawal", "facts_changed", "所在街区列入禁放区。", "take_back", loss="18000",
            compensation="18000", compensation_how="按评估报告一次支付"),
        p.cancelled("revoked_or_withdrawn", "许可已被撤回。")), who="shop"),
    Tale("道路货物运输经营许可：法人终止，注销", g.LORRIES, date(2025, 4, 2), (
        *p.IN, *p.DONE, p.cancelled("dissolved", "公司已经清算注销。", (120, 130)))),
)  # fmt: skip
LATE = (
    Tale("食品经营许可：逾期作出决定", g.FOOD, date(2025, 7, 14), (
        *p.IN, p.checked, p.granted_late(6), p.published(), p.delivered()), name_of_party="洪河县迟到餐饮有限公司"),
    Tale("公共场所卫生许可：没有告知，视为受理，逾期决定", g.PUBLIC, date(2025, 8, 4), (
        p.received, p.silent, p.granted_late(3), p.published(), p.delivered()), name_of_party="洪河县听松宾馆有限公司"),
    Tale("道路货物运输经营许可：逾期颁证", g.LORRIES, date(2025, 10, 13), (
        *p.IN, p.granted(), p.published(), p.delivered(15, 15)), name_of_party="洪河县缓行物流有限公司"),
    Tale("大型户外广告设置审批：逾期公开", g.SIGNS, date(2025, 11, 18), (
        *p.IN, p.granted(), p.delivered(1, 2), p.published(12, 12)), name_of_party="洪河县云墙广告有限公司"),
    Tale("取水许可：至今没有决定", g.INTAKE, date(2026, 8, 24), p.IN, name_of_party="洪河县候水农业开发有限公司"),
)  # fmt: skip
OPEN = (
    *(Tale(f"{item.name}：正在办理", item, begins, parts)
      for item, begins, parts in (
          (g.FOOD, date(2026, 11, 2), p.IN), (g.FOOD, date(2026, 11, 17), (p.received,)),
          (g.LORRIES, date(2026, 11, 9), p.IN), (g.GAS, date(2026, 11, 4), (*p.IN, p.checked)),
          (g.CHEMICALS, date(2026, 11, 5), (
              *p.IN, p.checked, step("submit_review", wait=(1, 1), proposed="拟准予许可。"))),
          (g.PUBLIC, date(2026, 11, 6), (*p.IN, p.neighbours_told)),
          (g.DRUGS, date(2026, 11, 10), (
              p.received, step("require", {"supplement_items": "补充质量管理制度。"}, wait=(1, 1)))),
      )),
)  # fmt: skip
TALES = (*ORDINARY, *QUICK, *COMMITTED, *WINDOW, *REFUSED, *LONGER, *AFTER, *LATE, *OPEN)

PLANTED = [
    Planted("licence_overdue", "洪河县迟到餐饮有限公司", "受理后第二十六个工作日才作出决定"),
    Planted("licence_overdue", "洪河县听松宾馆有限公司", "五个工作日内没有告知，视为受理后逾期三个工作日决定"),
    Planted("licence_overdue", "洪河县缓行物流有限公司", "准予决定后第十五个工作日才颁证"),
    Planted("licence_overdue", "洪河县候水农业开发有限公司", "受理后一直没有决定"),
    Planted("publication_late", "洪河县云墙广告有限公司", "准予决定后第十三个工作日才公开"),
    Planted("overdue", "洪河县白沙砂石有限公司", "不予延续、期满失效后没有办理注销"),
    Planted("never_closed", "洪河县白沙砂石有限公司", "期满失效后半年没有动静"),
]


def _facts(number: int, tale: Tale, random: Random) -> dict[str, Any]:
    item = tale.item
    party = {"firm": lambda: g.firm(number, item), "shop": lambda: g.shop(number, random)}[tale.who]()
    if tale.name_of_party:
        party["party_name"] = tale.name_of_party
    application = party | {
        "item_code": item.code, "item_name": item.name, "request": f"申请{item.scope}。",
    } | dict(tale.more)  # fmt: skip
    return {
        "application": application, "scope": item.scope, "certificate": item.certificate, "months": item.months,
        "licence_no": f"洪{item.code.split('-')[1]}{tale.begins.year}{number:04}",
    }  # fmt: skip


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """The guides, then every application on a working day of its own."""
    yield from books(g.BOOKS, county, today)
    random = Random(SEED)
    for number, tale in enumerate(TALES, 1):
        organ = next(organ for organ in county.organs if organ.short_name == tale.item.organ)
        on = calendar.workday_from(tale.begins + timedelta(0), allow_provisional=True)
        told = Told(
            tale.name, county, "licence", organ, county.clerks[organ.pk], facts=_facts(number, tale, random),
            random=Random(random.random()), calendar=calendar,
        )  # fmt: skip
        if on <= today:
            yield on, told, told_in(told, tale.parts)
