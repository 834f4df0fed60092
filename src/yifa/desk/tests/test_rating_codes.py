"""Who supervises gives rating codes out; who inspects sees neither the page nor a code."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from yifa.areas.enforcement.inspection.entrance import rate
from yifa.areas.enforcement.inspection.models import InspectionCase, RatingCode
from yifa.areas.enforcement.inspection.tests.conftest import County, county
from yifa.areas.enforcement.inspection.tests.test_draw import drawn
from yifa.office.models import Person
from yifa.office.roles import Role

__all__ = ["county"]
pytestmark = pytest.mark.data


def enter(person: Person) -> Client:
    """Signs a person in."""
    person.user = User.objects.create_user(f"user{person.pk}")
    person.save()
    client = Client()
    client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
    return client


def ended(county: County) -> InspectionCase:
    """A visit that ended a few days ago."""
    day = timezone.localdate() - timedelta(3)
    case = InspectionCase._base_manager.get(pk=county.done().pk)
    InspectionCase._base_manager.filter(pk=case.pk).update(visited_on=day, finished_on=day)
    case.refresh_from_db()
    return case


def test_the_supervisor_gives_a_code_by_which_the_enterprise_rates(county: County) -> None:
    case = ended(county)
    client = enter(county.person("陆督察", county.bureau, Role.SUPERVISOR, reach="place"))
    assert case.object_name in client.get("/ratings/codes/").content.decode()
    shown = client.post(f"/ratings/codes/{case.pk}/").content.decode()
    assert RatingCode._base_manager.get(case=case).by == Person.objects.get(name="陆督察")
    code = shown.split('class="vi-text">')[1].split("<")[0]
    assert rate(case, code, {"stars": "2"}, timezone.now()).stars == 2
    assert case.object_name not in client.get("/ratings/codes/").content.decode()
    assert client.post(f"/ratings/codes/{case.pk}/").status_code == 404


@pytest.mark.parametrize("who", ["clerk", "head", "inside"])
def test_whoever_inspects_gets_none(county: County, who: str) -> None:
    case = ended(county)
    inside = county.person("监察员", county.market, Role.SUPERVISOR, Role.HANDLER)
    client = enter({"clerk": county.clerk, "head": county.head, "inside": inside}[who])
    assert client.get("/ratings/codes/?format=json").json() == {"visits": [], "total": 0}
    assert client.post(f"/ratings/codes/{case.pk}/").status_code == 404
    assert not RatingCode._base_manager.exists()


def test_a_draw_is_computed_again_with_the_sealed_pools_on_the_desk(county: County) -> None:
    case = drawn(county)
    client = enter(county.head)
    assert client.get(f"/cases/{case.pk}/draw-check/?format=json").json()["differences"] == []
    assert "核对一致" in client.get(f"/cases/{case.pk}/draw-check/").content.decode()
