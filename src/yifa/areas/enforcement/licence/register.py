"""The register of guides to licences (许可办事指南): which items, on which conditions and papers, in how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.bases import basis_doubts
from yifa.areas.enforcement.figures import InForce
from yifa.areas.enforcement.licence.acts import COMMITMENT, LICENCE, LISTED, PUBLISHED
from yifa.areas.enforcement.licence.item import LicenceGuide
from yifa.areas.enforcement.licence.special_days import days_fault
from yifa.kernel.registers import Column, Disclosed, Problem, Register, Warned

__all__ = ["LicenceGuides"]

POSTED = LICENCE[30, 1].says("在办公场所公示")


class LicenceGuides(Register[LicenceGuide]):
    """行政许可办事指南."""

    key, label = "licence_guide", "行政许可办事指南"
    basis = POSTED
    note = "一个事项一条。受理时按本清单核对：没有公布或者已经取消的事项不得受理；材料目录之外的材料不得要求提交。"
    model = LicenceGuide
    columns = (
        Column(LicenceGuide.item_code, LISTED, public=True, width=18, example="130999-XK-001"),
        Column(LicenceGuide.name, POSTED, public=True, width=30, example="食品经营许可"),
        Column(LicenceGuide.kind, LICENCE[12], public=True, width=8, example="普通"),
        Column(LicenceGuide.matter, public=True, width=8, example="食品"),
        Column(LicenceGuide.legal_basis, POSTED, public=True, width=34, example="《食品安全法》第三十五条"),
        Column(LicenceGuide.conditions, POSTED, public=True, width=40, listed=False, example="有相适应的经营场所"),
        Column(LicenceGuide.materials, POSTED, public=True, width=40, listed=False, example="申请书、营业执照"),
        Column(LicenceGuide.decide_days, LICENCE[42, 1], public=True, width=10, example="20"),
        Column(LicenceGuide.days_basis, LICENCE[42, 1].says("法律、法规另有规定"), public=True, listed=False),
        Column(LicenceGuide.quota, LICENCE[57], public=True, width=10, listed=False),
        Column(LicenceGuide.safety, LICENCE[78], public=True, width=10, listed=False, example="是"),
        Column(LicenceGuide.hearing, LICENCE[46], public=True, width=10, listed=False, example="否"),
        Column(LicenceGuide.commitment, COMMITMENT, public=True, width=10, listed=False, example="否"),
        Column(LicenceGuide.legal_review, public=True, width=10, listed=False, example="否"),
        Column(LicenceGuide.validity_months, public=True, width=10, listed=False, example="60"),
        Column(LicenceGuide.renewal_days, LICENCE[50, 1], public=True, width=10, listed=False, example="30"),
        Column(LicenceGuide.listed_on, POSTED, public=True, example="2025-01-02"),
        Column(LicenceGuide.published_on, PUBLISHED, public=True, example="2025-01-06"),
        Column(LicenceGuide.ended_on, public=True),
    )
    unique = (LicenceGuide.item_code,)
    dated = LicenceGuide.listed_on
    sorted_by = LicenceGuide.kind
    searched = (LicenceGuide.name, LicenceGuide.item_code)
    disclosed = Disclosed("行政许可办事指南", POSTED, Q(published_on__isnull=False))

    licence_guides = InForce(
        "办事指南中的许可事项", unit="项", since=LicenceGuide.published_on, ended=LicenceGuide.ended_on,
        definition="期末已公布、没有取消的许可事项数；事项总数以行政许可事项清单为准。",
    )  # fmt: skip

    @classmethod
    def check(cls, entry: LicenceGuide, today: date) -> Iterable[Problem]:
        """A basis, conditions and materials are there; other days than twenty rest on a law or regulation."""
        if not entry.legal_basis:
            yield Problem("legal_basis", "设定依据", "没有填写", "没有设定依据的不得实施许可", LISTED)
        if not entry.materials:
            yield Problem("materials", "申请材料", "没有填写", "列明需要提交的全部材料", POSTED)
        fault = days_fault(entry.decide_days, entry.days_basis, today)
        if fault:
            yield Problem("days_basis", "另有规定的依据", fault, "写明法律、法规的条款", LICENCE[42, 1])
        if entry.published_on is not None and entry.ended_on is not None and entry.ended_on < entry.published_on:
            yield Problem("ended_on", "取消日期", f"早于公布日期{entry.published_on}", "请核对日期")

    @classmethod
    def doubts(cls, entry: LicenceGuide) -> Iterable[Problem]:
        """Bases that do not stand."""
        yield from basis_doubts("legal_basis", "设定依据", entry.legal_basis, entry.published_on or date.max)

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Items that are not published."""
        rows = LicenceGuide.objects.filter(withdrawn=False, organ_id__in=list(organs), published_on=None, ended_on=None)
        for item in rows.order_by("item_code", "pk").iterator(200):
            text = f"许可事项“{item}”尚未公布，不得作为实施许可的依据。请公布。"
            yield Warned("licence_guide_unpublished", text, item.organ_id, item.pk, None, PUBLISHED)
