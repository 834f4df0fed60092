"""Published plans and published results of inspections; and the first page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.areas.enforcement.inspection_plan.models import PlanCase
from yifa.kernel.models import Event, EventKind, Published
from yifa.portal.public import listing, public

WHY = "公众查看已公开的检查计划和结果"


@public(WHY)
def index(request: HttpRequest) -> HttpResponse:
    """Where to enter a code, and what else is public."""
    return render(request, "portal/index.html", {})


def _copies(procedure: str, publication: str) -> Any:
    """Public copies that stand, the latest first."""
    rows = Published.objects.filter(case__procedure=procedure, publication=publication, withdrawn_on=None)
    return rows.select_related("case__organ").order_by("-on", "-pk")


def _plain(copy: Published) -> Mapping[str, Any]:
    return {
        "organ": copy.case.organ.name, "published_on": copy.on, "case": copy.case_id,
        "lines": [{"label": label, "text": text, "masked": why} for label, text, why in copy.content],
    }  # fmt: skip


@public(WHY)
def inspections(request: HttpRequest) -> HttpResponse:
    """Results of inspections as they were published, masked."""
    return listing(request, "portal/inspections.html", _copies("inspection", "result_public"), _plain)


@public(WHY)
def plans(request: HttpRequest) -> HttpResponse:
    """Plans as they were published."""
    return listing(request, "portal/plans.html", _copies("inspection_plan", "public"), _plan)


def _plan(copy: Published) -> Mapping[str, Any]:
    return {"title": copy.case.title, "number": copy.case.number, **_plain(copy)}


@public(WHY)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan, with its lines as a table."""
    copy = _copies("inspection_plan", "public").filter(case_id=pk).first()
    if copy is None:
        raise Http404
    lines = [line for line in _plan(copy)["lines"] if line["label"] != ROWS]
    told = Event.objects.filter(case_id=pk, voided_by=None)
    published = told.filter(kind=EventKind.PUBLICATION, data__publication="public").order_by("-seq").first()
    adjusted = published is not None and told.filter(step="adjust", seq__gt=published.seq).exists()
    # The rows as a table come from the plan itself, so only while it is what was published.
    table = [] if adjusted else PlanCase.objects.get(pk=pk).table
    rows = [line["text"] for line in _plan(copy)["lines"] if line["label"] == ROWS]
    return render(request, "portal/plan.html", {"copy": _plan(copy), "lines": lines, "table": table, "rows": rows})


ROWS = "计划事项"
"""How the rows of a plan are labelled in the public copy."""
