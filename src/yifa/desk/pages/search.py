"""One box for everything (搜索): numbers and titles of cases in scope, and articles of the texts that were imported."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from markupsafe import Markup, escape

from yifa.desk import answers, case_list, rows
from yifa.desk.present import person_in
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.fields import RowsField
from yifa.kernel.models import Case
from yifa.law.basis import article_name
from yifa.law.errors import LawError
from yifa.law.sqlite_library import open_library

SHOWN = 20
AROUND = 90


@dataclass(frozen=True)
class Provision:
    """An article that was found: the act, the place and the words around the hit."""

    title: str
    place: str
    kind: str
    promulgated: date | None
    expired: bool
    text: Markup
    plain: str


def search(request: HttpRequest) -> HttpResponse:
    """Cases first, then articles; a whole case number goes straight to its case."""
    person_in(request)
    words, today = request.GET.get("q", "").strip()[:100], timezone.localdate()
    found, more = _cases(words)
    exact = [case for case in found if case.number == words]
    if len(exact) == 1 and answers.wanted(request) == "html":
        return redirect("case", exact[0].pk)
    lines = case_list.lines(
        Case.objects.filter(pk__in=[case.pk for case in found]).order_by("-opened_on", "-pk"), today
    )
    provisions, total, library = _provisions(words)
    context = {
        "words": words, "count": len(lines), "more": more, "body": case_list.body(lines),
        "head": rows.headings(case_list.COLUMNS), "provisions": provisions, "total": total, "library": library,
    }  # fmt: skip
    return answers.page(request, "desk/search.html", context, lambda: _data(words, lines, provisions, total))


def _cases(words: str) -> tuple[list[Case], bool]:
    if not words:
        return [], False
    cases = Case.objects.all()
    for word in words.split()[:5]:
        cases = cases.filter(Q(number__icontains=word) | Q(title__icontains=word) | Q(pk__in=with_party(word)))
    found = list(cases.only("pk", "number").order_by("-opened_on", "-pk")[: SHOWN + 1])
    return found[:SHOWN], len(found) > SHOWN


def with_party(word: str) -> list[int]:
    """Cases in scope in whose lists of people (申请人、第三人、代理人) the word stands; titles mask the names."""
    found: list[int] = []
    for key in sorted(PROCEDURES.versions):
        model: Any = PROCEDURES.latest(key).model
        veiled = {name for veil in model.veils for name in veil.fields}
        lists = [
            field.name for field in model._meta.fields if isinstance(field, RowsField) and field.name not in veiled
        ]
        if not lists or model.confided_to:  # that a name stands in a report is told to nobody outside its circle
            continue
        texts = {f"{name}_text": Cast(name, TextField()) for name in lists}
        inside = Q()
        for name in texts:
            inside |= Q(**{f"{name}__contains": _as_stored(word)})
        found += (
            model.objects.annotate(**texts).filter(inside).order_by("-pk").values_list("pk", flat=True)[: SHOWN * 5]
        )
    return found


def _as_stored(word: str) -> str:
    """A word as it stands inside a stored list: SQLite keeps the escapes of JSON, PostgreSQL does not."""
    return json.dumps(word)[1:-1] if connection.vendor == "sqlite" else word


def _provisions(words: str) -> tuple[list[Provision], int, bool]:
    """Articles with all the words, how many there are, and whether there is a library at all."""
    place = _library_path()
    if not place.exists():
        return [], 0, False
    if not words:
        return [], 0, True
    library = open_library(place)
    try:
        hits, total = library.search(words, SHOWN), library.count(words)
    except LawError:  # only punctuation: there is nothing to look for
        return [], 0, True
    finally:
        library.connection.close()
    return [_provision(hit, words.split()) for hit in hits], total, True


def _library_path() -> Path:
    return Path(settings.HOME) / "law.sqlite3"


def _provision(hit: Any, words: list[str]) -> Provision:
    at = max(hit.text.find(words[0]), 0)
    start = max(0, at - AROUND // 3)
    cut = hit.text[start : at + AROUND].replace("\n", " ")
    plain = ("…" if start else "") + cut + ("…" if at + AROUND < len(hit.text) else "")
    place = article_name(hit.article) if hit.article else ""
    return Provision(hit.title, place, hit.kind.value, hit.promulgated, hit.expired, marked(plain, words), plain)


def marked(text: str, words: list[str]) -> Markup:
    """The text with the words marked; everything else is escaped."""
    pattern = "|".join(re.escape(word) for word in words if word)
    parts = re.split(f"({pattern})", text) if pattern else [text]
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if place % 2 else escape(part) for place, part in enumerate(parts)
    )


def _data(words: str, lines: list[Any], provisions: list[Provision], total: int) -> dict[str, Any]:
    return {
        "q": words,
        "cases": [{"id": line.pk, "number": line.number, "title": line.title} for line in lines],
        "articles": [
            {"act": each.title, "article": each.place, "promulgated": each.promulgated, "text": each.plain}
            for each in provisions
        ],
        "articles_total": total,
    }


urlpatterns = [path("search/", search, name="search")]
