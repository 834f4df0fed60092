"""For whom the regulation holds, and who reviews (适用与参照, 审查单位)."""

from __future__ import annotations

from typing import Any

from yifa.areas.rulemaking.decision_catalogue.conditions import of_government
from yifa.areas.rulemaking.legality_review.where import reviewing_organ
from yifa.areas.rulemaking.major_decision.acts import REFERRED
from yifa.kernel.declare import Condition, Guard, Test, computed
from yifa.kernel.situation import Situation
from yifa.law import Basis
from yifa.office.models import Organ, OrganKind


def applies(situation: Situation) -> bool:
    """A government at or above the county decides: the regulation applies (决策条例 2)."""
    return of_government(situation)


def refers(situation: Situation) -> bool:
    """A department or a township decides: it follows the regulation by reference (42)."""
    return not applies(situation)


def bound(
    basis: Basis, text: str, test: Test, *, qualified: Basis | None = None, when: Guard | None = None
) -> tuple[Condition, Condition]:
    """A condition of the regulation: final for governments, open to an explained deviation where it is followed
    by reference (参照)."""
    return (
        computed(basis, text, test, qualified=qualified, when=both(applies, when)),
        computed(basis, f"{text}（参照）", test, qualified=qualified or REFERRED, when=both(refers, when)),
    )


def both(one: Guard, other: Guard | None) -> Guard:
    """Both guards, or the one where there is no other."""
    if other is None:
        return one
    return lambda situation: one(situation) and other(situation)


def reviewer(record: Any) -> Any:
    """The organ that reviews legality: the one named, else the one that is competent."""
    return record.review_organ or (reviewing_organ(record.organ) if record.organ.pk else None)


def regulator(record: Any) -> Any:
    """Who reviews fair competition: the one named; else the market regulator of the government, or the organ itself."""
    if record.fair_organ is not None or record.organ.pk is None:
        return record.fair_organ
    if record.organ.kind != OrganKind.GOVERNMENT:
        return record.organ
    return Organ.objects.filter(parent=record.organ, name__contains="市场监督管理").order_by("pk").first()
