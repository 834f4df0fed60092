"""The decision (决定) and mediation (调解): 行政复议法 chapter five, 61–75."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration import decision_conditions as test
from yifa.areas.remedies.reconsideration import papers
from yifa.areas.remedies.reconsideration.acceptance import TERM_DATES, WHY
from yifa.areas.remedies.reconsideration.acts import R07, L
from yifa.areas.remedies.reconsideration.choices import BY_CONDITION, RejectClaimGround
from yifa.areas.remedies.reconsideration.conditions import ground_among, lateness_borne_out, ordinary
from yifa.areas.remedies.reconsideration.interruption import Interruption
from yifa.areas.remedies.reconsideration.models import ReconsiderationCase as Case
from yifa.kernel.declare import ON, Condition, Guard, Input, Step, computed, judged
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

trial, suspended, concluded = Interruption.trial, Interruption.suspended, Interruption.concluded

APPROVAL = Input(
    "决定方式", "choice", (("agreed", "复议机关负责人同意"), ("collective", "集体讨论通过")),
    code="approval", basis=L[61, 1].says("集体讨论"),
)  # fmt: skip
CONTENT = (
    Case.decision_ground, Case.more_grounds, Case.court, Case.respondent_view, Case.third_party_view,
    Case.compensation, Case.compensation_amount, Case.reject_claim_ground, Case.worse_for_applicant,
    Case.contrary_claim, Case.redo, Case.redo_days, Case.perform_days, Case.committee_adoption,
    Case.committee_reason, Case.final_by_law, Case.third_party_evidence, Case.asks_void, Case.superior,
)  # fmt: skip


def decision_conditions(rejecting: Condition, heard: Guard | None = None) -> tuple[Condition, ...]:
    """What every decision must meet; when a claim may be rejected differs between versions.

    `heard` guards the conditions on the course of the trial, where a version knows decisions without one.
    """

    def _ordinary(situation: Situation) -> bool:
        return ordinary(situation) and (heard is None or heard(situation))

    return (
        computed(L[48], "被申请人已经答复或者答复期限已经届满", test.replied_or_lapsed, when=heard),
        computed(L[70].says("视为", "没有证据"), "未答复的行政行为不得维持", test.silence_answered, when=heard),
        computed(
            L[70].says("视为", "没有证据"),
            "答复没有逾期",
            test.reply_in_time,
            qualified=L[88, 1].says("期间"),
            when=heard,
        ),
        computed(L[49], "普通程序已经听取意见", test.opinion_heard, when=_ordinary),
        computed(L[50, 1].says("应当组织听证"), "应当听证的已经听证", test.hearing_held, when=heard),
        computed(L[52, 2].says("应当提请"), "应当咨询的已经咨询", test.committee_asked, when=heard),
        computed(L[61, 3].says("重要参考"), "咨询意见的采纳情况已经说明", test.adoption_stated),
        computed(
            L[59].says("一并告知"),
            "附带审查已经处理",
            test.norm_answered,
            qualified=L[13].says("所依据的", "不含规章"),
        ),
        computed(L[63, 2].says("更为不利"), "不作对申请人更为不利的变更", test.not_worse),
        computed(L[67].says("申请确认"), "确认无效以申请为前提", test.void_asked),
        rejecting,
        computed(L[63], "决定种类与依据的条款相符", test.ground_fits),
        computed(L[71], "行政协议类决定只用于行政协议", test.duty_kinds_fit),
        computed(L[72, 1].says("同时决定"), "行政赔偿请求已经处理", test.compensation_answered),
        computed(L[72, 1].says("应当给予赔偿"), "行政赔偿的处理与决定种类相符", test.compensation_fits),
        computed(L[64, 1].says("重新作出"), "责令重作以撤销为前提", test.redo_fits),
        computed(L[66].says("一定期限内"), "责令履行写明期限", test.performance_term),
        judged(L[61, 2].says("听证笔录"), "经过听证的，根据听证笔录和审查认定的事实、证据作出", when=_hearing),
        judged(L[43, 2].says("审查属实"), "定案证据经审查属实，被申请人复议期间自行收集的证据没有采用"),
        computed(
            L[70].says("视为", "没有证据"),
            "没有按期答复的，不作变更决定",
            test.silence_not_changed,
            qualified=L[63, 1].item(3).says("查清事实"),
            when=heard,
        ),
    )


def _hearing(situation: Situation) -> bool:
    return situation.did(Interruption.hold_hearing)


class Decision(Interruption, abstract=True):
    """The ways in which a case is decided or settled."""

    mediate = Step(
        "组织调解",
        (L[5, 1].says("可以进行调解"), L[5, 2].says("自愿")),
        trial | suspended,
        asks=(
            Input(
                "结果", "choice", (("agreed", "达成协议"), ("none", "未达成协议"), ("later", "继续调解")), code="result"
            ),
            Input("调解记录", "long", required=False, code="record", personal=True),
        ),
        conditions=(judged(L[5, 2], "各方自愿，内容合法，不损害国家利益、社会公共利益和他人合法权益"),),
        help="未达成协议或者调解书生效前一方反悔的，及时作出决定（第七十三条第二款）。",
    )
    mediated = Step(
        "调解书生效",
        (L[73, 1].says("行政复议调解书"), R07[50, 2].says("调解结果")),
        (trial | suspended) >> concluded,
        needs=(Case.settlement_text,),
        may=(Case.perform_days, Case.facts_found),
        sets=((Case.effective_on, ON),),
        document=papers.MEDIATED,
        requires=(mediate,),
        conditions=(
            computed(L[73, 1].says("达成协议"), "当事人经调解达成协议", test.agreed),
            judged(L[73, 1].says("签字"), "各方当事人已经签字或者签章，并加盖行政复议机关印章"),
        ),
    )
    decide = Step(
        "作出决定",
        (
            L[61, 1].says("负责人同意"), L[62], L[63], L[64], L[65], L[66], L[67], L[68], L[69], L[70], L[71], L[72],
            L[75, 1].says("决定书"),
        ),
        trial >> concluded,
        needs=(Case.decision_kind, Case.facts_found, Case.decision_text),
        may=(*CONTENT, Case.decision_reasons),
        asks=(APPROVAL,),
        sets=((Case.decided_on, ON),),
        approved_by=(Role.AGENCY_HEAD, Role.ORGAN_HEAD),
        document=papers.DECISION,
        conditions=decision_conditions(
            computed(
                L[69].says("驳回"), "驳回请求符合法定情形",
                test.claim_rejected_for(RejectClaimGround.NO_DUTY, RejectClaimGround.PERFORMED),
            )
        ),
    )  # fmt: skip
    reject_application = Step(
        "驳回申请",
        L[33].says("驳回申请", "说明理由"),
        trial >> concluded,
        needs=(Case.refusal_ground,),
        may=(*TERM_DATES, Case.excluded_matter, Case.competent_organ, Case.court),
        asks=(WHY,),
        sets=((Case.decided_on, ON),),
        approved_by=(Role.ORGAN_HEAD,),
        document=papers.REJECTED,
        conditions=(
            computed(L[33], "属于不符合受理条件的情形", ground_among(BY_CONDITION)),
            computed(L[20, 1], "超过申请期限有日期依据", lateness_borne_out),
        ),
        help="受理后发现不符合受理条件的，驳回的是申请（程序），不是请求（实体）。情形："
        + "；".join(str(ground.label) for ground in BY_CONDITION) + "。",
    )  # fmt: skip
    resume_rejected = Step(
        "依上级责令恢复审理（驳回申请）",
        L[35].says("责令其纠正"),
        concluded >> trial,
        asks=(Input("责令的上级行政机关", code="by_whom"), WHY),
        sets=((Case.decided_on, None),),
        when=lambda situation: situation.did(Decision.reject_application),
    )
