"""Normative documents as they were published (规范性文件): which hold today, what each says, and how to object."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase
from yifa.areas.rulemaking.review_suggestion.handing import published
from yifa.kernel.models import Published
from yifa.kernel.publish import copy_of
from yifa.office.models import Organ
from yifa.portal.public import listing, public

WHY = "公众查看已公布的规范性文件"
COPY = "document_text"
LONGEST = 60
"""Characters of a search."""
FORCES = (("binding", "现行有效"), ("coming", "尚未施行"), ("ended", "已经失去效力"))


def _standing() -> Any:
    return Published.objects.filter(publication=COPY, withdrawn_on=None)


def laid_open() -> Any:
    """Documents of which a public copy stands."""
    return published().filter(Exists(_standing().filter(case_id=OuterRef("pk"))))


def holding(force: str, day: date) -> Q:
    """Those that stand so on a day; the same dates as `validity.Dates`."""
    over = Q(ended_on__lte=day) | Q(expires_on__lt=day)
    if force == "ended":
        return over
    begun = Q(effective_on__lte=day) if force == "binding" else Q(effective_on__gt=day)
    return begun & ~Q(ended_on__isnull=False, ended_on__lte=day) & ~Q(expires_on__isnull=False, expires_on__lt=day)


@public(WHY)
def listed(request: HttpRequest) -> HttpResponse:
    """Documents that hold today, or that do not yet or no more; searched, and of one issuer where that is asked."""
    today = timezone.localdate()
    words, organ = request.GET.get("q", "").strip()[:LONGEST], request.GET.get("organ", "")
    force = request.GET.get("force", "")
    force = force if force in dict(FORCES) else "binding"
    rows = laid_open().filter(holding(force, today))
    issuers = Organ.objects.filter(pk__in=laid_open().order_by().values("organ_id").distinct()).order_by("pk")
    if words:
        numbers = Q(document_number__icontains=words) | Q(unified_number__icontains=words)
        rows = rows.filter(Q(name__icontains=words) | numbers)
    if organ.isascii() and organ.isdigit() and len(organ) < 10:
        rows = rows.filter(organ_id=int(organ))

    def plain(row: NormativeDocumentCase) -> Mapping[str, Any]:
        return _plain(row, today)

    context: dict[str, Any] = {
        "q": words, "organ": organ, "organs": list(issuers), "force": force, "forces": FORCES, "today": today,
        "asked": _asked(request),
    }  # fmt: skip
    return listing(request, "portal/documents.html", rows.order_by("-published_on", "-pk"), plain, **context)


def _asked(request: HttpRequest) -> str:
    """What was asked for beside the page, for the links to the other pages."""
    asked = request.GET.copy()
    asked.pop("page", None)
    asked.pop("format", None)
    return asked.urlencode()


def _plain(row: NormativeDocumentCase, day: date) -> Mapping[str, Any]:
    return {
        "document": row.pk, "name": row.name, "number": row.document_number, "unified_number": row.unified_number,
        "issuer": row.organ.name, "published_on": row.published_on, "effective_on": row.effective_on,
        "expires_on": row.expires_on, "force": row.force_on(day).value, "binding": row.force_on(day).binding,
    }  # fmt: skip


def document_of(pk: int) -> NormativeDocumentCase:
    """One document that is laid open.

    Raises:
        Http404: there is none.
    """
    found: NormativeDocumentCase | None = laid_open().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@public(WHY)
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """One document as it was published, and whether it holds today."""
    found = document_of(pk)
    copy = _standing().filter(case_id=pk).order_by("-on", "-pk").first()
    declared = found.declaration.publication(COPY)
    now = [[line.label, line.text] for line in copy_of(found, declared)]
    content = [(label, text) for label, text, _ in copy.content]
    text = next((text for label, text in content if label == TEXT), "")
    context = {
        "document": found, "told": _plain(found, timezone.localdate()), "copy": copy,
        "paragraphs": [line.strip() for line in text.splitlines() if line.strip()],
        "lines": [line for line in content if line[0] not in (TEXT, *HEAD)],
        "changed": dict(now).get(TEXT, "") != text,
    }  # fmt: skip
    return render(request, "portal/document.html", context)


def _label(name: str) -> str:
    field: Any = NormativeDocumentCase._meta.get_field(name)
    return str(field.verbose_name)


TEXT, HEAD = _label("text"), (_label("name"), _label("document_number"))
"""How the text, and what stands above it, are labelled in the public copy."""
