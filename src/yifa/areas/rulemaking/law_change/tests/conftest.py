"""An organ with items and a contract that cite the law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from yifa.office import scope
from yifa.office.models import Organ, Place

NOW = datetime.fromisoformat("2026-11-20T10:00:00+08:00")


@pytest.fixture
def organ(db: None) -> Iterator[Organ]:
    """A department, seen by everybody."""
    with scope.everything("测试"):
        place = Place.objects.create(code="130999", name="洪河县", level="county")
        make = Organ.objects.create
        yield make(place=place, name="洪河县生态环境分局", short_name="县生态环境分局", kind="department", mark="洪环")
