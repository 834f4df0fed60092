"""The instruments of inspection plans (检查计划文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"

PLAN = Instrument("行政检查计划", "", FOLDER / "plan.txt")
FILING = Instrument("行政检查计划备案报告", "检备", FOLDER / "filing.txt")
