"""Penalties of an old system with faults that a supervisor should find (埋设的处罚问题), each labelled.

Every model of penalties has at least one planted case here; the other cases of each pattern are in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.historic import Historic, enterprise
from yifa.demo.place import County
from yifa.demo.planted import Planted
from yifa.office.models import Organ

MARKET, CITY, ROADS, WATER, HOUSING = "县市场监管局", "县城管局", "县交通局", "县水利局", "县住建局"


@dataclass(frozen=True)
class Old:
    """One old penalty: who, which steps it has besides or lacks, and what they bring."""

    name: str
    facts: dict[str, Any] = field(default_factory=dict)
    brings: dict[str, dict[str, Any]] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    early: bool = False
    organ: str = MARKET
    ago: int = 60


HEARD = {"fine_amount": 120000, "proposed_low": 100000, "proposed_high": 150000, "benchmark": "SP-924"}
SAFE = {"legal_review_result": "pass"}
OLD: tuple[Old, ...] = (
    Old("洪河县晨光食品店", HEARD, early=True, brings={"get_opinion": SAFE}, also=("get_opinion", "discuss")),
    Old("洪河县清泉饮品厂", HEARD, also=("ask_hearing", "get_opinion", "discuss"), brings={"get_opinion": SAFE}),
    Old("洪河县丰年粮油店", without=("serve_notice",)),
    Old("洪河县如意火锅店", HEARD, also=("ask_hearing", "end_hearing", "discuss")),
    Old("洪河县恒达副食店", HEARD, also=("get_opinion",), brings={"get_opinion": SAFE}),
    Old("洪河县永兴超市", {"fine_amount": 8000}),
    Old("洪河县康乐熟食店", {"fine_amount": 20000}, brings={"decide": {"fine_amount": 30000}}),
    Old("洪河县瑞和糕点店", also=("state",)),
    Old("洪河县祥云茶庄", {"violation_date": 1000, "discovered_date": 90}),
    Old("洪河县小桥豆腐坊", {"base_amount": 60, "fine_amount": 50000, "proposed_high": 50000, "harm": "none"}),
    Old("洪河县绿源蔬果店", {"corrective_order": ""}),
    Old("洪河县顺发粉条厂", {"base_amount": 68000}),
    Old("洪河县金穗面点店", also=("change",)),
    Old("洪河县南门小卖部", {"officers": [{"cert_no": "1", "name": "陈立"}]}),
    Old("洪河县西关烧烤店", {"officers": [{"cert_no": "1"}, {"cert_no": "8"}]}),
    Old("洪河县安顺电梯公司", {"officers": [{"cert_no": "1"}, {"cert_no": "2"}], "matter": "特种设备"}),
    Old("洪河县宏图调味品厂", {"social_impact": True}),
    Old("洪河县北街冷饮店", {"benchmark": "", "grade": "", "proposed_grade": "", "edition": None}),
    Old("洪河县福临门酒行", {"legal": "twice"}, ago=90),
    Old("洪河县福临门酒行", {"legal": "twice"}, ago=50),
    Old("洪河县快手面包店", early=True),
    Old(
        "洪河县轻放凉菜店",
        {
            "grade": "mitigated",
            "proposed_grade": "mitigated",
            "fine_amount": 3000,
            "proposed_low": 1000,
            "proposed_high": 16000,
        },
    ),
)
PEERS = (17000, 18500, 19000, 20000, 20500, 21500, 22000, 23500, 36000)
PLANTED = [
    Planted("before_hearing_window", "晨光食品店", "告知听证权利后第三个工作日就决定"),
    Planted("hearing_not_held", "清泉饮品厂", "要求听证，没有举行"),
    Planted("not_told", "丰年粮油店", "没有送达告知书"),
    Planted("review_missing", "如意火锅店", "经过听证，没有法制审核"),
    Planted("collective_missing", "恒达副食店", "罚款十二万元，没有集体讨论"),
    Planted("outside_tier", "永兴超市", "罚款低于幅度，没有理由"),
    Planted("heavier_after_statement", "康乐熟食店", "告知二万，决定三万"),
    Planted("statement_not_reviewed", "瑞和糕点店", "有申辩，没有复核"),
    Planted("time_barred", "祥云茶庄", "两年多以后才发现"),
    Planted("light_act_heavy_fine", "小桥豆腐坊", "货值六十元，罚五万元"),
    Planted("no_correction_order", "绿源蔬果店", "没有责令改正"),
    Planted("not_referred", "顺发粉条厂", "货值六万八千元，没有移送"),
    Planted("set_aside", "金穗面点店", "被复议撤销"),
    Planted("one_officer", "南门小卖部", "一人执法"),
    Planted("bad_certificate", "西关烧烤店", "暂扣的证件"),
    Planted("wrong_matter", "安顺电梯公司", "证件不含特种设备"),
    Planted("publication_missing", "宏图调味品厂", "应当公开而没有公示"),
    Planted("no_benchmark", "北街冷饮店", "没有适用基准"),
    Planted("fined_twice", "福临门酒行", "同一行为两次罚款"),
    Planted("no_education", "城东早餐铺", "不予处罚，没有教育"),
    Planted("never_closed", "停滞石料厂", "立案后没有下文"),
    Planted("overdue", "停滞石料厂", "办案期限已过"),
    Planted("late", "拖延装饰公司", "超过九十日才决定"),
    Planted("missing_step", "匆忙装饰公司", "没有调查终结"),
    Planted("unequal_fines", "永兴超市", "同类中低得多"),
    Planted("unequal_fines", "康乐熟食店", "同类中高得多"),
    Planted("unequal_fines", "类案第9户", "同案罚款高出一大截"),
    Planted("round_fines", "SR-037", "都罚五千元"),
    Planted("lowest_grade", "SR-038", "都从轻"),
    Planted("withdrawn_filings", ROADS, "三成以上撤案"),
    Planted("year_end_rush", WATER, "十二月集中罚款"),
    Planted("statement_window", "快手面包店", "告知后第三个工作日就决定，没有陈述也没有放弃"),
    Planted("mitigated_without_ground", "轻放凉菜店", "减轻处罚没有情节"),
    Planted("first_twice", "再来早餐铺", "第二次以初次违法不予处罚"),
    Planted("fines_jump", HOUSING, "罚没金额是上一年的四倍"),
]  # fmt: skip


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """One import a few days ago, after the books are there."""
    on = today - timedelta(3)
    if on >= date(2026, 3, 1):
        side = Side("历史处罚案件导入", county, "penalty", county.government, county.people["zhou"])
        yield on, side, _imported(side, calendar)


def _imported(side: Side, calendar: Calendar) -> Waits:
    yield side.day
    maker = _Maker(side, calendar)
    for number, old in enumerate(OLD, 1):
        maker.penalty(number, old)
    maker.patterns()
    maker.unfinished()


@dataclass
class _Maker:
    """Writes old penalties with legal dates counted back from the day of the import."""

    side: Side
    calendar: Calendar

    def organ(self, short: str) -> Organ:
        return next(organ for organ in self.side.county.organs if organ.short_name == short)

    def historic(self, short: str) -> Historic:
        organ = self.organ(short)
        made = Historic(self.side.story, self.side.county, "penalty", organ, self.side.county.clerks[organ.pk])
        made.day, made.minute = self.side.day, self.side.minute
        return made

    def workday(self, ago: int) -> date:
        return self.calendar.workday_from(self.side.day - timedelta(ago), allow_provisional=True)

    def facts(self, number: int, old: Old, filed: date) -> dict[str, Any]:
        """The record of an old case: in order but for what is planted."""
        good: dict[str, Any] = {
            "clue_source": "inspection", "item_code": "SP-CF-126", "item_name": "食品生产经营监督检查",
            "matter": "食品" if old.organ == MARKET else "", "violation": "经营中违反进货查验等规定",
            "violation_date": filed - timedelta(20), "discovered_date": filed - timedelta(3), "limitation_class": "2y",
            "officers": [{"cert_no": "1"}, {"cert_no": "3"}], "corrective_order": "立即改正",
            "harm": "slight",
            "decision_type": "penalty", "evidence": [{"name": "现场笔录", "kind": "record", "verified": "yes"}],
            "violated_provisions": "《食品安全法》第五十三条", "penalty_basis": "《食品安全法》第一百二十六条",
            "penalty_kinds": [{"kind": "fine"}], "fine_amount": 17000 + number * 700 % 9000, "grade": "ordinary",
            "benchmark": "SP-127", "proposed_grade": "ordinary", "proposed_low": 16000, "proposed_high": 36000,
            "edition": 1, "tier": 2,
            "social_impact": False, **enterprise(900 + number, old.name),
        }  # fmt: skip
        own = {name: value for name, value in old.facts.items() if name != "legal"}
        for name in ("violation_date", "discovered_date"):
            if isinstance(own.get(name), int):
                own[name] = self.side.day - timedelta(own[name])
        if old.facts.get("legal") == "twice":
            own |= {"violation_date": self.side.day - timedelta(130)} | enterprise(990, old.name)
        facts = good | own
        facts["officers"] = [row | {"cert_no": self.certificate(old.organ, row)} for row in facts["officers"]]
        return facts

    def certificate(self, short: str, row: dict[str, str]) -> str:
        """The number of the n-th officer of an organ, as `enforcement_books` has them."""
        keeper = short if short in (MARKET, CITY) else CITY
        return f"130999{self.organ(keeper).pk:02}{int(row['cert_no']):03}"

    def penalty(self, number: int, old: Old) -> None:
        """From the clue to the closing, some fifty days."""
        told = self.historic(old.organ)
        decided = self.workday(old.ago)
        filed, noticed = self.workday(old.ago + 45), self.workday(old.ago + 25)
        if old.early:
            noticed = self.calendar.add_working_days(decided, -3, allow_provisional=True)
        days = {"register": filed, "file_case": filed, "investigate": filed, "conclude": noticed, "notify": noticed}
        path = ("file_case", "conclude", "notify", "serve_notice", *old.also, "decide", "serve", "close")
        told.opens("register", filed, **self.facts(number, old, filed))
        for code in dict.fromkeys(path if "change" not in old.also else (*path[:4], *path[5:], "change")):
            if code not in old.without:
                on = days.get(code, noticed if code in ("serve_notice", "state", "ask_hearing") else decided)
                told.goes_on(code, on, BROUGHT.get(code, {}) | old.brings.get(code, {}), **ASKED.get(code, {}))

    def patterns(self) -> None:
        """Groups in which only the whole tells something."""
        for n, amount in enumerate(PEERS, 1):
            self.plain(f"洪河县类案第{n}户广告店", 100 + n, CITY, "SR-036", amount)
        for n in range(1, 12):
            self.plain(f"洪河县招牌第{n}店", 120 + n, CITY, "SR-037", 5000 if n < 11 else 5600)
            self.plain(f"洪河县摊位第{n}户", 140 + n, CITY, "SR-038", 500 + n * 30, grade="lighter")
            self.dropped(n)
            self.plain(f"洪河县水务第{n}站", 180 + n, WATER, "SL-901", 900 + n * 10, on=_in_month(self.side.day, n))
        for n in range(1, 11):
            for number, name, amount, ago in ((200, "去年", 1000, 400), (220, "今年", 4000, 35)):
                on = self.workday(ago + n * 25)
                self.plain(f"洪河县{name}第{n}项目部", number + n, HOUSING, "JZ-901", amount + n * 90, on=on)
        for n in (12, 13):
            self.plain(f"洪河县水务第{n}站", 180 + n, WATER, "SL-902", 4000 + n * 10, on=_in_month(self.side.day, 12))

    def plain(
        self, name: str, number: int, organ: str, act: str, amount: int, *, grade: str = "ordinary",
        on: date | None = None,
    ) -> None:  # fmt: skip
        """A penalty in order; only the group it stands in may tell something."""
        ago = (self.side.day - on).days if on else 40 + number % 60
        own = {"benchmark": act, "grade": grade if act else "", "proposed_grade": grade if act else "", "tier": None,
               "fine_amount": amount, "proposed_low": None, "proposed_high": None,
               "edition": 1 if act else None}  # fmt: skip
        self.penalty(number, Old(name, own, organ=organ, ago=ago))

    def dropped(self, n: int) -> None:
        """Filed cases of the transport bureau: four of eleven withdrawn."""
        name, filed = f"洪河县运输第{n}队", self.workday(150 - n)
        old = Old(name, {"benchmark": "JT-901", "fine_amount": 17000 + n * 700}, organ=ROADS)
        if n > 4:
            self.penalty(160 + n, old)
            return
        told = self.historic(ROADS)
        told.opens("register", filed, **self.facts(160 + n, old, filed))
        told.goes_on("file_case", filed)
        told.goes_on("withdraw_filing", self.workday(140 - n), why="证据不足")

    def unfinished(self) -> None:
        """No education; a case that stands still; one that was decided late and in a hurry."""
        spared = Old("洪河县城东早餐铺", {"decision_type": "no_penalty_minor", "spare_ground": "none_minor_corrected",
                                          "fine_amount": None, "penalty_kinds": [], "harm": "none"})  # fmt: skip
        self.spared(30, spared, 60)
        again = Old("洪河县再来早餐铺", spared.facts | {
            "spare_ground": "none_first_offence", "harm": "slight", "education_record": "当面说明了进货查验的要求",
            "benchmark": "SP-128",
        })  # fmt: skip
        for ago in (200, 90):
            self.spared(34, again, ago)
        still, filed = self.historic(CITY), self.workday(260)
        facts = self.facts(31, Old("洪河县停滞石料厂", {"decision_type": ""}, organ=CITY), filed)
        still.opens("register", filed, **facts | {"fine_amount": None, "penalty_kinds": []})
        still.goes_on("file_case", filed)
        path = (("file_case", 200), ("conclude", 95), ("notify", 90), ("serve_notice", 90), ("decide", 60),
                ("serve", 60), ("close", 50))  # fmt: skip
        for number, name, left_out in ((32, "洪河县拖延装饰公司", ""), (33, "洪河县匆忙装饰公司", "conclude")):
            late, filed = self.historic(CITY), self.workday(200)
            late.opens("register", filed, **self.facts(number, Old(name, organ=CITY), filed))
            for code, ago in path:
                if code != left_out:
                    late.goes_on(code, self.workday(ago), BROUGHT.get(code, {}))

    def spared(self, number: int, old: Old, ago: int) -> None:
        """No penalty, closed so many days ago."""
        told, filed = self.historic(MARKET), self.workday(ago + 20)
        told.opens("register", filed, **self.facts(number, old, filed))
        for code, before in (("file_case", 20), ("conclude", 10), ("spare", 5), ("serve", 5), ("close", 0)):
            told.goes_on(code, self.workday(ago + before), BROUGHT.get(code, {}) if code == "serve" else {})


BROUGHT: dict[str, dict[str, Any]] = {
    "serve_notice": {"service_mode": "direct", "service_signer": "店员", "service_receiver": "mailroom"},
    "serve": {"service_mode": "direct", "service_signer": "店员", "service_receiver": "mailroom"},
    "state": {"statement_text": "本店是初次违法，请求从轻。"},
    "end_hearing": {"hearing_outcome": "held"},
    "discuss": {"collective_attendees": [{"name": "杨卫东", "post": "局长", "voting": "head"}],
                "collective_conclusion": "approve"},
    "change": {"changed_by": "revoked"},
}  # fmt: skip
ASKED: dict[str, dict[str, Any]] = {"discuss": {"record": "同意。"}, "change": {"paper": "洪复〔2026〕9号"}}


def _in_month(today: date, month: int) -> date:
    """A day of a month of last year; before the eleventh of the month it is a working week."""
    return date(today.year - 1, month, 10)
