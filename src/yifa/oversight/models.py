"""What the clue models found and what people said of it (命中、判定), and each run of a model (运行)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from yifa.kernel.models import Case
from yifa.office.models import Organ, Person
from yifa.office.posts import reached
from yifa.office.roles import Role
from yifa.office.scope import Scope, ScopedManager
from yifa.oversight.clue import Clue, Severity
from yifa.oversight.clues import all_clues, clue_of


def _seen(scope: Scope, path: str = "") -> Q:
    """The hits that the supervisors reach; of a confidential model none about the bodies in which they sit."""
    reach = reached([post for post in scope.posts if post.role == Role.SUPERVISOR])
    hidden = [clue.code for clue in all_clues() if clue.confidential]
    own = {post.organ_id for post in scope.posts}
    return Q(**{f"{path}organ_id__in": reach}) & ~Q(**{f"{path}model__in": hidden, f"{path}organ_id__in": own})


class HitState(models.TextChoices):
    """What people said of a hit."""

    NEW = "new", "待核"
    CONFIRMED = "confirmed", "确认"
    REJECTED = "rejected", "排除"


class Hit(models.Model):
    """One thing that one model found (命中); kept when it no longer holds, and judged once for all runs."""

    model = models.CharField("监督模型", max_length=60)
    version = models.PositiveSmallIntegerField("模型版本", default=1)
    subject = models.CharField("对象", max_length=160)
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="机关", related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, verbose_name="案件", related_name="+", null=True)
    register = models.CharField("台账", max_length=60, blank=True)
    entry = models.BigIntegerField("台账条目", null=True)
    rows = models.JSONField("所涉案件", default=list)
    on = models.DateField("行为日期", null=True)
    explanation = models.TextField("说明")
    severity = models.CharField("程度", max_length=10, choices=[(each.value, each.label) for each in Severity])
    found_on = models.DateField("发现日期")
    gone_on = models.DateField("不再命中日期", null=True)
    state = models.CharField("状态", max_length=10, choices=HitState, default=HitState.NEW)
    reason = models.TextField("理由", blank=True)
    judged_by = models.ForeignKey(Person, models.PROTECT, verbose_name="核查人", related_name="+", null=True)
    judged_at = models.DateTimeField("核查时间", null=True)
    supervision = models.ForeignKey(Case, models.PROTECT, verbose_name="监督案件", related_name="+", null=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = "命中"
        verbose_name_plural = "命中"
        constraints: ClassVar = [models.UniqueConstraint(fields=["model", "subject"], name="hit_once")]
        indexes: ClassVar = [
            models.Index(fields=["model", "state", "-id"], name="hit_by_model"),
            models.Index(fields=["state", "gone_on", "-id"], name="hit_by_state"),
            models.Index(fields=["organ", "-id"], name="hit_by_organ"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.subject}"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """What the supervisors reach: a hit is not for the body that it is about until it is confirmed and told."""
        return _seen(scope)

    @property
    def clue(self) -> Clue | None:
        """The model, unless it was taken out since."""
        return clue_of(self.model)

    @property
    def label(self) -> str:
        """The model's name."""
        return self.clue.label if self.clue else self.model


class Judgement(models.Model):
    """One thing that somebody said of a hit (核查记录); never changed, the newest holds."""

    hit = models.ForeignKey(Hit, models.PROTECT, verbose_name="命中", related_name="judgements")
    state = models.CharField("结论", max_length=10, choices=HitState)
    reason = models.TextField("理由", blank=True)
    by = models.ForeignKey(Person, models.PROTECT, verbose_name="核查人", related_name="+")
    at = models.DateTimeField("核查时间")

    objects = ScopedManager()

    class Meta:
        verbose_name = "核查记录"
        verbose_name_plural = "核查记录"
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.hit_id} {self.state}"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """Whoever sees the hit."""
        return _seen(scope, "hit__")


class WatchRun(models.Model):
    """One run of one model (运行记录): over which thresholds, how much it found, how long it took."""

    model = models.CharField("监督模型", max_length=60)
    version = models.PositiveSmallIntegerField("模型版本")
    on = models.DateField("截至日期")
    at = models.DateTimeField("运行时间")
    found = models.PositiveIntegerField("命中")
    new = models.PositiveIntegerField("新命中")
    gone = models.PositiveIntegerField("不再命中")
    milliseconds = models.PositiveIntegerField("用时（毫秒）")
    thresholds = models.JSONField("阈值", default=dict)

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        verbose_name = "模型运行"
        verbose_name_plural = "模型运行"
        indexes: ClassVar = [models.Index(fields=["model", "-id"], name="watch_run_by_model")]

    def __str__(self) -> str:
        return f"{self.model} {self.on}"


class CreditBatch(models.Model):
    """One file of 双公示 that was imported (导入批次)."""

    layout = models.CharField("种类", max_length=10)
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="机关", related_name="+")
    name = models.CharField("文件名", max_length=200)
    digest = models.CharField("文件摘要", max_length=64)
    rows = models.PositiveIntegerField("行数")
    at = models.DateTimeField("导入时间")
    by = models.ForeignKey(Person, models.PROTECT, verbose_name="导入人", related_name="+")

    objects = ScopedManager()

    class Meta:
        verbose_name = "双公示导入批次"
        verbose_name_plural = "双公示导入批次"
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return f"{self.name} {self.rows}行"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """It belongs to the organ whose record it became."""
        return Q(organ_id__in=scope.organs)


class CreditRow(models.Model):
    """One decision as a file of 双公示 has it (双公示记录); not a case of ours."""

    layout = models.CharField("种类", max_length=10)
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="机关", related_name="+")
    batch = models.ForeignKey(CreditBatch, models.PROTECT, verbose_name="批次", related_name="entries")
    number = models.CharField("决定文书号", max_length=128)
    decided_on = models.DateField("决定日期")
    values = models.JSONField("内容", default=dict)

    objects = ScopedManager()

    class Meta:
        verbose_name = "双公示记录"
        verbose_name_plural = "双公示记录"
        constraints: ClassVar = [models.UniqueConstraint(fields=["layout", "organ", "number"], name="credit_row_once")]
        indexes: ClassVar = [models.Index(fields=["layout", "organ", "decided_on"], name="credit_row_by_date")]

    def __str__(self) -> str:
        return self.number

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """It belongs to the organ whose record it became."""
        return Q(organ_id__in=scope.organs)
