"""Papers of a case (文书和材料): download, preview as text, the dossier as one PDF, what comes in, what was served."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from yifa.desk import answers
from yifa.desk.acting import act
from yifa.desk.dossier_view import result
from yifa.desk.present import entry_of, person_in
from yifa.desk.scoped import case_of, require_confidence
from yifa.errors import YifaError
from yifa.kernel import materials
from yifa.kernel.models import Paper
from yifa.kernel.replay import situation_of
from yifa.papers import store, uploads
from yifa.papers.dossier import Cover, Entry, dossier_pdf

TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "txt": "text/plain; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _paper(pk: int) -> Paper:
    found = Paper.objects.filter(pk=pk).select_related("case").first()
    if found is None:
        raise Http404("没有这份文书，或者不在您的数据范围内。")
    require_confidence(found.case)
    return found


def _kind(paper: Paper) -> str:
    ending = paper.name.rsplit(".", 1)[-1].lower()
    return uploads.KINDS.get(ending, "")


def _attachment(content: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=TYPES.get(kind, "application/octet-stream"))
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def download(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it was kept; a changed or missing one is an error that names it."""
    person_in(request)
    paper = _paper(pk)
    return _attachment(store.read(paper.digest), paper.name, _kind(paper))


def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """What an instrument says, as text."""
    person_in(request)
    paper = _paper(pk)
    kind = _kind(paper)
    lines = _lines(store.read(paper.digest), kind)
    context = {"paper": paper, "case": paper.case, "lines": lines}
    data = {"title": paper.title, "number": paper.number, "digest": paper.digest, "lines": lines}
    return answers.page(request, "desk/case/paper.html", context, lambda: data)


def _lines(content: bytes, kind: str) -> list[str] | None:
    """The paragraphs of a document; None where its kind shows no text here."""
    if kind == "txt":
        return content.decode("utf-8", errors="replace").splitlines()
    if kind != "docx":
        return None
    import docx
    from docx.table import Table

    try:
        document = docx.Document(io.BytesIO(content))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise YifaError("不能预览：文件已损坏。请下载后用原来的软件打开核对。") from error
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += ["　".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return lines


def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole dossier as one PDF with its contents list."""
    person_in(request)
    case = case_of(pk)
    papers = Paper.objects.filter(case_id=pk).order_by("issued_on", "pk")
    entries = [Entry(each.title, store.read(each.digest), each.issued_on, each.number, each.name) for each in papers]
    cover = Cover(
        case.organ.name, case.declaration.label, case.number, case.title,
        opened_on=case.opened_on, closed_on=case.closed_on, result=result(situation_of(case.record)),
    )  # fmt: skip
    return _attachment(dossier_pdf(cover, entries), f"{case.number or case.pk}案卷.pdf", "pdf")


@require_POST
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """File a document that came in."""
    case = case_of(pk)
    file = request.FILES.get("file")

    def filed() -> None:
        if file is None:
            raise YifaError("不能登记材料：没有选择文件。请选择文件后再登记。")
        upload = uploads.check(file.name or "", file.read())
        title = request.POST.get("title", "").strip() or upload.name.rsplit(".", 1)[0]
        materials.attach(case, upload, title, _day(request), entry_of(request))

    return act(request, pk, "材料已登记入卷。", filed, "papers")


@require_POST
def serve(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the service of an instrument."""
    paper = _paper(pk)
    case = case_of(paper.case_id)

    def served() -> None:
        mode = request.POST.get("mode", "")
        if mode not in materials.ServiceMode.values:
            raise YifaError("不能登记送达：没有选择送达方式。请选择后再登记。")
        recipient = request.POST.get("recipient", "")
        materials.serve(
            case, paper, entry_of(request), mode=materials.ServiceMode(mode), recipient=recipient, on=_day(request)
        )

    return act(request, case.pk, f"已登记《{paper.title}》的送达。", served, "papers")


def _day(request: HttpRequest) -> date:
    typed = request.POST.get("on", "")
    if not typed:
        return timezone.localdate()
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise YifaError(f"“{typed[:20]}”不是日期，请写成2025-03-04这样。") from error


urlpatterns = [
    path("papers/<int:pk>/", download, name="paper"),
    path("papers/<int:pk>/preview/", preview, name="paper_preview"),
    path("papers/<int:pk>/serve/", serve, name="serve"),
    path("cases/<int:pk>/dossier.pdf", dossier, name="dossier"),
    path("cases/<int:pk>/materials/", attach, name="attach"),
]
