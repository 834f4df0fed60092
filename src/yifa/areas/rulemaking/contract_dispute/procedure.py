"""A dispute over a contract (合同纠纷): negotiated, mediated, sued over or arbitrated, until it is performed.

One case each, with the limits of the acts of procedure; the contract waits for it and knows how it ended.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Q

from yifa.areas.rulemaking.contract_acts import LOCAL
from yifa.areas.rulemaking.contract_dispute import choices as c
from yifa.areas.rulemaking.contract_dispute import conditions as test
from yifa.areas.rulemaking.contract_dispute.acts import (
    ADMINISTRATIVE,
    AGREEMENTS,
    ARBITRATION,
    CIVIL,
    INTERPRETATION,
    LITIGATION,
)
from yifa.areas.rulemaking.contract_dispute.models import ContractDisputeCase as Case
from yifa.clock import days, months, years
from yifa.kernel.declare import NEW, ON, Consequence, Input, Limit, Omitted, Procedure, Stage, Step, computed, judged
from yifa.kernel.figures import Count, Share, Sum
from yifa.office.roles import Role
from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"
BY = (Role.HANDLER, Role.REVIEWER)
ABOUT = (
    Case.contract, Case.contract_number, Case.contract_title, Case.nature, Case.opponents, Case.side, Case.claims,
    Case.claim_amount, Case.forum_name, Case.dispute_number,
)  # fmt: skip
SUIT = (Case.route, Case.forum_name, Case.dispute_number, Case.claims)
RULED = (
    Case.ruling_number, Case.ruling_text, Case.awarded_amount, Case.debtor, Case.perform_by, Case.dispute_number,
)  # fmt: skip
DEFENCE_PAPER = Instrument("答辩状", "合答", FOLDER / "defence.txt", "organ")
AUTHORITY_PAPER = Instrument("授权委托书", "合诉授", FOLDER / "authority.txt", "organ")
SUMMARY_PAPER = Instrument("合同纠纷办结报告", "", FOLDER / "summary.txt", "organ")
WHAT = Input("情况", "long", code="what")
ROUTE = (
    computed(AGREEMENTS[26], "行政协议不仲裁", test.may_be_arbitrated, qualified=AGREEMENTS[26].says("另有规定")),
    computed(
        AGREEMENTS[4, 1], "途径与合同性质一致", test.route_fits_nature, qualified=AGREEMENTS[8].says("提起民事诉讼")
    ),
)
TO_COURT = computed(LITIGATION[122], "处理途径是诉讼或者仲裁", test.route_of_a_suit)
OPEN = "上诉期限没有届满，本机关没有上诉过"
NAMED = "有给付内容的写明履行期限"
DAY_NAMED = (
    computed(LITIGATION[250, 2].says("履行期间"), NAMED, test.performance_day_named, when=test.not_administrative),
    computed(INTERPRETATION[153, 2].says("履行期间"), NAMED, test.performance_day_named, when=test.administrative_suit),
)


class ContractDispute(Procedure):
    """Disputes over government contracts."""

    key, label, mark = "contract_dispute", "合同纠纷", "合纠"
    model = Case
    since = date(2021, 1, 1)
    version_basis = CIVIL[1260]

    handling = Stage("协商处理")
    first = Stage("一审、仲裁")
    ruled = Stage("一审裁判送达")
    second = Stage("二审")
    effective = Stage("裁判生效")
    enforcing = Stage("执行")
    closed = Stage("办结", final=True)

    open = Step(
        "登记纠纷",
        CIVIL[577],
        NEW >> handling,
        by=BY,
        needs=(Case.contract_title, Case.route),
        may=(*ABOUT, Case.cause),
        conditions=ROUTE,
        help="合同登记“发生纠纷”时自动建立；合同不在系统中的，在此登记。",
    )
    negotiate = Step("协商", CIVIL[577], handling, by=BY, asks=(WHAT,))
    mediate = Step(
        "调解", (LOCAL, CIVIL[577]), handling | first, by=BY,
        asks=(Input("主持调解的组织", "text", code="by"), WHAT),
        help="人民调解、行业调解、法院调解都在此登记。",
    )  # fmt: skip
    change_route = Step(
        "变更处理途径", CIVIL[577], handling, by=BY, needs=(Case.route,), asks=(Input("原因", "long", code="why"),),
        conditions=ROUTE,
    )  # fmt: skip
    engage = Step(
        "委托代理人",
        (LITIGATION[61, 1], ADMINISTRATIVE[31, 1]),
        handling | first | ruled | second | effective | enforcing,
        by=BY,
        needs=(Case.agents,),
        document=AUTHORITY_PAPER,
        approved_by=(Role.ORGAN_HEAD,),
    )
    file_suit = Step(
        "本机关起诉、申请仲裁",
        (LITIGATION[122], CIVIL[195].item(3)),
        handling >> first,
        by=BY,
        needs=(*SUIT, Case.claim_amount),
        sets=((Case.filed_on, ON), (Case.side, c.Side.CLAIMANT)),
        conditions=(computed(AGREEMENTS[24, 1], "不是行政协议", test.may_sue), TO_COURT, *ROUTE),
        help="同时中断诉讼时效：由合同的“提起诉讼或者申请仲裁”自动登记的，时效随之中断。",
    )
    served = Step(
        "收到起诉状、仲裁申请书副本",
        (LITIGATION[128].says("收到之日起十五日内"), ADMINISTRATIVE[67, 1].says("十五日内")),
        handling >> first,
        by=BY,
        needs=(*SUIT,),
        may=(Case.claim_amount, Case.side),
        sets=((Case.served_on, ON),),
        conditions=(TO_COURT, *ROUTE),
        help="办理日期为收到之日，答辩期限自次日起算。",
    )
    defend = Step(
        "提出答辩",
        (LITIGATION[128].says("提出答辩状"), ADMINISTRATIVE[67, 1].says("提出答辩状")),
        first,
        by=BY,
        needs=(Case.defence,),
        requires=(served,),
        document=DEFENCE_PAPER,
        approved_by=(Role.ORGAN_HEAD,),
        help="行政诉讼同时提交作出行政行为的证据和依据。仲裁的答辩期限按仲裁规则。",
    )
    hearing = Step(
        "开庭", (LITIGATION[144],), first | second, by=BY,
        asks=(
            Input("出庭人员", "text", code="who", help="行政诉讼写明出庭应诉的负责人。", personal=True),
            Input("庭审情况", "long", required=False, code="what"),
        ),
    )  # fmt: skip
    rule = Step(
        "收到一审裁判、仲裁裁决",
        (LITIGATION[171, 1].says("送达之日"), ADMINISTRATIVE[85].says("送达之日"), ARBITRATION),
        first >> ruled,
        by=BY,
        needs=(Case.ruling, Case.result),
        may=RULED,
        sets=((Case.first_served_on, ON), (Case.first_ruling, lambda record, on: record.ruling)),
        help="办理日期为送达本机关之日。",
    )
    appeal = Step(
        "本机关上诉",
        (LITIGATION[171, 1].says("提起上诉"), ADMINISTRATIVE[85].says("提起上诉")),
        (ruled | second) >> second,
        by=BY,
        approved_by=(Role.ORGAN_HEAD,),
        asks=(Input("上诉请求和理由", "long", code="why"),),
        conditions=(
            computed(LITIGATION[171].says("送达之日起"), OPEN, test.appeal_open, when=test.civil_suit),
            computed(ADMINISTRATIVE[85].says("送达之日起"), OPEN, test.appeal_open, when=test.administrative_suit),
        ),
        when=test.in_court,
        help="对方先上诉的，本机关的上诉期限照算，期满前仍可以上诉。",
    )
    appealed = Step(
        "对方上诉", (LITIGATION[174, 1].says("十五日内"), ADMINISTRATIVE[85]), ruled >> second, by=BY,
        when=test.in_court, asks=(Input("上诉请求", "long", required=False, code="why"),),
        help="办理日期为收到上诉状副本之日。",
    )  # fmt: skip
    not_appealed = Step(
        "上诉期限届满，本机关没有上诉",
        (LITIGATION[158].says("超过上诉期"), ADMINISTRATIVE[85].says("逾期不提起")),
        ruled | second,
        by=Role.SYSTEM,
        when=test.in_court,
        help="期满自动登记。对方是否上诉以法院通知为准；双方都没有上诉的，登记裁判生效。",
    )
    answer_appeal = Step(
        "二审答辩", (LITIGATION[174, 1].says("提出答辩状"), INTERPRETATION[108, 2].says("提出答辩状")), second, by=BY,
        requires=(appealed,),
        asks=(Input("答辩意见", "long", code="what"),),
    )  # fmt: skip
    rule_finally = Step(
        "收到二审裁判",
        (LITIGATION[182].says("终审"), ADMINISTRATIVE[85]),
        second >> effective,
        by=BY,
        needs=(Case.ruling, Case.result, Case.debtor),
        may=RULED,
        sets=((Case.effective_on, ON),), conditions=DAY_NAMED,
    )  # fmt: skip
    remand = Step("发回重审", LITIGATION[177, 1].item(3), second >> first, by=BY, asks=(WHAT,), rare=True)
    take_effect = Step(
        "裁判、裁决、调解书生效",
        (LITIGATION[158].says("发生法律效力"), ADMINISTRATIVE[85].says("发生法律效力")),
        ruled >> effective,
        by=BY,
        needs=(Case.debtor,),
        may=RULED,
        sets=((Case.effective_on, ON),),
        conditions=(
            *DAY_NAMED,
            judged(LITIGATION[171, 1], "上诉期限已满，双方都没有上诉；或者依法不得上诉、仲裁裁决、调解书已经生效"),
        ),
    )
    set_aside = Step(
        "申请撤销、不予执行仲裁裁决", ARBITRATION, effective | ruled, by=BY, when=test.arbitrated,
        approved_by=(Role.ORGAN_HEAD,), asks=(Input("理由", "long", code="why"),), rare=True,
    )  # fmt: skip
    retry = Step(
        "申请再审",
        (LITIGATION[216].says("六个月内"), INTERPRETATION[110].says("六个月内")),
        effective | enforcing,
        by=BY,
        when=test.in_court,
        approved_by=(Role.ORGAN_HEAD,),
        asks=(Input("理由", "long", code="why"),),
        rare=True,
    )
    retried = Step(
        "再审裁判", LITIGATION[218], (effective | enforcing) >> effective, by=BY, requires=(retry,),
        needs=(Case.ruling, Case.result, Case.debtor), may=RULED, conditions=DAY_NAMED, rare=True,
    )  # fmt: skip
    set_aside_lapsed = Step(
        "申请撤销裁决的期限届满", ARBITRATION, ruled | effective | enforcing, by=Role.SYSTEM, once=True,
        when=test.arbitrated, help="期满自动登记。",
    )  # fmt: skip
    retry_lapsed = Step(
        "申请再审的期限届满",
        (LITIGATION[216].says("六个月内"), INTERPRETATION[110].says("六个月内")),
        effective | enforcing,
        by=Role.SYSTEM,
        once=True,
        when=test.in_court,
        help="期满自动登记；有新证据等情形的，自知道之日起另行计算。",
    )
    perform_part = Step(
        "部分履行", (LITIGATION[264].says("履行"), ADMINISTRATIVE[94].says("必须履行")), effective | enforcing, by=BY,
        needs=(Case.performed,), asks=(WHAT,),
        conditions=(computed(LITIGATION[264].says("指定的期间"), "还没有履行完毕", test.not_all_performed),),
        help="分次付款、分期履行的，逐次登记，金额填写到本次为止的合计；履行期限继续计算。",
    )  # fmt: skip
    perform = Step(
        "履行完毕",
        (LITIGATION[247, 1].says("必须履行"), ADMINISTRATIVE[94].says("必须履行")),
        effective | enforcing,
        by=BY,
        needs=(Case.performed,),
        asks=(WHAT,),
        conditions=(computed(LITIGATION[264].says("指定的期间"), "履行了裁判确定的全部金额", test.all_performed),),
        help="金额填写到本次为止的合计。双方都有义务的，本机关履行完毕时登记；对方的履行登记“部分履行”。",
    )
    ask_enforcement = Step(
        "申请执行",
        (LITIGATION[250, 1].says("二年"), ADMINISTRATIVE[95], INTERPRETATION[153, 1].says("二年")),
        effective >> enforcing,
        by=BY,
        when=test.creditor,
        asks=(Input("申请执行的事项和金额", "long", code="what"),),
    )
    be_enforced = Step(
        "收到执行通知", LITIGATION[251], effective >> enforcing, by=BY, when=test.debtor,
        asks=(Input("执行案号和要求", "long", code="what"),), rare=True,
    )  # fmt: skip
    close = Step(
        "纠纷办结",
        (CIVIL[577], LOCAL),
        (handling | first | ruled | effective | enforcing) >> closed,
        by=BY,
        needs=(Case.ending, Case.outcome),
        may=(Case.lessons, Case.performed),
        document=SUMMARY_PAPER,
        conditions=(
            computed(LITIGATION[247, 1], "办结方式与进程一致", test.ending_fits),
            computed(LITIGATION[247, 1], "以履行完毕办结的，已经全部履行", test.ended_performed),
        ),
        help="和解、调解、撤诉、履行完毕、执行完毕的登记办结，结果自动回到合同；写明原因和改进措施，供以后审查同类合同。",
    )

    APPEAL_OVER = (appeal, not_appealed, take_effect, rule_finally, remand, close)

    defend_in_time = Limit(
        "民事答辩", LITIGATION[128].says("十五日内"), days(15, LITIGATION[128]), since=(served,),
        until=(defend, rule, close), when=test.civil_defence,
        on_expiry=Consequence("不提出答辩状的，不影响人民法院审理", LITIGATION[128]),
    )  # fmt: skip
    defend_administrative = Limit(
        "行政诉讼答辩和举证", ADMINISTRATIVE[67, 1].says("十五日内"), days(15, ADMINISTRATIVE[67, 1]), since=(served,),
        until=(defend, rule, close), when=test.administrative_defence,
        on_expiry=Consequence("无正当理由逾期提供证据的，视为没有相应证据", ADMINISTRATIVE[34, 2]),
    )  # fmt: skip
    appeal_judgment = Limit(
        "对民事判决上诉", LITIGATION[171, 1].says("十五日内"), days(15, LITIGATION[171, 1]), since=(rule,),
        until=APPEAL_OVER, when=test.civil_judgment, on_expiry=not_appealed,
    )  # fmt: skip
    appeal_order = Limit(
        "对民事裁定上诉", LITIGATION[171, 2].says("十日内"), days(10, LITIGATION[171, 2]), since=(rule,),
        until=APPEAL_OVER, when=test.civil_order, on_expiry=not_appealed,
    )  # fmt: skip
    appeal_administrative_judgment = Limit(
        "对行政判决上诉", ADMINISTRATIVE[85].says("十五日内"), days(15, ADMINISTRATIVE[85]), since=(rule,),
        until=APPEAL_OVER, when=test.administrative_judgment, on_expiry=not_appealed,
    )  # fmt: skip
    appeal_administrative_order = Limit(
        "对行政裁定上诉", ADMINISTRATIVE[85].says("十日内"), days(10, ADMINISTRATIVE[85]), since=(rule,),
        until=APPEAL_OVER, when=test.administrative_order, on_expiry=not_appealed,
    )  # fmt: skip
    answer_appeal_in_time = Limit(
        "二审答辩（民事）", LITIGATION[174, 1].says("十五日内"), days(15, LITIGATION[174, 1]), since=(appealed,),
        until=(answer_appeal, rule_finally, remand), when=test.civil_suit,
        on_expiry=Consequence("不提出答辩状的，不影响人民法院审理", LITIGATION[174, 1]),
    )  # fmt: skip
    answer_administrative_appeal = Limit(
        "二审答辩（行政）", INTERPRETATION[108, 2].says("十五日内"), days(15, INTERPRETATION[108, 2]),
        since=(appealed,), until=(answer_appeal, rule_finally, remand), when=test.administrative_suit,
        on_expiry=Consequence("不提出答辩状的，不影响人民法院审理", INTERPRETATION[108, 2]),
    )  # fmt: skip
    set_aside_in_time = Limit(
        "申请撤销仲裁裁决", ARBITRATION, test.set_aside_term, since=(rule,),
        until=(set_aside, set_aside_lapsed, close), when=test.arbitrated, on_expiry=set_aside_lapsed,
    )  # fmt: skip
    retry_in_time = Limit(
        "申请再审（民事）", LITIGATION[216].says("六个月内"), months(6, LITIGATION[216]),
        since=(rule_finally, take_effect), until=(retry, retry_lapsed, close), when=test.civil_suit,
        on_expiry=retry_lapsed,
    )  # fmt: skip
    retry_administrative = Limit(
        "申请再审（行政）", INTERPRETATION[110].says("六个月内"), months(6, INTERPRETATION[110]),
        since=(rule_finally, take_effect), until=(retry, retry_lapsed, close), when=test.administrative_suit,
        on_expiry=retry_lapsed,
    )  # fmt: skip
    perform_in_time = Limit(
        "本机关履行裁判、裁决", LITIGATION[264].says("指定的期间"), None,
        since=(rule_finally, take_effect, retried), until=(perform, close), ends_on=Case.perform_last,
        when=test.civil_debtor,
        on_expiry=Consequence("加倍支付迟延履行期间的债务利息", LITIGATION[264].says("加倍支付")),
    )  # fmt: skip
    perform_administrative = Limit(
        "本机关履行行政裁判", ADMINISTRATIVE[94].says("必须履行"), None, since=(rule_finally, take_effect, retried),
        until=(perform, close), ends_on=Case.perform_last, when=test.administrative_debtor,
        on_expiry=Consequence(
            "人民法院可以划拨款额，自期满之日起对负责人按日罚款", ADMINISTRATIVE[96].item(2).says("期满之日起")
        ),
    )  # fmt: skip
    enforce_in_time = Limit(
        "申请执行（民事、仲裁）", LITIGATION[250, 1].says("二年"), years(2, LITIGATION[250, 1]),
        since=(Case.perform_by,), until=(ask_enforcement, close), when=test.civil_creditor,
        on_expiry=Consequence("逾期申请执行，对方可以提出时效抗辩", LITIGATION[250, 1]),
    )  # fmt: skip
    enforce_administrative = Limit(
        "申请执行（行政）", INTERPRETATION[153, 1].says("二年"), years(2, INTERPRETATION[153, 1]),
        since=(Case.perform_by,), until=(ask_enforcement, close), when=test.administrative_creditor,
        on_expiry=Consequence("逾期申请的，除有正当理由外，人民法院不予受理", INTERPRETATION[153, 3]),
    )  # fmt: skip

    cd_opened = Count("合同纠纷", by=(open,), definition="期内登记的合同纠纷，一份合同几起纠纷的分别计。")
    cd_suits = Count(
        "合同诉讼、仲裁", by=(file_suit, served), definition="期内起诉、申请仲裁或者收到起诉状、申请书副本的纠纷。"
    )
    cd_sued = Count("其中本机关为被告、被申请人", by=(served,), definition="期内收到起诉状、仲裁申请书副本的纠纷。")
    cd_amount = Sum(
        "合同诉讼、仲裁标的额", unit="元", of=Case.claim_amount, over=cd_suits, definition="上述纠纷的标的额合计。"
    )
    cd_closed = Count("办结的合同纠纷", by=(close,), definition="期内办结的合同纠纷。")
    cd_agreed = Count(
        "协商、调解办结的合同纠纷", by=(close,), where=Q(ending__in=("agreed", "mediated")),
        definition="其中以协商、和解、调解办结的。",
    )  # fmt: skip
    cd_agreed_rate = Share(
        "合同纠纷协商调解率", numerator=cd_agreed, denominator=cd_closed,
        definition="期内协商、和解、调解办结的占办结的比率。",
    )  # fmt: skip
    cd_ruled = Count(
        "生效裁判", by=(rule_finally, take_effect), definition="期内生效的判决、裁定、调解书、裁决，一起纠纷计一件。"
    )
    cd_lost = Count(
        "不支持本机关的生效裁判", by=(rule_finally, take_effect), where=Q(result="lost"),
        definition="其中裁判结果为不支持本机关的。",
    )  # fmt: skip
    cd_lost_rate = Share(
        "合同纠纷败诉率", numerator=cd_lost, denominator=cd_ruled,
        definition="不支持本机关的占生效裁判的比率；部分支持的不计入。",
    )  # fmt: skip

    numbered_by = (open,)
    fixed_by = (open,)
    omitted = (
        Omitted(LITIGATION[126], "立案由人民法院办理，只登记结果"),
        Omitted(ADMINISTRATIVE[3, 3], "负责人出庭应诉在“开庭”中登记；出庭应诉的统计不在合同管理中"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The contract and how its dispute is carried on."""
        route = f"（{record.get_route_display()}）" if record.route else ""
        return f"{record.contract_title or cls.label}{route}"
