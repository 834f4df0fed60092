"""The organ that is supervised: an abstract part of the rows of supervision."""

from __future__ import annotations

from django.db import models

from yifa.office.models import Organ


class Target(models.Model):
    """The organ and the act that are supervised (被监督机关和执法行为)."""

    target_organ = models.ForeignKey(
        Organ, models.PROTECT, verbose_name="被监督机关", related_name="+", null=True, blank=True
    )
    target_name = models.CharField(
        "被监督机关名称", max_length=100, blank=True, help_text="不在系统机关名录中的，在此填写全称。"
    )

    class Meta:
        abstract = True

    @property
    def target_label(self) -> str:
        """The name of the supervised organ, for lists and letters."""
        return self.target_organ.name if self.target_organ else self.target_name
