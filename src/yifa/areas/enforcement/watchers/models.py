"""Volunteer supervisors and contact points (行政执法监督员、监督联系点): who outside government watches enforcement."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.codes import validate_credit_code
from yifa.office.personal import Mask, personal


class WatcherKind(models.TextChoices):
    """Whence a volunteer comes."""

    DEPUTY = "deputy", "人大代表、政协委员"
    ENTERPRISE = "enterprise", "企业、商会人士"
    LAWYER = "lawyer", "律师、法学专家"
    MEDIA = "media", "新闻工作者"
    RESIDENT = "resident", "村居群众"
    OTHER = "other", "其他"


class Watcher(Entry):
    """Somebody invited to watch enforcement for a term (特邀行政执法监督员); has no power to enforce."""

    number = models.CharField("聘书编号", max_length=40, help_text="本机关内不重复。")
    name = personal(models.CharField("姓名", max_length=50, help_text="聘书上的姓名。"), Mask.NAME, "自然人姓名")
    kind = models.CharField("来源", max_length=12, choices=WatcherKind, help_text="按推荐渠道选一项。")
    unit = models.CharField("单位或者村居", max_length=100, blank=True, help_text="没有的留空。")
    phone = personal(
        models.CharField("联系电话", max_length=30, blank=True, help_text="没有的留空。"), Mask.PHONE, "自然人电话"
    )
    agreed = models.BooleanField("同意公布姓名", default=False, help_text="本人书面同意公布姓名的选是。")
    since = models.DateField("聘任日期", help_text="聘期的第一天。")
    until = models.DateField("聘期至", help_text="聘期的最后一天，这一天仍在任。")
    ended_on = models.DateField("解聘日期", null=True, blank=True, help_text="提前解聘的填写；没有的留空。")

    class Meta:
        verbose_name = "行政执法监督员"
        verbose_name_plural = "行政执法监督员"
        constraints: ClassVar = [key_constraint("number", name="watcher_number")]
        indexes: ClassVar = list_indexes("since", "watcher")

    def __str__(self) -> str:
        return self.number


class PointKind(models.TextChoices):
    """Where a contact point is."""

    ENTERPRISE = "enterprise", "企业"
    ASSOCIATION = "association", "商会、行业协会"
    PARK = "park", "园区"
    VILLAGE = "village", "村（社区）"
    LAW_FIRM = "law_firm", "律师事务所"
    OTHER = "other", "其他"


class ContactPoint(Entry):
    """A place that passes on what enterprises and people say of enforcement (行政执法监督联系点)."""

    number = models.CharField("联系点编号", max_length=40, help_text="本机关内不重复。")
    name = models.CharField("联系点", max_length=100, help_text="单位全称或者村（社区）名称。")
    kind = models.CharField("类型", max_length=12, choices=PointKind, help_text="按设立的地方选一项。")
    credit_code = models.CharField(
        "统一社会信用代码", max_length=18, blank=True, validators=[validate_credit_code], help_text="18位，没有的留空。"
    )
    township = models.CharField("所在乡镇街道", max_length=60, help_text="例如 柳林镇。")
    contact = personal(
        models.CharField("联络员", max_length=50, blank=True, help_text="没有的留空。"), Mask.NAME, "自然人姓名"
    )
    phone = personal(
        models.CharField("联系电话", max_length=30, blank=True, help_text="没有的留空。"), Mask.PHONE, "自然人电话"
    )
    since = models.DateField("设立日期", help_text="设立联系点的日期。")
    ended_on = models.DateField("撤销日期", null=True, blank=True, help_text="撤销的填写，自这一天起不再是联系点。")

    class Meta:
        verbose_name = "行政执法监督联系点"
        verbose_name_plural = "行政执法监督联系点"
        constraints: ClassVar = [key_constraint("number", name="contact_point_number")]
        indexes: ClassVar = list_indexes("since", "contact_point")

    def __str__(self) -> str:
        return self.name
