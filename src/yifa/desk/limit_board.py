"""The board of limits (期限板): what has lapsed, what falls due on which day, what is provisional or stands still."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from markupsafe import Markup, escape

from yifa.desk.case_list import FIRST_DAY, pill
from yifa.desk.declared import limit_of, outside, procedure_label
from yifa.desk.filters import Filter, Filters, choices
from yifa.desk.rows import Column, compiled
from yifa.desk.urgency import Urgency, urgency
from yifa.kernel.clocks import State
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.models import Clock
from yifa.office.models import Organ
from yifa.office.roles import Role

AHEAD = 30
PAGE = 50

TABS = (
    ("late", "已逾期"), ("due", "三十日内"), ("passed", "对方期限已过"), ("provisional", "暂定"), ("paused", "已中止"),
    ("all", "全部在算"),
)  # fmt: skip


@dataclass(frozen=True)
class Deadline:
    """One line of the board."""

    pk: int
    case: int
    number: str
    title: str
    procedure: str
    limit: str
    bound: str
    due: date | None
    urgency: Urgency
    organ: str
    handler: str


@dataclass(frozen=True)
class StripDay:
    """One day of the strip."""

    day: date
    count: int
    working: bool
    chosen: bool
    address: str


def declared_filters(organs: Iterable[Organ], procedure: str) -> list[Filter]:
    """The filters of the board; limits are offered once a procedure is chosen."""
    procedures = [(key, PROCEDURES.latest(key).label) for key in sorted(PROCEDURES.versions)]
    limits = PROCEDURES.latest(procedure).limits() if procedure in PROCEDURES.versions else []
    return [
        Filter("show", "", choices(TABS)),
        Filter("day", "届满日"),
        Filter("procedure", "程序", choices(procedures)),
        Filter("limit", "期限", choices((limit.code, limit.label) for limit in limits)),
        Filter("organ", "机关", choices((organ.pk, organ) for organ in organs)),
        Filter("bound", "义务人", choices(Role.choices)),
        Filter("q", "案号或名称"),
    ]


def filtered(filters: Filters) -> QuerySet[Clock]:
    """The open clocks in scope that the filters ask for, whatever tab or day."""
    clocks = Clock.objects.filter(state__in=(State.RUNNING, State.PAUSED)).order_by("due", "pk")
    if procedure := filters.get("procedure"):
        clocks = clocks.filter(case__procedure=procedure)
    if limit := filters.get("limit"):
        clocks = clocks.filter(limit=limit)
    if organ := filters.number("organ"):
        clocks = clocks.filter(case__organ_id=organ)
    if bound := filters.get("bound"):
        clocks = clocks.filter(bound=bound)
    if words := filters.get("q"):
        clocks = clocks.filter(Q(case__number__icontains=words) | Q(case__title__icontains=words))
    return clocks


LAST_DAY = date(2999, 12, 31)


def on_tab(clocks: QuerySet[Clock], tab: str, day: date | None, today: date) -> QuerySet[Clock]:
    """The clocks of one tab, or of one day."""
    if day is not None:
        return clocks.filter(state=State.RUNNING, due=day)
    return clocks.filter(_condition(tab, today))


def _condition(tab: str, today: date) -> Q:
    if tab == "paused":
        return Q(state=State.PAUSED, due=None)
    if tab in ("late", "passed"):
        over = Q(state=State.RUNNING, due__range=(FIRST_DAY, today - timedelta(days=1)))
        return over & (outside() if tab == "passed" else ~outside())
    if tab == "provisional":
        return Q(state=State.RUNNING, due__range=(FIRST_DAY, LAST_DAY), provisional=True)
    if tab == "due":
        last = today + timedelta(days=AHEAD - 1)
        return Q(state=State.RUNNING, due__range=(today, last), provisional=False)
    return Q(state=State.RUNNING, due__range=(FIRST_DAY, LAST_DAY))


def tallies(clocks: QuerySet[Clock], today: date) -> dict[str, int]:
    """How many stand on each tab."""
    return {tab: clocks.filter(_condition(tab, today)).order_by().count() for tab, _ in TABS}


def by_day(clocks: QuerySet[Clock], today: date) -> dict[date, int]:
    """How many fall due on each of the next thirty days."""
    last = today + timedelta(days=AHEAD - 1)
    rows = clocks.filter(state=State.RUNNING, due__range=(today, last)).order_by()
    return dict(rows.values_list("due").annotate(number=Count("pk")))


def after(clocks: QuerySet[Clock], mark: str) -> QuerySet[Clock]:
    """What comes after the last line of the page before."""
    head, _, key = mark.rpartition("-")
    try:
        due, pk = date.fromisoformat(head), int(key)
    except ValueError:
        return clocks
    return clocks.filter(due__gte=due).filter(Q(due__gt=due) | Q(pk__gt=pk))


def lines(clocks: QuerySet[Clock], today: date) -> Iterator[Deadline]:
    """The lines of one page: one query."""
    rows = clocks.select_related("case__organ", "case__handler").defer("trace")
    for clock in rows:
        case = clock.case
        limit = limit_of(case.procedure, case.version, clock.limit)
        yield Deadline(
            clock.pk, case.pk, case.number, case.title, procedure_label(case.procedure), limit.label,
            Role(clock.bound).label, clock.due, urgency(clock, limit, today), str(case.organ), str(case.handler or ""),
        )  # fmt: skip


def mark_of(line: Deadline) -> str:
    """The mark from which the next page goes on."""
    return f"{line.due}-{line.pk}"


def _link(line: Deadline) -> Markup:
    address = reverse("case", args=[line.case])
    return Markup(f'<a href="{address}">{escape(line.title or line.number or "未命名")}</a>')


COLUMNS: list[Column[Deadline]] = [
    Column("number", "案号", lambda line: line.number, css="yf-no"),
    Column("title", "案件", lambda line: line.title, _link, css="yf-main-cell"),
    Column("procedure", "程序", lambda line: line.procedure, shown=False),
    Column("limit", "期限", lambda line: line.limit),
    Column("bound", "义务人", lambda line: line.bound),
    Column("left", "还有多久", lambda line: line.urgency.words, lambda line: pill(line.urgency)),
    Column("due", "届满日", lambda line: line.due.isoformat() if line.due else "", css="yf-date"),
    Column("organ", "机关", lambda line: line.organ, css="pg-desk"),
    Column("handler", "承办人", lambda line: line.handler),
]

body = compiled(COLUMNS, key=lambda line: line.pk)
