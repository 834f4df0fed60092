"""Collecting a fine as a procedure (罚款收缴): limits, figures, and what is left out."""

from __future__ import annotations

from typing import Any

from yifa.areas.enforcement.fine_collection import acts
from yifa.areas.enforcement.fine_collection import conditions as test
from yifa.areas.enforcement.fine_collection.figures import Money, Overdue
from yifa.areas.enforcement.fine_collection.models import FineCase as Case
from yifa.areas.enforcement.fine_collection.steps import FineSteps
from yifa.clock import days, months, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted, Span
from yifa.kernel.figures import Count, Share, Sum, Timely
from yifa.office.roles import Role

S = FineSteps
UNLAWFUL = Consequence("逾期，应当立即上缴；截留、私分或者变相私分的，依法给予处分", acts.PENALTY[79, 1].says("截留"))
SURCHARGE = Consequence("每日按罚款数额的百分之三加处罚款，不超出罚款的数额", acts.THREE_PER_CENT)


class FineCollection(FineSteps):
    """The collection of a fine."""

    since = FineSteps.since

    pay_in_time = Limit(
        "缴纳罚款", acts.FIFTEEN, days(15, acts.FIFTEEN), ref="FIN-T01",
        since=(Case.received_on,), until=(S.pay, S.approve_deferral, S.terminate, S.cancel), on_expiry=SURCHARGE,
        bound=Role.APPLICANT,
    )  # fmt: skip
    pay_by_plan = Limit(
        "按延期、分期缴纳", acts.HARDSHIP, None, since=(S.approve_deferral,), ends_on=Case.plan_ends_on,
        until=(S.pay, S.terminate, S.cancel), on_expiry=SURCHARGE, bound=Role.APPLICANT, when=test.with_plan,
    )  # fmt: skip
    hand_in_time = Limit(
        "当场收缴款交至机关", acts.HANDED, working_days(2, acts.WORKING), ref="PSM-T01", since=(Case.held_from,),
        until=(S.hand_in,), when=test.collected_here, on_expiry=UNLAWFUL, outlives=True,
    )  # fmt: skip
    remit_time = Limit(
        "机关缴付银行", acts.HANDED, working_days(2, acts.WORKING), ref="PSM-T02", since=(S.hand_in,),
        until=(S.remit,), when=test.collected_here, on_expiry=UNLAWFUL, outlives=True,
    )  # fmt: skip
    enforceable = Limit(
        "加处罚款超过三十日方可强制执行", acts.OVER_THIRTY, days(30, acts.OVER_THIRTY), ref="FIN-T03",
        since=(Case.due_on,), until=(S.hand_over,), floor=True,
        on_expiry=Consequence("经催告仍不履行的，有强制执行权的机关可以强制执行", acts.OVER_THIRTY),
        when=test.enforceable,
        excludes=(Span("复议、诉讼期间", S.stop, S.resume, acts.STANDS_STILL),),
    )  # fmt: skip
    court_after_plan = Limit(
        "延期、分期后申请法院执行", acts.AFTER_PLAN, months(3, acts.COERCION[53].says("三个月内")), ref="FIN-T04",
        since=(Case.plan_ends_on,), until=(S.hand_over, S.pay, S.terminate, S.cancel),
        on_expiry=Consequence("逾期没有正当理由的，人民法院不予受理", acts.COERCION[53]),
        when=test.court_window,
    )  # fmt: skip

    fines_opened = Count("罚款收缴", by=(S.open,), definition="期内决定书送达、建立收缴的罚没案件。")
    fines_decided = Sum(
        "应缴罚款", unit="元", of=Case.fine_amount, over=fines_opened,
        definition="期内建立收缴的案件按决定书（变更后按变更后数额）确定的罚款合计，不是实缴数。",
    )  # fmt: skip
    confiscations_decided = Sum(
        "应缴没收款", unit="元", of=Case.confiscated_amount, over=fines_opened,
        definition="期内建立收缴的案件确定的没收款合计。",
    )  # fmt: skip
    money_paid = Money(
        "实缴罚没款", by=(S.pay_part, S.pay), inputs=("amount", "confiscated"),
        definition="期内实际缴纳的罚款、加处罚款和没收款，以缴款日期计；不得与本机关的考核、经费挂钩。",
    )  # fmt: skip
    money_remitted = Money("入库罚没款", by=(S.remit,), definition="期内登记入库的金额，以入库日期计。")
    money_refunded = Money(
        "退还的罚没款",
        by=(S.refund,),
        definition="期内退还的金额（决定被撤销、变更的），以退还日期计，不从实缴中扣除。",
    )
    surcharge_waived = Money("减免的加处罚款", by=(S.waive,), definition="期内依执行协议减免的加处罚款。")
    fines_paid = Count("缴清的罚款", by=(S.pay,), definition="期内缴清的案件。")
    fines_deferred = Count("批准延期、分期", by=(S.approve_deferral,), definition="期内批准延期或者分期缴纳的案件。")
    fines_enforced = Count("移送强制执行", by=(S.hand_over,), definition="期内移送强制执行的罚款案件。")
    fines_terminated = Count("终结执行", by=(S.terminate,), definition="期内终结执行的罚款案件。")
    fines_written_off = Sum(
        "终结执行未缴的罚款", unit="元", of=Case.owed_fine, over=fines_terminated,
        definition="期内终结执行的案件终结时尚欠的罚款，不含加处罚款。",
    )  # fmt: skip
    fines_overdue = Overdue(
        "逾期未缴",
        limits=(pay_in_time, pay_by_plan),
        definition="期末已过缴纳期限（延期、分期的为其结束日）仍未缴清的案件。",
    )
    fines_ended = Timely(
        "缴款期限届满的罚款",
        limits=(pay_in_time,),
        states=(State.KEPT, State.LATE),
        definition="期内缴清、批准延期或者终结的。",
    )
    fines_in_time = Timely("按期缴纳", limits=(pay_in_time,), states=(State.KEPT,), definition="其中在十五日内的。")
    fines_in_time_rate = Share(
        "罚款按期缴纳率", numerator=fines_in_time, denominator=fines_ended,
        definition="按期缴清或者在期限内批准延期的占比。",
    )  # fmt: skip

    omitted = (
        Omitted(
            acts.FEES[9, 2].says("先缴纳罚款"), "与现行行政复议法不一致，申请复议不以缴纳罚款为条件，系统不设这一门槛。"
        ),
        Omitted(acts.FEES[6, 3], "代收罚款协议由财政部门和本机关一次签订，不是逐案办理的事项。"),
        Omitted(acts.PENALTY[74, 3].says("直接或者变相挂钩"), "禁止性规定；系统不提供以罚没数额考核的数字。"),
        Omitted(acts.COERCION[53], "没有延期、分期的，申请法院执行的期限由强制执行程序计算。"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The decision whose fine is collected."""
        return f"{record.client_title or cls.label}（罚款收缴）"
