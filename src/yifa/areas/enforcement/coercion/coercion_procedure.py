"""Limits, publication and figures of compulsory measures (行政强制措施的期限、公示、数字)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.coercion import conditions as test
from yifa.areas.enforcement.coercion.acts import DISCLOSURE, PUBLICITY, TRANSFER, WORKING, C
from yifa.areas.enforcement.coercion.choices import Disposal, MeasureType
from yifa.areas.enforcement.coercion.defaults import DEFAULTS
from yifa.areas.enforcement.coercion.ending import Ending
from yifa.areas.enforcement.coercion.holding import DAYS
from yifa.areas.enforcement.coercion.models import CoercionCase as Case
from yifa.clock import Period, days, hours, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Extension, Limit, Omitted, Publication, Shown
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation
from yifa.office.personal import Mask
from yifa.office.roles import Role

S = Ending
URGENT = (S.implement_urgent, S.implement_other_urgent)
TAKEN = (S.implement, S.freeze, S.implement_other, *URGENT)
"""The steps with which a measure is in force."""
OVER = (S.lift, S.refuse_ratify, S.dispose, S.deal_frozen, S.offset, S.transfer_criminal)
"""The steps with which it no longer is."""
LIFT = Consequence("应当及时作出解除查封、扣押的决定，立即退还财物", C[28, 1].item(4).says("期限已经届满"))
THIRTY, THIRTY_FROZEN = C[25, 1].says("不得超过三十日"), C[32, 1].says("三十日内")


def seal_length(situation: Situation) -> Period:
    """Thirty days, unless a law or an administrative regulation says otherwise."""
    return days(situation.record.special_days or 30, THIRTY)


def freeze_length(situation: Situation) -> Period:
    """Thirty days, unless a law says otherwise."""
    return days(situation.record.special_days or 30, THIRTY_FROZEN)


def other_length(situation: Situation) -> Period:
    """What the act that provides for the measure says."""
    return days(situation.record.special_days or 1, C[20, 2].says("法定期限"))


def return_length(situation: Situation) -> Period:
    """At once; as many working days as the place has it."""
    return working_days(DEFAULTS.number("return_days", situation), WORKING)


def told_length(situation: Situation) -> Period:
    """Promptly; as many working days as the place has it."""
    return working_days(DEFAULTS.number("told_days", situation), WORKING)


def publish_length(situation: Situation) -> Period:
    """The working days in which decisions of enforcement are published."""
    return working_days(DEFAULTS.number("publish_days", situation), PUBLICITY)


def to_publish(situation: Situation) -> bool:
    """Nothing stands against publishing."""
    return not situation.record.withhold_reason


class CoerciveMeasure(Ending):
    """Compulsory measures, since the act entered into force."""

    since = date(2012, 1, 1)
    fixed_by = TAKEN
    numbered_by = (S.report, *URGENT)

    notice = Publication(
        "强制措施决定公示",
        PUBLICITY,
        after=TAKEN,
        shows=(
            Shown(Case.number), Shown(Case.party_name, Mask.NAME), Shown(Case.measure_type),
            Shown(Case.legal_basis), Shown(Case.facts, Mask.TEXT), Shown(Case.implemented_on),
        ),
        withheld_if=lambda situation: not to_publish(situation),
    )  # fmt: skip

    seal_term = Limit(
        "查封、扣押期限", THIRTY, seal_length, ref="COE-T01", since=(S.implement, S.implement_urgent), until=OVER,
        when=test.held, judge_by="strict", stops_in=(S.testing,), stop_basis=C[25, 3].says("期间不包括"),
        extension=Extension(S.extend, None, C[25, 1].says("不得超过三十日"), days=DAYS), on_expiry=LIFT,
    )  # fmt: skip
    freeze_term = Limit(
        "冻结期限", THIRTY_FROZEN, freeze_length, ref="COE-T02", since=(S.freeze,), until=(*OVER, S.lapse),
        when=test.frozen, judge_by="strict",
        extension=Extension(S.extend, None, C[32, 1].says("不得超过三十日"), days=DAYS),
        on_expiry=S.lapse,
    )  # fmt: skip
    other_term = Limit(
        "其他强制措施期限", C[20, 2].says("法定期限"), other_length, since=(S.implement_other, *URGENT),
        until=OVER, when=test.other_with_term, judge_by="strict",
        on_expiry=Consequence("应当立即解除", C[20, 2].says("立即解除")),
    )  # fmt: skip
    ratify_in_time = Limit(
        "紧急实施后补办批准", C[19].says("二十四小时内"), hours(24, C[19].says("二十四小时内"), from_next_hour=False),
        ref="COE-T03", since=URGENT, until=(S.ratify, S.refuse_ratify), judge_by="strict",
        on_expiry=Consequence("违反法定程序，应当立即补办或者解除", C[61].item(3).says("违反法定程序")),
    )  # fmt: skip
    deliver_in_time = Limit(
        "向当事人交付冻结决定书", C[31].says("三日内"), working_days(3, WORKING), ref="COE-T04", since=(S.freeze,),
        until=(S.deliver_freeze,), when=test.frozen, outlives=True, done_on=Case.freeze_told_on,
        on_expiry=Consequence("违反法定程序，应当立即交付", C[61].item(3).says("违反法定程序")),
    )  # fmt: skip
    test_term = Limit(
        "告知的检测、鉴定期间", C[25, 3].says("应当明确"), None, since=(S.send_test, S.retell_test),
        until=(S.test_report, S.test_over, *OVER), ends_on=Case.test_until, bound=Role.SYSTEM, on_expiry=S.test_over,
    )  # fmt: skip
    tell_in_time = Limit(
        "延长决定书面告知", C[25, 2].says("及时书面告知"), told_length, since=(S.extend,), until=(S.tell_extension,),
        outlives=True, on_expiry=Consequence("应当立即书面告知并说明理由", C[25, 2].says("及时书面告知")),
    )  # fmt: skip
    return_in_time = Limit(
        "退还财物", C[28, 2].says("立即退还"), return_length, ref="COE-T05", since=(S.lift, S.refuse_ratify),
        until=(S.return_items, S.close_other), when=lambda situation: not test.frozen(situation),
        on_expiry=Consequence("应当立即退还；造成损失的依法赔偿", C[68, 1].says("造成损失")),
    )  # fmt: skip
    unfreeze_in_time = Limit(
        "通知解除冻结", C[33, 2].says("及时通知"), return_length, since=(S.lift,), until=(S.unfreeze,),
        when=test.frozen, on_expiry=Consequence("应当立即通知；造成损失的依法赔偿", C[68, 1].says("造成损失")),
    )  # fmt: skip
    hand_over_in_time = Limit(
        "向公安机关移交涉案物品", TRANSFER[12].says("３日内"), days(3, TRANSFER[12]), since=(S.police_filed,),
        until=(S.transfer_criminal,), judge_by="strict", on_expiry=Consequence("逾期，应当立即移交", TRANSFER[12]),
    )  # fmt: skip
    publish_in_time = Limit(
        "强制措施决定公示", PUBLICITY, publish_length, ref="PUB-T02", since=TAKEN,
        until=(notice.done, S.refuse_ratify),
        when=to_publish, bound=Role.PUBLISHER, outlives=True, on_expiry=Consequence("逾期，应当立即公示", PUBLICITY),
    )  # fmt: skip

    measures = Count(
        "行政强制措施",
        unit="宗",
        by=TAKEN,
        definition="期内实施的查封、扣押、冻结和其他强制措施；按实施日计，一次决定计一宗。",
    )
    sealings = Count("查封", unit="宗", by=TAKEN, where=Q(measure_type=MeasureType.SEAL), definition="其中查封的。")
    seizures = Count("扣押", unit="宗", by=TAKEN, where=Q(measure_type=MeasureType.SEIZE), definition="其中扣押的。")
    freezings = Count("冻结", unit="宗", by=TAKEN, where=Q(measure_type=MeasureType.FREEZE), definition="其中冻结的。")
    others = Count(
        "其他强制措施", unit="宗", by=TAKEN, where=Q(measure_type__in=(MeasureType.LIBERTY, MeasureType.OTHER)),
        definition="其中限制人身自由和其他强制措施。",
    )  # fmt: skip
    urgent_measures = Count("当场紧急实施", unit="宗", by=URGENT, definition="其中先实施、后补办批准的。")
    extended = Count("延长期限的强制措施", unit="宗", by=(S.extend,), definition="期内决定延长的。")
    lifted = Count("解除的强制措施", unit="宗", by=(S.lift, S.refuse_ratify), definition="期内决定解除的。")
    disposed = Count(
        "没收、销毁、抵缴的强制措施",
        unit="宗",
        by=(S.dispose, S.deal_frozen, S.offset),
        definition="期内作出没收、销毁、划拨、拍卖抵缴处理的。",
    )
    criminal = Count("随案移送的强制措施", unit="宗", by=(S.transfer_criminal,), definition="期内随案移送司法机关的。")
    bank_released = Count(
        "期满由金融机构解除的冻结", unit="宗", by=(S.lapse,), where=Q(disposal=Disposal.EXPIRED),
        definition="逾期没有处理、没有解除，期满自动解除的。",
    )  # fmt: skip
    running = Count(
        "未结的强制措施", unit="宗", by=TAKEN, without=(*OVER, S.lapse), standing=True, definition="期末仍在实施中的。"
    )
    ended = Timely(
        "期满或者处理的查封、扣押", unit="宗", limits=(seal_term,), states=(State.KEPT, State.LATE),
        definition="期内处理、解除的查封、扣押。",
    )  # fmt: skip
    ended_in_time = Timely(
        "期限内处理、解除的查封、扣押",
        unit="宗",
        limits=(seal_term,),
        states=(State.KEPT,),
        definition="其中在期限内的。",
    )
    in_time_rate = Share(
        "查封、扣押按期处理率",
        numerator=ended_in_time,
        denominator=ended,
        definition="期限内处理、解除的占已经处理、解除的比率。",
    )

    omitted = (
        Omitted(C[3, 2], "突发事件中的应急措施依照有关法律、行政法规，不在本程序办理"),
        Omitted(C[30, 3], "金融机构拒绝无权机关的要求，由金融机构把握"),
        Omitted(C[65], "金融机构的责任，由金融业监督管理机构处理"),
        Omitted(DISCLOSURE[16, 2], "执法案卷信息可以不予公开，由“不予公开的理由”表达"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """Whose what is held."""
        return f"{record.verb}{record.party_name}{record.things_text}"[:200] or cls.label
