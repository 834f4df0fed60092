"""The instruments of coordination (执法争议协调文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, name: str) -> Instrument:
    return Instrument(title, mark, FOLDER / f"{name}.txt")


NOTICE = _paper("行政执法争议协调通知书", "执协通", "notice")
REFUSAL = _paper("行政执法争议不予协调告知书", "执协告", "refusal")
AGREEMENT = _paper("行政执法争议协调意见书", "执协意", "agreement")
PROPOSAL = _paper("关于行政执法争议处理意见的请示", "执协请", "proposal")
