"""The rows of legal review: the review of a decision, and the directory of decisions that need one."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from yifa.areas.enforcement.common.acting import OfficerFields
from yifa.areas.enforcement.common.party import PartyFields
from yifa.areas.enforcement.decision_review import choices as c
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case, Paper
from yifa.kernel.registers.models import Entry, key_constraint, list_indexes
from yifa.office.personal import Mask, personal

OPINION_TITLE = "法制审核意见书"

TRIGGERS = (
    RowColumn("trigger", "情形", required=True, choices=tuple(c.Trigger.choices)),
    RowColumn("why", "说明"),
)
MATERIALS = (
    RowColumn("item", "材料", required=True),
    RowColumn("state", "有无", choices=tuple(c.Presence.choices), help="不适用的说明原因。"),
    RowColumn("note", "说明"),
)
POINTS = (
    RowColumn("point", "审核项目", required=True, choices=tuple(c.Point.choices)),
    RowColumn("finding", "审核意见", choices=tuple(c.Finding.choices)),
    RowColumn("text", "具体意见", help="应当修改、有严重问题的写明意见和依据。"),
    RowColumn("answer", "采纳情况", help="承办机构逐条填写；没有修改意见的留空。"),
)


class DecisionReviewCase(PartyFields, OfficerFields, Case):
    """The review of one proposed decision, at the organ that will make it."""

    act_kind = models.CharField("执法类别", max_length=12, choices=c.ActKind, blank=True)
    client_title = models.CharField("所涉案件", max_length=200, blank=True)
    client_number = models.CharField("所涉案件编号", max_length=60, blank=True)
    unit = models.CharField("承办机构", max_length=100, blank=True)
    proposed = models.TextField("拟作的决定", blank=True)
    triggers = RowsField("送审情形", columns=TRIGGERS, help_text="应当审核的情形，可以有几种。")
    heard = models.BooleanField("经过听证程序", default=False)
    materials = RowsField("送审材料", columns=MATERIALS, help_text="按执法类别逐项填写有无。")
    submitted_on = models.DateField("送审日", null=True, blank=True)
    lacking = models.TextField("需要补充的材料", blank=True)
    reviewer = personal(models.CharField("审核人员", max_length=50, blank=True), Mask.NAME, "自然人姓名")
    first_time = models.BooleanField(
        "初次从事审核", default=False, help_text="初次从事行政处罚决定法制审核的，应当取得法律职业资格。"
    )
    qualification_no = personal(
        models.CharField("法律职业资格证号", max_length=40, blank=True), Mask.ID_NUMBER, "个人证件号码"
    )
    points = RowsField("审核意见", columns=POINTS, help_text="九个项目逐项审核。")
    result = models.CharField("审核结论", max_length=20, choices=c.Result, blank=True)
    result_text = models.TextField("结论说明", blank=True, help_text="审核不通过的写明理由。")
    opined_on = models.DateField("出具意见日", null=True, blank=True)
    cleared_on = models.DateField(
        "审核通过日", null=True, blank=True, help_text="由系统填写；修改后通过的，为核对之日。"
    )
    adopted = models.CharField("采纳情况", max_length=10, choices=c.Adopted, blank=True)
    adopted_text = models.TextField("采纳情况说明", blank=True)
    round = models.PositiveSmallIntegerField("审核次数", default=1)

    class Meta:
        verbose_name = "法制审核案件"
        verbose_name_plural = "法制审核案件"

    @property
    def opinion_number(self) -> str:
        """The number of the opinion issued last."""
        papers = Paper._base_manager.filter(case_id=self.pk, title=OPINION_TITLE).order_by("-pk")
        return papers.values_list("number", flat=True).first() or ""

    @property
    def trigger_names(self) -> list[str]:
        """Why it is reviewed, in words."""
        known = dict(c.Trigger.choices)
        return [str(known.get(row["trigger"], row["trigger"])) for row in self.triggers if row.get("trigger")]

    @property
    def point_table(self) -> list[dict[str, str]]:
        """The nine points for the opinion."""
        names, found = dict(c.Point.choices), dict(c.Finding.choices)
        return [
            {
                "point": str(names.get(row["point"], row["point"])),
                "finding": str(found.get(row.get("finding", ""), "—")),
                "text": str(row.get("text") or "—"),
                "answer": str(row.get("answer") or "—"),
            }
            for row in self.points
        ]

    @property
    def change_table(self) -> list[dict[str, str]]:
        """The points on which something had to be changed."""
        return [told for row, told in zip(self.points, self.point_table, strict=True) if row.get("finding") != "ok"]

    @property
    def findings(self) -> set[str]:
        """All findings on the nine points."""
        return {str(row.get("finding")) for row in self.points if row.get("finding")}


class DirectoryItem(Entry):
    """One item of the directory of major decisions of an organ (重大执法决定法制审核目录)."""

    code = models.CharField("目录编码", max_length=40, help_text="本机关内不重复。")
    name = models.CharField("事项", max_length=200, help_text="例如 吊销食品经营许可证。")
    act_kind = models.CharField("执法类别", max_length=12, choices=c.ActKind, help_text="按执法类别选一项。")
    matter = models.CharField("执法领域", max_length=40, blank=True, help_text="不限领域的留空。")
    item_codes = models.JSONField("事项编码", default=list, blank=True, help_text="只适用于某些权责事项的逐项写明。")
    measures = models.JSONField(
        "种类", default=list, blank=True, help_text="处罚种类、强制措施种类，逐项写明，例如 吊销许可证件；不限的留空。"
    )
    citizen_amount = models.DecimalField(
        "公民数额", max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)],
        help_text="罚没合计达到该数额（含）的列入，单位元；不以数额定的留空。",
    )  # fmt: skip
    organisation_amount = models.DecimalField(
        "单位数额", max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)],
        help_text="罚没合计达到该数额（含）的列入，单位元；不以数额定的留空。",
    )  # fmt: skip
    document = models.CharField("目录文件", max_length=200, help_text="公布目录的文件名称和文号。")
    published_on = models.DateField("公布日期", null=True, blank=True, help_text="没有公布的留空。")
    effective_on = models.DateField("施行日期", help_text="施行的第一天。")
    ended_on = models.DateField("停止执行日期", null=True, blank=True, help_text="自这一天起不再执行；仍施行的留空。")

    class Meta:
        verbose_name = "法制审核目录事项"
        verbose_name_plural = "法制审核目录事项"
        constraints: ClassVar = [key_constraint("code", name="review_directory_code")]
        indexes: ClassVar = list_indexes("effective_on", "review_dir")

    def __str__(self) -> str:
        return self.name
