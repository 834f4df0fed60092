"""All declared limits as a list, and any of them computed from given events (期限清单与试算)."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from yifa.clock import Calendar, Period
from yifa.errors import YifaError
from yifa.kernel.clocks import Clock, clock_of, starts_of
from yifa.kernel.declare import PROCEDURES, Consequence, Limit, Procedure, Step, field_label
from yifa.kernel.scenario_values import blank_record
from yifa.kernel.situation import Happened, Situation, in_order


def listed(procedure: type[Procedure] | None = None) -> Iterator[dict[str, Any]]:
    """Every declared limit of every version as plain data, in the order of declaration."""
    for version in [procedure] if procedure else PROCEDURES.all():
        for limit in version.limits():
            yield {"procedure": version.key, "version": version.since.isoformat(), **_plain(version, limit)}


def usual(version: type[Procedure], limit: Limit) -> Period | None:
    """The length of a limit; where it differs by case or place, that of a case of which nothing is known yet.

    None where the length cannot be told without the case (a period agreed in a contract).
    """
    if limit.period is None or isinstance(limit.period, Period):
        return limit.period
    blank = blank_record(version, "某县人民政府")
    try:
        return limit.length(Situation(version, blank))
    except YifaError:
        return None


def _plain(version: type[Procedure], limit: Limit) -> dict[str, Any]:
    period, varies = usual(version, limit), callable(limit.period)
    expiry = limit.on_expiry
    return {
        "code": limit.code,
        "ref": limit.ref,
        "label": limit.label,
        "basis": str(limit.basis),
        "period": _worded(period, varies, _date_of(limit.ends_on)),
        "amount": period.amount if period else None,
        "unit": period.unit.value if period else None,
        "varies": varies,
        "unit_basis": str(period.basis) if period and period.basis else None,
        "starts": starts_of(limit),
        "before": _date_of(limit.before) or None,
        "ends_on": _date_of(limit.ends_on) or None,
        "stops_in": [stage.label for stage in limit.stops_in],
        "stops_by": [step.label for step in _stopping(version, limit)],
        "resumes_by": [step.label for step in _resuming(version, limit)],
        "excludes": [span.label for span in limit.excludes],
        "extends": _extension(limit),
        "ends": [step.label for step in limit.until],
        "roll": "clear" if limit.before is not None else "strict" if limit.floor else limit.judge_by,
        "floor": limit.floor,
        "promised": limit.promised,
        "bound": limit.bound.label,
        "on_expiry": expiry.text if isinstance(expiry, Consequence) else expiry.label,
    }


def _stopping(version: type[Procedure], limit: Limit) -> Iterator[Step]:
    """The steps that lead into a stage in which the limit stands still."""
    for step in version.steps():
        if step.target in limit.stops_in and not set(step.sources) <= set(limit.stops_in):
            yield step


def _resuming(version: type[Procedure], limit: Limit) -> Iterator[Step]:
    """The steps that lead out of such a stage."""
    for step in version.steps():
        if step.target is not None and step.target not in limit.stops_in and set(step.sources) & set(limit.stops_in):
            yield step


def _date_of(reference: Any) -> str:
    """The Chinese name of a date field; blank for none."""
    return "" if reference is None else field_label(reference)


def _worded(period: Period | None, varies: bool, last_day: str) -> str:
    if last_day:
        return f"至{last_day}"
    if period is None:
        return "因案而定"
    return f"{period}（因案、因地而异）" if varies else str(period)


def _extension(limit: Limit) -> dict[str, Any] | None:
    if limit.extension is None:
        return None
    extension = limit.extension
    return {
        "step": extension.step.label,
        "at_most": str(extension.at_most or "合理期限"),
        "basis": str(extension.basis),
    }


Days = date | Sequence[date]


def compute(
    limit_code: str,
    events: Mapping[str, Days],
    on: date | None = None,
    calendar: Calendar | None = None,
    allow_provisional: bool = False,
    *,
    data: Mapping[str, Mapping[str, Any]] | None = None,
) -> dict[str, Any]:
    """Any declared limit from events given by label or code (`reconsideration.conclude`, {"受理": …}).

    A limit may also be named by its code in the law reference alone (`REC-T13`).

    Names that are dates of the case (收到补正通知之日、听证日期) are set on the record. The version is chosen by the
    first event among the steps that fix it, else by the earliest date. Whether the limit applies to a case at all
    (ordinary or simplified procedure) is left to whoever asks for it.

    Args:
        events: name → day, or several days where it happened more than once (two suspensions).
        on: the day that chooses the version, where the events do not.
        data: inputs of a step by its name (the days of an extension); without them an extension is the longest.

    Raises:
        YifaError: no such procedure, limit, step or field, or nothing that starts the limit was given.
    """
    key, _, code = _full(limit_code).partition(".")
    flat = [(name, day) for name, days in events.items() for day in (days if isinstance(days, Sequence) else [days])]
    version = _version(key, flat, on)
    limit = version.limit(code)
    situation = _situation(version, limit, flat, data or {})
    unguarded = replace(limit, when=None, hindsight=False)
    unguarded.code = limit.code
    clock = clock_of(situation, unguarded, calendar or Calendar.load(), provisional=allow_provisional)
    if clock is None:
        raise YifaError(f"不能计算“{limit.label}”：{_wanting(situation, limit)}。")
    described = _described(version.key, version.since, limit.code)
    return {"version": version.since.isoformat(), **described, **computed(clock)}


def _wanting(situation: Situation, limit: Limit) -> str:
    """What was not given of what a limit is reckoned from."""
    dates = [ref for ref in (limit.before, limit.ends_on) if ref is not None and situation.value(ref) is None]
    if dates and (not limit.since or any(situation.starts(start) for start in limit.since)):
        return f"没有给出“{_date_of(dates[0])}”，请一并给出，写作 {_date_of(dates[0])}=日期"
    return f"没有给出起算事由，应给出以下之一：{'、'.join(starts_of(limit))}"


def _full(limit_code: str) -> str:
    """`procedure.code` of a limit that is named only by its code in the law reference (T-ND-4)."""
    if "." in limit_code:
        return limit_code
    found = {f"{v.key}.{limit.code}": None for v in PROCEDURES.all() for limit in v.limits() if limit.ref == limit_code}
    if len(found) > 1:
        raise YifaError(f"不能计算：有几个期限的代码都是“{limit_code}”，请写明是哪一个：{'、'.join(found)}。")
    return next(iter(found), limit_code)


def _version(key: str, events: Sequence[tuple[str, date]], on: date | None) -> type[Procedure]:
    latest = PROCEDURES.latest(key)
    fixing = {name for step in latest.fixed_by for name in (step.label, step.code)}
    fixed = [day for name, day in events if name in fixing]
    day = on or min(fixed or [day for _, day in events], default=None)
    if day is None:
        raise YifaError("不能计算：没有给出任何事件日期，请用“环节=日期”给出。")
    return PROCEDURES.on(key, day)


class _Given:
    """A blank record on which some dates are given, derived ones included."""

    def __init__(self, record: Any, dates: Mapping[str, date]) -> None:
        self.__dict__.update(dates)
        self._record = record

    def __getattr__(self, name: str) -> Any:
        return getattr(self._record, name)


def _situation(
    version: type[Procedure], limit: Limit, events: Sequence[tuple[str, date]], data: Mapping[str, Mapping[str, Any]]
) -> Situation:
    fields, given, happened = _dates_of(version.key, version.since), dict[str, date](), list[Happened]()
    steps = _steps_of(version.key, version.since)
    for seq, (name, day) in enumerate(events, 1):
        if name in fields:
            given[fields[name]] = day
        elif name in steps:
            happened.append(Happened(seq, steps[name], day, data.get(name, {})))
        else:
            raise YifaError(f"不能计算“{limit.label}”：没有“{name}”这个环节或者日期。{_hint(limit)}")
    record = _Given(version.model(), given)
    return Situation(version, record, in_order(happened), on=max(day for _, day in events))


@cache
def _steps_of(key: str, since: date) -> dict[str, Step]:
    """The steps of a version by label and by code."""
    version = PROCEDURES.version(key, since)
    return {name: step for step in version.steps() for name in (step.label, step.code)}


@cache
def _described(key: str, since: date, code: str) -> dict[str, Any]:
    """A limit of a version as plain data; asked for once a line where thousands are computed."""
    version = PROCEDURES.version(key, since)
    return _plain(version, version.limit(code))


@cache
def _dates_of(key: str, since: date) -> dict[str, str]:
    """The dates of a case of a version, derived ones too, by label and by name."""
    version = PROCEDURES.version(key, since)
    found = {f.name: str(f.verbose_name) for f in version.model._meta.fields if f.get_internal_type() == "DateField"}
    for name in dir(version.model):
        part = inspect.getattr_static(version.model, name)
        if isinstance(part, property) and hasattr(part, "verbose_name"):
            found[name] = str(part.verbose_name)
    return {label: name for name, label in found.items()} | {name: name for name in found}


def _hint(limit: Limit) -> str:
    parts = [f"起算：{'、'.join(starts_of(limit))}", f"完成：{'、'.join(step.label for step in limit.until)}"]
    if limit.before is not None:
        parts.append(f"倒推自：{_date_of(limit.before)}")
    if limit.ends_on is not None:
        parts.append(f"末日：{_date_of(limit.ends_on)}")
    if limit.stops_in:
        parts.append(f"停止：案件处于“{'、'.join(stage.label for stage in limit.stops_in)}”")
    if limit.extension is not None:
        parts.append(f"延长：{limit.extension.step.label}")
    return f"与它有关的有——{'；'.join(parts)}。"


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
