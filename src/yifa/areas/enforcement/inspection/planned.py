"""The visits that the plans of a year ask for (计划检查), as the merging of visits needs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from yifa.areas.enforcement.inspected.models import InspectionItem, InspectionObject
from yifa.areas.enforcement.inspected.pools import STRATA
from yifa.areas.enforcement.inspection.choices import Kind, Way
from yifa.areas.enforcement.inspection.models import DrawCase, InspectionCase
from yifa.areas.enforcement.inspection_plan.choices import PlanKind
from yifa.areas.enforcement.inspection_plan.models import PlanCase, number
from yifa.office.models import Organ


@dataclass(frozen=True)
class PlannedVisit:
    """One visit that a plan asks for.

    Attributes:
        object_code: the credit code, the same for the same enterprise whichever body goes there.
        months: the first and the last month in which it may take place, both included.
        items: the codes of the items, of the organ's own list.
        officer_days: working days of officers that it takes, two officers for a day being 2.
        joint_with: organs that the plan already names as coming along.
        plan: the number of the plan.
        turn: the first, second … visit to this object under this line.
        case: the inspection already opened for it, if any.
    """

    organ: Organ
    object_code: str
    object_name: str
    township: str
    months: tuple[int, int]
    items: tuple[str, ...]
    officer_days: Decimal
    joint_with: tuple[str, ...]
    plan: str
    turn: int = 1
    case: int | None = None


def planned_visits(year: int) -> Iterator[PlannedVisit]:
    """Every visit to an enterprise that the approved plans of a year ask for, by organ and plan.

    A line that names an object gives that object; a line of a stratum without draw gives all its objects; a line under
    双随机 gives what was drawn, and nothing before the draw. Checks without a visit are left out.
    """
    plans = PlanCase._base_manager.filter(year=year, kind=PlanKind.ANNUAL).exclude(approved_on=None)
    for plan in plans.exclude(stage="abandoned").select_related("organ__place").order_by("organ_id", "pk"):
        books = _books(plan)
        for line in plan.lines:
            if (line.get("way") or Way.ONSITE) == Way.ONSITE:
                yield from _of_line(plan, line, books)


@dataclass(frozen=True)
class _Books:
    """What the lines of one plan are read against: objects by code, fields by item, inspections already opened."""

    objects: dict[str, InspectionObject]
    matters: dict[str, str]
    opened: dict[tuple[str, str], list[int]]


def _books(plan: PlanCase) -> _Books:
    items = InspectionItem._base_manager.filter(withdrawn=False, organ_id=plan.organ_id).order_by("pk")
    return _Books(_register(plan), dict(items.values_list("item_code", "matter")), _opened(plan))


def _of_line(plan: PlanCase, line: dict[str, str], books: _Books) -> Iterator[PlannedVisit]:
    item = str(line.get("item_code", "")).strip()
    joint = tuple(name for name in str(line.get("joint_with") or "").split("、") if name)
    for code, name, township in _objects(plan, line, item, books):
        cases = books.opened.get((item, code), [])
        for turn in range(1, number(line, "times", 1) + 1):
            yield PlannedVisit(
                plan.organ, code, name, township, (number(line, "month_from", 1), number(line, "month_until", 12)),
                (item,), Decimal(str(line.get("officer_days") or 2)), joint, plan.number, turn,
                cases[turn - 1] if turn <= len(cases) else None,
            )  # fmt: skip


def _objects(plan: PlanCase, line: dict[str, str], item: str, books: _Books) -> Iterator[tuple[str, str, str]]:
    listed = books.objects
    if line.get("object_code"):
        one = listed.get(str(line["object_code"]).strip())
        yield str(line["object_code"]).strip(), *(_told(one) if one else (str(line.get("object_name") or ""), ""))
    elif line.get("random") == "yes":
        draws = DrawCase._base_manager.filter(organ_id=plan.organ_id, plan_number=plan.number).order_by("pk")
        for draw in draws.exclude(stage="void"):
            if item in draw.item_codes:
                yield from (
                    (row["code"], *_told(listed[row["code"]])) for row in draw.drawn if _of_group(row, line, listed)
                )
    else:
        yield from (
            (one.code, *_told(one)) for one in listed.values() if _meant(line, books.matters.get(item, ""), one)
        )


def _of_group(row: dict[str, str], line: dict[str, str], listed: dict[str, InspectionObject]) -> bool:
    """Whether an object drawn belongs to the line, which may be of one stratum."""
    group = str(line.get("group") or "")
    return row["code"] in listed and (not group or str(row.get("stratum") or "") == group)


def _meant(line: dict[str, str], matter: str, one: InspectionObject) -> bool:
    group = str(line.get("group") or "")
    named = STRATA[str(line.get("strata") or "none")][1]
    return matter in one.matters and (not group or named(one) == group)


def _told(one: InspectionObject) -> tuple[str, str]:
    return one.name, one.township


def _register(plan: PlanCase) -> dict[str, InspectionObject]:
    """The objects of the organ that were in the register in the year, by code."""
    assert plan.year is not None
    rows = InspectionObject._base_manager.filter(withdrawn=False, organ_id=plan.organ_id)
    rows = rows.filter(listed_on__lte=date(plan.year, 12, 31))
    current = rows.filter(Q(ended_on=None) | Q(ended_on__gt=date(plan.year, 1, 1))).order_by("code")
    return {one.code: one for one in current}


def _opened(plan: PlanCase) -> dict[tuple[str, str], list[int]]:
    """The inspections opened under a plan, by item and object, the first first."""
    found: dict[tuple[str, str], list[int]] = {}
    rows = InspectionCase._base_manager.filter(plan_number=plan.number, organ_id=plan.organ_id, kind=Kind.DAILY)
    for case in rows.exclude(stage="aborted", visited_on=None).order_by("pk"):
        for item in case.item_codes:
            found.setdefault((item, case.object_code), []).append(case.pk)
    return found
