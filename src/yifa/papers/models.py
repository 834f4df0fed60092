"""Rows of document numbers (文号)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from yifa.office.models import Organ, Person


def compose(organ_mark: str, mark: str, year: int, serial: int | str) -> str:
    """A document number: 洪复受字〔2025〕12号; without a mark of the instrument 洪复〔2025〕12号.

    The year has four digits in 〔〕, the serial number no leading zero and no 第 (GB/T 9704 7.2.5).
    """
    return f"{organ_mark}{mark}{'字' if mark else ''}〔{year}〕{serial}号"


class Series(models.Model):
    """A number series (文号序列): one organ under one of its marks, one mark of the instrument, one year."""

    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="机关", related_name="number_series")
    mark = models.CharField("文书代字", max_length=20, blank=True, help_text="例如“受”；可以为空。")
    year = models.PositiveSmallIntegerField("年份")
    last = models.PositiveIntegerField("已用到的序号", default=0)
    head = models.CharField("机关代字", max_length=20, blank=True, help_text="本序列开编时所用的机关代字。")

    class Meta:
        verbose_name = "文号序列"
        verbose_name_plural = "文号序列"
        ordering: ClassVar = ["organ_id", "mark", "-year"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organ", "head", "mark", "year"], name="one_series_a_year"),
            models.CheckConstraint(condition=Q(year__gte=1949) & Q(year__lte=2999), name="series_year_has_four_digits"),
        ]

    def __str__(self) -> str:
        return self.number("N")

    def number(self, serial: int | str) -> str:
        """The number with this serial as it is printed."""
        return compose(self.head, self.mark, self.year, serial)


class OrganMark(models.Model):
    """The mark an organ uses in one kind of work (分类机关代字), unless it is its general one: 洪复."""

    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="机关", related_name="marks")
    work = models.CharField("程序", max_length=60, help_text="程序的代码，例如 reconsideration。")
    mark = models.CharField("机关代字", max_length=20, help_text="例如“洪复”；已编的文号不变，改后另起序列。")

    class Meta:
        verbose_name = "分类机关代字"
        verbose_name_plural = "分类机关代字"
        constraints: ClassVar = [models.UniqueConstraint(fields=["organ", "work"], name="one_mark_for_a_kind_of_work")]

    def __str__(self) -> str:
        return f"{self.organ} {self.work} {self.mark}"


class RetiredNumber(models.Model):
    """A number that was given out and made void (作废): it stays in the books and is never given out again."""

    series = models.ForeignKey(Series, models.PROTECT, verbose_name="文号序列", related_name="retired")
    serial = models.PositiveIntegerField("序号")
    number = models.CharField("文号", max_length=60)
    reason = models.CharField("作废理由", max_length=200)
    retired_on = models.DateField("作废日期")
    retired_by = models.ForeignKey(
        Person, models.PROTECT, verbose_name="作废人", related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = "作废文号"
        verbose_name_plural = "作废文号"
        ordering: ClassVar = ["series_id", "serial"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["series", "serial"], name="a_number_is_retired_once")]

    def __str__(self) -> str:
        return f"{self.number}（作废）"
