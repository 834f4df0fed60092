"""How often an enterprise may be entered, and who else was there (年度频次、重复检查): E14 INS-T01, T02, S06.

The cap is one organ's for one enterprise in one calendar year. What occupies it: daily inspections and special ones
that no superior ordered, in which somebody enters; inspections of one case only where the place says so. Checks
without a visit and visits that are no enforcement occupy nothing. Other bodies' visits occupy none of ours, but are
told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from yifa.areas.enforcement.inspected.models import InspectionItem
from yifa.areas.enforcement.inspection.choices import Kind, Verdict, Way
from yifa.areas.enforcement.inspection.models import InspectionCase

PENDING = ("approved",)
"""Stages in which a visit is granted and has not taken place."""


@dataclass(frozen=True)
class Use:
    """What the yearly cap of an enterprise at an organ says: the cap, how much of it is used, and what is exempt."""

    cap: int | None
    used: int
    exempt: str = ""


def verdict(kind: str, mode: str, use: Use, *, superior: bool = False, case_counts: bool = False) -> Verdict:
    """What the cap says of one more visit.

    Args:
        superior: a special inspection that a superior organ ordered.
        case_counts: whether inspections of one case occupy the cap (口径, E14 INS-T02).
    """
    if mode != Way.ONSITE or kind == Kind.SERVICE:
        return Verdict.NOT_COUNTED
    if use.exempt or (kind == Kind.SPECIAL and superior):
        return Verdict.EXEMPT
    if use.cap is None or use.used < use.cap:
        return Verdict.WITHIN
    return Verdict.ALERT if kind == Kind.CASE and not case_counts else Verdict.BLOCKED


def occupying(case_counts: bool) -> Q:
    """The inspections that occupy a cap."""
    kinds = [Kind.DAILY, Kind.CASE] if case_counts else [Kind.DAILY]
    own = Q(kind=Kind.SPECIAL, superior=False)
    return Q(mode=Way.ONSITE, freq_exempt=False) & (Q(kind__in=kinds) | own)


def visits_of(object_code: str, year: int) -> QuerySet[InspectionCase]:
    """Every visit of every body that entered an enterprise in a year, those granted for that year included."""
    rows: QuerySet[InspectionCase] = InspectionCase._base_manager.filter(object_code=object_code, mode=Way.ONSITE)
    granted = Q(stage__in=PENDING, visited_on=None, planned_on__year=year)
    return rows.filter(Q(visited_on__year=year) | granted)


def used_by(
    organ: int, object_code: str, year: int, *, case_counts: bool, but: int | None, made_only: bool = False
) -> int:
    """How much of the cap of an organ is used in a year, without the case at hand.

    Args:
        made_only: leave out what is granted and was not made: at the door the place was granted already, and where
            the cap was lowered since, two granted visits must not bar each other.
    """
    rows = visits_of(object_code, year).filter(occupying(case_counts), organ_id=organ).exclude(pk=but or 0)
    return (rows.exclude(visited_on=None) if made_only else rows).count()


def full(organ: int, year: int, cap: int, *, case_counts: bool) -> set[str]:
    """The codes of the enterprises whose cap at an organ is reached in a year."""
    granted = Q(stage__in=PENDING, visited_on=None, planned_on__year=year)
    rows = InspectionCase._base_manager.filter(occupying(case_counts), organ_id=organ)
    made = Counter(rows.filter(Q(visited_on__year=year) | granted).values_list("object_code", flat=True))
    return {code for code, times in made.items() if times >= cap}


def cap_of(items: Iterable[InspectionItem]) -> tuple[int | None, str]:
    """The smallest cap of the items that have one, and why none holds where all are under special supervision."""
    found = list(items)
    if found and all(item.exempt for item in found):
        return None, "；".join(dict.fromkeys(item.exempt_why for item in found if item.exempt_why)) or "重点监管"
    caps = [item.cap for item in found if item.cap is not None and not item.exempt]
    return (min(caps) if caps else None), ""


def others_near(organ: int, object_code: str, on: date, days: int, *, but: int | None) -> list[InspectionCase]:
    """Visits of other bodies to the same enterprise, made or granted within so many days before and after a day."""
    since, until = on - timedelta(days), on + timedelta(days)
    rows = InspectionCase._base_manager.filter(object_code=object_code, mode=Way.ONSITE)
    rows = rows.exclude(organ_id=organ).exclude(pk=but or 0).exclude(kind=Kind.SERVICE).select_related("organ")
    made = Q(visited_on__range=(since, until))
    granted = Q(stage__in=("proposed", *PENDING), visited_on=None, planned_on__range=(since, until))
    return list(rows.filter(made | granted).order_by("planned_on", "pk"))


def told(visit: InspectionCase) -> str:
    """One visit in words: 县城管局2026-05-12检查."""
    if visit.visited_on is not None:
        return f"{visit.organ.short_name}{visit.visited_on}检查"
    return f"{visit.organ.short_name}拟于{visit.planned_on}检查"
