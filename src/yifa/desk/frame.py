"""What every page of the desk shows around its content: rail, organs, the day, the person."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from yifa.desk.casework import opens_cases
from yifa.desk.day import day_of
from yifa.desk.navigation import RailEntry
from yifa.desk.pages import entries
from yifa.kernel.registers.entries import WRITERS
from yifa.kernel.workdays import current_calendar
from yifa.office import scope
from yifa.office.middleware import ORGAN_KEY, person_of
from yifa.office.models import Organ
from yifa.office.posts import posts_of
from yifa.office.roles import Role


def rail_for(roles: set[Role], path: str) -> tuple[RailEntry, ...]:
    """The entries for these roles; the one whose address the page lies under is current."""
    offered = [(item, _address(item.url_name)) for item in entries() if item.is_for(roles)]
    under = [url for _, url in offered if path == url or (url != "/" and path.startswith(url))]
    here = max(under, key=len, default="")
    groups = ["", *(item.group for item, _ in offered)]
    return tuple(
        RailEntry(item.label, item.icon, url, url == here, "" if item.group == before else item.group)
        for (item, url), before in zip(offered, groups, strict=False)
    )


@cache
def _address(name: str) -> str:
    return reverse(name)


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """Template context of the frame. Nothing is asked of the database for the public."""
    person = person_of(request)
    if person is None:
        return {}
    today = timezone.localdate()
    present = scope.current()
    posts = present.posts if present is not None and present.person == person else posts_of(person, today)
    roles = {Role(post.role) for post in posts}
    organs = list({post.organ_id: post.organ for post in posts}.values())
    chosen = request.session.get(ORGAN_KEY)
    return {
        "frame": {  # in one name, so that nothing a page calls today or organs takes its place
            "rail": rail_for(roles, request.path),
            "person": person,
            "organs": organs,
            "organ": next((organ for organ in organs if organ.pk == chosen), None),
            "today": day_of(today, current_calendar()),
            # What pages offer by the role: nothing that would be refused.
            "opens_cases": opens_cases(frozenset(roles)),
            "writes": frozenset(post.organ_id for post in posts if Role(post.role) in WRITERS),
        }
    }


@require_POST
def choose_organ(request: HttpRequest) -> HttpResponse:
    """Work for one organ only, or for all of one's posts again (empty choice)."""
    person = person_of(request)
    chosen = request.POST.get("organ", "")
    held = posts_of(person, timezone.localdate()) if person else []
    if chosen.isascii() and chosen.isdigit() and int(chosen) in {post.organ_id for post in held}:
        request.session[ORGAN_KEY] = Organ.objects.get(pk=int(chosen)).pk
    else:
        request.session.pop(ORGAN_KEY, None)
    target = request.POST.get("next", "/")
    here = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return redirect(target if here else "/")
