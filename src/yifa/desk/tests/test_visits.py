"""The code on an officer's phone; ratings for the supervisor and for nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from tests.fixtures import PASSWORD
from yifa.areas.enforcement.inspection.entrance import give_rating_code, rate
from yifa.areas.enforcement.inspection.models import InspectionCase
from yifa.areas.enforcement.inspection.tests.conftest import County
from yifa.office import scope
from yifa.office.models import Person
from yifa.office.roles import Role

pytestmark = pytest.mark.data
Enter = Callable[[Person], Client]


@pytest.fixture
def county(db: None) -> Iterator[County]:
    """The county; pages open their own scope."""
    with scope.everything("测试"):
        yield County()


@pytest.fixture
def enter(client: Client) -> Enter:
    """Signs a person in."""

    def sign_in(person: Person) -> Client:
        person.user = User.objects.create_user(f"user{person.pk}", password=PASSWORD)
        person.save()
        client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
        return client

    return sign_in


def test_an_officer_shows_the_code_of_an_approved_visit(county: County, enter: Enter) -> None:
    waiting, approved = county.proposed(on="2026-05-04"), county.approved()
    client = enter(county.clerk)
    shown = client.get(f"/cases/{approved.pk}/code/").content.decode()
    assert approved.code_text in shown
    assert f"/open/visit/{approved.entry_code}/qr.svg" in shown
    assert "批准以后才有检查码" in client.get(f"/cases/{waiting.pk}/code/").content.decode()
    assert "检查码" in client.get(f"/cases/{approved.pk}/").content.decode()


def test_nobody_of_another_organ_gets_the_code(county: County, enter: Enter) -> None:
    assert enter(county.other).get(f"/cases/{county.approved().pk}/code/").status_code == 404


def test_ratings_are_for_the_supervisor_alone(county: County, enter: Enter) -> None:
    today = timezone.localdate().isoformat()
    case = InspectionCase._base_manager.get(pk=county.closed(on=today).pk)
    supervisor = county.person("陆督察", county.bureau, Role.SUPERVISOR, reach="place")
    code = give_rating_code(case, supervisor, timezone.now())
    rate(case, code, {"stars": "1", "charged": "yes", "note": "要求买指定设备"}, timezone.now())
    assert "要求买指定设备" in enter(supervisor).get("/ratings/").content.decode()
    for person in (county.clerk, county.head):
        answer = enter(person).get("/ratings/")
        assert "要求买指定设备" not in answer.content.decode()
        assert enter_json(answer.wsgi_request.path, enter, person) == 0


def enter_json(path: str, enter: Enter, person: Person) -> int:
    """How many ratings the JSON twin tells."""
    client = Client()
    assert person.user is not None
    client.force_login(person.user, backend="yifa.office.backend.OfficeBackend")
    total: int = client.get(path, {"format": "json"}).json()["total"]
    return total


def test_an_officer_finds_the_visits_of_the_day(county: County, enter: Enter) -> None:
    day = timezone.localdate().isoformat()
    case = county.approved(on=day)
    client = enter(county.clerk)
    shown = client.get("/field/visits/").content.decode()
    assert f"/cases/{case.pk}/code/" in shown
    assert client.get("/field/visits/?format=json").json()["visits"][0]["code"] == case.code_text
    county.arrive(case, day)
    assert "已登记到达" in client.get("/field/visits/").content.decode()
    assert "七日内没有" in enter(county.other).get("/field/visits/").content.decode()


def test_the_case_page_says_what_blocks_the_visit_and_what_to_do_first(county: County, enter: Enter) -> None:
    case = county.approved(on=timezone.localdate().isoformat())
    client = enter(county.clerk)
    shown = client.get(f"/cases/{case.pk}/?format=json").json()["next"]
    assert (shown["code"], shown["blocked"]) == ("enter", True)
    notice, arrival = shown["by"]
    assert "没有制发检查通知书" in notice["text"]
    assert notice["basis"] == "《国务院办公厅关于严格规范涉企行政检查的意见》"
    assert notice["first"] == ["制发检查通知书"]
    assert "登记到达" in arrival["text"]
    page = client.get(f"/cases/{case.pk}/").content.decode()
    assert "还不能办" in page
    assert "还差2项" in page
