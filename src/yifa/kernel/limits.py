"""All declared limits as a list, and any of them computed from given events (期限清单与试算)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from yifa.clock import Calendar, Period
from yifa.errors import YifaError
from yifa.kernel import reckon
from yifa.kernel.clocks import Clock, clocks_of, starts_of
from yifa.kernel.declare import PROCEDURES, Consequence, Limit, Procedure, field_name
from yifa.kernel.situation import Happened, Situation, in_order


def listed(procedure: type[Procedure] | None = None) -> Iterator[dict[str, Any]]:
    """Every declared limit of every version as plain data, in the order of declaration."""
    for version in [procedure] if procedure else PROCEDURES.all():
        for limit in version.limits():
            yield {"procedure": version.key, "version": version.since.isoformat(), **_plain(limit)}


def _plain(limit: Limit) -> dict[str, Any]:
    period = limit.period if isinstance(limit.period, Period) else None
    expiry = limit.on_expiry
    return {
        "code": limit.code,
        "ref": limit.ref,
        "label": limit.label,
        "basis": str(limit.basis),
        "period": str(period) if period else "因案而定",
        "amount": period.amount if period else None,
        "unit": period.unit.value if period else None,
        "unit_basis": str(period.basis) if period and period.basis else None,
        "starts": starts_of(limit),
        "before": field_name(limit.before) if limit.before is not None else None,
        "stops_in": [stage.label for stage in limit.stops_in],
        "excludes": [span.label for span in limit.excludes],
        "extends": _extension(limit),
        "ends": [step.label for step in limit.until],
        "roll": limit.judge_by,
        "floor": limit.floor,
        "promised": limit.promised,
        "bound": limit.bound.label,
        "on_expiry": expiry.text if isinstance(expiry, Consequence) else expiry.label,
    }


def _extension(limit: Limit) -> dict[str, Any] | None:
    if limit.extension is None:
        return None
    extension = limit.extension
    return {
        "step": extension.step.label,
        "at_most": str(extension.at_most or "合理期限"),
        "basis": str(extension.basis),
    }


def compute(
    limit_code: str,
    events: Mapping[str, date],
    on: date | None = None,
    calendar: Calendar | None = None,
    allow_provisional: bool = False,
    *,
    data: Mapping[str, Mapping[str, Any]] | None = None,
) -> dict[str, Any]:
    """Any declared limit from events given by label or code (`reconsideration.conclude`, {"受理": …}).

    Names that are fields of the case with a date (知道日期) are set on the record. The version is chosen by the first
    event among the steps that fix it, else by the earliest date.

    Raises:
        YifaError: no such procedure, limit, step or field, or nothing that starts the limit was given.
    """
    key, _, code = limit_code.partition(".")
    version = _version(key, events, on)
    limit = version.limit(code)
    situation = _situation(version, events, data or {})
    clocks = clocks_of(situation, calendar or Calendar.load(), provisional=allow_provisional)
    found = [clock for clock in clocks if clock.limit == limit]
    if not found:
        starts = "、".join(starts_of(limit))
        raise YifaError(f"不能计算“{limit.label}”：没有给出起算事由，应给出：{starts}；或者本期限不适用于所给情形。")
    return {"version": version.since.isoformat(), **_plain(limit), **computed(found[-1])}


def _version(key: str, events: Mapping[str, date], on: date | None) -> type[Procedure]:
    latest = PROCEDURES.latest(key)
    fixing = {step.label for step in latest.fixed_by} | {step.code for step in latest.fixed_by}
    fixed = [day for name, day in events.items() if name in fixing]
    day = on or (min(fixed) if fixed else min(events.values(), default=None))
    if day is None:
        raise YifaError("不能计算：没有给出任何事件日期，请用“环节=日期”给出。")
    return PROCEDURES.on(key, day)


def _situation(
    version: type[Procedure], events: Mapping[str, date], data: Mapping[str, Mapping[str, Any]]
) -> Situation:
    record = version.model()
    dates = {f.verbose_name: f.name for f in version.model._meta.fields if f.get_internal_type() == "DateField"}
    happened = []
    for seq, (name, day) in enumerate(events.items(), 1):
        if name in dates or name in dates.values():
            setattr(record, dates.get(name, name), day)
        else:
            happened.append(Happened(seq, version.step(name), day, data.get(name, {})))
    return Situation(version, record, in_order(happened), on=max(events.values()))


def computed(clock: Clock) -> dict[str, Any]:
    """A clock as plain data: both due dates, which one judges, whether provisional, and the explanation."""
    due = clock.due
    days = {"strict": due.strict, "rolled": due.rolled, "due": due.judged, "warn_on": due.warn_on}
    return {
        "started_on": clock.since.isoformat(),
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "provisional": due.provisional,
        "provisional_reason": due.provisional_reason,
        "state": clock.state.value,
        "ended_on": clock.ended_on.isoformat() if clock.ended_on else None,
        "explanation": [{"text": step.text, "basis": str(step.basis) if step.basis else None} for step in due.steps],
    }


def recompute(before: Calendar, after: Calendar, at: datetime | None = None) -> list[reckon.Moved]:
    """Compute the open clocks with a new calendar and list those that moved; `before` is what they stood on."""
    from django.utils import timezone

    reckon.refresh_calendar()
    return list(reckon.recompute(after, at or timezone.now()))
