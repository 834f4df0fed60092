"""Limits, figures and omissions of the ordinary procedure of penalties."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.common.service import IN_SEVEN_DAYS
from yifa.areas.enforcement.penalty import choices as c
from yifa.areas.enforcement.penalty import conditions as test
from yifa.areas.enforcement.penalty.acts import POLICE, POLICE_2012, P
from yifa.areas.enforcement.penalty.carrying_out import CarryingOut
from yifa.areas.enforcement.penalty.defaults import DEFAULTS
from yifa.areas.enforcement.penalty.models import PenaltyCase as Case
from yifa.clock import Period, days, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Extension, Limit, Omitted, Span
from yifa.kernel.figures import Count, Share, Sum, Timely
from yifa.kernel.situation import Situation
from yifa.law import Basis
from yifa.office.roles import Role

S = CarryingOut
DECIDED = (S.decide, S.spare, S.refer, S.withdraw_filing)
NINETY = 90
LAPSED = DEFAULTS.text("preservation_lapse")


def _police(record: Any, now: Basis, before: Basis) -> Basis | None:
    """The provision of the law on public security that governs a case; None in other cases."""
    if not record.is_police:
        return None
    return now if record.regime.start == "filed" else before


def case_days(situation: Situation) -> Period:
    """The case limit: 90 days, or what a special rule says (处罚法 60)."""
    record = situation.record
    general = P[60].says("九十日内" if record.case_limit_days == NINETY else "另有规定")
    return days(record.case_limit_days, _police(record, POLICE[118], POLICE_2012[99]) or general)


def service_days(situation: Situation) -> Period:
    """The time for service: seven working days, two days in public-security cases (处罚法 61, 治安法 116)."""
    regime = situation.record.regime
    unit = working_days if regime.service_working else days
    basis = _police(situation.record, POLICE[116, 1], POLICE_2012[97, 1]) or P[85].says("工作日")
    return unit(regime.service_days, basis)


def statement_days(situation: Situation) -> Period:
    """The time for statement and defence, as the place has it (没有法定天数)."""
    return working_days(DEFAULTS.number("statement_days", situation), P[44])


def told_of_hearing(situation: Situation) -> bool:
    """The party was to be told of the right to a hearing."""
    return bool(situation.record.hearing_required)


def counted_as(kind: c.PenaltyKind) -> Count:
    """The decisions whose heaviest kind is this one (并处的计入最重类别)."""
    return Count(
        f"计入{kind.label}", by=(S.decide,), unit="宗", where=Q(heaviest_kind=kind.value),
        definition=f"期内作出处罚决定，并处时最重的类别为{kind.label}的；一件只计一次。",
    )  # fmt: skip


class Penalty(CarryingOut):
    """行政处罚普通程序."""

    since = CarryingOut.since
    fixed_by = (S.file_case, S.split_off)
    numbered_by = (S.file_case, S.split_off)

    limitation = Limit(
        "处罚时效", P[36, 1].says("二年内"), test.limitation_period, ref="PEN-T01", since=(Case.limitation_from,),
        until=(S.register, S.receive_transfer, S.split_off), done_on=Case.discovered_date, judge_by="strict",
        on_expiry=Consequence("不再给予行政处罚", P[36, 1].says("不再给予")),
    )  # fmt: skip
    decide_in_time = Limit(
        "作出处罚决定", P[60].says("九十日内"), case_days, ref="PEN-T02",
        since=(Case.case_start, S.take_back), until=(*DECIDED, S.transfer, S.join), judge_by="strict",
        excludes=(Span("依规定扣除的期间", S.exclude, S.resume, P[60].says("另有规定")),),
        extension=Extension(S.extend, None, P[60].says("另有规定"), days=S.extend.asks[0]),
        on_expiry=Consequence("超过办案期限，程序违法，不当然无效；应当尽快作出决定", P[60]),
    )  # fmt: skip
    dispose_in_time = Limit(
        "处理先行登记保存的证据", P[56].says("七日内"), working_days(7, P[85].says("工作日")), ref="PEN-T03",
        since=(S.preserve,), until=(S.dispose_preserved,), on_expiry=Consequence(LAPSED, P[56]),
    )  # fmt: skip
    ask_hearing_in_time = Limit(
        "要求听证", P[64, 1].item(1).says("五日内提出"), working_days(5, P[85].says("工作日")), ref="PEN-T04",
        since=(Case.notice_served_date,), until=(S.ask_hearing, S.end_hearing), bound=Role.APPLICANT,
        when=told_of_hearing,
        on_expiry=Consequence("期满没有要求的，可以作出决定", P[64, 1].item(1)),
    )  # fmt: skip
    serve_in_time = Limit(
        "送达决定书", IN_SEVEN_DAYS, service_days, ref="PEN-T05", since=(S.decide, S.spare), until=(S.serve,),
        on_expiry=Consequence("逾期送达，程序违法；应当立即送达", P[61, 1]),
    )  # fmt: skip
    statement_in_time = Limit(
        "陈述、申辩", P[44].says("陈述、申辩"), statement_days, ref="PEN-T06", since=(Case.notice_served_date,),
        until=(S.state, S.waive), bound=Role.APPLICANT,
        on_expiry=Consequence("期满没有陈述、申辩的，可以作出决定；决定前提出的仍应当听取", P[45, 1]),
    )  # fmt: skip
    correct_in_time = Limit(
        "限期改正", P[28, 1].says("限期改正"), None, since=(S.order_correction,), until=(S.check_correction,),
        ends_on=Case.corrective_due, bound=Role.APPLICANT, outlives=True,
        on_expiry=Consequence("逾期没有改正的，依照法律、法规的规定处理", P[28, 1]),
    )  # fmt: skip

    pen_filed = Count("立案", by=(S.file_case,), unit="件", definition="期内立案的普通程序案件，分案的不另计。")
    pen_decided = Count(
        "行政处罚实施数量（普通程序）", by=(S.decide,), unit="宗",
        definition="期内作出处罚决定的数量，含后来被复议、诉讼撤销的；并处两种以上的计一宗，计入最重的类别。",
    )  # fmt: skip
    pen_fine = Sum(
        "罚款金额", unit="元", of=Case.fine_amount, over=pen_decided,
        definition="上述决定确定的罚款金额合计，不是实缴数额。",
    )  # fmt: skip
    pen_confiscated = Sum(
        "没收违法所得金额", unit="元", of=Case.confiscated_amount, over=pen_decided,
        definition="上述决定确定的没收违法所得合计；不能确定金额的不计。",
    )  # fmt: skip
    pen_property = Sum(
        "没收非法财物金额", unit="元", of=Case.confiscated_value, over=pen_decided,
        definition="上述决定确定的没收非法财物价值合计；不能确定金额的不计。",
    )  # fmt: skip
    pen_spared = Count(
        "不予行政处罚", by=(S.spare,), where=Q(decision_type=c.DecisionType.NO_PENALTY),
        definition="期内作出的不予行政处罚决定，不计入处罚实施数量；违法事实不能成立的另计。",
    )  # fmt: skip
    pen_spared_minor = Count(
        "轻微不罚", by=(S.spare,), where=Q(decision_type=c.DecisionType.NO_PENALTY, spare_ground=c.SpareGround.MINOR),
        definition="其中轻微并及时改正、没有造成危害后果的。",
    )  # fmt: skip
    pen_spared_first = Count(
        "首违不罚", by=(S.spare,), where=Q(decision_type=c.DecisionType.NO_PENALTY, spare_ground=c.SpareGround.FIRST),
        definition="其中初次违法、危害后果轻微并及时改正的。",
    )  # fmt: skip
    pen_unfounded = Count(
        "违法事实不能成立", by=(S.spare,), where=Q(decision_type=c.DecisionType.NOT_ESTABLISHED),
        definition="期内因违法事实不能成立作出不予处罚决定的。",
    )  # fmt: skip
    pen_reduced = Count(
        "从轻、减轻处罚", by=(S.decide,), where=Q(grade__in=("lighter", "mitigated")),
        definition="期内处罚决定中裁量阶次为从轻、减轻的。",
    )  # fmt: skip
    pen_deviating = Count(
        "偏离裁量基准", by=(S.decide,), where=~Q(deviation_reason=""), definition="期内处罚决定中写明偏离基准理由的。"
    )
    pen_criminal = Count("移送司法机关", by=(S.refer,), definition="期内因涉嫌犯罪移送司法机关的案件。")
    pen_heard = Count(
        "听证", by=(S.end_hearing,), where=Q(hearing_outcome__in=("held", "absent_terminated")),
        definition="期内听证结束，已经举行或者因缺席终止的案件。",
    )  # fmt: skip
    pen_reviewed = Count(
        "法制审核的处罚案件", by=(S.decide,), where=~Q(legal_review_result=""),
        definition="期内处罚决定中经过法制审核的。",
    )  # fmt: skip
    pen_discussed = Count(
        "集体讨论的处罚案件", by=(S.decide,), where=Q(collective_on__isnull=False),
        definition="期内处罚决定中经过负责人集体讨论的。",
    )  # fmt: skip
    pen_revoked = Count(
        "被变更、撤销、确认违法或者无效", by=(S.change,), where=~Q(changed_by__in=("", c.Changed.UPHELD)),
        definition="期内结果生效的；仍计入作出决定当年的处罚实施数量。",
    )  # fmt: skip
    pen_open = Count(
        "未结案件", by=(S.file_case, S.split_off), standing=True,
        without=(S.close, S.withdraw_filing, S.transfer, S.join, S.settle_crime),
        definition="期末已经立案、尚未结案的。",
    )  # fmt: skip
    pen_timed = Timely(
        "有办案期限的结果", limits=(decide_in_time,), states=(State.KEPT, State.LATE),
        definition="期内作出决定、移送、撤案的案件。",
    )  # fmt: skip
    pen_in_time = Timely(
        "在办案期限内", limits=(decide_in_time,), states=(State.KEPT,), definition="其中在办案期限内的。"
    )
    pen_in_time_rate = Share(
        "办案期限内办结率",
        numerator=pen_in_time,
        denominator=pen_timed,
        definition="在办案期限内的占有期限结果的比率。",
    )
    pen_warning = counted_as(c.PenaltyKind.WARNING)
    pen_criticism = counted_as(c.PenaltyKind.CRITICISM)
    pen_fine_kind = counted_as(c.PenaltyKind.FINE)
    pen_gains = counted_as(c.PenaltyKind.GAINS)
    pen_property_kind = counted_as(c.PenaltyKind.PROPERTY)
    pen_permit_suspended = counted_as(c.PenaltyKind.SUSPEND_PERMIT)
    pen_downgraded = counted_as(c.PenaltyKind.DOWNGRADE)
    pen_restricted = counted_as(c.PenaltyKind.RESTRICT)
    pen_suspension = counted_as(c.PenaltyKind.SUSPENSION)
    pen_closure = counted_as(c.PenaltyKind.CLOSURE)
    pen_employment = counted_as(c.PenaltyKind.EMPLOYMENT)
    pen_permit_revoked = counted_as(c.PenaltyKind.REVOKE_PERMIT)
    pen_detention = counted_as(c.PenaltyKind.DETENTION)
    pen_other_kind = counted_as(c.PenaltyKind.OTHER)

    omitted = (
        Omitted(P[51], "当场处罚另有程序"),
        Omitted(P[63], "听证由听证程序办理，本程序只判断应否告知、能否决定"),
        Omitted(P[67], "罚款的缴纳、加处、延期分期由罚款收缴程序办理"),
        Omitted(P[48], "决定的公开和撤回由处罚决定公示程序办理"),
        Omitted(P[27], "移送和退回由行刑衔接程序办理"),
    )

    @classmethod
    def title_of(cls, record: object) -> str:
        """Who did what."""
        party, item = getattr(record, "party_names", ""), getattr(record, "item_name", "")
        return f"{party}{item}案"[:200] if party or item else cls.label
