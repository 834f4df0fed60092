"""The row of a year's statistics (行政执法统计年报)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from yifa.areas.enforcement.statistics.form import Table, tables_of
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case

LINES = (
    RowColumn("table", "表", required=True),
    RowColumn("organ", "机关", required=True),
    RowColumn("figure", "数字", required=True, help="数字的代码。"),
    RowColumn("label", "栏目", required=True),
    RowColumn("unit", "单位"),
    RowColumn("value", "数值"),
    RowColumn("cases", "所计案件数"),
    RowColumn("digest", "所计案件摘要"),
    RowColumn("note", "说明"),
)


class StatisticsCase(Case):
    """The statistics of one organ, or of a county, for one year."""

    year = models.PositiveSmallIntegerField(
        "统计年度", null=True, blank=True, validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    whole = models.BooleanField("汇总全县", default=False, help_text="行政执法监督机构汇总本级政府各机关的，选是。")
    due_on = models.DateField("公开截止日", null=True, blank=True, help_text="次年1月31日，固定日期，不顺延。")
    advised_on = models.DateField(
        "宜完成日", null=True, blank=True, help_text="截止日是休息日的，为此前最后一个工作日。"
    )
    lines = RowsField("统计数据", columns=LINES, help_text="由系统从案件计算，不能填写。")
    frozen_on = models.DateField("数据计算日", null=True, blank=True)
    rule_version = models.CharField("统计口径版本", max_length=20, blank=True)
    data_text = models.TextField("统计数据表", blank=True, help_text="批准时由系统按统计数据生成，用于公开。")
    explanation = models.TextField("总体情况说明", blank=True)
    reported_to = models.CharField("报送机关", max_length=200, blank=True, help_text="本级政府和上级主管部门。")
    reported_on = models.DateField("报送日期", null=True, blank=True)

    class Meta:
        verbose_name = "行政执法统计年报"
        verbose_name_plural = "行政执法统计年报"
        indexes: ClassVar = [models.Index(fields=["year"], name="statistics_by_year")]

    @property
    def tables(self) -> list[Table]:
        """The published form, filled in."""
        return tables_of(self.lines)

    @property
    def period(self) -> tuple[date, date]:
        """The first and the last day of the year."""
        year = self.year or 2000
        return date(year, 1, 1), date(year, 12, 31)
