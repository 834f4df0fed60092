"""Milestones and payments of a contract as a procedure (合同履行节点): GC8, 款项条例第九条至第十七条."""

from __future__ import annotations

from yifa.areas.rulemaking.contract_acts import CIVIL, PAYMENT_2020
from yifa.areas.rulemaking.government_contract import obligation_conditions as test
from yifa.areas.rulemaking.government_contract import papers
from yifa.areas.rulemaking.government_contract.echoes import DONE
from yifa.areas.rulemaking.government_contract.models import ObligationCase as Case
from yifa.areas.rulemaking.government_contract.models import paid_in_parts
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged

ABOUT = (
    Case.contract_number, Case.contract_title, Case.sme, Case.amount, Case.agreed_on, Case.settlement,
    Case.payment_days, Case.acceptance_until, Case.interest_rate, Case.lpr,
)  # fmt: skip
WHY_LATE = Input(
    "逾期付款的原因", "text", required=False, code="why_late",
    help="不得以负责人变更、履行内部付款流程，或者合同没有约定的等待竣工验收、决算审计等为由；仍应如实填写，供责令改正。",
)  # fmt: skip
"""That an excuse is unlawful does not undo the payment: it is recorded with its reason."""


class ObligationSteps(Procedure, abstract=True):
    """Stages and steps of one milestone."""

    key, label, mark = "contract_obligation", "合同履行节点", ""
    model = Case
    version_basis = CIVIL[1260]

    pending = Stage("待履行")
    done = Stage("已完成", final=True)
    cancelled = Stage("已取消", final=True)

    open = Step(
        "建立节点", CIVIL[509, 1].says("全面履行"), NEW >> pending, needs=(Case.what, Case.kind), may=ABOUT,
        sets=((Case.planned_on, ON),),
        help="由合同的“设定履行节点”自动建立。",
    )  # fmt: skip
    deliver = Step(
        "对方交付", PAYMENT_2020[8, 1].says("交付之日"), pending, sets=((Case.delivered_on, ON),), when=test.paying
    )
    accept = Step(
        "检验、验收合格", PAYMENT_2020[9, 1].says("合格之日"), pending, sets=((Case.accepted_on, ON),),
        asks=(Input("检验、验收情况", "long", code="how"),),
    )  # fmt: skip
    fail = Step(
        "检验、验收不合格", PAYMENT_2020[9, 1], pending, sets=((Case.failed_on, ON),),
        asks=(Input("不合格的情况和整改要求", "long", code="how"),),
    )  # fmt: skip
    settle_amount = Step(
        "双方确认结算金额", PAYMENT_2020[8, 3].says("结算金额之日"), pending, needs=(Case.confirmed_amount,),
        sets=((Case.confirmed_on, ON),), when=test.paying,
    )  # fmt: skip
    ask_confirmation = Step(
        "中小企业提出确权请求", PAYMENT_2020[14].says("确权请求"), pending | done, when=test.to_sme,
        help="中小企业以应收账款融资的，自提出请求之日起三十日内确认债权债务关系。",
    )  # fmt: skip
    confirm_claim = Step(
        "确认债权债务关系", PAYMENT_2020[14].says("确认债权债务"), pending | done, needs=(Case.claim_confirmed,),
        requires=(ask_confirmation,), document=papers.CLAIM, when=test.to_sme,
    )  # fmt: skip
    contest = Step(
        "部分金额有争议", CIVIL[509, 1], pending, needs=(Case.disputed_amount,), when=test.paying,
        help="部分有争议但不影响其他部分履行的，无争议部分应当及时付款。",
    )  # fmt: skip
    pay_part = Step(
        "支付部分款项",
        CIVIL[509, 1],
        pending,
        needs=(Case.installments,),
        sets=((Case.paid_amount, paid_in_parts),),
        when=test.paying,
        conditions=(
            computed(CIVIL[509, 1], "逐笔写明日期和金额", test.parts_readable),
            computed(CIVIL[509, 1], "没有付清", test.not_all_paid),
        ),
        help="逐笔填写已经支付的款项；付清的登记“付清款项”。",
    )
    postpone = Step(
        "变更约定日期", CIVIL[543].says("协商一致"), pending, needs=(Case.agreed_on,),
        asks=(Input("变更的依据", "text", code="why"),),
        conditions=(judged(CIVIL[543], "双方协商一致，有补充协议"),),
    )  # fmt: skip
    pay = Step(
        "付清款项",
        (PAYMENT_2020[8, 1], PAYMENT_2020[13].says("内部付款流程")),
        pending >> done,
        needs=(Case.paid_amount,),
        asks=(WHY_LATE,),
        sets=((Case.paid_on, ON),),
        when=test.money,
        conditions=(
            computed(CIVIL[509, 1], "已付金额不少于应付金额", test.all_paid, qualified=CIVIL[543].says("协商一致")),
        ),
        echo=DONE,
    )
    pay_interest = Step(
        "支付逾期利息",
        PAYMENT_2020[15].says("逾期利息"),
        pending | done,
        needs=(Case.interest_paid,),
        may=(Case.interest_rate, Case.lpr),
        when=test.to_sme,
        document=papers.INTEREST,
        conditions=(computed(PAYMENT_2020[15].says("万分之五"), "不少于应付的逾期利息", test.interest_enough),),
        help="约定利率低于订立时1年期贷款市场报价利率的，先与对方改正约定，再按改正后的利率填写。",
    )
    do = Step("节点完成", CIVIL[509, 1], pending >> done, needs=(Case.done_how,), when=test.not_money, echo=DONE)
    cancel = Step(
        "取消节点", CIVIL[543], pending >> cancelled, asks=(Input("取消的依据", "text", code="why"),), rare=True,
        conditions=(judged(CIVIL[543], "合同已经变更、解除，不再需要履行"),), echo=DONE,
    )  # fmt: skip
