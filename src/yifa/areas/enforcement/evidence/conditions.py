"""Conditions on the rows of evidence of a case, for its procedure to declare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yifa.areas.enforcement.bases import PENALTY
from yifa.areas.enforcement.evidence.rows import faults, held
from yifa.kernel.declare import Condition, computed
from yifa.kernel.situation import Situation

RECORDED = PENALTY[47].says("全过程记录")
VERIFIED = PENALTY[46, 2].says("查证属实")
FACTS = ("name", "kind", "proves", "obtained_on", "verified", "surveillance", "source", "place", "digest")
"""What a row tells of the facts; the rest tells where the thing is. A blank may be filled in later."""


def rows_fit() -> Condition:
    """The rows agree with themselves: dates in order, a digest that can be one, who got what was given away."""
    return computed(RECORDED, "证据登记的日期、去向、校验值相符", _fit)


def all_accounted_for() -> Condition:
    """Nothing is kept any more; where something has to be kept on, a person says why."""
    return computed(RECORDED, "保管的证据、物品都有去向", _accounted_for, qualified=RECORDED)


def only_custody_changed() -> Condition:
    """What was found out is not touched while only custody is being entered (处罚法 46②)."""
    return computed(VERIFIED, "没有增减证据，没有改动证据的内容", _same_facts)


def _same_facts(situation: Situation) -> str | None:
    record = situation.record
    if record.pk is None:  # a scenario
        return None
    before = type(record)._base_manager.values_list("evidence", flat=True).get(pk=record.pk)
    if len(before) != len(record.evidence):
        return f"原有{len(before)}项证据，现为{len(record.evidence)}项，新的证据在调查取证中登记"
    changed = [
        str(old.get("name")) for old, new in zip(before, record.evidence, strict=True)
        if any((old.get(name) or "") != (new.get(name) or "") for name in FACTS if old.get(name))
    ]  # fmt: skip
    return f"{'、'.join(changed[:5])}的内容有改动，这里只登记保管和去向" if changed else None


def _fit(situation: Situation) -> str | None:
    wrong = list(_faults(situation.record.evidence, situation.on))
    return "；".join(wrong[:5]) or None


def _faults(rows: list[dict[str, Any]], on: Any) -> Iterator[str]:
    for number, row in enumerate(rows, 1):
        for fault in faults(row, on):
            yield f"证据第{number}行“{row.get('name')}”{fault}"


def _accounted_for(situation: Situation) -> str | None:
    kept = [str(row.get("name")) for row in situation.record.evidence if held(row)]
    return f"仍由本机关保管：{'、'.join(kept[:5])}，请先登记去向" if kept else None
