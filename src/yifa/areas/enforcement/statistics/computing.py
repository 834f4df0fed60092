"""The lines of a year's statistics, computed from the figures of every procedure (计算，不得填报)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from yifa.areas.enforcement.authority.models import EnforcementBody
from yifa.areas.enforcement.statistics.bodies import counted
from yifa.areas.enforcement.statistics.figures import Added
from yifa.areas.enforcement.statistics.form import FORMS, NO_POWER, TOTAL, Form
from yifa.kernel import chain
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.figure import Window
from yifa.kernel.models import Case
from yifa.kernel.workdays import current_calendar
from yifa.office import scope
from yifa.office.models import Organ, OrganKind


def due_for(record: Any, on: date) -> date | None:
    """31 January after the year; a fixed day that no rest day moves (TRI-T02)."""
    return date(record.year + 1, 1, 31) if record.year else None


def advised_for(record: Any, on: date) -> date | None:
    """The last working day up to the due day."""
    due = due_for(record, on)
    return None if due is None else current_calendar().workday_until(due, allow_provisional=True)


def organs_of(record: Any) -> list[Organ]:
    """The bodies that are counted: the organ alone, or all of its government and the government itself."""
    organ: Organ = record.organ
    if not record.whole:
        return [organ]
    government = organ if organ.kind == OrganKind.GOVERNMENT else organ.parent
    if government is None:
        return [organ]
    return counted(government, record.year, procedures_counted())


def procedures_counted() -> set[str]:
    """The keys of the procedures whose cases the form counts."""
    return {part.owner.key for figure in declared().values() for part in figure.parts}


def lines_of(record: Any, on: date) -> list[dict[str, str]]:
    """Every number of every body and of all of them together, with the cases it counts; none in a scenario.

    The numbers of a county do not depend on how far whoever adds them up may see: only numbers leave the bodies.
    """
    if record.organ_id is None or not record.year:
        return []
    with scope.everything("行政执法统计年报从全部案件计算"):
        return lines_for(organs_of(record), record.year, whole=record.whole)


def lines_for(organs: Sequence[Organ], year: int, *, whole: bool = True, traced: bool = True) -> list[dict[str, str]]:
    """The numbers of a year of these bodies; with `whole` and more than one of them, of all together as well.

    Args:
        traced: whether each number keeps how many cases are behind it, and their digest.
    """
    counter = Counter(declared(), year, busy([organ.pk for organ in organs]), traced)
    last, lines = date(year, 12, 31), list[dict[str, str]]()
    for form in FORMS:
        for organ in organs:
            lacks = bool(form.power) and not has_power(organ.name, form.power, last)
            lines += counter.row(form, organ.name, [organ.pk], lacks=lacks)
        if whole and len(organs) > 1:
            lines += counter.row(form, TOTAL, [organ.pk for organ in organs])
    return lines


def busy(organs: Sequence[int]) -> set[tuple[int, str]]:
    """Which of these organs have any case of which procedure: nothing is counted where there is none."""
    found = Case._base_manager.filter(organ_id__in=organs).order_by().values_list("organ_id", "procedure").distinct()
    return set(found)


@dataclass(frozen=True)
class Counter:
    """Counts the figures of the form over a year, asking only of procedures that an organ has cases of."""

    figures: Mapping[str, Added]
    year: int
    busy: set[tuple[int, str]]
    traced: bool = True

    def row(self, form: Form, name: str, organs: Sequence[int], *, lacks: bool = False) -> list[dict[str, str]]:
        """The numbers of one body in one table."""
        window = Window.year(self.year, organs)
        lines = [self._line(form, self.figures[code], name, window) for code in form.columns]
        if lacks and all(line["value"] == "0" for line in lines):
            return [line | {"note": NO_POWER} for line in lines]
        return lines

    def _line(self, form: Form, figure: Added, name: str, window: Window) -> dict[str, str]:
        keys = {part.owner.key for part in figure.parts}
        idle = not any((organ, key) in self.busy for organ in window.organs for key in keys)
        value = Decimal(0) if idle else figure.value(window).value or Decimal(0)
        rows = [] if idle or not self.traced else sorted(figure.rows(window).values_list("pk", flat=True))
        return {
            "table": form.key, "organ": name, "figure": figure.code, "label": figure.label, "unit": figure.unit,
            "value": f"{value.normalize():f}", "note": "", "cases": str(len(rows)) if self.traced else "",
            "digest": chain.digest(chain.canonical(rows)) if self.traced else "",
        }  # fmt: skip


def declared() -> dict[str, Added]:
    """The figures of the form by their code."""
    figures = PROCEDURES.latest("enforcement_statistics").figures()
    return {figure.code: figure for figure in figures if isinstance(figure, Added)}


def has_power(body: str, power: str, on: date) -> bool:
    """Whether the register of bodies gives a body this kind of power on a day; a body that is not in it may have."""
    rows = EnforcementBody._base_manager.filter(withdrawn=False, name=body, confirmed_on__lte=on)
    powers = [list(one) for one in rows.exclude(ended_on__lte=on).values_list("powers", flat=True)]
    return not powers or any(power in word for words in powers for word in words)


def changed_since(record: Any) -> list[str]:
    """What has changed behind the frozen numbers: value or cases, or a body or a column that was added."""
    now = {(line["organ"], line["figure"]): line for line in lines_of(record, date.min)}
    found = []
    for line in record.lines:
        again = now.get((line["organ"], line["figure"]))
        if again is None or (again["value"], again["digest"]) != (line["value"], line["digest"]):
            value = "没有" if again is None else again["value"]
            found.append(f"{line['organ']}“{line['label']}”：计算时{line['value']}，现在{value}")
    known = {(line["organ"], line["figure"]) for line in record.lines}
    added = dict.fromkeys(organ for organ, figure in now if (organ, figure) not in known)
    return found + [f"{organ}：计算时没有列入" for organ in added]
