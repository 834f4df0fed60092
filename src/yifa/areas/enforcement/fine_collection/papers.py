"""The instruments of collecting a fine (罚款收缴文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"

APPROVAL = Instrument("延期（分期）缴纳罚款批准书", "缓批", FOLDER / "approval.txt")
REFUSAL = Instrument("不予延期（分期）缴纳罚款决定书", "缓不", FOLDER / "refusal.txt")
URGE = Instrument("缴纳罚款催告书", "罚催", FOLDER / "urge.txt")
ENDED = Instrument("终结执行决定书", "罚终", FOLDER / "ended.txt")
