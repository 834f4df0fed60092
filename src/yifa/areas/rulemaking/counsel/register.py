"""The registers of counsel and of their services (法律顾问聘任台账、法律顾问服务台账)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from yifa.areas.rulemaking.counsel.models import (
    Counsel,
    CounselAssessment,
    CounselKind,
    CounselService,
    Grade,
    ServiceKind,
)
from yifa.clock import days
from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.figures import Share
from yifa.kernel.registers import Column, Disclosed, EntryCount, Expiry, Problem, Register, Warned
from yifa.kernel.registers.figures import Filled
from yifa.law import Basis, act
from yifa.office.models import Organ, OrganKind

SYSTEM = Basis(act("关于推行法律顾问制度和公职律师公司律师制度的意见"))
CONSENT = act("个人信息保护法")[25]
DECISIONS = act("重大行政决策程序暂行条例")[28]

_LATER = Counsel._base_manager.filter(
    withdrawn=False,
    organ_id=OuterRef("organ_id"),
    retained_by=OuterRef("retained_by"),
    name=OuterRef("name"),
    term_start__gt=OuterRef("term_start"),
)
"""The next term of the same counsel at the same unit: then nothing needs renewing."""


@dataclass(eq=False)
class BoundOrgans(Figure):
    """The organs that ought to have counsel (应聘单位): those of the window, without dispatched bodies."""

    def rows(self, window: Window) -> QuerySet[Any]:
        """The organs."""
        free = (OrganKind.DISPATCHED, OrganKind.OTHER)
        return Organ.objects.filter(pk__in=window.organs).exclude(kind__in=free)

    def value(self, window: Window) -> Value:
        """How many."""
        return Value(Decimal(self.rows(window).count()))


class CounselTerms(Register[Counsel]):
    """法律顾问聘任台账."""

    key, label = "counsel", "法律顾问聘任台账"
    basis = SYSTEM
    note = "一个聘期登记一条；续聘另登记一条。"
    model = Counsel
    columns = (
        Column(Counsel.number, width=16, example="顾2024-01"),
        Column(Counsel.kind, SYSTEM, public=True, width=14, example="外聘法律顾问"),
        Column(Counsel.name, CONSENT, width=12),
        Column(Counsel.licence_no, width=22, listed=False),
        Column(Counsel.firm, width=24),
        Column(Counsel.retained_by, SYSTEM, public=True, width=24),
        Column(Counsel.term_start, public=True, example="2024-07-01"),
        Column(Counsel.term_end, public=True, example="2026-06-30"),
        Column(Counsel.conflict_declared, width=10, listed=False, example="是"),
    )
    unique = (Counsel.number,)
    other_keys = ((Counsel.licence_no, Counsel.retained_by, Counsel.term_start),)
    dated = Counsel.term_start
    sorted_by = Counsel.kind
    searched = (Counsel.number, Counsel.name, Counsel.firm, Counsel.retained_by)
    future = True
    disclosed = Disclosed("法律顾问聘任", SYSTEM)

    renewal = Expiry(
        "聘期届满", Counsel.term_end, days(30), SYSTEM, advice="需要续聘的请办理并登记新聘期。", done=Q(Exists(_LATER))
    )
    counsel_terms = EntryCount(
        "在聘法律顾问", indicator="counsel.count", unit="人次", standing=(Counsel.term_start, Counsel.term_end),
        definition="期末仍在聘期内的聘任条数；同时受聘几个单位的分别计。",
    )  # fmt: skip
    counsel_coverage = Share(
        "法律顾问覆盖率", basis=SYSTEM,
        numerator=Filled("", standing=(Counsel.term_start, Counsel.term_end)),
        denominator=BoundOrgans(""),
        definition="期末有有效聘期的单位数÷应聘单位数；应聘单位为统计范围内除派出机构和其他以外的机关，以台账所属机关计。",
    )  # fmt: skip

    @classmethod
    def check(cls, entry: Counsel, today: date) -> Iterable[Problem]:
        """The term must not end before it begins; a lawyer has a licence."""
        if entry.term_end < entry.term_start:
            yield Problem("term_end", "聘期止", f"{entry.term_end}早于聘期起{entry.term_start}", "请核对聘期")
        if entry.kind != CounselKind.IN_HOUSE and not entry.licence_no:
            yield Problem("licence_no", "执业证号", "没有填写", "外聘法律顾问和公职律师必须填写", SYSTEM)

    @classmethod
    def doubts(cls, entry: Counsel) -> Iterable[Problem]:
        """No declaration on conflicts of interest."""
        if not entry.conflict_declared:
            yield Problem("conflict_declared", "已作利益冲突声明", "没有利益冲突声明", "请要求顾问作出声明")


def _twin(entry: CounselService) -> CounselService | None:
    """Another entry that looks like the same service: same counsel, day and kind, a matter that both name."""
    same = CounselService._base_manager.filter(
        organ_id=entry.organ_id, counsel_id=entry.counsel_id, on=entry.on, kind=entry.kind, withdrawn=False
    ).exclude(pk=entry.pk)
    return next((other for other in same.order_by("pk") if _one_matter(entry.target, other.target)), None)


def _one_matter(one: str, other: str) -> bool:
    """Whether one names the other; the number of a case may stand behind the name."""
    return one.strip() in other or other.strip() in one


class CounselServices(Register[CounselService]):
    """法律顾问服务台账."""

    key, label = "counsel_service", "法律顾问服务台账"
    basis = SYSTEM
    note = (
        "一次服务登记一条；一次会议上出具书面意见的，会议和意见书分别登记。"
        "合法性审查中的意见由审查案件自动登记，不必再登；有误的，在审查案件中更正。"
    )
    model = CounselService
    columns = (
        Column(CounselService.number, width=18, example="顾服〔2025〕7号"),
        Column(CounselService.on, example="2025-05-20"),
        Column(CounselService.kind, SYSTEM, public=True, width=16, example="出具法律意见书"),
        Column(CounselService.counsel, lookup=Counsel.number, width=16, example="顾2024-01"),
        Column(CounselService.target, DECISIONS, width=30, example="城区供热特许经营协议"),
        Column(CounselService.hours, unit="小时", listed=False, example="2.5"),
        Column(CounselService.output, width=22, listed=False, example="法意〔2025〕7号"),
        Column(CounselService.adopted, DECISIONS, width=10, example="采纳"),
        Column(CounselService.acts_against, SYSTEM, width=12, listed=False, example="否"),
    )
    unique = (CounselService.number,)
    dated = CounselService.on
    sorted_by = CounselService.kind
    searched = (CounselService.number, CounselService.target, CounselService.output)
    disclosed = Disclosed("法律顾问服务类别", SYSTEM)

    counsel_services = EntryCount(
        "法律顾问服务", indicator="counsel.services", unit="次", basis=SYSTEM,
        definition="期间内全部服务记录数，含法律意见书、参会、接访等全部类别，各类别之和等于本数。",
    )  # fmt: skip
    counsel_opinions = EntryCount(
        "法律意见书",
        indicator="counsel.opinions",
        unit="份",
        where=Q(kind=ServiceKind.OPINION),
        definition="其中类别为出具法律意见书的。",
    )
    counsel_meetings = EntryCount(
        "法律顾问参会",
        indicator="counsel.meetings",
        unit="次",
        where=Q(kind=ServiceKind.MEETING),
        definition="其中类别为参加会议的。",
    )
    counsel_receptions = EntryCount(
        "法律顾问接访",
        indicator="counsel.petition_receptions",
        unit="次",
        where=Q(kind=ServiceKind.RECEPTION),
        definition="其中类别为参与接访的。",
    )
    counsel_contracts = EntryCount(
        "法律顾问审查合同", unit="件", where=Q(kind=ServiceKind.CONTRACT), definition="其中类别为合同审查的。"
    )

    @classmethod
    def doubts(cls, entry: CounselService) -> Iterable[Problem]:
        """Facts are recorded; that they should not have happened is said."""
        term = entry.counsel
        if not term.term_start <= entry.on <= term.term_end:
            yield Problem(
                "on", "服务日期", f"{entry.on}不在聘期内（{term.term_start}至{term.term_end}）",
                "已续聘的请先登记新聘期并改用新编号；没有续聘的，本次服务属聘期外服务", SYSTEM,
            )  # fmt: skip
        if (twin := _twin(entry)) is not None:
            yield Problem(
                "target", "事项", f"同一顾问当日的同一事项已经登记为“{twin}”",
                "合法性审查中的意见由审查案件自动登记；是同一次服务的，请撤回手工登记的一条", SYSTEM,
            )  # fmt: skip
        if entry.acts_against:
            yield Problem(
                "acts_against", "同一事项代理相对人", "存在利益冲突", "请更换顾问，并核查已出具的意见", SYSTEM
            )

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Services out of term and conflicts of interest of this and the last year."""
        recent = CounselService.objects.filter(
            withdrawn=False, organ_id__in=list(organs), on__gte=date(today.year - 1, 1, 1), on__lte=today
        ).select_related("counsel")
        outside = Q(on__lt=F("counsel__term_start")) | Q(on__gt=F("counsel__term_end"))
        for service in recent.filter(outside).order_by("on", "pk"):
            text = f"“{service}”的日期{service.on}不在顾问{service.counsel.number}的聘期内。请补登续聘或者核查。"
            yield Warned("counsel_out_of_term", text, service.organ_id, service.pk, service.on, SYSTEM)
        for service in recent.filter(acts_against=True).order_by("on", "pk"):
            text = f"“{service}”：顾问{service.counsel.number}在同一事项中代理相对人。请更换顾问并核查已出具的意见。"
            yield Warned("counsel_conflict", text, service.organ_id, service.pk, service.on, SYSTEM)


class CounselAssessments(Register[CounselAssessment]):
    """法律顾问考核台账."""

    key, label = "counsel_assessment", "法律顾问考核台账"
    basis = SYSTEM
    note = "一个聘期一个年度考核一次；服务次数由服务台账统计。"
    model = CounselAssessment
    columns = (
        Column(CounselAssessment.number, width=18, example="顾考〔2025〕1号"),
        Column(CounselAssessment.counsel, lookup=Counsel.number, width=16, example="顾2024-01"),
        Column(CounselAssessment.year, SYSTEM, width=10, example="2025"),
        Column(CounselAssessment.on, example="2026-01-15"),
        Column(CounselAssessment.grade, SYSTEM, width=10, example="合格"),
        Column(CounselAssessment.services, unit="次"),
        Column(CounselAssessment.remark, width=36, listed=False, example="同意续聘"),
    )
    unique = (CounselAssessment.number,)
    other_keys = ((CounselAssessment.counsel, CounselAssessment.year),)
    dated = CounselAssessment.on
    sorted_by = CounselAssessment.grade
    searched = (CounselAssessment.number, CounselAssessment.remark)

    counsel_assessed = EntryCount("考核法律顾问", unit="人次", definition="期内（按考核日期）考核的聘期数。")
    counsel_unfit = EntryCount(
        "考核不合格的法律顾问", unit="人次", where=Q(grade=Grade.UNFIT), definition="其中考核结果为不合格的。"
    )

    @classmethod
    def derive(cls, entry: CounselAssessment) -> None:
        """How many services the counsel gave in the year, from the book of services."""
        entry.services = CounselService._base_manager.filter(
            withdrawn=False, counsel_id=entry.counsel_id, on__year=entry.year
        ).count()

    @classmethod
    def check(cls, entry: CounselAssessment, today: date) -> Iterable[Problem]:
        """The year lies within the term and is over; who is unfit is dealt with."""
        term = entry.counsel
        if not term.term_start.year <= entry.year <= term.term_end.year:
            yield Problem(
                "year", "考核年度", f"{entry.year}年不在聘期内（{term.term_start}至{term.term_end}）", "请核对"
            )
        if entry.on.year < entry.year:
            yield Problem("on", "考核日期", f"{entry.on}早于考核年度", "请核对日期")
        if entry.grade == Grade.UNFIT and not entry.remark:
            yield Problem("remark", "评价和处理意见", "没有填写", "考核不合格的，写明处理意见")

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """From February on: counsel of the year before that nobody assessed."""
        if today.month == 1:
            return
        year = today.year - 1
        assessed = CounselAssessment._base_manager.filter(withdrawn=False, year=year).values("counsel")
        terms = Counsel.objects.filter(
            withdrawn=False,
            organ_id__in=list(organs),
            term_start__lte=date(year, 12, 31),
            term_end__gte=date(year, 1, 1),
        )
        for term in terms.exclude(pk__in=assessed).order_by("organ", "number").iterator(200):
            text = f"顾问“{term.number}”{year}年度还没有考核。请考核并登记。"
            yield Warned("counsel_unassessed", text, term.organ_id, None, None, SYSTEM)
