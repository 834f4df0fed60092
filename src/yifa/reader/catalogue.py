"""The catalogue of comparable indicators (指标目录): codes, names, units and what a rate is computed from."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

SECTION_TYPES = {
    "leadership": "党的领导/学法述法",
    "functions": "政府职能/放管服/营商环境",
    "normative": "制度建设/规范性文件",
    "decision": "行政决策/合法性审查/法律顾问/合同",
    "enforcement": "行政执法",
    "emergency": "突发事件",
    "disputes": "矛盾纠纷/复议应诉/调解/公共法律服务/普法",
    "supervision": "监督制约/政务公开/督察",
    "digital": "数字/科技保障",
    "problems": "存在问题",
    "plan": "下一步计划",
    "container": "综合（含多个领域的上位标题）",
}
_AREAS = {
    "leadership": "leadership", "org": "functions", "power": "functions", "service": "functions",
    "business": "functions", "legislation": "normative", "normative": "normative", "decision": "decision",
    "contract": "decision", "counsel": "decision", "enforcement": "enforcement", "emergency": "emergency",
    "reconsideration": "disputes", "litigation": "disputes", "mediation": "disputes", "legal_service": "disputes",
    "legalaid": "disputes", "publicity": "disputes", "supervision": "supervision", "disclosure": "supervision",
    "digital": "digital", "evaluation": "evaluation",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Indicator:
    """One comparable indicator.

    `numerator` and `denominator` list the codes a rate is computed from; `support` the codes that, stated beside it,
    give it a basis without being its exact numerator or denominator (`*`: any count in the same sentence does).
    """

    code: str
    name: str
    unit: str
    definition: str
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    support: tuple[str, ...]

    @property
    def section_type(self) -> str:
        """The area of a report where it is usually stated."""
        return _AREAS[self.code.partition(".")[0]]


@cache
def catalogue() -> Mapping[str, Indicator]:
    """All indicators by code."""
    source = (resources.files("yifa.data.indicators") / "catalogue.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in source.splitlines() if not line.startswith("#"))
    return {
        row["code"]: Indicator(
            row["code"],
            row["name_zh"],
            row["unit"],
            row["definition"],
            tuple(row["numerator"].split()),
            tuple(row["denominator"].split()),
            tuple(row["support"].split()),
        )
        for row in rows
    }
