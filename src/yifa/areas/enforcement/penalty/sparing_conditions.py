"""Whether no penalty is right (不予处罚的要件): 行政处罚法 30, 31, 33, 36; one test for each ground."""

from __future__ import annotations

from collections.abc import Callable

from yifa.areas.enforcement.common.acting import in_books
from yifa.areas.enforcement.discretion.models import LenientKind
from yifa.areas.enforcement.penalty import choices as c
from yifa.areas.enforcement.penalty.conditions import not_time_barred
from yifa.areas.enforcement.penalty.first_offence import earlier_same, listed_item, years_back
from yifa.kernel.situation import Situation

_ELEMENTS: dict[str, tuple[str, ...]] = {
    c.SpareGround.MINOR: ("轻微", "及时改正", "没有造成危害后果"),
    c.SpareGround.FIRST: ("初次违法", "危害后果轻微", "及时改正"),
}
"""What each ground of article 33① is made of; the form asks for each with its evidence."""


def _unmet(situation: Situation, ground: str) -> str | None:
    """Elements that are not confirmed in the case."""
    rows = {str(row["element"]): row for row in situation.record.spare_elements}
    missing = [one for one in _ELEMENTS[ground] if one not in rows]
    if missing:
        return f"没有逐项认定要件：{'、'.join(missing)}"
    failed = [one for one in _ELEMENTS[ground] if rows[one].get("met") == "no"]
    return f"不具备要件：{'、'.join(failed)}" if failed else None


def _minor(situation: Situation) -> str | None:
    record = situation.record
    if record.corrected_on is None or record.corrected_on > situation.on:
        return "违法行为没有及时改正，不能适用第三十三条第一款"
    if record.harm != c.Harm.NONE:
        return "应当不罚要求没有造成危害后果；危害后果轻微的，看是否初次违法"
    return _unmet(situation, c.SpareGround.MINOR)


def _first(situation: Situation) -> str | None:
    record = situation.record
    if record.corrected_on is None or record.corrected_on > situation.on:
        return "违法行为没有及时改正，不能适用第三十三条第一款"
    if record.harm == c.Harm.REAL:
        return "危害后果不是轻微的，不能适用首违不罚"
    rows = {str(row["element"]): row.get("met") for row in record.spare_elements}
    if record.harm == c.Harm.NONE and rows.get("轻微") != "no":
        return "没有造成危害后果并及时改正，违法行为轻微的，应当适用“应当不罚”，不适用“可以不罚”"
    if in_books(situation):
        earlier = earlier_same(record, situation.on)
        if earlier:
            named = "；".join(str(prior) for prior in earlier[:3])
            return f"不是初次违法，{years_back(record, situation.on)}年内有同类违法的处理：{named}"
    return _unmet(situation, c.SpareGround.FIRST)


def _no_fault(situation: Situation) -> str | None:
    has = situation.record.no_fault_evidence
    return None if has else "没有当事人提供的证明没有主观过错的证据，举证责任在当事人"


def _under_14(situation: Situation) -> str | None:
    record = situation.record
    age = record.party_age(record.violation_date or situation.on)
    if age is None:
        return "没有当事人的出生日期"
    if age >= 14:
        return f"当事人违法时已满{age}周岁"
    return None if record.guardian_order else "应当责令监护人加以管教，没有写明内容"


def _mental(situation: Situation) -> str | None:
    record = situation.record
    if record.capacity != c.Capacity.NONE:
        return "没有认定当事人不能辨认或者不能控制自己行为"
    return None if record.guardian_order else "应当责令监护人严加看管和治疗，没有写明内容"


def _barred(situation: Situation) -> str | None:
    return None if not_time_barred(situation) else "没有超过处罚时效"


TESTS: dict[str, Callable[[Situation], str | None]] = {
    c.SpareGround.MINOR: _minor,
    c.SpareGround.FIRST: _first,
    c.SpareGround.NO_FAULT: _no_fault,
    c.SpareGround.UNDER_14: _under_14,
    c.SpareGround.MENTAL: _mental,
    c.SpareGround.TIME_BARRED: _barred,
}


def on_ground(ground: c.SpareGround) -> Callable[[Situation], bool]:
    """The case is decided on this ground."""

    def guard(situation: Situation) -> bool:
        record = situation.record
        return bool(record.decision_type == c.DecisionType.NO_PENALTY and record.spare_ground == ground)

    return guard


def grounded(situation: Situation) -> str | None:
    """No penalty though an act was unlawful has a ground."""
    record = situation.record
    if record.decision_type == c.DecisionType.NO_PENALTY and not record.spare_ground:
        return "没有写明不予处罚的理由"
    return None


def listed_first(situation: Situation) -> str | None:
    """The act stands in the list of first offences; the act of law itself does not ask for a list."""
    if not in_books(situation):
        return None
    item = listed_item(situation.record, situation.on, LenientKind.NONE_FIRST)
    return None if item is not None else "该违法行为没有列入本机关公布的首违不罚清单；直接依照法律认定的，写明理由"
