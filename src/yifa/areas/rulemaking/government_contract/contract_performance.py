"""Performance, change, breach, disputes, the end (履行至归档): GC8 to GC12."""

from __future__ import annotations

from yifa.areas.rulemaking.contract_acts import (
    AGREEMENTS,
    CIVIL,
    COERCION,
    ENVIRONMENT,
    LITIGATION,
    LOCAL,
    PROCUREMENT,
    PROCUREMENT_RULES,
    TENDERS,
)
from yifa.areas.rulemaking.government_contract import choices as c
from yifa.areas.rulemaking.government_contract import conditions as test
from yifa.areas.rulemaking.government_contract import papers
from yifa.areas.rulemaking.government_contract import performance_conditions as kept
from yifa.areas.rulemaking.government_contract.contract_signing import Signing
from yifa.areas.rulemaking.government_contract.echoes import (
    ANSWERED,
    DISPUTED,
    PLANNED,
    SETTLED,
    SUBMITTED,
    SUED,
)
from yifa.areas.rulemaking.government_contract.models import ContractCase as Case
from yifa.areas.rulemaking.legality_review.conditions import all_answered
from yifa.kernel.declare import ON, Input, Step, computed, judged
from yifa.office.roles import Role

RUNNING = Signing.performing
OPEN = Signing.performing | Signing.ended
HOW = Input("情况", "long", code="how")
CHANGE_REVIEWED = computed(LOCAL, "变更、解除已经重新合法性审查", test.change_reviewed)
SEVERE = judged(
    AGREEMENTS[16, 1].says("严重损害"), "继续履行可能严重损害国家利益、社会公共利益", when=test.agreement_for_the_public
)
COMPENSATED = computed(
    ENVIRONMENT[31].says("予以补偿"), "依法补偿对方因此受到的损失", kept.compensated, when=test.for_the_public
)


class Performance(Signing, abstract=True):
    """The steps from performance to the archive."""

    plan = Step(
        "设定履行节点",
        CIVIL[509, 1].says("全面履行"),
        OPEN,
        asks=(
            Input("节点种类", "choice", tuple(c.ObligationKind.choices), code="kind"),
            Input("节点内容", "text", code="what"),
            Input("约定日期", "date", required=False, code="agreed_on", help="合同写明日期的填写，到期前提醒。"),
            Input("金额（元）", "decimal", required=False, at_least=0, code="amount", help="付款、收款的必填。"),
            Input("付款期限起算", "choice", tuple(c.Settlement.choices), required=False, code="settlement"),
            Input("约定付款期限（日）", "int", required=False, at_least=1, code="payment_days"),
            Input("约定的检验、验收期限届满日", "date", required=False, code="acceptance_until"),
        ),
        conditions=(computed(CIVIL[509, 1], "写明日期或者起算方式，付款写明金额", kept.milestone_complete),),
        echo=PLANNED,
        help="交付、付款、收款每一项各设一个节点；每个节点单独计算期限、登记付款。",
    )
    obligation_done = Step(
        "履行节点办结", CIVIL[509, 1], OPEN, asks=(Input("节点内容", "text", code="what"),),
        help="节点完成或者取消时由系统登记。",
    )  # fmt: skip
    accept = Step(
        "总体验收",
        (CIVIL[509, 1], PROCUREMENT_RULES[45, 1].says("出具验收书")),
        RUNNING,
        needs=(Case.acceptance_result,),
        sets=((Case.accepted_on, ON),),
        document=papers.ACCEPTANCE,
        conditions=(
            judged(PROCUREMENT_RULES[45, 2].says("邀请服务对象"), "向社会公众提供的公共服务项目，已经邀请服务对象参与，"
                   "验收结果向社会公告", when=test.procured),
        ),
    )  # fmt: skip
    propose_change = Step(
        "提出变更、补充或者解除",
        (LOCAL, CIVIL[543], ENVIRONMENT[31]),
        RUNNING,
        needs=(Case.change_kind, Case.change_reason, Case.change_text),
        may=(Case.change_amount, Case.added_before, Case.compensation),
        conditions=(
            judged(ENVIRONMENT[31].says("违约毁约"), "不是以行政区划调整、政府换届、机构职能调整、责任人更替为由"),
            computed(PROCUREMENT[49].says("百分之十"), "追加采购合计不超过原合同金额的10%", kept.addition_small_enough,
                     when=test.added_purchase),
            judged(PROCUREMENT[50, 1].says("不得擅自变更"), "不是擅自变更、中止或者终止政府采购合同",
                   when=test.procured),
            judged(TENDERS[46, 1].says("背离合同实质性内容"), "不背离招标文件和中标合同的实质性内容",
                   when=test.by_tender),
        ),
        document=papers.CHANGE_REQUEST,
        echo=SUBMITTED,
        help="变更、补充、解除都重新送合法性审查。",
    )  # fmt: skip
    adjust_change = Step(
        "按审查意见修改补充协议",
        LOCAL,
        RUNNING,
        needs=(Case.change_text,),
        may=(Case.opinions,),
        when=test.changing,
        requires=(Signing.receive_opinion,),
        conditions=(
            judged(LOCAL, "只按审查意见修改，没有其他实质性改动"),
            computed(LOCAL, "逐条反馈采纳情况，没有全部采纳的说明理由", all_answered),
        ),
        echo=ANSWERED,
        help="修改后的文本和采纳情况反馈给审查机构核对；核对后才能签订、解除。",
    )
    drop_change = Step(
        "不再变更、解除", CIVIL[509, 1], RUNNING, when=test.changing, asks=(Input("理由", "long", code="why"),)
    )
    change = Step(
        "签订补充协议、变更",
        (CIVIL[543].says("协商一致"), AGREEMENTS[16, 1]),
        RUNNING,
        may=(Case.term_end, Case.compensation),
        when=test.changing,
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            CHANGE_REVIEWED,
            computed(CIVIL[543], "提出的是变更", kept.proposed_to_change),
            judged(ENVIRONMENT[31].says("法定权限"), "依照法定权限和程序进行", when=test.for_the_public),
            SEVERE,
            COMPENSATED,
        ),
        help="合同金额是原合同金额，追加、减少的金额写在“增减金额”中。",
    )
    terminate = Step(
        "解除合同",
        (CIVIL[562], CIVIL[563, 1], CIVIL[565, 1], AGREEMENTS[16, 1]),
        RUNNING >> Signing.ended,
        needs=(Case.outcome,),
        may=(Case.compensation,),
        when=test.changing,
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.TERMINATION,
        conditions=(
            CHANGE_REVIEWED,
            computed(CIVIL[562], "提出的是解除", kept.proposed_to_end),
            computed(CIVIL[565, 1], "终结方式与提出的解除一致", kept.outcome_fits),
            judged(ENVIRONMENT[31].says("法定权限"), "依照法定权限和程序进行", when=test.for_the_public),
            SEVERE,
            COMPENSATED,
        ),
    )  # fmt: skip
    dissolve = Step(
        "对方解除、裁判解除",
        (CIVIL[565, 1], CIVIL[565, 2], AGREEMENTS[17]),
        RUNNING >> Signing.ended,
        sets=((Case.outcome, "terminated_unilateral"),),
        asks=(Input("解除通知、裁判文书和到达、生效日期", "text", code="how"),),
        rare=True,
        help="办理日期为解除通知到达之日，或者起诉状副本、仲裁申请书副本送达之日。",
    )
    annul = Step(
        "合同被确认无效、被撤销",
        (CIVIL[157], AGREEMENTS[12], AGREEMENTS[14]),
        RUNNING >> Signing.ended,
        sets=((Case.outcome, "void"),),
        asks=(Input("裁判文书或者确认文件", "text", code="judgment"),),
        rare=True,
    )
    breach = Step(
        "发现违约或者权利受损",
        (CIVIL[577], CIVIL[188, 2].says("知道")),
        OPEN,
        needs=(Case.breach,),
        help="办理日期为知道或者应当知道权利受到损害以及义务人之日，诉讼时效自此起算。",
    )
    demand = Step(
        "催告履行",
        (CIVIL[195].item(1), AGREEMENTS[24, 1].says("催告")),
        OPEN,
        needs=(Case.breach,),
        asks=(Input("要求履行的内容和期限", "long", code="what"),),
        document=papers.DEMAND,
        requires=(breach,),
        conditions=(computed(CIVIL[192, 1], "诉讼时效没有届满", kept.claim_alive, when=test.civil),),
        help="催告同时中断诉讼时效。",
    )
    demand_late = Step(
        "时效届满后催告",
        CIVIL[192, 2].says("同意履行"),
        OPEN,
        needs=(Case.breach,),
        asks=(Input("要求履行的内容和期限", "long", code="what"),),
        document=papers.DEMAND,
        requires=(breach,),
        when=test.civil,
        rare=True,
        help="时效届满后的催告不中断时效；对方同意履行的，不得再以时效届满为由抗辩，时效重新计算。",
    )
    acknowledge = Step(
        "对方同意履行", CIVIL[195].item(2).says("同意履行"), OPEN, asks=(HOW,), requires=(breach,),
        help="义务人同意履行义务的，诉讼时效中断，重新起算。",
    )  # fmt: skip
    decide = Step(
        "作出履行协议的书面决定",
        AGREEMENTS[24, 1].says("书面决定"),
        OPEN,
        when=test.agreement,
        requires=(demand,),
        approved_by=(Role.ORGAN_HEAD,),
        asks=(Input("决定内容", "long", code="what"),),
        document=papers.DECISION,
    )
    serve_decision = Step("决定送达", AGREEMENTS[24, 1], OPEN, requires=(decide,), when=test.agreement)
    remedy_lapsed = Step(
        "对方未申请复议、未起诉，期限届满", (LITIGATION[46, 1], AGREEMENTS[24, 1]), OPEN, by=Role.SYSTEM
    )
    contested = Step(
        "对方对决定申请复议或者起诉", AGREEMENTS[24, 1], OPEN, requires=(serve_decision,), when=test.agreement
    )
    upheld = Step(
        "复议、诉讼终结，决定未被撤销变更",
        (LITIGATION[95].says("强制执行"), AGREEMENTS[24, 1]),
        OPEN,
        requires=(contested,),
        when=test.agreement,
        asks=(Input("复议决定、裁判文书和生效日期", "text", code="judgment"),),
        help="办理日期为复议决定、裁判生效之日。",
    )
    urge_enforcement = Step(
        "申请强制执行前催告",
        COERCION[54].says("催告当事人履行"),
        OPEN,
        requires=(serve_decision,),
        when=test.agreement,
        asks=(Input("要求履行的内容", "long", code="what"),),
        document=papers.URGING,
        help="办理日期为催告书送达之日；送达十个工作日后仍未履行的，才能申请人民法院强制执行。",
    )
    enforce = Step(
        "申请人民法院强制执行",
        (AGREEMENTS[24, 1].says("强制执行"), COERCION[53]),
        OPEN,
        when=test.agreement,
        requires=(urge_enforcement,),
        document=papers.ENFORCEMENT,
        conditions=(
            computed(AGREEMENTS[24, 1], "对方未在法定期限内申请复议、起诉，或者决定已经维持", kept.remedies_over),
            judged(AGREEMENTS[24, 1].says("可执行性"), "对方仍不履行，协议内容具有可执行性"),
        ),
    )
    dispute = Step(
        "发生纠纷",
        (CIVIL[577], LITIGATION[12, 1].item(11)),
        OPEN,
        needs=(Case.dispute_kind,),
        may=(Case.dispute_number,),
        conditions=(
            computed(AGREEMENTS[26], "行政协议纠纷不得仲裁", kept.not_arbitrated, when=test.agreement,
                     qualified=AGREEMENTS[26].says("另有规定")),
            computed(AGREEMENTS[4, 1], "行政协议纠纷依行政诉讼解决", kept.heard_as_administrative,
                     qualified=AGREEMENTS[28, 2].says("2015年5月1日前"), when=test.agreement),
        ),
        echo=DISPUTED,
        help="系统为它另建一件合同纠纷，在那里登记协商、诉讼、仲裁的经过和期限；办结后结果自动回来。",
    )  # fmt: skip
    sue = Step(
        "提起诉讼或者申请仲裁",
        (CIVIL[195].item(3).says("仲裁"), AGREEMENTS[6]),
        OPEN,
        needs=(Case.dispute_kind, Case.dispute_number),
        may=(Case.breach, Case.seat),
        asks=(Input("标的额（元）", "decimal", at_least=0, code="amount", help="没有金额的填写0。"),),
        requires=(breach,),
        when=kept.civil_dispute,
        echo=SUED,
        help="先登记“发生纠纷”。民事合同由本机关起诉、申请仲裁；行政协议中行政机关不能起诉，催告后作出书面决定。",
    )
    settle = Step(
        "纠纷办结",
        CIVIL[577],
        OPEN,
        needs=(Case.dispute_result,),
        may=(Case.dispute_number,),
        when=kept.disputed,
        conditions=(computed(CIVIL[577], "纠纷案件已经办结", kept.dispute_closed),),
        follows=SETTLED,
        help="纠纷案件办结时自动登记。",
    )
    complete = Step(
        "履行完毕",
        CIVIL[557, 1].item(1).says("已经履行"),
        RUNNING >> Signing.ended,
        sets=((Case.outcome, "completed"),),
        conditions=(
            computed(CIVIL[509, 1], "履行节点全部完成", kept.milestones_done),
            computed(CIVIL[577], "没有未办结的纠纷和变更", kept.nothing_pending),
        ),
    )
    evaluate = Step("履约评价", LOCAL, Signing.ended, needs=(Case.grade, Case.evaluation), document=papers.EVALUATION)
    archive = Step(
        "归档",
        (LOCAL, PROCUREMENT[42, 1].says("十五年")),
        Signing.ended >> Signing.archived,
        by=(Role.HANDLER, Role.PUBLISHER),
        needs=(Case.archive_no,),
        requires=(evaluate,),
        conditions=(
            computed(CIVIL[509, 1], "履行节点全部完成或者取消", kept.milestones_done),
            computed(CIVIL[577], "没有未办结的纠纷和变更", kept.nothing_pending),
        ),
        help="政府采购文件自采购结束之日起至少保存十五年。",
    )
