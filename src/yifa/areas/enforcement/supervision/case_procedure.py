"""Limits, publication, figures and omissions of supervision (行政执法监督)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.supervision import choices as c
from yifa.areas.enforcement.supervision import conditions as test
from yifa.areas.enforcement.supervision.acts import S
from yifa.areas.enforcement.supervision.defaults import DEFAULTS
from yifa.areas.enforcement.supervision.figures import Measures, Staff
from yifa.areas.enforcement.supervision.handling_steps import STATED, STATED_IN_OPINION, UNANSWERED, HandlingSteps
from yifa.areas.enforcement.supervision.models import SupervisionCase as Case
from yifa.clock import Period, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted, Publication, Shown
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.office.personal import Mask

H = HandlingSteps
TO_GOVERNMENT = Consequence("未按照要求履职、纠正的，提出处理建议报本级人民政府决定", UNANSWERED)
ANSWERED = (H.receive_reply, H.withdraw_paper, H.gov_withdrew, H.remedy_began)


def triage_time(situation: Situation) -> Period:
    """How soon a clue is looked at, as the place has it."""
    return working_days(DEFAULTS.number("triage_days", situation), S[20, 2].says("及时进行研判"))


def warning_time(situation: Situation) -> Period:
    """How soon a warning is answered, as the place has it."""
    return working_days(DEFAULTS.number("warning_days", situation), S[24, 1])


def objection_time(situation: Situation) -> Period:
    """How soon an objection is dealt with, as the place has it."""
    return working_days(DEFAULTS.number("objection_days", situation), S[30].says("应当及时处理"))


def urge_time(situation: Situation) -> Period:
    """The period that the letter states."""
    return test.period_of(situation.record, "urge_", STATED)


def opinion_time(situation: Situation) -> Period:
    """The period that the opinion states."""
    return test.period_of(situation.record, "opinion_", STATED_IN_OPINION)


class Supervision(HandlingSteps):
    """Supervision of enforcement by the justice department for its government."""

    since = HandlingSteps.since
    fixed_by = (H.register_clue,)
    numbered_by = (H.register_clue,)

    triage_in_time = Limit(
        "线索研判", S[20, 2].says("及时进行研判"), triage_time, since=(H.register_clue,),
        until=(H.triage, H.not_file, H.remedy_began), on_expiry=Consequence("督促及时研判", S[20, 2]),
    )  # fmt: skip
    warning_in_time = Limit(
        "预警反馈", S[25].says("应当予以配合"), warning_time, since=(H.warn,), until=(H.warning_answered, H.upgrade),
        on_expiry=Consequence("转立案或者约谈", S[22].item(5)),
    )  # fmt: skip
    urge_in_time = Limit(
        "督办函报送纠正情况", STATED, urge_time, ref="SUP-T01", since=(H.urge_served,), until=ANSWERED,
        when=lambda s: test.has_term(s.record, "urge_"), on_expiry=TO_GOVERNMENT,
    )  # fmt: skip
    urge_by_date = Limit(
        "督办函报送截止日", STATED, None, ref="SUP-T01a", since=(H.urge_served,), until=ANSWERED,
        ends_on=Case.urge_until, when=lambda s: test.has_last_day(s.record, "urge_"), on_expiry=TO_GOVERNMENT,
    )  # fmt: skip
    opinion_in_time = Limit(
        "意见书报送纠正情况", STATED_IN_OPINION, opinion_time, ref="SUP-T02", since=(H.opinion_served,),
        until=ANSWERED, when=lambda s: test.has_term(s.record, "opinion_"), on_expiry=TO_GOVERNMENT,
    )  # fmt: skip
    opinion_by_date = Limit(
        "意见书报送截止日", STATED_IN_OPINION, None, ref="SUP-T02a", since=(H.opinion_served,), until=ANSWERED,
        ends_on=Case.opinion_until, when=lambda s: test.has_last_day(s.record, "opinion_"), on_expiry=TO_GOVERNMENT,
    )  # fmt: skip
    objection_in_time = Limit(
        "异议处理", S[30].says("应当及时处理"), objection_time, ref="SUP-T03", since=(H.object,),
        until=(H.answer_objection, H.remedy_began), on_expiry=Consequence("督促及时处理", S[30]),
    )  # fmt: skip

    public_circular = Publication(
        "向社会公布行政执法突出问题",
        S[31].says("向社会公布"),
        after=(H.circulate,),
        shows=(Shown(Case.target_organ), Shown(Case.target_name), Shown(Case.circular_text, Mask.TEXT)),
        withheld_if=lambda s: s.record.circular_scope != c.Scope.PUBLIC,
    )

    sup_clues = Count("行政执法监督线索", by=(H.register_clue,), basis=S[20, 2], definition="期内登记的监督线索。")
    sup_hotline = Count(
        "热线、涉企诉求转来的监督线索", by=(H.register_clue,), basis=S[20, 2],
        where=Q(clue_source__in=(c.ClueSource.HOTLINE, c.ClueSource.ENTERPRISE)),
        definition="其中来自政务服务便民热线和涉企行政执法诉求沟通机制的。",
    )  # fmt: skip
    sup_hotline_done = Count(
        "热线、涉企诉求线索办结", by=(H.close, H.not_file, H.remedy_began, H.raise_up), basis=S[20, 2],
        where=Q(clue_source__in=(c.ClueSource.HOTLINE, c.ClueSource.ENTERPRISE)),
        definition="期内结案、不予立案、终结、提级的上述线索。",
    )  # fmt: skip
    sup_filed = Count(
        "行政执法监督立案", by=(H.file, H.upgrade), indicator="enforcement.supervision_cases",
        definition="期内立案的监督案件，含预警转立案。",
    )  # fmt: skip
    sup_key = Count(
        "重点监督事项", by=(H.triage,), where=Q(manner=c.Manner.KEY), basis=S[20, 1],
        definition="期内研判确定为重点监督的。",
    )  # fmt: skip
    sup_listed = Count("挂牌督办", by=(H.list_case,), basis=S[20, 3], definition="期内挂牌督办的案件。")
    sup_measures = Measures(
        "开展监督检查", unit="次", basis=S[22], codes=("measure", "retrieve", "interview"),
        indicator="enforcement.supervision_actions",
        definition="期内采取第二十二条监督措施的次数；同一案件几次的，按次计。",
    )  # fmt: skip
    sup_interviews = Measures("约谈", unit="次", basis=S[22], codes=("interview",), definition="期内约谈的次数。")
    sup_urges = Count("行政执法监督督办函", unit="份", by=(H.urge,), basis=S[27, 1], definition="期内制发的督办函。")
    sup_opinions = Count(
        "行政执法监督意见书", unit="份", by=(H.opine,), basis=S[28, 1], definition="期内制发的意见书。"
    )
    sup_corrected = Count(
        "监督纠正问题", unit="个", by=(H.close,), where=Q(outcome__in=c.CORRECTED),
        definition="期内结案，当场纠正、预警后规范、督办、意见书、决定书后纠正的案件，一案计一个。",
    )  # fmt: skip
    sup_circulars = Count("通报、公布", by=(H.circulate,), basis=S[31], definition="期内通报或者向社会公布的案件。")
    sup_transferred = Count("移送监察机关线索", by=(H.transfer_discipline,), basis=S[33, 1], definition="期内移送的。")
    sup_revoked = Staff(
        "建议取消执法资格", unit="人", basis=S[32], over=Count("", by=(H.suggest_staff,)),
        measure=c.StaffMeasure.REVOKE, definition="期内提出建议的案件中建议取消执法资格的人数。",
    )  # fmt: skip
    sup_closed = Count(
        "办结监督案件", by=(H.close, H.remedy_began, H.raise_up), definition="期内结案、终结、提级的；不予立案的不计。"
    )
    sup_open = Count(
        "未结监督案件", by=(H.file, H.upgrade), without=(H.close, H.remedy_began, H.raise_up), standing=True,
        definition="期末尚未结案的。",
    )  # fmt: skip
    sup_limited = Timely(
        "应当报送纠正情况的监督文书", unit="件", basis=S[28, 2],
        limits=(urge_in_time, urge_by_date, opinion_in_time, opinion_by_date), states=(State.KEPT, State.LATE),
        definition="期内报送纠正情况的督办函、意见书；没有报送的不在内。",
    )  # fmt: skip
    sup_in_time = Timely(
        "按期报送纠正情况", unit="件", basis=S[28, 2],
        limits=(urge_in_time, urge_by_date, opinion_in_time, opinion_by_date), states=(State.KEPT,),
        definition="其中在文书载明的期限内报送的。",
    )  # fmt: skip
    sup_in_time_rate = Share(
        "纠正情况按期报送率", numerator=sup_in_time, denominator=sup_limited, definition="按期报送占已报送的比率。"
    )

    omitted = (
        Omitted(S[13], "执法争议协调另有程序（power_dispute）"),
        Omitted(S[16], "法律法规执行情况评估是面上的工作，不逐案登记"),
        Omitted(S[17], "主体和人员资格在行政执法主体、人员台账中办理"),
        Omitted(S[18], "案卷评查另有程序"),
        Omitted(S[19], "执法质效评议在评议方案中办理"),
        Omitted(S[37], "信息系统建设"),
        Omitted(S[39], "对监督机构自身的责任追究，不由监督机构办理"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """Whom it is about, and what."""
        what = c.Problem(record.problem).label if record.problem else "行政执法监督"
        return f"{record.target_label or '行政执法机关'}：{what}"

    @classmethod
    def counterpart_of(cls, record: Any) -> Any:
        """The supervised organ."""
        return record.target_organ
