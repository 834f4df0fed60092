"""The rows that every register shares (共用表): books, their trail, imports; and what every entry carries.

A book is one register of one organ. Its trail is append-only and chained like the trail of a case: database triggers
refuse any UPDATE or DELETE of a `BookEvent` or an `ImportBatch`, and any DELETE of an entry (`yifa.kernel.protect`).
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from yifa.office.models import Organ, Person
from yifa.office.scope import Scope, ScopedManager


class Book(models.Model):
    """One register of one organ (台账簿), with the length and the head of its trail."""

    register = models.CharField("台账", max_length=60)
    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="机关", related_name="+")
    length = models.PositiveIntegerField("变动数", default=0)
    head = models.CharField("链头摘要", max_length=64, blank=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = "台账簿"
        verbose_name_plural = "台账簿"
        constraints: ClassVar = [models.UniqueConstraint(fields=["register", "organ"], name="book_once")]

    def __str__(self) -> str:
        return f"{self.register} {self.organ_id}"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """A book belongs to its organ."""
        return Q(organ_id__in=scope.organs)


class BookEventKind(models.TextChoices):
    """What happened to a book."""

    ADD = "add", "登记"
    AMEND = "amend", "修改"
    WITHDRAW = "withdraw", "撤回"
    IMPORT = "import", "导入"
    WITHDRAW_BATCH = "withdraw_batch", "整批撤回"
    RECKON = "reckon", "推算栏重算"


class ImportBatch(models.Model):
    """One file that was imported into a book (导入批次); never changed."""

    book = models.ForeignKey(Book, models.PROTECT, related_name="batches", verbose_name="台账簿")
    name = models.CharField("文件名", max_length=200)
    file_digest = models.CharField("文件摘要", max_length=64)
    rows = models.PositiveIntegerField("条数")
    at = models.DateTimeField("导入时间")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True, verbose_name="导入人")

    class Meta:
        verbose_name = "导入批次"
        verbose_name_plural = "导入批次"
        ordering: ClassVar = ["-at", "-id"]
        indexes: ClassVar = [models.Index(fields=["book", "file_digest"], name="batch_by_file")]

    def __str__(self) -> str:
        return f"{self.name}（{self.rows}条）"


class BookEvent(models.Model):
    """One change of a book (台账变动), chained to the one before; never changed, never deleted.

    `data` holds for ADD the values and the digest of the entry, for AMEND each field with its value before and after,
    for IMPORT the number of rows and the digests of its blocks (`entries.blocks`), for WITHDRAW the reason.
    """

    book = models.ForeignKey(Book, models.PROTECT, related_name="events", verbose_name="台账簿")
    seq = models.PositiveIntegerField("序号")
    kind = models.CharField("种类", max_length=14, choices=BookEventKind)
    entry = models.BigIntegerField("记录编号", null=True)
    at = models.DateTimeField("时间")
    actor = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True, verbose_name="经办人")
    data = models.JSONField("内容", default=dict)
    algorithm = models.CharField("摘要算法", max_length=10)
    previous = models.CharField("前一摘要", max_length=64, blank=True)
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        verbose_name = "台账变动"
        verbose_name_plural = "台账变动"
        ordering: ClassVar = ["book_id", "seq"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["book", "seq"], name="book_event_order")]
        indexes: ClassVar = [models.Index(fields=["book", "entry", "seq"], name="book_event_by_entry")]

    def __str__(self) -> str:
        return f"{self.book_id}#{self.seq} {self.kind}"


class Entry(models.Model):
    """What every entry of every register carries (台账记录). Withdrawn with a reason, never deleted.

    `digest` covers the values of the declared columns as they stand, `origin` as they were imported; `version` counts
    the changes, so that a second editor is shown the first one's change instead of overwriting it.
    """

    organ = models.ForeignKey(Organ, models.PROTECT, verbose_name="机关", related_name="+")
    batch = models.ForeignKey(
        ImportBatch, models.PROTECT, verbose_name="导入批次", related_name="+", null=True, editable=False
    )
    row = models.PositiveIntegerField("表中序号", null=True, editable=False)
    origin = models.CharField("导入时摘要", max_length=64, blank=True, editable=False)
    digest = models.CharField("摘要", max_length=64, editable=False)
    version = models.PositiveIntegerField("版本", default=1, editable=False)
    created_at = models.DateTimeField("登记时间", editable=False)
    created_by = models.ForeignKey(
        Person, models.PROTECT, verbose_name="登记人", related_name="+", null=True, editable=False
    )
    updated_at = models.DateTimeField("最后修改时间", editable=False)
    updated_by = models.ForeignKey(
        Person, models.PROTECT, verbose_name="最后修改人", related_name="+", null=True, editable=False
    )
    withdrawn = models.BooleanField("已撤回", default=False, editable=False)
    withdrawn_why = models.CharField("撤回理由", max_length=200, blank=True, editable=False)

    objects = ScopedManager()

    class Meta:
        abstract = True

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """An entry belongs to the organ that keeps the book."""
        return Q(organ_id__in=scope.organs)


def key_constraint(*fields: str, name: str) -> models.UniqueConstraint:
    """No two entries of an organ with one key; a withdrawn one no longer holds its key."""
    return models.UniqueConstraint(
        fields=["organ", *fields],
        condition=Q(withdrawn=False),
        name=name,
        violation_error_message="同一机关已有相同编号的记录。",
    )


def list_indexes(dated: str, name: str) -> list[models.Index]:
    """What keeps lists flat as entries grow: by date and id, for one organ and for all, and by import."""
    return [
        models.Index(fields=["organ", f"-{dated}", "-id"], name=f"{name}_by_organ"),
        models.Index(fields=[f"-{dated}", "-id"], name=f"{name}_by_date"),
        models.Index(fields=["batch", "row"], name=f"{name}_by_batch"),
    ]


type_of_entry = Any
"""An entry of some register, where the code is generic over their models."""
