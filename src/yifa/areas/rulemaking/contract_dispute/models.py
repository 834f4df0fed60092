"""The row of a dispute over a contract, at the organ that is a party to it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models

from yifa.areas.rulemaking.contract_dispute import choices as c
from yifa.areas.rulemaking.contract_kinds import Nature
from yifa.areas.rulemaking.government_contract.choices import DisputeKind
from yifa.areas.rulemaking.government_contract.models import ContractCase
from yifa.areas.rulemaking.government_contract.record import PARTIES
from yifa.clock import days, due
from yifa.kernel.derived import Derived
from yifa.kernel.fields import RowColumn, RowsField
from yifa.kernel.models import Case
from yifa.kernel.workdays import current_calendar
from yifa.office.personal import Mask

NOT_NEGATIVE = [MinValueValidator(0, "不得为负数")]
AGENTS = (
    RowColumn("name", "姓名", required=True, mask=Mask.NAME),
    RowColumn("kind", "身份", choices=(("staff", "本机关工作人员"), ("counsel", "法律顾问"), ("lawyer", "其他律师"))),
    RowColumn("unit", "所在单位"),
    RowColumn("scope", "代理权限", help="一般代理或者特别授权。"),
)


def _amount(label: str, help_text: str = "") -> Any:
    return models.DecimalField(
        label, max_digits=18, decimal_places=2, null=True, blank=True, validators=NOT_NEGATIVE, help_text=help_text
    )


def _perform_last(record: ContractDisputeCase) -> date | None:
    """The last day for performing: a rest day moves it on (民诉法 85③、行诉法 101), once the year's days are known."""
    if record.perform_by is None:
        return None
    eve = record.perform_by - timedelta(days=1)
    found = due(eve, days(1), calendar=current_calendar(), allow_provisional=True)
    return record.perform_by if found.provisional or found.rolled is None else found.rolled


class ContractDisputeCase(Case):
    """One dispute over a contract (合同纠纷)."""

    contract = models.ForeignKey(
        ContractCase, models.PROTECT, verbose_name="合同", related_name="disputes", null=True, blank=True
    )
    contract_number = models.CharField("合同编号", max_length=60, blank=True)
    contract_title = models.CharField("合同名称", max_length=150, blank=True)
    nature = models.CharField("合同性质", max_length=30, choices=Nature, blank=True)
    opponents = RowsField("对方当事人", columns=PARTIES)
    route = models.CharField("处理途径", max_length=20, choices=DisputeKind, blank=True)
    cause = models.TextField("争议事项", blank=True)
    side = models.CharField("本机关的地位", max_length=20, choices=c.Side, blank=True)
    forum_name = models.CharField("受理的法院、仲裁机构", max_length=100, blank=True)
    dispute_number = models.CharField("案号", max_length=100, blank=True)
    claims = models.TextField("诉讼、仲裁请求", blank=True)
    claim_amount = _amount("标的额（元）")
    agents = RowsField("代理人", columns=AGENTS, help_text="个人信息，不公开。")
    filed_on = models.DateField("起诉、申请日", null=True, blank=True)
    served_on = models.DateField("收到起诉状、申请书副本日", null=True, blank=True)
    defence = models.TextField("答辩意见", blank=True)
    ruling = models.CharField("裁判文书种类", max_length=20, choices=c.Ruling, blank=True)
    first_ruling = models.CharField("一审裁判文书种类", max_length=20, choices=c.Ruling, blank=True, editable=False)
    ruling_number = models.CharField("裁判文书号", max_length=100, blank=True)
    result = models.CharField("裁判结果", max_length=20, choices=c.Result, blank=True)
    ruling_text = models.TextField("裁判主文", blank=True)
    awarded_amount = _amount("裁判确定的给付金额（元）")
    debtor = models.CharField("履行义务方", max_length=20, choices=c.Debtor, blank=True)
    first_served_on = models.DateField("一审裁判送达日", null=True, blank=True)
    effective_on = models.DateField("裁判生效日", null=True, blank=True)
    perform_by = models.DateField(
        "履行期限届满日", null=True, blank=True, help_text="裁判文书确定的履行期间的最后一日。"
    )
    performed = _amount("已经履行的金额（元）")
    ending = models.CharField("办结方式", max_length=20, choices=c.Ending, blank=True)
    outcome = models.TextField("处理结果", blank=True)
    lessons = models.TextField("原因分析和改进措施", blank=True)
    perform_last = Derived("履行期限届满日（末日为休息日的顺延）", _perform_last)

    class Meta:
        verbose_name = "合同纠纷案件"
        verbose_name_plural = "合同纠纷案件"

    @property
    def opponent_names(self) -> str:
        """The other side, for instruments and lists."""
        return "、".join(str(row.get("name", "")) for row in self.opponents)

    @property
    def agent_lines(self) -> list[dict[str, str]]:
        """The agents with their units and powers, for the power of attorney."""
        return [
            {
                "name": f"{row['name']}（{row['unit']}）" if row.get("unit") else row["name"],
                "scope": row.get("scope") or "一般代理",
            }
            for row in self.agents
        ]
