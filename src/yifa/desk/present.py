"""Who is asking (当前人员), and what they do recorded as an entry of the kernel."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from yifa.kernel.engine import Authority, Entry
from yifa.office.middleware import person_of
from yifa.office.models import Person


def person_in(request: HttpRequest) -> Person:
    """The person who has signed in.

    Raises:
        PermissionDenied: an account that belongs to nobody in the books.
    """
    person = person_of(request)
    if person is None:
        raise PermissionDenied("您的账号没有对应的工作人员，请联系系统管理员登记任职。")
    return person


def entry_of(request: HttpRequest, *, authority: Authority = Authority.PERSON) -> Entry:
    """An entry by this person, now, with the number of events the page showed (`seen`)."""
    seen = request.POST.get("seen", "")
    number = int(seen) if seen.isascii() and seen.isdigit() else None
    return Entry(person_in(request), timezone.now(), authority, seen=number)
