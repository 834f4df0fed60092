"""The list of cases (案件列表): filters, keyset paging and columns, in a number of queries that never grows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final, TypeVar

from django.db import connection
from django.db.models import Q, QuerySet
from django.urls import reverse
from markupsafe import Markup, escape

from yifa.desk.declared import limit_of, outside, procedure_label, stage_label
from yifa.desk.filters import Choice, Filter, Filters, choices
from yifa.desk.rows import Column, compiled
from yifa.desk.templatetags.yifa import state as state_tag
from yifa.desk.urgency import Urgency, most_pressing, urgency
from yifa.kernel.clocks import State
from yifa.kernel.declare import NEW, PROCEDURES
from yifa.kernel.models import Case, Clock
from yifa.office.models import Organ
from yifa.office.worded import MARK, Worded

PAGE = 50
COUNTED = 10_000
"""Nobody needs to know whether it is forty or fifty thousand, and counting them costs more than the page."""

FIRST_DAY = date(1949, 10, 1)
"""A range closed at both ends lets the database begin with the few clocks that run."""

FIELDS = (
    "pk", "number", "title", "procedure", "version", "stage", "opened_on", "closed_on",
    "organ__short_name", "handler__name",
)  # fmt: skip


@dataclass(frozen=True)
class Listed:
    """One line of the list."""

    pk: int
    number: str
    title: str
    procedure: str
    version: date
    stage: str
    opened_on: date
    closed_on: date | None
    organ: str
    handler: str | None
    limit: str = ""
    pressing: Urgency | None = None

    @property
    def procedure_label(self) -> str:
        """The Chinese name of the procedure."""
        return procedure_label(self.procedure)

    @property
    def stage_label(self) -> str:
        """The Chinese name of the stage."""
        return stage_label(self.procedure, self.version, self.stage)


TICKING = ("limit", "state", "due", "warn_on", "provisional")


@dataclass(frozen=True)
class Ticking:
    """What the list needs of a clock; a whole row of the model costs five times as much to make."""

    limit: str
    state: str
    due: date | None
    warn_on: date | None
    provisional: bool


def declared_filters(
    organs: Callable[[], Iterable[Organ]], handlers: Callable[[], Iterable[tuple[int, str]]], today: date
) -> list[Filter]:
    """The filters of the list; organs and handlers are asked for only when they are needed."""
    return [
        Filter("q", "案号或名称"),
        Filter("procedure", "程序", _procedures),
        Filter("stage", "阶段", _stages),
        Filter("organ", "机关", lambda: choices((organ.pk, organ) for organ in organs())),
        Filter("handler", "承办人", lambda: [Choice("none", "未指定"), *choices(handlers())]),
        Filter("year", "年份", choices((year, f"{year}年") for year in range(today.year, today.year - 8, -1))),
        Filter("open", "状态", [Choice("open", "未办结"), Choice("closed", "已办结")]),
        Filter("late", "期限", [Choice("late", "已逾期"), Choice("week", "七日内届满")]),
    ]


def _procedures() -> list[Choice]:
    return choices((key, PROCEDURES.latest(key).label) for key in PROCEDURES.versions)


def _stages() -> list[Choice]:
    labels: dict[str, list[str]] = defaultdict(list)
    for key in PROCEDURES.versions:
        for stage in PROCEDURES.latest(key).stages():
            if stage is not NEW and stage.label not in labels[stage.code]:
                labels[stage.code].append(stage.label)
    return [Choice(code, "、".join(words)) for code, words in labels.items()]


def _having(stage: str) -> list[str]:
    return [
        key
        for key, versions in PROCEDURES.versions.items()
        if any(each.code == stage for version in versions for each in version.stages())
    ]


def found(filters: Filters, today: date) -> QuerySet[Case]:
    """The cases that the filters ask for, newest first; in scope by their manager."""
    cases = Case.objects.order_by("-opened_on", "-pk")
    if procedure := filters.get("procedure"):
        cases = cases.filter(procedure=procedure)
    if stage := filters.get("stage"):
        # The procedures that have the stage are named, so that the index of procedure and stage serves.
        cases = cases.filter(stage=stage, procedure__in=_having(stage))
    if organ := filters.number("organ"):
        cases = cases.filter(organ_id=organ)
    if filters.get("handler") == "none":
        cases = cases.filter(handler=None)
    elif handler := filters.number("handler"):
        cases = cases.filter(handler_id=handler)
    if year := filters.number("year"):
        cases = cases.filter(opened_on__range=(date(year, 1, 1), date(year, 12, 31)))
    if words := filters.get("q"):
        cases = cases.filter(Q(number__icontains=words) | Q(title__icontains=words))
    if opened := filters.get("open"):
        cases = cases.filter(closed_on__isnull=opened == "open")
    if late := filters.get("late"):
        cases = cases.filter(pk__in=_pressing(late, today))
    return cases


def _pressing(late: str, today: date) -> QuerySet[Clock, Any]:
    day = timedelta(days=1)
    running = Clock.objects.filter(state=State.RUNNING)
    if late == "late":
        return running.filter(~outside(), due__range=(FIRST_DAY, today - day)).values("case_id")
    return running.filter(due__range=(today, today + 7 * day)).values("case_id")


CaseT = TypeVar("CaseT", bound=Case)


def after(cases: QuerySet[Case], mark: str) -> QuerySet[Case]:
    """What comes after the last line of the page before; `mark` is `2025-03-04-17`."""
    return beyond(cases, *read_mark(mark))


def read_mark(mark: str) -> tuple[date | None, int]:
    """The day and the key of a mark; no day where it is none."""
    head, _, pk = mark.rpartition("-")
    try:
        return date.fromisoformat(head), int(pk)
    except ValueError:
        return None, 0


def beyond(cases: QuerySet[Case], day: date | None, pk: int) -> QuerySet[Case]:
    """What comes after the case of a day and a key, newest first; all of them without a day."""
    if day is None:
        return cases
    # Written so, both databases walk the index from the mark; the usual OR form reads everything before it.
    return cases.filter(opened_on__lte=day).filter(Q(opened_on__lt=day) | Q(pk__lt=pk))


def mark_of(line: Listed | Case) -> str:
    """The mark from which the next page goes on."""
    return f"{line.opened_on.isoformat()}-{line.pk}"


def counted(cases: QuerySet[Case]) -> str:
    """How many there are, as words; beyond the cap only that there are more."""
    # The ORM's own count of a slice takes twice as long to put into words as the database takes to count.
    inner, values = countable(cases).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(COUNT.format(inner), values)
        (number,) = cursor.fetchone()
    return as_words(number)


COUNT: Final = "SELECT count(*) FROM ({}) found"


def countable(cases: QuerySet[Case]) -> QuerySet[Case, Any]:
    """What `COUNT` counts: the cases up to the cap, in no order."""
    return cases.order_by().values("pk")[: COUNTED + 1]


def as_words(number: int) -> str:
    """A number of cases; beyond the cap only that there are more."""
    return f"{COUNTED}件以上" if number > COUNTED else f"{number}件"


def lines(cases: QuerySet[Case], today: date) -> list[Listed]:
    """The lines of one page with the clock that presses most: two queries, however many lines."""
    return with_clocks([Listed(*row) for row in cases.values_list(*FIELDS)], today)


def with_clocks(rows: list[Listed], today: date) -> list[Listed]:
    """The lines, each with the clock that presses most: one query."""
    clocks: dict[int, list[Ticking]] = defaultdict(list)
    keys = [row.pk for row in rows if row.closed_on is None]
    for start in range(0, len(keys), AT_ONCE):
        for case, *rest in _ticking(keys[start : start + AT_ONCE]):
            clocks[case].append(Ticking(*rest))
    return [_with_clock(row, clocks[row.pk], today) for row in rows]


def _clocks(**keys: int) -> QuerySet[Clock, Any]:
    # Not asked of the scope again: the cases were found in it.
    found = Clock._base_manager.filter(case_id__in=keys.values(), state__in=(State.RUNNING, State.PAUSED))
    return found.values_list("case_id", *TICKING)


AT_ONCE = PAGE + 1
_SLOTS = [f"case{number}" for number in range(AT_ONCE)]
_CLOCKS = Worded(_clocks, **{slot: MARK + number for number, slot in enumerate(_SLOTS)})


def _ticking(keys: list[int]) -> Iterator[tuple[Any, ...]]:
    """The open clocks of up to `AT_ONCE` cases; a short list is filled up with its first, so that the wording stays."""
    filled = keys + keys[:1] * (AT_ONCE - len(keys))
    for case, limit, state, due, warn_on, provisional in _CLOCKS.rows(**dict(zip(_SLOTS, filled, strict=True))):
        yield case, limit, state, day_of(due), day_of(warn_on), bool(provisional)


def day_of(value: Any) -> date | None:
    """A day as the database gives it: SQLite as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _with_clock(row: Listed, clocks: list[Ticking], today: date) -> Listed:
    clock = most_pressing((limit_of(row.procedure, row.version, each.limit), each) for each in clocks)
    if clock is None:
        return row
    limit = limit_of(row.procedure, row.version, clock.limit)
    return replace(row, limit=limit.label, pressing=urgency(clock, limit, today))


def streamed(cases: QuerySet[Case], today: date, at_most: int) -> Iterator[Listed]:
    """Every line for a file, page by page, so that neither memory nor the database is held for long."""
    mark, sent = "", 0
    while sent < at_most:
        page = lines((after(cases, mark) if mark else cases)[:500], today)
        yield from page
        sent += len(page)
        if len(page) < 500:
            return
        mark = mark_of(page[-1])


@lru_cache(maxsize=1)
def _address() -> tuple[str, str]:
    """What stands before and after the key in the address of a case; asked of the addresses once."""
    before, _, rest = reverse("case", args=[0]).rpartition("0")
    return before, rest


def _link(row: Listed) -> Markup:
    before, rest = _address()
    return Markup(f'<a href="{before}{row.pk}{rest}">{escape(row.title or row.number or "未命名")}</a>')


def pill(pressing: Urgency | None) -> Markup:
    """How long, by colour, word and shape."""
    return Markup(_state(pressing.state, pressing.words)) if pressing else Markup("")


@lru_cache(maxsize=2048)
def _state(name: str, words: str) -> str:
    return str(state_tag(name, words))


COLUMNS: list[Column[Listed]] = [
    Column("number", "案号", lambda row: row.number, css="yf-no"),
    Column("title", "案件", lambda row: row.title, _link, css="yf-main-cell"),
    Column("procedure", "程序", lambda row: row.procedure_label, css="pg-desk"),
    Column("stage", "阶段", lambda row: row.stage_label),
    Column("limit", "期限", lambda row: row.limit),
    Column("left", "还有多久", lambda row: row.pressing.words if row.pressing else "", lambda row: pill(row.pressing)),
    Column("organ", "机关", lambda row: row.organ, css="pg-desk"),
    Column("handler", "承办人", lambda row: row.handler or ""),
    Column("opened_on", "立案日期", lambda row: row.opened_on.isoformat(), css="yf-date pg-desk"),
    Column("closed_on", "办结日期", lambda row: row.closed_on.isoformat() if row.closed_on else "", shown=False),
]

body = compiled(COLUMNS, key=lambda row: row.pk)
