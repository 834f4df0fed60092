"""The instruments of government contracts (合同文书): titles, number series, templates, seals."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, template: str) -> Instrument:
    return Instrument(title, mark, FOLDER / f"{template}.txt", "organ")


DILIGENCE = _paper("合同相对方尽职调查报告", "", "diligence_report")
REVIEW_REQUEST = _paper("合同合法性审查送审函", "合审", "review_request")
CHANGE_REQUEST = _paper("合同变更解除送审函", "合审", "change_request")
AUTHORISATION = _paper("合同签订授权委托书", "授", "authorisation")
SIGNING = _paper("合同签订审批表", "", "signing_sheet")
FILING = _paper("合同备案报告", "合备", "filing_report")
ACCEPTANCE = _paper("合同履约验收书", "", "acceptance_record")
DEMAND = _paper("合同履约催告函", "合催", "demand_letter")
DECISION = _paper("履行行政协议决定书", "合决", "performance_decision")
URGING = _paper("申请强制执行催告书", "合强催", "enforcement_urging")
ENFORCEMENT = _paper("强制执行申请书", "合执", "enforcement_request")
TERMINATION = _paper("合同解除通知书", "合解", "termination_notice")
EVALUATION = _paper("合同履约评价表", "", "evaluation_sheet")
CLAIM = _paper("应收账款确认书", "合确", "claim_confirmation")
INTEREST = _paper("逾期利息支付单", "", "interest_sheet")
