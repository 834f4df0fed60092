"""The instruments of certificates (执法证件文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, name: str) -> Instrument:
    return Instrument(title, mark, FOLDER / f"{name}.txt")


ISSUED = _paper("行政执法证件核发通知书", "执证", "issued")
REFUSED = _paper("不予核发行政执法证件通知书", "证不", "refused")
RENEWED = _paper("换发行政执法证件通知书", "证换", "renewed")
TRANSFERRED = _paper("调转行政执法证件通知书", "证调", "transferred")
SUSPENDED = _paper("暂扣行政执法证件通知书", "证扣", "suspended")
RESUMED = _paper("恢复使用行政执法证件通知书", "证复", "resumed")
REVOKED = _paper("吊销行政执法证件决定书", "证吊", "revoked")
