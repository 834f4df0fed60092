"""The instruments of the catalogue."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"

CALL = Instrument("征集重大行政决策事项建议的通知", "目征", FOLDER / "call.txt")
REQUEST = Instrument("关于报请同意重大行政决策事项目录的请示", "目请", FOLDER / "request.txt")
NOTICE = Instrument("重大行政决策事项目录公告", "目录", FOLDER / "notice.txt")
