"""The rows of dossier review: the batch, each dossier that was drawn, and the register of results."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from yifa.areas.enforcement.dossier_review import choices as c
from yifa.areas.enforcement.dossier_review import columns
from yifa.areas.enforcement.dossier_review.results import result_lines
from yifa.areas.enforcement.dossier_review.sheet import lost, lower, sheet_for
from yifa.kernel.fields import RowsField
from yifa.kernel.models import Case
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.kernel.veils import Veil
from yifa.office.models import Organ


class DossierReviewCase(Case):
    """One round of reviewing dossiers, at the supervision body (案卷评查批次)."""

    title_text = models.CharField("评查名称", max_length=100, blank=True)
    period_from = models.DateField("案卷办结日期起", null=True, blank=True)
    period_to = models.DateField("案卷办结日期止", null=True, blank=True)
    bodies = RowsField("被评查机关", columns=columns.BODIES)
    per_stratum = models.PositiveSmallIntegerField(
        "每机关每种案卷抽取数", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(200)],
        help_text="不足的全部评查。",
    )  # fmt: skip
    rectify_days = models.PositiveSmallIntegerField(
        "整改天数", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(366)],
        help_text="由评查方案确定；一般为30日。",
    )  # fmt: skip
    plan_text = models.TextField("方案和标准", blank=True, help_text="评查重点、方法、评分标准；以适当方式公开。")
    public_source = models.CharField("公开数值来源", max_length=200, blank=True, help_text="例如某期福利彩票开奖号码。")

    frame = RowsField("案卷目录", columns=columns.FRAME, help_text="留空的，由系统按机关和日期汇总；纸质案卷在此补充。")
    secret_digest = models.CharField(
        "密值摘要", max_length=64, blank=True, help_text="由 yifa dossier-draw secret 生成。"
    )
    commitment = models.CharField("抽取承诺", max_length=64, blank=True, help_text="由系统计算，抽取前公布。")
    frozen_on = models.DateField("目录锁定日", null=True, blank=True)
    secret = models.CharField("密值", max_length=80, blank=True, help_text="抽取时填写并公布。")
    public_value = models.CharField("公开数值", max_length=80, blank=True)
    sample = RowsField("抽中案卷", columns=columns.SAMPLE)
    drawn_on = models.DateField("抽取日", null=True, blank=True)
    fed_back_on = models.DateField("反馈日", null=True, blank=True)
    summary = models.TextField("评查情况", blank=True)

    class Meta:
        verbose_name = "案卷评查"
        verbose_name_plural = "案卷评查"

    @property
    def result_rows(self) -> list[dict[str, str]]:
        """The result of each body as text, for the circular."""
        return result_lines(self)


class DossierScoreCase(Case):
    """One dossier that was drawn, at the supervision body (被评查案卷)."""

    batch = models.ForeignKey(
        DossierReviewCase, models.PROTECT, verbose_name="评查批次", related_name="dossiers", null=True, blank=True
    )
    dossier_code = models.CharField("案卷编号", max_length=80, blank=True)
    kind = models.CharField("案卷种类", max_length=12, choices=c.FileKind, blank=True)
    body = models.ForeignKey(Organ, models.PROTECT, verbose_name="被评查机关", related_name="+", null=True, blank=True)
    body_name = models.CharField("被评查机关名称", max_length=100, blank=True)
    target_case = models.ForeignKey(
        Case, models.PROTECT, verbose_name="被评查案件", related_name="+", null=True, blank=True
    )
    rectify_days = models.PositiveSmallIntegerField("整改天数", null=True, blank=True)

    first_scores = RowsField("第一评查员评分", columns=columns.SCORES)
    first_vetoes = models.JSONField("第一评查员认定的否决项", default=list, blank=True)
    second_scores = RowsField("第二评查员评分", columns=columns.SCORES)
    second_vetoes = models.JSONField("第二评查员认定的否决项", default=list, blank=True)
    agreed_scores = RowsField("会商、复核后的评分", columns=columns.SCORES)
    agreed_vetoes = models.JSONField("会商、复核后的否决项", default=list, blank=True)
    agreed_why = models.TextField("会商、复核的理由", blank=True)
    points = models.DecimalField("得分", max_digits=5, decimal_places=1, null=True, blank=True)
    vetoed = models.BooleanField("有否决项", default=False)
    grade = models.CharField("等次", max_length=10, choices=c.Grade, blank=True)
    problems = models.JSONField("发现的问题", default=list, blank=True)
    fed_back_on = models.DateField("反馈日", null=True, blank=True)
    objection = models.TextField("异议和理由", blank=True)
    recheck = models.CharField("复核结果", max_length=10, choices=c.Recheck, blank=True)
    rectification = models.TextField("整改情况", blank=True)

    class Meta:
        verbose_name = "被评查案卷"
        verbose_name_plural = "被评查案卷"
        indexes: ClassVar = [models.Index(fields=["batch", "body", "kind"], name="dossier_by_batch")]

    veils: ClassVar = (
        Veil(
            ("first_scores", "first_vetoes"), "score_first", "score_second",
            told="已经提交，第二评查员提交评分以后可见", settled="两名评查员都已提交，不再更正；需要调整的，会商评分",
        ),
        Veil(
            ("second_scores", "second_vetoes"), "score_second", "score_second",
            told="", settled="两名评查员都已提交，不再更正；需要调整的，会商评分",
        ),
    )  # fmt: skip

    @property
    def body_label(self) -> str:
        """The name of the reviewed body."""
        return self.body.name if self.body else self.body_name

    @property
    def lost_lines(self) -> list[str]:
        """What cost points in the sheet that counts, as lines."""
        rows = self.agreed_scores or lower(self.first_scores, self.second_scores)
        return lost(sheet_for(self.kind), rows)


class ReviewedDossier(Entry):
    """One line of the register of results (案卷评查结果)."""

    number = models.CharField("评查编号", max_length=60, help_text="本机关内不重复。")
    review = models.CharField("评查名称", max_length=100, help_text="评查批次的名称。")
    body = models.CharField("被评查机关", max_length=100, help_text="机关全称。")
    kind = models.CharField("案卷种类", max_length=12, choices=c.FileKind, help_text="按案卷选一项。")
    dossier_code = models.CharField("案卷编号", max_length=80, help_text="案件文号。")
    case = models.ForeignKey(
        Case, models.PROTECT, verbose_name="被评查案件", related_name="+", null=True, blank=True,
        help_text="系统内的案件填写案号；纸质案卷留空。",
    )  # fmt: skip
    first = models.DecimalField(
        "第一评查员总分", max_digits=5, decimal_places=1, validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text="0至100。",
    )  # fmt: skip
    second = models.DecimalField(
        "第二评查员总分", max_digits=5, decimal_places=1, validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text="0至100。",
    )  # fmt: skip
    points = models.DecimalField(
        "得分", max_digits=5, decimal_places=1, validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text="会商、复核后的得分；没有会商的为两人平均分。",
    )  # fmt: skip
    vetoed = models.BooleanField("有否决项", default=False, help_text="有一项否决项即为不合格。")
    grade = models.CharField("等次", max_length=10, choices=c.Grade, editable=False, blank=True)
    problems = models.JSONField("发现的问题", default=list, blank=True, help_text="逐项写明。")
    graded_on = models.DateField("定等日期", help_text="评查结果确定的日期。")
    rectified_on = models.DateField("整改完成日期", null=True, blank=True, help_text="还没有完成的留空。")

    class Meta:
        verbose_name = "案卷评查结果"
        verbose_name_plural = "案卷评查结果"
        constraints: ClassVar = [key_constraint("number", name="reviewed_dossier_number")]
        indexes: ClassVar = list_indexes("graded_on", "rev_dossier")

    def __str__(self) -> str:
        return f"{self.number} {self.dossier_code}"
