"""The table editor of discretion benchmarks (裁量基准表格): one act's tiers as a grid, saved as a new edition."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Max, Min, Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone

from yifa.areas.enforcement.discretion import editions
from yifa.areas.enforcement.discretion.editions import HEAD, MOST, TIER, EditionRefused, Fault
from yifa.areas.enforcement.discretion.ladder import misfits
from yifa.areas.enforcement.discretion.models import DiscretionTier
from yifa.areas.enforcement.discretion.register import DiscretionBenchmarks
from yifa.areas.enforcement.discretion.standing import rung_of
from yifa.desk import answers, register_view
from yifa.desk.navigation import RegisterTool
from yifa.desk.present import person_in
from yifa.desk.register_view import FormField, entry_in
from yifa.errors import YifaError
from yifa.kernel.registers import Column
from yifa.office.models import Organ, Person

REGISTER_TOOLS = [
    RegisterTool(DiscretionBenchmarks.key, "阶次表格", "benchmarks", "figure"),
    RegisterTool(DiscretionBenchmarks.key, "整套改版", "benchmark", "figure", of_entry=True),
]
PER_PAGE = 50
NEW_EACH_TIME = ("document", "review_no", "filing_no", "published_on", "effective_on")
"""What a new edition does not take over from the one before."""
SHORT = {"range_from": "下限", "range_to": "上限", "from_open": "下限本数", "to_open": "上限本数"}
BLANK = {"from_open": "否", "to_open": "是"}
"""What a new row says: 以上 includes its number, 不满 does not."""
OPEN = (("否", "含"), ("是", "不含"))
COLUMNS: dict[str, Column] = {column.name: column for column in DiscretionBenchmarks.asked()}


@dataclass(frozen=True)
class Cell:
    """One cell of the grid."""

    name: str
    column: Column
    value: str
    head: str
    label: str
    options: tuple[tuple[str, str], ...]
    faults: tuple[Fault, ...] = ()

    @property
    def id(self) -> str:
        """What the list of reasons points to."""
        return f"c-{self.name}"


@dataclass(frozen=True)
class Grid:
    """What the page shows: the shared fields, the rows, what is wrong with them; `entry` is a tier of the edition."""

    organ: Organ
    head: Mapping[str, str]
    rows: Sequence[Mapping[str, str]]
    entry: Any = None
    organs: Sequence[Organ] = ()
    faults: Sequence[Fault] = ()
    may_write: bool = True

    @property
    def seen(self) -> int:
        """The newest edition there is, which a new one follows."""
        return editions.newest(self.organ.pk, self.entry.act_code) if self.entry is not None else 0


# --- the list -------------------------------------------------------------------------------------


def listed(request: HttpRequest) -> HttpResponse:
    """Every act with its newest edition, and whether its tiers fit together."""
    words = request.GET.get("q", "").strip()[:60]
    rows = DiscretionTier.objects.filter(withdrawn=False)
    if words:
        rows = rows.filter(Q(act__icontains=words) | Q(act_code__icontains=words))
    acts = rows.values("organ_id", "organ__short_name", "act_code").annotate(newest=Max("edition"), entry=Min("pk"))
    written = request.GET.get("page", "1")
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 1
    page = Paginator(acts.order_by("organ_id", "act_code"), PER_PAGE).get_page(number)
    shown = [_summary(one) for one in page]
    if answers.wanted(request) == "json":
        plain = [{name: value for name, value in one.items() if name != "first"} for one in shown]
        return answers.as_json({"benchmarks": plain, "total": page.paginator.count})
    writable = register_view.writable(person_in(request), timezone.localdate())
    context = {"rows": shown, "page": page, "q": words, "may_write": bool(writable), "register": DiscretionBenchmarks}
    return render(request, "desk/benchmarks.html", context)


def _summary(one: Mapping[str, Any]) -> dict[str, Any]:
    tiers = editions.tiers_of(one["organ_id"], one["act_code"], one["newest"])
    first = tiers[0]
    return {
        "first": first, "entry": first.pk, "organ": one["organ__short_name"], "act_code": first.act_code,
        "act": first.act, "edition": first.edition, "tiers": len(tiers), "effective_on": first.effective_on,
        "ended_on": first.ended_on, "faults": [str(fault) for fault in misfits([rung_of(tier) for tier in tiers])],
    }  # fmt: skip


# --- the grid -------------------------------------------------------------------------------------


def benchmark(request: HttpRequest, pk: int) -> HttpResponse:
    """The grid of one act: the newest edition to be changed, earlier ones to be looked at."""
    entry = entry_in(DiscretionBenchmarks, pk)
    person, last = person_in(request), editions.newest(entry.organ_id, entry.act_code)
    tiers = editions.tiers_of(entry.organ_id, entry.act_code, entry.edition)
    writable = register_view.writable(person, timezone.localdate())
    may_write = entry.organ in writable and entry.edition == last and bool(tiers)
    values = [register_view.written(DiscretionBenchmarks, one) for one in tiers]
    head = {name: "" if name in NEW_EACH_TIME else values[0][name] for name in HEAD} if values else {}
    grid = Grid(entry.organ, head, values, entry, may_write=may_write)
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied("不能保存：只有本机关可以登记台账的人员才能修改最新的一版。")
        return _save(request, grid, person)
    if answers.wanted(request) == "json":
        kept = [{name: one[name] for name in ("tier", *TIER)} for one in values]
        return answers.as_json({"act_code": entry.act_code, "edition": entry.edition, "tiers": kept})
    return _drawn(request, grid)


def new(request: HttpRequest) -> HttpResponse:
    """The grid of an act that has no benchmark yet."""
    person = person_in(request)
    organs = register_view.writable(person, timezone.localdate())
    if not organs:
        raise PermissionDenied("您今天没有可以登记台账的岗位。登记由承办人员办理，请联系系统管理员核对任职。")
    wanted = request.POST.get("organ", "")
    organ = next((each for each in organs if str(each.pk) == wanted), organs[0])
    head = {"unit": "yuan", "issuer_level": "county", "form": "document"}
    kinds = [BLANK | {"tier_kind": kind} for kind in ("lighter", "ordinary")] + [{"tier_kind": "heavier"}]
    grid = Grid(organ, head, kinds, organs=organs)
    return _save(request, grid, person) if request.method == "POST" else _drawn(request, grid)


def _save(request: HttpRequest, grid: Grid, person: Person) -> HttpResponse:
    head = {name: request.POST.get(name, "") for name in HEAD}
    if grid.entry is not None:
        head["act_code"] = grid.entry.act_code
    sent = replace(grid, head=head, rows=posted_rows(request.POST))
    typed = request.POST.get("seen", "")
    seen = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else grid.seen
    try:
        saved = editions.save(grid.organ, head, sent.rows, seen=seen, by=person, at=timezone.now())
    except EditionRefused as refused:
        return _drawn(request, replace(sent, faults=refused.faults))
    except YifaError as refused:
        messages.error(request, str(refused))
        return _drawn(request, sent)
    first = saved.tiers[0]
    done = f"已保存“{first.act}”第{first.edition}版，{len(saved.tiers)}个阶次，自{first.effective_on}起施行"
    messages.success(request, f"{done}；旧案仍按旧版。" if first.edition > 1 else f"{done}。")
    for notice in saved.notices:
        messages.warning(request, notice)
    return redirect("benchmark", first.pk)


def posted_rows(post: QueryDict) -> list[dict[str, str]]:
    """The rows that have a condition or a bound in them, in the order of the page."""
    rows: dict[int, dict[str, str]] = {}
    for key in post:
        found = re.fullmatch(r"tier-(\d{1,4})-(\w+)", key)
        if found and found[2] in TIER:
            rows.setdefault(int(found[1]), {})[found[2]] = str(post[key]).strip()
    filled = ("conditions", "range_from", "range_to")
    return [rows[number] for number in sorted(rows) if any(rows[number].get(name) for name in filled)]


def _drawn(request: HttpRequest, grid: Grid) -> HttpResponse:
    cells = [[_cell(n, name, row.get(name, ""), grid.faults) for name in TIER] for n, row in enumerate(grid.rows)]
    context = {
        "organ": grid.organ, "organs": grid.organs, "entry": grid.entry, "faults": grid.faults, "seen": grid.seen,
        "fields": [_field(grid, name) for name in HEAD if grid.entry is None or name != "act_code"],
        "heads": [SHORT.get(name, COLUMNS[name].bare_label) for name in TIER], "rows": cells, "most": MOST,
        "pattern": [_cell("__row__", name, BLANK.get(name, ""), ()) for name in TIER], "may_write": grid.may_write,
        "others": _others(grid.entry), "back": reverse("benchmarks"),
    }  # fmt: skip
    return render(request, "desk/benchmark.html", context, status=422 if grid.faults else 200)


def _field(grid: Grid, name: str) -> FormField:
    column = COLUMNS[name]
    errors = tuple(one.problem for one in grid.faults if one.row == 0 and one.field == name)
    options = tuple((str(value), label) for value, label in column.choices or ())
    return FormField(column, grid.head.get(name, ""), errors, options)


def _cell(number: int | str, name: str, value: str, faults: Sequence[Fault]) -> Cell:
    column = COLUMNS[name]
    options = OPEN if name.endswith("_open") else tuple((str(code), text) for code, text in column.choices or ())
    if options and options is not OPEN:
        options = (("", "—"), *options)
    head = SHORT.get(name, column.bare_label)
    label = f"第{number + 1}阶次{head}" if isinstance(number, int) else head
    own = tuple(one for one in faults if isinstance(number, int) and one.row == number + 1 and one.field == name)
    shown = "是" if value in ("是", "True") else "否" if name.endswith("_open") else value
    return Cell(f"tier-{number}-{name}", column, shown, head, label, options, own)


def _others(entry: Any) -> list[DiscretionTier]:
    """One tier of each other edition, the newest first."""
    if entry is None:
        return []
    rows = DiscretionTier._base_manager.filter(withdrawn=False, organ_id=entry.organ_id, act_code=entry.act_code)
    firsts = rows.exclude(edition=entry.edition).order_by("-edition", "tier", "pk")
    return list({one.edition: one for one in reversed(list(firsts))}.values())[::-1]


urlpatterns = [
    path("registers/discretion_benchmark/tables/", listed, name="benchmarks"),
    path("registers/discretion_benchmark/tables/new/", new, name="benchmark_new"),
    path("registers/discretion_benchmark/tables/<int:pk>/", benchmark, name="benchmark"),
]
