"""The figures of normative documents (数字), with the same meaning as table two of the disclosure report.

In force at the end of a year = in force at the end of the year before + issued − ended, whatever the way it ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from yifa.areas.rulemaking.legality_review.choices import Conclusion
from yifa.areas.rulemaking.normative_document.choices import HowEnded, Purpose
from yifa.areas.rulemaking.normative_document.limits import Limits
from yifa.kernel.clocks import State
from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.figures import Count, Share, Sum, Timely
from yifa.kernel.models import Clock

S = Limits
FILINGS = (
    "file_superior_in_time", "file_congress_in_time", "file_government_in_time", "file_higher_in_time",
)  # fmt: skip


def _documents(figure: Figure, window: Window) -> QuerySet[Any]:
    manager: Any = figure.owner.model._default_manager
    cases: QuerySet[Any] = manager.filter(procedure=figure.owner.key, organ_id__in=window.organs)
    return cases


@dataclass(eq=False)
class InForce(Figure):
    """Documents published and not ended on the last day of the window, those not yet in effect included."""

    def rows(self, window: Window) -> QuerySet[Any]:
        """The documents."""
        until = window.until
        return _documents(self, window).filter(
            Q(ended_on=None) | Q(ended_on__gt=until),
            Q(expires_on=None) | Q(expires_on__gte=until),
            published_on__lte=until,
        )


@dataclass(eq=False)
class Ended(Figure):
    """Documents that lost their force within the window, in the ways given (all of them where none is)."""

    ways: tuple[HowEnded, ...] = ()

    def rows(self, window: Window) -> QuerySet[Any]:
        """The documents; what expired counts from the day after its last, entered by the system or not."""
        day = timedelta(days=1)
        ended = Q(ended_on__range=(window.since, window.until))
        if self.ways:
            ended &= Q(ended_how__in=[way.value for way in self.ways])
        if not self.ways or HowEnded.EXPIRED in self.ways:
            ended |= Q(ended_on=None, expires_on__range=(window.since - day, window.until - day))
        return _documents(self, window).filter(ended, published_on__isnull=False)


@dataclass(eq=False)
class Filings(Figure):
    """Documents published within the window by how their filings stand (报备): every filing of a document counts.

    Attributes:
        without: states of filing clocks that a document may not have; a clock that still runs and is not due yet
            leaves the document out of all of them.
    """

    without: tuple[State, ...] = ()

    def rows(self, window: Window) -> QuerySet[Any]:
        """The documents."""
        documents = _documents(self, window).filter(published_on__range=(window.since, window.until))
        clocks = Clock._base_manager.filter(limit__in=FILINGS, case__procedure=self.owner.key)
        pending = clocks.filter(state=State.RUNNING, due__gte=window.until)
        bad = clocks.filter(state__in=self.without).values("case_id")
        return documents.exclude(pk__in=pending.values("case_id")).exclude(pk__in=bad)


@dataclass(eq=False)
class Adopted(Sum):
    """A sum over documents of which a column may be blank."""

    def value(self, window: Window) -> Value:
        """The sum; 0 where nothing was entered."""
        return Value(super().value(window).value or Decimal(0))


class Figures(Limits, abstract=True):
    """Stages, steps, limits and figures."""

    nd_issued = Count(
        "制发规范性文件", by=(S.publish,), indicator="normative.issued",
        definition="期内公布的规范性文件（含修改、废止原文件的决定）。与政府信息公开年报表二“本年制发件数”同口径。",
    )  # fmt: skip
    nd_repealed = Ended(
        "失去效力的规范性文件",
        definition="期内废止、被替代、宣布失效、期满失效和被撤销的规范性文件。与年报表二“本年废止件数”同口径（含失效）。",
    )
    nd_abolished = Ended(
        "废止规范性文件", ways=(HowEnded.REPEALED, HowEnded.REPLACED), indicator="normative.abolished",
        definition="其中废止和被新文件替代的。",
    )  # fmt: skip
    nd_invalidated = Ended(
        "宣布失效规范性文件",
        ways=(HowEnded.INVALIDATED,),
        indicator="normative.invalidated",
        definition="其中宣布失效的。",
    )
    nd_expired = Ended("期满失效规范性文件", ways=(HowEnded.EXPIRED,), definition="其中有效期届满自动失效的。")
    nd_in_force = InForce(
        "现行有效规范性文件",
        definition="期末已经公布、没有失去效力的规范性文件（含已公布尚未施行的）：期末=期初+制发−失去效力。",
    )
    nd_amended = Count(
        "修改规范性文件", by=(S.amended,), indicator="normative.amended", definition="期内被修改的规范性文件。"
    )
    nd_stopped = Count(
        "终止制定的规范性文件", by=(S.abandon, S.turn_down), definition="期内终止制定和审议不予通过的文件草案。"
    )
    nd_printed = Count(
        "印发规范性文件", by=(S.issue,), definition="期内统一登记、编号、印发的规范性文件，未经审核而印发的也计入。"
    )
    nd_reviewed = Count(
        "经合法性审核印发", by=(S.issue,),
        where=Q(legality_result=Conclusion.LEGAL) | Q(legality_result=Conclusion.REVISE) & ~Q(cleared_text=""),
        definition="其中合法性审核结论为合法，或者应予修改而采纳情况已经核对的。",
    )  # fmt: skip
    nd_legal_review_rate = Share(
        "规范性文件合法性审核率", numerator=nd_reviewed, denominator=nd_printed, indicator="normative.review_rate",
        definition="经有效审核后印发的占印发的比率；分母是全部应审的，含未经审核而印发的。",
    )  # fmt: skip
    nd_consulted = Count(
        "公开征求意见的规范性文件", by=(S.close_consultation,), definition="期内结束公开征求意见并反馈的文件草案。"
    )
    nd_opinions = Adopted(
        "收到公众意见", unit="条", of=S.model.opinions_received, over=nd_consulted,
        definition="期内结束公开征求意见的文件草案收到的意见条数。",
    )  # fmt: skip
    nd_opinions_adopted = Adopted(
        "采纳公众意见", unit="条", of=S.model.opinions_adopted, over=nd_consulted,
        definition="其中采纳和部分采纳的条数。",
    )  # fmt: skip
    nd_opinion_adopt_rate = Share(
        "公众意见采纳率（按条）", numerator=nd_opinions_adopted, denominator=nd_opinions,
        definition="采纳和部分采纳的条数占收到意见条数的比率。",
    )  # fmt: skip
    nd_filing_due = Filings(
        "应当报备的规范性文件",
        definition="期内公布、报备期限已经届满或者已经报备的文件；有几个备案机关的，以全部报备为准。",
    )
    nd_filed = Filings(
        "已经报备的规范性文件", without=(State.RUNNING,), indicator="normative.filed",
        definition="其中向全部备案机关报送的。",
    )  # fmt: skip
    nd_filed_in_time = Filings(
        "按期报备的规范性文件", without=(State.RUNNING, State.LATE), definition="其中全部按期报送的。"
    )
    nd_filing_rate = Share(
        "报备率", numerator=nd_filed, denominator=nd_filing_due, definition="已经报备的占应当报备的比率。"
    )
    nd_filing_timely_rate = Share(
        "报备及时率", numerator=nd_filed_in_time, denominator=nd_filing_due, definition="按期报备的占应当报备的比率。"
    )
    nd_filed_properly = Count(
        "一次报备合格的规范性文件", by=(S.publish,),
        where=Q(filing_returned=False) & (
            Q(filed_superior_on__isnull=False) | Q(filed_government_on__isnull=False) | Q(filed_higher_on__isnull=False)
        ),
        definition="期内公布、已经报备，报备材料没有被退回补正的文件。",
    )  # fmt: skip
    nd_filed_any = Count(
        "报送过备案的规范性文件", by=(S.publish,),
        where=Q(filed_superior_on__isnull=False) | Q(filed_government_on__isnull=False)
        | Q(filed_higher_on__isnull=False),
        definition="期内公布、已经向上一级人民政府、县级人民政府或者上级主管部门报送备案的文件。",
    )  # fmt: skip
    nd_filing_norm_rate = Share(
        "报备规范率", numerator=nd_filed_properly, denominator=nd_filed_any,
        definition="一次报备合格的占已经报送备案的比率。",
    )  # fmt: skip
    nd_questioned = Count("备案审查要求纠正", by=(S.filing_questioned,), definition="期内收到备案审查纠正意见的文件。")
    nd_replies = Timely(
        "按期答复法院、复议机关", limits=(S.answer_reconsideration, S.answer_transfer, S.answer_advice),
        states=(State.KEPT,), definition="期内按期答复复议机构书面通知、转送和司法建议的文件。",
    )  # fmt: skip
    nd_repeal_drafts = Count(
        "修改、替代、废止原文件的文件", by=(S.publish,), where=~Q(purpose__in=("", Purpose.NEW)),
        definition="期内公布的修改、替代、废止原文件的文件。",
    )  # fmt: skip
