"""The ordinary procedure of penalties, found by the kernel when Django starts."""

from __future__ import annotations

from yifa.areas.enforcement.penalty.penalty_procedure import Penalty

__all__ = ["Penalty"]
