"""The contracts of the demonstration county (政府合同): kept, late, changed, disputed, and what is open today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.demo.parts import contract as p
from yifa.demo.parts import contract_filing as f
from yifa.demo.parts.told import Act, Told, step, told_in
from yifa.demo.place import County
from yifa.office.codes import credit_check_character
from yifa.office.models import Organ

SOURCE = Path(__file__).resolve().parents[2] / "data" / "demo" / "contracts.yaml"
SEED = 20250601
"""Its own dice, so that the other cases stay as they are."""


@cache
def source() -> dict[str, Any]:
    """The invented contracts as their file tells them."""
    data: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return data


@dataclass(frozen=True)
class Tale:
    """One contract: what it is, at which organ, when it begins, how it goes on."""

    name: str
    begins: date | int
    organ: str
    kind: str
    parts: tuple[Act, ...]
    facts: Mapping[str, Any]


GOODS = {"contract_type": "goods", "procurement": "negotiation", "flow": "spending", "settlement": "delivery"}
SERVICES = {
    "contract_type": "services", "procurement": "consultation", "flow": "spending", "settlement": "acceptance",
    "acceptance_term": "交付之日起十五日",
}  # fmt: skip
WORKS = {
    "contract_type": "works", "procurement": "works_tender", "flow": "spending", "settlement": "progress", "days": 240,
    "major": True,
}  # fmt: skip
COMPENSATION = {
    "contract_type": "compensation", "procurement": "none", "flow": "spending", "nature": "administrative_agreement",
    "agreement_kind": "compensation", "party_size": "none", "venue": "subject", "budget_item": "征收补偿资金",
}  # fmt: skip
INVESTMENT = {
    "contract_type": "investment", "procurement": "none", "flow": "none", "nature": "administrative_agreement",
    "agreement_kind": "other", "party_size": "large", "major": True, "venue": "performance", "days": 1095,
}  # fmt: skip
KINDS: dict[str, dict[str, Any]] = {
    "goods": GOODS, "services": SERVICES, "works": WORKS, "compensation": COMPENSATION, "investment": INVESTMENT,
}  # fmt: skip

MADE = (p.begun, *p.REVIEWED, p.signed)
ALL = {"kind": "payment", "what": "合同价款", "share": 100}
DELIVERY = {"kind": "delivery", "what": "交付", "in_days": 30}
FIRST = {"kind": "payment", "what": "首付款", "share": 30, "in_days": 10}
LAST = {"kind": "payment", "what": "尾款", "share": 70}
KEPT = (p.planned(DELIVERY, ALL), p.delivered("合同价款", 25), p.on("交付", "do", {"done_how": "全部交付。"}, days=1))
LATE = (p.planned(ALL), p.delivered("合同价款", 25))
CHANGE = {"change_text": "补充协议：双方同意变更原合同的有关条款。"}


def change(kind: str, why: str, **fields: Any) -> Act:
    """A change or an end is proposed and goes to review."""
    return step("propose_change", {"change_kind": kind, "change_reason": why} | CHANGE | fields, wait=(8, 15))


BREACH = step("breach", {"breach": "逾期四十日仍未交付全部标的，经两次催告无果。"}, wait=(20, 25))
DEMAND = step("demand", what="自收到本函之日起十五日内履行全部义务。", wait=(3, 5))
ENDING = {"outcome": "terminated_agreed", "compensation": "双方按已完成部分据实结算，互不追究。"}


def _proposed(told: Told) -> Waits:
    yield told.workday(1)
    told.propose("sign", {
        "signer": told.signer_name, "effective_on": told.day, "signing_authority": "representative",
    })  # fmt: skip


YEAR = (
    *(Tale("按期付款的货物采购", date(2025, month, 6), organ, "goods",
           (*MADE, *KEPT, p.paid("合同价款", 20), p.closed), {})
      for month, organ in ((1, "县教育局"), (3, "县生态环境分局"), (6, "县应急局"), (9, "县公安局"))),
    *(Tale("按期付款的服务采购", date(2025, month, 11), organ, "services",
           (*MADE, p.planned(ALL | {"accept_in": 45}), p.delivered("合同价款", 30),
            p.on("合同价款", "accept", days=8, how="符合约定。"), p.paid("合同价款", 21), p.closed), {})
      for month, organ in ((2, "县住建局"), (4, "县水利局"), (7, "县自然资源局"))),
    Tale("逾期付款并支付利息", date(2025, 3, 12), "县城管局", "goods",
         (*MADE, *LATE, p.paid("合同价款", 66), p.interest_paid("合同价款"), p.closed), {}),
    Tale("约定利率的逾期利息", date(2025, 6, 16), "县卫健局", "goods",
         (*MADE, *LATE, p.paid("合同价款", 80), p.interest_paid("合同价款"), p.closed),
         {"interest_rate": "4.5", "lpr": "3.0", "payment_days": 45}),
    Tale("拖延验收的服务采购", date(2025, 4, 8), "县城管局", "services",
         (*MADE, p.planned(ALL | {"accept_in": 40}), p.delivered("合同价款", 30),
          p.on("合同价款", "fail", days=5, how="两处不符合约定，要求整改。"),
          p.on("合同价款", "accept", days=20, how="整改后合格。"), p.paid("合同价款", 24), p.closed), {}),
    Tale("进度结算的工程", date(2025, 2, 17), "县交通局", "works",
         (*MADE, p.planned(FIRST, {"kind": "payment", "what": "进度款", "share": 40}, LAST | {"share": 30}),
          p.paid("首付款", 6), p.settled("进度款", 70),
          p.paid("进度款", 18), p.settled("尾款", 60),
          p.on("尾款", "ask_confirmation", days=3),
          p.on("尾款", "confirm_claim", {"claim_confirmed": "应付尾款以双方确认的结算金额为准。"}, days=9),
          p.on("尾款", "contest", {"disputed_amount": "20000.00"}, days=4),
          p.paid_part("尾款", 90, 6), p.paid("尾款", 12), p.closed), {"filing": "returned"}),
    Tale("审查后修改", date(2025, 5, 7), "县教育局", "works",
         (p.begun, p.submitted, p.opined("revise"), p.adjusted, p.signed, p.planned(ALL | {"in_days": 120}),
          p.on("合同价款", "postpone", {"agreed_on": "2025-12-19"}, days=60, why="补充协议第一条"),
          p.paid("合同价款", 60), p.closed), {"agent": "王建国", "filing": "questioned"}),
    Tale("不合法，重新起草", date(2025, 8, 4), "县水利局", "services",
         (p.begun, p.submitted, p.opined("illegal"), step("redraft"), *p.REVIEWED, p.signed,
          p.planned(ALL | {"in_days": 60}), p.paid("合同价款", 55), p.closed), {}),
    Tale("送审材料被退回", date(2025, 9, 8), "县民政局", "services",
         (p.begun, p.submitted, p.sent_back, p.opined(), p.signed, p.planned(ALL | {"in_days": 60}),
          p.paid("合同价款", 50), p.closed), {}),
    Tale("征收补偿协议", date(2025, 3, 20), "县自然资源局", "compensation",
         (*MADE, p.planned(ALL | {"in_days": 30}), p.paid("合同价款", 20), p.closed), {"citizen": True}),
    Tale("相对人不履行，申请强制执行", date(2025, 1, 13), "县自然资源局", "compensation",
         (*MADE, BREACH, DEMAND, step("decide", what="十五日内搬迁并交付房屋。", wait=(16, 20)),
          step("serve_decision"), step("urge_enforcement", what="搬迁并交付房屋。", wait=(132, 136)),
          step("enforce", wait=(11, 13))), {"citizen": True}),
    Tale("履行决定被起诉", date(2025, 4, 21), "县住建局", "compensation",
         (*MADE, BREACH, DEMAND, step("decide", what="十五日内搬迁并交付房屋。", wait=(16, 20)),
          step("serve_decision"), step("contested", wait=(30, 40)),
          step("dispute", {"dispute_kind": "administrative", "dispute_number": "（2025）洪行初12号"}),
          f.then("served", {"side": "respondent", "forum_name": "洪河县人民法院", "claims": "撤销履行决定。"},
                 wait=(1, 1)),
          f.engaged, f.then("defend", {"defence": "决定认定事实清楚，程序合法。"}, wait=(5, 7)),
          f.then("hearing", who="副局长", wait=(18, 22)),
          f.then("rule", {"ruling": "judgment", "result": "won"}, wait=(12, 15)),
          f.ruled("take_effect", "nobody", wait=(13, 15)),
          f.then("close", {"ending": "nothing", "outcome": "驳回原告诉讼请求。"}, wait=(2, 4)),
          step("upheld", judgment="（2025）洪行初12号行政判决"),
          step("urge_enforcement", what="搬迁并交付房屋。"), step("enforce", wait=(11, 13))), {"citizen": True}),
    Tale("招商引资协议", date(2025, 5, 19), "县政府", "investment",
         (p.begun, p.examined, *p.REVIEWED, p.signed, step("take_effect"),
          p.planned({"kind": "delivery", "what": "一期投产", "in_days": 400},
                    {"kind": "own", "what": "净地交付", "in_days": 90}),
          p.on("净地交付", "do", {"done_how": "已交付净地。"}, days=80)), {}),
    Tale("因公共利益解除", date(2025, 2, 24), "县政府", "investment",
         (p.begun, p.examined, *p.REVIEWED, p.signed,
          change("public_termination", "项目用地划入饮用水水源保护区。"), p.opined(),
          step("terminate", {"outcome": "terminated_unilateral", "compensation": "补偿前期投入二百六十万元。"}),
          p.archived), {"filing": "refused"}),
    Tale("补充协议和追加采购", date(2025, 6, 3), "县公安局", "goods",
         (*MADE, change("procurement", "增加同型号设备。", change_amount="20000", added_before="0"), p.opined(),
          step("change", {}), change("agreed", "明确培训安排。"), p.opined("revise"), p.change_adjusted,
          change("agreed", "调整交付地点。"), p.opined(),
          step("drop_change", why="对方不同意。"), *KEPT, p.paid("合同价款", 20), p.closed), {}),
    Tale("协商解除", date(2025, 7, 21), "县农业农村局", "services",
         (*MADE, p.planned(ALL | {"in_days": 90}), change("termination", "项目调整，不再需要。"), p.opined(),
          p.on("合同价款", "cancel", why="双方协商解除。"), step("terminate", ENDING), p.archived), {}),
    Tale("民事诉讼", date(2025, 1, 20), "县农业农村局", "goods",
         (*MADE, BREACH, DEMAND, step("acknowledge", how="对方书面同意一个月内交付。"),
          step("dispute", {"dispute_kind": "litigation"}, wait=(30, 40)),
          f.then("negotiate", what="对方提出分期交付，未能达成一致。", wait=(1, 1)),
          step("sue", {"dispute_kind": "litigation", "dispute_number": "（2025）洪民初88号"}, amount="30000"),
          f.engaged, f.then("hearing", who="杜法务", wait=(20, 25)),
          f.then("rule", {"ruling": "judgment", "result": "won", "awarded_amount": "30000"}, wait=(12, 15)),
          f.ruled("take_effect", "other", wait=(13, 15)),
          f.then("ask_enforcement", what="违约金三万元。", wait=(15, 18)),
          f.then("perform", {"performed": "30000"}, what="法院划扣到账。", wait=(20, 25)),
          f.then("close", {"ending": "enforced", "outcome": "判令被告支付违约金三万元，已经执行到位。",
                           "lessons": "约定分期交付的，应当约定分期违约金。"})),
         {"seat": "洪河县人民法院"}),
    Tale("仲裁败诉", date(2025, 2, 10), "县水利局", "goods",
         (*MADE, BREACH, step("dispute", {"dispute_kind": "negotiation"}, wait=(3, 5)),
          f.then("change_route", {"route": "arbitration"}, why="协商不成，合同约定仲裁。"),
          f.then("served", {"side": "respondent", "forum_name": "某仲裁委员会", "claims": "支付货款。",
                            "dispute_number": "（2025）某仲字41号"}),
          f.then("rule", {"ruling": "award", "result": "lost", "awarded_amount": "60000"}, wait=(40, 45)),
          f.ruled("take_effect", "ourselves", wait=(1, 1), days=30), f.then("set_aside", why="程序违反仲裁规则。"),
          f.then("perform", {"performed": "60000"}, what="从预算中支付。"),
          f.then("close", {"ending": "performed", "outcome": "支付货款六万元。", "lessons": "验收应当及时。"})),
         {"seat": "某仲裁委员会", "forum": "arbitration"}),
    Tale("起诉被驳回", date(2025, 3, 3), "县教育局", "services",
         (*MADE, BREACH, step("dispute", {"dispute_kind": "litigation"}, wait=(3, 5)),
          f.then("mediate", by="县商会调解委员会", what="没有达成协议。"),
          f.then("served", {"side": "respondent", "forum_name": "洪河县人民法院", "claims": "支付服务费。",
                            "dispute_number": "（2025）洪民初97号"}),
          f.then("defend", {"defence": "服务没有通过验收，付款条件没有成就。"}, wait=(5, 7)),
          f.then("rule", {"ruling": "order", "result": "won"}, wait=(20, 22)), f.then("appealed", why="请求撤销裁定。"),
          f.then("answer_appeal", what="裁定正确，请求维持。"),
          f.ruled("rule_finally", "nobody", ruling="order", result="won", wait=(30, 35)),
          f.then("close", {"ending": "nothing", "outcome": "驳回上诉，维持原裁定。"})), {}),
    Tale("上诉改判", date(2025, 6, 9), "县应急局", "services",
         (*MADE, BREACH, step("dispute", {"dispute_kind": "litigation"}, wait=(3, 5)),
          f.then("served", {"side": "respondent", "forum_name": "洪河县人民法院", "claims": "支付服务费。",
                            "dispute_number": "（2025）洪民初143号"}),
          f.then("rule", {"ruling": "judgment", "result": "lost"}, wait=(30, 35)),
          f.then("appeal", why="一审认定事实错误。", wait=(4, 6)),
          f.ruled("rule_finally", "ourselves", ruling="judgment", result="partly", awarded_amount="45000",
                  wait=(30, 35), days=20),
          f.then("perform_part", {"performed": "20000"}, what="首期。", wait=(2, 4)),
          f.then("perform", {"performed": "45000"}, what="按二审判决付清。", wait=(2, 4)),
          f.then("close", {"ending": "performed", "outcome": "二审改判支付四万五千元。"})), {}),
    Tale("被确认无效", date(2025, 4, 14), "沙河乡", "services",
         (*MADE, step("annul", judgment="（2025）洪民初131号民事判决", wait=(60, 70)), p.archived), {}),
    Tale("小额采购", date(2025, 5, 26), "县人社局", "goods",
         (p.begun, step("sign_exempt", {"signer": "局长", "signing_authority": "representative",
                                          "effective_on": "2025-06-20"}), p.planned(ALL | {"in_days": 40}),
          p.paid("合同价款", 25), p.closed),
         {"exemption": "small_purchase", "small": True, "procurement": "below_limit"}),
    Tale("谈判未成", date(2025, 10, 13), "县财政局", "services",
         (p.begun, step("give_up", why="对方提高报价，谈判未成。")), {}),
    Tale("年末拖欠，次年付清", date(2025, 9, 22), "县住建局", "goods",
         (*MADE, *LATE, p.paid("合同价款", 118), p.interest_paid("合同价款"), p.closed), {}),
    Tale("长期拖欠", date(2025, 8, 18), "县交通局", "works",
         (*MADE, p.planned(ALL), p.settled("合同价款", 45),
          p.paid_part("合同价款", 45, 40)), {}),
    Tale("对方解除", date(2025, 8, 25), "县财政局", "services",
         (*MADE, step("dissolve", how="对方因停产解除合同，通知于当日到达。", wait=(20, 25)), p.archived), {}),
)  # fmt: skip
"""The contracts of the year of the report."""

OPEN = (
    Tale("正在起草", 9, "县城管局", "services", (p.begun,), {}),
    Tale("正在审查", 26, "县公安局", "goods", (p.begun, p.submitted), {}),
    Tale("备案正在审查", 46, "县交通局", "works", MADE, {"filing": "waiting"}),
    Tale("等待签订审批", 36, "县住建局", "services", (p.begun, *p.REVIEWED, _proposed), {}),
    Tale("付款临近", 66, "县教育局", "goods", (*MADE, p.planned(ALL), p.delivered("合同价款", 14)), {}),
    Tale("付款逾期", 100, "县水利局", "goods", (*MADE, p.planned(DELIVERY, ALL), p.delivered("合同价款", 10)), {}),
    Tale("正在诉讼", 120, "县城管局", "services",
         (*MADE, step("breach", {"breach": "服务两次验收不合格，拒不整改。"}, wait=(10, 12)),
          step("dispute", {"dispute_kind": "litigation"}),
          f.then("served", {"side": "respondent", "forum_name": "洪河县人民法院", "claims": "支付服务费。",
                            "dispute_number": "（2026）洪民初71号"}),
          f.then("defend", {"defence": "服务没有通过验收。"}), f.then("hearing", who="杜法务", wait=(12, 15)),
          f.then("rule", {"ruling": "judgment", "result": "partly"}, wait=(14, 16))), {}),
    Tale("履行中的工程", 150, "县交通局", "works",
         (*MADE, p.planned(FIRST, {"kind": "delivery", "what": "路基完工", "in_days": 75}, LAST, {
             "kind": "receipt", "what": "逾期违约金", "share": 1, "in_days": 130,
         }), p.paid("首付款", 8), p.on("路基完工", "do", {"done_how": "路基完工并通过中间验收。"}, days=55)),
         {"filing": "explained"}),
)  # fmt: skip
"""Contracts that are open today; they begin so many days before it."""


def tales(county: County, calendar: Calendar, today: date) -> Iterator[tuple[date, Side, Waits]]:
    """Every contract with the day on which it begins, and the one that was signed without review."""
    random = Random(SEED)
    for tale in (*YEAR, *OPEN):
        wanted = today - timedelta(tale.begins) if isinstance(tale.begins, int) else tale.begins
        begins = calendar.workday_from(wanted, allow_provisional=True)
        told = _told(county, calendar, random, tale)
        if begins <= today:
            yield begins, told, told_in(told, tale.parts)
    bare = _told(
        county, calendar, random, Tale("未经审查已签订", date(2025, 11, 3), "望岭乡", "goods", (), {"small": True})
    )
    yield date(2025, 11, 3), bare, _unreviewed(bare)


def _unreviewed(told: Told) -> Waits:
    yield told.day
    names = ("contract_title", "nature", "contract_type", "flow", "lead_department", "procurement", "amount")
    told.take("register_signed", {
        **{name: told.facts[name] for name in names}, "party_capacity": "organ", "draft": told.facts["draft"],
        "counterparties": told.facts["counterparties"], "party_size": "sme", "signer": told.signer_name,
        "effective_on": told.day,
    })  # fmt: skip


def _told(county: County, calendar: Calendar, random: Random, tale: Tale) -> Told:
    organ = next(organ for organ in county.organs if organ.short_name == tale.organ)
    facts = _facts(organ, tale, random)
    return Told(
        f"合同：{tale.name}", county, "government_contract", organ, county.clerks[organ.pk], facts=facts,
        random=Random(random.random()), calendar=calendar,
    )  # fmt: skip


def _facts(organ: Organ, tale: Tale, random: Random) -> dict[str, Any]:
    data = source()
    titles = data[tale.kind]
    title = random.choice(titles)
    amount = random.randrange(60, 140) * 1000 if tale.facts.get("small") else random.randrange(40, 210) * 10000
    party = _citizen(random) if tale.facts.get("citizen") else _supplier(random)
    common = {
        "contract_title": title, "nature": "civil", "lead_department": "办公室", "amount": str(amount),
        "amount_kind": "fixed", "party_size": "sme", "counterparties": [party], "contacts": [_contact(party, random)],
        "model_text": "国家和省有关示范文本",
    }  # fmt: skip
    facts: dict[str, Any] = {**common, **KINDS[tale.kind], **tale.facts}
    if tale.kind in data["templates"] and "model_text" not in tale.facts:
        facts["model_text"] = data["templates"][tale.kind]["name"]
    if facts["flow"] == "none":
        facts["amount"] = None
    more = "依照《环境保护法》第四十二条采取措施。" if "环境" in title else ""
    facts["draft"] = data["text"].format(
        party=organ.name, other=party["name"], title=title, amount=amount, more=more, forum="由人民法院管辖"
    )
    return facts


def _supplier(random: Random) -> dict[str, str]:
    """An invented company; its code has a division of no place and a right check character."""
    name = random.choice(source()["suppliers"])
    body = "91130999" + f"{random.randrange(10**9):09}"
    return {"name": name, "kind": "legal_person", "code": body + credit_check_character(body)}


def _citizen(random: Random) -> dict[str, str]:
    return {"name": random.choice(source()["households"]), "kind": "citizen"}


def _contact(party: dict[str, str], random: Random) -> dict[str, str]:
    """Whom to call on the other side."""
    name = party["name"] if party["kind"] == "citizen" else f"{random.choice('李王张刘')}{random.choice('敏强丽伟')}"
    return {"of": party["name"], "name": name, "phone": f"0399-6{random.randrange(10**6):06}"}
