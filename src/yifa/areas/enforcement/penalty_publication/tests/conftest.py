"""A bureau and its people, seen by everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from yifa.areas.enforcement.hearing.tests.office import Bureau
from yifa.office import scope


@pytest.fixture
def bureau(db: None) -> Iterator[Bureau]:
    """The bureau."""
    with scope.everything("测试"):
        yield Bureau()
