"""The row of a filed contract, at the justice bureau that receives it."""

from __future__ import annotations

from django.db import models

from yifa.areas.rulemaking.contract_filing.choices import Fault, Measure
from yifa.areas.rulemaking.contract_kinds import Nature
from yifa.areas.rulemaking.government_contract.defaults import DEFAULTS
from yifa.areas.rulemaking.government_contract.models import ContractCase
from yifa.areas.rulemaking.government_contract.record import PARTIES
from yifa.areas.rulemaking.texts import DraftText
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.office.models import Organ

PROBLEMS = (
    RowColumn("clause", "条款", help="例如“第五条第二款”；涉及全文或者程序的不填。"),
    RowColumn("kind", "问题类别", choices=tuple(Fault.choices)),
    RowColumn("text", "问题", required=True),
    RowColumn("basis", "依据"),
    RowColumn("measure", "处理建议", choices=tuple(Measure.choices)),
)


class ContractFilingCase(Case):
    """One filed contract (合同备案件)."""

    filer = models.ForeignKey(Organ, models.PROTECT, verbose_name="报备单位", related_name="+", null=True, blank=True)
    filer_name = models.CharField("报备单位名称", max_length=100, blank=True, help_text="不在机关名录中的填写。")
    contract = models.ForeignKey(
        ContractCase, models.PROTECT, verbose_name="报备的合同", related_name="filings", null=True, blank=True
    )
    contract_title = models.CharField("合同名称", max_length=150, blank=True)
    contract_number = models.CharField("合同编号", max_length=60, blank=True)
    nature = models.CharField("合同性质", max_length=30, choices=Nature, blank=True)
    counterparties = RowsField("合同相对方", columns=PARTIES)
    amount = models.DecimalField("合同金额（元）", max_digits=18, decimal_places=2, null=True, blank=True)
    signed_on = models.DateField("签订日", null=True, blank=True)
    review_number = models.CharField("合法性审查意见文号", max_length=100, blank=True)
    reviewed_before = models.BooleanField("签订前已经合法性审查", default=False)
    meeting = models.CharField("集体研究会议", max_length=150, blank=True)
    text = DraftText("合同文本", blank=True)
    reviewed_digest = models.CharField("审查、核对过的文本摘要", max_length=64, blank=True)
    received_on = models.DateField("收到报备日", null=True, blank=True)
    late = models.BooleanField("逾期报备", default=False, help_text="由系统按签订日和本级规定的报备期限计算。")
    return_reason = models.TextField("退回补正的内容", blank=True)
    returned_once = models.BooleanField("曾被退回补正", default=False)
    registered_on = models.DateField("登记日", null=True, blank=True)
    problems = RowsField("审查发现的问题", columns=PROBLEMS)
    opinion = models.TextField("备案审查意见", blank=True)
    concluded_on = models.DateField("审结日", null=True, blank=True)
    answer = models.TextField("报备单位处理情况", blank=True)

    class Meta:
        verbose_name = "合同备案件"
        verbose_name_plural = "合同备案件"

    @property
    def from_whom(self) -> str:
        """Who filed it, for lists and letters."""
        return self.filer.name if self.filer else self.filer_name

    @property
    def refile_days(self) -> int:
        """In how many working days it is filed again, as the place has it."""
        return self._choice("refile_days")

    @property
    def answer_days(self) -> int:
        """In how many working days the organ answers, as the place has it."""
        return self._choice("filing_answer_days")

    def _choice(self, code: str) -> int:
        choices = DEFAULTS.at(self.organ.place.code) if self.organ_id is not None else DEFAULTS
        return choices.number(code)

    @property
    def problem_lines(self) -> list[str]:
        """Each problem as a line of the opinion."""
        return [_line(row) for row in self.problems]


def _line(row: dict[str, str]) -> str:
    clause = f"{row['clause']}：" if row.get("clause") else ""
    basis = f"（依据：{row['basis']}）" if row.get("basis") else ""
    measure = f"建议{Measure(row['measure']).label}。" if row.get("measure") else ""
    return f"{clause}{row['text'].rstrip('。')}{basis}。{measure}"
