"""What came in through a public page (网上提交): each form once, known again by digests alone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from yifa.kernel.models import Case, OfCase


class HandedIn(OfCase):
    """One form that was handed in; the words that open it are kept by nobody but its sender.

    Attributes:
        token: digest of the word that came with the form, by which a second sending is known again.
        code: digest of the query code (查询码), which follows from that word.
        content: digest of what the form said.
        entry: the opinion in its register, where the form was one; blank where it opened a case of its own.
        source: digest of the address it came from, for a day, against floods of forms.
    """

    token = models.CharField("提交标识", max_length=64, unique=True)
    code = models.CharField("查询码摘要", max_length=64, unique=True)
    content = models.CharField("内容摘要", max_length=64)
    case = models.ForeignKey(Case, models.PROTECT, verbose_name="案件", related_name="handed_in", null=True)
    entry = models.PositiveBigIntegerField("意见", null=True)
    source = models.CharField("来源摘要", max_length=64, blank=True)
    at = models.DateTimeField("提交时间")

    class Meta:
        verbose_name = "网上提交"
        verbose_name_plural = "网上提交"
        indexes: ClassVar = [models.Index(fields=["at", "source"], name="handed_in_lately")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.at:%Y-%m-%d %H:%M}"
