"""The directory of major decisions (重大执法决定法制审核目录) as a register of each organ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from yifa.areas.enforcement.decision_review.acts import SYSTEM
from yifa.areas.enforcement.decision_review.models import DirectoryItem
from yifa.areas.enforcement.figures import InForce
from yifa.kernel.registers import Column, Disclosed, Problem, Register, Warned


class MajorDecisionDirectory(Register[DirectoryItem]):
    """重大执法决定法制审核目录."""

    key, label = "major_decision_directory", "重大执法决定法制审核目录"
    basis = SYSTEM
    note = "各机关按执法类别、领域、种类、数额列明应当法制审核的决定。没有目录的，按本地数额标准判断。"
    model = DirectoryItem
    columns = (
        Column(DirectoryItem.code, public=True, width=14, example="FS-001"),
        Column(DirectoryItem.name, SYSTEM, public=True, width=34, example="对单位罚没合计十万元以上的处罚"),
        Column(DirectoryItem.act_kind, SYSTEM, public=True, width=14, example="行政处罚"),
        Column(DirectoryItem.matter, public=True, width=12, example="食品"),
        Column(DirectoryItem.item_codes, public=True, width=20, listed=False),
        Column(DirectoryItem.measures, public=True, width=26),
        Column(DirectoryItem.citizen_amount, public=True, width=14, example="10000"),
        Column(DirectoryItem.organisation_amount, public=True, width=14, example="100000"),
        Column(DirectoryItem.document, SYSTEM, public=True, width=34, listed=False, example="洪市监〔2025〕3号"),
        Column(DirectoryItem.published_on, SYSTEM, public=True, listed=False, example="2025-01-20"),
        Column(DirectoryItem.effective_on, SYSTEM, public=True, example="2025-02-01"),
        Column(DirectoryItem.ended_on, public=True, listed=False),
    )
    unique = (DirectoryItem.code,)
    dated = DirectoryItem.effective_on
    future = True
    sorted_by = DirectoryItem.act_kind
    searched = (DirectoryItem.code, DirectoryItem.name, DirectoryItem.document)
    disclosed = Disclosed("重大执法决定法制审核目录", SYSTEM, Q(published_on__isnull=False))

    directory_items = InForce(
        "法制审核目录事项", unit="项", basis=SYSTEM, ended=DirectoryItem.ended_on,
        definition="期末施行的重大执法决定法制审核目录事项数。",
    )  # fmt: skip

    @classmethod
    def check(cls, entry: DirectoryItem, today: date) -> Iterable[Problem]:
        """Dates in order."""
        if entry.published_on is not None and entry.published_on > today:
            yield Problem("published_on", "公布日期", f"{entry.published_on}晚于今天{today}", "请核对日期")
        if entry.ended_on is not None and entry.ended_on < entry.effective_on:
            why = f"{entry.ended_on}早于施行日期{entry.effective_on}"
            yield Problem("ended_on", "停止执行日期", why, "请核对日期")

    @classmethod
    def doubts(cls, entry: DirectoryItem) -> Iterable[Problem]:
        """An item that covers everything, and one whose amounts are the wrong way round."""
        narrow = entry.matter or entry.item_codes or entry.measures
        amounts = entry.citizen_amount is not None or entry.organisation_amount is not None
        if not narrow and not amounts:
            why = "没有领域、种类、事项和数额，该类决定全部应当审核"
            yield Problem("name", "事项", why, "请确认，或者写明范围", SYSTEM)
        if entry.citizen_amount and entry.organisation_amount and entry.citizen_amount > entry.organisation_amount:
            yield Problem("citizen_amount", "公民数额", "大于单位数额", "请核对是否填反")

    @classmethod
    def warnings(cls, today: date, organs: Iterable[int]) -> Iterator[Warned]:
        """Items that hold but were not made public."""
        rows = DirectoryItem.objects.filter(
            Q(ended_on=None) | Q(ended_on__gt=today), withdrawn=False, organ_id__in=list(organs), published_on=None
        )
        for item in rows.order_by("effective_on", "pk").iterator(200):
            text = f"“{item}”自{item.effective_on}起施行，尚未公布。请公布。"
            yield Warned("review_directory_unpublished", text, item.organ_id, item.pk, item.effective_on, SYSTEM)
