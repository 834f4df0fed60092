"""What every public page does: nobody signs in, nothing is seen but what was chosen here, answers have plain twins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control, never_cache

from yifa.errors import YifaError
from yifa.office import scope

Page = Callable[..., HttpResponse]
PER_PAGE = 30


def public(why: str, *, remembered: bool = False) -> Callable[[Page], Page]:
    """A page for everybody; `why` says why it may look at records. What it shows, it chooses itself.

    Args:
        remembered: a form, which going back in the browser shows again as it was filled in instead of a new one.
    """
    kept = cache_control(private=True, no_cache=True) if remembered else never_cache

    def decorate(page: Page) -> Page:
        @login_not_required
        @kept
        @wraps(page)
        def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            with scope.everything(why):
                try:
                    answer = page(request, *args, **kwargs)
                except YifaError as error:
                    answer = said(request, str(error))
            answer["X-Robots-Tag"] = "noindex"
            return answer

        return shown

    return decorate


def said(request: HttpRequest, message: str, *, status: int = 404, back: str = "") -> HttpResponse:
    """A page that says one thing plainly."""
    context = {"title": "不能办理" if back else "没有找到", "message": message, "back": back}
    return render(request, "portal/message.html", context, status=status)


def listing(
    request: HttpRequest, template: str, rows: Any, plain: Callable[[Any], Mapping[str, Any]], *,
    per_page: int = PER_PAGE, **more: Any,
) -> HttpResponse:  # fmt: skip
    """A list of rows by pages, or its JSON twin with the same page."""
    written = request.GET.get("page", "1")
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 1
    page = Paginator(rows, per_page).get_page(number)
    shown: Sequence[Mapping[str, Any]] = [plain(row) for row in page]
    if request.GET.get("format") == "json":
        data = {"page": page.number, "pages": page.paginator.num_pages, "total": page.paginator.count, "rows": shown}
        return JsonResponse(data, json_dumps_params={"ensure_ascii": False})
    return render(request, template, {"page": page, "rows": shown, **more})
