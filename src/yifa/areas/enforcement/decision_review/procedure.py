"""Legal review as a procedure (重大执法决定法制审核): limits, figures, and what is left out."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.decision_review.acts import BEFORE_DECISION, INFORMATION, PENALTY, SYSTEM
from yifa.areas.enforcement.decision_review.choices import ActKind, Result
from yifa.areas.enforcement.decision_review.defaults import DEFAULTS
from yifa.areas.enforcement.decision_review.steps import DecisionReviewSteps
from yifa.clock import Period, working_days
from yifa.kernel.clocks import State
from yifa.kernel.declare import Consequence, Limit, Omitted
from yifa.kernel.figures import Count, Share, Timely
from yifa.kernel.situation import Situation

S = DecisionReviewSteps


def review_days(situation: Situation) -> Period:
    """How long a review takes, as the place or organ has it."""
    return working_days(DEFAULTS.number("review_days", situation), SYSTEM)


class DecisionReview(DecisionReviewSteps):
    """Legal review of a major enforcement decision."""

    since = DecisionReviewSteps.since
    numbered_by = (S.submit,)

    review_in_time = Limit(
        "法制审核", SYSTEM, review_days, ref="LGR-T01",
        since=(S.submit, S.supplement, S.resubmit), until=(S.opine, S.drop),
        on_expiry=Consequence("督促审核机构及时审核；逾期不视为审核通过，审核时间计入办案期限", BEFORE_DECISION),
        stops_in=(S.supplementing,), stop_basis=SYSTEM,
    )  # fmt: skip

    reviews_submitted = Count("送法制审核", by=(S.submit,), definition="期内送审的执法决定，同一决定几次送审计一件。")
    reviews = Count(
        "重大执法决定法制审核", by=(S.opine,), definition="期内出具法制审核意见书的执法决定；同一决定几次审核计一件。"
    )
    penalty_reviews = Count(
        "重大行政处罚决定法制审核", by=(S.opine,), where=Q(act_kind=ActKind.PENALTY), definition="其中拟作行政处罚的。"
    )
    licence_reviews = Count(
        "重大行政许可决定法制审核", by=(S.opine,), where=Q(act_kind=ActKind.LICENCE), definition="其中拟作行政许可的。"
    )
    coercion_reviews = Count(
        "重大行政强制决定法制审核", by=(S.opine,), where=Q(act_kind=ActKind.COERCION), definition="其中拟作行政强制的。"
    )
    other_reviews = Count(
        "其他执法决定法制审核", by=(S.opine,),
        where=Q(act_kind__in=(ActKind.LEVY, ActKind.INSPECTION, ActKind.OTHER)),
        definition="其中拟作征收征用、检查处理和其他执法决定的。",
    )  # fmt: skip
    reviews_passed = Count(
        "审核通过", by=(S.opine,), where=Q(result=Result.PASS), definition="期内出具意见书、最后结论为审核通过的。"
    )
    reviews_changed = Count(
        "修改后通过",
        by=(S.opine,),
        where=Q(result=Result.CHANGES),
        definition="期内出具意见书、最后结论为修改后通过的。",
    )
    reviews_rejected = Count(
        "审核不通过", by=(S.opine,), where=Q(result=Result.REJECT), definition="期内出具意见书、最后结论为不通过的。"
    )
    reviews_again = Count("再次送审", by=(S.resubmit,), definition="期内审核不通过或者修改较大，再次送审的。")
    reviews_ended = Timely(
        "有期限的法制审核", limits=(review_in_time,), states=(State.KEPT, State.LATE), definition="期内办结的法制审核。"
    )
    reviews_in_time = Timely(
        "按期完成的法制审核", limits=(review_in_time,), states=(State.KEPT,), definition="其中在本机关规定的期限内的。"
    )
    reviews_in_time_rate = Share(
        "法制审核按期率", numerator=reviews_in_time, denominator=reviews_ended,
        definition="按期完成的占期内办结的法制审核的比率。",
    )  # fmt: skip

    omitted = (
        Omitted(INFORMATION[16, 2].says("过程性信息"), "审核意见是内部过程性信息，可以不予公开，本程序不公开。"),
        Omitted(PENALTY[57, 2], "负责人集体讨论是所涉案件的环节。"),
    )

    @classmethod
    def title_of(cls, record: Any) -> str:
        """The decision that is reviewed."""
        return f"{record.client_title or cls.label}（法制审核）"
