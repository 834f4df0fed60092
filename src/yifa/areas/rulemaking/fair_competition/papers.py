"""The instruments of fair competition review (公平竞争审查文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"

FIRST = Instrument("公平竞争审查初审意见", "", FOLDER / "first_opinion.txt")
CONCLUSION = Instrument("公平竞争审查结论", "竞审", FOLDER / "conclusion.txt")
URGE = Instrument("督促整改函", "竞督", FOLDER / "urge_letter.txt")
REPORT_ANSWER = Instrument("举报处理情况告知书", "竞举", FOLDER / "report_answer.txt")
