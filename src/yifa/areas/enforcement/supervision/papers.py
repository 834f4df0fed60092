"""The instruments of supervision (行政执法监督文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.areas.enforcement.supervision.choices import PaperKind
from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, name: str) -> Instrument:
    return Instrument(title, mark, FOLDER / f"{name}.txt")


URGE = _paper(PaperKind.URGE.label, "执督", "urge")
OPINION = _paper(PaperKind.OPINION.label, "执意", "opinion")
DECISION = _paper(PaperKind.DECISION.label, "执决", "decision")
LISTING = _paper("挂牌督办通知书", "执挂", "listing")
WARNING = _paper("行政执法预警提示函", "执警", "warning")
RETRIEVAL = _paper("调阅行政执法资料通知书", "执调", "retrieval")
INTERVIEW = _paper("行政执法监督约谈通知书", "执谈", "interview")
GUIDANCE = _paper("引导申请行政复议、提起行政诉讼告知书", "执引", "guidance")
ON_SPOT = _paper("当场纠正记录", "", "on_spot")
OBJECTION = _paper("行政执法监督异议答复书", "执异", "objection")
PROPOSAL = _paper("关于提请制发行政执法监督决定书的请示", "执请", "proposal")
CIRCULAR = _paper("行政执法监督通报", "执通", "circular")
STAFF = _paper("行政执法人员处理建议书", "执建", "staff")
TRANSFER = _paper("问题线索移送函", "执移", "transfer")
TOLD_ABOVE = _paper("行政执法问题告知函", "执告", "told_above")
REPORT = _paper("行政执法监督文书纠正情况报告", "执报", "report")
