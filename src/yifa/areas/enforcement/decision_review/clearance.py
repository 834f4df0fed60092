"""Whether a decision may be made as far as legal review goes (审核把关): what clients ask before they decide."""

from __future__ import annotations

from yifa.areas.enforcement.decision_review.choices import Result


def why_not(result: str, *, cleared: bool = False, needed: bool = True) -> str | None:
    """Why a decision may not be made; None where it may (处罚法58①: 未经审核或者审核未通过的，不得作出决定).

    Args:
        result: what the review came to (`Result`); empty where there was none.
        cleared: whether what had to be changed was changed and checked.
        needed: whether review is mandatory; a review that was asked for binds all the same.
    """
    if not result:
        return "属于应当法制审核的情形，尚未审核通过" if needed else None
    if result == Result.REJECT:
        return "法制审核不通过"
    if result == Result.CHANGES and not cleared:
        return "法制审核结论为修改后通过，修改情况尚未经审核人员核对"
    return None
