"""Administrative reconsideration (行政复议) as a procedure, in its two versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yifa.areas.remedies.reconsideration import conditions as test
from yifa.areas.remedies.reconsideration import limits as term
from yifa.areas.remedies.reconsideration import papers
from yifa.areas.remedies.reconsideration.acceptance import DUE, OUTSIDE, WHY
from yifa.areas.remedies.reconsideration.acts import R26, WORKING_DAYS, L
from yifa.areas.remedies.reconsideration.choices import RejectClaimGround
from yifa.areas.remedies.reconsideration.decision import decision_conditions
from yifa.areas.remedies.reconsideration.decision_conditions import adoption_explained, claim_rejected_for
from yifa.areas.remedies.reconsideration.defaults import DEFAULTS
from yifa.areas.remedies.reconsideration.figures import Figures
from yifa.areas.remedies.reconsideration.limits import REMIND, Limits
from yifa.areas.remedies.reconsideration.models import ReconsiderationCase as Case
from yifa.areas.remedies.reconsideration.omitted import OMITTED, OMITTED_2026
from yifa.clock import days, working_days
from yifa.kernel.declare import Input, Limit, Span, Step, computed, judged
from yifa.kernel.figures import Count
from yifa.kernel.situation import Situation

S = Limits


class Reconsideration(Figures):
    """Cases accepted from 2024-01-01 on, under the act of 2023 and what holds of the regulation of 2007."""

    since = date(2024, 1, 1)
    fixed_by = (S.accept, S.deemed, S.take_over, S.accept_by_order)
    numbered_by = (
        (S.file, S.file_oral, S.take_over)
        if DEFAULTS.text("number_at") == "file"
        else (S.accept, S.deemed, S.take_over)
    )
    omitted = OMITTED


MISFILED = Span("前置未告知而误向法院起诉", Case.misfiled_eve, Case.misfiled_until, R26[26].says("不计入"))
CORRECTING = Span("处罚机关自行纠正", Case.correcting_eve, Case.correcting_until, R26[38, 2].says("不计入"))
"""Both run from the day of the suit or of the application itself; where a party would be late, in its favour."""
INSPECTION = replace(term.INSPECTION, basis=R26[45].says("不计入"))
APPRAISAL = replace(term.APPRAISAL, basis=R26[46].says("不计入"))
ELEVATING = Span("报请提级期间", S.request_elevation, S.elevation_answered, R26[40, 2].says("不计入"))
TRIAL_SPANS = (INSPECTION, APPRAISAL, ELEVATING)
OUTSIDE_2026 = replace(OUTSIDE, basis=R26[36])
DUE_2026 = replace(DUE, basis=R26[24, 1].says("届满之日起", "满60日"), qualified=R26[24, 2].says("紧急情况"))
IN_2026 = {OUTSIDE: OUTSIDE_2026, DUE: DUE_2026}
REVIEW_START = R26[53, 2].says("中止之日")


def direct(situation: Situation) -> bool:
    """Decided directly after a decision in force on the same kind of act (2026年条例 65)."""
    return bool(situation.record.precedent)


def not_direct(situation: Situation) -> bool:
    """Heard and decided on its own."""
    return not direct(situation)


class Reconsideration2026(Reconsideration):
    """Cases accepted from 2026-07-01 on, under the implementing regulation of 2026."""

    since = date(2026, 7, 1)
    version_basis = R26[77]
    omitted = (*OMITTED, *OMITTED_2026)

    no_further = Step(
        "告知不再处理",
        R26[37, 2].says("不再处理"),
        S.received >> S.not_accepted,
        asks=(WHY,),
        document=papers.NO_FURTHER,
        conditions=(judged(R26[37, 2].says("新的事实和理由"), "没有新的事实和理由，就同一事项再次申请"),),
        help="告知申请人不再处理，并记录在案。",
    )
    file = replace(S.file, basis=(*S.file.bases, R26[27, 1], R26[28, 1], R26[28, 2].says("纸质材料")))
    file_oral = replace(S.file_oral, basis=(L[22, 3].says("当场记录"), R26[27, 1]))
    tell_respondent = replace(S.tell_respondent, basis=R26[29])
    change_respondent = replace(S.change_respondent, basis=(L[19], R26[29]))
    accept = replace(
        S.accept,
        conditions=(
            *(IN_2026.get(condition, condition) for condition in S.accept.conditions),
            computed(R26[30, 2], "复议前置的认定符合条例", test.mandatory_first_fits),
        ),
    )
    refuse = replace(S.refuse, basis=(*S.refuse.bases, R26[29].says("不同意变更"), R26[36].says("不予受理")))
    assign = replace(
        S.assign,
        conditions=(
            computed(R26[39], "普通程序指定二名以上行政复议人员", test.two_handlers_if_ordinary),
            *S.assign.conditions[1:],
        ),
    )
    reassign = replace(
        S.reassign,
        conditions=(computed(R26[39], "普通程序指定二名以上行政复议人员", test.two_handlers_if_ordinary),),
    )
    join_cases = Step(
        "合并审理",
        R26[43, 1].says("合并审理"),
        S.trial,
        asks=(Input("合并的案件", "long", code="cases", help="写明各案案号。"), WHY),
        conditions=(judged(R26[43, 1], "因同一行政行为或者同类行政行为发生，属于可以合并审理的情形"),),
        help="合并审理的案件可以合并作出决定；各案的期限仍分别计算。",
    )
    convert = replace(
        S.convert,
        conditions=(
            *S.convert.conditions,
            computed(R26[39], "指定二名以上行政复议人员", test.two_handlers),
        ),
    )
    elect_representatives = replace(
        S.elect_representatives,
        basis=(L[15, 1], R26[17, 1]),
        conditions=(computed(R26[17, 1], "代表人人数符合规定", test.representatives_within(10, 2, 5)),),
    )
    join_third = replace(S.join_third, basis=(*S.join_third.bases, R26[20, 2]))
    investigate = replace(S.investigate, basis=(*S.investigate.bases, R26[44]))
    inspect = replace(S.inspect, basis=R26[45])
    inspected = replace(S.inspected, basis=R26[45])
    appraise = replace(S.appraise, basis=R26[46])
    appraised = replace(S.appraised, basis=R26[46])
    read_file = replace(S.read_file, basis=(L[47].says("应当同意"), R26[49]))
    committee = replace(S.committee, basis=(L[52, 3].says("应当记录"), R26[50], R26[51], R26[52]))
    suspend_review = replace(S.suspend_review, basis=(*S.suspend_review.bases, R26[53]))
    mediate = replace(S.mediate, basis=(*S.mediate.bases, R26[6], R26[48]))
    withdraw_early = replace(S.withdraw_early, basis=L[74, 2], conditions=(judged(L[74, 2], "申请人自愿撤回"),))
    request_elevation = replace(S.request_elevation, basis=(L[38, 2].says("报请"), R26[40, 1], R26[40, 2]))
    elevation_answered = replace(S.elevation_answered, basis=(L[38, 2], R26[40, 2]))
    elevation_notified = replace(S.elevation_notified, basis=(L[38, 1], R26[40, 3]))
    hand_over = replace(S.hand_over, basis=(L[38], R26[40, 3]))
    take_over = replace(
        S.take_over,
        basis=(L[38], R26[40, 3]),
        help="本机关作为上级行政复议机关审理下级管辖的案件，日期为收到材料之日；审理期限自该日重新计算。",
    )
    decide = replace(
        S.decide,
        basis=(*S.decide.bases, R26[61], R26[62], R26[63], R26[64]),
        may=(*S.decide.may, Case.precedent),
        conditions=(
            *decision_conditions(
                computed(R26[61], "驳回请求符合法定情形", claim_rejected_for(*RejectClaimGround.values)),
                not_direct,
            ),
            computed(R26[52].says("不采纳"), "不采纳咨询意见的，说明了理由", adoption_explained),
            judged(
                R26[65, 1].says("直接作出"),
                "同一或者同样行政行为已有发生法律效力的决定，本案申请人不是该决定的申请人",
                when=direct,
            ),
        ),
        help="同样行政行为的批量案件，填写所依据的生效决定后，可以依照该决定直接作出。",
    )
    mediated = replace(S.mediated, basis=L[73, 1].says("行政复议调解书"))
    reject_application = replace(
        S.reject_application,
        basis=(*S.reject_application.bases, R26[37, 1]),
        conditions=S.reject_application.conditions[1:],
        help=f"{S.reject_application.help}另有条例第三十七条第一款的三种情形。",
    )
    advice = replace(S.advice, basis=R26[69])
    redone = replace(S.redone, basis=(L[64, 2].says("同一事实"), R26[58, 1]))

    examine = replace(S.examine, until=(*S.examine.until, no_further))
    apply = replace(S.apply, excludes=(term.OBSTACLE, MISFILED, CORRECTING))
    apply_by_law = replace(S.apply_by_law, excludes=(term.OBSTACLE, MISFILED, CORRECTING))
    apply_omission = replace(S.apply_omission, basis=R26[24, 1], excludes=(term.OBSTACLE, MISFILED))
    conclude = replace(S.conclude, excludes=TRIAL_SPANS)
    conclude_by_law = replace(S.conclude_by_law, excludes=TRIAL_SPANS)
    conclude_simplified = replace(S.conclude_simplified, excludes=TRIAL_SPANS)
    norm_deal = replace(
        S.norm_deal, basis=L[56].says("三十日内"), period=days(30, REVIEW_START), since=(S.suspend_review,)
    )
    norm_forward = replace(S.norm_forward, period=working_days(7, WORKING_DAYS), since=(S.suspend_review,))
    redo_in_time = replace(S.redo_in_time, basis=R26[58, 1], period=days(60, R26[58, 1]))
    redo_by_law = replace(S.redo_by_law, basis=R26[58, 1])
    hand_over_in_time = Limit(
        "移送提级案件材料", R26[40, 3].says("5个工作日"), working_days(5, R26[40, 3]), ref="REC-T24",
        since=(S.elevation_notified,), until=(S.hand_over,), on_expiry=REMIND,
    )  # fmt: skip

    n_no_further = Count(
        "告知不再处理",
        by=(no_further,),
        without=(S.accept_by_order,),
        definition="期内告知不再处理的再次申请（2026年7月1日起）。",
    )
    n_other = replace(Figures.n_other, by=(*Figures.n_other.by, no_further))
    n_examining = replace(Figures.n_examining, without=(*Figures.n_examining.without, no_further))
