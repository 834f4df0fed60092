"""Limits, figures and versions of the respondent's procedure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db.models import Q

from yifa.areas.remedies.reconsideration import reply_conditions as test
from yifa.areas.remedies.reconsideration.acts import R07, R26, WORKING_DAYS, L
from yifa.areas.remedies.reconsideration.choices import CORRECTED, Attendance
from yifa.areas.remedies.reconsideration.figures import Owed
from yifa.areas.remedies.reconsideration.limits import (
    NO_EVIDENCE,
    REMIND,
    performance_term,
    redo_term,
    to_perform,
    to_redo,
)
from yifa.areas.remedies.reconsideration.reply import ReplySteps, ordinary, simplified
from yifa.clock import days, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, computed, judged
from yifa.kernel.figures import Count, Share, Timely
from yifa.office.roles import Role

S = ReplySteps
GONE = (S.receive_decision, S.receive_end)
ORDER = Consequence("责令限期履行，可以约谈、通报批评；依法处分", L[77, 2])


class ReconsiderationReply(ReplySteps):
    """Replies to copies received from 2024-01-01 on."""

    since = date(2024, 1, 1)
    fixed_by = (S.submit, S.arrive)

    forward_in_time = Limit(
        "转送复议申请", L[32, 2].says("五日内"), working_days(5, WORKING_DAYS), ref="REC-T07",
        since=(S.submit,), until=(S.transfer, S.settle), on_expiry=REMIND, bound=Role.RESPONDENT,
    )  # fmt: skip
    reply_in_time = Limit(
        "书面答复", L[48].says("十日内"), working_days(10, WORKING_DAYS), ref="REC-T10",
        since=(S.sign,), until=(S.reply,), when=ordinary, on_expiry=NO_EVIDENCE, bound=Role.RESPONDENT,
    )  # fmt: skip
    reply_in_time_simplified = Limit(
        "书面答复（简易程序）", L[54, 1].says("五日内"), working_days(5, WORKING_DAYS), ref="REC-T12",
        since=(S.sign,), until=(S.reply,), when=simplified, on_expiry=NO_EVIDENCE, bound=Role.RESPONDENT,
    )  # fmt: skip
    redo_in_time = Limit(
        "重新作出行政行为", R07[49, 1].says("60日"), days(60, R07[49, 1]), ref="REC-T22",
        since=(S.receive_decision,), until=(S.redo,), bound=Role.RESPONDENT, on_expiry=ORDER,
        when=lambda situation: to_redo(situation) and not situation.record.redo_days,
    )  # fmt: skip
    redo_by_law = Limit(
        "重新作出行政行为（另有规定）", R07[49, 1].says("规定的期限内"), redo_term, ref="REC-T22",
        since=(S.receive_decision,), until=(S.redo,), bound=Role.RESPONDENT, on_expiry=ORDER,
        when=lambda situation: to_redo(situation) and bool(situation.record.redo_days),
    )  # fmt: skip
    perform_in_time = Limit(
        "履行决定", L[66].says("一定期限内"), performance_term,
        since=(S.receive_decision,), until=(S.perform,), when=to_perform, bound=Role.RESPONDENT, on_expiry=ORDER,
    )  # fmt: skip
    opinion_in_time = Limit(
        "意见书反馈", L[76].says("六十日内"), days(60, L[76]), ref="REC-T23",
        since=(S.receive_opinion,), until=(S.answer_opinion,), bound=Role.RESPONDENT, outlives=True, on_expiry=ORDER,
    )  # fmt: skip

    n_copies = Count("作为被申请人的行政复议案件", by=(S.arrive,), definition="期内收到复议机关副本的案件。")
    n_submitted = Count("通过本机关提交的复议申请", by=(S.submit,), definition="期内当事人通过本机关提交的申请。")
    n_due = Owed(
        "应当答复的案件", limits=(reply_in_time, reply_in_time_simplified),
        definition="期内答复的，和答复期限届满没有答复的案件；期限届满前复议已经结束的不计。",
    )  # fmt: skip
    n_in_time = Timely(
        "按期答复的案件", limits=(reply_in_time, reply_in_time_simplified), states=(State.KEPT,),
        definition="期内在法定期限内答复的案件。",
    )  # fmt: skip
    reply_share = Share(
        "答复按期率", numerator=n_in_time, denominator=n_due, definition="按期答复的案件占应当答复的案件的比率。"
    )
    n_hearings = Count("参加听证的案件", by=(S.attend,), definition="期内参加听证的案件。")
    n_attended = Count(
        "负责人参加听证的案件", by=(S.attend,), where=Q(head_attendance=Attendance.HEAD),
        definition="期内负责人参加听证的案件。",
    )  # fmt: skip
    attendance_share = Share(
        "负责人参加听证率",
        numerator=n_attended,
        denominator=n_hearings,
        definition="负责人参加听证的案件占参加听证案件的比率。",
    )
    n_decisions = Count("收到复议决定或者调解书", by=(S.receive_decision,), definition="期内收到的决定书和调解书。")
    n_corrected = Count(
        "被复议纠错", by=(S.receive_decision,), where=Q(decision_kind__in=CORRECTED),
        definition="期内收到的变更、撤销、确认违法、确认无效、责令履行等决定。",
    )  # fmt: skip
    n_self_corrected = Count("主动纠错", by=(S.correct, S.settle), definition="期内主动改变、纠正行政行为的案件。")
    n_performances_due = Owed(
        "应当履行的案件", limits=(redo_in_time, redo_by_law, perform_in_time),
        definition="期内履行的，和履行期限在期内届满没有履行的案件。",
    )  # fmt: skip
    n_performed = Timely(
        "按期履行的案件", limits=(redo_in_time, redo_by_law, perform_in_time), states=(State.KEPT,),
        definition="期内按期履行的案件。",
    )  # fmt: skip
    performance_share = Share(
        "决定按期履行率",
        numerator=n_performed,
        denominator=n_performances_due,
        definition="按期履行的占应当履行的比率。",
    )
    n_opinions_due = Owed(
        "应当反馈的意见书", limits=(opinion_in_time,), definition="期内反馈的，和反馈期限在期内届满没有反馈的意见书。"
    )
    n_opinions_in_time = Timely(
        "按期反馈意见书", limits=(opinion_in_time,), states=(State.KEPT,), definition="期内六十日内反馈的意见书。"
    )
    opinion_share = Share(
        "意见书按期反馈率",
        numerator=n_opinions_in_time,
        denominator=n_opinions_due,
        definition="按期反馈的占应当反馈的比率。",
    )


class ReconsiderationReply2026(ReconsiderationReply):
    """Replies to copies received from 2026-07-01 on, under the implementing regulation of 2026."""

    since = date(2026, 7, 1)
    version_basis = R26[77]

    transfer = replace(
        S.transfer,
        basis=(L[32, 2].says("转送"), R26[38, 1]),
        conditions=(judged(L[32, 2].says("维持"), "认为需要维持处罚决定，没有自行纠正"),),
    )
    settle = replace(
        S.settle,
        basis=(L[32, 2].says("及时处理"), R26[38, 1], R26[38, 2]),
        conditions=(
            judged(R26[38, 1].says("予以纠正"), "已经按照法定程序撤销、变更处罚决定，并告知申请人和行政复议机关"),
            judged(R26[38, 2].says("仍坚持"), "申请人仍坚持申请的，已经告知其向有管辖权的行政复议机关申请"),
        ),
        help="五个工作日内纠正的，告知申请人和复议机关后办结；申请人坚持申请的，告知其向复议机关申请，不由本机关转送。",
    )
    delegate = replace(
        S.delegate,
        basis=(R26[18, 2], L[51, 3]),
        conditions=(computed(R26[18, 2], "有本机关工作人员参加", test.official_named),),
    )
    reply = replace(S.reply, basis=(*S.reply.bases, R26[41]))
    correct = replace(S.correct, basis=L[65, 2].item(2).says("改变原违法"))
    redo = replace(S.redo, basis=(L[64, 2].says("同一事实"), R26[58, 1]))
    account = replace(S.account, basis=(L[82], L[83], R26[71]))

    correct_in_time = Limit(
        "处罚机关自行纠正", R26[38, 1].says("5个工作日"), working_days(5, WORKING_DAYS), ref="REC-T08",
        since=(S.submit,), until=(S.settle, S.transfer), bound=Role.RESPONDENT,
        on_expiry=Consequence("申请人坚持的，告知其向行政复议机关申请", R26[38, 1]),
    )  # fmt: skip
    redo_in_time = replace(ReconsiderationReply.redo_in_time, basis=R26[58, 1], period=days(60, R26[58, 1]))
    redo_by_law = replace(ReconsiderationReply.redo_by_law, basis=R26[58, 1])
