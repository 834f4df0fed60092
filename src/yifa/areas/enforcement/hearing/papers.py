"""The instruments of a hearing (听证文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"

NOTICE = Instrument("听证通知书", "听通", FOLDER / "notice.txt")
ANNOUNCEMENT = Instrument("听证公告", "听公", FOLDER / "announcement.txt")
REFUSAL = Instrument("不予组织听证通知书", "听不", FOLDER / "refusal.txt")
POSTPONED = Instrument("延期听证通知书", "听延", FOLDER / "postponed.txt")
RECUSAL = Instrument("听证回避决定书", "听避", FOLDER / "recusal.txt")
ENDED = Instrument("终止听证通知书", "听终", FOLDER / "ended.txt")
TRANSCRIPT = Instrument("听证笔录", "", FOLDER / "transcript.txt")
REPORT = Instrument("听证报告", "听报", FOLDER / "report.txt")
