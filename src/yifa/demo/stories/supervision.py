"""Supervision of enforcement in the demonstration county since the regulation of 2026: every track and every end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.place import County
from yifa.demo.planted import Planted
from yifa.kernel.linking import linked_case

Row = dict[str, Any]
How = Callable[["Supervised"], Waits]

SORTED = {"track": "general", "manner": "daily", "relation": "department", "dispute": "none"}


@dataclass(frozen=True)
class Matter:
    """What a case is about: when the clue came, whom it concerns, what was found, and how it goes."""

    on: date
    organ: str
    source: str
    act: str
    problem: str
    text: str
    found: Row = field(default_factory=dict)
    how: str = "opined"
    more: Row = field(default_factory=dict)


def _fault(kind: str, text: str, basis: str) -> Row:
    return {"finding": kind, "finding_text": text, "finding_basis": basis}


NOT_TOLD = _fault(
    "unlawful", "两份处罚决定作出前没有告知当事人陈述、申辩的权利。", "《行政处罚法》第四十四条、第六十二条"
)
IDLE = _fault("omitted", "收到举报满两个月，没有到场核查，也没有答复。", "《行政处罚法》第五十四条第二款")
UNEQUAL = _fault(
    "improper", "情节相近的两家商户，罚款相差四倍，没有说明理由。", "《行政处罚法》第五条第二款、第三十四条"
)
NO_CARD = _fault("unlawful", "一名执法人员没有出示执法证件。", "《行政处罚法》第五十五条第一款")
LATE_PUBLIC = _fault("omitted", "十二份处罚决定没有依法公开。", "《行政处罚法》第四十八条")
SEALED = _fault("unlawful", "查封期满三十日，没有决定延长，也没有解除。", "《行政强制法》第二十五条、第二十八条")
QUOTA = _fault("unlawful", "年度考核中对执法科室下达罚没收入指标。", "《行政处罚法》第七十四条第三款")

MATTERS = (
    Matter(date(2026, 2, 4), "县城管局", "hotline", "penalty", "omission", "夜市油烟扰民，举报两个月没有处理。", IDLE,
           "urged"),
    Matter(date(2026, 2, 10), "县市场监管局", "enterprise", "penalty", "decision", "同一条街两家小吃店罚款差别很大。",
           UNEQUAL),
    Matter(date(2026, 2, 26), "县交通局", "patrol", "inspection", "equipment", "路面检查未出示证件。", NO_CARD,
           "on_spot"),
    Matter(date(2026, 3, 5), "县农业农村局", "model", "penalty", "procedure", "三件案件办理已用八十日，尚未决定。", {},
           "warned"),
    Matter(date(2026, 3, 12), "县自然资源局", "reconsideration", "penalty", "procedure", "复议建议书指出告知程序缺失。",
           NOT_TOLD),
    Matter(date(2026, 3, 19), "县住建局", "procuratorate", "penalty", "omission", "检察建议指出应处罚未处罚。", IDLE,
           "to_government"),
    Matter(date(2026, 4, 2), "县生态环境分局", "enterprise", "inspection", "omission", "企业反映一月内重复检查。",
           _fault("unlawful", "一个月内对同一企业检查四次。", "《优化营商环境条例》第五十四条"), "told_above",
           {"relation": "vertical"}),
    Matter(date(2026, 4, 9), "县城管局", "complaint", "coercion", "procedure", "店外工具扣押后没有清单。", {},
           "no_problem"),
    Matter(date(2026, 4, 16), "县卫健局", "hotline", "penalty", "decision", "当事人对罚款不服。", {}, "to_remedy"),
    Matter(date(2026, 4, 23), "县市场监管局", "model", "penalty", "system", "十二份处罚决定逾期没有公开。", LATE_PUBLIC,
           "urged_late"),
    Matter(date(2026, 5, 7), "县应急局", "patrol", "inspection", "equipment", "检查记录没有执法人员签名。",
           _fault("improper", "两份检查记录缺少一名执法人员签名。", "《行政执法监督条例》第十二条第二项"), "on_spot"),
    Matter(date(2026, 5, 14), "县城管局", "congress", "penalty", "system", "代表建议反映以罚代管。", QUOTA, "grave",
           {"manner": "key"}),
    Matter(date(2026, 5, 21), "县水利局", "media", "penalty", "omission", "媒体反映河道采砂。", {}, "not_filed"),
    Matter(date(2026, 6, 4), "县交通局", "court", "coercion", "procedure", "司法建议指出扣车超期。", SEALED,
           "objected"),
    Matter(date(2026, 6, 18), "县人社局", "hotline", "penalty", "omission", "欠薪举报没有立案也没有答复。", IDLE,
           "urged"),
    Matter(date(2026, 7, 2), "县农业农村局", "dossier", "penalty", "procedure", "评查发现没有法制审核。",
           _fault("unlawful", "一件较大数额罚款没有法制审核。", "《行政处罚法》第五十八条"), "upheld"),
    Matter(date(2026, 7, 9), "县教育局", "hotline", "licence", "procedure", "办学许可补正通知发了三次。", {}, "warned"),
    Matter(date(2026, 8, 6), "县城管局", "model", "penalty", "decision", "罚款集中在整数。", {}, "upgraded"),
    Matter(date(2026, 9, 3), "县市场监管局", "enterprise", "inspection", "manner", "检查中态度粗暴。",
           _fault("unlawful", "检查中辱骂经营者。", "《行政执法监督条例》第十一条第二款第五项"), "staff"),
    Matter(date(2026, 10, 12), "县自然资源局", "procuratorate", "penalty", "omission", "检察建议指出违建没有查处。",
           IDLE,
           "unanswered"),
    Matter(date(2026, 11, 2), "县住建局", "complaint", "licence", "decision", "对不予许可说明理由不清。", NOT_TOLD,
           "waiting"),
    Matter(date(2026, 11, 10), "县公安局", "hotline", "penalty", "manner", "群众反映执法不文明。", {}, "unsorted"),
)  # fmt: skip

LATE_HOUSING, LATE_MARKET, LATE_LAND = (
    "洪河县住房和城乡建设局：不作为", "洪河县市场监督管理局：执法制度不落实", "洪河县自然资源局：不作为",
)  # fmt: skip
PLANTED = [
    Planted("supervision_unanswered", LATE_LAND, "督办函期满没有报送纠正情况"),
    Planted("supervision_unanswered", LATE_MARKET, "督办函期满后才报送纠正情况"),
    Planted("supervision_unanswered", LATE_HOUSING, "督办函期满没有报送，报本级政府决定后才纠正"),
    Planted("overdue", "洪河县公安局：执法不文明", "线索五个工作日内没有研判"),
    Planted("late", "洪河县城市管理综合行政执法局：决定违法", "预警期满没有反馈，转为立案"),
]


class Supervised(Side):
    """A case of supervision as it is told."""

    matter: Matter
    calendar: Calendar
    dice: Random

    def later(self, least: int, most: int = 0) -> date:
        """A working day so many working days from today."""
        amount = self.dice.randint(least, max(least, most))
        return self.calendar.add_working_days(self.day, amount, allow_provisional=True)

    def filed(self, **more: Any) -> Waits:
        """The clue is registered, sorted, filed and looked into."""
        yield from self.sorted_as(**more)
        self.take("file")
        yield self.later(2, 4)
        self.take("retrieve", what="近三个月的有关案卷")
        yield self.later(3, 6)

    def sorted_as(self, **more: Any) -> Waits:
        """The clue is registered and sorted."""
        yield self.day
        self.registered()
        yield self.later(1, 3)
        self.take("triage", SORTED | {"triage_note": "属于监督范围。"} | self.matter.more | more)

    def registered(self) -> None:
        """The clue is registered."""
        matter, organs = self.matter, {organ.short_name: organ for organ in self.county.organs}
        self.take("register_clue", {
            "clue_source": matter.source, "clue_text": matter.text, "target_organ": organs[matter.organ],
            "act_kind": matter.act, "problem": matter.problem,
        })  # fmt: skip

    def reply(self) -> Side:
        """The paper as the supervised organ works on it."""
        assert self.case is not None
        case = linked_case(self.case, "supervision_reply")
        assert case is not None
        return Side(
            self.story, self.county, case.procedure, case.organ, self.county.clerks[case.organ_id], case, self.day
        )

    def told(self, kind: str) -> None:
        """A letter or an opinion is issued and served on the same day."""
        letter = {"urge_demand": "十日内核查处理，并答复举报人。", "urge_term": "working_days", "urge_amount": 15}
        opinion = {"opinion_demand": "自行纠正，并检查同类案件。", "opinion_term": "days", "opinion_amount": 30}
        self.take(kind, letter if kind == "urge" else opinion)
        self.take("urge_served" if kind == "urge" else "opinion_served")

    def corrected(self, outcome: str, text: str = "已经纠正，并对照检查同类案件。") -> Waits:
        """The organ answers, the answer is checked, the case is closed."""
        self.reply().take("reply", {"rectification": text})
        yield self.later(3, 6)
        self.take("confirm", {"checked_note": "经抽查案卷，情况属实。"})
        self.take("close", {"outcome": outcome, "closing_note": "问题已经纠正。"})


def urged(side: Supervised) -> Waits:
    """A letter, obeyed in time."""
    yield from side.filed()
    side.take("find", side.matter.found)
    side.told("urge")
    yield side.later(8, 14)
    yield from side.corrected("corrected_after_urge")


def urged_late(side: Supervised) -> Waits:
    """A letter, obeyed a few days late, after the head was talked to."""
    yield from side.filed()
    side.take("find", side.matter.found)
    side.told("urge")
    yield side.later(17)
    side.take("interview", whom="分管负责人", what="督办事项逾期没有报送。")
    yield side.later(3)
    yield from side.corrected("corrected_after_urge", "已经补充公开。")


def opined(side: Supervised) -> Waits:
    """An opinion, obeyed in time."""
    yield from side.filed()
    side.take("find", side.matter.found)
    side.told("opine")
    yield side.later(12, 18)
    yield from side.corrected("corrected_after_opinion")


def on_spot(side: Supervised) -> Waits:
    """Put right on the spot."""
    yield from side.sorted_as(track="simple")
    side.take("file")
    side.take("find", side.matter.found)
    side.take("correct_on_spot", {"rectification": "当场补正并向当事人说明。"} | _facts(side.matter))
    side.take("close", {"outcome": "corrected_on_spot", "closing_note": "已当场纠正。"})


def _facts(matter: Matter) -> Row:
    return {name: matter.found[name] for name in ("finding_text", "finding_basis")}


def warned(side: Supervised) -> Waits:
    """A warning, answered."""
    yield from side.sorted_as(track="warning")
    side.take("warn", {"warning_text": side.matter.text})
    yield side.later(3, 8)
    side.take("warning_answered", {"rectification": "已经逐件核查，按期办理。"})
    side.take("close", {"outcome": "answered_warning", "closing_note": "已自行规范。"})


def upgraded(side: Supervised) -> Waits:
    """A warning nobody answered, so that a case was filed; nothing was found in the end."""
    yield from side.sorted_as(track="warning")
    side.take("warn", {"warning_text": side.matter.text})
    yield side.later(12)
    side.take("upgrade", why="预警期满没有反馈。")
    side.take("retrieve", what="整数罚款的案卷")
    yield side.later(6)
    side.take("find", {"finding": "none"})
    side.take("close", {"outcome": "no_problem", "closing_note": "罚款均在裁量基准以内。"})


def to_government(side: Supervised) -> Waits:
    """A letter that was not obeyed; the government decided."""
    yield from side.filed()
    side.take("find", side.matter.found)
    side.told("urge")
    yield side.later(18)
    yield from decided(side, "责令限期查处，并追究责任。")


def grave(side: Supervised) -> Waits:
    """A grave matter, listed; the government decided at once; a circular went out."""
    yield from side.sorted_as()
    side.take("list_case", what="违规下达罚没收入考核指标")
    side.take("file")
    side.take("measure", kind="inspect", what="暗访并核对考核文件", invited="县人大代表")
    yield side.later(5)
    side.take("find", side.matter.found | {"grave": True})
    yield from decided(side, "撤销罚没收入考核指标。")


def decided(side: Supervised, proposal: str) -> Waits:
    """The government decides on the proposal, and the organ corrects."""
    side.take("propose_decision", {"proposal": proposal})
    yield side.later(4, 6)
    assert side.case is not None
    case = linked_case(side.case, "supervision_decision")
    assert case is not None
    government = Side(
        side.story, side.county, case.procedure, case.organ, side.county.people["jiang"], case, side.day
    )  # fmt: skip
    government.take("decide", {"demand": proposal, "term": "days", "amount": 20})
    government.take("serve")
    yield side.later(8, 11)
    if side.record.listed_on:
        side.take("circulate", {
            "circular_scope": "public", "circular_text": "个别机关对执法科室下达罚没收入指标，已经依法纠正。",
        })  # fmt: skip
        side.take("delist")
    yield from side.corrected("gov_decision_corrected")


def told_above(side: Supervised) -> Waits:
    """An organ managed from above: its superior is told."""
    yield from side.filed()
    side.take("find", side.matter.found)
    side.take("tell_superior", {"transfer_to": "市生态环境局"})
    side.take("close", {"outcome": "told_superior", "closing_note": "已经告知其上一级主管部门。"})


def no_problem(side: Supervised) -> Waits:
    """Looked into; all was well."""
    yield from side.filed()
    side.take("find", {"finding": "none"})
    side.take("close", {"outcome": "no_problem", "closing_note": "清单齐全，当事人已签收。"})


def to_remedy(side: Supervised) -> Waits:
    """The party could ask for reconsideration, was told so, and did."""
    yield from side.sorted_as(dispute="open")
    side.take("guide", how="可以在收到决定之日起六十日内向县人民政府申请行政复议。")
    side.take("file")
    yield side.later(6)
    side.take("remedy_began", {"dispute": "reconsideration"})


def not_filed(side: Supervised) -> Waits:
    """Not filed, with a reason."""
    yield side.day
    side.registered()
    yield side.later(3)
    side.take("not_file", why="经核实已经立案查处，报道内容与事实不符。")


def objected(side: Supervised) -> Waits:
    """An opinion that the organ objected to, in vain."""
    yield from side.filed()
    side.take("find", side.matter.found)
    side.told("opine")
    yield side.later(3)
    side.reply().take("object", {"objection": "期间包括检测时间，应当扣除。"})
    yield side.later(4)
    side.take(
        "answer_objection",
        {"objection_result": "rejected", "objection_reply": "没有将检测期间书面告知当事人，不能扣除。"},
    )
    yield side.later(5)
    yield from side.corrected("corrected_after_opinion", "已经解除扣押，发还车辆。")


def upheld(side: Supervised) -> Waits:
    """An opinion that was taken back."""
    yield from side.filed()
    side.take("find", side.matter.found)
    side.told("opine")
    yield side.later(2)
    side.reply().take("object", {"objection": "审核意见在副卷中，有审核日期。"})
    yield side.later(3)
    side.take("answer_objection", {"objection_result": "upheld", "objection_reply": "经核对副卷，审核在决定之前。"})
    side.take("withdraw_paper")
    side.take("close", {"outcome": "objection_upheld", "closing_note": "撤回意见书。"})


def staff(side: Supervised) -> Waits:
    """An opinion, and suggestions about an officer."""
    yield from side.filed()
    side.take("find", side.matter.found)
    side.told("opine")
    rows = [{"name": "邓某洁", "measure": "training", "reason": "当众辱骂经营者，事后已经道歉。"}]
    side.take("suggest_staff", {"staff": rows, "transfer_to": "洪河县市场监督管理局"})
    yield side.later(10)
    side.take("staff_result", {"staff": [rows[0] | {"result": "离岗教育一个月"}]})
    yield from side.corrected("corrected_after_opinion", "已向经营者道歉，对有关人员作出处理。")


def unanswered(side: Supervised) -> Waits:
    """A letter that nobody has answered though its time is up."""
    yield from side.filed()
    side.take("find", side.matter.found)
    side.take("urge", {"urge_demand": "依法立案查处。", "urge_term": "days", "urge_amount": 10})
    side.take("urge_served")


def waiting(side: Supervised) -> Waits:
    """An opinion whose time still runs."""
    yield from side.filed()
    side.take("find", side.matter.found)
    side.told("opine")


def unsorted(side: Supervised) -> Waits:
    """A clue nobody has looked at yet."""
    yield side.day
    side.registered()


HOW: dict[str, How] = {
    one.__name__: one
    for one in (
        urged, urged_late, opined, on_spot, warned, upgraded, to_government, grave, told_above, no_problem, to_remedy,
        not_filed, objected, upheld, staff, unanswered, waiting, unsorted,
    )
}  # fmt: skip


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Some twenty cases, each on its day."""
    for number, matter in enumerate(MATTERS):
        on = calendar.workday_from(matter.on, allow_provisional=True)
        if on <= today:
            person = county.people[("tang", "luo")[number % 2]]
            side = Supervised(f"执法监督：{matter.how}", county, "supervision_case", county.bureau, person)
            side.matter, side.calendar, side.dice, side.day = matter, calendar, Random(20260201 + number), on
            yield on, side, HOW[matter.how](side)
