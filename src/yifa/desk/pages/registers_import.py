"""Excel import on the desk (导入): choose a file, read the report, confirm. Nothing is written before the confirmation.

Between the two requests the file lies in the installation's own folder; the page holds a signed mark of it, so that
what is confirmed is what was checked.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from yifa.desk import register_view
from yifa.desk.present import person_in
from yifa.desk.register_view import register_of
from yifa.desk.uploads import sheet_in
from yifa.errors import YifaError
from yifa.kernel.registers import Register, importing
from yifa.kernel.registers import entries as books
from yifa.kernel.registers.errors import RegisterError
from yifa.kernel.registers.exporting import TYPES
from yifa.kernel.registers.models import BookEvent, BookEventKind, ImportBatch
from yifa.kernel.registers.reading import EXCEL, TEXT
from yifa.kernel.registers.report import error_report
from yifa.kernel.registers.template import template
from yifa.office.models import Organ

KEPT_SECONDS = 2 * 60 * 60
"""How long a checked file waits for its confirmation."""
_SALT = "yifa.registers.import"
SHOWN = 50
"""How many faults and doubts the page lists; the list as xlsx has them all."""


@dataclass(frozen=True)
class Staged:
    """A file that was handed in and waits: where it lies, what it is called, into which book it is to go."""

    file: str
    name: str
    register: str
    organ: int
    person: int

    @property
    def path(self) -> Path:
        """Where it lies."""
        return _folder() / self.file

    def mark(self) -> str:
        """The signed mark that the page holds."""
        return signing.dumps([self.file, self.name, self.register, self.organ, self.person], salt=_SALT)


def import_page(request: HttpRequest, key: str) -> HttpResponse:
    """Choose a file, or read what was found in it."""
    register, person = register_of(key), person_in(request)
    organs = register_view.writable(person, timezone.localdate())
    if not organs:
        raise PermissionDenied("您今天没有可以登记台账的岗位。导入由承办人员办理，请联系系统管理员核对任职。")
    context: dict[str, Any] = {"register": register, "organs": organs, "organ": _chosen(request, organs)}
    if request.method == "POST":
        _sweep()
        try:
            staged = _stage(request, register, context["organ"], person.pk)
            context |= _checked(staged, register, context["organ"])
        except YifaError as refused:
            context["refused"] = refused
    context["batches"] = _batches(register, organs)
    suffixes = ",".join(sorted(EXCEL | TEXT))
    status = 422 if "refused" in context else 200
    return render(
        request, "desk/registers/import.html", {**context, "suffixes": suffixes, "shown": SHOWN}, status=status
    )


def _chosen(request: HttpRequest, organs: list[Organ]) -> Organ:
    wanted = request.POST.get("organ", "")
    return next((organ for organ in organs if str(organ.pk) == wanted), organs[0])


def _checked(staged: Staged, register: type[Register[Any]], organ: Organ) -> dict[str, Any]:
    try:
        report = importing.dry_run(register, organ, staged.path, today=timezone.localdate(), name=staged.name)
    except YifaError:
        staged.path.unlink(missing_ok=True)
        raise
    return {"report": report, "mark": staged.mark()}


@require_POST
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """Import what was checked."""
    register, person = register_of(key), person_in(request)
    try:
        staged = _staged(request, key, person.pk)
        organ = Organ.objects.get(pk=staged.organ)
        report = importing.import_file(register, organ, staged.path, by=person, at=timezone.now(), name=staged.name)
        staged.path.unlink(missing_ok=True)
    except YifaError as refused:
        messages.error(request, str(refused))
        return redirect("register_import", key)
    level = messages.success if report.batch else messages.error
    level(request, report.summary())
    return redirect("register", key)


@require_POST
def fault_list(request: HttpRequest, key: str) -> HttpResponse:
    """The list of faults as a spreadsheet with marked cells."""
    register, person = register_of(key), person_in(request)
    staged = _staged(request, key, person.pk)
    organ = Organ.objects.get(pk=staged.organ)
    report = importing.dry_run(register, organ, staged.path, today=timezone.localdate(), name=staged.name)
    return _xlsx(error_report(report), f"{Path(staged.name).stem}问题清单.xlsx")


def template_file(request: HttpRequest, key: str) -> HttpResponse:
    """The import template of a register."""
    register = register_of(key)
    organs = register_view.writable(person_in(request), timezone.localdate())
    return _xlsx(template(register, organs[0] if organs else None), f"{register.label}导入模板.xlsx")


@require_POST
def withdraw_batch(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Withdraw an import as a whole."""
    register, person = register_of(key), person_in(request)
    organs = register_view.writable(person, timezone.localdate())
    batch = ImportBatch.objects.filter(pk=pk, book__register=key, book__organ__in=organs).first()
    try:
        if batch is None:
            raise RegisterError("不能撤回：没有这次导入，或者您不能修改该机关的台账。")
        reason = request.POST.get("reason", "")
        count = books.withdraw_batch(register, batch, reason, by=person, at=timezone.now())
    except YifaError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"已撤回“{batch.name}”导入的{count}条记录。改正后可以重新导入。")
    return redirect("register_import", key)


def _batches(register: type[Register[Any]], organs: list[Organ]) -> list[tuple[ImportBatch, bool]]:
    """The last imports, and whether each still stands."""
    found = list(
        ImportBatch.objects.filter(book__register=register.key, book__organ__in=organs)
        .select_related("book__organ", "by")
        .order_by("-at", "-pk")[:20]
    )
    withdrawn = set(
        BookEvent.objects.filter(
            kind=BookEventKind.WITHDRAW_BATCH, book__in={batch.book_id for batch in found}
        ).values_list("data__batch", flat=True)
    )
    return [(batch, batch.pk not in withdrawn) for batch in found]


# --- the waiting file -------------------------------------------------------------------------------


def _folder() -> Path:
    folder = Path(settings.MEDIA_ROOT) / "imports"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _stage(request: HttpRequest, register: type[Register[Any]], organ: Organ, person: int) -> Staged:
    sent = sheet_in(request)
    suffix = Path(sent.name).suffix.lower()
    staged = Staged(
        secrets.token_hex(16) + (suffix if suffix in EXCEL | TEXT else ""), sent.name, register.key, organ.pk, person
    )
    with staged.path.open("wb") as file:
        for part in sent.upload.chunks():
            file.write(part)
    return staged


def _staged(request: HttpRequest, key: str, person: int) -> Staged:
    gone = RegisterError("不能导入：核对已过期，或者文件已经导入。请重新选择文件。")
    try:
        staged = Staged(*signing.loads(request.POST.get("mark", ""), salt=_SALT, max_age=KEPT_SECONDS))
    except signing.BadSignature:
        raise gone from None
    if staged.register != key or staged.person != person or not staged.path.exists():
        raise gone
    return staged


def _sweep() -> None:
    """Remove what nobody confirmed."""
    for file in _folder().iterdir():
        if file.stat().st_mtime < time.time() - KEPT_SECONDS:
            file.unlink(missing_ok=True)


def _xlsx(body: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(body, content_type=TYPES["xlsx"])
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


urlpatterns = [
    path("registers/<slug:key>/template/", template_file, name="register_template"),
    path("registers/<slug:key>/import/", import_page, name="register_import"),
    path("registers/<slug:key>/import/confirm/", confirm, name="register_confirm"),
    path("registers/<slug:key>/import/faults/", fault_list, name="register_faults"),
    path("registers/<slug:key>/import/<int:pk>/withdraw/", withdraw_batch, name="register_withdraw_batch"),
]
