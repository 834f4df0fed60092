"""The row of a filing, at the government that receives it."""

from __future__ import annotations

from django.db import models

from yifa.areas.rulemaking.normative_document.defaults import DEFAULTS
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase
from yifa.areas.rulemaking.texts import DraftText
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.office.models import Organ

FAULTS = (
    ("authority", "超越权限"), ("higher_law", "违反上位法规定"), ("rights", "减损权利、增加义务没有依据"),
    ("procedure", "违背法定程序"), ("conflict", "与其他规定不一致"), ("unfit", "规定不适当"),
    ("form", "制定技术、形式"),
)  # fmt: skip
PROBLEMS = (
    RowColumn("clause", "条款", help="例如“第五条第二款”；全文的不填。"),
    RowColumn("kind", "问题类别", choices=FAULTS),
    RowColumn("text", "问题", required=True),
    RowColumn("basis", "依据"),
)


class DocumentFilingCase(Case):
    """One filed document (备案件)."""

    issuer = models.ForeignKey(Organ, models.PROTECT, verbose_name="制定机关", related_name="+", null=True, blank=True)
    issuer_name = models.CharField("制定机关名称", max_length=100, blank=True, help_text="不在机关名录中的填写。")
    document = models.ForeignKey(
        NormativeDocumentCase, models.PROTECT, verbose_name="报备的文件", related_name="filings", null=True, blank=True
    )
    name = models.CharField("文件名称", max_length=200, blank=True)
    document_number = models.CharField("发文字号", max_length=60, blank=True)
    unified_number = models.CharField("统一编号", max_length=60, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    text = DraftText("文件文本", blank=True)
    note = models.TextField("起草说明", blank=True)
    received_on = models.DateField("收到报备日", null=True, blank=True)
    return_reason = models.TextField("退回补正的内容", blank=True)
    returned_once = models.BooleanField("曾被退回补正", default=False)
    problems = RowsField("审查发现的问题", columns=PROBLEMS)
    opinion = models.TextField("审查意见", blank=True)
    registered_on = models.DateField("登记日", null=True, blank=True)
    concluded_on = models.DateField("审结日", null=True, blank=True)
    correction = models.TextField("制定机关纠正情况", blank=True)

    class Meta:
        verbose_name = "规范性文件备案件"
        verbose_name_plural = "规范性文件备案件"

    @property
    def from_whom(self) -> str:
        """Who filed it, for lists and letters."""
        return self.issuer.name if self.issuer else self.issuer_name

    @property
    def refile_days(self) -> int:
        """In how many days the issuer files again, as the place has it."""
        return self._choice("refile_days")

    @property
    def correction_days(self) -> int:
        """In how many days the issuer reports on an opinion, as the place has it."""
        return self._choice("correction_days")

    def _choice(self, code: str) -> int:
        choices = DEFAULTS.at(self.organ.place.code) if self.organ_id is not None else DEFAULTS
        return choices.number(code)

    @property
    def problems_in_words(self) -> list[str]:
        """Each problem as a line of the opinion."""
        return [_problem(row) for row in self.problems]


def _problem(row: dict[str, str]) -> str:
    clause = f"{row['clause']}：" if row.get("clause") else ""
    basis = f"（依据：{row['basis']}）" if row.get("basis") else ""
    return f"{clause}{row['text']}{basis}"
