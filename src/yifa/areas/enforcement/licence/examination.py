"""Examination and decision (审查与决定): 许可法 34—40, 42—48, 53—57, LIC-S03 to LIC-S09."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.common.acting import fit_body
from yifa.areas.enforcement.licence import conditions as when
from yifa.areas.enforcement.licence import deciding_conditions as test
from yifa.areas.enforcement.licence import echoes, papers
from yifa.areas.enforcement.licence.acts import COMMITMENT, EXTENDED, LICENCE, TWO_STAFF
from yifa.areas.enforcement.licence.choices import AcceptMode, Outcome
from yifa.areas.enforcement.licence.intake import FALSE, FITS, FREE, IN_TIME, WINDOW, Intake
from yifa.areas.enforcement.licence.models import LicenceCase as Case
from yifa.clock.periods import plus_months
from yifa.kernel.declare import ON, Condition, Input, Step, computed, judged
from yifa.office.roles import Role

HEADS = (Role.ORGAN_HEAD,)
WHY = Input("理由", "long", code="why")
TWO = computed(TWO_STAFF, "核查人员两名以上", test.two_checkers)
QUALIFIED = judged(LICENCE[38, 1].says("符合法定条件"), "申请符合法定条件、标准")
BOTH: tuple[Condition, ...] = (
    computed(TWO_STAFF, "需要核实的已经核查", test.check_done),
    computed(LICENCE[36].says("告知该利害关系人"), "利害关系人已经告知并听取意见", test.third_parties_heard,
             when=when.of_interest),
    computed(LICENCE[47, 1].says("要求听证的权利"), "已告知申请人、利害关系人有要求听证的权利", test.right_told),
    computed(LICENCE[46].says("举行听证"), "应当听证的已经公告并举行听证", test.heard_by_law),
    computed(LICENCE[48, 2].says("根据听证笔录"), "听证已经结束，或者要求听证的期限已过", test.hearing_over),
    computed(LICENCE[45].says("专家评审"), "特别程序已经结束", test.special_over),
    computed(LICENCE[72].item(3), "应当法制审核的已经审核通过", test.reviewed),
)  # fmt: skip
"""What stands before any decision, to grant or to refuse."""
TO_GRANT: tuple[Condition, ...] = (
    *BOTH,
    computed(LICENCE[53, 1].says("招标、拍卖"), "特许事项经过招标、拍卖", test.competed, when=when.franchise,
             qualified=LICENCE[53, 1].says("另有规定")),
    computed(LICENCE[54, 1].says("考试成绩"), "有考试成绩、考核结果", test.examined, when=when.qualification,
             qualified=LICENCE[54, 1].says("另有规定")),
    computed(LICENCE[55, 1].says("检验、检测、检疫的结果"), "有检验、检测、检疫结果", test.inspected,
             when=when.approval),
    computed(LICENCE[57].says("先后顺序"), "按受理的先后顺序", test.in_order, when=when.limited,
             qualified=LICENCE[57].says("另有规定")),
    computed(LICENCE[57].says("数量限制"), "不超过数量限制", test.within_quota, when=when.limited),
    computed(COMMITMENT, "已签收告知承诺书", test.committed_in_writing),
    FREE,
)  # fmt: skip
DECIDED = (Case.certificate, Case.licence_no, Case.valid_from, Case.valid_to, Case.fee, Case.fee_basis)


def accepted_today(record: Any, on: date) -> date:
    """Accepted and decided in one go."""
    return on


def place_of_quota(record: Any, on: date) -> tuple[str, ...]:
    """The quota of the item, where only so many are granted, so that the last one is granted once (许可法57)."""
    return () if record.quota is None else (f"licence-quota:{record.organ_id}:{record.item_code}",)


def banned_year(record: Any, on: date) -> date | None:
    """The last day of the year in which a liar may not apply again (许可法78)."""
    return plus_months(on, 12) if record.safety else None


GRANTED = ((Case.outcome, Outcome.GRANTED.value), (Case.decided_on, ON))


class Examination(Intake, abstract=True):
    """From acceptance to the decision."""

    check = Step(
        "核查申请材料的实质内容",
        TWO_STAFF,
        Intake.reviewing,
        needs=(Case.checkers, Case.check_findings),
        may=(Case.substantive,),
        sets=((Case.checked_on, ON),),
        document=papers.CHECK,
        conditions=(TWO,),
    )
    tell_third = Step(
        "告知利害关系人",
        LICENCE[36].says("告知该利害关系人"),
        Intake.reviewing,
        needs=(Case.interested,),
        may=(Case.major_interest,),
        document=papers.TOLD,
    )
    hear_third = Step(
        "听取陈述、申辩",
        (LICENCE[36].says("陈述和申辩"), LICENCE[7].says("陈述权、申辩权")),
        Intake.reviewing,
        by=(Role.HANDLER, Role.THIRD_PARTY),
        needs=(Case.interested,),
        may=(Case.applicant_opinion,),
        requires=(tell_third,),
    )
    tell_hearing = Step(
        "告知听证权利",
        LICENCE[47, 1].says("要求听证的权利"),
        Intake.reviewing,
        may=(Case.major_interest, Case.interested),
        once=True,
        document=papers.HEARING,
        echo=echoes.RIGHT_TOLD,
        help="以告知书送达之日办理；同时建立听证案件，五个工作日内提出的，二十个工作日内组织。",
    )
    announce_hearing = Step(
        "公告举行听证",
        LICENCE[46].says("向社会公告"),
        Intake.reviewing,
        may=(Case.hearing_by_law,),
        asks=(Input("公告载体", "text", code="where"),),
        once=True,
        echo=echoes.HEARING_ANNOUNCED,
    )
    hearing_requested = Step(
        "收到听证申请",
        LICENCE[47, 1].says("提出听证申请"),
        Intake.reviewing,
        by=Role.APPLICANT,
        follows=echoes.HEARING_REQUESTED,
        help="听证案件中登记后自动记入；自收到听证申请起至听证结束不计入办理期限。",
    )
    hearing_over = Step(
        "听证程序结束",
        LICENCE[48, 2].says("根据听证笔录"),
        Intake.reviewing,
        may=(Case.hearing_outcome, Case.hearing_summary),
        follows=echoes.HEARING_OVER,
    )
    assign_inspection = Step(
        "指派检验、检测、检疫人员",
        LICENCE[55, 2].says("五日内指派"),
        Intake.reviewing,
        needs=(Case.checkers,),
        when=when.approval,
        conditions=(computed(LICENCE[55, 2].says("两名以上"), "指派的人员两名以上", test.two_checkers),),
    )
    start_special = Step(
        "启动特别程序并书面告知所需时间",
        LICENCE[45].says("书面告知"),
        Intake.reviewing,
        needs=(Case.special, Case.special_days),
        document=papers.SPECIAL,
        conditions=(computed(LICENCE[45], "没有其他特别程序正在进行", test.special_named),),
        help="招标、拍卖、检验、检测、检疫、鉴定、专家评审；所需时间不计入办理期限。考试、考核不在此列。",
    )
    end_special = Step(
        "特别程序结束",
        LICENCE[45].says("所需时间"),
        Intake.reviewing,
        needs=(Case.special_result,),
        requires=(start_special,),
    )
    examine = Step(
        "登记考试成绩、考核结果",
        LICENCE[54, 1].says("考试成绩"),
        Intake.reviewing,
        needs=(Case.exam_result,),
        when=when.qualification,
    )
    submit_review = Step(
        "送法制审核",
        LICENCE[10, 1],
        Intake.reviewing,
        asks=(Input("拟作的决定", "long", code="proposed"),),
        sets=((Case.review_result, ""), (Case.review_cleared, False)),
        echo=echoes.REVIEW_ASKED,
        help="列入重大执法决定法制审核目录的应当送审，未经审核或者审核不通过的不得决定。",
    )
    review_opined = Step(
        "收到法制审核意见",
        LICENCE[10, 1],
        Intake.reviewing,
        by=(Role.HANDLER, Role.REVIEWER),
        may=(Case.review_result, Case.review_number, Case.review_cleared),
        follows=echoes.REVIEW_DONE,
    )
    review_checked = Step(
        "法制审核修改情况核对",
        LICENCE[10, 1],
        Intake.reviewing,
        by=(Role.HANDLER, Role.REVIEWER),
        may=(Case.review_cleared,),
        follows=echoes.REVIEW_CHECKED,
    )
    extend = Step(
        "延长办理期限十日",
        EXTENDED,
        Intake.reviewing,
        asks=(WHY,),
        when=when.alone,
        once=True,
        approved_by=HEADS,
        document=papers.EXTENDED,
        conditions=(computed(EXTENDED, "办理期限尚未届满", test.still_running("decide")),),
        rare=True,
        help="经本机关负责人批准，延长十个工作日，只能一次；告知书写明延长的理由，送申请人。",
    )
    extend_joint = Step(
        "延长联合办理期限十五日",
        LICENCE[42, 2].says("延长十五日"),
        Intake.reviewing,
        asks=(
            Input("批准的本级人民政府负责人", "text", code="approver", basis=LICENCE[42, 2].says("本级人民政府负责人")),
            Input("批准文件或者签批日期", "text", code="approval"),
            WHY,
        ),
        when=when.joint_decision,
        once=True,
        document=papers.EXTENDED,
        conditions=(
            computed(LICENCE[42, 2].says("延长十五日"), "办理期限尚未届满", test.still_running("decide_jointly")),
        ),
        rare=True,
        help="须经本级人民政府负责人批准，本机关负责人批准无效；延长十五个工作日，只能一次。",
    )
    grant_at_once = Step(
        "当场作出准予许可决定",
        (LICENCE[34, 2].says("当场作出"), LICENCE[56].says("当场予以登记")),
        Intake.received >> Intake.granted,
        by=WINDOW,
        needs=(Case.scope,),
        may=DECIDED,
        sets=(
            (Case.accepted_on, accepted_today), (Case.accept_mode, AcceptMode.AT_ONCE.value), *GRANTED,
        ),
        when=when.deciding,
        document=papers.GRANTED,
        holds=place_of_quota,
        conditions=(
            *FITS,
            computed(LICENCE[78], "申请人不在不得再次申请的期间内", when.not_banned),
            computed(LICENCE[34, 2].says("材料齐全"), "申请材料齐全、符合法定形式", when.materials_complete),
            QUALIFIED,
            fit_body(),
            *TO_GRANT,
        ),
        help="材料齐全、符合法定形式，能够当场决定的；受理和决定为同一日。",
    )  # fmt: skip
    grant = Step(
        "准予许可",
        (LICENCE[38, 1].says("书面决定"), LICENCE[37]),
        Intake.reviewing >> Intake.granted,
        needs=(Case.scope,),
        may=DECIDED,
        sets=GRANTED,
        when=when.deciding,
        approved_by=HEADS,
        document=papers.GRANTED,
        holds=place_of_quota,
        echo=echoes.REVIEW_ADOPTED,
        conditions=(QUALIFIED, fit_body(), *TO_GRANT),
    )
    deny = Step(
        "不予许可",
        LICENCE[38, 2].says("说明理由"),
        Intake.reviewing >> Intake.denied,
        needs=(Case.decision_reason,),
        may=(Case.standards,),
        sets=((Case.outcome, Outcome.DENIED.value), (Case.decided_on, ON)),
        when=when.deciding,
        approved_by=HEADS,
        document=papers.DENIED,
        echo=echoes.REVIEW_ADOPTED,
        conditions=(
            judged(LICENCE[38, 2], "申请不符合法定条件、标准，理由写明事实和依据的条款"),
            fit_body(),
            *BOTH,
            computed(LICENCE[55, 3].says("技术标准"), "写明依据的技术标准、规范", test.standards_said,
                     when=when.technical),
        ),
        help="决定书说明理由，告知申请行政复议或者提起行政诉讼的权利。",
    )  # fmt: skip
    deny_false = Step(
        "因虚假申请不予许可",
        LICENCE[78].says("给予警告"),
        Intake.reviewing >> Intake.denied,
        needs=(Case.decision_reason,),
        sets=((Case.outcome, Outcome.DENIED.value), (Case.decided_on, ON), (Case.banned_until, banned_year)),
        when=when.deciding,
        approved_by=HEADS,
        document=papers.DENIED,
        echo=echoes.REVIEW_ADOPTED,
        conditions=(FALSE, fit_body()),
        rare=True,
    )
    withdraw = Step(
        "申请人撤回申请",
        LICENCE[29, 1],
        (Intake.received | Intake.correcting | Intake.reviewing) >> Intake.withdrawn,
        by=Role.APPLICANT,
        asks=(Input("情况", "text", code="how", required=False),),
        sets=((Case.outcome, Outcome.WITHDRAWN.value),),
        rare=True,
    )
    report_up = Step(
        "报送初审意见和全部材料",
        (LICENCE[35].says("直接报送"), LICENCE[43].says("审查完毕")),
        Intake.reviewing >> Intake.reported,
        needs=(Case.preliminary, Case.upper_organ),
        sets=((Case.outcome, Outcome.REPORTED.value),),
        when=when.preliminary,
        document=papers.PRELIMINARY,
        conditions=(
            computed(TWO_STAFF, "需要核实的已经核查", test.check_done),
            IN_TIME,
        ),
        help="将初步审查意见和全部申请材料直接报送上级机关，申请人不再重复提交。",
    )
