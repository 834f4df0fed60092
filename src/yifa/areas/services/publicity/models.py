"""Law publicity activities (普法活动)."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models

from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.personal import Mask, personal

_AT_MOST = MaxValueValidator(100_000_000, "数字过大，请核对单位")


class ActivityKind(models.TextChoices):
    """What kind of activity it is."""

    ORGANS = "organs", "法律进机关"
    VILLAGES = "villages", "法律进乡村"
    COMMUNITIES = "communities", "法律进社区"
    SCHOOLS = "schools", "法律进学校"
    ENTERPRISES = "enterprises", "法律进企业"
    UNITS = "units", "法律进单位"
    CONSTITUTION_WEEK = "constitution_week", "宪法宣传周"
    CIVIL_CODE_MONTH = "civil_code_month", "民法典宣传月"
    NATIONAL_SECURITY_DAY = "national_security_day", "4·15全民国家安全教育日"
    ANTI_DRUG_DAY = "anti_drug_day", "6·26国际禁毒日"
    CONSUMER_DAY = "consumer_day", "3·15消费者权益日"
    CASE_TEACHING = "case_teaching", "以案释法"
    OTHER = "other", "其他"


class Activity(Entry):
    """One activity (普法活动)."""

    number = models.CharField("活动编号", max_length=40, help_text="本机关内不重复，例如 普〔2025〕12号。")
    on = models.DateField("活动日期", help_text="举办当天；持续几天的写第一天。")
    theme = models.CharField("主题", max_length=200, help_text="活动名称或者宣传主题。")
    kind = models.CharField("类型", max_length=30, choices=ActivityKind, help_text="按主要宣传对象或者时间节点选一项。")
    place = models.CharField("地点", max_length=200, help_text="举办地点；网上活动写平台名称。")
    organizer = models.CharField("主办单位", max_length=200, help_text="多个单位用、隔开，牵头的写在最前。")
    people = models.PositiveIntegerField(
        "受众人次", null=True, blank=True, validators=[_AT_MOST],
        help_text="累计人次，可以大于常住人口；没有统计的留空，不写0。",
    )  # fmt: skip
    materials = models.PositiveIntegerField(
        "发放资料", null=True, blank=True, validators=[_AT_MOST], help_text="宣传册、单页等的份数。"
    )
    banners = models.PositiveIntegerField(
        "横幅展板", null=True, blank=True, validators=[_AT_MOST], help_text="悬挂横幅、摆放展板的条（块）数。"
    )
    lectures = models.PositiveIntegerField(
        "法治讲座", null=True, blank=True, validators=[_AT_MOST], help_text="其中举办讲座的场数。"
    )
    media_items = models.PositiveIntegerField(
        "媒体宣传", null=True, blank=True, validators=[_AT_MOST], help_text="报刊、广播电视、新媒体发布的条数。"
    )
    duty = models.CharField("对应普法责任", max_length=200, blank=True, help_text="本单位年度普法责任清单中的事项。")
    photos = personal(
        models.CharField("照片档号", max_length=200, blank=True, help_text="活动照片存放的档号；照片含肖像，不公开。"),
        Mask.TEXT,
        "照片含个人肖像",
    )

    class Meta:
        verbose_name = "普法活动"
        verbose_name_plural = "普法活动"
        constraints: ClassVar = [key_constraint("number", name="activity_number")]
        indexes: ClassVar = list_indexes("on", "activity")

    def __str__(self) -> str:
        return f"{self.number} {self.theme}"
