"""The two numbers of a document: 发文字号 and 统一编号, each in a series without gaps by organ and year."""

from __future__ import annotations

from datetime import date
from typing import Any

from yifa.areas.rulemaking.normative_document.models import Numbering
from yifa.kernel.models import Event
from yifa.papers import numbers

DOCUMENT = "规范性文件发文字号"
UNIFIED = "规范性文件统一编号"


def document_number(record: Any, on: date) -> str:
    """洪政规〔2025〕3号. Without a rule of its own the organ's mark and 规 are used.

    Raises:
        NumberError: the organ has neither a rule nor a mark.
    """
    rule = _rule(record)
    mark = rule.mark if rule else f"{record.organ.mark}规"
    if record.organ_id and rule is None and not record.organ.mark:
        raise numbers.NumberError(
            f"无法为“{record.organ.name}”编发文字号：没有填写机关代字。请管理员在机关信息或者编号规则中填写。"
        )
    head = f"{mark}〔{on.year}〕"
    return _given_before(record, "document_number", head) or f"{head}{_serial(record, DOCUMENT, on)}号"


def unified_number(record: Any, on: date) -> str:
    """HHZF-2025-0003; without a rule of its own the division code and the organ's number stand first."""
    rule = _rule(record)
    prefix = rule.code if rule else f"{record.organ.place.code}{record.organ_id:03d}" if record.organ_id else "样例"
    head = f"{prefix}-{on.year}-"
    return _given_before(record, "unified_number", head) or f"{head}{_serial(record, UNIFIED, on):04d}"


def _rule(record: Any) -> Numbering | None:
    return Numbering.objects.filter(organ_id=record.organ_id).first() if record.organ_id else None


def _given_before(record: Any, name: str, head: str) -> str:
    """The number this document had before its issue was voided: it gets it again, so that the series has no gap."""
    if record.pk is None:
        return ""
    issued = Event._base_manager.filter(case_id=record.pk, step="issue").order_by("-seq")
    given = (str(data.get("fields", {}).get(name, "")) for data in issued.values_list("data", flat=True))
    return next((number for number in given if number.startswith(head)), "")


def _serial(record: Any, series: str, on: date) -> int:
    """The next of the series; always the first in a scenario, whose organ is not in the books."""
    return numbers.serial(record.organ, series, on.year) if record.organ_id else 1
