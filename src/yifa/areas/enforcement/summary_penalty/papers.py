"""The instruments of on-the-spot penalties (当场处罚文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"

DECISION = Instrument("当场行政处罚决定书", "", FOLDER / "decision.txt")
FILING = Instrument("当场行政处罚备案表", "", FOLDER / "filing.txt")
SPARED = Instrument("不予行政处罚教育记录", "", FOLDER / "spared.txt")
REVOKED = Instrument("撤销当场行政处罚决定书", "当罚撤", FOLDER / "revoked.txt")
