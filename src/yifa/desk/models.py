"""Rows of the desk itself: views of a list that a person has kept."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from yifa.office.models import Person


class SavedView(models.Model):
    """A kept combination of filters (保存的视图) of one page, of one person."""

    person = models.ForeignKey(Person, models.CASCADE, verbose_name="人员", related_name="saved_views")
    page = models.CharField("页面", max_length=40)
    name = models.CharField("名称", max_length=30)
    query = models.CharField("条件", max_length=500, blank=True)

    class Meta:
        verbose_name = "保存的视图"
        verbose_name_plural = "保存的视图"
        ordering: ClassVar = ["page", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "page", "name"],
                name="one_view_a_name",
                violation_error_message="已有同名的视图，请换一个名称。",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Opening(models.Model):
    """A form that was sent (已送表单): its one-time token makes every further sending find what the first one did.

    Attributes:
        person, digest, length: of a form that a phone had kept: who sent it, the digest of what it said, and how many
            events the case had afterwards. A form of a desk page needs none of them.
    """

    token = models.UUIDField("一次性标记", unique=True)
    case = models.ForeignKey("kernel.Case", models.CASCADE, verbose_name="案件", related_name="+", null=True)
    person = models.ForeignKey(Person, models.PROTECT, verbose_name="填写人", related_name="+", null=True)
    digest = models.CharField("内容摘要", max_length=64, blank=True)
    length = models.PositiveIntegerField("办理后的记录数", null=True)

    class Meta:
        verbose_name = "已送表单"
        verbose_name_plural = "已送表单"

    def __str__(self) -> str:
        return str(self.token)
