"""The row of a review suggestion."""

from __future__ import annotations

from django.db import models

from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.office.models import Organ
from yifa.office.personal import Mask, personal

COMPANY = ("kind", ("company", "organisation"))
PEOPLE = (
    RowColumn("name", "姓名或者名称", required=True, mask=Mask.NAME, public_if=COMPANY),
    RowColumn("kind", "身份", choices=(("citizen", "公民"), ("company", "企业"), ("organisation", "其他组织"))),
    RowColumn("contact", "联系方式", mask=Mask.PHONE),
    RowColumn("address", "联系地址", mask=Mask.ADDRESS),
)


class ReviewSuggestionCase(Case):
    """A written suggestion to review a document (审查建议), at the organ that studies it."""

    suggesters = RowsField("建议人", columns=PEOPLE)
    document = models.ForeignKey(
        NormativeDocumentCase, models.PROTECT, verbose_name="建议审查的文件", related_name="suggestions",
        null=True, blank=True,
    )  # fmt: skip
    unified_number = models.CharField(
        "统一编号", max_length=60, blank=True, help_text="本机关和所属机关的文件，填写统一编号后系统自动关联。"
    )
    document_name = models.CharField("文件名称和文号", max_length=250, blank=True)
    issuer = models.ForeignKey(Organ, models.PROTECT, verbose_name="制定机关", related_name="+", null=True, blank=True)
    clauses = models.CharField("认为不合法的条款", max_length=200, blank=True)
    against = models.CharField(
        "认为违反的上位法", max_length=300, blank=True, help_text="法律、法规、规章的名称和条款；不清楚的留空。"
    )
    online = models.BooleanField("网上提交", default=False)
    reasons = personal(models.TextField("建议的内容和理由", blank=True), Mask.TEXT, "理由中可能夹带个人信息")
    received_on = models.DateField("收到日", null=True, blank=True)
    explanation = models.TextField("制定机关的说明", blank=True)
    result = models.CharField(
        "研究结果", max_length=20, blank=True,
        choices=(
            ("lawful", "未发现违法或者不适当"), ("correct", "存在问题，由制定机关纠正"),
            ("revoke", "存在问题，改变或者撤销"),
            ("gone", "文件已经失去效力"), ("other_remedy", "属于复议、诉讼或者信访事项，已告知途径"),
        ),
    )  # fmt: skip
    reply = personal(models.TextField("答复内容", blank=True), Mask.TEXT, "答复中可能写有建议人的信息")
    answered_on = models.DateField("答复日", null=True, blank=True)
    transferred_to = models.CharField("移送的机关", max_length=100, blank=True)

    class Meta:
        verbose_name = "规范性文件审查建议"
        verbose_name_plural = "规范性文件审查建议"

    @property
    def suggesters_in_words(self) -> str:
        """Who suggested it, for the reply to them."""
        return "、".join(row["name"] for row in self.suggesters)
