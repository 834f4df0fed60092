"""The row of a yearly report: its limits, what was compiled, who discussed it, to whom it went, where it is public."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from yifa.areas.leadership.annual_report.choices import Content, Duty, Finding, Kind
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case

RECIPIENTS = (
    RowColumn("to", "机关", required=True),
    RowColumn("kind", "方式", required=True, choices=tuple(Kind.choices)),
)
CONTENTS = (
    RowColumn("part", "内容", required=True, choices=tuple(Content.choices)),
    RowColumn("length", "字数"),
    RowColumn("fault", "缺项"),
)
SENT = (
    RowColumn("to", "机关", required=True, help="与“报送和抄送的机关”写法一致。"),
    RowColumn("kind", "方式", required=True, choices=tuple(Kind.choices)),
    RowColumn("on", "送出日期", required=True, help="例如 2026-02-26。"),
    RowColumn("receipt", "签收", help="签收日期、收文号或者签收人；未签收的空着，以后补登。"),
)
MEDIA = (
    RowColumn("medium", "公开载体", required=True, help="例如“县政府网站法治政府建设年度报告专栏”“洪河日报”。"),
    RowColumn("address", "网址、版面"),
)


class AnnualReportCase(Case):
    """The yearly report of one organ on one year."""

    year = models.PositiveSmallIntegerField(
        "报告年度", null=True, blank=True, validators=[MinValueValidator(2000), MaxValueValidator(2100)],
        help_text="报告的是哪一年的工作，例如2025；2026年报送和公开。",
    )  # fmt: skip
    publishing = models.CharField("公开要求", max_length=20, choices=Duty, blank=True)
    submit_by = models.DateField("报送截止日", null=True, blank=True, help_text="最后一日，固定日期，不顺延。")
    submit_advised = models.DateField(
        "宜报送日", null=True, blank=True, help_text="截止日是休息日的，为此前最后一个工作日。"
    )
    publish_by = models.DateField("公开截止日", null=True, blank=True, help_text="最后一日，固定日期，不顺延。")
    publish_advised = models.DateField(
        "宜公开日", null=True, blank=True, help_text="截止日是休息日的，为此前最后一个工作日。"
    )
    recipients = RowsField("报送和抄送的机关", columns=RECIPIENTS, help_text="不填写的，按本地口径列出。")
    report_title = models.CharField("报告标题", max_length=200, blank=True)
    frozen_on = models.DateField("数字冻结日", null=True, blank=True)
    figure_count = models.PositiveIntegerField("数字个数", null=True, blank=True)
    figure_digest = models.CharField("数字摘要", max_length=64, blank=True)
    text = models.TextField("报告正文", blank=True, help_text="汇编时由系统写入，不能填写。")
    contents = RowsField("必备内容", columns=CONTENTS, help_text="汇编时由系统核对，不能填写。")
    complete = models.BooleanField("必备内容齐全", default=False)
    meeting = models.CharField(
        "集体研究的会议", max_length=150, blank=True, help_text="例如“县政府第48次常务会议”“局党组会议”。"
    )
    party_consent = models.CharField("党委（党组）同意情况", max_length=150, blank=True)
    sent = RowsField("报送情况", columns=SENT)
    submitted_on = models.DateField("报送完成日", null=True, blank=True)
    secrecy_finding = models.CharField("保密审查结论", max_length=20, choices=Finding, blank=True)
    reviewed_by = models.CharField(
        "审查机构", max_length=100, blank=True, help_text="作出保密审查和个人信息审查的机构。"
    )
    privacy_note = models.TextField("个人信息审查情况", blank=True, help_text="没有个人信息，或者怎样处理。")
    media = RowsField("公开的载体", columns=MEDIA)
    index_number = models.CharField("索引号", max_length=60, blank=True)
    written_on = models.DateField("成文日期", null=True, blank=True)
    published_on = models.DateField("公开日期", null=True, blank=True)
    archive_number = models.CharField("归档号", max_length=60, blank=True)

    class Meta:
        verbose_name = "年度报告办理件"
        verbose_name_plural = "年度报告办理件"
        indexes: ClassVar = [models.Index(fields=["year"], name="annual_report_by_year")]
