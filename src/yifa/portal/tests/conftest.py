"""The county of the inspections, seen by the public."""

from __future__ import annotations

from yifa.areas.enforcement.inspection.tests.conftest import county

__all__ = ["county"]
