"""Application and acceptance (申请、受理): 行政复议法 chapters two and three."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration import choices as c
from yifa.areas.remedies.reconsideration import conditions as test
from yifa.areas.remedies.reconsideration import papers
from yifa.areas.remedies.reconsideration.acts import R07, L
from yifa.areas.remedies.reconsideration.echoes import RELEASED
from yifa.areas.remedies.reconsideration.models import ReconsiderationCase as Case
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

WHY = Input("理由", "long", code="why", help="写明事实和依据。")
MATTERS = Input("需要补正的事项", "long", code="matters", help="一次性载明全部事项。", basis=L[31, 1].says("一次性"))

TERM_DATES = (
    Case.act_made_on, Case.real_estate, Case.known_by, Case.known_on, Case.refused_on, Case.known_evidence,
    Case.apply_days, Case.remedy_told, Case.remedy_known_on, Case.barred_from, Case.barred_until,
    Case.omission, Case.requested_on, Case.duty_due_on, Case.urgent,
)  # fmt: skip
"""From what the period for applying is reckoned."""

THE_ACT = (
    Case.respondent, Case.co_respondents,
    Case.respondent_kind, Case.act_kind, Case.act_domain, Case.act_title, Case.act_made_on,
    Case.real_estate, Case.known_by, Case.known_on, Case.refused_on, Case.known_evidence, Case.apply_days,
    Case.remedy_told,
    Case.remedy_known_on, Case.barred_from, Case.barred_until, Case.misfiled_from, Case.misfiled_until,
    Case.correcting_from, Case.correcting_until, Case.omission, Case.requested_on, Case.duty_due_on, Case.urgent,
    Case.claims, Case.reasons, Case.asks_void, Case.compensation_claim, Case.norm_claim, Case.mandatory_first,
    Case.excluded_matter,
)  # fmt: skip
THE_PEOPLE = (
    Case.applicants, Case.applicant_count, Case.representatives, Case.agents, Case.third_parties, Case.legal_aid,
)  # fmt: skip


OUTSIDE = computed(
    L[30, 1].item(5), "不是刑事司法、行政指导、过程性、层级监督、信访行为", test.not_excluded(by_act=False)
)
"""Matters that do not touch rights; since 2026-07-01 the regulation names them (2026年条例 36)."""
PROTECTED = computed(L[21], "没有超过最长保护期", test.protected)
DUE = computed(
    R07[16, 1].says("届满之日起", "满60日"),
    "申请履行职责的，履行期限已经届满",
    test.duty_lapsed,
    qualified=R07[16, 2].says("紧急情况"),
)
"""An omission can be applied against only when the time for acting has run out (2007年条例 16; 2026年条例 24)."""


class Acceptance(Procedure, abstract=True):
    """Stages of the whole procedure, and the steps from the application to acceptance or refusal."""

    key, label, mark = "reconsideration", "行政复议", ""
    model = Case
    version_basis = L[90]

    received = Stage("审查")
    supplementing = Stage("补正")
    trial = Stage("审理")
    suspended = Stage("中止")
    not_accepted = Stage("未进入审理", final=True)
    elevated = Stage("移送上级", final=True)
    concluded = Stage("办结", final=True)

    file = Step(
        "收到申请",
        (L[22, 2], L[87].says("不得", "费用")),
        NEW >> received,
        by=Role.APPLICANT,
        needs=(Case.applicants, Case.channel),
        may=(*THE_ACT, *THE_PEOPLE, Case.posted_on, Case.punisher_received_on),
        sets=((Case.received_on, ON),),
        conditions=(computed(L[17, 1].says("一至二名"), "每名申请人、第三人委托代理人不超过二名", test.agents_few),),
        help="登记收到申请的日期。受理行政复议申请不收取任何费用；互联网渠道提交符合要求的，不得另要求提交纸质材料。"
        "对两个以上行政行为不服的，分别登记（第二十二条第四款）。",
    )
    file_oral = Step(
        "记录口头申请",
        (L[22, 3].says("当场记录"), R07[20].says("核对", "签字确认")),
        NEW >> received,
        by=Role.APPLICANT,
        needs=(Case.applicants, Case.claims, Case.reasons),
        may=(*THE_ACT, *THE_PEOPLE),
        sets=((Case.received_on, ON), (Case.channel, c.Channel.ORAL.value)),
        document=papers.ORAL,
        help="书面申请有困难的可以口头申请，当场制作笔录，交申请人核对或者宣读后签字。",
    )
    take_over = Step(
        "收到提级审理案件",
        L[38],
        NEW >> trial,
        by=Role.HANDLER,
        needs=(Case.applicants, Case.respondent),
        may=(*THE_ACT, *THE_PEOPLE),
        sets=((Case.received_on, ON), (Case.accepted_on, ON)),
        asks=(Input("移送的行政复议机关", code="sender"),),
        help="本机关作为上级行政复议机关审理下级管辖的案件，日期为收到材料之日。",
    )
    ask = Step(
        "通知补正",
        L[31, 1].says("五日内", "书面通知"),
        received >> supplementing,
        asks=(MATTERS,),
        document=papers.SUPPLEMENT,
        once=True,
        conditions=(judged(L[31, 1].says("无法判断"), "材料不齐全或者表述不清楚，无法判断是否符合受理条件"),),
        help="一次性书面告知；补正只能通知一次。",
    )
    notice_received = Step(
        "申请人收到补正通知", L[31, 2].says("收到补正通知"), supplementing, by=Role.APPLICANT, once=True
    )
    extend_supplement = Step(
        "延长补正期限",
        L[31, 2].says("合理的补正期限"),
        supplementing,
        asks=(Input("延长至", "date", code="until", help="延长后的最后一日。"), WHY),
        conditions=(judged(L[31, 2].says("正当理由"), "申请人有正当理由不能按期补正"),),
        requires=(notice_received,),
        once=True,
    )
    supply = Step(
        "提交补正材料", L[31, 3], supplementing >> received, by=Role.APPLICANT,
        may=(*THE_ACT, *THE_PEOPLE, Case.supplement_posted_on),
        help="收到补正材料后重新审查五个工作日。",
    )  # fmt: skip
    abandon = Step(
        "记录视为放弃申请",
        L[31, 2].says("视为申请人放弃"),
        supplementing >> not_accepted,
        document=papers.ABANDONED,
        conditions=(
            computed(L[31, 2].says("逾期不补正"), "补正期限已经届满", test.supplement_lapsed),
            judged(L[31, 2].says("无正当理由"), "申请人没有正当理由"),
        ),
    )
    tell_respondent = Step(
        "告知变更被申请人",
        R07[22].says("错列被申请人"),
        received | trial,
        asks=(Input("应当列为被申请人的机关", code="proper"),),
        document=papers.WRONG_RESPONDENT,
    )
    change_respondent = Step(
        "变更被申请人",
        (L[19], R07[22]),
        received | trial,
        by=Role.APPLICANT,
        needs=(Case.respondent, Case.respondent_kind),
        may=(Case.co_respondents,),
        requires=(tell_respondent,),
        echo=RELEASED,
        help="已经发送副本的，变更后重新发送。",
    )
    succeed = Step(
        "被申请人职权转移",
        L[19, 4].says("继续行使"),
        received | trial | suspended,
        needs=(Case.respondent, Case.respondent_kind),
        may=(Case.co_respondents,),
        asks=(WHY,),
        echo=RELEASED,
        help="作出行政行为的机关被撤销或者职权变更的，由继续行使其职权的机关作被申请人；已经发送副本的，重新发送。",
    )
    accept = Step(
        "受理",
        (L[30, 1], L[36, 1]),
        received >> trial,
        needs=(
            Case.respondent, Case.respondent_kind, Case.act_kind, Case.act_domain, Case.act_title, Case.claims,
            Case.mandatory_first,
        ),
        may=(*THE_ACT, *THE_PEOPLE, Case.track, Case.simplified_ground, Case.amount, Case.handlers, Case.term_by_law),
        sets=((Case.accepted_on, ON),),
        document=papers.ACCEPTED,
        conditions=(
            judged(L[30, 1].item(1), "有明确的申请人和符合规定的被申请人"),
            judged(L[30, 1].item(2).says("利害关系"), "申请人与行政行为有利害关系"),
            judged(L[30, 1].item(3), "有具体的行政复议请求和理由"),
            computed(L[30, 1].item(4), "在法定申请期限内提出", test.filed_in_time, qualified=L[20, 2].says("正当理由")),
            judged(L[30, 1].item(5), "属于行政复议范围"),
            computed(L[12], "不是排除事项", test.not_excluded(by_act=True)),
            computed(L[30, 1].item(6), "属于本机关管辖", test.within_jurisdiction),
            judged(L[30, 1].item(7), "复议机关、人民法院没有受理过同一行政行为的申请、起诉"),
            judged(L[74, 2].says("同一事实和理由"), "不是准予撤回后以同一事实和理由再次申请（违背真实意愿的除外）"),
            computed(L[53], "符合简易程序的适用情形", test.simplified_allowed),
            judged(L[53, 1].says("争议不大"), "事实清楚、权利义务关系明确、争议不大", when=test.simplified_by_kind),
            PROTECTED,
            OUTSIDE,
            DUE,
            computed(L[23, 1].says("应当先向"), "属于复议前置的已经认定", test.mandatory_first_seen),
        ),
    )  # fmt: skip
    deemed = Step(
        "视为受理",
        L[30, 3].says("视为受理"),
        received >> trial,
        by=Role.SYSTEM,
        sets=((Case.accepted_on, ON),),
        help="审查期限届满未作出不予受理决定的，自届满之日起视为受理，由系统自动记录。",
    )
    refuse = Step(
        "不予受理",
        L[30, 2].says("说明理由"),
        received >> not_accepted,
        needs=(Case.refusal_ground,),
        may=(*THE_ACT, Case.competent_organ, Case.court),
        asks=(WHY,),
        document=papers.REFUSED,
        conditions=(
            computed(L[30, 2].says("有管辖权"), "已经告知有管辖权的复议机关", test.competent_organ_named),
            computed(L[20, 1], "超过申请期限有日期依据", test.lateness_borne_out),
            computed(L[30, 1], "属于不符合受理条件的情形", test.ground_among(c.BY_CONDITION)),
        ),
        help="被申请人列错的，应当先告知申请人变更；在审查期限内作出。",
    )
    withdraw_early = Step(
        "受理前撤回申请",
        (R07[38, 1], L[74, 2]),
        (received | supplementing) >> not_accepted,
        by=Role.APPLICANT,
        conditions=(judged(R07[38, 1].says("自愿撤回"), "申请人自愿撤回"),),
    )
    accept_by_order = Step(
        "依上级责令受理",
        L[35].says("责令其纠正"),
        not_accepted >> trial,
        asks=(Input("责令的上级行政机关", code="by_whom"), WHY),
        needs=(Case.respondent, Case.act_kind),
        sets=((Case.accepted_on, ON),),
        document=papers.ACCEPTED,
        when=lambda situation: not situation.did(Acceptance.withdraw_early),
    )

    @classmethod
    def title_of(cls, record: Case) -> str:
        """王某等3人不服某局行政处罚: names are masked, for titles stand in lists and reports."""
        from yifa.areas.remedies.reconsideration.titles import title_of

        return title_of(record)

    @classmethod
    def counterpart_of(cls, record: Case) -> object:
        """The respondent."""
        return record.respondent
