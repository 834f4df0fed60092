"""Execution by the organ itself and through the court, found by the kernel when Django starts."""

from __future__ import annotations

from yifa.areas.enforcement.execution.court_procedure import CourtExecution
from yifa.areas.enforcement.execution.force_procedure import ForcedExecution

__all__ = ["CourtExecution", "ForcedExecution"]
