"""The hearing as a procedure (行政执法听证): limits, publication, figures, and what is left out."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.hearing import acts
from yifa.areas.enforcement.hearing import conditions as test
from yifa.areas.enforcement.hearing.choices import Kind
from yifa.areas.enforcement.hearing.defaults import DEFAULTS
from yifa.areas.enforcement.hearing.models import HearingCase as Case
from yifa.areas.enforcement.hearing.steps import HearingSteps
from yifa.clock import Period, days, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted, Publication, Shown
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

S = HearingSteps
LICENCES = (Kind.LICENCE, Kind.LICENCE_DUTY)


def licence_request(situation: Situation) -> Period:
    """The five days of the applicant, in working days unless the place reads them otherwise."""
    working = DEFAULTS.flag("licence_request_working", situation)
    return working_days(5, acts.LICENCE[82]) if working else days(5, acts.LICENCE[47, 1])


def not_public(situation: Situation) -> bool:
    """There is no public hearing to announce."""
    return test.closed(situation)


class EnforcementHearing(HearingSteps):
    """A hearing before a penalty or a licence."""

    since = HearingSteps.since
    numbered_by = (S.announce, S.request)

    ask_penalty = Limit(
        "要求听证（处罚）", acts.ASK_PENALTY, working_days(5, acts.PENALTY[85]), ref="HEA-T01",
        since=(Case.told_on,), until=(S.request, S.waive, S.refuse, S.not_requested), on_expiry=S.not_requested,
        bound=Role.APPLICANT,
        when=test.of_penalty, done_on=Case.posted_on,
    )  # fmt: skip
    ask_licence = Limit(
        "要求听证（许可）", acts.ASK_LICENCE, licence_request, ref="LIC-T06",
        since=(Case.last_told,), until=(S.request, S.waive, S.refuse, S.not_requested), on_expiry=S.not_requested,
        bound=Role.APPLICANT,
        when=test.licence_on_request, done_on=Case.posted_on,
    )  # fmt: skip
    notice = Limit(
        "通知听证（处罚）", acts.NOTICE_PENALTY, working_days(7, acts.PENALTY[85]), ref="HEA-T02",
        since=(S.request, S.postpone), until=(S.notify,), before=Case.hearing_on,
        on_expiry=Consequence("来不及通知的，另定听证日期", acts.NOTICE_PENALTY), when=test.of_penalty,
    )  # fmt: skip
    notice_licence = Limit(
        "通知听证（许可）", acts.NOTICE_LICENCE, working_days(7, acts.LICENCE[82]), ref="LIC-T08",
        since=(S.request, S.announce, S.postpone), until=(S.notify,), before=Case.hearing_on,
        on_expiry=Consequence("来不及通知的，另定听证日期", acts.NOTICE_LICENCE), when=test.of_licence,
    )  # fmt: skip
    organise = Limit(
        "组织许可听证", acts.LICENCE[47, 1].says("二十日内"), working_days(20, acts.LICENCE[82]), ref="LIC-T07",
        since=(Case.requested_on,), until=(S.hold, S.withdraw, S.refuse),
        on_expiry=Consequence("督促立即组织听证；听证所需时间不计入许可期限", acts.LICENCE[45].says("不计算在")),
        when=test.licence_on_request,
    )  # fmt: skip

    notice_of_hearing = Publication(
        "听证公告", acts.OPEN_PENALTY, after=(S.notify,),
        shows=(
            Shown(Case.kind), Shown(Case.client_title), Shown(Case.hearing_on), Shown(Case.hearing_time),
            Shown(Case.venue), Shown(Case.public),
        ),
        withheld_if=not_public,
    )  # fmt: skip

    hearings_asked = Count("要求听证", by=(S.request,), definition="期内收到听证申请的案件，处罚和许可合计。")
    hearings_held = Count(
        "举行听证", by=(S.hold,), definition="期内举行听证的案件，处罚和许可合计；延期后举行的计一件。"
    )
    penalty_hearings = Count(
        "行政处罚听证", by=(S.hold,), where=Q(kind=Kind.PENALTY), definition="期内举行的行政处罚听证。"
    )
    licence_hearings = Count(
        "行政许可听证", by=(S.hold,), where=Q(kind__in=LICENCES), definition="期内举行的行政许可听证。"
    )
    hearings_not_asked = Count(
        "期满未要求听证", by=(S.not_requested,), without=(S.request,), definition="期内告知后期满没有要求听证的案件。"
    )
    hearings_lapsed = Count(
        "放弃、撤回、终止听证", by=(S.waive, S.withdraw, S.absent),
        definition="期内明确放弃、撤回申请，或者因缺席、中途退出终止听证的案件。",
    )  # fmt: skip
    hearings_refused = Count("不予组织听证", by=(S.refuse,), definition="期内因不符合条件不予组织听证的案件。")
    licence_organised = Timely(
        "应当在二十日内组织的许可听证", limits=(organise,), states=(State.KEPT, State.LATE),
        definition="期内组织、撤回或者不予组织的依申请许可听证。",
    )  # fmt: skip
    licence_organised_in_time = Timely(
        "按期组织的许可听证", limits=(organise,), states=(State.KEPT,), definition="其中在二十个工作日内的。"
    )
    licence_organised_rate = Share(
        "许可听证按期率", numerator=licence_organised_in_time, denominator=licence_organised,
        definition="按期组织的占应当在二十日内组织的许可听证的比率。",
    )  # fmt: skip

    omitted = (
        Omitted(acts.PENALTY[63, 2], "费用由机关承担，不向当事人收取，没有可以登记的事项；写入听证通知书。"),
        Omitted(acts.LICENCE[47, 2], "同上。"),
        Omitted(acts.PENALTY[65], "根据听证笔录作出决定是所涉案件的环节；本程序把听证结果带回该案件。"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The matter that is heard."""
        return f"{record.client_title or cls.label}（听证）"
