"""Which level of norm a basis is of (依据的层级): some things only laws and regulations may set, rules may not."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from yifa.law.citations import citations
from yifa.law.kinds import Kind

USUAL = 20
STATUTES = (Kind.LAW, Kind.REGULATION)
WITH_LOCAL = (*STATUTES, Kind.LOCAL)


def days_fault(amount: int | None, basis: str, on: date) -> str | None:
    """Why another number of days for deciding does not stand (许可法42①：法律、法规另有规定的); None where it does."""
    if amount is None or amount == USUAL:
        return None
    if not basis.strip():
        return f"办理天数{amount}与法定的{USUAL}个工作日不同，没有写明依据"
    fault = level_fault(basis, on, WITH_LOCAL)
    return f"{fault}，规章和其他文件不得另行规定作出许可决定的期限" if fault else None


def level_fault(basis: str, on: date, allowed: Collection[Kind]) -> str | None:
    """Why a basis is of none of the levels; one that the index does not know is judged by its name (地方性法规)."""
    found = citations(basis, on)
    if not found:
        return f"“{basis}”没有认出法律文件"
    if any(one.act is not None and one.act.kind in allowed for one in found):
        return None
    named = "、".join(dict.fromkeys(kind.value for kind in allowed))
    local = Kind.LOCAL in allowed and all(one.act is None for one in found) and _like_a_statute(basis)
    return None if local else f"“{basis}”不是{named}"


def _like_a_statute(basis: str) -> bool:
    """A title that ends as local regulations do: 条例, or rules that carry out a law (实施《…法》办法)."""
    return "条例》" in basis or "实施〈" in basis or "实施《" in basis
