"""The instruments of execution (强制执行文书): titles, number series, templates, seals."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, template: str) -> Instrument:
    return Instrument(title, mark, FOLDER / f"{template}.txt", "organ")


DEMAND = _paper("履行行政决定催告书", "催", "demand")
STATEMENT = _paper("陈述申辩复核意见书", "", "statement_review")
ANNOUNCEMENT = _paper("限期拆除公告", "拆告", "announcement")
DECISION = _paper("行政强制执行决定书", "强执", "force_decision")
AT_ONCE = _paper("立即强制执行决定书", "立执", "at_once_decision")
STAY = _paper("中止执行通知书", "中止", "stay")
RESUME = _paper("恢复执行通知书", "恢执", "resume")
END = _paper("终结执行决定书", "终执", "termination")
AGREEMENT = _paper("执行协议", "", "agreement")
RECORD = _paper("强制执行记录", "", "execution_record")
SUBSTITUTE = _paper("代履行决定书", "代履", "substitute_decision")
SUBSTITUTE_URGING = _paper("代履行催告书", "代催", "substitute_urging")
SUBSTITUTE_RECORD = _paper("代履行执行文书", "", "substitute_record")
AT_ONCE_NOTICE = _paper("立即代履行事后通知书", "代通", "at_once_notice")
COST = _paper("代履行费用缴纳通知书", "代费", "cost_notice")
APPLICATION = _paper("强制执行申请书", "申执", "application")
COURT_REVIEW = _paper("复议申请书", "申复", "court_review")
