"""Inspections and draws, found by the kernel when Django starts."""

from __future__ import annotations

from yifa.areas.enforcement.inspection.draw_procedure import DrawBatch
from yifa.areas.enforcement.inspection.inspection_procedure import Inspection

__all__ = ["DrawBatch", "Inspection"]
