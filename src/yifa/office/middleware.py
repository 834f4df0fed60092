"""Opens the data scope of whoever has signed in, for the length of the request."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import cast

from django.http import FileResponse, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone

from yifa.office.models import Organ, Person
from yifa.office.scope import Scope, entered

ORGAN_KEY = "organ"
"""In the session: the organ the person has chosen to work for."""


def person_of(request: HttpRequest) -> Person | None:
    """The person who has signed in; None for the public and for accounts without a person."""
    if not request.user.is_authenticated:
        return None
    try:
        person = request.user.person  # came along with the account (`OfficeBackend`)
    except Person.DoesNotExist:
        return None
    return person if isinstance(person, Person) else None


def scope_of(request: HttpRequest) -> Scope | None:
    """What the request may see; None where nobody has signed in."""
    person = person_of(request)
    if person is None:
        return None
    chosen = request.session.get(ORGAN_KEY)
    organ = Organ.objects.filter(pk=chosen).first() if chosen else None
    return Scope(person=person, on=timezone.localdate(), organ=organ)


class ScopeMiddleware:
    """Runs the view, and whatever it streams later, inside the person's scope."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        scope = scope_of(request)
        with entered(scope) if scope is not None else nullcontext():
            response = self.get_response(request)
        if scope is None or isinstance(response, FileResponse):
            return response
        if isinstance(response, StreamingHttpResponse):
            parts = cast("Iterable[bytes]", response.streaming_content)
            response.streaming_content = scope.carry(parts)
        return response
