"""The acts that coordination rests on."""

from __future__ import annotations

from yifa.areas.enforcement.bases import PENALTY, SUPERVISION

COORDINATION = SUPERVISION[13]
"""The supervision body coordinates; what it cannot settle it reports to its government with an opinion."""

FIRST_FILED = PENALTY[25, 1].says("最先立案")
NEGOTIATED = PENALTY[25, 2].says("协商解决")
COMMON_SUPERIOR = PENALTY[25, 2].says("共同的上一级行政机关")

__all__ = ["COMMON_SUPERIOR", "COORDINATION", "FIRST_FILED", "NEGOTIATED", "SUPERVISION"]
