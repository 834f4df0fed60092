"""The instruments of the ordinary procedure (行政处罚文书): titles, number series, templates, seals."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, template: str) -> Instrument:
    return Instrument(title, mark, FOLDER / f"{template}.txt", "organ")


CLUE = _paper("案件线索登记表", "", "clue")
FILING = _paper("行政处罚案件立案审批表", "", "filing")
NOT_FILED = _paper("不予立案审批表", "", "not_filed")
RECORD = _paper("调查（检查、询问）笔录", "", "investigation_record")
SAMPLING = _paper("抽样取证凭证", "抽样", "sampling")
PRESERVATION = _paper("先行登记保存证据通知书", "先登", "preservation")
PRESERVATION_DONE = _paper("先行登记保存证据处理决定书", "先处", "preservation_done")
RECUSAL = _paper("回避决定书", "避", "recusal")
SURVEILLANCE = _paper("电子技术监控记录审核表", "", "surveillance")
CORRECTION = _paper("责令改正通知书", "责改", "correction")
CORRECTION_CHECKED = _paper("改正情况核查记录", "", "correction_checked")
EXTENSION = _paper("延长办案期限审批表", "", "extension")
TRANSFER = _paper("案件移送函", "移", "transfer")
DISPUTE = _paper("管辖争议报请函", "辖", "dispute")
REPORT = _paper("案件调查终结报告", "", "report")
NOTICE = _paper("行政处罚事先告知书", "罚告", "notice")
STATEMENT = _paper("陈述、申辩笔录", "", "statement")
STATEMENT_REVIEW = _paper("陈述、申辩复核意见书", "", "statement_review")
MINUTES = _paper("行政处罚案件集体讨论笔录", "", "minutes")
DECISION = _paper("行政处罚决定书", "罚", "decision")
SPARED = _paper("不予行政处罚决定书", "不罚", "spared")
WITHDRAWAL = _paper("撤销立案审批表", "", "withdrawal")
SERVED = _paper("送达回证", "", "served")
EDUCATION = _paper("教育记录", "", "education")
CLOSING = _paper("结案审批表", "", "closing")
