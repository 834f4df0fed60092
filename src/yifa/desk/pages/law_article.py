"""One article of an act (条文): the version in force on a day, and the text where it was imported."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone

from yifa.desk import answers
from yifa.desk.present import person_in
from yifa.errors import YifaError
from yifa.law.acts import Act, Version
from yifa.law.basis import article_key, article_name
from yifa.law.index import default_index
from yifa.law.sqlite_library import open_library
from yifa.law.structure import ArticleKey


def law_article(request: HttpRequest) -> HttpResponse:
    """Versions of an act and the text of one of its articles."""
    person_in(request)
    name, asked, on = (request.GET.get(key, "").strip()[:60] for key in ("act", "article", "on"))
    if not name:
        raise YifaError("没有说明是哪部法律。请从检查意见中的条文打开，或者在搜索框里搜索。")
    day = _day(on)
    act = default_index().get(name)
    version = act.version_on(day)
    key = article_key(asked) if asked else None
    context = {
        # Not the act itself: act["title"] would be asked for an article of that name.
        "title": act.title,
        "full_title": act.full_title,
        "versions": act.versions,
        "superseded_by": act.superseded_by,
        "day": day,
        "status": act.status_on(day),
        "version": version,
        "article": article_name(key) if key else "",
        "paragraphs": _text(act, version or act.latest, key) if key else (),
    }
    return answers.page(request, "desk/law_article.html", context, lambda: _data(context))


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written) if written else timezone.localdate()
    except ValueError as error:
        raise YifaError(f"“{written}”不是有效的日期。请写成2026-05-01的样子。") from error


def _text(act: Act, version: Version, key: ArticleKey) -> tuple[str, ...]:
    """The paragraphs of the article, () where the library has no text of this version."""
    place = Path(settings.HOME) / "law.sqlite3"
    if not place.is_file():
        return ()
    library = open_library(place)
    try:
        found = library.article(act.title, version.promulgated, key)
    finally:
        library.connection.close()
    return tuple(found.text.split("\n")) if found else ()


def _data(context: dict[str, Any]) -> dict[str, Any]:
    version = context["version"]
    return {
        "act": context["full_title"],
        "on": context["day"],
        "status": context["status"],
        "version": version.label if version else None,
        "article": context["article"] or None,
        "text": "\n".join(context["paragraphs"]) or None,
        "versions": [one.label for one in context["versions"]],
    }


urlpatterns = [path("laws/article/", law_article, name="law_article")]
