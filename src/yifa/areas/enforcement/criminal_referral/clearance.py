"""What a referral lets its client do (移送期间的处罚): asked before a penalty is decided."""

from __future__ import annotations

PENDING = ("approved", "transferred", "accepted", "filed", "refused", "reconsidering", "upheld", "supervised")
"""The stages in which the crime is with the police or on its way there."""
KEPT = ("警告", "责令停产停业", "暂扣许可证件", "吊销许可证件")
"""What was imposed before and goes on (移送规定11②)."""


def bars_fine(stage: str) -> str | None:
    """Why no penalty may be decided while the case is referred; None where it may.

    行政处罚法 8②、27①, 移送规定 11①: no penalty instead of a referral. What was imposed before goes on.
    """
    if stage in PENDING:
        return "案件已经移送公安机关，结果未定，不得以行政处罚代替刑事处罚"
    if stage in ("verifying", "reported"):
        return "涉嫌犯罪，正在核实、审批移送，不得以行政处罚代替移送"
    return None
