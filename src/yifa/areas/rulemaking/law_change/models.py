"""The rows of changes of law: what stored texts cite, the changes, and what each of them touches."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.models import Organ
from yifa.office.scope import Scope, ScopedManager


class CitedPlace(models.Model):
    """One place of one act that one stored text cites (引用): derived from the text, made anew when it is stored."""

    holding = models.CharField("持有者", max_length=60)
    row = models.BigIntegerField("记录")
    organ = models.ForeignKey(Organ, models.CASCADE, verbose_name="机关", related_name="+")
    field = models.CharField("字段", max_length=60)
    act = models.CharField("法律文件", max_length=200)
    article = models.PositiveIntegerField("条", null=True)
    branch = models.PositiveSmallIntegerField("之几", default=0)
    cited = models.CharField("所引条款", max_length=200)

    objects = ScopedManager()

    class Meta:
        verbose_name = "引用的条款"
        verbose_name_plural = "引用的条款"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["holding", "row", "field", "cited"], name="cited_once")
        ]
        indexes: ClassVar = [models.Index(fields=["act", "article", "branch"], name="cited_by_place")]

    def __str__(self) -> str:
        return f"{self.holding} {self.row} {self.cited}"

    @classmethod
    def scope_filter(cls, scope: Scope) -> Q:
        """A citation is seen by whoever sees the text."""
        return Q(organ_id__in=scope.organs)


class ChangeKind(models.TextChoices):
    """What became of the act or of the article."""

    AMENDED = "amended", "修改"
    REPEALED = "repealed", "废止"
    REPLACED = "replaced", "被新法替代"


class LawChange(Entry):
    """A change of law that was noted, and the round of work that follows from it (法律变动)."""

    number = models.CharField("编号", max_length=40, help_text="本机关内不重复，例如 变〔2026〕1号。")
    act = models.CharField("法律文件", max_length=200, help_text="名称；应当是索引中已有的法律文件。")
    article = models.CharField("条款", max_length=60, blank=True, help_text="例如 第十二条；整部变动的留空。")
    kind = models.CharField("变动", max_length=12, choices=ChangeKind, help_text="修改、废止，或者被新法替代。")
    changed_on = models.DateField("变动日期", help_text="修改、废止生效的日期。")
    replaced_by = models.CharField("新的法律文件", max_length=200, blank=True, help_text="被替代的填写。")
    due_on = models.DateField("完成期限", null=True, blank=True, help_text="要求各单位清理完成的日期。")

    class Meta:
        verbose_name = "法律变动"
        verbose_name_plural = "法律变动"
        constraints: ClassVar = [key_constraint("number", name="law_change_number")]
        indexes: ClassVar = list_indexes("changed_on", "law_change")

    def __str__(self) -> str:
        return f"{self.number} 《{self.act}》{self.article}"


class ItemState(models.TextChoices):
    """What became of something that cites the act."""

    OPEN = "open", "待处理"
    KEPT = "kept", "不受影响，保留"
    AMENDED = "amended", "已修改"
    REPEALED = "repealed", "已废止、取消"


class LawChangeItem(Entry):
    """One thing that a change of law touches, and what became of it (影响清单)."""

    number = models.CharField("序号", max_length=40, help_text="同一次变动内不重复，由系统编排。")
    change = models.ForeignKey(
        LawChange, models.PROTECT, verbose_name="法律变动", related_name="items", help_text="法律变动的编号。"
    )
    what = models.CharField("类别", max_length=60, help_text="例如 政府合同、权责清单、程序声明。")
    title = models.CharField("名称", max_length=200, help_text="受影响的合同、文件、清单事项等。")
    holder = models.CharField("所属单位", max_length=100, blank=True, help_text="由谁处理。")
    cited = models.CharField("所引条款", max_length=300, help_text="文本中引用的条款。")
    address = models.CharField("系统内的记录", max_length=100, blank=True, help_text="由系统填写，用于打开记录。")
    state = models.CharField(
        "处理结果", max_length=12, choices=ItemState, default=ItemState.OPEN, help_text="处理后更新。"
    )
    reason = models.CharField(
        "理由", max_length=300, blank=True, help_text="处理完毕的必填；保留的写明为什么不受影响。"
    )
    listed_on = models.DateField("列入日期", help_text="列入影响清单的日期。")
    settled_on = models.DateField("处理日期", null=True, blank=True, help_text="处理完毕的日期。")

    class Meta:
        verbose_name = "法律变动影响事项"
        verbose_name_plural = "法律变动影响事项"
        constraints: ClassVar = [key_constraint("number", name="law_change_item_number")]
        indexes: ClassVar = [
            *list_indexes("listed_on", "law_change_item"),
            models.Index(fields=["organ", "state"], name="law_change_item_state"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
