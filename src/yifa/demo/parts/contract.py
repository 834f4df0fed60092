"""How contracts are made and performed in the demonstration (政府合同的经过)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

from yifa.demo.drive import DemoDefect, Side, Waits
from yifa.demo.parts.contract_filing import FILINGS
from yifa.demo.parts.told import Act, Told
from yifa.kernel import publish
from yifa.kernel.linking import linked_cases
from yifa.kernel.models import Case, Clock


def _milestone(told: Told, what: str) -> Side:
    """The milestone of this name."""
    assert told.case is not None
    for case in linked_cases(told.case, "contract_obligation"):
        if case.record.what == what:
            return told.at(case)
    raise DemoDefect(f"演示故事“{told.story}”没有履行节点“{what}”。")


# --- until it is signed -----------------------------------------------------------------------------


def begun(told: Told) -> Waits:
    """Project, due diligence, negotiation, draft, budget."""
    yield told.day
    facts, own = told.facts, ("contract_title", "nature", "contract_type", "flow", "lead_department", "procurement")
    more = ("agreement_kind", "major", "amount", "amount_kind", "party_size", "exemption")
    fields = {name: facts[name] for name in (*own, *more) if facts.get(name) not in (None, "")}
    told.take("start", fields | {"party_name": told.organ.name, "party_capacity": "organ"})
    yield told.workday(2, 4)
    diligence = "主体存续，信用良好，没有失信被执行记录，近三年履约情况良好。"
    told.take("investigate", {
        "counterparties": facts["counterparties"], "diligence": diligence, "contacts": facts["contacts"],
    })  # fmt: skip
    yield told.workday(1, 3)
    if facts["procurement"] in ("negotiation", "open_tender", "works_tender", "consultation"):
        told.take("award", {"procurement": facts["procurement"], "counterparties": facts["counterparties"]})
    else:
        told.take("negotiate", {"negotiation": "双方就标的、价款、期限和违约责任协商一致。"})
    yield told.workday(2, 4)
    names = ("settlement", "payment_days", "acceptance_term", "interest_rate", "lpr", "venue", "seat")
    clauses = {name: facts[name] for name in names if facts.get(name) not in (None, "")}
    told.take("draft", {
        "draft": facts["draft"], "forum": facts.get("forum", "court"), "party_name": told.organ.name,
        "party_capacity": "organ", "counterparties": facts["counterparties"], "model_text": facts["model_text"],
    } | clauses)  # fmt: skip
    if facts["flow"] == "spending":
        yield told.workday(1, 2)
        told.take("check_budget", {
            "budget_item": facts.get("budget_item", "部门预算项目支出"), "budget_amount": facts["amount"],
            "budget_year": told.day.year,
        })  # fmt: skip


def examined(told: Told) -> Waits:
    """Fair competition review: at the market regulator for the government, at the organ for its own."""
    from yifa.areas.rulemaking.fair_competition.standards import CHOICES

    yield told.workday(1)
    told.take("ask_competition")
    yield told.workday(2)
    review = told.beside("fair_competition")
    government = told.organ == told.county.government
    if government:
        review.take(
            "first_opinion", {"initial_conclusion": "no_restriction", "initial_opinion": "没有排除、限制竞争。"}
        )
    review.take("concern")
    heard = [{"name": "洪河县工商业联合会", "kind": "association", "view": "没有意见", "answer": "不需要答复"}]
    review.take("hear", {"consultees": heard})
    yield told.workday(2)
    review = told.beside("fair_competition")
    review.take("examine", {"hits": [{"standard": code, "result": "none"} for code, _ in CHOICES]})
    review.take("conclude", {"conclusion": "no_restriction", "conclusion_text": "不具有排除、限制竞争效果。"})


def submitted(told: Told) -> Waits:
    """The text goes to legality review."""
    yield told.workday(1, 2)
    told.take("submit_review")


OPINIONS = [
    {
        "seq": "1",
        "category": "content",
        "text": "补充保密义务条款",
        "basis": "民法典第五百零九条第二款",
        "severity": "must",
    },
    {"seq": "2", "category": "risk", "text": "明确逾期交付的违约金计算方法", "severity": "should"},
]


def opined(conclusion: str = "legal") -> Act:
    """The reviewers take the matter in, look and give their opinion."""

    def part(told: Told) -> Waits:
        yield told.workday(1)
        review = told.beside("legality_review")
        there = [row | {"state": "present"} for row in review.record.materials]
        review.take("accept", {"materials": there})
        review.take("assign", {"reviewers": [{"name": review.by.name, "kind": "lead"}]})
        yield told.workday(1, 2)
        review = told.beside("legality_review")
        opinions = [] if conclusion == "legal" else OPINIONS
        text = {"legal": "经审查，合同合法。", "illegal": "合同约定由政府提供担保，不合法。"}.get(
            conclusion, "请按意见修改。"
        )
        review.take("propose", {"conclusion": conclusion, "conclusion_text": text, "opinions": opinions})
        review.by = told.county.checkers[review.organ.pk]
        review.take("verify", verdict="agree")
        yield told.workday(1)
        told.beside("legality_review").take("opine")

    return part


REVIEWED = (submitted, opined())


def adjusted(told: Told) -> Waits:
    """What the reviewers asked for is done, answered and checked."""
    yield told.workday(1, 2)
    rows = [row | {"adopt_status": "full"} for row in told.record.opinions]
    told.take("adjust", {"opinions": rows, "draft": told.facts["draft"] + "双方对履行中知悉的商业秘密负有保密义务。"})
    yield told.workday(1)
    told.beside("legality_review").take("confirm_adoption", {"adoption_note": "意见全部采纳，没有其他改动。"})


def change_adjusted(told: Told) -> Waits:
    """A supplement is mended as the reviewers asked, checked and signed."""
    yield told.workday(1, 2)
    rows = [row | {"adopt_status": "full"} for row in told.record.opinions]
    told.take("adjust_change", {"opinions": rows, "change_text": told.record.change_text + "双方负有保密义务。"})
    yield told.workday(1)
    told.beside("legality_review").take("confirm_adoption", {"adoption_note": "意见全部采纳，没有其他改动。"})
    yield told.workday(1)
    told.take("change")


def sent_back(told: Told) -> Waits:
    """The reviewers send the matter back; it is mended and comes again."""
    yield told.workday(1)
    told.beside("legality_review").take("send_back", {"return_reason": "没有提供相对方主体资格材料。"})
    yield told.workday(2)
    told.take("redraft")
    yield from submitted(told)
    yield told.workday(1)
    told.beside("legality_review").take("require", {"return_reason": "缺少相对方资质证书。"})
    yield told.workday(1)
    told.take("materials_supplied", what="补交了相对方资质证书。")


def signed(told: Told) -> Waits:
    """Discussed where it is major, signed, announced, filed."""
    if told.facts.get("major"):
        yield told.workday(1, 2)
        told.take(
            "deliberate",
            {"meeting": "局长办公会议" if told.organ.kind == "department" else "县政府常务会议"},
            result="agreed",
        )
    yield told.workday(1, 2)
    if told.facts.get("agent"):
        told.take("authorise", {"signer": told.facts["agent"]}, scope="签订本合同；自即日起一个月内有效")
    told.take("sign", {
        "signer": told.facts.get("agent", told.signer_name), "effective_on": told.day,
        "signing_authority": "authorised" if told.facts.get("agent") else "representative",
        "term_end": told.day + timedelta(int(told.facts.get("days", 180))),
    })  # fmt: skip
    yield from announced(told)


def announced(told: Told, wait: int = 1) -> Waits:
    """What has to be public and filed once the contract is signed."""
    if told.facts["procurement"] in ("negotiation", "open_tender", "consultation"):
        yield told.workday(wait)
        assert told.case is not None
        case = Case._base_manager.get(pk=told.case.pk)
        publish.publish(case, case.declaration.publication("notice"), told.day, told.entry())
        yield told.workday(2, 3)
        told.take("file_finance")
    if told.facts.get("major"):
        yield told.workday(2, 4)
        told.take("file")
        yield from FILINGS[told.facts.get("filing", "clear")](told)


# --- performance ------------------------------------------------------------------------------------


def planned(*milestones: Mapping[str, Any]) -> Act:
    """Milestones are set; `in_days` turns into the day agreed, `share` into the amount."""

    def part(told: Told) -> Waits:
        yield told.workday(1)
        for one in milestones:
            data = {key: value for key, value in one.items() if key not in ("in_days", "share", "accept_in")}
            if "in_days" in one:
                data["agreed_on"] = (told.day + timedelta(one["in_days"])).isoformat()
            if "accept_in" in one:
                data["acceptance_until"] = (told.day + timedelta(one["accept_in"])).isoformat()
            if "share" in one:
                data["amount"] = str(
                    (Decimal(str(told.facts["amount"])) * one["share"] / 100).quantize(Decimal("0.01"))
                )
            told.take("plan", **data)

    return part


def delivered(what: str, days: int) -> Act:
    """The other side delivers so many days on."""

    def part(told: Told) -> Waits:
        yield told.after(days)
        _milestone(told, what).take("deliver")

    return part


def on(what: str, code: str, fields: Mapping[str, Any] | None = None, *, days: int = 7, **data: Any) -> Act:
    """A step of a milestone so many days on."""

    def part(told: Told) -> Waits:
        yield told.after(days)
        _milestone(told, what).take(code, fields, **data)

    return part


def settled(what: str, days: int) -> Act:
    """Both sides confirm the amount of a milestone so many days on: what was planned, less what was not done."""

    def part(told: Told) -> Waits:
        yield told.after(days)
        side = _milestone(told, what)
        confirmed = (side.record.amount * Decimal("0.96")).quantize(Decimal("0.01"))
        side.take("settle_amount", {"confirmed_amount": confirmed})

    return part


def paid_part(what: str, share: int, days: int) -> Act:
    """A part, in per cent, is paid so many days on."""

    def part(told: Told) -> Waits:
        yield told.after(days)
        side = _milestone(told, what)
        amount = (side.record.due_amount * share / 100).quantize(Decimal("0.01"))
        side.take("pay_part", {"installments": [{"on": told.day.isoformat(), "amount": str(amount)}]})

    return part


def paid(what: str, days: int) -> Act:
    """A payment is made in full so many days on."""

    def part(told: Told) -> Waits:
        yield told.after(days)
        side = _milestone(told, what)
        record = side.record
        amount = record.confirmed_amount if record.confirmed_amount is not None else record.amount
        side.take("pay", {"paid_amount": amount})

    return part


def interest_paid(what: str) -> Act:
    """The interest on a late payment follows it."""
    from yifa.areas.rulemaking.government_contract.obligation_conditions import interest_between

    def part(told: Told) -> Waits:
        yield told.workday(3)
        side = _milestone(told, what)
        due = Clock._base_manager.get(case=side.case, limit="pay_in_time").due
        owed = interest_between(side.record, due, told.day)
        if owed is None:
            raise DemoDefect(f"演示故事“{told.story}”的“{what}”没有逾期。")
        side.take("pay_interest", {"interest_paid": owed.amount})

    return part


def closed(told: Told) -> Waits:
    """Accepted as a whole, completed, evaluated, archived."""
    yield told.workday(2, 4)
    if told.facts["contract_type"] in ("goods", "services", "works"):
        told.take("accept", {"acceptance_result": "技术、服务、安全标准逐项符合约定，验收合格。"})
    yield told.workday(1, 2)
    told.take("complete")
    yield from archived(told)


def archived(told: Told) -> Waits:
    """Evaluated and archived."""
    yield told.workday(3, 6)
    told.take("evaluate", {"grade": "good", "evaluation": "双方按约履行，没有纠纷。"})
    yield told.workday(2, 5)
    told.take("archive", {"archive_no": f"{told.day.year}-合-{told.random.randint(1, 400):03}"})
