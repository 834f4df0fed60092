"""Limits, figures and what is left out of licences: 行政许可法 42—45, 50, 78, 82."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.licence import conditions as test
from yifa.areas.enforcement.licence.acts import (
    BY_WORKDAYS,
    COMMITMENT,
    EXTENDED,
    LICENCE,
    PUBLICITY,
    RECONSIDERATION,
    TEN_DAYS,
    TOLD_ONCE,
)
from yifa.areas.enforcement.licence.aftermath import Aftermath
from yifa.areas.enforcement.licence.change_procedure import LicenceChange
from yifa.areas.enforcement.licence.choices import AcceptMode, Channel, Kind
from yifa.areas.enforcement.licence.end_procedure import LicenceEnd
from yifa.areas.enforcement.licence.models import LicenceCase as Case
from yifa.clock import Period, days, working_days, years
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Extension, Limit, Omitted, Span
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

__all__ = ["AdministrativeLicence", "LicenceChange", "LicenceEnd"]

S = Aftermath
DECIDED = (S.grant, S.deny, S.deny_false, S.withdraw, S.grant_at_once)
ANSWERED = (
    S.accept, S.grant_at_once, S.require, S.not_needed, S.refuse, S.withdraw, S.deem_accepted,
)  # fmt: skip
ENDS = (S.expire, S.taken_back, S.revoked, S.penalised, S.cancelled)
STANDS = (S.deliver, S.no_certificate, S.renewed, S.register)
EXCLUDED = (
    Span("听证（依申请）", S.hearing_requested, S.hearing_over, LICENCE[45].says("听证")),
    Span("听证（依职权）", S.announce_hearing, S.hearing_over, LICENCE[45].says("听证")),
    Span("特别程序", S.start_special, S.end_special, LICENCE[45].says("专家评审")),
)
LATE = Consequence(
    "不视为准予；逾期不答复的，申请人先申请行政复议，对复议决定不服的再起诉", RECONSIDERATION[23, 1].item(3)
)


def decide_term(situation: Situation) -> Period:
    """Twenty working days, or as many as a law or regulation gives."""
    return working_days(situation.record.decide_days or 20, BY_WORKDAYS)


def publish_term(situation: Situation) -> Period:
    """The working days for publishing the decision."""
    return working_days(test.DEFAULTS.number("publish_days", situation), PUBLICITY)


def verify_term(situation: Situation) -> Period:
    """The working days for verifying a commitment."""
    return working_days(test.DEFAULTS.number("verify_days", situation), COMMITMENT)


def cancel_term(situation: Situation) -> Period:
    """The working days for cancelling what is no longer valid."""
    return working_days(test.DEFAULTS.number("cancel_days", situation), BY_WORKDAYS)


def renewal_term(situation: Situation) -> Period:
    """Thirty days before the end, or as other norms say."""
    return days(situation.record.renewal_days or 30, LICENCE[50, 1])


def renewal_not_pending(situation: Situation) -> bool:
    """Nobody asked for renewal, so that the end is the end."""
    return bool(situation.record.pending != "renewal")


def barred(situation: Situation) -> bool:
    """The applicant is barred for a year."""
    return situation.record.banned_until is not None


class AdministrativeLicence(Aftermath):
    """Licences under the act as amended in 2019."""

    since = date(2019, 4, 23)
    version_basis = LICENCE[83]
    numbered_by = (S.accept, S.deem_accepted, S.grant_at_once)
    fixed_by = (S.receive, S.register)

    tell_once = Limit(
        "受理或者一次告知补正", TOLD_ONCE, working_days(5, BY_WORKDAYS), ref="LIC-T01",
        since=(S.receive, S.supplement), until=ANSWERED, on_expiry=S.deem_accepted, when=test.may_be_deemed,
    )  # fmt: skip
    supplement_time = Limit(
        "补正材料", TOLD_ONCE, None, since=(S.require,), until=(S.supplement, S.withdraw),
        ends_on=Case.supplement_until, bound=Role.APPLICANT,
        on_expiry=Consequence("可以退回申请；申请人可以重新申请", TOLD_ONCE),
    )  # fmt: skip
    decide = Limit(
        "作出许可决定", LICENCE[42, 1].says("二十日内"), decide_term, ref="LIC-T02", since=(Case.accepted_on,),
        until=DECIDED, when=test.alone, excludes=EXCLUDED, extension=Extension(S.extend, TEN_DAYS, EXTENDED),
        on_expiry=LATE,
    )  # fmt: skip
    decide_jointly = Limit(
        "作出许可决定（统一、联合、集中办理）", LICENCE[42, 2].says("四十五日"), working_days(45, BY_WORKDAYS),
        ref="LIC-T03", since=(Case.accepted_on,), until=DECIDED, when=test.joint_decision, excludes=EXCLUDED,
        extension=Extension(
            S.extend_joint, working_days(15, BY_WORKDAYS), LICENCE[42, 2].says("延长十五日")
        ),
        on_expiry=LATE,
    )  # fmt: skip
    report_time = Limit(
        "下级机关初步审查", LICENCE[43].says("二十日内"), decide_term, ref="LIC-T04", since=(Case.accepted_on,),
        until=(S.report_up, S.withdraw), when=test.preliminary, excludes=EXCLUDED,
        on_expiry=Consequence("逾期，应当立即报送", LICENCE[43]),
    )  # fmt: skip
    deliver_time = Limit(
        "颁发、送达许可证件", LICENCE[44].says("十日内"), TEN_DAYS, ref="LIC-T05", since=(S.grant, S.grant_at_once),
        until=(S.deliver, S.no_certificate), on_expiry=Consequence("逾期，应当立即颁发、送达", LICENCE[44]),
    )  # fmt: skip
    inspect_time = Limit(
        "指派检验、检测、检疫人员", LICENCE[55, 2].says("五日内指派"), working_days(5, BY_WORKDAYS), ref="LIC-T09",
        since=(Case.accepted_on,), until=(S.assign_inspection, *DECIDED), when=test.approval,
        on_expiry=Consequence("逾期，应当立即指派", LICENCE[55, 2]),
    )  # fmt: skip
    renewal_reminder = Limit(
        "申请延续", LICENCE[50, 1].says("三十日前"), renewal_term, ref="LIC-T10", since=STANDS,
        until=(S.apply_renewal, *ENDS), before=Case.valid_to, bound=Role.APPLICANT, outlives=True,
        judge_by="lenient",
        on_expiry=Consequence("被许可人需要延续的可以重新申请；届满未延续的注销", LICENCE[70].item(1)),
    )  # fmt: skip
    validity = Limit(
        "许可有效期", LICENCE[70].item(1).says("届满未延续"), None, since=STANDS, until=ENDS, ends_on=Case.valid_to,
        when=renewal_not_pending, effect_after=True, outlives=True, bound=Role.SYSTEM, on_expiry=S.expire,
    )  # fmt: skip
    cancel_time = Limit(
        "办理注销", LICENCE[70].says("注销手续"), cancel_term, since=(S.expire, S.taken_back, S.revoked, S.penalised),
        until=(S.cancelled,), on_expiry=Consequence("逾期，应当立即办理注销手续", LICENCE[70]),
    )  # fmt: skip
    barred_time = Limit(
        "一年内不得再次申请", LICENCE[78].says("一年内"), years(1, LICENCE[78]), ref="LIC-T12",
        since=(S.deny_false, S.refuse), until=(), when=barred, floor=True, outlives=True, bound=Role.APPLICANT,
        on_expiry=Consequence("期满可以再次申请", LICENCE[78]),
    )  # fmt: skip
    publish_time = Limit(
        "公开准予许可决定", LICENCE[40].says("予以公开"), publish_term, ref="LIC-T13",
        since=(S.grant, S.grant_at_once), until=(S.decision_copy.done, S.decision_extract.done), bound=Role.PUBLISHER,
        outlives=True, on_expiry=Consequence("逾期，应当立即公开", LICENCE[40]),
    )  # fmt: skip
    verify_time = Limit(
        "核查承诺", COMMITMENT, verify_term, since=(S.deliver, S.no_certificate), until=(S.verify_commitment, *ENDS),
        when=test.committed, outlives=True, on_expiry=Consequence("逾期，应当立即核查", COMMITMENT),
    )  # fmt: skip

    lc_applied = Count("许可申请", by=(S.receive,), definition="期内收到的新申请，不含变更、延续；不论是否受理。")
    lc_accepted = Count(
        "受理许可申请", by=(S.accept, S.deem_accepted, S.grant_at_once),
        definition="期内受理的新申请，含逾期未告知视为受理的、当场受理并决定的。",
    )  # fmt: skip
    lc_deemed = Count(
        "视为受理", by=(S.deem_accepted,), where=Q(accept_mode=AcceptMode.DEEMED),
        definition="其中五个工作日内没有告知、视为受理的。",
    )  # fmt: skip
    lc_granted = Count(
        "准予许可", by=(S.grant, S.grant_at_once), indicator="enforcement.licences_granted",
        definition="期内作出的准予许可决定，不含变更、延续（另有“准予变更”“准予延续”），不含补录的已有许可。",
    )  # fmt: skip
    lc_at_once = Count("当场准予许可", by=(S.grant_at_once,), definition="其中当场作出决定的。")
    lc_online = Count(
        "网上申请", by=(S.receive,), where=Q(channel=Channel.ONLINE), definition="期内收到的新申请中网上提出的。"
    )
    lc_denied = Count("不予许可", by=(S.deny, S.deny_false), definition="期内作出的不予许可决定，不含变更、延续。")
    lc_not_accepted = Count(
        "未受理", by=(S.refuse, S.not_needed, S.send_back),
        definition="期内不予受理、告知不需要取得许可、逾期未补正退回的。",
    )  # fmt: skip
    lc_withdrawn = Count("申请人撤回", by=(S.withdraw,), definition="期内申请人撤回的申请。")
    lc_qualification = Count(
        "准予资格资质许可", by=(S.grant, S.grant_at_once), where=Q(kind=Kind.QUALIFICATION),
        definition="准予许可中类别为认可（资格、资质）的。",
    )  # fmt: skip
    lc_extended = Count("延长办理期限", by=(S.extend, S.extend_joint), definition="期内经批准延长办理期限的。")
    lc_decided = Timely(
        "有办理期限的许可决定", limits=(decide, decide_jointly), states=(State.KEPT, State.LATE),
        definition="期内办结的申请，含申请人撤回的。",
    )  # fmt: skip
    lc_in_time = Timely(
        "按期作出许可决定", limits=(decide, decide_jointly), states=(State.KEPT,), definition="其中在法定期限内的。"
    )
    lc_in_time_rate = Share(
        "许可办理按期率", numerator=lc_in_time, denominator=lc_decided, definition="按期决定占办结的比率。"
    )
    lc_open = Count(
        "未决定的申请", by=(S.accept, S.deem_accepted), without=(*DECIDED, S.report_up), standing=True,
        definition="期末已经受理、尚未决定的申请。",
    )  # fmt: skip
    lc_expired = Count("期满失效", by=(S.expire,), definition="期内有效期届满未延续的许可。")

    omitted = (
        Omitted(LICENCE[33], "网上公布事项由许可事项清单台账公开，电子申请按申请方式登记"),
        Omitted(LICENCE[41], "许可的地域效力由设定许可的法律、行政法规决定"),
        Omitted(LICENCE[52], "国务院实施的许可不属于县级机关"),
        Omitted(LICENCE[54, 2], "国家考试由考试机构组织，本程序登记成绩"),
        Omitted(LICENCE[59], "收费的收缴属于财政票据管理"),
        Omitted(LICENCE[62, 2], "重要设备的定期检验由行政检查程序办理"),
        Omitted(LICENCE[64], "域外违法抄告由行政检查、行政处罚程序办理"),
        Omitted(LICENCE[67], "市场准入的被许可人停业、歇业的批准，按各专门法律办理"),
        Omitted(LICENCE[79], "骗取许可的处罚由行政处罚程序办理，三年内不得再次申请由撤销案件登记"),
        Omitted(LICENCE[80], "被许可人的违法行为由行政处罚程序办理"),
    )

    @classmethod
    def title_of(cls, record: Case) -> str:
        """The item and the applicant; of a natural person the surname alone."""
        return "：".join(part for part in (record.item_name, record.party_public_name) if part) or cls.label
