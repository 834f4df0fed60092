"""Complaints and reports in the demonstration county: thirty of three kinds, mixed ones, late ones, open ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.place import County
from yifa.demo.planted import Planted
from yifa.kernel.correction import assign
from yifa.kernel.linking import linked_case

Row = dict[str, Any]
MARKET, CITY, GOVERNMENT = "县市场监管局", "县城管局", "县政府"
SURNAMES = "孙李王张刘陈杨黄"
FIRST = date(2025, 1, 8)
SUPERVISED_SINCE = date(2026, 2, 1)


@dataclass(frozen=True)
class Matter:
    """What somebody complains of or reports, to whom, and how it goes."""

    organ: str
    kind: str
    target: str
    text: str
    how: str
    more: Row = field(default_factory=dict)


def _consumer(target: str, text: str, how: str, **more: Any) -> Matter:
    return Matter(MARKET, "consumer_complaint", target, text, how, more)


def _report(organ: str, target: str, text: str, how: str, **more: Any) -> Matter:
    return Matter(organ, "report", target, text, how, more)


def _enforcement(target: str, text: str, how: str, **more: Any) -> Matter:
    return Matter(GOVERNMENT, "law_enforcement_complaint", target, text, how, more)


MATTERS = (
    _consumer("城关镇惠民超市", "购买的牛奶已过保质期，要求退款并赔偿。", "agreed"),
    _report(MARKET, "柳林镇鲜味食品加工点", "没有食品生产许可证生产豆制品。", "filed"),
    _consumer("洪河县安居家电商场", "冰箱三包期内两次维修，要求退换。", "tested"),
    _report(CITY, "白石镇某工地", "夜间倾倒建筑垃圾。", "filed"),
    _consumer("好运来手机店", "标价与结算价不一致。", "split"),
    _report(MARKET, "城关镇阳光药房", "处方药没有凭处方销售。", "not_filed"),
    _enforcement("县城管局", "没有出示证件，拿走了店外的桌椅。", "answered"),
    _consumer("某外地网店", "网购家具有瑕疵。", "refused"),
    _report(MARKET, "双桥镇粮油店", "计量器具不准。", "anonymous"),
    _report(CITY, "沙河乡某养殖场", "占道堆放饲料。", "elsewhere"),
    _consumer("洪河县美容美发中心", "预付卡不退余额。", "failed"),
    _report(MARKET, "青峪镇小旅馆", "没有营业执照。", "rewarded"),
    _enforcement("县交通局", "同一天在两个路口被罚两次。", "answered"),
    _consumer("城关镇金店", "首饰成色不符。", "agreed"),
    _report(CITY, "县医院北侧烧烤摊", "油烟扰民。", "late", matter="餐饮油烟"),
    _consumer("大汇乡农资店", "种子不发芽。", "tested"),
    _report(MARKET, "望岭乡液化气站", "充装过期气瓶。", "filed"),
    _consumer("洪河县驾校", "加收考试费用。", "transferred"),
    _enforcement("县卫健局", "罚款没有票据。", "answered"),
    _report(MARKET, "城关镇面馆", "使用过期调料。", "filed"),
    _enforcement("县城管局", "举报夜市油烟两个月没有答复。", "supervised"),
    _consumer("柳林镇装修公司", "地板开裂，拒绝维修。", "failed"),
    _report(CITY, "双桥镇广告公司", "擅自设置户外广告。", "not_filed"),
    _enforcement("县市场监管局", "同样的问题，我罚得比别人重。", "supervised"),
    _consumer("城关镇健身房", "停业后不退会费。", "agreed"),
    _report(MARKET, "白石镇农药门市部", "销售没有登记证的农药。", "transferred_report"),
    _enforcement("县住建局", "办证反复要求补材料。", "supervised"),
)

RECENT = (
    (8, _report(MARKET, "城关镇奶茶店", "从业人员没有健康证明。", "untouched")),
    (4, _consumer("城关镇童装店", "童装甲醛超标。", "mediating")),
    (1, _enforcement("县农业农村局", "检查时没有说明依据。", "untouched")),
)
"""Those of the last working days, which are still open."""

PLANTED = [
    Planted("late", "举报（餐饮油烟）", "逾期才决定是否立案"),
]


class Complained(Side):
    """A complaint as it is told."""

    matter: Matter
    calendar: Calendar
    dice: Random
    number: int = 0

    def later(self, least: int, most: int = 0) -> date:
        """A working day so many working days from today."""
        amount = self.dice.randint(least, max(least, most))
        return self.calendar.add_working_days(self.day, amount, allow_provisional=True)

    def received(self, **more: Any) -> Waits:
        """It is registered, with who sent it unless that is unknown."""
        yield self.day
        matter, organs = self.matter, {organ.short_name: organ for organ in self.county.organs}
        about = organs.get(matter.target)
        told: Row = {
            "kind": matter.kind, "channel": self.dice.choice(("platform", "hotline", "phone", "window")),
            "facts": matter.text, "target_name": about.name if about else matter.target, "target_address": "城关镇",
        }  # fmt: skip
        if about is None:
            told["target_type"] = "legal_person" if "公司" in matter.target else "individual_business"
        else:
            told |= {"target_organ": about, "channel": self.dice.choice(("hotline", "enterprise"))}
        self.take("receive", told | self.sender() | matter.more | more)
        yield self.later(1, 3)

    def sender(self) -> Row:
        """Somebody invented."""
        return {
            "real_name": True, "reporter_name": f"{SURNAMES[self.number % len(SURNAMES)]}某某",
            "reporter_phone": f"0399-6{self.number:06}", "reporter_address": "洪河县柳林镇",
        }  # fmt: skip

    def decided(self, filing: str, why: str, days: int = 8) -> Waits:
        """A report is looked into and decided on, and whoever sent it is told."""
        yield self.later(days)
        self.take("decide_filing", {"filing": filing, "filing_reason": why, "check_result": "已到现场核查。"})
        if self.record.real_name:
            yield self.later(1, 4)
            self.take("tell_reporter")
        else:
            self.take("close_anonymous")


def agreed(side: Complained) -> Waits:
    """Accepted, mediated, agreed."""
    yield from side.received()
    side.take("accept")
    yield side.later(5, 15)
    side.take("mediate_on", way="site", what="双方到场，核对票据。")
    side.take("agree", {"agreement": "经营者退还货款，并按约定赔偿。"})


def tested(side: Complained) -> Waits:
    """Mediated after a test, the time of which does not count; a breach came to light."""
    yield from side.received()
    side.take("accept")
    yield side.later(3, 5)
    side.take("appraise", what="双方共同委托检测机构检测。")
    side.take("find_clue", {"clue": "没有建立进货查验记录。"})
    yield side.later(10, 12)
    side.take("appraised", what="存在质量问题。")
    side.take("check_clue", {"check_result": "已责令改正。"})
    side.take("agree", {"agreement": "经营者更换同型号商品。"})


def failed(side: Complained) -> Waits:
    """Mediation came to nothing; both were told."""
    yield from side.received()
    side.take("accept")
    yield side.later(10, 20)
    side.take("end", {"ending": "4"})
    yield side.later(2, 5)
    side.take("tell_end")


def refused(side: Complained) -> Waits:
    """Not for this organ."""
    yield from side.received()
    side.take("refuse", {"refusal": "1"})


def split(side: Complained) -> Waits:
    """A complaint and a report in one; each went its own way."""
    yield from side.received(mixed=True)
    side.take("split", {"split_kind": "report", "split_facts": "标价签与结算价不一致，涉嫌价格欺诈。"})
    assert side.case is not None
    case = linked_case(side.case, "complaint")
    assert case is not None
    side.take("accept")
    yield side.later(6)
    report = Side(side.story, side.county, "complaint", side.organ, side.by, case, side.day)
    report.take("decide_filing", {"filing": "filed", "filing_reason": "标价不实属实。"})
    report.take("tell_reporter")
    yield side.later(4)
    side.take("agree", {"agreement": "退还差价并补偿。"})


def filed(side: Complained) -> Waits:
    """A report that led to a case."""
    yield from side.received()
    yield from side.decided("filed", "有初步证据证明存在违法行为。")


def not_filed(side: Complained) -> Waits:
    """A report that did not."""
    yield from side.received()
    yield from side.decided("not_filed", "现场核查没有发现举报的问题。")


def anonymous(side: Complained) -> Waits:
    """A report by nobody known."""
    yield from side.received(real_name=False, reporter_name="", reporter_phone="", reporter_address="")
    yield from side.decided("not_filed", "计量器具在检定有效期内。")


def rewarded(side: Complained) -> Waits:
    """A report that led to a case and was rewarded."""
    yield from filed(side)
    yield side.later(40)
    side.take("reward", {"reward_amount": "500"})


def late(side: Complained) -> Waits:
    """A report decided on too late."""
    yield from side.received()
    yield from side.decided("filed", "油烟净化设施没有正常使用。", days=22)


def elsewhere(side: Complained) -> Waits:
    """Told to turn to the competent organ."""
    yield from side.received()
    side.take("tell_elsewhere", {"transfer_name": "洪河县农业农村局"})


def transferred(side: Complained) -> Waits:
    """Handed to an organ outside the books."""
    yield from side.received()
    side.take("transfer", {"transfer_name": "市交通运输局驾培管理机构"})


def transferred_report(side: Complained) -> Waits:
    """Handed to the department that is competent, which decided."""
    yield from side.received()
    there = next(organ for organ in side.county.organs if organ.short_name == "县农业农村局")
    side.take("transfer", {"transfer_organ": there})
    assert side.case is not None
    case = linked_case(side.case, "complaint", there)
    assert case is not None
    yield side.later(7)
    clerk = side.county.clerks[there.pk]
    other = Side(side.story, side.county, "complaint", there, clerk, case, side.day)
    assign(case, clerk, "收到移送的举报，指定承办人", other.entry(side.county.heads[there.pk]))
    other.take("decide_filing", {"filing": "filed", "filing_reason": "查获没有登记证的农药。"})
    other.take("tell_reporter")


def answered(side: Complained) -> Waits:
    """A complaint about enforcement, answered by the government before there was a regulation."""
    yield from side.received()
    yield side.later(8, 15)
    side.take("answer", {"answer": "经核实，已要求该机关改正。对行政行为不服的，可以依法申请行政复议。"})


def supervised(side: Complained) -> Waits:
    """A complaint about enforcement that became a clue of supervision, and came back."""
    yield from side.received()
    side.take("refer")
    assert side.case is not None
    clue = linked_case(side.case, "supervision_case")
    assert clue is not None
    yield side.later(4)
    body = Side(
        side.story, side.county, "supervision_case", side.county.bureau, side.county.people["tang"], clue, side.day
    )  # fmt: skip
    body.take("not_file", why="所反映的问题已在同类监督案件中一并处理。")
    yield side.later(3)
    side.take("answer", {"answer": "行政执法监督机构已经一并处理。"})


def mediating(side: Complained) -> Waits:
    """Accepted, not yet mediated."""
    yield from side.received()
    side.take("accept")


def untouched(side: Complained) -> Waits:
    """Just come in."""
    yield from side.received()


HOW: dict[str, Callable[[Complained], Waits]] = {
    one.__name__: one
    for one in (
        agreed, tested, failed, refused, split, filed, not_filed, anonymous, rewarded, late, elsewhere, transferred,
        transferred_report, answered, supervised, mediating, untouched,
    )
}  # fmt: skip


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Thirty of them: one in three weeks and a half since the beginning of 2025, and three of these days."""
    begins = [(FIRST + timedelta(24 * number), matter) for number, matter in enumerate(MATTERS)]
    begins += [(today - timedelta(back), matter) for back, matter in RECENT]
    for number, (day, matter) in enumerate(begins):
        on = calendar.workday_from(day, allow_provisional=True)
        possible = on >= SUPERVISED_SINCE or matter.how != "supervised"
        if FIRST <= on <= today and possible:
            side = _side(county, calendar, matter, number, on)
            yield on, side, HOW[matter.how](side)


def _side(county: County, calendar: Calendar, matter: Matter, number: int, on: date) -> Complained:
    organ = next(organ for organ in county.organs if organ.short_name == matter.organ)
    side = Complained(f"投诉举报：{matter.how}", county, "complaint", organ, county.clerks[organ.pk])
    side.matter, side.calendar, side.dice, side.number, side.day = matter, calendar, Random(number), number, on
    return side
