"""The county of these tests: a bureau that keeps the bodies, a department that keeps its officers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from yifa.office import scope
from yifa.office.models import Organ, Place


@pytest.fixture(autouse=True)
def _all_seen() -> Iterator[None]:
    with scope.everything("测试"):
        yield


@pytest.fixture
def place(db: None) -> Place:
    return Place.objects.create(code="130999", name="洪河县", level="county")


@pytest.fixture
def bureau(place: Place) -> Organ:
    return Organ.objects.create(place=place, name="洪河县司法局", short_name="县司法局", kind="justice")


@pytest.fixture
def market(place: Place) -> Organ:
    return Organ.objects.create(place=place, name="洪河县市场监督管理局", short_name="县市场监管局", kind="department")
