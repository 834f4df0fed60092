"""The instruments of a decision (文书): titles, number series, templates."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, template: str) -> Instrument:
    return Instrument(title, mark, FOLDER / f"{template}.txt")


STARTED = _paper("启动重大行政决策程序的决定", "策启", "start_decision")
DECLINED = _paper("不启动重大行政决策程序告知书", "策告", "decline_notice")
SOLICITATION = _paper("公开征求意见公告", "策征", "solicitation_notice")
HEARING = _paper("听证会公告", "策听", "hearing_notice")
PARTICIPANTS = _paper("听证会参加人名单公告", "策听", "hearing_participants")
HEARING_RECORD = _paper("听证会记录", "", "hearing_record")
STUDIED = _paper("公众意见研究采纳情况报告", "", "opinions_studied")
ARGUMENT = _paper("专家论证意见", "", "expert_opinion")
RISK = _paper("重大行政决策风险评估报告", "", "risk_report")
REVIEW_LETTER = _paper("关于送请合法性审查的函", "策审", "review_letter")
MATERIALS = _paper("提请集体讨论材料清单", "", "meeting_materials")
MINUTES = _paper("集体讨论会议记录", "", "meeting_minutes")
DECISION = _paper("重大行政决策决定", "策决", "decision")
PARTY_REPORT = _paper("关于重大行政决策事项的请示", "策请", "party_report")
PUBLISHED = _paper("重大行政决策公告", "策公", "publication")
ADOPTION = _paper("意见采纳情况说明", "", "adoption_statement")
INTERPRETATION = _paper("重大行政决策解读", "", "interpretation")
EVALUATION = _paper("重大行政决策后评估报告", "", "evaluation_report")
SUSPENDED = _paper("中止执行重大行政决策的决定", "策止", "suspension")
RESUMED = _paper("恢复执行重大行政决策的决定", "策止", "resumption")
ADJUSTED = _paper("启动重大行政决策调整程序的决定", "策调", "adjustment")
STOPPED = _paper("停止执行重大行政决策的决定", "策止", "stop")
TERMINATED = _paper("终止重大行政决策程序的决定", "策启", "termination")
