"""The row of a referral (涉嫌犯罪案件移送)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models

from yifa.areas.enforcement.common.acting import OfficerFields
from yifa.areas.enforcement.common.party import PartyFields
from yifa.areas.enforcement.criminal_referral import choices as c
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.office.personal import Mask, personal

PAPERS = (
    RowColumn("item", "材料", required=True),
    RowColumn("state", "有无", choices=tuple(c.Presence.choices), help="不适用的说明原因。"),
    RowColumn("note", "说明"),
)
GOODS = (
    RowColumn("name", "物品、材料", required=True),
    RowColumn("number", "数量、编号"),
    RowColumn("from_coercion", "来源", choices=c.GOODS_FROM),
)  # fmt: skip
PENALTIES = (
    RowColumn("kind", "处罚", required=True, help="例如 警告、责令停产停业、暂扣许可证、罚款10000元。"),
    RowColumn("number", "决定书文号"),
    RowColumn("on", "日期"),
)


def _money(label: str, text: str) -> models.DecimalField[Any, Any]:
    return models.DecimalField(
        label, max_digits=14, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0, "金额不能小于0")], help_text=text,
    )  # fmt: skip


class ReferralCase(PartyFields, OfficerFields, Case):
    """One referral, at the organ that found the suspected crime, or that received the case back."""

    direction = models.CharField("移送方向", max_length=8, choices=c.Direction, blank=True)
    client_title = models.CharField("所涉案件", max_length=200, blank=True)
    client_number = models.CharField("所涉案件编号", max_length=60, blank=True)
    suspected_crime = models.CharField("涉嫌罪名", max_length=120, blank=True)
    facts = personal(models.TextField("涉嫌犯罪的事实", blank=True), Mask.TEXT, "侦查秘密和个人信息")
    reported_on = models.DateField("提出移送书面报告日", null=True, blank=True)
    chief = personal(
        models.CharField(
            "审批人", max_length=50, blank=True, help_text="正职负责人，或者主持工作的负责人；分管副职不能审批。"
        ),
        Mask.NAME, "自然人姓名",
    )  # fmt: skip
    chief_role = models.CharField(
        "审批人职务", max_length=10, blank=True, choices=(("chief", "正职负责人"), ("acting", "主持工作的负责人")),
    )  # fmt: skip
    reject_reason = models.TextField("不批准移送的理由", blank=True)
    police = models.CharField("受移送的公安机关", max_length=100, blank=True, help_text="同级公安机关的全称。")
    documents = RowsField("移送材料", columns=PAPERS)
    prior_penalties = RowsField(
        "移送前已经作出的处罚", columns=PENALTIES, help_text="警告、停产停业、暂扣吊销不停止执行；罚款折抵罚金。"
    )
    procuratorate_on = models.DateField("抄送人民检察院日", null=True, blank=True)
    receipt_on = models.DateField("公安机关接受日", null=True, blank=True, help_text="回执载明的日期。")
    receipt_no = models.CharField("回执编号", max_length=80, blank=True)
    filed_no = models.CharField("立案通知书文号", max_length=80, blank=True)
    not_filed_no = models.CharField("不予立案通知书文号", max_length=80, blank=True)
    not_filed_why = models.TextField("不予立案的理由", blank=True)
    goods = RowsField("移交的物品和材料", columns=GOODS)
    source = models.CharField("移送行政处理的情形", max_length=20, choices=c.Source, blank=True)
    source_organ = models.CharField("移送机关", max_length=100, blank=True, help_text="公安机关、检察院、法院的全称。")
    source_document = models.CharField("移送文书", max_length=120, blank=True, help_text="检察意见书等的文号。")
    reply_by = models.DateField(
        "要求回复日", null=True, blank=True, help_text="检察意见书等载明的回复期限；没有的留空。"
    )
    handled = models.TextField("处理结果", blank=True)
    criminal_fine = _money("判处的罚金", "元；没有的留空。")
    offset_fine = _money("折抵的罚款", "移送前已经给予的罚款，折抵罚金的数额。")
    outcome = models.CharField("移送结果", max_length=20, choices=c.Outcome, blank=True)

    class Meta:
        verbose_name = "涉嫌犯罪案件移送"
        verbose_name_plural = "涉嫌犯罪案件移送"

    @property
    def goods_seized(self) -> bool:
        """Whether something seized goes with the case."""
        return any(row.get("from_coercion") == "seized" for row in self.goods)

    @property
    def attached(self) -> list[str]:
        """The documents that are there."""
        return [str(row["item"]) for row in self.documents if row.get("state") == c.Presence.PRESENT]

    @property
    def goods_names(self) -> list[str]:
        """What is handed over, in words."""
        return [f"{row['name']} {row.get('number') or ''}".strip() for row in self.goods]


def document_rows(record: Any, on: date) -> list[dict[str, str]]:
    """The five documents, still to be ticked where nothing was said."""
    return record.documents or [{"item": item} for item, _ in c.DOCUMENTS]
