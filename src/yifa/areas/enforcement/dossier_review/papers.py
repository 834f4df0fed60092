"""The instruments of dossier review (案卷评查文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, name: str) -> Instrument:
    return Instrument(title, mark, FOLDER / f"{name}.txt")


PLAN = _paper("行政执法案卷评查方案", "评方", "plan")
DRAW = _paper("案卷抽取记录", "", "draw")
FEEDBACK = _paper("案卷评查情况反馈书", "评反", "feedback")
RECHECK = _paper("案卷评查异议复核意见", "评复", "recheck")
RESULT = _paper("行政执法案卷评查情况通报", "评通", "result")
