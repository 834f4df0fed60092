"""What is given for a declared limit (已声明的期限): days or moments of steps, and what a step was told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from yifa.clock import BadRequest, Calendar
from yifa.clock.request import read_date, read_moment
from yifa.errors import YifaError

if TYPE_CHECKING:
    from yifa.kernel.declare import Input, Step

KNOWN = ("limit", "events", "on", "data", "provisional")
Told = dict[str, dict[str, Any]]
"""Inputs of steps: step → code of the input → value."""


def answer_declared(row: Mapping[str, Any], calendar: Calendar, provisional: bool) -> dict[str, Any]:
    """The answer to a request with `limit`, `events`, perhaps `on` and `data`.

    Raises:
        BadRequest: an entry is malformed, or the limit needs what was not given (a time of day, the length of an
            extension).
    """
    limit, moments = _limit_of(row), _moments(row)
    on = read_date(row["on"], "on") if row.get("on") else None
    allowed = provisional or bool(row.get("provisional"))
    from_data = _told(limit, row.get("data") or {})
    timed = _timed(limit, moments)
    told = {name: {**timed.get(name, {}), **from_data.get(name, {})} for name in {*timed, *from_data}}
    days = {name: [_day(moment) for moment in each] for name, each in moments.items()}
    found = _computed(limit, days, on, calendar, allowed=allowed, told=told)
    _check_hours(found, moments, timed)
    _check_extension(limit, found, moments, from_data)
    return found


def _limit_of(row: Mapping[str, Any]) -> str:
    unknown = set(row) - set(KNOWN)
    if unknown:
        raise BadRequest(f"{'、'.join(sorted(unknown))}不能与 limit 同用；期间和口径由声明决定。")
    limit = row["limit"]
    if not isinstance(limit, str) or not limit.strip():
        raise BadRequest(f"limit应当是期限的代码，如 reconsideration.conclude，现为“{limit}”。代码见 yifa limits。")
    return limit.strip()


def _moments(row: Mapping[str, Any]) -> dict[str, list[date | datetime]]:
    events = row.get("events")
    if not isinstance(events, Mapping) or not events:
        raise BadRequest("没有给出事件，应当写明 环节=日期，如 受理=2025-03-17。")
    return {
        str(name): [read_moment(day, f"事件“{name}”的日期") for day in (days if isinstance(days, list) else [days])]
        for name, days in events.items()
    }


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _computed(
    limit: str, days: dict[str, list[date]], on: date | None, calendar: Calendar, *, allowed: bool, told: Told
) -> dict[str, Any]:
    """The only place here that needs Django."""
    try:
        from yifa.cli._django import setup

        setup()
        from yifa.kernel import limits
    except ImportError as error:
        raise YifaError(
            f"不能按代码计算期限“{limit}”：本机没有装好程序声明（{error.name}）。"
            "请安装完整的依法系统，或者改用 --from 和 --days 等选项直接计算。"
        ) from None
    try:
        return limits.compute(limit, days, on, calendar, allowed, data=told)
    except YifaError as error:
        raise YifaError(f"{error}{_hint(str(error), limit, days, on)}") from error


def _hint(told: str, limit: str, days: Mapping[str, list[date]], on: date | None) -> str:
    """What else would help: the steps that are called alike or lead into a stage of that name, or a day for the law."""
    from yifa.kernel.declare import PROCEDURES

    for name in days:
        if f"没有“{name}”" in told:
            stages = [step.label for step in _steps(limit) if step.target is not None and step.target.label == name]
            near = dict.fromkeys([*stages, *(step.label for step in _steps(limit) if name in step.label)])
            return f"要写环节的全名，如：{'、'.join(near)}。" if near else ""
    since = [version.since for version in PROCEDURES.all() if version.key == limit.partition(".")[0]]
    earliest = min((day for each in days.values() for day in each), default=date.max)
    if since and on is None and earliest < min(since):
        return f"只是试算的，可以用 --on（JSON 里写 on）指明按哪一天的法律，如 {min(since)}。"
    return ""


def _steps(limit: str) -> Iterator[Step]:
    """The steps of every version of the limit's procedure; of all procedures where only a reference code is given."""
    from yifa.kernel.declare import PROCEDURES

    key, dot, _ = limit.partition(".")
    for version in PROCEDURES.all():
        if not dot or version.key == key:
            yield from version.steps()


def _asked(limit: str, name: str) -> Iterator[Input]:
    return (asked for step in _steps(limit) if name in (step.label, step.code) for asked in step.asks)


def _timed(limit: str, moments: Mapping[str, list[date | datetime]]) -> Told:
    """The times of day that were given with the days, as the inputs that ask for them."""
    found: Told = {}
    for name, each in moments.items():
        times = {moment.time() for moment in each if isinstance(moment, datetime)}
        if not times:
            continue
        asked = next((one for one in _ready(limit, name) if one.kind == "time"), None)
        if asked is None or len(times) > 1:
            raise BadRequest(f"事件“{name}”只写日期，不写时刻；按小时计算的期限才要时刻，每个环节一个。")
        found[name] = {asked.code: times.pop().isoformat("minutes")}
    return found


def _ready(limit: str, name: str) -> Iterator[Input]:
    from yifa.cli._django import setup

    setup()
    return _asked(limit, name)


def _told(limit: str, data: object) -> Told:
    """What steps were told, read by the kind of each input; its label or its code names it."""
    if not isinstance(data, Mapping) or not all(isinstance(each, Mapping) for each in data.values()):
        raise BadRequest('data应当写成 {"延长审理期限": {"延长天数": 20}} 的样子。')
    return {
        str(name): dict(_value(limit, str(name), str(label), value) for label, value in given.items())
        for name, given in data.items()
    }


def _value(limit: str, name: str, label: str, value: object) -> tuple[str, Any]:
    asked = next((one for one in _ready(limit, name) if label in (one.label, one.code)), None)
    if asked is None:
        has = "、".join(dict.fromkeys(one.label for one in _asked(limit, name)))
        raise BadRequest(f"“{name}”没有“{label}”这一栏{f'，有的是：{has}' if has else ''}。")
    where = f"“{name}”的“{label}”"
    if asked.kind == "int":
        return asked.code, _number(value, asked, where)
    if asked.kind == "date":
        return asked.code, read_date(value, where).isoformat()
    if asked.kind == "time":
        return asked.code, _time(value, where)
    return asked.code, value


def _number(value: object, asked: Input, where: str) -> int:
    written = str(value)
    if not (written.isascii() and written.isdigit() and int(written)):
        raise BadRequest(f"{where}应当是正整数，现为“{value}”。")
    if asked.at_most is not None and int(written) > asked.at_most:
        raise BadRequest(f"{where}最多{asked.at_most}，现为{written}。")
    return int(written)


def _time(value: object, where: str) -> str:
    try:
        return time.fromisoformat(str(value)).isoformat("minutes")
    except ValueError:
        raise BadRequest(f"{where}应当写成 16:20 的样子，现为“{value}”。") from None


def _check_hours(found: Mapping[str, Any], moments: Mapping[str, list[date | datetime]], timed: Told) -> None:
    started = [name for name in moments if name in found["starts"]]
    if found["unit"] == "小时" and started and not any(name in timed for name in started):
        name = started[0]
        raise BadRequest(
            f"“{found['label']}”按小时计算，“{name}”要写明几点几分，如 {name}={_day(moments[name][0])} 16:20。"
        )


def _check_extension(
    limit: str, found: Mapping[str, Any], moments: Mapping[str, list[date | datetime]], told: Told
) -> None:
    """An extension of which no length is declared counts for nothing unless its length is given."""
    extension = found["extends"]
    if extension and extension["step"] in moments and extension["at_most"] == "合理期限":
        step = extension["step"]
        if not told.get(step):
            labels = "、".join(dict.fromkeys(one.label for one in _asked(limit, step) if one.kind in ("int", "date")))
            raise BadRequest(
                f"“{step}”没有写明{labels}。命令行写 --data {step}.{labels}=内容，"
                f'JSON 写 "data": {{"{step}": {{"{labels}": 内容}}}}。'
            )
