"""The lines of a year's statistics, computed from the figures of every procedure (计算，不得填报)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from yifa.areas.enforcement.authority.models import EnforcementBody
from yifa.areas.enforcement.statistics.form import FORMS, NO_POWER, TOTAL, Form
from yifa.kernel import chain
from yifa.kernel.figures import Figure, Window
from yifa.kernel.workdays import current_calendar
from yifa.office.models import Organ, OrganKind

ENFORCING = (OrganKind.DEPARTMENT, OrganKind.JUSTICE, OrganKind.TOWNSHIP, OrganKind.SUBDISTRICT, OrganKind.DISPATCHED)


def due_for(record: Any, on: date) -> date | None:
    """31 January after the year; a fixed day that no rest day moves (TRI-T02)."""
    return date(record.year + 1, 1, 31) if record.year else None


def advised_for(record: Any, on: date) -> date | None:
    """The last working day up to the due day."""
    due = due_for(record, on)
    return None if due is None else current_calendar().workday_until(due, allow_provisional=True)


def organs_of(record: Any) -> list[Organ]:
    """The bodies that are counted: the organ alone, or all of its government."""
    organ: Organ = record.organ
    if not record.whole:
        return [organ]
    government = organ if organ.kind == OrganKind.GOVERNMENT else organ.parent
    if government is None:
        return [organ]
    return list(Organ.objects.filter(parent=government, kind__in=ENFORCING).order_by("pk"))


def lines_of(record: Any, on: date) -> list[dict[str, str]]:
    """Every number of every body and of all of them together, with the cases it counts; none in a scenario."""
    if record.organ_id is None or not record.year:
        return []
    return lines_for(organs_of(record), record.year, whole=record.whole)


def lines_for(organs: Sequence[Organ], year: int, *, whole: bool = True) -> list[dict[str, str]]:
    """The numbers of a year of these bodies; with `whole` and more than one of them, of all together as well."""
    figures, last, lines = declared(), date(year, 12, 31), list[dict[str, str]]()
    for form in FORMS:
        for organ in organs:
            lacks = bool(form.power) and not has_power(organ.name, form.power, last)
            lines += _body(form, figures, organ.name, Window.year(year, [organ.pk]), lacks=lacks)
        if whole and len(organs) > 1:
            lines += _body(form, figures, TOTAL, Window.year(year, [organ.pk for organ in organs]))
    return lines


def declared() -> dict[str, Figure]:
    """The figures of the form by their code."""
    from yifa.areas.enforcement.statistics.procedure import EnforcementStatistics

    return {figure.code: figure for figure in EnforcementStatistics.figures()}


def _body(
    form: Form, figures: dict[str, Figure], name: str, window: Window, *, lacks: bool = False
) -> list[dict[str, str]]:
    lines = [_line(form, figures[code], name, window) for code in form.columns]
    if lacks and all(line["value"] == "0" for line in lines):
        return [line | {"note": NO_POWER} for line in lines]
    return lines


def _line(form: Form, figure: Figure, name: str, window: Window) -> dict[str, str]:
    value = figure.value(window).value or Decimal(0)
    keys = sorted(figure.rows(window).values_list("pk", flat=True))
    return {
        "table": form.key, "organ": name, "figure": figure.code, "label": figure.label, "unit": figure.unit,
        "value": f"{value.normalize():f}", "cases": str(len(keys)),
        "digest": chain.digest(chain.canonical(keys)), "note": "",
    }  # fmt: skip


def has_power(body: str, power: str, on: date) -> bool:
    """Whether the register of bodies gives a body this kind of power on a day; a body that is not in it may have."""
    rows = EnforcementBody._base_manager.filter(withdrawn=False, name=body, confirmed_on__lte=on)
    powers = [list(one) for one in rows.exclude(ended_on__lte=on).values_list("powers", flat=True)]
    return not powers or any(power in word for words in powers for word in words)


def changed_since(record: Any) -> list[str]:
    """What has changed behind the frozen numbers: value or cases."""
    now = {(line["organ"], line["figure"]): line for line in lines_of(record, date.min)}
    found = []
    for line in record.lines:
        again = now.get((line["organ"], line["figure"]))
        if again is None or (again["value"], again["digest"]) != (line["value"], line["digest"]):
            value = "没有" if again is None else again["value"]
            found.append(f"{line['organ']}“{line['label']}”：计算时{line['value']}，现在{value}")
    return found
