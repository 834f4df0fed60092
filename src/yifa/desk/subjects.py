"""The subjects under which procedures, registers and figures stand on a page (业务门类), in the order of an office."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

Shown = TypeVar("Shown")

_REMEDIES = "行政复议"
_DECISIONS = "决策与规范性文件"
_REVIEW = "合法性审查"
_CONTRACTS = "政府合同"
_PENALTIES = "处罚与强制"
_INSPECTIONS = "检查"
_LICENCES = "许可与清单"
_MONEY = "罚没与证据"
_BODIES = "主体与人员"
_SUPERVISION = "执法监督"
_LEADERSHIP = "年度报告与学法"
_OPENNESS = "公开与普法"

SUBJECTS = (
    _REMEDIES, _DECISIONS, _REVIEW, _CONTRACTS, _PENALTIES, _INSPECTIONS, _LICENCES, _MONEY, _BODIES, _SUPERVISION,
    _LEADERSHIP, _OPENNESS,
)  # fmt: skip
"""In the order in which a page shows them."""

_OF = {
    "remedies": _REMEDIES,
    "rulemaking": _DECISIONS,
    "rulemaking.legality_review": _REVIEW,
    "rulemaking.opinion_library": _REVIEW,
    "rulemaking.fair_competition": _REVIEW,
    "rulemaking.counsel": _REVIEW,
    "rulemaking.government_contract": _CONTRACTS,
    "rulemaking.contract_dispute": _CONTRACTS,
    "rulemaking.contract_filing": _CONTRACTS,
    "rulemaking.contract_template": _CONTRACTS,
    "rulemaking.lists": _LICENCES,
    "enforcement": _PENALTIES,
    "enforcement.inspected": _INSPECTIONS,
    "enforcement.inspection": _INSPECTIONS,
    "enforcement.inspection_plan": _INSPECTIONS,
    "enforcement.licence": _LICENCES,
    "enforcement.fine_collection": _MONEY,
    "enforcement.receipts": _MONEY,
    "enforcement.evidence": _MONEY,
    "enforcement.authority": _BODIES,
    "enforcement.certificate": _BODIES,
    "enforcement.complaint": _SUPERVISION,
    "enforcement.dossier_review": _SUPERVISION,
    "enforcement.power_dispute": _SUPERVISION,
    "enforcement.statistics": _SUPERVISION,
    "enforcement.supervision": _SUPERVISION,
    "enforcement.watchers": _SUPERVISION,
    "leadership": _LEADERSHIP,
    "openness": _OPENNESS,
    "services": _OPENNESS,
}
"""The package of a declaration under `yifa.areas`, or the area as a whole, and its subject."""


def subject_of(declared: Any) -> str:
    """The subject of a procedure or register, by the package that declares it."""
    area, package = [*str(declared.__module__).removeprefix("yifa.areas.").split("."), ""][:2]
    return _OF.get(f"{area}.{package}") or _OF.get(area, _DECISIONS)


def by_subject(found: Iterable[Shown], declared: Callable[[Shown], Any]) -> list[tuple[str, list[Shown]]]:
    """What is found under its subjects, in their order; a subject without anything is left out."""
    under: dict[str, list[Shown]] = {subject: [] for subject in SUBJECTS}
    for each in found:
        under[subject_of(declared(each))].append(each)
    return [(subject, shown) for subject, shown in under.items() if shown]
