"""What pages do with errors that people are to read, and with requests that are too large."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.errors import YifaError
from yifa.office.scope import UnscopedQuery

Next = Callable[[HttpRequest], HttpResponse]


class RequestLimitMiddleware:
    """Refuses a request that says it is larger than REQUEST_LIMIT_BYTES before reading it."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        limit = settings.REQUEST_LIMIT_BYTES
        if length.isdigit() and int(length) > limit:
            said = f"不能上传：文件超过{limit // 2**20}MB的上限。请拆分文件或者压缩图片后再上传。"
            return render(request, "desk/refused.html", {"message": said}, status=413)
        return self.get_response(request)


class ErrorMiddleware:
    """Shows a `YifaError` in place: a whole page, or a fragment when htmx asked."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """An address that only takes forms, opened as a page (after a session ended), says so instead of nothing."""
        answer = self.get_response(request)
        if answer.status_code == 405 and request.method == "GET" and not answer.content:
            page = render(request, "405.html", status=405)
            page["Allow"] = answer["Allow"]
            return page
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """422 with the Chinese message; anything that is no YifaError is a defect and goes on."""
        if not isinstance(error, YifaError):
            return None
        if isinstance(error, UnscopedQuery) and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        fragment = bool(request.headers.get("HX-Request"))
        template = "desk/refused_fragment.html" if fragment else "desk/refused.html"
        return render(request, template, {"message": str(error)}, status=422)
