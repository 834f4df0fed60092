"""Oversight (监督): models and hits, one hit with its judgement, the cockpit, similar cases."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.desk import answers, oversight_view, rows
from yifa.desk.figure_view import CASE_COLUMNS
from yifa.desk.filters import Filters
from yifa.desk.navigation import CaseTool, NavItem
from yifa.desk.present import person_in
from yifa.desk.scoped import case_of
from yifa.errors import YifaError
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.models import Case
from yifa.office import scope
from yifa.office.models import Organ, Person
from yifa.office.roles import Role
from yifa.oversight import judging
from yifa.oversight.clue import DEFAULTS
from yifa.oversight.models import Hit, HitState, Judgement
from yifa.oversight.similar import Likeness, alike
from yifa.oversight.watch import run_all

NAV = [NavItem("监督", "oversight", "supervise", 30, frozenset({Role.SUPERVISOR}))]
CASE_TOOLS = [CaseTool("penalty", "类案比对", "oversight_similar", "figure")]
PAGE = 50


def supervisor_in(request: HttpRequest) -> Person:
    """The person who has signed in, who must be a supervisor.

    Raises:
        PermissionDenied: another post.
    """
    person, present = person_in(request), scope.current()
    if present is None or not any(post.role == Role.SUPERVISOR for post in present.posts):
        raise PermissionDenied("监督模型和命中只供监督人员查看。")
    return person


def models_page(request: HttpRequest) -> HttpResponseBase:
    """Every model with hits, confirmed, rejected and precision."""
    supervisor_in(request)
    groups = oversight_view.model_groups()
    lines = [line for _, group in groups for line in group]
    context = {
        "groups": [(label, group) for label, group in groups if group], "models": len(lines),
        "new": sum(line.tally.new for line in lines), "confirmed": sum(line.tally.confirmed for line in lines),
        "rejected": sum(line.tally.rejected for line in lines), "tab": "models",
        "last": max((line.run.at for line in lines if line.run), default=None),
    }  # fmt: skip
    return answers.page(request, "desk/oversight/models.html", context, lambda: [_plain(line) for line in lines])


def _plain(line: oversight_view.ModelLine) -> dict[str, Any]:
    clue, tally = line.clue, line.tally
    return {
        "code": clue.code, "label": clue.label, "basis": clue.basis_text, "looks_at": clue.looks_at,
        "severity": clue.severity.label, "found": tally.found, "new": tally.new, "confirmed": tally.confirmed,
        "rejected": tally.rejected, "gone": tally.gone, "precision": tally.precision,
    }  # fmt: skip


@require_POST
def run(request: HttpRequest) -> HttpResponse:
    """Run all models now."""
    supervisor_in(request)
    now = timezone.now()
    with scope.everything("监督人员运行监督模型"):
        ran = list(run_all(timezone.localdate(now), now))
    new, gone = sum(one.new for one in ran), sum(one.gone for one in ran)
    messages.success(request, f"已运行{len(ran)}个模型：新命中{new}条，不再符合{gone}条。")
    return redirect("oversight")


def hits_page(request: HttpRequest) -> HttpResponseBase:
    """The hits as filtered; twins as JSON, CSV, xlsx."""
    supervisor_in(request)
    present = scope.current()
    organs = Organ.objects.filter(pk__in=present.organs if present else []).order_by("pk")
    filters = Filters(oversight_view.hit_filters(organs), request.GET)
    found, kind = oversight_view.filtered(filters.chosen), answers.wanted(request)
    columns = oversight_view.HIT_COLUMNS
    if kind in ("csv", "xlsx"):
        return answers.file(kind, "监督模型命中", columns, found[: answers.MOST_ROWS])
    mark = request.GET.get("after", "")
    page = list((found.filter(pk__lt=int(mark)) if mark.isascii() and mark.isdigit() else found)[: PAGE + 1])
    shown = page[:PAGE]
    following = filters.address({"after": str(shown[-1].pk)}) if len(page) > PAGE else ""
    if kind == "json":
        return answers.as_json({"hits": rows.plain(columns, shown), "next": following or None})
    context = {
        "filters": filters, "shown": len(shown), "following": following, "total": found.count(), "tab": "hits",
        "head": rows.headings(columns), "body": rows.compiled(columns, key=lambda hit: int(hit.pk))(shown),
        "twins": answers.twins(request, "csv", "xlsx", "json"),
    }  # fmt: skip
    return render(request, "desk/oversight/hits.html", context)


def _hit(pk: int) -> Hit:
    found = Hit.objects.filter(pk=pk).select_related("organ", "case", "judged_by", "supervision").first()
    if found is None:
        raise Http404("没有这条命中，或者不在您的监督范围内。")
    return found


def hit_page(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One hit: what was found, on which article, in which case; and the judgement."""
    supervisor_in(request)
    return _shown(request, _hit(pk))


def _shown(request: HttpRequest, hit: Hit, refused: YifaError | None = None) -> HttpResponse:
    clue = hit.clue
    behind = list(Case.objects.filter(pk__in=hit.rows).select_related("organ").order_by("-pk")) if hit.rows else []
    context = {
        "hit": hit, "clue": clue, "behind": behind, "head": rows.headings(CASE_COLUMNS),
        "body": rows.compiled(CASE_COLUMNS)(behind), "refused": refused, "choices": clue.choices() if clue else [],
        "judgements": Judgement.objects.filter(hit=hit).select_related("by"), "reason": request.POST.get("reason", ""),
        "mark": oversight_view.state_mark(hit),
    }  # fmt: skip
    return render(request, "desk/oversight/hit.html", context, status=422 if refused else 200)


@require_POST
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm, confirm and open a clue of supervision, or reject with a reason."""
    person, hit, now = supervisor_in(request), _hit(pk), timezone.now()
    verdict, reason = request.POST.get("verdict", ""), request.POST.get("reason", "").strip()[:1000]
    try:
        if verdict == "reject":
            judging.reject(hit, person, now, reason)
        elif verdict == "supervise" and hit.state == HitState.CONFIRMED:
            judging.supervise(hit, person, now)
        else:
            judged = judging.confirm(hit, person, now, reason, supervise=verdict == "supervise")
            hit.supervision = judged.supervision
    except YifaError as error:
        return _shown(request, hit, error)
    told = "已排除，理由已经记录。" if verdict == "reject" else "已确认。"
    messages.success(request, told + ("监督线索已登记到行政执法监督机构。" if verdict == "supervise" else ""))
    return redirect("oversight_hit", pk)


def cockpit(request: HttpRequest) -> HttpResponseBase:
    """Activity, lateness, findings and outcomes by body; each number opens onto its rows."""
    supervisor_in(request)
    today = timezone.localdate()
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else today.year
    drawn = oversight_view.charts(year, today)
    context = {
        "charts": drawn, "outcomes": oversight_view.outcomes(year), "year": year, "as_of": today, "tab": "cockpit",
        "years": range(today.year, today.year - 4, -1),
    }  # fmt: skip
    return answers.page(request, "desk/oversight/cockpit.html", context, lambda: [_chart(one) for one in drawn])


def _chart(chart: oversight_view.Chart) -> dict[str, Any]:
    bars = [{"organ": bar.label, "value": bar.value, "part": bar.part, "rows": bar.address} for bar in chart.bars]
    whole = {"value": chart.whole.value, "part": chart.whole.part, "rows": chart.whole.address}
    return {"title": chart.title, "unit": chart.unit, "part": chart.part, "bars": bars, "whole": whole}


def rows_page(request: HttpRequest) -> HttpResponseBase:
    """The cases behind a number of the cockpit."""
    supervisor_in(request)
    asked = {name: value for name, value in request.GET.items() if isinstance(value, str)}
    numbers = [asked.get(name, "0") for name in ("organ", "year", "month")]
    if not all(number.isascii() and number.isdigit() for number in numbers):
        raise Http404("没有这个数字。")
    found, kind = oversight_view.rows_behind(asked, timezone.localdate()), answers.wanted(request)
    if kind in ("csv", "xlsx"):
        return answers.file(kind, "所计案件", CASE_COLUMNS, found[: answers.MOST_ROWS])
    shown = list(found[:200])
    context = {
        "total": found.count(), "shown": len(shown), "head": rows.headings(CASE_COLUMNS),
        "body": rows.compiled(CASE_COLUMNS, key=lambda row: int(row.pk))(shown),
        "twins": answers.twins(request, "csv", "xlsx"),
    }  # fmt: skip
    return answers.page(request, "desk/oversight/rows.html", context, lambda: rows.plain(CASE_COLUMNS, shown))


def similar_page(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The peers of one penalty: spread, where it stands, who stands out and why."""
    person_in(request)
    case, today = case_of(pk), timezone.localdate()
    if case.procedure != "penalty":
        raise Http404("只有行政处罚案件可以作类案比对。")
    chosen = DEFAULTS.at(case.organ.place.code)
    since = today - timedelta(365 * chosen.number("similar_years"))
    model: Any = PROCEDURES.latest("penalty").model
    found = alike(model.objects.all(), case.record, since, today, least=chosen.number("similar_least"))
    peers = found.peers if found else ()
    known = Case.objects.select_related("organ").in_bulk([one.case_id for one in peers])
    context = {
        "case": case, "found": found, "since": since, "peers": [(one, known.get(one.case_id)) for one in peers],
        "dots": _dots(found) if found else [],
    }  # fmt: skip
    return answers.page(request, "desk/oversight/similar.html", context, lambda: _likeness(found))


def _dots(found: Likeness) -> list[dict[str, Any]]:
    """Each peer on a line from zero to the highest, 520 wide; equal ones stand above one another."""
    top, heights, dots = found.spread.most or 1, Counter[int](), []
    for one in found.peers:
        x = 20 + round(float(one.amount / top) * 520)
        heights[x] += 1
        mine = found.mine is not None and one.case_id == found.mine.case_id
        css = "ov-dot-mine" if mine else "ov-dot-out" if found.spread.stands_out(one.amount, found.least) else "ov-dot"
        dots.append({"x": x, "y": max(8, 84 - heights[x] * 9), "css": css})
    return dots


def _likeness(found: Likeness | None) -> dict[str, Any]:
    if found is None:
        return {"peers": [], "rule": None}
    spread = found.spread
    return {
        "benchmark": found.benchmark, "grade": found.grade, "n": spread.n, "least": spread.least, "lower": spread.lower,
        "median": spread.median, "upper": spread.upper, "most": spread.most, "rule": found.rule,
        "by_base": found.by_base, "outliers": [
            {"case": one.case_id, "amount": one.amount, "fine": one.fine, "reason": one.reason} for one in found.out
        ],
    }  # fmt: skip


urlpatterns = [
    path("oversight/", models_page, name="oversight"),
    path("oversight/run/", run, name="oversight_run"),
    path("oversight/hits/", hits_page, name="oversight_hits"),
    path("oversight/hits/<int:pk>/", hit_page, name="oversight_hit"),
    path("oversight/hits/<int:pk>/judge/", judge, name="oversight_judge"),
    path("oversight/cockpit/", cockpit, name="oversight_cockpit"),
    path("oversight/rows/", rows_page, name="oversight_rows"),
    path("oversight/similar/<int:pk>/", similar_page, name="oversight_similar"),
]
