"""Random draws as they are published: every batch that was committed to, with its files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from yifa.areas.enforcement.inspection import drawing
from yifa.areas.enforcement.inspection.models import DrawCase
from yifa.kernel.models import Event
from yifa.portal.public import listing, public

WHY = "公众查看已公布的双随机抽取"
TITLES = {
    "lots.csv": "检查对象签号和权重，不写名称", "names.csv": "检查对象名单，不写等级", "officers.csv": "检查人员名录",
    "withheld.txt": "封存的不派组合", "plan.toml": "抽取方案", "commitment.json": "承诺",
    "result.json": "密值、公开数值和结果",
}  # fmt: skip
TYPES = {"csv": "text/csv", "toml": "text/plain", "txt": "text/plain", "json": "application/json"}


def _committed() -> Any:
    """Every batch that was committed to, whatever became of it later."""
    return DrawCase.objects.exclude(commitment="").select_related("organ").order_by("-committed_on", "-pk")


def _one(pk: int) -> DrawCase:
    found: DrawCase | None = _committed().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _plain(case: DrawCase) -> Mapping[str, Any]:
    return {
        "number": case.number, "title": case.batch_title, "organ": case.organ.name, "state": case.stage_label,
        "committed_on": case.committed_on, "drawn_on": case.drawn_on, "commitment": case.commitment,
        "objects": case.objects_count, "officers": case.officers_count, "drawn": len(case.drawn),
        "replaces": case.replaces, "again_why": case.again_why, "address": reverse("portal_draw", args=[case.pk]),
    }  # fmt: skip


@public(WHY)
def listed(request: HttpRequest) -> HttpResponse:
    """All batches, the latest first."""
    return listing(request, "portal/draws.html", _committed(), _plain)


@public(WHY)
def draw(request: HttpRequest, pk: int) -> HttpResponse:
    """One batch: what was promised, what was drawn, and how to run it again."""
    case = _one(pk)
    today = timezone.localdate()
    files = [(name, TITLES[name], len(content)) for name, content in drawing.published(case, today)]
    others = _committed().filter(organ_id=case.organ_id, plan_number=case.plan_number).exclude(pk=pk)
    annulled = Event.objects.filter(case_id=pk, step="annul", voided_by=None).order_by("-pk").first()
    why = annulled.data.get("inputs", {}).get("why", "") if annulled is not None else ""
    context = {
        "draw": case, "told": _plain(case), "files": files, "others": [_plain(one) for one in others], "annulled": why,
        "result": drawing.told_by(case, today),
    }  # fmt: skip
    return render(request, "portal/draw.html", context)


@public(WHY)
def file(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One published file, byte for byte as it was committed to."""
    content = dict(drawing.published(_one(pk), timezone.localdate())).get(name)
    if content is None:
        raise Http404
    answer = HttpResponse(content, content_type=f"{TYPES[name.rpartition('.')[2]]}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@public(WHY)
def bundle(request: HttpRequest, pk: int) -> HttpResponse:
    """All of them in one folder, ready for `yifa draw check`."""
    answer = HttpResponse(drawing.bundle(_one(pk), timezone.localdate()), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="draw-{pk}.zip"'
    return answer
