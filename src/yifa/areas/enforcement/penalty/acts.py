"""The acts that penalties rest on, by the names used in the declaration."""

from __future__ import annotations

from datetime import date

from yifa.areas.enforcement.bases import PENALTY, RANGES, VISITS
from yifa.law import act

__all__ = ["POLICE", "POLICE_2012", "RANGES", "VISITS", "P"]

P = PENALTY
POLICE = act("治安管理处罚法", on=date(2026, 2, 1))
POLICE_2012 = act("治安管理处罚法", on=date(2025, 6, 1))
