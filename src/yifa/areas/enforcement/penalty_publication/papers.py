"""The instruments of publishing decisions (公示文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"

SCREENED = Instrument("执法决定公开审查表", "", FOLDER / "screened.txt")
TAKEN_DOWN = Instrument("撤回行政处罚决定信息的公告", "撤公", FOLDER / "taken_down.txt")
REPAIRED = Instrument("信用修复决定书", "信修", FOLDER / "repaired.txt")
NOT_REPAIRED = Instrument("不予信用修复决定书", "信不", FOLDER / "not_repaired.txt")
