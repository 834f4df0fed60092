"""Stories of major decisions and of their yearly catalogues (重大行政决策、年度目录)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts import decision as d
from yifa.demo.parts import decision_outcome as o
from yifa.demo.parts.decision import Decision, Part
from yifa.demo.place import County

SEED = 713
"""The regulation's number: the dice of these tales are their own."""

ALL = "公众参与、合法性审查、集体讨论"
TECHNICAL = "公众参与、专家论证、风险评估、合法性审查、集体讨论"
ITEMS: tuple[tuple[str, str, str, str, str], ...] = (
    ("1", "城区公共停车场管理措施", "policy", "县城管局", ALL),
    ("2", "县域水网建设规划", "plan", "县水利局", TECHNICAL),
    ("3", "农贸市场改造和经营管理措施", "policy", "县市场监管局", "公众参与、公平竞争审查、合法性审查、集体讨论"),
    ("4", "校车服务管理措施", "policy", "县教育局", ALL),
    ("5", "城市供水价格调整方案", "other", "县住建局", "公众参与、听证、合法性审查、集体讨论"),
    ("6", "东河防洪工程", "project", "县水利局", TECHNICAL),
    ("7", "农村客运补贴措施", "policy", "县交通局", ALL),
    ("8", "矿产资源开发利用规划", "resource", "县自然资源局", TECHNICAL),
)
NEXT = (
    ("1", "矿产资源开发利用规划", "resource", "县自然资源局", TECHNICAL),
    ("2", "居家养老服务措施", "policy", "县民政局", ALL),
    ("3", "城区公共交通线网规划", "plan", "县交通局", TECHNICAL),
    ("4", "农村生活污水治理项目", "project", "县生态环境分局", TECHNICAL),
    ("5", "夜间经济管理措施", "policy", "县城管局", ALL),
)
CATALOGUED = date(2026, 4, 1)
"""By this day the catalogue of 2026 is out, and decisions can follow from it."""
TOWN = (("1", "集镇环境卫生管理措施", "policy", "镇建设办", ALL),)

WRONG = [
    {
        "seq": "1",
        "category": "authority",
        "text": "删去设定收费的条款",
        "basis": "行政处罚法第四条",
        "severity": "must",
    },
]


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Catalogues of two years and of some townships, and the decisions that follow from them."""
    yield from _catalogues(county, calendar)
    dice = Random(SEED)
    for on, name, matter, lead, parts in (*_told(), *_open(today, calendar)):
        by = county.people["jiang"]
        told = Decision(
            name, county, "major_decision", county.government, by, calendar=calendar, random=Random(dice.random()),
            matter=matter, lead=lead,
        )  # fmt: skip
        yield calendar.workday_from(on, allow_provisional=True), told, d.chained(told, parts)
    town = county.townships[1]
    told = Decision(
        "乡镇重大行政决策", county, "major_decision", town, county.clerks[town.pk], calendar=calendar,
        random=Random(dice.random()), matter=TOWN[0][1], lead=TOWN[0][3],
    )  # fmt: skip
    parts = (
        d.proposed(), d.started(2025, "1"), d.drafted(), d.reviewed(), o.submitted("", "听取了公众意见"), o.adopted(),
        o.announced(),
    )  # fmt: skip
    yield calendar.workday_from(date(2025, 5, 12)), told, d.chained(told, parts)


Tale = tuple[date, str, str, str, tuple[Part, ...]]


def _told() -> Iterator[Tale]:
    """Decisions of 2025: every way through and out of the procedure."""
    yield from _of_the_catalogue()
    yield from _beside_the_catalogue()


def _of_the_catalogue() -> Iterator[Tale]:
    names = {no: (matter, lead) for no, matter, _, lead, _ in ITEMS}
    submit = o.submitted()
    adopt = o.adopted()

    def item(no: str) -> tuple[Part, ...]:
        kind = next(kind for number, _, kind, _, _ in ITEMS if number == no)
        return (d.proposed("dept", kind), d.started(2025, no))

    yield date(2025, 3, 4), "公开征求意见后决定", *names["1"], (
        *item("1"), d.reassigned, d.drafted(public_concern=True, specific_group="残疾人"), d.group, d.solicited(35, 5),
        d.reviewed(trouble="query"), submit, adopt, o.announced(), o.carried_out,
    )  # fmt: skip
    yield date(2025, 3, 5), "专家论证、风险评估后决定并后评估", *names["2"], (
        *item("2"), d.drafted(highly_technical=True, stability_risk=True, other_units=True), d.argued, d.assessed(),
        d.solicited(31, 3), d.reviewed(), submit, adopt, o.announced(), o.evaluated("adjust"),
        o.adjusted, d.argued, d.assessed(), d.seminar, d.reviewed(), submit, adopt, o.announced(),
    )  # fmt: skip
    yield date(2025, 3, 11), "公平竞争审查后决定", *names["3"], (
        *item("3"), d.drafted(affects_market=True), d.compared, d.solicited(), d.reviewed(trouble="require"),
        submit, adopt, o.announced(), o.kept,
    )  # fmt: skip
    yield date(2025, 4, 8), "应予修改后核对", *names["4"], (
        *item("4"), d.drafted(), d.solicited(30, 2), d.reviewed("revise", opinions=WRONG), d.adapted, submit,
        o.adopted("approved_with_changes"), o.announced(25),
    )  # fmt: skip
    yield date(2025, 4, 15), "听证改期后决定", *names["5"], (
        *item("5"), d.drafted(public_concern=True, hearing_by_law="政府制定价格听证办法"), d.heard(late=True),
        d.solicited(31, 4), d.reviewed(), submit, adopt, o.announced(), o.stopped,
    )  # fmt: skip
    yield date(2025, 5, 6), "缩短期限、提前审查，执行中中止", *names["6"], (
        *item("6"), d.drafted(highly_technical=True, stability_risk=True, congress="report"), d.argued,
        d.assessed("controllable_after_adjust"), d.solicited(10, 2, "汛期临近，情况紧急"), d.reviewed(days=3),
        o.submitted("汛期临近，工程须在主汛期前开工"), adopt, o.announced(2, congress=True), o.suspended,
    )  # fmt: skip
    yield date(2025, 6, 3), "审查不合法、会议暂缓后再决定", *names["7"], (
        *item("7"), d.drafted(), d.solicited(30, 2), d.reviewed("illegal"), d.redrafted, d.reviewed(), submit,
        o.deferred, d.reviewed(), submit, adopt, o.announced(),
    )  # fmt: skip


def _beside_the_catalogue() -> Iterator[Tale]:
    submit, adopt = o.submitted(), o.adopted()
    beside = d.started(reason="市级部署的专项任务")
    yield date(2025, 7, 1), "依法不予公开的决策", "应急物资储备布局方案", "县应急局", (
        d.proposed(), beside, d.drafted(confidential=True, confidential_basis="工作秘密管理规定"), d.reviewed(),
        submit, adopt, o.announced(),
    )  # fmt: skip
    yield date(2025, 8, 5), "会议不予通过", "东关片区房屋征收补偿方案", "县住建局", (
        d.proposed(kind="project"), beside, d.drafted(expropriation_plan=True), d.solicited(31, 3),
        d.reviewed(trouble="return"), submit, o.rejected,
    )  # fmt: skip
    yield date(2025, 9, 2), "公众建议不启动", "增设城区公园", "县住建局", (
        d.proposed("citizen", "project", proposer="雷永平"), d.declined,
    )  # fmt: skip
    yield date(2025, 10, 9), "送审后终止程序", "共享电单车管理措施", "县交通局", (
        d.proposed(), beside, d.drafted(), d.seminar, o.ended,
    )  # fmt: skip


def _open(today: date, calendar: Calendar) -> Iterator[Tale]:
    """Decisions that stand at different stages today."""
    if today - timedelta(72) < CATALOGUED:
        return
    names = {no: (matter, lead) for no, matter, _, lead, _ in NEXT}
    yield today - timedelta(70), "正在公开征求意见", *names["2"], (
        d.proposed("dept"), d.started(2026, "2"), d.drafted(public_concern=True), d.waiting_for_answers,
    )  # fmt: skip
    yield today - timedelta(58), "正在合法性审查", *names["5"], (
        d.proposed("dept"), d.started(2026, "5"), d.drafted(), d.seminar, d.sent,
    )  # fmt: skip
    yield today - timedelta(72), "等待会议讨论", *names["3"], (
        d.proposed("dept", "plan"), d.started(2026, "3"), d.drafted(highly_technical=True), d.argued, d.seminar,
        d.reviewed(), o.submitted(),
    )  # fmt: skip


# --- catalogues (年度目录) --------------------------------------------------------------------------------


def _catalogues(county: County, calendar: Calendar) -> Iterator[tuple[date, Side, Waits]]:
    jiang = county.people["jiang"]
    for year, items, adjusts in ((2025, ITEMS, True), (2026, NEXT, False)):
        side = Side("县政府年度目录", county, "decision_catalogue", county.government, jiang)
        yield date(year, 1, 6), side, _catalogue(side, calendar, year, items, adjusts=adjusts)
    for town, trouble in zip(county.townships, ("send_back", "", "refuse"), strict=False):
        side = Side("乡镇年度目录", county, "decision_catalogue", town, county.clerks[town.pk])
        yield date(2025, 1, 8), side, _catalogue(side, calendar, 2025, TOWN, trouble=trouble)


def _rows(items: tuple[tuple[str, ...], ...], **changed: dict[str, str]) -> list[dict[str, Any]]:
    columns = ("no", "name", "kind", "lead", "procedures")
    rows = [dict(zip(columns, item, strict=True)) | {"planned": "当年四季度"} for item in items]
    return [row | changed.get(f"no{row['no']}", {}) for row in rows]


def _catalogue(
    side: Side, calendar: Calendar, year: int, items: tuple[tuple[str, ...], ...], *, adjusts: bool = False,
    trouble: str = "",
) -> Waits:  # fmt: skip
    """The catalogue of a year; `trouble` is who sends the draft back, `adjusts` whether an item moves on later."""

    def workday(number: int) -> date:
        return calendar.add_working_days(side.day, number, allow_provisional=True)

    side.take("collect", {"year": year}, until=date(year, 1, 24), to="县司法局")
    yield workday(10)
    suggested = [{"by": "县水利局", "source": "dept", "content": items[0][1], "result": "列入目录"}]
    side.take("suggest", {"suggestions": suggested})
    yield workday(3)
    side.take("draft", {"items": _rows(items), "standard": "涉及社会公众切身利益的重大事项。"})
    if trouble:
        yield workday(2)
        yield from _returned(side, workday, trouble)
        side.take("draft", {"items": _rows(items)})
    yield from _passed(side, workday)
    if not adjusts:
        return
    yield calendar.workday_from(date(year, 9, 8))
    side.take("adjust", {"adjust_reason": "矿产资源规划需与上级规划衔接，转入下一年度。"})
    out = {"status": "transferred_next_year", "note": "与上级规划衔接"}
    side.take("draft", {"items": _rows(items, no8=out)})
    yield from _passed(side, workday)
    yield calendar.workday_from(date(year + 1, 1, 12))
    side.take("archive")


def _returned(side: Side, workday: Any, trouble: str) -> Waits:
    """The meeting sends the draft back, or the party committee wants it changed."""
    why = {"return_reason": "完善承办单位和完成时间。"}
    if trouble == "send_back":
        side.take("send_back", {"meeting_no": "本年度第2次"} | why)
    else:
        side.take("deliberate", {"meeting": "office", "meeting_no": "本年度第2次"})
        yield workday(4)
        side.take("refuse", why)
    yield workday(2)


def _passed(side: Side, workday: Any) -> Waits:
    """Meeting, consent, publication."""
    government = side.organ == side.county.government
    yield workday(5)
    side.take("deliberate", {"meeting": "standing" if government else "office", "meeting_no": "本年度第3次"})
    yield workday(2)
    side.take("request_consent", to="中共洪河县委" if government else "镇党委")
    yield workday(6)
    side.take("consent", {"party_consent_no": f"洪委办〔{side.day.year}〕9号"})
    yield workday(2)
    side.take("announce", {"published_url": "https://www.example.gov.cn/jcml"})
    d.make_public(side, "public_items")
