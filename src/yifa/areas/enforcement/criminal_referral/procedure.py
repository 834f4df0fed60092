"""Referral as a procedure (涉嫌犯罪案件移送): limits, figures, and what is left out."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.criminal_referral import acts
from yifa.areas.enforcement.criminal_referral import conditions as test
from yifa.areas.enforcement.criminal_referral.defaults import DEFAULTS
from yifa.areas.enforcement.criminal_referral.models import ReferralCase as Case
from yifa.areas.enforcement.criminal_referral.steps import ReferralSteps
from yifa.clock import Period, days, hours, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.law import Basis
from yifa.office.roles import Role

S = ReferralSteps
LATE = Consequence("由上级责令限期移送，对负责人给予处分", acts.REFERRAL[16, 1].says("责令限期移送"))
POLICE_LATE = Consequence("由人民检察院立案监督，由上级责令改正", acts.REFERRAL[17, 1].says("立案监督"))


def three_days(basis: Basis) -> Any:
    """Three days as the place counts them: natural days unless it is configured otherwise."""

    def period(situation: Situation) -> Period:
        working = DEFAULTS.text("three_days", situation) == "working"
        return working_days(3, basis) if working else days(3, basis)

    return period


class CriminalReferral(ReferralSteps):
    """The referral of a suspected crime, and the way back."""

    since = ReferralSteps.since
    numbered_by = (S.open, S.receive_back)

    decide_in_time = Limit(
        "正职负责人决定是否移送", acts.DECIDE, three_days(acts.DECIDE), ref="REF-T01", judge_by="strict",
        since=(S.report,), until=(S.approve, S.disapprove), on_expiry=LATE, bound=Role.ORGAN_HEAD,
    )  # fmt: skip
    transfer_in_time = Limit(
        "批准后移送公安机关", acts.SEND, hours(24, acts.SEND, from_next_hour=False), ref="REF-T02", judge_by="strict",
        since=(S.approve,), until=(S.transfer,), on_expiry=LATE,
    )  # fmt: skip
    pass_on_in_time = Limit(
        "公安机关转送", acts.PASS_ON, hours(24, acts.PASS_ON, from_next_hour=False), ref="REF-T03", judge_by="strict",
        since=(S.receipt,), until=(S.passed_on,), bound=Role.POLICE, hindsight=True, on_expiry=POLICE_LATE,
    )  # fmt: skip
    police_in_time = Limit(
        "公安机关立案审查", acts.REVIEW, three_days(acts.REVIEW), ref="REF-T04", judge_by="strict",
        since=(S.receipt,), until=(S.file, S.not_file, S.passed_on, S.supervise), on_expiry=POLICE_LATE,
        bound=Role.POLICE,
    )  # fmt: skip
    reconsider_in_time = Limit(
        "提请公安机关复议", acts.RECONSIDER, three_days(acts.RECONSIDER), ref="REF-T05", judge_by="strict",
        since=(S.not_file,), until=(S.reconsider, S.supervise, S.handle),
        on_expiry=Consequence("可以建议人民检察院依法进行立案监督", acts.REFERRAL[9, 1].says("立案监督")),
    )  # fmt: skip
    police_again_in_time = Limit(
        "公安机关复议决定", acts.REDECIDE, three_days(acts.REDECIDE), ref="REF-T06", judge_by="strict",
        since=(S.reconsider,), until=(S.file, S.uphold, S.supervise), on_expiry=POLICE_LATE, bound=Role.POLICE,
    )  # fmt: skip
    supervise_in_time = Limit(
        "建议人民检察院立案监督", acts.SUPERVISE, three_days(acts.SUPERVISE), ref="REF-T07", judge_by="strict",
        since=(S.uphold,), until=(S.supervise, S.handle),
        on_expiry=Consequence("依法作行政处理", acts.HANDLE),
    )  # fmt: skip
    hand_over_in_time = Limit(
        "移交涉案物品和材料", acts.HAND_OVER, three_days(acts.HAND_OVER), ref="REF-T08", judge_by="strict",
        since=(S.file,), until=(S.hand_over,), on_expiry=Consequence("督促立即移交", acts.HAND_OVER),
    )  # fmt: skip
    reply_in_time = Limit(
        "回复司法机关", acts.BACK, None, since=(S.receive_back, S.returned), ends_on=Case.reply_by, outlives=True,
        until=(S.reply_back,), on_expiry=Consequence("督促书面回复处理结果", acts.BACK), when=test.reply_asked,
    )  # fmt: skip

    referrals_opened = Count("涉嫌犯罪线索", by=(S.open,), definition="期内指定专案组核实的涉嫌犯罪案件。")
    referrals = Count("移送涉嫌犯罪案件", by=(S.transfer,), definition="期内移送公安机关的涉嫌犯罪案件。")
    referrals_filed = Count("公安机关立案", by=(S.file,), definition="期内收到立案通知书的移送案件。")
    referrals_not_filed = Count("公安机关不予立案", by=(S.not_file,), definition="期内收到不予立案通知书的移送案件。")
    referrals_not_approved = Count("不批准移送", by=(S.disapprove,), definition="期内正职负责人不批准移送的案件。")
    referrals_reconsidered = Count("提请复议", by=(S.reconsider,), definition="期内提请公安机关复议的案件。")
    referrals_supervised = Count("建议立案监督", by=(S.supervise,), definition="期内建议人民检察院立案监督的案件。")
    reverse_referrals = Count(
        "司法机关移送行政处理",
        by=(S.receive_back, S.returned),
        definition="期内收到司法机关移送、应当给予行政处罚的案件。",
    )
    reverse_answered = Count(
        "反向移送已处理", by=(S.reply_back,), where=~Q(source=""),
        definition="期内处理并书面回复司法机关的案件；公安机关不予立案而转行政处理的不计。",
    )  # fmt: skip
    decisions_ended = Timely(
        "移送审批",
        limits=(decide_in_time,),
        states=(State.KEPT, State.LATE),
        definition="期内作出批准或者不批准决定的。",
    )
    decisions_in_time = Timely(
        "按期审批", limits=(decide_in_time,), states=(State.KEPT,), definition="其中在三日内的。"
    )
    decisions_in_time_rate = Share(
        "移送审批按期率", numerator=decisions_in_time, denominator=decisions_ended, definition="按期审批的占比。"
    )
    transfers_ended = Timely(
        "批准后的移送", limits=(transfer_in_time,), states=(State.KEPT, State.LATE), definition="期内移送公安机关的。"
    )
    transfers_in_time = Timely(
        "二十四小时内移送", limits=(transfer_in_time,), states=(State.KEPT,), definition="其中在批准后二十四小时内的。"
    )
    transfers_in_time_rate = Share(
        "按时移送率", numerator=transfers_in_time, denominator=transfers_ended, definition="二十四小时内移送的占比。"
    )

    omitted = (
        Omitted(acts.REFERRAL[4], "证据和涉案物品的保存由所涉案件、强制措施案件和台账登记。"),
        Omitted(
            acts.REFERRAL[11, 2], "移送前的警告、停产停业、暂扣吊销不停止执行：登记在“移送前已经作出的处罚”，不设环节。"
        ),
        Omitted(acts.REFERRAL[14, 2], "向检察机关、监察机关举报由投诉举报程序办理。"),
        Omitted(acts.REFERRAL[19], "公职人员涉嫌职务犯罪的线索移送监察机关，不在本系统办理。"),
        Omitted(acts.INFORMATION[14], "涉及侦查秘密，不公开，没有公开事项。"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The case that is referred."""
        return f"{record.client_title or cls.label}（移送）"
