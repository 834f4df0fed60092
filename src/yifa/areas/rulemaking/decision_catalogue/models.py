"""The row of a catalogue: one organ, one year."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from yifa.areas.rulemaking.decision_catalogue import choices as c
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.office.personal import Mask

ITEMS = (
    RowColumn("no", "序号", required=True, help="一年之内不变；调出的序号不再使用。"),
    RowColumn("name", "事项名称", required=True),
    RowColumn("kind", "类别", choices=tuple(c.MatterType.choices), help="条例第三条第一款第一至五项。"),
    RowColumn("lead", "承办单位"),
    RowColumn("planned", "计划完成时间", help="例如“2025年三季度”。"),
    RowColumn("procedures", "需履行的程序", help="用顿号隔开，例如“公众参与、合法性审查、集体讨论”。"),
    RowColumn("status", "调整情况", choices=tuple(c.ItemStatus.choices), help="没有调整的留空。"),
    RowColumn("note", "说明"),
)
SUGGESTIONS = (
    RowColumn("by", "提出人", required=True, mask=Mask.NAME, public_if=("source", ("dept", "township"))),
    RowColumn(
        "source", "来源",
        choices=(
            ("dept", "部门"), ("township", "乡镇（街道）"), ("deputy", "人大代表、政协委员"), ("citizen", "公众"),
        ),
    ),
    RowColumn("content", "建议事项", required=True),
    RowColumn("result", "处理", help="列入目录、不列入及其理由。"),
)  # fmt: skip


class CatalogueCase(Case):
    """The catalogue of a year (年度目录), in all its editions."""

    year = models.PositiveIntegerField(
        "年度", null=True, blank=True, validators=[MinValueValidator(2019), MaxValueValidator(2100)]
    )
    publish_by = models.DateField("应当公布的最后一日", null=True, blank=True, help_text="本地规定的日期，由系统填写。")
    edition = models.PositiveIntegerField("版本号", default=1, help_text="每调整一次加一。")
    standard = models.TextField("事项标准", blank=True, help_text="本机关确定的重大行政决策事项标准。")
    suggestions = RowsField("收到的建议", columns=SUGGESTIONS)
    items = RowsField("目录事项", columns=ITEMS, help_text="向社会公布的事项。")
    withheld = RowsField("不公开的事项", columns=ITEMS, help_text="依法不予公开的事项，不列入公布的目录。")
    withheld_basis = models.TextField("不公开的依据", blank=True)
    meeting = models.CharField("审议会议", max_length=20, choices=c.Meeting, blank=True)
    meeting_no = models.CharField("会议名称、届次", max_length=80, blank=True, help_text="例如“十七届第三十一次”。")
    party_request_no = models.CharField("报党委的文号", max_length=60, blank=True)
    party_consent_no = models.CharField("党委同意的文号", max_length=60, blank=True)
    published_url = models.CharField("公布的网址", max_length=300, blank=True)
    adjust_reason = models.TextField("调整理由", blank=True)
    return_reason = models.TextField("退回的意见", blank=True)

    class Meta:
        verbose_name = "重大行政决策事项目录"
        verbose_name_plural = "重大行政决策事项目录"

    @property
    def under(self) -> str:
        """Governments follow the regulation, departments and townships by reference (42)."""
        return c.under(self.organ)

    @property
    def listed(self) -> list[str]:
        """The public items, one a line, for the notice."""
        kept = [row for row in self.items if row.get("status") not in c.OUT]
        return [
            f"{row['no']}．{row['name']}（承办单位：{row.get('lead', '')}；计划完成时间：{row.get('planned', '')}）"
            for row in kept
        ]
