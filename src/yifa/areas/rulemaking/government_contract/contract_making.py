"""How a contract comes about (立项至签订): GC1 to GC6."""

from __future__ import annotations

from datetime import date

from yifa.areas.rulemaking.contract_acts import (
    AGREEMENTS,
    BUDGET,
    CIVIL,
    COMPETITION,
    COUNSEL,
    INVESTMENT,
    LOCAL,
    PAYMENT_2020,
    PROCUREMENT,
    PROCUREMENT_RULES,
    TENDER_RULES,
    TENDERS,
)
from yifa.areas.rulemaking.government_contract import conditions as test
from yifa.areas.rulemaking.government_contract import papers
from yifa.areas.rulemaking.government_contract.echoes import (
    ANSWERED,
    CLEARED,
    COMPETITION_ASKED,
    COMPETITION_DONE,
    OPINION,
    SENT_BACK,
    SUBMITTED,
)
from yifa.areas.rulemaking.government_contract.models import ContractCase as Case
from yifa.areas.rulemaking.legality_review import asking
from yifa.areas.rulemaking.legality_review.conditions import all_answered
from yifa.kernel.declare import NEW, ON, Condition, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

CLAUSES = (
    Case.settlement, Case.payment_days, Case.acceptance_term, Case.interest_rate, Case.lpr, Case.audit_settlement,
    Case.guarantee_clause, Case.borrowing_clause, Case.performance_bond, Case.venue, Case.seat, Case.governing_law,
    Case.model_text, Case.model_departure,
)  # fmt: skip
SUBJECT = (Case.contract_title, Case.nature, Case.contract_type, Case.flow, Case.lead_department)
OPTIONAL = (
    Case.agreement_kind, Case.purpose, Case.major, Case.decision_number, Case.amount, Case.currency, Case.amount_kind,
    Case.procurement, Case.party_name, Case.party_capacity, Case.counterparties, Case.party_size, Case.exemption,
    Case.secrecy,
)  # fmt: skip
KIND = computed(AGREEMENTS[2], "行政协议写明种类", test.kind_named, when=test.agreement)
CAPABLE = computed(CIVIL[97].says("独立经费"), "签约主体是机关法人，不是内设机构、临时机构", test.capable)
NO_ARBITRATION = computed(
    AGREEMENTS[26].says("仲裁条款"), "行政协议没有约定仲裁", test.no_arbitration,
    qualified=AGREEMENTS[26].says("另有规定"), when=test.agreement,
)  # fmt: skip
VENUE = computed(
    AGREEMENTS[7].says("实际联系"), "约定的管辖法院与争议有实际联系", test.venue_connected,
    qualified=AGREEMENTS[7].says("实际联系"), when=test.agreement,
)  # fmt: skip
IDENTIFIED = (
    computed(LOCAL, "相对方有统一社会信用代码", test.identified, qualified=LOCAL),
    computed(LOCAL, "相对方的统一社会信用代码正确", test.codes_right),
)
"""Foreign companies and some unincorporated bodies have no code: then it is said why."""
COMPETED = computed(COMPETITION[18], "已经公平竞争审查", test.competition_reviewed, when=test.competition_applies)
NO_SECURITY = computed(
    BUDGET[35, 4].says("提供担保"), "没有担保承诺", test.no_guarantee, qualified=BUDGET[35, 4].says("法律另有规定")
)
NO_BORROWING = computed(BUDGET[35, 3].says("举借债务"), "没有举借债务内容", test.no_borrowing)
BOND = computed(
    PROCUREMENT_RULES[48].says("10%"), "履约保证金不超过合同金额的10%", test.bond_small_enough, when=test.procured
)
BOND_TENDER = computed(
    TENDER_RULES[58].says("10%"), "履约保证金不超过中标合同金额的10%", test.bond_small_enough,
    when=lambda situation: test.tendered(situation) and not test.procured(situation),
)  # fmt: skip
BUDGETED = computed(BUDGET[13].says("不得支出"), "列入预算，没有超出预算", test.budgeted, when=test.spending)
ACCEPTANCE_2020 = computed(
    PAYMENT_2020[9, 2].says("明确、合理"), "约定了检验、验收期限", test.acceptance_agreed, when=test.to_sme
)
SME_2020 = (
    computed(PAYMENT_2020[8, 1].says("60日"), "向中小企业付款期限不超过六十日", test.term_short_enough,
             when=test.to_sme),
    ACCEPTANCE_2020,
    computed(PAYMENT_2020[15].says("报价利率"), "约定逾期利率不低于贷款市场报价利率", test.rate_high_enough,
             when=test.to_sme),
    computed(PAYMENT_2020[11].says("审计结果"), "没有强制以审计结果作为结算依据", test.no_audit_settlement,
             qualified=PAYMENT_2020[11].says("合同另有约定"), when=test.to_sme),
)  # fmt: skip
"""What the payment regulation of 2020 asks of the terms of payment."""

MONEY_2020 = (
    computed(BUDGET[13], "列入预算，没有超出预算", test.budgeted, when=test.spending),
    judged(PAYMENT_2020[7, 1].says("无预算"), "向中小企业采购有批准的预算", when=test.to_sme),
    NO_SECURITY,
    NO_BORROWING,
    computed(INVESTMENT[22, 2].says("垫资建设"), "没有由施工单位垫资", test.no_advances, when=test.works),
)


def terms(sme: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """What every text is measured against before it is submitted, with the payment rules of a version."""
    return (CAPABLE, NO_ARBITRATION, VENUE, NO_SECURITY, NO_BORROWING, BOND, BOND_TENDER, *sme)


class Making(Procedure, abstract=True):
    """Stages of a contract, and the steps until it is signed."""

    key, label, mark = "government_contract", "政府合同", "合"
    model = Case
    since = date(2021, 1, 1)
    version_basis = CIVIL[1260]

    preparing = Stage("立项")
    drafting = Stage("起草")
    reviewing = Stage("审查签订")
    performing = Stage("履行")
    ended = Stage("终结")
    archived = Stage("归档", final=True)
    abandoned = Stage("未签订", final=True)

    start = Step(
        "立项",
        (LOCAL, CIVIL[97]),
        NEW >> preparing,
        needs=SUBJECT,
        may=OPTIONAL,
        conditions=(KIND, CAPABLE),
        help="先定合同性质。属于重大行政决策的，先完成决策程序；属于政府采购、招标投标的，先完成采购、招标程序。",
    )
    investigate = Step(
        "尽职调查",
        (LOCAL, CIVIL[143]),
        preparing,
        needs=(Case.counterparties, Case.diligence),
        may=(Case.party_size, Case.contacts, Case.procurement),
        document=papers.DILIGENCE,
        conditions=(
            *IDENTIFIED,
            judged(CIVIL[143].says("行为能力"), "相对方主体适格，有履约能力，没有失信被执行等重大不利情形"),
        ),
    )
    negotiate = Step("磋商", LOCAL, preparing, needs=(Case.negotiation,), may=(Case.procurement,))
    award = Step(
        "发出中标、成交通知书",
        (PROCUREMENT[46, 1].says("通知书发出"), TENDERS[46, 1]),
        preparing | drafting,
        needs=(Case.procurement, Case.counterparties),
        may=(Case.amount, Case.party_size),
        sets=((Case.awarded_on, ON),),
        when=test.tendered,
        help="自通知书发出之日起三十日内，按照采购文件、招标文件和投标文件签订书面合同。",
    )
    draft = Step(
        "起草合同",
        CIVIL[470, 1].says("一般包括"),
        preparing >> drafting,
        needs=(Case.draft, Case.forum, Case.party_name, Case.party_capacity, Case.counterparties),
        may=(*CLAUSES, Case.party_size, Case.amount, Case.amount_kind, Case.procurement),
        conditions=(
            CAPABLE,
            *IDENTIFIED,
            computed(
                CIVIL[470, 1], "八项一般条款齐备", test.clauses_complete, qualified=CIVIL[470, 1].says("当事人约定")
            ),
            computed(CIVIL[470, 2].says("示范文本"), "参照示范文本", test.model_text_used),
        ),
        help="有示范文本的优先使用；政府采购合同采用国务院财政部门制定的标准文本。",
    )
    check_budget = Step(
        "财政承受能力和预算审核",
        BUDGET[13].says("未列入预算"),
        drafting | reviewing,
        needs=(Case.budget_item, Case.budget_amount),
        may=(Case.budget_year, Case.cross_year, Case.approval_document, Case.builder_advances, Case.amount,
             Case.guarantee_clause, Case.borrowing_clause),
        when=test.spending,
        conditions=MONEY_2020,
    )  # fmt: skip
    ask_competition = Step(
        "送公平竞争审查",
        (COMPETITION[2].says("具体政策措施"), COMPETITION[13, 1]),
        drafting,
        when=test.competition_applies,
        echo=COMPETITION_ASKED,
        help="招商引资协议、合作备忘录和与经营者签订的行政协议，在起草阶段审查。",
    )
    competition_result = Step(
        "收到公平竞争审查结论",
        COMPETITION[17],
        preparing | drafting | reviewing | performing | ended,
        needs=(Case.competition,),
        sets=((Case.competition_on, ON),),
        when=test.competition_applies,
        follows=COMPETITION_DONE,
    )
    submit_review = Step(
        "送合法性审查",
        (LOCAL, COUNSEL),
        drafting >> reviewing,
        may=(*CLAUSES, Case.forum),
        sets=((Case.submitted_on, ON),),
        document=papers.REVIEW_REQUEST,
        conditions=terms(SME_2020),
        echo=SUBMITTED,
        help="以县政府名义签订的和重大合同送司法局，其他合同送本机关法制机构。",
    )
    sent_back = Step(
        "送审材料被退回",
        LOCAL,
        drafting | reviewing | performing | ended,
        asks=(Input("退回的原因", "long", code="why"),),
        when=test.under_review,
        follows=SENT_BACK,
        help="补齐材料后“重新起草”，再送审。",
    )
    materials_asked = Step(
        "审查机构要求补充材料", LOCAL, reviewing | performing | ended, asks=(asking.WHAT,), when=test.under_review,
        follows=asking.ASKED, rare=True,
    )  # fmt: skip
    materials_supplied = Step(
        "补充送审材料", LOCAL, reviewing | performing | ended, may=(Case.diligence, Case.approval_document),
        asks=(asking.SUPPLIED,), when=asking.asked_since("materials_asked", "materials_supplied"),
        echo=asking.supplied(), help="材料原件在“登记材料”中补传；补充以后审查机构接着审查。",
    )  # fmt: skip
    receive_opinion = Step(
        "收到审查意见",
        (LOCAL, COUNSEL),
        drafting | reviewing | performing | ended,
        by=(Role.HANDLER, Role.REVIEWER),
        needs=(Case.review_conclusion,),
        may=(Case.review_number, Case.review_opinion, Case.reviewed_digest, Case.cleared_digest, Case.opinions),
        sets=((Case.reviewed_on, ON),),
        when=test.under_review,
        follows=OPINION,
    )
    adjust = Step(
        "按审查意见修改",
        LOCAL,
        reviewing,
        may=(Case.draft, Case.opinions, *CLAUSES, Case.forum),
        requires=(receive_opinion,),
        conditions=(
            judged(LOCAL, "只按审查意见修改，没有其他实质性改动"),
            computed(LOCAL, "逐条反馈采纳情况，没有全部采纳的说明理由", all_answered),
        ),
        echo=ANSWERED,
        help="修改后的文本和采纳情况反馈给审查机构核对；核对后才能签订。",
    )
    receive_clearance = Step(
        "审查机构核对采纳情况",
        LOCAL,
        drafting | reviewing | performing | ended,
        by=(Role.HANDLER, Role.REVIEWER),
        may=(Case.cleared_digest,),
        requires=(receive_opinion,),
        follows=CLEARED,
    )
    redraft = Step(
        "重新起草",
        CIVIL[470, 1],
        (drafting | reviewing) >> drafting,
        may=(Case.draft, *CLAUSES, Case.forum),
        rare=True,
        help="审查认为不合法的，或者有审查意见以外的实质性改动的，修改后重新送审。",
    )
    deliberate = Step(
        "集体研究",
        LOCAL,
        reviewing,
        by=(Role.HANDLER, Role.SECRETARY),
        needs=(Case.meeting,),
        sets=((Case.meeting_on, ON),),
        asks=(Input("研究结果", "choice", (("agreed", "同意"), ("returned", "退回修改")), code="result"),),
    )
    authorise = Step(
        "授权签订",
        (CIVIL[165], CIVIL[61, 2]),
        drafting | reviewing,
        needs=(Case.signer,),
        sets=((Case.signing_authority, "authorised"),),
        asks=(Input("代理事项、权限和期限", "text", code="scope"),),
        document=papers.AUTHORISATION,
        help="法定代表人、主要负责人亲自签署的，不需要授权。",
    )
    give_up = Step(
        "不再签订", CIVIL[500], (preparing | drafting | reviewing) >> abandoned,
        asks=(Input("理由", "long", code="why"),), rare=True,
    )  # fmt: skip
