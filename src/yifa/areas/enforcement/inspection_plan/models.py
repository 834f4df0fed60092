"""A plan of inspections and its lines (检查计划)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import ClassVar

from django.db import models

from yifa.areas.enforcement.inspection_plan import choices as c
from yifa.areas.enforcement.inspection_plan.defaults import DEFAULTS
from yifa.kernel.derived import Derived
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case

YES_NO = (("yes", "是"), ("no", "否"))
LINES = (
    RowColumn("item_code", "检查事项编码", required=True, help="检查事项清单中的编码。"),
    RowColumn("item_name", "检查事项"),
    RowColumn("object_code", "检查对象编号", help="指定对象的填写；按分层抽取或者全覆盖的留空。"),
    RowColumn("object_name", "检查对象"),
    RowColumn("strata", "分层办法", choices=tuple(c.Strata.choices), help="不指定对象的选一项。"),
    RowColumn("group", "哪一层", help="例如 C；全部对象的留空。"),
    RowColumn("number", "对象数", help="抽取的填写抽多少个；指定对象的写1。"),
    RowColumn("random", "随机抽取", choices=YES_NO),
    RowColumn("way", "检查方式", required=True, choices=tuple(c.Way.choices)),
    RowColumn("times", "每个对象几次", help="一年内几次；留空为1次。"),
    RowColumn("month_from", "自几月", required=True),
    RowColumn("month_until", "至几月", required=True),
    RowColumn("officer_days", "每次几人日", help="两名执法人员一天为2；留空为2。"),
    RowColumn("joint_with", "联合、合并的机关", help="多个的用顿号隔开。"),
)


def _latest(record: PlanCase) -> date | None:
    """The day by which the yearly plan is to be public."""
    if record.kind != c.PlanKind.ANNUAL or record.year is None:
        return None
    choices = DEFAULTS if record.organ_id is None else DEFAULTS.at(record.organ.place.code)
    month = int(choices["annual_month"].value)
    return date(record.year, month, monthrange(record.year, month)[1])


class PlanCase(Case):
    """A plan of inspections of one organ (检查计划)."""

    kind = models.CharField("计划种类", max_length=10, choices=c.PlanKind, blank=True)
    year = models.PositiveIntegerField("计划年度", null=True, blank=True, help_text="例如 2026。")
    plan_title = models.CharField("计划名称", max_length=150, blank=True)
    lines = RowsField("计划事项", columns=LINES, help_text="一个事项、一类对象一行。")
    reason = models.TextField("专项检查的理由", blank=True, help_text="针对哪一类突出问题；控制范围、内容和时限。")
    superior = models.BooleanField("上级部署", default=False, help_text="上级机关部署的专项检查选是。")
    since = models.DateField("专项检查起", null=True, blank=True)
    until = models.DateField("专项检查止", null=True, blank=True)
    approver = models.CharField(
        "专项检查批准机关", max_length=100, blank=True, help_text="县级以上人民政府；垂直管理的为上一级主管部门。"
    )
    approval_number = models.CharField("批准文号", max_length=60, blank=True)
    superior_approved_on = models.DateField("批准日期", null=True, blank=True)
    approved_on = models.DateField("机关负责人批准日", null=True, blank=True)
    filed_with = models.CharField("报备机关", max_length=100, blank=True, help_text="行政执法监督机关、上级主管部门。")
    filed_on = models.DateField("报备日", null=True, blank=True)
    adjusted_why = models.TextField("最近一次调整的理由", blank=True)
    performed = models.TextField("执行情况", blank=True)

    public_by = Derived("年度计划最迟公布日", _latest)

    class Meta:
        verbose_name = "检查计划"
        verbose_name_plural = "检查计划"
        indexes: ClassVar = [models.Index(fields=["year", "kind"], name="insp_plan_by_year")]

    @property
    def table(self) -> list[dict[str, str]]:
        """The lines as instruments and pages print them."""
        return [_printed(row) for row in self.lines]

    @property
    def visits(self) -> int:
        """How many visits the plan asks for at most."""
        return sum(number(row, "number", 1) * number(row, "times", 1) for row in self.lines)

    def covers(self, item_code: str) -> bool:
        """Whether an item is in the plan."""
        return any(str(row.get("item_code", "")).strip() == item_code for row in self.lines)


def number(row: dict[str, str], name: str, otherwise: int) -> int:
    """A whole number in a line; what stands for it where the cell is blank or not a number."""
    text = str(row.get(name) or "").strip()
    return int(text) if text.isascii() and text.isdigit() else otherwise


def _printed(row: dict[str, str]) -> dict[str, str]:
    whom = row.get("object_name") or row.get("object_code") or ""
    strata = c.Strata(row.get("strata") or c.Strata.NONE)
    group = f"{strata.label}：{row['group']}" if row.get("group") else "" if strata == c.Strata.NONE else strata.label
    return {
        "item": str(row.get("item_name") or row.get("item_code", "")),
        "whom": str(whom or group or "清单内全部对象"),
        "number": str(row.get("number") or "—"),
        "way": c.Way(row.get("way") or c.Way.ONSITE).label + ("，双随机" if row.get("random") == "yes" else ""),
        "times": str(row.get("times") or 1),
        "when": f"{row.get('month_from', '')}月至{row.get('month_until', '')}月",
        "joint": str(row.get("joint_with") or "—"),
    }
