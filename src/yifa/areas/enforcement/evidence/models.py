"""Evidence of older cases, and the lines drawn from all cases (旧案证据、证据行)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from yifa.areas.enforcement.common.keeping import DerivedRow
from yifa.areas.enforcement.evidence.kinds import Disposal, EvidenceKind, Form
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.personal import Mask, personal


class PastEvidence(Entry):
    """One piece of evidence of a case that the system does not have (旧案证据)."""

    number = models.CharField("证据编号", max_length=60, help_text="本机关内不重复，例如 2023-15-03。")
    case_number = models.CharField("案号", max_length=60, help_text="立案号或者处罚决定书文号。")
    name = models.CharField("证据", max_length=200, help_text="名称、数量，与证据清单一致。")
    kind = models.CharField("种类", max_length=12, choices=EvidenceKind, help_text="行政处罚法第四十六条的八种。")
    obtained_on = models.DateField("取得日期", help_text="取得、提取的日期。")
    source = personal(
        models.CharField("来源、提供人", max_length=100, blank=True, help_text="从谁那里、从哪里取得。"),
        Mask.NAME, "可能是自然人",
    )  # fmt: skip
    collector = models.CharField("取证人员", max_length=100, blank=True, help_text="姓名或者执法证件编号。")
    place = personal(
        models.CharField("取证地点", max_length=200, blank=True, help_text="不详的留空。"), Mask.ADDRESS, "可能是住址"
    )
    form = models.CharField("原件", max_length=10, choices=Form, blank=True, help_text="不详的留空。")
    digest_value = models.CharField(
        "电子数据校验值", max_length=200, blank=True, help_text="SM3、SHA-256 等，没有的留空。"
    )
    custody = models.CharField("保管地点", max_length=200, blank=True, help_text="由本机关保管的物品填写。")
    preserved = models.BooleanField("先行登记保存", default=False, help_text="经批准先行登记保存的选是。")
    disposal = models.CharField("去向", max_length=12, choices=Disposal, blank=True, help_text="仍在保管的留空。")
    disposed_on = models.DateField("处理日期", null=True, blank=True, help_text="仍在保管的留空。")
    receiver = personal(
        models.CharField("接收人", max_length=100, blank=True, help_text="返还、移送的填写。"),
        Mask.NAME,
        "可能是自然人",
    )

    class Meta:
        verbose_name = "旧案证据"
        verbose_name_plural = "旧案证据"
        constraints: ClassVar = [key_constraint("number", name="past_evidence_number")]
        indexes: ClassVar = list_indexes("obtained_on", "past_evidence")

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class EvidenceLine(DerivedRow):
    """One piece of evidence as the list over all cases shows it (证据行).

    Attributes:
        on: the day it was obtained; where nobody wrote it, the day the case came into the books.
        held: whether the organ still keeps it.
        preserved: registered and preserved in advance (先行登记保存), to be decided on in seven working days.
        note: what the decision on it was, in words.
    """

    position = models.PositiveIntegerField("序号", default=0)
    name = models.CharField("证据", max_length=300)
    kind = models.CharField("种类", max_length=12, choices=EvidenceKind, blank=True)
    on = models.DateField("取得日期")
    dated = models.BooleanField("写明取得日期", default=True)
    source = personal(models.CharField("来源、提供人", max_length=200, blank=True), Mask.NAME, "可能是自然人")
    collector = models.CharField("取证人员", max_length=200, blank=True)
    place = personal(models.CharField("取证地点", max_length=300, blank=True), Mask.ADDRESS, "可能是住址")
    form = models.CharField("原件", max_length=10, choices=Form, blank=True)
    digest = models.CharField("电子数据校验值", max_length=200, blank=True)
    custody = models.CharField("保管地点", max_length=300, blank=True)
    preserved = models.BooleanField("先行登记保存", default=False)
    held = models.BooleanField("仍在保管", default=False)
    disposal = models.CharField("去向", max_length=12, choices=Disposal, blank=True)
    disposed_on = models.DateField("处理日期", null=True)
    receiver = personal(models.CharField("接收人", max_length=200, blank=True), Mask.NAME, "可能是自然人")
    note = models.CharField("说明", max_length=300, blank=True)

    class Meta:
        verbose_name = "证据行"
        verbose_name_plural = "证据行"
        indexes: ClassVar = [
            models.Index(fields=["organ", "-on", "-id"], name="evidence_by_organ"),
            models.Index(fields=["-on", "-id"], name="evidence_by_day"),
            models.Index(fields=["-on", "-id"], name="evidence_held", condition=Q(held=True)),
            models.Index(fields=["register", "entry"], name="evidence_by_entry"),
        ]

    def __str__(self) -> str:
        return self.name
