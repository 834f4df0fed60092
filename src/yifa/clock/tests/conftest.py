from __future__ import annotations

import pytest

from yifa.clock import Calendar


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    """The packaged calendar."""
    return Calendar.load()
