"""A figure opened (数字): its value, its records, its years, and what changed since it was frozen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from markupsafe import Markup, escape

from yifa.desk.declared import stage_label
from yifa.desk.rows import Column
from yifa.desk.values import fields_of
from yifa.kernel.figure import Figure, Value, Window
from yifa.kernel.figures import Share
from yifa.kernel.frozen import Drift, drift
from yifa.kernel.models import Case, FrozenFigure

YEARS = 5


@dataclass(frozen=True)
class Reckoned:
    """A figure with its value over a window, for the list."""

    figure: Figure
    value: Value

    @property
    def text(self) -> str:
        """The value as printed, with its unit."""
        return self.value.text(self.figure.unit)

    @property
    def parts(self) -> str:
        """Numerator and denominator of a rate."""
        if self.value.denominator is None:
            return ""
        return f"{_plain(self.value.numerator)} / {_plain(self.value.denominator)}"


def _plain(number: Any) -> str:
    return f"{number.normalize():f}" if number is not None else "—"


@dataclass(frozen=True)
class Bar:
    """One year of the trend, placed in a drawing of 560 × 150."""

    year: int
    text: str
    share: float
    position: int
    now: bool

    @property
    def x(self) -> int:
        """The left edge of the bar."""
        return self.position * 110 + 30

    @property
    def middle(self) -> int:
        """The middle of the bar."""
        return self.x + 25

    @property
    def height(self) -> int:
        """The height of the bar; bars start from zero."""
        return round(self.share * 96)

    @property
    def y(self) -> int:
        """The upper edge of the bar."""
        return 122 - self.height

    @property
    def label_y(self) -> int:
        """Where the value is written."""
        return self.y - 5


def trend(figure: Figure, year: int, organs: Sequence[int]) -> list[Bar]:
    """The last five years up to this one; the value of a year is that of the figure, drawn from zero."""
    years = range(year - YEARS + 1, year + 1)
    values = [figure.value(Window.year(each, organs)) for each in years]
    top = max((float(value.value) for value in values if value.value is not None), default=0.0)
    return [
        Bar(each, value.text(figure.unit), float(value.value or 0) / top if top else 0.0, position, each == year)
        for position, (each, value) in enumerate(zip(years, values, strict=True))
    ]


@dataclass(frozen=True)
class Since:
    """A figure as it stood when it was frozen, and what came and went since (与冻结时相比)."""

    frozen: FrozenFigure
    text: str
    drift: Drift

    @property
    def words(self) -> str:
        """In one line."""
        came, went = len(self.drift.came), len(self.drift.went)
        if not came and not went:
            return "与冻结时相比没有变化"
        parts = [f"增加{came}条记录" if came else "", f"减少{went}条记录" if went else ""]
        return "与冻结时相比" + "，".join(part for part in parts if part)


def since_frozen(figure: Figure, window: Window) -> Since | None:
    """The newest freeze of this figure over this window by one of its organs, compared with today."""
    rows = FrozenFigure.objects.filter(code=figure.key, since=window.since, until=window.until)
    frozen = rows.filter(organ_id__in=window.organs).select_related("organ", "by").order_by("-at").first()
    if frozen is None:
        return None
    text = Value(frozen.value).text(frozen.unit)
    return Since(frozen, text, drift(frozen, window))


def records(figure: Figure, window: Window, part: str) -> QuerySet[Any]:
    """The records behind a figure, or behind the denominator of a rate; the newest first."""
    below = isinstance(figure, Share) and part == "denominator"
    rows: QuerySet[Any] = (
        figure.denominator_rows(window) if below and isinstance(figure, Share) else figure.rows(window)
    )
    rows = rows.order_by("-pk")
    return rows.select_related("organ") if "organ" in fields_of(rows.model) else rows


def columns_of(model: type[Any], owner: Any) -> list[Column[Any]]:
    """The columns in which the records of a figure are listed."""
    if issubclass(model, Case):
        return CASE_COLUMNS
    if not issubclass(model, getattr(owner, "model", Case)):  # the denominator may count organs, not entries
        return [Column("name", str(model._meta.verbose_name), str, css="yf-main-cell")]
    listed = [_entry_column(column) for column in owner.listed()[:6]]
    organ: Column[Any] = Column("organ", "机关", lambda row: str(row.organ))
    first, *rest = listed
    return [_linked(first, owner.key), organ, *rest]


def _entry_column(column: Any) -> Column[Any]:
    shown: Callable[[Any], str] = column.shown
    name = column.name
    is_reference = column.kind == "reference"
    text = (lambda row: str(getattr(row, name) or "")) if is_reference else (lambda row: shown(getattr(row, name)))
    return Column(name, column.label, text, css="yf-num" if column.numeric else "")


def _linked(column: Column[Any], register: str) -> Column[Any]:
    def html(row: Any) -> Markup:
        words = escape(column.text(row) or "—")
        address = reverse("register_entry", args=[register, row.pk])
        return Markup(f'<a href="{address}">{words}</a>')

    return Column(column.name, column.label, column.text, html, "yf-main-cell")


def _case_link(row: Any) -> Markup:
    address = reverse("case", args=[row.pk])
    return Markup(f'<a href="{address}">{escape(row.title or row.number or "未命名")}</a>')


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


CASE_COLUMNS: list[Column[Any]] = [
    Column("number", "案号", lambda row: row.number, css="yf-no"),
    Column("title", "案件", lambda row: row.title, _case_link, "yf-main-cell"),
    Column("stage", "阶段", lambda row: stage_label(row.procedure, row.version, row.stage)),
    Column("organ", "机关", lambda row: str(row.organ)),
    Column("opened_on", "立案日期", lambda row: _day(row.opened_on), css="yf-date"),
    Column("closed_on", "办结日期", lambda row: _day(row.closed_on), css="yf-date"),
]
