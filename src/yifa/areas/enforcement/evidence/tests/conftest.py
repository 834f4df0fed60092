"""A county with penalty cases."""

from __future__ import annotations

from yifa.areas.enforcement.penalty.tests.conftest import county
from yifa.areas.enforcement.receipts.tests.conftest import sheet

__all__ = ["county", "sheet"]
