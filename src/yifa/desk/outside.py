"""Pages that an officer opens outside (现场页面): a phone may keep them, for the person who opened them, for a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from yifa.desk import sending
from yifa.desk.present import person_in

KEPT = "X-Yifa-Field"
"""The header by which a page tells the worker of the phone that it may be kept, and whose it is."""

NOBODY = UUID(int=0)
MOST_PHOTOS = 9
LONG_SIDE = 1600
"""To how many pixels the phone shrinks the longer side of a photograph."""


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], keep: Iterable[str] = (), *, status: int = 200
) -> HttpResponse:
    """A page for the phone; it may be kept unless it answers something that was sent.

    Args:
        keep: addresses of further pages that the phone fetches beforehand, for when there is no network.
    """
    person = person_in(request)
    field = {
        "person": person.pk, "keys": " ".join(sending.keys_of(person)), "made": timezone.now(),
        "keep": " ".join(dict.fromkeys([request.path, *keep])), "most": MOST_PHOTOS, "side": LONG_SIDE,
        "photos_to": reverse("send_photo", args=[NOBODY]).removesuffix(f"{NOBODY}/"),
    }  # fmt: skip
    answer = render(request, template, {**context, "field": field}, status=status)
    add_never_cache_headers(answer)
    if request.method == "GET" and status == 200:
        answer[KEPT] = str(person.pk)
    return answer
