"""The library of opinions, and the index of the opinions that were given."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from yifa.areas.rulemaking.legality_review.choices import Adoption, Category, TargetType, Weight
from yifa.areas.rulemaking.legality_review.models import LegalityReviewCase
from yifa.areas.rulemaking.opinion_library.clauses import all_topics
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.models import Organ
from yifa.office.scope import Scope, ScopedManager


class OpinionBlock(Entry):
    """One opinion of the library (意见模板): its words, when to use it, on what it rests."""

    number = models.CharField("意见编号", max_length=40, help_text="本机关内不重复，例如 意库〔2025〕7号。")
    target_type = models.CharField("送审事项类型", max_length=30, choices=TargetType, help_text="用于哪一类事项。")
    clause = models.CharField("条款事项", max_length=20, choices=all_topics(), help_text="说的是哪一事项。")
    category = models.CharField("类别", max_length=20, choices=Category, help_text="权限、程序、内容等。")
    severity = models.CharField("程度", max_length=10, choices=Weight, help_text="写入意见书时可以再改。")
    text = models.CharField("意见", max_length=500, help_text="写成可以直接用的话；具体条款用时再补。")
    basis = models.CharField("依据", max_length=300, blank=True, help_text="例如 《行政许可法》第十七条。")
    when_used = models.CharField("适用情形", max_length=200, blank=True, help_text="什么情况下用，什么情况下不用。")
    entered_on = models.DateField("收入日期", help_text="收入意见库的日期。")

    class Meta:
        verbose_name = "审查意见模板"
        verbose_name_plural = "审查意见模板"
        constraints: ClassVar = [key_constraint("number", name="opinion_block_number")]
        indexes: ClassVar = [
            *list_indexes("entered_on", "opinion_block"),
            models.Index(fields=["organ", "target_type"], name="opinion_block_by_type"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text[:20]}"


class GivenOpinion(models.Model):
    """One opinion of a review that was issued, with its topic and its shape: the words without what is of one draft.

    Made anew whenever the review is stored; nobody else writes it.
    """

    review = models.ForeignKey(LegalityReviewCase, models.CASCADE, verbose_name="合法性审查案件", related_name="+")
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="机关", related_name="+")
    target_type = models.CharField("送审事项类型", max_length=30, choices=TargetType)
    clause = models.CharField("条款事项", max_length=20)
    shape = models.CharField("同类标识", max_length=64)
    category = models.CharField("类别", max_length=20, choices=Category, blank=True)
    severity = models.CharField("程度", max_length=10, choices=Weight, blank=True)
    text = models.TextField("意见")
    basis = models.TextField("依据", blank=True)
    adoption = models.CharField("采纳情况", max_length=10, choices=Adoption, blank=True)
    on = models.DateField("出具日")

    objects = ScopedManager()

    class Meta:
        verbose_name = "已出具的审查意见"
        verbose_name_plural = "已出具的审查意见"
        indexes: ClassVar = [models.Index(fields=["organ", "target_type", "shape"], name="given_by_shape")]

    def __str__(self) -> str:
        return self.text[:40]

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """An opinion belongs to the organ that gave it."""
        return Q(organ_id__in=scope.organs)
