"""Counsel and their services (法律顾问、公职律师及其服务)."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.personal import Mask, personal


class CounselKind(models.TextChoices):
    """What kind of counsel."""

    EXTERNAL = "external", "外聘法律顾问"
    CIVIL_SERVANT = "civil_servant_lawyer", "公职律师"
    IN_HOUSE = "in_house", "内部法律顾问"


class Counsel(Entry):
    """One term of one counsel at one unit (聘任); a renewal is a new entry."""

    number = models.CharField("顾问编号", max_length=40, help_text="本机关内不重复；服务记录按它对应。")
    kind = models.CharField("类别", max_length=24, choices=CounselKind, help_text="外聘、公职律师或者单位内部人员。")
    name = personal(
        models.CharField("姓名", max_length=50, help_text="公开姓名须经本人同意，系统不公开。"),
        Mask.NAME,
        "顾问个人信息",
    )
    licence_no = personal(
        models.CharField(
            "执业证号", max_length=40, blank=True, help_text="律师执业证或者公职律师证号；内部人员没有的留空。"
        ),
        Mask.ID_NUMBER,
        "顾问个人信息",
    )
    firm = models.CharField("所在单位", max_length=100, blank=True, help_text="律师事务所或者所在机关。")
    retained_by = models.CharField("聘任单位", max_length=100, help_text="全称；同时受聘几个单位的，每个单位登记一条。")
    term_start = models.DateField("聘期起", help_text="聘期的第一天。")
    term_end = models.DateField("聘期止", help_text="聘期的最后一天。")
    conflict_declared = models.BooleanField("已作利益冲突声明", default=False, help_text="聘任时是否作出声明。")

    class Meta:
        verbose_name = "法律顾问聘任"
        verbose_name_plural = "法律顾问聘任"
        constraints: ClassVar = [
            key_constraint("number", name="counsel_number"),
            models.UniqueConstraint(
                fields=["organ", "licence_no", "retained_by", "term_start"],
                condition=Q(withdrawn=False) & ~Q(licence_no=""),
                name="counsel_term",
            ),
        ]
        indexes: ClassVar = [
            *list_indexes("term_start", "counsel"),
            models.Index(fields=["organ", "term_end"], name="counsel_by_end"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.retained_by}"


class ServiceKind(models.TextChoices):
    """What the counsel did."""

    OPINION = "opinion_letter", "出具法律意见书"
    MEETING = "meeting", "参加会议"
    CONTRACT = "contract_review", "合同审查"
    DECISION = "decision_review", "决策审查"
    RECEPTION = "petition_reception", "参与接访"
    LITIGATION = "litigation_support", "协助诉讼复议"
    TRAINING = "training", "培训授课"
    ENQUIRY = "enquiry", "解答咨询"


class Adoption(models.TextChoices):
    """What became of the advice."""

    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    REJECTED = "rejected", "未采纳"
    NOT_APPLICABLE = "not_applicable", "不适用"


class CounselService(Entry):
    """One service (服务记录)."""

    number = models.CharField("服务编号", max_length=40, help_text="本机关内不重复，例如 顾服〔2025〕7号。")
    counsel = models.ForeignKey(
        Counsel, models.PROTECT, verbose_name="顾问编号", related_name="services", help_text="聘任台账中的顾问编号。"
    )
    kind = models.CharField("服务类别", max_length=24, choices=ServiceKind, help_text="按主要内容选一项。")
    on = models.DateField("服务日期", help_text="出具意见、参会等的当天。")
    target = models.CharField("事项", max_length=200, help_text="案件、合同、决策或者会议的名称和编号。")
    hours = models.DecimalField(
        "时长", max_digits=6, decimal_places=1, null=True, blank=True,
        validators=[MaxValueValidator(1000, "时长过大，请核对")], help_text="最多一位小数。",
    )  # fmt: skip
    output = models.CharField("成果", max_length=200, blank=True, help_text="意见书等的文号或者档号。")
    adopted = models.CharField(
        "采纳情况", max_length=16, choices=Adoption, blank=True, help_text="没有意见可采纳的选不适用。"
    )
    acts_against = models.BooleanField(
        "同一事项代理相对人", default=False, help_text="该顾问在同一案件、事项中是否同时代理相对人。"
    )

    class Meta:
        verbose_name = "法律顾问服务"
        verbose_name_plural = "法律顾问服务"
        constraints: ClassVar = [key_constraint("number", name="service_number")]
        indexes: ClassVar = list_indexes("on", "service")

    def __str__(self) -> str:
        return f"{self.number} {self.target}"


class Grade(models.TextChoices):
    """What a year's assessment came to."""

    GOOD = "good", "优秀"
    FIT = "fit", "合格"
    UNFIT = "unfit", "不合格"


class CounselAssessment(Entry):
    """The assessment of one counsel for one year (年度考核)."""

    number = models.CharField("考核编号", max_length=40, help_text="本机关内不重复，例如 顾考〔2025〕1号。")
    counsel = models.ForeignKey(
        Counsel, models.PROTECT, verbose_name="顾问编号", related_name="assessments", help_text="聘任台账中的顾问编号。"
    )
    year = models.PositiveIntegerField(
        "考核年度", validators=[MaxValueValidator(2100, "年度过大，请核对")], help_text="被考核的年度，例如 2025。"
    )
    on = models.DateField("考核日期", help_text="作出考核结果的日期。")
    grade = models.CharField("考核结果", max_length=8, choices=Grade, help_text="不合格的，写明处理意见。")
    services = models.PositiveIntegerField(
        "考核年度服务次数", null=True, editable=False, help_text="由服务台账统计，不必填写。"
    )
    remark = models.CharField("评价和处理意见", max_length=300, blank=True, help_text="续聘、解聘等意见。")

    class Meta:
        verbose_name = "法律顾问考核"
        verbose_name_plural = "法律顾问考核"
        constraints: ClassVar = [
            key_constraint("number", name="assessment_number"),
            key_constraint("counsel", "year", name="assessment_year"),
        ]
        indexes: ClassVar = list_indexes("on", "assessment")

    def __str__(self) -> str:
        return f"{self.number} {self.year}年度"
