"""What steps of an inspection fill in by themselves (系统填写)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from yifa.areas.enforcement.authority.models import Officer
from yifa.areas.enforcement.inspected.models import InspectionItem, InspectionObject, ObjectKind
from yifa.areas.enforcement.inspected.pools import HIDDEN
from yifa.areas.enforcement.inspection import frequency
from yifa.areas.enforcement.inspection.choices import Kind, Outcome, Verdict, Way
from yifa.areas.enforcement.inspection.defaults import DEFAULTS
from yifa.areas.enforcement.inspection.models import InspectionCase
from yifa.areas.enforcement.inspection_plan.conditions import listed_items
from yifa.kernel.codes import fresh_code

PUBLIC_HIDDEN = HIDDEN


def _entry(record: Any, on: date) -> InspectionObject | None:
    """The object in the register of the organ, else in that of any organ."""
    if record.organ_id is None or not record.object_code:
        return None
    rows = InspectionObject._base_manager.filter(withdrawn=False, code=record.object_code, listed_on__lte=on)
    rows = rows.filter(Q(ended_on=None) | Q(ended_on__gt=on)).order_by("pk")
    return rows.filter(organ_id=record.organ_id).first() or rows.first()


def of_object(name: str, own: str) -> Any:
    """A function that gives a field of the case from the register where the case leaves it blank."""

    def fill(record: Any, on: date) -> str:
        value = str(getattr(record, own) or "")
        entry = None if value else _entry(record, on)
        return value if entry is None else str(getattr(entry, name))

    return fill


def items_named(record: Any, on: date) -> list[dict[str, str]]:
    """The items with their names out of the list."""
    known = {} if record.organ_id is None else listed_items(record.organ_id, on, record.item_codes)
    return [_named(row, known) for row in record.items]


def _named(row: dict[str, str], known: dict[str, InspectionItem]) -> dict[str, str]:
    item = known.get(str(row.get("item_code", "")).strip())
    return row if item is None else {**row, "item_name": item.name}


def matter_of(record: Any, on: date) -> str:
    """The field of the items, where all have one."""
    if record.matter or record.organ_id is None:
        return str(record.matter)
    matters = {item.matter for item in listed_items(record.organ_id, on, record.item_codes).values()}
    return matters.pop() if len(matters) == 1 else ""


def officers_named(record: Any, on: date) -> list[dict[str, str]]:
    """The officers with their names out of the register."""
    if record.organ_id is None:
        return list(record.officers)
    numbers = [str(row.get("cert_no", "")).strip() for row in record.officers]
    found = Officer._base_manager.filter(withdrawn=False, cert_no__in=numbers).order_by("pk")
    names = dict(found.values_list("cert_no", "name"))
    return [
        {**row, "name": row.get("name") or names.get(str(row.get("cert_no", "")).strip(), "")}
        for row in record.officers
    ]


def public_name(record: Any, on: date) -> str:
    """The name as it may be published: of an individual business that it is one."""
    return HIDDEN if record.object_kind == ObjectKind.INDIVIDUAL else str(record.object_name)


def public_findings(record: Any, on: date) -> str:
    """The findings without the name of an individual business."""
    text = str(record.findings)
    return text.replace(record.object_name, HIDDEN) if record.object_kind == ObjectKind.INDIVIDUAL else text


def code(record: Any, on: date) -> str:
    """The entry code: one for the whole case, whatever is approved again."""
    return record.entry_code or fresh_code()


# -- frequency -----------------------------------------------------------------------------------


def place_of_cap(record: Any, on: date) -> tuple[str, ...]:
    """The yearly cap that an approval takes a place of, so that the last place is given once (kernel.holding)."""
    year = (record.planned_on or on).year
    return (f"inspection-cap:{record.organ_id}:{record.object_code}:{year}",) if record.mode == Way.ONSITE else ()


def _use(record: Any, on: date) -> frequency.Use:
    day = record.planned_on or on
    counts = DEFAULTS.at(record.organ.place.code)["case_counts_to_cap"].value
    cap, exempt = frequency.cap_of(listed_items(record.organ_id, on, record.item_codes).values())
    used = frequency.used_by(record.organ_id, record.object_code, day.year, case_counts=bool(counts), but=record.pk)
    return frequency.Use(cap, used, exempt)


def cap(record: Any, on: date) -> int | None:
    """The cap that holds for the items."""
    return record.freq_cap if record.organ_id is None else _use(record, on).cap


def exempt(record: Any, on: date) -> bool:
    """Whether no cap holds for them."""
    return bool(record.freq_exempt) if record.organ_id is None else bool(_use(record, on).exempt)


def exempt_why(record: Any, on: date) -> str:
    """Why none holds."""
    return str(record.freq_exempt_why) if record.organ_id is None else _use(record, on).exempt


def used(record: Any, on: date) -> int | None:
    """How much of it is used without this visit."""
    return record.freq_used if record.organ_id is None else _use(record, on).used


def verdict(record: Any, on: date) -> str:
    """What the cap says of the visit; an urgent one beyond it took place already, and is told."""
    counts = DEFAULTS if record.organ_id is None else DEFAULTS.at(record.organ.place.code)
    use = (
        frequency.Use(record.freq_cap, record.freq_used or 0, record.freq_exempt_why if record.freq_exempt else "")
        if record.organ_id is None
        else _use(record, on)
    )
    found = frequency.verdict(
        record.kind, record.mode, use, superior=record.superior, case_counts=bool(counts["case_counts_to_cap"].value)
    )
    return (Verdict.ALERT if found is Verdict.BLOCKED and record.urgent_why else found).value


def handed_on(record: Any, on: date) -> str:
    """How a case ends in which nothing was put right: as a suspected crime where one was named, else as filed."""
    return Outcome.CRIMINAL.value if record.suspected_crime else Outcome.FILED.value


def visits_this_year(organ: int, year: int) -> dict[str, int]:
    """How many visits each officer of an organ made in a year, by the number of the certificate."""
    made: dict[str, int] = {}
    rows = InspectionCase._base_manager.filter(organ_id=organ, visited_on__year=year).exclude(kind=Kind.SERVICE)
    for officers in rows.values_list("officers", flat=True):
        for row in officers:
            number = str(row.get("cert_no", "")).strip()
            made[number] = made.get(number, 0) + 1
    return made
