"""What the pages of oversight show (监督): models with their tallies, hits as lines, and the charts of the cockpit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse
from markupsafe import Markup, escape

from yifa.desk.filters import Filter, choices
from yifa.desk.rows import Column
from yifa.kernel.clocks import State
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.models import Case, Clock
from yifa.office.models import Organ
from yifa.oversight.clue import Clue, Severity, enforcement
from yifa.oversight.clues import all_clues
from yifa.oversight.finding import NOT_OURS
from yifa.oversight.models import Hit, HitState, WatchRun
from yifa.oversight.score import Judged, judged

SHAPES = {HitState.NEW: "soon", HitState.CONFIRMED: "overdue", HitState.REJECTED: "done"}
STANDING = "standing"
"""In a filter: those that nobody rejected."""
KINDS = {
    "penalty": "行政处罚", "coercion": "行政强制", "inspection": "行政检查", "licence": "行政许可",
    "system": "执法制度", "other": "程序和期限",
}  # fmt: skip


@dataclass(frozen=True)
class ModelLine:
    """One model with what became of its hits."""

    clue: Clue
    tally: Judged
    run: WatchRun | None

    @property
    def precision(self) -> str:
        """The share confirmed among the judged."""
        return "—" if self.tally.precision is None else f"{self.tally.precision}%"

    @property
    def hits(self) -> str:
        """The address of its hits."""
        return f"{reverse('oversight_hits')}?{urlencode({'model': self.clue.code})}"


def model_groups() -> list[tuple[str, list[ModelLine]]]:
    """All models by kind of enforcement; those with hits to look at first, the gravest before the others."""
    tallies, runs = judged(), last_runs()
    grave = list(Severity)
    lines = [ModelLine(clue, tallies[clue.code], runs.get(clue.code)) for clue in all_clues()]
    lines.sort(key=lambda line: (-bool(line.tally.new), grave.index(line.clue.severity), -line.tally.found))
    return [(label, [line for line in lines if line.clue.act_kind == kind]) for kind, label in KINDS.items()]


def last_runs() -> dict[str, WatchRun]:
    """The newest run of each model."""
    newest = WatchRun.objects.order_by().values("model").annotate(last=Max("pk")).values_list("last", flat=True)
    return {run.model: run for run in WatchRun.objects.filter(pk__in=list(newest))}


def hit_filters(organs: Iterable[Organ]) -> list[Filter]:
    """The filters of the list of hits."""
    return [
        Filter("q", "说明"),
        Filter("model", "模型", choices((clue.code, clue.label) for clue in all_clues())),
        Filter("state", "状态", choices([*HitState.choices, (STANDING, "没有排除")])),
        Filter("severity", "程度", choices((each.value, each.label) for each in Severity)),
        Filter("organ", "机关", choices((organ.pk, organ) for organ in organs)),
        Filter("gone", "是否仍符合", choices([("no", "仍符合"), ("yes", "不再符合")])),
    ]


def filtered(chosen: Mapping[str, str]) -> QuerySet[Hit]:
    """The hits asked for, those that still hold unless the others are wanted, the newest first."""
    rows = Hit.objects.select_related("organ", "case").order_by("-pk")
    for name in ("model", "severity"):
        if name in chosen:
            rows = rows.filter(**{name: chosen[name]})
    if chosen.get("state") == STANDING:
        rows = rows.exclude(state=HitState.REJECTED)
    elif "state" in chosen:
        rows = rows.filter(state=chosen["state"])
    if "organ" in chosen:
        rows = rows.filter(organ_id=int(chosen["organ"]))
    if "q" in chosen:
        rows = rows.filter(Q(explanation__icontains=chosen["q"]) | Q(case__title__icontains=chosen["q"]))
    return rows.filter(gone_on__isnull=chosen.get("gone") != "yes")


def _about(hit: Hit) -> str:
    if hit.case is not None:
        return hit.case.title or hit.case.number or "未命名案件"
    return f"涉及{len(hit.rows)}件" if hit.rows else "台账条目"


def _link(hit: Hit) -> Markup:
    return Markup(f'<a href="{reverse("oversight_hit", args=[hit.pk])}">{escape(_about(hit))}</a>')


def state_mark(hit: Hit) -> Markup:
    """The state of a hit with colour, word and shape."""
    shape = SHAPES[HitState(hit.state)]
    return Markup(f'<span class="yf-state yf-state-{shape}">{escape(hit.get_state_display())}</span>')


HIT_COLUMNS: Sequence[Column[Hit]] = (
    Column("about", "案件、事项", _about, _link, "yf-main-cell"),
    Column("model", "模型", lambda hit: hit.label, css="ov-model"),
    Column("severity", "程度", lambda hit: hit.get_severity_display(), css="yf-nowrap"),
    Column("organ", "机关", lambda hit: str(hit.organ), css="yf-nowrap"),
    Column("on", "行为日期", lambda hit: _day(hit.on), css="yf-date"),
    Column("explanation", "发现的问题", lambda hit: hit.explanation, css="ov-words"),
    Column("state", "状态", lambda hit: hit.get_state_display(), state_mark, "yf-nowrap"),
    Column("reason", "理由", lambda hit: hit.reason, shown=False),
    Column("found_on", "发现日期", lambda hit: _day(hit.found_on), shown=False),
    Column("number", "案号", lambda hit: hit.case.number if hit.case else "", shown=False),
)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


MOST_BARS = 20
BARS_FROM, LONGEST = 120, 200
"""Where the bars of a chart begin, and how long the longest is, in a drawing 400 wide."""


@dataclass(frozen=True)
class Bar:
    """One organ (or month) in a chart, drawn from zero; the second part stands for what is late or confirmed."""

    label: str
    value: int
    part: int
    top: int
    position: int
    address: str
    part_address: str

    @property
    def y(self) -> int:
        """The upper edge."""
        return self.position * 26 + 6

    @property
    def text_y(self) -> int:
        """Where the words stand."""
        return self.y + 14

    @property
    def width(self) -> int:
        """The length of the bar, of `LONGEST`."""
        return round(self.value * LONGEST / self.top) if self.top else 0

    @property
    def part_width(self) -> int:
        """The length of the part; at least visible where there is any."""
        return max(2, round(self.part * LONGEST / self.top)) if self.part and self.top else 0

    @property
    def number_x(self) -> int:
        """Where the number stands."""
        return BARS_FROM + self.width + 6

    @property
    def part_x(self) -> int:
        """Where the number of the part stands: after the other one."""
        return self.number_x + 9 * len(str(self.value)) + 8


@dataclass(frozen=True)
class Chart:
    """A chart with its words: what is counted, what the darker part is, and all of it together.

    Attributes:
        rest: what of it stands in no bar, in words; blank where every body has one.
    """

    title: str
    unit: str
    part: str
    bars: tuple[Bar, ...]
    whole: Bar
    note: str
    rest: str = ""

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return len(self.bars) * 26 + 12


def charts(year: int, today: date) -> list[Chart]:
    """Activity by body and by month, lateness and findings by body, each number with the address of its rows."""
    return [_activity(year), _lateness(today), _findings(), _months(year)]


Addresses = Callable[[int], tuple[str, str]]


def _drawn(rows: Iterable[tuple[int, int, int]], addresses: Addresses, unit: str) -> dict[str, Any]:
    """The bars of the busiest bodies, all of it together, and what is left over."""
    every = sorted(rows, key=lambda row: -row[1])
    found, left = every[:MOST_BARS], every[MOST_BARS:]
    names = {organ.pk: organ.short_name for organ in Organ.objects.filter(pk__in=[row[0] for row in found])}
    top = max((value for _, value, _ in found), default=0)
    bars = tuple(
        Bar(names.get(organ, ""), value, part, top, position, *addresses(organ))
        for position, (organ, value, part) in enumerate(found)
    )
    whole = Bar("合计", sum(row[1] for row in every), sum(row[2] for row in every), top, 0, *addresses(0))
    rest = f"另有{len(left)}个机关共{sum(row[1] for row in left)}{unit}没有画出。" if left else ""
    return {"unit": unit, "bars": bars, "whole": whole, "rest": rest}


def _behind(chart: str, **more: int) -> Addresses:
    """The addresses of the rows of a body, and of their part; 0 stands for all bodies."""

    def addresses(organ: int) -> tuple[str, str]:
        page, base = reverse("oversight_rows"), {"chart": chart} | ({"organ": organ} if organ else {}) | more
        return f"{page}?{urlencode(base)}", f"{page}?{urlencode(base | {'part': 1})}"

    return addresses


def _opened(year: int) -> QuerySet[Case]:
    return Case.objects.filter(procedure__in=enforcement(), opened_on__year=year).order_by()


CLOSED = Count("pk", filter=Q(closed_on__isnull=False))


def _activity(year: int) -> Chart:
    counted = _opened(year).values_list("organ_id").annotate(n=Count("pk"), closed=CLOSED)
    drawn = _drawn(counted, _behind("activity", year=year), "件")
    return Chart(f"{year}年执法案件", part="已办结", note="按立案日期；深色为已经办结的。", **drawn)


def _months(year: int) -> Chart:
    """How many cases were opened in each month, in the order of the months."""
    counted = _opened(year).values_list("opened_on__month").annotate(n=Count("pk"), closed=CLOSED)
    known = {month: (n, closed) for month, n, closed in counted}
    top = max((n for n, _ in known.values()), default=0)
    bars = tuple(
        Bar(f"{month}月", *known.get(month, (0, 0)), top, month - 1, *_behind("activity", year=year, month=month)(0))
        for month in range(1, 13)
    )
    whole = Bar("合计", sum(bar.value for bar in bars), sum(bar.part for bar in bars), top, 0,
                *_behind("activity", year=year)(0))  # fmt: skip
    note = "各月立案的执法案件；深色为其中已经办结的。"
    return Chart(f"{year}年各月立案", "件", "已办结", bars if top else (), whole, note)


def late_clocks(today: date) -> QuerySet[Clock]:
    """The limits that were or are overdue and bind the organ; a party that pays late is no lateness of the organ."""
    late = Q(state=State.LATE) | Q(state=State.RUNNING, due__lt=today)
    return Clock.objects.filter(late, promised=False).exclude(bound__in=NOT_OURS).order_by()


def _lateness(today: date) -> Chart:
    rows = late_clocks(today).filter(case__procedure__in=enforcement())
    counted = rows.values_list("case__organ_id").annotate(
        n=Count("case", distinct=True), running=Count("case", distinct=True, filter=Q(state=State.RUNNING))
    )
    note = "约束机关的期限逾期办理或者至今未办，不分年度；深色为至今未办的。"
    return Chart("有逾期的案件", part="至今未办", note=note, **_drawn(counted, _behind("lateness"), "件"))


def _findings() -> Chart:
    rows = Hit.objects.filter(gone_on=None).exclude(state=HitState.REJECTED).order_by()
    counted = rows.values_list("organ_id").annotate(n=Count("pk"), sure=Count("pk", filter=Q(state=HitState.CONFIRMED)))

    def addresses(organ: int) -> tuple[str, str]:
        page, base = reverse("oversight_hits"), {"organ": str(organ)} if organ else {}
        return (
            f"{page}?{urlencode(base | {'state': STANDING})}",
            f"{page}?{urlencode(base | {'state': HitState.CONFIRMED.value})}",
        )

    note = "没有排除的命中，不分年度；深色为已经确认的。"
    return Chart("模型发现的问题", part="已确认", note=note, **_drawn(counted, addresses, "条"))


def rows_behind(asked: Mapping[str, str], today: date) -> QuerySet[Case]:
    """The cases behind a number of the cockpit, as its address says; without an organ those of all in scope."""
    chart, part = asked.get("chart", ""), asked.get("part") == "1"
    year = int(asked.get("year") or today.year)
    rows = Case.objects.filter(procedure__in=enforcement()).select_related("organ").order_by("-pk")
    if asked.get("organ"):
        rows = rows.filter(organ_id=int(asked["organ"]))
    if chart == "activity":
        rows = rows.filter(opened_on__year=year)
        rows = rows.filter(opened_on__month=int(asked["month"])) if asked.get("month") else rows
        return rows.filter(closed_on__isnull=False) if part else rows
    if chart == "outcome":
        decided = _penalties().filter(decision_date__year=year, decision_type=asked.get("kind", ""))
        return rows.filter(pk__in=decided.values("pk"))
    clocks = late_clocks(today)
    return rows.filter(pk__in=(clocks.filter(state=State.RUNNING) if part else clocks).values("case_id"))


def _penalties() -> QuerySet[Any]:
    model: Any = PROCEDURES.latest("penalty").model
    rows: QuerySet[Any] = model.objects.exclude(decision_type="")
    return rows


@dataclass(frozen=True)
class Outcome:
    """How often a body decided in one way in a year."""

    label: str
    number: int
    address: str


def outcomes(year: int) -> list[tuple[str, list[Outcome]]]:
    """How the penalties of a year were decided, by body, the busiest first; each number with its rows."""
    rows = _penalties().filter(decision_date__year=year).order_by()
    counted = rows.values_list("organ__short_name", "organ_id", "decision_type").annotate(n=Count("pk"))
    labels = dict(rows.model._meta.get_field("decision_type").choices)
    found: dict[str, list[Outcome]] = {}
    for organ, pk, kind, number in counted:
        query = urlencode({"chart": "outcome", "organ": pk, "year": year, "kind": kind})
        one = Outcome(str(labels.get(kind, kind)), number, f"{reverse('oversight_rows')}?{query}")
        found.setdefault(organ, []).append(one)
    return sorted(found.items(), key=lambda item: -sum(one.number for one in item[1]))
