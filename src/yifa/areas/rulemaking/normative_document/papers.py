"""The instruments of a normative document (文书): titles, number series, templates, seals."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, template: str, mark: str = "") -> Instrument:
    return Instrument(title, mark, FOLDER / f"{template}.txt")


RECOGNITION = _paper("行政规范性文件认定表", "recognition")
ASSESSMENT = _paper("行政规范性文件评估论证报告", "assessment")
SOLICITATION = _paper("公开征求意见公告", "solicitation")
FEEDBACK = _paper("公众意见采纳情况反馈", "feedback")
REVIEW_LETTER = _paper("行政规范性文件合法性审核送审函", "review_letter")
MINUTES = _paper("集体审议情况记录", "minutes")
MINUTES_CHANGED = _paper("集体审议情况记录（原则通过）", "minutes_changed")
DOCUMENT = _paper("行政规范性文件", "document")
FILING_REPORT = _paper("行政规范性文件备案报告", "filing_report")
CORRECTION_REPORT = _paper("备案审查意见处理情况报告", "correction_report")
COURT_REPLY = _paper("司法建议答复函", "court_reply")
RECONSIDERATION_REPLY = _paper("规范性文件合法性书面答复", "reconsideration_reply")
FORWARDED_REPLY = _paper("转送处理意见回复函", "forwarded_reply")
EVALUATION = _paper("行政规范性文件届满前评估报告", "evaluation")
END_NOTICE = _paper("关于行政规范性文件失去效力的公告", "end_notice")
