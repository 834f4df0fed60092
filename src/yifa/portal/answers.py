"""How what somebody handed in stands, by the code that only the sender has (办理情况查询)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yifa.portal import drafts, handed, suggestions
from yifa.portal.public import public

WHY = "提交人凭查询码查看办理情况"


@public(WHY)
def find(request: HttpRequest) -> HttpResponse:
    """The code leads to the state and the answer; it is sent in the body, so that no address and no log holds it."""
    typed = str(request.POST.get("code", "")).strip()[:60] if request.method == "POST" else ""
    if not typed:
        return render(request, "portal/answers.html", {})
    try:
        row = handed.behind(typed)
    except handed.UnknownCode as error:
        return render(request, "portal/answers.html", {"typed": typed, "fault": str(error)}, status=404)
    if row.entry is not None:
        return render(request, "portal/opinion.html", {"told": drafts.told_of(row), "code": typed})
    return render(request, "portal/suggestion.html", {"told": suggestions.told_of(row), "code": typed})
