"""Signing, filing, publication (签订、备案、公告): GC6 and GC7."""

from __future__ import annotations

from yifa.areas.rulemaking.contract_acts import (
    AGREEMENTS,
    CIVIL,
    DECISIONS,
    LOCAL,
    PROCUREMENT,
    PROCUREMENT_RULES,
)
from yifa.areas.rulemaking.government_contract import conditions as test
from yifa.areas.rulemaking.government_contract import echoes, papers
from yifa.areas.rulemaking.government_contract.contract_making import (
    BUDGETED,
    CLAUSES,
    COMPETED,
    KIND,
    OPTIONAL,
    SME_2020,
    SUBJECT,
    Making,
    terms,
)
from yifa.areas.rulemaking.government_contract.models import ContractCase as Case
from yifa.kernel.declare import NEW, ON, Condition, Input, Publication, Shown, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

REVIEWED = computed(LOCAL, "签订前已经合法性审查，文本与审查的文本一致", test.reviewed)
ON_PAPER = (Case.authorisation, Case.effective_on, Case.term_end, Case.amount, Case.amount_kind, Case.signing_authority)


AUTHORISED = computed(CIVIL[165], "代理人有书面授权", test.authorised)
IN_WRITING = judged(CIVIL[490, 1].says("签名、盖章"), "采用书面形式，双方均已签名、盖章")


def to_sign(sme: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """What is looked at before a reviewed text is signed: its terms may have been adjusted since they were examined."""
    return (
        REVIEWED,
        *terms(sme),
        BUDGETED,
        COMPETED,
        computed(LOCAL, "重大合同已经集体研究", test.discussed, when=test.major),
        judged(
            DECISIONS[3, 1], "属于重大行政决策事项的，已经依照重大行政决策程序作出决定", when=test.major
        ),
        AUTHORISED,
        IN_WRITING,
        judged(LOCAL, "签订的文本与审查、集体研究的文本一致"),
    )  # fmt: skip


def to_sign_exempt(sme: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """What is looked at where local rules ask for no review: the law asks for the rest all the same."""
    return (REVIEWED, *terms(sme), BUDGETED, COMPETED, AUTHORISED, IN_WRITING)


def public_procurement(situation: Situation) -> bool:
    """Nothing is announced where nothing was bought under 政府采购法."""
    return not test.procured(situation)


class Signing(Making, abstract=True):
    """The steps around the signature."""

    sign = Step(
        "签订",
        (CIVIL[490, 1], PROCUREMENT[44].says("书面形式")),
        Making.reviewing >> Making.performing,
        needs=(Case.signer, Case.signing_authority, Case.effective_on, Case.party_capacity),
        may=(*ON_PAPER, Case.exemption),
        sets=((Case.signed_on, ON), (Case.reviewed_before, True)),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.SIGNING,
        conditions=to_sign(SME_2020),
        echo=echoes.ISSUED,
    )
    sign_exempt = Step(
        "签订（不适用审查）",
        (CIVIL[490, 1], LOCAL),
        Making.drafting >> Making.performing,
        needs=(Case.exemption, Case.signer, Case.signing_authority, Case.effective_on, Case.party_capacity),
        may=(*ON_PAPER, *CLAUSES, Case.forum),
        sets=((Case.signed_on, ON),),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.SIGNING,
        conditions=to_sign_exempt(SME_2020),
        rare=True,
        help="只用于本级规定不适用合法性审查的劳动合同、小额采购和应急合同。",
    )
    register_signed = Step(
        "补录已签订的合同",
        LOCAL,
        NEW >> Making.performing,
        needs=(*SUBJECT, Case.signer, Case.party_capacity),
        may=(*OPTIONAL, *ON_PAPER, Case.draft, Case.forum, Case.review_number, Case.reviewed_before, Case.settlement,
             Case.payment_days, Case.interest_rate, Case.lpr),
        sets=((Case.signed_on, ON),),
        conditions=(KIND,),
        help="系统启用前签订的，或者未经审查已经签订的，如实补录；未经审查的计入审查率的分母。办理日期为签订日。",
    )  # fmt: skip
    file_finance = Step(
        "报财政部门备案",
        PROCUREMENT[47].says("七个工作日"),
        Making.performing | Making.ended,
        when=test.procured,
        once=True,
        help="政府采购合同副本报同级政府采购监督管理部门和有关部门。",
    )
    file = Step(
        "报司法局备案",
        LOCAL,
        Making.performing | Making.ended,
        sets=((Case.filed_on, ON),),
        may=(Case.filing_number,),
        document=papers.FILING,
        once=True,
        echo=echoes.FILED,
        help="报送合同文本、审查意见、集体研究记录；系统在司法局建立备案件，备案号登记后自动回来。",
    )
    filing_registered = Step(
        "收到备案登记",
        LOCAL,
        Making.performing | Making.ended,
        needs=(Case.filing_number,),
        requires=(file,),
        follows=echoes.FILING_REGISTERED,
    )
    filing_returned = Step(
        "报备材料被退回",
        LOCAL,
        Making.performing | Making.ended,
        requires=(file,),
        asks=(Input("退回的原因", "long", code="why"),),
        follows=echoes.FILING_RETURNED,
        help="补正后办理“重新报备”。",
    )
    filing_refused = Step(
        "不予备案登记",
        LOCAL,
        Making.performing | Making.ended,
        requires=(file,),
        asks=(Input("理由", "long", code="why"),),
        follows=echoes.FILING_REFUSED,
        help="司法局认为不属于备案范围的，不再报备。",
    )
    refile = Step(
        "重新报备",
        LOCAL,
        Making.performing | Making.ended,
        requires=(filing_returned,),
        when=test.filing_to_mend,
        document=papers.FILING,
        echo=echoes.FILED,
        help="补正后再报；第一次报备的日期不变。",
    )
    filing_questioned = Step(
        "收到备案审查意见",
        LOCAL,
        Making.performing | Making.ended,
        needs=(Case.filing_opinion,),
        requires=(file,),
        follows=(echoes.FILING_QUESTIONED, echoes.FILING_AGAIN),
    )
    answer_filing = Step(
        "反馈备案审查意见处理情况",
        LOCAL,
        Making.performing | Making.ended,
        needs=(Case.filing_answer,),
        requires=(filing_questioned,),
        echo=echoes.FILING_ANSWERED,
        help="需要签订补充协议、解除合同的，先“提出变更、补充或者解除”，重新送审。",
    )
    filing_closed = Step(
        "备案审结", LOCAL, Making.performing | Making.ended, requires=(file,), follows=echoes.FILING_DONE,
        help="司法局审查无意见或者认为处理到位时由系统登记。",
    )  # fmt: skip
    take_effect = Step(
        "合同生效",
        (CIVIL[502, 2], AGREEMENTS[13, 1]),
        Making.performing,
        sets=((Case.effective_on, ON),),
        conditions=(judged(CIVIL[502, 2].says("批准"), "法律、行政法规规定的批准等手续已经办理"),),
        help="须经批准才生效的合同，批准后登记。",
    )

    notice = Publication(
        "政府采购合同公告",
        PROCUREMENT_RULES[50].says("2个工作日"),
        after=(sign, sign_exempt, register_signed),
        shows=(
            Shown(Case.number), Shown(Case.contract_title), Shown(Case.party_name),
            Shown(Case.counterparties), Shown(Case.procurement), Shown(Case.amount), Shown(Case.signed_on),
            Shown(Case.term_end),
        ),
        withheld_if=public_procurement,
    )  # fmt: skip
