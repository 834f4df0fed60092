"""Law study sessions (学法活动)."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models

from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.personal import Mask, personal


class StudyKind(models.TextChoices):
    """In what form it was held."""

    CENTER_GROUP = "center_group", "中心组学法"
    PRE_MEETING = "pre_meeting", "会前学法"
    LECTURE = "lecture", "专题讲座"
    PARTY_SCHOOL = "party_school", "党校课程"
    COURT = "court", "旁听庭审"
    EXAM = "exam", "网络考试"


class StudySession(Entry):
    """One session (学法活动); an examination is one too."""

    number = models.CharField("编号", max_length=40, help_text="本机关内不重复，例如 学〔2025〕3号。")
    on = models.DateField("日期", help_text="学习或者考试当天；考试持续几天的写最后一天。")
    kind = models.CharField("形式", max_length=20, choices=StudyKind, help_text="一次会议只登记一条。")
    topics = models.JSONField(
        "学习主题", default=list, help_text="一次学习几个主题的全部列出；次数计1次，主题数分别计。"
    )
    topic_count = models.PositiveIntegerField("主题数", default=0, editable=False)
    law_refs = models.JSONField("学习的法律法规", default=list, blank=True, help_text="写全称或者通用简称。")
    lecturer = models.CharField("主讲人", max_length=100, blank=True, help_text="姓名和职务。")
    people = models.PositiveIntegerField("参加人数", null=True, blank=True, help_text="实际到场或者在线参加的人数。")
    hours = models.DecimalField(
        "学时", max_digits=6, decimal_places=1, null=True, blank=True,
        validators=[MaxValueValidator(1000, "学时过大，请核对")], help_text="每人学时，最多一位小数。",
    )  # fmt: skip
    meeting = models.CharField(
        "会议编号", max_length=60, blank=True, help_text="会前学法所在的会议，例如 政府常务会议〔2026〕5号。"
    )
    materials = models.CharField("材料", max_length=200, blank=True, help_text="学习材料、记录的档号。")
    attendees = personal(
        models.JSONField("参加人员", default=list, blank=True, help_text="姓名，仅供内部学法档案使用，不公开。"),
        Mask.NAME,
        "学法档案",
    )
    exam_expected = models.PositiveIntegerField("应考人数", null=True, blank=True, help_text="考试必填。")
    exam_taken = models.PositiveIntegerField("参考人数", null=True, blank=True, help_text="考试必填。")
    exam_passed = models.PositiveIntegerField("合格人数", null=True, blank=True, help_text="考试必填。")
    exam_scores = personal(
        models.TextField("考试成绩", blank=True, help_text="每人成绩或者成绩册档号，仅供内部使用，不公开。"),
        Mask.TEXT,
        "个人考试成绩",
    )

    class Meta:
        verbose_name = "学法活动"
        verbose_name_plural = "学法活动"
        constraints: ClassVar = [key_constraint("number", name="study_number")]
        indexes: ClassVar = list_indexes("on", "study")

    def __str__(self) -> str:
        return f"{self.number} {'、'.join(self.topics)}"
