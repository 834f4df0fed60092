"""Computing a draw again from all that is kept of it (重算核对): public files, sealed pools, result."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from yifa.areas.enforcement.inspection import drawing
from yifa.areas.enforcement.inspection.models import DrawCase
from yifa.desk import answers
from yifa.desk.navigation import CaseTool
from yifa.desk.present import person_in
from yifa.desk.scoped import case_of
from yifa.errors import YifaError

CASE_TOOLS = [CaseTool("draw_batch", "重算核对", "draw_check", "check")]


def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What speaks against the batch; the full pools themselves are shown to nobody."""
    person_in(request)
    record = case_of(pk).record
    if not isinstance(record, DrawCase):
        raise Http404
    try:
        found = drawing.verified(record) if record.commitment else None
    except YifaError as error:
        found = [str(error)]
    if answers.wanted(request) == "json":
        return answers.as_json({"case": pk, "commitment": record.commitment, "differences": found})
    return render(request, "desk/draw_check.html", {"case": record, "found": found})


urlpatterns = [path("cases/<int:pk>/draw-check/", page, name="draw_check")]
