"""Small acts from a case page (页面上的办理): done or refused, then back to the page with the words of it."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from yifa.errors import YifaError


def act(request: HttpRequest, case: int, done: str, action: Callable[[], object], anchor: str = "") -> HttpResponse:
    """Do it and say so; what the engine refuses is said in its own words. The case page comes next."""
    try:
        action()
    except YifaError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    answer = redirect("case", case)
    if anchor:
        answer["Location"] += f"#{anchor}"
    return answer
