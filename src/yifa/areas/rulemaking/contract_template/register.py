"""合同范本库: the model texts of an organ; those of the justice bureau serve the whole county."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from yifa.areas.rulemaking.contract_acts import CIVIL, LOCAL
from yifa.areas.rulemaking.contract_template.models import ContractTemplate
from yifa.areas.rulemaking.legality_review.where import bureau_over
from yifa.kernel.registers import Column, EntryCount, Problem, Register
from yifa.office.models import Organ
from yifa.text.units import units_of

MODEL = CIVIL[470, 2].says("示范文本")


class ContractTemplates(Register[ContractTemplate]):
    """合同范本库."""

    key, label = "contract_template", "合同范本库"
    basis = MODEL
    note = "一个版本登记一条；修订后的另登记一条，原来的写停用日期。合同和审查案件的“对照范本”按条与它比较。"
    model = ContractTemplate
    columns = (
        Column(ContractTemplate.number, width=16, example="范〔2025〕1号"),
        Column(ContractTemplate.name, MODEL, width=36, example="洪河县政府采购货物合同范本"),
        Column(ContractTemplate.contract_type, width=14, example="货物采购"),
        Column(ContractTemplate.nature, width=12, example="民事合同"),
        Column(ContractTemplate.source, LOCAL, width=24, listed=False, example="县司法局"),
        Column(ContractTemplate.since, example="2025-01-01"),
        Column(ContractTemplate.until, example=""),
        Column(ContractTemplate.fixed, width=24, listed=False, example="第八条、第十条"),
        Column(ContractTemplate.text, MODEL, width=60, listed=False, example="第一条 标的……第二条 价款……"),
    )
    unique = (ContractTemplate.number,)
    dated = ContractTemplate.since
    sorted_by = ContractTemplate.contract_type
    searched = (ContractTemplate.number, ContractTemplate.name)
    future = True

    ct_templates = EntryCount(
        "在用的合同范本", unit="份", standing=(ContractTemplate.since, ContractTemplate.until),
        definition="期末仍在使用的合同范本；当日停用的计入。",
    )  # fmt: skip

    @classmethod
    def check(cls, entry: ContractTemplate, today: date) -> Iterable[Problem]:
        """It has clauses, those that are fixed are among them, and it does not end before it begins."""
        labels = {unit.label for unit in units_of(entry.text) if unit.label}
        if len(labels) < 2:
            yield Problem("text", "范本全文", "没有分条", "请按“第一条、第二条……”分条写，才能与草稿比较")
        unknown = [name for name in fixed_labels(entry) if name not in labels]
        if unknown and labels:
            yield Problem("fixed", "不得改动的条款", f"范本中没有{'、'.join(unknown)}", "请核对条号")
        if entry.until is not None and entry.until < entry.since:
            yield Problem("until", "停用日期", f"{entry.until}早于启用日期{entry.since}", "请核对日期")


def fixed_labels(entry: ContractTemplate) -> list[str]:
    """The clauses that must not be changed."""
    return [name for name in re.split(r"[、，,\s]+", entry.fixed) if name]


def templates_for(organ: Organ, contract_type: str, on: date, *, nature: str = "") -> QuerySet[ContractTemplate]:
    """The model texts of a type that an organ uses on a day: its own, then those of its justice bureau."""
    bureau = bureau_over(organ)
    keepers = [organ.pk, *([bureau.pk] if bureau is not None else [])]
    current = Q(since__lte=on) & (Q(until=None) | Q(until__gte=on))
    found = ContractTemplate._base_manager.filter(current, organ_id__in=keepers, withdrawn=False)
    if contract_type:
        found = found.filter(contract_type=contract_type)
    if nature:
        found = found.filter(nature=nature)
    return found.order_by("-since", "pk")
