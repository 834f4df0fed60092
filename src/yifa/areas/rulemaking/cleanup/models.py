"""The row of a clean-up round, with the list of its documents."""

from __future__ import annotations

from django.db import models

from yifa.areas.rulemaking.normative_document.choices import Cleanup
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case

ITEMS = (
    RowColumn("number", "统一编号或者发文字号", required=True),
    RowColumn("title", "文件名称", required=True),
    RowColumn("issuer", "制定机关"),
    RowColumn("conclusion", "清理结论", choices=tuple(Cleanup.choices)),
    RowColumn("reason", "理由", help="继续有效以外的必填。"),
    RowColumn("follow_up", "落实", help="修改、合并的，写明完成时间和责任单位。"),
)


class CleanupCase(Case):
    """A clean-up round (清理), at the organ that leads it."""

    name = models.CharField("清理名称", max_length=100, blank=True)
    kind = models.CharField(
        "清理类型", max_length=10, blank=True,
        choices=(("general", "定期全面清理"), ("special", "专项清理"), ("instant", "上位法变化即时清理")),
    )  # fmt: skip
    trigger = models.TextField("清理原因", blank=True, help_text="专项、即时清理的，写明上位法变化或者上级部署。")
    trigger_act = models.CharField(
        "变动的法律文件", max_length=100, blank=True,
        help_text="因法律变动清理的，填写名称，例如“行政处罚法”；系统把引用它的现行有效文件列入清单。",
    )  # fmt: skip
    scope = models.TextField("清理范围", blank=True)
    deadline = models.DateField("完成时限", null=True, blank=True)
    items = RowsField("清理清单", columns=ITEMS)
    opinion = models.TextField("征求意见和审核情况", blank=True)
    meeting_number = models.CharField("审定的会议", max_length=60, blank=True)
    document_number = models.CharField("公布清理结果的文号", max_length=60, blank=True)
    published_where = models.CharField("公布载体", max_length=200, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    screened = models.PositiveIntegerField("梳理文件（件）", null=True, blank=True)
    kept = models.PositiveIntegerField("继续有效（件）", null=True, blank=True)
    amended = models.PositiveIntegerField("拟修改、合并（件）", null=True, blank=True)
    repealed = models.PositiveIntegerField("废止（件）", null=True, blank=True)
    invalidated = models.PositiveIntegerField("宣布失效（件）", null=True, blank=True)

    class Meta:
        verbose_name = "规范性文件清理"
        verbose_name_plural = "规范性文件清理"

    @property
    def items_in_words(self) -> list[str]:
        """Each document with its conclusion, as a line of the notice."""
        labels = dict(Cleanup.choices)
        return [
            f"《{row['title']}》（{row['number']}）：{labels.get(row.get('conclusion', ''), '未定')}"
            + (f"，{row['reason']}" if row.get("reason") else "")
            for row in self.items
        ]
