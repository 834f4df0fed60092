"""目录进度: items with their decisions, what is late, what was taken out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures import Cast
from yifa.areas.rulemaking.decision_catalogue.models import CatalogueCase
from yifa.areas.rulemaking.decision_catalogue.procedure import DecisionCatalogue
from yifa.areas.rulemaking.major_decision.models import DecisionCase
from yifa.areas.rulemaking.major_decision.procedure import MajorDecision
from yifa.office.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.data]
SignIn = Callable[[Person], Client]
ITEMS = [
    {"no": "1", "name": "停车收费方案", "lead": "城管局", "planned": "二季度"},
    {"no": "2", "name": "供水专项规划", "lead": "水利局", "planned": "三季度"},
    {"no": "3", "name": "文化中心项目", "lead": "文旅局", "planned": "年底", "status": "withdrawn"},
]


def decided(cast: Cast, item: str, on: date | None) -> None:
    """A decision on an item of 2025."""
    DecisionCase._base_manager.create(
        procedure="major_decision", version=MajorDecision.since, organ=cast.government, stage="drafting",
        opened_on=date(2025, 3, 3), matter="停车收费方案", catalogue_year=2025, catalogue_item=item, decided_on=on,
    )  # fmt: skip


@pytest.fixture
def catalogue(cast: Cast) -> CatalogueCase:
    """A catalogue of 2025."""
    found: CatalogueCase = CatalogueCase._base_manager.create(
        procedure="decision_catalogue", version=DecisionCatalogue.since, organ=cast.government, stage="published",
        opened_on=date(2025, 1, 6), title="2025年度重大行政决策事项目录", year=2025, items=ITEMS,
    )  # fmt: skip
    return found


def test_each_item_stands_with_its_decision(catalogue: CatalogueCase, cast: Cast, signed_in: SignIn) -> None:
    decided(cast, "1", date(2025, 7, 2))
    client, address = signed_in(cast.handler), reverse("catalogue_progress", args=[catalogue.pk])
    told = client.get(address, {"format": "json"}).json()["items"]
    assert [one["state"] for one in told] == ["done", "overdue", "paused"]
    assert told[0]["words"] == "2025-07-02作出决定，晚于计划"
    assert told[1]["words"] == "尚未启动，已过计划时间"
    page = client.get(address).content.decode()
    assert "目录内2项，已经作出决定1项" in page
    assert "调出目录" in page


def test_only_who_sees_the_catalogue_sees_its_progress(catalogue: CatalogueCase, cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.outsider).get(reverse("catalogue_progress", args=[catalogue.pk])).status_code == 404
