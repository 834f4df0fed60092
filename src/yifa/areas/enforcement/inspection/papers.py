"""The instruments of inspections (行政检查文书); titles as the published list has them, forms of our own."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"

APPROVAL = Instrument("行政检查审批表", "", FOLDER / "approval.txt")
NOTICE = Instrument("行政检查通知书", "检通", FOLDER / "notice.txt")
RECORD = Instrument("现场检查笔录", "", FOLDER / "record.txt")
TOLD = Instrument("行政检查结果告知书", "检告", FOLDER / "told.txt")
CORRECTION = Instrument("责令改正通知书", "检改", FOLDER / "correction.txt")
REINSPECTION = Instrument("复查意见书", "检复", FOLDER / "reinspection.txt")
REFERRAL = Instrument("行政检查移送函", "检移", FOLDER / "referral.txt")
DRAW = Instrument("双随机抽取结果", "", FOLDER / "draw.txt")
