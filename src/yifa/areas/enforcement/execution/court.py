"""Application, acceptance, ruling, execution (申请人民法院强制执行): 行政强制法第五十三条至第六十条."""

from __future__ import annotations

from yifa.areas.enforcement.execution import conditions as shared
from yifa.areas.enforcement.execution import court_conditions as test
from yifa.areas.enforcement.execution import papers
from yifa.areas.enforcement.execution.acts import LITIGATION, REVIEW, RULES, C
from yifa.areas.enforcement.execution.choices import Outcome
from yifa.areas.enforcement.execution.demand import HEARD, STANDS, Demand
from yifa.areas.enforcement.execution.models import CourtExecutionCase as Case
from yifa.kernel.declare import ON, Input, Stage, Step, computed, judged
from yifa.office.roles import Role

GROUNDS = Input("申请复议的理由", "long", code="why")


class Court(Demand, abstract=True):
    """The steps before the court."""

    key, label, mark = "court_execution", "申请人民法院强制执行", "申执"
    model = Case

    filed = Stage("已申请，待受理")
    turned_away = Stage("法院不予受理")
    turned_away_review = Stage("不予受理的复议")
    under_review = Stage("法院审查")
    permitted = Stage("准予执行")
    refused = Stage("不准予执行")
    refused_review = Stage("不准予执行的复议")
    done = Stage("执行完毕", final=True)
    denied = Stage("法院不予执行", final=True)
    lost = Stage("丧失申请权", final=True)
    withdrawn = Stage("撤回申请", final=True)

    apply = Step(
        "申请法院强制执行",
        (C[53].says("申请人民法院强制执行"), C[54].says("申请强制执行"), C[55, 1]),
        Demand.demanded >> filed,
        needs=(Case.court, Case.requests, Case.materials),
        may=(
            Case.immovable, Case.urgent, Case.urgent_reason, Case.preservation, Case.preservation_reason,
            Case.mailed_on, Case.surcharge,
        ),
        sets=((Case.applied_on, ON),),
        approved_by=(Role.ORGAN_HEAD,),
        conditions=(
            judged(C[13, 2].says("没有规定行政机关强制执行"), "法律没有规定本机关强制执行"),
            judged(C[44].says("依法强制拆除"), "不是法律规定由行政机关强制拆除的（例如 城乡规划法第六十八条）",
                   when=shared.building),
            computed(C[53].says("法定期限内不申请"), "复议、诉讼期限都已届满，没有正在进行的", test.remedies_over),
            computed(REVIEW[78].item(2).says("复议机关"), "由本机关申请", shared.who_executes),
            computed(C[53].says("三个月内"), "在三个月的申请期限内", test.within_window,
                     qualified=RULES[156].says("正当理由"), when=test.not_sued),
            computed(RULES[153, 1].says("二年"), "在二年的申请执行期限内", test.within_two_years, when=test.sued),
            computed(C[54].says("应当催告"), "催告书已经送达，催告时履行期限已经届满", shared.demanded_after),
            judged(C[54].says("仍未履行义务"), "催告书送达十日后当事人仍未履行"),
            HEARD,
            STANDS,
            computed(C[55, 1].says("提供下列材料"), "材料齐全", test.complete),
            judged(C[55, 2].says("负责人签名"), "申请书由负责人签名，加盖印章并注明日期"),
            judged(RULES[157, 1].says("基层人民法院"), "向所在地的基层人民法院申请，不动产的向其所在地的申请"),
            computed(C[59].says("情况紧急"), "申请立即执行的写明紧急情况", test.urgency_told, when=test.urgent),
            computed(RULES[159].says("逃避执行"), "申请保全的写明理由", test.preservation_told, when=test.preserving),
            computed(C[54].says("仍未履行义务"), "催告书载明的履行期限已经届满", shared.demand_term_over,
                     qualified=C[53].says("三个月内")),
        ),
        document=papers.APPLICATION,
        help="催告书送达满十个工作日的次日起，至起诉期限届满（或者暂缓、分期期限结束）后三个月止。拆除违法建筑的，"
        "法律规定由机关申请人民法院执行的（例如 土地管理法第八十三条）才办理本环节。",
    )  # fmt: skip
    accept = Step(
        "法院受理", C[56, 1].says("五日内受理"), filed >> under_review, may=(Case.court_number, Case.obvious),
        sets=((Case.accepted_on, ON),),
    )  # fmt: skip
    turn_away = Step(
        "收到不予受理裁定", (C[56, 2].says("不予受理的裁定"), RULES[155, 3]), filed >> turned_away,
        needs=(Case.not_accepted_reason,), may=(Case.ruling_number,),
    )  # fmt: skip
    contest_turning = Step(
        "对不予受理申请复议", C[56, 2].says("十五日内"), turned_away >> turned_away_review, asks=(GROUNDS,),
        document=papers.COURT_REVIEW,
    )  # fmt: skip
    told_to_accept = Step(
        "上一级法院裁定受理", C[56, 2].says("是否受理的裁定"), turned_away_review >> under_review,
        may=(Case.court_number, Case.ruling_number), sets=((Case.accepted_on, ON),),
    )  # fmt: skip
    turning_upheld = Step(
        "上一级法院维持不予受理", C[56, 2].says("是否受理的裁定"), turned_away_review >> denied,
        may=(Case.ruling_number,), sets=((Case.outcome, Outcome.DENIED),),
    )  # fmt: skip
    accept_turning = Step(
        "不申请复议，办结", C[56, 2], turned_away >> denied, sets=((Case.outcome, Outcome.DENIED),),
        asks=(Input("理由", "long", code="why"),),
    )  # fmt: skip
    turning_final = Step(
        "不予受理裁定的复议期限届满", C[56, 2].says("十五日内"), turned_away >> denied, by=Role.SYSTEM,
        sets=((Case.outcome, Outcome.DENIED),),
    )  # fmt: skip
    question = Step(
        "法院听取意见",
        (C[58, 1].says("听取被执行人"), RULES[160, 2]),
        under_review,
        asks=(Input("本机关陈述的意见", "long", code="view"),),
        sets=((Case.obvious, True),),
        help="法院发现明显违法并损害被执行人合法权益的，听取意见，自受理之日起三十日内裁定。",
    )
    permit = Step(
        "法院裁定准予执行", (C[57].says("执行裁定"), RULES[160, 1]), under_review >> permitted,
        may=(Case.ruling_number, Case.executor), sets=((Case.ruled_on, ON),), help="按裁定书落款日期办理。",
    )  # fmt: skip
    refuse = Step(
        "法院裁定不准予执行", (C[58, 2].says("裁定不予执行"), RULES[161, 1]), under_review >> refused,
        needs=(Case.refusal, Case.refusal_reason), may=(Case.ruling_number,), sets=((Case.ruled_on, ON),),
        conditions=(computed(C[58, 2].says("说明理由"), "写明情形", test.refusal_told),),
        help="按裁定书落款日期办理；收到之日另行登记。",
    )  # fmt: skip
    receive_refusal = Step("收到不准予执行裁定", C[58, 2].says("送达行政机关"), refused, once=True)
    contest_refusal = Step(
        "对不准予执行申请复议", (C[58, 3].says("十五日内"), RULES[161, 2]), refused >> refused_review,
        requires=(receive_refusal,), asks=(GROUNDS,), document=papers.COURT_REVIEW,
    )  # fmt: skip
    told_to_permit = Step(
        "上一级法院裁定执行", C[58, 3].says("是否执行的裁定"), refused_review >> permitted,
        may=(Case.ruling_number, Case.executor), sets=((Case.ruled_on, ON),),
    )  # fmt: skip
    refusal_upheld = Step(
        "上一级法院维持不准予执行", C[58, 3].says("是否执行的裁定"), refused_review >> denied,
        may=(Case.ruling_number,), sets=((Case.outcome, Outcome.DENIED),),
    )  # fmt: skip
    deny_final = Step(
        "不准予执行裁定的复议期限届满", C[58, 3].says("十五日内"), refused >> denied, by=Role.SYSTEM,
        sets=((Case.outcome, Outcome.DENIED),),
    )  # fmt: skip
    accept_refusal = Step(
        "不申请复议，自行纠正", C[58, 3], refused >> denied, sets=((Case.outcome, Outcome.DENIED),),
        asks=(Input("对原行政决定的处理", "long", code="how"),),
    )  # fmt: skip
    executed = Step(
        "执行完毕", (C[60, 1].says("强制执行的费用"), RULES[160, 3]), permitted >> done,
        needs=(Case.execution_note,), may=(Case.executor,),
        sets=((Case.executed_on, ON), (Case.outcome, Outcome.PERMITTED)),
        help="申请强制执行不缴纳申请费，费用由被执行人承担。",
    )  # fmt: skip
    performed = Step(
        "当事人履行",
        C[54].says("履行义务"),
        (
            Demand.preparing
            | Demand.urging
            | Demand.demanded
            | filed
            | turned_away
            | turned_away_review
            | under_review
            | permitted
            | refused
            | refused_review
        )
        >> Demand.performed_itself,
        asks=(Input("履行情况", "long", code="how"),),
        sets=((Case.outcome, Outcome.PERFORMED),),
    )
    withdraw = Step(
        "撤回申请", C[53], (filed | under_review) >> withdrawn, asks=(Input("理由", "long", code="why"),), rare=True,
        sets=((Case.outcome, Outcome.WITHDRAWN),),
    )  # fmt: skip
    terminate = Step(
        "终结执行",
        (C[40].says("终结执行"), LITIGATION[97]),
        (
            Demand.preparing
            | Demand.urging
            | Demand.demanded
            | filed
            | turned_away
            | turned_away_review
            | under_review
            | permitted
            | refused
            | refused_review
        )
        >> Demand.terminated,
        needs=(Case.end_ground, Case.end_reason),
        sets=((Case.outcome, Outcome.TERMINATED),),
        conditions=(computed(C[40], "终结情形与当事人、行政决定的情况相符", shared.ground_fits),),
        document=papers.END,
        rare=True,
    )
    window_lost = Step(
        "逾期未申请，丧失申请权",
        (C[53].says("三个月内"), RULES[156].says("不予受理"), RULES[153, 3].says("不予受理")),
        (Demand.preparing | Demand.urging | Demand.demanded) >> lost,
        asks=(Input("没有在期限内申请的原因", "long", code="why"),),
        sets=((Case.outcome, Outcome.LOST),),
        conditions=(computed(C[53].says("三个月内"), "申请执行期限已经届满", test.window_over),),
        rare=True,
        help="如实登记原因；有正当理由的，仍可以申请并写明理由。",
    )
