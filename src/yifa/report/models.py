"""Rows of the annual report: the report, its sections, the frozen figures it prints, reports published before."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from yifa.kernel.models import FrozenFigure
from yifa.office.models import Organ, OrganKind, Person
from yifa.office.scope import Scope, ScopedManager


def reported_by(scope: Scope) -> Q:
    """Rows of the organs in scope, and of the government whose Justice Bureau (司法局), which drafts, is in scope."""
    drafting = Organ.objects.filter(kind=OrganKind.JUSTICE, pk__in=scope.organs)
    return Q(organ_id__in=scope.organs) | Q(organ_id__in=drafting.values("parent_id"))


class AnnualReport(models.Model):
    """One organ's report on one year (督察规定第四章)."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="报告机关")
    year = models.PositiveSmallIntegerField("报告年度")
    title = models.CharField("标题", max_length=200)
    compiled_at = models.DateTimeField("汇编时间", null=True)
    compiled_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True, verbose_name="汇编人")
    edits = models.PositiveIntegerField("修改次数", default=0)

    objects = ScopedManager()

    class Meta:
        verbose_name = "年度报告"
        verbose_name_plural = "年度报告"
        ordering: ClassVar = ["-year", "organ_id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["organ", "year"], name="one_report_a_year")]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """A report is seen by those whose posts reach the organ it is of, and by who drafts it."""
        return reported_by(scope)

    def frozen(self) -> dict[str, FrozenFigure]:
        """The figures that it prints, as they were frozen, by code."""
        return {row.code: row.figure for row in self.printed.select_related("figure")}


class Section(models.Model):
    """A section: heading and text, in which `[[code]]` stands for a figure."""

    report = models.ForeignKey(AnnualReport, models.CASCADE, related_name="sections", verbose_name="报告")
    code = models.CharField("代码", max_length=60)
    place = models.PositiveSmallIntegerField("次序")
    level = models.PositiveSmallIntegerField("层级")
    title = models.CharField("标题", max_length=200)
    text = models.TextField("正文", blank=True)

    class Meta:
        verbose_name = "报告章节"
        verbose_name_plural = "报告章节"
        ordering: ClassVar = ["report_id", "place"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "code"], name="section_once")]

    def __str__(self) -> str:
        return self.title


class Printed(models.Model):
    """A frozen figure that the report prints (报告所用数字)."""

    report = models.ForeignKey(AnnualReport, models.CASCADE, related_name="printed", verbose_name="报告")
    code = models.CharField("代码", max_length=120)
    figure = models.ForeignKey(FrozenFigure, models.PROTECT, related_name="+", verbose_name="冻结数字")

    class Meta:
        verbose_name = "报告数字"
        verbose_name_plural = "报告数字"
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "code"], name="printed_once")]

    def __str__(self) -> str:
        return self.code


class PublishedReport(models.Model):
    """A report published before, as the reader understood it (已公开的报告): for comparison, not as our own record."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name="报告机关")
    year = models.PositiveSmallIntegerField("报告年度")
    name = models.CharField("文件名", max_length=200)
    digest = models.CharField("文件摘要", max_length=64)
    figures = models.JSONField("读出的数字", default=list)
    read_at = models.DateTimeField("读取时间")

    objects = ScopedManager()

    class Meta:
        verbose_name = "已公开报告"
        verbose_name_plural = "已公开报告"
        constraints: ClassVar = [models.UniqueConstraint(fields=["organ", "year"], name="one_published_a_year")]

    def __str__(self) -> str:
        return f"{self.organ}{self.year}年报告"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """As for the report itself."""
        return reported_by(scope)
