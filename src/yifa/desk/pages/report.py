"""The annual report on the desk: its sections, its figures as chips, last year's beside them, what is missing."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, re_path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yifa.areas.leadership.annual_report.conditions import REPORTING
from yifa.areas.leadership.annual_report.models import AnnualReportCase
from yifa.areas.leadership.annual_report.procedure import AnnualReporting
from yifa.desk.dossier_view import Running, running
from yifa.desk.navigation import NavItem
from yifa.desk.subjects import by_subject
from yifa.kernel.clocks import State, clocks_of
from yifa.kernel.figure import Window
from yifa.kernel.frozen import all_figures
from yifa.kernel.models import Clock, FrozenFigure
from yifa.kernel.registers import Register
from yifa.kernel.replay import situation_of
from yifa.kernel.workdays import current_calendar
from yifa.office import scope
from yifa.office.middleware import person_of
from yifa.office.models import Organ, OrganKind, Person
from yifa.office.posts import posts_of, roles_of
from yifa.office.roles import HANDLING, Role
from yifa.papers.official import to_docx, to_html, to_pdf
from yifa.papers.uploads import check
from yifa.report import compilation, lifecycle, review
from yifa.report.compilation import ReportError
from yifa.report.models import AnnualReport, Printed, PublishedReport, Section
from yifa.report.prose import document, numbered, printed_text, runs_of

NAV = [NavItem("报告", "reports", "report", 46)]

ROWS_A_PAGE = 50
KEYS_AT_ONCE = 900


@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    """All reports in scope with how far each is, and the organs whose case for last year nobody began yet."""
    today = timezone.localdate()
    context = {
        "reports": _with_cases(list(AnnualReport.objects.select_related("organ")), today),
        "organs": _own_organs(request),
        "years": range(today.year, today.year - 4, -1),
        "due": review.due_dates(today.year - 1, current_calendar()),
        "last_year": today.year - 1,
        "idle": _idle(today.year - 1),
    }
    return render(request, "desk/report/list.html", context)


def _with_cases(listed: list[AnnualReport], today: date) -> list[dict[str, Any]]:
    """Each report with its case, whether the person may open that, and the limits that were or are missed."""
    wanted = AnnualReportCase._base_manager.filter(organ__in={row.organ_id for row in listed})
    cases = {(case.organ_id, case.year): case for case in wanted}
    visible = set(AnnualReportCase.objects.values_list("pk", flat=True))
    clocks = Clock._base_manager.filter(case__in=[case.pk for case in cases.values()])
    missed: dict[int, list[str]] = defaultdict(list)
    for clock in clocks.filter(Q(state=State.LATE) | Q(state=State.RUNNING, due__lt=today)).order_by("due"):
        missed[clock.case_id].append("报送" if clock.limit == AnnualReporting.submit_in_time.code else "公开")
    told = ((row, cases.get((row.organ_id, row.year))) for row in listed)
    return [
        {"report": row, "case": case, "visible": case.pk in visible, "late": _late(missed[case.pk])}
        if case is not None
        else {"report": row}
        for row, case in told
    ]


def _late(missed: list[str]) -> str:
    return f"{'、'.join(missed)}逾期" if missed else ""


def _idle(year: int) -> list[Organ]:
    """The organs in scope that should report on a year and have no case: nobody's limit runs there."""
    seen = scope.current()
    organs = Organ.objects.filter(kind__in=REPORTING)
    if seen is not None and not seen.all:
        organs = organs.filter(pk__in=seen.organs)
    return list(organs.exclude(pk__in=AnnualReportCase._base_manager.filter(year=year).values("organ")))


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Start (or open) the report of an organ on a year."""
    organ = get_object_or_404(Organ, pk=request.POST.get("organ") or 0)
    if organ not in _own_organs(request):
        raise ReportError(f"不能起草：您在{organ.short_name}没有起草报告的岗位。")
    year = request.POST.get("year", "")
    if not (year.isascii() and year.isdigit() and 2000 <= int(year) <= 2100):
        raise ReportError(f"不能起草：年度“{year}”不是四位年份。")
    report = compilation.start(organ, int(year))
    return redirect("report", report.pk)


@require_GET
def report_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The report: section tree, text, and what lies beside it."""
    report = get_object_or_404(AnnualReport.objects.select_related("organ__place"), pk=pk)
    figures = report.frozen()
    sections = [
        {"section": section, "heading": heading, "lines": _lines(section, figures), "missing": not section.text.strip()}
        for heading, section in _all_numbered(report)
    ]
    if request.GET.get("format") == "json":
        return JsonResponse(_as_json(report, figures), json_dumps_params={"ensure_ascii": False})
    context = {
        "report": report,
        "sections": sections,
        "warnings": review.warnings(report),
        "beside": review.beside(report),
        "published": PublishedReport.objects.filter(organ=report.organ, year=report.year - 1).first(),
        "due": review.due_dates(report.year, current_calendar()),
        "progress": (progress := _progress(report, figures, timezone.localdate())),
        "opening": _opening(request, report),
        "drafting": _drafting(request, report) and (progress is None or progress.compiles),
    }
    return render(request, "desk/report/report.html", context)


@dataclass(frozen=True)
class Progress:
    """How far the case of a report is (年度报告办理件).

    Attributes:
        visible: whether the person may open it; opened, ended: its limits.
        moved: whether the text or its figures differ from what was frozen into the case.
        compiles: whether it may still be compiled.
    """

    case: AnnualReportCase
    visible: bool
    opened: list[Running]
    ended: list[Running]
    moved: bool
    compiles: bool


def _progress(report: AnnualReport, figures: Mapping[str, FrozenFigure], today: date) -> Progress | None:
    case = lifecycle.case_of(report.organ, report.year)
    if case is None:
        return None
    visible = AnnualReportCase.objects.filter(pk=case.pk).exists()
    opened, ended = running(clocks_of(situation_of(case), current_calendar()), today)
    moved = bool(case.text) and case.text != lifecycle.text_of(report, figures)
    return Progress(case, visible, opened, ended, moved, lifecycle.compiles(case))


def _opening(request: HttpRequest, report: AnnualReport) -> str:
    """Where the person begins the case of the report; blank for who may not."""
    person = person_of(request)
    if person is None or not roles_of(person, report.organ, timezone.localdate()) & set(HANDLING):
        return ""
    return reverse("open_case", args=["annual_report", report.organ_id, "begin"])


def _all_numbered(report: AnnualReport) -> list[tuple[str, Section]]:
    """Printed sections with their numbers, and empty ones without, in their places."""
    sections = list(report.sections.all())
    headings = {section.pk: heading for heading, section in numbered(sections)}
    return [(headings.get(section.pk, section.title), section) for section in sections]


def _lines(section: Section, figures: Any) -> list[list[Any]]:
    return [list(runs_of(line, figures)) for line in section.text.splitlines() if line.strip()]


def _as_json(report: AnnualReport, figures: Any) -> dict[str, Any]:
    return {
        "title": report.title,
        "year": report.year,
        "organ": report.organ.name,
        "compiled_at": report.compiled_at,
        "sections": [{"code": s.code, "title": s.title, "text": s.text} for s in report.sections.all()],
        "figures": [
            {
                "code": code,
                "label": f.label,
                "text": printed_text(f),
                "value": f.value,
                "unit": f.unit,
                "rows": len(f.rows),
            }
            for code, f in figures.items()
        ],
        "warnings": [vars(warning) for warning in review.warnings(report)],
    }


@require_POST
def compile_(request: HttpRequest, pk: int) -> HttpResponse:
    """Freeze all figures anew."""
    report = get_object_or_404(AnnualReport.objects.select_related("organ__place"), pk=pk)
    printed = compilation.compile_figures(report, by=_person(request), at=timezone.now())
    told = "，并记入年度报告案件" if lifecycle.case_of(report.organ, report.year) else ""
    messages.success(request, f"已从记录中重新冻结{len(printed)}个数字{told}。")
    return redirect("report", pk)


def section(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Edit the text of a section; `[[code]]` stands for a figure."""
    found = get_object_or_404(Section.objects.select_related("report"), report__pk=pk, code=code)
    report = get_object_or_404(AnnualReport.objects, pk=pk)
    if request.method == "POST":
        seen = request.POST.get("seen", "")
        compilation.rewrite(
            found, request.POST.get("text", ""), seen=int(seen) if seen.isdigit() else -1,
            by=_person(request), at=timezone.now(),
        )  # fmt: skip
        messages.success(request, f"已保存“{found.title}”。")
        return redirect("report", pk)
    figures = all_figures().values()
    subjects = by_subject(figures, lambda figure: figure.owner)
    context = {"report": report, "section": found, "subjects": subjects, "count": len(figures)}
    return render(request, "desk/report/section.html", context)


@require_GET
def download(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The report as docx, pdf or html."""
    report = get_object_or_404(AnnualReport.objects.select_related("organ__place"), pk=pk)
    content = document(report, timezone.localdate())
    made = to_docx(content) if kind == "docx" else to_pdf(content) if kind == "pdf" else to_html(content)
    types = {
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pdf": "application/pdf",
    }
    response = HttpResponse(made, content_type=types.get(kind, "text/html; charset=utf-8"))
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(report.title)}.{kind}"
    return response


@require_POST
def last_year(request: HttpRequest, pk: int) -> HttpResponse:
    """Upload the report published last year; its figures are read for comparison."""
    report = get_object_or_404(AnnualReport.objects.select_related("organ__place"), pk=pk)
    given = request.FILES.get("file")
    if given is None:
        raise ReportError("不能对照：没有选择文件。请选择上年公开的报告（docx、txt 或者 html）。")
    upload = check(given.name or "", given.read())
    with tempfile.TemporaryDirectory() as folder:
        path_ = Path(folder) / upload.name
        path_.write_bytes(upload.content)
        published = review.keep_published(report.organ, report.year - 1, path_, timezone.now())
    messages.success(request, f"已读出{published.year}年报告中的{len(published.figures)}个可比数字。")
    return redirect("report", pk)


@require_GET
def frozen(request: HttpRequest, pk: int) -> HttpResponse:
    """A figure that a report prints: its value, its definition, the very records it counts, and what changed since.

    The number is that of all organs reported on; of the records those in scope are shown, the others only counted.
    """
    printed = get_object_or_404(Printed, figure_id=pk, report__in=AnnualReport.objects.all())
    figure = FrozenFigure._base_manager.select_related("organ__place", "by").get(pk=printed.figure_id)
    declared = all_figures().get(figure.code)
    part = "denominator" if request.GET.get("part") == "denominator" else ""
    keys = figure.denominator_rows if part else figure.rows
    if request.GET.get("format") == "json":
        return JsonResponse({"code": figure.code, "text": printed_text(figure), "rows": keys})
    seen = _in_scope(declared, keys)
    page = Paginator(seen, ROWS_A_PAGE).get_page(request.GET.get("page"))
    window = Window(figure.since, figure.until, compilation.organs_of(figure.organ))
    context = {
        "figure": figure,
        "report": printed.report,
        "declared": declared,
        "text": printed_text(figure),
        "part": part,
        "page": page,
        "records": _records(declared, list(page.object_list)),
        "counted": len(keys),
        "hidden": len(keys) - len(seen),
        "drift": review.drift_of(figure, window) if declared else None,
    }
    return render(request, "desk/report/frozen.html", context)


def _in_scope(declared: Any, keys: list[int]) -> list[int]:
    """Those of the keys whose records the person may see, newest first; asked for in bundles, never the whole table."""
    if declared is None:
        return []
    manager = declared.owner.model._default_manager
    bundles = (keys[start : start + KEYS_AT_ONCE] for start in range(0, len(keys), KEYS_AT_ONCE))
    visible = {pk for bundle in bundles for pk in manager.filter(pk__in=bundle).values_list("pk", flat=True)}
    return [key for key in reversed(keys) if key in visible]


def _records(declared: Any, keys: list[int]) -> list[dict[str, Any]]:
    """The records of one page of a figure in the order of their keys, each with the address of its page."""
    if declared is None:
        return []
    found = declared.owner.model._default_manager.select_related("organ").in_bulk(keys)
    return [{"record": found[key], "address": _address(declared.owner, key)} for key in keys if key in found]


def _address(owner: Any, key: int) -> str:
    if isinstance(owner, type) and issubclass(owner, Register):
        return reverse("register_entry", args=[owner.key, key])
    return reverse("case", args=[key])


def _drafting(request: HttpRequest, report: AnnualReport) -> bool:
    person = person_of(request)
    return person is not None and compilation.may_draft(report, person, timezone.localdate())


def _person(request: HttpRequest) -> Person | None:
    return person_of(request)


def _own_organs(request: HttpRequest) -> list[Organ]:
    """The organs whose report the person may draft: their own, and the government of a Justice Bureau."""
    person = person_of(request)
    posts = posts_of(person, timezone.localdate()) if person else []
    held = [post.organ for post in posts if Role(post.role) in compilation.DRAFTING]
    above = [organ.parent for organ in held if organ.kind == OrganKind.JUSTICE and organ.parent is not None]
    return list({organ.pk: organ for organ in (*above, *held)}.values())


urlpatterns = [
    path("reports/", reports, name="reports"),
    path("reports/begin/", begin, name="report_begin"),
    path("reports/<int:pk>/", report_page, name="report"),
    path("reports/<int:pk>/compile/", compile_, name="report_compile"),
    path("reports/<int:pk>/last-year/", last_year, name="report_last_year"),
    path("reports/<int:pk>/sections/<str:code>/", section, name="report_section"),
    re_path(r"^reports/(?P<pk>\d+)/download\.(?P<kind>docx|pdf|html)$", download, name="report_download"),
    path("figures/frozen/<int:pk>/", frozen, name="frozen_figure"),
]
