"""The instruments of complaints and reports (投诉举报文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, name: str) -> Instrument:
    return Instrument(title, mark, FOLDER / f"{name}.txt")


ACCEPTED = _paper("投诉受理通知书", "诉受", "accepted")
REFUSED = _paper("投诉不予受理通知书", "诉不", "refused")
AGREEMENT = _paper("消费争议调解书", "诉调", "agreement")
ENDED = _paper("终止调解告知书", "诉终", "ended")
TOLD = _paper("举报处理结果告知书", "举告", "told")
ANSWER = _paper("行政执法投诉答复书", "执诉", "answer")
TRANSFER = _paper("投诉举报移送函", "诉移", "transfer")
ELSEWHERE = _paper("告知向有权机关提出通知书", "诉告", "elsewhere")
