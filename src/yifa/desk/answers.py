"""The twins of a page (同页数据): the same address answers as HTML, JSON, CSV or xlsx by `?format=`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from yifa.desk import rows
from yifa.desk.rows import Column
from yifa.errors import YifaError

T = TypeVar("T")

MOST_ROWS = 100_000
"""A file holds at most this many rows; more is asked for in parts."""


def wanted(request: HttpRequest) -> str:
    """The form in which the page is wanted: html, json, csv or xlsx.

    Raises:
        YifaError: some other word.
    """
    asked = request.GET.get("format", "html")
    if asked not in ("html", "json", "csv", "xlsx"):
        raise YifaError(f"不能按“{asked[:20]}”格式输出。可用的格式：html、json、csv、xlsx。")
    return asked


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], data: Callable[[], Any], *, status: int = 200
) -> HttpResponse:
    """The page, or its JSON twin where that was asked for."""
    if wanted(request) == "json":
        return as_json(data(), status=status)
    return render(request, template, {"twins": twins(request, "json"), **context}, status=status)


def is_part(request: HttpRequest) -> bool:
    """Whether a page asked for a part of itself; whoever opens the address is shown the whole page."""
    return bool(request.headers.get("HX-Request"))


def as_json(data: Any, *, status: int = 200) -> JsonResponse:
    """JSON with Chinese as it is, and dates as 2025-03-04."""
    options = {"ensure_ascii": False}
    return JsonResponse(data, safe=False, json_dumps_params=options, status=status)


def twins(request: HttpRequest, *kinds: str) -> list[tuple[str, str]]:
    """The addresses of the twins of this page, as (kind, address)."""
    found = []
    for kind in kinds:
        query = request.GET.copy()
        query.pop("after", None)
        query["format"] = kind
        found.append((kind, f"{request.path}?{query.urlencode()}"))
    return found


def file(kind: str, name: str, columns: Sequence[Column[T]], found: Iterable[T], *, note: str = "") -> HttpResponseBase:
    """A table as a CSV or xlsx file named after the page and the day."""
    stamp = f"{name}{timezone.localdate():%Y%m%d}.{kind}"
    answer: HttpResponseBase
    if kind == "xlsx":
        body = rows.xlsx(columns, found, name)
        answer = HttpResponse(body, content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    else:
        answer = StreamingHttpResponse(rows.csv_lines(columns, found), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(stamp)}"
    return answer
