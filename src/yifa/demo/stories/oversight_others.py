"""Inspections, coercion, licences, fines and publications of an old system with faults (埋设的其他问题)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from yifa.areas.enforcement.common.identity import identity_check_character
from yifa.areas.enforcement.inspection.models import Arrival, Rating
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts.historic import Historic, enterprise
from yifa.demo.place import County
from yifa.demo.planted import Planted
from yifa.kernel import chain
from yifa.kernel.engine import append, locked
from yifa.kernel.models import EventKind, Published
from yifa.office.codes import credit_check_character
from yifa.office.models import Organ

MARKET, CITY, HEALTH, HOUSING = "县市场监管局", "县城管局", "县卫健局", "县住建局"
PLANTED = [
    Planted("summary_over_limit", "马路边", "对公民当场罚款五百元"),
    Planted("coercion_over_term", "洪河县大华仓储公司", "扣押五十日没有处理"),
    Planted("custody_charged", "洪河县小华仓储公司", "收取保管费"),
    Planted("over_cap", "洪河县第2食品有限公司", "一年第三次入企"),
    Planted("repeated_visits", "洪河县第5食品有限公司", "半月内三个机关分别入企"),
    Planted("unlisted_item", "洪河县第5食品有限公司", "县卫健局没有公布检查事项"),
    Planted("no_entry_code", "洪河县第7食品有限公司", "没有扫码"),
    Planted("no_draw", "洪河县第9食品有限公司", "日常检查不是抽取产生"),
    Planted("cross_region", "洪河县第10食品有限公司", "异地检查没有协助函"),
    Planted("bad_rating", "洪河县第11食品有限公司", "企业反映收费"),
    Planted("fine_unpaid", "洪河县欠缴商贸公司", "起诉期限届满一个月没有催告"),
    Planted("never_closed", "洪河县欠缴商贸公司", "七个月没有动静"),
    Planted("surcharge_missing", "洪河县迟缴商贸公司", "逾期缴清，没有加处"),
    Planted("surcharge_over_cap", "洪河县重缴商贸公司", "加处超过本金"),
    Planted("window_lost", "洪河县失期商贸公司", "错过申请期限"),
    Planted("licence_last_day", HOUSING, "都在最后一日决定"),
    Planted("licence_fee", "洪河县收费装饰公司", "收费没有依据"),
    Planted("publication_missing", "洪河县迟公示公司", "四十日没有公示"),
    Planted("overdue", "洪河县未撤回公司", "没有公开撤回的理由"),
    Planted("late", "洪河县失期商贸公司", "催告和申请都过了期限"),
    Planted("not_withdrawn", "洪河县未撤回公司", "撤销十日没有撤回"),
    Planted("publication_unmasked", "洪河县未遮蔽公司", "公开副本有身份号码"),
    Planted("expired_register", "唐佳", "证件过期"),
    Planted("expired_register", "邓洁", "证件暂扣"),
    Planted("delegation_faults", "洪城委〔2025〕1号", "受委托组织没有公布"),
    Planted("grant_unevaluated", "擅自设置户外广告的处罚", "逾期没有评估"),
    Planted("reasoned_deviation", "兴隆电镀", "偏离裁量基准，写有理由"),
    Planted("reasoned_deviation", "和润粮油", "偏离裁量基准，写有理由"),
    Planted("unused_powers", "白石镇人民政府", "一年没有行使"),
    Planted("unused_powers", "柳林镇人民政府", "一年没有行使"),
]  # fmt: skip

OBSERVED = [
    Planted("expired_register", "冯涛", "证件确已暂扣"),
    *(Planted("late", words, "确已逾期") for words in ("2025年度行政检查计划", "力源物流", "美居门业", "非法捕捞")),
    *(
        Planted("overdue", words, "确未办理")
        for words in ("机械有限公司", "行政检查计划", "专项检查计划", "食品抽查", "瑞丰化工")
    ),
    *(
        Planted("never_closed", words, "确已长期没有办理")
        for words in ("鼎盛装饰", "第1食品", "第3食品", "卫国庆", "机械有限公司")
    ),
    *(Planted("overridden", words, "确以理由继续办理") for words in ("食品有限公司",)),
    Planted("set_aside", "巴山夜雨", "确被撤销"),
    Planted("unequal_fines", "和润粮油", "确高于同类"),
    Planted("no_entry_code", "第110机械", "确没有到场登记"),
]


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """One import a few days ago, after the books are there."""
    on = today - timedelta(3)
    if on >= date(2026, 3, 1):
        side = Side("历史执法案件导入", county, "inspection", county.government, county.people["zhou"])
        yield on, side, _imported(side, calendar)


def _imported(side: Side, calendar: Calendar) -> Waits:
    yield side.day
    maker = _Maker(side, calendar)
    maker.inspections()
    maker.coercion()
    maker.fines()
    maker.licences()
    maker.publications()


@dataclass
class _Maker:
    """Writes old cases with legal dates counted back from the day of the import."""

    side: Side
    calendar: Calendar

    def organ(self, short: str) -> Organ:
        return next(organ for organ in self.side.county.organs if organ.short_name == short)

    def historic(self, procedure: str, short: str) -> Historic:
        organ = self.organ(short)
        made = Historic(self.side.story, self.side.county, procedure, organ, self.side.county.clerks[organ.pk])
        made.day = self.side.day
        return made

    def workday(self, ago: int) -> date:
        return self.calendar.workday_from(self.side.day - timedelta(ago), allow_provisional=True)

    def team(self, short: str = CITY) -> list[dict[str, str]]:
        keeper = self.organ(short if short in (MARKET, CITY) else CITY).pk
        return [{"cert_no": f"130999{keeper:02}{number:03}"} for number in (1, 3)]

    def inspections(self) -> None:
        """Visits to enterprises of the register; all but the planted fault is in order."""
        for ago in (14, 9, 4):
            self.visit(MARKET, 2, ago)
        for organ, ago in ((MARKET, 15), (CITY, 10), (HEALTH, 5)):
            self.visit(organ, 5, ago)
        self.visit(CITY, 7, 6, arrived=False)
        self.visit(CITY, 9, 6, kind="daily")
        self.visit(CITY, 10, 6, cross_region=True)
        rated = self.visit(CITY, 11, 6)
        Rating._base_manager.create(case=rated, at=_at(self.workday(6)), stars=1, charged=True, showed=True)

    def visit(self, short: str, number: int, ago: int, *, arrived: bool = True, **own: Any) -> Any:
        """One visit from the scheme to the day itself."""
        body = f"{'92' if number % 4 == 0 else '91'}130999{number:09}"
        told, on = self.historic("inspection", short), self.workday(ago)
        facts = {
            "object_code": body + credit_check_character(body), "object_name": f"洪河县第{number}食品有限公司",
            "object_kind": "enterprise", "kind": "special", "plan_number": "专项1", "mode": "onsite",
            "planned_on": on, "approved_on": on, "freq_cap": 2, "scheme": "查看证照和记录",
            "officers": self.team(short),
            "items": [{"item_code": f"130999-JC-{self.organ(short).pk:02}1"}],
        } | own  # fmt: skip
        told.opens("propose", self.workday(ago + 3), **facts)
        told.goes_on("enter", on)
        assert told.case is not None
        record = told.record
        if arrived:
            Arrival._base_manager.create(case=record, at=_at(on))
        return record

    def coercion(self) -> None:
        """A seizure that goes on too long, one for which money was taken, and a fine on the spot that is too high."""
        for number, name, ago in ((41, "洪河县大华仓储公司", 50), (42, "洪河县小华仓储公司", 25)):
            told, on = self.historic("coercive_measure", MARKET), self.workday(ago)
            told.opens(
                "report", on, measure_type="seize", purpose="evidence", facts="涉嫌经营不合格食品",
                legal_basis="《食品安全法》第一百一十条", officers=self.team(MARKET), matter="食品",
                items=[{"name": "包装食品", "quantity": "20", "unit": "箱"}], withhold_reason="正在调查",
                custody_place="本局仓库", charged_fee=0 if ago == 50 else 200, **enterprise(number, name),
            )  # fmt: skip
            told.goes_on("approve", on)
            told.goes_on("implement", on)
            if ago == 25:
                told.goes_on("lift", self.workday(10), {"lift_ground": "not_needed"})
                told.goes_on("return_items", self.workday(9))
        spot, on = self.historic("summary_penalty", CITY), self.workday(12)
        spot.opens(
            "impose", on, party_type="natural", party_name="马路边", violation="占道经营", penalty_kind="fine",
            penalty_basis="《城市市容和环境卫生管理条例》第三十六条", fine_amount=500, officers=self.team(CITY),
            scene_place="解放路", matter="市容",
        )  # fmt: skip
        spot.goes_on("file", on)
        spot.goes_on("pay", self.workday(8), {"payment_no": "J-1"})

    def fines(self) -> None:
        """Not paid and not urged; paid late without addition; more added than the fine; too late for the court."""
        common = {"client_title": "食品经营案", "fine_amount": 20000, "surcharge_stated": True, "bank": "洪河农商行"}
        for number, name, ago in ((43, "欠缴", 220), (44, "迟缴", 80), (45, "重缴", 30)):
            told, on = self.historic("fine_collection", MARKET), self.workday(ago)
            facts = common | {"received_on": on, "decision_date": on, **enterprise(number, f"洪河县{name}商贸公司")}
            told.opens("open", on, **facts | ({"owed_surcharge": 30000} if name == "重缴" else {}))
            if name != "欠缴":
                paid = self.workday(40 if name == "迟缴" else 25)
                told.goes_on("pay", paid, {"channel": "bank"}, amount="20000", receipt_no=f"P-{number}")
        lost, on = self.historic("court_execution", MARKET), self.workday(20)
        lost.opens(
            "start", on, client_title="食品经营案", decision_title="行政处罚决定书", obligation="money",
            principal=20000,
            decision_on=self.workday(420), decision_served_on=self.workday(418), perform_by=self.workday(400),
            **enterprise(46, "洪河县失期商贸公司"),
        )  # fmt: skip
        lost.goes_on("window_lost", on)

    def licences(self) -> None:
        """Eleven licences of one bureau, all decided on the twentieth working day; one with a fee."""
        accepted = self.calendar.add_working_days(self.workday(3), -20, allow_provisional=True)
        decided = self.calendar.add_working_days(accepted, 20, allow_provisional=True)
        for n in range(1, 12):
            told = self.historic("licence", HOUSING)
            fee = {"fee": 300} if n == 1 else {}
            name = "洪河县收费装饰公司" if n == 1 else f"洪河县按期装饰{n}公司"
            told.opens("receive", accepted, item_name="建筑施工许可", **enterprise(50 + n, name), **fee)
            told.goes_on("accept", accepted)
            told.goes_on("grant", decided, {"scope": "建筑施工"})

    def publications(self) -> None:
        """Not published; set aside and not taken down; a copy with an identity number in it."""
        cases = (("迟公示", 40), ("未撤回", 60), ("未遮蔽", 30))
        for number, (name, ago) in enumerate(cases, 70):
            told, on = self.historic("penalty_publication", MARKET), self.workday(ago)
            party = enterprise(number, f"洪河县{name}公司")
            row = {"name": party["party_name"], "party_type": "legal_person", "id_type": "credit_code"}
            told.opens("open", on, client_title=f"{party['party_name']}食品经营案", decision_date=on, parties=[row],
                       decision_text="罚款20000元", decision_class="penalty")  # fmt: skip
            if name == "未撤回":
                told.goes_on("judge", on)
                told.goes_on("screen", on, {"public_text": "罚款20000元。", "screener": "许佳"})
                told.goes_on("change", self.workday(10), {"change": "revoked", "change_document": "洪复〔2026〕7号"})
            if name == "未遮蔽":
                told.goes_on("judge", on)
                told.goes_on("screen", on, {"public_text": "罚款20000元。", "screener": "许佳"})
                self.leaked(told, on)

    def leaked(self, told: Historic, on: date) -> None:
        """The copy that the old system had published, as it was; its withholding ends the duty to publish."""
        first = "13099919800101123"
        content = [["处罚内容", f"罚款20000元，法定代表人身份证号{first}{identity_check_character(first)}。", ""]]
        kept = Published._base_manager.create(
            case=told.record, publication="copy", on=on, at=_at(on), by=told.by, content=content,
            digest=chain.digest(chain.canonical(content)),
        )  # fmt: skip
        data = {"publication": "copy", "digest": kept.digest}
        append(locked(told.record), EventKind.PUBLICATION, on, told.entry(), data=data)
        told.goes_on("withhold", on, {"withheld": "no_impact", "withheld_why": "公开后发现不具有社会影响"})


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9, 30)))
