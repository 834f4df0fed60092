"""The instruments of compulsory measures (强制措施文书): titles, number series, templates, seals."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, template: str) -> Instrument:
    return Instrument(title, mark, FOLDER / f"{template}.txt", "organ")


APPROVAL = _paper("行政强制措施审批表", "", "approval_sheet")
DECISION = _paper("查封（扣押）决定书", "封扣", "decision")
FREEZE_NOTICE = _paper("冻结通知书", "冻通", "freeze_notice")
FREEZE_DECISION = _paper("冻结决定书", "冻", "freeze_decision")
OTHER_DECISION = _paper("行政强制措施决定书", "强决", "other_decision")
RATIFIED = _paper("紧急实施行政强制措施补办审批表", "", "ratification")
TEST_NOTICE = _paper("检测（检验、检疫、鉴定）期间告知书", "检告", "test_notice")
EXTENSION = _paper("延长行政强制措施期限决定书", "强延", "extension")
CUSTODY = _paper("委托保管书", "委保", "custody_letter")
SALE = _paper("先行变卖（拍卖）财物决定书", "变卖", "sale_decision")
DISPOSAL = _paper("查封（扣押）财物处理决定书", "财处", "disposal")
LIFTING = _paper("解除行政强制措施决定书", "强解", "lifting")
RETURN = _paper("退还财物清单", "", "return_list")
BANK_NOTICE = _paper("解除冻结通知书", "解冻", "unfreeze_notice")
HAND_OVER = _paper("移送查封（扣押、冻结）财物告知书", "移告", "hand_over_notice")
INDEMNITY = _paper("财物损失赔付决定书", "赔付", "indemnity")
