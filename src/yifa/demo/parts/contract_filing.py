"""What the justice bureau does with a filed contract (合同备案), and how a dispute over one goes (合同纠纷)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from yifa.demo.drive import Side, Waits
from yifa.demo.parts.told import Act, Told

FILING, DISPUTE = "contract_filing", "contract_dispute"
UNCLEAR = {"clause": "第七条", "kind": "clause", "text": "没有约定逾期验收的后果。", "measure": "supplement"}


def cleared(told: Told) -> Waits:
    """Registered and passed."""
    yield told.workday(1, 2)
    told.beside(FILING).take("register")
    yield told.workday(2, 3)
    told.beside(FILING).take("clear")


def explained(told: Told) -> Waits:
    """Registered; a question is asked and answered before it is passed."""
    yield told.workday(1, 2)
    told.beside(FILING).take("register")
    yield told.workday(1)
    until = (told.day + timedelta(7)).isoformat()
    told.beside(FILING).take("ask_filer", what="说明工程款支付节点与预算安排是否一致。", until=until)
    yield told.workday(2)
    told.beside(FILING).take("filer_explains", what="支付节点按年度预算安排，已附财政部门意见。")
    yield told.workday(1)
    told.beside(FILING).take("clear")


def returned(told: Told) -> Waits:
    """A paper is missing: returned, filed again, passed."""
    yield told.workday(1)
    told.beside(FILING).take("send_back", {"return_reason": "缺少集体研究记录。"})
    yield told.workday(2)
    told.take("refile")
    yield from cleared(told)


def refused(told: Told) -> Waits:
    """It was filed by another unit already."""
    yield told.workday(2)
    told.beside(FILING).take("refuse", why="同一协议已由县投资促进中心报送备案，不重复登记。")


def questioned(told: Told) -> Waits:
    """An opinion; the first answer does not do, the second comes late."""
    yield told.workday(1)
    told.beside(FILING).take("register")
    yield told.workday(3)
    told.beside(FILING).take("advise", {"problems": [UNCLEAR], "opinion": "请以补充协议明确。"})
    yield told.workday(5)
    told.take("answer_filing", {"filing_answer": "已经与对方协商。"})
    yield told.workday(1)
    told.beside(FILING).take("not_enough", what="没有签订补充协议，也没有风险防范措施。")
    yield told.workday(16)
    told.beside(FILING).take("urge", what="请反馈签订补充协议的情况。")
    told.beside(FILING).take("report_up", what="经督促仍未处理，请县政府督促。")
    yield told.workday(2)
    told.take("answer_filing", {"filing_answer": "双方以会议纪要明确了逾期验收的后果。"})
    yield told.workday(1)
    told.beside(FILING).take("settle")


def waiting(told: Told) -> Waits:
    """Registered, and still being looked at."""
    yield told.workday(1)
    told.beside(FILING).take("register")


FILINGS: Mapping[str, Callable[[Told], Waits]] = {
    "clear": cleared, "explained": explained, "returned": returned, "refused": refused, "questioned": questioned,
    "waiting": waiting,
}  # fmt: skip


# --- disputes ---------------------------------------------------------------------------------------


def then(code: str, fields: Mapping[str, Any] | None = None, *, wait: tuple[int, int] = (3, 6), **data: Any) -> Act:
    """One step in the dispute of the contract after some working days."""

    def part(told: Told) -> Waits:
        yield told.workday(*wait)
        told.beside(DISPUTE).take(code, fields, **data)

    return part


def ruled(code: str, debtor: str, *, days: int = 10, wait: tuple[int, int] = (15, 20), **fields: Any) -> Act:
    """A ruling that takes effect, with the last day of performance where somebody has to perform."""

    def part(told: Told) -> Waits:
        yield told.workday(*wait)
        by = {} if debtor == "nobody" else {"perform_by": told.day + timedelta(days)}
        side: Side = told.beside(DISPUTE)
        side.take(code, {"debtor": debtor} | by | fields)

    return part


def engaged(told: Told) -> Waits:
    """Agents are named."""
    yield told.workday(1)
    rows = [{"name": "杜法务", "kind": "staff", "unit": told.organ.name}, {"name": "方正平", "kind": "counsel",
             "unit": "洪河第一律师事务所", "scope": "特别授权"}]  # fmt: skip
    told.beside(DISPUTE).take("engage", {"agents": rows})
