"""The provisions that compulsory measures rest on (行政强制措施的依据)."""

from __future__ import annotations

from datetime import date

from yifa.areas.enforcement.bases import COERCION as C
from yifa.areas.enforcement.bases import PUBLICITY
from yifa.law import Basis, act

TRANSFER = act("行政执法机关移送涉嫌犯罪案件的规定")
DISCLOSURE = act("政府信息公开条例")
PRIVATE_SECTOR = act("民营经济促进法")[62]
"""Lawful property is kept apart from what a case is about; from 2025-05-20 on."""

PRIVATE_SECTOR_SINCE = date(2025, 5, 20)
WORKING = C[69].says("工作日")
"""What counts ten days or fewer in this act counts working days."""

__all__ = ["DISCLOSURE", "PRIVATE_SECTOR", "PRIVATE_SECTOR_SINCE", "PUBLICITY", "TRANSFER", "WORKING", "Basis", "C"]
