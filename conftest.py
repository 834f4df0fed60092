"""Fixtures for every test of the tree; they are written in `tests/fixtures.py`."""

from __future__ import annotations

from tests.fixtures import *  # noqa: F403
from tests.flush import emptying_past_triggers  # noqa: F401
