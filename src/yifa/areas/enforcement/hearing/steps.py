"""The steps of a hearing (听证的环节): 处罚法 63—65, 许可法 46—48."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.enforcement.common.party import more_party_fields, party_fields
from yifa.areas.enforcement.hearing import acts, papers
from yifa.areas.enforcement.hearing import conditions as test
from yifa.areas.enforcement.hearing.choices import Outcome
from yifa.areas.enforcement.hearing.models import HearingCase as Case
from yifa.kernel.declare import NEW, ON, Input, Procedure, Stage, Step, computed, judged
from yifa.office.roles import Role

ABOUT: tuple[Any, ...] = (
    Case.client_number, Case.proposed, Case.investigators, Case.others, *party_fields(Case), *more_party_fields(Case),
)  # fmt: skip
BY = (Role.HANDLER, Role.REVIEWER, Role.SECRETARY)
HEADS = (Role.HANDLER, Role.REVIEWER, Role.AGENCY_HEAD, Role.ORGAN_HEAD)
WHO = (
    computed(acts.HOST_PENALTY, "主持人、听证员、记录员没有参加调查", test.host_not_investigator, when=test.of_penalty),
    computed(acts.HOST_LICENCE, "主持人没有审查该许可申请", test.host_not_investigator, when=test.of_licence),
    computed(acts.HOST_PENALTY, "回避申请已经决定，应当回避的已经更换", test.recusals_decided, when=test.of_penalty),
    computed(acts.HOST_LICENCE, "回避申请已经决定，应当回避的已经更换", test.recusals_decided, when=test.of_licence),
)
"""Who may preside, asked at every step from the appointment on."""
WHY = Input("原因", "long", code="why")


def told_on(record: Any, on: date) -> date:
    """When the right was told: the day of the step, unless service takes effect later (announcement)."""
    return record.told_on or on


class HearingSteps(Procedure, abstract=True):
    """Stages and steps of a hearing."""

    key, label, mark = "enforcement_hearing", "行政执法听证", "听"
    model = Case
    since = date(2021, 7, 15)
    version_basis = acts.PENALTY[86]

    told = Stage("等待要求听证")
    requested = Stage("准备听证")
    arranged = Stage("已通知听证")
    heard = Stage("听证后")
    reported = Stage("已提出听证报告", final=True)
    not_asked = Stage("未要求听证", final=True)
    waived = Stage("放弃听证", final=True)
    terminated = Stage("终止听证", final=True)
    withdrawn = Stage("已撤回", final=True)
    refused = Stage("不予组织", final=True)

    tell = Step(
        "告知听证权利",
        (acts.PENALTY[63, 1].says("要求听证的权利"), acts.LICENCE[47, 1].says("要求听证的权利")),
        NEW >> told,
        needs=(Case.kind, Case.client_title, Case.trigger_item),
        may=(Case.told_on, *ABOUT),
        sets=((Case.told_on, told_on),),
        when=test.on_request,
        conditions=(
            computed(acts.PENALTY[63, 1], "属于应当告知听证权利的情形", test.trigger_fits, when=test.of_penalty),
            computed(acts.LICENCE[47, 1], "属于应当告知听证权利的情形", test.trigger_fits, when=test.of_licence),
            computed(acts.ASK_PENALTY, "告知日不早于办理日期", test.told_in_order),
        ),
        help="由所涉案件送达告知书时自动建立。以送达之日办理；公告送达的，告知听证权利日填写视为送达之日。",
    )
    announce = Step(
        "公告举行听证",
        acts.LICENCE[46].says("向社会公告"),
        NEW >> requested,
        needs=(Case.kind, Case.client_title, Case.trigger_item, Case.proposed, Case.announced_where),
        may=ABOUT,
        when=test.by_duty,
        document=papers.ANNOUNCEMENT,
        conditions=(computed(acts.LICENCE[46], "属于应当依职权听证的情形", test.trigger_fits),),
        help="法律、法规、规章规定应当听证的许可，或者涉及公共利益的重大许可。",
    )
    request = Step(
        "要求听证",
        (acts.ASK_PENALTY, acts.ASK_LICENCE),
        (NEW | told | not_asked) >> requested,
        by=Role.APPLICANT,
        needs=(Case.kind, Case.client_title, Case.trigger_item, Case.request_channel),
        may=(Case.told_on, Case.requester, Case.posted_on, *ABOUT),
        sets=((Case.requested_on, ON), (Case.outcome, "")),
        when=test.on_request,
        conditions=(
            computed(acts.PENALTY[63, 1], "属于应当组织听证的情形", test.trigger_fits, when=test.of_penalty),
            computed(acts.LICENCE[47, 1], "属于应当组织听证的情形", test.trigger_fits, when=test.of_licence),
            computed(acts.ASK_PENALTY, "告知日期已经登记", test.told),
            computed(acts.ASK_PENALTY, "在告知后五日（工作日）内提出", test.asked_in_time, when=test.of_penalty),
            computed(acts.ASK_LICENCE, "在被告知之日起五日内提出", test.asked_in_time, when=test.of_licence),
            computed(acts.CIVIL[85, 4].says("交邮"), "交邮日不晚于收到日", test.posted_in_order),
        ),
        help="以收到之日办理；期满前交邮的填写交邮日，期满后收到的仍然算数。口头提出的记入笔录。",
    )
    tell_other = Step(
        "登记利害关系人被告知日期",
        acts.LICENCE[47, 1].says("要求听证的权利"),
        told,
        by=BY,
        needs=(Case.others,),
        when=test.licence_on_request,
        rare=True,
        help="利害关系人晚于申请人收到告知书的，逐人填写被告知日期；各人的五日自本人被告知之日起算，全部届满后才能决定。",
    )
    not_requested = Step(
        "期满未要求听证",
        (acts.ASK_PENALTY, acts.ASK_LICENCE),
        told >> not_asked,
        by=Role.SYSTEM,
        sets=((Case.outcome, Outcome.NOT_REQUESTED.value),),
        help="由系统在期限届满后登记，之后可以作出决定。",
    )
    waive = Step(
        "明确放弃听证",
        (acts.PENALTY[63, 1], acts.LICENCE[47, 1]),
        told >> waived,
        by=Role.APPLICANT,
        sets=((Case.outcome, Outcome.WAIVED.value),),
        conditions=(
            judged(
                acts.PENALTY[63, 1].says("要求听证的权利"),
                "当事人以书面或者在笔录中明确表示放弃听证",
                when=test.of_penalty,
            ),
            judged(
                acts.LICENCE[47, 1].says("要求听证的权利"),
                "申请人和全部利害关系人都以书面或者在笔录中明确放弃听证",
                when=test.of_licence,
            ),
        ),
        help="没有明确放弃的，等期限届满。",
    )
    refuse = Step(
        "不予组织听证",
        (acts.PENALTY[63, 1], acts.LICENCE[47, 1]),
        (told | requested) >> refused,
        by=HEADS,
        rare=True,
        needs=(Case.refusal,),
        sets=((Case.outcome, Outcome.REFUSED.value),),
        document=papers.REFUSAL,
        conditions=(judged(acts.PENALTY[63, 1], "申请确实不属于应当组织听证的情形，或者超过期限、申请人没有资格"),),
        help="只用于不符合法定条件的申请；符合条件的应当组织。",
    )
    appoint = Step(
        "指定听证主持人",
        (acts.HOST_PENALTY, acts.HOST_LICENCE),
        requested,
        by=HEADS,
        needs=(Case.host, Case.investigators),
        may=(Case.host_post, Case.members, Case.recorder),
        conditions=WHO,
    )
    recuse = Step(
        "登记回避申请和决定",
        (acts.PENALTY[43, 3].says("行政机关负责人决定"), acts.HOST_PENALTY, acts.HOST_LICENCE),
        requested | arranged,
        by=HEADS,
        needs=(Case.recusals,),
        may=(Case.host, Case.host_post, Case.members, Case.recorder),
        document=papers.RECUSAL,
        conditions=WHO,
        rare=True,
        help="逐人写明申请和决定；准予回避的，同时改填新的主持人、听证员、记录员。",
    )
    notify = Step(
        "送达听证通知书",
        (acts.NOTICE_PENALTY, acts.NOTICE_LICENCE),
        requested >> arranged,
        by=BY,
        needs=(Case.hearing_on, Case.venue, Case.public),
        may=(Case.hearing_time, Case.closed_reason),
        requires=(appoint,),
        document=papers.NOTICE,
        conditions=(
            *WHO,
            computed(
                acts.NOTICE_PENALTY, "在举行听证的七日（工作日）前通知", test.notice_in_time, when=test.of_penalty
            ),
            computed(
                acts.NOTICE_LICENCE, "在举行听证的七日（工作日）前通知", test.notice_in_time, when=test.of_licence
            ),
            computed(acts.PENALTY[85], "听证日期是工作日", test.hearing_on_workday,
                     qualified=acts.NOTICE_PENALTY),
            computed(acts.OPEN_PENALTY, "公开举行；不公开的写明原因", test.closed_with_reason, when=test.of_penalty),
            computed(
                acts.OPEN_LICENCE, "公开举行", test.licence_public, when=test.of_licence,
                qualified=acts.LICENCE[5, 2].says("商业秘密"),
            ),
        ),
        help="以通知送达之日办理。当事人以外，第三人、证人等有关人员也要通知。",
    )  # fmt: skip
    postpone = Step(
        "延期举行听证",
        (acts.NOTICE_PENALTY, acts.NOTICE_LICENCE),
        arranged >> requested,
        by=BY,
        rare=True,
        asks=(WHY,),
        document=papers.POSTPONED,
        help="当事人有正当理由不能到会、需要通知新的证人、更换主持人等。另定日期后重新通知，仍须提前七个工作日。",
    )
    hold = Step(
        "举行听证",
        (acts.TALK_PENALTY, acts.TALK_LICENCE),
        arranged >> heard,
        by=BY,
        needs=(Case.attended, Case.claims, Case.defence, Case.transcript),
        may=(Case.agents, Case.members, Case.recorder),
        sets=((Case.outcome, ""),),
        document=papers.TRANSCRIPT,
        conditions=(
            computed(acts.NOTICE_PENALTY, "在通知的日期举行", test.on_the_day, when=test.of_penalty),
            computed(acts.NOTICE_LICENCE, "在通知的日期举行", test.on_the_day, when=test.of_licence),
            *WHO,
            computed(acts.AGENTS, "每一方委托的代理人不超过二人", test.agents_in_number, when=test.of_penalty),
            judged(
                acts.AGENTS, "代理人提交了授权委托书",
                when=lambda situation: test.of_penalty(situation) and bool(situation.record.agents),
            ),
            judged(acts.TALK_PENALTY, "调查人员提出了事实、证据和建议，当事人进行了申辩和质证", when=test.of_penalty),
            judged(acts.TALK_LICENCE, "审查人员提供了证据、理由，参加人能够申辩和质证", when=test.of_licence),
        ),
        help="制作听证笔录；申辩和质证意见如实记录，当事人不申辩的写明。",
    )  # fmt: skip
    sign = Step(
        "笔录核对签字",
        (acts.RECORD_PENALTY, acts.RECORD_LICENCE),
        heard,
        by=BY,
        needs=(Case.transcript_signed,),
        may=(Case.refusal_note,),
        conditions=(
            computed(acts.RECORD_PENALTY, "拒绝签字的已经注明", test.signed, when=test.of_penalty),
            computed(acts.RECORD_LICENCE, "拒绝签字的已经注明", test.signed, when=test.of_licence),
        ),
    )
    absent = Step(
        "缺席或者中途退出，终止听证",
        acts.ABSENCE,
        (arranged | heard) >> terminated,
        by=BY,
        rare=True,
        asks=(
            Input("情形", "choice", (("无正当理由拒不出席", "无正当理由拒不出席"),
                                   ("未经许可中途退出", "未经许可中途退出")), code="why"),
        ),
        may=(Case.transcript, Case.attended),
        sets=((Case.outcome, Outcome.ABSENT.value),),
        when=test.of_penalty,
        document=papers.ENDED,
        conditions=(
            computed(acts.ABSENCE, "通知的听证日期已到", test.day_has_come),
            judged(acts.ABSENCE.says("无正当理由"), "当事人和代理人都没有到会（或者都已退出），没有正当理由"),
        ),
        help="许可听证没有这一规定，申请人缺席的照常举行。",
    )  # fmt: skip
    withdraw = Step(
        "撤回听证申请",
        (acts.PENALTY[63, 1], acts.LICENCE[47, 1]),
        (requested | arranged) >> withdrawn,
        by=Role.APPLICANT,
        rare=True,
        sets=((Case.outcome, Outcome.WITHDRAWN.value),),
        when=test.on_request,
        conditions=(
            judged(acts.PENALTY[63, 1], "以书面或者在笔录中明确表示撤回，出于自愿", when=test.of_penalty),
            judged(
                acts.LICENCE[47, 1],
                "提出申请的人都已明确撤回，出于自愿；其他人要求听证的期限已过",
                when=test.of_licence,
            ),
        ),
    )
    report = Step(
        "提出听证报告",
        (acts.DECIDE_PENALTY, acts.DECIDE_LICENCE),
        heard >> reported,
        by=HEADS,
        needs=(Case.report_opinion, Case.report_summary),
        sets=((Case.outcome, Outcome.HELD.value),),
        requires=(hold,),
        document=papers.REPORT,
        conditions=(
            computed(acts.RECORD_PENALTY, "笔录经核对签字，或者已经注明拒签", test.signed, when=test.of_penalty),
            computed(acts.RECORD_LICENCE, "笔录经核对签字，或者已经注明拒签", test.signed, when=test.of_licence),
            computed(acts.DECIDE_PENALTY, "意见与听证类别相符", test.opinion_fits),
        ),
        help="报本机关负责人；应当根据听证笔录作出决定。处罚案件经过听证的，还要看是否需要法制审核。",
    )
