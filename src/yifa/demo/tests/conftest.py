"""The demonstration county, built once for all its tests, in a database that is rolled back afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from yifa.demo import build
from yifa.demo.build import Built
from yifa.office import scope

TODAY = date(2026, 11, 20)
SMALL = 0.01
"""Every story once, every register a few entries an organ."""


@pytest.fixture(scope="module")
def county(django_db_setup: None, django_db_blocker: Any) -> Iterator[Built]:
    """The county as it stands on TODAY."""
    with django_db_blocker.unblock(), scope.everything("演示数据的测试"), transaction.atomic():
        yield build.build(7, TODAY, "not-secret-1", scale=SMALL)
        transaction.set_rollback(True)
