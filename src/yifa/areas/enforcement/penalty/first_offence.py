"""Whether it is a first offence (初次违法): earlier penalties of the same party, and the lists of leniency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from yifa.areas.enforcement.discretion.models import LenientItem, LenientKind
from yifa.areas.enforcement.discretion.standing import lenient_on
from yifa.areas.enforcement.penalty.benchmark import benchmark_organ
from yifa.areas.enforcement.penalty.choices import Changed, DecisionType, SpareGround
from yifa.areas.enforcement.penalty.defaults import DEFAULTS
from yifa.clock.periods import plus_months
from yifa.kernel.declare import PROCEDURES

SUMMARY = "summary_penalty"
_YEARS = re.compile(r"([一二两三四五12345])\s*年")
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}


@dataclass(frozen=True)
class Prior:
    """One earlier decision about the same party: a penalty, or a first or minor offence that was spared."""

    number: str
    organ: str
    on: date
    act: str
    same: bool

    def __str__(self) -> str:
        return f"{self.on}{self.organ}{self.number}：{self.act}"


def priors(record: Any, on: date) -> list[Prior]:
    """What was decided of the party before a day, at any organ, the latest first; `same`: about the same act.

    An act that was spared as minor or as the first was still an act against the law: the next is not the first (33①).
    """
    found = [*_ordinary(record, on), *_summary(record, on)]
    return sorted(found, key=lambda prior: prior.on, reverse=True)


def _ordinary(record: Any, on: date) -> Iterator[Prior]:
    spared = Q(decision_type=DecisionType.NO_PENALTY, spare_ground__in=(SpareGround.MINOR, SpareGround.FIRST))
    rows = type(record)._base_manager.filter(Q(decision_type=DecisionType.PENALTY) | spared, decision_date__lte=on)
    rows = rows.exclude(changed_by__in=(Changed.REVOKED, Changed.VOID))
    for case in _of_party(rows, record).exclude(pk=record.pk).select_related("organ"):
        same = bool(record.benchmark) and case.benchmark == record.benchmark
        act = case.item_name or case.violation[:40]
        act += "" if case.decision_type == DecisionType.PENALTY else "（不予处罚）"
        yield Prior(case.number, case.organ.short_name, case.decision_date, act, same or _same_item(case, record))


def _summary(record: Any, on: date) -> Iterator[Prior]:
    for case in _on_the_spot(record).filter(decision_date__lte=on).select_related("organ"):
        act = case.item_name or case.violation[:40]
        yield Prior(case.number, case.organ.short_name, case.decision_date, act, _same_item(case, record))


def _on_the_spot(record: Any) -> QuerySet[Any]:
    """Penalties of the same party on the spot; that procedure is asked for by its key, since it is no part of this."""
    rows = PROCEDURES.latest(SUMMARY).model._base_manager.exclude(outcome="revoked")
    found: QuerySet[Any] = _of_party(rows, record)
    return found


def fined_on_the_spot(record: Any, on: date) -> QuerySet[Any]:
    """Fines on the spot for the same item on a day of the act: on the spot means on the day (处罚法 29, 51)."""
    last = min(record.violation_end_date or record.violation_date, on)
    span = (record.violation_date, last)
    return _on_the_spot(record).filter(item_code=record.item_code, fine_amount__gt=0, decision_date__range=span)


def _of_party(rows: Any, record: Any) -> Any:
    if record.party_id_no:
        return rows.filter(party_id_no=record.party_id_no)
    return rows.filter(party_name=record.party_name, party_id_no="")


def _same_item(case: Any, record: Any) -> bool:
    return bool(record.item_code) and case.item_code == record.item_code


def prior_text(record: Any, on: date) -> str:
    """The earlier penalties as kept in the case when it is measured."""
    if record.organ_id is None:
        return str(record.prior_penalties)
    return "\n".join(str(prior) + ("（同类）" if prior.same else "") for prior in priors(record, on)) or "没有查到"


def listed_item(record: Any, on: date, kind: LenientKind) -> LenientItem | None:
    """The item of the organ's list of leniency for the act of a case."""
    organ = benchmark_organ(record)
    if organ is None:
        return None
    for item in lenient_on(organ, on).filter(kind=kind):
        if item.act and (
            item.act in record.violation or item.act == record.item_name or item.item_code == record.item_code
        ):
            return item
    return None


def years_back(record: Any, on: date) -> int:
    """How many years back a first offence is looked for: as the list says, else as the place has it."""
    item = listed_item(record, on, LenientKind.NONE_FIRST)
    said = _YEARS.search(item.first_scope) if item is not None else None
    if said is not None:
        return _NUMBERS.get(said[1]) or int(said[1])
    return DEFAULTS.at(record.organ.place.code).number("first_offence_years")


def earlier_same(record: Any, on: date) -> list[Prior]:
    """Earlier penalties for the same act within the years that are looked at, counted back from the act."""
    day = record.violation_date or on
    since = plus_months(day, -12 * years_back(record, on))
    return [prior for prior in priors(record, on) if prior.same and since <= prior.on]
