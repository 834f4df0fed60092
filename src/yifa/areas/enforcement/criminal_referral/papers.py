"""The instruments of referrals (移送文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"

REPORT = Instrument("移送涉嫌犯罪案件的报告", "", FOLDER / "report.txt")
REFERRAL = Instrument("涉嫌犯罪案件移送书", "移送", FOLDER / "referral.txt")
RECONSIDER = Instrument("提请复议书", "移复", FOLDER / "reconsider.txt")
SUPERVISE = Instrument("立案监督建议书", "移监", FOLDER / "supervise.txt")
HAND_OVER = Instrument("涉案物品和材料移交清单", "", FOLDER / "hand_over.txt")
TELL = Instrument("财物移送告知书", "移告", FOLDER / "tell.txt")
REPLY = Instrument("行政处理情况复函", "移函", FOLDER / "reply.txt")
