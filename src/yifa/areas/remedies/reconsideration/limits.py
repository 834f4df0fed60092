"""The time limits (期限), REC-T01 to REC-T26, under the act of 2023 and the regulation of 2007."""

from __future__ import annotations

from yifa.areas.remedies.reconsideration import conditions as test
from yifa.areas.remedies.reconsideration.acts import LITIGATION, R07, WORKING_DAYS, L
from yifa.areas.remedies.reconsideration.aftermath import Aftermath
from yifa.areas.remedies.reconsideration.defaults import DEFAULTS
from yifa.areas.remedies.reconsideration.models import ReconsiderationCase as Case
from yifa.clock import Period, days, working_days, years
from yifa.kernel.declare import Cap, Consequence, Extension, Limit, Span
from yifa.kernel.situation import Situation
from yifa.office.roles import Role

A = Aftermath
FILED = (A.file, A.file_oral)
ACCEPTED = (A.accept, A.deemed, A.accept_by_order)
TRIED = (*ACCEPTED, A.take_over, A.resume_rejected)
ENDING = (A.decide, A.mediated, A.reject_application, A.terminate, A.hand_over)
REFUSE = Consequence("不予受理", L[30, 2])
NO_EVIDENCE = Consequence("视为该行政行为没有证据、依据", L[70].says("没有证据"))
REMIND = Consequence("逾期，应当立即办理", L[80])

OBSTACLE = Span("不可抗力或者其他正当理由", Case.barred_from, Case.barred_until, L[20, 2].says("继续计算"))
INSPECTION = Span("现场勘验", A.inspect, A.inspected, R07[34, 3].says("不计入"))
APPRAISAL = Span("鉴定", A.appraise, A.appraised, R07[37].says("不计入"))
RESPONDENT_SERVED = (A.serve_respondent,)
REDO_SINCE = RESPONDENT_SERVED if DEFAULTS.text("redo_start") == "service" else (A.decide,)
LONGER = Extension(A.extend, days(30, L[62, 1]), L[62, 1].says("三十日"), days=A.extend.asks[0])


def longer_term(situation: Situation) -> Period:
    """The days for applying that another law gives, more than sixty (行政复议法 20①)."""
    return days(situation.record.apply_days or 60, L[20, 1])


def longer(situation: Situation) -> bool:
    """Another law gives more than sixty days for applying."""
    return (situation.record.apply_days or 0) > 60


def shorter_term(situation: Situation) -> Period:
    """The days that another law gives, fewer than sixty (行政复议法 62①)."""
    return days(situation.record.term_by_law or 60, L[62, 1])


def shorter(situation: Situation) -> bool:
    """Another law gives fewer than sixty days."""
    term = situation.record.term_by_law
    return test.ordinary(situation) and term is not None and term < 60


def redo_term(situation: Situation) -> Period:
    """The days that another provision gives for taking the act anew (条例)."""
    return days(situation.record.redo_days or 60)


def applied_here(situation: Situation) -> bool:
    """The application came here; a case taken over from below was examined there."""
    return not situation.did(A.take_over)


def real_estate(situation: Situation) -> bool:
    """The application concerns real estate (行政复议法 21)."""
    return bool(situation.record.real_estate)


def performance_term(situation: Situation) -> Period:
    """What the decision says (行政复议法 66)."""
    return days(situation.needed(Case.perform_days), L[66])


def to_perform(situation: Situation) -> bool:
    """The decision or agreement sets a term for performance."""
    return bool(situation.record.perform_days)


def to_redo(situation: Situation) -> bool:
    """The act has to be taken anew."""
    return bool(situation.record.redo)


def may_be_sued(situation: Situation) -> bool:
    """A decision on the merits against which a suit can be brought within fifteen days."""
    return situation.did(A.decide) and not situation.record.final_by_law


def merits(situation: Situation) -> bool:
    """Against the outcome a suit can be brought within fifteen days."""
    if situation.record.final_by_law or situation.did(A.mediated, A.terminate, A.withdraw_early, A.abandon):
        return False
    return situation.did(A.decide) or may_sue_on_procedure(situation)


def may_sue_on_procedure(situation: Situation) -> bool:
    """Refused or rejected where reconsideration must come first (行政复议法 34)."""
    first = situation.record.mandatory_first not in ("", "no")
    return first and situation.did(A.refuse, A.reject_application)


UNTOLD = Cap(years(1, L[20, 3].says("一年")), Case.capped_from, L[20, 3].says("最长不得超过"))
REVIEW_SINCE = (A.suspend_review,) if DEFAULTS.text("norm_review_start") == "suspension" else ACCEPTED


class Limits(Aftermath, abstract=True):
    """Every time limit of the procedure."""

    apply = Limit(
        "申请期限", L[20, 1].says("六十日内"), days(60, L[20, 1]), ref="REC-T01",
        since=(Case.term_starts_on,), until=FILED, done_on=Case.applied_on, on_expiry=REFUSE, bound=Role.APPLICANT,
        when=lambda s: applied_here(s) and not test.omission(s) and not longer(s),
        excludes=(OBSTACLE,), cap=UNTOLD,
    )  # fmt: skip
    apply_by_law = Limit(
        "申请期限（法律另有规定）", L[20, 1].says("超过六十日"), longer_term, ref="REC-T01",
        since=(Case.term_starts_on,), until=FILED, done_on=Case.applied_on, on_expiry=REFUSE, bound=Role.APPLICANT,
        when=lambda s: applied_here(s) and not test.omission(s) and longer(s),
        excludes=(OBSTACLE,), cap=UNTOLD,
    )  # fmt: skip
    protection = Limit(
        "最长保护期", L[21].says("五年"), years(5, L[21]), ref="REC-T02",
        since=(Case.act_made_on,), until=FILED, done_on=Case.applied_on, on_expiry=REFUSE, bound=Role.APPLICANT,
        when=lambda s: applied_here(s) and not real_estate(s),
    )  # fmt: skip
    protection_real_estate = Limit(
        "最长保护期（不动产）", L[21].says("二十年"), years(20, L[21]), ref="REC-T02",
        since=(Case.act_made_on,), until=FILED, done_on=Case.applied_on, on_expiry=REFUSE, bound=Role.APPLICANT,
        when=lambda s: applied_here(s) and real_estate(s),
    )  # fmt: skip
    apply_omission = Limit(
        "申请期限（不履行职责）", R07[16, 1].says("届满之日起", "满60日"), days(60, L[20, 1]), ref="REC-T03",
        since=(Case.duty_lapsed_on,), until=FILED, done_on=Case.applied_on, on_expiry=REFUSE, bound=Role.APPLICANT,
        when=lambda s: applied_here(s) and test.omission(s), excludes=(OBSTACLE,),
    )  # fmt: skip
    examine = Limit(
        "受理审查", L[30, 1].says("五日内"), working_days(5, WORKING_DAYS), ref="REC-T04",
        since=(*FILED, A.supply), until=(A.ask, A.accept, A.refuse, A.deemed, A.withdraw_early), on_expiry=A.deemed,
    )  # fmt: skip
    ask_in_time = Limit(
        "补正通知", L[31, 1].says("五日内"), working_days(5, WORKING_DAYS), ref="REC-T05",
        since=FILED, until=(A.ask,), when=lambda situation: situation.did(A.ask),
        on_expiry=Consequence("不得再以材料不全为由拒绝", L[30, 3]),
    )  # fmt: skip
    supplement = Limit(
        "补正期限", L[31, 2].says("十日内"), working_days(10, WORKING_DAYS), ref="REC-T06",
        since=(A.notice_received,), until=(A.supply, A.abandon, A.withdraw_early), done_on=Case.supplement_posted_on,
        bound=Role.APPLICANT,
        on_expiry=Consequence("无正当理由的，视为放弃申请，记录在案", L[31, 2].says("视为申请人放弃")),
        extension=Extension(
            A.extend_supplement, None, L[31, 2].says("合理的补正期限"), until=A.extend_supplement.asks[0]
        ),
    )  # fmt: skip
    forward_application = Limit(
        "处罚机关转送申请", L[32, 2].says("五日内"), working_days(5, WORKING_DAYS), ref="REC-T07",
        since=(Case.punisher_received_on,), until=FILED, bound=Role.RESPONDENT, when=test.via_punisher,
        on_expiry=REMIND,
    )  # fmt: skip
    send_in_time = Limit(
        "发送副本", L[48].says("七日内"), working_days(7, WORKING_DAYS), ref="REC-T09",
        since=ACCEPTED, until=(A.send_copy, *ENDING), when=test.ordinary, on_expiry=REMIND,
    )  # fmt: skip
    reply = Limit(
        "被申请人答复", L[48].says("十日内"), working_days(10, WORKING_DAYS), ref="REC-T10",
        since=(A.copy_received,), until=(A.receive_reply,), when=test.ordinary, on_expiry=NO_EVIDENCE,
        bound=Role.RESPONDENT,
    )  # fmt: skip
    send_in_time_simplified = Limit(
        "发送副本（简易程序）", L[54, 1].says("三日内"), working_days(3, WORKING_DAYS), ref="REC-T11",
        since=ACCEPTED, until=(A.send_copy, *ENDING), when=test.simplified, on_expiry=REMIND,
    )  # fmt: skip
    reply_simplified = Limit(
        "被申请人答复（简易程序）", L[54, 1].says("五日内"), working_days(5, WORKING_DAYS), ref="REC-T12",
        since=(A.copy_received,), until=(A.receive_reply,), when=test.simplified, on_expiry=NO_EVIDENCE,
        bound=Role.RESPONDENT,
    )  # fmt: skip
    conclude = Limit(
        "审理", L[62, 1].says("六十日内"), days(60, L[62, 1]), ref="REC-T13",
        since=TRIED, until=ENDING, when=lambda situation: test.ordinary(situation) and not shorter(situation),
        stops_in=(A.suspended,), stop_basis=L[39], excludes=(INSPECTION, APPRAISAL), extension=LONGER,
        on_expiry=A.overdue,
    )  # fmt: skip
    conclude_by_law = Limit(
        "审理（法律规定少于六十日）", L[62, 1].says("少于六十日"), shorter_term, ref="REC-T13",
        since=TRIED, until=ENDING, when=shorter,
        stops_in=(A.suspended,), stop_basis=L[39], excludes=(INSPECTION, APPRAISAL), extension=LONGER,
        on_expiry=A.overdue,
    )  # fmt: skip
    conclude_simplified = Limit(
        "审理（简易程序）", L[62, 2].says("三十日内"), days(30, L[62, 2]), ref="REC-T14",
        since=TRIED, until=ENDING, when=test.simplified,
        stops_in=(A.suspended,), stop_basis=L[39], excludes=(INSPECTION, APPRAISAL), on_expiry=A.overdue,
    )  # fmt: skip
    hearing_notice = Limit(
        "听证通知", L[51, 1].says("五日前"), working_days(5, WORKING_DAYS), ref="REC-T15",
        since=(A.call_hearing,), until=(A.notify_hearing,), before=Case.hearing_on,
        on_expiry=Consequence("应当改期举行", L[51, 1]),
    )  # fmt: skip
    norm_deal = Limit(
        "附带审查处理", L[56].says("三十日内"), days(30, L[56]), ref="REC-T16",
        since=REVIEW_SINCE, until=(A.norm_result, A.resume, A.resume_by_order, A.terminate), when=test.norm_own,
        on_expiry=REMIND,
    )  # fmt: skip
    norm_forward = Limit(
        "附带审查转送", L[56].says("七日内"), working_days(7, WORKING_DAYS), ref="REC-T17",
        since=REVIEW_SINCE, until=(A.forward_norm, A.resume, A.resume_by_order, A.terminate),
        when=test.norm_forwarded, on_expiry=REMIND,
    )  # fmt: skip
    maker_notice = Limit(
        "通知制定机关", L[58, 1].says("三日内"), working_days(3, WORKING_DAYS), ref="REC-T18",
        since=(A.suspend_review,), until=(A.notify_maker, A.norm_result, A.resume, A.resume_by_order, A.terminate),
        when=test.norm_own, on_expiry=REMIND,
    )  # fmt: skip
    maker_reply = Limit(
        "制定机关答复", L[58, 1].says("十日内"), working_days(10, WORKING_DAYS), ref="REC-T19",
        since=(A.maker_received,), until=(A.maker_replied,), when=test.norm_own, on_expiry=REMIND,
        bound=Role.RESPONDENT,
    )  # fmt: skip
    norm_answer = Limit(
        "有权机关回复", L[60].says("六十日内"), days(60, L[60]), ref="REC-T20",
        since=(A.norm_received,), until=(A.norm_reply,), when=test.norm_forwarded, on_expiry=REMIND,
        bound=Role.SUPERVISOR,
    )  # fmt: skip
    lapse = Limit(
        "中止满六十日", L[41].item(5).says("满六十日"), days(60, L[41].item(5)), ref="REC-T21",
        since=(A.suspend_party,), until=(A.resume, A.resume_by_order, A.terminate, A.mediated), judge_by="strict",
        on_expiry=Consequence("原因仍未消除的，决定终止", L[41].item(5).says("仍未消除")), bound=Role.APPLICANT,
    )  # fmt: skip
    redo_in_time = Limit(
        "重新作出行政行为", R07[49, 1].says("60日"), days(60, R07[49, 1]), ref="REC-T22",
        since=REDO_SINCE, until=(A.redone,), when=lambda s: to_redo(s) and not s.record.redo_days,
        bound=Role.RESPONDENT, outlives=True, on_expiry=Consequence("责令限期履行；依法处分", L[83]),
    )  # fmt: skip
    redo_by_law = Limit(
        "重新作出行政行为（另有规定）", R07[49, 1].says("规定的期限内"), redo_term, ref="REC-T22",
        since=REDO_SINCE, until=(A.redone,), when=lambda s: to_redo(s) and bool(s.record.redo_days),
        bound=Role.RESPONDENT, outlives=True, on_expiry=Consequence("责令限期履行；依法处分", L[83]),
    )  # fmt: skip
    perform_in_time = Limit(
        "履行决定", L[66].says("一定期限内"), performance_term,
        since=RESPONDENT_SERVED, until=(A.performed,), when=to_perform, bound=Role.RESPONDENT, outlives=True,
        on_expiry=Consequence("责令限期履行，可以约谈、通报批评", L[77, 2]),
    )  # fmt: skip
    opinion_reply = Limit(
        "意见书反馈", L[76].says("六十日内"), days(60, L[76]), ref="REC-T23",
        since=(A.opinion_received, A.opinion_received_other), until=(A.opinion_replied,), bound=Role.RESPONDENT,
        outlives=True, on_expiry=Consequence("责令限期履行，可以约谈、通报批评", L[77, 2]),
    )  # fmt: skip
    sue_in_time = Limit(
        "起诉期限", LITIGATION[45].says("十五日内"), days(15, LITIGATION[45]), ref="REC-T25",
        since=(A.serve,), until=(A.sue, A.suit_lapsed), when=merits, bound=Role.APPLICANT, outlives=True,
        on_expiry=A.suit_lapsed,
    )  # fmt: skip
    sue_third_in_time = Limit(
        "第三人的起诉期限", LITIGATION[45].says("十五日内"), days(15, LITIGATION[45]), ref="REC-T25",
        since=(A.serve_third,), until=(A.sue, A.third_suit_lapsed), when=may_be_sued, bound=Role.THIRD_PARTY,
        outlives=True, on_expiry=A.third_suit_lapsed,
    )  # fmt: skip
    sue_silence_in_time = Limit(
        "逾期未决定的起诉期限", LITIGATION[45].says("十五日内"), days(15, LITIGATION[45]), ref="REC-T26",
        since=(A.overdue,), until=(A.sue_silence, A.silence_lapsed), bound=Role.APPLICANT, outlives=True,
        on_expiry=A.silence_lapsed,
    )  # fmt: skip
    copy_in_time = Limit(
        "抄告上一级主管部门（本级规定）",
        L[79, 2].says("同时抄告"),
        working_days(DEFAULTS.number("copy_days")),
        since=(A.serve,),
        until=(A.copy_superior,),
        on_expiry=Consequence("请将发生法律效力的决定书、意见书抄告被申请人的上一级主管部门", L[79, 2]),
        when=lambda situation: test.department(situation) and situation.did(A.decide),
        promised=True,
        outlives=True,
    )
    publish_in_time = Limit(
        "决定书公开（本级规定）",
        L[79, 1].says("国家有关规定"),
        working_days(DEFAULTS.number("publication_days")),
        since=(A.serve,),
        until=(A.published.done, A.withhold),
        on_expiry=Consequence("请公开，或者登记不予公开的情形和理由", L[79, 1]),
        bound=Role.PUBLISHER,
        when=lambda situation: situation.did(A.decide),
        promised=True,
        outlives=True,
    )
