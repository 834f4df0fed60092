"""双公示 (导出、导入): the decisions of a period in the exchange layout, and files of others taken in whole."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.desk.present import person_in
from yifa.errors import YifaError
from yifa.office import scope
from yifa.office.models import Organ, Person
from yifa.office.roles import Role
from yifa.oversight.exchange.exporting import Exported, as_csv, as_xlsx, export
from yifa.oversight.exchange.importing import Report, import_file
from yifa.oversight.exchange.layouts import LAYOUTS
from yifa.oversight.models import CreditBatch

MAY = (Role.SUPERVISOR, Role.PUBLISHER, Role.REVIEWER)
WRITES = (Role.PUBLISHER, Role.REVIEWER, Role.HANDLER)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_FAULTS = 200


def _person(request: HttpRequest) -> Person:
    person, present = person_in(request), scope.current()
    if present is None or not any(post.role in MAY for post in present.posts):
        raise PermissionDenied("双公示由监督人员、审核人员、公开人员办理。")
    return person


def page(request: HttpRequest) -> HttpResponseBase:
    """The period, what would go out and what is wrong with the rest; `?file=csv|xlsx` is the file itself."""
    _person(request)
    exported = _asked(request)
    kind = request.GET.get("file", "")
    if exported is not None and kind in ("csv", "xlsx"):
        content: Any = as_csv(exported) if kind == "csv" else as_xlsx(exported)
        response = HttpResponse(content, content_type="text/csv; charset=utf-8" if kind == "csv" else XLSX)
        response["Content-Disposition"] = f'attachment; filename="shuanggongshi-{exported.layout.key}.{kind}"'
        return response
    return _shown(request, exported)


def _asked(request: HttpRequest) -> Exported | None:
    since, until = _day(request.GET.get("since", "")), _day(request.GET.get("until", ""))
    layout = next((each for each in LAYOUTS if each.key == request.GET.get("layout")), None)
    present = scope.current()
    if layout is None or since is None or until is None or present is None:
        return None
    return export(layout, since, until, present.organs, timezone.localdate())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _shown(
    request: HttpRequest, exported: Exported | None = None, report: Report | None = None, error: YifaError | None = None
) -> HttpResponse:
    today = timezone.localdate()
    wrong = (report.faults if report else exported.faults if exported else ())[:MOST_FAULTS]
    context = {
        "layouts": LAYOUTS, "exported": exported, "report": report, "error": error, "organs": _writable(),
        "tab": "exchange",
        "since": request.GET.get("since") or date(today.year, 1, 1).isoformat(),
        "until": request.GET.get("until") or today.isoformat(), "layout": request.GET.get("layout", "penalty"),
        "faults": wrong, "batches": CreditBatch.objects.select_related("organ", "by")[:10],
        "roles_supervise": any(post.role == Role.SUPERVISOR for post in _posts()),
    }  # fmt: skip
    return render(request, "desk/oversight/exchange.html", context, status=422 if error or report else 200)


def _posts() -> list[Any]:
    present = scope.current()
    return list(present.posts) if present is not None else []


def _writable() -> list[Organ]:
    """The organs for which the person may take files in."""
    ids = {post.organ_id for post in _posts() if post.role in WRITES}
    return list(Organ.objects.filter(pk__in=ids).order_by("pk"))


@require_POST
def take_in(request: HttpRequest) -> HttpResponse:
    """A whole file or nothing."""
    person, now = _person(request), timezone.now()
    chosen = request.POST.get("organ", "")
    organ = next((each for each in _writable() if str(each.pk) == chosen), None)
    file = request.FILES.get("file")
    if organ is None or file is None:
        return _shown(request, error=YifaError("不能导入：没有选择机关或者文件，或者您在该机关没有办理岗位。"))
    try:
        report = import_file(
            file.name or "", file.read(), organ=organ, by=person, at=now, today=timezone.localdate(now)
        )
    except YifaError as error:
        return _shown(request, error=error)
    if report.faults:
        return _shown(request, report=report)
    old = "（2016年格式）" if report.old else ""
    left = f"文件中的“{'、'.join(report.left)}”不是双公示的数据项，没有导入。" if report.left else ""
    messages.success(request, f"已导入{report.layout.label}{old}{report.rows}行。{left}")
    return redirect("oversight_exchange")


urlpatterns = [
    path("oversight/exchange/", page, name="oversight_exchange"),
    path("oversight/exchange/import/", take_in, name="oversight_import"),
]
