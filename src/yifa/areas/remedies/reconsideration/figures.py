"""The figures of reconsideration (数字) with their definitions: R8 of the law reference gives them as defaults.

No act defines these formulas; they are the platform's defaults, stated with each figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from yifa.areas.remedies.reconsideration.choices import CORRECTED, Attendance, DecisionKind, TerminationGround, Track
from yifa.areas.remedies.reconsideration.limits import ACCEPTED, FILED, Limits
from yifa.kernel.clocks import State
from yifa.kernel.figure import Figure, Window
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.models import Clock, Event, EventKind

S = Limits
CLOSED = (S.decide, S.reject_application, S.mediated, S.terminate, S.hand_over)
OUT = (S.refuse, S.abandon, S.withdraw_early)
DONE = (State.KEPT, State.LATE)


def _kind(label: str, *kinds: DecisionKind) -> Count:
    """Decisions of a kind."""
    names = "、".join(str(kind.label) for kind in kinds)
    return Count(
        label, by=(S.decide,), where=Q(decision_kind__in=[kind.value for kind in kinds]),
        definition=f"期内作出的行政复议决定中，决定种类为{names}的案件。",
    )  # fmt: skip


@dataclass(eq=False)
class Either(Figure):
    """The cases that one of several counts holds, each once."""

    parts: tuple[Count, ...] = ()

    def rows(self, window: Window) -> QuerySet[Any]:
        """The union of their rows."""
        united = self.parts[0].rows(window)
        for part in self.parts[1:]:
            united = united | part.rows(window)
        return united


@dataclass(eq=False)
class Owed(Timely):
    """The cases in which one of the limits was to be kept within the window: kept, late, or fallen due and still open.

    A limit that fell away because the case ended before the due date was never owed.
    """

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases, each once."""
        period = (window.since, window.until)
        done = Q(state__in=DONE, ended_on__range=period)
        still_open = Q(state=State.RUNNING, due__range=period)
        never_done = Q(state=State.MOOT, ended_on__range=period, due__lt=F("ended_on"))
        clocks = Clock._base_manager.filter(
            done | still_open | never_done,
            limit__in=[limit.code for limit in self.limits],
            case__procedure=self.owner.key,
        )
        manager: Any = self.owner.model._default_manager
        cases: QuerySet[Any] = manager.filter(procedure=self.owner.key, organ_id__in=window.organs)
        return cases.filter(pk__in=clocks.values("case_id"))


def _reopened(figure: Figure, window: Window) -> list[int]:
    """The cases that a superior had resumed after their rejection (行政复议法 35) and that are still not closed."""
    last: dict[int, str] = {}
    steps = Event._base_manager.filter(kind=EventKind.STEP, on__lte=window.until, voided_by=None)
    resumed = steps.filter(step=S.resume_rejected.code, case__procedure=figure.owner.key).values("case_id")
    codes = [step.code for step in (*CLOSED, S.resume_rejected)]
    events = steps.filter(step__in=codes, case_id__in=resumed)  # few cases: the rest need not be looked through
    for case, step in events.order_by("on", "seq").values_list("case_id", "step"):
        last[case] = step
    return [case for case, step in last.items() if step == S.resume_rejected.code]


@dataclass(eq=False)
class Closed(Count):
    """Cases closed within the window that are not open again at its end."""

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases, each once."""
        return super().rows(window).exclude(pk__in=_reopened(self, window))


@dataclass(eq=False)
class Pending(Count):
    """Cases accepted and not closed at the end of the window, those that were resumed among them."""

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases, each once."""
        manager: Any = self.owner.model._default_manager
        cases: QuerySet[Any] = manager.filter(procedure=self.owner.key, organ_id__in=window.organs)
        return cases.filter(Q(pk__in=super().rows(window).values("pk")) | Q(pk__in=_reopened(self, window)))


class Figures(Limits, abstract=True):
    """What is counted."""

    n_received = Count(
        "收到行政复议申请", by=(*FILED, S.take_over), indicator="reconsideration.received",
        definition="期内收到的申请，含不予受理、告知管辖、放弃和经处罚机关转送的；一个行政行为为一件。",
    )  # fmt: skip
    n_accepted = Count(
        "受理行政复议案件", by=(*ACCEPTED, S.take_over), indicator="reconsideration.accepted",
        definition="期内受理的案件，含视为受理的。",
    )  # fmt: skip
    n_deemed = Count("视为受理", by=(S.deemed,), definition="审查期限届满未作决定而视为受理的案件。")
    n_refused = Count(
        "不予受理", by=(S.refuse,), without=(S.accept_by_order,), where=~Q(refusal_ground="jurisdiction"),
        definition="期内决定不予受理的申请，不含因不属于本机关管辖的。",
    )  # fmt: skip
    n_told = Count(
        "告知管辖机关", by=(S.refuse,), without=(S.accept_by_order,), where=Q(refusal_ground="jurisdiction"),
        definition="期内因不属于本机关管辖决定不予受理并告知管辖机关的申请。",
    )  # fmt: skip
    n_abandoned = Count(
        "视为放弃申请",
        by=(S.abandon,),
        without=(S.accept_by_order,),
        definition="逾期不补正，记录为放弃的申请。",
    )
    n_withdrawn_early = Count(
        "受理前撤回",
        by=(S.withdraw_early,),
        without=(S.accept_by_order,),
        indicator="reconsideration.presettled",
        definition="受理前申请人撤回的申请。",
    )
    n_other = Count(
        "不予受理等处理", by=OUT, without=(S.accept_by_order,), indicator="reconsideration.not_accepted",
        definition="期内不予受理（含告知管辖机关）、视为放弃、受理前撤回的申请，以及告知不再处理的。",
    )  # fmt: skip
    accepted_share = Share(
        "受理率", numerator=n_accepted, denominator=n_received, indicator="reconsideration.accepted_rate",
        definition="期内受理的占期内收到的比率。",
    )  # fmt: skip
    n_examining = Count(
        "审查中的申请", by=FILED, without=(*ACCEPTED, *OUT), standing=True,
        definition="期末尚在审查、补正，没有受理也没有作出处理的申请。",
    )  # fmt: skip
    n_closed = Closed(
        "审结行政复议案件", by=CLOSED, indicator="reconsideration.concluded",
        definition="期内作出决定、驳回申请、调解书生效、终止或者移送上级的案件，含上年结转的；"
        "驳回后被责令恢复审理、期末尚未审结的不计。",
    )  # fmt: skip
    n_pending = Pending(
        "未结行政复议案件", by=(*ACCEPTED, S.take_over), without=CLOSED, standing=True,
        definition="期末已受理尚未审结的案件，含上年结转的和驳回后恢复审理的。",
    )  # fmt: skip
    n_on_hand = Either(
        "应审结行政复议案件",
        parts=(n_closed, n_pending),
        definition="期内审结的和期末未结的案件，即上年结转加本期受理。",
    )
    closed_share = Share(
        "审结率", numerator=n_closed, denominator=n_on_hand, indicator="reconsideration.conclusion_rate",
        definition="审结案件占上年结转和本期受理案件的比率。",
    )  # fmt: skip
    n_decided = Count("作出行政复议决定", by=(S.decide,), definition="期内作出的实体决定，不含驳回申请。")

    n_upheld = _kind("维持", DecisionKind.UPHOLD)
    n_revoked = _kind("撤销或者部分撤销", DecisionKind.REVOKE, DecisionKind.REVOKE_PART)
    n_changed = _kind("变更", DecisionKind.CHANGE)
    n_illegal = _kind("确认违法", DecisionKind.ILLEGAL)
    n_void = _kind("确认无效", DecisionKind.VOID)
    n_ordered = _kind("责令履行", DecisionKind.PERFORM)
    n_agreement = _kind(
        "行政协议责任",
        DecisionKind.AGREEMENT_CONCLUDE, DecisionKind.AGREEMENT_CONTINUE, DecisionKind.AGREEMENT_REMEDY,
        DecisionKind.AGREEMENT_DAMAGES, DecisionKind.AGREEMENT_COMPENSATE,
    )  # fmt: skip
    n_claim_rejected = _kind("驳回行政复议请求", DecisionKind.REJECT_CLAIM)
    n_rejected = Count(
        "驳回行政复议申请",
        by=(S.reject_application,),
        without=(S.resume_rejected,),
        definition="受理后发现不符合受理条件，驳回申请的案件；不是维持。",
    )
    n_mediated = Count("调解结案", by=(S.mediated,), definition="期内调解书生效的案件。")
    n_settled = Count(
        "和解撤回终止", by=(S.terminate,), where=Q(termination_ground=TerminationGround.SETTLED),
        definition="期内达成和解后准予撤回而终止的案件。",
    )  # fmt: skip
    n_withdrawn = Count(
        "自愿撤回终止", by=(S.terminate,), where=Q(termination_ground=TerminationGround.WITHDRAWN),
        definition="期内申请人自愿撤回而终止的案件，不含和解。",
    )  # fmt: skip
    n_terminated_other = Count(
        "其他终止", by=(S.terminate,),
        where=~Q(termination_ground__in=[TerminationGround.SETTLED, TerminationGround.WITHDRAWN]),
        definition="期内因第四十一条第二项至第五项终止的案件。",
    )  # fmt: skip
    n_handed_over = Count("移送上级审理", by=(S.hand_over,), definition="期内由上级提级审理而移送的案件。")

    n_corrected = Count(
        "直接纠错", by=(S.decide,), where=Q(decision_kind__in=CORRECTED),
        indicator="reconsideration.corrected",
        definition="变更、撤销、部分撤销、确认违法、确认无效、责令履行和行政协议责任的决定；不含调解、和解。",
    )  # fmt: skip
    corrected_share = Share(
        "直接纠错率", numerator=n_corrected, denominator=n_closed, indicator="reconsideration.correction_rate",
        definition="直接纠错案件占审结案件的比率。",
    )  # fmt: skip
    n_talked = Count(
        "调解和解结案", by=(S.mediated, S.terminate), where=Q(termination_ground__in=["", TerminationGround.SETTLED]),
        definition="调解书生效的和达成和解后准予撤回终止的案件。",
    )  # fmt: skip
    talked_share = Share(
        "调解和解率", numerator=n_talked, denominator=n_closed, definition="调解结案、和解撤回案件占审结案件的比率。"
    )
    n_simplified = Closed(
        "适用简易程序审结",
        by=CLOSED,
        where=Q(track=Track.SIMPLIFIED),
        definition="期内审结的适用简易程序的案件，不含转为普通程序的。",
    )
    simplified_share = Share(
        "简易程序适用率",
        numerator=n_simplified,
        denominator=n_closed,
        definition="适用简易程序审结的案件占审结案件的比率。",
    )
    n_converted = Count("转为普通程序", by=(S.convert,), definition="期内由简易程序转为普通程序的案件。")
    n_heard = Count("听证案件", by=(S.hold_hearing,), definition="期内举行听证的案件，多次听证计一件。")
    n_head_attended = Count(
        "负责人参加听证", by=(S.hold_hearing,), where=Q(head_attendance=Attendance.HEAD),
        definition="期内举行听证且被申请人负责人参加的案件；说明理由委托工作人员的不计。",
    )  # fmt: skip
    attendance_share = Share(
        "负责人参加听证率",
        numerator=n_head_attended,
        denominator=n_heard,
        definition="负责人参加听证的案件占听证案件的比率。",
    )
    n_consulted = Count("行政复议委员会咨询", by=(S.committee,), definition="期内取得委员会咨询意见的案件。")
    n_opinion_letters = Count(
        "制发行政复议意见书", by=(S.opinion,), unit="份", definition="期内制发意见书的案件；一案一份。"
    )
    n_advice_letters = Count(
        "制发行政复议建议书", by=(S.advice,), unit="份", definition="期内制发建议书的案件；一案一份。"
    )
    n_stayed = Count("停止执行", by=(S.stay,), definition="期内决定停止执行的案件。")
    n_norm_reviewed = Count("附带审查规范性文件", by=(S.suspend_review,), definition="期内启动附带审查的案件。")
    n_extended = Count("延长审理期限", by=(S.extend,), definition="期内批准延期的案件。")
    n_overdue = Count("逾期未作出决定", by=(S.overdue,), definition="期内审理期限届满仍未决定的案件。")
    n_compensated = Count(
        "决定行政赔偿", by=(S.decide,), where=Q(compensation="granted"), definition="期内决定给予行政赔偿的案件。"
    )
    n_tried = Owed(
        "应当按期审结的案件", limits=(S.conclude, S.conclude_by_law, S.conclude_simplified),
        definition="期内审结的案件，以及审理期限在期内届满尚未审结的案件。",
    )  # fmt: skip
    n_in_time = Timely(
        "按期审结", limits=(S.conclude, S.conclude_by_law, S.conclude_simplified), states=(State.KEPT,),
        definition="期内审结且没有超过审理期限的案件。",
    )  # fmt: skip
    in_time_share = Share(
        "按期审结率", numerator=n_in_time, denominator=n_tried, definition="按期审结的案件占应当按期审结的案件的比率。"
    )
    n_replies_due = Owed(
        "被申请人应当答复的案件", limits=(S.reply, S.reply_simplified),
        definition="期内答复的，和答复期限届满没有答复的案件；期限届满前已经结案的不计。",
    )  # fmt: skip
    n_replied_in_time = Timely(
        "被申请人按期答复",
        limits=(S.reply, S.reply_simplified),
        states=(State.KEPT,),
        definition="期内按期答复的案件。",
    )
    reply_share = Share(
        "答复按期率", numerator=n_replied_in_time, denominator=n_replies_due,
        definition="按期答复的案件占应当答复的案件的比率。",
    )  # fmt: skip
    n_opinions_due = Owed(
        "意见书应当反馈的案件",
        limits=(S.opinion_reply,),
        definition="期内反馈的，和反馈期限在期内届满没有反馈的案件。",
    )
    n_opinions_answered = Timely(
        "意见书按期反馈", limits=(S.opinion_reply,), states=(State.KEPT,), definition="期内六十日内反馈的案件。"
    )
    opinion_share = Share(
        "意见书按期反馈率", numerator=n_opinions_answered, denominator=n_opinions_due,
        definition="按期反馈的占应当反馈的比率。",
    )  # fmt: skip
    n_sued = Count(
        "复议后提起诉讼",
        by=(S.sue, S.sue_silence),
        definition="期内对本机关复议决定、不予受理、驳回或者逾期起诉的案件。",
    )
    sued_share = Share(
        "复议后起诉率", numerator=n_sued, denominator=n_closed, definition="复议后起诉案件占审结案件的比率。"
    )

    n_suits_closed = Count("复议后诉讼审结", by=(S.suit_closed,), definition="期内审结的复议后诉讼。")
    n_suits_lost = Count(
        "复议后诉讼败诉",
        by=(S.suit_closed,),
        where=Q(suit_lost=True),
        definition="期内审结的复议后诉讼中复议机关败诉的。",
    )
    lost_share = Share(
        "复议后败诉率",
        numerator=n_suits_lost,
        denominator=n_suits_closed,
        definition="败诉案件占复议后诉讼审结案件的比率。",
    )
