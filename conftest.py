"""Fixtures for every test of the tree; the cast and the browser are in `tests/`."""

from __future__ import annotations

from tests.fixtures import *  # noqa: F403
