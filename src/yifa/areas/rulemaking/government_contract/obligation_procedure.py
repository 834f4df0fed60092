"""Limits, figures and versions of milestones and payments."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from yifa.areas.rulemaking.contract_acts import CIVIL, PAYMENT, PAYMENT_2020, SINCE_2025
from yifa.areas.rulemaking.government_contract import obligation_conditions as test
from yifa.areas.rulemaking.government_contract.choices import ObligationKind
from yifa.areas.rulemaking.government_contract.models import ObligationCase as Case
from yifa.areas.rulemaking.government_contract.obligation import ObligationSteps
from yifa.clock import Period, days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted, computed
from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation

S = ObligationSteps
PAY_INTEREST = Consequence("支付逾期利息；责令改正，拒不改正的依法处分", PAYMENT_2020[15])
PAID = Q(kind=ObligationKind.PAYMENT)


@dataclass(eq=False)
class Overdue(Figure):
    """Payments that were due within or before the window and not made by its last day (逾期尚未支付)."""

    unit: str = "件"
    limits: tuple[str, ...] = field(default=("pay_in_time", "keep_date"))

    def rows(self, window: Window) -> QuerySet[Any]:
        """The payments, each once."""
        from yifa.kernel.models import Clock

        late = Clock._base_manager.filter(
            limit__in=self.limits, due__lt=window.until, case__procedure=self.owner.key
        ).filter(Q(ended_on=None) | Q(ended_on__gt=window.until))
        rows: QuerySet[Any] = Case._default_manager.filter(
            PAID, pk__in=late.exclude(state=State.MOOT).values("case_id"), organ_id__in=window.organs
        )
        return rows


@dataclass(eq=False)
class OverdueAmount(Overdue):
    """What is owed on them, in yuan."""

    unit: str = "元"

    def value(self, window: Window) -> Value:
        """The sum of what was owed on the last day: the whole less the part payments made until then."""
        return Value(sum((one.owed_on(window.until) for one in self.rows(window)), Decimal(0)))


def until_agreed(situation: Situation) -> Period:
    """From when the milestone was set until the day agreed."""
    return days((situation.needed(Case.agreed_on) - situation.needed(Case.agreed_from)).days)


def term_2020(situation: Situation) -> Period:
    """The period of the regulation of 2020."""
    return test.statutory_term(situation, PAYMENT_2020[8, 1])


def term_2025(situation: Situation) -> Period:
    """The period of the regulation of 2025."""
    return test.statutory_term(situation, PAYMENT[9, 1])


class ContractObligation(ObligationSteps):
    """Milestones opened from 2021-01-01 on."""

    since = date(2021, 1, 1)
    fixed_by = (S.deliver, S.settle_amount, S.pay)

    keep_date = Limit(
        "约定日期", CIVIL[509, 1].says("约定"), until_agreed, since=(Case.agreed_from,), until=(S.pay, S.do, S.cancel),
        when=test.dated, on_expiry=Consequence("承担违约责任", CIVIL[577].says("违约责任")),
    )  # fmt: skip
    pay_in_time = Limit(
        "向中小企业付款", PAYMENT_2020[8, 1].says("30日", "60日"), term_2020, ref="T-GC-1",
        since=(Case.payable_from,), until=(S.pay, S.cancel), when=test.owed_to_sme, on_expiry=PAY_INTEREST,
    )  # fmt: skip
    confirm_in_time = Limit(
        "应收账款确权", PAYMENT_2020[14].says("30日"), days(30, PAYMENT_2020[14]), ref="T-GC-3",
        since=(S.ask_confirmation,), until=(S.confirm_claim,), when=test.to_sme, outlives=True,
        on_expiry=Consequence("逾期，应当立即办理", PAYMENT_2020[14]),
    )  # fmt: skip

    n_payments = Count("付清的合同款项", by=(S.pay,), where=PAID, definition="期内付清的本机关付款节点。")
    gc_overdue = Overdue(
        "逾期尚未支付的款项", definition="期末已经逾期、尚未付清的本机关付款节点，含约定日期和法定期限。"
    )
    gc_overdue_amount = OverdueAmount(
        "逾期尚未支付的金额", definition="上述节点期末尚欠的金额：应付金额减去期末以前已经支付的各笔款项。"
    )
    gc_sme_overdue = Overdue(
        "逾期尚未支付中小企业的款项", limits=("pay_in_time",), basis=PAYMENT[18, 1],
        definition="其中超过向中小企业付款期限的。",
    )  # fmt: skip
    gc_sme_overdue_amount = OverdueAmount(
        "逾期尚未支付中小企业的金额", limits=("pay_in_time",), basis=PAYMENT[18, 1],
        definition="其中超过向中小企业付款期限的金额，每年3月31日前公开的口径。",
    )  # fmt: skip
    n_paid_in_time = Timely(
        "按期向中小企业付款", limits=(pay_in_time,), states=(State.KEPT,), definition="期内在期限内付清的。"
    )
    n_paid = Timely("向中小企业付款", limits=(pay_in_time,), states=(State.KEPT, State.LATE), definition="期内付清的。")
    sme_share = Share(
        "向中小企业按期付款率", numerator=n_paid_in_time, denominator=n_paid, definition="期内按期付清的占付清的比率。"
    )

    omitted = (
        Omitted(PAYMENT[10, 1], "由起算日推算表达：约定检验、验收的自合格之日起算"),
        Omitted(PAYMENT[11], "非现金支付由承办人在起草时把握，不单独登记"),
        Omitted(PAYMENT[13, 3], "保证金退还设为履行节点办理"),
    )

    @classmethod
    def title_of(cls, record: Case) -> str:
        """The contract and what is to be done under it."""
        return f"{record.contract_title}：{record.what}"


class ContractObligation2025(ContractObligation):
    """Deliveries and settlements from 2025-06-01 on, under the regulation as revised in 2025."""

    since = SINCE_2025
    version_basis = PAYMENT[37]

    deliver = replace(S.deliver, basis=PAYMENT[9, 1].says("交付之日"))
    accept = replace(S.accept, basis=PAYMENT[10, 1].says("合格之日"))
    fail = replace(S.fail, basis=PAYMENT[10, 2])
    settle_amount = replace(S.settle_amount, basis=PAYMENT[9, 4].says("结算金额之日"))
    ask_confirmation = replace(S.ask_confirmation, basis=PAYMENT[16, 2].says("确权请求"))
    confirm_claim = replace(S.confirm_claim, basis=PAYMENT[16, 2].says("确认债权债务"), requires=(ask_confirmation,))
    contest = replace(S.contest, basis=PAYMENT[15].says("无争议部分"))
    pay = replace(
        S.pay,
        basis=(PAYMENT[9, 1].says("支付款项"), PAYMENT[14].says("内部付款流程")),
    )
    pay_interest = replace(
        S.pay_interest,
        basis=PAYMENT[17].says("逾期利息"),
        conditions=(computed(PAYMENT[17].says("万分之五"), "不少于应付的逾期利息", test.interest_enough),),
    )
    pay_in_time = replace(
        ContractObligation.pay_in_time, basis=PAYMENT[9, 1].says("30日", "60日"), period=term_2025,
        on_expiry=Consequence("支付逾期利息；责令改正，拒不改正的依法处分", PAYMENT[17]),
    )  # fmt: skip
    confirm_in_time = replace(
        ContractObligation.confirm_in_time, basis=PAYMENT[16, 2].says("30日"), period=days(30, PAYMENT[16, 2]),
        since=(ask_confirmation,), until=(confirm_claim,), on_expiry=Consequence("逾期，应当立即办理", PAYMENT[16, 2]),
    )  # fmt: skip
