"""Figures (数字): queries that return the records they count.

A figure is declared once beside the procedure or register that it counts. Its value over a `Window` is the count, sum
or share of exactly the rows it returns, so that a number always opens onto its records. Blank and zero are kept
apart: a share without a denominator has no value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, ClassVar

from django.contrib.admin.utils import lookup_spawns_duplicates
from django.db import connection, models, transaction
from django.db.models import F, Q, QuerySet

from yifa.kernel import chain
from yifa.kernel.clocks import State
from yifa.kernel.declare import PROCEDURES, Declared, Limit, Procedure, Step, field_name, type_of_field
from yifa.law import Basis


@dataclass(frozen=True)
class Window:
    """The period (both days included) and the organs that a figure is taken over."""

    since: date
    until: date
    organs: tuple[int, ...]

    @classmethod
    def year(cls, year: int, organs: Iterable[int]) -> Window:
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), tuple(organs))


@dataclass(frozen=True)
class Value:
    """What a figure came to; `value` is None where there is nothing to divide by (不适用)."""

    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    def text(self, unit: str) -> str:
        """The number as printed, with its unit: 548件, 37.50%, 不适用."""
        if self.value is None:
            return "不适用"
        number = f"{self.value:.2f}" if unit == "%" else f"{self.value.normalize():f}"
        return f"{number}{unit}"


@dataclass(eq=False)
class Figure(Declared):
    """A figure of a procedure or register.

    Attributes:
        unit: the unit printed after it.
        definition: what is counted and what is not, in Chinese (口径).
        indicator: its code in `data/indicators`, where published reports have a comparable one.
    """

    label: str
    unit: str = "件"
    definition: str = ""
    basis: Basis | None = None
    indicator: str = ""
    code: str = ""

    owner: ClassVar[Any] = None

    def rows(self, window: Window) -> QuerySet[Any]:
        """The records behind it."""
        raise TypeError(f"{type(self).__name__} does not say which rows it counts")

    def value(self, window: Window) -> Value:
        """Its value over a window: here the number of rows."""
        return Value(Decimal(self.rows(window).count()))

    @property
    def key(self) -> str:
        """Its code across the system: procedure or register, dot, code."""
        return f"{self.owner.key}.{self.code}"


@dataclass(eq=False)
class Count(Figure):
    """The number of cases in which one of the steps `by` was taken within the window.

    Attributes:
        where: a further condition on the case's own fields.
        without: steps that must not have been taken until the end of the window.
        standing: whether `by` counts from any time before the end: a stock (存量, 未结) rather than a flow.
    """

    by: tuple[Step, ...] = ()
    where: Q | None = None
    without: tuple[Step, ...] = ()
    standing: bool = False

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases, each once."""
        rows = _cases(self.owner, window).filter(pk__in=_cases_with(self.by, window, self.standing))
        if self.without:
            rows = rows.exclude(pk__in=_cases_with(self.without, window, standing=True))
        return rows if self.where is None else _where(rows, self.where)


@dataclass(eq=False)
class Sum(Figure):
    """The sum of a field over the cases of a `Count`."""

    of: type_of_field = None
    over: Count = field(default_factory=lambda: Count(""))

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases whose field is summed."""
        return self.over.rows(window)

    def value(self, window: Window) -> Value:
        """The sum; 0 where there is no case."""
        total = self.rows(window).aggregate(total=models.Sum(field_name(self.of)))["total"]
        return Value(Decimal(total or 0))


@dataclass(eq=False)
class Timely(Figure):
    """The number of cases in which one of the limits ended within the window, in one of the states."""

    limits: tuple[Limit, ...] = ()
    states: tuple[State, ...] = (State.KEPT, State.LATE, State.LAPSED)

    def rows(self, window: Window) -> QuerySet[Any]:
        """The cases whose clock ended in one of the states."""
        from yifa.kernel.models import Clock

        clocks = Clock._base_manager.filter(
            limit__in=[limit.code for limit in self.limits],
            state__in=self.states,
            ended_on__range=(window.since, window.until),
            case__procedure=self.owner.key,
        )
        return _cases(self.owner, window).filter(pk__in=clocks.values("case_id"))


@dataclass(eq=False)
class Share(Figure):
    """A share in per cent (比率): numerator over denominator, both opening onto their records."""

    numerator: Figure | None = None
    denominator: Figure | None = None
    unit: str = "%"

    def rows(self, window: Window) -> QuerySet[Any]:
        """The records of the numerator."""
        return self._parts()[0].rows(window)

    def denominator_rows(self, window: Window) -> QuerySet[Any]:
        """The records of the denominator."""
        return self._parts()[1].rows(window)

    def value(self, window: Window) -> Value:
        """The share, rounded half up to two places; no value where the denominator is zero."""
        above, below = (part.value(window).value or Decimal(0) for part in self._parts())
        if not below:
            return Value(None, above, below)
        share = (above * 100 / below).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return Value(share, above, below)

    def _parts(self) -> tuple[Figure, Figure]:
        if self.numerator is None or self.denominator is None:
            raise TypeError(f"{self.label} lacks its numerator or denominator")
        return self.numerator, self.denominator


def _cases(procedure: type[Procedure], window: Window) -> QuerySet[Any]:
    manager: Any = procedure.model._default_manager
    cases: QuerySet[Any] = manager.filter(procedure=procedure.key, organ_id__in=window.organs)
    return cases


def _where(rows: QuerySet[Any], where: Q) -> QuerySet[Any]:
    """The rows that fulfil a condition, each once, though it look into rows that a case has several of."""
    opts = rows.model._meta
    if any(lookup_spawns_duplicates(opts, path) for path in _paths(where)):
        return rows.filter(pk__in=rows.model._base_manager.filter(where).values("pk"))
    return rows.filter(where)


def _paths(where: Q) -> Iterator[str]:
    for child in where.children:
        if isinstance(child, Q):
            yield from _paths(child)
        elif isinstance(child, tuple):
            yield str(child[0])


def _cases_with(steps: tuple[Step, ...], window: Window, standing: bool) -> QuerySet[Any]:
    """The cases, of whatever procedure: `_cases` names it, and named here it would be asked of every event."""
    from yifa.kernel.models import Event, EventKind

    events = Event._base_manager.filter(
        kind=EventKind.STEP,
        step__in=[step.code for step in steps],
        on__lte=window.until,
    )
    voided = Event._base_manager.filter(voids__isnull=False).values("voids")  # few: a list is faster than a join
    events = events.exclude(pk__in=voided)
    return (events if standing else events.filter(on__gte=window.since)).values("case_id")


def own(procedure: type[Procedure]) -> None:
    """Give the figures of a procedure, and the parts of its shares, their owner."""
    for figure in procedure.figures():
        _own(figure, procedure)


def _own(figure: Figure, owner: Any) -> None:
    figure.__dict__["owner"] = owner
    for part in ("numerator", "denominator", "over"):
        inner = getattr(figure, part, None)
        if isinstance(inner, Figure):
            _own(inner, owner)


def all_figures() -> dict[str, Figure]:
    """Every figure of the newest version of every procedure and of every register, by its full code."""
    from yifa.kernel.registers import REGISTERS

    owners = [PROCEDURES.latest(key) for key in PROCEDURES.versions] + list(REGISTERS.all())
    return {figure.key: figure for owner in owners for figure in owner.figures()}


def freeze(figure: Figure, window: Window, *, organ: Any, by: Any, at: datetime) -> Any:
    """Keep a figure as it stands: value, the identifiers of its rows, and the declaration it came from (冻结)."""
    from yifa.kernel.lock import digest_of
    from yifa.kernel.models import FrozenFigure

    with _one_view():
        value = figure.value(window)
        rows, below = _behind(figure, window)
    return FrozenFigure._base_manager.create(
        organ=organ, code=figure.key, label=figure.label, unit=figure.unit,
        since=window.since, until=window.until,
        value=value.value, numerator=value.numerator, denominator=value.denominator,
        rows=rows, denominator_rows=below, digest=chain.digest(chain.canonical([rows, below])),
        declaration=digest_of(figure.owner), at=at, by=by,
    )  # fmt: skip


@contextmanager
def _one_view() -> Iterator[None]:
    """Value and rows are read from one view of the data, whatever is entered meanwhile."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _behind(figure: Figure, window: Window) -> tuple[list[int], list[int]]:
    """The identifiers of a figure's rows, and of its denominator's."""
    below = _identifiers(figure.denominator_rows(window)) if isinstance(figure, Share) else []
    return _identifiers(figure.rows(window)), below


@dataclass(frozen=True)
class Drift:
    """What changed behind a figure since it was frozen (冻结后的变动).

    Attributes:
        came, went: identifiers of rows; of a share those of the numerator.
        below_came, below_went: of a share those of the denominator.
        was, now: the value then and now; it can change though the rows are the same (an amended sum).
    """

    came: tuple[int, ...]
    went: tuple[int, ...]
    below_came: tuple[int, ...] = ()
    below_went: tuple[int, ...] = ()
    was: Decimal | None = None
    now: Decimal | None = None

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return bool(self.came or self.went or self.below_came or self.below_went) or self.was != self.now


def drift(frozen: Any, window: Window) -> Drift:
    """Compare a frozen figure with the records of today."""
    figure = all_figures()[frozen.code]
    with _one_view():
        rows, below = (set(found) for found in _behind(figure, window))
        now = figure.value(window).value
    then, then_below = set(frozen.rows), set(frozen.denominator_rows)
    return Drift(
        tuple(sorted(rows - then)), tuple(sorted(then - rows)),
        tuple(sorted(below - then_below)), tuple(sorted(then_below - below)),
        frozen.value, now,
    )  # fmt: skip


def _identifiers(rows: QuerySet[Any]) -> list[int]:
    return list(rows.order_by(F("pk")).values_list("pk", flat=True))
