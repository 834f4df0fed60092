"""The instruments of licences (行政许可文书): titles, number series, templates."""

from __future__ import annotations

from pathlib import Path

from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"


def _paper(title: str, mark: str, template: str) -> Instrument:
    return Instrument(title, mark, FOLDER / f"{template}.txt")


NOT_REQUIRED = _paper("不需要取得行政许可告知书", "许告", "not_required")
NOT_ACCEPTED = _paper("不予受理行政许可申请决定书", "许不受", "not_accepted")
SUPPLEMENT = _paper("行政许可申请材料补正告知书", "许补", "supplement")
RETURNED = _paper("退回行政许可申请通知书", "许退", "returned")
ACCEPTED = _paper("行政许可申请受理通知书", "", "accepted")
COMMITMENT = _paper("告知承诺书", "", "commitment")
CHECK = _paper("行政许可现场核查笔录", "", "check")
TOLD = _paper("行政许可利害关系人告知书", "许利", "third_parties")
HEARING = _paper("行政许可听证告知书", "许听", "hearing")
SPECIAL = _paper("行政许可特别程序所需时间告知书", "许时", "special")
EXTENDED = _paper("延长行政许可办理期限告知书", "许延", "extended")
PRELIMINARY = _paper("行政许可初步审查意见", "许初", "preliminary")
GRANTED = _paper("准予行政许可决定书", "许准", "granted")
DENIED = _paper("不予行政许可决定书", "许不准", "denied")
SUPERVISION = _paper("行政许可监督检查记录", "", "supervision")
CHANGE_ACCEPTED = _paper("变更（延续）行政许可申请受理通知书", "许变受", "change_accepted")
CHANGE_REFUSED = _paper("变更（延续）行政许可申请不予受理通知书", "许变不受", "change_refused")
CHANGE_GRANTED = _paper("准予变更（延续）行政许可决定书", "许变准", "change_granted")
CHANGE_DENIED = _paper("不予变更（延续）行政许可决定书", "许变不准", "change_denied")
END_TOLD = _paper("拟撤回、撤销行政许可告知书", "许撤告", "end_told")
WITHDRAWN = _paper("撤回行政许可决定书", "许撤回", "withdrawn")
REVOKED = _paper("撤销行政许可决定书", "许撤", "revoked")
CANCELLED = _paper("注销行政许可决定书", "许注", "cancelled")
