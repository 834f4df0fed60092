"""Shared fixtures."""

from __future__ import annotations

import pytest

from tests import postgres


@pytest.fixture(scope="session")
def postgres_dsn() -> str:
    """The address of a real PostgreSQL server; without one the test fails, it is never skipped."""
    return postgres.dsn()
