"""A due date asked for in words (期限试算请求): from a command line, a line of JSON or a form.

One flat mapping; the Chinese error names the entry that is wrong:

    {"from": "2025-01-24", "working_days": 5}
    {"from": "2025-03-17", "days": 60, "suspend": ["2025-04-10..2025-05-12"], "extend": ["30d"]}
    {"before": "2025-02-14", "working_days": 5}
    {"by": "2024-04-01", "exclusive": true}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from yifa.clock.bounds import backward, by_date
from yifa.clock.calendar import Calendar
from yifa.clock.due import Due, due
from yifa.clock.errors import BadRequest
from yifa.clock.periods import Period, days, hours, local_day, months, working_days, years
from yifa.clock.reckoning import Restart, Roll, Suspension

UNITS: Final[Mapping[str, Callable[[int], Period]]] = {
    "days": days,
    "working_days": working_days,
    "months": months,
    "years": years,
    "hours": hours,
}
LISTS: Final = ("suspend", "exclude", "extend", "restart")
SWITCHES: Final = ("strict", "lenient", "exclusive", "from_minute", "provisional")
DATES: Final = ("from", "before", "by")
KNOWN: Final = (*DATES, *UNITS, *LISTS, *SWITCHES, "label")

_GOES_WITH: Final = {
    "from": (*UNITS, *LISTS, "strict", "from_minute"),
    "before": (*UNITS, "strict", "lenient"),
    "by": ("strict", "exclusive"),
}
"""What else may be said of each starting point; whatever would have no effect is refused rather than ignored."""
_ALWAYS: Final = ("provisional", "label")

_EXTENSION: Final = re.compile(r"(\d+)\s*(wd|个?工作日|d|日|天|m|个?月|y|年)")
_EXTENSION_UNITS: Final = {"w": working_days, "工": working_days, "d": days, "日": days, "天": days}
_MONTHS_YEARS: Final = {"m": months, "月": months, "y": years, "年": years}


def answer(row: Mapping[str, Any], calendar: Calendar, *, allow_provisional: bool = False) -> Due:
    """The due date that a request asks for.

    Raises:
        BadRequest: an entry is missing, unknown or malformed; the message names it.
        CalendarMissing, BadPeriod, DateOutOfRange: as in `due`.
    """
    _check_entries(row)
    provisional = allow_provisional or bool(row.get("provisional"))
    kind = _one_of(row, DATES, "起点：from（起算日）、before（某日之前）、by（固定日期）")
    _check_company(row, kind)
    if kind == "by":
        return by_date(
            read_date(row["by"], "by"),
            calendar=calendar,
            inclusive=not row.get("exclusive"),
            allow_provisional=provisional,
        )
    period = _period(row)
    if kind == "before":
        return backward(
            read_date(row["before"], "before"),
            period,
            calendar=calendar,
            judge_by="lenient" if row.get("lenient") else "clear",
            allow_provisional=provisional,
        )
    start = read_moment(row["from"], "from")
    restarts = [Restart(read_date(text, "restart")) for text in row.get("restart", ())]
    if any(restart.on < local_day(start) for restart in restarts):
        raise BadRequest(f"restart早于起算之日{local_day(start)}，不起作用。请核对两个日期。")
    return due(
        start,
        period,
        calendar=calendar,
        roll=Roll.NONE if row.get("strict") else Roll.NEXT,
        suspensions=[_span(text, "suspend", "中止") for text in row.get("suspend", ())],
        excluded=[_span(text, "exclude", "不计入期限") for text in row.get("exclude", ())],
        extensions=[read_extension(text) for text in row.get("extend", ())],
        restarts=restarts,
        allow_provisional=provisional,
        start_label=row.get("label") or "",
    )


def _check_entries(row: Mapping[str, Any]) -> None:
    unknown = [str(key) for key in row if key not in KNOWN]
    if unknown:
        raise BadRequest(f"不认识的项目“{'、'.join(unknown)}”，可用的有：{'、'.join(KNOWN)}。")
    for key in LISTS:
        value = row.get(key, [])
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise BadRequest(f'{key}应当是文字的列表，如 ["{_EXAMPLES[key]}"]，现为“{value}”。')
    if not isinstance(row.get("label") or "", str):
        raise BadRequest(f"label应当是文字，现为“{row['label']}”。")
    for key in SWITCHES:
        if not isinstance(row.get(key, False), bool):
            raise BadRequest(f"{key}只能是 true 或者 false，现为“{row[key]}”。")


def _check_company(row: Mapping[str, Any], kind: str) -> None:
    idle = [key for key in row if row[key] and key not in (*DATES, *_GOES_WITH[kind], *_ALWAYS)]
    if idle:
        raise BadRequest(f"{'、'.join(idle)}不能与 {kind} 同用，写了也不起作用。请去掉，或者核对起点。")
    if row.get("from_minute") and "hours" not in row:
        raise BadRequest("from_minute 只用于按小时的期间（hours）。请去掉。")


_EXAMPLES: Final = {
    "suspend": "2025-04-10..2025-05-12",
    "exclude": "2025-03-24..2025-04-11",
    "extend": "30d",
    "restart": "2025-03-17",
}


def _one_of(row: Mapping[str, Any], keys: tuple[str, ...], wanted: str) -> str:
    given = [key for key in keys if row.get(key) not in (None, "")]
    if len(given) != 1:
        found = f"现在给了{'、'.join(given)}" if given else "现在一个也没有给"
        raise BadRequest(f"应当并且只能给出一个{wanted}，{found}。")
    return given[0]


def _period(row: Mapping[str, Any]) -> Period:
    unit = _one_of(row, tuple(UNITS), "期间：days、working_days、months、years 或者 hours")
    amount = row[unit]
    if isinstance(amount, bool) or not isinstance(amount, int):
        raise BadRequest(f"{unit}应当是整数，现为“{amount}”。")
    if unit == "hours":
        return hours(amount, from_next_hour=not row.get("from_minute"))
    return UNITS[unit](amount)


def read_date(value: object, name: str) -> date:
    """A date written 2025-01-24; `name` is the entry that the error names."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", value.strip()):
        try:
            return date(*map(int, value.strip().split("-")))
        except ValueError:
            raise BadRequest(f"{name}“{value}”不是真实的日期，请核对年、月、日。") from None
    raise BadRequest(f"{name}应当写成 2025-01-24 的样子，现为“{value}”。")


def read_moment(value: object, name: str) -> date | datetime:
    """A date, or a moment written `2025-01-24 16:20`."""
    text = str(value).strip()
    if ":" not in text:
        return read_date(value, name)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise BadRequest(f"{name}“{value}”不是真实的时刻，应当写成 2025-01-24 16:20。") from None


def _span(text: str, name: str, label: str) -> Suspension:
    since, dots, until = text.partition("..")
    if not dots:
        example = _EXAMPLES[name]
        raise BadRequest(f"{name}“{text}”应当写成 {example}，尚未结束的写成 {example[:12]}。")
    return Suspension(read_date(since, name), read_date(until, name) if until.strip() else None, label)


def read_extension(text: str) -> Period:
    """An extension written 30d, 10wd, 1m, 1y or 30日, 10个工作日, 1个月, 1年."""
    found = _EXTENSION.fullmatch(text.strip())
    if not found:
        raise BadRequest(f"extend“{text}”应当写成 30d（日）、10wd（工作日）、1m（月）或者 1y（年）。")
    unit = found[2].lstrip("个")[0]
    return (_EXTENSION_UNITS | _MONTHS_YEARS)[unit](int(found[1]))
