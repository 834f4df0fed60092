"""The page of the yearly statistics: the form, each number opening onto its cases, and its twins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.fixtures import PASSWORD
from yifa.areas.enforcement.statistics.tests.test_statistics import penalty, summary
from yifa.areas.enforcement.supervision.tests.conftest import County
from yifa.office import scope
from yifa.office.models import Person

pytestmark = pytest.mark.data
Enter = Callable[[Person], Client]
ADDRESS = "/enforcement-statistics/?year=2025"


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


def test_each_number_opens_onto_the_cases_it_counts(county: County, enter: Enter) -> None:
    penalty(county.market, "2025-03-03", "fine", fine_amount=25000)
    summary(county.market, "2025-05-06", 100)
    client = enter(county.people[county.market.pk])
    page = client.get(ADDRESS).content.decode()
    assert "2.51" in page
    link = re.search(r'href="(/figures/enforcement_statistics\.st_fine/[^"]*)">2</a>', page)
    assert link is not None
    opened = client.get(link.group(1).replace("&amp;", "&")).content.decode()
    assert "罚1号" in opened


def test_the_twins_hold_the_same_numbers(county: County, enter: Enter) -> None:
    penalty(county.market, "2025-03-03", "fine", fine_amount=25000)
    client = enter(county.people[county.market.pk])
    told = client.get(f"{ADDRESS}&format=json").json()["lines"]
    assert {line["value"] for line in told if line["figure"] == "st_penalties"} == {"1"}
    answer = client.get(f"{ADDRESS}&format=csv")
    body = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert "行政处罚合计" in body


def test_others_numbers_are_not_seen(county: County, enter: Enter) -> None:
    penalty(county.market, "2025-03-03", "fine", fine_amount=25000)
    page = enter(county.people[county.city.pk]).get(ADDRESS).content.decode()
    assert county.market.name not in page


def test_zeros_stand_back_and_each_number_says_its_column_on_a_phone(county: County, enter: Enter) -> None:
    penalty(county.market, "2025-03-03", "fine", fine_amount=25000)
    page = enter(county.people[county.market.pk]).get(ADDRESS).content.decode()
    assert re.search(r'data-label="罚款（宗）"><a href="[^"]+">1</a>', page)
    assert re.search(r'data-label="行政拘留（宗）"><a href="[^"]+" class="yf-zero">0</a>', page)
